"""Where a text commits to a candidate answer.

What counts as an answer, and which integer it is, is defined once: by `read_answer` of reward_fns/exact_match.py,
loaded here by path as VeRL loads it. This module only finds the places at which a text commits, and has them read.
"""

from __future__ import annotations

import importlib.util
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from dsrecipes import resources

# A number with the separators that may stand inside one; what it means is for read_answer to say.
_NUMBER = r"[-+−]?\d(?:[\d,_'’.]|\{,\}|\\[,;!: ]|[ \u00a0\u2009\u202f](?=\d{3}(?!\d)))*"
_NUMBER_RE = re.compile(_NUMBER)

# What may stand between "the answer is" and its number: decoration, LaTeX, and a few words that add nothing.
_FILLER = (
    r"(?:[^\w\n\\]|\\[a-zA-Z]+|\\.|\b(?:therefore|thus|so|simply|indeed|exactly|just|then|now|equal|to|the|number|integer|"
    r"is|be|as|follows|approximately|about|roughly)\b){0,40}"
)

# Strong places: a box, answer tags, "final answer", "answer is", "Answer:", "####".
_STRONG = re.compile(
    r"\\(?:boxed|fbox)\b|<answer>|\#{4,}(?=\s*[-+−$*]*\d)"
    rf"|\banswer(?:\s+to\s[^\n]{{1,60}}?)?(?:\W{{0,6}}?\bis\b|[*_\s]{{0,6}}[:=：]|[*_]{{2,4}}(?=\s*\d))"
    rf"(?=\s{{0,4}}{_FILLER}\s{{0,4}}{_FILLER}\d)"
    r"|\bfinal\s+answer\b(?=\W{0,20}\d)",
    re.IGNORECASE,
)

_TIMES = r"(?:[*×✕x·⋅∙•]|\\times|\\cdot|\\ast|\\\*|times|multiplied\s+by)"
_PRODUCT = re.compile(
    rf"(?<![\d.,])(?:(?P<a>\d[\d,_]*)\W{{0,4}}?\s*{_TIMES}\s*\W{{0,4}}?(?P<b>\d[\d,_]*)"
    r"|product\s+of\s+\W{0,4}(?P<c>\d[\d,_]*)\W{0,4}\s+and\s+\W{0,4}(?P<d>\d[\d,_]*))"
    r"(?=[\s$*_)\]\\}&]{0,8}(?:=|is\b|equals\b|gives\b))",
    re.IGNORECASE,
)
_EQUALS = re.compile(r"=|\b(?:is(?:\s+equal\s+to)?|equals|gives)\b")
# A chain of equalities ends with its line (unless the next one goes on with "="), its sentence, or a remark.
_CHAIN_END = re.compile(
    r"\n(?!\s*(?:\\\\)?\s*&?\s*=)|[.,;:!?](?=[\s*$)\\]|$)|\s\((?=[a-zA-Z])|\\end\b|[✓✔√✅❌]|\s(?=[a-zA-Z]{2,}\s+(?!equal))"
)
_LONE_NUMBER = re.compile(rf"[\s$*_{{(\[\\&`~]*(?:\\(?:text|mathbf|boxed)\{{)?\s*({_NUMBER})[\s$*_}})\]\\`~.]*")

_LONGEST_PLACE = 400  # characters: the reading of one place does not depend on how long the text is


@dataclass(frozen=True, slots=True)
class Commitment:
    """A committed candidate: its integer in canonical digits, its place `start`..`end`, and whether it is strong.

    Strong: said to be the answer. Weak: the right side of an equation whose left side is the problem itself.
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


def read_answer(text: str) -> str | None:
    """The answer of a text as the reward function reads it."""
    answer: str | None = reader().read_answer(text)
    return answer


def read_integer(value: str) -> str | None:
    """The integer that `value` is, as the reward function reads it; None if it is anything else."""
    integer: str | None = reader().read_integer(value)
    return integer


def strong_commitments(text: str, breaks: list[int]) -> Iterator[Commitment]:
    """The places that say "this is the answer", in order. A place ends before the next of `breaks` (ascending)."""
    after = 0
    for match in _STRONG.finditer(text):
        if match.start() < after:
            continue  # inside the place before: "**Final answer:** \boxed{1596}" commits once
        start = match.start()
        end = _place_end(text, match.end(), breaks)
        value = read_answer(text[start:end])
        if value is None:
            continue
        after = _value_end(text, match.end(), end, value)
        yield Commitment(value, start, after, strong=True)


def problem_equations(text: str, operands: tuple[int, int], breaks: list[int]) -> Iterator[Commitment]:
    """The equations "operand × operand = … = number", in order: weak places. A place ends before the next break."""
    wanted = sorted(map(str, operands))
    if not any(operand in text for operand in wanted) and "," not in text and "_" not in text:
        return
    for match in _PRODUCT.finditer(text):
        left, right = match["a"] or match["c"], match["b"] or match["d"]
        if sorted((_plain(left), _plain(right))) != wanted or _continues(text, match.start()):
            continue
        limit = min(_next_break(breaks, match.end()), match.end() + _LONGEST_PLACE, len(text))
        ending = _CHAIN_END.search(text, match.end() + 1, limit)
        end = ending.start() if ending else limit
        commitment = _last_side(text, match.start(), end)
        if commitment:
            yield commitment


def closing_equation(text: str, start: int) -> Commitment | None:
    """The number that a text ends in, if it is the right side of an equation after `start`."""
    tail = text[start:].rstrip()
    line = tail.rfind("\n") + 1
    return _last_side(text, start + line, start + len(tail)) if "=" in tail[line:] else None


def _last_side(text: str, start: int, end: int) -> Commitment | None:
    """The last side of the equation in `start`..`end`, if it is a number and nothing else."""
    sides = list(_EQUALS.finditer(text, start, end))
    if not sides:
        return None
    match = _LONE_NUMBER.fullmatch(text, sides[-1].end(), end)
    value = read_integer(match[1].rstrip(".,'’_ ")) if match else None
    return Commitment(value, start, match.end(1), strong=False) if match and value is not None else None


def _continues(text: str, start: int) -> bool:
    """Whether what stands before makes the product a part of something larger: `5 + 38 × 42`."""
    before = text[max(0, start - 12) : start].rstrip()
    return before.endswith(("+", "-", "−", "×", "/", "÷", "·", "^", "\\times", "\\cdot")) or (
        before.endswith("*") and not before.endswith("**")
    )


def _place_end(text: str, start: int, breaks: list[int]) -> int:
    """The end of the line on which the number of a place stands: the first line with a digit, at most the third."""
    limit = min(_next_break(breaks, start), start + _LONGEST_PLACE, len(text))
    end = start
    for _ in range(3):
        line_end = text.find("\n", end, limit)
        if line_end < 0:
            return limit
        if any(character.isdigit() for character in text[start:line_end]):
            return line_end
        end = line_end + 1
    return end


def _value_end(text: str, start: int, end: int, value: str) -> int:
    """Where the number `value` ends in `start`..`end`."""
    digits = value.lstrip("-")
    for match in _NUMBER_RE.finditer(text, start, end):
        if "".join(str(int(character)) for character in match[0] if character.isdecimal()).startswith(digits):
            return start + len(text[start : match.end()].rstrip(".,'’_ "))
    return end


def _next_break(breaks: list[int], position: int) -> int:
    index = bisect_left(breaks, position)
    return breaks[index] if index < len(breaks) else 1 << 62


def _plain(number: str) -> str:
    return number.replace(",", "").replace("_", "").lstrip("0") or "0"
