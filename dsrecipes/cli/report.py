"""`dsrecipes report`: all tables and figures from the runs, the paper's values beside ours."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def report(
    runs: Annotated[Path, typer.Option("--runs", metavar="DIR", help="The folder of runs.")] = Path("runs"),
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Where to write; by default `report` in the folder of runs."),
    ] = None,
) -> None:
    """Write the report from whatever runs exist.

    report.md, its tables as CSV, its figures as PNG and SVG.

    Example:  dsrecipes report --runs runs
    """
    from dsrecipes.report.build import build_report

    summary = build_report(runs, out or runs / "report")
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for scale, text in summary.table1.items():
        theirs = "; in brackets the paper's" if scale == "paper" else ""
        title = f"Table 1 ({scale}): accuracy, %; * in distribution{theirs}"
        table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
        table.add_column(text.headings[0])
        for heading in text.headings[1:]:
            table.add_column(heading, overflow="fold", justify="right")
        for row in text.rows:
            table.add_row(*row)
        console.print(table)
    if not summary.n_runs:
        typer.echo(f"No runs under {runs} yet.")
    typer.echo(f"Wrote {summary.report}")
    if summary.problems:
        typer.echo(f"{len(summary.problems)} problems with runs (told in the report):", err=True)
        for problem in summary.problems[:10]:
            typer.echo(f"  {problem}", err=True)
