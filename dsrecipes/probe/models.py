"""Which models a probe goes through: one, several, or the checkpoints that a training saved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dsrecipes.errors import UserError

_VERL_FORMAT = ("actor", "huggingface")
"""Where in a checkpoint of VeRL's the weights lie that transformers loads."""


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
        where = folder.joinpath(*_VERL_FORMAT) if folder.name.startswith("global_step_") else folder
        step = _step(folder)
        if step is not None and _has_weights(where):
            found.append(model_at(str(where.absolute()), step=step))
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
    """`rl-grpo` for runs/rl-grpo/<run id>/model, `rl-grpo step 30` for a checkpoint of it, else the folder's name."""
    run = next((parent for parent in folder.parents if (parent / "manifest.json").is_file()), None)
    recipe = run.parent.name if run else ""
    if recipe and folder.name == "model":
        return recipe
    saved = folder.parent.parent if folder.parts[-2:] == _VERL_FORMAT else folder
    step = _step(saved)
    return folder.name if step is None else f"{recipe} step {step}".lstrip()


def _step(folder: Path) -> int | None:
    """Of a checkpoint's folder: VeRL's `global_step_N`, LLaMA-Factory's `checkpoint-N`."""
    numbered = re.fullmatch(r"(?:global_step_|checkpoint-)(\d+)", folder.name)
    return int(numbered[1]) if numbered else None
