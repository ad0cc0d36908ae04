"""Where a text commits to a candidate answer.

Places are found by what is rare in a text: a few words (`PLACES`), the operands of the problem, the last addition of a
sum. An expression is only ever tried at such a place, on a bounded stretch, so that reading is linear in the length of
the text.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import NamedTuple

from dsrecipes.analysis.problem import OF_DIGITS, Problem, equations
from dsrecipes.analysis.reading import GROUPED, NUMBER, PART, Read, last_sentence, read_answer, read_integer, read_value
from dsrecipes.analysis.sums import (
    announced_totals,
    is_added_to,
    is_in_column,
    is_of_others,
    is_of_step,
    is_partial,
    is_step,
    is_term,
    restated_totals,
    result_lines,
    total_rows,
)

PLACES = (
    "nswer",
    "boxed",
    "fbox",
    "####",
    "result",
    "product",
    "total",
    "solution",
    "outcome",
    "ans:",
    "ans =",
    "ans=",
    "ans.",
    "ans (",
    "ans)",
    "ans ",
    "correct value",
    "correct number",
    "right value",
    "right number",
    " it is",
    "replac",
    "instead of",
    "rather than",
    "changes from",
    "changed from",
    " is the right ",
    " is the correct ",
    ", not ",
    ", and not ",
    "discard ",
    "in favor of",
    "in favour of",
    "i propose ",
    "my proposal",
    "i submit ",
    "i claim ",
    "settle on ",
    "i conclude ",
    "corrected: ",
    "the value is ",
    "choose ",
    "decide for ",
    "decide on ",
    "going with ",
    "go with ",
    "we keep ",
    "i keep ",
    "return ",
)
"""Words at which a text may commit, in lower case, as they are looked for in one search with the anchors of markers."""
_IT_IS = PLACES.index(" it is")
_PROPOSES = PLACES.index("i propose ")
_RETURNS = PLACES.index("return ")

_LONGEST_PLACE = 400  # characters: reading one place does not depend on how long the text is


class Commitment(NamedTuple):
    """A committed candidate: its integer in canonical digits, its place `start`..`end`, and whether it is strong.

    Strong: said to be the answer. Weak: said to be what the problem's operands give, or the total of the work.
    """

    value: str
    start: int
    end: int
    strong: bool


def commitments(text: str, places: list[tuple[int, int]], said: Problem) -> list[Commitment]:
    """Where a text commits, in the order of the numbers; `places` are (start, index) of `PLACES`, in order."""
    found = [Commitment(read.value, start, read.end, False) for start, read in equations(text, said)]
    if (alone := _ANSWER_ONLY.match(text)) and (value := read_integer(alone["value"])) and said.possible(value):
        found.append(Commitment(value, 0, alone.end("value"), False))
    after = 0
    replacing = []
    for start, which in places:
        if start < after:
            continue  # inside the place before: "**Final answer:** \boxed{1596}" commits once
        limit = min(start + _LONGEST_PLACE, len(text))
        if which == 0:
            commitment = _answer(text, start, limit, said)
        elif which < 3:
            commitment = _boxed(text, start, limit)
        elif which == 3:
            commitment = _hashes(text, start, limit)
        elif which == _IT_IS:
            commitment = _it_is(text, start, said)
        elif which == _RETURNS:
            commitment = _commented(text, start, said)
        elif which >= _PROPOSES:
            commitment = _proposed(text, start, limit, said)
        elif which > _IT_IS:
            replacing.append(start)
            continue
        else:
            commitment = _result(text, start, limit, said)
        if commitment:
            found.append(commitment)
            if commitment.strong:
                after = commitment.end
    if "\n|" in text:
        found += [Commitment(read.value, start, read.end, False) for start, read in total_rows(text, said)]
    known = {commitment.end for commitment in found}
    found += [Commitment(read.value, start, read.end, False) for start, read in result_lines(text, said, known)]
    known.update(commitment.end for commitment in found)
    found += [Commitment(read.value, start, read.end, False) for start, read in restated_totals(text, said, known)]
    known.update(commitment.end for commitment in found)
    found += [Commitment(read.value, start, read.end, False) for start, read in announced_totals(text, said, known)]
    if replacing:
        found += _replacements(text, replacing, found, said)
    if len(found) < 2:
        return found
    if any(commitment.strong for commitment in found):
        found = [commitment for commitment in found if commitment.strong or not _is_padded(text, commitment)]
    found.sort(key=attrgetter("end"))
    made = [found[0]]
    for item in found[1:]:
        last = made[-1]
        if item.end != last.end:
            made.append(item)
        else:
            of = item if item.strong and not last.strong else last
            made[-1] = of._replace(start=min(item.start, last.start))
    return made


def _is_padded(text: str, of: Commitment) -> bool:
    """Whether a number has a zero before it, as "38 * 50 = 0091" has: digits from the lowest on, or of a fixed width,
    beside which the answer is said as usual."""
    return text.endswith("0" + of.value, 0, of.end)


# Said to be the answer ------------------------------------------------------------------------------------------------

_ANSWER_ONLY = re.compile(
    rf"\s{{0,3}}[*$`]{{0,4}}(?P<value>{GROUPED})[*$`.!]{{0,4}}[ \t]{{0,3}}(?:\n|\Z)"
)  # in the first line
_BOX = re.compile(r"\\f?box(?:ed)?\s{0,3}\{\s{0,3}")
_TAG = re.compile(r"nswer>\s{0,9}")
_HASHES = re.compile(r"#{4,9}[ \t*$]{0,6}(?=[-−+]?\d)")
_HEADING = re.compile(r"[.):]{0,2}[ \t*]{1,6}[A-Za-z]")  # "#### 2. Partial products"
_OF = (
    r"(?:\s(?:to|for|of)\s(?P<of>[^\n:=]{1,60}?)|\s?\([^()\n]{0,40}\)|,[^,\n]{0,30},(?!\d)"
    r"|\s(?:that\s)?(?:I|we)\s(?:get|got|have|found|obtain(?:ed)?))?"
)
_SAYS = (
    r"[:=：→⇒]|[-=]>|[–—]"
    r"|\b(?:is|equals|(?:should|must|would|will|to)(?:\s\w{2,9})?\sbe|(?:comes|works)(?:\sout)?\s(?:to|as)|becomes|was)\b"
)
_ANSWER = re.compile(
    rf"(?P<lead>nswer[*_`\"'”)\]}}]{{0,4}}{_OF}\s{{0,3}})(?:{_SAYS}|\n|(?=[*$\s\\(\[{{]{{0,8}}\d))", re.IGNORECASE
)
_DIFFERENCE = re.compile(r"[*$]{0,4}\s(?:too\s(?:low|high|big|small|large|much|little)|off|short|apart)\b")
_SPEAKS_OF = re.compile(r"[*$]{0,4},?\s(?:is|was|must|should|cannot|can|could|has|had|does|did|needs)\b")
_SOLUTION_BELOW = re.compile(r"\s(?:is|are|has|can|equals|=)\s[^\n]{0,60}?\d")
# Words before "answer" or "result" that make it another one than this attempt's.
_OTHER = frozenset({
    "above", "approximate", "assume", "before", "check", "checking", "column", "digit", "digits", "each", "earlier",
    "estimated", "every", "expected", "first", "former", "hundreds", "if", "incorrect", "initial", "intermediate",
    "last", "next", "not", "old", "ones", "original", "partial", "previous", "prior", "rough", "row", "running",
    "second", "suppose", "tens", "thousands", "validate", "validating", "verify", "verifying", "whether", "wrong",
})  # fmt: skip


def _boxed(text: str, start: int, limit: int) -> Commitment | None:
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


def _hashes(text: str, start: int, limit: int) -> Commitment | None:
    match = _HASHES.match(text, start, limit) if text[start - 1 : start] != "#" else None
    read = read_value(text, match.end(), limit) if match else None
    if read is None or _HEADING.match(text, read.end):
        return None
    return Commitment(read.value, start, read.end, True)


_SHORTEST_STEP = 4  # characters: "8*2="
_LONGEST_STEP = 120
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


def _it_is(text: str, start: int, said: Problem) -> Commitment | None:
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
    return Commitment(value, begin + match.start("value"), begin + match.end("value"), True)


_PROPOSED = re.compile(
    rf"(?:[a-z]{{1,6}} )?[a-z]{{2,9}}(?: that)?(?: (?:it|this) is| (?:is|of))?:?(?: the (?:product|answer|result) is)?"
    rf"[ *$`]{{1,4}}(?P<value>{GROUPED}){PART}",
    re.IGNORECASE,
)


def _proposed(text: str, start: int, limit: int, said: Problem) -> Commitment | None:
    """ "I propose 1596." "I claim that it is 1596." """
    match = _PROPOSED.match(text, start, limit)
    value = read_integer(match["value"]) if match else None
    if match is None or value is None or not said.possible(value) or text[start - 1 : start].isalpha():
        return None
    read = Read(value, *match.span("value"))
    if is_partial(text[max(0, start - 60) : start], said) or is_term(text, read) or is_added_to(text, read.end):
        return None
    return Commitment(value, start, read.end, False)


def _is_of_digits(text: str, start: int, end: int, value: str, said: Problem) -> bool:
    """Whether the sentence in which a value ends tells of a last digit or a remainder: "Modulo 9 the product is 3, but
    the answer is 0."."""
    if len(value) >= len(said.product) - 1 and len(value) > 1:
        return False
    sentence = last_sentence(text[max(0, start - _LONGEST_STEP) : start]) + _rest(text, end)
    return OF_DIGITS.search(sentence.lower()) is not None


