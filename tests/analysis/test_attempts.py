"""A response is read as the attempts and decisions that its writer made."""

from __future__ import annotations

import random
import re

import pytest
import styles.common
from hypothesis import given, settings
from hypothesis import strategies as st
from reads import read, trajectory
from styles import (
    development,
    development_2,
    development_3,
    development_4,
    development_5,
    development_15,
    development_18,
    development_20,
)
from synthetic import STYLES, Style, samples

from dsrecipes.analysis.attempts import Attempt, final_answer, parse_attempts
from dsrecipes.analysis.markers import Kind, MarkerEntry, registry
from dsrecipes.analysis.trajectories import Trajectory, parse_record
from dsrecipes.task import solutions
from dsrecipes.task.multiplication import Size, training_problems

PLAIN = """8 * 2 = 16
30 * 2 = 60, 16 + 60 = 76
8 * 40 = 320, 76 + 320 = 396
30 * 40 = 1200, 396 + 1200 = 1596
Answer: 1596"""

REFLECTION = """8 * 2 = 16
30 * 2 = 60, 16 + 60 = 75
8 * 40 = 320, 75 + 320 = 395
30 * 40 = 1200, 395 + 1200 = 1595
Answer: 1595
Let me check.
8 * 2 = 16 ok
30 * 2 = 60 ok
16 + 60 = 76, not 75
I made a mistake. Let me recompute.
8 * 2 = 16
30 * 2 = 60, 16 + 60 = 76
8 * 40 = 320, 76 + 320 = 396
30 * 40 = 1200, 396 + 1200 = 1596
Answer: 1596
Let me check.
8 * 2 = 16 ok
30 * 2 = 60 ok
Correct. Answer: 1596"""


@pytest.mark.parametrize("style", STYLES)
def test_trajectories_of_known_truth_are_read_exactly(style: type[Style]) -> None:
    written = samples(400, style())
    wrong = [
        (item.truth, read, item.record["response"])
        for item in written
        if (read := [(a.candidate, str(a.decision)) for a in parse_attempts(parse_record(item.record))]) != item.truth
    ]
    assert wrong == []


WRITERS = [
    style
    for module in (development, development_2, development_3, development_4, development_5)
    for style in module.STYLES.values()
]


THINKERS = list(development_15.STYLES.values())


@pytest.mark.parametrize(
    ("style", "share"),
    [*((style, 0.98) for style in WRITERS), *((style, 0.95) for style in THINKERS)],
    ids=lambda given: getattr(given, "name", ""),
)
def test_the_styles_of_many_models_are_read(style: styles.common.Style, share: float) -> None:
    assert _share_exact(styles.common.samples(100, style)) >= share


def _share_exact(written: list[styles.common.Sample]) -> float:
    exact = [
        [(item.candidate, str(item.decision)) for item in parse_attempts(parse_record(sample.record))] == sample.truth
        for sample in written
    ]
    return sum(exact) / len(exact)


@pytest.mark.parametrize(
    ("module", "share"), [(development_18.STYLES, 0.96), (development_20.STYLES, 0.93)], ids=["length", "doubt"]
)
def test_thoughts_that_doubt_are_read(module: dict[str, styles.common.Style], share: float) -> None:
    assert _share_exact([item for style in module.values() for item in styles.common.samples(50, style)]) >= share


def test_a_plain_solution_is_one_attempt_that_stops() -> None:
    (attempt,) = parse_attempts(trajectory(PLAIN))
    assert (attempt.candidate, attempt.correct, attempt.decision, attempt.marker) == ("1596", True, "STOP", None)
    assert PLAIN[attempt.start : attempt.end] == PLAIN


def test_a_check_that_finds_an_error_leads_to_a_second_attempt() -> None:
    first, second = parse_attempts(trajectory(REFLECTION))
    assert (first.candidate, first.correct, first.decision) == ("1595", False, "RESAMPLE")
    assert first.marker == "I made a mistake"
    assert (second.candidate, second.correct, second.decision) == ("1596", True, "STOP")
    assert second.marker == "let me check"


def test_a_decision_names_its_marker_and_where_it_stands() -> None:
    first, second = parse_attempts(trajectory(REFLECTION))
    assert REFLECTION[first.marker_start : first.marker_end] == "I made a mistake"
    assert REFLECTION[second.marker_start : second.marker_end] == "Let me check"
    (plain,) = parse_attempts(trajectory(PLAIN))
    assert (plain.marker, plain.marker_start, plain.marker_end) == (None, None, None)


def test_the_markers_to_go_by_can_be_extended() -> None:
    text = "Answer: 1596\nBack to square one.\n8 * 2 = 16\nAnswer: 1596"
    assert len(parse_attempts(trajectory(text))) == 1
    mine = registry((MarkerEntry("square one", Kind.REVISION, "back to square one"),))
    first, _ = parse_attempts(trajectory(text), mine)
    assert (first.decision, first.marker) == ("RESAMPLE", "square one")


def test_an_attempt_spans_from_its_first_step_to_its_candidate() -> None:
    first, second = parse_attempts(trajectory(REFLECTION))
    assert REFLECTION[first.start : first.end].startswith("8 * 2 = 16\n30 * 2 = 60, 16 + 60 = 75")
    assert REFLECTION[first.start : first.end].endswith("Answer: 1595")
    assert REFLECTION[second.start : second.end].startswith("8 * 2 = 16\n30 * 2 = 60, 16 + 60 = 76")
    assert REFLECTION[second.start : second.end].endswith("Answer: 1596")


@pytest.mark.parametrize("verdict", [", was {} wrong", ", not {}"])
def test_the_value_of_a_check_is_no_candidate_where_a_new_attempt_follows(verdict: str) -> None:
    """A product of one row: the check works out all of it, and still only says that the answer is wrong."""

    row = "38 * 42 = 336 + 1260 = "

    def rejected(answer: str) -> str:
        check = f"{row}1596{verdict.format(answer)}\nI made a mistake. Let me recompute."
        return f"{row}{answer}\nAnswer: {answer}\nLet me check.\n{check}\n"

    text = f"{rejected('1595')}{rejected('1586')}{row}1596\nAnswer: 1596"
    assert read(text) == [("1595", "RESAMPLE"), ("1586", "RESAMPLE"), ("1596", "STOP")]


def test_the_product_of_a_row_is_no_candidate_where_the_other_rows_are_zero() -> None:
    """92 * 50: the row for 50 has the whole problem on its left, and is added to the row for 0 at once."""
    text = "38 * 0 = 0 + 2 = 2\n38 * 40 = 320 + 1200 = 1520, 2 + 1520 = 1522\nAnswer: 1522"
    assert read(text, operands=(38, 40)) == [("1522", "STOP")]


@pytest.mark.parametrize("check", ["casting_out_nines", "casting_out_nines_difference"])
@pytest.mark.parametrize("digits", ["highest_first", "lowest_first"])
def test_a_check_by_casting_out_nines_has_no_candidates(
    check: solutions.CheckName, digits: solutions.DigitOrder
) -> None:
    rng = random.Random(0)
    for problem in training_problems([Size(4, 1), Size(2, 2), Size(3, 2), Size(3, 3)], 200, 0):
        text = solutions.reflection(problem, rng, error_rate=0.6, max_attempts=3, check=check, digits=digits)
        stated = re.findall(r"\nAnswer: (\d+)\nLet me check", text)
        decisions = [*["RESAMPLE"] * (len(stated) - 1), "STOP"]
        assert read(text, operands=problem.operands) == list(zip(stated, decisions, strict=True))


def test_digits_from_the_lowest_on_are_no_candidate_beside_the_answer() -> None:
    rows = "725 * 0 = 0 + 0 + 0 = 0\n725 * 70 = 053 + 0041 + 00094 = 05705, 0 + 05705 = 05705\n"
    assert read(rows + "Answer: 50750", operands=(725, 70)) == [("50750", "STOP")]
    # Where no answer is said, the number of the equation is all there is.
    assert read("725 * 70 = 050750", operands=(725, 70)) == [("50750", "STOP")]


def test_a_number_in_the_first_place_is_read_whatever_the_text_ends_in() -> None:
    assert read("1596\nWait, let me recompute.\nAnswer: 1590")[0] == ("1596", "RESAMPLE")


@pytest.mark.parametrize("found", ["16 + 60 = 75 wrong", "16 + 60 = 76, not 75"])
def test_equations_of_a_check_are_no_candidates(found: str) -> None:
    assert read(f"Answer: 1595\nLet me check.\n8 * 2 = 16 ok\n{found}\n") == [("1595", "STOP")]


def test_the_answer_repeated_after_a_check_is_no_new_attempt() -> None:
    assert read("Answer: 1596\nLet me check.\n8 * 2 = 16 ok\nCorrect. Answer: 1596") == [("1596", "STOP")]


def test_a_check_that_ends_in_another_candidate_is_a_resample() -> None:
    assert read("Answer: 1595\nLet me check.\n8 * 2 = 16 ok\nAnswer: 1596") == [("1595", "RESAMPLE"), ("1596", "STOP")]


def test_a_revision_that_commits_the_same_candidate_is_a_resample() -> None:
    text = "Answer: 1595\nI made a mistake. Let me recompute.\n8 * 2 = 16\nAnswer: 1595"
    assert read(text) == [("1595", "RESAMPLE"), ("1595", "STOP")]


def test_a_revision_without_a_new_candidate_leaves_the_decision() -> None:
    text = (
        "Answer: 1595\nLet me check.\n16 + 60 = 76, not 75\nI made a mistake. Let me recompute.\n8 * 2 = 16\n30 * 2 ="
    )
    assert read(text) == [("1595", "STOP")]
    assert read(text, finished=False) == [("1595", "TRUNCATED")]


def test_a_response_that_was_cut_off_ends_truncated() -> None:
    assert read(PLAIN, finished=False) == [("1596", "TRUNCATED")]
    assert read(REFLECTION, finished=False) == [("1595", "RESAMPLE"), ("1596", "TRUNCATED")]
    assert read("8 * 2 = 16\n30 * 2 = 60, 16 +", finished=False) == []


def test_a_correction_before_any_candidate_is_part_of_the_first_attempt() -> None:
    assert read("30 * 2 = 50. Wait, I made a mistake. Let me recompute. 30 * 2 = 60\nAnswer: 1596") == [
        ("1596", "STOP")
    ]


def test_a_repaired_ending_without_the_word_answer_is_a_candidate_where_it_could_be_the_product() -> None:
    text = "Answer: 1595\nI made a mistake. Let me recompute.\n38 * 40 = 1520\n1520 + 76 = 1596"
    assert read(text) == [("1595", "RESAMPLE"), ("1596", "STOP")]


def test_several_answers_without_a_marker_are_several_attempts() -> None:
    assert read("Answer: 1595\nAnswer: 1596\nAnswer: 1596") == [("1595", "RESAMPLE"), ("1596", "STOP")]


