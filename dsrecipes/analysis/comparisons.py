"""A candidate and the total of a check that is set beside it: which of the two has the slip.

    So the product is 1596.
    Another way: … = 1586. But before I had 1596.
    Ah, for 42 × 8 I took 326, it's 336. So 1596.        the check had the slip: 1586 was no candidate

What tells is which of the two calculations holds the number that gives way, not the words. attempts.py asks on its walk
through a response.
"""

from __future__ import annotations

from typing import NamedTuple

from dsrecipes.analysis import markers, wordings
from dsrecipes.analysis.doubts import Draft
from dsrecipes.analysis.markers import Found
from dsrecipes.analysis.problem import Problem
from dsrecipes.analysis.reading import NUMBER, last_sentence, names, read_integer
from dsrecipes.analysis.stretches import steps_besides


class Comparison(NamedTuple):
    """The last two candidates of a response, of which the `check`'s may be no more than its total."""

    text: str
    said: Problem
    first: Draft
    check: Draft

    def may_be_check(self) -> bool:
        """Whether no words gave the first candidate up, and none settle on the other one."""
        doubted = self._doubted()
        return self._undecided() and (doubted is None or doubted in wordings.CONFLICTS)

    def is_open(self, end: int) -> bool:
        """Whether the text breaks off at `end` before it is told which of the two it settles on."""
        if self._doubted() or not self._undecided():
            return False
        beyond = self.ends()
        return beyond > 0 and not self._says_again(beyond, end)

    def blames_check(self, end: int) -> bool:
        """Whether the slip is found in the check, whose total is not said again up to `end`. Where it may be no check,
        as words announced another solution, the first total must come out next."""
        sure = self.may_be_check()
        if not sure and (self._doubted() in wordings.DISOWNS or not self._undecided()):
            return False
        beyond = self.ends()
        if not beyond or self._says_again(beyond, end):
            return False
        first, check = self._spans()
        totals = self.check.candidate, self.first.candidate
        return _slipped(self.text, self.said, check, first, beyond, totals, comes_out=not sure)

    def blames_first(self, doubted: int, end: int) -> bool:
        """Whether the check's total is said once more, up to `end`, as soon as the slip is found in what led to the
        first one, and before another doubt: `doubted` is where the words that doubt it begin."""
        beyond = self.ends() if self.first.candidate != self.check.candidate else 0
        if not beyond or self._says_again(beyond, doubted):
            return False
        if steps_besides(self.text[beyond:end].lower(), self.said) > wordings.STEPS_OF_SOLUTION:
            return False
        totals = self.first.candidate, self.check.candidate
        return _slipped(self.text, self.said, *self._spans(), beyond, totals)

    def is_beside(self, end: int) -> bool:
        """Whether the two are set beside each other, and the check's total is not said again up to `end`."""
        beyond = self.set_beside()
        return beyond > 0 and not self._says_again(beyond, end)

    def ends(self) -> int:
        """Where the comparison of the two ends, whatever its words; 0 if there is none."""
        instead = self._found_instead()
        if instead or wordings.NOT_FORMER.match(self.text, self.check.end):
            return instead
        return self.set_beside()

    def set_beside(self) -> int:
        """Where the sentence ends that names both, if it prefers none; 0 if there is none: "That's 1586, but before I
        had 1596.", "1596 before, 1586 now."."""
        text, first, check = self.text, self.first, self.check
        if len(self.said.product) < wordings.DIGITS_TO_COMPARE:
            return 0
        start = check.end - len(self._sentence())
        within = check.end + wordings.SET_BESIDE_WITHIN
        alone = len(self.said.product) < wordings.DIGITS_TO_TELL  # short numbers stand side by side by chance
        for number in NUMBER.finditer(text, start, within):
            value = read_integer(number[0])
            if value == first.candidate:
                break
            if alone and number.start() >= check.end and value != check.candidate:
                return 0
        else:
            return 0
        if wordings.REPLACES.search(text, check.end if number.start() > check.end else start, number.start()):
            return 0
        if wordings.CALLED_WRONG.match(text, number.end() - 1):
            return 0  # "My earlier 1596 was a mistake."
        if wordings.NOT_FORMER.match(text, number.end()) or wordings.RATHER_THAN.match(text, number.end()):
            return 0  # "1520 + 76 is 1596, not 1586"
        if wordings.REFUTED.search(text[number.end() : check.end].lower()):
            return 0  # "1596 above was in error; the correct value is 1586"
        ends = wordings.ENDS_SENTENCE.search(text, number.end(), within)
        end = ends.start() if ends else number.end()
        if wordings.TRUSTS.search(text[number.end() : end].lower()):
            return 0  # "Different from 1596, but I trust this one more."
        named = {read_integer(other) for other in NUMBER.findall(text, number.end(), end)}
        if named - {first.candidate, check.candidate}:
            end = number.end()  # the sentence goes on and tells of the slip
        return max(check.end, end)

    def _undecided(self) -> bool:
        return not self.check.adopted and self.first.candidate != self.check.candidate

    def _doubted(self) -> str | None:
        """The name of the revision marker after the first candidate."""
        marker = self.first.marker.marker if self.first.marker else None
        return marker.name if marker and marker.kind is markers.Kind.REVISION else None

    def _spans(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where the first calculation stands, and where the check does."""
        return (self.first.start, self.first.end), (self.first.end, self.check.end)

    def _found_instead(self) -> int:
        """Where "1586, instead of 1596" ends, which is no conclusion; 0 if it is not there."""
        if len(self.said.product) < wordings.DIGITS_TO_COMPARE:
            return 0
        instead = wordings.INSTEAD_OF.match(self.text, self.check.end)
        if instead is None or read_integer(instead["value"]) != self.first.candidate:
            return 0
        sentence = self._sentence()
        return 0 if self.said.stated(sentence) or wordings.CONCLUSIVE.search(sentence) else instead.end()

    def _sentence(self) -> str:
        """That of the check's total, up to there."""
        start = max(self.first.end, self.check.end - wordings.SET_BESIDE_WITHIN)
        return last_sentence(self.text[start : self.check.end])

    def _says_again(self, start: int, end: int) -> bool:
        return names(self.text, self.check.candidate, start, end)


def check_slipped(text: str, said: Problem, last: Draft, since: int, revision: Found) -> bool:
    """Whether words that seem to revise a candidate are of a check's total, which is set beside it and of no other
    account: "1586? But before I had 1596. The error: for 42 × 8 I took 326, it's 336.". The candidate was last said up
    to `since`."""
    if revision.marker.name not in wordings.CONFLICTS or len(said.product) < wordings.DIGITS_TO_COMPARE:
        return False
    start = max(last.end, since, revision.start - wordings.COMPARED_WITHIN)
    beside = text[start : revision.start].lstrip("0123456789,")
    compared = [read_integer(number[0]) for number in wordings.COMPARED.finditer(beside)]
    others = [number for number in compared if number and said.possible(number) and number != last.candidate]
    if not others or last.candidate not in compared or text.find("+", last.end, revision.start) < 0:
        return False
    if compared[-1] == last.candidate and wordings.IT_IS.search(beside):
        return False  # "1596 is wrong"
    blamed = text[revision.end : revision.end + wordings.SAME_SENTENCE].partition(". ")[0]
    if revision.marker.name != "doesn't match":
        blamed = last_sentence(beside) + blamed
    if wordings.FORMER_SLIPPED.search(blamed):
        return False
    check, first = (last.end, revision.start), (last.start, last.end)
    return _slipped(text, said, check, first, revision.end, (others[-1], last.candidate))


def _slipped(
    text: str,
    said: Problem,
    one: tuple[int, int],
    other: tuple[int, int],
    start: int,
    totals: tuple[str, str],
    *,
    comes_out: bool = False,
) -> bool:
    """Whether the slip that is found between two totals is in `one` of the calculations.

    From `start` on, a number that only that one has must give way to another. `one` and `other` are where they stand,
    `totals` what they come to: that of the `other` must come out next, if one of its own numbers is named too, or with
    `comes_out`.
    """
    of_one, of_other = (
        {*NUMBER.findall(text, max(begin, end - wordings.LONGEST_SOLUTION), end)} for begin, end in (one, other)
    )
    named, total = [], None
    for number in NUMBER.finditer(text, start, start + wordings.FOUND_WITHIN):
        value = read_integer(number[0])
        if value in totals:
            total = value
            break
        if value not in said.operands and len(number[0]) > 1:
            named.append(number[0])
    if total == totals[0] or (total is None and (comes_out or any(number in of_other - of_one for number in named))):
        return False
    slips = [number for number in named if number in of_one - of_other]
    if total and slips and len({*named}) > 1:
        return True  # the step is named by its factors, or the terms are added up again
    mended = [number for number in named if number not in of_one]
    return any(abs(len(slip) - len(now)) < 2 for slip in slips for now in mended)