def _rest(text: str, end: int) -> str:
    """What follows in a sentence."""
    rest = _REST.match(text, end)
    return rest[0] if rest else ""


def _tagged(text: str, start: int, limit: int) -> Commitment | None:
    match = _TAG.match(text, start, limit)
    close = text.find("<", match.end(), limit) if match else -1
    if match is None or close < 0:
        return None
    content = text[match.end() : close].rstrip()
    value = read_integer(content)
    if value is None and "=" in content and "\n" not in content:
        value = read_answer(content)  # "<answer>1520 + 76 = 1596</answer>"
    return Commitment(value, start - 2, match.end() + len(content), True) if value is not None else None


def _answer(text: str, start: int, limit: int, said: Problem) -> Commitment | None:
    before = text[max(0, start - 2) : start]
    if before[-1:] not in ("a", "A") or before[0] == "/":
        return None
    if before[0] == "<":
        return _tagged(text, start, limit)
    if (led := _is_result(text, start - 1, said)) and not text.startswith("?", start + 5):
        return led._replace(strong=True)
    if pointed := _pointed_at(text, start - 1, said):
        return pointed._replace(strong=True)
    if changed := _changed_to(text, start - 1):
        return changed
    match = _ANSWER.match(text, start, limit)
    read = read_value(text, match.end(), limit) if match else None
    if match is None or read is None or _is_other(text, start - 1):
        return None
    if match.end() == match.end("lead") and _SPEAKS_OF.match(text, read.end):
        return None  # "the answer 1595 must be wrong"
    if _DIFFERENCE.match(text, read.end):
        return None  # "the answer is 10 too low"
    below = "\n" in text[match.end() - 1 : read.start]
    if below and (_SOLUTION_BELOW.match(text, read.end) or is_in_column(text, read)):
        return None  # a heading: "Answer:", and a solution below it that begins with a number
    of = match["of"]
    if of and (". " in of or _STEP.search(of) or (NUMBER.search(of) and not said.stated(of))):
        return None
    if _asked_for_step(text, start - 1, said):
        return None
    if _is_of_digits(text, start, read.end, read.value, said):
        return None
    if read.start - match.end() >= _SHORTEST_STEP and is_step(text[match.end() : read.start], said):
        return None
    return Commitment(read.value, start - 1, read.end, True)