@pytest.mark.parametrize(
    "said",
    [
        "So 38 × 42 = 1596",
        "So $38 \\times 42 = 1{,}596$.",
        "42 * 38 = 1596",
        "38 × 42 = 38 × 40 + 38 × 2 = 1520 + 76 = 1596",
        "\\begin{align}38 \\times 42 &= 38 \\times 40 + 38 \\times 2 \\\\\n&= 1520 + 76 \\\\\n&= 1596\\end{align}",
        "The product of 38 and 42 is **1,596**.",
        "The answer is 1596.",
        "**Final Answer:**\n\n\\[ \\boxed{1596} \\]",
        "**Answer:** 1,596",
        "<answer>1596</answer>",
        "#### 1596",
    ],
)
def test_a_candidate_is_found_however_it_is_committed(said: str) -> None:
    """A check after it shows that it was seen as a candidate, not as the last number of the text."""
    text = f"First 38 × 40 = 1520 and 38 × 2 = 76. {said}\n\nWait, that's wrong. Let me recompute. The answer is 1597."
    assert read(text) == [("1596", "RESAMPLE"), ("1597", "STOP")]


@pytest.mark.parametrize(
    "said",
    ["That makes it 1596.", "All in all, 1596!", "and so we arrive at **1,596**", "The bottom line reads 1596"],
)
def test_the_total_of_a_sum_said_once_more_is_a_candidate_whatever_the_words(said: str) -> None:
    text = f"38 × 40 = 1520\n38 × 2 = 76\n1520 + 76 = 1596\n{said}\n\nOr else: 40 × 42 − 83. The answer is 1597."
    assert read(text) == [("1596", "RESAMPLE"), ("1597", "STOP")]


TABLE = "| part | value |\n|---|---:|\n| 38 × 40 | 1,520 |\n| 38 × 2 | {} |\n"


@pytest.mark.parametrize(
    "row",
    [
        "**Total** | **{}**",
        "Σ | {}",
        "Sum | | {}",
        " | | **{}**",
        "**38 × 42** | {}",
        "Altogether | {}",
        "Total | ~~9,999~~ | {}",
    ],
)
def test_the_last_cell_of_a_row_of_totals_is_a_candidate(row: str) -> None:
    first, second = (
        f"{TABLE.format(part)}| {row.format(total)} |\n\n" for part, total in ((76, "1,596"), (66, "1,586"))
    )
    assert read(f"{first}❌ Row 2 is wrong.\n\n{second}Done.") == [("1596", "RESAMPLE"), ("1586", "STOP")]


@pytest.mark.parametrize(
    "session",
    [
        ">>> 38 * 40\n1520\n>>> 38 * 2\n76\n>>> 1520 + 76\n1596\n",
        ">>> x = 38 * 40\n>>> x\n1520\n>>> y = 38 * 2\n>>> print(y)\n76\n>>> x + y\n1596\n",
        "In [1]: a = 38 * 40\n\nIn [2]: a\nOut[2]: 1520\n\nIn [3]: a + 76\nOut[3]: 1596\n",
        "> 38 * 40\n1520\n> 38 * 2\n76\n> 1520 + 76\n1596\n",
    ],
)
def test_what_an_interpreter_shows_of_a_step_is_no_candidate(session: str) -> None:
    assert read(f"{session}So the answer is 1596.") == [("1596", "STOP")]


def test_the_step_below_the_heading_of_an_answer_is_no_candidate() -> None:
    assert read("Answer:\n38 × 40 = 1520\n38 × 2 = 76\n1520 + 76 = 1596\nAnswer: 1596") == [("1596", "STOP")]


def test_what_else_the_operands_give_is_no_candidate() -> None:
    text = "The midpoint of 38 and 142 is 90, so it is 90² - 52² = 8100 - 2704 = 5396. The answer is 5396."
    assert read(text, operands=(38, 142)) == [("5396", "STOP")]


def test_escaped_lines_of_json_are_lines() -> None:
    text = r'{"thought": "1520 + 66 = 1586.\nSo 1586.\nThat is wrong. Redo.\n1520 + 76 = 1596.", "answer": 1596}'
    assert read(text) == [("1586", "RESAMPLE"), ("1596", "STOP")]


SOLVED = "38 × 40 = 1520, 38 × 2 = 66, 1520 + 66 = 1586\nAnswer: 1586\n\n"


@pytest.mark.parametrize(
    "doubt",
    [
        "Hmm, something feels off... no, I went over it and everything is fine.",
        "I keep fearing I made a mistake. But all of it checks out.",
        "Perhaps I forgot a carry. No, I didn't.",
        "It is easy to make a mistake here, so I looked twice.",
        "I have a feeling that something is wrong. Yet I cannot find anything.",
        "I thought I had dropped a digit; false alarm.",
        "Maybe I should start over with a grid... no need, the result stands.",
        "Let me redo that step: 38 × 2 = 66. Yes.",
    ],
)
def test_a_doubt_that_is_taken_back_is_no_revision(doubt: str) -> None:
    assert read(f"{SOLVED}{doubt}\n\nThe last digit: 8 × 2 ends in 6.\n\nThe answer is 1586.") == [("1586", "STOP")]


@pytest.mark.parametrize("disowned", ["That is wrong.", "No, that can't be right.", "I made a mistake.", "Scrap that."])
def test_a_whole_solution_after_the_candidate_was_called_wrong_is_an_attempt(disowned: str) -> None:
    again = "42 × 30 = 1260, 42 × 8 = 326, 1260 + 326 = 1586. The same number as before. So the answer is 1586."
    assert read(f"{SOLVED}{disowned} {again}") == [("1586", "RESAMPLE"), ("1586", "STOP")]


def test_the_total_under_a_column_is_a_candidate() -> None:
    text = "```\n   38\nx  42\n----\n   76\n+1520\n----\n 1596\n```\nIt reads 1596.\n\nNo, wrong. The answer is 1597."
    assert read(text) == [("1596", "RESAMPLE"), ("1597", "STOP")]


@pytest.mark.parametrize(
    "work",
    [
        "38 × 42 = 38 × (40 + 2)",
        "We need 38 × 42.",
        "| 38 × 40 | 1520 |",
        "5 + 38 × 42 = 1601",
        "38 × 420 = 15960",
        "138 × 42 = 5796",
        "the partial products are 1520 and 76",
        "The product of 38 and 40 is 1520.",
        "First result: 1520\nThen 1520 + 76 =",
        "As an estimate, 38 × 42 = 1600 or so, which is close",
        "People have multiplied since 2000 BC",
        "The answer to 38 × 40 is 1520.",
    ],
)
def test_work_is_no_candidate(work: str) -> None:
    assert read(f"{work}\n\nWait, let me recompute. The answer is 1596.") == [("1596", "STOP")]


@pytest.mark.parametrize(
    "check",
    [
        "Let me check whether I made a mistake.",
        "Let me verify by recalculating: 40 × 42 − 2 × 42 = 1680 − 84.",
        "I'll go back and check that there is no mistake: 1596 / 42 = 38 ✓",
    ],
)
def test_a_check_that_speaks_of_mistakes_is_no_revision(check: str) -> None:
    assert read(f"The answer is 1596. {check} So the answer is 1596.") == [("1596", "STOP")]


@pytest.mark.parametrize(
    "doubt",
    [
        "Did I make a mistake? 38 × 40 = 1520 and 38 × 2 = 76.",
        "There is no error: 38 × 40 = 1520.",
        "I could try again, but 38 × 40 = 1520 is clear.",
        "Let me recompute 38 × 40 to be safe: 1520.",
        "Wait, 38 × 40 = 1520. Fine.",
        "Wait, that's wrong. Or no, it isn't.",
    ],
)
def test_a_doubt_that_leads_nowhere_leaves_the_decision(doubt: str) -> None:
    assert read(f"The answer is 1596. {doubt} The answer is 1596.") == [("1596", "STOP")]


WORKED = "38 × 40 = 1520, 38 × 2 = 76, 1520 + 76 = 1596."


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("<think>", "</think>"),
        ("<Thought>", "</Thought><Output>"),
        ("[THINK]", "[/THINK]"),
        ("◁think▷", "◁/think▷"),
        ("", "</reasoning>"),
        ("", "</seed:think>"),
        ("<|begin_of_thought|>", "<|end_of_thought|>\n\n<|begin_of_solution|>"),
        ("analysis", "assistantfinal"),
        ("<|channel|>analysis<|message|>", "<|end|><|start|>assistant<|channel|>final<|message|>"),
        ("<thinking>", "<answer>"),
        ("Here is my thought process:", "Here is my response:"),
    ],
)
def test_the_outcome_of_a_thought_is_no_new_attempt(begin: str, end: str) -> None:
    text = f"{begin}{WORKED} So it is 1596. Hmm, no, I made a mistake?! No.{end}\n\n{WORKED}\n"
    assert read(f"{text}\\boxed{{1596}}") == [("1596", "STOP")]
    assert read(f"{text}The answer is 1586.") == [("1596", "RESAMPLE"), ("1586", "STOP")]


def test_answer_tags_end_no_thought_where_none_was_opened() -> None:
    text = f"{WORKED} <answer>1596</answer> I made a mistake. {WORKED} <answer>1596</answer>"
    assert read(text) == [("1596", "RESAMPLE"), ("1596", "STOP")]


@pytest.mark.parametrize(
    ("words", "decisions"),
    [
        ("I feel uneasy here.", ["RESAMPLE", "STOP"]),
        ("no no, that one goes in the bin", ["RESAMPLE", "STOP"]),
        ("Ugh. Properly now:", ["RESAMPLE", "STOP"]),
        ("As a test, from the other side.", ["STOP"]),
        ("Now respond.\n\n---", ["STOP"]),
        ("| Step | Value |\n|---|---|", ["STOP"]),
        ("**Step-by-step explanation**", ["STOP"]),
    ],
)
def test_a_whole_new_solution_is_an_attempt_after_words_that_give_the_first_one_up(
    words: str, decisions: list[str]
) -> None:
    solution = "38 × 40 = 1520\n38 × 2 = 76\n1520 + 76 = 1596\nAnswer: 1596\n"
    assert read(f"{solution}\n{words}\n{solution}") == [("1596", decision) for decision in decisions]


def test_a_candidate_said_twice_stands_where_it_was_said_first() -> None:
    text = "38 × 42 = 1595\n2nd way:\n38 × 40 = 1520\n38 × 2 = 76\n1520 + 76 ->\n/= 1595. so\nans: 1596"
    assert read(text) == [("1595", "RESAMPLE"), ("1596", "STOP")]


