"""Figures 2 and 3: the policy by size, predicted and observed accuracy, and the fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import document, figure, row, section, table, text_of
from run_folders import answers, write_run

from dsrecipes.report.document import Document


def test_each_rate_has_its_denominator(tiny: Document) -> None:
    cells = row(table(tiny, "calibration-tiny"), "RL", "2×2 †")
    assert cells["p"] == "70.0 [60.4, 78.1], n=100"
    assert cells["p_sc"] == "100.0 [95.9, 100.0], n=90"
    assert cells["p_rw"] == "66.7 [48.8, 80.8], n=30"
    assert cells["predicted"].startswith("87.5 [")  # 0.7 / (0.7 + 0.3 / 3)
    assert cells["observed"].startswith("90.0 [")


def test_a_rate_without_a_denominator_says_so(tiny: Document) -> None:
    shown = table(tiny, "calibration-tiny")
    assert row(shown, "RL", "1×2 †")["p_rw"] == "no wrong attempt: p_rw undefined"
    assert row(shown, "Base", "3×3")["p_sc"] == "no right attempt: p_sc undefined"


def test_a_model_that_was_cut_at_every_problem_has_no_prediction(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", sizes=["1x2"], problems={"1x2": ["-"] * 5})
    cells = row(table(document(tmp_path), "calibration-tiny"), "RL", "1×2 †")
    assert cells["predicted"] == "no finished attempt: undefined"
    assert (cells["observed"], cells["truncated"]) == ("0.0 [0.0, 43.4], n=5", "5")


def test_there_is_a_figure_a_model_and_one_over_all(tiny: Document) -> None:
    names = [found.name for found in tiny.figures()]
    for name in ("base", "sft-no-reflection", "sft-reflection", "rl"):
        assert f"calibration-tiny-{name}" in names
    assert "models-tiny" in names
    assert "n = 100 a size" in figure(tiny, "calibration-tiny-rl").caption


def test_a_point_stands_where_its_value_is_and_its_bar_spans_its_interval(tiny: Document) -> None:
    drawing = figure(tiny, "calibration-tiny-rl").draw()
    (axis,) = drawing.axes
    observed = next(line for line in axis.lines if line.get_label() == "observed accuracy")
    assert list(observed.get_ydata()) == pytest.approx([100, 90, 60, 40])
    bars = axis.collections[-1].get_segments()
    assert [bar[:, 1].tolist() for bar in bars][1] == pytest.approx([82.56, 94.48], abs=0.01)


def test_what_the_paper_says_of_its_figures_stands_beside_our_range(tiny: Document) -> None:
    shown = table(tiny, "figures-2-and-3-tiny")
    assert row(shown, "RL", "p_rw")["paper"] == "40 to 60%"
    assert row(shown, "RL", "p_rw")["ours"] == "45.5 to 55.6 over 2 sizes"  # 50 of 110 and 50 of 90


def test_the_finding_on_predicted_and_observed_is_told(tiny: Document) -> None:
    assert "whatever the model did" in text_of(section(tiny, "calibration-tiny"))


def test_fit_shows_observed_minus_predicted_and_its_tests(tmp_path: Path) -> None:
    # Second attempts are always right, first ones in half of the cases.
    write_run(tmp_path, "rl", sizes=["1x2"], problems={"1x2": answers(200, right=100, repaired=60)})
    shown = table(document(tmp_path), "fit-tiny")
    cells = row(shown, "RL", "1×2 †")
    assert cells["minus predicted"].startswith("+8.6 [+")  # 80.0 - 0.5 / (0.5 + 0.5 · 40 / 100)
    assert cells["p"] == cells["all three"] == "<0.001"
    assert shown.frame.p_sc_untested_because[0] == "p_sc is 1 at every attempt: nothing varies"


def test_without_a_second_attempt_there_is_no_fit(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", sizes=["1x2"], problems={"1x2": answers(10, right=4)})
    shown = table(document(tmp_path), "fit-tiny")
    assert row(shown, "RL")["minus predicted"] == "no second attempt: nothing to compare"
    assert shown.frame.minus_predicted.isna().all()


def test_intervals_that_do_not_know_of_seeds_say_so(tmp_path: Path) -> None:
    for seed in range(2):
        write_run(tmp_path, "rl", run_id=f"s{seed}", seed=seed, sizes=["1x2"], problems={"1x2": answers(10, right=4)})
    assert "which these intervals do not know" in table(document(tmp_path), "calibration-tiny").caption
