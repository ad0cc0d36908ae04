"""What the seeds of training add to the uncertainty of a quantity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from statistics import variance

from scipy.stats import t

from dsrecipes.analysis.intervals import CONFIDENCE
from dsrecipes.analysis.tally import Tally
from dsrecipes.report.arms import Arm, Region


def unknown_seeds(known: Iterable[tuple[Arm, int]]) -> tuple[str, ...]:
    """What is to be told of arms, each with the number of its seeds that define a quantity: the label of a trained one
    that has a single seed, and the number where some of several do not."""
    trained = {arm.key: (arm, n) for arm, n in known if arm.is_trained}.values()
    return tuple(
        arm.label if len(arm.runs) < 2 else f"{arm.label} (defined in {n} of {len(arm.runs)} seeds)"
        for arm, n in trained
        if n < max(2, len(arm.runs))
    )


def seed_tallies(arm: Arm, region: Region) -> list[list[Tally]]:
    """The tallies of each training seed by size; none where there is one seed only."""
    if not arm.is_trained or len(arm.runs) < 2:
        return []
    by_run = [[(run.measured or {}).get(size) for size in region.sizes] for run in arm.runs]
    found = [[one.tally for one in sizes if one and one.tally] for sizes in by_run]
    return [[_named(tally, arm) for tally in tallies] for tallies in found if len(tallies) == len(region.sizes)]


def _named(tally: Tally, arm: Arm) -> Tally:
    """The same counts under the arm's name: a recipe calls its models otherwise."""
    named = Tally(arm.label, tally.size)
    named.merge(tally)
    return named


def half_width(spreads: Sequence[Sequence[float]]) -> float | None:
    """Of Student's t interval over seeds, with Welch's degrees of freedom; None where no arm has two."""
    parts = [(variance(values) / len(values), len(values) - 1) for values in spreads if len(values) > 1]
    if not parts:
        return None
    total = sum(part for part, _ in parts)
    if not total:
        return 0.0
    df = total**2 / sum(part**2 / free for part, free in parts)
    return float(t.ppf((1 + CONFIDENCE) / 2, df)) * sqrt(total)
