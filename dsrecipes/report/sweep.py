"""The summary of a sweep: a row a combination, as CSV and Markdown beside its `sweep.json`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dsrecipes.analysis.intervals import Estimate, Rate
from dsrecipes.analysis.settings import Settings
from dsrecipes.files import write_atomically
from dsrecipes.report.cells import code, columns, escape, method, percent, seconds
from dsrecipes.report.collect import RunRecord, collect
from dsrecipes.report.document import Table
from dsrecipes.report.measured import Measured
from dsrecipes.report.render.csv import csv
from dsrecipes.report.render.markdown import table_file
from dsrecipes.report.results import estimate, sum_of
from dsrecipes.runs.sweep import SweepManifest, SweepRun

NAME = "summary"
_SETTINGS = Settings()


@dataclass(frozen=True)
class Row:
    """One combination. Rates are over several sizes together, where each trial counts alike; None: not measured.

    `state` is that of its run, or `failed` with the reason in `run.why`, or `not begun`. `seconds` are of all stages.
    """

    run: SweepRun
    state: str
    seconds: float | None
    inside: Rate | None
    """Accuracy in distribution: at the test sizes that the recipe trains on."""
    outside: Rate | None
    """Accuracy out of distribution: at the others."""
    p: Rate | None
    p_sc: Rate | None
    p_rw: Rate | None


def rows(runs_dir: Path, manifest: SweepManifest) -> list[Row]:
    """The combinations of a sweep as their run folders tell them now, in order."""
    records = {record.folder: record for record in collect(runs_dir).runs}
    return [_row(run, records.get(run.folder)) for run in manifest.runs]


def _row(run: SweepRun, record: RunRecord | None) -> Row:
    state = "failed" if run.why else record.manifest.state if record else "not begun"
    usable = record is not None and record.usable
    measured = record.measured or {} if record and usable else {}
    trained = record.train_sizes if record else []
    sizes = list(measured.values())
    return Row(
        run,
        state,
        record.seconds if record else None,
        inside=_over([one for size, one in measured.items() if size in trained], lambda one: one.accuracy),
        outside=_over([one for size, one in measured.items() if size not in trained], lambda one: one.accuracy),
        p=_over(sizes, lambda one: one.p),
        p_sc=_over(sizes, lambda one: one.p_sc),
        p_rw=_over(sizes, lambda one: one.p_rw),
    )


def _over(sizes: Sequence[Measured], rate: Callable[[Measured], Rate]) -> Rate | None:
    return sum_of(map(rate, sizes)) if sizes else None


def write_summary(runs_dir: Path, manifest: SweepManifest) -> list[Row]:
    """Writes summary.csv and summary.md into the sweep's folder, and gives their rows."""
    found = rows(runs_dir, manifest)
    table = _table(manifest, found)
    folder = manifest.folder(runs_dir)
    write_atomically(folder / f"{NAME}.csv", csv(table))
    write_atomically(folder / f"{NAME}.md", table_file(table))
    return found


def _table(manifest: SweepManifest, found: Iterable[Row]) -> Table:
    keys = list(manifest.swept)
    found = list(found)
    caption = (
        f"Sweep {manifest.id} of {', '.join(map(code, manifest.recipes))} over {', '.join(map(code, keys))}"
        f"{' with ' + ', '.join(map(code, manifest.overrides)) if manifest.overrides else ''}. Accuracy in and out of "
        "distribution, and p, p_sc, p_rw over all sizes together: %, 95% interval "
        f"({method(_SETTINGS)}), denominator."
    )
    return Table(
        name=NAME,
        caption=caption,
        frame=pd.DataFrame([_numbers(row) for row in found]),
        headings=("recipe", *map(code, keys), "state", "time", "in", "out", "p", "p_sc", "p_rw", "run"),
        cells=tuple(
            (
                escape(row.run.recipe),
                *(escape(value) for value in row.run.values.values()),
                f"{row.state}: {escape(row.run.why.splitlines()[0])}" if row.run.why else row.state,
                "–" if row.seconds is None else seconds(row.seconds),
                *(_cell(rate) for rate in (row.inside, row.outside, row.p, row.p_sc, row.p_rw)),
                code(row.run.folder),
            )
            for row in found
        ),
    )


def _numbers(row: Row) -> dict[str, object]:
    rates = {"accuracy_in": row.inside, "accuracy_out": row.outside, "p": row.p, "p_sc": row.p_sc, "p_rw": row.p_rw}
    measured = [column for name, rate in rates.items() for column in columns(name, _estimate(rate)).items()]
    return {
        "recipe": row.run.recipe,
        **row.run.values,
        "state": row.state,
        "seconds": row.seconds,
        **dict(measured),
        "run": row.run.folder,
        "why": " ".join((row.run.why or "").split()),
    }


def _estimate(rate: Rate | None) -> Estimate | None:
    return estimate(rate, _SETTINGS) if rate else None


def _cell(rate: Rate | None) -> str:
    if rate is None or not rate.n:
        return "–"
    return f"{percent(rate.value, rate.interval)}, n={rate.n}"
