"""Arguments and options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from dsrecipes.errors import UserError

if TYPE_CHECKING:
    from dsrecipes.analysis.settings import IntervalMethod


def split_overrides(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Recipes and overrides, in any order. Raises UserError if there is no recipe.

    What holds a slash before its first `=` is a path, for no key does.
    """
    names = [
        argument
        for argument in arguments
        if "=" not in argument or "/" in argument.partition("=")[0] or Path(argument).is_file()
    ]
    if not names:
        raise UserError("name at least one recipe", hint="`dsrecipes recipes` lists the shipped ones")
    return names, [argument for argument in arguments if argument not in names]


def require_folder_of_runs(runs: Path) -> None:
    """Raises UserError if `--runs` names a file; a folder that is not there yet is none."""
    if runs.exists() and not runs.is_dir():
        raise UserError("--runs: this is a file, not a folder of runs", where=str(runs))


def complete_recipe(incomplete: str) -> list[str]:
    """The shipped recipes that begin as what was typed, for the shell's completion."""
    from dsrecipes.recipe.load import shipped

    return [name for name in shipped() if name.startswith(incomplete)]


def interval_method(name: str) -> IntervalMethod:
    """What `--interval` names. Raises UserError if it is none."""
    from dsrecipes.analysis.settings import IntervalMethod

    methods = get_args(IntervalMethod)
    if name not in methods:
        raise UserError(f"there is no interval {name!r}", where="--interval", hint=f"Known: {', '.join(methods)}.")
    return cast(IntervalMethod, name)
