"""The JSON Schema of a recipe file, by which editors complete and check: `recipes/recipe.schema.json`.

A file may extend others, so the schema asks for no key; that nothing is missing in the end is for `validate`. Write it:

    python -m dsrecipes.recipe.json_schema
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dsrecipes import resources
from dsrecipes.files import write_atomically
from dsrecipes.recipe.schema import RECIPE


def schema() -> dict[str, Any]:
    """The schema of a file of any kind of recipe."""
    whole = RECIPE.json_schema()
    definitions = whole["$defs"]
    kinds = [definitions.pop(option["$ref"].rpartition("/")[2]) for option in whole["oneOf"]]
    for definition in definitions.values():
        definition.pop("required", None)
    properties: dict[str, Any] = {
        "extends": {
            "description": "The recipes that this one builds on: files beside it, or names of shipped ones.",
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
        }
    }
    for kind in kinds:
        for key, value in kind["properties"].items():
            known = properties.setdefault(key, value)
            if known != value:
                options = known.get("anyOf", [known])
                properties[key] = {"anyOf": [*options, *([] if value in options else [value])]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "dsrecipes recipe",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": definitions,
    }


def schema_file() -> Path:
    return resources.folder("recipes") / "recipe.schema.json"


def text() -> str:
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    write_atomically(schema_file(), text())
