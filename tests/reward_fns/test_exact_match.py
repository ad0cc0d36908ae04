"""The reward reads the response's last committed answer, exactly, from any text, in time linear in its length."""

import importlib.util
import json
import pickle
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

REWARD_FILE = Path(__file__).parents[2] / "reward_fns" / "exact_match.py"
HARD_CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("hard_cases.yaml").read_text("utf-8"))


def load(name: str) -> ModuleType:
    """The reward file as VeRL loads it: by path, under a made-up name, not registered as a module."""
    spec = importlib.util.spec_from_file_location(name, REWARD_FILE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


reward = load("custom_module_1")
few = settings(max_examples=150, deadline=None)


def score(response: object, truth: object = "1596", **kwargs: object) -> dict[str, Any]:
    result: dict[str, Any] = reward.compute_score("multiplication", response, truth, **kwargs)
    return result


# --- what is read


@pytest.mark.parametrize("case", HARD_CASES, ids=[case["why"] for case in HARD_CASES])
def test_hard_case(case: dict[str, Any]) -> None:
    truth = case.get("truth", "1596")
    right = case["reads"] is not None and case["reads"] == truth.replace(",", "")
    assert score(case["response"], truth) == {"score": float(right), "acc": float(right), "pred": case["reads"]}


def test_hard_cases_are_many_and_distinct() -> None:
    responses = [(case["response"], case.get("truth")) for case in HARD_CASES]
    assert len(set(responses)) == len(responses) >= 80


INTEGERS = st.integers(-(10**30), 10**30)
WRITINGS = [
    "{}", "{:,}", "{:_}", "+{}", "{}.0", "{:,}.00", "**{}**", "**{:,}**", "${}$", "`{}`", "\\text{{{}}}",
    "\\mathbf{{{:,}}}",
]  # fmt: skip
GROUP_SIGNS = [",", " ", "_", "'", "’", "\u00a0", "\u2009", "\u202f", "{,}", "\\,", "\\!,", ",\\!", "~", "\\ ", "，"]
COMMITMENTS = [
    "\\boxed{{{}}}", "so $\\boxed{{{}}}$.", "<answer>{}</answer>", "<answer>\n{}\n</answer>", "Final answer: {}",
    "**Final Answer:** {}", "### Final Answer\n\n{}", "The answer is {}.", "Answer: {}", "Answer:\n\n{}\n",
    "The answer to 3 * 4 is {}", "#### {}", "3 * 4 = {}", "3 * 4 = 7 + 5 = {}", "and we get {}.", "{}",
]  # fmt: skip
JUST_NUMBERS = COMMITMENTS[-2:]
BEFORE = st.sampled_from(
    ["", "8 * 2 = 16\n", "Answer: 5\nI made a mistake. Let me recompute.\n", "1. Add.\n\n", "× ✓ 9\n"]
)


@few
@given(number=INTEGERS, writing=st.sampled_from(WRITINGS), commitment=st.sampled_from(COMMITMENTS), before=BEFORE)
def test_every_writing_is_read_from_every_commitment(number: int, writing: str, commitment: str, before: str) -> None:
    assume(not (number < 0 and "+" in writing))
    assume(not ("=" in before and commitment in JUST_NUMBERS))  # an equation is the stronger commitment
    response = before + commitment.format(writing.format(number))
    assert score(response, number) == {"score": 1.0, "acc": 1.0, "pred": str(number)}
    assert score(response, number + 1)["score"] == 0.0


@few
@given(number=INTEGERS, sign=st.sampled_from(GROUP_SIGNS), commitment=st.sampled_from(COMMITMENTS))
def test_every_grouping_is_read_from_every_commitment(number: int, sign: str, commitment: str) -> None:
    assert score(commitment.format(f"{number:,}".replace(",", sign)), number)["pred"] == str(number)


@few
@given(number=st.integers(0, 10**30), zero=st.sampled_from("０٠०০𝟎𝟬"), commitment=st.sampled_from(COMMITMENTS))
def test_digits_of_any_script_are_read(number: int, zero: str, commitment: str) -> None:
    written = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    assert score(commitment.format(written), number)["score"] == 1.0


@few
@given(a=st.integers(2, 10**6), b=st.integers(2, 10**6), commitment=st.sampled_from(COMMITMENTS))
@pytest.mark.parametrize(
    "written", ["{} * {}", "{}*{}", "{} \\times {}", "{} × {}", "{}+{}", "{} or {}", "{}, {}", "{}; {}"]
)
def test_two_numbers_are_never_an_answer(written: str, a: int, b: int, commitment: str) -> None:
    response = commitment.format(written.format(a, b))
    for truth in (a, b, a * b, a + b):
        assert score(response, truth)["score"] == 0.0


@few
@given(number=st.integers(1, 10**30), commitment=st.sampled_from(COMMITMENTS))
@pytest.mark.parametrize(
    "written", ["about {}", "≈ {}", "~{}", "{}...", "{} million", "{}e3", "{}.5", "{}%", "{}k", "{}^2"]
)
def test_an_inexact_number_is_never_an_answer(written: str, number: int, commitment: str) -> None:
    assert score(commitment.format(written.format(number)), number) == {"score": 0.0, "acc": 0.0, "pred": None}


@few
@given(number=st.integers(10, 10**30), at=st.integers(0, 30))
def test_one_wrong_digit_anywhere_scores_nothing(number: int, at: int) -> None:
    digits = str(number)
    at %= len(digits)
    near = digits[:at] + str((int(digits[at]) + 1) % 10) + digits[at + 1 :]
    assert score(f"\\boxed{{{near}}}", digits)["score"] == 0.0


# --- never raises


SHARDS = [
    "\\boxed{", "}", "{", "<answer>", "</answer>", "Answer:", "answer is", "Final answer", "####", "=", "\n", " ", ",",
    "1", "596", "38", "*", "**", "$", "\\text{", "\\", "or", "about", "I made a mistake.", "Let me recompute.", "wait",
    "actually", "no,", "</think>", "≈", "-", ".", "'", "_", "~", "|", "×", "１", "²", "\ud800", "\0",
]  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(st.one_of(st.text(st.characters()), st.lists(st.sampled_from(SHARDS), max_size=40).map("".join)))
def test_any_text_is_scored(text: str) -> None:
    result = score(text)
    assert list(result) == ["score", "acc", "pred"]
    assert result["score"] == result["acc"] == float(result["pred"] == "1596")
    assert result["pred"] is None or str(int(result["pred"])) == result["pred"]
    assert reward.read_answer(text) == result["pred"]


@pytest.mark.parametrize("response", [None, 1596, 1596.0, ["1596"], {"answer": 1596}, b"", object()])
def test_what_is_no_text_holds_no_answer(response: object) -> None:
    assert score(response) == {"score": 0.0, "acc": 0.0, "pred": None}


def test_bytes_are_read_as_utf8() -> None:
    assert score("Answer: １５９６".encode())["score"] == 1.0
    assert score(b"\xff\xfe Answer: 1596")["score"] == 1.0


# --- ground truth


@pytest.mark.parametrize(
    "truth", [561741, "561741", "561,741", " 561741\n", "561741.0", "+561741", b"561741", "$561{,}741$"]
)
def test_ground_truth_is_any_writing_of_the_integer(truth: object) -> None:
    assert score("Answer: 561,741", truth)["score"] == 1.0


def test_ground_truth_is_any_integer_type() -> None:
    numpy = pytest.importorskip("numpy")
    assert score("Answer: 561,741", numpy.int64(561741))["score"] == 1.0
    assert score("Answer: 5", numpy.array([5, 5]))["score"] == 0.0


@pytest.mark.parametrize(
    "truth",
    [
        *[None, "", "none", "12 or 13", 1.0, True, [1], b"\xff", object()],
        pytest.param(10**5000, id="huge integer"),
        pytest.param("1" * 5000, id="huge text"),
    ],
)
@pytest.mark.parametrize("response", ["Answer: 1", "Answer: 12", "", pytest.param("1" * 5000, id="huge answer")])
def test_bad_ground_truth_matches_nothing(truth: object, response: str) -> None:
    assert score(response, truth)["score"] == 0.0


# --- how VeRL calls it


def test_keywords_of_verl_are_accepted() -> None:
    result = reward.compute_score(
        data_source="multiplication",
        solution_str="Answer: 1596",
        ground_truth="1596",
        extra_info={"num_turns": 2, "rollout_reward_scores": {}},
        reward_router_address="127.0.0.1:1",
        reward_model_tokenizer=None,
    )
    assert result == {"score": 1.0, "acc": 1.0, "pred": "1596"}


def test_a_setting_that_would_have_no_effect_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match=r"no setting reinforcment.*reward_kwargs"):
        score("Answer: 1596", reinforcment="negative")


