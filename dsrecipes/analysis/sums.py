"""Sums in a text and their totals: how a worked product ends, whatever the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dsrecipes.analysis.problem import Problem
from dsrecipes.analysis.reading import GROUPED, NUMBER, PART, Read, alone, last_sentence, read_integer

# A sum and its total: "+ 76 = 1596", "1520 + 76, which makes 1596", or the total under the rule of a column.
_MAKES = (
    r"(?:=|,?(?:\s(?:which|that|this|it|we|really|then|now|together|all)){0,3}\s(?:is|are|makes?|gives?|yields?|equals?|totals?"
    r"|gets?|sums?|becomes?|results?|comes?|adds?|obtains?|reach(?:es)?|brings?)(?:\s(?:in|to|out|us|me|up|at|a|total|of|the)){0,3})"
)
_RULE = r"(?:\([^()\n]{0,40}\))?[ \t]{0,9}\n[ \t]{0,40}[-=_─—]{3,60}[ \t]{0,9}\n"
_BEFORE_TOTAL = re.compile(
    rf"(?:[+−]|-\s)[ \t$]{{0,9}}{GROUPED}[\s$*\\)\]&]{{0,9}}(?:{_MAKES}|{_RULE})[\s$*\\&]{{0,40}}\Z"
)
_TOTAL_WITHIN = 400  # characters before a number, in which it may be the total of a sum
_RESTATED_WITHIN = 260  # characters after a sum, in which its total may be said once more
_USED_WITHIN = 2_000  # characters after a number, in which it may be a term of a sum
_LONGEST_INT = 99  # digits of a number that is looked for in another writing

_CALCULATES_BEFORE = re.compile(r"(?:[+\-−×÷/·^]|(?<!\*)\*|\b(?:plus|times|minus|by|and|less|x))[\s$({\\]{0,3}\Z")
_CALCULATES_AFTER = re.compile(
    r"[\s$)}\\]{0,3}(?:[+−×÷/·^]|-\s?\d|\*(?!\*)|(?:plus|times|minus|and|less|x|multiplied|by)\s)"
)
_MULTIPLIES = re.compile(r"[×·⋅]|(?<!\*)\*(?!\*)|\d\s?x\s?\d|\\times|\\cdot|\btimes\b|\bmultipl|\bby\b|<<")


@lru_cache(maxsize=64)
def _sum(digits: int) -> re.Pattern[str]:
    """The last addition of a sum whose total has about that many digits; none follows at once, as in a running sum."""
    apart = 4 * digits + 12
    return re.compile(
        rf"\+(?=[^+]{{{apart}}}|[^+]*+\Z)[ \t$]{{0,9}}{GROUPED}[\s$*\\)\]&]{{0,9}}(?:{_MAKES}|{_RULE})[\s$*\\&]{{0,40}}"
        rf"(?P<value>{GROUPED}){PART}"
    )


def restated_totals(text: str, said: Problem, known: set[int]) -> Iterator[tuple[int, Read]]:
    """The totals of sums that are said once more, alone and whatever the words: where each sum begins, and the number.

    `known` are the ends of numbers that need not be found again.
    """
    shortest = max(1, len(said.product) - 3, len(said.product) // 2)
    for match in _sum(min(len(said.product), _LONGEST_INT)).finditer(text):
        begin, end = match.span("value")
        if end - begin < shortest:
            continue
        number = match["value"]
        if text.find(number, end, end + _RESTATED_WITHIN) + end - begin in known:
            continue
        again = _restated(text, number, end)
        if again is None or again[1] in known or is_partial(text[max(0, again[0] - 60) : again[0]], said):
            continue
        sentence = last_sentence(text[max(0, match.start() - 160) : match.start()])
        if _MULTIPLIES.search(sentence) and not said.stated(sentence):
            continue
        value = read_integer(number)
        if value is not None:
            yield match.start(), Read(value, *again)


def _restated(text: str, number: str, start: int) -> tuple[int, int] | None:
    """Where a number stands once more soon after `start`; None where it does not, or is calculated with."""
    limit = start + _RESTATED_WITHIN
    first: tuple[int, int] | None = None
    for form in _writings(number):
        at = text.find(form, start, limit)
        while at >= 0 and (text[start:at] == ">>" or not alone(text, at, at + len(form))):
            at = text.find(form, at + 1, limit)
        if at >= 0 and (first is None or at < first[0]):
            first = at, at + len(form)
    if first is None:
        return None
    at, end = first
    if _CALCULATES_AFTER.match(text, end) or _CALCULATES_BEFORE.search(text, max(start, at - 9), at):
        return None
    return first


def _writings(number: str) -> tuple[str, ...]:
    """A number as it is written, and without or with commas."""
    if len(number) < 4 or len(number) > _LONGEST_INT or not number.isascii():
        return (number,)
    if number.isdigit():
        return number, f"{int(number):,}"
    return number, number.replace(",", "")


def is_total(text: str, start: int, read: Read) -> bool:
    """Whether the value that was read after `start` is the total shortly before: of a sum, or under a column's rule."""
    begin = max(0, start - _TOTAL_WITHIN)
    for form in {read.value, text[read.start : read.end]}:
        at = text.rfind(form, begin, start)
        if at >= 0 and alone(text, at, at + len(form)) and _BEFORE_TOTAL.search(text[max(0, at - 100) : at]):
            return True
    return False


