"""Launches recipes one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from dsrecipes.jobs import runner
from dsrecipes.jobs.pipeline import outcomes_there, stages
from dsrecipes.jobs.stages import Watcher, run_stages
from dsrecipes.recipe.load import Resolved
from dsrecipes.runs.run import Run


def finished(resolved: Resolved, run: Run) -> bool:
    """Whether launching a recipe would do nothing."""
    return run.done and outcomes_there(resolved.recipe, run)


def launch_one(resolved: Resolved, runs: Path, watcher: Watcher) -> tuple[Run, bool]:
    """Runs a recipe to its end in its folder under `runs`. Gives the run, and whether there was anything to do.

    Raises JobFailed or UserError if it fails, or KeyboardInterrupt. What was finished is kept, and the same call
    continues from there.
    """
    run = Run.of(resolved, runs)
    if finished(resolved, run):
        return run, False
    with run.locked():
        if orphans := runner.end_orphans(run.folder):
            watcher.message(f"ended {orphans} processes that a killed launch had left working in {run.folder}")
        planned = stages(resolved.recipe, run)
        run.begin(resolved, [stage.name for stage in planned])
        run_stages(run, planned, watcher)
    return run, True


def launch_all(
    recipes: Sequence[Resolved], runs: Path, watcher: Watcher, on_finished: Callable[[Run], None]
) -> list[Run]:
    """Launches each recipe; what is done already is passed over. Stops at the first that fails, as `launch_one` does.

    `on_finished` is called after each recipe that this call has worked on.
    """
    launched = []
    for resolved in recipes:
        run, worked = launch_one(resolved, runs, watcher)
        if worked:
            on_finished(run)
        launched.append(run)
    return launched
