"""Which characters of a response say that the model stops, checks or tries again: the decision policy's words.

    38 * 2 = 16 + 60 = 76
    38 * 40 = 320 + 1200 = 1530, 76 + 1530 = 1606
    Answer: 1606⟦
    Let me check.⟧
    38 * 2 = 16 + 60 = 76, was 76⟦ ok⟧
    38 * 40 = 320 + 1200 = 1520, was 1530⟦ wrong
    I made a mistake. Let me recompute.⟧
    38 * 2 = …
    Answer: 1596⟦
    Let me check.⟧
    …⟦ ok⟧⟦
    Correct.⟧ Answer: 1596⟦end of turn⟧

The rule: decisions are made only after a first candidate. From there on, decision text is

- every run of markers of the analyser's registry (revision and verification), and every marker that it names;
- every verdict: a word that accepts or rejects what is checked;
- the white space before either, because it is there that the model could have ended its turn instead;
- the end-of-turn token of a response that has a candidate and was not cut off: STOP.

All else is sampling, the digits of a check and of a restated answer too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dsrecipes.analysis.attempts import Attempt
from dsrecipes.analysis.markers import Registry
from dsrecipes.analysis.trajectories import Trajectory

Span = tuple[int, int]

VERDICT = re.compile(
    r"\bok(?:ay)?\b|\b(?:in)?correct\b|\bright\b|\bwrong\b|\b(?:mis)?match(?:es|ed)?\b|\b(?:dis)?agrees?\b"
    r"|\bconfirm(?:s|ed)\b|\bverified\b|\b(?:in)?consistent\b|\bchecks out\b|[✓✔✗✘❌≠]|!=|(?:, ?)?\bnot(?= ?-?\d)",
    re.IGNORECASE,
)
"""Words by which a check accepts or rejects. That it is lexical is the measure's limit (docs/probe.md)."""


@dataclass(frozen=True, slots=True)
class Marks:
    """`spans` are stretches of decision text in characters, in order and apart. `stop`: the end-of-turn token decides.

    `silent` counts the attempts that begin with no word of a decision before them.
    """

    spans: tuple[Span, ...]
    stop: bool
    silent: int


def mark(trajectory: Trajectory, attempts: Sequence[Attempt], registry: Registry) -> Marks:
    """The decision text of a response. `attempts` are the analyser's, `registry` holds its markers."""
    if not attempts:
        return Marks((), stop=False, silent=0)
    text = trajectory.response
    found = sorted({_with_space(text, span) for span in _said(text, attempts, registry)})
    spans = _joined(found)
    silent = sum(not any(before.end <= start < after.end for start, _ in spans) for before, after in pairwise(attempts))
    return Marks(tuple(spans), stop=not trajectory.truncated, silent=silent)


def _said(text: str, attempts: Sequence[Attempt], registry: Registry) -> Iterator[Span]:
    first = attempts[0].end
    for run in registry.scan(text).runs:
        if run.start >= first:
            yield run.start, run.end
    for attempt in attempts:
        if attempt.marker_start is not None and attempt.marker_end is not None:
            yield attempt.marker_start, attempt.marker_end
    for verdict in VERDICT.finditer(text, first):
        yield verdict.span()


def _with_space(text: str, span: Span) -> Span:
    start, end = span
    while start and text[start - 1].isspace():
        start -= 1
    return start, end


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Spans that overlap or touch, as one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
