"""Whether what an analyzer returned are the attempts of a response: another package's may return anything.

What is wrong is told where the analyzer was called, which knows the plugin and the trajectory; here are the rules.
"""

from __future__ import annotations

import re

from dsrecipes.analysis.attempts import Attempt, Decision
from dsrecipes.analysis.trajectories import Trajectory

_INTEGER = re.compile(r"-?[0-9]+", re.ASCII)


def fault(returned: object, trajectory: Trajectory) -> str | None:
    """What was expected instead of what an analyzer returned for a trajectory, and what came; None if all is well."""
    if not isinstance(returned, list):
        return f"expected a list of Attempt, got {_kind(returned)}"
    last = len(returned) - 1
    ending = Decision.TRUNCATED if trajectory.truncated else Decision.STOP
    for number, attempt in enumerate(returned):
        if not isinstance(attempt, Attempt):
            return f"expected a list of Attempt, got {_kind(attempt)} as number {number}"
        wrong = _fault(attempt, number, ending if number == last else Decision.RESAMPLE, len(trajectory.response))
        if wrong:
            return f"attempt {number}: {wrong}"
    return None


def _fault(attempt: Attempt, number: int, decision: Decision, length: int) -> str | None:
    """What is wrong with the attempt of this number, whose decision can be no other, in a response of this length."""
    candidate: object = attempt.candidate  # objects: what the types say is what is looked at here
    correct: object = attempt.correct
    marker: object = attempt.marker
    if attempt.index != number:
        return f"expected the index {number}, counted from 0, got {attempt.index!r}"
    if not isinstance(candidate, str) or not _INTEGER.fullmatch(candidate):
        return f"expected a candidate of decimal digits, as text, got {str(candidate)[:40]!r} ({_kind(candidate)})"
    if not isinstance(correct, bool):
        return f"expected whether it is correct, True or False, got {_kind(correct)}"
    if attempt.decision is not decision:
        why = "the last one of a response" if decision is not Decision.RESAMPLE else "one that another follows"
        return f"expected {decision!s}, as it is {why}, got {_shown(attempt.decision)}"
    if not _within(attempt.start, attempt.end, length):
        return f"expected 0 <= start <= end <= {length}, got {_shown(attempt.start)} and {_shown(attempt.end)}"
    place = attempt.marker_start, attempt.marker_end
    if marker is None and place == (None, None):
        return None
    if not isinstance(marker, str) or not _within(*place, length):
        shown = ", ".join(map(_shown, (marker, *place)))
        return f"expected a marker's name with 0 <= marker_start <= marker_end <= {length}, or None thrice, got {shown}"
    return None


def _within(start: object, end: object, length: int) -> bool:
    return isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= length


def _kind(value: object) -> str:
    return "None" if value is None else f"a {type(value).__name__}"


def _shown(value: object) -> str:
    return f"{value!r:.40}"