@pytest.mark.parametrize("label", ["   <-- answer", "   = result", "  <- product", " (total)"])
def test_a_label_may_point_at_a_candidate(label: str) -> None:
    column = "```\n   38\nx  42\n-----\n   76\n+1520\n-----\n {}" + label + "\n```\n"
    text = f"{column.format(1586)}That is wrong.\n{column.format(1596)}"
    assert read(text) == [("1586", "RESAMPLE"), ("1596", "STOP")]


@pytest.mark.parametrize(
    "text",
    [
        "```\n  1520\n+   76\n------\n  1596\n```\n38 × 42 = 1596",  # the first term of a column
        "```output\n1520\n1596\n```\nSo it's 1596 in the end.",  # all but the last of what is printed
        "print(answer)\n```\n1520\n76\n1596\n```\n38 × 42 = 1596",
        "First, 38 times 40.\n\nThat gives 1520.\n\nThen 38 times 2 = 76.\n\n1520 + 76 = 1596. The result is 1596.",
        "Digit by digit. The digits in order form 1596, so 38 × 42 = 1596.",
        "The program gives 1596 for 38 × 42.",
    ],
)
def test_a_step_is_no_candidate_wherever_it_stands(text: str) -> None:
    assert read(text) == [("1596", "STOP")]


def test_a_program_that_is_run_again_is_a_new_solution() -> None:
    run = "```python\nprint(multiply(38, 42))\n```\n```output\n1596\n```\nThe product is 1596.\n"
    assert read(f"{run}The program has a mistake. The fixed one:\n{run}") == [("1596", "RESAMPLE"), ("1596", "STOP")]


def test_a_number_that_the_end_cuts_off_is_no_candidate() -> None:
    assert read("Answer: 1595\nI made a mistake.\nSo 38 * 42 = 15", finished=False) == [("1595", "TRUNCATED")]


@pytest.mark.parametrize(
    "gibberish",
    [
        "",
        " \n ",
        "= = Answer Answer: : ok Let me check. Let me check. wrong I made a mistake. Let me",
        "Let me recompute. Let me recompute.",
        "\\boxed{\\boxed{",
        "Answer: 1,59,6 or 7",
        "\ud800 Answer: \x00",
    ],
)
def test_text_without_an_answer_has_no_attempt(gibberish: str) -> None:
    assert read(gibberish) == []


PIECES = st.sampled_from(
    ["Answer: ", "1596", "38 * 42 = ", "\n", "Let me check. ", "I made a mistake. ", "\\boxed{", "}", "<answer>", "=",
     "$", "Let me recompute. ", "answer is ", "####", "**", " wrong", "not ", ",", "wait", "</think>", "\\", "38", "×",
     "１５９６", " + ", "the product is ", "\n----\n", "is", " as the product", "matches ", "total ", "try ",
     "again ", "≈"]
)  # fmt: skip


@settings(max_examples=10_000, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join), st.booleans())
def test_no_text_raises_and_the_spans_are_in_order(text: str, finished: bool) -> None:
    attempts = parse_attempts(trajectory(text, finished=finished))
    assert_ordered(attempts, len(text))
    final_answer(trajectory(text))


@settings(max_examples=200, deadline=None)
@given(st.integers(), st.integers())
def test_no_operands_raise(first: int, second: int) -> None:
    text = f"{first} * {second} = {first * second}. Wait, I made a mistake: {first}. The answer is {second}."
    assert_ordered(parse_attempts(trajectory(text, operands=(first, second))), len(text))


def test_operands_of_thousands_of_digits_do_not_raise() -> None:
    assert parse_attempts(
        Trajectory("t", "m", "s", (10**4000, 10**4000), "p", "1 + 1 = 2. Wait.", "0", "stop", None, 0, 0)
    )


