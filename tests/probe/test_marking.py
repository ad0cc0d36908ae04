"""Which characters of a response are decisions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dsrecipes.analysis.attempts import parse_attempts
from dsrecipes.analysis.markers import registry
from dsrecipes.analysis.trajectories import Trajectory
from dsrecipes.probe.marking import Marks, mark


def trajectory(response: str, *, operands: tuple[int, int] = (38, 42), truncated: bool = False) -> Trajectory:
    return Trajectory(
        id="1",
        model="m",
        size="2x2",
        operands=operands,
        prompt=f"Calculate {operands[0]} * {operands[1]}. Think step by step.",
        response=response,
        ground_truth=str(operands[0] * operands[1]),
        finish_reason="length" if truncated else "stop",
        seed=0,
        sample=0,
    )


def marks(response: str, *, truncated: bool = False) -> Marks:
    given = trajectory(response, truncated=truncated)
    return mark(given, parse_attempts(given), registry())


def shown(response: str, *, truncated: bool = False) -> str:
    """The response with its decision text in brackets, and END where the end-of-turn token decides."""
    found = marks(response, truncated=truncated)
    for start, end in reversed(found.spans):
        response = f"{response[:start]}[{response[start:end]}]{response[end:]}"
    return response + ("[END]" if found.stop else "")


SOLUTION = "38 * 2 = 16 + 60 = 76\n38 * 40 = 320 + 1200 = 1520, 76 + 1520 = 1596\nAnswer: 1596"
WRONG = "38 * 2 = 16 + 60 = 76\n38 * 40 = 320 + 1200 = 1530, 76 + 1530 = 1606\nAnswer: 1606"


def test_an_answer_without_a_check_decides_at_its_end_alone() -> None:
    assert shown(SOLUTION) == f"{SOLUTION}[END]"


def test_a_check_that_accepts() -> None:
    checked = "\nLet me check.\n38 * 2 = 16 + 60 = 76 ok\nCorrect. Answer: 1596"
    assert shown(SOLUTION + checked) == (
        f"{SOLUTION}[\nLet me check].\n38 * 2 = 16 + 60 = 76[ ok\nCorrect]. Answer: 1596[END]"
    )


def test_a_check_that_rejects_and_the_new_attempt_after_it() -> None:
    row = "38 * 40 = 320 + 1200 = 1520"
    revise = "I made a mistake. Let me recompute"
    for checked, marked in (
        (f"{row}, was 1530 wrong\n{revise}.\n", f"{row}, was 1530[ wrong\n{revise}].\n"),
        (f"{row}, not 1530\n{revise}.\n", f"{row}[, not] 1530[\n{revise}].\n"),
        (f"{row}\nnot 1530\n{revise}.\n", f"{row}[\nnot] 1530[\n{revise}].\n"),
        (f"{row} (not 1530)\n{revise}.\n", f"{row} ([not] 1530)[\n{revise}].\n"),
        (f"{row} not 1530, knot 3\n{revise}.\n", f"{row}[ not] 1530, knot 3[\n{revise}].\n"),
    ):
        expected = f"{WRONG}[\nLet me check].\n{marked}{SOLUTION}[END]"
        assert shown(f"{WRONG}\nLet me check.\n{checked}{SOLUTION}") == expected


def test_an_acceptance_counts_also_where_the_check_ended_in_another_candidate() -> None:
    text = f"{WRONG}\nLet me check.\n76 + 1520 = 1596 ok\nCorrect. Answer: 1596"
    assert shown(text).endswith("[\nLet me check].\n76 + 1520 = 1596[ ok\nCorrect]. Answer: 1596[END]")


def test_plain_words() -> None:
    text = (
        "38 × 42 = 1606.\n\nWait, let me double-check: 38 × 42 = 1596. That doesn't match, so I made a mistake. "
        "The answer is \\boxed{1596}."
    )
    found = shown(text)
    assert "[\n\nWait, let me double-check]" in found
    assert "I made a mistake]" in found
    assert found.endswith("\\boxed{1596}.[END]")


def test_a_response_that_was_cut_off_does_not_stop() -> None:
    assert not marks(SOLUTION, truncated=True).stop


def test_words_before_the_first_candidate_decide_nothing() -> None:
    before = f"Wait, let me think again. That is wrong, not 5.\n{SOLUTION}"
    assert shown(before) == f"{before}[END]"


@pytest.mark.parametrize(
    "verdict",
    [
        "ok", "okay", "correct", "incorrect", "right", "wrong", "match", "matches", "mismatch", "agree", "disagrees",
        "confirms", "confirmed", "verified", "consistent", "inconsistent", "checks out", "✓", "✗", "≠", "!=", "OK",
    ],
)  # fmt: skip
def test_every_verdict_after_a_candidate_decides(verdict: str) -> None:
    assert shown(f"{SOLUTION}\nIs 1596 {verdict} here") == f"{SOLUTION}\nIs 1596[ {verdict}] here[END]"


def test_a_marker_that_the_analyser_names_decides_wherever_it_stands() -> None:
    given = trajectory(f"{WRONG}\nOn we go.\n{SOLUTION}")
    first, second = parse_attempts(given)
    start = given.response.index("On we go")
    named = replace(first, marker="own", marker_start=start, marker_end=start + len("On we go"))
    found = mark(given, [named, second], registry())
    assert (found.spans, found.silent) == (((start - 1, start + len("On we go")),), 0)


@pytest.mark.parametrize("text", ["", "I do not know."])
def test_without_a_candidate_there_is_no_decision(text: str) -> None:
    assert marks(text) == Marks((), stop=False, silent=0)


def test_an_attempt_without_a_word_before_it_is_counted_as_silent() -> None:
    found = marks(f"{WRONG}\n{SOLUTION}")
    assert (found.spans, found.silent) == ((), 1)
    assert marks(f"{WRONG}\nLet me recompute.\n{SOLUTION}").silent == 0
    later = marks(f"{WRONG}\n{SOLUTION}\nLet me check.\n38 * 2 = 76 ok\nCorrect. Answer: 1596")
    assert (len(later.spans), later.silent) == (2, 1)  # words behind the second do not make it spoken
