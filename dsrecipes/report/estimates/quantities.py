"""The quantities that are estimated, each a function of counts added up over problems."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dsrecipes.analysis.calibration import size_order
from dsrecipes.analysis.intervals import ratio
from dsrecipes.analysis.two_stage import MISFIT_COUNTS, Floats, misfits

COUNTS = (*MISFIT_COUNTS, "trajectories", "right", "repaired", "resampling", "f_to_t", "f_to_same", "f_to_other")
INDEX = {name: column for column, name in enumerate(COUNTS)}
Totals = NDArray[np.float64]
"""Totals of the counts COUNTS along the last axis, a size along the one before."""


@dataclass(frozen=True)
class Quantity:
    """A rate by its name. `value` and `n`, its denominator (`of`, in words), are made of totals by size.

    `bounded`: a share between 0 and 1, whose closed-form interval has meaning; `by_answer`: an answer counts once in
    its denominator, where of attempts it may have several; `undefined`: why it may be so where there is a denominator.
    """

    value: Callable[[Totals, Sequence[str]], Floats]
    n: Callable[[Totals], Floats]
    of: str
    bounded: bool = True
    by_answer: bool = True
    undefined: str = ""


def _sum(totals: Totals, *names: str) -> Floats:
    """Of counts, over the sizes."""
    return np.asarray(sum(totals[..., INDEX[name]].sum(axis=-1) for name in names), dtype=np.float64)


def _share(above: str, below: str, of: str, *, by_answer: bool) -> Quantity:
    return Quantity(
        lambda totals, _: ratio(_sum(totals, above), _sum(totals, below)),
        lambda totals: _sum(totals, below),
        of,
        by_answer=by_answer,
    )


def _wrong_first(totals: Totals) -> Floats:
    return _sum(totals, "first") - _sum(totals, "first_right")


def _from_wrong(totals: Totals) -> Floats:
    return _sum(totals, "f_to_t", "f_to_same", "f_to_other")


def _finished(totals: Totals) -> Floats:
    return _sum(totals, "first")


def _reflection_gain(totals: Totals, sizes: Sequence[str]) -> Floats:
    """Finished answers: last candidate right less first candidate right."""
    return ratio(_sum(totals, "last_right") - _sum(totals, "first_right"), _finished(totals))


def _p_by_digit(totals: Totals, sizes: Sequence[str]) -> Floats:
    """The slope of the least-squares line of p by size over the number of digits of both operands."""
    p = ratio(totals[..., INDEX["first_right"]], totals[..., INDEX["first"]])
    digits = np.array([size_order(size)[0] for size in sizes], dtype=np.float64)
    centred = digits - digits.mean()
    return ratio((p * centred).sum(axis=-1), (centred**2).sum())


def _misfit(totals: Totals, sizes: Sequence[str]) -> Floats:
    """Undefined without a second attempt: predicted and observed accuracy then agree whatever the model did."""
    found = misfits(totals[..., [INDEX[name] for name in MISFIT_COUNTS]].sum(axis=-2))
    return np.where(_sum(totals, "resampling") > 0, found, np.nan)


QUANTITIES: Mapping[str, Quantity] = {
    "accuracy": _share("right", "trajectories", "answers", by_answer=True),
    "p": _share("first_right", "first", "first attempts", by_answer=True),
    "p_sc": _share("right_stopped", "right_attempts", "right attempts", by_answer=False),
    "p_rw": _share("wrong_resampled", "wrong_attempts", "wrong attempts", by_answer=False),
    "p_ft": Quantity(
        lambda x, _: ratio(_sum(x, "f_to_t"), _from_wrong(x)),
        _from_wrong,
        "reflections from wrong attempts",
        by_answer=False,
    ),
    "p_ft_by_response": Quantity(
        lambda x, _: ratio(_sum(x, "repaired"), _wrong_first(x)), _wrong_first, "wrong first attempts"
    ),
    "reflection_gain": Quantity(_reflection_gain, _finished, "first attempts", bounded=False),
    "p_by_digit": Quantity(
        _p_by_digit,
        _finished,
        "first attempts",
        bounded=False,
        undefined="one number of digits only, or a size without first attempts",
    ),
    "misfit": Quantity(
        _misfit,
        _finished,
        "first attempts",
        bounded=False,
        undefined="no second attempt, without which nothing is tested, or no decision to stop",
    ),
}
