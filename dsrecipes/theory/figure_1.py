"""What the text says of Figure 1, measured, and how far it depends on the constants that the text does not give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np

from dsrecipes.errors import UserError
from dsrecipes.theory.derivatives import Array
from dsrecipes.theory.dynamics import Constants, Dynamics, train, train_all
from dsrecipes.theory.paper import paper

SCAN: dict[str, tuple[Any, ...]] = {
    "length": (1, 2, 4, 8, 16, 32, 64),
    "kl_weight": (0.001, 0.01, 0.1, 1.0, 4.0),
    "step_size": (0.005, 0.01, 0.02, 0.05, 0.1),
    "update_period": (2, 10, 25, 50, 100, 200, 400),
    # Even; Appendix C's reference; rarely right; stops at anything; resamples anything; checks well already.
    "logits": ((0, 0, 0), (0.3, 2.0, 1.2), (-2, 0, 0), (0, 3, -3), (0, -1, 2), (0, 4, 4)),
}
"""The values that `sensitivity` tries, one constant at a time; `length` sets that of correct and wrong answers."""


@dataclass(frozen=True)
class StatementRow:
    """A statement of the text and what the dynamics measure: smallest, median and largest over the steps."""

    units: ClassVar[dict[str, str]] = {"low": "1", "median": "1", "high": "1"}
    statement: str
    measure: str
    low: float
    median: float
    high: float
    criterion: str
    holds: bool


@dataclass(frozen=True)
class SensitivityRow:
    """One constant changed: the attribution ratios over the steps, and whether the text's two statements hold."""

    units: ClassVar[dict[str, str]] = {
        "surrogate_low": "sampling : decision, 1",
        "surrogate_high": "sampling : decision, 1",
        "kl_low": "sampling : decision, 1",
        "kl_median": "sampling : decision, 1",
        "kl_high": "sampling : decision, 1",
    }
    constant: str
    value: str
    surrogate_low: float
    surrogate_high: float
    kl_low: float
    kl_median: float
    kl_high: float
    surrogate_near_one: bool
    kl_above_two: bool


def statements(dynamics: Dynamics) -> list[StatementRow]:
    """The text's statements about Figure 1. The criteria are ours (**assumed**), but for 2:1, which the text gives."""
    said = paper()["figure_1"]["statements"]
    surrogate, kl, net = np.abs(dynamics.surrogate), np.abs(dynamics.kl), dynamics.net
    apart = _apart(dynamics)
    spread = surrogate.max(axis=1) / surrogate.min(axis=1)
    dominance = kl[apart, 0] / kl[apart, 1:].max(axis=1)
    sustained = (net / surrogate)[:, 1:].min(axis=1)
    way = _way(dynamics) / _way(train(replace(dynamics.constants, kl_weight=0.0)))
    rows = (
        (
            "reward_comparable",
            "largest : smallest size of the surrogate gradient",
            spread,
            "below 10 at every step",
            spread.max() < 10,
        ),
        (
            "kl_dominated",
            "KL gradient of sampling : the larger one of the decisions",
            dominance,
            "median from 5 to 20",
            5 <= np.median(dominance) <= 20,
        ),
        (
            "reward_symmetric",
            "attribution ratio of the surrogate reward",
            dynamics.surrogate_ratio,
            "from 2/3 to 3/2 at every step",
            _near_one(dynamics),
        ),
        (
            "kl_above_two",
            "attribution ratio of the KL penalty",
            dynamics.kl_ratio[apart],
            "above 2 at every step",
            _above_two(dynamics),
        ),
        (
            "decision_sustained",
            "net gradient : surrogate gradient, the smaller one of the decisions",
            sustained,
            "above 0 at every step",
            sustained.min() > 0,
        ),
        (
            "sampling_held",
            "way that the sampling logit goes with the KL penalty : without",
            way[:1],
            f"below 1/2 and below the decisions' ({way[1]:.2f}, {way[2]:.2f})",
            way[0] < min(0.5, way[1], way[2]),
        ),
    )
    return [
        StatementRow(said[key], measure, float(x.min()), float(np.median(x)), float(x.max()), criterion, bool(holds))
        for key, measure, x, criterion, holds in rows
    ]


def sensitivity(base: Constants | None = None) -> list[SensitivityRow]:
    """The attribution ratios over `SCAN`: where is the reward's near 1, where the KL penalty's above 2 throughout?"""
    scanned = list(_settings(base or Constants()))
    trained = train_all([constants for _, _, constants in scanned])
    return [_measure(name, str(value), dynamics) for (name, value, _), dynamics in zip(scanned, trained, strict=True)]


def _settings(base: Constants) -> Iterator[tuple[str, Any, Constants]]:
    unit = replace(base, correct_length=1, wrong_length=1)
    for name, values in SCAN.items():
        for value in values:
            names = ("correct_length", "wrong_length") if name == "length" else (name,)
            yield name, value, replace(base, **dict.fromkeys(names, value))
    for logits in SCAN["logits"]:
        yield "logits, length 1", logits, replace(unit, logits=logits)


def _measure(name: str, value: str, dynamics: Dynamics) -> SensitivityRow:
    surrogate = dynamics.surrogate_ratio
    kl = dynamics.kl_ratio[_apart(dynamics)]
    return SensitivityRow(
        constant=name,
        value=value,
        surrogate_low=float(surrogate.min()),
        surrogate_high=float(surrogate.max()),
        kl_low=float(kl.min()),
        kl_median=float(np.median(kl)),
        kl_high=float(kl.max()),
        surrogate_near_one=_near_one(dynamics),
        kl_above_two=_above_two(dynamics),
    )


def _near_one(dynamics: Dynamics) -> bool:
    ratio = dynamics.surrogate_ratio
    return bool(ratio.min() >= 2 / 3 and ratio.max() <= 3 / 2)


def _above_two(dynamics: Dynamics) -> bool:
    return bool(dynamics.kl_ratio[_apart(dynamics)].min() > 2)


def _apart(dynamics: Dynamics) -> Array:
    """(steps,): where policy and reference differ, and so the KL penalty has a gradient."""
    apart = np.asarray(dynamics.kl.any(axis=1))
    if not apart.any():
        raise UserError(
            "the KL penalty has no gradient at any step, so nothing can be said of its attribution",
            where="theory.dynamics.Constants",
            hint="kl_weight must be above 0 and update_period above 1",
        )
    return apart


def _way(dynamics: Dynamics) -> Array:
    """(3,): how far each logit goes from the first step to after the last."""
    return np.asarray(np.abs(dynamics.net.sum(axis=0)) * dynamics.constants.step_size)
