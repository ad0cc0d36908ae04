import numpy as np
import pytest

from dsrecipes.theory import (
    absorption_probability,
    accuracy,
    enumerate_trajectories,
    expected_attempts,
    expected_reward,
    log_probabilities,
    probabilities,
    step_log_probabilities,
    three_logit_policy,
)

APPENDIX_C = np.array([0.4, 2.2, 1.4])


def test_probabilities_of_appendix_c() -> None:
    np.testing.assert_allclose(probabilities(APPENDIX_C), [0.5987, 0.9002, 0.8022], atol=5e-5)


def test_trajectories_are_all_there_once_and_their_probabilities_sum_to_one() -> None:
    trajectories = enumerate_trajectories(candidates=3, horizon=4)
    paths = {(tuple(row), bool(end)) for row, end in zip(trajectories.candidates, trajectories.stopped, strict=True)}

    assert len(paths) == len(trajectories.attempts) == 3 + 9 + 27 + 81 + 81
    two = enumerate_trajectories(candidates=2, horizon=6)
    assert np.exp(log_probabilities(three_logit_policy(APPENDIX_C), two)).sum() == pytest.approx(1, abs=1e-14)


def test_log_probabilities_by_step_of_the_trajectory_of_appendix_c() -> None:
    trajectories = enumerate_trajectories(candidates=2, horizon=3)
    row = [(tuple(c), bool(s)) for c, s in zip(trajectories.candidates, trajectories.stopped, strict=True)].index(
        ((1, 0, -1), True)
    )

    sampling, decision = step_log_probabilities(three_logit_policy(APPENDIX_C), trajectories)

    p, p_sc, p_rw = probabilities(APPENDIX_C)
    np.testing.assert_allclose(np.exp(sampling[row]), [1 - p, p, 1])
    np.testing.assert_allclose(np.exp(decision[row]), [p_rw, p_sc, 1])


def test_a_trajectory_at_the_limit_has_resampled_and_earns_nothing() -> None:
    always_on = np.array([50.0, -50.0, 50.0])

    reward = expected_reward(three_logit_policy(always_on), enumerate_trajectories(2, 3))

    assert reward == pytest.approx(0, abs=1e-12)


def test_discounting_counts_attempts() -> None:
    policy, trajectories = three_logit_policy(APPENDIX_C), enumerate_trajectories(2, 2)
    p, p_sc, p_rw = probabilities(APPENDIX_C)
    second = (p * (1 - p_sc) + (1 - p) * p_rw) * p * p_sc

    assert expected_reward(policy, trajectories, discount=0.5) == pytest.approx(p * p_sc + 0.5 * second)


@pytest.mark.parametrize("logits", [(0.4, 2.2, 1.4), (0.0, 0.0, 0.0), (-1.0, 3.0, -2.0)])
def test_accuracy_is_what_a_simulation_of_the_chain_gives(logits: tuple[float, float, float]) -> None:
    rng = np.random.default_rng(0)
    p, p_sc, p_rw = probabilities(np.array(logits))
    runs = 200_000
    right, attempts, open_ = np.zeros(runs, bool), np.zeros(runs), np.ones(runs, bool)
    while open_.any():
        correct = rng.random(runs) < p
        stop = np.where(correct, rng.random(runs) < p_sc, rng.random(runs) >= p_rw)
        attempts += open_
        right |= open_ & stop & correct
        open_ &= ~stop

    assert right.mean() == pytest.approx(float(accuracy(np.array(logits))), abs=0.005)
    assert attempts.mean() == pytest.approx(float(expected_attempts(np.array(logits))), rel=0.02)


def test_accuracy_is_vectorised_and_agrees_with_the_linear_equations() -> None:
    logits = np.random.default_rng(1).normal(scale=2, size=(7, 3))

    solved = [absorption_probability(three_logit_policy(row)) for row in logits]

    np.testing.assert_allclose(accuracy(logits), solved, atol=1e-13)
