"""Evaluation's generation: `python -m dsrecipes.worker.generate CONFIG.json`. Runs in a backend's environment.

CONFIG:

    {"model": folder or name, "name": the model's name in the trajectories, "problems": problems.jsonl,
     "out": trajectories.jsonl.gz, "engine": "transformers" | "vllm", "precision": "bfloat16" | "float32",
     "temperature": 1.0, "top_p": 1.0, "top_k": -1, "samples": 1, "max_new_tokens": 8192, "batch_size": 128,
     "seed": 0, "trust_remote_code": false}

A line of `problems` is {"id", "size", "operands", "prompt", "ground_truth"}; a line of `out` is a trajectory. Batches
are kept as they are made, so that an interrupted generation goes on where it stopped, and each batch has a seed of its
own, so that it then makes the same text.
"""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import Any, Protocol

from dsrecipes.errors import UserError
from dsrecipes.files import write_atomically
from dsrecipes.locks import held
from dsrecipes.refusals import refusing
from dsrecipes.worker.end_tokens import end_tokens


class Engine(Protocol):
    """Generates one response for each prompt: (token ids without the end token, why it ended)."""

    def generate(self, prompts: Sequence[Sequence[int]], seed: int) -> list[tuple[list[int], str]]: ...


class TransformersEngine:
    """Batched sampling on the CPU (dsrecipes/worker/sampler.py)."""

    def __init__(self, config: dict[str, Any], eos_ids: set[int], pad_id: int) -> None:
        import torch
        from transformers import AutoModelForCausalLM

        from dsrecipes.worker.sampler import ATTENTION

        self.config, self.eos_ids, self.pad_id = config, eos_ids, pad_id
        self.model = AutoModelForCausalLM.from_pretrained(
            config["model"],
            dtype=getattr(torch, config["precision"]),
            attn_implementation=ATTENTION,
            trust_remote_code=config["trust_remote_code"],
        ).eval()

    def generate(self, prompts: Sequence[Sequence[int]], seed: int) -> list[tuple[list[int], str]]:
        import torch

        from dsrecipes.worker.sampler import sample

        sampled = sample(
            self.model,
            prompts,
            max_new_tokens=self.config["max_new_tokens"],
            eos_ids=self.eos_ids,
            pad_id=self.pad_id,
            temperature=self.config["temperature"],
            top_p=self.config["top_p"],
            top_k=self.config["top_k"],
            generator=torch.Generator().manual_seed(seed),
        )
        return [(_without_end(one.token_ids, self.eos_ids), one.finish_reason) for one in sampled]


class VllmEngine:
    """vLLM, on a GPU."""

    def __init__(self, config: dict[str, Any], eos_ids: set[int]) -> None:
        from vllm import LLM

        self.config, self.eos_ids = config, eos_ids
        self.llm = LLM(config["model"], dtype=config["precision"], trust_remote_code=config["trust_remote_code"])

    def generate(self, prompts: Sequence[Sequence[int]], seed: int) -> list[tuple[list[int], str]]:
        from vllm import SamplingParams

        decoding = [  # a seed of its own for each: with one for all, equal prompts would get equal responses
            SamplingParams(
                temperature=self.config["temperature"],
                top_p=self.config["top_p"],
                top_k=self.config["top_k"],
                max_tokens=self.config["max_new_tokens"],
                stop_token_ids=sorted(self.eos_ids),
                seed=seed + row,
            )
            for row in range(len(prompts))
        ]
        outputs = self.llm.generate([{"prompt_token_ids": list(prompt)} for prompt in prompts], decoding)
        return [
            (_without_end(list(one.outputs[0].token_ids), self.eos_ids), one.outputs[0].finish_reason)
            for one in outputs
        ]


def _without_end(token_ids: list[int], eos_ids: set[int]) -> list[int]:
    return token_ids[:-1] if token_ids and token_ids[-1] in eos_ids else token_ids


