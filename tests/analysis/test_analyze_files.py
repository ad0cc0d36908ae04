"""Trajectory files in, attempts.parquet and calibration.json out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from synthetic import STYLES, Policy, Style, Tiny, Truth, samples, write

from dsrecipes.analysis.pipeline import analyze_files
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
        assert entry[name] == pytest.approx(value)


def test_the_written_files_have_the_promised_shape(tmp_path: Path) -> None:
    written = samples(30, Tiny(), model="rl", size="2x2") + samples(30, Tiny(), model="rl", size="1x2", seed=1)
    analyze_files([write(tmp_path / "t.jsonl", written)], tmp_path / "out")
    attempts = pd.read_parquet(tmp_path / "out" / "attempts.parquet")
    assert list(attempts.columns[:10]) == [
        "id", "model", "size", "attempt", "candidate", "correct", "decision", "marker", "start", "end",
    ]  # fmt: skip
    assert len(attempts) == sum(len(item.truth) for item in written)
    entries = json.loads((tmp_path / "out" / "calibration.json").read_text("utf-8"))
    assert [(entry["model"], entry["size"]) for entry in entries] == [("rl", "1x2"), ("rl", "2x2")]
    promised = {"model", "size", "n", "n_truncated", "n_first", "n_correct_attempts", "n_wrong_attempts"}
    for name in ("accuracy", "p", "p_sc", "p_rw", "predicted_accuracy"):
        promised |= {name, f"{name}_ci"}
    assert all(promised <= set(entry) for entry in entries)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["attempts.parquet", "calibration.json"]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", samples(50, Tiny()))
    for name in ("one", "two"):
        analyze_files([path], tmp_path / name)
    for name in ("attempts.parquet", "calibration.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


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


@pytest.mark.parametrize(("content", "said"), [("", "empty"), ("nonsense\n{}\n", "none of the 2 records")])
def test_a_file_without_any_good_record_is_an_error_and_leaves_nothing(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(content)
    with pytest.raises(UserError, match=said):
        analyze_files([path], tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_the_analysis_needs_no_backend() -> None:
    code = "import sys, dsrecipes.analysis.pipeline; print([m for m in ('torch', 'verl') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
