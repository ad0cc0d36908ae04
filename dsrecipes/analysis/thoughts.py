"""Where a thought ends and the message after it begins, in the formats of reasoning models.

    <think> 38 × 42 = … = 1596 </think> The product is …
    <|begin_of_thought|> … <|end_of_thought|> <|begin_of_solution|> …
    <|im_start|>think … <|im_start|>answer …
    analysis… assistantfinal…
    think … answer … (lines of their own: special tokens without their marks)

What follows an end of a thought tells its outcome: the same candidate is no new attempt, however it is derived there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

ENDS = (
    "/think", "/seed:think", "/thought", "/reason", "/analysis", "/scratch", "/cot", "/rationale", "/planning",
    "monologue", "end_of_thought", "of_solution", "end_thinking", "|>final", "assistantfinal", "final response]",
    "is my response:", "<answer>", "<final", "<output>", "<response>", "<solution>", "<conclusion>",
    "\nfinal\n", "\nanswer\n", "im_start|>answer",
)  # fmt: skip
"""Pieces of what may end a thought, in lower case and with ? for what is not ASCII; they are looked for with the
markers."""

_REACH = 32  # characters around such a piece
_NAMES = (
    r"(?:seed:)?(?:think(?:ing)?|thoughts?|thought_process|reason(?:ing)?|analysis|scratch_?pad|cot|rationale|planning"
    r"|(?:inner_?|internal_?)?monologue)"
)
_END = re.compile(
    rf"[<\[◁]/{_NAMES}[>\]▷]"  # </think>, </reasoning>, [/THINK], ◁/think▷
    r"|<\|(?:end_of_thought|begin_of_solution|end_thinking)\|>|<\|im_start\|>answer(?=\n)"
    r"|<\|channel\|>final|assistantfinal(?-i:(?![a-z]))|\[begin final response\]|\bhere is my response:",
    re.IGNORECASE,
)
_OPENED = re.compile(rf"[<\[◁]{_NAMES}[>\]▷]", re.IGNORECASE)
_MESSAGE = re.compile(
    r"<(?:answer|output|response|solution|conclusion|final(?:[ _-]?(?:answer|response|solution|output))?)>",
    re.IGNORECASE,
)

_BEGINS = re.compile(r"\s*(?:think|analysis)\n", re.IGNORECASE)
_NEXT = re.compile(r"\n(?:answer|final)\n", re.IGNORECASE)


def thought_ends(text: str, places: Iterable[int]) -> Iterator[int]:
    """Where thoughts end in a text; `places` are where ENDS stand in it, in order.

    The first tag that opens a message ("<answer>", "<output>") ends a thought too, if one was opened.
    """
    told = False
    bare = _BEGINS.match(text) is not None
    after = 0
    for place in places:
        if place < after:
            continue
        begin = max(after, place - _REACH)
        end = _END.search(text, begin, place + _REACH)
        if end is None and not told and (end := _MESSAGE.match(text, place)):
            told = True
            end = end if _OPENED.search(text, 0, place) else None
        if end is None and bare:
            end = _NEXT.match(text, place)
        if end and end.end() > place:
            after = end.end()
            yield end.start()


def begins_thought(text: str, start: int, end: int) -> bool:
    """Whether a thought is opened by its tag in a stretch of a text."""
    return _OPENED.search(text, start, end) is not None
