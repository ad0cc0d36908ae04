"""The gap between two models, shared between sampling and decision."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from math import factorial

import numpy as np
import pytest
from chains import chains, counts, tally
from hypothesis import given
from hypothesis import strategies as st

from dsrecipes.analysis.decomposition import Decomposition, Part, Verdict, decompose, decompose_pooled
from dsrecipes.analysis.intervals import MIN_PROBLEMS, Resampled
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.shapley import Rates, bounded_shares, shapley
from dsrecipes.analysis.tally import Tally
from dsrecipes.analysis.two_stage import predicted_accuracy
from dsrecipes.errors import UserError

SETTINGS = Settings(resamples=500)

rate = st.floats(0.01, 0.99)
triple = st.tuples(rate, rate, rate)
maybe_unseen = st.one_of(
    triple,
    st.tuples(st.just(1.0), rate, st.just(np.nan)),  # nothing was wrong
    st.tuples(st.just(0.0), st.just(np.nan), rate),  # nothing was right
)


def as_rates(values: tuple[float, float, float]) -> Rates:
    p, p_sc, p_rw = (np.array(value) for value in values)
    return p, p_sc, p_rw


def walk(a: tuple[float, ...], b: tuple[float, ...], orders: list[tuple[int, ...]]) -> list[float]:
    """Average over orders of what each of the three rates changes when it steps from b to a."""
    changes = [0.0, 0.0, 0.0]
    for order in orders:
        now = list(b)
        for rate_index in order:
            before = predicted_accuracy(*now)
            now[rate_index] = a[rate_index]
            after = predicted_accuracy(*now)
            assert before is not None
            assert after is not None
            changes[rate_index] += (after - before) / len(orders)
    return changes


@given(triple, triple)
def test_shares_are_shapleys_and_owens_values(a: tuple[float, float, float], b: tuple[float, float, float]) -> None:
    """By brute force: all orders in which p_sc and p_rw step one right after the other."""
    orders = [order for order in itertools.permutations(range(3)) if abs(order.index(1) - order.index(2)) == 1]
    assert len(orders) == factorial(2) * factorial(2)
    p, p_sc, p_rw = walk(a, b, orders)
    shares = shapley(as_rates(a), as_rates(b))
    assert float(shares["sampling"]) == pytest.approx(p, abs=1e-12)
    assert float(shares["p_sc"]) == pytest.approx(p_sc, abs=1e-12)
    assert float(shares["p_rw"]) == pytest.approx(p_rw, abs=1e-12)
    assert float(shares["decision"]) == pytest.approx(p_sc + p_rw, abs=1e-12)


@given(triple, triple)
def test_shares_add_up_to_the_predicted_gap_and_turn_sign_with_it(
    a: tuple[float, float, float], b: tuple[float, float, float]
) -> None:
    shares, back = shapley(as_rates(a), as_rates(b)), shapley(as_rates(b), as_rates(a))
    gap = (predicted_accuracy(*a) or 0) - (predicted_accuracy(*b) or 0)
    assert float(shares["sampling"] + shares["decision"]) == pytest.approx(gap, abs=1e-12)
    assert float(shares["p_sc"] + shares["p_rw"]) == pytest.approx(float(shares["decision"]), abs=1e-12)
    for name, share in shares.items():
        assert float(share) == pytest.approx(-float(back[name]), abs=1e-12)


@given(triple, triple)
def test_a_rate_that_both_models_share_explains_nothing(
    a: tuple[float, float, float], b: tuple[float, float, float]
) -> None:
    assert float(shapley(as_rates((a[0], *b[1:])), as_rates(b))["decision"]) == 0
    only_decision = shapley(as_rates((b[0], *a[1:])), as_rates(b))
    assert float(only_decision["sampling"]) == 0
    assert float(shapley(as_rates((a[0], b[1], a[2])), as_rates(b))["p_sc"]) == 0


@given(maybe_unseen, maybe_unseen, rate, rate)
def test_whatever_an_unseen_rate_is_the_shares_lie_within_their_bounds(
    a: tuple[float, float, float], b: tuple[float, float, float], unseen_a: float, unseen_b: float
) -> None:
    bounds = bounded_shares(as_rates(a), as_rates(b))
    known = shapley(
        as_rates(tuple(unseen_a if np.isnan(value) else value for value in a)),  # type: ignore[arg-type]
        as_rates(tuple(unseen_b if np.isnan(value) else value for value in b)),  # type: ignore[arg-type]
    )
    known["difference"] = known["decision"] - known["sampling"]
    for name, (low, high) in bounds.items():
        assert low - 1e-12 <= known[name] <= high + 1e-12
    if not np.isnan([*a, *b]).any():
        assert bounds["sampling"][0] == bounds["sampling"][1]


def test_the_parts_of_a_table_made_by_hand() -> None:
    a = tally(*[("T",)] * 3, *[("F", "T")] * 4, ("F", "F"), *[("F",)] * 2)  # p .3, p_sc 1, p_rw 5/8
    b = tally(*[("T",)] * 2, *[("F",)] * 8)  # p .2, p_sc 1, p_rw 0
    result = decompose(a, b, SETTINGS)
    shares = shapley(as_rates((0.3, 1.0, 5 / 8)), as_rates((0.2, 1.0, 0.0)))
    assert result.observed_gap.value == pytest.approx(0.7 - 0.2)
    predicted_a = 0.3 / (0.3 + 0.7 * 3 / 8)
    assert result.predicted_gap.value == pytest.approx(predicted_a - 0.2)
    assert result.sampling.value == pytest.approx(float(shares["sampling"]))
    assert result.p_rw.value == result.decision.value == pytest.approx(float(shares["p_rw"]))
    assert result.p_sc.value == 0
    assert result.remainder.value == pytest.approx(0.7 - predicted_a)
    assert result.remainder_misfit.value == pytest.approx(0.7 - predicted_a)
    assert result.remainder_unmodelled.value == pytest.approx(0)


def value(part: Part) -> float:
    assert part.value is not None
    return part.value


def test_all_terms_add_up_to_the_observed_gap() -> None:
    rng = np.random.default_rng(0)
    a, b = chains(rng, 0.5, 0.9, 0.6, model="a"), chains(rng, 0.3, 0.8, 0.2, model="b")
    a.add((0, 1), counts("T", truncated=True, right=False))
    b.add((1, 1), counts())
    result = decompose(a, b, SETTINGS)
    assert value(result.observed_gap) == pytest.approx(
        value(result.sampling) + value(result.decision) + value(result.remainder)
    )
    assert value(result.decision) == pytest.approx(value(result.p_sc) + value(result.p_rw))
    assert value(result.remainder) == pytest.approx(value(result.remainder_misfit) + value(result.remainder_unmodelled))
    assert value(result.remainder_unmodelled) != 0
    assert value(result.difference) == pytest.approx(value(result.decision) - value(result.sampling))


def test_resamples_draw_the_same_problems_for_both_models() -> None:
    """Two models that get the same problems right differ by nothing in every resample."""
    items = [("T",), ("F",), ("F", "T"), ("T",), ("F", "G")] * 8
    result = decompose(tally(*items, model="a"), tally(*reversed(items), model="b"), SETTINGS)
    assert result.observed_gap.interval != (0, 0)  # not the same problems
    mirrored = tally(*items, model="b")
    paired = decompose(tally(*items, model="a"), mirrored, SETTINGS)
    assert paired.observed_gap.interval == paired.sampling.interval == paired.decision.interval == (0, 0)
    assert paired.verdict is Verdict.UNDECIDED


def test_a_gap_made_by_the_decision_is_called_so_whichever_model_comes_first() -> None:
    rng = np.random.default_rng(1)
    better = chains(rng, 0.4, 0.95, 0.7, problems=150, samples=2, model="rl", size="4x4")
    worse = chains(rng, 0.4, 0.95, 0.05, problems=150, samples=2, model="sft", size="4x4")
    for result, sign in ((decompose(better, worse, SETTINGS), 1), (decompose(worse, better, SETTINGS), -1)):
        assert result.verdict is Verdict.DECISION
        assert sign * value(result.decision) > 0.2
        assert (result.p_decision_larger, result.p_sampling_larger) == (1.0, 0.0)
        assert value(result.difference) > 0
        assert "Mostly decision" in result.sentence


def test_the_sentence_counts_in_the_direction_of_the_gap() -> None:
    a, b = tally(*[("F", "T")] * 4, *[("T",)] * 4, model="a"), tally(*[("F",)] * 4, *[("T",)] * 4, model="b")
    for first, second in ((a, b), (b, a)):
        sentence = decompose(first, second, Settings(resamples=0)).sentence
        direction = "above" if first is a else "below"
        assert f"At 2x2, {first.model} is 50.0 points {direction} {second.model}." in sentence
        assert "Sampling explains 0.0 points, the decision 50.0 points; 0.0 points lie outside" in sentence
    b.add((77, 1), counts("T"))
    assert (
        "on the 8 problems that both were given (0 of a's and 1 of b's are left out)"
        in decompose(a, b, SETTINGS).sentence
    )


def test_a_gap_made_by_sampling_is_called_so() -> None:
    rng = np.random.default_rng(2)
    result = decompose(
        chains(rng, 0.8, 0.95, 0.3, problems=200, model="a"), chains(rng, 0.3, 0.95, 0.3, problems=200, model="b"),
        SETTINGS,
    )  # fmt: skip
    assert result.verdict is Verdict.SAMPLING
    assert result.p_sampling_larger == 1.0
    assert "Mostly sampling" in result.sentence


def test_a_gap_that_may_be_nothing_is_undecided_even_if_its_parts_differ() -> None:
    """Better decisions that make up for worse answers: the difference is clear, the gap is not."""
    rng = np.random.default_rng(3)
    a = chains(rng, 0.3, 1.0, 0.72, problems=200, model="a")
    b = chains(rng, 0.6, 1.0, 0.0, problems=200, model="b")
    result = decompose(a, b, SETTINGS)
    low, high = result.predicted_gap.interval or (0, 0)
    assert low < 0 < high
    assert result.verdict is Verdict.UNDECIDED
    assert "gap may be 0" in result.sentence


def test_intervals_cover_the_true_shares() -> None:
    rng = np.random.default_rng(4)
    truth = shapley(as_rates((0.5, 0.95, 0.6)), as_rates((0.35, 0.9, 0.1)))
    held = dict.fromkeys(("sampling", "decision", "p_sc", "p_rw"), 0)
    n = 150
    for _ in range(n):
        a = chains(rng, 0.5, 0.95, 0.6, problems=150, model="a")
        result = decompose(a, chains(rng, 0.35, 0.9, 0.1, problems=150, model="b"), Settings(resamples=200))
        for name in held:
            low, high = getattr(result, name).interval
            held[name] += low <= truth[name] <= high
    for name, times in held.items():
        assert 0.88 <= times / n <= 0.99, name


def test_only_common_problems_count_and_the_others_are_told() -> None:
    a, b = tally(("T",), ("F", "T"), model="a"), tally(("F",), ("F",), ("T",), ("T",), model="b")
    a.add((99, 99), counts("T"))
    result = decompose(a, b, SETTINGS)
    assert (result.n_problems, result.n_only_a, result.n_only_b) == (2, 1, 2)
    assert result.observed_gap.value == 1.0


def test_without_a_common_problem_nothing_can_be_said() -> None:
    b = Tally("b", "2x2")
    b.add((7, 7), counts("T"))
    result = decompose(tally(("T",), model="a"), b, SETTINGS)
    assert result.observed_gap.value is None
    assert result.verdict is Verdict.UNDECIDED
    assert result.reasons == ("2x2: no problem was given to both models",)
    assert "cannot be compared" in result.sentence


def test_a_rate_that_was_not_seen_gives_bounds_and_a_reason() -> None:
    """Nothing of b is right, so its p_sc could be anything: with a's p it would be worth something or nothing."""
    a, b = tally(*[("T",)] * 6, *[("F",)] * 4, model="a"), tally(*[("F",)] * 10, model="b")
    result = decompose(a, b, SETTINGS)
    assert result.predicted_gap.value == 0.6
    assert result.sampling.value is None
    assert result.sampling.bounds == pytest.approx((0.3, 0.6))  # p_sc = 0: half of it; p_sc = 1: all of it
    assert result.decision.bounds == pytest.approx((0.0, 0.3))
    assert result.p_sc.value is result.p_sc.bounds is result.p_rw.value is None
    assert result.reasons == ("2x2: p_sc of b was not seen, as no attempt was right",)
    assert result.p_sc.resampled.n_undefined == 500
    assert result.sampling.resampled.n_undefined == 0
    assert "30.0 to 60.0 points" in result.sentence


