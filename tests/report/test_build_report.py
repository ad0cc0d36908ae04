"""The report shows what was claimed and what was measured, from whatever runs exist."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from run_folders import entry, loss_curve, reward_curve, write_run, write_tiny_runs

from dsrecipes.errors import UserError
from dsrecipes.report.build import ReportSummary, build_report
from dsrecipes.report.paper import paper

PAPER_SIZES = ["3x3", "3x4", "4x4", "4x5", "5x5", "5x6", "6x6"]


def report_of(runs: Path) -> tuple[str, ReportSummary]:
    summary = build_report(runs, runs / "report")
    return summary.report.read_text("utf-8"), summary


def section(text: str, title: str) -> str:
    """From a heading to the next one of any level."""
    return text.split(f"# {title}\n", 1)[1].split("\n#", 1)[0]


def cells(text: str, first: str) -> list[str]:
    """The cells of the table row that begins with `first`."""
    line = next(line for line in text.splitlines() if line.startswith(f"| {first} |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def records(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The report of four finished tiny arms, and its folder."""
    runs = tmp_path_factory.mktemp("runs")
    write_tiny_runs(runs)
    return report_of(runs)[0], runs / "report"


def test_without_runs_the_papers_values_stand_alone(tmp_path: Path) -> None:
    text, summary = report_of(tmp_path / "absent")
    assert summary.n_runs == 0
    assert "No runs found yet" in text
    assert cells(section(text, "The paper's Table 1"), "RL")[1] == "98 [95.3, 100.7]"
    assert "assumed" in section(text, "The paper's Table 1")
    assert "Scale:" not in text


def test_table_1_has_every_arm_and_size_with_interval_and_run(tiny: tuple[str, Path]) -> None:
    text, _ = tiny
    table = section(text, "Table 1 (tiny)")
    assert cells(table, "model") == ["model", "1x2*", "2x2*", "2x3", "3x3", "run"]
    assert cells(table, "Base")[1] == "40.0 [30.9, 49.8], n=100"
    assert cells(table, "RL")[1:3] == ["100.0 [96.3, 100.0], n=100", "90.0 [82.6, 94.5], n=100"]
    assert cells(table, "RL")[-1] == "`tiny-rl/run-1`"


