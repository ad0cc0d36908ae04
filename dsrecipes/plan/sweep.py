"""The plan of a sweep: what each combination takes after those before it, so that all of them add up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dsrecipes.plan.machines import Machine
from dsrecipes.plan.plan import Plan, plan
from dsrecipes.plan.quantities import Span, total
from dsrecipes.plan.stages import StagePlan
from dsrecipes.recipe.load import Resolved
from dsrecipes.runs.run import Run

Finished = Callable[[Resolved, Run], bool]
"""Whether launching a recipe would do nothing (dsrecipes.jobs.launch.finished)."""


@dataclass(frozen=True)
class Left:
    """What is left to do for one combination. What it shares with one before it (a base model, a run that it starts
    from) counts there."""

    plan: Plan
    """Of its recipe, whole."""
    state: str
    """Of its run: `done` where nothing is to be done, `new` where nothing has been."""
    stages: tuple[StagePlan, ...]

    @property
    def seconds(self) -> Span | None:
        """None if a stage's time is not known."""
        known = [stage.seconds for stage in self.stages if stage.seconds is not None]
        return total(known) if len(known) == len(self.stages) else None

    @property
    def disk(self) -> float:
        """Bytes, at most."""
        return sum(term.bytes for stage in self.stages for term in stage.disk)


def plan_sweep(sweep: Sequence[Sequence[Resolved]], machine: Machine, runs: Path, finished: Finished) -> list[Left]:
    """The plans of combinations, each a recipe after those that it starts from, in the order of their launch.

    Raises UserError as `plan` does.
    """
    counted: set[str] = set()
    return [_left(recipes, machine, runs, finished, counted) for recipes in sweep]


def _left(recipes: Sequence[Resolved], machine: Machine, runs: Path, finished: Finished, counted: set[str]) -> Left:
    """Adds to `counted` the runs and base models that need not be made again after this combination."""
    left: list[StagePlan] = []
    for resolved in recipes:
        run = Run.of(resolved, runs)
        whole = plan(resolved, machine, runs)
        state: str = run.manifest.state if run.manifest.stages else "new"
        done = {record.name for record in run.manifest.stages if record.state == "done"}
        model = resolved.recipe.model
        base = f"{model.scratch!r} {model.template} {resolved.recipe.hardware!r}"
        if "base" in done:
            counted.add(base)
        if finished(resolved, run):
            done = {stage.name for stage in whole.stages}
        elif state == "done":
            state = "to be completed"
        if str(run.folder) not in counted:
            left += [
                stage
                for stage in whole.stages
                if stage.name not in done and not (stage.name == "base" and base in counted)
            ]
        counted |= {str(run.folder), base}
    return Left(whole, state, tuple(left))