def assert_ordered(attempts: list[Attempt], length: int) -> None:
    edges = [edge for attempt in attempts for edge in (attempt.start, attempt.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= length for edge in edges)
    assert [attempt.index for attempt in attempts] == list(range(len(attempts)))
    assert all(attempt.decision == "RESAMPLE" for attempt in attempts[:-1])
    assert all((attempt.marker is None) == (attempt.marker_start is None) for attempt in attempts)


@pytest.mark.parametrize("square", ["40² - 2²", "40**2 - 2**2", "40^2 - 2^2"])
def test_a_power_is_no_candidate(square: str) -> None:
    text = f"38 * 42 = (40 - 2)(40 + 2) = {square}\n1600 - 4 = 1596\nSo the product is 1596."
    assert read(text) == [("1596", "STOP")]


def test_a_problem_set_before_its_first_step_is_no_equation() -> None:
    check = "Let me verify this. 38 * 42: 38 * 40 = 1520, 38 * 2 = 76. Total 1520 + 76 = 1596."
    assert read(f"{WORKED}So 38 * 42 = 1586.\n{check} So it should be 1596.") == [
        ("1586", "RESAMPLE"),
        ("1596", "STOP"),
    ]


def test_an_answer_that_it_is_then() -> None:
    text = f"{WORKED}So 38 * 42 = 1586.\nAs a check, 38 * 40 = 1520 and 38 * 2 = 76. It is 1596, then."
    assert read(text) == [("1586", "RESAMPLE"), ("1596", "STOP")]


def test_a_remainder_is_no_candidate() -> None:
    text = "6 * 2 = 12. As 6 and 2 are the factors, the product should be 3 mod 9, and it is."
    assert read(text, operands=(6, 2)) == [("12", "STOP")]


@pytest.mark.parametrize(
    "text",
    [
        "38 x 42 = 38 x (40 + 2) = 38 x 40 + 38 x 2 = 1520 + 76 = 1596",  # 38 times a sum
        "**Solution:**\n42 = 40 + 2\n38 × 40 = 1520\n38 × 2 = 76\n1520 + 76 = 1596\nAnswer: 1596",
        f"{WORKED}So 38 × 42 = 1596.\n\nTo check, round the numbers to 40 and 40. Their product is 1600.",
        "38 × 40 = 1520\n38 × 2 = 76\n*   Sum: 1520 + 76 = 1596\n\n16.  **Construct the Response:**\n38 × 42 = 1596",
        f"{WORKED}Answer: 1596\nThe answer 1595 must be wrong.",
    ],
)
def test_what_only_looks_like_a_statement_is_no_candidate(text: str) -> None:
    assert read(text) == [("1596", "STOP")]


SLIPPED = "38 × 40 = 1520\n38 × 2 = 66\n1520 + 66 = 1586\n\nAnswer: 1586\n\n"
STEPS = "    *   38 × 40 = 1520\n    *   38 × 2 = {}\n    *   Sum: 1520 + {} = {}\n\n"


def test_the_total_of_a_list_is_a_candidate_where_a_heading_begins_a_check() -> None:
    text = f"{STEPS.format(66, 66, 1586)}4.  **Verification (Other Split):**\n{STEPS.format(76, 76, 1596)}"
    assert read(f"{text}Self-Correction: 1586 was wrong. Use 1596.") == [("1586", "RESAMPLE"), ("1596", "STOP")]


def test_a_candidate_that_is_discarded_is_not_stated_again() -> None:
    text = f"{STEPS.format(76, 76, 1596)}**Recalculate:**\nWait, that's incorrect. Discard 1596.\n"
    assert read(f"{text}{STEPS.format(76, 76, 1596)}**Sanity Check:** fine.") == [
        ("1596", "RESAMPLE"),
        ("1596", "STOP"),
    ]


def test_a_sum_of_all_parts_is_a_candidate_however_wrong() -> None:
    text = (
        "38 × 40 = 152\n38 × 2 = 76\n152 + 76 = 228\n\n38 ends in 8, but 228 is too small. So I've made an error.\n\n"
    )
    assert read(f"{text}{WORKED}38 × 42 = 1596") == [("228", "RESAMPLE"), ("1596", "STOP")]


@pytest.mark.parametrize(
    ("words", "decisions"),
    [
        ("The answer 1586 must therefore be replaced by 1596.", [("1586", "RESAMPLE"), ("1596", "STOP")]),
        ("I replace the answer 1586 with 1596.", [("1586", "RESAMPLE"), ("1596", "STOP")]),
        ("Thus, 1596 instead of 1586.", [("1586", "RESAMPLE"), ("1596", "STOP")]),
        ("The second way gives 1586 vs 1596. I think 1596 is the right one.", [("1586", "RESAMPLE"), ("1596", "STOP")]),
        ("In the row, 1580 is replaced by 1520.", [("1586", "STOP")]),
    ],
)
def test_another_number_may_take_the_place_of_a_candidate(words: str, decisions: list[tuple[str, str]]) -> None:
    assert read(f"{SLIPPED}Let me look at 38 × 2 again: 76, not 66. {words}") == decisions


@pytest.mark.parametrize(
    ("announced", "candidates"),
    [
        ("Corrected total:", ["1586", "1596"]),
        ("Revised solution:\n38 × 40 = 1520\n38 × 2 = 76\n", ["1586", "1596"]),
        (
            "Corrected solution: that is wrong as well, once more.\n38 × 40 = 1520\n38 × 2 = 76\n",
            ["1586", "1596", "1596"],
        ),
    ],
)
def test_a_correction_that_is_told_once_more_is_no_new_attempt(announced: str, candidates: list[str]) -> None:
    text = f"{SLIPPED}That is a mistake: 1520 + 76 = 1596.\n\n{announced} 1520 + 76 = 1596\nAnswer: 1596"
    assert [candidate for candidate, _ in read(text)] == candidates


RIGHT = [("1596", "STOP")]


@pytest.mark.parametrize(
    "text",
    [
        # Asked for or announced as a check, a whole second solution revises nothing.
        "38 * 42 = 1596\n\nIs that right? Once more:\n38 * 40 = 1520\n38 * 2 = 76\n1520 + 76 = 1596\n\nGood, 1596.",
        "The answer is 1596.\n**Verify:** Let me recompute it.\n42 * 30 = 1260\n42 * 8 = 336\n1260 + 336 = 1596",
        # What is mended at once is a step of the check, not the candidate.
        "Answer: 1596\nLet me check.\n42 * 30 = 1360. No, that is wrong, 42 * 30 = 1260\n42 * 8 = 336\n"
        "1260 + 336 = 1596",
        # Said once more behind a comma that groups no digits.
        "38 * 42 = 1,596.\n\nWait, let me check that.\n\n1,520 + 76 = 1,596.\n\nYes, same answer, 1,596. Great.",
        # A part of it once more, and right.
        "1520 + 76 = 1596\nSo 38 * 42 = 1596.\nAdding once more: 1520 + 76 = 1596. Yes.\n\nFinal answer: 1596",
        "1520 + 76 = 1596\nAnswer: 1596.\nGoing over 38 * 40: 30 * 40 + 8 * 40 = 1200 + 320 = 1520. That is right.",
        "Answer: 1596. Hmm, is that all? Yes.\n\nHere is the multiplication broken down:\n1520 + 76 = 1596",
        # A step told in two sentences.
        "First take 38 and multiply it with 40. This gives 1520.\n38 * 2 = 76\nThe total is 1596.",
        "38 * 42 = (38)(40 + 2)\n= 1520 + 76\n= 1596",
        # Another problem, in words.
        "1520 + 76 = 1596\nAnswer: 1596\n\nA train goes 31 miles a day. What does it do in 57 days?\n"
        "31 * 57 = 1767\nThe answer is 1767.",
    ],
)
def test_what_only_looks_like_a_revision_leaves_the_candidate(text: str) -> None:
    assert read(text) == RIGHT


@pytest.mark.parametrize(
    "text",
    [
        # The check's value, and then what is wrong with the answer before it.
        "Answer: 1595\nDouble-check: let me recompute it.\n42 * 30 = 1260\n42 * 8 = 336\n1260 + 336 = 1596\n"
        "This is different, so the first answer was a mistake.\nThe slip: 38 * 2 is 76, not 75.\nAnswer: 1596",
        # Said to be right, in words that name no answer.
        "The product is 1595.\nCross-check: 42 * 30 = 1260, 42 * 8 = 336\n1260 + 336 = 1596\n"
        "That means 1595 above was in error; the correct value is **1596**.",
        # No mark ends the sentence before the conclusion.
        "So we get 1595. Let's verify: 42 * 30 = 1260\n42 * 8 = 336\nThen 1260 + 336 = 1596 So the result is 1596.",
    ],
)
def test_a_candidate_that_a_check_replaces_is_followed_by_one_attempt(text: str) -> None:
    assert read(text) == [("1595", "RESAMPLE"), ("1596", "STOP")]


@pytest.mark.parametrize(
    "again",
    [
        "That is incorrect. Redoing the steps:\n```python\na = 38\nb = 42\nresult = a * b\nresult\n```\n"
        "```output\n1596\n```",
        "But it may be off. Let me take it apart and compute it more carefully.\n38 * 40 = 1520\n38 * 2 = 76\n"
        "1520 + 76 = 1596",
        "So that's off. Going through it again:\n38 * 40 = 1520\n38 * 2 = 76\n1520 + 76 = 1596",
        # What is confirmed on the way is a step.
        "I think 1596 is wrong. Let me start over, with 42 as 30 + 12, and more care for the places this time.\n\n"
        "38 * 30 = 1140. Let me verify that: 30 * 30 + 8 * 30 = 900 + 240 = 1140. Yep, that matches.\n\n"
        "38 * 12 = 456. Let me verify that: 30 * 12 + 8 * 12 = 360 + 96 = 456. Yep, that matches as well.\n\n"
        "Next step is the addition. 1140 + 456 = 1596. So it's 1596 again.",
        "**Critique**\nThe steps were taken on faith.\n\n**Draft 2**\n42 * 30 = 1260\n42 * 8 = 336\n1260 + 336 = 1596",
        # Disowned by the second of two markers.
        "Starting afresh. I'm not satisfied with 1596; the way I got there was muddled. 38 * 40 = 1520, 38 * 2 = 76, "
        "1520 + 76 = 1596. Interestingly, this leads to the same value.",
        "That's not right. Again: 38 * 40 = 1520. 38 * 2 = 76. Answer 1596. Is 38 * 2 = 76 okay? 1596 stands.",
    ],
)
def test_the_same_candidate_by_a_new_solution_is_an_attempt(again: str) -> None:
    assert read(f"The product is 1596.\n\n{again}\nThe product is 1596.") == [("1596", "RESAMPLE"), ("1596", "STOP")]


LARGE = (4321, 5678)  # 24534638


@pytest.mark.parametrize(
    "text",
    [
        # A running sum: the line below goes on with it, or its sum has fewer terms than the one before.
        "4321 × 5678\n\n= 21605000 + 2592600 + 337038\n\n= 21605000 + 2592600 = 24197600\n\n"
        "24197600 + 337038 = 24534638\n\n24534638",
        "4321 × 5678 = 4321 × (5000 + 600 + 78)\n\n= 4321 × 5000 = 21605000\n+ 4321 × 600 = 2592600\n"
        "+ 4321 × 78 = 337038\n\nTotal = 24534638\n\n24534638",
        "Adding the parts:\n\n21605000\n+ 2592600\n= 24197600\n\n24197600\n+  337038\n= 24534638\n\n**24534638**",
        "Add the second: 21605000\n+ 2592600\n= 24197600\n\nAdd the third: 24197600\n+ 337038\n= 24534638\n\n24534638",
        "Start with the larger two: 21605000 + 2592600 = 24197600. So those two come to 24197600.\n\n"
        "Now add the last one, 337038: 24197600 + 337038. That makes 24534638. So the product is 24534638.",
        "Adding: 21605000 + 2592600 = 24197600 (wait... yes, 24197600). 24197600 + 337038 = 24534638.\n\n"
        "The product is 24534638.",
        "* 4321 × 5600 = 24197600\n  * Subtotal: 24197600\n* 4321 × 78 = 337038\n  * Subtotal: 24534638\n\n"
        "The tally ends at 24534638, so 4321 × 5678 = 24534638.",
        # What a line works out for a partial product, rightly or not, and says once more.
        "First, 4321 × 5600: 4000 × 5600 + 321 × 5600 = 22400000 + 1797600 = 25197600. So that's 25197600.\n\n"
        "Hmm, that looks too much: 4321 × 5000 + 4321 × 600 = 24197600. And 4321 × 78 = 337038.\n\n"
        "Adding up, 24197600 + 337038 = 24534638. The product is 24534638.",
        # A step, at the end of what looks like a chain.
        "4321 × 5678 = 4321 × (5600 + 78)\n\n= 4321 × 5600 = 24197600\n= 4321 × 78 = 337038\n\n"
        "Sum:\n24197600\n+ 337038\n= 24534638\n\n24534638",
        "4321 × 5678 = 24970000 − (435362).\nNow 24970000 − 435362 = 24534638.\nThe answer is 24534638.",
        # What another product comes to is a step, however it is summed.
        "First, 4321 × 5600:\n- 4000 × 5600 = 22400000\n- 321 × 5600 = 1797600\n"
        "- Sum: 22400000 + 1797600 = 24197600\n\n"
        "Wait, no! The right way is to take 4321 × 5678 apart. It is 24197600 + 337038 = 24534638.\nAnswer: 24534638",
        # Digits grouped as LaTeX's amsmath has it.
        "\\[4321 \\times 5678 = 24,\\!197,\\!600 + 337,\\!038 = 24,\\!534,\\!638\\]\n\\[\\boxed{24,\\!534,\\!638}\\]",
        # Broken off.
        "\\[4321 \\times 5678 = 24197600 + 337038 = 24,  (wait, properly)\\]\n"
        "24197600 + 337038 = 24534638\n\\boxed{24534638}",
        "We split 4321. 4000 × 5600 + 321 × 5600 = 22400000 + 1797600 = 25197600. So we have 25197600.\nLet me check. "
        "It is 24197600. 4321 × 78 = 337038.\n24197600 + 337038 = 24534638\nThe answer is 24534638.",
        # Added again, or computed a second time, to back it up.
        "24197600 + 337038 = 24534638. So the product is 24534638.\n\nHold on, let me add those again. "
        "24197600 + 337038 = 24534638. Okay, good.",
        "24197600 + 337038 = 24534638\n\nSo the value is 24534638.\n\nOne more computation to back it up. By places:"
        "\n5678 × 4000 = 22712000\n5678 × 321 = 1822638\n22712000 + 1822638 = 24534638\n\nAlso 24534638.",
        "24197600 + 337038 = 24534638\n\nLet me add once more: \\(24197600 + 337038 = 24534638\\). Good.\n\n"
        "The product is \\(\\boxed{24534638}\\)",
        "24197600 + 337038 = 24534638\nThe answer is 24534638.\n<reflection>\nLet me add again: 24197600 + 337038 = "
        "24534638. The addition is correct.\n</reflection>\n\nHere are my steps:\n- 4321 × 5600 = 24197600\n"
        "- 4321 × 78 = 337038\n- Total: 24197600 + 337038 = 24534638\n<answer>24534638</answer>",
        # A slip of a step of the check.
        "4321 × 5678 = 24534638.\n\nLet me check with 5678 = 5600 + 78:\n\nFirst, 4321 × 5600 is 25197600. Actually "
        "no, I made a slip: 4321 × 56 = 241976, append two zeros: 24197600.\n\nThen 4321 × 78 = 337038.\n\n"
        "Adding: 24197600 + 337038 = 24534638\n\nSo 24534638 is right.",
        # A recalculation that is announced as a check.
        "\\boxed{24534638}\n\nHowever, let me double-check the sum. Recalculating it: 24197600 + 337038 = 24534638.\n\n"
        "So the answer is \\boxed{24534638}",
        "The answer is 24534638.\n\nWait, 4321 times 78 is 337038? Yes, 4321 × 78 = 302470 + 34568 = 337038. Okay.\n"
        "The final answer is 24534638.",
        # Added or read once more.
        "4321 × 5678 = 24534638.\n\nWait, let me add the terms again. 24197600 + 337038: 24000000 + 337038 = 24337038, "
        "24337038 + 197600 = 24534638. Right.\n\nThe answer is 24534638.",
        "So it's 24534638 in total.\n\nBut hold on, let me go through that once more. 4321 × 5600 is 24197600 and "
        "4321 × 78 is 337038, which add up. So 24197600 + 337038 = 24534638.\n\nThe answer is 24534638.",
        "The answer is 24534638.\n\n## Step 4: Reflect\nLet's recalculate 4321 * 78: 4321 × 70 + 4321 × 8 = 302470 + "
        "34568 = 337038. This agrees with the step above.\n\nThe answer is 24534638.",
        # A check that is at fault itself.
        "4321 × 5678 = 24534638.\n\nLet me check it by 5678 × (4000 + 321). That would be 24534738? That doesn't agree "
        "with 24534638. I took 5678 × 321 as 1822738, but it's 1822638. So the check was wrong, not the result; with "
        "that fixed it's 24534638 as well.\n\nThe answer is 24534638.",
        "4321 × 5678 = 24534638\nverify with 5678 × (4000 + 321)\n= 24534738\nnot the same? 5678 × 321 = 1822638 but I "
        "used 1822738\nso the verify was wrong, with 1822638 it is 24534638, same, ok\nAnswer: 24534638",
        "4321 × 5678 = 24534638.\n\nMod 9: I'd expect 7, but 24534638 has 8. An error? 4321 is 1, 5678 is "
        "8, so it is 8 indeed. The mistake was in the check. 4321 × 5600 = 24197600, 4321 × 78 = 337038, together "
        "**24534638**.",
        # A step's value that is put right, and no more.
        "Answer: 24534638\n\n**Another way:**\n- 5678 × 4000 = 22711000\n  *(Correction: 22712000, misplaced digit.)*\n"
        "- 5678 × 321 = 1822738 (wrong) -> 1822638\n- 22712000 + 1822638 = 24534638\n\nThe answer is 24534638.",
        # Headings, digits and remainders.
        "#### 1. Split it\n5678 = 5600 + 78\n#### 2. Multiply\n4321 × 5600 = 24197600\n4321 × 78 = 337038\n"
        "#### 3. Add\n24197600 + 337038 = 24534638\n\nThe result is 24534638.\nThe units digit of the answer is 8.",
    ],
)
def test_a_solution_in_many_lines_is_one_attempt(text: str) -> None:
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


@pytest.mark.parametrize(
    "said",
    [
        ". So that would be {}.",
        "\n\n[6] This gives the product {}.",
        ".\nVoice 2: And the total?\nVoice 1: That is {}.",
        ". => {}.",
        " ⟶ {}\n4321 × 5678 ⟶ {}",
        ". That leads me to {}. It has the right size.",
        ".\nI end up with {}.",
        ". Sum it up. {} for 4321 × 5678.",
    ],
)
def test_a_total_may_be_said_in_a_sentence_of_its_own(said: str) -> None:
    first, second = (said.replace("{}", total) for total in ("24534628", "24534638"))
    text = f"4321 × 5600 = 24197600\n4321 × 78 = 337028\n24197600 + 337028{first}\n\nThat's wrong. Start over.\n\n"
    text += f"4321 × 5600 = 24197600\n4321 × 78 = 337038\n24197600 + 337038{second}"
    assert read(text, operands=LARGE)[:2] == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "split", ["Write 5678 as 5600 + 78. So that's 4321 times each.", "5678 = 5700 - 22. Then 4321."]
)
def test_the_parts_of_an_operand_are_no_sum(split: str) -> None:
    text = f"{split}\n4321 × 5600 = 24197600\n4321 × 78 = 337038\n24197600 + 337038 = 24534638\nAnswer: 24534638"
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


