"""Whether a candidate that a text says once more, after a doubt of it, comes from a new solution or is only confirmed.

A new solution commits an attempt of its own, even to the same value. A check does not, whatever it calculates, nor does
a doubt that only goes back over what is there. attempts.py asks on its walk through a response.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from dsrecipes.analysis import markers, wordings
from dsrecipes.analysis.markers import Found
from dsrecipes.analysis.problem import ROUGH, Problem
from dsrecipes.analysis.reading import NUMBER, Commitment, last_sentence, read_integer
from dsrecipes.analysis.stretches import (
    adds_again,
    blames_check,
    derives,
    goes_back_over,
    is_worked,
    operand_steps,
    steps_besides,
    totals_another,
    works,
)


@dataclass(slots=True)
class Draft:
    """A candidate of a response that is still being read, with the attempt at `start`..`end` that led to it."""

    candidate: str
    start: int
    end: int
    marker: Found | None = None
    checked: bool = False  # a check ended in it,
    from_check: bool = False  # and compares it with the candidate before
    adopted: bool = False  # it is said to be the answer, or said once more


class Doubt(NamedTuple):
    """The words after the last candidate that may revise it.

    `former` is the candidate before it, `check` the first verification marker after it; `disowned`: it is called wrong.
    """

    text: str
    said: Problem
    former: Draft | None
    last: Draft
    revision: Found
    check: Found | None
    disowned: bool

    @property
    def begin(self) -> int:
        """Where the words that doubt the candidate end: what follows may solve the problem again."""
        return self.revision.end


def is_new_solution(doubt: Doubt, commitment: Commitment, end: int | None = None) -> bool:
    """Whether a revision led to the same candidate by a new solution, rather than to its confirmation.

    The confirmation may stand up to `end`; None stands for the end of the commitment's sentence.
    """
    text, last = doubt.text, doubt.last
    if _is_told(doubt):
        return False
    if blames_check(text, max(last.end, doubt.revision.start - wordings.SAME_SENTENCE), commitment):
        return False
    if _mends_check(doubt, commitment) or settles_on_it(doubt, commitment.end):
        return False
    if _weighs(doubt) and wordings.REVISITS.search(text, last.end, doubt.begin + wordings.ANNOUNCED_WITHIN):
        return False  # the candidate before it is mended, and comes to the last one: "Back to the first sum: …"
    if last.checked:
        resolved = _resolves_check(doubt, commitment)
        last.checked = last.from_check = False  # what comes after this commitment is no longer about the check
        if resolved:
            return False
    if not (_is_one_step(doubt, commitment) or _comes_out(doubt, commitment)):
        return False
    if _tells_sum(doubt, commitment):
        return False
    if not doubt.disowned and (
        _comes_too(text, doubt.begin, commitment)
        or adds_again(text, doubt.begin, commitment)
        or _is_told_as_check(doubt, commitment)
        or goes_back_over(
            text, doubt.said, text[doubt.former.end if doubt.former else 0 : last.end], doubt.begin, commitment.end
        )
    ):
        return False
    return not _is_confirmed(doubt, commitment, end)


def _is_told(doubt: Doubt) -> bool:
    """Whether "Corrected: …" tells a correction that the candidate has come from: "76, not 75, so 1596. Corrected
    solution: …"."""
    if doubt.revision.marker.name != "correction" or doubt.former is None:
        return False
    mended = doubt.former.marker
    if mended is None or mended.marker.kind is not markers.Kind.REVISION:
        return False
    if len(wordings.STEP.findall(doubt.text, doubt.last.start, doubt.last.end)) > 1:
        return False
    announced = wordings.ANNOUNCED.match(doubt.text, doubt.begin)
    return announced is not None and not wordings.BLAMES.search(announced[0])


def _mends_check(doubt: Doubt, commitment: Commitment) -> bool:
    """Whether a check that contradicted the candidate is put right in one step, after which it agrees: "That gives
    1586, not 1596. Ah, 42 × 8 is 336, not 326. 1260 + 336 = 1596."."""
    if doubt.disowned or doubt.check is None or doubt.check.start > doubt.revision.start:
        return False
    start = max(doubt.begin, commitment.end - wordings.LONGEST_SOLUTION)
    return len(wordings.STEP.findall(doubt.text[start : commitment.end].lower())) < wordings.STEPS_OF_SOLUTION


