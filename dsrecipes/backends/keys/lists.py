"""The lists of the backends' settings, read once and on first use."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

Backend = Literal["verl", "llamafactory"]

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Key:
    """One setting of a backend."""

    name: str
    types: tuple[str, ...]
    """Of bool, int, float, str, list, dict, null, any. An int is a float too."""
    default: Any = None
    """As the configuration has it; may be an interpolation, or `???` where a value must be given."""
    choices: tuple[Any, ...] = ()
    """All values that the code knows (of a list: of its elements); empty where any value of the type will do."""
    extended_by: str | None = None
    """The setting that, when it is given, can bring more choices."""
    open: bool = False
    """A mapping that takes any key."""
    added: bool = False
    """Missing in VeRL's default configuration though its code reads it: set with `+`."""


@dataclass(frozen=True)
class Move:
    """A setting of earlier versions (`old`; or a whole section) and its name now."""

    old: str
    source: str
    new: str | None = None
    hint: str | None = None


@dataclass(frozen=True)
class Rule:
    """Values of the right type that the backend takes and that end badly; `keys` may hold `*`."""

    keys: tuple[str, ...]
    why: str
    source: str
    at_least: float | None = None
    above: float | None = None
    at_most: float | None = None
    never: tuple[Any, ...] = ()
    only: tuple[Any, ...] = ()

    def speaks_of(self, key: str) -> bool:
        return any(fnmatchcase(key, pattern) for pattern in self.keys)


@dataclass(frozen=True)
class Keys:
    """What is known of one backend's settings."""

    versions: dict[str, str]
    keys: dict[str, Key]
    sections: frozenset[str]
    """Every dotted key that has others under it."""
    groups: frozenset[str]
    """Names that Hydra reads as the choice of a file of VeRL's configuration."""
    moves: tuple[Move, ...]
    """The most particular first."""
    rules: tuple[Rule, ...]

    @property
    def title(self) -> str:
        """The first package and its version, e.g. `verl 0.9.1`."""
        return " ".join(next(iter(self.versions.items())))


@cache
def load(backend: Backend) -> Keys:
    """Reads the list of a backend, its moved settings and its rules."""
    listed = json.loads((_FOLDER / f"{backend}.json").read_text(encoding="utf-8"))
    keys = {
        name: Key(
            name,
            types=tuple(entry["type"].split("|")),
            default=entry.get("default"),
            choices=tuple(entry.get("choices", ())),
            extended_by=entry.get("extended_by"),
            open=entry.get("open", False),
            added=entry.get("added", False),
        )
        for name, entry in listed["keys"].items()
    }
    moves = sorted((Move(**one) for one in _table("moved.yaml", backend)), key=lambda move: -len(move.old))
    return Keys(
        versions=listed["versions"],
        keys=keys,
        sections=frozenset(key[:at] for key in keys for at, sign in enumerate(key) if sign == "."),
        groups=frozenset(listed.get("groups", ())),
        moves=tuple(moves),
        rules=tuple(map(_rule, _table("rules.yaml", backend))),
    )


def _rule(row: dict[str, Any]) -> Rule:
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    return Rule(**fields)


def _table(file: str, backend: Backend) -> list[dict[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows: list[dict[str, Any]] = yaml.load((_FOLDER / file).read_text(encoding="utf-8"), Loader=loader)[backend]
    return rows
