"""The claim itself: what of the gap between RL and SFT (reflection) is sampling, what the decision (Shapley)."""

from __future__ import annotations

from functools import partial

import pandas as pd
from matplotlib.figure import Figure as Drawing

from dsrecipes.analysis.decomposition import Part
from dsrecipes.analysis.settings import Settings
from dsrecipes.report.arms import CLAIM, Scale
from dsrecipes.report.cells import escape, part, shown_size
from dsrecipes.report.document import Block, Figure, Section, Table, Text
from dsrecipes.report.gaps import Gap, Gaps
from dsrecipes.report.paper import paper
from dsrecipes.report.plotting import (
    COLOURS,
    INK,
    by_size,
    canvas,
    drawn,
    legend_below,
    panel,
    shifts,
    sizes_axis,
)

_TERMS = ("observed_gap", "sampling", "decision", "p_sc", "p_rw", "remainder")
_HOW = (
    "The predicted gap f(A) − f(B) is shared between sampling (p) and decision (p_sc, p_rw) by the Shapley value; what "
    "is left of the observed gap is the remainder: misfit of the model, cut answers, answers without a candidate. "
    "*Mostly* decision or sampling is said only where the 95% intervals of the predicted gap and of the difference of "
    "the two shares exclude 0; a range instead of a value: a rate that was never seen may be anything from 0 to 1. It "
    "explains the gap as arithmetic, not how training made it."
)


def section(scale: Scale, gaps: Gaps, settings: Settings) -> Section:
    """The sentences that the data give, the terms behind them, and the claim's gap by size."""
    blocks: list[Block] = []
    if (gaps.claim[0].a.name, gaps.claim[0].b.name) == CLAIM:
        blocks.append(Text(f"**The paper claims** ({paper().claim_where}): {paper().claim}"))
    found = "\n".join(f"- {gap.region.title}: {escape(gap.sentence)}" for gap in gaps.claim)
    blocks.append(Text(f"**The data say:**\n\n{found}"))
    if scale.measured:
        blocks.append(by_region(scale, gaps, settings))
    if any(gap.parts for gap in gaps.by_size):
        blocks += [figure(scale, gaps, settings), by_sizes(scale, gaps, settings)]
    if scale.measured:
        blocks.append(Text(_HOW))
    return Section(f"claim-{scale.slug}", "The claim: decision or sampling?", tuple(blocks))


def by_region(scale: Scale, gaps: Gaps, settings: Settings) -> Table:
    """The claim's gap in and out of distribution."""
    return _table(scale, f"gaps-{scale.slug}", gaps.claim, "The gap", settings)


def by_sizes(scale: Scale, gaps: Gaps, settings: Settings) -> Table:
    """The claim's gap at each size."""
    return _table(scale, f"gap-by-size-{scale.slug}", gaps.by_size, "The same by size", settings)


def _table(scale: Scale, name: str, gaps: tuple[Gap, ...], what: str, settings: Settings) -> Table:
    return Table(
        name=name,
        caption=f"{what} in accuracy, points, with 95% intervals (bootstrap paired by problem, {settings.resamples} "
        "resamples), and what explains them. Gap = sampling + decision + remainder; decision = p_sc + p_rw. *Open*: a "
        "rate behind it was never seen. n: "
        "problems that both were given.",
        frame=pd.DataFrame([_record(scale, gap) for gap in gaps]),
        headings=(
            "gap",
            "where",
            "observed",
            "sampling",
            "decision",
            "of it p_sc",
            "of it p_rw",
            "remainder",
            "n",
            "verdict",
        ),
        cells=tuple(_row(scale, gap) for gap in gaps),
    )


def _row(scale: Scale, gap: Gap) -> tuple[str, ...]:
    head = (escape(gap.title), shown_size(gap.region.title, scale.trained_sizes))
    if gap.parts is None:
        return (*head, escape(gap.why), *["–"] * (len(_TERMS) + 1))
    terms: list[Part] = [getattr(gap.parts, name) for name in _TERMS]
    return (*head, *(part(term) for term in terms), str(gap.parts.n_problems), str(gap.parts.verdict))


def _record(scale: Scale, gap: Gap) -> dict[str, object]:
    record: dict[str, object] = {
        "scale": scale.name,
        "a": gap.a.label,
        "b": gap.b.label,
        "where": gap.region.title,
        "sizes": " ".join(gap.region.sizes),
    }
    for name in (*_TERMS, "difference"):
        term: Part | None = getattr(gap.parts, name) if gap.parts else None
        least, most = (term.bounds if term else None) or (None, None)
        low, high = (term.interval if term else None) or (None, None)
        record |= {
            name: term.value if term else None,
            f"{name}_least": least,
            f"{name}_most": most,
            f"{name}_low": low,
            f"{name}_high": high,
        }
    return record | {
        "n_problems": gap.parts.n_problems if gap.parts else None,
        "verdict": str(gap.parts.verdict) if gap.parts else "",
        "runs_a": gap.a.trace["runs"],
        "runs_b": gap.b.trace["runs"],
        "recipe_hashes": f"{gap.a.trace['recipe_hashes']} {gap.b.trace['recipe_hashes']}".strip(),
        "empty_because": gap.why or "; ".join(gap.parts.reasons if gap.parts else ()),
    }


def figure(scale: Scale, gaps: Gaps, settings: Settings) -> Figure:
    """The claim's gap and its parts by size."""
    title = gaps.by_size[0].title
    return Figure(
        name=f"claim-{scale.slug}",
        caption=f"{escape(title)}: the observed gap in accuracy and what explains it, points, by size. Bars: 95% "
        f"intervals (bootstrap paired by problem, {settings.resamples} resamples); where only bounds are known, the "
        "bar alone.",
        alt=f"The gap {title} by size, split into sampling, decision and remainder.",
        draw=partial(draw, scale, gaps),
    )


@drawn
def draw(scale: Scale, gaps: Gaps) -> Drawing:
    """Four series of points with intervals, by size."""
    drawing = canvas(6.4, 3.7)
    axis = drawing.subplots()
    panel(axis, gaps.by_size[0].title, "digits of the operands (†: in distribution)", "points", grid="y")
    sizes_axis(axis, scale.sizes, scale.trained_sizes)
    axis.axhline(0, color=INK, linewidth=0.8)
    series = (
        ("observed_gap", "observed gap", COLOURS[6], "x"),
        ("sampling", "sampling (p)", COLOURS[0], "o"),
        ("decision", "decision (p_sc, p_rw)", COLOURS[1], "s"),
        ("remainder", "remainder", COLOURS[3], "D"),
    )
    for (name, label, colour, marker), shift in zip(series, shifts(len(series), 0.15), strict=True):
        terms: list[Part | None] = [getattr(gap.parts, name) if gap.parts else None for gap in gaps.by_size]
        values = [(term.value, term.interval) if term else (None, None) for term in terms]
        by_size(axis, values, shift, label=label, color=colour, marker=marker, linestyle="none")
    legend_below(drawing, 4)
    return drawing
