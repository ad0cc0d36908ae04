"""`dsrecipes validate`: every error of every recipe, before anything runs."""

from __future__ import annotations

from typing import Annotated

import typer

from dsrecipes.cli.arguments import complete_recipe


def validate(
    recipes: Annotated[
        list[str],
        typer.Argument(
            metavar="RECIPE... [KEY=VALUE]...", help="Recipes and overrides.", autocompletion=complete_recipe
        ),
    ],
    backend: Annotated[
        bool, typer.Option("--backend", help="Have the real backends confirm; makes their environment if need be.")
    ] = False,
) -> None:
    """Check recipes: keys, types, batch sizes, reward functions, backend settings.

    Needs no backend installed. Tells all errors at once; exit code 1 if there is any.
    """
    from dsrecipes.cli.arguments import split_overrides
    from dsrecipes.errors import Problems, UserError
    from dsrecipes.jobs.check import load_checked

    names, overrides = split_overrides(recipes)
    try:
        checked = load_checked(names, overrides)
        if backend:
            from dsrecipes.jobs.confirm import confirm

            problems = [problem for item in checked for problem in confirm(item.resolved, _say)]
            if problems:
                raise Problems(problems)
    except UserError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from error
    for item in checked:
        recipe = item.resolved.recipe
        typer.echo(f"{recipe.name} version {recipe.version}: valid")
        for note in item.notes:
            typer.echo(f"  {note}")


def _say(text: str) -> None:
    typer.echo(text, err=True)
