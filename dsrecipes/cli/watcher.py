"""Shows how a launch goes on: a bar with the time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from dsrecipes.backends import command as jobs
from dsrecipes.errors import Interrupted
from dsrecipes.jobs.runner import terminable
from dsrecipes.jobs.stages import Stage
from dsrecipes.runs.run import Run

LINE_SECONDS = 15.0
"""How often a line is printed where there is no terminal to draw a bar on."""


class ConsoleWatcher:
    """A Watcher for people (dsrecipes/jobs/stages.py). Use as a context manager."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        columns = [
            TextColumn("  "), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[figures]}"),
            TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn(elapsed_when_finished=False),
        ]  # fmt: skip
        self._bar = Progress(*columns, console=self._console, transient=True, disable=not self._console.is_terminal)
        self._task: TaskID | None = None
        self._first: tuple[float, int] | None = None
        self._last_line = 0.0

    def __enter__(self) -> ConsoleWatcher:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def heading(self, text: str) -> None:
        """Says what the following stages belong to."""
        self._console.print(text, markup=False)

    def message(self, text: str) -> None:
        self._console.print(f"  {text}", markup=False)

    def stage_started(self, run: Run, stage: Stage, number: int, total: int) -> None:
        self._console.print(f"{run.manifest.recipe} {number}/{total} {stage.name}: {stage.does}", markup=False)
        self._first, self._last_line = None, time.monotonic()
        self._drop_bar()  # that of a stage which failed
        self._task = self._bar.add_task(stage.name, total=None, figures="")

    def progress(self, progress: jobs.Progress) -> None:
        now = time.monotonic()
        if self._first is None or progress.step < self._first[1]:
            self._first = (now, progress.step)
        figures = "  ".join(f"{name} {value:.3g}" for name, value in progress.figures.items())
        if self._console.is_terminal and self._task is not None:
            self._bar.update(self._task, completed=progress.step, total=progress.total, figures=figures)
        elif now - self._last_line >= LINE_SECONDS:
            self._last_line = now
            line = f"  {progress.step}/{progress.total}  {figures}  {self._left(now, progress)}"
            self._console.print(line.rstrip(), markup=False)

    def _left(self, now: float, progress: jobs.Progress) -> str:
        """The time left, from the pace since the first progress of this stage."""
        assert self._first is not None
        began, first_step = self._first
        if progress.step == first_step:
            return ""
        seconds = (now - began) / (progress.step - first_step) * (progress.total - progress.step)
        return f"{int(seconds // 60)}:{int(seconds % 60):02d} left"

    def stage_ended(self, run: Run, stage: Stage, seconds: float) -> None:
        self._drop_bar()
        self._console.print(f"  {stage.name} done in {seconds:.0f} s", markup=False)

    def _drop_bar(self) -> None:
        if self._task is not None:
            self._bar.remove_task(self._task)
            self._task = None


@contextmanager
def launching() -> Iterator[ConsoleWatcher]:
    """A watcher while jobs run. Raises Interrupted on Ctrl-C, a termination signal or a closed terminal."""
    try:
        with ConsoleWatcher() as watcher, terminable():
            yield watcher
    except KeyboardInterrupt:
        # Said here, because Typer would only say "Aborted".
        hint = "what was finished is kept; the same command continues from there"
        raise Interrupted("interrupted", hint=hint) from None
