"""Where a response turns to other problems than its own: a base model goes on with the next question, a worksheet has
exercises around ours. What is answered there is no answer to the problem.

A line poses a problem by a label ("Question:", "Q3.", "Human:") or a demand ("Calculate 48 * 82."). It is another
problem if a number of it can have come neither from the operands nor from what stood before: the steps of a solution
are posed as well ("What is 38 × 40?").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dsrecipes.analysis.problem import Problem, products
from dsrecipes.analysis.reading import NUMBER, read_integer
from dsrecipes.analysis.trajectories import Trajectory

POSES = (
    "question", "problem", "exercise", "example", "task", "practice", "q0", "q:", "q.", "human", "user", "instruction",
    "input:", "calculate", "compute ", "evaluate", "what is", "what's", "what does", "how many", "how much", "find ",
    "solve ", "= ?", "=?", "= _", "endoftext", "try ", "[inst]",
)  # fmt: skip
"""Pieces of a line that may pose a problem, in lower case and with 0 for any digit; they are looked for with the
markers."""

_LONGEST = 400  # characters of a line that poses a problem
_BEFORE_PLACE = 60  # characters of such a line before one of POSES

_NUMBER = r"\d[\d,]{0,99}"
_TIMES = r"[\s$\\)(]{0,4}(?:[-+*×x·÷/−]|\\?times|\\cdot|plus|minus|by|and|multiplied by|divided by)[\s$\\)(]{0,4}"
_POSING = re.compile(
    r"(?:[\s#*_>|(\[•-]|<\|[a-z_]{1,16}\|>|</?s>){0,9}(?:\d{1,2}[.)]\s{1,3})?[*_]{0,2}"
    r"(?:\b(?:now|next|another|here's|here is|follow-?up|similar(?:ly)?|new|bonus|extra|more|try|worked|related|second"
    r"|third|for|practice|an|a|the|can you|could you|please|this)\b[\s:,*_]{0,4}){0,4}"
    r"(?:(?P<label>(?:questions?|problem|exercise|example|task|practice|instruction|input|human|user|q|inst(?=\])|one)"
    r"(?:\s(?:problem|exercise|question))?\s?#?\d{0,3}[*_)\]]{0,3}(?:\s?[:.)–—]|<\|end_header_id\|>|(?<=\])|(?=\n))"
    r"|<\|endoftext\|>)"
    rf"|(?P<demand>(?:calculate|compute|evaluate|what is|what's|find|solve|try)\b[^\n\d]{{0,60}}"
    rf"{_NUMBER}{_TIMES}{_NUMBER}"
    r"[\s$\\)*]{0,4}(?:[.?!\n]|= ?[?_]|\Z))"
    rf"|(?P<open>{_NUMBER}(?:{_TIMES}{_NUMBER}){{1,3}}\s?=\s?[?_])"
    r"|(?P<words>[a-z][^\n]{0,200}\?(?=\n|\Z)))",
    re.IGNORECASE,
)


def own(trajectory: Trajectory, places: Sequence[int], said: Problem) -> str:
    """A response with blank lines in place of what it says of other problems, as long as before.

    `places` are where POSES stand in it, in order.
    """
    text = trajectory.response
    posings = list(_posings(trajectory, places, said))
    exercises = {posing.label for posing in posings if posing.stated and posing.label} | {_PROMPT}
    others = [
        (posing.start, False)
        for posing in posings
        if posing.foreign or (posing.label in exercises and not posing.stated)
    ]
    if not others:
        return text
    returns = [(posing.start, True) for posing in posings if posing.stated]
    returns += [(start, True) for start in _returns(text, said)]
    parts: list[str] = []
    at = 0
    begin: int | None = None
    for start, ours in sorted(others + returns):
        if begin is None and not ours:
            begin = start
        elif begin is not None and ours:
            parts += [text[at:begin], "\n" * (start - begin)]
            at, begin = start, None
    if begin is not None:
        parts += [text[at:begin], "\n" * (len(text) - begin)]
        at = len(text)
    return "".join([*parts, text[at:]])


class _Posing(NamedTuple):
    """A line that poses a problem with numbers. `label` is without its number, _PROMPT if the prompt is said again;
    `stated`: it has our operands."""

    start: int
    label: str
    stated: bool
    foreign: bool


def _posings(trajectory: Trajectory, places: Iterable[int], said: Problem) -> Iterator[_Posing]:
    text = trajectory.response
    after = read = 0
    seen: set[str] = set()  # the numbers of the text up to `read`, from where our problem was stated last
    for place in places:
        if place < after:
            continue
        begin = _line_start(text, place)
        if begin < place - _BEFORE_PLACE:
            continue
        posing = _POSING.match(text, begin, place + _LONGEST)
        if posing is None or posing.end() < place:
            continue
        after = posing.end()
        label = posing["label"] or ""
        if label:
            line = _BELOW.match(text, after, after + _LONGEST)[0]  # type: ignore[index]  # it matches the empty text too
            after += len(line)
        else:
            line = text[posing.start(posing.lastgroup or 0) : after]
            if _without_numbers(text[begin : begin + _LONGEST].partition("\n")[0]) in _without_numbers(
                trajectory.prompt
            ):
                label = _PROMPT
        numbers = NUMBER.findall(line)
        if not numbers:
            continue
        label = label.lower().strip(_LABEL_ENDS)
        stated = said.stated(line)
        if stated:
            seen.clear()
            read = begin
        ours = stated or any(len(number) > 1 and number in (*said.first, *said.second) for number in numbers)
        # By somebody else, who asks for no steps.
        asked = label in _ROLES or (
            label != "" and bool(_ANOTHER.search(text, begin, posing.end()) or not _OPERATION.search(line))
        )
        if not ours:
            seen.update(NUMBER.findall(text, read, begin))
            read = begin
        foreign = [
            number not in seen and _is_foreign(number, () if asked else trajectory.operands)
            for number in numbers
            if not ours and (asked or len(number) > 1)
        ]
        least = 2 if posing["words"] else 1  # a question about our problem may hold a new number
        is_foreign = any(foreign) if label else len(foreign) >= least and all(foreign)
        yield _Posing(begin, label, stated, is_foreign)


def _line_start(text: str, place: int) -> int:
    """Where the line begins, or the turn after a chat token."""
    start = max(0, place - _BEFORE_PLACE - 1)
    return max(
        text.rfind("\n", start, place) + 1 or start, text.rfind("<|", start, place), text.rfind("</s>", start, place)
    )


@lru_cache(maxsize=8)  # the prompt's is asked for again and again
def _without_numbers(text: str) -> str:
    return NUMBER.sub("0", text).strip()


def _is_foreign(number: str, operands: tuple[int, ...]) -> bool:
    """Whether a number is no part of an operand, nor one that it is rounded or halved to."""
    digits = read_integer(number)
    if digits is None or len(digits) > _LONGEST_INT:
        return False
    value = int(digits)
    part = digits.rstrip("0")
    unit = 10 ** (len(digits) - len(part))
    for operand in operands:
        if str(operand).startswith(part) or str(operand // unit).endswith(part) or abs(value - operand) < unit:
            return False
        if operand > 9 and value in (2 * operand, operand // 2):
            return False
        if 4 * value < operand and _is_round(operand + value):  # 3916 = 4000 - 84
            return False
    return True


def _is_round(value: int) -> bool:
    digits = str(value)
    return len(digits) > 1 == len(digits.rstrip("0"))


def _returns(text: str, said: Problem) -> Iterator[int]:
    """The lines in which the product of both operands stands once more, and not as a step of another problem."""
    for start, end in products(text, said):
        short = max(map(len, said.first)) + max(map(len, said.second)) < _LONG_ENOUGH
        if not (short and _RESULT.match(text, end)):
            yield text.rfind("\n", 0, start) + 1


_BELOW = re.compile(r"[\s*_]*[^\n]*")
_PROMPT = "the prompt"
_OPERATION = re.compile(rf"\d{_TIMES}\d", re.IGNORECASE)  # a problem in words has none
_ANOTHER = re.compile(r"\b(?:another|next|new|similar|bonus|extra|practice)\b|<\||</s>", re.IGNORECASE)
_ROLES = frozenset({"human", "user", "instruction", "input", "inst", "endoftext"})
_LABEL_ENDS = " #*_)]:.–—<|0123456789"
_LONGEST_INT = 400  # digits
_LONG_ENOUGH = 4  # digits of both operands together, which do not meet by chance
_RESULT = re.compile(r"[\s$*)]{0,4}=\s?\d")
