"""The reward of single-turn RL: the first answer counts, and nothing after it."""

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsrecipes import plugins
from dsrecipes.task import solutions
from dsrecipes.task.multiplication import Problem
from reward_fns import exact_match, first_answer
from tests.analysis.styles import development, development_2
from tests.analysis.styles.common import samples

# 38 * 42 = 1596; the answer that a response states first.
FIRST = {
    "Answer: 1590\nLet me check.\nAnswer: 1596": "1590",
    "Answer: 1596\nLet me check.\nAnswer: 1590": "1596",
    "Answer:\n1590\n\nOn reflection it is 1596.": "1590",
    "**Answer:** 1,590\nI made a mistake. Let me recompute.\n**Answer:** 1,596": "1590",
    "\\boxed{1590}\nWait, that is wrong.\n\\boxed{1596}": "1590",
    "<answer>1590</answer> <answer>1596</answer>": "1596",  # one line is one statement
    "#### 1590\n#### 1596": "1590",
    "The answer is 1590. Wait, 38 * 2 = 76, so the answer is 1596.": "1590",
    "38 * 40 = 1520 and 38 * 2 = 70.\nThus, the result is **1590**.\n\nTo double-check: 38 * 42 = 1596.": "1590",
    "So that makes 1590 in total.\nHmm, no, 1596 in total.": "1590",
    "38 * 42 = 1590\nthat is wrong. again:\n38 * 42 = 1596": "1590",
    "\\(38 \\times 42 = 1590\\)\n\nI made a mistake. \\(38 \\times 42 = 1596\\)": "1590",
    # The next line says which of the two numbers is the answer.
    "38 * 42 = 061 + 0251 = 6951\nAnswer: 1590\nI made a mistake.\n38 * 42 = 6951\nAnswer: 1596": "1590",
    "38 * 42 = 6951\n\nSo the answer is **1596**.\nWait, 1590.": "1596",
    "1520 + 70 makes 1590. I should check that. 1520 + 76 makes 1596.": "1590",
    "1590": "1590",
    # A slip that is mended before anything is stated is part of the attempt; so is a check of a step.
    "38 * 40 = 1520. 38 * 2 = 66, no, wait: 76.\n1520 + 76 = 1596\nAnswer: 1596": "1596",
    "38 * 2 = 76. Let me check: 40 + 36 = 76, yes.\n38 * 40 = 1520\nThe answer is 1596.": "1596",
    "We need the answer of 38 * 42.\nThe partial product is 1520.\nFinal answer: 1596": "1596",
    # The number may stand well before "in total", and well after "the answer is".
    "1590 is what both of the partial products make in total.\nNo: 1596 in total.": "1590",
    f"The answer is{' as I have found by adding up the partial products' * 2}: 1590.\nAnswer: 1596": "1590",
    # Many lines that seem to state an answer and hold none.
    10 * "The answer is what we want.\n\n\nWell:\n\n" + "Answer: 1590\nAnswer: 1596": "1590",
    "The answer of the first step is 76.\nAnswer: 1596": "1596",
    "38 * 42 = 1590\n38 * 42 = 1596": "1590",
    b"Answer: 1590\nAnswer: 1596": "1590",
    "Wait, I do not know.": None,
    "": None,
}


@pytest.mark.parametrize("response", FIRST)
def test_the_first_answer_is_read(response: str) -> None:
    scored = first_answer.compute_score("", response, "1596")
    assert scored["pred"] == FIRST[response]
    assert scored["score"] == scored["acc"] == float(FIRST[response] == "1596")


@pytest.mark.parametrize("digits", ["highest_first", "lowest_first"])
@pytest.mark.parametrize("check", ["recomputation", "casting_out_nines_difference"])
def test_it_is_right_as_often_as_the_first_attempts_of_our_own_solutions(
    check: solutions.CheckName, digits: solutions.DigitOrder
) -> None:
    rng = random.Random(0)
    for _ in range(500):
        problem = Problem((rng.randrange(2, 10000), rng.randrange(2, 1000)))
        text = solutions.reflection(problem, rng, error_rate=0.7, max_attempts=4, check=check, digits=digits)
        first = text.partition(solutions.ANSWER)[2].partition("\n")[0]
        assert first_answer.compute_score("", text, str(problem.answer))["pred"] == first


LEAST = {"qwen-instruct": 0.97, "gpt-report": 0.97, "llama-steps": 0.99, "grade-school": 0.99}


@pytest.mark.parametrize("name", LEAST)
def test_it_tells_right_from_wrong_first_answers_of_models_of_known_truth(name: str) -> None:
    style = {**development.STYLES, **development_2.STYLES}[name]
    made = [sample for sample in samples(300, style, seed=11) if sample.truth]
    agree = [
        (sample.truth[0][0] == sample.record["ground_truth"])
        == bool(first_answer.compute_score("", sample.record["response"], sample.record["ground_truth"])["acc"])
        for sample in made
    ]
    assert sum(agree) >= LEAST[name] * len(made)


@settings(max_examples=300, deadline=None)
@given(st.text() | st.text(alphabet="0123456789 *x=\n.,\\{}answeriboxd#<>/wit:", max_size=200), st.text())
def test_no_text_raises_and_what_follows_an_answered_line_is_ignored(text: str, more: str) -> None:
    first_answer.compute_score("", text, "1596")
    stated = f"Answer: 1590\n{text}"
    assert first_answer.first_attempt(f"{stated}\n{more}", "1596") == "Answer: 1590"


HOSTILE = ["answer is ", "#### ", "1 ", "38 * 42 = x ", "wait ", "\\boxed{", "12 in total ", "{"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_however_long_a_text_only_a_bounded_part_is_read_for_statements(piece: str) -> None:
    read: list[int] = []

    class Counting:
        read_integer = staticmethod(exact_match.read_integer)

        @staticmethod
        def read_answer(text: str) -> str | None:
            read.append(len(text))
            return exact_match.read_answer(text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(first_answer, "_exact_match", Counting)
        first_answer.first_attempt(piece * 20_000, "1596")
    assert sum(read) <= 64 * 500


def test_settings_are_those_of_exact_match() -> None:
    assert first_answer.compute_score("", "Answer: 1590\nAnswer: 1596", 1596, reinforce="negative")["score"] == -1
    penalised = first_answer.compute_score("", "Answer: 1596", 1596, {"truncated": True}, truncation_penalty=0.5)
    assert penalised["score"] == 0.5
    with pytest.raises(TypeError, match="no setting fancy"):
        first_answer.compute_score("", "Answer: 1596", 1596, fancy=1)


def test_it_works_loaded_by_path_with_nothing_but_its_neighbour(tmp_path: Path) -> None:
    reward = plugins.reward("first_answer")
    assert [path.name for path in reward.beside] == ["exact_match.py"]
    shutil.copy(reward.file, tmp_path / "reward.py")
    shutil.copy(reward.beside[0], tmp_path)
    code = (
        "import importlib.util, json; spec = importlib.util.spec_from_file_location('custom_module', 'reward.py'); "
        "module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module); "
        "print(json.dumps(module.compute_score('', 'Answer: 1590\\nAnswer: 1596', '1596')))"
    )
    python = [sys.executable, "-I", "-S", "-c", code]
    ended = subprocess.run(python, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert json.loads(ended.stdout) == {"score": 0.0, "acc": 0.0, "pred": "1590"}, ended.stderr