_CHANGES = re.compile(
    r"\b(?:revis|chang|correct|updat|adjust|amend|switch)\w*\s(?:the|my|our)\s(?:\w{1,12}\s)?\Z", re.IGNORECASE
)
_CHANGED_TO = re.compile(
    rf"\w{{4,7}}(?:\sfrom\s[*$`]{{0,4}}{GROUPED}[*$`]{{0,4}})?\sto\s[*$`]{{0,4}}(?P<value>{GROUPED}){PART}"
)


def _changed_to(text: str, start: int) -> Commitment | None:
    """ "I'm therefore revising the product to 1596": `start` is that of the noun."""
    to = _CHANGED_TO.match(text, start)
    value = read_integer(to["value"]) if to and _CHANGES.search(text[max(0, start - 32) : start]) else None
    return Commitment(value, start, to.end("value"), True) if to and value else None


def _is_other(text: str, start: int) -> bool:
    """Whether the three words before `start` make what follows another answer than this attempt's."""
    clause = last_sentence(text[max(0, start - 32) : start])
    return not _OTHER.isdisjoint(clause.lower().replace("*", " ").split()[-3:])


# Said to be the result, the product, the total ------------------------------------------------------------------------

_RESULT = re.compile(
    rf"(?:result|product|total|solution|outcome|(?P<value>(?:correct|right)\s(?:value|number))|ans(?=[:. (=]|\s\d))"
    rf"[*_`\"'”)\]}}]{{0,4}}{_OF}\s{{0,3}}"
    rf"(?:{_SAYS}|\bof\b(?=[*$\s\\(\[{{]{{0,8}}\d)|(?<=ans )(?=\d)"
    rf"|(?P<at_once> (?=[*$`]{{0,4}}{GROUPED}[*$`]{{0,4}}(?:[.,;]?(?:\s|\Z)))))",
    re.IGNORECASE,
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
        for which in ("", "final ", "correct ", "right ")
    ),
)
_MADE = re.compile(r"\d[*$)\]\\`]{0,4} (?:the|our|your|my) (?:final )?\Z")
_SUPPOSES = re.compile(
    r"\b(?:if|whether|not|check\w*|verif\w*|confirm\w*|suppos\w*|assum\w*|is|claim\w*|said|say)\b|n['’]t\b",
    re.IGNORECASE,
)