def test_where_neither_model_needs_the_unseen_rate_the_shares_have_values() -> None:
    result = decompose(tally(*[("T",)] * 5, model="a"), tally(*[("T", "T")] * 5, model="b"), SETTINGS)
    assert [result.sampling.value, result.decision.value, result.p_sc.value, result.p_rw.value] == [0, 0, 0, 0]
    assert result.reasons == ()


def test_a_model_that_never_finished_leaves_the_observed_gap_only() -> None:
    a, b = tally(*[("T",)] * 5, model="a"), tally(*[counts("T", truncated=True)] * 5, model="b")
    result = decompose(a, b, SETTINGS)
    assert result.observed_gap.value == 0
    assert result.sampling.value is result.sampling.bounds is result.sampling.interval is None
    assert result.sampling.resampled.n_undefined == 500
    assert result.p_decision_larger is None
    assert result.reasons == ("2x2: no response of b finished with a candidate",)
    assert "cannot be said" in result.sentence


def test_a_mixture_that_never_stops_is_named() -> None:
    """a drops whatever is right, b whatever is wrong: a chain with both habits would go on for ever."""
    a = tally(*[("T", "F")] * 5, *[("F",)] * 5, model="a")
    b = tally(*[("F", "T")] * 5, *[("T",)] * 5, model="b")
    result = decompose(a, b, SETTINGS)
    assert result.predicted_gap.value == -1
    assert result.p_sc.value is None
    assert result.reasons == ("2x2: a mixture of the two models' rates never stops",)


