"""A recipe of one's own to start from: everything inherited, every value there as a comment with its source."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from dsrecipes.errors import UserError
from dsrecipes.files import write_atomically
from dsrecipes.recipe.json_schema import schema_file
from dsrecipes.recipe.load import Resolved
from dsrecipes.recipe.merge import SELF_DESCRIPTION
from dsrecipes.recipe.read import parse
from dsrecipes.recipe.schema import NAME, TAKEN


def new(name: str, origin: Resolved, extends: str, folder: Path) -> Path:
    """Writes `<name>.yaml` into `folder`, which extends `extends` (resolved: `origin`) and changes nothing yet.

    Raises UserError if the file is there already or the name is none.
    """
    name = name.removesuffix(".yaml")
    if not re.fullmatch(NAME, name) or name in TAKEN:
        hint = f"use small letters, digits, dots and hyphens; {', '.join(TAKEN)} are taken"
        raise UserError(f"{name!r} is no name for a recipe", hint=hint)
    file = folder / f"{name}.yaml"
    if file.exists():
        raise UserError("this file is there already", where=str(file))
    values = origin.recipe.model_dump(mode="json", exclude={"provenance"})
    sections = {key: value for key, value in values.items() if key not in SELF_DESCRIPTION}
    head = [
        f"# yaml-language-server: $schema={schema_file()}",
        f"extends: {_quoted(extends)}",
        "",
        f"name: {_quoted(name)}",
        "version: 1",
        f"replicates: {_quoted(f'nothing yet; it extends {origin.recipe.name}')}",
        "",
        "# Below is every value that this recipe inherits. To change one, remove the `#` of its line and of the lines",
        "# that it is under, and give its source under `provenance`: `paper: …`, `assumed: …`, `default: …` or",
        "# `ours: …`.",
        "",
    ]
    body = list(_commented(sections, origin.recipe.provenance, "", 0))
    write_atomically(file, "\n".join([*head, *body, "#provenance:", '#  seed: "ours: why"', ""]))
    return file


def _quoted(text: str) -> str:
    """A text as YAML that is read back as that text: `true` and `1e5` need quotes, most names do not."""
    try:
        plain = parse(f"[{text}]", text).value == [text]
    except UserError:
        plain = False
    return text if plain else json.dumps(text, ensure_ascii=False)


def _commented(values: dict[str, Any], sources: dict[str, str], prefix: str, depth: int) -> list[str]:
    lines = []
    for key, value in values.items():
        dotted, indent = f"{prefix}{key}", "  " * depth
        if isinstance(value, dict) and value:
            lines.append(f"#{indent}{key}:")
            lines += _commented(value, sources, f"{dotted}.", depth + 1)
        else:
            written = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10**6).strip()
            written = written.removesuffix("\n...").strip()
            source = f"  # {sources[dotted]}" if dotted in sources else ""
            lines.append(f"#{indent}{key}: {written}{source}")
    return lines
