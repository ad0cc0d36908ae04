"""Figures 2 and 3 as tables: the decision policy by size, the accuracy predicted from it, and how well that fits."""

from __future__ import annotations

import pandas as pd

from dsrecipes.analysis.goodness_of_fit import Constancy, GoodnessOfFit
from dsrecipes.analysis.intervals import Estimate
from dsrecipes.analysis.settings import Settings
from dsrecipes.report.arms import FILES, Arm, Scale
from dsrecipes.report.cells import INSIDE, columns, escape, method, p_value, percent, points, rate, shown_size
from dsrecipes.report.document import Block, Section, Table, Text
from dsrecipes.report.paired import holm
from dsrecipes.report.paper import Statement, paper
from dsrecipes.report.results import SizeResult
from dsrecipes.report.sections.accuracy import not_independent
from dsrecipes.report.sections.calibration_figures import by_model, by_quantity

_FORMULA = (
    "p: the first attempt is right. p_sc = P(STOP | right), p_rw = P(RESAMPLE | wrong), over all attempts. Predicted "
    "accuracy: p·p_sc / (p·p_sc + (1 − p)(1 − p_rw)), **reconstructed** (Section 4.2). Answers that reached the token "
    "limit are in `observed` only."
)
_BY_CONSTRUCTION = (
    "**What the agreement of predicted and observed accuracy shows.** Each response stops exactly once. If p were "
    "counted over *all* attempts, the prediction would equal the observation whatever the model did: the formula would "
    "be an identity. Counted over first attempts, as here and in the paper, the comparison tests one thing only: that "
    "first attempts are right as often as later ones. *Minus predicted* below is that difference among finished "
    "answers, with its bootstrap interval by problem; the tests beside it ask whether each rate is the same at every "
    "attempt (likelihood ratio, corrected for answers to one problem being alike). A rejection may also mean that "
    "problems of one size differ in difficulty: later attempts are made at the harder ones."
)


def section(scale: Scale, settings: Settings) -> Section:
    """The figures, what the paper says of them, the numbers, and the fit of the two-stage model."""
    blocks: list[Block] = [Text(_FORMULA)]
    if scale.compared:
        blocks += [*by_model(scale, settings), by_quantity(scale, settings)]
    if scale.name != FILES:
        blocks.append(statements(scale))
    if scale.measured:
        blocks += [rates(scale, settings), Text(_BY_CONSTRUCTION), fit(scale, settings)]
    return Section(f"calibration-{scale.slug}", "Figures 2 and 3: calibration by size", tuple(blocks))


# ---- What the paper says of its figures


def statements(scale: Scale) -> Table:
    """The text's statements on Figures 2 and 3, and the range that we measured at those sizes."""
    rows, records = [], []
    for statement in paper().statements:
        arm = scale.arm(statement.arm)
        why = arm.why if arm else "no such model here"
        found = _range(scale, arm, statement) if arm and arm.results else None
        label = escape(arm.label if arm else statement.arm)
        rows.append((label, statement.quantity, statement.at, statement.says, found[0] if found else why))
        records.append(
            {
                "scale": scale.name,
                "model": statement.arm,
                "quantity": statement.quantity,
                "at": statement.at,
                "paper": statement.says,
                "lowest": found[1] if found else None,
                "highest": found[2] if found else None,
                **(arm.trace if arm else {}),
                "empty_because": "" if found else why,
            }
        )
    return Table(
        name=f"figures-2-and-3-{scale.slug}",
        caption=f"What the paper's text says of Figures 2 and 3 ({paper().statements_where}; the figures' own numbers "
        "are not in the text), and the lowest and highest that we measured over those sizes, in %.",
        frame=pd.DataFrame(records),
        headings=("model", "quantity", "where", "paper", "ours"),
        cells=tuple(rows),
    )


def _range(scale: Scale, arm: Arm, statement: Statement) -> tuple[str, float | None, float | None]:
    sizes = {
        "in distribution": [size for size in scale.sizes if size in scale.trained_sizes],
        "out of distribution": [size for size in scale.sizes if size not in scale.trained_sizes],
        "hardest size": list(scale.sizes[-1:]),
        "all sizes": list(scale.sizes),
    }[statement.at]
    estimates: list[Estimate] = [
        getattr(arm.results[size], statement.quantity) for size in sizes if size in arm.results
    ]
    values = [estimate.value for estimate in estimates if estimate.value is not None]
    if not values:
        return "undefined at all of them" if estimates else "no such size tested", None, None
    undefined = len(estimates) - len(values)
    note = f" (undefined at {undefined})" if undefined else ""
    if len(estimates) == 1:
        return f"{rate(estimates[0], '')}{note}", values[0], values[0]
    return f"{percent(min(values))} to {percent(max(values))} over {len(values)} sizes{note}", min(values), max(values)


# ---- The numbers


def rates(scale: Scale, settings: Settings) -> Table:
    """Every rate of every model and size, with its denominator."""
    cells = [(arm, result) for arm in scale.measured for result in arm.results.values()]
    return Table(
        name=f"calibration-{scale.slug}",
        caption=f"In %, with 95% intervals ({method(settings)}; predicted: bootstrap by problem, {settings.resamples} "
        "resamples); n: the denominator. *Differ*: finished answers whose last candidate is not the answer that the "
        f"reward reads; observed follows the reward. {INSIDE}: in distribution.{not_independent(scale, settings)}",
        frame=pd.DataFrame([_rates_record(scale, arm, result) for arm, result in cells]),
        headings=("model", "size", "p", "p_sc", "p_rw", "predicted", "observed", "truncated", "no answer", "differ"),
        cells=tuple(_rates_row(scale, arm, result) for arm, result in cells),
    )


