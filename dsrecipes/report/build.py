"""Run folders and trajectory files -> the report.

The same runs give the same bytes: nothing here asks for the time or the machine, and random numbers have a fixed seed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dsrecipes.analysis.fingerprint import fingerprint
from dsrecipes.analysis.settings import Settings
from dsrecipes.errors import UserError
from dsrecipes.report.arms import FILES, Scale, scale_of_files, scales
from dsrecipes.report.collect import Collection, RunRecord, collect
from dsrecipes.report.document import Document, Section, Text
from dsrecipes.report.estimates.estimator import Estimator
from dsrecipes.report.gaps import gaps_of
from dsrecipes.report.given import Given, read_files
from dsrecipes.report.placed import Placed, place
from dsrecipes.report.predictions import predictions as predicted
from dsrecipes.report.progress import Say, quiet
from dsrecipes.report.render import write
from dsrecipes.report.sections import (
    accuracy,
    calibration,
    claim,
    comparisons,
    objectives,
    predictions,
    probe,
    provenance,
    theory,
    training,
    transitions,
)
from dsrecipes.report.sections.probe import NO_PROBES, Probes, find_probes
from dsrecipes.report.sections.summary import Part, summary, title
from dsrecipes.report.verdicts import judge

TITLE = "The Two-Stage Decision-Sampling Hypothesis: replication report"
PAGE = "report.html"
SETTINGS = Settings(resamples=1000)
"""Wilson's intervals, and ten times the paper's bootstrap resamples: percentiles of 100 numbers are rough."""


@dataclass(frozen=True)
class Table1:
    """Table 1 for a terminal."""

    title: str
    headings: tuple[str, ...]
    rows: list[tuple[str, ...]]


@dataclass(frozen=True)
class Report:
    """A report before it is written, and Table 1 by scale for a terminal."""

    document: Document
    table1: dict[str, Table1]


@dataclass(frozen=True)
class ReportSummary:
    """Where the report is, and what a terminal shows of it: Table 1 by scale, and what could not be read."""

    report: Path
    table1: dict[str, Table1]
    n_runs: int
    problems: tuple[str, ...]
    files: tuple[Path, ...]


def build_report(
    runs_dir: Path,
    out_dir: Path,
    settings: Settings = SETTINGS,
    *,
    trajectories: Sequence[Path] = (),
    say: Say = quiet,
) -> ReportSummary:
    """Reads every run under `runs_dir` (which need not exist) and every file of `trajectories`, and writes the report
    into `out_dir`. `say` is told what it does, step by step.

    Raises UserError if `runs_dir` is a file, if a file of trajectories cannot be read, if none holds a trajectory, or
    if `out_dir` cannot be written.
    """
    if runs_dir.exists() and not runs_dir.is_dir():
        raise UserError("not a folder of runs", where=str(runs_dir), hint="Give the folder that `launch` wrote into.")
    say("reading the runs")
    collection = collect(runs_dir, skip=out_dir)
    given = read_files(trajectories, settings) if trajectories else None
    report = assemble(collection, settings, given, find_probes(runs_dir), say)
    say("writing tables and figures")
    return _write(report, out_dir, len(collection.runs))


def build_theory_report(out_dir: Path) -> ReportSummary:
    """Writes the theory's part alone. Raises UserError if `out_dir` cannot be written."""
    return _write(theory_report(), out_dir, 0)


def assemble(
    collection: Collection,
    settings: Settings = SETTINGS,
    given: Given | None = None,
    probes: Probes = NO_PROBES,
    say: Say = quiet,
) -> Report:
    """The whole report on what was collected, and on files of trajectories where some were given."""
    say("pooling the runs of each model")
    found = scales(collection.runs, settings)
    if given:
        found.append(scale_of_files(given.tallies, [file.path for file in given.files], settings))
    estimator = Estimator(settings)
    parts = [_part(scale, estimator, say) for scale in found]
    document = Document(
        title=TITLE,
        summary=summary(collection.runs, parts, probes),
        sections=(
            *(_of_scale(part, estimator, settings, say) for part in parts),
            *([probe.section(probes)] if probes.found else []),
            theory.section(),
            provenance.section(collection.runs, given.files if given else ()),
        ),
        problems=(*_problems(collection, found), *(given.problems if given else ()), *probes.problems),
    )
    return Report(document, {scale.name: _table1(scale) for scale in found if scale.measured or scale.runs})


