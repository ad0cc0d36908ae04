"""What differs between two recipes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dsrecipes.recipe.load import Resolved, leaves


@dataclass(frozen=True)
class Difference:
    """A dotted key with its value in each recipe; `absent` where a recipe has no such key. `sources` say whence."""

    key: str
    values: tuple[Any, Any]
    sources: tuple[str, str]


ABSENT = "–"


def differences(first: Resolved, second: Resolved) -> list[Difference]:
    """The values in which two recipes differ, in the order of the recipes, without their words about themselves."""
    values = [leaves(item.recipe.model_dump(mode="json", exclude={"provenance"})) for item in (first, second)]
    sources = [item.recipe.provenance for item in (first, second)]
    return [
        Difference(
            key,
            (values[0].get(key, ABSENT), values[1].get(key, ABSENT)),
            (sources[0].get(key, ""), sources[1].get(key, "")),
        )
        for key in dict.fromkeys([*values[0], *values[1]])
        if values[0].get(key, ABSENT) != values[1].get(key, ABSENT)
    ]
