"""Several seeds of one recipe: how far they lie apart, and how far chance alone would put them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import mean, stdev

from scipy.stats import t

from dsrecipes.analysis.intervals import (
    CONFIDENCE,
    Interval,
    Rate,
    generator,
    percentile_interval,
    ratio,
    resampled_totals,
)
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.tally import Tally
from dsrecipes.report.results import sum_of


@dataclass(frozen=True, slots=True)
class SeedSpread:
    """The accuracies of two or more runs that differ in their seed alone; fractions of 1.

    - `between` is the standard deviation between the seeds' accuracies.
    - `within` is the standard error of one seed's accuracy, √(a(1 − a)/n): what finitely many answers alone make of it.
      Seeds answer the same problems, so by chance alone they lie apart by no more than that.
    - `pooled` has the interval of all answers as if independent, `by_problem` the bootstrap's, which draws problems
      with the answers of all seeds (None without counts by problem), `over_seeds` Student's t over the seeds'
      accuracies: the one that speaks of training again with another seed.
    """

    accuracies: tuple[float, ...]
    pooled: Rate
    between: float
    within: float
    by_problem: Interval | None
    over_seeds: Interval


def seed_spread(by_seed: Sequence[Rate], tally: Tally | None, settings: Settings) -> SeedSpread | None:
    """None with fewer than two seeds that answered anything."""
    accuracies = [rate.value for rate in by_seed if rate.value is not None]
    if len(accuracies) < 2:
        return None
    pooled = sum_of(by_seed)
    share, n = pooled.successes / pooled.n, pooled.n / len(accuracies)
    between = stdev(accuracies)
    half = float(t.ppf((1 + CONFIDENCE) / 2, len(accuracies) - 1)) * between / sqrt(len(accuracies))
    middle = mean(accuracies)
    return SeedSpread(
        accuracies=tuple(accuracies),
        pooled=pooled,
        between=between,
        within=sqrt(share * (1 - share) / n),
        by_problem=accuracy_by_problem(tally, settings) if tally else None,
        over_seeds=(middle - half, middle + half),
    )


def accuracy_by_problem(tally: Tally, settings: Settings) -> Interval | None:
    """The bootstrap interval of the accuracy, drawing problems with all of their answers."""
    rng = generator(settings.seed, tally.model, tally.size, "accuracy")
    right, answers = resampled_totals(tally.columns(("right", "trajectories")), settings.resamples, rng).T
    return percentile_interval(ratio(right, answers)).interval
