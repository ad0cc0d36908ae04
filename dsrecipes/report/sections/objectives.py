"""Which objective trains the decision: every arm against the base, in sampling and in decision."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pandas as pd

from dsrecipes.analysis.intervals import MIN_PROBLEMS
from dsrecipes.analysis.settings import Settings
from dsrecipes.report.arms import Scale
from dsrecipes.report.cells import escape, found_columns, measured, percent, points
from dsrecipes.report.document import Block, Section, Table, Text
from dsrecipes.report.estimates.found import Found
from dsrecipes.report.placed import RATES, SHARES, Placed
from dsrecipes.report.sections.objectives_figure import figure

_HOW = (
    "Two readings of one comparison. The *change* of p, p_sc and p_rw is what training did to the policy. What that is "
    "worth in accuracy depends on the rest of the policy (rejecting wrong answers is worth nothing where none is ever "
    "right): the *contribution* of sampling and of decision is the Shapley share of each in the gap to {base}; the two "
    "add up to the predicted gap, and the remainder is what the two-stage model does not say. Rates are of all "
    "attempts of a region together. Intervals are by problem, the same problems for both models, and over training "
    "seeds; with one seed they say nothing of another."
)


def section(scale: Scale, placed: Sequence[Placed], settings: Settings) -> Section:
    """The plane of sampling and decision, which rates surely changed, and the numbers."""
    blocks: list[Block] = [Text(_HOW.format(base=escape(scale.base.label if scale.base else "")))]
    if any(item.changes for item in placed):
        blocks += [Text(_changed(scale, placed)), figure(scale, placed, settings)]
    blocks.append(table(scale, placed, settings))
    return Section(f"objectives-{scale.slug}", "Objectives: what trains sampling, what the decision", tuple(blocks))


def _changed(scale: Scale, placed: Sequence[Placed]) -> str:
    """By region and rate, the arms whose interval of the change excludes 0."""
    lines = []
    for region in scale.regions:
        there = [item for item in placed if item.region is region]
        for rate, way in product(RATES, ("up", "down")):
            arms = [escape(item.arm.label) for item in there if item.surely_changed.get(rate) == way]
            if arms:
                lines.append(f"- {region.title}, {rate} {way}: {'; '.join(arms)}")
    sure = f"95% interval without 0, of {MIN_PROBLEMS} problems at least"
    return f"**What surely changed from the base** ({sure}):\n\n" + "\n".join(lines or ["- nothing"])


def table(scale: Scale, placed: Sequence[Placed], settings: Settings) -> Table:
    """A row an arm and region."""
    return Table(
        name=f"objectives-{scale.slug}",
        caption="Every model in and out of distribution: p, p_sc, p_rw in %, their change from the base in points, the "
        "gap in accuracy to the base, and what sampling (p), the decision (p_sc and p_rw) and neither (remainder) "
        f"contribute to it, points. 95% intervals by problem ({settings.resamples} resamples) and over seeds. n: right "
        "attempts for p_sc, wrong ones for p_rw.",
        frame=pd.DataFrame([_record(scale, item) for item in placed]),
        headings=(
            "model",
            "where",
            "seeds",
            "p",
            "Δp",
            "p_sc",
            "Δp_sc",
            "p_rw",
            "Δp_rw",
            "gap",
            "sampling",
            "decision",
            "remainder",
        ),
        cells=tuple(_row(item) for item in placed),
    )


def _row(item: Placed) -> tuple[str, ...]:
    rates: list[str] = []
    for name in RATES:
        rates.append(_rate(item.rates[name]))
        rates.append(measured(item.changes[name], points) if item.changes else "reference")
    if item.shares:
        gap = [measured(item.shares[name], points) for name in ("observed_gap", "sampling", "decision", "remainder")]
    else:
        gap = [escape(item.why) or "reference", *["–"] * 3]
    seeds = ", ".join(map(str, item.arm.seeds)) or "in the files"
    return (escape(item.arm.label), item.region.title, seeds, *rates, *gap)


def _rate(found: Found) -> str:
    return measured(found, percent) + (f", n={found.n}" if found.value is not None else "")


def _record(scale: Scale, item: Placed) -> dict[str, object]:
    record: dict[str, object] = {
        "scale": scale.name,
        "model": item.arm.label,
        "arm": item.arm.name,
        "where": item.region.title,
    }
    for name in RATES:
        record |= found_columns(name, item.rates[name]) | {f"{name}_n": item.rates[name].n}
        record |= found_columns(f"{name}_change", item.changes.get(name))
    for name in SHARES:
        label = name if name not in RATES else f"decision_{name}"
        found = item.shares.get(name) or Found()
        record |= found_columns(label, found)
        record |= {f"{label}_least": (found.bounds or (None,))[0], f"{label}_most": (found.bounds or (None,))[-1]}
    return record | {"empty_because": item.why, **item.arm.trace}
