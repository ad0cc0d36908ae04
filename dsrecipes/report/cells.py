"""The text of a table's cells: numbers with their intervals, in Markdown. An empty cell says why it is empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from dsrecipes.analysis.decomposition import Part
from dsrecipes.analysis.intervals import Estimate, Interval
from dsrecipes.analysis.settings import Settings
from dsrecipes.report.estimates.found import Found

INSIDE = "†"
"""Marks a size that is in distribution."""


def shown_size(size: str, trained: tuple[str, ...] = ()) -> str:
    """`3x4` as `3×4`, with a mark if it is among those trained on."""
    return re.sub(r"(?<=\d)x(?=\d)", "×", escape(size)) + (f" {INSIDE}" if size in trained else "")


def escape(text: str) -> str:
    """Text from outside (a model's name) with what Markdown would take for its own signs escaped."""
    return re.sub(r"([\\`*\[\]<>|]|(?<!\w)_|_(?!\w)|&(?=#?\w+;))", r"\\\1", text)


def code(text: str) -> str:
    """Text as code: a run's folder, a key, a hash."""
    return f"`{text.replace('`', '')}`"


def percent(value: float | None, interval: Interval | None = None) -> str:
    """`74.0 [64.6, 81.6]`: percent with the 95% interval."""
    return "–" if value is None else _number(100 * value, interval, ".1f")


def points(value: float | None, interval: Interval | None = None) -> str:
    """`+12.0 [+3.1, +20.9]`: a difference of accuracies in percentage points."""
    return "–" if value is None else _number(100 * value, interval, "+.1f")


def _number(value: float, interval: Interval | None, form: str) -> str:
    return f"{_rounded(value):{form}}{_bounds(interval, form)}"


def _bounds(interval: Interval | None, form: str) -> str:
    return f" [{_rounded(100 * interval[0]):{form}}, {_rounded(100 * interval[1]):{form}}]" if interval else ""


def _rounded(value: float) -> float:
    """To one decimal; adding 0 makes a plain 0 of -0, which would be printed with its sign."""
    return round(value, 1) + 0.0


def rate(estimate: Estimate, undefined: str) -> str:
    """`74.0 [64.6, 81.6], n=100`, or why it is undefined."""
    if not estimate.n:
        return undefined
    return f"{percent(estimate.value, estimate.interval)}, n={estimate.n}"


def part(term: Part) -> str:
    """A term of a decomposition in points: its value, or the bounds that the data leave it, with the interval."""
    if term.value is not None:
        return points(term.value, term.interval)
    if term.bounds is None:
        return "open"
    low, high = (_rounded(100 * bound) for bound in term.bounds)
    return f"{low:+.1f} to {high:+.1f}{_bounds(term.interval, '+.1f')}"


def measured(found: Found, show: Callable[[float | None, Interval | None], str]) -> str:
    """An estimate as `percent` or `points` show it: its value, or the bounds that the data leave it, or why none."""
    left_out = left_out_of(found.left_out)
    if found.value is not None:
        return show(found.value, found.interval) + left_out
    if found.bounds is None:
        return escape(found.why) or "undefined"
    low, high = found.bounds
    return f"{show(low, None)} to {show(high, found.interval)}{left_out}"


def left_out_of(n_problems: int) -> str:
    """What is told beside a comparison that does without some problems; nothing where it has them all."""
    return f" (without {n_problems} problems that only some of the models were given)" if n_problems else ""


def method(settings: Settings) -> str:
    """`Wilson`: how the intervals of rates were made."""
    names = {"wilson": "Wilson", "wald": "Wald", "clopper-pearson": "Clopper-Pearson"}
    return names.get(settings.interval, "bootstrap by problem")


def p_value(value: float) -> str:
    """`0.032`, `<0.001`."""
    return "<0.001" if value < 0.001 else f"{value:.3f}"


def number(value: float | None, form: str = ".3g") -> str:
    """A number, a dash where there is none."""
    return "–" if value is None or value != value else f"{value:{form}}"


def seconds(duration: float) -> str:
    """`30 s`, `2 min 05 s`."""
    if duration < 60:
        return f"{duration:.0f} s"
    minutes, rest = divmod(round(duration), 60)
    return f"{minutes} min {rest:02d} s"


def flat(values: Mapping[str, object]) -> str:
    """`verl 0.9.1, torch 2.8`: what is known of a mapping, in a line."""
    return ", ".join(f"{key} {value}" for key, value in values.items() if value not in (None, "", [], {}))


def columns(prefix: str, estimate: Estimate | None) -> dict[str, object]:
    """A rate's columns in a data frame: value, ends of the interval, denominator."""
    low, high = (estimate.interval if estimate else None) or (None, None)
    return {
        prefix: estimate.value if estimate else None,
        f"{prefix}_low": low,
        f"{prefix}_high": high,
        f"{prefix}_n": estimate.n if estimate else None,
    }


def found_columns(prefix: str, found: Found | None) -> dict[str, object]:
    """An estimate's columns in a data frame: value, ends of its interval, and of that by problem alone."""
    found = found or Found()
    low, high = found.interval or (None, None)
    problem_low, problem_high = found.by_problem or (None, None)
    return {
        prefix: found.value,
        f"{prefix}_low": low,
        f"{prefix}_high": high,
        f"{prefix}_by_problem_low": problem_low,
        f"{prefix}_by_problem_high": problem_high,
    }
