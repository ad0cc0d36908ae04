"""Tries a recipe's analyzer on a few short responses, before anything is trained whose responses it is to read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dsrecipes import plugins
from dsrecipes.analysis.settings import Settings
from dsrecipes.errors import JobFailed, UserError
from dsrecipes.task.multiplication import Problem
from dsrecipes.task.solutions import plain

if TYPE_CHECKING:
    from dsrecipes.analysis.trajectories import Trajectory

_SAMPLE = Problem((38, 42))
_RESPONSES = {
    "a right answer": plain(_SAMPLE),
    "a second attempt": "Answer: 1595\nI made a mistake. Let me recompute.\n38 * 42 = 1596\nAnswer: 1596\n",
    "no answer": "I do not know.",
    "empty": "",
}


@cache
def check_analyzer(name: str) -> UserError | None:
    """What is wrong with an analyzer, None if nothing is.

    Ours are not tried: importing them would take most of a check's time.
    """
    try:
        if plugins.is_ours(plugins.ANALYZERS, name):
            return None
        from dsrecipes.analysis.judge import Judge

        judge = Judge(Settings(analyzer=name))
        for trajectory in _trajectories():
            judge(trajectory)
    except UserError as error:
        return error
    except JobFailed as error:
        return UserError(f"{error.what} (tried on {error.where})", hint=error.hint)
    return None


def _trajectories() -> list[Trajectory]:
    """Each response finished, and cut off."""
    from dsrecipes.analysis.trajectories import Trajectory

    return [
        Trajectory(
            id=f"{what}, {ending}",
            model="tried",
            size="2x2",
            operands=_SAMPLE.operands,
            prompt="",
            response=response,
            ground_truth=str(_SAMPLE.answer),
            finish_reason="length" if ending == "cut off" else "stop",
            seed=0,
            sample=0,
        )
        for what, response in _RESPONSES.items()
        for ending in ("finished", "cut off")
    ]
