"""Which models a probe goes through: one, several, or the checkpoints that a training saved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
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
    found = [model_at(str(where.absolute()), step=step) for step, where in _saved(run) if _has_weights(where)]
    if not found:
        passed_over = without_weights(run)
        raise UserError(
            "no checkpoint that can be loaded"
            + (f": {', '.join(passed_over)} hold no config.json with *.safetensors" if passed_over else ""),
            where=str(_root(run)),
            hint="Trainings keep their last two; docs/probe.md says how to keep them all.",
        )
    return found


def without_weights(run: Path) -> list[str]:
    """The folders of checkpoints, by step, that `checkpoints` passes over. VeRL leaves those of the ones it dropped."""
    return [where.relative_to(_root(run)).parts[0] for _, where in _saved(run) if not _has_weights(where)]


def _root(run: Path) -> Path:
    return run / "backend" / "checkpoints"


def _saved(run: Path) -> list[tuple[int, Path]]:
    """The step of each checkpoint and where its weights should lie, in order."""
    folders = [(step, folder) for folder in _root(run).glob("*") if (step := _step(folder)) is not None]
    return [
        (step, folder.joinpath(*_VERL_FORMAT) if folder.name.startswith("global_step_") else folder)
        for step, folder in sorted(folders)
    ]


def distinct(models: Sequence[Model]) -> list[Model]:
    """The models with labels that differ: a number is added where two would be called the same."""
    named: list[Model] = []
    for model in models:
        taken = {before.label for before in named}
        numbered = (f"{model.label} ({number})" for number in count(2))
        label = next(label for label in chain([model.label], numbered) if label not in taken)
        named.append(replace(model, label=label))
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
