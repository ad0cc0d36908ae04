"""A page of documentation for each shipped recipe, made from the recipe: `docs/recipes/`.

python -m dsrecipes.recipe.pages
"""

from __future__ import annotations

import re
from pathlib import Path

from dsrecipes import resources
from dsrecipes.files import write_atomically
from dsrecipes.recipe.load import Resolved, leaves, load, shipped
from dsrecipes.recipe.merge import SELF_DESCRIPTION

_SOURCES = {
    "paper": "the paper says it",
    "assumed": "the paper is silent or its value was lost",
    "default": "the backend's own value",
    "ours": "a choice of this recipe",
}


def pages() -> dict[str, str]:
    """File name -> Markdown: an index and a page a recipe."""
    resolved = {name: load(name) for name in shipped()}
    files = {name: f"{item.recipe.name}.md" for name, item in resolved.items()}
    index = [
        "# The shipped recipes",
        "",
        "Made from the recipes by `python -m dsrecipes.recipe.pages`.",
        "",
        "| recipe | version | kind | replicates |",
        "|---|---|---|---|",
    ]
    for name, item in resolved.items():
        recipe = item.recipe
        index.append(f"| [{name}]({files[name]}) | {recipe.version} | {recipe.kind} | {recipe.replicates} |")
    return {"README.md": "\n".join([*index, ""])} | {files[name]: _page(name, item) for name, item in resolved.items()}


def _page(name: str, resolved: Resolved) -> str:
    recipe = resolved.recipe
    values = leaves(recipe.model_dump(mode="json", exclude={"provenance", *SELF_DESCRIPTION}))
    kinds = [recipe.provenance[key].partition(":")[0] for key in values]
    lines = [
        f"# {name}",
        "",
        f"{recipe.replicates}. Version {recipe.version}, kind `{recipe.kind}`, scale `{recipe.scale}`.",
        "",
        "```",
        f"dsrecipes launch {name}",
        f"dsrecipes new my-recipe --from {name.removesuffix('.yaml')}",
        "```",
        "",
        "| source | values | means |",
        "|---|---|---|",
        *(f"| {kind} | {kinds.count(kind)} | {meaning} |" for kind, meaning in _SOURCES.items() if kind in kinds),
        "",
        "| key | value | source |",
        "|---|---|---|",
        *(f"| `{key}` | `{_cell(value)}` | {_cell(recipe.provenance[key])} |" for key, value in values.items()),
        "",
    ]
    return "\n".join(lines)


def _cell(value: object) -> str:
    text = "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return re.sub(r"\s+", " ", text).replace("|", "\\|")


def write(folder: Path) -> None:
    """Writes all pages into a folder, and removes those of recipes that are no more."""
    made = pages()
    for file in folder.glob("*.md"):
        if file.name not in made:
            file.unlink()
    for file_name, text in made.items():
        write_atomically(folder / file_name, text)


if __name__ == "__main__":
    write(resources.folder("recipes").parent / "docs" / "recipes")
