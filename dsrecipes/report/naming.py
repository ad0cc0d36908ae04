"""Names of files and links, made of names that anyone may have chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence


def slug(text: str) -> str:
    """Small letters, digits and single dashes; `x` where nothing of the text is left."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"


def names(prefix: str, texts: Sequence[str]) -> list[str]:
    """`prefix-text` for each, numbered where two would be the same."""
    taken: list[str] = []
    for text in texts:
        name, number = f"{prefix}-{slug(text)}", 1
        while name in taken:
            number += 1
            name = f"{prefix}-{slug(text)}-{number}"
        taken.append(name)
    return taken