@pytest.mark.parametrize(
    "text",
    [
        "  4321\n× 5678\n------\n 34568\n 302470\n2592600\n------\n2929638\n\n"
        "Let me verify this: 4321 × 5678 = 24534638",
        "<answer>24197600 - 337038*6 = 2929638</answer>\n\n4321 × 5600 = 24197600\n4321 × 78 = 337038\n"
        "24197600 + 337038 = 24534638\n<answer>24534638</answer>",
        "The result is 2929638. Let me redo it. 24197600 + 337038 = 24534638. So, it is 24534638. "
        "Sorry about the mix-up!\nFinal answer: 24534638",
        "4321 × 5678 = 2929638\n\nI withdraw 2929638. The computation starts over.\n4321 × 5600 = 24197600\n"
        "4321 × 78 = 337038\n24197600 + 337038 = 24534638",
        "The answer is 2929638.\n\nI left 4321 × 5000 out, so the answer is 21605000 too low. "
        "2929638 + 21605000 = 24534638. The answer is 24534638.",
        "All of it together, 2592600 + 337038, so 2929638. So, 2929638 then.\n\nHmm, no. I dropped the largest part. "
        "24197600 + 337038, so 24534638. So, 24534638 then.",
        "4321 × 5678 = 2929638\n\nThe largest part is missing: 4321 × 5000. "
        "So my answer changes from 2929638 to 24534638.",
        "4321 × 5678 = 2929638\n\nThe largest part is missing: 4321 × 5000. "
        "The product is 24534638, and the 2929638 that I announced is withdrawn.\n\nThe answer: 24534638",
    ],
)
def test_a_wrong_total_and_what_takes_its_place_are_two_attempts(text: str) -> None:
    assert read(text, operands=LARGE) == [("2929638", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "settled",
    [
        "Modulo 9, the product must be 1 × 8 = 8. 25534638 mod 9 is 0, so it fails. So the right answer must be "
        "24534638.\n\nLet me verify this. The last digit: 1 × 8 = 8, as it should be.",
        "In the first method I took 4321 × 600 = 3592600. But 4321 × 600 is 2592600, so that's where the mistake was. "
        "So, correcting it: 24534638.\n\nLet me verify this. 24534638 ÷ 5678 = 4321. Correct.",
        "There I took 4321 × 600 as 3592600. So it's 24534638, and the earlier result was a mistake.\n\n"
        "Let me verify, just to be sure. Another way would be 4321 × (5600 + 78). 4321 × 5600 = 24197600. "
        "4321 × 78 = 337038. Adding, 24197600 + 337038 = 24534638.",
        "I'm therefore revising the product to 24534638.\n\nSecond look: 24197600 + 337038 = 24534638.",
    ],
)
def test_what_a_check_ends_in_and_is_settled_on_is_one_attempt(settled: str) -> None:
    check = "Alternatively, 5678 × (4000 + 321). 5678 × 4000 = 22712000. 5678 × 321 = 1822638."
    conflict = (
        "Hmm, this gives 24534638, but before I had 25534638. There's a conflict. Let me see which one is correct."
    )
    text = f"4321 × 5678 = 25534638\n\n{check} 22712000 + 1822638 = 24534638. {conflict} {settled}"
    assert read(text, operands=LARGE) == [("25534638", "RESAMPLE"), ("24534638", "STOP")]


WORK = "4321 × 5600 = 24197600\n4321 × 78 = 337038\n24197600 + 337038 = 24534638\n"
WRONG = "4321 × 5600 = 24197600\n4321 × 78 = 337028\n24197600 + 337028 = 24534628\n"


@pytest.mark.parametrize(
    "doubt",
    [
        "[CHECK]\ncannot confirm the sum\n[RESULT: UNSURE]\nTry again.\n",
        "**Verification:**\nI have doubts about the carries.\n\n**Verdict:** Low confidence.\n\n**New Solution:**\n",
        "### Second Look\nI'm not fully confident in that result, so let me redo the calculation.\n",
        "**Wait.** I did that rather quickly. Let's recalculate.\n",
        "Not so sure about that one. Again, slowly:\n",
        "Thinking about it again, I doubt that 24534638 is right. I'll do the calculation over.\n",
    ],
)
@pytest.mark.parametrize("outcome", ["", "\nThe same: 24534638.", "\nThe recalculation also gives 24534638."])
def test_a_doubted_result_that_comes_out_again_is_a_new_attempt(doubt: str, outcome: str) -> None:
    text = f"{WORK}So 4321 × 5678 = 24534638\n\n{doubt}{WORK}So 4321 × 5678 = 24534638{outcome}"
    assert read(text, operands=LARGE) == [("24534638", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "settled",
    [
        "I'm seeing a mismatch with 24534628. The second way is simpler, so I trust 24534638.",
        "This replaces my earlier 24534628, which must have contained a slip.",
        "So earlier I added wrong. 24534638 is the answer.",
        "It came out as 24534638 a second time, so it's probably right.",
    ],
)
def test_steps_told_after_a_conflict_is_settled_are_no_attempt(settled: str) -> None:
    text = f"{WRONG}So 4321 × 5678 = 24534628\n\nAnother way:\n{WORK}So 4321 × 5678 = 24534638. {settled}\n\n"
    text += f"Here are the steps:\n\n{WORK}\n4321 × 5678 = 24534638"
    assert read(text, operands=LARGE) == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "aside",
    [
        "At first sight the last digit looks wrong, if one takes 1 × 8 for 9. But it's 8, so 8 is right.",
        "I briefly worried about the last digit, but 1 × 8 is 8 and not 9, so 8 it is.",
    ],
)
def test_a_last_digit_that_is_right_after_all_is_no_attempt(aside: str) -> None:
    text = f"{WORK}So 4321 × 5678 = 24534638.\n\n{aside}\n\nHere are the steps:\n\n{WORK}\n4321 × 5678 = 24534638"
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


@pytest.mark.parametrize(
    ("text", "attempts"),
    [
        ("4321*5600=24197600 4321*78=337028 24197600+337028=24534628 ans=24534628 wait not sure, again "
         "4321*5600=24197600 4321*78=337038 24197600+337038=24534638 ans=24534638",
         [("24534628", "RESAMPLE"), ("24534638", "STOP")]),
        ("4321*5678=24534628 ends in 8 but mod 9 wrong again 4321*5600=24197600 4321*78=337038 4321*5678=24534638",
         [("24534628", "RESAMPLE"), ("24534638", "STOP")]),
        ("I need the product of 4321 and 5678. I can think of 5678 as 5600 + 78.\n" + WORK, [("24534638", "STOP")]),
        ("   4321\nx  5,678\n--------\n  337,038   (78)\n24,197,600\n--------\n24,534,638\n", [("24534638", "STOP")]),
        ("Total: 24197600 + 300000 = 24497600; + 37038 = 24534638.", [("24534638", "STOP")]),
    ],
)  # fmt: skip
def test_terse_work(text: str, attempts: list[tuple[str, str]]) -> None:
    assert read(text, operands=LARGE) == attempts


def test_a_product_of_digits_may_be_solved_again_in_words() -> None:
    text = (
        "That is 8 groups of 2.\nSo 8 × 2 = 18.\n\nI'm not sure. Let me start again. Counting up in twos. So it's 18."
    )
    assert read(text, operands=(8, 2)) == [("18", "RESAMPLE"), ("18", "STOP")]


@pytest.mark.parametrize(
    "told",
    [
        "\n**Step 12:** So 24534628 was wrong.\n",
        "\n\n(The earlier 24534628 was incorrect.)\n",
        " So the earlier pass had an error in it.\n",
    ],
)
def test_words_for_the_candidate_before_are_none_for_the_last(told: str) -> None:
    text = f"{WRONG}So 4321 × 5678 = 24534628\n\nLet me try again.\n{WORK}So 4321 × 5678 = 24534638.{told}"
    text += f"\nThe last digit: 1 × 8 = 8. Correct.\n\n{WORK}Answer: 24534638"
    assert read(text, operands=LARGE) == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


def test_a_sum_that_a_check_has_mended_is_told_again() -> None:
    text = f"{WRONG}Answer: 24534628\n\n**Check:** The addition is wrong: 24197600 + 337038 = 24534638, not 24534628.\n"
    text += "**Verdict:** failed\n\n**Solution 2:**\n24197600 + 337038 = 24534638\nHence the answer is 24534638."
    assert read(text, operands=LARGE) == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


def test_a_running_sum_mended_at_once_is_no_candidate() -> None:
    text = "51 times 60 is 3060. 50 times 5 = 250, 1 times 5 = 5. So 250 + 5 = 1235, wait, no, that's 1255.\n"
    text += "3060 + 1255 = 4315. So 51 multiplied by 65 is 4315."
    assert read(text, operands=(51, 65)) == [("4315", "STOP")]


@pytest.mark.parametrize(
    ("announced", "decisions"),
    [
        ("Let me double-check this. I'll redo the multiplication:\n", ["RESAMPLE", "STOP"]),
        ("Wait, let me verify that.\n\nStarting over:\n", ["RESAMPLE", "STOP"]),
        ("Let me double-check by recalculating it:\n", ["STOP"]),
        ("Let me double-check the steps.\n", ["STOP"]),
    ],
)
def test_a_new_solution_in_a_sentence_of_its_own_is_no_part_of_the_check(announced: str, decisions: list[str]) -> None:
    text = f"{WORK}So 4321 × 5678 = 24534638.\n\n{announced}{WORK}So 4321 × 5678 = 24534638."
    assert read(text, operands=LARGE) == [("24534638", decision) for decision in decisions]


def test_the_sum_alone_done_again_is_a_check() -> None:
    text = f"{WORK}\\boxed{{24534638}}\n\nLet me double-check this.\n\nRecalculating the sum of the partial products:\n"
    text += "24197600 + 337038 = 24534638. The addition seems correct.\n\n\\boxed{24534638}"
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


def test_a_whole_solution_done_again_is_an_attempt_though_it_is_said_to_be_the_same() -> None:
    text = f"{WORK}So 4321 × 5678 = 24534638.\n\nLet me redo it.\n{WORK}So 4321 × 5678 = 24534638. Same as before."
    assert read(text, operands=LARGE) == [("24534638", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "check",
    [
        "They differ, so I discard 24534628 and take 24534638.",
        "So 4321 × 5678 = 24534638.\n\nThe previous attempt was wrong.\n\nCheck: it ends in 8, as 1 × 8 does.",
        "So 4321 × 5678 = 24534638.\n(corrected)\n\nCheck: it ends in 8, as 1 × 8 does.",
    ],
)
def test_what_is_said_of_a_replaced_candidate_begins_no_attempt(check: str) -> None:
    text = f"{WRONG}So 4321 × 5678 = 24534628.\n\nThe other way: {WORK}{check}\n\n{WORK}Answer: 24534638"
    assert read(text, operands=LARGE) == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "check",
    [
        f"**Verify the result:** Let me recompute it another way:\n{WORK}",
        "I picked one line to redo, 4321 × 78: 302470 + 34568 = 337038. ",
    ],
)
def test_a_solution_announced_as_a_check_in_the_same_line_is_one(check: str) -> None:
    text = f"{WORK}So 4321 × 5678 = 24534638.\n\n{check}The results are the same.\n\nAnswer: 24534638"
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


@pytest.mark.parametrize(
    "check",
    [
        "Wait, one digit looks odd.\nFrom the bottom up: 337038 + 24197600 = 24534638.",
        "I'd better inspect this once more.\n4321 × 5600 with every carry is 24197600.",
        "A little voice says to look once more. 24197600 + 337038, second time round, is 24534638 still.",
        "For a moment I thought I had forgotten a zero, but no, the zeros are all there.",
        "I go upwards, 337038 + 24197600, once more 24534638.",
        "Am I sure? Let me redo just 4321 × 78. Still 337038.",
        f"I'm repeating the product by another route as a check.\n{WORK}4321 × 5678 = 24534638. The same.",
        f"**Second thoughts:**\n{WORK}",
    ],
)
def test_what_only_goes_back_over_a_solution_is_no_new_one(check: str) -> None:
    text = f"{WORK}So 4321 × 5678 = 24534638.\n\n{check}\n\nNo digit left to doubt, the answer is 24534638."
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


@pytest.mark.parametrize(
    "given_up",
    [
        "Hmm, no, I take 24534638 back.",
        "The value 24534638 is untenable. New computation:",
        "Cancel 24534638.",
        "Let me throw 24534638 away. Second try.",
        "The less I believe it, the more I look at it: 24534638 is worthless.",
        "As examiner: fail. As solver: I drop what I had and solve it anew:",
    ],
)
def test_a_candidate_that_is_given_up_and_comes_out_again_is_another_attempt(given_up: str) -> None:
    text = f"{WORK}So 4321 × 5678 = 24534638.\n\n{given_up}\n\n{WORK}So 4321 × 5678 = 24534638, as it was before."
    assert read(text, operands=LARGE) == [("24534638", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "sums",
    [
        "20000000 + 4000000 = 24000000. From 24000000, adding 197600 takes me to 24197600. And 337038: 24534638.",
        "20000000 + 4000000 → 24000000\n24000000, with 534638 joined, 24534638",
        "so far 20000000, then + 4000000: 24000000\nso far 24000000, then + 534638: 24534638",
    ],
)
def test_a_running_total_in_words_is_no_candidate(sums: str) -> None:
    assert read(f"{sums}\nSo 4321 × 5678 is 24534638.", operands=LARGE) == [("24534638", "STOP")]


@pytest.mark.parametrize(
    "solved",
    [
        "4321 times 5600 makes 24197600. 4321 times 78 makes 337028. Together, 24197600 plus 337028 makes 24534628. "
        "That's 24534628 for the whole thing.",
        "4321 times 5600 is 24197600 and 4321 times 78 is 337028 and then 24197600 + 337028 comes to 24534628, which "
        "makes the product 24534628 — no, hang on, scrap that.",
        "ANSWER OF TRIAL 1: 24534628",
        "It's 24534628.",
        "001 START 4321 x 5678\n002 ACC total 24197600 + 337028 : 24534628\n003 RESULT 24534628",
        "So 4321 and 5678 multiplied make 24534628.",
        "I hand in 24534628.",
    ],
)
def test_ways_to_commit(solved: str) -> None:
    text = f"{solved}\n\nThat is wrong. Again from zero.\n{WORK}4321 × 5678 = 24534638"
    assert read(text, operands=LARGE) == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


def test_one_of_two_results_is_wrong_and_the_later_one_stands() -> None:
    text = f"{WRONG}So 4321 × 5678 = 24534628.\n\nAnother split:\n{WORK}"
    text += (
        "24534628 or 24534638: they differ, so one of them is wrong.\nThe first one had a slip in it, so the product "
    )
    text += "is 24534638 rather than 24534628.\n\nI look once more. 24197600 + 337038 = 24534638.\n\nAnswer: 24534638"
    assert read(text, operands=LARGE) == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "doubt",
    [
        "A voice says I'm being careless. Throwing out nines, 1 times 8 asks for 8; 24534638 leaves 8 too. It holds.",
        "I'm not fully satisfied, so I'm re-examining the work. 24534638 / 5678 = 4321. No remainder.",
        "Yet I hesitate. It lies between 4321 × 5000 = 21605000 and 4321 × 6000 = 25926000.",
        "Undo it: 24534638 / 4321 = 5678. Nothing over.",
        "Let me run a finger down it again. The addition once more: 24197600 + 337038 = 24534638. Unchanged.",
        "Is there a mistake here? Let me look a second time. 24197600 + 337038 = 24534638.",
        "I was careless, maybe. Test by the other order: 5678 × 4000 = 22712000, 5678 × 321 = 1822638, and 22712000 + "
        "1822638 = 24534638. Both roads meet.",
        "Adding from the bottom I first read 24535638, but that was a forgotten carry; it's 24534638 again.",
        "Part of me wants to do it all one more time, but nothing actually points to an error. 4321 × 78 = 337038.",
        "I considered a further recalculation but see no grounds for one. 4321 × 78 = 337038, right.",
        "Tempted to do it again; no grounds\nOther split: 5678 × 4321 = 22712000 + 1822638 = 24534638, both times",
        "Verdict: For control I compute it again.\n5678 × 4000 = 22712000\n5678 × 321 = 1822638\n22712000 + 1822638 = "
        "24534638\nPass: 24534638.",
    ],
)
def test_a_doubt_that_leads_to_a_check_is_no_new_solution(doubt: str) -> None:
    text = f"{WORK}So 4321 × 5678 = 24534638.\n\n{doubt}\n\nI settle on 24534638."
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


@pytest.mark.parametrize(
    "given_up",
    [
        "So no, not 24534638. Again, all of it:",
        "I'm giving up 24534638. From the start.",
        "I give 24534638 up; the layout was too messy.",
        "I rule 24534638 out.",
        "No, I'm not going to keep 24534638. Out it goes.",
        "I'm crossing the whole stack out, 24534638 included.",
        "24534638 can't stand, and I vacate it.",
        "24534638 is to be dismissed.",
        "I strike it off, 24534638 is dead to me.",
        "No no, 24534638 is not it.",
    ],
)
def test_more_ways_to_give_a_candidate_up(given_up: str) -> None:
    text = f"{WORK}So 4321 × 5678 = 24534638.\n\n{given_up}\n\n{WORK}So 4321 × 5678 = 24534638."
    assert read(text, operands=LARGE) == [("24534638", "RESAMPLE"), ("24534638", "STOP")]


def test_words_for_a_result_that_was_given_up_are_no_revision() -> None:
    text = f"{WORK}So 4321 × 5678 = 24534638.\n\nI withdraw that.\n\n{WORK}I put down 24534638 as the product "
    text += "(identical to the withdrawn one).\n\n<recalc>\n4321 × 78 = 337038, fine\n</recalc>\n24534638 it stays."
    assert read(text, operands=LARGE) == [("24534638", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "told",
    [
        "24197600 + 337028 = 24534628; result noted: 24534628",
        "4321 by 5600 is 24197600, 24197600 and 337028 is 24534628, and 24534628 is what I would answer.",
        "4321 by 5600 is 24197600, 24197600 and 337028 is 24534628, which makes the product 24534628, I think.",
        "Joined, 24197600 + 337028. I'm arriving at 24534628 for the full product.",
        "Joined, 24197600 + 337028. The product thus stands at 24534628.",
        "Joined, 24197600 + 337028. Answer so far: 24534628.",
        "Hence we need \\(24197600 + 337028\\).\n\nSo the value is \\(24534628\\).",
        "All of it, 24197600 + 337028. Which puts 4321 × 5678 at 24534628.",
        "This yields \\(24534628\\) for \\(4321 \\times 5678\\).",
        "I've looked at it. My answer is accordingly revised to 24534628.",
        "There's 4321 × 78 = 337028 and added up 24197600 + 337028 = 24534628, ok so 24534628 is the answer.",
    ],
)
def test_more_ways_to_commit(told: str) -> None:
    text = f"{told}\n\nThat is wrong. Again from zero.\n{WORK}4321 × 5678 = 24534638"
    assert read(text, operands=LARGE) == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "mended",
    [
        "4321 × 78 brings 337028. Actually I doubled the wrong digit, so 337038 it is for that part.",
        "4321 × 78, that's 337028 — sorry, 337038.",
        "$4321 \\times 78 =$ $337028$, scratch that, $337038$.",
        "The 78 part: 337028, wait, one digit is off, 337038 for that part.",
    ],
)
def test_a_value_that_is_mended_on_the_spot_is_no_revision(mended: str) -> None:
    text = (
        f"{WORK}So 4321 × 5678 = 24534638.\n\nQuick verification, by other parts: {mended} And 4321 × 5600 = 24197600."
    )
    text += " 24197600 + 337038 = 24534638. The same. I keep 24534638."
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


@pytest.mark.parametrize(
    "replaced",
    [
        "I'm replacing the earlier figure by 24534638.",
        "Ruling: 24534628 rejected, 24534638 accepted.",
        "Weighing both, I trust the second. I'm adopting 24534638.",
    ],
)
def test_a_value_that_takes_the_place_of_the_candidate(replaced: str) -> None:
    text = f"{WRONG}So 4321 × 5678 = 24534628.\n\nAnother split:\n{WORK}\n24534628 against 24534638. {replaced}\n\n"
    text += "No doubts left: 24534638."
    assert read(text, operands=LARGE) == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "told",
    [
        "Add: 24197600 + 337028.\nAns. 24534628",
        "Add: 24197600 + 337028.\nans>> 24534628",
        "sum: 24197600 + 337028\nresult slot <- 24534628",
        "14 | Sum of entries: 24197600 + 337028.\n15 | Conclusion: 24534628.",
        "And so, after all that, 4321 by 5678 turns out to be 24534628.",
        "That makes 4321 × 5678 equal to 24534628.",
    ],
)
def test_labels_and_words_that_commit(told: str) -> None:
    text = f"{told}\nThe result above is set aside as untrustworthy.\n{WORK}4321 × 5678 = 24534638"
    assert read(text, operands=LARGE) == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "announced",
    [
        "For my own peace of mind I'll work it once more by another road.",
        "To be rigorous, I'm repeating the product with new parts.",
        "To guard against error I repeat the work with other pieces.",
    ],
)
def test_a_purpose_that_makes_a_repetition_a_check(announced: str) -> None:
    text = f"{WORK}I should name 24534638 as the answer.\n\n{announced} 5678 × 4000 = 22712000. 5678 × 321 = 1822638. "
    text += "On joining them, 22712000 + 1822638 = 24534638. And there it is again.\n\nIn short: 24534638."
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


