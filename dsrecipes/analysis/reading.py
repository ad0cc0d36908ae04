"""Which integer a piece of text states.

What counts as an answer, and which integer it is, is defined once: by reward_fns/exact_match.py, loaded here by path as
VeRL loads it. Numbers in their usual writings are read here, which is quick; any other writing it is asked for.
"""

from __future__ import annotations

import importlib.util
import re
from functools import cache, lru_cache
from types import ModuleType

import msgspec

from dsrecipes import resources


class Read(msgspec.Struct, frozen=True, gc=False):
    """An integer in canonical digits, and where it is written."""

    value: str
    start: int
    end: int


class Commitment(msgspec.Struct, frozen=True, gc=False):
    """A committed candidate: its integer in canonical digits, its place `start`..`end`, and whether it is strong.

    Strong: said to be the answer. Weak: said to be what the problem's operands give, or the total of the work.
    """

    value: str
    start: int
    end: int
    strong: bool


@cache
def reader() -> ModuleType:
    """reward_fns/exact_match.py, of which `read_answer` and `read_integer` are used."""
    path = resources.folder("reward_fns") / "exact_match.py"
    spec = importlib.util.spec_from_file_location("dsrecipes_reward_exact_match", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@lru_cache(maxsize=1)  # whoever parses a response asks for its final answer next
def read_answer(text: str) -> str | None:
    """The answer of a text as the reward function reads it."""
    answer: str | None = reader().read_answer(text)
    return answer


GROUPED = r"\d++(?:(?:,(?:\\!)?|\{,\}|\\[,;!:]|['’_ \u00a0\u2009\u202f])\d{3}(?!\d)){0,32}+"
"""A number with the marks that group its digits. It backs out of nothing, so that it is never read in part."""

# What makes a number part of something else: an operator, a power, a unit, more digits. It stands on the number's line.
PART = (
    r"(?!\d|[.,]\d|,?\\[,;!]\d|\{,\}\d|[A-Za-z_²³]|\*\*\d|\)\s?\(\s?\d|(?:\\[,;!])?\(\d)"
    r"(?![ \t$)}\]]{0,6}(?:[+×÷/^≈%·]|[-−][ \t]?\(?\d|\*(?!\*)|x\s?[\d(]"
    r"|\\(?:times|cdot|div|approx|pm|[%*])|(?:times|plus|minus|multiplied|divided|million|billion|thousand|percent|digits?|mod(?:ulo)?|or)\b))"
)
# What may stand before a number and adds nothing: decoration, LaTeX, a few words.
_FILLER = (
    r"(?:[\s*_$`\"'“(\[{|>~:]|\\[(\[,;! ]|\\(?:boxed|fbox|mathbf|textbf|text|bf|displaystyle|quad)\b"
    r"|\b(?:therefore|thus|so|simply|indeed|exactly|just|then|now|equal|to|the|number|integer|is|be|as|follows|a|of"
    r"|in\sfact|really|clearly|actually|still|again|once|more)\b,?){0,40}+"
)
NUMBER = re.compile(GROUPED)
_VALUE = re.compile(rf"{_FILLER}(?P<value>[-−+]?{GROUPED}){PART}", re.IGNORECASE)
FOR_PART = r" for (?:that|this) (?:part|piece|step|row|line|term|one)\b"
ITEM = re.compile(r"\d{1,2}[.)](?:\s|\Z)")  # "1. First, …", "(1) …": a list, not an answer

_EQUALS = re.compile(r"=|\b(?:is(?:\s+equal\s+to)?|equals|gives)\b")
# A chain of equalities ends with its line (unless the next one goes on with "="), its sentence, or a remark.
_CHAIN_END = re.compile(
    r"\n(?!\s*(?:\\\\)?\s*&?\s*=)|[.,;:!?](?=[\s*$)]|\\(?!!\d)|$)|\s\((?=[a-zA-Z])|\\end\b|[✓✔✅❌]|\s(?=[a-zA-Z]{2,}\s+(?!equal))"
)


def read_integer(number: str) -> str | None:
    """The canonical digits of a number as it stands in a text; None where its writing is not that of an integer."""
    if number.isascii():
        if number.isdigit():
            return number.lstrip("0") or "0"
        for mark in (",", "{,}", " "):  # GROUPED takes a mark only before three digits
            head, found, tail = number.partition(mark)
            if found and len(head) < 4 and (digits := head + tail.replace(mark, "")).isdigit():
                return digits.lstrip("0") or "0"
    value: str | None = reader().read_integer(number)
    return value


def names(text: str, value: str, start: int, end: int) -> bool:
    """Whether text[start:end] has a number of this value, in any usual writing."""
    return any(read_integer(number) == value for number in NUMBER.findall(text, start, end))


def read_value(text: str, start: int, limit: int) -> Read | None:
    """The integer that is stated from `start` on: at once, or at the end of a chain of equations."""
    match = _VALUE.match(text, start, limit)
    if match is None:
        return _last_side(text, start, limit) if text.find("=", start, limit) >= 0 else None
    begin, end = match.span("value")
    if end - begin < 3 and text[max(0, begin - 4) : begin].rstrip("(*_").endswith("\n") and ITEM.match(text, begin):
        return None
    value = read_integer(match["value"])
    return Read(value, begin, end) if value is not None else None


def _last_side(text: str, start: int, limit: int) -> Read | None:
    """The last side of the chain of equations that begins at `start`, if it is a number and nothing else."""
    ending = _CHAIN_END.search(text, start + 1, limit)
    if ending is None and limit < len(text):
        return None  # it goes on beyond what is read
    end = ending.start() if ending else limit
    sides = [equals.end() for equals in _EQUALS.finditer(text, start, end)]
    match = _VALUE.match(text, sides[-1], end) if sides else None
    value = read_integer(match["value"]) if match else None
    return Read(value, *match.span("value")) if match and value is not None else None


def alone(text: str, start: int, end: int) -> bool:
    """Whether no digits go on at either end of the number at `start`..`end`: not the 38 of 138 or of 1,038."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return not (
        before[-1:].isdigit()
        or after[:1].isdigit()
        or (before[-1:] in (",", ".") and before[:1].isdigit())
        or (after[:1] in (",", ".") and after[1:].isdigit())
    )


def last_sentence(text: str) -> str:
    """What stands behind the last end of a sentence, a line or a cell of a table."""
    find = text.rfind
    return text[max(find(". "), find("\n"), find("! "), find("? "), find("|"), find(";; ")) + 1 :]
