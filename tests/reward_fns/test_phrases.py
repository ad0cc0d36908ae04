"""Every phrase that a pattern of the reward has can be found: what is looked for first, to be fast, announces it."""

import re
from collections.abc import Iterator
from itertools import combinations, product
from re import _parser  # type: ignore[attr-defined]  # the alternatives of a pattern are told nowhere else
from typing import Any

import pytest

from reward_fns import exact_match as reward

KINDS = {kind for sign in reward._SIGNS for kind in sign.kinds}
SIGNED = {name: kind for name, kind in vars(reward).items() if isinstance(kind, re.Pattern) and kind in KINDS}


def examples(pattern: re.Pattern[str]) -> list[str]:
    """Texts that hold each alternative of a pattern, and each two that follow one another.

    What is only looked at, ahead or behind, is not in them.
    """
    return list(dict.fromkeys(_of_items(_parser.parse(pattern.pattern, pattern.flags))))


def _of_items(items: Any) -> Iterator[str]:
    """Of parts that follow one another: any two have all of their examples in turn, the others their first one."""
    each = [list(dict.fromkeys(_of_item(name, argument))) for name, argument in items]
    chosen = [found[:1] for found in each]
    for varied in combinations(range(len(each)), 2) if len(each) > 1 else [range(len(each))]:
        yield from map("".join, product(*(each[at] if at in varied else chosen[at] for at in range(len(each)))))


def _of_item(kind: Any, argument: Any) -> Iterator[str]:
    match str(kind):
        case "LITERAL":
            yield chr(argument)
        case "IN":
            negated = str(argument[0][0]) == "NEGATE"
            yield from [" "] if negated else [_of_class(str(name), member) for name, member in argument]
        case "BRANCH":
            for branch in argument[1]:
                yield from _of_items(branch)
        case "SUBPATTERN":
            yield from _of_items(argument[-1])
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, _, repeated = argument
            found = list(_of_items(repeated))
            yield found[0] * least  # what may be left out is left out first
            yield from (example * max(1, least) for example in found)
        case _:  # assertions and ends
            yield ""


def _of_class(name: str, member: Any) -> str:
    """A character of a class."""
    if name == "LITERAL":
        return chr(member)
    if name == "RANGE":
        return chr(member[0])
    return {"CATEGORY_DIGIT": "1", "CATEGORY_WORD": "a"}.get(str(member), " ")


def test_each_alternative_is_in_an_example() -> None:
    pattern = re.compile(r"\b(?<!x)(?:an?|[c-e]\d{2})(?=g|h)(?: i){0,2}")
    assert {"a", "an", "c11", "a i", "an i", "c11 i"} <= set(examples(pattern))


def test_every_kind_has_a_name() -> None:
    assert len(SIGNED) == len(KINDS)


@pytest.mark.parametrize("kind", SIGNED.values(), ids=list(SIGNED))
def test_a_sign_announces_every_phrase(kind: re.Pattern[str]) -> None:
    signs = [sign.written for sign in reward._SIGNS if kind in sign.kinds]
    assert not [phrase for phrase in examples(kind) if not any(sign in phrase for sign in signs)]


@pytest.mark.parametrize("pattern", [reward._HEADING, reward._OPENS], ids=["heading", "conclusion"])
def test_the_characters_looked_ahead_for_begin_every_phrase(pattern: re.Pattern[str]) -> None:
    begins = [line.lstrip("\n") for line in examples(pattern)]
    around = [(mark, rest) for mark in ("", "=>", "**") for rest in ("\n", " 1")]
    assert not [begin for begin in begins if not any(pattern.match(f"\n{a}{begin}{z}") for a, z in around)]
