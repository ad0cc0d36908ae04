"""What one run measured at one size: counts, from problems.parquet, or from calibration.json where an older analysis
left nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dsrecipes.analysis.intervals import Interval, Rate
from dsrecipes.analysis.tally import Tally


@dataclass(frozen=True)
class Measured:
    """The counts behind the rates of one size. `tally` holds them by problem, None in an older analysis.

    `predicted_interval` is the bootstrap's of that older analysis.
    """

    accuracy: Rate
    p: Rate
    p_sc: Rate
    p_rw: Rate
    n_truncated: int
    n_without_candidate: int
    n_reader_disagrees: int
    tally: Tally | None = None
    predicted_interval: Interval | None = None


def from_tally(tally: Tally) -> Measured:
    """The sums over problems."""
    return Measured(
        accuracy=Rate(tally.total("right"), tally.total("trajectories")),
        p=Rate(tally.total("first_right"), tally.total("first")),
        p_sc=Rate(tally.total("right_stopped"), tally.total("right_attempts")),
        p_rw=Rate(tally.total("wrong_resampled"), tally.total("wrong_attempts")),
        n_truncated=tally.total("truncated"),
        n_without_candidate=tally.total("without_candidate"),
        n_reader_disagrees=tally.total("reader_disagrees"),
        tally=tally,
    )


def from_calibration(entry: Mapping[str, Any]) -> Measured:
    """From an object of calibration.json, whose rates times their denominators are whole numbers.

    Raises KeyError, TypeError or ValueError if it is no such object.
    """
    interval = entry.get("predicted_accuracy_ci")
    return Measured(
        accuracy=_rate(entry, "accuracy", "n"),
        p=_rate(entry, "p", "n_first"),
        p_sc=_rate(entry, "p_sc", "n_correct_attempts"),
        p_rw=_rate(entry, "p_rw", "n_wrong_attempts"),
        n_truncated=int(entry["n_truncated"]),
        n_without_candidate=int(entry.get("n_without_candidate") or 0),
        n_reader_disagrees=int(entry.get("n_reader_disagrees") or 0),
        predicted_interval=(float(interval[0]), float(interval[1])) if interval else None,
    )


def _rate(entry: Mapping[str, Any], name: str, denominator: str) -> Rate:
    value, n = entry[name], entry[denominator]
    if not isinstance(n, int) or not isinstance(value, int | float | None):
        raise TypeError(f"{name} is {value!r}, {denominator} is {n!r}")
    rate = Rate(round((value or 0) * n), n)
    if not 0 <= rate.successes <= n or (value is None) != (n == 0):
        raise ValueError(f"{name} is {value!r} of {n}")
    return rate
