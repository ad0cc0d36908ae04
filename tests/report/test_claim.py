"""The claim: what the data say of decision and sampling, in words that follow from the intervals."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import document, figure, row, section, table, text_of
from run_folders import answers, write_run

from dsrecipes.report.document import Document


def checks(n: int, *, first: int) -> list[str]:
    """Answers of a model that drops every wrong answer until it is right."""
    return ["R"] * first + ["WR"] * ((n - first) // 2) + ["WWR"] * (n - first - (n - first) // 2)


def test_a_gain_by_rejecting_wrong_answers_is_called_decision(tmp_path: Path) -> None:
    write_run(tmp_path, "sft-reflection", sizes=["2x3"], problems={"2x3": answers(100, right=40)})
    write_run(tmp_path, "rl", sizes=["2x3"], problems={"2x3": checks(100, first=40)})
    report = document(tmp_path)
    said = text_of(section(report, "claim-tiny"))
    assert "**The paper claims**" in said
    assert "At 2x3, RL is 60.0 points" in said
    assert "Mostly decision" in said
    assert row(table(report, "gaps-tiny"), "RL − SFT (reflection)")["verdict"] == "mostly decision"
    assert "Mostly decision" in report.summary.markdown


def test_a_gain_by_better_first_answers_is_called_sampling(tmp_path: Path) -> None:
    write_run(tmp_path, "sft-reflection", sizes=["2x3"], problems={"2x3": answers(100, right=20)})
    write_run(tmp_path, "rl", sizes=["2x3"], problems={"2x3": answers(100, right=80)})
    assert "Mostly sampling" in text_of(section(document(tmp_path), "claim-tiny"))


def test_no_gain_leaves_it_undecided(tmp_path: Path) -> None:
    for arm in ("sft-reflection", "rl"):
        write_run(tmp_path, arm, sizes=["2x3"], problems={"2x3": answers(100, right=20, repaired=5)})
    assert "Undecided" in text_of(section(document(tmp_path), "claim-tiny"))


def test_the_terms_add_up_to_the_observed_gap(tiny: Document) -> None:
    frame = table(tiny, "gaps-tiny").frame.dropna(subset=["sampling"])
    assert len(frame) == 1  # where every rate was seen
    assert (frame.sampling + frame.decision + frame.remainder).tolist() == pytest.approx(frame.observed_gap.tolist())


def test_both_runs_of_a_gap_are_named(tiny: Document) -> None:
    shown = table(tiny, "gaps-tiny")
    assert row(shown, "RL − SFT (reflection)", "out of distribution")["n"] == "200"
    assert shown.frame.runs_a[0] == "tiny-rl/run-1"
    assert shown.frame.runs_b[0] == "tiny-sft-reflection/run-1"


def test_a_missing_arm_leaves_the_claim_open_and_says_so(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", sizes=["2x3"], problems={"2x3": answers(100, right=20)})
    assert "(SFT (reflection): not run)" in text_of(section(document(tmp_path), "claim-tiny"))


def test_the_gap_by_size_is_drawn(tiny: Document) -> None:
    (axis,) = figure(tiny, "claim-tiny").draw().axes
    observed = next(line for line in axis.lines if line.get_label() == "observed gap")
    assert list(observed.get_ydata()) == pytest.approx([5, 5, 50, 39])
