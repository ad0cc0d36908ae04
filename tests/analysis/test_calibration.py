"""The calibration of a model at a size: what is counted, what it is divided by, and the intervals."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from chains import chains, counts, tally

from dsrecipes.analysis.calibration import Calibration, calibrate, calibrate_all, size_order
from dsrecipes.analysis.intervals import Rate
from dsrecipes.analysis.settings import IntervalMethod, Settings
from dsrecipes.analysis.tally import Tally

BOOTSTRAP = Settings(interval="bootstrap", resamples=400)


def measured(*responses: tuple[str, ...] | list[int]) -> Calibration:
    return calibrate(tally(*responses), Settings())


def test_rates_are_counted_over_attempts_with_their_denominators() -> None:
    result = measured(("T",), ("F",), ("F", "T"), ("T", "F"))
    assert result.p.rate == Rate(2, 4)
    assert result.p_sc.rate == Rate(2, 3)  # three right attempts, one of them dropped
    assert result.p_rw.rate == Rate(1, 3)  # three wrong attempts, one of them dropped
    assert result.accuracy.rate == Rate(2, 4)
    # 0.5 · 2/3 / (0.5 · 2/3 + 0.5 · 2/3)
    assert result.predicted_accuracy == pytest.approx(0.5)


def test_truncated_trajectories_count_for_the_observed_accuracy_only() -> None:
    result = measured(("T",), ("F",), counts("F", "T", truncated=True))
    assert (result.accuracy.rate, result.n_truncated) == (Rate(2, 3), 1)
    assert (result.p.n, result.p_sc.n, result.p_rw.n) == (2, 1, 1)


def test_a_finished_response_without_an_answer_counts_against_accuracy_and_is_told() -> None:
    result = measured(("T",), ())
    assert result.accuracy.rate == Rate(1, 2)
    assert (result.p.rate, result.n_without_candidate) == (Rate(1, 1), 1)


def test_a_rate_without_a_denominator_is_null() -> None:
    fields = measured(("T",), ("T",)).to_json()
    assert fields["n_wrong_attempts"] == 0
    assert fields["p_rw"] is None
    assert fields["p_rw_ci"] is None
    assert fields["predicted_accuracy"] == 1.0


@pytest.mark.parametrize("settings", [Settings(), BOOTSTRAP])
def test_all_truncated_leaves_only_the_observed_accuracy(settings: Settings) -> None:
    fields = calibrate(tally(counts("T", truncated=True)), settings).to_json()
    assert fields["accuracy"] == 1.0
    for name in ("p", "p_sc", "p_rw", "predicted_accuracy", "predicted_accuracy_ci", "mean_attempts", "p_ft"):
        assert fields[name] is None
    assert fields["by_attempt"] == []
    assert fields["reflection_rate"] is None


def test_accuracy_and_policy_by_attempt_index() -> None:
    entries = measured(("T",), ("F", "T"), ("F", "G"), ("F",)).to_json()["by_attempt"]
    assert isinstance(entries, list)
    seen = [(e["attempt"], e["n"], e["accuracy"], e["n_correct"], e["p_sc"], e["n_wrong"], e["p_rw"]) for e in entries]
    assert seen == [(0, 4, 1 / 4, 1, 1.0, 3, 2 / 3), (1, 2, 1 / 2, 1, 1.0, 1, 0.0)]
    assert not entries[-1]["and_later"]
    assert measured(("F",) * 9).to_json()["by_attempt"][-1]["and_later"]  # type: ignore[index]


def test_transitions_and_p_ft_with_both_denominators() -> None:
    result = measured(("F*", "T*"), ("F*", "G*", "T"), ("F*",), ("F", "T"), ("T*", "F"))
    assert result.transitions == {"t_to_t": 1, "t_to_f": 1, "f_to_t": 2, "f_to_same": 1, "f_to_other": 1}
    assert result.p_ft.rate == Rate(2, 4)  # of the reflections on a wrong candidate
    assert result.p_ft_by_response.rate == Rate(3, 4)  # of the responses that begin wrong
    fields = result.to_json()
    assert str(fields["p_ft_definition"]).startswith("assumed")
    assert (fields["n_reflections"], fields["mean_reflections"], fields["reflection_rate"]) == (6, 6 / 5, 4 / 5)


def test_tokens_and_attempts_a_response() -> None:
    fields = measured(counts("F", "T", tokens=30), counts("T", tokens=10), counts("T"), counts(tokens=2)).to_json()
    assert (fields["mean_tokens"], fields["n_tokens"]) == (14, 3)
    assert fields["mean_attempts"] == pytest.approx(4 / 3)
    assert fields["resampling_rate"] == 1 / 4


@pytest.mark.parametrize("method", ["wilson", "wald", "clopper-pearson"])
def test_the_interval_is_by_the_method_asked_for_and_names_it(method: str) -> None:
    settings = Settings(interval=method)  # type: ignore[arg-type]
    result = calibrate(tally(*[("T",)] * 9, ("F",)), settings)
    fields = result.to_json()
    assert fields["interval_method"] == method
    assert fields["accuracy_ci"] == list(Rate(9, 10).interval_by(method) or ())  # type: ignore[arg-type]
    assert fields["p_sc_ci"] == list(Rate(9, 9).interval_by(method) or ())  # type: ignore[arg-type]
    assert "accuracy_undefined_resamples" not in fields


def test_the_predicted_accuracy_does_not_depend_on_the_interval_of_the_rates() -> None:
    made = chains(np.random.default_rng(5), 0.4, 0.9, 0.5, problems=60)
    results = [calibrate(made, Settings(interval=method)) for method in get_args(IntervalMethod)]
    assert len({result.predicted_accuracy_ci for result in results}) == 1
    assert len({result.fit.misfit_interval for result in results}) == 1


def test_the_bootstrap_interval_of_a_rate_is_that_of_drawing_problems() -> None:
    made = chains(np.random.default_rng(4), 0.4, 0.9, 0.5, problems=60, samples=3)
    result = calibrate(made, replace(BOOTSTRAP, resamples=4000))
    rng = np.random.default_rng(0)
    table = made.columns(["wrong_resampled", "wrong_attempts"])
    naive = [(drawn := table[rng.integers(0, 60, 60)].sum(axis=0))[0] / drawn[1] for _ in range(4000)]
    assert result.p_rw.interval == pytest.approx(tuple(np.percentile(naive, [2.5, 97.5])), abs=0.01)
    assert result.p_rw.n_undefined == 0


def test_resamples_in_which_something_is_undefined_are_left_out_and_counted() -> None:
    result = calibrate(tally(("T",), counts(truncated=True)), BOOTSTRAP)
    # Both problems are drawn twice with probability 1/4: no finished response, and no attempt.
    assert result.predicted_resampled.n_undefined == result.p.n_undefined
    assert 60 < (result.p.n_undefined or 0) < 140
    assert result.p.interval == (1, 1)
    fields = result.to_json()
    assert fields["predicted_accuracy_undefined_resamples"] == fields["p_undefined_resamples"] == result.p.n_undefined
    assert fields["p_rw_undefined_resamples"] == 400
    assert fields["p_rw_ci"] is None


def test_the_prediction_is_resampled_by_problem_and_as_often_as_asked() -> None:
    made = Tally("m", "2x2")
    for index in range(10):
        made.add((3, 4), counts("T" if index % 2 else "F"))
    assert calibrate(made, Settings()).predicted_accuracy_ci == (0.5, 0.5)  # one problem: nothing to draw from
    assert calibrate(tally(("T",), ("F",)), Settings(resamples=0)).predicted_accuracy_ci is None


def test_bootstrap_intervals_are_reproducible_and_do_not_depend_on_other_cells() -> None:
    rng = np.random.default_rng(0)
    cells = [chains(rng, 0.5, 0.9, 0.5, model=model, size=size) for model in "ab" for size in ("2x2", "2x3")]
    together = calibrate_all(cells, BOOTSTRAP)
    alone = [calibrate(cell, BOOTSTRAP) for cell in reversed(cells)]
    assert [item.to_json() for item in together] == [item.to_json() for item in reversed(alone)]
    low, high = together[0].predicted_accuracy_ci or (1, 0)
    assert low < (together[0].predicted_accuracy or 0) < high
    assert calibrate(cells[0], replace(BOOTSTRAP, seed=1)).predicted_accuracy_ci != together[0].predicted_accuracy_ci


def test_rates_of_simulated_chains_are_recovered_and_covered() -> None:
    """p, p_sc, p_rw = 0.35, 0.92, 0.55: close with many problems; and 95% intervals that hold them about that often."""
    truth = {"p": 0.35, "p_sc": 0.92, "p_rw": 0.55}
    large = calibrate(chains(np.random.default_rng(1), *truth.values(), problems=40_000), Settings())
    for name, rate in truth.items():
        assert getattr(large, name).value == pytest.approx(rate, abs=0.01)
    predicted = 0.35 * 0.92 / (0.35 * 0.92 + 0.65 * 0.45)
    assert large.predicted_accuracy == pytest.approx(predicted, abs=0.01)
    assert large.accuracy.value == pytest.approx(predicted, abs=0.01)

    rng = np.random.default_rng(2)
    held = dict.fromkeys((*truth, "predicted"), 0)
    n = 200
    for _ in range(n):
        result = calibrate(chains(rng, *truth.values(), problems=150), Settings(resamples=200))
        for name, rate in truth.items():
            low, high = getattr(result, name).interval
            held[name] += low <= rate <= high
        low, high = result.predicted_accuracy_ci or (1, 0)
        held["predicted"] += low <= predicted <= high
    for name, times in held.items():
        assert 0.90 <= times / n <= 0.99, name


def test_the_bootstrap_covers_where_samples_of_a_problem_hang_together_and_wilson_does_not() -> None:
    rng = np.random.default_rng(3)
    held = {"wilson": 0, "bootstrap": 0}
    n = 150
    for _ in range(n):
        made = chains(rng, rng.beta(0.4, 0.6, 100), 1.0, 0.0, problems=100, samples=8)  # mean 0.4
        for method in held:
            settings = Settings(interval=method, resamples=200)  # type: ignore[arg-type]
            low, high = calibrate(made, settings).p.interval or (1, 0)
            held[method] += low <= 0.4 <= high
    assert held["bootstrap"] / n > 0.88
    assert held["wilson"] / n < 0.75


def test_every_key_of_calibration_json_stays_and_all_is_json() -> None:
    fields = calibrate(chains(np.random.default_rng(0), 0.4, 0.9, 0.5), BOOTSTRAP).to_json()
    for name in ("accuracy", "p", "p_sc", "p_rw", "predicted_accuracy"):
        low, high = fields[f"{name}_ci"]  # type: ignore[misc]
        assert low <= fields[name] <= high
    assert {
        "model", "size", "n", "n_truncated", "n_first", "n_correct_attempts", "n_wrong_attempts", "n_without_candidate",
        "n_reader_disagrees", "reflection_rate", "resampling_rate", "mean_attempts", "mean_tokens",
        "predicted_accuracy_formula",
    } <= fields.keys()  # fmt: skip
    assert (fields["interval_method"], fields["resamples"], fields["seed"]) == ("bootstrap", 400, 0)
    assert json.loads(json.dumps(fields, allow_nan=False)) == fields


def test_the_fit_of_the_model_is_told() -> None:
    fit = measured(*[("T",)] * 40, *[("F",)] * 30, *[("F", "T")] * 18, *[("F", "G")] * 12).to_json()["goodness_of_fit"]
    assert isinstance(fit, dict)
    assert fit["constancy"]["p"]["df"] == 1
    assert fit["constancy"]["p"]["attempts"] == [[0, 0], [1, 1]]
    assert 0 < fit["constancy"]["p"]["p_value"] < 0.2
    assert "nothing varies" in fit["constancy"]["p_sc"]["reason"]
    # p = 0.4, p_sc = 1, p_rw = 30 of 72 wrong attempts
    assert fit["observed_finished"] == 0.58
    assert fit["observed_minus_predicted"] == pytest.approx(0.58 - 0.4 / (0.4 + 0.6 * 42 / 72))
    low, high = fit["observed_minus_predicted_ci"]
    assert low < fit["observed_minus_predicted"] < high


def test_sizes_are_ordered_by_difficulty() -> None:
    assert sorted(["other", "10x1", "3x4", "2x2", "1x3", "4x3"], key=size_order) == [
        "2x2", "1x3", "3x4", "4x3", "10x1", "other",
    ]  # fmt: skip


def test_calibrations_come_by_model_then_by_size() -> None:
    cells = [tally(("T",), model=model, size=size) for model, size in (("b", "3x3"), ("a", "2x2"), ("b", "2x2"))]
    assert [(item.model, item.size) for item in calibrate_all(cells, Settings())] == [
        ("b", "2x2"), ("b", "3x3"), ("a", "2x2"),
    ]  # fmt: skip
