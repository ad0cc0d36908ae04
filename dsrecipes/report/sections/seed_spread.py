"""Several seeds of one model: how far they lie apart."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dsrecipes.analysis.intervals import Interval
from dsrecipes.report.arms import Arm, Region, Scale
from dsrecipes.report.cells import escape, number, percent, shown_size
from dsrecipes.report.collect import RunRecord
from dsrecipes.report.document import Table, Text
from dsrecipes.report.estimates.estimator import Estimator
from dsrecipes.report.results import sum_of
from dsrecipes.report.seeds import SeedSpread, seed_spread


@dataclass(frozen=True)
class _Row:
    """An arm with several seeds over a region: their spread, and the interval by problem; `why` says why there is
    none."""

    arm: Arm
    region: Region
    spread: SeedSpread | None
    by_problem: Interval | None
    why: str = ""


def seeds(scale: Scale, estimator: Estimator) -> list[Table | Text]:
    """The spread between seeds by region and size, or a word that there is none to see."""
    rows = [
        _row(arm, region, estimator)
        for arm in scale.measured
        if len(arm.runs) > 1
        for region in (*scale.regions, *(Region(size, (size,)) for size in scale.sizes))
    ]
    if not rows and not scale.runs:
        return []
    if not rows:
        return [Text("**One seed a model**: how far another seed would lie from it cannot be said.")]
    alone = [escape(arm.label) for arm in scale.measured if len(arm.runs) == 1]
    caption = (
        "Accuracy in % of several seeds. *Between*: standard deviation between the seeds' accuracies, points; "
        "*within*: standard error of one seed's accuracy, from its number of answers alone: about so far seeds that "
        "learned the same lie apart by chance, often less, and often more (of three, in about a third of the cases). "
        "Three 95% intervals: of all answers as if independent (Wilson), of the problems with the answers of all seeds "
        "(bootstrap, drawn size by size), and over seeds (Student's t), which speaks of training once more."
    )
    if alone:
        caption += f" One seed only: {'; '.join(alone)}."
    return [
        Table(
            name=f"seeds-{scale.slug}",
            caption=caption,
            frame=pd.DataFrame([_record(scale, row, row.spread) for row in rows if row.spread]),
            headings=("model", "where", "by seed", "between", "within", "pooled", "by problem", "over seeds", "n"),
            cells=tuple(_cells(scale, row) for row in rows),
        )
    ]


def _row(arm: Arm, region: Region, estimator: Estimator) -> _Row:
    if why := arm.why_not(region.sizes):
        return _Row(arm, region, None, None, why)
    lacking = [f"seed {run.seed} lacks {size}" for run in arm.runs for size in region.sizes if not _has(run, size)]
    if lacking:
        return _Row(arm, region, None, None, "; ".join(lacking))
    by_seed = [sum_of(rates) for rates in zip(*(arm.results[size].by_seed for size in region.sizes), strict=True)]
    return _Row(arm, region, seed_spread(by_seed), estimator.rate("accuracy", arm, region).by_problem, "no answers")


def _has(run: RunRecord, size: str) -> bool:
    return size in (run.measured or {})


def _cells(scale: Scale, row: _Row) -> tuple[str, ...]:
    head = escape(row.arm.label), shown_size(row.region.title, scale.trained_sizes)
    spread = row.spread
    if spread is None:
        return (*head, escape(row.why), *["–"] * 6)
    return (
        *head,
        ", ".join(percent(value) for value in spread.accuracies),
        number(100 * spread.between, ".1f"),
        number(100 * spread.within, ".1f"),
        percent(spread.pooled.value, spread.pooled.interval),
        _bounds(row.by_problem) if row.by_problem else "no counts by problem",
        _bounds(spread.over_seeds),
        str(spread.pooled.n),
    )


def _bounds(interval: Interval) -> str:
    return f"[{100 * interval[0]:.1f}, {100 * interval[1]:.1f}]"


def _record(scale: Scale, row: _Row, spread: SeedSpread) -> dict[str, object]:
    low, high = spread.pooled.interval or (None, None)
    problem_low, problem_high = row.by_problem or (None, None)
    return {
        "scale": scale.name,
        "model": row.arm.label,
        "where": row.region.title,
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
        **row.arm.trace,
    }
