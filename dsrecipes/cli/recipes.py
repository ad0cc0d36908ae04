"""`dsrecipes recipes`: what there is to run."""

from __future__ import annotations


def recipes() -> None:
    """List the shipped recipes.

    For each: name, version, kind, and what of the paper it replicates.
    """
    from rich.table import Table

    from dsrecipes.cli.console import console
    from dsrecipes.recipe.load import load, shipped

    table = Table("recipe", "version", "kind", "replicates", box=None, pad_edge=False)
    for name in shipped():
        recipe = load(name).recipe
        table.add_row(name, str(recipe.version), recipe.kind, recipe.replicates)
    console().print(table)
