"""The console that tables are printed on."""

from __future__ import annotations

from rich.console import Console

_WIDE = 10_000  # a path may have 4096 characters; tables take no more than they need


def console() -> Console:
    """As wide as the terminal; wide enough to cut nothing where the output goes to a file or a pipe."""
    found = Console()
    return found if found.is_terminal else Console(width=_WIDE)