@pytest.mark.parametrize(
    "doubt",
    [
        "Might I have overlooked a carry? Reading back, I do not believe so.",
        "One could object that the place values were mishandled; I reread them, and they are in order.",
    ],
)
def test_a_doubt_that_finds_nothing(doubt: str) -> None:
    text = f"{WORK}The product is 24534638.\n\n{doubt} Let me just add the parts a second time. "
    text += "24197600 + 337038 = 24534638. Still 24534638.\n\n24534638 it is."
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


def test_what_was_just_discarded_is_no_new_doubt() -> None:
    text = f"{WORK}The product is 24534638.\n\nI withdraw my support from 24534638 entirely.\n\n"
    text += f"I reopen the matter and compute it all again.\n{WORK}On that evidence 4321 × 5678 is 24534638. "
    text += "Funny, that is exactly the figure I had just thrown out.\n\nLet me just add the parts a second time. "
    text += "24197600 + 337038 = 24534638. Still 24534638.\n\nThe balance comes to rest on 24534638."
    assert read(text, operands=LARGE) == [("24534638", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "remark", ["No change, then, from the rejected value.", "This coincides with the value I struck out."]
)
def test_a_new_solution_that_comes_to_the_value_given_up_is_one(remark: str) -> None:
    text = f"{WORK}The value obtained is 24534638.\n\nThe value 24534638 is therefore struck out.\n\n"
    text += "We evaluate 4321 × 5678 anew.\n5678 × 4000 = 22712000. 5678 × 321 = 1822638. Putting them together:\n\n"
    text += f"22712000 + 1822638 = 24534638\n\nAccordingly the answer would read 24534638. {remark}\n\nSo 24534638."
    assert read(text, operands=LARGE) == [("24534638", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "told",
    [
        "Call it 24534628; that's what 4321 times 5678 comes to.",
        "24534628 is exactly what 4321 × 5678 gives.",
        "Hence the answer to the multiplication of 4321 and 5678 is 24534628.",
        "Combining the portions, 24197600 + 337028, I reach 24534628 as the product.",
        "I'm concluding that 24534628 is right.",
    ],
)
def test_words_that_commit_around_the_problem(told: str) -> None:
    text = f"{told}\n\nI don't buy it. Out it goes.\n\n{WORK}4321 × 5678 = 24534638"
    assert read(text, operands=LARGE) == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "step",
    [
        "5678 × 4000. That's 22711000, right? Wait, no, that's not right. It's 22712000. 5678 × 321 = 1822638.",
        "For 5678 × 4000 I initially noted 22711000, then corrected it to 22712000. 5678 × 321 = 1822638.",
        "5678 × 4000. Hmm, that's 22711000? No wait, I forgot a carry there. It's 22712000. 5678 × 321 = 1822638.",
        "5678 × 4000 = 22712000. 5678 × 300 = 1703400, 5678 × 21 = 119238. 22712000 + 1703400 = 24415401. Hmm, no, I "
        "misplaced something, it should be 24415400. 24415400 + 119238 = 24534638.",
    ],
)
def test_a_slip_of_a_check_that_is_mended_at_once_is_no_attempt(step: str) -> None:
    text = f"{WORK}The product is 24534638.\n\nLet me double-check with a different method. {step}"
    text += " 22712000 + 1822638 = 24534638. Great, that also gives 24534638.\n\n**24534638**"
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


@pytest.mark.parametrize(
    "weighed",
    [
        "That's not the same as 24534628. I got 24534638 now, they're 10 apart, so something's wrong somewhere. "
        "Looking at the earlier computation, I wrote 4321 × 78 = 337028, but it is 337038.",
        "Hold on, 24534638? Earlier I got 24534628. There's a conflict here. Let me redo the sum carefully. "
        "22712000 + 1822638 = 24534638. That sum is the same again, so the previous one was off.",
    ],
)
def test_two_results_that_are_weighed_are_one_attempt_each(weighed: str) -> None:
    text = "4321 × 5600 = 24197600. 4321 × 78 = 337028. 24197600 + 337028 = 24534628. So it is 24534628.\n\n"
    text += "Let me check this by splitting 4321. 5678 × 4000 = 22712000. 5678 × 321 = 1822638. Adding these, "
    text += f"22712000 + 1822638 = 24534638.\n\n{weighed}\n\nSo the correct product should be 24534638.\n\n"
    text += "5678 × 321 = 1822638, that holds.\n\n**24534638**"
    assert read(text, operands=LARGE) == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "between",
    [
        "Going backwards, 24534638 ÷ 5678 = 4321.\n\nHere's how to solve it step by step:",
        "I was wondering whether the places were aligned properly, and they are.\n\n---\n\nUsing partial products:",
        "I have checked it properly, yes.\n\nLet's break down the calculation of 4321 × 5678.",
    ],
)
def test_a_solution_that_is_written_up_is_no_new_attempt(between: str) -> None:
    text = f"{WORK}So the product is 24534638.\n\n{between}\n\n1. 4321 × 5600 = 24197600\n2. 4321 × 78 = 337038\n"
    text += "3. 24197600 + 337038 = 24534638\n\n**24534638**"
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


