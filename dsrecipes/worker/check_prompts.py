"""Do SFT, RL and evaluation feed the model the same tokens? `python -m dsrecipes.worker.check_prompts CONFIG.json`.

CONFIG is {"model", "template", "trust_remote_code", "max_length", "dataset": path or null, "prompts": [text, …],
"routes": [names], "out": path}. For each route (`evaluation`, `verl`, `llamafactory`) the token ids of the prompts are
made by that backend's own code, and for `llamafactory` the whole data set is encoded too. `out` receives

    {"token_ids": {route: [[id, …], …]}, "eos": id, "longest": tokens, "too_long": [line numbers], "without_end": [...]}

Runs in a backend's environment.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from transformers import AutoTokenizer

from dsrecipes.refusals import refusing
from dsrecipes.worker.tokenizer import load_tokenizer, prompt_ids


def _messages(text: str) -> list[dict[str, str]]:
    return [{"role": "user", "content": text}]


def evaluation(config: dict[str, Any]) -> list[list[int]]:
    tokenizer = load_tokenizer(config["model"], trust_remote_code=config["trust_remote_code"])
    return [prompt_ids(tokenizer, text) for text in config["prompts"]]


def verl(config: dict[str, Any]) -> list[list[int]]:
    """As VeRL's agent loop, which makes its rollouts, renders a prompt of its Parquet file."""
    from transformers import AutoConfig
    from verl.utils import hf_tokenizer
    from verl.utils.tokenizer.continuous_token_wiring import create_continuous_token_builder

    model, trust = config["model"], config["trust_remote_code"]
    builder = create_continuous_token_builder(
        hf_tokenizer(model, trust_remote_code=trust),
        hf_model_type=AutoConfig.from_pretrained(model, trust_remote_code=trust).model_type,
    )
    return [list(builder.build_initial_tokens(_messages(text))) for text in config["prompts"]]


def llamafactory(config: dict[str, Any]) -> tuple[list[list[int]], dict[str, Any]]:
    """As LLaMA-Factory's supervised data processor renders a conversation."""
    from llamafactory.data.template import get_template_and_fix_tokenizer
    from llamafactory.hparams import DataArguments

    # Not by load_tokenizer: this is to find where LLaMA-Factory's loading gives other tokens.
    tokenizer = AutoTokenizer.from_pretrained(config["model"], trust_remote_code=config["trust_remote_code"])
    template = get_template_and_fix_tokenizer(tokenizer, DataArguments(template=config["template"]))
    prompts = [
        template.encode_oneturn(tokenizer, [*_messages(text), {"role": "assistant", "content": ""}])[0]
        for text in config["prompts"]
    ]
    findings: dict[str, Any] = {"longest": 0, "too_long": [], "without_end": []}
    if config["dataset"]:
        lines = Path(config["dataset"]).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            row = json.loads(line)
            conversation = [*_messages(row["prompt"]), {"role": "assistant", "content": row["response"]}]
            prompt_ids, response_ids = template.encode_oneturn(tokenizer, conversation)
            length = len(prompt_ids) + len(response_ids)
            findings["longest"] = max(findings["longest"], length)
            if length > config["max_length"]:
                findings["too_long"].append(number)
            if tokenizer.eos_token_id not in response_ids:
                findings["without_end"].append(number)
    return prompts, findings


def main(config_file: str) -> None:
    config = json.loads(Path(config_file).read_text(encoding="utf-8"))
    result: dict[str, Any] = {"token_ids": {}, "longest": 0, "too_long": [], "without_end": []}
    for route in config["routes"]:
        if route == "llamafactory":
            result["token_ids"][route], findings = llamafactory(config)
            result |= findings
        else:
            result["token_ids"][route] = {"evaluation": evaluation, "verl": verl}[route](config)
    Path(config["out"]).write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    with refusing():
        main(sys.argv[1])
