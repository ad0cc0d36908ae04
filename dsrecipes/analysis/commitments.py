"""Where a text commits to a candidate answer.

Places are found by what is rare in a text: a few words (`PLACES`), the operands of the problem, the last addition of a
sum. An expression is only ever tried at such a place, on a bounded stretch, so that reading is linear in the length of
the text.
"""

from __future__ import annotations

import re
from operator import attrgetter

from msgspec.structs import replace

from dsrecipes.analysis.answers import ANSWER_ONLY, answer, boxed, hashes, it_is, proposed, what_i_answer
from dsrecipes.analysis.problem import Problem, equations
from dsrecipes.analysis.reading import GROUPED, Commitment, read_integer
from dsrecipes.analysis.replacements import replacements
from dsrecipes.analysis.results import commented, result
from dsrecipes.analysis.sums import announced_totals, restated_totals, result_lines, total_rows

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
    "ans>",
    "ans (",
    "ans)",
    "ans ",
    "correct value",
    "correct number",
    "right value",
    "right number",
    " it is",
    " is what i",
    " for the whole",
    "replac",
    "instead of",
    "rather than",
    "changes from",
    "changed from",
    " is the right ",
    " is the correct ",
    ", not ",
    ", and not ",
    " and not ",
    "discard ",
    "rejected, ",
    "in favor of",
    "in favour of",
    "i propose ",
    "my proposal",
    "submit",
    "i hand ",
    "it must be ",
    "i claim ",
    "settle on ",
    "settling on ",
    "i'm keeping ",
    "i conclude ",
    "concluding that ",
    "adopting ",
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
_WHAT_I = PLACES.index(" is what i"), PLACES.index(" for the whole")
_PROPOSES = PLACES.index("i propose ")
_RETURNS = PLACES.index("return ")

_DIVIDES = re.compile(
    r"\b(?:goes(?= \d)|the rest|remain\w*|divid\w*|division|backwards|leaves(?= \d))\b|÷| / ", re.IGNORECASE
)
_SPLIT = re.compile(
    rf"[\s$*`\\)]{{0,4}}(?:=|into|as|is(?: the same as)?|equals|:)[\s$*`\\(]{{1,4}}{GROUPED}"
    r"[\s$*`\\)]{0,4}(?:[-+−]|and\b)"
)
_LONGEST_PLACE = 400  # characters: reading one place does not depend on how long the text is


def commitments(text: str, places: list[tuple[int, int]], said: Problem) -> list[Commitment]:
    """Where a text commits, in the order of the numbers; `places` are (start, index) of `PLACES`, in order."""
    found = [Commitment(read.value, start, read.end, False) for start, read in equations(text, said)]
    if (
        (alone := ANSWER_ONLY.match(text))
        and (value := read_integer(alone["value"] or alone["said"]))
        and said.possible(value)
    ):
        found.append(Commitment(value, 0, alone.end(alone.lastgroup or 0), False))
    after = 0
    replacing = []
    for start, which in places:
        if start < after:
            continue  # inside the place before: "**Final answer:** \boxed{1596}" commits once
        limit = min(start + _LONGEST_PLACE, len(text))
        if which == 0:
            commitment = answer(text, start, limit, said)
        elif which < 3:
            commitment = boxed(text, start, limit)
        elif which == 3:
            commitment = hashes(text, start, limit)
        elif which == _IT_IS:
            commitment = it_is(text, start, said)
        elif which in _WHAT_I:
            commitment = what_i_answer(text, start, said)
        elif which == _RETURNS:
            commitment = commented(text, start, said)
        elif which >= _PROPOSES:
            commitment = proposed(text, start, limit, said)
        elif which > _IT_IS:
            replacing.append(start)
            continue
        else:
            commitment = result(text, start, limit, said)
        if commitment:
            found.append(commitment)
            if commitment.strong:
                after = commitment.end
    if "\n|" in text:
        found += [Commitment(read.value, start, read.end, False) for start, read in total_rows(text, said)]
    for totals in (result_lines, restated_totals, announced_totals):
        known = {commitment.end for commitment in found}
        found += [Commitment(read.value, start, read.end, False) for start, read in totals(text, said, known)]
    if replacing:
        found += replacements(text, replacing, found, said)
    found = [item for item in found if item.value not in said.operands or not _is_no_candidate(text, item)]
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
            made[-1] = replace(of, start=min(item.start, last.start))
    return made


def _is_no_candidate(text: str, of: Commitment) -> bool:
    """Whether an operand is only split, "We have 42 = 40 + 2", or what a division by the other comes to: "38 goes 40
    times, the rest is 76, which is 2 times 38. Together 42."."""
    if _SPLIT.match(text, of.end):
        return True
    return not of.strong and _DIVIDES.search(text, max(0, of.start - 160), of.end) is not None


def _is_padded(text: str, of: Commitment) -> bool:
    """Whether a number has a zero before it, as "38 * 50 = 0091" has: digits from the lowest on, or of a fixed width,
    beside which the answer is said as usual."""
    return text.endswith("0" + of.value, 0, of.end)