def settles_on_it(doubt: Doubt, position: int) -> bool:
    """Whether a conflict with an earlier value is settled in words for the last candidate before `position`, and
    before anything is solved again: "That differs from 1595. The second way is simpler, so I trust 1596.", "1596 now
    and 1595 before, so something is wrong. I wrote 42 × 8 is 326. So it is 1596."."""
    told = doubt.text[doubt.begin : min(position, doubt.begin + wordings.SETTLED_WITHIN)]
    weighs = _weighs(doubt)
    for number in NUMBER.finditer(told):
        if read_integer(number[0]) != doubt.last.candidate:
            continue
        before = told[: number.start()]
        steps = steps_besides(before.lower(), doubt.said)
        if steps >= wordings.STEPS_OF_SOLUTION:
            return False
        after = wordings.WORDS.match(told, number.end())
        said = (last_sentence(before) + (after[0] if after else "")).lower()
        if wordings.TRUSTS.search(said) and not wordings.MISTRUSTS.search(said) and not before.endswith(" not "):
            return True
        if (weighs or (wordings.AS_BEFORE.search(said) and not steps)) and "+" not in before:
            return True
        if weighs and wordings.FORMER_AT_FAULT.search(before):
            return True
    return False


def _weighs(doubt: Doubt) -> bool:
    """Whether the line of a doubt, or the line above words on both, sets the last candidate beside the one before: "I
    got 1596 now and 1595 before, so something is wrong.", "1596 now, 1595 before" above "They can't both be right."."""
    if doubt.former is None or doubt.former.candidate == doubt.last.candidate:
        return False
    if len(doubt.said.product) < wordings.DIGITS_TO_TELL:
        return False
    marker = doubt.text[doubt.revision.start : doubt.revision.end]
    if " both " not in marker and doubt.revision.marker.name not in wordings.CONFLICTS:
        return False
    before = doubt.text[max(0, doubt.revision.start - wordings.WEIGHED_WITHIN) : doubt.revision.start]
    above, _, line = before.rpartition("\n")
    if wordings.OF_TWO.search(line + marker):  # below what differs
        line = above.rstrip("\n").rpartition("\n")[2] + line
    told = {read_integer(number) for number in NUMBER.findall(line)}
    return doubt.former.candidate in told and wordings.APART.search(line) is not None


def _resolves_check(doubt: Doubt, commitment: Commitment) -> bool:
    """Whether a candidate in which a check ended is said once more without a solution: it is chosen, or stands."""
    start = max(doubt.begin, commitment.start - wordings.LONGEST_SOLUTION)
    steps = (set(step.findall(doubt.text, start, commitment.end)) for step in (wordings.STEP, wordings.PRODUCT))
    if max(map(len, steps)) > 1:
        return False
    return doubt.last.from_check or wordings.SUM_GIVES.search(doubt.text, start, commitment.end) is None


def _is_one_step(doubt: Doubt, commitment: Commitment) -> bool:
    """Whether a candidate comes about without a calculation or as the product of two digits, as it did in the
    attempt before: "8 × 2 = 16" is a solution in full."""
    last = doubt.last
    if doubt.disowned:
        between = doubt.text[doubt.begin : commitment.end][: 2 * wordings.LONGEST_STEP]
        if "+" not in between and wordings.DIRECTLY.search(between.lower()):
            return True  # "Let me start again. From memory, it is 16."
        between = between[: wordings.LONGEST_STEP]
        unworked = not is_worked(doubt.text, last.start, last.end)
        if unworked and "+" not in between and wordings.IN_WORDS.search(between):
            return True  # "Let me start again. That is 2 groups of 8. So 16."
    if len(doubt.said.product) > 2 or doubt.text.find("+", last.start, last.end) >= 0:
        return False
    return wordings.STEP.search(doubt.text[commitment.start : commitment.end].lower()) is not None


def _comes_out(doubt: Doubt, commitment: Commitment) -> bool:
    """Whether what is calculated after a revision may come to a candidate, so that it is more than a test of it."""
    if not works(doubt.text, doubt.begin, commitment):
        return False
    if derives(doubt.text, doubt.said, doubt.begin, commitment):
        return True
    told = doubt.text[max(doubt.begin, commitment.start - wordings.LONGEST_SOLUTION) : commitment.start]
    if commitment.strong and commitment.end - doubt.begin < wordings.LONGEST_STEP:
        tests = wordings.CHECKS.search(told.lower()) or ROUGH.search(told.lower())
        return not tests and NUMBER.search(last_sentence(told)) is None  # "8 × 2 = 16. Answer: 1596"
    return doubt.disowned and (doubt.said.stated(told) or operand_steps(told, doubt.said) >= wordings.STEPS_OF_SOLUTION)


