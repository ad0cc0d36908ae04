import random
import re

import pytest

from dsrecipes.task import solutions
from dsrecipes.task.multiplication import Problem, Size, training_problems

PROBLEM = Problem((38, 42))


def _equations(text: str) -> list[tuple[str, str]]:
    """Each `expression = … = value` of a text, as (first expression, last value)."""
    found = []
    for equation in re.split(r"\n|, ", text):
        sides = equation.removesuffix(" ok").split(" = ")
        if len(sides) > 1:
            found.append((sides[0], sides[-1]))
    return found


def _value(expression: str) -> int:
    left, op, right = expression.split()
    return int(left) * int(right) if op == "*" else int(left) + int(right)


def test_a_plain_solution_reads_as_documented() -> None:
    assert solutions.plain(PROBLEM) == (
        "38 * 2 = 16 + 60 = 76\n38 * 40 = 320 + 1200 = 1520, 76 + 1520 = 1596\nAnswer: 1596"
    )


@pytest.mark.parametrize("size", [Size(1, 1), Size(1, 3), Size(2, 1), Size(3, 4), Size(6, 6)])
def test_every_equation_of_a_plain_solution_holds(size: Size) -> None:
    for problem in training_problems([size], 30, 0):
        text = solutions.plain(problem)
        assert text.endswith(f"\nAnswer: {problem.answer}")
        assert all(_value(left) == int(value) for left, value in _equations(text.rpartition("\n")[0]))


@pytest.mark.parametrize("size", [Size(1, 1), Size(1, 2), Size(2, 2), Size(3, 4)])
def test_a_slip_makes_the_candidate_wrong(size: Size) -> None:
    rng = random.Random(0)
    for problem in training_problems([size], 300, 0):
        assert solutions.attempt(problem, rng).candidate != problem.answer


def test_a_solution_without_errors_is_one_attempt_that_its_check_accepts() -> None:
    text = solutions.reflection(PROBLEM, random.Random(0), error_rate=0.0, max_attempts=3)
    assert text.count(solutions.CHECK) == 1
    assert solutions.REVISE not in text
    assert text.endswith("Correct. Answer: 1596")


def test_a_wrong_attempt_is_caught_at_its_first_wrong_equation_and_corrected() -> None:
    rng = random.Random(1)
    for problem in training_problems([Size(2, 2), Size(3, 2)], 200, 0):
        text = solutions.reflection(problem, rng, error_rate=1.0, max_attempts=2)
        wrong, right = text.split(solutions.REVISE)
        attempt, check = wrong.split(solutions.CHECK)
        assert f"Answer: {problem.answer}\n" not in attempt
        *passed, caught = check.split("\n")
        assert all(re.search(r"= (\d+), was \1 ok$", line) for line in passed)
        corrected, stated = caught.removesuffix(" wrong").split(", was ")
        left, value = _equations(corrected)[0]
        assert _value(left) == int(value) != int(stated)
        assert right.endswith(f"Correct. Answer: {problem.answer}")


def test_the_error_rate_is_the_share_of_wrong_first_attempts() -> None:
    rng = random.Random(2)
    texts = [solutions.reflection(PROBLEM, rng, error_rate=0.3, max_attempts=2) for _ in range(2_000)]
    assert sum(solutions.REVISE in text for text in texts) / 2_000 == pytest.approx(0.3, abs=0.03)


def test_never_more_than_max_attempts() -> None:
    text = solutions.reflection(PROBLEM, random.Random(0), error_rate=1.0, max_attempts=4)
    assert text.count(solutions.REVISE) == 3


