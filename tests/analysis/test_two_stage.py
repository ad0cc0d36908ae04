"""The accuracy that the two-stage model predicts, and whether its fit is tested at the level that it says."""

from __future__ import annotations

import random

import numpy as np
import pytest
from chains import chains, counts, tally
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2

from dsrecipes.analysis.goodness_of_fit import GoodnessOfFit, goodness_of_fit
from dsrecipes.analysis.intervals import generator, resampled_totals
from dsrecipes.analysis.tally import Tally
from dsrecipes.analysis.two_stage import MISFIT_COUNTS, misfits, predicted_accuracies, predicted_accuracy


def fit(made: Tally, resamples: int = 50) -> GoodnessOfFit:
    return goodness_of_fit(made, resampled_totals(made.columns(MISFIT_COUNTS), resamples, generator(0, "m", "2x2")))


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


rates = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 1.0, np.nan]))


@given(st.lists(st.tuples(rates, rates, rates), min_size=1, max_size=8))
def test_many_predictions_at_once_are_those_one_by_one(triples: list[tuple[float, float, float]]) -> None:
    together = predicted_accuracies(*np.array(triples).T)
    for triple, value in zip(triples, together, strict=True):
        one = predicted_accuracy(*(None if np.isnan(rate) else rate for rate in triple))
        assert (one is None and np.isnan(value)) or one == value
        assert one is None or 0 <= one <= 1


def test_a_better_rate_never_predicts_less() -> None:
    p, p_sc, p_rw = np.meshgrid(*[np.linspace(0.05, 0.95, 10)] * 3, indexing="ij")
    predicted = predicted_accuracies(p, p_sc, p_rw)
    for axis in range(3):
        assert (np.diff(predicted, axis=axis) >= 0).all()


responses = st.lists(st.lists(st.sampled_from("TFG"), min_size=1, max_size=5), min_size=1, max_size=12)


@given(responses)
def test_with_p_over_all_attempts_the_prediction_is_what_was_seen_whatever_the_model(items: list[list[str]]) -> None:
    """So observed minus predicted accuracy tests only that first attempts are like later ones."""
    made = tally(*items)
    right, wrong = made.total("right_attempts"), made.total("wrong_attempts")
    predicted = predicted_accuracy(
        right / (right + wrong),
        made.total("right_stopped") / right if right else None,
        made.total("wrong_resampled") / wrong if wrong else None,
    )
    assert predicted == pytest.approx(made.total("last_right") / made.total("first"))


def test_the_misfit_is_0_where_first_and_later_attempts_are_alike_and_seen_where_not() -> None:
    alike = chains(np.random.default_rng(0), 0.4, 0.95, 0.6, problems=40_000)
    better = chains(np.random.default_rng(0), 0.4, 0.95, 0.6, problems=40_000, later_p=0.6)
    assert float(misfits(alike.columns(MISFIT_COUNTS).sum(axis=0))) == pytest.approx(0, abs=0.01)
    result = fit(better)
    # P(right in the end): 0.38 + (0.4·0.05 + 0.6·0.6) · 0.57 / (0.57 + 0.16); predicted: 0.38 / (0.38 + 0.24)
    expected = 0.38 + 0.38 * 0.57 / 0.73 - 0.38 / 0.62
    assert result.misfit == pytest.approx(expected, abs=0.01)
    low, high = result.misfit_interval or (0, 0)
    assert low < expected < high
    assert low > 0


def test_g_by_hand() -> None:
    """40 of 100 first attempts right, 18 of the 30 second ones: G = 2 Σ O ln(O / E)."""
    items = [("T",)] * 40 + [("F",)] * 30 + [("F", "T")] * 18 + [("F", "G")] * 12
    test = fit(tally(*items)).p
    rate = 58 / 130
    table = [(40, 100 * rate), (60, 100 * (1 - rate)), (18, 30 * rate), (12, 30 * (1 - rate))]
    g = 2 * sum(seen * np.log(seen / expected) for seen, expected in table)
    assert (test.g, test.df, test.groups) == (pytest.approx(g), 1, ((0, 0), (1, 1)))
    assert test.p_value_independent == pytest.approx(chi2.sf(g, 1))
    # Every problem adds its residuals, less what estimating the common rate takes, to each group's deviation.
    variance = 0.0
    for item, times in ((("T",), 40), (("F",), 30), (("F", "T"), 18), (("F", "G"), 12)):
        residuals = [float(answer == "T") - rate for answer in item] + [0.0] * (2 - len(item))
        kept = [residuals[0] - 100 / 130 * sum(residuals), residuals[1] - 30 / 130 * sum(residuals)]
        variance += times * sum(k**2 / (n * rate * (1 - rate)) for k, n in zip(kept, (100, 30), strict=True))
    assert test.p_value == pytest.approx(chi2.sf(g / (variance * 100 / 99), 1))


