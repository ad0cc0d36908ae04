"""Rates, their intervals, and the bootstrap by problem."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binom, ks_2samp
from statsmodels.stats.proportion import proportion_confint

from dsrecipes.analysis.intervals import Rate, Resampled, generator, percentile_interval, ratio, resampled_totals

# Table 1 of the paper, n = 100: accuracy in %, and the Wald interval of the two that a reader checks first.
PAPER_RL = [98, 91, 92, 90, 72, 53, 34]


def percent(interval: tuple[float, float] | None) -> tuple[float, float]:
    assert interval is not None
    return round(100 * interval[0], 1), round(100 * interval[1], 1)


def test_wald_is_the_papers_interval_and_is_not_clipped() -> None:
    assert percent(Rate(98, 100).interval_by("wald")) == (95.3, 100.7)  # as Table 1 prints it
    for successes in PAPER_RL:
        value = successes / 100
        half = 1.959964 * (value * (1 - value) / 100) ** 0.5
        assert Rate(successes, 100).interval_by("wald") == pytest.approx((value - half, value + half), abs=1e-6)


@pytest.mark.parametrize(
    ("method", "expected"), [("wald", (0.0, 0.0)), ("wilson", (0.0, 0.161)), ("clopper-pearson", (0.0, 0.168))]
)
def test_the_degenerate_end(method: str, expected: tuple[float, float]) -> None:
    low, high = Rate(0, 20).interval_by(method) or (1, 1)  # type: ignore[arg-type]
    assert (round(low, 3), round(high, 3)) == expected
    mirrored = Rate(20, 20).interval_by(method)  # type: ignore[arg-type]
    assert mirrored == pytest.approx((1 - high, 1 - low))


def test_wilson_by_hand() -> None:
    # (0.9 + z²/20 ± z·√(0.009 + z²/400)) / (1 + z²/10)
    assert Rate(9, 10).interval_by("wilson") == pytest.approx((0.59585, 0.98212), abs=1e-5)
    assert Rate(9, 10).interval == Rate(9, 10).interval_by("wilson")


def test_clopper_pearson_ends_are_where_the_tails_hold_two_and_a_half_percent() -> None:
    low, high = Rate(7, 30).interval_by("clopper-pearson") or (0, 0)
    assert binom.sf(6, 30, low) == pytest.approx(0.025)
    assert binom.cdf(7, 30, high) == pytest.approx(0.025)


@pytest.mark.parametrize(("method", "name"), [("wilson", "wilson"), ("clopper-pearson", "beta")])
@pytest.mark.parametrize(("successes", "n"), [(0, 1), (1, 1), (0, 20), (7, 30), (499, 1000), (10**6 - 1, 10**6)])
def test_intervals_are_those_of_statsmodels(method: str, name: str, successes: int, n: int) -> None:
    expected = proportion_confint(successes, n, alpha=0.05, method=name)
    assert Rate(successes, n).interval_by(method) == pytest.approx(expected, abs=1e-12)  # type: ignore[arg-type]


def test_without_a_denominator_there_is_neither_value_nor_interval() -> None:
    assert Rate(0, 0).value is None
    assert [Rate(0, 0).interval_by(method) for method in ("wald", "wilson", "clopper-pearson")] == [None] * 3  # type: ignore[arg-type]


@pytest.mark.parametrize(("method", "least", "most"), [("wilson", 0.93, 0.97), ("clopper-pearson", 0.95, 1.0)])
def test_coverage_over_all_outcomes(method: str, least: float, most: float) -> None:
    """Exact, by summing the binomial: mean coverage over true rates, n = 100 as in the paper."""
    intervals = [Rate(successes, 100).interval_by(method) or (0, 0) for successes in range(101)]  # type: ignore[arg-type]
    truths = np.linspace(0.02, 0.98, 49)
    covered = [
        sum(binom.pmf(k, 100, truth) for k, (low, high) in enumerate(intervals) if low <= truth <= high)
        for truth in truths
    ]
    assert least < np.mean(covered) < most
    if method == "clopper-pearson":
        assert min(covered) >= 0.95


def test_resamples_draw_whole_problems() -> None:
    """Ten samples of one problem hold no more than one: resampling a single problem always gives the same set."""
    totals = resampled_totals(np.array([[5, 10]]), 50, np.random.default_rng(0))
    assert (totals == [5, 10]).all()


def test_each_resample_has_as_many_problems_as_there_are() -> None:
    rng = np.random.default_rng(0)
    counts = np.column_stack([rng.integers(0, 4, (37, 3)), np.ones(37, int)])
    totals = resampled_totals(counts, 500, rng)
    assert totals.shape == (500, 4)
    assert (totals[:, 3] == 37).all()
    assert len(np.unique(totals[:, 0])) > 5


@pytest.mark.parametrize("kinds", [2, 9], ids=["few distinct rows", "many distinct rows"])
def test_the_fast_bootstrap_has_the_distribution_of_a_naive_one(kinds: int) -> None:
    """Drawing how often each distinct row comes, against drawing problems one by one; and its covariance by theory."""
    rng = np.random.default_rng(3)
    counts = np.column_stack([rng.integers(0, kinds, 60), np.full(60, 3), rng.integers(0, 2, 60)])
    naive = np.array([counts[rng.integers(0, 60, 60)].sum(axis=0) for _ in range(4000)])
    fast = resampled_totals(counts, 40_000, rng)
    for statistic in (lambda t: t[:, 0] / t[:, 1], lambda t: t[:, 0] * t[:, 2], lambda t: t[:, 2]):
        assert ks_2samp(statistic(naive), statistic(fast)).pvalue > 0.01
    assert np.cov(fast.T) == pytest.approx(60 * np.cov(counts.T, bias=True), rel=0.03, abs=0.8)


def test_the_order_of_problems_does_not_matter() -> None:
    counts = np.random.default_rng(0).integers(0, 3, (40, 3))
    one = resampled_totals(counts, 20, generator(1, "m", "2x2"))
    other = resampled_totals(counts[::-1], 20, generator(1, "m", "2x2"))
    assert np.array_equal(one, other)


def test_many_distinct_rows_are_drawn_in_several_goes() -> None:
    counts = np.column_stack([np.arange(30_000), np.ones(30_000, int)])
    totals = resampled_totals(counts, 100, np.random.default_rng(0))
    assert (totals[:, 1] == 30_000).all()
    assert totals[:, 0].mean() == pytest.approx(counts[:, 0].sum(), rel=0.002)
    assert totals[:, 0].std() == pytest.approx(30_000**0.5 * np.arange(30_000).std(), rel=0.25)


def test_no_problems_give_empty_resamples() -> None:
    assert (resampled_totals(np.zeros((0, 3), int), 5, np.random.default_rng(0)) == np.zeros((5, 3))).all()


def test_random_numbers_depend_on_the_seed_and_the_cells_names_only() -> None:
    def draw(*key: object) -> float:
        return float(generator(*key).random())  # type: ignore[arg-type]

    assert draw(0, "m", "2x2") == draw(0, "m", "2x2")
    assert len({draw(0, "m", "2x2"), draw(1, "m", "2x2"), draw(0, "m", "2x3"), draw(0, "n", "2x2")}) == 4


def test_the_percentile_interval_leaves_out_undefined_resamples_and_counts_them() -> None:
    draws = np.array([*np.linspace(0, 1, 101), np.nan, np.nan])
    result = percentile_interval(draws)
    assert result.n_undefined == 2
    assert result.interval == pytest.approx((0.025, 0.975))
    assert percentile_interval(np.array([np.nan] * 3)) == Resampled(None, 3)


def test_the_percentile_interval_of_ranges_covers_both_ends() -> None:
    low, high = np.linspace(0, 1, 101), np.linspace(1, 2, 101)
    assert percentile_interval(low, high).interval == pytest.approx((0.025, 1.975))


def test_a_ratio_without_a_denominator_is_not_a_number() -> None:
    assert ratio([1, 0, 3], [2, 0, 4]) == pytest.approx([0.5, np.nan, 0.75], nan_ok=True)
