"""Estimates over several models: the same problems, all seeds, and what is known of another training."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot, sqrt
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from run_folders import Answers, answers, tally_of, write_run
from scipy.stats import binom

from dsrecipes.analysis.intervals import Rate
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.tally import Tally, to_table
from dsrecipes.report.arms import Arm, Region, scales
from dsrecipes.report.cells import measured, points
from dsrecipes.report.collect import collect
from dsrecipes.report.estimates.estimator import Estimator, Term
from dsrecipes.report.estimates.over_seeds import half_width
from dsrecipes.report.estimates.quantities import QUANTITIES

SETTINGS = Settings(resamples=2000)
HERE = Region("in distribution", ("1x2",))
T_2 = 4.302653  # Student's t, 97.5%, two degrees of freedom


def arms(runs: Path, **seeds: Sequence[Answers]) -> dict[str, Arm]:
    """The arms of runs at one size, for each the answers of each seed."""
    for name, by_seed in seeds.items():
        for seed, given in enumerate(by_seed):
            write_run(runs, name, run_id=f"s{seed}", seed=seed, sizes=["1x2"], problems={"1x2": given})
    found = {name: scales(collect(runs).runs, SETTINGS)[0].arm(name) for name in seeds}
    return {name: arm for name, arm in found.items() if arm}


def test_models_that_answer_alike_differ_by_nothing_however_few_the_problems(tmp_path: Path) -> None:
    both = arms(tmp_path, base=[answers(20, right=10)], rl=[answers(20, right=10)])
    found = Estimator(SETTINGS).change("accuracy", both["rl"], both["base"], HERE)
    assert (found.value, found.by_problem) == (0, (0, 0))


def test_a_change_is_the_difference_of_the_rates(tmp_path: Path) -> None:
    both = arms(tmp_path, base=[answers(50, right=10, dropped=5)], rl=[answers(50, right=30, repaired=5, dropped=5)])
    found = Estimator(SETTINGS).change("p_rw", both["rl"], both["base"], HERE)
    assert found.value == pytest.approx(10 / 25 - 5 / 45)
    assert (found.n, found.of) == (25, "wrong attempts of RL in distribution")
    assert found.by_problem is not None
    assert found.by_problem[0] < found.value < found.by_problem[1]


def test_seeds_widen_the_interval_by_what_they_lie_apart(tmp_path: Path) -> None:
    rl = arms(tmp_path, rl=[answers(100, right=right) for right in (40, 50, 60)])["rl"]
    found = Estimator(SETTINGS).rate("accuracy", rl, HERE)
    assert found.seeds == pytest.approx(T_2 * 0.1 / sqrt(3), rel=1e-5)
    assert found.by_problem is not None
    assert found.interval == (
        pytest.approx(0.5 - hypot(0.5 - found.by_problem[0], found.seeds or 0)),
        pytest.approx(0.5 + hypot(found.by_problem[1] - 0.5, found.seeds or 0)),
    )
    assert found.one_seed == ()


def test_a_base_that_was_only_evaluated_has_no_seed_of_training(tmp_path: Path) -> None:
    both = arms(tmp_path, base=[answers(100, right=20)], rl=[answers(100, right=r) for r in (40, 50, 60)])
    estimator = Estimator(SETTINGS)
    found = estimator.change("accuracy", both["rl"], both["base"], HERE)
    assert found.seeds == pytest.approx(T_2 * 0.1 / sqrt(3), rel=1e-5)
    assert found.one_seed == ()


def test_a_trained_model_with_one_seed_is_named(tmp_path: Path) -> None:
    both = arms(tmp_path, **{"sft-dft": [answers(10, right=2)], "rl": [answers(10, right=r) for r in (3, 5)]})
    found = Estimator(SETTINGS).change("accuracy", both["rl"], both["sft-dft"], HERE)
    assert found.one_seed == ("DFT (reflection)",)


def test_half_width_by_hand() -> None:
    assert half_width([[0.4, 0.5, 0.6]]) == pytest.approx(T_2 * 0.1 / sqrt(3), rel=1e-5)
    # Two models that scatter alike: four degrees of freedom (Welch).
    assert half_width([[0.4, 0.5, 0.6], [0.1, 0.2, 0.3]]) == pytest.approx(2.776445 * 0.1 * sqrt(2 / 3), rel=1e-5)
    assert half_width([[0.4], []]) is None
    assert half_width([[0.5, 0.5]]) == 0


def test_a_rate_of_0_is_not_taken_for_certain(tmp_path: Path) -> None:
    both = arms(tmp_path, base=[answers(30)], rl=[answers(30), answers(30)])
    estimator = Estimator(SETTINGS)
    wilson = Rate(0, 30).interval
    assert wilson is not None
    # Two seeds answered the same problems: no more is known of these than from one.
    assert estimator.rate("p", both["rl"], HERE).by_problem == pytest.approx(wilson)
    # Newcombe's interval of a difference of two such rates.
    found = estimator.change("p", both["rl"], both["base"], HERE).by_problem
    assert found == pytest.approx((-wilson[1], wilson[1]))


@pytest.mark.parametrize(("n", "threshold"), [(40, 0.1), (60, 0.1), (121, 0.1), (40, 0.9), (221, 0.05)])
def test_a_rate_at_a_threshold_near_an_edge_is_called_beyond_it_by_chance_alone(
    tmp_path: Path, n: int, threshold: float
) -> None:
    """By exact sum over all that could be measured; 2.5% is meant. The bootstrap alone: 8% of 40, 7% of 121 and 221."""
    called = 0.0
    for wrong in range(n + 1):
        chance = float(binom.pmf(wrong, n, min(threshold, 1 - threshold)))
        if chance < 1e-4:
            continue
        runs = tmp_path / str(wrong)
        dropped = wrong if threshold < 0.5 else n - wrong
        rl = arms(runs, rl=[[*["WR"] * dropped, *["W"] * (n - dropped)]])["rl"]
        # Two wrong attempts in an answer would make no difference: they count by problem.
        low, high = Estimator(SETTINGS).rate("p_rw", rl, HERE).interval or (0.0, 1.0)
        called += chance if (high < threshold if threshold < 0.5 else low > threshold) else 0.0
    assert called < 0.035


def test_near_an_edge_the_interval_is_no_narrower_with_more_cases(tmp_path: Path) -> None:
    high = []
    for dropped in range(8):
        rl = arms(tmp_path / str(dropped), rl=[[*["WR"] * dropped, *["W"] * (40 - dropped)]])["rl"]
        high.append((Estimator(SETTINGS).rate("p_rw", rl, HERE).interval or (0.0, 0.0))[1])
    assert high == sorted(high)


def test_several_answers_to_a_problem_count_once_whether_they_are_samples_or_seeds(tmp_path: Path) -> None:
    samples = arms(tmp_path / "samples", rl=[[["R"] * 8] * 10])["rl"]
    seeds = arms(tmp_path / "seeds", rl=[["R"] * 10] * 8)["rl"]
    wilson = Rate(10, 10).interval
    assert wilson is not None
    for rl in (samples, seeds):
        assert Estimator(SETTINGS).rate("accuracy", rl, HERE).by_problem == pytest.approx(wilson)


def test_models_without_a_problem_of_a_size_in_common_are_not_compared(tmp_path: Path) -> None:
    for name in ("base", "rl"):
        write_run(tmp_path, name, sizes=["1x2", "2x3"], problems={"1x2": answers(40), "2x3": answers(40)})
    same, other = tally_of("m", "1x2", answers(40)), Tally("m", "2x3")
    other.add_all([(a, b + 1000) for a, b in same.problems], same.matrix.astype(np.int64))
    pq.write_table(to_table([same, other]), tmp_path / "tiny-rl/run-1/analysis/problems.parquet")
    scale = scales(collect(tmp_path).runs, SETTINGS)[0]
    rl, base = scale.arm("rl"), scale.arm("base")
    assert rl is not None and base is not None
    found = Estimator(SETTINGS).change("accuracy", rl, base, Region("all sizes", scale.sizes))
    assert (found.value, found.why) == (None, "no problem of 2x3 in common: RL, Base")


def test_problems_that_one_model_was_not_given_are_counted(tmp_path: Path) -> None:
    both = arms(tmp_path, base=[answers(40, right=10)], rl=[answers(50, right=20)])
    found = Estimator(SETTINGS).change("accuracy", both["rl"], both["base"], HERE)
    assert (found.left_out, found.problems) == (10, 40)
    assert measured(found, points).endswith("(without 10 problems that only some of the models were given)")


def test_seeds_without_a_denominator_are_told(tmp_path: Path) -> None:
    rl = arms(tmp_path, rl=[answers(40, right=20, repaired=10), answers(40, right=40), ["R"] * 39 + ["WR"]])["rl"]
    assert Estimator(SETTINGS).rate("p_rw", rl, HERE).one_seed == ("RL (defined in 2 of 3 seeds)",)
    assert Estimator(SETTINGS).rate("p", rl, HERE).one_seed == ()


def test_a_fit_without_a_second_attempt_tests_nothing(tmp_path: Path) -> None:
    rl = arms(tmp_path, rl=[answers(100, right=60)])["rl"]
    found = Estimator(SETTINGS).rate("misfit", rl, HERE)
    assert (found.value, found.interval) == (None, None)
    assert found.why.startswith("no second attempt")


def test_a_slope_needs_two_numbers_of_digits(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", sizes=["1x3", "2x2"], problems={"1x3": answers(40, right=20), "2x2": answers(40)})
    rl = scales(collect(tmp_path).runs, SETTINGS)[0].arm("rl")
    assert rl is not None
    found = Estimator(SETTINGS).rate("p_by_digit", rl, Region("all sizes", ("1x3", "2x2")))
    assert (found.n, found.why.split(",")[0]) == (80, "one number of digits only")


def test_the_interval_of_a_share_ends_at_0_and_1(tmp_path: Path) -> None:
    rl = arms(tmp_path, rl=[answers(40, right=right) for right in (20, 39, 40)])["rl"]
    found = Estimator(SETTINGS).rate("accuracy", rl, HERE)
    assert found.interval is not None
    assert found.interval[1] == 1


def test_an_undefined_rate_says_of_whom(tmp_path: Path) -> None:
    both = arms(tmp_path, base=[answers(10, right=10)], rl=[answers(10, right=2)])
    found = Estimator(SETTINGS).change("p_rw", both["rl"], both["base"], HERE)
    assert (found.value, found.why) == (None, "no wrong attempts of Base in distribution")


def test_terms_are_added_over_regions(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", sizes=["1x2", "3x3"], trained=["1x2"], problems={
        "1x2": answers(100, right=80), "3x3": answers(100, right=30)})  # fmt: skip
    scale = scales(collect(tmp_path).runs, SETTINGS)[0]
    rl, (inside, outside) = scale.arm("rl"), scale.regions
    assert rl is not None
    found = Estimator(SETTINGS).total([Term("p", rl, inside), Term("p", rl, outside, -1)])
    assert found.value == pytest.approx(0.5)
    # Other problems, drawn by themselves: about 1.96 · √(0.16 / 100 + 0.21 / 100).
    assert found.interval is not None
    assert found.interval[1] - found.interval[0] == pytest.approx(2 * 1.96 * sqrt(0.37 / 100), rel=0.1)


def test_p_by_digit_is_the_slope_of_a_straight_line(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", sizes=["1x2", "2x2", "2x3"], problems={
        "1x2": answers(100, right=80), "2x2": answers(100, right=50), "2x3": answers(100, right=20)})  # fmt: skip
    scale = scales(collect(tmp_path).runs, SETTINGS)[0]
    rl = scale.arm("rl")
    assert rl is not None
    found = Estimator(SETTINGS).rate("p_by_digit", rl, Region("all sizes", scale.sizes))
    assert found.value == pytest.approx(-0.3)


def test_what_reflection_adds_is_the_last_candidate_less_the_first(tmp_path: Path) -> None:
    rl = arms(tmp_path, rl=[[*answers(90, right=40, repaired=20), *["RW"] * 10]])["rl"]
    assert Estimator(SETTINGS).rate("reflection_gain", rl, HERE).value == pytest.approx(0.1)


def test_shares_know_of_seeds_too(tmp_path: Path) -> None:
    both = arms(tmp_path, base=[answers(100, right=20, dropped=8)], rl=[
        answers(100, right=right, repaired=10, dropped=10) for right in (40, 50, 60)])  # fmt: skip
    shares = Estimator(SETTINGS).parts(both["rl"], both["base"], HERE)
    assert shares is not None
    sampling, decision, predicted = (shares.part(name) for name in ("sampling", "decision", "predicted_gap"))
    assert None not in (sampling.value, decision.value, predicted.value)
    assert (sampling.value or 0) + (decision.value or 0) == pytest.approx(predicted.value)
    assert (sampling.seeds or 0) > 0.1
    difference = shares.part("decision_minus_sampling").value
    assert difference == pytest.approx((decision.value or 0) - (sampling.value or 0))


def test_a_gap_downwards_keeps_its_sign(tmp_path: Path) -> None:
    both = arms(tmp_path, base=[answers(100, right=60, dropped=8)], rl=[answers(100, right=20, dropped=20)])
    shares = Estimator(SETTINGS).parts(both["rl"], both["base"], HERE)
    assert shares is not None
    decision, sampling = shares.part("decision").value, shares.part("sampling").value
    assert (sampling or 0) < 0
    assert shares.part("decision_minus_sampling").value == pytest.approx((decision or 0) - (sampling or 0))


@pytest.mark.parametrize("name", QUANTITIES)
def test_every_quantity_can_be_estimated(tmp_path: Path, name: str) -> None:
    write_run(tmp_path, "rl", sizes=["1x2", "2x2"], problems={
        size: [*answers(40, right=10, repaired=10, dropped=5), "RR"] for size in ("1x2", "2x2")})  # fmt: skip
    scale = scales(collect(tmp_path).runs, SETTINGS)[0]
    rl = scale.arm("rl")
    assert rl is not None
    region = Region("all sizes", ("1x2", "2x2") if name != "p_by_digit" else scale.sizes)
    assert Estimator(SETTINGS).rate(name, rl, region).interval is not None