def _rates_row(scale: Scale, arm: Arm, result: SizeResult) -> tuple[str, ...]:
    return (
        escape(arm.label),
        shown_size(result.size, scale.trained_sizes),
        rate(result.p, "no finished attempt: p undefined"),
        rate(result.p_sc, "no right attempt: p_sc undefined"),
        rate(result.p_rw, "no wrong attempt: p_rw undefined"),
        _predicted(arm, result),
        rate(result.accuracy, "no answers"),
        str(result.n_truncated),
        str(result.n_without_candidate),
        str(result.n_reader_disagrees),
    )


def _predicted(arm: Arm, result: SizeResult) -> str:
    if result.predicted is None:
        return "no finished attempt: undefined" if not result.p.n else "no decision to stop: undefined"
    text = percent(result.predicted, result.predicted_interval)
    if result.tally is None:
        several = len(result.by_seed) > 1
        return text + (" (no interval: counts by problem missing)" if several else " (interval of its own analysis)")
    return text


def _rates_record(scale: Scale, arm: Arm, result: SizeResult) -> dict[str, object]:
    low, high = result.predicted_interval or (None, None)
    return {
        "scale": scale.name,
        "model": arm.label,
        "size": result.size,
        "in_distribution": result.size in scale.trained_sizes,
        **columns("p", result.p),
        **columns("p_sc", result.p_sc),
        **columns("p_rw", result.p_rw),
        "predicted": result.predicted,
        "predicted_low": low,
        "predicted_high": high,
        **columns("observed", result.accuracy),
        "n_truncated": result.n_truncated,
        "n_without_candidate": result.n_without_candidate,
        "n_reader_disagrees": result.n_reader_disagrees,
        **arm.trace,
    }


# ---- Fit

_TESTS = ("p", "p_sc", "p_rw", "joint")


def fit(scale: Scale, settings: Settings) -> Table:
    """Observed minus predicted among finished answers, and whether each rate is the same at every attempt."""
    cells = [(arm, result) for arm in scale.measured for result in arm.results.values()]
    joint = [result.calibration.fit.joint.p_value if result.calibration else None for _, result in cells]
    corrected = holm(joint)
    rows = [_fit_row(scale, arm, result, adjusted) for (arm, result), adjusted in zip(cells, corrected, strict=True)]
    records = [
        _fit_record(scale, arm, result, adjusted) for (arm, result), adjusted in zip(cells, corrected, strict=True)
    ]
    return Table(
        name=f"fit-{scale.slug}",
        caption="Fit of the two-stage model: observed minus predicted accuracy of finished answers, points, with its "
        f"95% interval ({settings.resamples} resamples by problem), and p-values that a rate is the same at every "
        f"attempt; Holm: the joint test corrected for {sum(value is not None for value in joint)} tests. A dash: "
        "nothing to test, because too few second attempts were made or nothing varies (the CSV says which).",
        frame=pd.DataFrame(records),
        headings=("model", "size", "minus predicted", "p", "p_sc", "p_rw", "all three", "all three (Holm)"),
        cells=tuple(rows),
    )


def _fit_row(scale: Scale, arm: Arm, result: SizeResult, adjusted: float | None) -> tuple[str, ...]:
    head = (escape(arm.label), shown_size(result.size, scale.trained_sizes))
    if result.calibration is None:
        return (*head, arm.why_not_by_problem([result.size]), *["–"] * (len(_TESTS) + 1))
    found = result.calibration.fit
    tests = [_constancy(found, name) for name in _TESTS]
    return (
        *head,
        _misfit(result, found),
        *("–" if test.p_value is None else p_value(test.p_value) for test in tests),
        "–" if adjusted is None else p_value(adjusted),
    )


def _fit_record(scale: Scale, arm: Arm, result: SizeResult, adjusted: float | None) -> dict[str, object]:
    found = result.calibration.fit if result.calibration else None
    compared = found if _tries_again(result) else None
    low, high = (compared.misfit_interval if compared else None) or (None, None)
    record: dict[str, object] = {
        "scale": scale.name,
        "model": arm.label,
        "size": result.size,
        "observed_finished": found.observed if found else None,
        "minus_predicted": compared.misfit if compared else None,
        "minus_predicted_low": low,
        "minus_predicted_high": high,
    }
    for name in _TESTS:
        test = _constancy(found, name) if found else None
        record |= {
            f"{name}_g": test.g if test else None,
            f"{name}_df": test.df if test else None,
            f"{name}_p_value": test.p_value if test else None,
            f"{name}_untested_because": test.reason if test else "",
        }
    why = "" if found else arm.why_not_by_problem([result.size])
    return record | {"joint_p_value_holm": adjusted, **arm.trace, "empty_because": why}


def _misfit(result: SizeResult, found: GoodnessOfFit) -> str:
    if not _tries_again(result):
        return "no second attempt: nothing to compare"
    return points(found.misfit, found.misfit_interval) if found.misfit is not None else "no decision to stop: undefined"


def _tries_again(result: SizeResult) -> bool:
    """Without a second attempt predicted and observed accuracy agree whatever the model did."""
    return result.tally is not None and result.tally.total("resampling") > 0


def _constancy(found: GoodnessOfFit, name: str) -> Constancy:
    test: Constancy = getattr(found, name)
    return test
