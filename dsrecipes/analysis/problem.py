"""The problem in a text: its operands as the text writes them, and where it says what they give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dsrecipes.analysis.reading import GROUPED, NUMBER, Read, alone, last_sentence, read_integer, read_value

_GROUPING = ("{,}", ",\\!", " ", "\u202f", "\u2009", "\u00a0", "\\,", "'", "’", "_")
_MOST_BITS = 14_000  # Python turns integers of up to 4,300 digits into text
_BETWEEN_OPERANDS = 18  # characters
_FEWER_DIGITS = 2  # than the product has: of a sum whose largest term was dropped
_LONGEST_EQUATION = 800  # characters: reading one place does not depend on how long the text is

_TIMES = re.compile(
    r"[\s$*_)\]\\}`]{0,6}(?:[*×xX·•]|\\times|\\cdot|\\ast|\\\*|times|multiplied\s+by|by|and)[\s$*_(\[\\{`]{0,6}"
)
# "the product of 38 and 42" is theirs, "the midpoint of 38 and 42" is not.
_MULTIPLIED = re.compile(r"product|multipl|times|answer|result", re.IGNORECASE)
_GIVES = re.compile(
    r"[\s$*_)\]\\}&`]{0,9}(?:[=-]>|[→⇒⟶]|=|:(?=[ \t]*\S)|\?\s{1,3}(?:a:|(?:it|that|this)(?:\sis|'s)|we\sget)"
    r"|(?:is|at|(?:does\s)?equals?|equal\sto|gives|makes|yields|(?:comes|works|turns)\sout\s(?:to\sbe|to|at|as)"
    r"|comes\s(?:to|at)|evaluates\sto|(?:would|should|must)(?:\s(?:then|thus|therefore))?\sbe)(?!\w))",
    re.IGNORECASE,
)
_ONE_STEP = re.compile(rf"[\s$*(]{{0,6}}{GROUPED}{_TIMES.pattern}{GROUPED}[\s$*)]{{0,6}}=[\s$*]{{0,6}}")
_PRINTS = re.compile(r"[ \t)]*\n(?=\d)")  # the value of an expression that an interpreter was given
_GOT = re.compile(  # "the program gives 1596 for 38 * 42", "1596 for 38 * 42."
    r"(?:\b(?:gives?|gets?|got|gave|returns?|returned|prints?|printed|yields?|obtain|find|found|have|is"
    r"|arrived? at|that['’]s|it['’]s|(?:up|comes|leads) to|end(?:s|ed)? (?:up )?with|land(?:s|ed)? (?:on|at))"
    r"(?: us| me)? "
    rf"|[.!?:]\s|\n)(?:[ *$`]{{0,4}}|\\\()(?P<value>{GROUPED})(?:[*$`]{{0,4}}|\\\)) for \Z"
)
_WHAT = re.compile(  # "1596; that's what 38 times 42 comes to"
    rf"(?P<value>{GROUPED})[*$`]{{0,4}}(?:[,;.]? (?:(?:and|so) )?(?:that['’]s|that is|this is|it['’]s)| is)"
    r"(?: exactly| just)? what \Z"
)
_IT_GIVES = re.compile(
    r"[\s$*)\]}`]{1,6}(?:(?:comes|amounts|works out|adds up|multipl(?:y|ies)) to|is|are|makes?|gives?|equals?|yields?)"
    r"[.,;:!\n)]"
)
_LEADS_BACK = (" for ", " what ")
_LONGEST_GOT = 60  # characters
_CONTINUES = ("+", "-", "−", "×", "/", "÷", "·", "^", "\\times", "\\cdot")
# Words around an equation, in lower case, that make it an estimate, or a look at a digit or a remainder.
ROUGH = re.compile(
    r"estimat|rough|approx|about|around|nearly|almost|close|ballpark|reasonabl|plausib|sense|order of|orientation"
    r"|right size|magnitude|neighbou?rhood|≈|~"
)
OF_DIGITS = re.compile(
    r"digit(?:(?<=last.digit)|(?<=inal.digit)|(?<=nit.digit)|(?<=nits.digit)|(?<=nes.digit)|(?<=ing.digit)"
    r"|(?<=first.digit)|s? (?:sum|of|agree|match)|al root)"
    r"|rightmost|\bmod\b|modulo|\bnines\b|\belevens\b|ends? (?:in|with)|ending"
)
_FEW_DIGITS = 3  # of a last digit, a sum of digits, a remainder


class Problem(NamedTuple):
    """The operands in the writings that a text has; they and their product in digits."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    operands: tuple[str, str]
    product: str

    def stated(self, words: str) -> bool:
        """Whether both operands stand in a phrase, one right after the other."""
        if not any(form in words for form in self.first):
            return False
        first, second = self.first, self.second
        return any(
            (one in first and other in second) or (one in second and other in first)
            for one, other in pairwise(NUMBER.findall(words))
        )

    def possible(self, value: str) -> bool:
        """Whether a number is about as long as the product."""
        return abs(len(value) - len(self.product)) <= 1


def problem(text: str, operands: tuple[int, int]) -> Problem:
    """The problem as a text writes it."""
    first, second = operands
    product = first * second
    if product.bit_length() > _MOST_BITS:  # no text is read for the digits of such a product, only for their number
        digits = "9" * int(product.bit_length() * 0.30103)
        return Problem((str(first),), (str(second),), (str(first), str(second)), digits)
    return Problem(_forms(text, first), _forms(text, second), (str(first), str(second)), str(product))


