"""Figures 2 and 3: one figure a model, and one that lays the models over each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from dsrecipes.analysis.intervals import Estimate, Interval
from dsrecipes.analysis.settings import Settings
from dsrecipes.report.arms import Arm, Scale
from dsrecipes.report.cells import INSIDE, escape, method
from dsrecipes.report.document import Figure
from dsrecipes.report.naming import names
from dsrecipes.report.paper import paper
from dsrecipes.report.plotting import (
    COLOURS,
    INK,
    LINES,
    MARKERS,
    by_size,
    canvas,
    drawn,
    legend_below,
    panel,
    percent_axis,
    shifts,
    sizes_axis,
)
from dsrecipes.report.results import SizeResult
from dsrecipes.report.sections.accuracy import count_range

_Value = tuple[float | None, Interval | None]

_X = f"digits of the operands ({INSIDE}: in distribution)"


def _of(estimate: Estimate) -> _Value:
    return estimate.value, estimate.interval


# What is drawn: its name, and how it is read from a result.
_QUANTITIES: tuple[tuple[str, Callable[[SizeResult], _Value]], ...] = (
    ("p (first attempt right)", lambda result: _of(result.p)),
    ("p_sc = P(STOP | right)", lambda result: _of(result.p_sc)),
    ("p_rw = P(RESAMPLE | wrong)", lambda result: _of(result.p_rw)),
    ("predicted accuracy", lambda result: (result.predicted, result.predicted_interval)),
    ("observed accuracy", lambda result: _of(result.accuracy)),
)
_STYLES = (
    {"color": COLOURS[0], "marker": "o", "linestyle": "-"},
    {"color": COLOURS[2], "marker": "^", "linestyle": "-"},
    {"color": COLOURS[1], "marker": "s", "linestyle": "-"},
    {"color": COLOURS[3], "marker": "D", "linestyle": "--"},
    {"color": COLOURS[6], "marker": "x", "linestyle": ":"},
)


def by_model(scale: Scale, settings: Settings) -> list[Figure]:
    """A figure a model."""
    arms = scale.compared
    return [
        Figure(
            name=name,
            caption=f"{_paper_figure(arm)}{escape(arm.label)}: calibration by size, in %, "
            f"n = {count_range(arm)} a size. Bars: 95% intervals ({method(settings)}; predicted accuracy: "
            f"bootstrap by problem, {settings.resamples} resamples). Where a point is missing, its denominator is 0.",
            alt=f"p, p_sc, p_rw, predicted and observed accuracy of {arm.label} over {len(scale.sizes)} sizes.",
            draw=partial(draw_model, scale, arm),
        )
        for name, arm in zip(names(f"calibration-{scale.slug}", [arm.name for arm in arms]), arms, strict=True)
    ]


def _paper_figure(arm: Arm) -> str:
    number = {"rl": 2, "sft-reflection": 3}.get(arm.name)
    return f"As the paper's Figure {number}. " if number else ""


@drawn
def draw_model(scale: Scale, arm: Arm) -> Drawing:
    """All five quantities of one model, over each other."""
    figure = canvas(6.4, 3.7)
    axis = figure.subplots()
    panel(axis, arm.label, _X, "%", grid="y")
    sizes_axis(axis, scale.sizes, scale.trained_sizes)
    percent_axis(axis)
    for (label, get), style, shift in zip(_QUANTITIES, _STYLES, shifts(len(_QUANTITIES)), strict=True):
        by_size(axis, _values(scale, arm, get), shift, label=label, **style)
    legend_below(figure, 3)
    return figure


def by_quantity(scale: Scale, settings: Settings) -> Figure:
    """The models over each other, a panel a quantity."""
    beside = any(arm.in_paper for arm in scale.compared)
    theirs = " Hollow: the paper's observed accuracy (Table 1)." if beside else ""
    counts = "; ".join(f"{escape(arm.label)} {count_range(arm)}" for arm in scale.compared)
    return Figure(
        name=f"models-{scale.slug}",
        caption=f"The models over each other, by quantity, in %. Bars: 95% intervals ({method(settings)}; predicted "
        f"accuracy: bootstrap by problem).{theirs} n a size: {counts}.",
        alt=f"Five panels: p, p_sc, p_rw, predicted and observed accuracy of {len(scale.compared)} models by size.",
        draw=partial(draw_models, scale),
    )


@drawn
def draw_models(scale: Scale) -> Drawing:
    """Five panels, a line a model; the sixth place holds the legend."""
    figure = canvas(9.0, 5.4)
    arms = scale.compared
    *panels, last = figure.subplots(2, 3, sharey=True).flat
    for axis, (title, get) in zip(panels, _QUANTITIES, strict=True):
        panel(axis, title, _X, "%", grid="y")
        sizes_axis(axis, scale.sizes, scale.trained_sizes)
        percent_axis(axis)
        for arm, shift in zip(arms, shifts(len(arms), 0.6 / max(4, len(arms))), strict=True):
            style, line = _arm_style(scale, arm)
            by_size(axis, _values(scale, arm, get), shift, label=arm.label, linestyle=line, **style)
    for arm, shift in zip(arms, shifts(len(arms), 0.6 / max(4, len(arms))), strict=True):
        if arm.in_paper:
            _paper_points(panels[-1], scale, arm, shift)
    last.set_axis_off()
    handles, labels = panels[-1].get_legend_handles_labels()
    last.legend(handles, labels, loc="center", labelcolor=INK)
    return figure


def _arm_style(scale: Scale, arm: Arm) -> tuple[dict[str, str], str]:
    """Colour and marker, and the line: an arm's own, whichever others have results."""
    index = [other.name for other in scale.arms].index(arm.name)
    style = {"color": COLOURS[index % len(COLOURS)], "marker": MARKERS[index % len(MARKERS)]}
    return style, LINES[index // len(COLOURS) % len(LINES)]


def _paper_points(axis: Axes, scale: Scale, arm: Arm, shift: float) -> None:
    """The paper's Table 1, hollow, without lines."""
    cells = paper().table1[arm.in_paper]
    xs = [position + shift for position, size in enumerate(scale.sizes) if size in cells]
    ys = [cells[size].accuracy for size in scale.sizes if size in cells]
    style: dict[str, Any] = dict(_arm_style(scale, arm)[0])
    axis.plot(xs, ys, linestyle="none", markerfacecolor="none", markersize=8, label=f"{arm.label}, paper", **style)


def _values(scale: Scale, arm: Arm, get: Callable[[SizeResult], _Value]) -> list[_Value]:
    return [get(arm.results[size]) if size in arm.results else (None, None) for size in scale.sizes]
