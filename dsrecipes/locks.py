"""One process at a time in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

_TRIAL = 0.2
"""Seconds to wait before a lock counts as another's: `is_held` may hold it for a moment."""


@contextmanager
def held(path: Path, if_busy: Callable[[], None]) -> Iterator[None]:
    """Holds the lock file `path` for this process; the folder that it is in is made.

    If another process holds it, `if_busy` is called first: it raises to give up, or returns to wait for the other.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path)
    try:
        lock.acquire(timeout=_TRIAL, poll_interval=_TRIAL / 10)
    except Timeout:
        if_busy()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def is_held(path: Path) -> bool:
    """Whether a process holds the lock file `path` at this moment; one that cannot be opened counts as held."""
    if not path.exists():
        return False
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError):
        return True
    lock.release()
    return False