def _queries(config: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each problem as often as samples are asked for, under the id of its trajectory."""
    for line in Path(config["problems"]).read_text(encoding="utf-8").splitlines():
        problem = json.loads(line)
        for sample in range(config["samples"]):
            name = f"{config['name']}/{problem['id']}" + (f"/{sample}" if config["samples"] > 1 else "")
            yield {**problem, "id": name, "sample": sample}


def main(config_file: str) -> None:
    config = json.loads(Path(config_file).read_text(encoding="utf-8"))
    out = Path(config["out"])
    with held(out.with_name(".generate.lock"), partial(_refuse, out)):
        _generate(config, out)


def _refuse(out: Path) -> None:
    raise UserError("another process is generating these trajectories", where=str(out), hint="wait for it, or end it")


def _generate(config: dict[str, Any], out: Path) -> None:
    from transformers import GenerationConfig

    from dsrecipes.worker.tokenizer import load_tokenizer, prompt_ids, text_of

    tokenizer = load_tokenizer(config["model"], trust_remote_code=config["trust_remote_code"])
    try:
        declared = GenerationConfig.from_pretrained(config["model"])
    except OSError:
        declared = None  # a model without a generation_config.json ends with its tokenizer's end token alone
    eos_ids = end_tokens(tokenizer, declared)

    queries = list(_queries(config))
    ids = [query["id"] for query in queries]
    written = out.with_name("trajectories.partial.jsonl")
    done = _whole_batches(written, ids, config["batch_size"])
    engine: Engine = (
        VllmEngine(config, eos_ids)
        if config["engine"] == "vllm"
        else TransformersEngine(config, eos_ids, tokenizer.pad_token_id or 0)
    )
    with written.open("a", encoding="utf-8") as lines:
        for start in range(done, len(queries), config["batch_size"]):
            batch = queries[start : start + config["batch_size"]]
            prompts = [prompt_ids(tokenizer, query["prompt"]) for query in batch]
            responses = engine.generate(prompts, seed=config["seed"] * 1_000_003 + start)
            for query, (token_ids, reason) in zip(batch, responses, strict=True):
                trajectory = {
                    "id": query["id"],
                    "model": config["name"],
                    "size": query["size"],
                    "operands": query["operands"],
                    "prompt": query["prompt"],
                    "response": text_of(tokenizer, token_ids),
                    "ground_truth": query["ground_truth"],
                    "finish_reason": reason,
                    "tokens": len(token_ids),
                    "seed": config["seed"],
                    "sample": query["sample"],
                }
                lines.write(json.dumps(trajectory, ensure_ascii=False) + "\n")
            lines.flush()
    with written.open("rb") as source, gzip.GzipFile(f"{out}.partial", "wb", mtime=0) as target:
        shutil.copyfileobj(source, target)
    Path(f"{out}.partial").replace(out)
    written.unlink()


def _whole_batches(written: Path, ids: Sequence[str], batch_size: int) -> int:
    """How many trajectories of whole batches an earlier, interrupted run left; what follows them is cut off.

    They are those of `ids`, in order: what was written twice, or is damaged, is cut off with all that follows it.
    """
    if not written.exists():
        return 0
    lines = written.read_bytes().splitlines(keepends=True)
    kept = sum(1 for _ in takewhile(lambda pair: _is_of(*pair), zip(lines, ids, strict=False)))
    if kept < len(ids):  # the last batch may be smaller
        kept = kept // batch_size * batch_size
    if kept < len(lines):
        write_atomically(written, b"".join(lines[:kept]))
    return kept


def _is_of(line: bytes, name: str) -> bool:
    """Whether a line is a whole trajectory with this id."""
    try:
        return line.endswith(b"\n") and json.loads(line)["id"] == name
    except (ValueError, KeyError, TypeError):
        return False


if __name__ == "__main__":
    with refusing():
        main(sys.argv[1])
