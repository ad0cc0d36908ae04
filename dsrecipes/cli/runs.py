"""`dsrecipes runs`: what there is and how far it has come."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def runs(
    folder: Annotated[Path, typer.Option("--runs", metavar="DIR", help="The folder of runs.")] = Path("runs"),
) -> None:
    """List the runs and how far they have come.

    For each: state, stages done, minutes, accuracy over all sizes.
    """
    from rich.table import Table

    from dsrecipes.analysis.folder import CALIBRATION_FILE
    from dsrecipes.cli.arguments import require_folder_of_runs
    from dsrecipes.cli.console import console
    from dsrecipes.runs.find import find_runs

    require_folder_of_runs(folder)
    found = find_runs(folder)
    if not found:
        typer.echo(f"no runs in {folder}; `dsrecipes launch` makes them")
        return
    table = Table("recipe", "run", "state", "stages", "minutes", "accuracy", box=None, pad_edge=False)
    for path, manifest in found:
        if isinstance(manifest, str):
            table.add_row(path.parent.name, path.name, f"broken: {manifest}", "", "", "")
            continue
        done = [stage.name for stage in manifest.stages if stage.state == "done"]
        minutes = sum(stage.seconds for stage in manifest.stages) / 60
        table.add_row(
            manifest.recipe,
            manifest.run_id,
            manifest.state,
            f"{len(done)}/{len(manifest.stages)}",
            f"{minutes:.1f}",
            _accuracy(path / "analysis" / CALIBRATION_FILE),
        )
    console().print(table)


def _accuracy(calibration: Path) -> str:
    """Correct trajectories over all, as a percentage with its count; empty before the analysis."""
    try:
        rows = json.loads(calibration.read_text(encoding="utf-8"))
        n = sum(row["n"] for row in rows)
        return f"{100 * sum(row['accuracy'] * row['n'] for row in rows if row['n']) / n:.1f}% of {n}" if n else ""
    except FileNotFoundError:
        return ""
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return f"{calibration.name} cannot be read"
