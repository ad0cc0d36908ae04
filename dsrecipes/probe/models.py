"""Which models a probe goes through: one, several, or the checkpoints that a training saved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dsrecipes.errors import UserError


@dataclass(frozen=True)
class Model:
    """`path` is a folder, absolute, or a name on the hub; `step` that of the training it is a checkpoint of."""

    label: str
    path: str
    step: int | None = None


def model_at(path: str, *, step: int | None = None) -> Model:
    """A model by folder or by hub name; called by its step if it is the `step` of a training.

    Raises UserError for a folder that does not exist or holds no weights.
    """
    of_training = None if step is None else f"step {step}"
    folder = Path(path).expanduser()
    if folder.is_dir():
        if not _has_weights(folder):
            raise UserError("holds no model (no *.safetensors, no config.json)", where=str(folder))
        return Model(of_training or _label(folder.absolute()), str(folder.absolute()), step)
    if path.startswith((".", "/", "~")) or path.count("/") != 1:
        raise UserError("there is no such folder", where=path, hint="Give a model's folder, or a name on the hub.")
    return Model(of_training or path, path, step)


def checkpoints(run: Path) -> list[Model]:
    """The checkpoints that a run saved, by step: VeRL's `global_step_N`, LLaMA-Factory's `checkpoint-N`.

    Raises UserError if there is none that can be loaded.
    """
    root = run / "backend" / "checkpoints"
    found = []
    for folder in root.glob("*"):
        numbered = re.fullmatch(r"(?:global_step_|checkpoint-)(\d+)", folder.name)
        where = folder / "actor" / "huggingface" if folder.name.startswith("global_step_") else folder
        if numbered and _has_weights(where):
            found.append(model_at(str(where.absolute()), step=int(numbered[1])))
    if not found:
        raise UserError(
            "no checkpoint that can be loaded",
            where=str(root),
            hint="Trainings keep their last two; docs/probe.md says how to keep them all.",
        )
    return sorted(found, key=lambda model: model.step or 0)


def distinct(models: Sequence[Model]) -> list[Model]:
    """The models with labels that differ: a number is added where two would be called the same."""
    taken: dict[str, int] = {}
    named = []
    for model in models:
        taken[model.label] = taken.get(model.label, 0) + 1
        number = taken[model.label]
        named.append(Model(f"{model.label} ({number})" if number > 1 else model.label, model.path, model.step))
    return named


def _has_weights(folder: Path) -> bool:
    return (folder / "config.json").is_file() and any(folder.glob("*.safetensors"))


def _label(folder: Path) -> str:
    """`rl-grpo` for runs/rl-grpo/<run id>/model, else the folder's name."""
    in_run = folder.name == "model" and (folder.parent / "manifest.json").is_file()
    return folder.parent.parent.name if in_run else folder.name
