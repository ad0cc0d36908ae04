"""`dsrecipes validate`: every error of every recipe, before anything runs."""

from __future__ import annotations

from typing import Annotated

import typer


def validate(
    recipes: Annotated[list[str], typer.Argument(metavar="RECIPE... [KEY=VALUE]...", help="Recipes and overrides.")],
) -> None:
    """Check recipes: keys, types, batch sizes, reward functions. Needs no backend. Exit code 1 if anything is wrong."""
    from dsrecipes.cli.arguments import split_overrides
    from dsrecipes.errors import UserError
    from dsrecipes.jobs.check import load_checked

    names, overrides = split_overrides(recipes)
    try:
        loaded = load_checked(names, overrides)
    except UserError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"{len(loaded)} recipe{'s' if len(loaded) > 1 else ''} valid")
