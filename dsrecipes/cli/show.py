"""`dsrecipes show`: a recipe with all that it inherits, its sources, or how it differs from another."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from dsrecipes.cli.arguments import complete_recipe

if TYPE_CHECKING:
    from dsrecipes.recipe.load import Resolved


def show(
    recipes: Annotated[
        list[str],
        typer.Argument(
            metavar="RECIPE [KEY=VALUE]...",
            help="A shipped recipe (tiny/rl-grpo), a released version of it (tiny/rl-grpo@1), or a path; overrides.",
            autocompletion=complete_recipe,
        ),
    ],
    provenance: Annotated[bool, typer.Option("--provenance", help="The source of every value.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="What differs between two recipes or versions.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print a resolved recipe, its sources, or a comparison.

    A source is one of `paper` (where), `assumed` (why), `default` (a backend's own value) and `ours` (a choice of this
    recipe).

    Example:  dsrecipes show --diff rl-grpo tiny/rl-grpo
    """
    from dsrecipes.cli.arguments import split_overrides
    from dsrecipes.errors import UserError
    from dsrecipes.recipe.load import load

    names, overrides = split_overrides(recipes)
    if diff and provenance:
        hint = "--diff shows the sources of what differs; leave out --provenance"
        raise UserError("--diff and --provenance are two things to show", hint=hint)
    if len(names) != (2 if diff else 1):
        raise UserError(f"name {'two recipes' if diff else 'one recipe'}", where=" ".join(names))
    loaded = [load(name, overrides) for name in names]
    if diff:
        _differences(loaded[0], loaded[1], as_json=as_json)
    elif provenance:
        _provenance(loaded[0], as_json=as_json)
    else:
        _values(loaded[0], as_json=as_json)


def _values(resolved: Resolved, *, as_json: bool) -> None:
    import yaml

    values = resolved.recipe.model_dump(mode="json", exclude={"provenance"})
    if as_json:
        typer.echo(json.dumps(values, indent=2, ensure_ascii=False))
    else:
        typer.echo(yaml.safe_dump(values, sort_keys=False, allow_unicode=True), nl=False)


def _provenance(resolved: Resolved, *, as_json: bool) -> None:
    from dsrecipes.recipe.load import leaves

    values = leaves(resolved.recipe.model_dump(mode="json", exclude={"provenance"}))
    sources = resolved.recipe.provenance
    whence = [
        {"key": key, "value": value, "source": sources.get(key, ""), "set_in": resolved.where(key)}
        for key, value in values.items()
    ]
    _print(whence, as_json=as_json)


def _differences(first: Resolved, second: Resolved, *, as_json: bool) -> None:
    from dsrecipes.recipe.compare import differences

    names = [f"{item.recipe.name} v{item.recipe.version}" for item in (first, second)]
    if names[0] == names[1]:
        names = [f"{name} ({item.file})" for name, item in zip(names, (first, second), strict=True)]
    found = [
        {"key": item.key}
        | dict(zip(names, item.values, strict=True))
        | {f"source: {name}": source for name, source in zip(names, item.sources, strict=True)}
        for item in differences(first, second)
    ]
    if not found and not as_json:
        typer.echo("no difference")
    else:
        _print(found, as_json=as_json)


def _print(rows: list[dict[str, object]], *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    from rich.table import Table
    from rich.text import Text

    from dsrecipes.cli.console import console

    table = Table(*rows[0], box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(str(cell)) for cell in row.values()))
    console().print(table)
