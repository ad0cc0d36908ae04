"""Measures gradients by group of tokens: `python -m dsrecipes.worker.probe CONFIG.json`. In a backend's environment.

CONFIG:

    {"model": folder or name, "reference": folder, name or null, "trust_remote_code": false,
     "device": "cpu" | "cuda", "dtype": "float32" | "bfloat16" | "float64", "checkpointing": false, "parts": 1,
     "objectives": [[name, "rollouts" | "solutions", its FOLDER], …], "rollouts": FILE, "solutions": FILE or null,
     "log_probs": FILE of the reference's or null, "progress": FILE, "out": FILE}

A line of the files is a `Response` of dsrecipes/probe/batches.py. Each objective is measured on each part of the
parameters in two passes over its responses: the first adds up the two groups' gradients; the second makes each block's
two gradients again and takes their inner products with each other and with the totals. Inner products add up over
parameters, so parts are exact; they bound the memory. Whatever is finished is not done again: the reference's
log-probabilities, and in an objective's folder the totals so far, each block, each part.

`out` receives {"parameters": count, "positions": the model's longest text or null, "batches": {name: token counts by
block}, "objectives": {name: inner products by layer and block}}.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from transformers import AutoModelForCausalLM

from dsrecipes.files import json_lines, write_atomically
from dsrecipes.refusals import refusing
from dsrecipes.worker.probe_gradients import (
    DECISION,
    GROUPS,
    SAMPLING,
    Part,
    Response,
    add,
    additivity_error,
    group_gradients,
    log_probs,
    parts,
)
from dsrecipes.worker.tokenizer import load_tokenizer, prompt_ids, require_same_vocabulary, response_ids

_SAVING_SHARE = 0.05  # of the time, at most, goes into saving totals on the way


class Progress:
    """Writes how many responses have been gone through, in all passes together, at most twice a second."""

    def __init__(self, file: Path, total: int) -> None:
        self._file, self._total, self._done, self._written = file, total, 0, 0.0

    def advance(self, count: int = 1) -> None:
        self._done += count
        if time.monotonic() - self._written > 0.5 or self._done == self._total:
            self._written = time.monotonic()
            write_atomically(self._file, json.dumps({"done": self._done, "total": self._total}))


class Batch:
    """The responses of one file as tokens; `blocks` in their order."""

    def __init__(self, name: str, file: Path, tokenizer: Any) -> None:
        self.name = name
        lines = json_lines(file)
        self.responses = [encode(line, tokenizer) for line in lines]
        self._blocks = [line["block"] for line in lines]
        ends = [int(line["finished"]) for line in lines]
        self.retokenized = sum(
            line["tokens"] is not None and line["tokens"] != response.decides.numel() - end
            for line, response, end in zip(lines, self.responses, ends, strict=True)
        )

    def blocks(self) -> Iterator[tuple[int, list[Response]]]:
        for block, members in groupby(zip(self._blocks, self.responses, strict=True), key=lambda pair: pair[0]):
            yield block, [response for _, response in members]

    def counts(self, positions: int | None) -> dict[str, Any]:
        """Tokens by block and group (blocks, 2); responses whose tokens are not as many as their file says, and those
        that with their prompt are longer than the `positions` that the model was made for (None: no limit)."""
        tokens = [
            [sum(int((one.decides == bool(group)).sum()) for one in members) for group in GROUPS]
            for _, members in self.blocks()
        ]
        lengths = [len(one.ids) for one in self.responses]
        beyond = sum(positions is not None and length > positions for length in lengths)
        return {"tokens": tokens, "retokenized": self.retokenized, "longest": max(lengths), "beyond": beyond}


def encode(line: dict[str, Any], tokenizer: Any) -> Response:
    """The tokens of a response and which of them decide: those that share a character with decision text."""
    prompt = prompt_ids(tokenizer, line["prompt"])
    ids, offsets = response_ids(tokenizer, line["response"])
    decides = [any(start < last and first < end for first, last in line["spans"]) for start, end in offsets]
    if line["finished"]:
        ids.append(tokenizer.eos_token_id)
        decides.append(line["stop"])
    return Response([*prompt, *ids], torch.tensor(decides, dtype=torch.bool), line["advantage"], None)


def load(name: str, config: dict[str, Any], *, checkpointing: bool) -> Any:
    """A model without dropout, on its device."""
    model = AutoModelForCausalLM.from_pretrained(
        name,
        dtype=getattr(torch, config["dtype"]),
        attn_implementation="sdpa",
        trust_remote_code=config["trust_remote_code"],
    ).to(config["device"])
    if not checkpointing:
        return model.eval()
    for module in model.modules():  # transformers recomputes activations in training mode only
        if isinstance(module, torch.nn.Dropout):
            module.p = 0.0
        for rate in ("attention_dropout", "dropout"):
            if isinstance(getattr(module, rate, None), float):
                setattr(module, rate, 0.0)
    model.gradient_checkpointing_enable(gradient_checkpointing_kwargs={"use_reentrant": False})
    return model.train()


def with_reference(batch: Batch, config: dict[str, Any], progress: Progress) -> None:
    """Gives each response the reference's log-probabilities."""
    file = Path(config["log_probs"])
    if not file.exists():
        reference = load(config["reference"], config, checkpointing=False)
        found = {}
        with torch.inference_mode():
            for number, response in enumerate(batch.responses):
                found[str(number)] = log_probs(reference, response).cpu()
                progress.advance()
        file.parent.mkdir(parents=True, exist_ok=True)
        _save(found, file)
    else:
        progress.advance(len(batch.responses))
    values = load_file(file)
    batch.responses = [
        response._replace(reference=values[str(number)].to(config["device"]))
        for number, response in enumerate(batch.responses)
    ]


