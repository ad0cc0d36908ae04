"""Section 5.1 and Table 2: what SFT on corrective trajectories teaches. p(F→T), first and final answers, by the share
of such trajectories and by the number of attempts that they are cut at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pandas as pd

from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.tally import TRANSITIONS
from dsrecipes.report.ablations import number_in
from dsrecipes.report.arms import NOT_RUN, Arm, Region, Scale, experiments, label_of, results_of
from dsrecipes.report.cells import code, escape, found_columns, measured, percent, points
from dsrecipes.report.collect import RunRecord
from dsrecipes.report.document import Block, Section, Table, Text
from dsrecipes.report.estimates.estimator import Estimator
from dsrecipes.report.estimates.found import Found
from dsrecipes.report.paper import paper

_CAVEAT = (
    "The paper quotes p(F→T) without its denominator. **Assumed** here: reflections that lead from a wrong candidate "
    "to a right one, of all reflections from a wrong candidate (a reflection that leaves the candidate as it is "
    "counts); *by response*: last candidate right, of finished answers whose first candidate is wrong. Its values are "
    "of other models on another task. A share of corrective trajectories of 50% means that half of the solutions that "
    "SFT was taught hold an error, its detection and its correction."
)
_CUTS = range(1, 7)
_MEASURES = {
    "p_ft": "p(F→T)",
    "p_ft_by_response": "by response",
    "p": "first attempt",
    "accuracy": "final answer",
    "reflection_gain": "reflection",
}
"""What is told of every model: the quantity, and its heading."""


@dataclass(frozen=True)
class Taught:
    """SFT runs of one recipe by what they were taught: `share` is that of corrective trajectories, fraction of 1."""

    arm: Arm
    share: float


def section(scale: Scale, estimator: Estimator, settings: Settings) -> Section:
    """Our SFT runs by share and by number of attempts, beside what the paper quotes, and p(F→T) of every model."""
    blocks: list[Block] = [
        Text(_CAVEAT),
        table2(scale, estimator, settings),
        by_attempts(scale, estimator, settings),
    ]
    if scale.measured:
        blocks.append(by_model(scale, estimator, settings))
    return Section(f"transitions-{scale.slug}", "Table 2 and Section 5.1: corrective trajectories", tuple(blocks))


# ---- By share


def corrective_share(run: RunRecord) -> float | None:
    """The share of a run's solutions that hold a wrong attempt and its correction; None where its recipe has none.

    reflection_share × error_rate, 0 where there is but one attempt (**assumed**; dsrecipes/task/solutions.py).
    """
    values = [run.value(f"training.solutions.{name}") for name in ("reflection_share", "error_rate", "max_attempts")]
    numbers = [float(value) for value in values if isinstance(value, int | float)]
    if len(numbers) < len(values):
        return None
    share, error_rate, attempts = numbers
    return share * error_rate if attempts > 1 else 0.0


def taught(scale: Scale, settings: Settings) -> list[Taught]:
    """Every recipe of SFT that was run, not only the newest of each arm, by share.

    Those that differ in their objective (DFT) or in where solutions are cut are no rows of Table 2.
    """
    found = []
    for runs in experiments(scale.runs):
        name, share = runs[0].manifest.arm, corrective_share(runs[0])
        likelihood = runs[0].value("training.loss") in (None, "cross_entropy")
        if share is None or not likelihood or number_in("sft-attempts", name) is not None:
            continue
        label = label_of(name)
        found.append(Taught(Arm(name, label, runs, results_of(label, runs, settings), why=""), share))
    return sorted(found, key=lambda item: (-item.share, item.arm.trace["runs"]))


def table2(scale: Scale, estimator: Estimator, settings: Settings) -> Table:
    """A row a share and region, the paper's values beside those of our runs; more where several recipes have one
    share."""
    theirs = {share / 100: values for share, values in paper().table2.rows.items()}
    columns_of_paper = paper().table2.columns
    ours = taught(scale, settings)
    rows: list[tuple[str, ...]] = []
    records: list[dict[str, object]] = [
        {"source": "paper", "share": share, "model": model, "p_ft": value, "runs": "", "recipe_hashes": ""}
        for share, values in theirs.items()
        for model, value in zip(columns_of_paper, values, strict=True)
    ]
    for share in sorted({*theirs, *(item.share for item in ours)}, reverse=True):
        values = [f"{100 * value:.1f}" for value in theirs.get(share, ())] or ["no such share"] * len(columns_of_paper)
        head = f"{100 * share:.4g}%", *values
        cases = [(item.arm, region) for item in ours if item.share == share for region in scale.regions]
        rows += [(*head, *_cells(arm, region, estimator)) for arm, region in cases]
        if not cases:
            rows.append((*head, NOT_RUN, *["–"] * (len(_MEASURES) + 2)))
        records += [{"source": "ours", "share": share, **_record(arm, region, estimator)} for arm, region in cases]
    return Table(
        name=f"table-2-{scale.slug}",
        caption=f"By the share of corrective trajectories in the SFT data: the paper's p(F→T) in % "
        f"({paper().table2.where}), and ours. {_units(settings)}",
        frame=pd.DataFrame(records),
        headings=("corrective", *(f"paper, {model}" for model in columns_of_paper), "ours", *_HEADINGS),
        cells=tuple(rows),
    )


_HEADINGS = ("where", *_MEASURES.values(), "runs")


def _units(settings: Settings) -> str:
    return (
        "p(F→T), first attempts and final answers that are right in %, what reflection adds (finished answers: last "
        f"candidate less first) in points, with 95% intervals by problem ({settings.resamples} resamples) and over "
        "seeds; n: the denominator."
    )


def _cells(arm: Arm, region: Region, estimator: Estimator) -> tuple[str, ...]:
    found = {name: estimator.rate(name, arm, region) for name in _MEASURES}
    shown = [_shown(name, one) for name, one in found.items()]
    return escape(arm.label), region.title, *shown, ", ".join(code(run.folder) for run in arm.runs)


def _shown(name: str, found: Found) -> str:
    if name == "reflection_gain":
        return measured(found, points)
    return measured(found, percent) + (f", n={found.n}" if found.value is not None else "")


def _record(arm: Arm, region: Region, estimator: Estimator) -> dict[str, object]:
    record: dict[str, object] = {"model": arm.label, "where": region.title}
    for name in _MEASURES:
        found = estimator.rate(name, arm, region)
        record |= found_columns(name, found) | {f"{name}_n": found.n, f"{name}_empty_because": found.why}
    return record | arm.trace


# ---- By the number of attempts


def by_attempts(scale: Scale, estimator: Estimator, settings: Settings) -> Table:
    """SFT on solutions cut at 1 to 6 attempts (and any other number that was run), and six less one."""
    known = {number: arm for arm in scale.arms if (number := number_in("sft-attempts", arm.name)) is not None}
    theirs = paper().attempts
    rows: list[tuple[str, ...]] = []
    records: list[dict[str, object]] = []
    for number in sorted({*_CUTS, *known}):
        arm = known.get(number)
        if arm is None or not arm.results:
            rows.append((str(number), arm.why if arm else NOT_RUN, *["–"] * (len(_MEASURES) + 2)))
            continue
        for region in scale.regions:
            rows.append((str(number), *_cells(arm, region, estimator)))
            records.append({"source": "ours", "cut_at": str(number), **_record(arm, region, estimator)})
    of_paper = [f"{value:+.2f}" for value in (theirs.first, theirs.final, theirs.reflection)]
    rows.append(("6 − 1", "paper", "its benchmarks", "flat", "–", *of_paper, "–"))
    records.append(
        {
            "source": "paper",
            "cut_at": "6 - 1",
            "p": theirs.first / 100,
            "accuracy": theirs.final / 100,
            "reflection_gain": theirs.reflection / 100,
            "runs": "",
            "recipe_hashes": "",
        }
    )
    most, one = known.get(max(_CUTS)), known.get(min(_CUTS))
    if most and one and most.results and one.results:
        for region in scale.regions:
            change = partial(estimator.change, a=most, b=one, region=region)
            found = {name: change(name) for name in _MEASURES}
            rows.append(("6 − 1", "ours", region.title, *(measured(item, points) for item in found.values()), "–"))
            record: dict[str, object] = {"source": "ours", "cut_at": "6 - 1", "where": region.title}
            for name, item in found.items():
                record |= found_columns(name, item) | {f"{name}_empty_because": item.why}
            records.append(record | {"runs": f"{most.trace['runs']} {one.trace['runs']}"})
    else:
        rows.append(("6 − 1", "ours", "one of the two is not run", *["–"] * (len(_MEASURES) + 1)))
    return Table(
        name=f"attempts-{scale.slug}",
        caption=f"SFT on solutions cut at 1 to 6 attempts, and six less one beside the paper's difference "
        f"({theirs.where}; other models and tasks), in points. {_units(settings)}",
        frame=pd.DataFrame(records),
        headings=("cut at", "model", *_HEADINGS),
        cells=tuple(rows),
    )


# ---- Every model


def by_model(scale: Scale, estimator: Estimator, settings: Settings) -> Table:
    """p(F→T) of every model, and where its reflections lead."""
    rows: list[tuple[str, ...]] = []
    records: list[dict[str, object]] = []
    for arm in scale.measured:
        for region in scale.regions:
            found = {name: estimator.rate(name, arm, region) for name in ("p_ft", "p_ft_by_response")}
            why = arm.why_not_by_problem(region.sizes)
            counts = {} if why else {name: arm.tally(region).total(name) for name in TRANSITIONS}
            shown = [why, "–"] if why else [_shown(name, one) for name, one in found.items()]
            rows.append((escape(arm.label), region.title, *shown, *map(str, counts.values() or ["–"] * 5)))
            record: dict[str, object] = {"scale": scale.name, "model": arm.label, "where": region.title}
            for name, one in found.items():
                record |= found_columns(name, one) | {f"{name}_n": one.n or None}
            records.append(record | counts | arm.trace | {"empty_because": why})
    return Table(
        name=f"transitions-{scale.slug}",
        caption=f"p(F→T) in % with 95% intervals by problem ({settings.resamples} resamples) and over seeds, and the "
        "number of reflections by the candidate before and after (T right, F wrong; F→F to the same candidate or to "
        "another).",
        frame=pd.DataFrame(records),
        headings=("model", "where", "p(F→T)", "by response", "T→T", "T→F", "F→T", "F→F same", "F→F other"),
        cells=tuple(rows),
    )
