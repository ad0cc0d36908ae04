"""`dsrecipes report` writes the report and shows Table 1."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from dsrecipes.cli import app
from dsrecipes.errors import UserError


def test_without_runs_it_writes_the_papers_values_and_says_so(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["report", "--runs", str(tmp_path / "runs")])
    assert result.exit_code == 0
    assert "No runs" in result.stdout
    assert (tmp_path / "runs" / "report" / "report.md").exists()


def test_out_is_where_it_goes(tmp_path: Path) -> None:
    CliRunner().invoke(app, ["report", "--runs", str(tmp_path / "runs"), "--out", str(tmp_path / "elsewhere")])
    assert (tmp_path / "elsewhere" / "report.md").exists()
    assert not (tmp_path / "runs").exists()


def test_a_broken_run_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "runs" / "rl" / "run-1"
    broken.mkdir(parents=True)
    (broken / "manifest.json").write_text("{")
    result = CliRunner().invoke(app, ["report", "--runs", str(tmp_path / "runs")])
    assert result.exit_code == 0
    assert "rl/run-1: manifest.json cannot be read" in result.stderr


def test_a_file_instead_of_a_folder_of_runs_is_refused(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("")
    result = CliRunner().invoke(app, ["report", "--runs", str(tmp_path / "runs"), "--out", str(tmp_path / "out")])
    assert isinstance(result.exception, UserError)
