"""The theory in the report, computed and not typed in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from documents import document, row, section, table, text_of

from dsrecipes import theory
from dsrecipes.report.build import theory_report
from dsrecipes.report.document import Document


@pytest.fixture(scope="module")
def report() -> Document:
    return theory_report().document


def test_it_needs_no_runs(report: Document) -> None:
    assert [part.id for part in report.sections] == ["figure-1", "appendix-c", "appendix-d", "theorems", "length"]
    assert not any("runs" in found.frame.columns for found in report.tables())


def test_appendix_c_has_paper_ours_difference_and_why(report: Document) -> None:
    cells = row(table(report, "appendix-c"), "KL gradient", "sample")
    assert (cells["paper"], cells["ours"], cells["as the paper rounds"]) == ("-0.1861", "-0.1857", "-0.1861")
    assert cells["difference"] == "+0.0004"
    assert "rounding" in cells["why"]
    assert row(table(report, "appendix-c"), "probability", "correct answer")["paper"] == "lost from the text"
    assert "11 are equal to four decimals" in text_of(section(report, "appendix-c"))


def test_appendix_d_has_the_measured_range_beside_each_word(report: Document) -> None:
    cells = row(table(report, "appendix-d"), "Q_sample depends on π_d")
    assert (cells["SFT"], cells["DFT"], cells["RL"]) == ("yes (yes)", "no (no)", "no (no)")
    assert cells["RL: measured"] == "0"
    assert float(cells["SFT: measured"].split(" to ")[0]) > 0.01


def test_theorems_hold_to_the_tolerance(report: Document) -> None:
    shown = table(report, "theorems")
    assert {cells[0] for cells in shown.cells} >= {"Lemma 1", "Lemma 2", "Theorem 3.1", "Theorem 3.2"}
    assert {cells[-1] for cells in shown.cells} == {"yes"}
    assert shown.frame.largest_error.max() < 1e-9


def test_figure_1_draws_all_panels_and_states_what_is_assumed(report: Document) -> None:
    (figure,) = report.figures()
    assert "step_size 0.02 (assumed)" in figure.caption
    titles = [axis.get_title(loc="left") for axis in figure.draw().axes]
    assert titles == [
        "policy", "accuracy", "surrogate reward: |gradient|", "KL penalty: |gradient|", "net gradient",
        "attribution ratio",
    ]  # fmt: skip
    ratio = figure.draw().axes[-1].lines[0].get_ydata()
    assert np.nanmin(ratio) == pytest.approx(np.nanmin(theory.train().kl_ratio))


def test_statements_and_where_they_fail_are_shown(report: Document) -> None:
    assert {cells[-1] for cells in table(report, "figure-1-statements").cells} == {"yes"}
    assert any(cells[-1] == "**no**" for cells in table(report, "figure-1-sensitivity").cells)


def test_it_stands_in_the_whole_report_too(tmp_path: Path) -> None:
    assert section(document(tmp_path), "theorems").blocks
