import pytest

from dsrecipes.theory import AttributionRow, appendix_d_rows

ROWS = {(row.property, row.method): row for row in appendix_d_rows(models=8, seed=100)}


@pytest.mark.parametrize(
    "row", [row for row in ROWS.values() if row.paper is not None], ids=lambda row: f"{row.method}: {row.property}"
)
def test_what_is_measured_is_what_the_paper_says(row: AttributionRow) -> None:
    assert row.ours == row.paper
    assert row.agrees


def test_sft_credits_an_early_decision_with_one_over_the_probability_of_each_later_token() -> None:
    growth = ROWS["Q_d depends on future lengths", "SFT"]
    assert 1 < growth.low < growth.high


def test_dft_credits_an_early_decision_with_one_for_each_later_token_whatever_its_probability() -> None:
    growth = ROWS["Q_d depends on future lengths", "DFT"]
    assert growth.low == pytest.approx(1)
    assert growth.high == pytest.approx(1)


def test_only_the_surrogate_reward_has_one_value_for_both_kinds_of_action() -> None:
    assert [ROWS["one sufficient statistic", method].ours for method in ("SFT", "DFT", "RL")] == ["no", "no", "yes"]


def test_the_papers_q_of_sft_and_dft_are_not_what_their_gradients_weigh_with() -> None:
    words = [ROWS["Q weighs ∇ log π as the gradient does", method].ours for method in ("SFT", "DFT", "RL")]
    assert words == ["no", "no", "yes"]


def test_the_independence_of_rl_is_that_of_a_given_rollout_and_not_of_the_expected_value() -> None:
    assert ROWS["Q expected over rollouts depends on the policy", "RL"].ours == "yes"