def test_sparse_indices_are_pooled_from_the_end() -> None:
    made = chains(np.random.default_rng(1), 0.5, 0.9, 0.7, problems=300)
    result = fit(made).p
    n = [made.total(f"attempts_{index}") for index in range(9)]
    rate = made.total("right_attempts") / sum(n)
    assert result.groups[0][0] == 0
    assert all(after[0] == before[1] + 1 for before, after in zip(result.groups, result.groups[1:], strict=False))
    assert result.groups[-1][1] == max(index for index in range(9) if n[index])
    for first, last in result.groups:
        assert sum(n[first : last + 1]) * min(rate, 1 - rate) >= 5
    assert result.df == len(result.groups) - 1


def test_rates_share_no_parameter_so_the_joint_test_adds_up() -> None:
    result = fit(chains(np.random.default_rng(2), 0.5, 0.7, 0.6, problems=300))
    singles = [result.p, result.p_sc, result.p_rw]
    assert result.joint.df == sum(test.df or 0 for test in singles)
    assert result.joint.g == pytest.approx(sum(test.g or 0 for test in singles))


@pytest.mark.parametrize(
    ("items", "name", "reason"),
    [
        ([("T",)] * 50, "p", "1 at every attempt"),
        ([("T",)] * 50, "p_rw", "no such attempt"),
        ([("F", "G")] * 50, "p", "0 at every attempt"),
        ([("T",)] * 25 + [("F",)] * 25, "p", "too few attempts"),
        ([("T",)] * 50, "joint", "none of the three"),
        ([()], "joint", "none of the three"),
    ],
)
def test_a_test_that_cannot_be_made_says_why(items: list[tuple[str, ...]], name: str, reason: str) -> None:
    test = getattr(fit(tally(*items)), name)
    assert (test.g, test.df, test.p_value) == (None, None, None)
    assert reason in test.reason


def test_one_problem_gives_no_p_value_by_problem() -> None:
    made = Tally("m", "2x2")
    for item in [("T",)] * 40 + [("F",)] * 30 + [("F", "T")] * 18 + [("F", "G")] * 12:
        made.add((1, 1), counts(*item))
    test = fit(made).p
    assert test.g is not None
    assert test.p_value is None
    assert "problems" in (test.reason or "")


def rejections(n_tables: int, seed: int, **chain: object) -> dict[str, list[float]]:
    """p-values by problem, and those of the chi-square, of the test that p is constant."""
    rng = np.random.default_rng(seed)
    values: dict[str, list[float]] = {"by problem": [], "chi-square": []}
    for _ in range(n_tables):
        drawn = {name: value(rng) if callable(value) else value for name, value in chain.items()}
        test = fit(chains(rng, **drawn), 1).p  # type: ignore[arg-type]
        values["by problem"].append(test.p_value or 0.0)
        values["chi-square"].append(test.p_value_independent or 0.0)
    return values


def share_below(values: list[float], level: float) -> float:
    return float(np.mean(np.array(values) < level))


@pytest.mark.parametrize("samples", [1, 3])
def test_the_fit_is_rejected_about_as_often_as_the_level_says_where_the_model_holds(samples: int) -> None:
    values = rejections(300, 7, p=0.45, p_sc=0.9, p_rw=0.6, problems=100, samples=samples)
    assert 0.02 <= share_below(values["by problem"], 0.05) <= 0.09  # 0.05 ± 3 standard errors
    assert 0.40 <= share_below(values["by problem"], 0.5) <= 0.60


def test_samples_of_a_problem_that_hang_together_need_the_p_value_by_problem() -> None:
    """Problems differ in difficulty, and a few make the model doubt, right or wrong: p is the same at every attempt,
    but later attempts come from few problems."""
    rng = np.random.default_rng(5)
    values: dict[str, list[float]] = {"by problem": [], "chi-square": []}
    for _ in range(200):
        p, p_rw = rng.beta(0.5, 0.5, 100), rng.permutation(np.repeat([0.02, 0.6], [80, 20]))
        test = fit(chains(rng, p, 1 - p_rw, p_rw, problems=100, samples=8), 1).p
        values["by problem"].append(test.p_value or 0.0)
        values["chi-square"].append(test.p_value_independent or 0.0)
    assert share_below(values["chi-square"], 0.05) > 0.12
    assert share_below(values["by problem"], 0.05) < 0.09


def test_a_second_attempt_that_is_better_than_the_first_is_detected() -> None:
    values = rejections(100, 11, p=0.3, p_sc=0.95, p_rw=0.6, later_p=0.6, problems=100, samples=1)
    assert share_below(values["by problem"], 0.05) > 0.8


def test_problems_of_unlike_difficulty_break_the_model_too() -> None:
    """The hard ones are attempted again, so later attempts are worse though each problem's p is constant."""
    values = rejections(30, 13, p=lambda rng: rng.beta(0.5, 0.5, 200), p_sc=0.95, p_rw=0.6, problems=200, samples=3)
    assert share_below(values["by problem"], 0.05) > 0.9
