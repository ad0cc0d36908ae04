"""A trajectory file is read forgivingly: bad records are named and counted, the good ones go on."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from synthetic import Tiny, samples, write

from dsrecipes.analysis import chunks
from dsrecipes.analysis.duplicates import SeenKeys
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
        ("NaN", None, "expected an object, got a number"),
        ("[" * 100_000, None, "not JSON"),
        ("\0" * 512, None, "not JSON"),
        ({key: value for key, value in good(1).items() if key != "response"}, "response", "missing field"),
        (good(1, response=7), "response", "expected a string, got an integer"),
        (good(1, response=None), "response", "expected a string, got null"),
        (good(1, operands=[1, 2, 3]), "operands", "expected two integers"),
        (good(1, operands=[1, 2.0]), "operands", "expected two integers"),
        (good(1, operands="38x42"), "operands", "expected a list of two integers, got a string"),
        (good(1, ground_truth="1.5"), "ground_truth", "expected an integer in decimal digits"),
        (good(1, ground_truth="१२"), "ground_truth", "expected an integer in decimal digits"),
        (good(1, finish_reason="eos"), "finish_reason", "expected 'stop' or 'length', got 'eos'"),
        (good(1, seed=True), "seed", "expected an integer, got a boolean"),
        (good(1, seed=float("nan")), "seed", "expected an integer, got a number"),
        (good(1, sample=10**30), "sample", "expected an integer of at most 64 bits"),
        (good(1, tokens=-1), "tokens", "expected an integer (of tokens) from 0 to 1099511627776, got -1"),
        (good(1, tokens=7.5), "tokens", "expected an integer (of tokens) from 0 to 1099511627776, got 7.5"),
        (good(1, tokens=float("nan")), "tokens", "got nan"),
        (good(1, tokens=True), "tokens", "expected an integer (of tokens), got a boolean"),
        (good(1, ground_truth="9999"), "ground_truth", "'9999' is not the product of the operands, 38 × 42 = 1596"),
        (good(1, ground_truth="-1596"), "ground_truth", "'-1596' is not the product of the operands, 38 × 42 = 1596"),
        (good(1, operands=[10**60, 10**4000]), "ground_truth", "e+60 × 1.000000000000000000000000000000000000000e+4"),
        (
            json.dumps(good(1)).replace('"seed": 0', f'"seed": {"9" * 5000}'),
            None,
            "an integer of more than 4300 digits",
        ),
        (good(1, id=""), "id", "empty"),
        (good(1, model="\ud800"), "model", "not valid Unicode"),
        (good(0, response="again"), "id", "duplicate id 'm/2x2/0' (seed 0)"),
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
    ((named, said),) = problem.faults
    assert (problem.path, problem.line, named) == (path, 2, field)
    assert what in said
    assert str(problem).startswith(f"{path}, line 2")


def test_all_that_is_wrong_with_a_record_is_told_at_once(tmp_path: Path) -> None:
    record = good(seed="0", operands=[1])
    del record["response"]
    path = lines(tmp_path / "t.jsonl", record)
    _, log = read(path)
    assert str(log.problems[0]) == (
        f"{path}, line 1, field 'operands': expected two integers, got [1]; field 'response': missing field; "
        "field 'seed': expected an integer, got a string"
    )


@pytest.mark.parametrize(
    "response", ["one\u2028line\x85only\x1c", "\ud800 alone", "", "NaN", "\0", "Ⅷ ٣", "9" * 100_000]
)
def test_a_response_may_hold_anything(tmp_path: Path, response: str) -> None:
    for name, ascii_only in (("escaped.jsonl", True), ("plain.jsonl", False)):
        path = tmp_path / name
        text = json.dumps(good(response=response), ensure_ascii=ascii_only or "\ud800" in response)
        path.write_bytes(text.encode() + b"\n" + json.dumps(good(1)).encode())
        trajectories, log = read(path)
        assert [trajectory.response for trajectory in trajectories] == [response, "Answer: 1596"]
        assert log.n_bad == 0


@pytest.mark.parametrize("number", [2**63, 2**64, 10**19 + 1, -(10**40), 10**4000])
def test_operands_may_have_any_number_of_digits(tmp_path: Path, number: int) -> None:
    (trajectory,), _ = read(lines(tmp_path / "t.jsonl", good(operands=[number, 2], ground_truth=str(2 * number))))
    assert trajectory.operands == (number, 2)


@pytest.mark.parametrize(
    ("operands", "written", "truth"),
    [
        ([38, 42], "0001596", "1596"),
        ([-38, 42], "-1596", "-1596"),
        ([-38, 42], "-01596", "-1596"),
        ([0, -42], "-00", "0"),
        ([10**4200, 10**4200], "1" + "0" * 8400, "1" + "0" * 8400),
    ],
)
def test_the_ground_truth_has_one_form(tmp_path: Path, operands: list[int], written: str, truth: str) -> None:
    (trajectory,), log = read(lines(tmp_path / "t.jsonl", good(operands=operands, ground_truth=written)))
    assert (trajectory.ground_truth, log.n_bad) == (truth, 0)


def test_a_gap_in_the_tokens_makes_no_row_bad(tmp_path: Path) -> None:
    table = tmp_path / "t.parquet"
    frame = pd.DataFrame([good(index, tokens=None if index == 3 else index) for index in range(20)])
    assert frame["tokens"].dtype == float
    frame.to_parquet(table)
    for path in (table, lines(tmp_path / "t.jsonl", good(0, tokens=0.0), *(good(i, tokens=float(i)) for i in (1, 2)))):
        trajectories, log = read(path)
        assert log.n_bad == 0
        for index, trajectory in enumerate(trajectories):
            assert trajectory.tokens == (None if index == 3 else index)
            assert type(trajectory.tokens) is not float


def test_a_gzip_file_under_a_plain_name_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_bytes(gzip.compress(json.dumps(good()).encode()))
    trajectories, log = read(path)
    assert (len(trajectories), log.n_bad) == (1, 0)


def test_what_an_unknown_field_holds_does_not_matter(tmp_path: Path) -> None:
    trajectories, log = read(lines(tmp_path / "t.jsonl", good(logprob=float("nan"), more={"a": [10**30, None]})))
    assert (len(trajectories), log.n_bad) == (1, 0)


def test_a_byte_order_mark_and_windows_line_ends_are_no_content(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    text = "".join(json.dumps(good(index)) + "\r\n" for index in range(3)) + "\r\n \n"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    trajectories, log = read(path)
    assert (len(trajectories), log.n_bad) == (3, 0)


@pytest.mark.parametrize("ending", [b"\n", b"\n" + json.dumps(good(3)).encode(), b""])
def test_a_line_of_absurd_length_is_passed_over_and_the_lines_keep_their_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: bytes
) -> None:
    monkeypatch.setattr(chunks, "MAX_LINE", 3000)
    monkeypatch.setattr(chunks, "_BLOCK", 1000)
    before = json.dumps(good(0)) + "\n\n" + json.dumps(good(1)) + "\n"
    path = tmp_path / "t.jsonl"
    path.write_bytes(before.encode() + b'{"id": "' + b"x" * 20_000 + b'"}' + ending)
    trajectories, log = read(path)
    assert len(trajectories) == (3 if len(ending) > 1 else 2)
    assert [problem.line for problem in log.problems] == [4]
    assert "longer than" in str(log.problems[0])


def test_where_blocks_end_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "t.jsonl", samples(20, Tiny()))
    path.write_text(path.read_text("utf-8") + "nonsense\n", "utf-8")
    whole = read(path)
    for size in (1, 100, path.stat().st_size - 9, path.stat().st_size):
        monkeypatch.setattr(chunks, "_BLOCK", size)
        assert read(path) == whole


def test_bytes_that_are_not_utf8_spoil_their_line_only(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_bytes(json.dumps(good(0)).encode() + b"\n\xff\xfe\n" + json.dumps(good(1)).encode())
    trajectories, log = read(path)
    assert len(trajectories) == 2
    assert "not UTF-8 (byte 1 of the line)" in str(log.problems[0])


@pytest.mark.parametrize("share", [0.02, 0.5, 0.999])
def test_what_a_truncated_gzip_holds_is_read(tmp_path: Path, share: float) -> None:
    plain = write(tmp_path / "t.jsonl", samples(400, Tiny()))
    packed = tmp_path / "t.jsonl.gz"
    whole = gzip.compress(plain.read_bytes())
    packed.write_bytes(whole[: int(share * len(whole))])
    trajectories, log = read(packed)
    assert trajectories == read(plain)[0][: len(trajectories)]
    assert (len(trajectories) > 0) == (share > 0.1)
    (problem,) = log.problems
    assert problem.line == len(trajectories) + 1
    assert "the gzip stream is cut short" in str(problem)


def test_a_damaged_gzip_gives_what_came_before(tmp_path: Path) -> None:
    plain = write(tmp_path / "t.jsonl", samples(400, Tiny()))
    packed = tmp_path / "t.jsonl.gz"
    content = bytearray(gzip.compress(plain.read_bytes()))
    content[-6] ^= 255  # of the checksum
    packed.write_bytes(content)
    trajectories, log = read(packed)
    assert len(trajectories) == 400
    assert str(log.problems[0]).startswith(f"{packed}, line 401: the gzip stream is damaged")


def test_gzip_files_joined_together_are_one(tmp_path: Path) -> None:
    packed = tmp_path / "t.jsonl.gz"
    packed.write_bytes(b"".join(gzip.compress(json.dumps(good(index)).encode() + b"\n") for index in range(3)))
    trajectories, log = read(packed)
    assert (len(trajectories), log.n_bad) == (3, 0)


@pytest.mark.parametrize("name", ["t.jsonl.gz", "t.parquet"])
def test_a_file_that_is_not_what_its_name_says_is_a_bad_record(tmp_path: Path, name: str) -> None:
    path = lines(tmp_path / name, good())
    trajectories, log = read(path)
    assert trajectories == []
    assert log.n_bad == 1
    assert log.problems[0].path == path


def test_a_damaged_parquet_file_is_a_bad_record(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pd.DataFrame([good(index, response="word " * 1000 + str(index)) for index in range(3000)]).to_parquet(path)
    content = bytearray(path.read_bytes())
    content[2000:30_000] = b"\xff" * 28_000
    path.write_bytes(content)
    _, log = read(path)
    assert log.n_bad == 1
    assert "not Parquet that can be read" in str(log.problems[0])


def test_a_parquet_file_without_a_column_is_told_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pd.DataFrame([good(index) for index in range(3)]).drop(columns=["response", "tokens"]).to_parquet(path)
    _, log = read(path)
    assert [str(problem) for problem in log.problems] == [f"{path}: columns are missing: response"]


def test_the_rows_of_a_parquet_file_are_named(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pd.DataFrame([good(0), good(1, finish_reason="eos"), good(2)]).to_parquet(path)
    trajectories, log = read(path)
    assert len(trajectories) == 2
    assert str(log.problems[0]).startswith(f"{path}, line 2, field 'finish_reason'")


@pytest.mark.parametrize("name", ["e.jsonl", "e.jsonl.gz", "e.parquet"])
@pytest.mark.parametrize("content", ["", "\n \n"])
def test_an_empty_file_is_named_though_others_are_good(tmp_path: Path, name: str, content: str) -> None:
    empty = tmp_path / name
    if name.endswith(".parquet"):
        pd.DataFrame([good()]).iloc[:0].to_parquet(empty)
    else:
        empty.write_bytes(gzip.compress(content.encode()) if name.endswith(".gz") else content.encode())
    trajectories, log = read(empty, lines(tmp_path / "t.jsonl", good()))
    assert len(trajectories) == 1
    assert [str(problem) for problem in log.problems] == [f"{empty}: empty: no record in it"]


def test_the_same_ids_of_another_seed_are_no_duplicates(tmp_path: Path) -> None:
    first = lines(tmp_path / "a.jsonl", good(0), good(1))
    second = lines(tmp_path / "b.jsonl", good(0, seed=1), good(1))
    trajectories, log = read(first, second)
    assert [trajectory.seed for trajectory in trajectories] == [0, 0, 1]
    assert [str(problem) for problem in log.problems] == [
        f"{second}, line 2, field 'id': duplicate id 'm/2x2/1' (seed 0)"
    ]


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


def test_seen_keys_are_those_of_a_set() -> None:
    rng = np.random.default_rng(0)
    seen, expected = SeenKeys(), set()
    for _ in range(60):
        keys = rng.integers(0, 20_000, size=rng.integers(0, 300), dtype=np.uint64)
        repeated = seen.add(keys)
        for position, key in enumerate(keys.tolist()):
            assert (position in repeated) == (key in expected)
            expected.add(key)


def test_the_reading_tells_how_far_it_is(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{index}.jsonl", samples(3000, Tiny(), model=str(index))) for index in range(2)]
    told: list[tuple[int, int]] = []
    for _ in read_trajectories(paths, ReadLog(), lambda done, total: told.append((done, total))):
        pass
    size = sum(path.stat().st_size for path in paths)
    assert told == sorted(told)
    assert len(told) > 2
    assert told[-1] == (size, size)
