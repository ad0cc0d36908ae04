"""`dsrecipes show`: a recipe with all that it inherits."""

from __future__ import annotations

from typing import Annotated

import typer


def show(
    recipe: Annotated[str, typer.Argument(help="A shipped recipe's name (tiny/rl-grpo.yaml) or a path.")],
    overrides: Annotated[list[str] | None, typer.Argument(metavar="[KEY=VALUE]...", help="Values to change.")] = None,
    provenance: Annotated[bool, typer.Option("--provenance", help="The source of every value.")] = False,
) -> None:
    """Print a resolved recipe, or its sources.

    With --provenance, each value with where it comes from. A source is one of `paper` (where), `assumed` (why),
    `default` (a backend's own value) and `ours` (a choice of this recipe).
    """
    import yaml

    from dsrecipes.recipe.load import leaves, load

    loaded = load(recipe, overrides or [])
    values = loaded.recipe.model_dump(mode="json", exclude={"provenance"})
    if not provenance:
        typer.echo(yaml.safe_dump(values, sort_keys=False, allow_unicode=True), nl=False)
        return

    from rich.table import Table

    from dsrecipes.cli.console import console

    table = Table("key", "value", "source", box=None, pad_edge=False)
    sources = loaded.recipe.provenance
    for key, value in leaves(values).items():
        source = sources.get(key) or next((sources[known] for known in sources if key.startswith(f"{known}.")), "")
        table.add_row(key, str(value), source)
    console().print(table)
