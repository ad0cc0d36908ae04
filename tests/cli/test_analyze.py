"""`dsrecipes analyze` prints what the responses say of the model, and names what it could not read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dsrecipes.cli import app
from dsrecipes.errors import UserError

RECORD = {
    "id": "rl/2x2/0", "model": "rl", "size": "2x2", "operands": [38, 42], "prompt": "Calculate 38 * 42.",
    "response": "Answer: 1595\nI made a mistake. Let me recompute.\nAnswer: 1596", "ground_truth": "1596",
    "finish_reason": "stop", "tokens": 20, "seed": 0, "sample": 0,
}  # fmt: skip


def write(path: Path, *items: object) -> Path:
    path.write_text("".join((item if isinstance(item, str) else json.dumps(item)) + "\n" for item in items))
    return path


def test_it_prints_a_table(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["analyze", str(write(tmp_path / "t.jsonl", RECORD))])
    assert result.exit_code == 0
    assert "1 trajectories, 2 attempts" in result.output
    assert "reconstructed" in result.output


def test_json_is_the_calibration_and_nothing_else(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["analyze", str(write(tmp_path / "t.jsonl", RECORD, "bad")), "--json"])
    (entry,) = json.loads(result.stdout)
    assert (entry["model"], entry["p"], entry["p_rw"], entry["accuracy"]) == ("rl", 0.0, 1.0, 1.0)
    assert "1 bad records" in result.stderr


def test_out_is_where_the_files_go(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    result = CliRunner().invoke(app, ["analyze", str(write(tmp_path / "t.jsonl", RECORD)), "--out", str(out)])
    assert result.exit_code == 0
    assert (out / "attempts.parquet").exists()
    assert json.loads((out / "calibration.json").read_text())[0]["n"] == 1


def test_bad_lines_are_named_and_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", RECORD, {**RECORD, "id": "x", "operands": 3}, RECORD)
    result = CliRunner().invoke(app, ["analyze", str(path)])
    assert result.exit_code == 0
    assert f"{path}, line 2, field 'operands'" in result.stderr
    assert "duplicate id" in result.stderr
    assert "2 bad records" in result.stderr


@pytest.mark.parametrize("content", ["", "nonsense\n"])
def test_without_a_good_line_it_fails_with_code_2(tmp_path: Path, content: str) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(content)
    result = CliRunner().invoke(app, ["analyze", str(path)])
    assert isinstance(result.exception, UserError)
    assert result.exception.exit_code == 2
    assert str(path) in str(result.exception)


def test_no_file_is_bad_use() -> None:
    assert CliRunner().invoke(app, ["analyze"]).exit_code == 2


def test_the_command_line_imports_nothing_heavy() -> None:
    code = (
        "import sys, dsrecipes.cli; print([m for m in ('pandas', 'numpy', 'matplotlib', 'torch') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
