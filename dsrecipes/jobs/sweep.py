"""A sweep: recipes with every combination of some values, each the ordinary run that it would be alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dsrecipes.errors import DsrecipesError, Problems, UserError
from dsrecipes.jobs.check import Checked, load_checked
from dsrecipes.jobs.launch import launch_one
from dsrecipes.jobs.stages import Watcher
from dsrecipes.recipe.load import Resolved
from dsrecipes.recipe.merge import COMMAND_LINE
from dsrecipes.recipe.sweep import Choice, Grid
from dsrecipes.runs.manifest import core_versions
from dsrecipes.runs.sweep import SweepManifest, SweepRun, sweep_id


@dataclass(frozen=True)
class Combination:
    """A recipe with one of the choices, in which nothing wrong was found.

    `checked` are the recipe and, before it, those from whose models it starts.
    """

    checked: tuple[Checked, ...]
    choice: Choice

    @property
    def resolved(self) -> Resolved:
        return self.checked[-1].resolved

    @property
    def label(self) -> str:
        """`tiny-rl-grpo seed=0 training.learning_rate=1e-4`"""
        return f"{self.resolved.recipe.name} {self.choice.label}"


def folder(resolved: Resolved) -> str:
    """Of a recipe's run, relative to the folder of runs."""
    return f"{resolved.recipe.name}/{resolved.run_id}"


def combinations(names: Sequence[str], grid: Grid) -> list[Combination]:
    """Every recipe with every choice, recipe by recipe, checked as any recipe is before it runs.

    Raises Problems with the errors of all of them, each told once with the values that it comes with.
    """
    choices = grid.choices()
    found: list[Combination] = []
    problems: list[UserError] = []
    for name in names:
        wrong: dict[str, tuple[UserError, list[Choice]]] = {}
        for choice in choices:
            try:
                found.append(Combination(tuple(load_checked([name], list(choice.overrides))), choice))
            except Problems as errors:
                for error in errors.problems:
                    wrong.setdefault(str(error), (error, []))[1].append(choice)
        several = len(names) > 1
        problems += [_told(error, met, choices, name if several else None) for error, met in wrong.values()]
    problems += _same_runs(found)
    if problems:
        raise Problems(problems)
    return found


def _told(error: UserError, met: Sequence[Choice], choices: Sequence[Choice], recipe: str | None) -> UserError:
    """An error with the values that it was met with, and the recipe where nothing else says which."""
    where = f"{recipe}, {error.where}" if recipe and error.where == COMMAND_LINE else error.where
    if len(met) == len(choices):
        return UserError(error.what, where=where, hint=error.hint)
    shared = dict(set.intersection(*(set(choice.swept.items()) for choice in met)))
    alike = [choice for choice in choices if shared.items() <= choice.swept.items()]
    if shared and len(alike) == len(met):
        with_values = " ".join(f"{key}={value}" for key, value in met[0].swept.items() if key in shared)
    else:
        with_values = f"{met[0].label}, and in {len(met) - 1} more of {len(choices)} combinations"
    return UserError(f"{error.what} (with {with_values})", where=where, hint=error.hint)


def _same_runs(found: Sequence[Combination]) -> list[UserError]:
    by_folder: dict[str, list[Combination]] = {}
    for combination in found:
        by_folder.setdefault(folder(combination.resolved), []).append(combination)
    hint = "a recipe's analysis and its words about itself do not shape a run: leave out all but one"
    return [
        UserError(f"are one and the same run, {run}", where="; ".join(one.label for one in same), hint=hint)
        for run, same in by_folder.items()
        if len(same) > 1
    ]


def manifest(names: Sequence[str], grid: Grid, sweep: Sequence[Combination]) -> SweepManifest:
    """What `sweep.json` says of a sweep before it is launched."""
    runs = [
        SweepRun(recipe=one.resolved.recipe.name, run_id=one.resolved.run_id, values=one.choice.swept) for one in sweep
    ]
    return SweepManifest(
        id=sweep_id(run.folder for run in runs),
        recipes=list(names),
        swept={override.key.strip(): list(override.values) for override in grid.swept},
        overrides=[f"{one.key}={value}" for one in grid.overrides if not one.swept for value in one.values],
        runs=runs,
        versions=core_versions(),
    )


def launch_sweep(
    sweep: Sequence[Combination],
    runs: Path,
    watcher: Watcher,
    *,
    on_start: Callable[[int, Combination], None],
    on_end: Callable[[int, bool, DsrecipesError | None], None],
) -> None:
    """Launches each combination; what is done already is passed over, and after one that fails the others go on.

    `on_start` is called with the number of a combination, from 0, before it is launched; `on_end` after it, with the
    number, whether there was anything to do, and its error if it failed. Raises KeyboardInterrupt where it is
    interrupted, and OSError (a full disk), which would meet the others too.
    """
    failed: dict[str, DsrecipesError] = {}
    for number, combination in enumerate(sweep):
        on_start(number, combination)
        worked, failure = False, None
        for one in combination.checked:
            run = folder(one.resolved)
            if run not in failed:  # what several start from may have failed before
                try:
                    worked |= launch_one(one.resolved, runs, watcher)[1]
                except DsrecipesError as error:
                    failed[run] = error
            if failure := failed.get(run):
                break
        on_end(number, worked, failure)