def sizes(seed: int) -> list[tuple[Tally, Tally]]:
    rng = np.random.default_rng(seed)
    return [
        (
            chains(rng, p, 0.9, 0.6, problems=problems, model="a", size=size),
            chains(rng, p - 0.1, 0.9, 0.2, problems=problems, model="b", size=size),
        )
        for size, p, problems in (("3x3", 0.6, 60), ("3x4", 0.4, 180))
    ]


def test_pooled_terms_are_the_mean_over_sizes_by_their_share_of_trajectories() -> None:
    pairs = sizes(0)
    pooled, single = decompose_pooled(pairs, SETTINGS), [decompose(*pair, SETTINGS) for pair in pairs]
    assert pooled.weights == (0.25, 0.75)
    assert (pooled.sizes, pooled.n_problems) == (("3x3", "3x4"), 240)
    for name in ("observed_gap", "predicted_gap", "sampling", "decision", "p_sc", "p_rw", "remainder"):
        expected = 0.25 * value(getattr(single[0], name)) + 0.75 * value(getattr(single[1], name))
        assert value(getattr(pooled, name)) == pytest.approx(expected)

    def width(result: Decomposition) -> float:
        low, high = result.sampling.interval or (0, 0)
        return high - low

    # Sizes are drawn independently: variances add up with the squares of the weights.
    expected_width = ((0.25 * width(single[0])) ** 2 + (0.75 * width(single[1])) ** 2) ** 0.5
    assert width(pooled) == pytest.approx(expected_width, rel=0.15)


