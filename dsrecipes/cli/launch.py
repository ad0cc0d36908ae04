"""`dsrecipes launch`: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dsrecipes.cli.arguments import complete_recipe, require_folder_of_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsrecipes.jobs.check import Checked
    from dsrecipes.jobs.stages import Watcher
    from dsrecipes.recipe.load import Resolved


def launch(
    recipes: Annotated[
        list[str],
        typer.Argument(
            metavar="RECIPE... [KEY=VALUE[,VALUE]...]...", help="Recipes and overrides.", autocompletion=complete_recipe
        ),
    ],
    runs: Annotated[Path, typer.Option("--runs", metavar="DIR", help="The folder of runs.")] = Path("runs"),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what it takes, the commands and the configs; run nothing.")
    ] = False,
    machine: Annotated[
        str | None,
        typer.Option(
            "--machine",
            metavar="NAME",
            help="With --dry-run: this (unless you name another), h100-80gb, h200, 8xh100 or a file that describes it.",
        ),
    ] = None,
) -> None:
    """Run recipes, then refresh the report.

    Stages: base model, data, training, export, evaluation, analysis.
    The same command run again continues where it stopped and repeats nothing that is done.

    Several values of a key, separated by commas, are a sweep: every combination is run, and a table sums them up.

    Example:  dsrecipes launch tiny/base.yaml tiny/rl-grpo.yaml seed=1
    Example:  dsrecipes launch tiny/rl-grpo.yaml seed=0,1,2 training.learning_rate=1e-4,2e-4
    """
    from dsrecipes.cli.arguments import split_overrides
    from dsrecipes.jobs.check import load_checked
    from dsrecipes.recipe.sweep import grid

    names, overrides = split_overrides(recipes)
    _check_options(runs, dry_run, machine)
    asked = grid(overrides)
    plan_for = (machine or "this") if dry_run else None
    if asked.swept:
        from dsrecipes.cli.sweep import launch_grid

        launch_grid(names, asked, runs, plan_for)
        return
    checked = load_checked(names, overrides)
    if plan_for is not None:
        _print_plans(checked, runs, plan_for)
        return
    for item in checked:
        for note in item.notes:
            typer.echo(f"{item.resolved.recipe.name}: {note}", err=True)

    from dsrecipes.cli.watcher import launching
    from dsrecipes.jobs.launch import launch_all

    with launching() as watcher:
        finished = launch_all(
            [item.resolved for item in checked], runs, watcher, lambda _: refresh_report(runs, watcher)
        )
        catch_up_report(runs, [run.folder for run in finished], watcher)
    for run in finished:
        typer.echo(f"done: {run.folder}")


def refresh_report(runs: Path, watcher: Watcher) -> None:
    """Writes the report on all runs anew."""
    from dsrecipes.report.build import build_report

    watcher.message(f"report: {build_report(runs, runs / 'report').report}")


def catch_up_report(runs: Path, finished: Sequence[Path], watcher: Watcher) -> None:
    """Writes the report anew if it is not there, or older than one of the finished runs: writing it may have failed."""
    report = runs / "report" / "report.html"
    written = report.stat().st_mtime if report.exists() else 0.0
    if any((folder / "manifest.json").stat().st_mtime > written for folder in finished):
        refresh_report(runs, watcher)


def _check_options(runs: Path, dry_run: bool, machine: str | None) -> None:
    """Raises UserError, or Problems, with the options that cannot be meant."""
    from dsrecipes.errors import Refusals, UserError

    refusals = Refusals()
    with refusals.gathered():
        if machine is not None and not dry_run:
            hint = "add --dry-run to plan for another machine; a launch runs on this one"
            raise UserError("goes with --dry-run only", where="--machine", hint=hint)
    with refusals.gathered():
        require_folder_of_runs(runs)
    refusals.tell()


def _print_plans(checked: list[Checked], runs: Path, machine: str) -> None:
    """What each recipe takes on a machine, stage by stage; then its exact commands and the files that they read."""
    from dsrecipes.cli.console import console
    from dsrecipes.plan.machines import machine as find_machine
    from dsrecipes.plan.plan import plan
    from dsrecipes.plan.render import as_table

    target = find_machine(machine)
    for item in checked:
        console().print(as_table(plan(item.resolved, target, runs)))
        for note in item.notes:
            typer.echo(note)
        _print_commands(item.resolved, runs)


def _print_commands(resolved: Resolved, runs: Path) -> None:
    import shlex

    from dsrecipes.jobs.environments import for_backend
    from dsrecipes.jobs.pipeline import stages
    from dsrecipes.runs.run import Run

    run = Run.of(resolved, runs)
    typer.echo(f"\n# {resolved.recipe.name}: {run.folder}")
    for number, stage in enumerate(stages(resolved.recipe, run), 1):
        typer.echo(f"\n## {number}. {stage.name}: {stage.does}")
        for command in stage.commands():
            environment = for_backend(command.backend, command.accelerator)
            typer.echo(f"# in {command.folder}, with dsrecipes on PYTHONPATH")
            variables = [f"{name}={shlex.quote(value)}" for name, value in command.variables.items()]
            typer.echo(" ".join([*variables, shlex.join([str(environment.python), *command.arguments])]))
            for path, text in command.files.items():
                typer.echo(f"# {path}\n{text.rstrip()}")
    typer.echo()