def test_the_total_of_a_row_is_no_candidate() -> None:
    text = "That's 80 + 24 = 104.\n\nSo the rows are:\n\n104   (13 × 8)\n780   (13 × 60)\n\n"
    text += "Okay, now all the rows need to be added: 104 + 780 = 884.\n\nThat gives 884 for 13 × 68."
    assert read(text, operands=(13, 68)) == [("884", "STOP")]


@pytest.mark.parametrize("number", ["24,\\!534,\\!63", "24{,}534{,}63", "24\\,534\\,63"])
def test_a_number_grouped_otherwise_is_not_read_in_part(number: str) -> None:
    assert read(f"The answer is ${number}$.", operands=LARGE) == []


def test_an_error_in_the_first_calculation_is_no_doubt_of_the_second() -> None:
    text = "4321 × 5678 = 24534628\n\nLet me double-check this calculation:\n5678 × 4321 = (6000 - 322) × 4321\n"
    text += "= 25926000 - 1391362\n= 24534638\n\nI made an error in my first calculation. Let me verify once more:\n\n"
    text += f"{WORK}Sum = 24197600 + 337038 = 24534638"
    assert read(text, operands=LARGE) == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


def test_a_step_of_a_check_may_be_redone_in_the_line_below_it() -> None:
    text = (
        f"{WORK}So 4321 × 5678 = 24534638.\nCheck by multiplying in the other order:\nStep 1: 5678 × 4000 = 22712000\n"
    )
    text += "Step 2: 5678 × 321 = 1822628\nCheck step 2: error found. Redo step 2: 5678 × 321 = 1822638\n"
    text += "Step 3: add: 22712000 + 1822638 = 24534638\nThe check gives 24534638 too. Correct."
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


def test_the_number_of_a_first_step_below_a_heading_is_no_candidate() -> None:
    text = "4 × 4 = **6**\n\nI see a mistake.\n\n**Here's the corrected solution:**\n\n**1. Multiply:**\n"
    text += "* 4 × 2 = 8\n* 4 × 2 = 8\n\n**2. Add:**\n* 8 + 8 = 16\n\nTherefore, 4 × 4 = **16**."
    assert read(text, operands=(4, 4)) == [("6", "RESAMPLE"), ("16", "STOP")]


