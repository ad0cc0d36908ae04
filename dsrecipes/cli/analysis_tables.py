"""The tables of `dsrecipes analyze`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

    from dsrecipes.analysis.calibration import Calibration
    from dsrecipes.analysis.decomposition import Decomposition, Part
    from dsrecipes.analysis.goodness_of_fit import Constancy
    from dsrecipes.analysis.intervals import Estimate, Interval


def calibration_table(calibrations: list[Calibration]) -> Table:
    """Rates in percent with 95% intervals, a row a model and size."""
    table = _table("Calibration: %, 95% interval, denominator", "model", "size")
    for heading in ("observed", "predicted", "p", "p_sc", "p_rw", "reflect", "tokens"):
        table.add_column(heading, justify="right")
    for item in calibrations:
        n_finished = item.accuracy.n - item.n_truncated
        table.add_row(
            *_names(item),
            _rate(item.accuracy),
            _percent(item.predicted_accuracy, item.predicted_accuracy_ci),
            _rate(item.p),
            _rate(item.p_sc),
            _rate(item.p_rw),
            f"{100 * item.n_reflecting / n_finished:.0f}%" if n_finished else "–",
            f"{item.mean_tokens:.0f}" if item.mean_tokens is not None else "–",
        )
    return table


def detail_tables(calibrations: list[Calibration]) -> list[Table]:
    """The policy by attempt index, the reflections by where they lead, and whether the two-stage model fits."""
    return [_by_attempt(calibrations), _transitions(calibrations), _fit(calibrations)]


def _by_attempt(calibrations: list[Calibration]) -> Table:
    from dsrecipes.analysis.tally import N_INDICES

    table = _table("By attempt (from 0): %, 95% interval, denominator", "model", "size")
    for heading in ("attempt", "right", "p_sc", "p_rw"):
        table.add_column(heading, justify="right")
    for item in calibrations:
        for rates in item.by_attempt:
            index = f"{rates.index}+" if rates.index == N_INDICES - 1 else str(rates.index)
            table.add_row(*_names(item), index, _rate(rates.p), _rate(rates.p_sc), _rate(rates.p_rw))
    return table


def _transitions(calibrations: list[Calibration]) -> Table:
    title = "Reflections from a right (T) or wrong (F) candidate to the next: number, share of them in %"
    table = _table(title, "model", "size")
    for heading in ("all", "T→T", "T→F", "F→T", "F→F same", "F→F other", "p(F→T)", "of responses"):
        table.add_column(heading, justify="right")
    for item in calibrations:
        n = item.n_reflections
        shares = [f"{count}\n{100 * count / n:.1f}" if n else "–" for count in item.transitions.values()]
        table.add_row(*_names(item), str(n), *shares, _rate(item.p_ft), _rate(item.p_ft_by_response))
    return table


def _fit(calibrations: list[Calibration]) -> Table:
    title = "Fit of the two-stage model: finished responses, points; p-values that a rate is the same at every attempt"
    table = _table(title, "model", "size")
    for heading in ("observed", "minus predicted", "p", "p_sc", "p_rw", "all three"):
        table.add_column(heading, justify="right")
    for item in calibrations:
        fit = item.fit
        interval = fit.misfit_interval
        bounds = f"\n{100 * interval[0]:+.1f} … {100 * interval[1]:+.1f}" if interval else ""
        table.add_row(
            *_names(item),
            _percent(fit.observed, None),
            f"{100 * fit.misfit:+.1f}{bounds}" if fit.misfit is not None else "–",
            *(_p_value(test) for test in (fit.p, fit.p_sc, fit.p_rw, fit.joint)),
        )
    return table


def comparison_table(comparisons: list[Decomposition]) -> Table:
    """Gaps in percentage points with 95% intervals, a row a size, the sizes together last."""
    pair = f"{_safe(comparisons[0].a)} minus {_safe(comparisons[0].b)}"
    table = _table(f"Gap in accuracy, {pair}: points, 95% interval by problem", "size")
    for heading in ("observed", "predicted", "sampling (p)", "decision", "of it p_sc", "of it p_rw", "unexplained"):
        table.add_column(heading, justify="right")
    table.add_column("verdict")
    for item in comparisons:
        parts = (
            item.observed_gap,
            item.predicted_gap,
            item.sampling,
            item.decision,
            item.p_sc,
            item.p_rw,
            item.remainder,
        )
        size = _safe(item.sizes[0]) if len(item.sizes) == 1 else "all"
        table.add_row(size, *map(_points, parts), str(item.verdict))
    return table


def _table(title: str, *names: str) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for name in names:
        table.add_column(name, overflow="fold")
    return table


def _names(item: Calibration) -> tuple[str, str]:
    return _safe(item.model), _safe(item.size)


def _safe(name: str) -> str:
    """A name out of a file, as text that is no command to the terminal nor markup to rich."""
    from rich.markup import escape

    from dsrecipes.analysis.audit import printable

    return escape(printable(name))


def _rate(rate: Estimate) -> str:
    return f"{_percent(rate.value, rate.interval)}\nn={rate.n}"


def _p_value(test: Constancy) -> str:
    if test.p_value is None:
        return "–"
    return f"{test.p_value:.3f}" if test.p_value >= 0.001 else "<0.001"


def _percent(value: float | None, interval: Interval | None) -> str:
    if value is None:
        return "–"
    bounds = f"\n{100 * interval[0]:.0f}–{100 * interval[1]:.0f}" if interval else ""
    return f"{100 * value:.1f}{bounds}"


def _points(part: Part) -> str:
    if part.value is not None:
        value = f"{100 * part.value:+.1f}"
    elif part.bounds:
        value = f"{100 * part.bounds[0]:+.1f} … {100 * part.bounds[1]:+.1f}"
    else:
        return "–"
    return f"{value}\n{100 * part.interval[0]:+.1f} … {100 * part.interval[1]:+.1f}" if part.interval else value
