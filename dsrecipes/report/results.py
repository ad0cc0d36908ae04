"""What a model reached at one size, over its seeds pooled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dsrecipes.analysis.calibration import Calibration, calibrate
from dsrecipes.analysis.intervals import Estimate, Interval, Rate
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.tally import Tally
from dsrecipes.analysis.two_stage import predicted_accuracy
from dsrecipes.report.measured import Measured


@dataclass(frozen=True)
class SizeResult:
    """A model at one size. `by_seed` holds the accuracy of each run.

    Pooled is exact where every run has counts by problem: `tally` is their sum, and `calibration` what follows from it.
    Both are None where one lacks them; rates then rest on the sums, and the predicted accuracy of several runs has no
    interval.
    """

    size: str
    accuracy: Estimate
    p: Estimate
    p_sc: Estimate
    p_rw: Estimate
    predicted: float | None
    predicted_interval: Interval | None
    n_truncated: int
    n_without_candidate: int
    n_reader_disagrees: int
    by_seed: tuple[Rate, ...]
    tally: Tally | None
    calibration: Calibration | None


def pool(label: str, size: str, parts: Sequence[Measured], settings: Settings) -> SizeResult:
    """The result of a model at one size from what its runs measured. The bootstrap's seed depends on `label`."""
    tallies = [part.tally for part in parts if part.tally is not None]
    tally = add_up(label, size, tallies) if len(tallies) == len(parts) else None
    calibration = calibrate(tally, settings) if tally else None
    p, p_sc, p_rw = (sum_of(getattr(part, name) for part in parts) for name in ("p", "p_sc", "p_rw"))
    accuracy = sum_of(part.accuracy for part in parts)
    alone = parts[0].predicted_interval if len(parts) == 1 else None
    return SizeResult(
        size=size,
        accuracy=calibration.accuracy if calibration else estimate(accuracy, settings),
        p=calibration.p if calibration else estimate(p, settings),
        p_sc=calibration.p_sc if calibration else estimate(p_sc, settings),
        p_rw=calibration.p_rw if calibration else estimate(p_rw, settings),
        predicted=predicted_accuracy(p.value, p_sc.value, p_rw.value),
        predicted_interval=calibration.predicted_accuracy_ci if calibration else alone,
        n_truncated=sum(part.n_truncated for part in parts),
        n_without_candidate=sum(part.n_without_candidate for part in parts),
        n_reader_disagrees=sum(part.n_reader_disagrees for part in parts),
        by_seed=tuple(part.accuracy for part in parts),
        tally=tally,
        calibration=calibration,
    )


def add_up(label: str, size: str, tallies: Sequence[Tally]) -> Tally:
    """The sum of some tallies, problem by problem."""
    total = Tally(label, size)
    for tally in tallies:
        total.merge(tally)
    return total


def sum_of(rates: Iterable[Rate]) -> Rate:
    """Successes and denominators added up."""
    rates = list(rates)
    return Rate(sum(rate.successes for rate in rates), sum(rate.n for rate in rates))


def estimate(rate: Rate, settings: Settings) -> Estimate:
    """A rate known by its sums alone: with its interval by a closed formula, none where the bootstrap was asked for."""
    return Estimate(rate, None if settings.interval == "bootstrap" else rate.interval_by(settings.interval))
