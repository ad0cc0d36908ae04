"""What a report that takes a while is doing."""

from __future__ import annotations

from collections.abc import Callable

Say = Callable[[str], None]
"""Is told each step as it begins: `tiny scale: prediction 5 of 37`."""


def quiet(step: str) -> None:
    """Tells nobody."""
