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

The rules (docs/markers.md has them with examples):

- Candidates are committed strongly ("Answer: …", a box, …) or weakly: said to be what the problem's operands give, to
  be the result, or the total of the sum before. Other numbers are work. A stretch that ends in a marker without either
  commits the number in which it closes, if that can be the product.
- Another candidate is another attempt, with or without a marker. Of two with no calculation between, the later counts.
- After a candidate, a *revision* marker begins a new attempt, which counts when a new solution commits a candidate,
  even the same. The same candidate without a calculation, or with a word of agreement, only confirms it.
- After a candidate, a *verification* marker begins a check, which leaves the decision unless it ends in another
  candidate.
- The last attempt's decision is STOP, or TRUNCATED where the response reached the token limit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter

from msgspec.structs import replace

from dsrecipes.analysis import markers, wordings
from dsrecipes.analysis.commitments import PLACES, commitments
from dsrecipes.analysis.comparisons import Comparison, check_slipped
from dsrecipes.analysis.doubts import Doubt, Draft, is_new_solution, is_solved_again, settles_on_it
from dsrecipes.analysis.markers import Found, Registry, Run, Scan
from dsrecipes.analysis.problem import Problem, problem
from dsrecipes.analysis.reading import NUMBER, Commitment, Read, last_sentence, names, read_answer, read_integer
from dsrecipes.analysis.stretches import (
    goes_over,
    is_carried,
    is_concluded,
    is_worked,
    mends_slip,
    mends_step,
    mends_sum,
    mends_value,
    repeats_step,
    steps_besides,
    works,
)
from dsrecipes.analysis.sums import closing_number, is_total, without_label
from dsrecipes.analysis.thoughts import ENDS, begins_thought, thought_ends
from dsrecipes.analysis.trajectories import Trajectory
from dsrecipes.analysis.turns import own


class Decision(StrEnum):
    STOP = "STOP"
    RESAMPLE = "RESAMPLE"
    TRUNCATED = "TRUNCATED"


@dataclass(slots=True)
class Attempt:
    """A stretch of solution, `start`..`end` in characters of the response, that ends in a committed candidate.

    `candidate` is an integer in decimal digits. `marker` is the name of the marker that the decision rests on, found at
    `marker_start`..`marker_end` of the response: the revision marker of a RESAMPLE, the verification marker of a check;
    all three are None where the response has none.
    """

    index: int
    candidate: str
    correct: bool
    decision: Decision
    marker: str | None
    marker_start: int | None
    marker_end: int | None
    start: int
    end: int


def final_answer(trajectory: Trajectory) -> str | None:
    """The final answer as the reward function reads it: an integer in decimal digits, or None."""
    return read_answer(trajectory.response)


def parse_attempts(trajectory: Trajectory, registry: Registry | None = None) -> list[Attempt]:
    """The attempts of a response, in order; empty where no candidate is committed. Never raises, whatever the text.

    `registry` holds the markers to go by; None stands for the shipped ones.
    """
    registry = registry or markers.registry()
    text = trajectory.response
    if "\\n" in text and _ESCAPED.search(text):
        text = text.replace("\\n", " \n")  # as long as before, here and below
    text = text.replace(" plus ", "  +   ")
    for sign in _TIMES:
        if sign in text:
            text = text.replace(sign, "×")
    if text != trajectory.response:
        trajectory = replace(trajectory, response=text)
    said = problem(text, trajectory.operands)
    scan = registry.scan(text)
    posed = [start for start, which in scan.places if which >= _POSED]
    ours = own(trajectory, posed, said) if posed else text
    if ours != text:
        walk = _read(trajectory, ours, registry.scan(ours), said)
        if walk.drafts or trajectory.truncated:
            return walk.attempts(trajectory)
        # It answers another problem only: whoever copies an operand wrongly still answers this one.
    return _read(trajectory, text, scan, said).attempts(trajectory)


