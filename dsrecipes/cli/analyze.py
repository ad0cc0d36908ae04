"""`dsrecipes analyze`: attempts, decisions and calibration of trajectory files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.table import Table

    from dsrecipes.analysis.calibration import Calibration, Interval, Rate
    from dsrecipes.analysis.pipeline import AnalysisResult

_TOLD = 10  # bad records printed in full


def analyze(
    trajectories: Annotated[
        list[Path], typer.Argument(metavar="TRAJECTORIES...", help="Files: .jsonl, .jsonl.gz or .parquet.")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", help="Write attempts.parquet and calibration.json into this folder.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the calibration as JSON.")] = False,
) -> None:
    """Read trajectories: attempts and decisions.

    Finds where each response commits to an answer, where it stops or tries again, and what that says of the model.

    Example:  dsrecipes analyze runs/rl-grpo/*/trajectories.jsonl.gz --out analysis
    """
    from dsrecipes.analysis.pipeline import analyze_files

    result = analyze_files(trajectories, out)
    if as_json:
        typer.echo(json.dumps(result.to_json(), indent=2, ensure_ascii=False))
    else:
        from rich.console import Console

        Console().print(calibration_table(result.calibrations))
        for line in _notes(result):
            typer.echo(line)
    for line in _complaints(result):
        typer.echo(line, err=True)


def calibration_table(calibrations: list[Calibration]) -> Table:
    """Rates in percent with 95% intervals, a row a model and size."""
    from rich import box
    from rich.table import Table

    title = "Calibration: %, 95% interval, denominator"
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("model", overflow="fold")
    table.add_column("size")
    for heading in ("observed", "predicted", "p", "p_sc", "p_rw"):
        table.add_column(heading, justify="right")
    table.add_column("reflect", justify="right")
    table.add_column("tokens", justify="right")
    for item in calibrations:
        n_finished = item.accuracy.n - item.n_truncated
        table.add_row(
            item.model,
            item.size,
            _rate(item.accuracy),
            _percent(item.predicted_accuracy, item.predicted_accuracy_ci),
            _rate(item.p),
            _rate(item.p_sc),
            _rate(item.p_rw),
            f"{100 * item.n_reflecting / n_finished:.0f}%" if n_finished else "–",
            f"{item.mean_tokens:.0f}" if item.mean_tokens is not None else "–",
        )
    return table


def _rate(rate: Rate) -> str:
    return f"{_percent(rate.value, rate.interval)}\nn={rate.n}"


def _percent(value: float | None, interval: Interval | None) -> str:
    if value is None:
        return "–"
    bounds = f"\n{100 * interval[0]:.0f}–{100 * interval[1]:.0f}" if interval else ""
    return f"{100 * value:.1f}{bounds}"


def _notes(result: AnalysisResult) -> list[str]:
    truncated = sum(item.n_truncated for item in result.calibrations)
    without = sum(item.n_without_candidate for item in result.calibrations)
    notes = [
        f"{result.log.n_good} trajectories, {result.n_attempts} attempts; {truncated} reached the token limit "
        f"(in `observed` only), {without} finished without an answer.",
        "p: first attempt right. p_sc: P(STOP | right). p_rw: P(RESAMPLE | wrong). predicted: from these by the "
        "two-stage model (the paper's formula, reconstructed).",
    ]
    return notes + [f"Wrote {path}" for path in result.files]


def _complaints(result: AnalysisResult) -> list[str]:
    lines = []
    if result.n_reader_disagrees:
        lines.append(
            f"{result.n_reader_disagrees} trajectories: the last attempt's candidate is not the answer that the reward "
            "reads; `observed` follows the reward."
        )
    if result.log.n_bad:
        lines.append(f"{result.log.n_bad} bad records were left out:")
        lines += [f"  {problem}" for problem in result.log.problems[:_TOLD]]
        if result.log.n_bad > _TOLD:
            lines.append(f"  … and {result.log.n_bad - _TOLD} more")
    return lines
