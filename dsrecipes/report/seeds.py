"""Several seeds of one recipe: how far they lie apart, and how far chance alone would put them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import mean, stdev

from dsrecipes.analysis.intervals import Interval, Rate
from dsrecipes.report.estimates.over_seeds import half_width
from dsrecipes.report.results import sum_of


@dataclass(frozen=True, slots=True)
class SeedSpread:
    """The accuracies of two or more runs that differ in their seed alone; fractions of 1.

    - `between` is the standard deviation between the seeds' accuracies.
    - `within` is the standard error of one seed's accuracy, √(a(1 − a)/n): what finitely many answers alone make of it.
      Seeds that learned the same scatter about so far, by chance with three of them in a third of the cases farther.
    - `pooled` has the interval of all answers as if independent, `over_seeds` is Student's t over the seeds'
      accuracies: the one that speaks of training again with another seed.
    """

    accuracies: tuple[float, ...]
    pooled: Rate
    between: float
    within: float
    over_seeds: Interval


def seed_spread(by_seed: Sequence[Rate]) -> SeedSpread | None:
    """None with fewer than two seeds that answered anything."""
    accuracies = [rate.value for rate in by_seed if rate.value is not None]
    half = half_width([accuracies])
    if half is None:
        return None
    pooled = sum_of(by_seed)
    share, n = pooled.successes / pooled.n, pooled.n / len(accuracies)
    middle = mean(accuracies)
    return SeedSpread(
        accuracies=tuple(accuracies),
        pooled=pooled,
        between=stdev(accuracies),
        within=sqrt(share * (1 - share) / n),
        over_seeds=(middle - half, middle + half),
    )
