"""Results -> figures, as PNG and SVG. No window and no state of matplotlib's is touched: figures are plain objects.

Colours are those of Okabe and Ito, which colour-blind readers tell apart; markers differ too, for print.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from dsrecipes.analysis.calibration import Interval, Rate
from dsrecipes.report.arms import Arm, Scale, SizeResult
from dsrecipes.report.tables import RL_METRICS, series

_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
_INK = "#444444"

# Fixed, so that the same results give the same bytes.
_SETTINGS: Any = {
    "svg.hashsalt": "dsrecipes",
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": _INK,
    "axes.titlesize": 10,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "grid.color": "#E5E5E5",
    "legend.frameon": False,
}

_Value = tuple[float | None, Interval | None]


def calibration(scale: Scale, path: Path) -> list[Path]:
    """p, p_sc, p_rw, predicted and observed accuracy by size, a panel an arm (the paper's Figures 2 and 3)."""
    arms = [arm for arm in scale.arms if arm.results or arm.why]
    n_columns = min(2, len(arms))
    n_rows = -(-len(arms) // n_columns)
    with matplotlib.rc_context(_SETTINGS):
        figure = Figure(
            figsize=(max(5.2, 0.62 * len(scale.sizes) + 1.2) * n_columns, 2.9 * n_rows + 0.6), layout="constrained"
        )
        axes = figure.subplots(n_rows, n_columns, squeeze=False, sharey=True).flat
        for axis, arm in zip(axes, arms, strict=False):
            _calibration_panel(axis, scale, arm)
        for axis in list(axes)[len(arms) :]:
            axis.set_axis_off()
        handles, labels = next((axis.get_legend_handles_labels() for axis in figure.axes if axis.has_data()), ([], []))
        if handles:
            figure.legend(handles, labels, loc="outside lower center", ncols=5)
        return _save(figure, path)


def _calibration_panel(axis: Axes, scale: Scale, arm: Arm) -> None:
    axis.set_title(arm.label)
    axis.set_ylim(-4, 104)
    axis.set_xlim(-0.6, len(scale.sizes) - 0.4)
    axis.set_xticks(
        range(len(scale.sizes)), [size + ("*" if size in scale.trained_sizes else "") for size in scale.sizes]
    )
    axis.set_xlabel("digits of the operands (*: in distribution)")
    axis.set_ylabel("%")
    axis.grid(axis="y")
    if not arm.results:
        axis.text(0.5, 0.5, arm.why, transform=axis.transAxes, ha="center", va="center", color=_INK)
        return
    kinds: list[tuple[str, str, str, str, Any]] = [
        ("p", _COLOURS[0], "o", "-", lambda result: _of(result.p)),
        ("p_sc", _COLOURS[2], "^", "-", lambda result: _of(result.p_sc)),
        ("p_rw", _COLOURS[1], "s", "-", lambda result: _of(result.p_rw)),
        ("predicted accuracy", _COLOURS[3], "D", "--", lambda result: (result.predicted, result.predicted_interval)),
        ("observed accuracy", _COLOURS[6], "x", ":", lambda result: _of(result.accuracy)),
    ]
    for index, (label, colour, marker, line, get) in enumerate(kinds):
        shift = 0.13 * (index - (len(kinds) - 1) / 2)
        _series_by_size(
            axis, scale.sizes, arm.results, get, shift, label=label, color=colour, marker=marker, linestyle=line
        )


def _of(rate: Rate) -> _Value:
    return rate.value, rate.interval


def _series_by_size(
    axis: Axes, sizes: Sequence[str], results: dict[str, SizeResult], get: Any, shift: float, **style: Any
) -> None:
    """One rate over the sizes, in percent; where it is undefined the line is broken."""
    nan = float("nan")
    xs, ys, below, above = [], [], [], []
    for position, size in enumerate(sizes):
        value, interval = get(results[size]) if size in results else (None, None)
        xs.append(position + shift)
        ys.append(nan if value is None else 100 * value)
        low, high = interval or (nan, nan)
        below.append(nan if value is None else max(0.0, 100 * (value - low)))
        above.append(nan if value is None else max(0.0, 100 * (high - value)))
    axis.errorbar(xs, ys, yerr=[below, above], markersize=4.5, linewidth=1.1, elinewidth=0.9, capsize=1.8, **style)


def rl_training(scale: Scale, path: Path) -> list[Path]:
    """Mean reward, response length, KL and entropy by step of every RL run in use; none where nothing was logged."""
    runs = [(arm, run) for arm in scale.arms for run in arm.runs if run.kind == "rl" and run.metrics]
    if not runs:
        return []
    with matplotlib.rc_context(_SETTINGS):
        figure = Figure(figsize=(9, 5.2), layout="constrained")
        for axis, (what, name, unit) in zip(figure.subplots(2, 2).flat, RL_METRICS, strict=True):
            _frame(axis, what, unit)
            for index, (arm, run) in enumerate(runs):
                steps, values = series(run, name)
                _curve(axis, steps, values, _COLOURS[index % len(_COLOURS)], f"{arm.label}, seed {run.seed}")
            if name == "critic/rewards/mean":
                axis.set_ylim(0, 1)
            if not axis.has_data():
                axis.text(0.5, 0.5, "not logged", transform=axis.transAxes, ha="center", va="center", color=_INK)
        _legend(figure)
        return _save(figure, path)


def sft_training(scale: Scale, path: Path) -> list[Path]:
    """The training loss by step of every SFT run in use; none where nothing was logged."""
    runs = [(arm, run) for arm in scale.arms for run in arm.runs if run.kind == "sft" and series(run, "loss")[0]]
    if not runs:
        return []
    with matplotlib.rc_context(_SETTINGS):
        figure = Figure(figsize=(6.4, 3.8), layout="constrained")
        axis = figure.subplots()
        _frame(axis, "training loss", "nats per token")
        for index, (arm, run) in enumerate(runs):
            steps, values = series(run, "loss")
            _curve(axis, steps, values, _COLOURS[index % len(_COLOURS)], f"{arm.label}, seed {run.seed}")
        axis.set_ylim(bottom=0)
        _legend(figure)
        return _save(figure, path)


def _frame(axis: Axes, title: str, unit: str) -> None:
    axis.set_title(title)
    axis.set_xlabel("step")
    axis.set_ylabel(unit)
    axis.grid()


def _curve(axis: Axes, steps: list[int], values: list[float], colour: str, label: str) -> None:
    """The logged values, pale, and where there are many their centred moving average over a tenth of them."""
    if not values:
        return
    window = len(values) // 10
    if window < 2:
        axis.plot(steps, values, color=colour, linewidth=1.2, label=label)
        return
    axis.plot(steps, values, color=colour, linewidth=0.8, alpha=0.35)
    averages = [sum(values[end - window : end]) / window for end in range(window, len(values) + 1)]
    axis.plot(
        steps[window // 2 : window // 2 + len(averages)],
        averages,
        color=colour,
        linewidth=1.5,
        label=f"{label} (mean of {window} steps)",
    )


def _legend(figure: Figure) -> None:
    handles, labels = figure.axes[0].get_legend_handles_labels()
    if handles:
        figure.legend(
            handles, labels, loc="outside lower center", ncols=1 if figure.get_figwidth() < 8 else min(2, len(handles))
        )


def _save(figure: Figure, path: Path) -> list[Path]:
    """`path` without ending -> the PNG and the SVG, each put in place when whole."""
    saved = []
    for canvas, ending, metadata in (
        (FigureCanvasAgg, ".png", {"Software": None}),
        (FigureCanvasSVG, ".svg", {"Date": None, "Creator": None}),
    ):
        final = path.with_name(path.name + ending)
        draft = final.with_name(f".{final.name}")
        canvas(figure).print_figure(draft, format=ending[1:], dpi=150, metadata=metadata)
        draft.replace(final)
        saved.append(final)
    return saved
