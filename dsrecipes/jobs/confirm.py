"""`validate --backend`: the real backends read the configuration of a recipe and say whether it is one.

A recipe for a GPU is confirmed on a machine without one by the same versions in their CPU environment; what only a
GPU's environment could say is left open, and that is told.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from dsrecipes.backends.command import Command
from dsrecipes.errors import UserError
from dsrecipes.gpus import accelerator
from dsrecipes.jobs.ask import NoAnswer, ask
from dsrecipes.jobs.check_reward import check_reward
from dsrecipes.jobs.environments import ensure, for_backend, process_env
from dsrecipes.jobs.pipeline import stages
from dsrecipes.recipe.load import Resolved
from dsrecipes.recipe.schema import RlRecipe
from dsrecipes.runs.run import Run


def confirm(resolved: Resolved, say: Callable[[str], None]) -> list[UserError]:
    """What the backends find wrong with a recipe that our own checks have passed.

    `say` is told what is confirmed, and what takes time: an environment that is missing is made.
    """
    recipe = resolved.recipe
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for command in _trainings(resolved, Path(folder)):
            said = _confirm(resolved, command, say)
            found += [said] if said else []
    if isinstance(recipe, RlRecipe):
        environment = for_backend("verl", _here(recipe.hardware.accelerator))
        python = ensure(environment, say)
        error, _ = check_reward(recipe.training.reward, python, process_env(environment))
        found += [UserError(error.what, where=resolved.where("training.reward"), hint=error.hint)] if error else []
    return found


def _trainings(resolved: Resolved, folder: Path) -> list[Command]:
    planned = stages(resolved.recipe, Run.of(resolved, folder))
    return [command for stage in planned if stage.name == "train" for command in stage.commands()]


def _here(wanted: str) -> Any:
    return wanted if wanted == accelerator() else "cpu"


def _confirm(resolved: Resolved, command: Command, say: Callable[[str], None]) -> UserError | None:
    there = _here(command.accelerator)
    environment = for_backend(command.backend, there)
    python = ensure(environment, say)
    payload: list[str] | dict[str, Any]
    if command.backend == "verl":
        payload = [argument for argument in command.arguments if "=" in argument]
    else:
        (text,) = command.files.values()
        # The parser refuses a GPU's settings where there is no GPU, and DeepSpeed where it is not installed.
        payload = yaml.safe_load(text) | ({"use_cpu": True, "deepspeed": None} if there == "cpu" else {})
    variables = {**process_env(environment), **command.variables} | ({"VERL_PLATFORM": "cpu"} if there == "cpu" else {})
    parser = [str(python), "-m", "dsrecipes.worker.confirm", command.backend]
    alone = {key: value for key, value in variables.items() if key not in ("FORCE_TORCHRUN", "NPROC_PER_NODE")}
    try:
        said = ask(parser, json.dumps(payload), environment=alone)
    except NoAnswer as silence:
        tail = "\n".join(silence.said.splitlines()[-5:])
        return UserError(f"{command.backend} could not be asked:\n{tail}", where=resolved.recipe.name)
    if said["problem"]:
        return UserError(f"{command.backend} refuses it: {said['problem']}", where=str(resolved.file))
    instead = "" if there == command.accelerator else " (its CPU environment; no GPU is here)"
    say(f"{resolved.recipe.name}: confirmed by {command.backend}{instead}")
    return None