def measure_part(
    model: Any, part: Part, objective: str, batch: Batch, folder: Path, progress: Progress
) -> dict[str, Any]:
    """One objective on one part of the parameters: inner products by layer, of the totals and by block."""
    outcome = folder.with_suffix(".json")
    if outcome.exists():
        progress.advance(2 * len(batch.responses))
        return dict(json.loads(outcome.read_text(encoding="utf-8")))
    folder.mkdir(parents=True, exist_ok=True)
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    for parameter in part.parameters:
        parameter.requires_grad_(True)
    additivity = _additivity(model, part, objective, batch)
    totals = _totals(model, part, objective, batch, folder / "totals.safetensors", progress)
    found = {
        "layers": part.layers,
        "total": _products(part, totals),
        "blocks": _blocks(model, part, objective, batch, totals, folder / "blocks.jsonl", progress),
        "additivity_error": additivity,
    }
    write_atomically(outcome, json.dumps(found))
    for name in ("totals.safetensors", "blocks.jsonl"):
        (folder / name).unlink()
    folder.rmdir()
    return found


def _additivity(model: Any, part: Part, objective: str, batch: Batch) -> float | None:
    """Measured on the first response that has both kinds of tokens and a gradient."""
    for response in batch.responses:
        both = bool(response.decides.any()) and not bool(response.decides.all())
        if both and (objective != "surrogate" or response.advantage):
            return additivity_error(model, part, objective, response)
    return None


def _totals(
    model: Any, part: Part, objective: str, batch: Batch, file: Path, progress: Progress
) -> list[list[torch.Tensor]]:
    """The first pass: each group's gradient over all responses. Saved on the way, and at the end."""
    totals, done = [part.zeros() for _ in GROUPS], 0
    if file.exists():
        with safe_open(file, framework="pt") as saved:
            done = int(saved.metadata()["done"])
            for group in GROUPS:
                for index, total in enumerate(totals[group]):
                    total.copy_(saved.get_tensor(f"{group}.{index}"))
    saved_at, took = time.monotonic(), 0.0
    last = -1
    for block, members in batch.blocks():
        last = block
        if block < done:
            progress.advance(len(members))
            continue
        for response in members:
            for group, gradient in group_gradients(model, part, objective, response):
                add(totals[group], gradient)
                del gradient
            progress.advance()
        if time.monotonic() - saved_at > took / _SAVING_SHARE:
            began = time.monotonic()
            _save_totals(totals, block + 1, file)
            saved_at = time.monotonic()
            took = saved_at - began
    _save_totals(totals, last + 1, file)
    return totals


