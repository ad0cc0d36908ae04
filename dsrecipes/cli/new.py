"""`dsrecipes new`: a recipe of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dsrecipes.cli.arguments import complete_recipe


def new(
    name: Annotated[str, typer.Argument(help="The new recipe's name; the file is NAME.yaml.")],
    origin: Annotated[
        str, typer.Option("--from", metavar="RECIPE", help="The recipe to build on.", autocompletion=complete_recipe)
    ],
    folder: Annotated[Path, typer.Option("--in", metavar="DIR", help="Where to write it.")] = Path(),
) -> None:
    """Write a recipe that extends another.

    Every inherited value stands in it as a comment, with its source.

    Example:  dsrecipes new my-grpo --from rl-grpo
    """
    from dsrecipes.recipe.load import load, shipped
    from dsrecipes.recipe.template import new

    resolved = load(origin)
    names = {path: key for key, path in shipped().items()}
    extends = names.get(resolved.file, str(resolved.file.resolve()))
    file = new(name, resolved, extends, folder)
    typer.echo(f"{file}\nNext: dsrecipes validate {file}")
