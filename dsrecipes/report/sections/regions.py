"""Accuracy in distribution and out of it, and the gaps to the base."""

from __future__ import annotations

import pandas as pd

from dsrecipes.analysis.intervals import Interval
from dsrecipes.analysis.settings import Settings
from dsrecipes.report.arms import Arm, Region, Scale
from dsrecipes.report.cells import escape, found_columns, left_out_of, measured, percent, points
from dsrecipes.report.document import Table
from dsrecipes.report.estimates.estimator import Estimator
from dsrecipes.report.estimates.found import Found
from dsrecipes.report.gaps import Gaps
from dsrecipes.report.paired import independent_gap
from dsrecipes.report.paper import paper
from dsrecipes.report.results import estimate


def by_region(scale: Scale, gaps: Gaps, estimator: Estimator, settings: Settings) -> Table:
    """Accuracy of each arm over the in-distribution problems, and over the others, and its gap to the base."""
    rows, records = [], []
    for arm in scale.arms:
        for region in scale.regions:
            ours = _over(arm, region, estimator, settings)
            gap, paired = _gap(arm, region, gaps)
            theirs, their_gap = _paper(arm, region, gaps)
            why = arm.why_not(region.sizes)
            rows.append(
                (
                    escape(arm.label),
                    region.title,
                    measured(ours, percent) if ours.n else why,
                    str(ours.n) if ours.n else "–",
                    _gap_cell(arm, region, gaps, gap),
                    percent(theirs) if theirs is not None else "not in the paper",
                    points(their_gap),
                )
            )
            low, high = gap[1] if gap else (None, None)
            records.append(
                {
                    "scale": scale.name,
                    "model": arm.label,
                    "region": region.title,
                    **found_columns("accuracy", ours),
                    "accuracy_n": ours.n or None,
                    "gap_to": _reference(arm, region, gaps),
                    "gap": gap[0] if gap else None,
                    "gap_low": low,
                    "gap_high": high,
                    "gap_paired": paired if gap else None,
                    "paper": theirs,
                    "paper_gap": their_gap,
                    **arm.trace,
                    "empty_because": why,
                }
            )
    reference = scale.gaps()[-1][1].label if scale.gaps() else ""
    return Table(
        name=f"in-and-out-{scale.slug}",
        caption="Accuracy in % over all problems in distribution, and over the others, with 95% intervals by problem "
        f"and over seeds, and the gap to {escape(reference)} in points with its bootstrap interval, paired by problem "
        "(*unpaired*: Newcombe's, where counts by problem are missing). The paper's column holds the mean of its own "
        "sizes.",
        frame=pd.DataFrame(records),
        headings=("model", "where", "accuracy", "n", "gap", "paper", "paper's gap"),
        cells=tuple(rows),
    )


def _over(arm: Arm, region: Region, estimator: Estimator, settings: Settings) -> Found:
    """The accuracy over a region's sizes; where counts by problem are missing with one run's interval by formula."""
    if not arm.why_not_by_problem(region.sizes):
        return estimator.rate("accuracy", arm, region)
    rate = arm.accuracy(region.sizes)
    if rate is None:
        return Found()
    return Found(rate.value, n=rate.n, interval=estimate(rate, settings).interval if len(arm.runs) == 1 else None)


def _reference(arm: Arm, region: Region, gaps: Gaps) -> str:
    gap = gaps.of(arm, region)
    return gap.b.label if gap else ""


def _gap(arm: Arm, region: Region, gaps: Gaps) -> tuple[tuple[float, Interval] | None, bool]:
    """The gap to the arm that all are compared with, and whether it is paired by problem."""
    gap = gaps.of(arm, region)
    if gap is None:
        return None, False
    if gap.parts:
        value, interval = gap.parts.observed_gap.value, gap.parts.observed_gap.interval
        return ((value, interval) if value is not None and interval else None), True
    ours, theirs = arm.accuracy(region.sizes), gap.b.accuracy(region.sizes)
    return (independent_gap(ours, theirs) if ours and theirs else None), False


def _gap_cell(arm: Arm, region: Region, gaps: Gaps, gap: tuple[float, Interval] | None) -> str:
    found = gaps.of(arm, region)
    if gap:
        parts = found.parts if found else None
        return points(*gap) + (left_out_of(parts.n_only_a + parts.n_only_b) if parts else " *unpaired*")
    if found is None:
        return "reference"
    return found.why or "; ".join(found.parts.reasons if found.parts else ())


def _paper(arm: Arm, region: Region, gaps: Gaps) -> tuple[float | None, float | None]:
    """The paper's accuracy over its own sizes of that region, and its gap to its base; None where it has none."""
    inside = paper().in_distribution
    sizes = {
        "in distribution": inside,
        "out of distribution": tuple(size for size in paper().sizes if size not in inside),
    }.get(region.title, ())
    gap = gaps.of(arm, region)
    theirs = paper().accuracy(arm.name, sizes)
    base = paper().accuracy(gap.b.name, sizes) if gap else None
    if theirs is None or theirs.value is None:
        return None, None
    return theirs.value, theirs.value - base.value if base and base.value is not None else None
