"""Run folders -> the report: report.md, its tables as CSV, its figures as PNG and SVG.

The same runs give the same bytes: nothing here asks for the time, the machine or a random number.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dsrecipes.errors import UserError
from dsrecipes.files import write_atomically
from dsrecipes.report import figures, tables
from dsrecipes.report.arms import Arm, Scale, scales
from dsrecipes.report.collect import Collection, collect
from dsrecipes.report.paper import Paper, paper
from dsrecipes.report.tables import TextTable


@dataclass(frozen=True)
class ReportSummary:
    """Where the report is, and what a terminal shows of it: Table 1 by scale, and the runs that could not be read."""

    report: Path
    table1: dict[str, TextTable]
    n_runs: int
    problems: tuple[str, ...]
    files: tuple[Path, ...]


def build_report(runs_dir: Path, out_dir: Path) -> ReportSummary:
    """Reads every run under `runs_dir` (which need not exist) and writes the report into `out_dir`.

    Raises UserError if `runs_dir` is a file or `out_dir` cannot be written.
    """
    if runs_dir.exists() and not runs_dir.is_dir():
        raise UserError("not a folder of runs", where=str(runs_dir), hint="Give the folder that `launch` wrote into.")
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        return _Builder(collect(runs_dir, skip=out_dir), out_dir).build()
    except OSError as error:
        raise UserError(f"the report cannot be written: {error.strerror or error}", where=str(out_dir)) from error


class _Builder:
    def __init__(self, collection: Collection, out_dir: Path) -> None:
        self.collection = collection
        self.out = out_dir
        self.paper: Paper = paper()
        self.files: list[Path] = []
        self.table1: dict[str, TextTable] = {}

    def build(self) -> ReportSummary:
        problems = [f"{broken.folder}: {broken.what}" for broken in self.collection.broken]
        problems += [f"{run.folder}: {problem}" for run in self.collection.runs for problem in run.problems]
        found = scales(self.collection.runs)
        parts = [self._head(found), *self._problems(problems)]
        for scale in found:
            parts += self._scale(scale)
        parts += self._paper_table() + self._provenance()
        report = self._write("report.md", "\n\n".join(parts) + "\n")
        return ReportSummary(report, self.table1, len(self.collection.runs), tuple(problems), tuple(self.files))

    def _head(self, found: list[Scale]) -> str:
        n_runs, n_done = len(self.collection.runs), sum(run.manifest.state == "done" for run in self.collection.runs)
        state = (
            f"{n_runs} runs found, {n_done} done, at the scales: {', '.join(scale.name for scale in found)}."
            if n_runs
            else "No runs found yet: every value of ours is missing (not run)."
        )
        return (
            f"# Replication report\n\nReplicates: {self.paper.citation}. {state}\n\n"
            "Intervals are 95%. Ours are Wilson's for proportions, Newcombe's for gaps, and for predicted accuracy the "
            "percentiles of a bootstrap by problem (100 resamples, as in the paper). What is **assumed** or "
            "**reconstructed**, because the paper's text lost it, is marked and listed at the end."
        )

    def _problems(self, problems: list[str]) -> list[str]:
        if not problems:
            return []
        return ["## Runs that could not be read in full", "\n".join(f"- {problem}" for problem in problems)]

    def _scale(self, scale: Scale) -> list[str]:
        parts = [f"## Scale: {scale.name}"]
        parts += self._scale_table1(scale)
        parts += self._scale_calibration(scale)
        parts += self._scale_training(scale)
        return parts

    def _scale_table1(self, scale: Scale) -> list[str]:
        frame, text = tables.table1(scale, self.paper)
        self.table1[scale.name] = tables.table1_for_terminal(scale, self.paper)
        self._csv(f"table1-{scale.name}.csv", frame)
        summary_frame, summary_text = tables.summary(scale, self.paper)
        self._csv(f"summary-{scale.name}.csv", summary_frame)
        matching = [size for size in scale.sizes if size in self.paper.sizes] if scale.name == "paper" else []
        if matching:
            beside = (
                "In brackets the paper's accuracy and our difference in points, at its sizes "
                f"(**{self.paper.sizes_status}**: {self.paper.sizes_why})."
            )
        else:
            beside = (
                "The paper's values stand in their own table below: its model, sizes and scale are others, so "
                "its numbers and ours are **not comparable** cell by cell; what can be compared is the pattern."
            )
        notes = [f"- {note}" for arm in scale.arms for note in arm.notes]
        parts = [
            f"### Table 1 ({scale.name})",
            f"Accuracy, % [Wilson 95% interval], by size. `*`: in distribution (trained on). {beside}",
            text.markdown(),
        ]
        if notes:
            parts.append("Runs left out:\n\n" + "\n".join(notes))
        parts += [
            f"### In and out of distribution ({scale.name})",
            "Accuracy over all test problems of the in-distribution sizes, and of the others. A gap is the arm's "
            "accuracy less the base's, with Newcombe's interval for independent samples (not paired by problem).",
            summary_text.markdown(),
        ]
        return parts

    def _scale_calibration(self, scale: Scale) -> list[str]:
        frames = []
        parts = [
            f"### Calibration by size ({scale.name})",
            "In %. p: the first attempt is right. p_sc: P(STOP | right). p_rw: P(RESAMPLE | wrong). n: the "
            "denominator. Predicted accuracy: p·p_sc / (p·p_sc + (1 − p)(1 − p_rw)) (**reconstructed**, Section 4.2). "
            "Trajectories that reached the token limit are in `observed` only. `readers differ`: finished trajectories "
            "whose last attempt's candidate is not the answer that the reward reads; `observed` follows the reward.",
        ]
        if any(arm.results for arm in scale.arms):
            path = f"calibration-{scale.name}"
            self.files += figures.calibration(scale, self.out / path)
            parts.append(f"![Calibration by size, {scale.name}]({path}.png)")
            parts.append(
                f"*Calibration by size at the scale {scale.name}. {_counts(scale)} Bars: 95% intervals; where a value "
                "is missing, its denominator is 0.*"
            )
        for arm in scale.arms:
            parts.append(f"#### {arm.label}")
            if not arm.results:
                parts.append(f"{arm.why}.")
                continue
            frame, text = tables.calibration(scale, arm)
            frames.append(frame)
            parts.append(text.markdown())
        if frames:
            self._csv(f"calibration-{scale.name}.csv", pd.concat(frames, ignore_index=True))
        return parts

    def _scale_training(self, scale: Scale) -> list[str]:
        frame, text = tables.training(scale)
        parts = [f"### Training ({scale.name})"]
        if not text.rows:
            return [*parts, "No finished training to show."]
        self._csv(f"training-{scale.name}.csv", frame)
        parts += [
            "Start: the first logged step (in RL, sampled before the first update). End: the mean over the last tenth.",
            text.markdown(),
        ]
        for draw, name, what in (
            (
                figures.rl_training,
                "training-rl",
                "RL: mean reward, response length, KL to the reference and entropy by step",
            ),
            (figures.sft_training, "training-sft", "SFT: training loss by step"),
        ):
            path = f"{name}-{scale.name}"
            files = draw(scale, self.out / path)
            if files:
                self.files += files
                parts.append(f"![{what}]({path}.png)")
                parts.append(f"*{what}, one curve a run; where a run logged 20 steps or more, its moving average.*")
        return parts

    def _paper_table(self) -> list[str]:
        frame, text = tables.paper_table1(self.paper)
        self._csv("table1-published.csv", frame)
        return [
            "## The paper's Table 1",
            f"Accuracy, % [{self.paper.interval_note}], n = 100 a cell. Sizes **{self.paper.sizes_status}**: "
            f"{self.paper.sizes_why}.",
            text.markdown(),
        ]

    def _provenance(self) -> list[str]:
        parts = ["## Provenance"]
        if self.collection.runs:
            frame, text = tables.provenance(self.collection.runs)
            self._csv("provenance.csv", frame)
            parts.append(text.markdown())
        parts += [
            "### What is assumed or reconstructed",
            tables.assumptions(self.collection.runs, self.paper).markdown(),
            "The source of every value of a recipe: `dsrecipes show RECIPE --provenance`.",
        ]
        return parts

    def _csv(self, name: str, frame: pd.DataFrame) -> None:
        self._write(name, frame.to_csv(index=False, float_format="%.6g", lineterminator="\n"))

    def _write(self, name: str, text: str) -> Path:
        path = self.out / name
        write_atomically(path, text)
        self.files.append(path)
        return path


def _counts(scale: Scale) -> str:
    """`n trajectories a size: Base 100; RL 300.`"""
    return "Trajectories a size: " + "; ".join(_count(arm) for arm in scale.arms if arm.results) + "."


def _count(arm: Arm) -> str:
    counts = sorted({result.accuracy.n for result in arm.results.values()})
    seeds = f" ({len(arm.runs)} seeds)" if len(arm.runs) > 1 else ""
    return f"{arm.label} " + (f"{counts[0]}" if len(counts) == 1 else f"{counts[0]} to {counts[-1]}") + seeds