def test_a_size_with_an_unseen_rate_gives_the_pooled_shares_bounds() -> None:
    pairs = [*sizes(0), (tally(("T",), ("F",), model="a", size="6x6"), tally(("F",), ("F",), model="b", size="6x6"))]
    pooled = decompose_pooled(pairs, SETTINGS)
    assert pooled.sampling.value is None
    low, high = pooled.sampling.bounds or (0, 0)
    assert 0 < high - low < 0.01  # one problem in 122 has little weight
    assert pooled.reasons == ("6x6: p_sc of b was not seen, as no attempt was right",)
    assert pooled.observed_gap.value is not None


def test_a_size_without_common_problems_is_left_out_of_the_pooled_terms() -> None:
    pairs = sizes(0)
    a, b = Tally("a", "6x6"), Tally("b", "6x6")
    a.add((1, 1), counts("T"))
    b.add((2, 2), counts("F"))
    pooled = decompose_pooled([*pairs, (a, b)], SETTINGS)
    assert pooled.weights == (0.25, 0.75, 0.0)
    assert pooled.reasons == ("6x6: no problem was given to both models",)
    without = decompose_pooled(pairs, SETTINGS)
    assert pooled.sampling == without.sampling
    assert pooled.verdict is without.verdict
    assert "At 3x3, 3x4 (no problem of 6x6 was given to both)" in pooled.sentence


