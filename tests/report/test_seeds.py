"""The spread between seeds is told apart from the error within one."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import document, row, section, table, text_of
from run_folders import answers, tally_of, write_run

from dsrecipes.analysis.intervals import Rate
from dsrecipes.analysis.settings import Settings
from dsrecipes.report.document import Document
from dsrecipes.report.results import add_up
from dsrecipes.report.seeds import seed_spread

MANY = Settings(resamples=2000)


def test_between_and_within_by_hand() -> None:
    spread = seed_spread([Rate(50, 100), Rate(60, 100), Rate(70, 100)], None, MANY)
    assert spread is not None
    assert spread.between == pytest.approx(0.1)  # standard deviation of 0.5, 0.6, 0.7
    assert spread.within == pytest.approx((0.6 * 0.4 / 100) ** 0.5)
    # Student's t with two degrees of freedom: 0.6 ± 4.3027 · 0.1 / √3.
    assert spread.over_seeds == pytest.approx((0.6 - 0.24841, 0.6 + 0.24841), abs=1e-4)
    assert spread.by_problem is None


def test_answers_that_repeat_by_problem_widen_the_interval_by_problem() -> None:
    seeds = [tally_of("rl", "2x2", answers(100, right=50))] * 3
    spread = seed_spread([Rate(50, 100)] * 3, add_up("rl", "2x2", seeds), MANY)
    assert spread is not None
    assert spread.by_problem is not None
    assert spread.pooled.interval is not None
    low, high = spread.by_problem
    # As wide as that of 100 answers, not of 300.
    assert (low, high) == (pytest.approx(0.4, abs=0.02), pytest.approx(0.6, abs=0.02))
    assert spread.pooled.interval[0] > 0.44


def test_one_seed_has_no_spread(tiny: Document) -> None:
    assert seed_spread([Rate(5, 10)], None, MANY) is None
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
