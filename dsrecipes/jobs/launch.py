"""Launches recipes one after another, and keeps the report up to date as each finishes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from dsrecipes.jobs.pipeline import outcomes_there, stages
from dsrecipes.jobs.stages import Watcher, run_stages
from dsrecipes.recipe.load import Resolved
from dsrecipes.runs.run import Run


def launch_all(
    recipes: Sequence[Resolved], runs: Path, watcher: Watcher, on_finished: Callable[[Run], None]
) -> list[Run]:
    """Runs each recipe to its end in a folder under `runs`; what is done already is passed over.

    `on_finished` is called after each recipe that this call has worked on. Stops at the first that fails: raises
    JobFailed or UserError, or KeyboardInterrupt. What was finished is kept, and the same call continues from there.
    """
    finished = []
    for resolved in recipes:
        run = Run.of(resolved, runs)
        if not (run.done and outcomes_there(resolved.recipe, run)):
            with run.locked():
                planned = stages(resolved.recipe, run)
                run.begin(resolved, [stage.name for stage in planned])
                run_stages(run, planned, watcher)
            on_finished(run)
        finished.append(run)
    return finished
