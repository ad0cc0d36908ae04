"""Trajectory files in, attempts.parquet, problems.parquet, calibration.json and settings.json out."""

from __future__ import annotations

import errno
import gzip
import hashlib
import json
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from synthetic import STYLES, Policy, Style, Tiny, Truth, samples, write

from dsrecipes.analysis import chunks
from dsrecipes.analysis.markers import Kind, MarkerEntry
from dsrecipes.analysis.pipeline import analyze_files
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.writing import AnalysisFolder
from dsrecipes.errors import UserError

TRUNCATED = "TRUNCATED"


def true_rates(truths: list[tuple[Truth, str]]) -> dict[str, float]:
    """p, p_sc and p_rw by counting the truth, without those cut off."""
    finished = [(truth, right) for truth, right in truths if truth[-1][1] != TRUNCATED]
    first = [truth[0][0] == right for truth, right in finished]
    steps = [(candidate == right, decision) for truth, right in finished for candidate, decision in truth]
    right_steps = [decision == "STOP" for right, decision in steps if right]
    wrong_steps = [decision == "RESAMPLE" for right, decision in steps if not right]
    return {
        "p": sum(first) / len(first),
        "p_sc": sum(right_steps) / len(right_steps),
        "p_rw": sum(wrong_steps) / len(wrong_steps),
    }


@pytest.mark.parametrize("style", STYLES)
def test_the_rates_are_those_of_the_truth(tmp_path: Path, style: type[Style]) -> None:
    written = samples(300, style(), Policy(p=0.4, p_sc=0.85, p_rw=0.5))
    (entry,) = analyze_files([write(tmp_path / "t.jsonl", written)]).to_json()
    truths = [(item.truth, item.record["ground_truth"]) for item in written]
    assert entry["n"] == 300
    assert entry["n_truncated"] == sum(truth[-1][1] == TRUNCATED for truth, _ in truths)
    for name, value in true_rates(truths).items():
        assert entry[name] == pytest.approx(value, abs=0.02)


def test_the_written_files_have_the_promised_shape(tmp_path: Path) -> None:
    written = samples(30, Tiny(), model="rl", size="2x2") + samples(30, Tiny(), model="rl", size="1x2", seed=1)
    path = write(tmp_path / "t.jsonl", written)
    settings = Settings(markers=(MarkerEntry(name="again!", kind=Kind.REVISION, pattern="again!", source="ours"),))
    result = analyze_files([path], tmp_path / "out", settings)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "attempts.parquet", "calibration.json", "problems.parquet", "settings.json",
    ]  # fmt: skip
    attempts = pd.read_parquet(tmp_path / "out" / "attempts.parquet")
    assert list(attempts.columns) == [
        "id", "model", "size", "attempt", "candidate", "correct", "decision", "marker", "start", "end",
        "seed", "sample", "marker_start", "marker_end",
    ]  # fmt: skip
    assert len(attempts) == result.n_attempts == sum(len(item.truth) for item in written)
    problems = pd.read_parquet(tmp_path / "out" / "problems.parquet")
    assert list(problems.columns[:4]) == ["model", "size", "a", "b"]
    assert problems["trajectories"].sum() == 60
    entries = json.loads((tmp_path / "out" / "calibration.json").read_text("utf-8"))
    assert [(entry["model"], entry["size"]) for entry in entries] == [("rl", "1x2"), ("rl", "2x2")]
    promised = {"model", "size", "n", "n_truncated", "n_first", "n_correct_attempts", "n_wrong_attempts"}
    for name in ("accuracy", "p", "p_sc", "p_rw", "predicted_accuracy"):
        promised |= {name, f"{name}_ci"}
    assert all(promised <= set(entry) for entry in entries)
    account = json.loads((tmp_path / "out" / "settings.json").read_text("utf-8"))
    assert account["settings"]["markers"][0]["pattern"] == "again!"
    assert (account["settings"]["analyzer"], account["settings"]["interval"]) == ("two-stage", "wilson")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert account["files"] == [{"path": str(path), "size": path.stat().st_size, "sha256": digest}]
    assert (account["n_good"], account["n_bad"]) == (60, 0)


def test_each_attempt_says_where_its_marker_stands(tmp_path: Path) -> None:
    written = samples(60, Tiny())
    analyze_files([write(tmp_path / "t.jsonl", written)], tmp_path / "out")
    responses = {item.record["id"]: item.record["response"] for item in written}
    attempts = pd.read_parquet(tmp_path / "out" / "attempts.parquet").dropna(subset=["marker"])
    assert len(attempts) > 20
    for row in attempts.itertuples():
        said = responses[row.id][int(row.marker_start) : int(row.marker_end)]
        assert said.lower() == str(row.marker).lower()


