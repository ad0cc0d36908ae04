"""What the paper predicts, stated beforehand (docs/predictions.md), and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from dsrecipes.analysis.intervals import MIN_PROBLEMS
from dsrecipes.analysis.settings import Settings
from dsrecipes.report.arms import Scale
from dsrecipes.report.cells import code, escape, left_out_of, measured, percent, points, shown_size
from dsrecipes.report.document import Section, Table, Text
from dsrecipes.report.estimates.found import Found
from dsrecipes.report.verdicts import Case, Judged
from dsrecipes.verdict import Verdict

_HOW = (
    "Each claim is a quantity and a rule, fixed before the runs (docs/predictions.md has the paper's words). **Borne "
    "out**: its whole 95% interval is on the predicted side of the threshold; **not borne out**: on the other side; "
    "else **undecided**. The interval is by problem (bootstrap, the same problems for all models) and, where a model "
    "has several seeds, over seeds too; with one seed a verdict speaks of that run alone. There are many predictions, "
    "and no correction for that: of twenty that are at their threshold, one may be called by chance."
)


def section(scale: Scale, judged: Sequence[Judged], settings: Settings) -> Section:
    """How many hold, and each of them."""
    return Section(
        f"predictions-{scale.slug}",
        "Predictions",
        (Text(f"**{tally(judged)}**"), Text(_HOW), table(scale, judged, settings)),
    )


def tally(judged: Sequence[Judged]) -> str:
    """`Of 37 predictions 9 are borne out, 3 are not, 10 are undecided, 15 not tested.`"""
    count = Counter(item.verdict for item in judged)
    said = (
        f"Of {len(judged)} predictions {count[Verdict.BORNE_OUT]} are borne out, {count[Verdict.NOT_BORNE_OUT]} are not"
    )
    said += f", {count[Verdict.UNDECIDED]} are undecided"
    return said + (f", {count[Verdict.UNTESTED]} not tested." if count[Verdict.UNTESTED] else ".")


def table(scale: Scale, judged: Sequence[Judged], settings: Settings) -> Table:
    """A row a prediction."""
    return Table(
        name=f"predictions-{scale.slug}",
        caption="What the paper predicts for this table, and the verdict. Measured: in %, differences in points, with "
        f"95% intervals (by problem and over seeds, {settings.resamples} resamples); n: the smallest denominator "
        f"behind it, which comes from {MIN_PROBLEMS} problems at least for a verdict. *One seed*: the models of which "
        "another seed may say otherwise, or in how many of its seeds the quantity is defined.",
        frame=pd.DataFrame([record for item in judged for record in _records(scale, item)]),
        headings=("prediction", "verdict", "predicted", "measured", "n", "one seed", "paper", "name"),
        cells=tuple(_row(item) for item in judged),
    )


def _row(item: Judged) -> tuple[str, ...]:
    return (
        escape(item.prediction.tests),
        _verdict(item),
        item.prediction.rule,
        _measured(item),
        _n(item),
        escape("; ".join(item.one_seed)) or "–",
        escape(item.prediction.where),
        code(item.prediction.id),
    )


def _measured(item: Judged) -> str:
    if not item.cases:
        return "–"
    if len(item.cases) == 1:
        return _amount(item, item.cases[0].found)
    values = [case.found.value for case in item.cases if case.found.value is not None]
    if not values:
        return "undefined at all sizes"
    left_out = left_out_of(sum(case.found.left_out for case in item.cases))
    return f"{points(min(values))} to {points(max(values))} over {len(values)} sizes{left_out}"


def _amount(item: Judged, found: Found) -> str:
    return measured(found, percent if item.prediction.is_rate else points)


def _n(item: Judged) -> str:
    return str(min(case.found.n for case in item.cases)) if item.cases else "–"


def _verdict(item: Judged) -> str:
    why = item.why
    for case in item.cases if len(item.cases) > 1 else ():
        why = why.replace(case.region.title, shown_size(case.region.title))
    strong = item.verdict in (Verdict.BORNE_OUT, Verdict.NOT_BORNE_OUT)
    said = f"**{item.verdict}**" if strong else str(item.verdict)
    return said + (f": {escape(why)}" if why else "")


def _records(scale: Scale, item: Judged) -> list[dict[str, object]]:
    """A row a case: one, or one a size."""
    cases = item.cases or (None,)
    return [_record(scale, item, case) for case in cases]


def _record(scale: Scale, item: Judged, case: Case | None) -> dict[str, object]:
    found = case.found if case else Found()
    low, high = found.interval or (None, None)
    problem_low, problem_high = found.by_problem or (None, None)
    least, most = found.bounds or (None, None)
    return {
        "scale": scale.name,
        "id": item.prediction.id,
        "paper": item.prediction.where,
        "quantity": item.prediction.quantity,
        "is": str(item.prediction.comparison),
        "threshold": item.prediction.threshold,
        "size": case.region.title if case and item.prediction.at_each_size else "",
        "value": found.value,
        "value_least": least,
        "value_most": most,
        "low": low,
        "high": high,
        "by_problem_low": problem_low,
        "by_problem_high": problem_high,
        "over_seeds_half": found.seeds,
        "n": found.n if case else None,
        "n_of": found.of,
        "one_seed": " / ".join(found.one_seed),
        "case_verdict": str(case.verdict) if case else "",
        "verdict": str(item.verdict),
        "why": (case.why if case else "") or item.why,
        "runs": " ".join(arm.trace["runs"] for arm in item.arms if arm.results),
        "recipe_hashes": " ".join(arm.trace["recipe_hashes"] for arm in item.arms if arm.results),
    }
