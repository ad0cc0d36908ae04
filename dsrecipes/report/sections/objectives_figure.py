"""The plane of sampling and decision: an arm a point, numbered, the base at 0."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import cos, dist, radians, sin
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from matplotlib.lines import Line2D

from dsrecipes.analysis.settings import Settings
from dsrecipes.report import ablations
from dsrecipes.report.arms import LABELS, Arm, Scale
from dsrecipes.report.cells import escape
from dsrecipes.report.document import Figure
from dsrecipes.report.estimates.found import Found
from dsrecipes.report.placed import Placed
from dsrecipes.report.plotting import COLOURS, INK, canvas, drawn, nothing, panel

_Get = Callable[[Placed], Found | None]


@dataclass(frozen=True)
class _Reading:
    """A row of panels: what is drawn along x and y. `alike`: of one kind, so that they can be compared."""

    what: str
    x_label: str
    x: _Get
    y_label: str
    y: _Get
    alike: bool


_READINGS = (
    _Reading(
        "change of the policy",
        "change of p, points",
        lambda item: item.changes.get("p"),
        "change of p_rw, points",
        lambda item: item.changes.get("p_rw"),
        alike=False,
    ),
    _Reading(
        "contribution to accuracy",
        "from sampling (p), points",
        lambda item: item.shares.get("sampling"),
        "from the decision (p_sc, p_rw), points",
        lambda item: item.shares.get("decision"),
        alike=True,
    ),
)
_APART = 15  # typographic points between two numbers
_RINGS = 4
_BOX = {"s": "square", "o": "circle"}
_OTHER = COLOURS[6]
_OF_SERIES = {"sft-corrective": COLOURS[2], "sft-attempts": COLOURS[3]}
_OF_KIND = {"rl": COLOURS[0], "sft": COLOURS[1]}


@dataclass(frozen=True)
class _Point:
    arm: Arm
    at: tuple[float, float]


def figure(scale: Scale, placed: Sequence[Placed], settings: Settings) -> Figure:
    """Both readings, a column a region."""
    base = escape(scale.base.label if scale.base else "")
    n = len({item.arm.name for item in placed if item.changes})
    return Figure(
        name=f"plane-{scale.slug}",
        caption=f"Every model against {base} (at 0). Above: the change of p and of p_rw. Below: what sampling and the "
        "decision contribute to the gap in accuracy (Shapley); dashed: both contribute alike. Bars: 95% intervals by "
        f"problem ({settings.resamples} resamples) and over seeds. Squares: the models of Table 1. What is undefined "
        "is not drawn, what is known by bounds is a bar alone; the table says why. A bar that ends at the edge "
        "goes on beyond it.",
        alt=f"Planes of the change in sampling and the change in decision for {n} models, by region.",
        draw=partial(draw, scale, tuple(placed)),
    )


@drawn
def draw(scale: Scale, placed: Sequence[Placed]) -> Drawing:
    """Two rows of panels, and the key to the numbers below."""
    regions = scale.regions
    arms = list({item.arm.name: item.arm for item in placed if item.changes}.values())
    numbers = {arm.name: number for number, arm in enumerate(arms, start=1)}
    key_rows = -(-len(arms) // 3)
    figure = canvas(3.9 * len(regions) + 0.4, 7.4 + 0.19 * key_rows)
    axes = figure.subplots(len(_READINGS), len(regions), squeeze=False)
    points = []
    for row, reading in zip(axes, _READINGS, strict=True):
        for axis, region in zip(row, regions, strict=True):
            panel(axis, f"{reading.what}, {region.title}", reading.x_label, reading.y_label)
            shown = [item for item in placed if item.region is region and item.changes]
            points.append((axis, _plane(axis, reading, shown)))
    handles = [_handle(arm) for arm in arms]
    labels = [f"{numbers[arm.name]}  {arm.label}" for arm in arms]
    figure.legend(handles, labels, loc="outside lower center", ncols=min(3, len(arms)))
    figure.draw_without_rendering()  # panels have their final size: numbers that run into one another can be told
    for axis, found in points:
        _number(axis, found, numbers)
    return figure


def _plane(axis: Axes, reading: _Reading, shown: Sequence[Placed]) -> list[_Point]:
    """Draws the bars, and returns the points that have a value."""
    points = [(item.arm, reading.x(item), reading.y(item)) for item in shown]
    known = [(arm, x, y) for arm, x, y in points if x and y and x.bounds and y.bounds]
    if not known:
        nothing(axis, "undefined for all models: the table says why")
        return []
    axis.axhline(0, color=INK, linewidth=0.8)
    axis.axvline(0, color=INK, linewidth=0.8)
    for arm, x, y in known:
        at = _middle(x), _middle(y)
        style: dict[str, Any] = {"color": _colour(arm), "linewidth": 0.9, "alpha": 0.55}
        axis.hlines(at[1], *_bar(x), **style)
        axis.vlines(at[0], *_bar(y), **style)
    axis.set_xlim(*_limits([x for _, x, _ in known]))
    axis.set_ylim(*_limits([y for _, _, y in known]))
    if reading.alike:
        # Drawn within what the points span, so that it does not widen the panel.
        low, high = max(axis.get_xlim()[0], axis.get_ylim()[0]), min(axis.get_xlim()[1], axis.get_ylim()[1])
        axis.plot([low, high], [low, high], color=INK, linewidth=0.7, linestyle=(0, (4, 3)), zorder=1)
    valued = [(arm, x, y) for arm, x, y in known if x.value is not None and y.value is not None]
    return [_Point(arm, (_middle(x), _middle(y))) for arm, x, y in valued]


def _limits(found: Sequence[Found]) -> tuple[float, float]:
    """Wide enough for all bars, but not so wide for a few long ones that the points run into one another."""
    middles, ends = [0.0, *map(_middle, found)], [0.0, *(end for one in found for end in _bar(one))]
    low, high = min(middles), max(middles)
    room = 0.4 * (high - low) or 1.0
    return max(low - room, min(ends) - 0.1 * room), min(high + room, max(ends) + 0.1 * room)


def _middle(found: Found) -> float:
    """In points; of bounds the middle, where their bar stands."""
    assert found.bounds is not None
    return 50 * (found.bounds[0] + found.bounds[1])


def _bar(found: Found) -> tuple[float, float]:
    """The ends of the interval, or of the bounds where there is none, in points."""
    ends = found.interval or found.bounds
    assert ends is not None
    return 100 * ends[0], 100 * ends[1]


def _number(axis: Axes, points: Sequence[_Point], numbers: dict[str, int]) -> None:
    """A number on each point, or beside it and joined to it by a line where another number is in the way."""
    taken: list[tuple[float, float]] = []
    unit = axis.figure.dpi / 72  # pixels a typographic point
    for point in points:
        here = tuple(axis.transData.transform(point.at))
        free = (spot for spot in _spots(here, unit) if all(dist(spot, other) > _APART * unit for other in taken))
        spot = next((spot for spot in free if axis.bbox.contains(*spot)), here)
        taken.append(spot)
        colour = _colour(point.arm)
        axis.plot(*point.at, marker=".", markersize=4, color=colour, zorder=3)
        axis.annotate(
            str(numbers[point.arm.name]),
            point.at,
            ((spot[0] - here[0]) / unit, (spot[1] - here[1]) / unit),
            textcoords="offset points",
            ha="center",
            va="center",
            fontsize=7,
            color=INK,
            bbox={"boxstyle": f"{_BOX[_marker(point.arm)]},pad=0.25", "facecolor": "white", "edgecolor": colour},
            arrowprops={"arrowstyle": "-", "color": colour, "linewidth": 0.7, "shrinkA": 0, "shrinkB": 0},
            zorder=4,
        )


def _spots(at: tuple[float, float], unit: float) -> Iterator[tuple[float, float]]:
    """Where a number may stand, in pixels: on its point, then on wider and wider rings around it."""
    yield at
    for ring in range(1, _RINGS + 1):
        for turn in range(0, 360, 30):
            reach, angle = ring * _APART * unit, radians(turn + 15 * ring)
            yield at[0] + reach * cos(angle), at[1] + reach * sin(angle)


def _handle(arm: Arm) -> Line2D:
    return Line2D(
        [],
        [],
        linestyle="none",
        marker=_marker(arm),
        markersize=7,
        markerfacecolor="white",
        markeredgecolor=_colour(arm),
    )


def _marker(arm: Arm) -> str:
    return "s" if arm.name in LABELS else "o"


def _colour(arm: Arm) -> str:
    """By what it is trained with; a colour of its own for each series."""
    for series, colour in _OF_SERIES.items():
        if ablations.number_in(series, arm.name) is not None:
            return colour
    return _OF_KIND.get(arm.runs[0].kind, _OTHER) if arm.runs else _OTHER