def test_at_another_scale_the_paper_is_said_not_to_be_comparable(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", sizes=["3x3"], trained=["3x3"], calibration=[entry("3x3", 50, 100)])
    table = section(report_of(tmp_path)[0], "Table 1 (tiny)")
    assert "not comparable" in table
    assert "(paper 98" not in table


def test_at_the_papers_scale_its_value_and_the_difference_stand_in_the_cell(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", scale="paper", sizes=PAPER_SIZES, trained=PAPER_SIZES[:2],
              calibration=[entry(size, 80, 100) for size in PAPER_SIZES])  # fmt: skip
    text, _ = report_of(tmp_path)
    table = section(text, "Table 1 (paper)")
    assert cells(table, "RL")[1] == "80.0 [71.1, 86.7], n=100 (paper 98, -18.0)"
    assert cells(table, "RL")[7].endswith("(paper 34, +46.0)")
    assert cells(table, "Base")[1] == "not run (paper 74)"
    row = records(tmp_path / "report" / "table1-paper.csv")[-7]
    assert (row["arm"], row["size"], row["paper_accuracy"], row["difference"]) == ("rl", "3x3", "98", "-18")


def test_the_gap_to_the_base_is_in_points_over_the_in_distribution_problems(tiny: tuple[str, Path]) -> None:
    row = cells(section(tiny[0], "In and out of distribution (tiny)"), "RL")
    assert row[1] == "95.0 [91.0, 97.3], n=200"
    assert row[2].startswith("+65.0 [+5")  # 95 % of 200 against 30 % of 200
    assert row[5] == "94.5 (+40.5)"


def test_a_rate_without_a_denominator_says_so(tiny: tuple[str, Path]) -> None:
    text, _ = tiny
    assert cells(section(text, "RL"), "1x2*")[3] == "no wrong attempt: p_rw undefined"
    assert cells(section(text, "Base"), "3x3")[2] == "no right attempt: p_sc undefined"


def test_calibration_has_each_rate_with_its_denominator(tiny: tuple[str, Path]) -> None:
    row = cells(section(tiny[0], "RL"), "2x2*")
    assert row[1] == "70.0 [60.4, 78.1], n=100"
    assert row[3] == "66.7 [48.8, 80.8], n=30"
    assert row[4] == "87.3 [25.0, 75.0]"  # 0.7·92⁻¹·90 / (0.7·92⁻¹·90 + 0.3·10/30); the interval is the analysis's own


def test_an_unfinished_run_says_where_it_stands(tmp_path: Path) -> None:
    write_run(tmp_path, "base", calibration=[entry("1x2", 4, 10)])
    write_run(tmp_path, "rl", state="running", metrics=reward_curve(3, 0.1, 0.2))
    write_run(tmp_path, "sft-reflection", state="failed", metrics=loss_curve(2))
    table = section(report_of(tmp_path)[0], "Table 1 (tiny)")
    assert cells(table, "RL")[1] == "running (stage evaluate)"
    assert cells(table, "SFT (reflection)")[1] == "failed (stage evaluate)"
    assert cells(table, "SFT (no reflection)")[1] == "not run"
    assert cells(table, "Base")[2] == "size not tested"


def test_broken_runs_are_told_and_the_others_reported(tmp_path: Path) -> None:
    write_run(tmp_path, "base", calibration=[entry("1x2", 4, 10)])
    (write_run(tmp_path, "rl", calibration=[]) / "manifest.json").write_text("{")
    (write_run(tmp_path, "sft-reflection", calibration=[]) / "manifest.json").unlink()
    (write_run(tmp_path, "sft-no-reflection") / "analysis" / "calibration.json").write_text('[{"size": 3}]')
    metrics = write_run(tmp_path, "other", metrics=loss_curve(3), calibration=[]) / "metrics.jsonl"
    metrics.write_text(metrics.read_text() + "{half")
    text, summary = report_of(tmp_path)
    told = section(text, "Runs that could not be read in full")
    assert "tiny-rl/run-1: manifest.json cannot be read" in told
    assert "tiny-sft-reflection/run-1: manifest.json is missing" in told
    assert "tiny-sft-no-reflection/run-1: analysis/calibration.json cannot be read" in told
    assert "tiny-other/run-1: metrics.jsonl: 1 of its 4 lines cannot be read" in told
    assert len(summary.problems) == 4
    assert cells(section(text, "Table 1 (tiny)"), "Base")[1].startswith("40.0")
    assert cells(section(text, "Table 1 (tiny)"), "SFT (no reflection)")[1] == "analysis unreadable"


def test_of_two_runs_with_one_seed_the_newest_counts(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", run_id="b-old", finished="2026-01-01T00:00:00Z", calibration=[entry("1x2", 1, 10)])
    write_run(tmp_path, "rl", run_id="a-new", finished="2026-01-02T00:00:00Z", calibration=[entry("1x2", 9, 10)])
    table = section(report_of(tmp_path)[0], "Table 1 (tiny)")
    assert cells(table, "RL")[1].startswith("90.0")
    assert "`tiny-rl/b-old`: left out, a newer run has its seed" in table


def test_seeds_are_pooled_and_said_to_be(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", run_id="s0", seed=0, calibration=[entry("1x2", 4, 10)])
    write_run(tmp_path, "rl", run_id="s1", seed=1, calibration=[entry("1x2", 8, 10)])
    text, _ = report_of(tmp_path)
    row = cells(section(text, "Table 1 (tiny)"), "RL")
    assert row[1].startswith("60.0 [")
    assert row[1].endswith("n=20")
    assert row[-1].startswith("2 seeds pooled (0, 1)")
    assert "no interval over pooled seeds" in cells(section(text, "RL"), "1x2*")[4]


def test_runs_of_a_changed_recipe_are_not_pooled(tmp_path: Path) -> None:
    changed = {"training": {"learning_rate": 1.0}}
    write_run(tmp_path, "rl", run_id="s0", seed=0, finished="2026-01-01T00:00:00Z", calibration=[entry("1x2", 4, 10)],
              recipe_changes=changed)  # fmt: skip
    write_run(tmp_path, "rl", run_id="s1", seed=1, finished="2026-01-02T00:00:00Z", calibration=[entry("1x2", 8, 10)])
    table = section(report_of(tmp_path)[0], "Table 1 (tiny)")
    assert cells(table, "RL")[1].startswith("80.0")
    assert "`tiny-rl/s0`: left out, its recipe differs" in table


def test_each_scale_has_its_section(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", calibration=[entry("1x2", 4, 10)])
    write_run(tmp_path, "rl", scale="paper", sizes=["3x3"], trained=["3x3"], calibration=[entry("3x3", 9, 10)])
    text, summary = report_of(tmp_path)
    assert list(summary.table1) == ["tiny", "paper"]
    assert text.index("## Scale: tiny") < text.index("## Scale: paper")
    assert cells(section(text, "Table 1 (paper)"), "model") == ["model", "3x3*", "run"]


def test_training_is_told_from_start_to_end(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", metrics=reward_curve(10, 0.2, 0.65), calibration=[entry("1x2", 4, 10)])
    text, _ = report_of(tmp_path)
    assert "| RL | 0 | mean reward (share of right answers) | 0.2 | 0.65 | +0.45 (+45.0 points) |" in text


def test_provenance_has_recipe_version_hash_seed_times_and_what_is_assumed(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", version=3, seed=5, calibration=[entry("1x2", 4, 10)])
    text, _ = report_of(tmp_path)
    row = cells(section(text, "Provenance"), "`tiny-rl/run-1`")
    assert row[1:6] == ["rl", "tiny-rl v3", "`0123456789ab`", "5", "done"]
    assert row[6] == "2 min 05 s (train 1 min 35 s, evaluate 30 s)"
    assumed = section(text, "What is assumed or reconstructed")
    assert "| tiny-rl | `training.learning_rate` | 1e-06 | lost from the text |" in assumed
    assert "data.train.sizes" not in assumed
    assert "| report | predicted accuracy |" in assumed


def test_figures_are_made_and_shown(tiny: tuple[str, Path]) -> None:
    text, folder = tiny
    for name in ("calibration-tiny", "training-rl-tiny", "training-sft-tiny"):
        assert f"({name}.png)" in text
        assert (folder / f"{name}.png").read_bytes().startswith(b"\x89PNG")
        assert "<svg" in (folder / f"{name}.svg").read_text("utf-8")
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def test_unchanged_runs_give_the_same_bytes_wherever_they_are_written(tiny: tuple[str, Path], tmp_path: Path) -> None:
    text, folder = tiny
    summary = build_report(folder.parent, tmp_path / "again")
    assert {path.name for path in summary.files} == {path.name for path in folder.iterdir()}
    for path in summary.files:
        assert path.read_bytes() == (folder / path.name).read_bytes()
    assert str(folder.parent) not in text


def test_a_file_in_place_of_the_runs_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "runs"
    path.write_text("")
    with pytest.raises(UserError, match="not a folder of runs"):
        build_report(path, tmp_path / "report")


def test_the_papers_table_is_whole() -> None:
    table = paper().table1
    assert set(table) == {"base", "sft-no-reflection", "sft-reflection", "rl"}
    assert all(tuple(row) == tuple(PAPER_SIZES) for row in table.values())
    assert [table["sft-reflection"][size].accuracy for size in PAPER_SIZES] == [96, 92, 94, 49, 4, 1, 0]
    assert paper().sizes_status == "assumed"


def test_drawing_touches_no_global_state() -> None:
    code = "import sys, dsrecipes.report.build; print('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_csv_and_markdown_agree(tiny: tuple[str, Path]) -> None:
    text, folder = tiny
    (row,) = [r for r in records(folder / "calibration-tiny.csv") if (r["arm"], r["size"]) == ("rl", "2x3")]
    shown = cells(section(text, "RL"), "2x3")
    assert shown[1].startswith(f"{100 * float(row['p']):.1f} [{100 * float(row['p_low']):.1f},")
    assert json.loads(row["p_rw_n"]) == 110
