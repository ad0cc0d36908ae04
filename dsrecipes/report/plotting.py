"""What all figures share: colours, panels, rates by size. No window and no state of matplotlib's is touched.

Colours are those of Okabe and Ito, which colour-blind readers tell apart; markers and lines differ too, for print.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, ParamSpec

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from matplotlib.layout_engine import ConstrainedLayoutEngine

from dsrecipes.analysis.intervals import Interval
from dsrecipes.report.cells import INSIDE

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
LINES = ("-", "--", ":", "-.")
INK = "#444444"
_GRID = "#E5E5E5"
_SMALL = 8.0

_SETTINGS: Any = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.edgecolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 9.5,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "legend.frameon": False,
    "legend.fontsize": _SMALL,
}

_P = ParamSpec("_P")


def drawn(draw: Callable[_P, Drawing]) -> Callable[_P, Drawing]:
    """Draws in this report's style, and lays the figure out once for all of its formats."""

    @wraps(draw)
    def styled(*args: _P.args, **kwargs: _P.kwargs) -> Drawing:
        with matplotlib.rc_context(_SETTINGS):
            figure = draw(*args, **kwargs)
            engine = figure.get_layout_engine()
            if engine is not None:
                engine.execute(figure)
                figure.set_layout_engine(None)  # "none" would still have every file drawn twice
            return figure

    return styled


def canvas(width: float, height: float) -> Drawing:
    """An empty figure, in inches; what is drawn outside the panels gets room."""
    return Drawing(figsize=(width, height), layout=ConstrainedLayoutEngine(h_pad=0.08, w_pad=0.06))


def panel(axis: Axes, title: str, x: str, y: str, *, grid: str = "both") -> None:
    """A panel's frame. Ticks made later, when a file is written, must not depend on the settings of then."""
    axis.set_title(title)
    axis.set_xlabel(x, fontsize=_SMALL)
    axis.set_ylabel(y, fontsize=_SMALL)
    axis.tick_params(labelsize=_SMALL, colors=INK, labelcolor="#222222")
    axis.grid(axis=grid, color=_GRID, linewidth=0.8)  # type: ignore[arg-type]
    axis.set_axisbelow(True)


def sizes_axis(axis: Axes, sizes: Sequence[str], trained: Sequence[str]) -> None:
    """The sizes in order along x; those in distribution are marked, and a line parts them from the others."""
    axis.set_xlim(-0.6, len(sizes) - 0.4)
    inside = sum(size in trained for size in sizes)
    if 0 < inside < len(sizes):
        axis.axvline(inside - 0.5, color=INK, linewidth=0.8, linestyle=(0, (1, 3)))
    axis.set_xticks(range(len(sizes)), [size.replace("x", "×") + (INSIDE if size in trained else "") for size in sizes])


def percent_axis(axis: Axes) -> None:
    """0 to 100%, with room for markers at both ends."""
    axis.set_ylim(-4, 104)
    axis.set_yticks(range(0, 101, 20))


def nothing(axis: Axes, why: str) -> None:
    """A panel without data says why."""
    axis.set_xticks([])
    axis.set_yticks([])
    axis.text(0.5, 0.5, why, transform=axis.transAxes, ha="center", va="center", color=INK, fontsize=_SMALL, wrap=True)


def by_size(axis: Axes, values: Sequence[tuple[float | None, Interval | None]], shift: float, **style: Any) -> None:
    """Fractions of 1 over the sizes, in percent, with their intervals; where one is undefined the line is broken."""
    undefined = (float("nan"), float("nan"))
    ys = [undefined[0] if value is None else 100 * value for value, _ in values]
    low, high = zip(*(undefined if interval is None else interval for _, interval in values), strict=True)
    xs = [position + shift for position in range(len(values))]
    # Drawn from end to end and not from the value: a bootstrap's interval need not hold it.
    axis.vlines(xs, [100 * end for end in low], [100 * end for end in high], color=style["color"], linewidth=0.9)
    axis.plot(xs, ys, markersize=4.5, linewidth=1.1, **style)


def shifts(count: int, width: float = 0.13) -> list[float]:
    """Small steps to the side, so that the intervals of several series stand beside each other."""
    return [width * (index - (count - 1) / 2) for index in range(count)]


def legend_below(figure: Drawing, columns: int) -> None:
    """One legend for all panels, of the first panel that shows anything."""
    for axis in figure.axes:
        handles, labels = axis.get_legend_handles_labels()
        if handles:
            figure.legend(handles, labels, loc="outside lower center", ncols=min(columns, len(handles)))
            return
