"""Table 2 and Section 5.1: p(F→T), first and final answers by what SFT was taught."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import document, row, table
from run_folders import answers, entry, write_run

from dsrecipes.report.collect import collect
from dsrecipes.report.document import Document
from dsrecipes.report.sections.transitions import corrective_share


def test_without_runs_the_papers_values_stand_beside_not_run(tmp_path: Path) -> None:
    cells = row(table(document(tmp_path), "table-2-paper"), "100%")
    assert (cells["paper, Llama3.1-8B"], cells["paper, Qwen2.5-7B"], cells["ours"]) == ("5.3", "3.6", "not run")


@pytest.mark.parametrize(
    ("solutions", "share"),
    [
        ({"reflection_share": 1.0, "error_rate": 0.5, "max_attempts": 2}, 0.5),
        ({"reflection_share": 1.0, "error_rate": 0.5, "max_attempts": 1}, 0.0),
        ({"reflection_share": 0.0, "error_rate": 0.5, "max_attempts": 2}, 0.0),
        (None, None),
    ],
)
def test_the_share_follows_from_the_recipe(tmp_path: Path, solutions: dict[str, object] | None, share: float) -> None:
    write_run(tmp_path, "sft-reflection", solutions=solutions)
    assert corrective_share(collect(tmp_path).runs[0]) == share


def test_runs_of_other_shares_have_rows_of_their_own_though_the_newest_stands_for_the_arm(tmp_path: Path) -> None:
    for day, error_rate, repaired in ((1, 1.0, 30), (2, 0.3, 10)):
        write_run(tmp_path, "sft-reflection", run_id=f"e{error_rate}", finished=f"2026-01-0{day}T00:00:00Z",
                  sizes=["1x2"], problems={"1x2": answers(100, right=50, repaired=repaired, dropped=10)},
                  solutions={"reflection_share": 1.0, "error_rate": error_rate, "max_attempts": 2})  # fmt: skip
    shown = table(document(tmp_path), "table-2-tiny")
    first = row(shown, "100%")
    assert (first["ours"], first["where"]) == ("SFT (reflection)", "in distribution")
    assert first["p(F→T)"].startswith("75.0 [")
    assert first["p(F→T)"].endswith("n=40")
    assert first["by response"] == "60.0 [46.2, 72.4], n=50"
    assert first["first attempt"] == "50.0 [40.4, 59.6], n=100"
    assert first["final answer"] == "80.0 [71.1, 86.7], n=100"
    assert first["reflection"].startswith("+30.0 [")
    assert row(shown, "30%")["p(F→T)"].startswith("50.0 [")
    assert row(shown, "30%")["paper, Qwen2.5-7B"] == "no such share"
    assert row(shown, "100%")["runs"] == "`tiny-sft-reflection/e1.0`"


def test_every_model_has_its_p_ft_and_where_its_reflections_lead(tiny: Document) -> None:
    cells = row(table(tiny, "transitions-tiny"), "RL", "out of distribution")
    assert cells["p(F→T)"] == "70.0 [60.3, 79.0], n=100"
    assert cells["by response"].endswith("n=170")
    assert (cells["F→T"], cells["F→F other"]) == ("70", "30")


def test_a_model_without_reflections_says_so(tiny: Document) -> None:
    cells = row(table(tiny, "transitions-tiny"), "SFT (no reflection)", "in distribution")
    assert cells["p(F→T)"] == "no reflections from wrong attempts of SFT (no reflection) in distribution"


def test_an_older_analysis_says_what_it_lacks(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", sizes=["1x2"], calibration=[entry("1x2", 4, 10)])
    assert row(table(document(tmp_path), "transitions-tiny"), "RL")["p(F→T)"].startswith("older analysis")


def test_another_loss_and_other_cuts_are_no_rows_of_table_2(tmp_path: Path) -> None:
    solutions = {"reflection_share": 1.0, "error_rate": 0.5, "max_attempts": 2}
    given = {"1x2": answers(100, right=50, repaired=10)}
    for arm in ("sft-corrective-50", "sft-attempts-2"):
        write_run(tmp_path, arm, sizes=["1x2"], problems=given, solutions=solutions)
    dft = {"training": {"solutions": solutions, "loss": "dft"}}
    write_run(tmp_path, "sft-dft", sizes=["1x2"], problems=given, recipe_changes=dft)
    shown = table(document(tmp_path), "table-2-tiny")
    assert [cells[3] for cells in shown.cells] == ["not run", "SFT, 50% corrective", "not run"]


def test_six_attempts_less_one_stand_beside_the_papers_difference(tmp_path: Path) -> None:
    for n, right, repaired in ((1, 50, 0), (3, 55, 5), (6, 60, 20)):
        write_run(tmp_path, f"sft-attempts-{n}", sizes=["1x2"], problems={
            "1x2": answers(100, right=right, repaired=repaired)})  # fmt: skip
    shown = table(document(tmp_path), "attempts-tiny")
    assert (
        row(shown, "1", "SFT, cut at 1")["p(F→T)"]
        == "no reflections from wrong attempts of SFT, cut at 1 in distribution"
    )
    assert row(shown, "2")["model"] == "not run"
    assert row(shown, "3", "SFT, cut at 3")["final answer"] == "60.0 [50.2, 69.1], n=100"
    theirs, ours = row(shown, "6 − 1", "paper"), row(shown, "6 − 1", "ours")
    names = ("first attempt", "final answer", "reflection")
    assert [theirs[name] for name in names] == ["+3.75", "+4.05", "+0.30"]
    assert [ours[name].split()[0] for name in names] == ["+10.0", "+30.0", "+20.0"]


def test_without_its_runs_the_difference_says_so(tiny: Document) -> None:
    shown = table(tiny, "attempts-tiny")
    assert row(shown, "6 − 1", "ours")["where"] == "one of the two is not run"
