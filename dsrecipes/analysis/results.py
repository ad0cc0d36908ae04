"""Where a text says what the result is, the product, the total: "1596 is the product", "total = 1596"."""

from __future__ import annotations

import re

from dsrecipes.analysis.problem import OF_DIGITS, Problem
from dsrecipes.analysis.reading import GROUPED, PART, Commitment, last_sentence, read_integer, read_value
from dsrecipes.analysis.sums import (
    CONCLUSION,
    GIVEN_UP,
    is_added_to,
    is_in_column,
    is_of_others,
    is_of_step,
    is_partial,
    is_step,
    is_term,
    is_total,
)

SHORTEST_STEP = 4  # characters: "8*2="
_LONGEST_STEP = 120

OF = (
    r"(?:\s(?:to|for|of|in)\s(?:the\s)?(?:trial|attempt|draft|round|version|try|pass|run|solution)(?:\s#?\d{1,2})?(?=:|\sis\b)"
    r"|[^\S\n](?:to|for|of)\s(?P<of>[^\n:=]{1,60}?)|\s?\([^()\n]{0,40}\)|,[^,\n]{0,30},(?!\d)"
    r"|\s(?:that\s)?(?:I|we)\s(?:get|got|have|found|obtain(?:ed)?)"
    r"|,?\s(?:as\sit\sstands|so\sfar|for\snow"
    r"|(?:noted|recorded|registered|logged|written|obtained|reached|found|claimed)(?:\sdown)?)(?=:))?"
)
SAYS = (
    r"[:=：→⇒]|[-=]>|[–—]|['’]s\b|(?:\b(?:thus|then|now|therefore)\s)?\bstands\s(?:at|as)\b"
    r"|\b(?:is|equals|(?:should|must|would|will|to)(?:\s\w{2,9})?\sbe|(?:comes|works)(?:\sout)?\s(?:to|as|at)|becomes|was)\b"
)
DIFFERENCE = re.compile(r"[*$]{0,4}\s(?:too\s(?:low|high|big|small|large|much|little)|off|short|apart)\b")
SPEAKS_OF = re.compile(r"[*$]{0,4},?\s(?:is|was|must|should|cannot|can|could|has|had|does|did|needs)\b")
SOLUTION_BELOW = re.compile(r"\s(?:is|are|has|can|equals|=)\s[^\n]{0,60}?\d")
# Words before "answer" or "result" that make it another one than this attempt's.
_OTHER = frozenset({
    "above", "approximate", "assume", "before", "check", "checking", "column", "digit", "digits", "each", "earlier",
    "estimated", "every", "expected", "first", "former", "hundreds", "if", "incorrect", "initial", "intermediate",
    "last", "next", "not", "old", "ones", "original", "partial", "previous", "prior", "rough", "row", "running",
    "second", "suppose", "tens", "thousands", "validate", "validating", "verify", "verifying", "whether", "wrong",
})  # fmt: skip