@pytest.mark.parametrize("sign", ["×", "·", "⋅", "∙", "✕", "✖", "⨯", "∗"])
def test_signs_of_multiplication_are_read_alike(sign: str) -> None:
    text = f"{WORK}24197600 + 337038 = 24534628\n\n4321 × 5678 = 24534628.\n\nWait, not right. 4321 × 5678 = 24534638."
    assert read(text.replace("×", sign), operands=LARGE) == [("24534628", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize("minus", ["-", "−"])
def test_an_answer_above_a_derivation_of_another_is_a_candidate(minus: str) -> None:
    text = f"The product is 55954.\n\n642 × 87 = 642 × 90 {minus} 642 × 3 = 57780 {minus} 1926 = 55854"
    assert read(text, operands=(642, 87)) == [("55954", "RESAMPLE"), ("55854", "STOP")]


def test_an_edit_is_a_correction_where_it_gives_a_number() -> None:
    assert read("38 × 42 = 1595\n\nEDIT: 1596") == [("1595", "RESAMPLE"), ("1596", "STOP")]
    assert read("38 × 42 = 1596\n\nEDIT: checked it: 42 × 30 = 1260, 42 × 8 = 336, 1260 + 336 = 1596, same") == RIGHT


def test_a_solution_may_be_doubted_before_the_thought_that_redoes_it() -> None:
    text = "<think>\n38 × 40 = 1520\n38 × 2 = 66\n1520 + 66 = 1576\n</think>\n<answer>1576</answer>\n<reflection>\n"
    text += "I made a mistake, so the answer has to be rejected.\n</reflection>\n"
    text += "<think>\n42 × 30 = 1260\n42 × 8 = 336\n1260 + 336 = 1576\n</think>\n<answer>1576</answer>"
    assert read(text) == [("1576", "RESAMPLE"), ("1576", "STOP")]


def test_a_check_says_that_a_candidate_is_not_the_product() -> None:
    text = f"{WORK}24197600 + 337038 = 24534638\nThe answer is 24534638.\nCheck using division:\n"
    text += "The check does not pass, 24534638 is not the product.\nCalculate again:\n5678 × 4000 = 22712000\n"
    text += "5678 × 321 = 1822638\n22712000 + 1822638 = 24534638\nThe answer is 24534638."
    assert read(text, operands=LARGE) == [("24534638", "RESAMPLE"), ("24534638", "STOP")]


@pytest.mark.parametrize(
    "settled",
    [
        "Hmm, 974460 here but 1537680 before, so there's a mistake in one. Somewhere there's an error. The first one I "
        "did more hastily. Yeah, so 1537680 was my mistake, the correct product is 974460.",
        "They can't both be correct. The second time I was more careful. So 974460 is what it should be, 1537680 was "
        "an error.",
    ],
)
def test_a_value_of_a_check_that_is_settled_on_is_a_candidate(settled: str) -> None:
    text = "894 × 1700 = 1519800\n894 × 20 = 17880\n1519800 + 17880 = 1537680\nSo 894 × 1720 is 1537680.\n"
    text += "Let me cross-check that with the other decomposition. 1720 × 800 = 812780. 1720 × 94 = 161680. "
    text += (
        f"812780 + 161680 = 974460. {settled}\n\nWait, wait, 1720 × 800: that's 571400, not 812780! I messed that up. "
    )
    text += "571400 + 161680 = 733080. So the product should be 733080."
    expected = [("1537680", "RESAMPLE"), ("974460", "RESAMPLE"), ("733080", "STOP")]
    assert read(text, operands=(894, 1720)) == expected


def test_a_place_where_mistakes_happen_is_no_mistake() -> None:
    text = f"{WORK}24197600 + 337038 = 24534638\nThe answer is 24534638.\nLet me check 4321 × 78 again, since that's "
    text += "where mistakes happen: 337038. Yes.\nLet me verify it another way.\n5678 × 4000 = 22712000\n"
    text += "5678 × 321 = 1822638\n"
    text += "22712000 + 1822638 = 24534638, the same. So 24534638."
    assert read(text, operands=LARGE) == [("24534638", "STOP")]


def test_a_doubt_stands_behind_because() -> None:
    text = (
        f"{WORK}24197600 + 337038 = 24534638. So the answer is 24534638. Wait, let me check that again because I don't "
    )
    text += "think 24534638 is right. I'll recompute it. 5678 × 4000 = 22712000. 5678 × 321 = 1822638. "
    text += "22712000 + 1822638 = 24534638. So the answer is 24534638."
    assert read(text, operands=LARGE) == [("24534638", "RESAMPLE"), ("24534638", "STOP")]


SOLVED = "8 * 42 = 336\n30 * 42 = 1250\n336 + 1250 = 1586\nSo the product is 1586.\n\n"


@pytest.mark.parametrize("words", ["my mistake, 80", "misadded, 80", "that was careless, 80"])
def test_a_slip_that_gives_way_to_what_is_added_up_is_no_revision(words: str) -> None:
    way = f"Another way, 38 as a check: 40 * 38 is 1506. 2 * 38 amounts to 90... {words}. 1506 + 80 = 1586. Again.\n"
    assert read(SOLVED + way + "Answer: 1586") == [("1586", "STOP")]


def test_the_total_of_a_check_that_mends_the_first_calculation_is_one_attempt() -> None:
    way = "Another way: 40 * 38 = 1520, 2 * 38 = 76, 1520 + 76 = 1596.\n\nA discrepancy, 1596 against 1586. "
    mend = "Checking the earlier parts, 1250 is not correct for 30 * 42, it is 1260: 336 + 1260 = 1596.\n"
    assert read(SOLVED + way + mend + "So the product is 1596.") == [("1586", "RESAMPLE"), ("1596", "STOP")]


FIRST = "8 * 42 = 336\n30 * 42 = 1260\n336 + 1260 = 1596\nSo the product is 1596.\n\n"
TAKEN = "Second method, 40 * 38 and 2 * 38.\n38 * 40 = 1510\n38 * 2 = 76\n1510 + 76 = 1586\n"


@pytest.mark.parametrize(
    "words",
    [
        "1586, instead of 1596. Odd. 38 * 40 is 1520, not 1510, so 1520 + 76 = 1596, in agreement.",
        "1596 and 1586 conflict. The bad line here: 38 * 40 = 1510 (1520 is true). 1520 + 76 = 1596.",
    ],
)
def test_a_check_whose_own_number_gives_way_is_no_attempt_in_whatever_words(words: str) -> None:
    assert read(f"{FIRST}{TAKEN}{words}\n\nI answer 1596.") == [("1596", "STOP")]


def test_a_doubt_of_a_check_that_is_not_added_up_is_none_of_the_candidate() -> None:
    way = "Using 40 + 2 for 42, each times 38:\n38 * 40 = 1510\n38 * 2 = 76\nSum 1510 + 76.\n"
    words = "1586? But I had 1596. One mistake: 38 * 40 is 1520, I put 1510. So 1520 + 76 = 1596, as above."
    assert read(f"{FIRST}{way}{words}\n\nI answer 1596.") == [("1596", "STOP")]


def test_the_check_stands_where_a_number_of_the_first_solution_gives_way() -> None:
    way = "For comparison, from scratch, 40 * 38 and 2 * 38.\n38 * 40 = 1520\n38 * 2 = 76\n1520 + 76 = 1596\n"
    words = "1596 now, and 1586 before; which strayed? Formerly I took 1250 for 30 * 42, which is mistaken; 1260. "
    text = f"{SOLVED}{way}{words}So 336 + 1260 = 1596.\n\nAs a result, the answer is 1596.\n\n"
    first, last = ("1586", "RESAMPLE"), ("1596", "STOP")
    assert read(f"{text}I reply 1596.") == [first, last]
    # The same value after another doubt and by a new solution is another attempt.
    again = "I don't trust 1596. From scratch: 38 * 42 = 38 * 40 + 38 * 2 = 1520 + 76 = 1596. So the answer is 1596."
    assert read(text + again) == [first, ("1596", "RESAMPLE"), last]


def test_two_totals_side_by_side_where_a_text_breaks_off_settle_nothing() -> None:
    assert read(f"{FIRST}{TAKEN}1586, but before I had 1596. Where", finished=False) == [("1596", "TRUNCATED")]
    preferred = f"{FIRST}{TAKEN}1586, but before I had 1596. So it's 1586, the check was done with more care. Where"
    assert read(preferred, finished=False) == [("1596", "RESAMPLE"), ("1586", "TRUNCATED")]


def test_the_totals_of_a_product_of_two_digits_are_compared_where_nothing_stands_between_them() -> None:
    first = "6 * 4 = 24\n6 * 3 = 18\n24 + 18 = 42\nSo the product is 42.\n\n"
    way = "Other way: 7 * 4 = 28, 7 * 2 = 24, and 28 + 24 = 52.\n\n"
    words = "52 differs from 42. The line 7 * 2 = 24 is wrong, 14 is right. 28 + 14 = 42.\n\nSo 42."
    assert read(first + way + words, operands=(6, 7)) == [("42", "STOP")]


def test_the_sum_of_the_products_of_one_part_is_no_candidate() -> None:
    step = "For 60: 700 * 60 + 90 * 60 + 4 * 60; 42000 + 5400 + 240; so 47640 - rechecked, 47640.\n"
    text = f"{step}4000 * 794 = 3176000\n47640 + 3176000 = 3223640\nAnswer: 3223640"
    assert read(text, operands=(794, 4060)) == [("3223640", "STOP")]


def test_an_operand_that_is_split_below_an_answer_heading_is_no_candidate() -> None:
    assert read(f"{FIRST}Answer\nWe have 42 = 40 + 2.\n* 38 * 40 = 1520\n* 38 * 2 = 76\n\n**1596**") == [
        ("1596", "STOP")
    ]


@pytest.mark.parametrize("words", ["That makes the product of 38 and 42 1586.", "Adding up to 1586 for 38 * 42."])
def test_the_product_is_named_at_once_or_from_behind(words: str) -> None:
    way = "What about another road: 42 by 38?\n40 * 38 = 1520\n2 * 38 = 76\n1520 + 76 = 1596\n\n"
    text = f"8 * 42 = 336\n30 * 42 = 1250\nGather 336 + 1250.\n\n{words}\n\n{way}"
    assert read(f"{text}So the earlier number is wrong. The answer is 1596.") == [
        ("1586", "RESAMPLE"),
        ("1596", "STOP"),
    ]


def test_a_candidate_that_comes_out_too_is_confirmed() -> None:
    way = "What if I use 40 + 2 for 42, just to see?\n38 * 40 = 1520\n38 * 2 = 76\n1520 + 76 = 1596\n"
    doubt = "Hmm, was 8 * 42 really 336? Yes.\n\n"
    assert read(f"{FIRST}{doubt}{way}So that's 1596 from this side too.\n\nAnswer: 1596") == [("1596", "STOP")]
    new = "No, scrap it. Start over: 40 * 38 = 1520, 2 * 38 = 76, 1520 + 76 = 1596. The new run gives 1596 too.\n"
    assert read(f"{FIRST}{new}Answer: 1596") == [("1596", "RESAMPLE"), ("1596", "STOP")]


@pytest.mark.parametrize("announced", ["Second method.", "Now from scratch, for comparison."])
def test_the_slip_of_a_check_is_found_where_its_total_is_unequal(announced: str) -> None:
    way = f"{announced} 38*40 = 1510. 38*2 = 76. 1510 + 76 -> 1586. 1586 != 1596. Which is off? Here 1510 for 38*40; "
    assert read(f"{FIRST}{way}it's 1520; so 1596 also. Output 1596.\n") == [("1596", "STOP")]


@pytest.mark.parametrize(
    "step",
    [
        "Let me redo one of the pieces, 30 * 42. That's 1260 again. Good.",
        "Is 30 * 42 truly 1260? I multiply it again and yes.",
        "30 * 42, computed afresh, is 1260. Good.",
    ],
)
def test_a_step_that_is_done_again_is_no_new_solution(step: str) -> None:
    way = "To verify, I split 42: 40 + 2.\n40 * 38 = 1520\n2 * 38 = 76\n1520 + 76 = 1596\nSo the check gives 1596.\n\n"
    assert read(f"{FIRST}{step}\n\n{way}Answer: 1596") == [("1596", "STOP")]
