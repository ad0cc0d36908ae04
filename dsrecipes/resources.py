"""Where the project's data folders lie: beside the package in a clone, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `recipes` or `launch`, wherever this installation keeps it.

    Raises FileNotFoundError if the installation lacks it, which means that the package was built wrongly.
    """
    for candidate in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"this installation of dsrecipes lacks its data folder {name!r}")