_RESULT = re.compile(
    rf"(?:result|product|total|solution|outcome|(?P<value>(?:correct|right)\s(?:value|number))|ans(?=[:. (=>]|\s\d))"
    rf"[*_`\"'”)\]}}]{{0,4}}{OF}\s{{0,3}}"
    rf"(?:{SAYS}|\bof\b(?=[*$\s\\(\[{{]{{0,8}}\d)|(?<=ans )(?=\d)|(?<=ans)(?:\.(?=\s)|>{{1,2}})"
    rf"|(?P<at_once> (?=[*$`]{{0,4}}{GROUPED}[*$`]{{0,4}}(?:[.,;…]?(?:\s|\Z)))))",
    re.IGNORECASE,
)
_OF_PROBLEM = re.compile(  # "makes the product of 38 and 42 1596"
    rf"(?:product|result) (?:of|for) (?P<of>[*$`]{{0,3}}{GROUPED}[*$`]{{0,3}} ?(?:and|by|times|[×·x*]) ?[*$`]{{0,3}}"
    rf"{GROUPED}[*$`]{{0,3}}) [*$`]{{0,3}}(?P<value>{GROUPED})[*$`]{{0,3}}(?=[.,;…]?(?:\s|\Z))"
)
_NAMES_AT_ONCE = re.compile(  # what stands before "product 1596"
    r"(?:(?:\A|[.!?:;]\s|\n)\W{0,4}(?:(?:so|thus|the|new|recomputed|corrected|updated|revised)\s){0,3}"
    r"|\b(?:makes?|gives?|yields?|get|have|reach)\s(?:the|a|our|as)\s(?:new\s)?)\Z",
    re.IGNORECASE,
)
_RESULT_OF = re.compile(r"\W{0,6}(?:and|by|times|with)\b", re.IGNORECASE)  # "the product of 38 and 42"
# "1596 as the product", "1596 is the answer", "1596, and that's the product", "makes 1596 the answer", "1596 in total"
_BEFORE_RESULT = re.compile(
    rf"(?P<makes>\bmakes\s(?:it\s)?[*$`]{{0,4}})?(?P<value>{GROUPED})[*$)\]\\`]{{0,6}}"
    rf"(?:(?:(?:,?\s(?:(?:and|so)\s)?(?:which|that|this|it))?\s(?:as|is|for)|,?\s(?:(?:and|so)\s)?(?:that|it)['’]s"
    rf"|(?(makes)|(?!)))"
    rf"\s(?:the|our|your|my)\s(?:\w{{1,12}}\s)?|\sin\s)\Z"
)
_LEADS_RESULT = (
    " in ",
    *(
        f" {verb} {whose} {which}"
        for verb in ("as", "is", "for", "that's", "that’s", "it's", "it’s")
        for whose in ("the", "our", "your", "my")
        for which in ("", "final ", "correct ", "right ", "full ", "whole ")
    ),
)
_LAST_OF_LEAD = tuple(
    f"{word} " for word in ("in", "the", "our", "your", "my", "final", "correct", "right", "full", "whole")
)
_MADE = re.compile(r"\d[*$)\]\\`]{0,4} (?:the|our|your|my) (?:final )?\Z")
_SUPPOSES = re.compile(
    r"\b(?:if|whether|not|never|no longer|check\w*|verif\w*|confirm\w*|suppos\w*|assum\w*|is|claim\w*|said|say)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)


_POINTED = re.compile(rf"(?P<value>{GROUPED})[*$)\]\\`]{{0,6}}[ \t]{{1,9}}(?:=|<[-=]{{1,3}}|←|⇐|\()[ \t]?\Z")
_POINTS = ("= ", "- ", "← ", "⇐ ", " (")
_LABEL_ENDS = re.compile(r"\w{3,8}[*_`).!]{0,4}[ \t]{0,9}(?:\n|\Z)")


def pointed_at(text: str, start: int, said: Problem) -> Commitment | None:
    """The number that a label at `start` points at: "1596 <-- answer", "1596   = result", "1596 (product)"."""
    if not text.endswith(_POINTS, 0, start) or _LABEL_ENDS.match(text, start) is None:
        return None
    return _number_before(_POINTED, text, start, said)


def _number_before(lead: re.Pattern[str], text: str, start: int, said: Problem) -> Commitment | None:
    """The number with which `lead` leads up to `start`, if the product may be that and it is of no step."""
    begin = max(0, start - 60)
    number = lead.search(text[begin:start])
    value = read_integer(number["value"]) if number else None
    if number is None or value is None or not said.possible(value):
        return None
    clause = text[begin : begin + number.start()].rpartition("; ")[2]
    if clause.endswith("+ "):
        return None  # "38 is 30 + 8 in total": its last part
    if not text.startswith("answer", start) and is_partial(clause, said) and not _ADDED.search(clause):
        return None
    return Commitment(value, begin + number.start(), begin + number.end("value"), False)


_ADDED = re.compile(rf"{GROUPED} \+ {GROUPED}, [^\d×*=]*\Z")  # "1520 + 76, I reach 1596 as the product"


_COMMENTED = re.compile(
    rf"(?:return |\w{{5,7}} ?= ?)[^#\n=]{{1,80}}#[ =]{{0,3}}(?:this is )?(?P<value>{GROUPED})[ \t]{{0,9}}(?:\n|\Z)"
)


def commented(text: str, start: int, said: Problem) -> Commitment | None:
    """The value in the comment of a program's line: "return p1 + p2  # 1596", "total = p1 + p2  # = 1596"."""
    match = _COMMENTED.match(text, start) if text.find("#", start, start + _LONGEST_STEP) >= 0 else None
    value = read_integer(match["value"]) if match else None
    if match is None or value is None or not said.possible(value):
        return None
    return Commitment(value, start, match.end("value"), False)


def said_to_be(text: str, start: int, said: Problem) -> Commitment | None:
    """The number that is said to be what a noun at `start` names: "1596 is the answer"."""
    begin = max(0, start - 60)
    if not text.endswith(_LAST_OF_LEAD, begin, start):  # which settles it for most
        return None
    if not text.endswith(_LEADS_RESULT, begin, start) and not (
        text.endswith((" the ", " our ", " my ", " final "), begin, start) and _MADE.search(text[begin:start])
    ):
        return None
    led = _number_before(_BEFORE_RESULT, text, start, said)
    if led is None or _SUPPOSES.search(CONCLUSION.split(last_sentence(text[begin : led.start]))[-1]):
        return None
    if GIVEN_UP.search(text, begin, led.start):
        return None  # "which replaces 1595 as the answer"
    return None if is_of_digits(text, led.start, led.end, led.value, said) else led


def result(text: str, start: int, limit: int, said: Problem) -> Commitment | None:
    """ "The product is 1596", "total = 1596", "1596 in total": `start` is that of the noun."""
    if led := said_to_be(text, start, said):
        return led
    if pointed := pointed_at(text, start, said):
        return pointed
    begin = max(0, start - 60)
    if (changed := changed_to(text, start)) and said.possible(changed.value):
        return changed
    if text[start - 1 : start].isalpha():
        return None  # a subtotal
    if in_comment := commented(text, start, said):
        return in_comment
    if (of := _OF_PROBLEM.match(text, start, limit)) and said.stated(of["of"]) and (value := read_integer(of["value"])):
        return Commitment(value, start, of.end("value"), False)
    match = _RESULT.match(text, start, limit)
    read = read_value(text, match.end(), limit) if match else None
    if match is None or read is None or is_other(text, start) or _RESULT_OF.match(text, read.end):
        return None
    if DIFFERENCE.match(text, read.end):
        return None
    if not said.possible(read.value):
        return None
    if (
        match["at_once"]
        and (
            not text.startswith(("p", "P", "r", "R", "t", "T"), start)  # "Solution 1", "Outcome 2"
            or SPEAKS_OF.match(text, read.end)
            or not _NAMES_AT_ONCE.search(text[begin:start])
        )
    ):
        return None
    if read.start - match.end() >= SHORTEST_STEP and is_step(text[match.end() : read.start], said):
        return None
    if match["of"] and ". " in match["of"]:
        return None  # "the product of 38 and 42. I can think of 42 as 40 + 2"
    if "\n" in text[match.end() : read.start] and (is_in_column(text, read) or SOLUTION_BELOW.match(text, read.end)):
        return None
    if (match["value"] or text.endswith(("their ", "Their "), begin, start)) and is_of_others(text, start, said):
        return None
    if read.value == "0" != said.product:
        return None  # how a program begins
    before = text[begin:start].rpartition("; ")[2] if match["value"] else text[begin:start]
    if text.startswith(("ans=", "ans "), start):
        before = ""  # "… 1520+76=1596 ans=1596": steps stand on its line, and it is of none of them
    if (
        (is_partial(before + (match["of"] or ""), said) and not is_total(text, start, read))
        or is_term(text, read)
        or is_added_to(text, read.end)
        or is_of_step(text, start, read.value, said)
    ):
        return None
    return Commitment(read.value, start, read.end, text[max(0, start - 6) : start].lower() == "final ")


_CHANGES = re.compile(
    r"\b(?:revis|chang|correct|updat|adjust|amend|switch)\w*\s(?:the|my|our)\s(?:\w{1,12}\s)?\Z", re.IGNORECASE
)
_CHANGED_TO = re.compile(
    r"\w{4,7}(?P<is>\s(?:is|was|has\sbeen)\s(?:\w{1,12}\s)?(?:revised|changed|corrected|updated|adjusted|amended))?"
    rf"(?:\sfrom\s[*$`]{{0,4}}{GROUPED}[*$`]{{0,4}})?\sto\s[*$`]{{0,4}}(?P<value>{GROUPED}){PART}"
)


def changed_to(text: str, start: int) -> Commitment | None:
    """ "I'm revising the product to 1596", "the answer is revised to 1596": `start` is that of the noun."""
    to = _CHANGED_TO.match(text, start)
    if to is None or not (to["is"] or _CHANGES.search(text[max(0, start - 32) : start])):
        return None
    value = read_integer(to["value"])
    return Commitment(value, start, to.end("value"), True) if value else None


def is_other(text: str, start: int) -> bool:
    """Whether the three words before `start` make what follows another answer than this attempt's."""
    clause = last_sentence(text[max(0, start - 32) : start])
    return not _OTHER.isdisjoint(clause.lower().replace("*", " ").split()[-3:])


_REST = re.compile(r"[^\n.!?]{0,40}")  # of their sentence


def is_of_digits(text: str, start: int, end: int, value: str, said: Problem) -> bool:
    """Whether the sentence in which a value ends tells of a last digit or a remainder: "Modulo 9 the product is 3, but
    the answer is 0."."""
    if len(value) >= len(said.product) - 1 and len(value) > 1:
        return False
    sentence = last_sentence(text[max(0, start - _LONGEST_STEP) : start]) + rest_of_sentence(text, end)
    return OF_DIGITS.search(sentence.lower()) is not None


def rest_of_sentence(text: str, end: int) -> str:
    """What follows in a sentence."""
    rest = _REST.match(text, end)
    return rest[0] if rest else ""