def test_a_few_problems_decide_nothing() -> None:
    def compared(n: int) -> Decomposition:
        a = [("T",) if 4 * index < 3 * n else ("F",) for index in range(n)]
        b = [("T",) if 4 * index < n else ("F",) for index in range(n)]
        return decompose(tally(*a, model="a"), tally(*b, model="b"), SETTINGS)

    few, enough = compared(MIN_PROBLEMS - 1), compared(MIN_PROBLEMS)
    assert (few.verdict, enough.verdict) == (Verdict.UNDECIDED, Verdict.SAMPLING)
    assert f"Undecided: {MIN_PROBLEMS - 1} problems are too few" in few.sentence


def test_thirty_problems_are_enough_and_fewer_are_not() -> None:
    assert MIN_PROBLEMS == 30  # docs/statistics.md


def test_bounds_are_the_same_whichever_model_comes_first() -> None:
    a, b = tally(*[("T",)] * 6, *[("F",)] * 4, model="a"), tally(*[("F",)] * 10, model="b")
    for result in (decompose(a, b, SETTINGS), decompose(b, a, SETTINGS)):
        # Sampling explains 0.3 to 0.6 of 0.6, so decision minus sampling is from -0.6 to 0.
        assert result.difference.bounds == pytest.approx((-0.6, 0.0))
        low, high = result.difference.interval or (0, 0)
        assert low < -0.6 and high == pytest.approx(0, abs=1e-12)
        assert result.p_decision_larger == 0
        assert result.p_sampling_larger == pytest.approx(0, abs=0.01)  # it may be 0 in each, up to rounding


def clear() -> Decomposition:
    """A gap that is sampling's for certain."""
    a, b = [("T",)] * 45 + [("F",)] * 15, [("T",)] * 15 + [("F",)] * 45
    result = decompose(tally(*a, model="a"), tally(*b, model="b"), SETTINGS)
    assert result.verdict is Verdict.SAMPLING
    return result


@pytest.mark.parametrize(("undefined", "verdict"), [(25, Verdict.SAMPLING), (26, Verdict.UNDECIDED)])
def test_no_more_resamples_may_be_undefined_than_an_interval_leaves_outside(undefined: int, verdict: Verdict) -> None:
    result = clear()
    resampled = replace(result.difference.resampled, n_undefined=undefined)  # of 500
    assert replace(result, difference=replace(result.difference, resampled=resampled)).verdict is verdict


def test_the_verdict_is_on_the_predicted_gap() -> None:
    result = clear()
    unsure = Part(0.1, (0.1, 0.1), Resampled((-0.1, 0.3), 0))
    assert replace(result, predicted_gap=unsure).verdict is Verdict.UNDECIDED
    assert replace(result, observed_gap=unsure).verdict is Verdict.SAMPLING


def test_each_size_is_resampled_by_random_numbers_of_its_own() -> None:
    a, b = [("T",)] * 45 + [("F",)] * 15, [("T",)] * 15 + [("F",)] * 45
    one, other = (
        decompose(tally(*a, model="a", size=size), tally(*b, model="b", size=size), SETTINGS) for size in ("2x2", "3x3")
    )
    assert one.sampling.value == other.sampling.value
    assert one.sampling.interval != other.sampling.interval


def test_sizes_weigh_by_the_trajectories_of_both_models() -> None:
    few, many = ((tally(*[("T",)] * 4, model="a", size=size), Tally("b", size)) for size in ("2x2", "3x3"))
    for index in range(4):
        few[1].add((index, 1), counts("F"))
        many[1].add((index, 1), [3 * number for number in counts("F")])  # three responses to each
    assert decompose_pooled([few, many], SETTINGS).weights == (8 / 24, 16 / 24)


def test_what_cannot_be_compared_is_refused() -> None:
    a = tally(("T",), model="a")
    for pairs in (
        [],
        [(a, tally(("T",), model="b", size="3x3"))],
        [(a, a), (a, a)],
        [(a, tally(("T",), model="b")), (a, tally(("T",), model="c", size="2x2"))],
    ):
        with pytest.raises(UserError):
            decompose_pooled(pairs, SETTINGS)


def test_the_result_is_reproducible_and_json() -> None:
    first, second = (decompose_pooled(sizes(1), SETTINGS).to_json() for _ in range(2))
    assert first == second
    assert json.loads(json.dumps(first, allow_nan=False)) == first
    assert first["verdict"] in {"mostly decision", "mostly sampling", "undecided"}
    assert decompose_pooled(sizes(1), Settings(resamples=500, seed=1)).to_json() != first