def is_term(text: str, read: Read) -> bool:
    """Whether a number is added to another one further on: a partial product, or a running sum."""
    number = text[read.start : read.end]
    again = text.find(number, read.end, read.end + _USED_WITHIN)
    if again < 0:
        return False
    end = again + len(number)
    return "+" in text[max(0, again - 3) : again].rstrip()[-1:] + text[end : end + 3].lstrip()[:1]


def is_partial(before: str, said: Problem) -> bool:
    """Whether a sentence, up to its number, speaks of other numbers than the problem's operands: of a step."""
    sentence = last_sentence(before)
    return NUMBER.search(sentence) is not None and not said.stated(sentence)


# The number in which a stretch closes ---------------------------------------------------------------------------------

_SHORTEST_STRETCH = 12  # characters
_TAIL = 100  # characters before the end of a stretch in which its closing number is looked for
_LAST_NUMBERS = 4  # of the tail that may be it
_CLOSING_WORDS = (
    "\n", "=", ":", "→", "⇒", "is", "are", "get", "gets", "gives", "give", "make", "makes", "up with", "us with", "to",
    "at", "reads", "equals", "yields", "have", "be", "becomes", "me", "us", "that's", "it's", "that’s", "it’s", "yes,",
    "so,", "reach", "total of", "sum of", "result of", "product of", "answer of",
)  # fmt: skip
_GOES_ON = re.compile(
    r"[ \t$)}\]]{0,4}(?:[+\-×÷/^=·?]|\*(?!\*)|\\times|\\div|…|\.\.\.|x\b"
    r"|(?:times|multiplied|plus|minus|by|and|lots|digits?)\b)",
    re.IGNORECASE,
)


def closing_number(text: str, start: int, end: int, said: Problem) -> Read | None:
    """The number in which the stretch `start`..`end` closes, if it can be the product: a last sum, or a last number."""
    if end - start < _SHORTEST_STRETCH:
        return None
    numbers = list(NUMBER.finditer(text, max(start, end - _TAIL), end))
    for match in reversed(numbers[-_LAST_NUMBERS:]):
        at = match.start()
        value = read_integer(match[0])
        if value is None or text[max(0, at - 1) : at].isdigit() or _GOES_ON.match(text, match.end()):
            continue
        before = text[max(0, at - 80) : at]
        lead = before.rstrip(" \t$*_`({[\\")
        if not lead.endswith(_CLOSING_WORDS) and "**" not in before[len(lead) :]:
            continue
        read = Read(value, at, match.end())
        if (said.possible(value) and _is_whole(before, value, said)) or is_total(text, at, read):
            return read
    return None


def _is_whole(before: str, value: str, said: Problem) -> bool:
    """Whether a number stands for the whole product: neither a partial product nor a running sum."""
    if _MULTIPLIES.search(last_sentence(before.replace("... ", "…"))):
        return False
    # A running sum from the highest place on ends in more zeros than the product; one from the lowest is under half.
    if len(value) - len(value.rstrip("0")) > len(said.product) - len(said.product.rstrip("0")):
        return False
    return len(value) > _LONGEST_INT or 2 * int(value) >= int(said.product)