_POINTED = re.compile(rf"(?P<value>{GROUPED})[*$)\]\\`]{{0,6}}[ \t]{{1,9}}(?:=|<[-=]{{1,3}}|←|⇐|\()[ \t]?\Z")
_POINTS = ("= ", "- ", "← ", "⇐ ", " (")
_LABEL_ENDS = re.compile(r"\w{3,8}[*_`).!]{0,4}[ \t]{0,9}(?:\n|\Z)")


def _pointed_at(text: str, start: int, said: Problem) -> Commitment | None:
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
    if is_partial(text[begin : begin + number.start()], said):
        return None
    return Commitment(value, begin + number.start(), begin + number.end("value"), False)


_COMMENTED = re.compile(
    rf"(?:return |\w{{5,7}} ?= ?)[^#\n=]{{1,80}}#[ =]{{0,3}}(?:this is )?(?P<value>{GROUPED})[ \t]{{0,9}}(?:\n|\Z)"
)


def _commented(text: str, start: int, said: Problem) -> Commitment | None:
    """The value in the comment of a program's line: "return p1 + p2  # 1596", "total = p1 + p2  # = 1596"."""
    match = _COMMENTED.match(text, start) if text.find("#", start, start + _LONGEST_STEP) >= 0 else None
    value = read_integer(match["value"]) if match else None
    if match is None or value is None or not said.possible(value):
        return None
    return Commitment(value, start, match.end("value"), False)


def _is_result(text: str, start: int, said: Problem) -> Commitment | None:
    """The number that is said to be what a noun at `start` names: "1596 is the answer"."""
    begin = max(0, start - 60)
    if not text.endswith(_LEADS_RESULT, begin, start) and not (
        text.endswith((" the ", " our ", " my ", " final "), begin, start) and _MADE.search(text[begin:start])
    ):
        return None
    led = _number_before(_BEFORE_RESULT, text, start, said)
    if led is None or _SUPPOSES.search(last_sentence(text[begin : led.start])):
        return None
    return None if _is_of_digits(text, led.start, led.end, led.value, said) else led


def _result(text: str, start: int, limit: int, said: Problem) -> Commitment | None:
    if led := _is_result(text, start, said):
        return led
    if pointed := _pointed_at(text, start, said):
        return pointed
    begin = max(0, start - 60)
    if (changed := _changed_to(text, start)) and said.possible(changed.value):
        return changed
    if text[start - 1 : start].isalpha():
        return None  # a subtotal
    if commented := _commented(text, start, said):
        return commented
    match = _RESULT.match(text, start, limit)
    read = read_value(text, match.end(), limit) if match else None
    if match is None or read is None or _is_other(text, start) or _RESULT_OF.match(text, read.end):
        return None
    if _DIFFERENCE.match(text, read.end):
        return None
    if not said.possible(read.value):
        return None
    if (
        match["at_once"]
        and (
            not text.startswith(("p", "P", "r", "R", "t", "T"), start)  # "Solution 1", "Outcome 2"
            or _SPEAKS_OF.match(text, read.end)
            or not _NAMES_AT_ONCE.search(text[begin:start])
        )
    ):
        return None
    if read.start - match.end() >= _SHORTEST_STEP and is_step(text[match.end() : read.start], said):
        return None
    if match["of"] and ". " in match["of"]:
        return None  # "the product of 38 and 42. I can think of 42 as 40 + 2"
    if "\n" in text[match.end() : read.start] and (is_in_column(text, read) or _SOLUTION_BELOW.match(text, read.end)):
        return None
    if (match["value"] or text.endswith(("their ", "Their "), begin, start)) and is_of_others(text, start, said):
        return None
    if read.value == "0" != said.product:
        return None  # how a program begins
    before = text[begin:start].rpartition("; ")[2] if match["value"] else text[begin:start]
    if text.startswith(("ans=", "ans "), start):
        before = ""  # "… 1520+76=1596 ans=1596": steps stand on its line, and it is of none of them
    if (
        is_partial(before + (match["of"] or ""), said)
        or is_term(text, read)
        or is_added_to(text, read.end)
        or is_of_step(text, start, read.value, said)
    ):
        return None
    return Commitment(read.value, start, read.end, text[max(0, start - 6) : start].lower() == "final ")


