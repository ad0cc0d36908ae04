"""Proves that a trained model can be used: `python -m dsrecipes.worker.check_model CONFIG.json`.

CONFIG is {"model", "base", "trust_remote_code", "out"}. The model is loaded as anyone would load it, and run on a
prompt: its outputs must be finite, and its weights must differ from those of the base (where that is a folder). `out`
receives {"parameters": int, "relative_change": float or null}, the Euclidean norm of the difference over that of the
base. Runs in a backend's environment.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from transformers import AutoModelForCausalLM

from dsrecipes.worker.tokenizer import load_tokenizer


def tensors(folder: Path) -> dict[str, Path]:
    """The name of each tensor -> the file that holds it."""
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("*.safetensors")):
        with safe_open(path, framework="pt") as file:
            found |= dict.fromkeys(file.keys(), path)
    return found


def _pairs(model: Path, base: Path) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    of_model, of_base = tensors(model), tensors(base)
    for name in sorted(of_model.keys() & of_base.keys()):
        with safe_open(of_model[name], framework="pt") as one, safe_open(of_base[name], framework="pt") as other:
            yield one.get_tensor(name).double(), other.get_tensor(name).double()


def relative_change(model: Path, base: Path) -> float:
    difference = norm = 0.0
    for one, other in _pairs(model, base):
        difference += float((one - other).square().sum())
        norm += float(other.square().sum())
    return (difference / norm) ** 0.5 if norm else 0.0


def main(config_file: str) -> None:
    config: dict[str, Any] = json.loads(Path(config_file).read_text(encoding="utf-8"))
    trust = config["trust_remote_code"]
    model = AutoModelForCausalLM.from_pretrained(config["model"], dtype="auto", trust_remote_code=trust)
    tokenizer = load_tokenizer(config["model"], trust_remote_code=trust)
    with torch.inference_mode():
        logits = model(**tokenizer("Calculate 38 * 42.", return_tensors="pt")).logits
    if not bool(torch.isfinite(logits).all()):
        sys.exit("the trained model's outputs are not finite: the training diverged")
    change = relative_change(Path(config["model"]), Path(config["base"])) if Path(config["base"]).is_dir() else None
    if change == 0.0:
        sys.exit("the trained model's weights are the base's: nothing was trained, or nothing was exported")
    result = {"parameters": sum(p.numel() for p in model.parameters()), "relative_change": change}
    Path(config["out"]).write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