_THOUGHTS = len(PLACES)  # the first of the places where a thought may end,
_POSED = _THOUGHTS + len(ENDS)  # and of those where a line may pose a problem
_TIMES = ("⋅", "∙", "✕", "✖", "⨯", "∗")  # signs of multiplication that are as rare as they are clear
_ESCAPED = re.compile(r'": ?"[^"\n]*\\n')  # a string of JSON with an escaped end of a line


def _read(trajectory: Trajectory, text: str, scan: Scan, said: Problem) -> _Walk:
    """The walk through a text, at its end."""
    walk = _Walk(text, said)
    places = [place for place in scan.places if place[1] < _THOUGHTS]
    events: list[tuple[int, Run | Commitment | None]] = [(run.start, run) for run in scan.runs]
    if len(places) < len(scan.places) and (
        ends := [start for start, which in scan.places if _THOUGHTS <= which < _POSED]
    ):
        events += [(end, None) for end in thought_ends(text, ends)]
    events += [(item.end, item) for item in commitments(text, places, said)]
    events.sort(key=itemgetter(0))
    for position, event in events:
        if event is None:
            walk.meet_end_of_thought(position)
        elif isinstance(event, Run):
            walk.meet_markers(event)
        else:
            walk.meet_commitment(event)
    walk.finish(truncated=trajectory.truncated)
    return walk


