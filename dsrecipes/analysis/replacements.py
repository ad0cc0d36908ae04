"""Where a text puts one value in the place of another: "the answer 1595 must be replaced by 1596"."""

from __future__ import annotations

import re

from dsrecipes.analysis.problem import Problem
from dsrecipes.analysis.reading import GROUPED, PART, Commitment, last_sentence, read_integer
from dsrecipes.analysis.results import rest_of_sentence
from dsrecipes.analysis.sums import is_partial

_REPLACES = re.compile(
    rf"replaced\s(?:by|with)\s[*$`]{{0,4}}(?P<by>{GROUPED}){PART}"
    rf"|replac(?:e|es|ing)\s(?:[A-Za-z]{{1,12}}\s){{0,3}}[*$`]{{0,4}}(?P<old>{GROUPED})[*$`]{{0,4}}\s(?:by|with)\s"
    rf"[*$`]{{0,4}}(?P<new>{GROUPED}){PART}"
    r"|replac(?:e|es|ing)\s(?:the|my)\s(?:[a-z]{1,12}\s)?(?:answer|result|product|total|value|figure|number|entry)\s"
    rf"(?:by|with)\s[*$`]{{0,4}}(?P<put>{GROUPED}){PART}"
    rf"|(?:instead\sof|rather\sthan)\s(?:the\s)?[*$`]{{0,4}}(?P<than>{GROUPED}){PART}"
    rf"|change[sd]\sfrom\s[*$`]{{0,4}}(?P<was>{GROUPED})[*$`]{{0,4}}\sto\s[*$`]{{0,4}}(?P<now>{GROUPED}){PART}"
    rf"|in\sfavou?r\sof\s[*$`]{{0,4}}(?P<favored>{GROUPED}){PART}"
    rf"|(?:,|,?\sand)\snot\s(?:the\s)?[*$`]{{0,4}}(?P<not>{GROUPED}){PART}"
    rf"|discard\s(?:the\s)?[*$`]{{0,4}}(?P<drop>{GROUPED})[*$`]{{0,4}},?\s(?:and|to)\s(?:take|use|keep|adopt|go\swith)\s"
    rf"[*$`]{{0,4}}(?P<take>{GROUPED}){PART}"
    rf"|rejected, [*$`]{{0,4}}(?P<accepted>{GROUPED})[*$`]{{0,4}} (?:is )?(?:accepted|kept|adopted)\b"
    r"|\sis\sthe\s(?P<right>right|correct)\s(?:one|value|number|figure)\b",
    re.IGNORECASE,
)
_WITHIN = 80  # characters before such words
_SUBJECT = re.compile(rf"(?P<value>{GROUPED})[*$`]{{0,4}}(?:\s[A-Za-z]{{2,12}}){{0,5}}\s\Z")  # of "be replaced"
_RIGHT_BEFORE = re.compile(rf"(?P<value>{GROUPED})[*$`]{{0,4}},?\s?\Z")
_NAMED = re.compile(r"answer|result|product|total|\bsum\b|value", re.IGNORECASE)
_CONCLUDES = re.compile(
    r"(?:\A|[.!?:;,]\s+|\n[\s*-]*)(?:so|thus|therefore|hence|it(?:'s| is)|(?:that|this) makes)\b"
    r"[ ,a-z']{0,20}[*$`]{0,4}\Z",
    re.IGNORECASE,
)


def replacements(text: str, places: list[int], found: list[Commitment], said: Problem) -> list[Commitment]:
    """What takes the place of a candidate in `found` ("the answer 1595 must be replaced by 1596", "I replace the old
    figure by 1596", "my answer changes from 1595 to 1596", "I discard 1595 and take 1596", "1595 rejected, 1596
    accepted", "1595 goes in favor of 1596", "so 1596 instead of 1595", "so it's 1596, not 1595"), or of one of two
    values ("1596 is the right one").

    `places` are where such words stand.
    """
    candidates = {item.value for item in found}
    made = []
    for place in places:
        match = _REPLACES.match(text, place)
        if match is None:
            continue
        start, end = match.span()
        if match["put"] or match["accepted"]:
            put = read_integer(match["put"] or match["accepted"])
            if put and said.possible(put) and candidates - {put}:
                made.append(Commitment(put, start, end, True))
            continue
        begin = max(0, start - _WITHIN)
        replaces = match["by"] or match["new"] or match["now"] or match["take"] or match["favored"]
        named = (
            match["take"]
            or match["favored"]
            or match["old"]
            or _NAMED.search(last_sentence(text[begin:end]) + rest_of_sentence(text, end))
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
