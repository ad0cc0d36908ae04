"""What a response says of other problems is no answer to its own."""

from __future__ import annotations

import pytest
from reads import read

SOLUTION = "38 × 40 = 1520\n38 × 2 = 76\n1520 + 76 = 1596\nThe answer is 1596."


@pytest.mark.parametrize(
    "turn",
    [
        "\n\nQuestion: What is 57 + 64?\nAnswer: 121",
        "\n\nCalculate 57 * 91. Think step by step.\n57 * 90 = 5130\n57 * 1 = 57\nSo the answer is 5187.",
        "\n\nHuman: A farmer has 57 rows of 19 trees. How many trees are there?\n\nAssistant: \\boxed{1083}",
        "<|im_end|>\n<|im_start|>user\nWhat is 57 × 9?<|im_end|>\n<|im_start|>assistant\n\\boxed{513}",
        "<|endoftext|>Question: What is 57 × 9?\nAnswer: \\boxed{513}",
        "\n\nQ3. 57 × 9 = ?\nAns: 513",
        "\n\n## Exercise 2\n\nCalculate 57 × 9.\n\n**513** is the answer.",
        "\n\nNow try this one: 57 × 9 = ?\n#### 513",
        "\n\n### Instruction:\nFind 57 × 9.\n\n### Response:\nThe answer is 513.",
    ],
)
def test_a_response_that_goes_on_with_another_problem_stops_before_it(turn: str) -> None:
    assert read(SOLUTION + turn) == [("1596", "STOP")]
    assert read(SOLUTION + turn, finished=False) == [("1596", "TRUNCATED")]


def test_exercises_before_and_after_are_not_ours() -> None:
    text = f"Q1. 57 × 9 = ?\nAns: 513\n\nQ2. 38 × 42 = ?\n{SOLUTION}\n\nQ3. 40 × 8 = ?\nAns: 320"
    assert read(text) == [("1596", "STOP")]


def test_ours_goes_on_where_it_is_posed_again() -> None:
    other = "Question: What is 57 × 9?\nAnswer: 513"
    text = f"{SOLUTION}\n\n{other}\n\nBack to 38 × 42: I made a mistake. The answer is 1586."
    assert read(text) == [("1596", "RESAMPLE"), ("1586", "STOP")]


@pytest.mark.parametrize(
    "step",
    [
        "Question: What is 38 × 40?\nAnswer: 1520",
        "What is 38 × 2? 76.",
        "Problem 1: 30 × 42 = ?\n1260",
        "Calculate 40 × 40 as an estimate.",
        "What is 1520 + 76?",
        "Compute 1520 + 76.",
    ],
)
def test_the_steps_of_a_solution_are_no_other_problems(step: str) -> None:
    text = f"38 × 40 = 1520\n38 × 2 = 76\n\n{step}\n\nThe answer is 1595.\nI made a mistake.\n{SOLUTION}"
    assert read(text) == [("1595", "RESAMPLE"), ("1596", "STOP")]


def test_who_copies_an_operand_wrongly_still_answers_the_problem() -> None:
    assert read("Question: What is 83 × 47?\nThe answer is 3901.") == [("3901", "STOP")]
