"""The report as a whole: from no runs, some, and files; each time the same."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from documents import document, row, section, table, text_of
from run_folders import answers, write_run

from dsrecipes.analysis.settings import Settings
from dsrecipes.errors import UserError
from dsrecipes.report.build import assemble, build_report
from dsrecipes.report.collect import collect
from dsrecipes.report.document import Document
from dsrecipes.report.given import read_files
from dsrecipes.report.paper import paper

PAPER_SIZES = ["3x3", "3x4", "4x4", "4x5", "5x5", "5x6", "6x6"]


def record(model: str, a: int, b: int, answer: int) -> dict[str, object]:
    return {
        "id": f"{model}/{a}x{b}", "model": model, "size": "2x2", "operands": [a, b], "prompt": "",
        "response": f"The answer is {answer}.", "ground_truth": str(a * b), "finish_reason": "stop",
        "seed": 0, "sample": 0,
    }  # fmt: skip


def write_trajectories(path: Path) -> Path:
    """Two models at one size: one always right, the other once of two."""
    records = [record("rl-grpo", 12, b, 12 * b) for b in (11, 13)]
    records += [record("my_model", 12, b, 132) for b in (11, 13)]
    path.write_text("".join(json.dumps(item) + "\n" for item in records))
    return path


def test_without_runs_the_papers_values_stand_alone(tmp_path: Path) -> None:
    report = document(tmp_path / "absent")
    assert "No runs found yet" in report.summary.markdown
    shown = table(report, "table-1-paper")
    assert row(shown, "RL", "paper")["3×3 †"] == "98.0 [95.3, 100.7]"
    assert row(shown, "RL", "ours")["3×3 †"] == "not run"
    assert "assumed" in text_of(section(report, "accuracy-paper"))
    assert [part.id for part in report.sections] == ["scale-paper", "theory", "provenance"]


def test_no_cell_is_empty_and_every_row_is_as_long_as_its_headings(tiny: Document) -> None:
    for found in tiny.tables():
        assert found.cells, found.name
        assert all(len(cells) == len(found.headings) for cells in found.cells), found.name
        assert all(cell.strip() for cells in found.cells for cell in cells), found.name


def test_names_of_files_are_unique_and_plain(tiny: Document) -> None:
    names = [block.name for block in (*tiny.tables(), *tiny.figures())]
    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isalnum() and name == name.lower() for name in names)


def test_every_number_of_ours_leads_to_its_runs(tiny: Document) -> None:
    for part in tiny.sections:
        if part.id.startswith("scale-"):
            for block in part.all_blocks():
                if hasattr(block, "frame"):
                    assert {"runs", "runs_a"} & set(block.frame.columns), block.name


def test_every_figure_draws(tiny: Document) -> None:
    assert len(tiny.figures()) == 10
    for found in tiny.figures():
        assert found.draw().axes
        assert found.alt
        assert found.caption


def test_the_same_runs_give_the_same_tables(tiny: Document, tiny_runs: Path) -> None:
    again = document(tiny_runs)
    assert again.summary == tiny.summary
    for one, other in zip(tiny.tables(), again.tables(), strict=True):
        assert (one.caption, one.cells) == (other.caption, other.cells)
        assert one.frame.to_csv() == other.frame.to_csv()


def test_the_summary_says_what_was_claimed_measured_and_how_sure_it_is(tiny: Document) -> None:
    said = tiny.summary.markdown
    assert "4 runs found, 4 done" in said
    assert "**Claimed**" in said
    assert "out of distribution Base 2.0%, SFT (no reflection) 4.5%, SFT (reflection) 5.5%, RL 50.0%" in said
    assert "100 answers a model and size, one seed a model" in said
    assert "checks of lemmas and theorems hold" in said


def test_trajectories_made_elsewhere_are_reported_beside_the_runs(tmp_path: Path, tiny_runs: Path) -> None:
    settings = Settings(resamples=50)
    given = read_files([write_trajectories(tmp_path / "theirs.jsonl")], settings)
    report = assemble(collect(tiny_runs), settings, given).document
    assert row(table(report, "table-1-files"), "rl-grpo", "ours")["2×2"].startswith("100.0")
    assert row(table(report, "table-1-files"), "my_model", "ours")["2×2"].startswith("50.0")
    assert row(table(report, "runs-files"), "my_model")["runs"].endswith("theirs.jsonl`")
    assert row(table(report, "tests-files"), "all sizes")["only first : second"] == "0 : 1"
    assert table(report, "table-1-tiny").cells
    assert len(table(report, "files").frame.sha256[0]) == 16


def test_bad_records_of_given_files_are_told(tmp_path: Path) -> None:
    path = write_trajectories(tmp_path / "theirs.jsonl")
    path.write_text(path.read_text() + "{half\n")
    given = read_files([path], Settings(resamples=50))
    (problem,) = assemble(collect(tmp_path), Settings(resamples=50), given).document.problems
    assert problem.startswith("left out:")
    assert "theirs.jsonl" in problem


def test_names_from_outside_cannot_break_a_table(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(json.dumps(record("a|b *c* `d`", 12, 11, 132)) + "\n")
    settings = Settings(resamples=50)
    report = assemble(collect(tmp_path), settings, read_files([path], settings)).document
    assert table(report, "table-1-files").cells[0][0] == r"a\|b \*c\* \`d\`"


def test_a_file_in_place_of_the_runs_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "runs"
    path.write_text("")
    with pytest.raises(UserError, match="not a folder of runs"):
        build_report(path, tmp_path / "report")


def test_the_reports_own_folder_is_no_run(tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    write_run(runs, "base", problems={"1x2": answers(10, right=4)})
    write_run(runs / "report", "rl", problems={"1x2": answers(10, right=4)})
    assert [run.folder for run in collect(runs, skip=runs / "report").runs] == ["tiny-base/run-1"]


def test_the_papers_table_is_whole() -> None:
    table1 = paper().table1
    assert set(table1) == {"base", "sft-no-reflection", "sft-reflection", "rl"}
    assert all(tuple(cells) == tuple(PAPER_SIZES) for cells in table1.values())
    assert [table1["sft-reflection"][size].accuracy for size in PAPER_SIZES] == [96, 92, 94, 49, 4, 1, 0]
    assert (paper().sizes_status, paper().in_distribution) == ("assumed", ("3x3", "3x4"))


def test_drawing_touches_no_global_state() -> None:
    code = (
        "import sys; from dsrecipes import theory; from dsrecipes.report.sections.figure_1 import draw; "
        "draw(theory.train()); "
        "print('matplotlib.pyplot' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_the_head_leads_to_the_objectives_only_where_there_are_several_models(tmp_path: Path) -> None:
    for arm, told in (("base", False), ("rl", True)):
        write_run(tmp_path, arm, problems={"1x2": answers(10, right=4)})
        assert ("(#objectives-tiny)" in document(tmp_path).summary.markdown) is told
