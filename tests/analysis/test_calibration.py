"""Rates, their intervals, and the accuracy that the two-stage model predicts from them."""

from __future__ import annotations

import random

import numpy as np
import pytest

from dsrecipes.analysis.attempts import Attempt, Decision
from dsrecipes.analysis.calibration import Rate, Tally, bootstrap_predicted, calibrate, predicted_accuracy, size_order
from dsrecipes.analysis.trajectories import Trajectory


def trajectory(index: int, *, truncated: bool = False, operands: tuple[int, int] | None = None) -> Trajectory:
    reason = "length" if truncated else "stop"
    return Trajectory(f"t{index}", "m", "2x2", operands or (index, 1), "p", "r", "1", reason, 10 * index, 0, 0)  # type: ignore[arg-type]


def attempts(*decisions: tuple[bool, str]) -> list[Attempt]:
    return [Attempt(i, "1", right, Decision(decision), None, 0, 1) for i, (right, decision) in enumerate(decisions)]


def tally(*trajectories: list[Attempt], truncated: set[int] = frozenset()) -> Tally:  # type: ignore[assignment]
    counted = Tally("m", "2x2")
    for index, item in enumerate(trajectories):
        right = bool(item) and item[-1].correct
        counted.add(trajectory(index, truncated=index in truncated), item, right=right, reader_disagrees=False)
    return counted


RIGHT_STOP = attempts((True, "STOP"))
WRONG_STOP = attempts((False, "STOP"))
REPAIRED = attempts((False, "RESAMPLE"), (True, "STOP"))
SPOILT = attempts((True, "RESAMPLE"), (False, "STOP"))


def test_rates_are_counted_over_attempts_with_their_denominators() -> None:
    result = calibrate(tally(RIGHT_STOP, WRONG_STOP, REPAIRED, SPOILT))
    assert result.p == Rate(2, 4)
    assert result.p_sc == Rate(2, 3)  # three right attempts, one of them dropped
    assert result.p_rw == Rate(1, 3)  # three wrong attempts, one of them dropped
    assert result.accuracy == Rate(2, 4)
    # 0.5 · 2/3 / (0.5 · 2/3 + 0.5 · 2/3)
    assert result.predicted_accuracy == pytest.approx(0.5)


def test_truncated_trajectories_count_for_the_observed_accuracy_only() -> None:
    cut = attempts((False, "RESAMPLE"), (True, "TRUNCATED"))
    result = calibrate(tally(RIGHT_STOP, WRONG_STOP, cut, truncated={2}))
    assert (result.accuracy, result.n_truncated) == (Rate(2, 3), 1)
    assert (result.p.n, result.p_sc.n, result.p_rw.n) == (2, 1, 1)


def test_a_finished_response_without_an_answer_counts_against_accuracy_and_is_told() -> None:
    result = calibrate(tally(RIGHT_STOP, []))
    assert result.accuracy == Rate(1, 2)
    assert (result.p, result.n_without_candidate) == (Rate(1, 1), 1)


def test_a_rate_without_a_denominator_is_null() -> None:
    fields = calibrate(tally(RIGHT_STOP, RIGHT_STOP)).to_json()
    assert fields["n_wrong_attempts"] == 0
    assert fields["p_rw"] is None
    assert fields["p_rw_ci"] is None
    assert fields["predicted_accuracy"] == 1.0


def test_all_truncated_leaves_only_the_observed_accuracy() -> None:
    fields = calibrate(tally(attempts((True, "TRUNCATED")), truncated={0})).to_json()
    assert fields["accuracy"] == 1.0
    for name in ("p", "p_sc", "p_rw", "predicted_accuracy", "predicted_accuracy_ci"):
        assert fields[name] is None


def test_the_interval_is_wilsons() -> None:
    low, high = Rate(9, 10).interval or (0, 0)  # hand-computed: (0.9 + z²/20 ± z·√(0.009 + z²/400)) / (1 + z²/10)
    assert (low, high) == (pytest.approx(0.59585, abs=1e-5), pytest.approx(0.98212, abs=1e-5))


@pytest.mark.parametrize(
    ("p", "p_sc", "p_rw", "expected"),
    [
        (0.5987, 0.9002, 0.8022, 0.5987 * 0.9002 / (0.5987 * 0.9002 + 0.4013 * 0.1978)),
        (0.3, 1.0, 0.0, 0.3),  # who always stops is as good as the first attempt
        (0.3, 1.0, 1.0, 1.0),  # who stops exactly when right is always right
        (1.0, 0.5, None, 1.0),  # p_rw has no weight where nothing is ever wrong
        (0.0, None, 0.4, 0.0),  # p_sc has none where nothing is ever right
        (0.0, None, 1.0, None),  # never stops
        (1.0, 0.0, None, None),  # never stops
        (0.5, 0.0, 1.0, None),  # never stops
        (None, None, None, None),
        (0.5, None, 0.5, None),
        (0.5, 0.5, None, None),
    ],
)
def test_the_prediction_is_the_absorption_probability(
    p: float | None, p_sc: float | None, p_rw: float | None, expected: float | None
) -> None:
    assert predicted_accuracy(p, p_sc, p_rw) == (None if expected is None else pytest.approx(expected))


def test_the_prediction_is_what_the_chain_does() -> None:
    rng = random.Random(0)
    p, p_sc, p_rw, ends = 0.4, 0.9, 0.6, 0
    for _ in range(20_000):
        while True:
            right = rng.random() < p
            if rng.random() < (p_sc if right else 1 - p_rw):
                ends += right
                break
    assert predicted_accuracy(p, p_sc, p_rw) == pytest.approx(ends / 20_000, abs=0.01)


def test_the_bootstrap_draws_problems_not_trajectories() -> None:
    """Ten samples of one problem hold no more than one: resampling a single problem always gives the same set."""
    counted = Tally("m", "2x2")
    for index in range(10):
        item = [RIGHT_STOP, WRONG_STOP][index % 2]
        counted.add(trajectory(index, operands=(3, 4)), item, right=item[-1].correct, reader_disagrees=False)
    draws = bootstrap_predicted(counted.decision_counts(), 50, np.random.default_rng(0))
    assert set(draws) == {0.5}


def test_the_bootstrap_interval_is_reproducible_and_holds_the_prediction() -> None:
    counted = tally(*[RIGHT_STOP] * 30, *[REPAIRED] * 20, *[WRONG_STOP] * 30, *[SPOILT] * 5)
    first, second = calibrate(counted, seed=1), calibrate(counted, seed=1)
    assert first.predicted_accuracy_ci == second.predicted_accuracy_ci
    low, high = first.predicted_accuracy_ci or (1, 0)
    assert low < (first.predicted_accuracy or 0) < high
    assert calibrate(counted, seed=2).predicted_accuracy_ci != first.predicted_accuracy_ci


def test_resamples_in_which_the_prediction_is_undefined_are_left_out() -> None:
    empty = np.array([[0] * 6, [1, 1, 1, 1, 0, 0]])  # a problem without any finished attempt, and one that is right
    draws = bootstrap_predicted(empty, 200, np.random.default_rng(0))
    assert np.isnan(draws).any()
    assert set(draws[~np.isnan(draws)]) == {1.0}


def test_sizes_are_ordered_by_difficulty() -> None:
    assert sorted(["other", "10x1", "3x4", "2x2", "1x3", "4x3"], key=size_order) == [
        "2x2", "1x3", "3x4", "4x3", "10x1", "other",
    ]  # fmt: skip
