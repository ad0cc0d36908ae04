"""`dsrecipes launch` with several values of a key: the grid, its progress and its summary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from dsrecipes.analysis.intervals import Rate
    from dsrecipes.errors import DsrecipesError
    from dsrecipes.jobs.sweep import Combination
    from dsrecipes.plan.sweep import Left
    from dsrecipes.recipe.sweep import Grid
    from dsrecipes.report.sweep import Row


def launch_grid(names: list[str], grid: Grid, runs: Path, plan_for: str | None) -> None:
    """Checks every combination; then launches them, or prints what they take on the machine called `plan_for`.

    Raises JobFailed at the end if one has failed.
    """
    from dsrecipes.jobs.sweep import combinations

    sweep = combinations(names, grid)
    if plan_for is not None:
        _print_plan(sweep, grid, runs, plan_for)
    else:
        _launch(names, sweep, grid, runs)


def _launch(names: list[str], sweep: Sequence[Combination], grid: Grid, runs: Path) -> None:
    from dsrecipes.cli.launch import catch_up_report, refresh_report
    from dsrecipes.cli.watcher import launching
    from dsrecipes.errors import JobFailed
    from dsrecipes.jobs.sweep import launch_sweep, manifest
    from dsrecipes.report.sweep import write_summary

    for note in dict.fromkeys(note for one in sweep for note in _notes(one)):
        typer.echo(note, err=True)
    told = manifest(names, grid, sweep)
    failures: dict[int, DsrecipesError] = {}

    def save() -> list[Row]:
        told.save(runs)
        return write_summary(runs, told)

    save()
    with launching() as watcher:

        def on_start(number: int, combination: Combination) -> None:
            watcher.heading(f"[{number + 1}/{len(sweep)}] {combination.label}")

        def on_end(number: int, worked: bool, failure: DsrecipesError | None) -> None:
            if failure:
                failures[number] = failure
                told.runs[number].why = str(failure)
                watcher.message(f"failed: {failure}")
            elif not worked:
                watcher.message("done before")
            if worked:
                refresh_report(runs, watcher)
            save()

        try:
            launch_sweep(sweep, runs, watcher, on_start=on_start, on_end=on_end)
        except KeyboardInterrupt:
            save()
            raise
        finished = [runs / run.folder for number, run in enumerate(told.runs) if number not in failures]
        catch_up_report(runs, finished, watcher)
    _print_summary(save(), list(told.swept))
    typer.echo(f"summary: {told.folder(runs) / 'summary.md'}")
    if failures:
        lines = [f"{sweep[number].label}: {failure}" for number, failure in failures.items()]
        what = "\n".join([f"{len(failures)} of {len(sweep)} combinations failed:", *lines]).replace("\n", "\n  ")
        raise JobFailed(what, hint="the same command tries these again, and repeats nothing that is done")


def _notes(combination: Combination) -> list[str]:
    return [f"{item.resolved.recipe.name}: {note}" for item in combination.checked for note in item.notes]


def _table(keys: Sequence[str], *headings: str) -> Table:
    """A table whose first columns are the recipe and the swept keys by their last part, as far as that tells them."""
    from rich import box
    from rich.table import Table

    short = [key.rpartition(".")[2] for key in keys]
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for heading in (
        "recipe",
        *(last if short.count(last) == 1 else key for key, last in zip(keys, short, strict=True)),
    ):
        table.add_column(heading, overflow="fold")
    for heading in headings:
        table.add_column(heading, overflow="fold", justify="right")
    return table


def _print_summary(rows: Sequence[Row], keys: Sequence[str]) -> None:
    from rich.text import Text

    from dsrecipes.cli.console import console
    from dsrecipes.report.cells import seconds

    table = _table(keys, "state", "time", "in", "out", "p", "p_sc", "p_rw")
    for row in rows:
        table.add_row(
            row.run.recipe,
            *map(Text, row.run.values.values()),
            row.state,
            "–" if row.seconds is None else seconds(row.seconds),
            *(_percent(rate) for rate in (row.inside, row.outside, row.p, row.p_sc, row.p_rw)),
        )
    console().print("Accuracy in and out of distribution; p, p_sc, p_rw over all sizes together: %", markup=False)
    console().print(table)


def _percent(rate: Rate | None) -> str:
    from dsrecipes.report.cells import percent

    return percent(rate.value if rate else None)


def _print_plan(sweep: Sequence[Combination], grid: Grid, runs: Path, machine: str) -> None:
    from rich.text import Text

    from dsrecipes.cli.console import console
    from dsrecipes.jobs.launch import finished
    from dsrecipes.plan.machines import machine as find_machine
    from dsrecipes.plan.quantities import total
    from dsrecipes.plan.render import duration, size
    from dsrecipes.plan.sweep import plan_sweep

    target = find_machine(machine)
    left = plan_sweep([[item.resolved for item in one.checked] for one in sweep], target, runs, finished)
    table = _table([override.key.strip() for override in grid.swept], "run", "state", "left: time", "disk", "memory")
    for combination, one in zip(sweep, left, strict=True):
        table.add_row(
            combination.resolved.recipe.name,
            *map(Text, combination.choice.swept.values()),
            combination.resolved.run_id,
            one.state,
            duration(one.seconds) or "not known",
            size(one.disk),
            _verdict(one),
        )
    times = [one.seconds for one in left if one.seconds is not None]
    whole = duration(total(times)) if len(times) == len(left) else "not known"
    table.add_section()
    table.add_row("all", *[""] * len(grid.swept), "", "", whole, size(sum(one.disk for one in left)), "")
    console().print(f"{len(sweep)} combinations on {target.name} ({target.title}), one after another", markup=False)
    console().print(table)
    for problem in dict.fromkeys(f"{one.plan.recipe}: {problem}" for one in left for problem in one.plan.problems):
        typer.echo(f"! {problem}")
    typer.echo(
        "All are estimates. What combinations share (a base model, a run that others start from) counts where it is "
        "made first.\nStages, commands and configs of one of them: the same command with one value for each key."
    )


def _verdict(left: Left) -> str:
    return {True: "fits", False: "does not fit", None: "not known"}[left.plan.fits]