def theory_report() -> Report:
    """The theory's part alone: it needs no run."""
    section = theory.section()
    return Report(Document(TITLE, Text(theory.INTRODUCTION), section.sections), {})


def _part(scale: Scale, estimator: Estimator, say: Say) -> Part:
    say(f"{title(scale)}: gaps")
    gaps = gaps_of(scale, estimator)
    # The predictions speak of sizes in and out of distribution, which files of trajectories do not know.
    asked = predicted() if scale.name != FILES else ()
    judged = []
    for number, prediction in enumerate(asked, start=1):
        say(f"{title(scale)}: prediction {number} of {len(asked)}")
        judged.append(judge(prediction, scale, estimator))
    return Part(scale, gaps, tuple(judged))


def _of_scale(part: Part, estimator: Estimator, settings: Settings, say: Say) -> Section:
    """A scale's part. Where nothing was measured it holds what the paper says, and that ours was not run."""
    scale, gaps = part.scale, part.gaps
    placed: list[Placed] = []
    if len(scale.measured) > 1:
        for number, arm in enumerate(scale.measured, start=1):
            say(f"{title(scale)}: model {number} of {len(scale.measured)} against {scale.base and scale.base.label}")
            placed += place(arm, scale, estimator)
    say(f"{title(scale)}: tables")
    sections = [
        accuracy.section(scale, gaps, estimator, settings),
        *([predictions.section(scale, part.judged, settings)] if part.judged else []),
        *([comparisons.section(scale, estimator)] if len(scale.compared) > 1 or scale.runs else []),
        calibration.section(scale, settings),
        *([claim.section(scale, gaps, settings)] if gaps.by_region else []),
        *([objectives.section(scale, placed, settings)] if placed else []),
        *([transitions.section(scale, estimator, settings)] if scale.name != FILES else []),
        *([training.section(scale)] if scale.runs else []),
    ]
    return Section(f"scale-{scale.slug}", f"Results: {title(scale)}", sections=tuple(sections))


def _problems(collection: Collection, found: Sequence[Scale]) -> list[str]:
    return [
        *(f"{broken.folder}: {broken.what}" for broken in collection.broken),
        *(f"{run.folder}: {problem}" for run in collection.runs for problem in run.problems),
        *_read_otherwise(collection.runs),
        *(
            f"{title(scale)}: the models were trained on different sizes ({scale.trained_otherwise}); all of these "
            "count as in distribution for every model"
            for scale in found
            if scale.trained_otherwise
        ),
    ]


_NAMED = 3  # runs; of more it is said how many


def _read_otherwise(runs: Sequence[RunRecord]) -> list[str]:
    """A line if not all analyses are this reader's."""
    others = [run.folder for run in runs if run.measured is not None and run.reader != fingerprint()]
    if not others:
        return []
    named = ", ".join(others[:_NAMED]) + (f" and {len(others) - _NAMED} more" if len(others) > _NAMED else "")
    return [
        f"analysed by another version of the reader than this one: {named}. Launch their recipes again: what is done "
        "stays, the trajectories are read anew, in seconds."
    ]


def _table1(scale: Scale) -> Table1:
    beside = "; in brackets the paper's" if any(arm.in_paper for arm in scale.arms) else ""
    inside = "; * in distribution" if scale.trained_sizes else ""
    headings, rows = accuracy.terminal_table(scale)
    return Table1(f"Table 1 ({title(scale)}): accuracy, %{inside}{beside}", headings, rows)


def _write(report: Report, out_dir: Path, n_runs: int) -> ReportSummary:
    try:
        files = write(report.document, out_dir)
    except OSError as error:
        raise UserError(f"the report cannot be written: {error.strerror or error}", where=str(out_dir)) from error
    return ReportSummary(out_dir / PAGE, report.table1, n_runs, report.document.problems, tuple(files))
