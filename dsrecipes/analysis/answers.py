"""Where a text says what the answer is: "Answer: 1596", a box, `####`, answer tags, "I propose 1596"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from dsrecipes.analysis.problem import Problem
from dsrecipes.analysis.reading import (
    FOR_PART,
    GROUPED,
    NUMBER,
    PART,
    Commitment,
    Read,
    last_sentence,
    read_answer,
    read_integer,
    read_value,
)
from dsrecipes.analysis.results import (
    DIFFERENCE,
    OF,
    SAYS,
    SHORTEST_STEP,
    SOLUTION_BELOW,
    SPEAKS_OF,
    changed_to,
    is_of_digits,
    is_other,
    pointed_at,
    said_to_be,
)
from dsrecipes.analysis.sums import is_added_to, is_in_column, is_partial, is_step, is_term

ANSWER_ONLY = re.compile(
    rf"\s{{0,3}}(?:(?:It|That|This)(?:['’]s| is) )?[*$`]{{0,4}}(?P<value>{GROUPED})[*$`.!]{{0,4}}[ \t]{{0,3}}(?:\n|\Z)"
    rf"|(?:It|That)(?:['’]s| is) (?P<said>{GROUPED})\. "
)  # in the first line
_BOX = re.compile(r"\\f?box(?:ed)?\s{0,3}\{\s{0,3}")
_TAG = re.compile(r"nswer>\s{0,9}")
_HASHES = re.compile(r"#{4,9}[ \t*$]{0,6}(?=[-−+]?\d)")
_HEADING = re.compile(r"[.):]{0,2}[ \t*]{1,6}[A-Za-z]")  # "#### 2. Partial products"
_ANSWER = re.compile(
    rf"(?P<lead>nswer[*_`\"'”)\]}}]{{0,4}}{OF}\s{{0,3}})(?:{SAYS}|\n|(?(of)(?!)|(?=[*$\s\\(\[{{]{{0,8}}\d)))",
    re.IGNORECASE,
)


def boxed(text: str, start: int, limit: int) -> Commitment | None:
    """ "\\boxed{1596}", closed: `start` is that of "boxed"."""
    opening = text.rfind("\\", max(0, start - 1), start + 1)
    match = _BOX.match(text, opening, limit) if opening >= 0 else None
    if match is None:
        return None
    number = NUMBER.match(text, match.end(), limit)
    close = text.find("}", number.end() if number else match.end(), limit)
    if close < 0:
        return None  # not closed: cut off, and more digits may have followed
    content = text[match.end() : close].rstrip()
    before = text[max(0, opening - 12) : opening]
    if number and number.end() - match.end() == len(content) and "pprox" not in before and "≈" not in before:
        value = read_integer(content)
    else:
        line_end = text.find("\n", close, limit)
        value = read_answer(text[max(0, opening - 12) : line_end if line_end >= 0 else limit])
    return Commitment(value, opening, match.end() + len(content), True) if value else None


def hashes(text: str, start: int, limit: int) -> Commitment | None:
    """ "#### 1596"."""
    match = _HASHES.match(text, start, limit) if text[start - 1 : start] != "#" else None
    read = read_value(text, match.end(), limit) if match else None
    if read is None or _HEADING.match(text, read.end):
        return None
    return Commitment(read.value, start, read.end, True)


_STEP = re.compile(r"\bsub|\bstep|\bpart\b", re.IGNORECASE)


def _asked_for_step(text: str, start: int, said: Problem) -> bool:
    """Whether an answer that begins its line is to the question above it, which asks for a step: "What is 38 × 2?"."""
    begin = text.rfind("\n", max(0, start - 8), start)
    if begin < 0 or text[begin:start].strip():
        return False
    above = text[max(0, begin - 120) : begin].rpartition("\n")[2].rstrip(" *_")
    return above.endswith("?") and len(NUMBER.findall(above)) > 1 and "+" not in above and not said.stated(above)


_THEN = re.compile(rf" [Ii]t(?: is|'s) [*$]{{0,4}}(?P<value>{GROUPED})[*$]{{0,4}},? then\b")
_SO = re.compile(
    rf"\b(?:so|then|well|okay|ok|alright|fine|right|yes),? [*$]{{0,4}}(?P<value>{GROUPED})[*$]{{0,4}},?\Z",
    re.IGNORECASE,
)


_OF_PART = re.compile(rf" it is,?{FOR_PART}", re.IGNORECASE)


def it_is(text: str, start: int, said: Problem) -> Commitment | None:
    """ "Okay, so 1596 it is." "It is 1596, then." """
    if (then := _THEN.match(text, start)) and (value := read_integer(then["value"])):
        return Commitment(value, start, then.end("value"), True)
    if not text[start - 3 : start].rstrip(",*$")[-1:].isdigit():
        return None
    begin = max(0, start - 60)
    match = _SO.search(text[begin:start])
    value = read_integer(match["value"]) if match else None
    if match is None or value is None or not said.possible(value):
        return None  # "3 × 4 is 12 and not 14, so 2 it is"
    if _OF_PART.match(text, start):
        return None
    if is_of_digits(text, begin + match.start("value"), begin + match.end("value"), value, said):
        return None
    return Commitment(value, begin + match.start("value"), begin + match.end("value"), True)


_WHAT_I = re.compile(
    r" is what (?:I|we)(?:['’]d| would| will|['’]ll)? (?:answer|report|say|submit|hand in|put down|go with|conclude)\b"
    r"| is what (?:I|we) (?:get|got|have|find) for the product\b"
    r"| for the whole(?: (?:thing|product|lot|sum|calculation))?(?=[.,;:!?…\n]|\Z| [-–—(])",
    re.IGNORECASE,
)


def what_i_answer(text: str, start: int, said: Problem) -> Commitment | None:
    """ "1596 is what I'd report." "That makes 1596 for the whole." """
    clause = last_sentence(text[max(0, start - 60) : start]).rpartition(", ")[2]
    numbers = list(NUMBER.finditer(clause))
    value = read_integer(numbers[0][0]) if len(numbers) == 1 and _WHAT_I.match(text, start) else None
    if value is None or not said.possible(value) or numbers[0].end() != len(clause.rstrip("*$`")):
        return None
    begin = start - len(clause)
    return Commitment(value, begin + numbers[0].start(), begin + numbers[0].end(), False)


_SPLIT = re.compile(r"[$*` ]{0,3}=[$*` ]{0,3}\d")  # "42 = 40 + 2"
_PROPOSED = re.compile(
    rf"(?:[a-z'’]{{1,6}} )?[a-z]{{2,10}}(?: (?:that|in|on|over|to the [a-z]{{4,9}}))?"
    rf"(?: (?:it|this) is| (?:is|of|be))?:?(?: the (?:product|answer|result) is)?"
    rf"[ *$`]{{1,4}}(?P<value>{GROUPED}){PART}",
    re.IGNORECASE,
)


def proposed(text: str, start: int, limit: int, said: Problem) -> Commitment | None:
    """ "I propose 1596." "I claim that it is 1596." """
    match = _PROPOSED.match(text, start, limit)
    value = read_integer(match["value"]) if match else None
    if match is None or value is None or not said.possible(value) or text[start - 1 : start].isalpha():
        return None
    read = Read(value, *match.span("value"))
    if _SPLIT.match(text, read.end):
        return None  # "I'll go with 42 = 40 + 2."
    if is_partial(text[max(0, start - 60) : start], said) or is_term(text, read) or is_added_to(text, read.end):
        return None
    return Commitment(value, start, read.end, False)


def _tagged(text: str, start: int, limit: int) -> Commitment | None:
    """ "<answer>1596</answer>": `start` is that of "nswer"."""
    match = _TAG.match(text, start, limit)
    close = text.find("<", match.end(), limit) if match else -1
    if match is None or close < 0:
        return None
    content = text[match.end() : close].rstrip()
    value = read_integer(content)
    if value is None and "=" in content and "\n" not in content:
        value = read_answer(content)  # "<answer>1520 + 76 = 1596</answer>"
    return Commitment(value, start - 2, match.end() + len(content), True) if value is not None else None


def answer(text: str, start: int, limit: int, said: Problem) -> Commitment | None:
    """ "The answer is 1596", "Answer: 1596", "1596 is the answer": `start` is that of "nswer"."""
    before = text[max(0, start - 2) : start]
    if before[-1:] not in ("a", "A") or before[0] == "/":
        return None
    if before[0] == "<":
        return _tagged(text, start, limit)
    if (led := said_to_be(text, start - 1, said)) and not text.startswith("?", start + 5):
        return replace(led, strong=True)
    if pointed := pointed_at(text, start - 1, said):
        return replace(pointed, strong=True)
    if changed := changed_to(text, start - 1):
        return changed
    match = _ANSWER.match(text, start, limit)
    read = read_value(text, match.end(), limit) if match else None
    if match is None or read is None or is_other(text, start - 1):
        return None
    if match.end() == match.end("lead") and SPEAKS_OF.match(text, read.end):
        return None  # "the answer 1595 must be wrong"
    if DIFFERENCE.match(text, read.end):
        return None  # "the answer is 10 too low"
    below = "\n" in text[match.end() - 1 : read.start]
    if below and (SOLUTION_BELOW.match(text, read.end) or is_in_column(text, read)):
        return None  # a heading: "Answer:", and a solution below it that begins with a number
    of = match["of"]
    if of and (". " in of or _STEP.search(of) or (NUMBER.search(of) and not said.stated(of))):
        return None
    if _asked_for_step(text, start - 1, said):
        return None
    if is_of_digits(text, start, read.end, read.value, said):
        return None
    if read.start - match.end() >= SHORTEST_STEP and is_step(text[match.end() : read.start], said):
        return None
    return Commitment(read.value, start - 1, read.end, True)