@pytest.mark.parametrize("size", [Size(1, 1), Size(2, 2), Size(3, 3)])
def test_casting_out_nines_accepts_right_attempts_and_rejects_the_others(size: Size) -> None:
    rng = random.Random(3)
    for problem in training_problems([size], 30, 0):
        text = solutions.reflection(problem, rng, error_rate=0.7, max_attempts=3, check="casting_out_nines")
        *wrong, right = text.split(solutions.REVISE)
        for part in (*wrong, right):
            stated, due, has, verdict = re.findall(r"Answer: (\d+)\nLet me check.\n.*\n.*, (\d)-(\d) (\w+)", part)[0]
            assert (int(due), int(has)) == (problem.answer % 9, int(stated) % 9)
            assert verdict == ("ok" if part is right else "wrong")
            assert (int(stated) == problem.answer) == (part is right)
        assert right.endswith(f"Correct. Answer: {problem.answer}")


def test_casting_out_nines_reads_as_documented() -> None:
    text = solutions.reflection(PROBLEM, random.Random(0), error_rate=0.0, max_attempts=1, check="casting_out_nines")
    check = text.partition(solutions.CHECK)[2]
    assert check == "3:3 8:2, 4:4 2:6, 2 * 6 = 3\n1:1 5:6 9:6 6:3, 3-3 ok\nCorrect. Answer: 1596"


@pytest.mark.parametrize("size", [Size(1, 1), Size(2, 2), Size(3, 3)])
def test_the_difference_is_zero_where_the_remainders_agree(size: Size) -> None:
    either = [
        [
            solutions.reflection(problem, rng, error_rate=0.7, max_attempts=3, check=check)
            for problem in training_problems([size], 30, 0)
        ]
        for check, rng in (("casting_out_nines", random.Random(3)), ("casting_out_nines_difference", random.Random(3)))
    ]
    for without, text in zip(*either, strict=True):
        compared = re.findall(r"(\d)-(\d):(\d) (\w+)", text)
        assert compared and all((int(due) - int(has)) % 9 == int(by) for due, has, by, _ in compared)
        assert all((verdict == "ok") == (by == "0") for _, _, by, verdict in compared)
        assert re.sub(r"(\d-\d):\d", r"\1", text) == without


def test_half_of_the_verifications_state_a_wrong_product() -> None:
    rng = random.Random(4)
    verdicts = []
    for _ in range(1_000):
        asked, check = solutions.verification(PROBLEM, rng, "casting_out_nines")
        stated = re.fullmatch(r"Check 38 \* 42 = (\d+)\.", asked)
        assert stated
        verdicts.append(int(stated[1]) == 1596)
        assert check.rstrip().endswith("ok" if verdicts[-1] else "wrong")
    assert sum(verdicts) / 1_000 == pytest.approx(0.5, abs=0.05)


def test_numbers_can_be_written_from_the_lowest_digit_on() -> None:
    assert solutions.plain(PROBLEM, digits="lowest_first") == (
        "38 * 2 = 61 + 06 = 67\n38 * 40 = 023 + 0021 = 0251, 67 + 0251 = 6951\nAnswer: 1596"
    )
    text = solutions.reflection(
        PROBLEM, random.Random(0), error_rate=0.0, max_attempts=1, check="recomputation", digits="lowest_first"
    )
    assert "38 * 40 = 023 + 0021 = 0251, was 0251 ok" in text
    assert "67 + 0251 = 6951, was 6951 ok" in text


@pytest.mark.parametrize("check", ["recomputation", "casting_out_nines", "casting_out_nines_difference"])
def test_the_order_of_digits_changes_nothing_else(check: solutions.CheckName) -> None:
    either: dict[solutions.DigitOrder, list[str]] = {"highest_first": [], "lowest_first": []}
    for digits, texts in either.items():
        rng = random.Random(1)
        for problem in training_problems([Size(2, 3)], 50, seed=0):
            texts.append(solutions.reflection(problem, rng, error_rate=0.7, max_attempts=3, check=check, digits=digits))
    for usual, other in zip(*either.values(), strict=True):
        assert usual != other and len(usual) == len(other)
        lines = [[line for line in text.splitlines() if line.startswith(solutions.ANSWER)] for text in (usual, other)]
        assert lines[0] == lines[1]
