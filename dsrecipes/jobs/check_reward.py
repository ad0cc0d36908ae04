"""Tries a recipe's reward function on a right and a wrong response, before anything is trained with it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dsrecipes import plugins, worker
from dsrecipes.backends.dataset import DATA_SOURCE
from dsrecipes.errors import UserError
from dsrecipes.jobs.ask import NoAnswer, ask
from dsrecipes.recipe.schema import Reward
from dsrecipes.task.multiplication import Problem
from dsrecipes.task.solutions import plain

_SECONDS = 20.0  # for a function that scores two short texts; one that needs longer hangs
_SAMPLE = Problem((38, 42))


def check_reward(
    reward: Reward, python: Path | None = None, environment: Mapping[str, str] | None = None
) -> tuple[UserError | None, str | None]:
    """What is wrong with a reward function, and what could not be checked here; None where there is nothing.

    It is tried in a process of its own, by this Python, which may lack what the function imports; or by `python`, the
    backend's, with the variables `environment`.
    """
    try:
        function = plugins.reward(reward.function)
    except UserError as error:
        return UserError(f"training.reward.function: {error.what}", hint=error.hint), None
    right = plain(_SAMPLE)
    config = {
        "file": str(function.file),
        "function": function.function,
        "kwargs": reward.kwargs,
        "data_source": DATA_SOURCE,
        "right": right,
        "wrong": right.replace(str(_SAMPLE.answer), str(_SAMPLE.answer + 1)),
        "ground_truth": str(_SAMPLE.answer),
        "extra_info": {"truncated": False},
    }
    told = _try(json.dumps(config), str(python or sys.executable), tuple(sorted((environment or {}).items())))
    if told["missing"] and python is None:
        return None, f"the reward function imports {told['missing']}: `validate --backend` tries it where that is"
    if told["problem"]:
        return UserError(f"training.reward: {reward.function}: {told['problem']}"), None
    return None, None


@cache
def _try(config: str, python: str, environment: tuple[tuple[str, str], ...]) -> dict[str, str | None]:
    script = Path(worker.__file__ or "").parent / "check_reward.py"
    try:
        return ask([python, str(script)], config, environment=dict(environment) or None, seconds=_SECONDS)
    except subprocess.TimeoutExpired:
        return {"problem": f"it needs more than {_SECONDS:g} s for two short responses", "missing": None}
    except NoAnswer as silence:
        last = (silence.said.splitlines() or ["nothing was said"])[-1]
        return {"problem": f"its process ended with exit code {silence.code}: {last[:200]}", "missing": None}
