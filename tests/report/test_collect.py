"""What can be read of a run is used; what cannot is told."""

from __future__ import annotations

from pathlib import Path

from documents import document, row, table
from run_folders import answers, entry, loss_curve, reward_curve, write_run

from dsrecipes.analysis.intervals import Rate
from dsrecipes.report.collect import collect


def test_broken_runs_are_told_and_the_others_reported(tmp_path: Path) -> None:
    write_run(tmp_path, "base", problems={"1x2": answers(10, right=4)})
    (write_run(tmp_path, "rl") / "manifest.json").write_text("{")
    (write_run(tmp_path, "sft-reflection") / "manifest.json").unlink()
    (write_run(tmp_path, "sft-no-reflection") / "analysis" / "calibration.json").write_text('[{"size": 3}]')
    metrics = write_run(tmp_path, "other", metrics=loss_curve(3), calibration=[]) / "metrics.jsonl"
    metrics.write_text(metrics.read_text() + "{half")
    report = document(tmp_path)
    assert len(report.problems) == 4
    told = "\n".join(report.problems)
    assert "tiny-rl/run-1: manifest.json cannot be read" in told
    assert "tiny-sft-reflection/run-1: manifest.json is missing" in told
    assert "tiny-sft-no-reflection/run-1: analysis/calibration.json cannot be read" in told
    assert "tiny-other/run-1: metrics.jsonl: 1 of its 4 lines cannot be read" in told
    assert row(table(report, "table-1-tiny"), "Base")["1×2 †"].startswith("40.0")
    assert row(table(report, "table-1-tiny"), "SFT (no reflection)")["1×2 †"] == "analysis unreadable"


def test_counts_by_problem_are_preferred_to_an_older_analysis(tmp_path: Path) -> None:
    write_run(tmp_path, "base", problems={"1x2": answers(10, right=4)}, calibration=[entry("1x2", 9, 10)])
    (run,) = collect(tmp_path).runs
    assert run.measured is not None
    assert run.measured["1x2"].accuracy == Rate(4, 10)


def test_an_older_analysis_is_used_where_the_counts_by_problem_are_damaged(tmp_path: Path) -> None:
    folder = write_run(tmp_path, "base", calibration=[entry("1x2", 9, 10)])
    (folder / "analysis" / "problems.parquet").write_bytes(b"PAR1 half")
    (run,) = collect(tmp_path).runs
    assert run.measured is not None
    assert run.measured["1x2"].accuracy == Rate(9, 10)
    assert "analysis/problems.parquet cannot be read" in run.problems[0]


def test_an_older_analysis_is_shown_with_what_it_lacks(tmp_path: Path) -> None:
    write_run(tmp_path, "base", sizes=["1x2"], calibration=[entry("1x2", 4, 10)])
    write_run(tmp_path, "rl", sizes=["1x2"], problems={"1x2": answers(10, right=8)})
    report = document(tmp_path)
    assert row(table(report, "table-1-tiny"), "Base")["1×2 †"] == "40.0 [16.8, 68.7]"
    calibration = row(table(report, "calibration-tiny"), "Base", "1×2 †")
    assert calibration["predicted"] == "40.0 [25.0, 75.0] (interval of its own analysis)"
    placed = row(table(report, "objectives-tiny"), "RL", "in distribution")
    assert placed["gap"] == "Base: older analysis without counts by problem: analyse again"
    assert placed["p"] == "80.0 [49.0, 94.3], n=10"


def test_an_analysis_by_another_reader_is_told(tmp_path: Path) -> None:
    write_run(tmp_path, "base", problems={"1x2": answers(10, right=4)})
    assert document(tmp_path).problems == ()
    for seed in range(4):
        write_run(tmp_path, "rl", run_id=f"run-{seed}", problems={"1x2": answers(10, right=8)}, reader="another")
    (told,) = document(tmp_path).problems
    assert "another version of the reader" in told
    assert "tiny-rl/run-0, tiny-rl/run-1, tiny-rl/run-2 and 1 more. Launch their recipes again" in told
    assert "tiny-base" not in told


def test_an_unfinished_run_says_where_it_stands(tmp_path: Path) -> None:
    write_run(tmp_path, "base", problems={"1x2": answers(10, right=4)})
    write_run(tmp_path, "rl", state="running", metrics=reward_curve(3, 0.1, 0.2))
    write_run(tmp_path, "sft-reflection", state="failed", metrics=loss_curve(2))
    shown = table(document(tmp_path), "table-1-tiny")
    assert row(shown, "RL")["1×2 †"] == "running (stage evaluate)"
    assert row(shown, "SFT (reflection)")["1×2 †"] == "failed (stage evaluate)"
    assert row(shown, "SFT (no reflection)")["1×2 †"] == "not run"
    assert row(shown, "Base")["2×2 †"] == "size not tested"
