"""Table 2: how often a reflection turns a wrong answer into a right one, p(F→T), by what SFT was taught."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dsrecipes.analysis.calibration import Calibration, calibrate
from dsrecipes.analysis.settings import Settings
from dsrecipes.report.arms import LABELS, Arm, Region, Scale, experiments, results_of
from dsrecipes.report.cells import code, columns, escape, method, rate
from dsrecipes.report.collect import RunRecord
from dsrecipes.report.document import Block, Section, Table, Text
from dsrecipes.report.paper import paper

_CAVEAT = (
    "The paper quotes p(F→T) without its denominator. **Assumed** here: reflections that lead from a wrong candidate "
    "to a right one, of all reflections from a wrong candidate (a reflection that leaves the candidate as it is "
    "counts); *by response*: last candidate right, of finished answers whose first candidate is wrong. Its values are "
    "of other models on another task. A share of corrective trajectories of 50% means that half of the solutions that "
    "SFT was taught hold an error, its detection and its correction."
)
_UNDEFINED = "no reflection from a wrong candidate: undefined"


@dataclass(frozen=True)
class Taught:
    """SFT runs of one recipe by what they were taught: `share` is that of corrective trajectories, fraction of 1."""

    arm: Arm
    share: float


def section(scale: Scale, settings: Settings) -> Section:
    """Table 2 with our SFT runs, and p(F→T) of every model."""
    blocks: list[Block] = [Text(_CAVEAT), table2(scale, settings)]
    if scale.measured:
        blocks.append(by_model(scale, settings))
    return Section(f"transitions-{scale.slug}", "Table 2: from wrong to right", tuple(blocks))


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
    """Every recipe of SFT that was run, not only the newest of each arm, by share."""
    found = []
    for runs in experiments(scale.runs):
        share = corrective_share(runs[0])
        if share is None:
            continue
        label = LABELS.get(runs[0].manifest.arm, runs[0].manifest.arm)
        arm = Arm(runs[0].manifest.arm, label, runs, results_of(label, runs, settings), why="")
        found.append(Taught(arm, share))
    return sorted(found, key=lambda item: (-item.share, item.arm.trace["runs"]))


def table2(scale: Scale, settings: Settings) -> Table:
    """A row a share, the paper's values beside those of our runs; more where several recipes have one share."""
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
        found = [item for item in ours if item.share == share]
        rows += [(*head, *_taught_cells(item, scale, settings)) for item in found]
        if not found:
            rows.append((*head, "not run", *["–"] * len(scale.regions), "–"))
        records += [_taught_record(item, region, settings) for item in found for region in scale.regions]
    return Table(
        name=f"table-2-{scale.slug}",
        caption=f"p(F→T) in % by the share of corrective trajectories in the SFT data: the paper's "
        f"({paper().table2.where}), and ours with 95% intervals ({method(settings)}; n: reflections from a wrong "
        "candidate).",
        frame=pd.DataFrame(records),
        headings=(
            "corrective",
            *(f"paper, {model}" for model in columns_of_paper),
            "ours",
            *(region.title for region in scale.regions),
            "runs",
        ),
        cells=tuple(rows),
    )


def _taught_cells(item: Taught, scale: Scale, settings: Settings) -> tuple[str, ...]:
    cells = []
    for region in scale.regions:
        found, why = _measure(item.arm, region, settings)
        cells.append(rate(found.p_ft, _UNDEFINED) if found else why)
    return escape(item.arm.label), *cells, ", ".join(code(run.folder) for run in item.arm.runs)


def _taught_record(item: Taught, region: Region, settings: Settings) -> dict[str, object]:
    found, why = _measure(item.arm, region, settings)
    return {
        "source": "ours",
        "share": item.share,
        "model": item.arm.label,
        **_numbers(found, region),
        **item.arm.trace,
        "empty_because": why,
    }


def by_model(scale: Scale, settings: Settings) -> Table:
    """p(F→T) of every model, and where its reflections lead."""
    rows: list[tuple[str, ...]] = []
    records: list[dict[str, object]] = []
    for arm in scale.measured:
        for region in scale.regions:
            found, why = _measure(arm, region, settings)
            rows.append(
                (
                    escape(arm.label),
                    region.title,
                    rate(found.p_ft, _UNDEFINED) if found else why,
                    rate(found.p_ft_by_response, "no wrong first candidate: undefined") if found else "–",
                    *(str(count) for count in (found.transitions.values() if found else ["–"] * 5)),
                )
            )
            records.append(
                {"scale": scale.name, "model": arm.label, **_numbers(found, region), **arm.trace, "empty_because": why}
            )
    return Table(
        name=f"transitions-{scale.slug}",
        caption=f"p(F→T) in % with 95% intervals ({method(settings)}), and the number of reflections by the candidate "
        "before and after (T right, F wrong; F→F to the same candidate or to another).",
        frame=pd.DataFrame(records),
        headings=("model", "where", "p(F→T)", "by response", "T→T", "T→F", "F→T", "F→F same", "F→F other"),
        cells=tuple(rows),
    )


def _measure(arm: Arm, region: Region, settings: Settings) -> tuple[Calibration | None, str]:
    """The reflections over a region's sizes, or why there are none."""
    if why := arm.why_not_by_problem(region.sizes):
        return None, why
    return calibrate(arm.tally(region), settings), ""


def _numbers(found: Calibration | None, region: Region) -> dict[str, object]:
    transitions: Sequence[tuple[str, int]] = list(found.transitions.items()) if found else []
    return {
        "where": region.title,
        **columns("p_ft", found.p_ft if found else None),
        **columns("p_ft_by_response", found.p_ft_by_response if found else None),
        **dict(transitions),
    }
