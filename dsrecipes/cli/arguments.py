"""Reading `RECIPE… [key=value …]`."""

from __future__ import annotations

from pathlib import Path

from dsrecipes.errors import UserError


def split_overrides(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Recipes and overrides, in any order. Raises UserError if there is no recipe."""
    names = [argument for argument in arguments if "=" not in argument or Path(argument).is_file()]
    if not names:
        raise UserError("name at least one recipe", hint="`dsrecipes recipes` lists the shipped ones")
    return names, [argument for argument in arguments if argument not in names]


def complete_recipe(incomplete: str) -> list[str]:
    """The shipped recipes that begin as what was typed, for the shell's completion."""
    from dsrecipes.recipe.load import shipped

    return [name for name in shipped() if name.startswith(incomplete)]