def _forms(text: str, number: int) -> tuple[str, ...]:
    """The writings of a number that occur in a text."""
    plain = str(number)
    if len(plain) < 4:
        return (plain,)
    grouped = f"{number:,}"
    if plain in text:
        forms: tuple[str, ...] = (plain, grouped) if grouped in text else (plain,)
    else:
        forms = (grouped,) if grouped in text else ()
    spaced = grouped.replace(",", " ")
    if not forms or "{,}" in text or "\\," in text or ",\\!" in text or spaced in text or not text.isascii():
        forms += tuple(form for mark in _GROUPING if mark in text and (form := grouped.replace(",", mark)) in text)
    return forms


def equations(text: str, said: Problem) -> Iterator[tuple[int, Read]]:
    """The equations "operand × operand = … = number", from the last: where each begins, and its number."""
    later = len(text)
    for start, end in products(text, said):
        limit = min(end + _LONGEST_EQUATION, later, len(text))
        later = start
        lead = start - 2 if text.startswith("\\(", start - 2) else start
        if text.endswith(_LEADS_BACK, 0, lead) and (got := _said_before(text, lead, end)):
            value = read_integer(got["value"])
            if (
                value
                and value not in said.operands
                and not ROUGH.search(last_sentence(text[max(0, start - 80) : start]).lower())
            ):
                yield got.start(), Read(value, *got.span("value"))
                continue
        multiplied = text.startswith(_AFTERWARDS, end)  # "38 and 42 multiplied make 1596"
        if multiplied:
            end = text.index(" ", end + 1)
        match = (_PRINTS if text.startswith(">>> ", start - 4) else _GIVES).match(text, end, limit)
        read = read_value(text, match.end(), limit) if match else None
        if match is None or read is None or _continues(text, start):
            continue
        if len(said.product) - len(read.value) > _FEWER_DIGITS:
            continue  # broken off: "= 5,006,  (wait"
        if goes_on_below(text, read.end) or _ends_in_step(text[match.end() : read.start], said):
            continue
        if match[0].endswith(":"):
            if read.value in said.operands:
                continue  # the problem set out in columns
            shown = text[match.end() : read.start]
            if (step := _ONE_STEP.match(shown)) and not said.stated(step[0]):
                continue  # "38 × 42: 38 × 40 = 1520, …"
        before = last_sentence(text[max(0, start - 40) : start])
        if "and" in text[start:end] and not multiplied and not _MULTIPLIED.search(before):
            continue
        after = text[read.end : read.end + 50].partition("\n")[0].partition(". ")[0]
        if len(said.product) < 3 and OF_DIGITS.search(text[max(0, start - 48) : start].lower()):
            continue  # "Last digits: 8 × 2 = 16, so 6" tells no answer, though the problem be 8 × 2
        around = (before + after).lower()
        if not (ROUGH.search(around) or (len(read.value) <= _FEW_DIGITS and OF_DIGITS.search(around))):
            yield start, read


def _said_before(text: str, lead: int, end: int) -> re.Match[str] | None:
    """The value that stands before a product, whose expression ends at `end` and whose decoration begins at `lead`."""
    near = max(0, lead - _LONGEST_GOT)
    if text.endswith(" for ", 0, lead):
        return _GOT.search(text, near, lead)
    return _WHAT.search(text, near, lead) if _IT_GIVES.match(text, end) else None


_AFTERWARDS = (" multiplied ", " together ")
_ADDED_BELOW = re.compile(r"[ \t$*)\]}\\&]{0,9}\n[\s$*\\(\[&]{0,40}[+−][\s$(]{0,9}\d")
_FACTORS = re.compile(rf"[\s$*(\\&]{{0,9}}({GROUPED}){_TIMES.pattern}({GROUPED})[\s$*)\\&]{{0,9}}")


def goes_on_below(text: str, end: int) -> bool:
    """Whether the line below adds to a number: "= 1216\n+ 380 = 1596" is a running sum."""
    return _ADDED_BELOW.match(text, end) is not None


def _ends_in_step(sides: str, said: Problem) -> bool:
    """Whether the last of the sides of a chain is that of a step: an operand times another number than the other, or
    the first terms only of the sum before it ("= 1200 + 320 + 76 = 1200 + 320 = ")."""
    if "=" not in sides:
        return False
    *before, last, _ = sides.split("=")
    if factors := _FACTORS.fullmatch(last):
        one, other = factors.groups()
        return (one in said.first and other not in said.second) != (one in said.second and other not in said.first)
    if "+" not in last:
        return False
    terms = NUMBER.findall(last)
    sums = [NUMBER.findall(side) for side in before if "+" in side and not _TIMES.search(side)]
    return any(longer[: len(terms)] == terms != longer for longer in sums)


def products(text: str, said: Problem) -> list[tuple[int, int]]:
    """Where a text has both operands with a sign of multiplication between them, from the last."""
    found = []
    for first in said.first:
        for second in said.second:
            rare, other = (first, second) if text.count(first) < text.count(second) else (second, first)
            reach = len(other) + _BETWEEN_OPERANDS
            at = text.rfind(rare)
            while at >= 0:
                end = at + len(rare)
                place = text.find(other, end, end + reach)
                if place >= 0 and _TIMES.fullmatch(text, end, place):
                    found.append((at, place + len(other)))
                else:
                    place = text.rfind(other, max(0, at - reach), at)
                    if place >= 0 and _TIMES.fullmatch(text, place + len(other), at):
                        found.append((place, end))
                at = text.rfind(rare, 0, at)
    if len(found) > 1:
        found = sorted(set(found), reverse=True)
    return [span for span in found if alone(text, *span)]


def _continues(text: str, start: int) -> bool:
    """Whether what stands before makes the product a part of something larger: `5 + 38 × 42`."""
    before = text[max(0, start - 12) : start].rstrip()
    return before.endswith(_CONTINUES) or (before.endswith("*") and not before.endswith("**"))
