"""What can be read of a run is used; what cannot is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from documents import document, row, table
from filelock import FileLock
from run_folders import answers, entry, loss_curve, reward_curve, tally_of, write_run

from dsrecipes.analysis.intervals import Rate
from dsrecipes.analysis.tally import to_table
from dsrecipes.report.collect import collect
from dsrecipes.runs.run import LOCK


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
    running = write_run(tmp_path, "rl", state="running", metrics=reward_curve(3, 0.1, 0.2))
    write_run(tmp_path, "sft-reflection", state="failed", metrics=loss_curve(2))
    with FileLock(running / LOCK):
        shown = table(document(tmp_path), "table-1-tiny")
    assert row(shown, "RL")["1×2 †"] == "running (stage evaluate)"
    assert row(shown, "SFT (reflection)")["1×2 †"] == "failed (stage evaluate)"
    assert row(shown, "SFT (no reflection)")["1×2 †"] == "not run"
    assert row(shown, "Base")["2×2 †"] == "size not tested"


def test_an_analysis_is_missing_whatever_else_is_damaged(tmp_path: Path) -> None:
    metrics = write_run(tmp_path, "rl", metrics=reward_curve(5, 0.1, 0.2)) / "metrics.jsonl"
    metrics.write_text(metrics.read_text() + "{half")
    (run,) = collect(tmp_path).runs
    assert run.why_unusable == "analysis missing"


DEEP = "a: &a\n  b: *a\n"


@pytest.mark.parametrize("content", ["", "- a list\n", "{half", DEEP, "1: one\ntwo: two\n", "x: [\xff\n"])
def test_a_run_without_a_readable_recipe_stands_for_nothing(tmp_path: Path, content: str) -> None:
    """Neither does it make other runs look as if their recipe differed."""
    for seed in range(2):
        folder = write_run(tmp_path, "rl", run_id=f"s{seed}", seed=seed, finished=f"2026-01-0{seed + 1}T00:00:00Z",
                           problems={"1x2": answers(10, right=4)})  # fmt: skip
    (folder / "recipe.yaml").write_text(content, "latin-1")
    first, second = collect(tmp_path).runs
    assert (first.usable, second.why_unusable) == (True, "recipe unreadable")
    report = document(tmp_path)
    assert "tiny-rl/s1: recipe.yaml cannot be read" in report.problems[0]
    assert row(table(report, "runs-tiny"), "RL")["runs"] == "`tiny-rl/s0`"


def test_numbers_that_are_not_finite_are_kept_and_told(tmp_path: Path) -> None:
    metrics = loss_curve(40)
    for line in metrics[20:]:
        line["data"]["loss"] = float("nan")
    write_run(tmp_path, "sft-reflection", metrics=metrics, problems={"1x2": answers(10, right=4)})
    report = document(tmp_path)
    assert "metrics.jsonl: not finite are loss at 20 of 40 steps, first at 21" in report.problems[0]
    cells = row(table(report, "training-tiny"), "SFT (reflection)", "0", "loss")
    assert (cells["end"], cells["steps"]) == ("not finite", "1 to 40")
    assert json.loads(table(report, "training-tiny").frame.to_json())["last_step"] == {"0": 40}


@pytest.mark.parametrize("step", ["Infinity", "1" + "0" * 400 + ', "x": 0', "NaN"])
def test_a_line_of_metrics_that_no_number_holds_is_told(tmp_path: Path, step: str) -> None:
    metrics = write_run(tmp_path, "rl", metrics=reward_curve(3, 0.1, 0.2), calibration=[]) / "metrics.jsonl"
    metrics.write_text(metrics.read_text() + f'{{"step": {step}, "data": {{"loss": 1{"0" * 400}}}}}\n')
    (run,) = collect(tmp_path).runs
    assert (len(run.metrics), run.problems) == (3, ("metrics.jsonl: 1 of its 4 lines cannot be read",))


def of(name: str, change: Callable[[list[object]], list[object]]) -> Callable[[pa.Table], pa.Table]:
    """Changes a column of a table."""

    def changed(table: pa.Table) -> pa.Table:
        place = table.schema.get_field_index(name)
        return table.set_column(place, table.schema.field(place), [change(table[name].to_pylist())])

    return changed


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (of("right", lambda cells: [5, *cells[1:]]), "right above trajectories"),
        (of("right", lambda cells: [None, *cells[1:]]), "has empty cells in right"),
        (of("a", lambda cells: [None, *cells[1:]]), "has empty cells in a"),
        (of("a", lambda cells: ["x", *cells[1:]]), "no whole numbers: x, 12"),
        (of("tokens", lambda cells: [-1, *cells[1:]]), "tokens below 0"),
        (of("first", lambda cells: [0, *cells[1:]]), "trajectories not the sum of its parts"),
        (of("model", lambda cells: ["another", *cells[1:]]), "it holds several models, a run has one"),
    ],
)
def test_counts_that_cannot_be_are_told_and_not_shown(
    tmp_path: Path, damage: Callable[[pa.Table], pa.Table], said: str
) -> None:
    folder = write_run(tmp_path, "rl", problems={"1x2": answers(10, right=4)})
    pq.write_table(damage(to_table([tally_of("m", "1x2", answers(10, right=4))])), folder / "analysis/problems.parquet")
    (run,) = collect(tmp_path).runs
    assert run.why_unusable == "analysis unreadable"
    assert said in run.problems[0]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([entry("1x2", 4, 10), entry("1x2", 5, 10)], "it holds a size more than once: 1x2"),
        ({"1x2": entry("1x2", 4, 10)}, "it holds no list of sizes"),
        ([entry("1x2", 4, 10) | {"predicted_accuracy_ci": [0.1]}], "IndexError"),
        ([entry("1x2", 4, 10) | {"accuracy": float("inf")}], "OverflowError"),
        ([entry("1x2", 4, 10), entry("2x2", 5, 10) | {"model": "other"}], "it holds several models"),
    ],
)
def test_a_damaged_older_analysis_is_told_and_the_other_runs_reported(
    tmp_path: Path, entries: list[dict[str, object]], said: str
) -> None:
    write_run(tmp_path, "rl", calibration=entries)
    write_run(tmp_path, "base", problems={"1x2": answers(10, right=4)})
    report = document(tmp_path)
    assert said in report.problems[0]
    assert row(table(report, "table-1-tiny"), "RL")["1×2 †"] == "analysis unreadable"


def reads_anew(folder: Path, *, sha256: str = "abcd1234" * 8, n_bad: int = 0) -> None:
    """Makes of a finished run one whose trajectories could not be read anew."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["stages"].append({"name": "analyse", "state": "failed", "finished": "2027-01-01T00:00:00Z"})
    manifest["state"] = "failed"
    manifest["hashes"]["trajectories.jsonl.gz"] = "abcd1234" * 2
    path.write_text(json.dumps(manifest))
    settings = folder / "analysis" / "settings.json"
    account = json.loads(settings.read_text()) | {"n_bad": n_bad, "files": [{"sha256": sha256}]}
    settings.write_text(json.dumps(account))


def test_a_reading_that_failed_leaves_the_former_analysis(tmp_path: Path) -> None:
    reads_anew(write_run(tmp_path, "rl", problems={"1x2": answers(10, right=4)}))
    report = document(tmp_path)
    assert row(table(report, "table-1-tiny"), "RL")["1×2 †"].startswith("40.0")
    assert report.problems == (
        "tiny-rl/run-1: its trajectories were being read anew (failed): its former analysis is shown",
    )


@pytest.mark.parametrize("other", [{"sha256": "0" * 64}, {"n_bad": 3}])
def test_an_analysis_of_other_trajectories_or_of_a_part_of_them_is_not_shown(
    tmp_path: Path, other: dict[str, object]
) -> None:
    reads_anew(write_run(tmp_path, "rl", problems={"1x2": answers(10, right=4)}), **other)  # type: ignore[arg-type]
    assert row(table(document(tmp_path), "table-1-tiny"), "RL")["1×2 †"] == "failed (stage analyse)"
