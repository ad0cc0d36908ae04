"""A bar for files that take a while to read, and a line for work that goes by steps."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsrecipes.analysis.chunks import Progress


_LINE_SECONDS = 15.0  # between lines where there is no terminal


@contextmanager
def steps() -> Iterator[Callable[[str], None]]:
    """Gives what to tell each step to: it stands on a terminal until the next one; where standard error is none, a step
    is a line if the last one is a while ago."""
    from rich.console import Console
    from rich.markup import escape

    console = Console(stderr=True, highlight=False, markup=False)
    if console.is_terminal:
        with console.status("") as status:
            yield lambda step: status.update(escape(step))
        return
    told = time.monotonic()

    def line(step: str) -> None:
        nonlocal told
        if time.monotonic() - told >= _LINE_SECONDS:
            told = time.monotonic()
            console.print(step, soft_wrap=True)

    yield line


@contextmanager
def reading_bar() -> Iterator[Progress | None]:
    """Gives what to call with the bytes read and the bytes in all; None where standard error is no terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("reading"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
