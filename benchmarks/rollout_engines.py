"""An engine of benchmarks/rollout.py at work, in its environment: `python rollout_engines.py ENGINE CONFIG.json`.

ENGINE is `ours`, `transformers` or `vllm`. CONFIG: {"model", "prompts": [[token id, ...], ...], "samples",
"max_new_tokens", "end": token id, "pad": token id}. Says `ready` once the model is loaded; then, for each line of
input, which is a seed, generates `samples` responses to each prompt at temperature 1 in float32, and answers with a
line {"seconds", "tokens"}. With ENGINE `tokens`, CONFIG is {"model", "texts"}, the answer {"prompts", "end", "pad"}.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Generate = Callable[[int], int]
"""From a seed to the number of tokens generated, the end tokens among them."""


def tokens(config: dict[str, Any]) -> dict[str, Any]:
    """The prompts as the model's chat template makes them."""
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(config["model"])
    prompts = [
        tokenizer.apply_chat_template(
            [{"role": "user", "content": text}], add_generation_prompt=True, return_dict=False
        )
        for text in config["texts"]
    ]
    return {"prompts": prompts, "end": tokenizer.eos_token_id, "pad": tokenizer.pad_token_id}


def _model(config: dict[str, Any], attention: str) -> Any:
    import torch
    from transformers import AutoModelForCausalLM

    loaded = AutoModelForCausalLM.from_pretrained(config["model"], dtype=torch.float32, attn_implementation=attention)
    return loaded.eval()


def ours(config: dict[str, Any]) -> Generate:
    from dsrecipes.worker.sampler import ATTENTION, sample

    model = _model(config, ATTENTION)
    prompts = [prompt for prompt in config["prompts"] for _ in range(config["samples"])]

    def generate(seed: int) -> int:
        sampled = sample(
            model,
            prompts,
            max_new_tokens=config["max_new_tokens"],
            eos_ids=[config["end"]],
            pad_id=config["pad"],
            seed=seed,
        )
        return sum(len(one.token_ids) for one in sampled)

    return generate


def transformers(config: dict[str, Any]) -> Generate:
    import torch

    model = _model(config, "sdpa")
    longest = max(map(len, config["prompts"]))
    rows = [[config["pad"]] * (longest - len(prompt)) + prompt for prompt in config["prompts"]]
    real = [[0] * (longest - len(prompt)) + [1] * len(prompt) for prompt in config["prompts"]]
    ids, mask = (torch.tensor(one).repeat_interleave(config["samples"], 0) for one in (rows, real))

    def generate(seed: int) -> int:
        torch.manual_seed(seed)
        made = model.generate(
            ids,
            attention_mask=mask,
            do_sample=True,
            temperature=1.0,
            top_k=0,
            top_p=1.0,
            max_new_tokens=config["max_new_tokens"],
            eos_token_id=config["end"],
            pad_token_id=config["pad"],
        )[:, longest:]
        ended = (made == config["end"]).long()
        return int((ended.cumsum(1) - ended == 0).sum())

    return generate


def vllm(config: dict[str, Any]) -> Generate:
    import torch
    from vllm import LLM, SamplingParams

    longest = max(map(len, config["prompts"])) + config["max_new_tokens"]
    engine = LLM(
        config["model"],
        dtype="float32",
        skip_tokenizer_init=True,
        max_model_len=longest,
        max_num_seqs=len(config["prompts"]) * config["samples"],
        enforce_eager=config["eager"],
        disable_log_stats=True,
    )
    prompts: Any = [{"prompt_token_ids": prompt} for prompt in config["prompts"]]
    decoding = SamplingParams(
        n=config["samples"],
        temperature=1.0,
        max_tokens=config["max_new_tokens"],
        stop_token_ids=[config["end"]],
        detokenize=False,
    )

    def generate(seed: int) -> int:
        torch.manual_seed(seed)  # of this process, where the engine is: on a CPU vLLM takes no seed by request
        made = engine.generate(prompts, decoding, use_tqdm=False)
        return sum(len(one.token_ids) for request in made for one in request.outputs)

    return generate


def main(name: str, config_file: str) -> None:
    config = json.loads(Path(config_file).read_text(encoding="utf-8"))
    answers, sys.stdout = sys.stdout, sys.stderr  # what an engine prints is none
    if name == "tokens":
        print(json.dumps(tokens(config)), file=answers, flush=True)
        return
    generate = {"ours": ours, "transformers": transformers, "vllm": vllm}[name](config)
    print("ready", file=answers, flush=True)
    for line in sys.stdin:
        began = time.perf_counter()
        count = generate(int(line))
        answer = {"seconds": time.perf_counter() - began, "tokens": count}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
