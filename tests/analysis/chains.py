"""Tallies of known truth: responses spelt out, and chains drawn from the two-stage model."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dsrecipes.analysis.attempts import Decision
from dsrecipes.analysis.tally import COUNTS, INDEX, N_INDICES, Tally, count

MAX_ATTEMPTS = 60


def attempts(*items: str) -> list[Any]:
    """Attempts of a response, one word each: the candidate (right if "T", else wrong: "F", "G", …), then "*" if the
    decision after it rests on a marker. All but the last are resampled."""
    return [
        SimpleNamespace(
            index=index,
            candidate=item.rstrip("*"),
            correct=item.startswith("T"),
            decision=Decision.STOP if index == len(items) - 1 else Decision.RESAMPLE,
            marker="m" if item.endswith("*") else None,
        )
        for index, item in enumerate(items)
    ]


def counts(*items: str, truncated: bool = False, tokens: int | None = None, **verdict: bool) -> list[int]:
    """The counts of such a response; the final answer is right if the last candidate is, unless told otherwise."""
    trajectory: Any = SimpleNamespace(truncated=truncated, tokens=tokens)
    right = bool(items) and items[-1].startswith("T")
    return count(trajectory, attempts(*items), **{"right": right, "reader_disagrees": False, **verdict})


def tally(*responses: Sequence[str] | list[int], model: str = "m", size: str = "2x2") -> Tally:
    """A tally of responses, each to a problem of its own: `("F", "T")` or the counts themselves."""
    made = Tally(model, size)
    for index, response in enumerate(responses):
        is_counts = bool(response) and isinstance(response[0], int)
        made.add((index, 1), response if is_counts else counts(*response))  # type: ignore[arg-type]
    return made


def chains(
    rng: np.random.Generator, p: ArrayLike, p_sc: ArrayLike, p_rw: ArrayLike, *, problems: int = 100, samples: int = 1,
    later_p: ArrayLike | None = None, model: str = "m", size: str = "2x2",
) -> Tally:  # fmt: skip
    """Responses of the two-stage model. Rates are numbers, or arrays (problems,) where problems differ.

    With `later_p` all attempts but the first are right with that probability.
    """
    n = problems * samples
    first, keep, drop, later = (
        np.repeat(np.broadcast_to(np.asarray(rate, dtype=float), (problems,)), samples)
        for rate in (p, p_sc, p_rw, p if later_p is None else later_p)
    )
    rows: NDArray[np.int64] = np.zeros((n, len(COUNTS)), dtype=np.int64)

    def tell(name: str, which: NDArray[np.bool_]) -> None:
        rows[:, INDEX[name]] += which

    alive = np.ones(n, dtype=bool)
    tell("trajectories", alive)
    tell("first", alive)
    for index in range(MAX_ATTEMPTS):
        right = alive & (rng.random(n) < (later if index else first))
        wrong = alive & ~right
        stop = alive & (rng.random(n) < np.where(right, keep, 1 - drop))
        column = min(index, N_INDICES - 1)
        for name, which in (
            ("attempts", alive), ("right", right), ("right_stopped", right & stop), ("wrong_resampled", wrong & ~stop),
        ):  # fmt: skip
            tell(f"{name}_{column}", which)
        tell("right_attempts", right)
        tell("right_stopped", right & stop)
        tell("wrong_attempts", wrong)
        tell("wrong_resampled", wrong & ~stop)
        tell("last_right", right & stop)
        tell("right", right & stop)
        if index == 0:
            tell("first_right", right)
        else:
            tell("repaired", right & stop & (rows[:, INDEX["first_right"]] == 0))
        alive &= ~stop
        if not alive.any():
            break
    else:
        raise ValueError("a chain did not stop; choose other rates")
    made = Tally(model, size)
    for problem, row in enumerate(rows.reshape(problems, samples, -1).sum(axis=1).tolist()):
        made.add((problem, 1), row)
    return made
