"""The plan of a recipe on a machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dsrecipes.plan import shapes
from dsrecipes.plan.machines import THIS, Machine
from dsrecipes.plan.quantities import Span, total
from dsrecipes.plan.shapes import Shape
from dsrecipes.plan.stages import StagePlan, Stages
from dsrecipes.recipe.load import Resolved
from dsrecipes.runs.run import Run


@dataclass(frozen=True)
class Plan:
    """What a recipe takes on a machine, stage by stage."""

    recipe: str
    machine: Machine
    shape: Shape
    stages: tuple[StagePlan, ...]
    problems: tuple[str, ...]
    """Why the recipe cannot run there, or only in part of the machine; memory is told stage by stage."""

    @property
    def fits(self) -> bool | None:
        """Whether every stage has the memory it needs; None where the machine's is not known."""
        verdicts = [stage.fits for stage in self.stages]
        if False in verdicts:
            return False
        return None if None in verdicts else True

    @property
    def seconds(self) -> Span | None:
        """Of all stages; None if one is not known."""
        known = [stage.seconds for stage in self.stages if stage.seconds is not None]
        return total(known) if len(known) == len(self.stages) else None

    @property
    def disk(self) -> float:
        """Bytes, at most."""
        return sum(term.bytes for stage in self.stages for term in stage.disk)


def plan(resolved: Resolved, machine: Machine, runs: Path | None = None) -> Plan:
    """The plan of a recipe on a machine. Starts nothing, needs no backend.

    With `runs`, times on this machine are those of a run of the same recipe with the same values, where it has some.
    Raises UserError if the model's shape is not known, or the backend's settings are not among those modelled.
    """
    recipe = resolved.recipe
    shape = shapes.of_recipe(recipe)
    stages = Stages(recipe, shape, machine).all()
    if runs is not None and machine.name == THIS:
        stages = _with_measured_times(stages, Run.of(resolved, runs))
    return Plan(recipe.name, machine, shape, tuple(stages), tuple(_problems(resolved, machine)))


def _with_measured_times(stages: list[StagePlan], run: Run) -> list[StagePlan]:
    seconds: Mapping[str, float] = {
        record.name: record.seconds for record in run.manifest.stages if record.state == "done" and record.seconds
    }
    note = f"time: measured in {run.folder.name}"
    return [
        replace(stage, seconds=Span.exactly(seconds[stage.name]), notes=(*stage.notes, note))
        if stage.name in seconds
        else stage
        for stage in stages
    ]


def _problems(resolved: Resolved, machine: Machine) -> list[str]:
    hardware = resolved.recipe.hardware
    if hardware.accelerator == "cuda" and machine.devices == 0:
        return ["hardware.accelerator is cuda, and this machine has no GPU that a job may use"]
    if hardware.accelerator == "cuda" and hardware.devices > machine.devices:
        return [f"hardware.devices is {hardware.devices}, and the machine has {machine.devices}"]
    if hardware.accelerator == "cuda" and hardware.devices < machine.devices:
        return [f"hardware.devices is {hardware.devices}: {machine.devices - hardware.devices} of its GPUs stay idle"]
    if hardware.accelerator == "cpu" and machine.devices:
        return ["hardware.accelerator is cpu: the machine's GPUs stay idle"]
    return []