# Said to take the place of a candidate --------------------------------------------------------------------------------

_REPLACES = re.compile(
    rf"replaced\s(?:by|with)\s[*$`]{{0,4}}(?P<by>{GROUPED}){PART}"
    rf"|replac(?:e|es|ing)\s(?:[A-Za-z]{{1,12}}\s){{0,3}}[*$`]{{0,4}}(?P<old>{GROUPED})[*$`]{{0,4}}\s(?:by|with)\s"
    rf"[*$`]{{0,4}}(?P<new>{GROUPED}){PART}"
    rf"|(?:instead\sof|rather\sthan)\s(?:the\s)?[*$`]{{0,4}}(?P<than>{GROUPED}){PART}"
    rf"|change[sd]\sfrom\s[*$`]{{0,4}}(?P<was>{GROUPED})[*$`]{{0,4}}\sto\s[*$`]{{0,4}}(?P<now>{GROUPED}){PART}"
    rf"|in\sfavou?r\sof\s[*$`]{{0,4}}(?P<favored>{GROUPED}){PART}"
    rf"|,(?:\sand)?\snot\s(?:the\s)?[*$`]{{0,4}}(?P<not>{GROUPED}){PART}"
    rf"|discard\s(?:the\s)?[*$`]{{0,4}}(?P<drop>{GROUPED})[*$`]{{0,4}},?\s(?:and|to)\s(?:take|use|keep|adopt|go\swith)\s"
    rf"[*$`]{{0,4}}(?P<take>{GROUPED}){PART}"
    r"|\sis\sthe\s(?P<right>right|correct)\s(?:one|value|number|figure)\b",
    re.IGNORECASE,
)
_WITHIN = 80  # characters before such words
_REST = re.compile(r"[^\n.!?]{0,40}")  # of their sentence
_SUBJECT = re.compile(rf"(?P<value>{GROUPED})[*$`]{{0,4}}(?:\s[A-Za-z]{{2,12}}){{0,5}}\s\Z")  # of "be replaced"
_RIGHT_BEFORE = re.compile(rf"(?P<value>{GROUPED})[*$`]{{0,4}},?\s?\Z")
_NAMED = re.compile(r"answer|result|product|total|\bsum\b|value", re.IGNORECASE)
_CONCLUDES = re.compile(
    r"(?:\A|[.!?:;]\s+|\n[\s*-]*)(?:so|thus|therefore|hence|it(?:'s| is)|(?:that|this) makes)\b"
    r"[ ,a-z']{0,20}[*$`]{0,4}\Z",
    re.IGNORECASE,
)


def _replacements(text: str, places: list[int], found: list[Commitment], said: Problem) -> list[Commitment]:
    """What takes the place of a candidate in `found` ("the answer 1595 must be replaced by 1596", "my answer changes
    from 1595 to 1596", "I discard 1595 and take 1596", "1595 goes in favor of 1596", "so 1596 instead of 1595", "so
    it's 1596, not 1595"), or of one of two values ("1596 is the right one").

    `places` are where such words stand.
    """
    candidates = {item.value for item in found}
    made = []
    for place in places:
        match = _REPLACES.match(text, place)
        if match is None:
            continue
        start, end = match.span()
        begin = max(0, start - _WITHIN)
        replaces = match["by"] or match["new"] or match["now"] or match["take"] or match["favored"]
        named = (
            match["take"]
            or match["favored"]
            or match["old"]
            or _NAMED.search(last_sentence(text[begin:end]) + _rest(text, end))
        )
        if replaces and not named:
            continue  # it may be a step
        old = match["old"] or match["was"] or match["drop"]
        if old is None:
            before = (_SUBJECT if replaces else _RIGHT_BEFORE).search(text[begin:start])
            if before is None:
                continue
            old = before["value"]
            start = begin + before.start()
            if not replaces:
                end = begin + before.end("value")
        new = replaces or old
        if match["right"]:
            if is_partial(text[begin:start], said):
                continue
        elif match["than"] or match["not"]:
            old = match["than"] or match["not"]
            if _CONCLUDES.search(text[begin:start]) is None:
                continue
        value = read_integer(new)
        if value is None or not said.possible(value):
            continue
        if match["right"] or read_integer(old) in candidates - {value}:
            made.append(Commitment(value, start, end, replaces is not None))
    return made