def _tells_sum(doubt: Doubt, commitment: Commitment) -> bool:
    """Whether a solution is the sum alone in which the last candidate has just been corrected: "1520 + 76 = 1596,
    not 1586. Solution 2: 1520 + 76 = 1596."."""
    last = doubt.last
    if doubt.former is None or max(last.end - last.start, commitment.end - doubt.begin) > wordings.LONGEST_SUM:
        return False
    before, again = doubt.text[last.start : last.end], doubt.text[doubt.begin : commitment.end]
    if "+" not in before or "+" not in again or "\n" in before:
        return False
    corrects = doubt.text[last.start : last.end + wordings.SAME_SENTENCE].translate(wordings.UNGROUPED)
    if doubt.former.candidate not in corrects:
        return False
    if steps_besides(f"{before}\n{again}".lower(), doubt.said):
        return False
    return {number for number in NUMBER.findall(again) if len(number) > 1} <= set(NUMBER.findall(before))


def _is_told_as_check(doubt: Doubt, commitment: Commitment) -> bool:
    """Whether a doubt leads to a check, not to a new start: "I was careless. Test by the other order: 42 × 30"."""
    told = doubt.text[doubt.begin : min(commitment.start, doubt.begin + wordings.ANNOUNCED_WITHIN)].lower()
    step = wordings.STEP.search(told)
    if step is None or wordings.STARTS_ANEW.search(told, 0, step.start()):
        return False
    return wordings.CHECKS.search(last_sentence(told[: step.start()])) is not None


def _is_confirmed(doubt: Doubt, commitment: Commitment, end: int | None) -> bool:
    """Whether words confirm the candidate at the beginning or the end of what follows the doubt."""
    if end is None:
        sentence = (wordings.SENTENCE if doubt.disowned else wordings.LINE).match(doubt.text, commitment.end)
        end = sentence.end() if sentence else commitment.end
    start = max(doubt.begin, end - wordings.LONGEST_SOLUTION)
    between = doubt.text[start:end].lower()
    in_full = (doubt.disowned or doubt.check is None) and ("+" in between or len(wordings.STEP.findall(between)) > 1)
    in_full = in_full or (
        doubt.disowned and len(doubt.said.product) < 3 and wordings.DIRECTLY.search(between) is not None
    )
    if len(between) > 2 * wordings.TELLS_OUTCOME:  # what is between tells of steps, some of which are confirmed too
        outcome = between[-wordings.TELLS_OUTCOME :]
        between = between[: wordings.TELLS_OUTCOME] + (outcome.rpartition("+")[2] if in_full else outcome)
    confirms = wordings.CONFIRMS.search(between)
    if confirms and in_full:  # "the same as before" is said of a new solution, too
        confirms = wordings.CONFIRMS.search(wordings.SAME.sub("", wordings.OF_ADDITION.sub("", between)))
    return confirms is not None


def _comes_too(text: str, start: int, commitment: Commitment) -> bool:
    """Whether a candidate is what comes out "too", and not of a new start: "By the other order it's 1596 as well."."""
    if wordings.TOO.match(text, commitment.end) is None:
        return False
    announced = text[start : start + wordings.ANNOUNCED_WITHIN].lower()
    said = last_sentence(text[max(start, commitment.end - wordings.SAME_BREATH) : commitment.end]).lower()
    return not (wordings.STARTS_ANEW.search(announced) or wordings.NEW.search(said))


def is_solved_again(text: str, said: Problem, start: int, commitment: Commitment) -> bool:
    """Whether the candidate before `start` comes once more from a whole new solution, after words that give the
    first one up ("no no, again:") and are no marker; else it is a check, a summary, a message after a thought."""
    start = max(start, commitment.end - wordings.LONGEST_SOLUTION)
    between = text[start : commitment.end + wordings.SEEN_AFTER].lower()
    sums = "+" in between
    if not sums and "->" not in between and "→" not in between:
        return False
    gives_up = wordings.GIVES_UP.search(between, 0, wordings.ANNOUNCED_WITHIN)
    step = wordings.STEP.search(between) if gives_up else None
    if gives_up is None or step is None or step.start() < gives_up.end():
        return False
    if _comes_too(text, start, commitment):
        return False
    announced = max(wordings.ANNOUNCED_WITHIN, between.find("+"))
    if wordings.CHECKS.search(between, 0, min(announced, commitment.end - start)):
        return False
    if wordings.REVISITS.search(text, start, start + wordings.ANNOUNCED_WITHIN):
        return False  # the candidate before it is mended, and comes to the last one
    if wordings.WRITES_UP.search(between, 0, commitment.end - start):
        return False
    if totals_another(between, commitment.value) or adds_again(text, start, commitment):
        return False
    solution = text[max(0, start - wordings.LONGEST_SOLUTION) : start]
    if goes_back_over(text, said, solution, start, commitment.end):
        return False
    steps = len(wordings.STEP.findall(between, 0, (commitment.end if sums else commitment.start) - start))
    return steps > 1 and "✅" not in between and wordings.CONFIRMS.search(between) is None
