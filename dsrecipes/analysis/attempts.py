"""A response as a sequence of attempts, each ending in a committed candidate and a decision (Section 3.2, Section 4.2).

    8 * 2 = 16
    30 * 2 = 60, 16 + 60 = 75
    …
    Answer: 1595                       attempt 0: candidate 1595, wrong
    Let me check.
    16 + 60 = 76, not 75
    I made a mistake. Let me recompute.    → RESAMPLE, by the marker "I made a mistake"
    8 * 2 = 16
    …
    Answer: 1596                       attempt 1: candidate 1596, right
    Let me check.
    …
    Correct. Answer: 1596              the same candidate again: no new attempt → STOP

The rules:

- Candidates are committed strongly ("Answer: …", a box, …) or weakly: an equation with the problem itself as its left
  side, and where a response ends without either, whatever the reward reads from it. Other numbers are work.
- In one stretch without a marker, a strong commitment replaces a weak one; two different strong ones are two attempts,
  the first with decision RESAMPLE and no marker.
- After a candidate, a *revision* marker begins a new attempt, which counts when it commits a candidate, even the same.
- After a candidate, a *verification* marker begins a check. Its equations are not candidates; a strong commitment in it
  confirms the candidate if it is the same, and is a new attempt if it is another.
- The last attempt's decision is STOP, or TRUNCATED where the response reached the token limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dsrecipes.analysis import reading
from dsrecipes.analysis.markers import Found, Kind, registry
from dsrecipes.analysis.reading import Commitment
from dsrecipes.analysis.trajectories import Trajectory


class Decision(StrEnum):
    STOP = "STOP"
    RESAMPLE = "RESAMPLE"
    TRUNCATED = "TRUNCATED"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A stretch of solution, `start`..`end` in characters of the response, that ends in a committed candidate.

    `candidate` is an integer in decimal digits. `marker` is the name of the marker that the decision rests on: the
    revision marker of a RESAMPLE, the verification marker of a check, None where the response has none.
    """

    index: int
    candidate: str
    correct: bool
    decision: Decision
    marker: str | None
    start: int
    end: int


def final_answer(trajectory: Trajectory) -> str | None:
    """The final answer as the reward function reads it: an integer in decimal digits, or None."""
    return reading.read_answer(trajectory.response)


def parse_attempts(trajectory: Trajectory) -> list[Attempt]:
    """The attempts of a response, in order; empty where no candidate is committed. Never raises, whatever the text."""
    text = trajectory.response
    markers = registry().find(text)
    breaks = [found.start for found in markers]
    commitments = [*reading.strong_commitments(text, breaks)]
    commitments += reading.problem_equations(text, trajectory.operands, breaks)
    walk = _Walk(text)
    events: list[tuple[int, Found | Commitment]] = [(found.start, found) for found in markers]
    events += [(commitment.end, commitment) for commitment in commitments]
    for _, event in sorted(events, key=lambda item: item[0]):
        if isinstance(event, Found):
            walk.meet_marker(event)
        else:
            walk.meet_commitment(event)
    walk.finish(trajectory)
    last = Decision.TRUNCATED if trajectory.truncated else Decision.STOP
    truth = trajectory.ground_truth.lstrip("0") or "0"
    return [
        Attempt(
            index=index,
            candidate=draft.candidate,
            correct=draft.candidate == truth,
            decision=last if index == len(walk.drafts) - 1 else Decision.RESAMPLE,
            marker=draft.marker,
            start=draft.start,
            end=draft.end,
        )
        for index, draft in enumerate(walk.drafts)
    ]


@dataclass
class _Draft:
    candidate: str
    start: int
    end: int
    marker: str | None = None


class _Walk:
    """Walks through markers and commitments in the order of the text, and collects attempts."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.drafts: list[_Draft] = []
        self.weak: Commitment | None = None  # the last problem equation of the stretch, until a strong place comes
        self.revision: Found | None = None  # the first revision marker, and
        self.check: Found | None = None  # the first verification marker, since the last candidate
        self.checking = False  # the stretch is a check: what follows a verification marker, up to a revision marker
        self.begin = 0  # where the stretch begins

    def meet_marker(self, found: Found) -> None:
        self._settle_weak()
        if not self.drafts:
            return  # a correction on the way to the first candidate is part of the first attempt
        self.begin = found.end
        if found.marker.kind is Kind.REVISION:
            self.revision = self.revision or found
            self.checking = False
        elif self.revision is None:
            self.check = self.check or found
            self.checking = True
        self._name_decision()

    def meet_commitment(self, commitment: Commitment) -> None:
        if commitment.strong:
            self.weak = None
            if not self.drafts or self.revision or commitment.value != self.drafts[-1].candidate:
                self._add(commitment)
        elif not self.checking and (not self.drafts or self.revision):
            self.weak = commitment

    def finish(self, trajectory: Trajectory) -> None:
        """The end of the text: a finished response commits what it ends in, where it could be the product."""
        self._settle_weak()
        if trajectory.truncated:
            return
        if not self.drafts:
            answer = final_answer(trajectory)
            if answer is not None:
                self.drafts.append(_Draft(answer, _skip_space(self.text, 0), len(self.text.rstrip())))
        elif self.revision and not self.checking:
            closing = reading.closing_equation(self.text, self.revision.end)
            if closing and _could_be_product(closing.value, trajectory.operands):
                self._add(closing)

    def _settle_weak(self) -> None:
        if self.weak:
            self._add(self.weak)

    def _add(self, commitment: Commitment) -> None:
        self._name_decision()
        self.drafts.append(_Draft(commitment.value, _skip_space(self.text, self.begin), commitment.end))
        self.begin = commitment.end
        self.weak = self.revision = self.check = None
        self.checking = False

    def _name_decision(self) -> None:
        """The last attempt's decision rests on the revision marker after it, else on the verification marker."""
        found = self.revision or self.check
        if self.drafts and found:
            self.drafts[-1].marker = found.marker.name


def _skip_space(text: str, start: int) -> int:
    """The first character of a stretch after white space and the end of the sentence before."""
    while start < len(text) and (text[start].isspace() or text[start] in ".,:;!*"):
        start += 1
    return start


def _could_be_product(value: str, operands: tuple[int, int]) -> bool:
    """Whether a number has as many digits as a product of such operands can have."""
    most = sum(len(str(abs(operand))) for operand in operands)
    return most - 1 <= len(value.lstrip("-")) <= most