def _save_totals(totals: list[list[torch.Tensor]], done: int, file: Path) -> None:
    tensors = {f"{group}.{index}": value for group in GROUPS for index, value in enumerate(totals[group])}
    _save(tensors, file, {"done": str(done)})


def _blocks(
    model: Any,
    part: Part,
    objective: str,
    batch: Batch,
    totals: Sequence[Sequence[torch.Tensor]],
    file: Path,
    progress: Progress,
) -> list[dict[str, Any]]:
    """The second pass: each block's inner products with the totals and within itself, by layer."""
    found = _whole_lines(file)
    # One pair for all blocks: they are as large as the totals.
    gradients = sampling, decision = [part.zeros() for _ in GROUPS]
    with file.open("a", encoding="utf-8") as lines:
        for block, members in batch.blocks():
            if block < len(found):
                progress.advance(len(members))
                continue
            for accumulator in (*sampling, *decision):
                accumulator.zero_()
            by_token = torch.zeros(2, len(part.layers), dtype=torch.float64)
            responses = [0, 0]
            for response in members:
                for group in GROUPS:
                    responses[group] += int(bool((response.decides == bool(group)).any()))
                for group, gradient in group_gradients(model, part, objective, response):
                    add(gradients[group], gradient)
                    tokens = int((response.decides == bool(group)).sum())
                    by_token[group] += part.squares(gradient).cpu() / tokens**2
                    del gradient
                progress.advance()
            line = {
                "within": _products(part, gradients),
                "with_total": [
                    part.inner(sampling, totals[SAMPLING]),
                    part.inner(sampling, totals[DECISION]),
                    part.inner(decision, totals[SAMPLING]),
                    part.inner(decision, totals[DECISION]),
                ],
                "squares_per_token": by_token.tolist(),
                "responses": responses,
            }
            lines.write(json.dumps(line) + "\n")
            lines.flush()
            found.append(line)
    return found


def _products(part: Part, gradients: Sequence[Sequence[torch.Tensor]]) -> list[list[float]]:
    """By layer: sampling with itself, decision with itself, sampling with decision."""
    sampling, decision = gradients
    return [part.inner(sampling, sampling), part.inner(decision, decision), part.inner(sampling, decision)]


def _whole_lines(file: Path) -> list[dict[str, Any]]:
    """The blocks that an earlier, interrupted run finished; a line cut short is cut off."""
    if not file.exists():
        return []
    whole = [line for line in file.read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
    file.write_bytes(b"".join(whole))
    return [json.loads(line) for line in whole]


def _save(tensors: dict[str, torch.Tensor], file: Path, metadata: dict[str, str] | None = None) -> None:
    draft = file.with_suffix(".draft")
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, draft, metadata=metadata)
    draft.replace(file)


def main(config_file: str) -> None:
    config = json.loads(Path(config_file).read_text(encoding="utf-8"))
    trust = config["trust_remote_code"]
    if config["reference"]:
        require_same_vocabulary(config["model"], config["reference"], trust_remote_code=trust)
    tokenizer = load_tokenizer(config["model"], trust_remote_code=trust)
    names = dict.fromkeys(on for _, on, _ in config["objectives"])
    batches = {name: Batch(name, Path(config[name]), tokenizer) for name in names}
    passes = sum(2 * config["parts"] * len(batches[on].responses) for _, on, _ in config["objectives"])
    referred = len(batches["rollouts"].responses) if config["reference"] else 0
    progress = Progress(Path(config["progress"]), passes + referred)
    if config["reference"]:
        with_reference(batches["rollouts"], config, progress)
    model = load(config["model"], config, checkpointing=config["checkpointing"])
    found: dict[str, Any] = {}
    for objective, on, folder in config["objectives"]:
        found[objective] = [
            measure_part(model, part, objective, batches[on], Path(folder) / f"part-{number}", progress)
            for number, part in enumerate(parts(model, config["parts"]))
        ]
    positions = getattr(model.config.get_text_config(), "max_position_embeddings", None)
    result = {
        "parameters": sum(parameter.numel() for parameter in model.parameters()),
        "positions": positions,
        "batches": {name: batch.counts(positions) for name, batch in batches.items()},
        "objectives": found,
    }
    write_atomically(Path(config["out"]), json.dumps(result))


if __name__ == "__main__":
    with refusing():
        main(sys.argv[1])
