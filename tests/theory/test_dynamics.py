from dataclasses import replace

import numpy as np
import pytest

from dsrecipes.errors import UserError
from dsrecipes.theory import (
    Constants,
    appendix_c_rows,
    attribution_ratio,
    enumerate_trajectories,
    log_probabilities,
    probabilities,
    sensitivity,
    statements,
    three_logit_policy,
    train,
)
from dsrecipes.theory.derivatives import jacobian
from dsrecipes.theory.dynamics import kl_gradient, surrogate_gradient
from dsrecipes.theory.implicit_values import group_advantages
from dsrecipes.theory.two_stage import rewards
from dsrecipes.theory.values import Gains, kl_penalty, returns_to_go

DYNAMICS = train()
LOGITS = np.array([0.2, 1.0, -0.5])
REFERENCE = np.array([0.0, 0.7, -0.3])
# Goes on with probability 0.33 an attempt: 12 attempts leave 1e-6 of all trajectories out.
TRAJECTORIES = enumerate_trajectories(candidates=2, horizon=12)


def weighted_penalty(logits: np.ndarray, correct: float, wrong: float) -> Gains:
    gains = kl_penalty(three_logit_policy(logits), three_logit_policy(REFERENCE), weight=1.0)
    return Gains(gains.sample * np.array([correct, wrong]), gains.decide)


def test_the_surrogate_gradient_is_that_of_the_group_normalised_advantage_over_all_trajectories() -> None:
    old = np.exp(log_probabilities(three_logit_policy(LOGITS), TRAJECTORIES))
    advantages = group_advantages(old / old.sum(), rewards(three_logit_policy(LOGITS), TRAJECTORIES))

    enumerated = jacobian(
        lambda logits: np.exp(log_probabilities(three_logit_policy(logits), TRAJECTORIES)) @ advantages, LOGITS
    )

    np.testing.assert_allclose(surrogate_gradient(LOGITS), enumerated, atol=1e-4)


def test_the_attribution_of_the_reward_has_a_closed_form() -> None:
    _, p_sc, p_rw = probabilities(LOGITS)

    assert attribution_ratio(surrogate_gradient(LOGITS)) == pytest.approx(1 / (1 - p_sc + p_rw))


@pytest.mark.parametrize(("correct", "wrong"), [(8, 8), (3, 11)])
def test_the_kl_gradient_is_the_sum_of_q_times_score_over_all_trajectories(correct: float, wrong: float) -> None:
    penalties = weighted_penalty(LOGITS, correct, wrong)
    returns, _ = returns_to_go(TRAJECTORIES, penalties, discount=1.0)

    enumerated = jacobian(
        lambda logits: np.exp(log_probabilities(three_logit_policy(logits), TRAJECTORIES)) @ returns[:, 0], LOGITS
    )

    found = kl_gradient(LOGITS, REFERENCE, Constants(correct_length=correct, wrong_length=wrong))
    np.testing.assert_allclose(found, enumerated, atol=1e-3)


def test_with_answers_of_one_length_it_is_the_gradient_of_the_penalty_itself() -> None:
    def penalty(logits: np.ndarray) -> np.ndarray:
        returns, _ = returns_to_go(TRAJECTORIES, weighted_penalty(logits, 8, 8), discount=1.0)
        return np.asarray(np.exp(log_probabilities(three_logit_policy(logits), TRAJECTORIES)) @ returns[:, 0])

    found = kl_gradient(LOGITS, REFERENCE, Constants())
    np.testing.assert_allclose(found, jacobian(penalty, LOGITS), atol=1e-3)


def test_the_logits_follow_the_net_gradient() -> None:
    p = DYNAMICS.probabilities
    logits = np.log(p / (1 - p))

    np.testing.assert_allclose(np.diff(logits, axis=0), Constants().step_size * DYNAMICS.net[:-1], atol=1e-10)
    np.testing.assert_allclose(DYNAMICS.net, DYNAMICS.surrogate + DYNAMICS.kl)


def test_the_kl_penalty_starts_anew_at_every_update_of_the_reference() -> None:
    silent = np.flatnonzero(~DYNAMICS.kl.any(axis=1))

    assert silent.tolist() == list(range(0, Constants().steps, Constants().update_period))
    assert np.isnan(DYNAMICS.kl_ratio[silent]).all()
    assert np.isfinite(np.delete(DYNAMICS.kl_ratio, silent)).all()


def test_what_the_text_says_of_figure_1_holds_with_the_assumed_constants() -> None:
    rows = statements(DYNAMICS)

    assert len(rows) == 6
    assert [row.statement for row in rows if not row.holds] == []
    assert all(row.low <= row.median <= row.high for row in rows)


def test_it_does_not_hold_everywhere_and_the_scan_says_where() -> None:
    rows = {(row.constant, row.value): row for row in sensitivity(replace(Constants(), steps=200))}

    assert rows["length", "8"].kl_above_two
    assert not rows["length", "1"].kl_above_two
    assert rows["logits, length 1", "(0.3, 2.0, 1.2)"].kl_above_two  # without any weighting by length
    assert not rows["logits", "(0, 3, -3)"].surrogate_near_one  # a model that stops at anything
    assert not rows["update_period", "200"].kl_above_two


def test_the_attribution_ratio_of_appendix_c_exceeds_two() -> None:
    gradient = {row.quantity: row.ours for row in appendix_c_rows() if row.group == "KL gradient"}

    ratio = attribution_ratio(np.array([gradient[name] for name in ("sample", "stop | correct", "resample | wrong")]))

    assert ratio == pytest.approx(2.31, abs=0.005)


def test_the_step_size_is_small_enough_for_the_curves_to_be_those_of_the_objective() -> None:
    finer = train(Constants(step_size=0.01, steps=800, update_period=100))

    np.testing.assert_allclose(finer.probabilities[::2], DYNAMICS.probabilities, atol=1e-3)


def test_every_constant_says_where_it_comes_from() -> None:
    sources = Constants().provenance()

    assert {source.constant for source in sources} == set(vars(Constants()))
    assert {source.status for source in sources} == {"assumed", "reconstructed"}
    assert all(source.why for source in sources)


@pytest.mark.parametrize("wrong", [{"update_period": 0}, {"step_size": -0.1}, {"correct_length": 0}, {"kl_weight": -1}])
def test_constants_without_meaning_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(UserError, match=next(iter(wrong))):
        Constants(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("silent", [{"kl_weight": 0.0}, {"update_period": 1}])
def test_statements_on_a_kl_penalty_that_never_acts_are_refused(silent: dict[str, float]) -> None:
    with pytest.raises(UserError, match="no gradient"):
        statements(train(Constants(steps=5, **silent)))  # type: ignore[arg-type]
