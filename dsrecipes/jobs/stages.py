"""A recipe's work as stages, and the running of them in order.

A stage prepares files in the run's folder, may run commands of a backend, and then checks what came out. A launcher for
another place needs nothing else: it would run the same commands elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from dsrecipes.backends.command import Command, Progress
from dsrecipes.errors import UserError
from dsrecipes.gpus import gpus
from dsrecipes.jobs import runner
from dsrecipes.jobs.environments import ensure, for_backend, installed, process_env
from dsrecipes.runs.run import Run

BACKEND_PACKAGES = ("verl", "llamafactory", "vllm", "torch", "transformers", "ray")
"""Those whose versions a manifest records."""


def _nothing() -> None:
    return None


@dataclass(frozen=True)
class Stage:
    """One step of a run; after an interruption it starts again with `prepare`.

    - `prepare` writes what the commands read;
    - `commands` says what is to be run, without running or writing anything;
    - `always` runs after the commands, however they ended: it saves what they logged;
    - `finish` moves the outcome to its place, and raises JobFailed if it is not what it must be;
    - `intact` says whether the outcome of a stage that was done before is still there;
    - `guard` is held during all of this, for an outcome that several runs share; it may say that it waits, or
      what it mends.
    """

    name: str
    does: str
    prepare: Callable[[], None] = _nothing
    commands: Callable[[], Sequence[Command]] = tuple
    always: Callable[[], None] = _nothing
    finish: Callable[[], None] = _nothing
    intact: Callable[[], bool] = lambda: True
    guard: Callable[[Callable[[str], None]], AbstractContextManager[object]] = nullcontext


class Watcher(Protocol):
    """What is told how the work goes on."""

    def stage_started(self, run: Run, stage: Stage, number: int, total: int) -> None: ...
    def progress(self, progress: Progress) -> None: ...
    def message(self, text: str) -> None: ...
    def stage_ended(self, run: Run, stage: Stage, seconds: float) -> None: ...


def run_stages(run: Run, stages: Sequence[Stage], watcher: Watcher) -> None:
    """Runs the stages that are not done yet. The run must be locked and begun.

    Raises JobFailed or UserError where a stage fails, KeyboardInterrupt where it is interrupted; the manifest then says
    so, and the stages done before stay done.
    """
    for number, stage in enumerate(stages, 1):
        if run.manifest.stage(stage.name).state == "done" and stage.intact():
            continue
        watcher.stage_started(run, stage, number, len(stages))
        with run.working_on(stage.name) as record, stage.guard(watcher.message):
            stage.prepare()
            try:
                for command in stage.commands():
                    _run(command, run, watcher)
            finally:
                stage.always()
            stage.finish()
        watcher.stage_ended(run, stage, record.seconds)


def _run(command: Command, run: Run, watcher: Watcher) -> None:
    if command.accelerator == "cuda" and not gpus():
        hint = "launch it where there is one; `--dry-run` shows here what would run"
        raise UserError("the recipe wants a GPU and this machine has none", where=run.manifest.recipe, hint=hint)
    environment = for_backend(command.backend, command.accelerator)
    python = ensure(environment, watcher.message)
    versions = installed(environment)
    run.manifest.versions |= {name: versions[name] for name in BACKEND_PACKAGES if name in versions}
    run.save()
    runner.run(command, python, process_env(environment), watcher.progress)
