"""The spread between seeds is told apart from the error within one."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import document, row, section, table, text_of
from run_folders import answers, write_run

from dsrecipes.analysis.intervals import Rate
from dsrecipes.report.document import Document
from dsrecipes.report.seeds import seed_spread


def test_between_and_within_by_hand() -> None:
    spread = seed_spread([Rate(50, 100), Rate(60, 100), Rate(70, 100)])
    assert spread is not None
    assert spread.between == pytest.approx(0.1)  # standard deviation of 0.5, 0.6, 0.7
    assert spread.within == pytest.approx((0.6 * 0.4 / 100) ** 0.5)
    # Student's t with two degrees of freedom: 0.6 ± 4.3027 · 0.1 / √3.
    assert spread.over_seeds == pytest.approx((0.6 - 0.24841, 0.6 + 0.24841), abs=1e-4)


def test_answers_that_repeat_by_problem_widen_the_interval_by_problem(tmp_path: Path) -> None:
    for seed in range(3):
        write_run(tmp_path, "rl", run_id=f"s{seed}", seed=seed, sizes=["1x2"],
                  problems={"1x2": answers(100, right=50)})  # fmt: skip
    frame = table(document(tmp_path), "seeds-tiny").frame
    low, high = frame.by_problem_low[0], frame.by_problem_high[0]
    # As wide as that of 100 answers, not of 300.
    assert (low, high) == (pytest.approx(0.4, abs=0.02), pytest.approx(0.6, abs=0.02))
    assert frame.pooled_low[0] > 0.44


def test_problems_are_drawn_size_by_size(tmp_path: Path) -> None:
    """Sizes that differ widely make no interval over both wide, here or beside the gap to the base."""
    for seed in range(2):
        write_run(tmp_path, "rl", run_id=f"s{seed}", seed=seed, sizes=["1x2", "2x2"], problems={
            "1x2": answers(100, right=95), "2x2": answers(100, right=5)})  # fmt: skip
    report = document(tmp_path)
    frame = table(report, "seeds-tiny").frame
    assert frame.by_problem_low[0] > 0.46 and frame.by_problem_high[0] < 0.54
    assert table(report, "in-and-out-tiny").frame.set_index("model").accuracy_low["RL"] > 0.46


def test_a_size_that_one_seed_lacks_is_told(tmp_path: Path) -> None:
    for seed in range(3):
        sizes = ["1x2", "2x2"] if seed < 2 else ["1x2"]
        write_run(tmp_path, "rl", run_id=f"s{seed}", seed=seed, sizes=["1x2", "2x2"],
                  problems={size: answers(10, right=4 + seed) for size in sizes})  # fmt: skip
    shown = table(document(tmp_path), "seeds-tiny")
    assert row(shown, "RL", "2×2 †")["by seed"] == "seed 2 lacks 2x2"
    assert row(shown, "RL", "1×2 †")["by seed"] == "40.0, 50.0, 60.0"


def test_one_seed_has_no_spread(tiny: Document) -> None:
    assert seed_spread([Rate(5, 10)]) is None
    assert "One seed a model" in text_of(section(tiny, "comparisons-tiny"))


def test_the_report_tells_both_by_region_and_size(tmp_path: Path) -> None:
    for seed, right in ((0, 40), (1, 60)):
        write_run(tmp_path, "rl", run_id=f"s{seed}", seed=seed, sizes=["1x2"],
                  problems={"1x2": answers(100, right=right)})  # fmt: skip
    cells = row(table(document(tmp_path), "seeds-tiny"), "RL", "1×2 †")
    assert cells["by seed"] == "40.0, 60.0"
    assert (cells["between"], cells["within"], cells["n"]) == ("14.1", "5.0", "200")
    assert cells["pooled"] == "50.0 [43.1, 56.9]"
    frame = table(document(tmp_path), "seeds-tiny").frame
    assert set(frame.runs) == {"tiny-rl/s0 tiny-rl/s1"}
