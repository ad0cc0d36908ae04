"""`reward_kwargs`: what a right and a wrong answer score, and what a response loses that was cut off."""

from typing import Any

import pytest

from reward_fns import exact_match

RIGHT, WRONG, NONE = "Answer: 1596", "Answer: 1595", "I do not know."


def result(response: str, extra_info: object = None, **settings: Any) -> dict[str, Any]:
    return exact_match.compute_score("multiplication", response, "1596", extra_info, **settings)


def scores(extra_info: object = None, **settings: Any) -> list[float]:
    return [result(response, extra_info, **settings)["score"] for response in (RIGHT, WRONG, NONE)]


def test_by_default_right_scores_1_and_wrong_0() -> None:
    assert scores() == scores(reinforce="both") == [1.0, 0.0, 0.0]


def test_positive_reinforcement_rewards_what_is_right_and_leaves_the_rest() -> None:
    assert scores(reinforce="positive") == [1.0, 0.0, 0.0]


def test_negative_reinforcement_punishes_what_is_wrong_and_leaves_the_rest() -> None:
    assert scores(reinforce="negative") == [0.0, -1.0, -1.0]


@pytest.mark.parametrize("reinforce", ["both", "positive", "negative"])
def test_a_truncated_response_loses_the_penalty_whatever_it_scores(reinforce: str) -> None:
    whole, cut = ({"truncated": truncated, "index": 3} for truncated in (False, True))
    without = scores(reinforce=reinforce)
    assert scores(whole, reinforce=reinforce, truncation_penalty=0.25) == without
    assert scores(cut, reinforce=reinforce, truncation_penalty=0.25) == [score - 0.25 for score in without]


@pytest.mark.parametrize(
    "settings", [{}, {"reinforce": "negative"}, {"reinforce": "positive", "truncation_penalty": 2}]
)
def test_accuracy_and_answer_do_not_depend_on_the_settings(settings: dict[str, Any]) -> None:
    read = [result(response, {"truncated": True}, **settings) for response in (RIGHT, WRONG, NONE)]
    assert [(one["acc"], one["pred"]) for one in read] == [(1.0, "1596"), (0.0, "1595"), (0.0, None)]


def test_without_a_penalty_nobody_need_say_whether_a_response_was_truncated() -> None:
    assert scores(None, truncation_penalty=0) == scores({"truncated": True}, truncation_penalty=0.0) == [1.0, 0.0, 0.0]


@pytest.mark.parametrize("extra_info", [None, {}, {"truncated": None}, {"truncated": 1}, {"truncated": "no"}, [True]])
def test_a_penalty_without_knowing_what_was_truncated_is_refused(extra_info: object) -> None:
    with pytest.raises(ValueError, match=r"truncation_penalty is 0\.5.*extra_info\['truncated'\].*reward manager"):
        scores(extra_info, truncation_penalty=0.5)


@pytest.mark.parametrize("value", ["negativ", "NEGATIVE", "", None, 1, True, ["both"], {"both": 1}])
def test_an_unknown_kind_of_reinforcement_is_refused_with_the_known_ones(value: object) -> None:
    with pytest.raises(ValueError, match=r"reinforce is .*both, positive, negative"):
        scores(reinforce=value)


@pytest.mark.parametrize("value", ["0.5", None, True, False, [0.5], 1j])
def test_a_penalty_that_is_no_number_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match=r"truncation_penalty is .*number"):
        scores({"truncated": False}, truncation_penalty=value)


@pytest.mark.parametrize("value", [-0.5, float("nan"), float("inf"), -1])
def test_a_penalty_out_of_range_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match=r"truncation_penalty is .*at least 0"):
        scores({"truncated": False}, truncation_penalty=value)


def test_a_misspelt_setting_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="no setting truncation_penalti"):
        scores(truncation_penalti=0.5)
