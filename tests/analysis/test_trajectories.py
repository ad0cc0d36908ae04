"""A trajectory file is read forgivingly: bad records are named and counted, the good ones go on."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from synthetic import Tiny, samples, write

from dsrecipes.analysis.trajectories import ReadLog, Trajectory, read_trajectories
from dsrecipes.errors import UserError


def good(index: int = 0, **changes: Any) -> dict[str, Any]:
    record = {
        "id": f"m/2x2/{index}", "model": "m", "size": "2x2", "operands": [38, 42], "prompt": "Calculate 38 * 42.",
        "response": "Answer: 1596", "ground_truth": "1596", "finish_reason": "stop", "tokens": 7,
        "seed": 0, "sample": 0,
    }  # fmt: skip
    return record | changes


def read(*paths: Path) -> tuple[list[Trajectory], ReadLog]:
    log = ReadLog()
    return list(read_trajectories(paths, log)), log


def lines(path: Path, *items: str | dict[str, Any]) -> Path:
    text = "".join((item if isinstance(item, str) else json.dumps(item)) + "\n" for item in items)
    path.write_text(text, "utf-8")
    return path


def test_a_line_becomes_a_trajectory(tmp_path: Path) -> None:
    (trajectory,), log = read(lines(tmp_path / "t.jsonl", good()))
    assert trajectory.operands == (38, 42)
    assert trajectory.ground_truth == "1596"
    assert not trajectory.truncated
    assert (log.n_good, log.n_bad) == (1, 0)


def test_tokens_may_be_absent_and_other_fields_may_be_added(tmp_path: Path) -> None:
    record = good(temperature=1.0)
    del record["tokens"]
    (trajectory,), _ = read(lines(tmp_path / "t.jsonl", record))
    assert trajectory.tokens is None


def test_json_lines_gzip_and_parquet_hold_the_same(tmp_path: Path) -> None:
    plain = write(tmp_path / "t.jsonl", samples(20, Tiny()))
    packed = tmp_path / "t.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    table = tmp_path / "t.parquet"
    pd.DataFrame([json.loads(line) for line in plain.read_text("utf-8").splitlines()]).to_parquet(table)
    expected = read(plain)[0]
    assert len(expected) == 20
    assert read(packed)[0] == expected
    assert read(table)[0] == expected


@pytest.mark.parametrize(
    ("bad", "field", "what"),
    [
        ("{not json", None, "not JSON"),
        ("[1, 2]", None, "expected an object, got a list"),
        ("[" * 100_000, None, "not JSON"),
        ({key: value for key, value in good(1).items() if key != "response"}, "response", "missing field"),
        (good(1, response=7), "response", "expected a string, got an integer"),
        (good(1, response=None), "response", "expected a string, got null"),
        (good(1, operands=[1, 2, 3]), "operands", "expected two integers"),
        (good(1, operands="38x42"), "operands", "expected a list of two integers, got a string"),
        (good(1, ground_truth="1.5"), "ground_truth", "expected an integer in decimal digits"),
        (good(1, finish_reason="eos"), "finish_reason", "expected 'stop' or 'length', got 'eos'"),
        (good(1, seed=True), "seed", "expected an integer, got a boolean"),
        (good(1, id=""), "id", "empty"),
        (good(0, response="again"), "id", "duplicate id 'm/2x2/0'"),
    ],
)
def test_a_bad_record_is_named_by_line_and_field_and_the_rest_is_read(
    tmp_path: Path, bad: str | dict[str, Any], field: str | None, what: str
) -> None:
    path = lines(tmp_path / "t.jsonl", good(0), bad, good(2))
    trajectories, log = read(path)
    assert [trajectory.id for trajectory in trajectories] == ["m/2x2/0", "m/2x2/2"]
    assert (log.n_good, log.n_bad) == (2, 1)
    (problem,) = log.problems
    assert (problem.path, problem.line, problem.field) == (path, 2, field)
    assert what in problem.what
    assert f"{path}, line 2" in str(problem)


def test_bytes_that_are_not_utf8_spoil_their_line_only(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_bytes(json.dumps(good(0)).encode() + b"\n\xff\xfe\n" + json.dumps(good(1)).encode())
    trajectories, log = read(path)
    assert len(trajectories) == 2
    assert "not UTF-8" in log.problems[0].what


def test_what_a_truncated_gzip_holds_is_read(tmp_path: Path) -> None:
    plain = write(tmp_path / "t.jsonl", samples(400, Tiny()))
    packed = tmp_path / "t.jsonl.gz"
    whole = gzip.compress(plain.read_bytes())
    packed.write_bytes(whole[: len(whole) // 2])
    trajectories, log = read(packed)
    assert 0 < len(trajectories) < 400
    assert [problem.what for problem in log.problems] == ["the gzip stream is cut short"]


@pytest.mark.parametrize("name", ["t.jsonl.gz", "t.parquet"])
def test_a_file_that_is_not_what_its_name_says_is_a_bad_record(tmp_path: Path, name: str) -> None:
    path = lines(tmp_path / name, good())
    trajectories, log = read(path)
    assert trajectories == []
    assert log.n_bad == 1
    assert log.problems[0].path == path


def test_the_same_ids_of_another_seed_are_no_duplicates(tmp_path: Path) -> None:
    first = lines(tmp_path / "a.jsonl", good(0), good(1))
    second = lines(tmp_path / "b.jsonl", good(0, seed=1), good(1))
    trajectories, log = read(first, second)
    assert [trajectory.seed for trajectory in trajectories] == [0, 0, 1]
    assert [problem.field for problem in log.problems] == ["id"]


def test_many_bad_lines_are_counted_not_kept(tmp_path: Path) -> None:
    _, log = read(lines(tmp_path / "t.jsonl", *["x"] * 5000))
    assert log.n_bad == 5000
    assert len(log.problems) <= 100


@pytest.mark.parametrize("name", ["absent.jsonl", "folder.jsonl", "notes.txt"])
def test_a_path_that_is_no_trajectory_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    (tmp_path / "notes.txt").write_text("")
    with pytest.raises(UserError, match=name):
        read(tmp_path / name)
