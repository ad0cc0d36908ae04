"""Several seeds of one model: how far they lie apart."""

from __future__ import annotations

import pandas as pd

from dsrecipes.analysis.intervals import Interval
from dsrecipes.analysis.settings import Settings
from dsrecipes.report.arms import Arm, Region, Scale
from dsrecipes.report.cells import escape, number, percent, shown_size
from dsrecipes.report.document import Table, Text
from dsrecipes.report.results import sum_of
from dsrecipes.report.seeds import SeedSpread, seed_spread


def seeds(scale: Scale, settings: Settings) -> list[Table | Text]:
    """The spread between seeds by region and size, or a word that there is none to see."""
    spreads = [
        (arm, region, spread)
        for arm in scale.measured
        for region in (*scale.regions, *(Region(size, (size,)) for size in scale.sizes))
        if (spread := _spread(arm, region, settings))
    ]
    if not spreads and not scale.runs:
        return []
    if not spreads:
        return [Text("**One seed a model**: how far another seed would lie from it cannot be said.")]
    alone = [escape(arm.label) for arm in scale.measured if len(arm.runs) == 1]
    caption = (
        "Accuracy in % of several seeds. *Between*: standard deviation between the seeds' accuracies, points; "
        "*within*: standard error of one seed's accuracy, from its number of answers alone, which is the most that "
        "seeds would lie apart by chance. Three 95% intervals: of all answers as if independent (Wilson), by bootstrap "
        "of the problems with the answers of all seeds, and over seeds (Student's t), which speaks of training once "
        "more."
    )
    if alone:
        caption += f" One seed only: {'; '.join(alone)}."
    return [
        Table(
            name=f"seeds-{scale.slug}",
            caption=caption,
            frame=pd.DataFrame([_seed_record(scale, *item) for item in spreads]),
            headings=("model", "where", "by seed", "between", "within", "pooled", "by problem", "over seeds", "n"),
            cells=tuple(_seed_cells(scale, *item) for item in spreads),
        )
    ]


def _spread(arm: Arm, region: Region, settings: Settings) -> SeedSpread | None:
    if arm.why_not(region.sizes):
        return None
    results = [arm.results[size] for size in region.sizes]
    if any(len(result.by_seed) != len(arm.runs) for result in results):
        return None
    by_seed = [sum_of(rates) for rates in zip(*(result.by_seed for result in results), strict=True)]
    tally = None if arm.why_not_by_problem(region.sizes) else arm.tally(region)
    return seed_spread(by_seed, tally, settings)


def _seed_cells(scale: Scale, arm: Arm, region: Region, spread: SeedSpread) -> tuple[str, ...]:
    return (
        escape(arm.label),
        shown_size(region.title, scale.trained_sizes),
        ", ".join(percent(value) for value in spread.accuracies),
        number(100 * spread.between, ".1f"),
        number(100 * spread.within, ".1f"),
        percent(spread.pooled.value, spread.pooled.interval),
        _bounds(spread.by_problem) if spread.by_problem else "no counts by problem",
        _bounds(spread.over_seeds),
        str(spread.pooled.n),
    )


def _bounds(interval: Interval) -> str:
    return f"[{100 * interval[0]:.1f}, {100 * interval[1]:.1f}]"


def _seed_record(scale: Scale, arm: Arm, region: Region, spread: SeedSpread) -> dict[str, object]:
    low, high = spread.pooled.interval or (None, None)
    problem_low, problem_high = spread.by_problem or (None, None)
    return {
        "scale": scale.name,
        "model": arm.label,
        "where": region.title,
        "accuracies": " ".join(f"{value:.6g}" for value in spread.accuracies),
        "between": spread.between,
        "within": spread.within,
        "pooled": spread.pooled.value,
        "pooled_low": low,
        "pooled_high": high,
        "by_problem_low": problem_low,
        "by_problem_high": problem_high,
        "over_seeds_low": spread.over_seeds[0],
        "over_seeds_high": spread.over_seeds[1],
        "n": spread.pooled.n,
        **arm.trace,
    }