def test_the_files_do_not_depend_on_the_number_of_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "_BLOCK", 5000)  # many chunks
    first = write(tmp_path / "a.jsonl", samples(150, Tiny(), model="a"))
    # Repeated ids within a file, over files, and far from each other; bad lines; a file that ends too soon.
    lines = write(tmp_path / "b.jsonl", samples(150, Tiny(), model="b")).read_text("utf-8").splitlines()
    mixed = [*lines[:40], "nonsense", *lines[30:], *first.read_text("utf-8").splitlines()[::3], lines[0]]
    second = tmp_path / "b.jsonl.gz"
    second.write_bytes(gzip.compress("\n".join(mixed).encode())[:-200])
    results = {}
    for workers in (1, 3):
        out = tmp_path / str(workers)
        result = analyze_files([first, second], out, Settings(interval="bootstrap"), workers=workers)
        files = {path.name: path.read_bytes() for path in out.iterdir()}
        results[workers] = (result.log, result.n_attempts, files)
    assert results[1] == results[3]
    log = results[1][0]
    assert log.n_good + log.n_bad > 300
    assert len({str(problem) for problem in log.problems}) == log.n_bad


def test_a_response_counts_once_however_often_its_file_is_given(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", samples(50, Tiny()))
    once, thrice = analyze_files([path], tmp_path / "out"), analyze_files([path] * 3, tmp_path / "again")
    assert (thrice.log.n_good, thrice.log.n_bad) == (50, 100)
    assert thrice.to_json() == once.to_json()
    for name in ("attempts.parquet", "problems.parquet"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_accuracy_follows_the_reward_and_differences_of_the_readers_are_counted(tmp_path: Path) -> None:
    (item,) = samples(1, Tiny(), Policy(p=1, p_sc=1, truncated=0))
    # After "I made a mistake" the reward no longer holds the answer as committed; the analyser still sees an attempt.
    item.record["response"] = f"Answer: {item.record['ground_truth']}\nI made a mistake."
    result = analyze_files([write(tmp_path / "t.jsonl", [item])])
    (entry,) = result.to_json()
    assert (entry["p"], entry["accuracy"]) == (1.0, 0.0)
    assert result.n_reader_disagrees == entry["n_reader_disagrees"] == 1


def test_bad_lines_are_counted_and_the_good_ones_analysed(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", samples(10, Tiny()))
    path.write_text(path.read_text("utf-8") + "nonsense\n", "utf-8")
    result = analyze_files([path])
    assert (result.log.n_good, result.log.n_bad) == (10, 1)


@pytest.mark.parametrize(("content", "said"), [("", "empty"), ("nonsense\n{}\n", "no trajectory among 2 records")])
def test_a_file_without_any_good_record_is_an_error_and_leaves_nothing(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(content)
    with pytest.raises(UserError, match=said):
        analyze_files([path], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_strictness_refuses_any_bad_record_and_leaves_what_was_there(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", samples(10, Tiny()))
    out = tmp_path / "out"
    analyze_files([path], out, strict=True)
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    path.write_text(path.read_text("utf-8") + "nonsense\n{}\n", "utf-8")
    with pytest.raises(UserError, match="2 bad records; nothing was written") as refused:
        analyze_files([path], out, strict=True)
    assert f"{path}, line 11: not JSON" in str(refused.value)
    assert f"{path}, line 12, field 'id': missing field; field 'model': missing field" in str(refused.value)
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before


def test_an_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", samples(3000, Tiny()))

    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    for workers in (1, 2):
        with pytest.raises(KeyboardInterrupt):
            analyze_files([path], tmp_path / "out", workers=workers, progress=interrupt)
        assert not (tmp_path / "out").exists()
        assert multiprocessing.active_children() == []


def test_what_cannot_be_a_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "t.jsonl", samples(3, Tiny()))
    with pytest.raises(UserError, match="not a folder"):
        analyze_files([path], path)
    with pytest.raises(UserError, match="cannot be written to: Not a directory") as told:
        analyze_files([path], path / "sub")
    assert told.value.where == str(path / "sub")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "out").mkdir()
    monkeypatch.setattr(Path, "mkdir", refuse)  # as root may write anywhere
    with pytest.raises(UserError, match="cannot be written to: Permission denied") as told:
        analyze_files([path], tmp_path / "out")
    assert (told.value.where, told.value.hint) == (str(tmp_path / "out"), "Name another folder with --out.")


def test_where_nothing_was_written_no_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").touch()
    with pytest.raises(UserError, match="nothing was written"):
        analyze_files([tmp_path / "empty.jsonl"], tmp_path / "a" / "b" / "c")
    assert [path.name for path in tmp_path.iterdir()] == ["empty.jsonl"]


def test_the_draft_of_a_killed_process_is_removed_and_that_of_a_living_one_stays(tmp_path: Path) -> None:
    path, out = write(tmp_path / "t.jsonl", samples(3, Tiny())), tmp_path / "out"
    script = "import sys, os, signal; from pathlib import Path; from dsrecipes.analysis.writing import AnalysisFolder\n"
    script += "with AnalysisFolder(Path(sys.argv[1])): os.kill(os.getpid(), signal.SIGKILL)"
    subprocess.run([sys.executable, "-c", script, str(out)], check=False)
    (left,) = out.iterdir()
    with AnalysisFolder(out):
        (living,) = out.iterdir()
        assert living != left
        another = out / living.name.replace(str(os.getpid()), str(os.getppid()))
        another.mkdir()
    analyze_files([path], out)
    assert sorted(out.glob(".*")) == [another]


def test_the_analysis_needs_no_backend() -> None:
    code = "import sys, dsrecipes.analysis.pipeline; print([m for m in ('torch', 'verl') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