def test_the_file_needs_the_standard_library_alone() -> None:
    """Isolated, without site packages, loaded by path."""
    program = (
        "import importlib.util, json, sys\n"
        f"spec = importlib.util.spec_from_file_location('any_name', {str(REWARD_FILE)!r})\n"
        "module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module)\n"
        "print(json.dumps(module.compute_score('m', r'\\boxed{1,596}', '1596')))"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {"score": 1.0, "acc": 1.0, "pred": "1596"}


def test_function_and_result_can_be_pickled(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "exact_match_of_a_worker"
    module = load(name)
    monkeypatch.setitem(sys.modules, name, module)
    function = pickle.loads(pickle.dumps(module.compute_score))
    result = function("m", "Answer: 1596", "1596")
    assert pickle.loads(pickle.dumps(result)) == result == score("Answer: 1596")


# --- time


HOSTILE = [
    "{", "}", "\\boxed{", "\\boxed{}", "\\boxed{{", ",", "1,", "1", "１", "1=", "=", " ", "\n", "*", "\\", "$", "#",
    "answer ", "answer is ", "Answer: ", "final answer ", "<answer>", "</answer>", "equals ", "1 or ", "1. ", "-1",
    "1 * ", "'", "not ", "✓", "wait, ", "let me ", "~~12~~ ", "1 not ", "→ 123 ", "= 5 (because ", "\n\nQ: 13 * 17?\n",
]  # fmt: skip


@pytest.mark.parametrize(
    "remark",
    ["is verified.", "is the final answer.", "is correct", "holds.", "apples", "which is right", "it is", "as said."],
)
def test_a_remark_after_a_box_leaves_it(remark: str) -> None:
    assert reward.read_answer(f"So the answer \\boxed{{1596}} {remark}") == "1596"


@pytest.mark.parametrize(
    "remark",
    [
        "is wrong.", "is not the answer", "might be the answer", "if I did it right", "is approximately right",
        "or \\boxed{1597}", "hundred", "is the previous answer", "is a partial product", "isn't right", "plus 4",
    ],
)  # fmt: skip
def test_a_box_that_is_denied_is_no_answer(remark: str) -> None:
    assert reward.read_answer(f"So \\boxed{{1596}} {remark}") != "1596"


@pytest.mark.parametrize("text", ["1596...", "**1596...**", "1596 …", "The answer is 1596..."])
def test_a_number_that_goes_on_is_no_answer(text: str) -> None:
    assert reward.read_answer(text) is None


@pytest.mark.parametrize(
    "aside",
    [
        "- I looked again at 38 × 2 = 76; this line is fine.",
        "- Correctness: 8 × 2 = 16, which matches the final digit 6.",
        "Evaluation: 40 × 40 = 1600 is a rough estimate, and the size of the result fits.",
        "Evaluation: 40 × 40 = 1600 is a rough estimate.\n\nThe final answer remains 1596.",
    ],
)
def test_an_equation_of_a_check_leaves_the_answer(aside: str) -> None:
    assert reward.read_answer(f"38 × 40 = 1520\n38 × 2 = 76\nSo 38 × 42 = 1596.\n\n{aside}") == "1596"


@pytest.mark.parametrize(
    "ends", [("", ""), ("Answer: ", ""), ("Answer: 5", ""), ("\\boxed{", "}"), ("", " wrong again 7")]
)
@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_no_faster_than_length(unit: str, ends: tuple[str, str]) -> None:
    before, after = ends

    def seconds(characters: int) -> float:
        text = before + unit * (characters // len(unit)) + after
        times = []
        for _ in range(3):
            started = time.process_time()
            score(text)
            times.append(time.process_time() - started)
        return min(times)

    # Linear work takes 16 times as long on 16 times the text, quadratic work 256 times. 2 ms is the noise of a clock.
    assert seconds(400_000) <= 3 * 16 * (seconds(25_000) + 0.002)
