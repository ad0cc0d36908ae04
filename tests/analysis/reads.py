"""A response as the reader sees it."""

from __future__ import annotations

from dsrecipes.analysis.attempts import parse_attempts
from dsrecipes.analysis.trajectories import Trajectory
from dsrecipes.task.multiplication import Problem
from dsrecipes.task.prompt import prompt


def trajectory(
    response: str, *, finished: bool = True, operands: tuple[int, int] = (38, 42), truth: str | None = None
) -> Trajectory:
    truth = truth or str(operands[0] * operands[1])
    end = "stop" if finished else "length"
    return Trajectory("t", "m", "2x2", operands, prompt(Problem(operands)), response, truth, end, None, 0, 0)


def read(response: str, *, finished: bool = True, operands: tuple[int, int] = (38, 42)) -> list[tuple[str, str]]:
    """(candidate, decision) of each attempt."""
    attempts = parse_attempts(trajectory(response, finished=finished, operands=operands))
    return [(item.candidate, str(item.decision)) for item in attempts]
