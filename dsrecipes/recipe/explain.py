"""pydantic's findings as a user's errors: file and line, dotted key, what is wrong, what was probably meant."""

from __future__ import annotations

import difflib
import re
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dsrecipes.errors import UserError
from dsrecipes.recipe.merge import Origin
from dsrecipes.recipe.schema import RECIPE

_KINDS = ("eval", "sft", "rl")


def explain(error: ValidationError, file: Path, origins: dict[str, Origin]) -> list[UserError]:
    """All that is wrong with the recipe of `file`, each where it was said, in the order of the recipe."""
    found = []
    for finding in error.errors(include_url=False):
        path = [str(part) for part in finding["loc"] if part not in _KINDS]
        key = ".".join(path)
        hint = None
        if finding["type"] == "extra_forbidden":
            what = f"unknown key {key!r}"
            hint = _meant(path)
            if key in known_keys():
                what, hint = f"a recipe of kind {finding['loc'][0]} has no {key!r}", None
        elif finding["type"] == "missing":
            what = f"missing key {key!r}"
        else:
            what = f"{key}: {finding['msg'].removeprefix('Value error, ')}" if key else finding["msg"]
            if not isinstance(finding["input"], dict):
                what += f" (it is {finding['input']!r})"
            hint = _nearest_choice(finding.get("ctx", {}), finding["input"])
        origin = _origin(key, what, origins)
        found.append(UserError(what, where=str(origin or file), hint=hint))
    return found


def _origin(key: str, what: str, origins: dict[str, Origin]) -> Origin | None:
    """Who set the key, or the last of the keys below it that are spoken of."""
    if key in origins:
        return origins[key]
    below = {leaf: origin for leaf, origin in origins.items() if leaf.startswith(f"{key}.") or not key}
    words = set(re.findall(r"\w+", what.removeprefix(key)))
    spoken = [origin for leaf, origin in below.items() if leaf.rpartition(".")[2] in words]
    if not spoken and not below:
        section = key.rpartition(".")[0]
        return _origin(section, what, origins) if section else None
    return max(spoken or below.values(), key=lambda origin: origin.order)


def _nearest_choice(context: dict[str, Any], value: object) -> str | None:
    """The allowed word nearest to one that is not, from pydantic's "'a', 'b' or 'c'"."""
    value = context.get("tag", value)
    choices = re.findall(r"'([^']*)'", str(context.get("expected", context.get("expected_tags", ""))))
    close = difflib.get_close_matches(str(value), choices, n=1, cutoff=0.5)
    return f"did you mean {close[0]!r}?" if close else None


def _meant(path: list[str]) -> str | None:
    """The known key nearest to an unknown one, looked for in the whole schema."""
    known = known_keys()
    same_section = sorted(key.rpartition(".")[2] for key in known if key.rpartition(".")[0] == ".".join(path[:-1]))
    close = difflib.get_close_matches(path[-1], same_section, n=1, cutoff=0.6)
    if close:
        return f"did you mean {'.'.join([*path[:-1], close[0]])!r}?"
    elsewhere = sorted(key for key in known if key.rpartition(".")[2] == path[-1])
    return f"that key belongs at {elsewhere[0]!r}" if elsewhere else None


@cache
def known_keys() -> frozenset[str]:
    """Every dotted key of the schema, sections included, over all kinds of recipe."""
    schema = RECIPE.json_schema()
    definitions = schema["$defs"]
    found: set[str] = set()

    def walk(part: dict[str, Any], prefix: str) -> None:
        if "$ref" in part:
            part = definitions[part["$ref"].rpartition("/")[2]]
        for option in [*part.get("anyOf", []), *part.get("oneOf", [])]:
            walk(option, prefix)
        for key, inner in part.get("properties", {}).items():
            found.add(f"{prefix}{key}")
            walk(inner, f"{prefix}{key}.")

    walk(schema, "")
    return frozenset(found)
