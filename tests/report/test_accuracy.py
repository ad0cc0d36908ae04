"""Table 1: the paper's accuracy beside ours, with intervals and the runs behind them."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import document, row, section, table, text_of
from run_folders import PAPER_SIZES, answers, entry, write_run

from dsrecipes.analysis.settings import Settings
from dsrecipes.report.arms import scales
from dsrecipes.report.collect import collect
from dsrecipes.report.document import Document
from dsrecipes.report.sections.accuracy import terminal_table


def write_paper_run(runs: Path, arm: str, right: int, **more: object) -> None:
    write_run(runs, arm, scale="paper", sizes=PAPER_SIZES, trained=PAPER_SIZES[:2],
              problems={size: answers(100, right=right) for size in PAPER_SIZES}, **more)  # type: ignore[arg-type]  # fmt: skip


def test_every_model_has_a_row_and_every_size_a_column(tiny: Document) -> None:
    shown = table(tiny, "table-1-tiny")
    assert shown.headings == ("model", "1×2 †", "2×2 †", "2×3", "3×3")
    assert row(shown, "Base")["1×2 †"] == "40.0 [30.9, 49.8]"
    assert row(shown, "RL")["1×2 †"] == "100.0 [96.3, 100.0]"
    assert "n a size: 100." in shown.caption


def test_each_row_of_its_data_leads_to_run_hash_and_seed(tiny: Document) -> None:
    frame = table(tiny, "table-1-tiny").frame
    cell = frame[(frame.model == "RL") & (frame["size"] == "2x3")].iloc[0]
    assert (cell.runs, cell.recipe_hashes, cell.seeds) == ("tiny-rl/run-1", "hash-rl-0", "0")
    assert (cell.accuracy, cell.accuracy_n) == (0.6, 100)
    assert not cell.in_distribution


def test_the_runs_behind_each_model_are_shown(tiny: Document) -> None:
    assert row(table(tiny, "runs-tiny"), "RL") == {
        "model": "RL", "n": "100", "seeds": "0", "runs": "`tiny-rl/run-1`", "recipe hashes": "`hash-rl-0`",
    }  # fmt: skip


def test_at_another_scale_the_paper_is_said_not_to_be_comparable(tiny: Document) -> None:
    assert "not comparable" in text_of(section(tiny, "accuracy-tiny"))
    assert "paper" not in table(tiny, "table-1-tiny").headings


def test_at_the_papers_scale_paper_ours_and_difference_stand_below_each_other(tmp_path: Path) -> None:
    write_paper_run(tmp_path, "rl", 80)
    shown = table(document(tmp_path), "table-1-paper")
    assert row(shown, "RL", "paper")["3×3 †"] == "98.0 [95.3, 100.7]"
    assert row(shown, "RL", "ours")["3×3 †"] == "80.0 [71.1, 86.7]"
    # Newcombe's: from the Wilson intervals [71.1, 86.7] and [93.0, 99.4], e.g. -18 + √((86.7 - 80)² + (98 - 93)²).
    assert row(shown, "RL", "difference")["3×3 †"] == "-18.0 [-27.0, -9.7]"
    assert row(shown, "Base", "ours")["3×3 †"] == "not run"
    assert not any(cells[:2] == ("Base", "difference") for cells in shown.cells)
    frame = shown.frame.set_index(["model", "size"])
    assert frame.loc[("RL", "3x3"), "difference"] == pytest.approx(-0.18)
    assert frame.loc[("Base", "3x3"), "empty_because"] == "not run"


def test_walds_interval_is_there_on_demand(tmp_path: Path) -> None:
    write_paper_run(tmp_path, "rl", 98)
    shown = table(document(tmp_path, Settings(interval="wald", resamples=10)), "table-1-paper")
    assert row(shown, "RL", "ours")["3×3 †"] == row(shown, "RL", "paper")["3×3 †"] == "98.0 [95.3, 100.7]"
    assert "(Wald)" in shown.caption


def test_without_counts_by_problem_the_bootstrap_has_no_interval(tmp_path: Path) -> None:
    write_run(tmp_path, "base", sizes=["1x2"], calibration=[entry("1x2", 4, 10)])
    shown = table(document(tmp_path, Settings(interval="bootstrap", resamples=10)), "table-1-tiny")
    assert row(shown, "Base")["1×2 †"] == "40.0"


def test_the_gap_to_the_base_is_paired_by_problem(tiny: Document) -> None:
    cells = row(table(tiny, "in-and-out-tiny"), "RL", "in distribution")
    assert cells["accuracy"] == "95.0 [91.0, 97.3]"
    assert cells["gap"].startswith("+65.0 [+")  # 95% of 200 against 30% of 200
    assert "unpaired" not in cells["gap"]
    assert (cells["paper"], cells["paper's gap"]) == ("94.5", "+40.5")


def test_the_gap_of_an_older_analysis_is_unpaired_and_says_so(tmp_path: Path) -> None:
    write_run(tmp_path, "base", sizes=["1x2"], problems={"1x2": answers(10, right=2)})
    write_run(tmp_path, "rl", sizes=["1x2"], calibration=[entry("1x2", 8, 10)])
    gap = row(table(document(tmp_path), "in-and-out-tiny"), "RL", "in distribution")["gap"]
    assert gap.startswith("+60.0 [")
    assert gap.endswith("*unpaired*")


def test_the_terminal_shows_the_papers_value_below_ours(tmp_path: Path) -> None:
    write_paper_run(tmp_path, "rl", 80)
    (scale,) = scales(collect(tmp_path).runs, Settings(resamples=10))
    headings, rows = terminal_table(scale)
    assert headings == ("model", "3x3*", "3x4*", "4x4", "4x5", "5x5", "5x6", "6x6")
    assert rows[-1][:2] == ("RL", "80.0\n(98)")
    assert rows[0][:2] == ("Base: not run", "–")