class _Walk:
    """Walks through markers and commitments in the order of the text, and collects attempts."""

    __slots__ = (
        "begin", "check", "checking", "disowned", "drafts", "repeated", "revision", "said", "said_again", "settled",
        "text", "thought", "weak",
    )  # fmt: skip

    def __init__(self, text: str, said: Problem) -> None:
        self.text = text
        self.said = said
        self.drafts: list[Draft] = []
        self.weak: Commitment | None = None  # the last weak commitment of the stretch, until a strong one comes,
        self.repeated = False  # and it was made twice
        self.revision: Found | None = None  # the first revision marker, and
        self.disowned = False  # one of them calls the candidate wrong
        self.check: Found | None = None  # the first verification marker, since the last candidate
        self.checking = False  # the stretch is a check: what follows a verification marker, up to a revision marker
        self.begin = 0  # where the attempt begins
        self.said_again = 0  # the end of the last candidate once more
        self.thought = False  # the outcome of a thought is told: what is solved now is its summary
        self.settled = 0  # up to where what stretches close in is read

    def meet_markers(self, run: Run) -> None:
        mends = mends_step if run.revision else mends_value
        if mends(self.text, self.said, run) or (self.drafts and mends_slip(self.text, run, self.drafts[-1].candidate)):
            return
        if mends_sum(self.text, self.said, run, first=not self.drafts):
            if self.weak and run.start - self.weak.end < wordings.BLAMED_WITHIN:
                self.weak = None  # a running sum, taken for a total
            return
        self._settle(run.start)
        self.settled = run.end
        if not self.drafts:
            return  # a correction on the way to the first candidate is part of the first attempt
        self._excuse(run.start, in_words=True)
        self.begin = run.end
        if run.revision:
            alarm = wordings.FALSE_ALARM.match(self.text, run.revision.end)
            if alarm or self._speaks_of_former(run, run.revision):  # the last candidate stands
                self.said_again = alarm.end() if alarm else run.end
                if not alarm:
                    self.revision, self.disowned = None, False
                    self.drafts[-1].from_check = False
                if run.verification and run.verification.start > run.revision.start:
                    self.check, self.checking = self.check or run.verification, True
                    self._name_decision()
                return
        if (doubt := self._doubt()) and settles_on_it(doubt, run.start):
            self._adopt()  # what follows is another doubt
        if run.revision and not self._only_checks(run, run.revision):
            if self.revision is None or run.start - self.revision.end < wordings.SAME_BREATH:
                self.disowned = self.disowned or self._is_disowned(run, run.revision)
            self.revision = self.revision or run.revision
            self.checking = False
        elif self.revision is None or (not self.disowned and self.revision.marker.name in wordings.DOUBTS_ONLY):
            self.revision = None
            self.check = self.check or run.verification or run.revision
            self.checking = True
        self._name_decision()

    def meet_commitment(self, commitment: Commitment) -> None:
        weak = self.weak
        if weak and weak.value != commitment.value:
            if works(self.text, weak.end, commitment) and not is_carried(self.text, weak):
                self._add(weak)  # a solution of its own came after it
        elif weak and (
            (self.drafts and weak.value == self.drafts[-1].candidate)
            or (is_worked(self.text, self.begin, weak.end) and self._is_solved_again(weak.end, commitment))
        ):
            self._add(weak)  # the same candidate by a new solution
            weak = None
        self.weak = None
        self._excuse(commitment.end, commitment)
        if self.drafts and commitment.value == self.drafts[-1].candidate:
            if self._is_compared(commitment):  # it was the total of a check, and the first calculation is mended
                self.said_again = commitment.end
                self._adopt()
                return
            if self.revision and commitment.end <= self.revision.start:
                return  # named between a marker and another: "Checking the answer 1596. I made a mistake."
            again = (
                self._is_new_solution(commitment)
                if self.revision
                else is_worked(self.text, self.drafts[-1].start, self.drafts[-1].end)
                and self._is_solved_again(max(self.drafts[-1].end, self.said_again), commitment)
            )
            self.said_again = commitment.end
            if not again:
                self._adopt()
                return
        if commitment.strong:
            self._add(commitment)
        else:
            # Said once more, it still stands where it was said first: a solution may have come between.
            again = weak is not None and weak.value == commitment.value
            self.repeated = again and not self._names_candidate(commitment)
            self.weak = weak if again else commitment

    def meet_end_of_thought(self, position: int) -> None:
        """What follows a thought tells its outcome: a revision in the thought is no revision of it."""
        self._settle(position)
        self._excuse(position)
        if self.revision and not begins_thought(self.text, self.revision.end, position):
            self.revision, self.disowned = None, False
        self.checking = False
        self.thought = bool(self.drafts)

    def finish(self, *, truncated: bool) -> None:
        """The end of the text: a finished response commits to what the reward function reads from it."""
        self._excuse(len(self.text))
        if truncated:
            if self.weak and not self._is_cut(self.weak):
                self._add(self.weak)
                if (compared := self._comparison()) and compared.is_open(len(self.text)):
                    self.drafts.pop()
            elif (
                self.drafts
                and not self.said.possible(self.drafts[-1].candidate)
                and wordings.CUT.fullmatch(self.text, self.drafts[-1].end)
            ):
                self.drafts.pop()  # the first digits of an answer
            return
        self._settle(len(self.text))
        answer = read_answer(self.text)
        if answer is None:
            return
        if self.drafts:
            if self.revision is None or answer == self.drafts[-1].candidate or not self.said.possible(answer):
                return
            if read_answer(self.text[self.begin :]) != answer:
                return
        self._add(Commitment(answer, self.begin, len(self.text.rstrip()), False))

    def attempts(self, trajectory: Trajectory) -> list[Attempt]:
        last = len(self.drafts) - 1
        ending = Decision.TRUNCATED if trajectory.truncated else Decision.STOP
        made = []
        for index, draft in enumerate(self.drafts):
            name = start = end = None
            if draft.marker:
                name, start, end = draft.marker.marker.name, draft.marker.start, draft.marker.end
            made.append(
                Attempt(
                    index,
                    draft.candidate,
                    draft.candidate == trajectory.ground_truth,
                    ending if index == last else Decision.RESAMPLE,
                    name,
                    start,
                    end,
                    draft.start,
                    draft.end,
                )
            )
        return made

    def _settle(self, position: int) -> None:
        """At the end of a stretch, what it committed weakly counts, or else the number in which a solution closes."""
        if self.weak:
            self._add(self.weak, position)
        elif not self.drafts or (self.revision and not self.checking):
            stretch = max(self.begin, self.settled)
            read = closing_number(self.text, stretch, position, self.said)
            if read is None:  # the first solution closes before what a revision says of it, a later one after that
                if self.drafts:
                    paragraph = self.text.find("\n\n", stretch, min(position, stretch + wordings.PARAGRAPH))
                else:
                    paragraph = self.text.rfind("\n\n", max(stretch, position - wordings.PARAGRAPH), position)
                read = closing_number(self.text, stretch, paragraph, self.said) if paragraph >= 0 else None
            closing = Commitment(read.value, max(stretch, read.start - 40), read.end, False) if read else None
            if closing and (not self.drafts or self._closes_revision(closing, position)):
                self._add(closing)

    def _is_disowned(self, run: Run, revision: Found) -> bool:
        """Whether a revision calls the last candidate wrong: by its name, or by what stands right before or after it
        ("got 3, bad. Redo:")."""
        near = last_sentence(self.text[max(self.drafts[-1].end, run.start - wordings.SAME_BREATH) : run.start])
        near += self.text[run.start : run.end + wordings.BLAMED_WITHIN]
        if ("ne " in near or " of th" in near) and wordings.ONE_OF.search(near):
            return False  # "They differ, so one of them is wrong."
        if revision.marker.name in wordings.DISOWNS:
            return True
        start = max(self.drafts[-1].end, self.said_again, run.start - wordings.BLAMED_WITHIN)
        if wordings.BLAMED.search(self.text[start : run.end].lower()):
            return True
        start = max(self.drafts[-1].end, run.start - wordings.SAME_BREATH)
        rest = wordings.SENTENCE.match(self.text, run.end)
        return wordings.DOUBTS.search(self.text[start : rest.end() if rest else run.end].lower()) is not None

    def _only_checks(self, run: Run, revision: Found) -> bool:
        """Whether a solution, or a part of it, is announced again as a check: "Double-check: let me recompute it", "Is
        that right? Once more:", "once more 1520 + 76 = 1596", "Adding once more: 1520 + 76 = 1596. Yes."."""
        if revision.marker.name == "I don't trust this" and wordings.DOUBTS_THEN_CHECKS.match(self.text, revision.end):
            return True  # "But I'm not fully convinced. Let me verify it."
        if check_slipped(self.text, self.said, self.drafts[-1], self.said_again, revision):
            return True
        holds = wordings.HOLDS.match(self.text, revision.end) is not None
        if revision.marker.name in wordings.DISOWNS:
            return holds and goes_over(self.text, revision)  # "Adding again, I was distracted: 1520 + 76 = 1596. Yes."
        if wordings.REFUTED.search(self.text[revision.end : run.end + wordings.AT_ONCE].lower()):
            return False  # "Check: each row once more. Verdict: incorrect."
        check = run.verification
        if check and check.start < revision.start:
            announced = self.text[check.start : revision.start].lower()
            itself = check.end - check.start
            checks = wordings.CHECKS.search(announced, 0, itself) or wordings.SETS_OUT_TO_CHECK.search(announced)
            between = self.text[check.end : revision.start]
            if checks and (wordings.ENDS_SENTENCE.search(between) is None or not between.strip(" \n:-*•_|>")):
                return True
        before = self.text[max(0, revision.start - wordings.SAME_SENTENCE) : revision.start]
        if wordings.ASKED.search(before) or wordings.TO_CHECK.search(before.lower()):
            return True
        blames = revision.marker.name in wordings.BLAMES_SUM
        if (
            self.revision is None
            and not blames
            and (goes_over(self.text, revision) or repeats_step(self.text, self.said, revision))
        ):
            return True
        it = wordings.ITS_VALUE.match(self.text, revision.end) if revision.marker.name == "one more time" else None
        if it and read_integer(it["value"]) == self.drafts[-1].candidate:
            return True
        again = wordings.SUM_AGAIN.match(self.text, revision.end)
        if again and read_integer(again["total"]) == self.drafts[-1].candidate:
            return True
        return holds

    def _speaks_of_former(self, run: Run, revision: Found) -> bool:
        """Whether a candidate has just taken another's place, and the words are for that one: "So, it's 1596. Sorry
        about the mix-up!", "The product is 1596, and the 1595 that I announced is withdrawn."."""
        if len(self.drafts) < 2:
            return False
        if wordings.FORMER_AT_FAULT.search(self.text, revision.start, run.end):
            return True
        in_former = wordings.IN_FORMER.match(self.text, revision.end)
        if in_former and in_former["calculation"]:  # "I made an error in my first calculation."
            return True
        names_former = self._names_former(revision)
        if names_former and not wordings.BLAMES.search(self.text, revision.end, run.end):
            return True
        if run.end != revision.end and not self.text.startswith((". ", ".\n"), revision.end):
            rest = self.text[revision.end : run.end].lower()
            if wordings.ENDS_SOON.match(rest) is None or "\n" in rest or wordings.GIVES_UP.search(rest):
                return False
        if names_former:
            return True
        since = max(self.drafts[-1].end, self.said_again)
        for again in NUMBER.finditer(self.text, max(since, revision.start - wordings.OF_FORMER_WITHIN), revision.start):
            if read_integer(again[0]) == self.drafts[-1].candidate:
                since = again.end()
        before = self.text[since : revision.start]
        if len(before) > wordings.OF_FORMER_WITHIN or steps_besides(before.lower(), self.said):
            return False
        on_other_line = "\n" in before
        if on_other_line:  # "\nSo 1595 was wrong."
            rest = self.text[revision.end : run.end].lower()  # other markers, of a check at most
            if rest and (wordings.GIVES_UP.search(rest) or not wordings.CHECKS.search(rest)):
                return False
            before = without_label(before.rpartition("\n")[2])
        if revision.marker.name == "sorry":
            return (
                len(before) <= wordings.AT_ONCE and wordings.ENDS_PARAGRAPH.match(self.text, revision.end) is not None
            )
        if revision.marker.name in wordings.DISOWNS:
            named = wordings.WITH_FORMER.match(self.text, revision.end)
            if named:  # "and I was wrong with 1595"
                return read_integer(named["value"]) == self.drafts[-2].candidate
            given_up = NUMBER.search(self.text, revision.start, revision.end)
            if given_up:  # "discard 1595"
                whole = NUMBER.match(self.text, given_up.start())
                value = read_integer(whole[0]) if whole else None
                return value == self.drafts[-2].candidate != self.drafts[-1].candidate
        if in_former:  # "a slip in the first sum"
            return True
        numbers = [read_integer(number) for number in NUMBER.findall(before)]
        if not set(numbers) <= {*self.said.operands} - {self.drafts[-2].candidate}:
            return numbers == [self.drafts[-2].candidate]
        former = wordings.FORMER.search(before)
        return former is not None and (not on_other_line or wordings.WAS.match(before, former.end()) is not None)

    def _names_former(self, revision: Found) -> bool:
        """Whether the candidate before the last one is the number that the sentence names: "So 1595 is wrong."."""
        former, last = self.drafts[-2:]
        start = max(last.end, revision.start - wordings.SAME_BREATH)
        named = NUMBER.findall(last_sentence(self.text[start : revision.start]))
        return [read_integer(number) for number in named] == [former.candidate] != [last.candidate]

    def _is_cut(self, weak: Commitment) -> bool:
        """Whether a number ends the text, so that more may have followed, and is not known to be a total."""
        if wordings.CUT.fullmatch(self.text, weak.end) is None:
            return False
        start = weak.end - len(weak.value)
        if not without_label(self.text[self.text.rfind("\n", 0, start) + 1 : start]).strip():
            return True  # a line that begins with a number may have gone on
        return not is_total(self.text, weak.start, Read(weak.value, start, weak.end))

    def _closes_revision(self, closing: Commitment, position: int) -> bool:
        """Whether the number in which a revision closes comes from a new solution; it may only speak of the old one."""
        if closing.value == self.drafts[-1].candidate:
            return self._is_new_solution(closing, position)
        return self.revision is not None and works(self.text, self.revision.end, closing)

    def _doubt(self) -> Doubt | None:
        """What is known of the last candidate and the revision marker after it; None where there is none."""
        if self.revision is None or not self.drafts:
            return None
        former = self.drafts[-2] if len(self.drafts) > 1 else None
        return Doubt(self.text, self.said, former, self.drafts[-1], self.revision, self.check, self.disowned)

    def _is_new_solution(self, commitment: Commitment, end: int | None = None) -> bool:
        doubt = self._doubt()
        return doubt is not None and is_new_solution(doubt, commitment, end)

    def _is_solved_again(self, start: int, commitment: Commitment) -> bool:
        """Also where no marker doubts the candidate; what follows a thought is its summary."""
        return not self.thought and is_solved_again(self.text, self.said, start, commitment)

    def _excuse(self, position: int, commitment: Commitment | None = None, *, in_words: bool = False) -> bool:
        """Drops the last candidate if it was only a check's, which is put right, and the one before it comes out after
        all: "… = 1586. Not 1596? Ah, 42 × 8 is 336, so it is 1596.". With `in_words`, words must say so."""
        compared = self._comparison()
        if compared is None:
            return False
        before, last = compared.first, compared.check
        other = not in_words if commitment is None else commitment.value != last.candidate
        if other and compared.blames_check(commitment.start if commitment else position):
            self._drop_check(commitment.end if commitment and commitment.value == before.candidate else last.end)
            return True
        returns = commitment is not None and commitment.value == before.candidate
        if before.candidate == last.candidate or not (last.checked or returns):
            return False
        since = self.text[last.end : min(position, last.end + wordings.LONGEST_EXCUSE)]
        comes_out = -1
        for number in NUMBER.finditer(since):
            at = number.start()
            if read_integer(number[0]) == before.candidate and wordings.COMES_OUT.search(
                since[max(0, at - 24) : at].lower()
            ):
                comes_out = number.end()
                break
        if comes_out < 0 and returns:
            comes_out = position - last.end
        if not 0 <= comes_out <= len(since):
            return False
        beside = commitment is not None and returns and compared.is_beside(commitment.start)
        open_yet = (last.checked or beside) and not last.adopted
        few = (
            open_yet
            and (beside or not self.disowned)
            and not in_words
            and len(wordings.STEP.findall(since[:comes_out].lower())) < wordings.STEPS_OF_SOLUTION
        )
        told = self.text[last.end : last.end + comes_out + wordings.SEEN_AFTER].lower()
        stands = (
            (open_yet and wordings.STANDS.search(told, comes_out))
            or (last.checked and wordings.FORMER_RIGHT.search(told))
            or wordings.CHECK_AT_FAULT.search(told)
        )
        if not (few or stands):
            return False
        self._drop_check(last.end + comes_out)
        return True

    def _drop_check(self, position: int) -> None:
        """The last candidate was only a check's: the one before it stands, as is known at `position`."""
        self.drafts.pop()
        self.said_again = self.begin = position
        self.weak = self.revision = None
        self.disowned = self.repeated = False

    def _names_candidate(self, commitment: Commitment) -> bool:
        """Whether the sentence in which a number is committed once more names the last candidate beside it."""
        if not self.drafts:
            return False
        ends = wordings.ENDS_SENTENCE.search(self.text, commitment.end, commitment.end + wordings.SET_BESIDE_WITHIN)
        near = self.text[max(0, commitment.end - wordings.SET_BESIDE_WITHIN) : commitment.end]
        start = commitment.end - len(last_sentence(near))
        return names(self.text, self.drafts[-1].candidate, start, ends.start() if ends else commitment.end)

    def _comparison(self) -> Comparison | None:
        """The last two candidates, of which the last may be a check's total."""
        return Comparison(self.text, self.said, *self.drafts[-2:]) if len(self.drafts) > 1 else None

    def _is_compared(self, commitment: Commitment) -> bool:
        """Whether the last candidate is the total of a check only, set beside the one before it: what is committed now
        has come of finding which of the two is wrong."""
        compared = self._comparison()
        if compared is None:
            return False
        last = compared.check
        if commitment.value == last.candidate:
            doubted = self.revision.start if self.revision else commitment.start
            if compared.blames_first(doubted, commitment.end):
                return True
        if not compared.may_be_check():
            return False
        if commitment.value == last.candidate:
            mended = self.text[last.end : commitment.start]
            if wordings.NOT_FORMER.match(mended):
                return False  # "So 1596, not 1586. No, all that again: …": another doubt
            steps = len(wordings.STEP.findall(mended.lower()))
            return steps < wordings.STEPS_OF_SOLUTION and compared.set_beside() > 0
        since = self.text[last.end : last.end + wordings.SET_BESIDE_WITHIN].lower()
        return wordings.AT_ODDS.search(since) is not None and compared.is_beside(commitment.start)

    def _add(self, commitment: Commitment, until: int = 0) -> None:
        if self.revision and self.drafts and self.drafts[-1].from_check:
            self.drafts.pop()  # the check's own value was no candidate: a new attempt was announced, and has come
            if self.drafts and commitment.value == self.drafts[-1].candidate:
                self._stand_by(commitment)
                return
        if self._excuse(commitment.end, commitment) and commitment.value == self.drafts[-1].candidate:
            self._stand_by(commitment)
            return
        if self._is_compared(commitment):
            self.drafts.pop()
        # What was added up before the words that doubt it is the check's, though it is said after them.
        checked = self.checking or (
            self.check is not None and self.revision is not None and commitment.start < self.revision.start
        )
        self._name_decision()
        from_check = False
        if self.checking and until:  # "… = 1596, but I had 1595. A mistake!": what follows solves for this 1596
            paragraph = self.text.find("\n\n", until, until + 200)
            between = self.text[commitment.end : paragraph if paragraph >= 0 else until][:400]
            former = wordings.FORMER.search(between) is not None
            replaced = wordings.CALLED_WRONG.search(between) or wordings.RATHER_THAN.match(between)
            between = between.translate(wordings.UNGROUPED)
            former = former or self.drafts[-1].candidate in between
            from_check = former and not replaced and commitment.value not in between
        self.drafts.append(
            Draft(
                commitment.value,
                min(_skip_space(self.text, self.begin), commitment.end),
                commitment.end,
                checked=checked,
                from_check=from_check,
                adopted=commitment.strong
                or self.repeated
                or (checked and is_concluded(self.text, self.said, commitment)),
            )
        )
        self._begin_anew(commitment.end)

    def _adopt(self) -> None:
        """The last candidate is settled on: no doubt of it is left."""
        self.revision, self.disowned = None, False
        self.drafts[-1].from_check, self.drafts[-1].adopted = False, True

    def _stand_by(self, commitment: Commitment) -> None:
        """The last candidate is said once more and stands."""
        self.said_again = commitment.end
        self._begin_anew(commitment.end)

    def _begin_anew(self, position: int) -> None:
        """What follows a candidate: nothing is doubted, checked or committed yet."""
        self.begin = position
        self.weak = self.revision = self.check = None
        self.checking = self.disowned = self.repeated = False

    def _name_decision(self) -> None:
        """The last attempt's decision rests on the revision marker after it, else on the verification marker."""
        found = self.revision or self.check
        if self.drafts and found:
            self.drafts[-1].marker = found


def _skip_space(text: str, start: int) -> int:
    """The first character of a stretch after white space and the end of the sentence before."""
    match = wordings.BETWEEN.match(text, start)
    return match.end() if match else start
