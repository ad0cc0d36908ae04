"""Overrides of several values: `seed=0,1,2` stands for three, and a launch runs every combination.

A comma separates values where no quotes, brackets or braces of YAML hold it: `[1x1,2x2]` is one value, `[1x1],[2x2]`
are two, and `"a, b"` is one text. What could be meant in two ways is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import yaml

from dsrecipes.errors import Problems, UserError
from dsrecipes.recipe.read import parse

_QUOTE = """quote what is one text, for the shell too: 'KEY="a, b"'"""


@dataclass(frozen=True)
class Override:
    """One override as written, with its values (YAML): more than one where it is swept."""

    key: str
    values: tuple[str, ...]

    @property
    def swept(self) -> bool:
        return len(self.values) > 1


@dataclass(frozen=True)
class Choice:
    """One value of each override: `overrides` are all of them, `swept` the chosen ones by key."""

    overrides: tuple[str, ...]
    swept: dict[str, str]

    @property
    def label(self) -> str:
        """`seed=0 training.learning_rate=1e-4`"""
        return " ".join(f"{key}={value}" for key, value in self.swept.items())


@dataclass(frozen=True)
class Grid:
    """The overrides of a launch, some of which may have several values."""

    overrides: tuple[Override, ...]

    @property
    def swept(self) -> tuple[Override, ...]:
        return tuple(override for override in self.overrides if override.swept)

    def choices(self) -> list[Choice]:
        """Every combination, in the order in which it is written: the values of the last override change fastest."""
        return [
            Choice(
                tuple(f"{override.key}={value}" for override, value in zip(self.overrides, values, strict=True)),
                {one.key.strip(): value for one, value in zip(self.overrides, values, strict=True) if one.swept},
            )
            for values in product(*(override.values for override in self.overrides))
        ]


def grid(overrides: Sequence[str]) -> Grid:
    """The overrides of a command. Raises Problems with all that are ambiguous."""
    found: list[Override] = []
    problems: list[UserError] = []
    for text in overrides:
        key, _, raw = text.partition("=")
        try:
            found.append(Override(key, tuple(values(raw, f"override {text!r}"))))
        except UserError as error:
            problems.append(error)
    if problems:
        raise Problems(problems)
    return Grid(tuple(found))


def values(raw: str, where: str) -> list[str]:
    """The values in what stands after `key=`: one, or those that its commas separate.

    A text that is no YAML is one value: whoever reads it says what is wrong. Raises UserError for what is ambiguous,
    for an empty value and for one that stands twice.
    """
    if "," not in raw:
        return [raw]
    commas = _commas(raw)
    if commas is None:
        try:
            parse(raw, where)
        except UserError:
            return [raw]
        raise UserError("its commas separate no values of YAML", where=where, hint=_QUOTE)
    if not commas:
        return [raw]
    parts = _between(raw, commas)
    if "" in parts:
        hint = f"write null for none, [a,b] for a list; {_QUOTE}"
        raise UserError("a value between commas is empty", where=where, hint=hint)
    meant = [parse(part, where).value for part in parts]
    for part, value in zip(parts, meant, strict=True):
        if isinstance(value, dict | list) and part[0] not in "{[":
            raise UserError("is one value, and several", where=where, hint="write a mapping as {a: b}, a list as [a,b]")
        if isinstance(value, str) and part[0] not in "\"'" and part.count("(") != part.count(")"):
            hint = f"write the values one by one (0,1,2); {_QUOTE}"
            raise UserError("a comma stands between parentheses", where=where, hint=hint)
    times = Counter(map(_told_apart, meant))
    if twice := [part for part, value in zip(parts, meant, strict=True) if times[_told_apart(value)] > 1]:
        raise UserError(f"a value stands twice: {', '.join(twice)}", where=where)
    return parts


def _told_apart(value: object) -> str:
    """The same for the same value: 1 and 1.0 are one number."""
    return repr(float(value) if isinstance(value, int) and not isinstance(value, bool) else value)


def _commas(raw: str) -> list[int] | None:
    """Where the commas stand that separate values; None where the text is no list of values.

    YAML's own scanner finds them, as those of a list that has the whole text within it.
    """
    found, depth = [], 0
    try:
        for token in yaml.scan(f"[{raw}\n]", yaml.SafeLoader):
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                depth += 1
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
                depth -= 1
                if depth == 0 and token.start_mark.index <= len(raw):
                    return None
            elif isinstance(token, yaml.FlowEntryToken) and depth == 1:
                found.append(token.start_mark.index - 1)
    except yaml.YAMLError:
        return None
    return found if depth == 0 else None


def _between(raw: str, commas: Sequence[int]) -> list[str]:
    ends = [*commas, len(raw)]
    return [raw[start:end].strip() for start, end in zip([0, *(comma + 1 for comma in commas)], ends, strict=True)]
