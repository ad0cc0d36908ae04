"""`dsrecipes report`: all tables and figures from the runs, the paper's values beside ours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dsrecipes.analysis.settings import MAX_RESAMPLES, PAPER_RESAMPLES, Settings

if TYPE_CHECKING:
    from dsrecipes.report.build import ReportSummary

_TOLD = 10  # problems printed; the report tells all


def report(
    runs: Annotated[Path, typer.Option("--runs", metavar="DIR", help="The folder of runs.")] = Path("runs"),
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="DIR", help="Where to write; by default `report`, or `theory`, in the runs' folder."
        ),
    ] = None,
    trajectories: Annotated[
        list[Path] | None,
        typer.Option("--trajectories", metavar="FILE", help="Trajectories made elsewhere, reported beside the runs."),
    ] = None,
    theory: Annotated[bool, typer.Option("--theory", help="Only what needs no runs: the paper's theory.")] = False,
    interval: Annotated[
        str, typer.Option("--interval", help="95% intervals: wilson, wald (the paper's), clopper-pearson, bootstrap.")
    ] = Settings.interval,
    resamples: Annotated[
        int,
        typer.Option(
            "--resamples",
            min=PAPER_RESAMPLES,
            max=MAX_RESAMPLES,
            help="Bootstrap resamples of the problems; verdicts rest on them.",
        ),
    ] = 1000,
) -> None:
    """Write the report from whatever runs exist.

    report.html, report.md, every table as CSV, Markdown and LaTeX, every figure as PNG, SVG and PDF.

    Example:  dsrecipes report --runs runs --trajectories theirs.jsonl
    """
    from dsrecipes.cli.progress import steps
    from dsrecipes.errors import UserError
    from dsrecipes.report.build import build_report, build_theory_report

    settings = _settings(interval, resamples)
    if theory and trajectories:
        raise UserError("--theory reports no trajectories", hint="Leave out one of the two.")
    folder = out or runs / ("theory" if theory else "report")
    if theory:
        summary = build_theory_report(folder)
    else:
        with steps() as say:
            summary = build_report(runs, folder, settings, trajectories=trajectories or (), say=say)
    _print(summary)
    if not summary.n_runs and not theory:
        typer.echo(f"No runs under {runs} yet.")
    typer.echo(f"Wrote {summary.report}")
    if summary.problems:
        found = "1 problem" if len(summary.problems) == 1 else f"{len(summary.problems)} problems"
        typer.echo(f"{found} (told in the report):", err=True)
        for problem in summary.problems[:_TOLD]:
            typer.echo(f"  {problem}", err=True)


def _settings(interval: str, resamples: int) -> Settings:
    from dsrecipes.cli.arguments import interval_method

    return Settings(interval=interval_method(interval), resamples=resamples)


def _print(summary: ReportSummary) -> None:
    """Table 1 of each scale."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from dsrecipes.cli.console import console

    for shown in summary.table1.values():
        table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
        table.add_column(shown.headings[0])
        for heading in shown.headings[1:]:
            table.add_column(heading, overflow="fold", justify="right")
        for row in shown.rows:
            table.add_row(*map(Text, row))  # a model's name is no markup
        console().print(Text(shown.title))
        console().print(table)
