"""A model's sizes, of its config alone: `python -m dsrecipes.worker.model_sizes CONFIG.json`. Runs in a backend's
environment.

CONFIG is {"model": folder or name, "trust_remote_code": false, "out": FILE}. No weights are loaded. `out` receives

    {"parameters": count, "largest": numbers in the largest tensor, "decoder": keys of config.json or null}

where `decoder` holds what Shape.of_config (dsrecipes/plan/shapes.py) reads, under the names of dense decoders: null if
the config does not tell them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import torch
from transformers import AutoConfig, AutoModelForCausalLM

from dsrecipes.files import write_atomically


def decoder(config: Any) -> dict[str, Any] | None:
    """The sizes of the dense decoder that is as wide as this model, of which a token passes some experts at once."""
    names = ("hidden_size", "num_hidden_layers", "num_attention_heads", "vocab_size")
    found = {name: getattr(config, name, None) for name in names}
    if not all(found.values()):
        return None
    width = getattr(config, "intermediate_size", None) or 4 * config.hidden_size  # GPT-2 says none where it is this
    experts = getattr(config, "num_experts_per_tok", None)
    if experts:
        width = max(width, experts * (getattr(config, "moe_intermediate_size", None) or width))
    return found | {
        "intermediate_size": width,
        "num_key_value_heads": getattr(config, "num_key_value_heads", None),
        "head_dim": getattr(config, "head_dim", None),
        "tie_word_embeddings": bool(getattr(config, "tie_word_embeddings", False)),
    }


def main(config_file: str) -> None:
    asked = json.loads(Path(config_file).read_text(encoding="utf-8"))
    trust = asked["trust_remote_code"]
    config = AutoConfig.from_pretrained(asked["model"], trust_remote_code=trust)
    with torch.device("meta"):
        model = AutoModelForCausalLM.from_config(config, trust_remote_code=trust)
    numbers = [parameter.numel() for parameter in model.parameters()]
    told = {"parameters": sum(numbers), "largest": max(numbers), "decoder": decoder(config.get_text_config())}
    write_atomically(Path(asked["out"]), json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1])
