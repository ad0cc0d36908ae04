"""`dsrecipes report` writes the report and shows Table 1."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dsrecipes.cli import app
from dsrecipes.errors import UserError


def write_trajectories(path: Path) -> Path:
    record = {
        "id": "1", "model": "ours", "size": "2x2", "operands": [12, 11], "prompt": "", "response": "The answer is 132.",
        "ground_truth": "132", "finish_reason": "stop", "seed": 0, "sample": 0,
    }  # fmt: skip
    path.write_text(json.dumps(record) + "\n")
    return path


def test_without_runs_it_writes_the_papers_values_and_says_so(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["report", "--runs", str(tmp_path / "runs")])
    assert result.exit_code == 0
    assert "No runs" in result.stdout
    for name in ("report.html", "report.md", "tables/table-1-paper.csv", "figures/figure-1.svg"):
        assert (tmp_path / "runs" / "report" / name).exists()


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


def test_theory_needs_no_runs_and_leaves_the_report_alone(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["report", "--theory", "--runs", str(tmp_path / "runs")])
    assert result.exit_code == 0
    assert (tmp_path / "runs" / "theory" / "tables" / "appendix-c.csv").exists()
    assert not (tmp_path / "runs" / "theory" / "tables" / "table-1-paper.csv").exists()
    assert not (tmp_path / "runs" / "report").exists()


def test_trajectories_made_elsewhere_are_shown_too(tmp_path: Path) -> None:
    path = write_trajectories(tmp_path / "t.jsonl")
    arguments = ["report", "--runs", str(tmp_path / "runs"), "--trajectories", str(path), "--resamples", "100"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    assert "trajectories from files" in result.stdout
    assert "ours" in result.stdout
    assert "100.0" in result.stdout


def test_fewer_resamples_than_the_papers_are_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["report", "--runs", str(tmp_path), "--resamples", "1"])
    assert result.exit_code == 2
    assert not list(tmp_path.iterdir())


def test_a_file_of_trajectories_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.jsonl")
    result = CliRunner().invoke(app, ["report", "--runs", str(tmp_path), "--trajectories", missing])
    assert isinstance(result.exception, UserError)
    assert "missing.jsonl" in str(result.exception)


def test_an_unknown_interval_is_refused_with_those_there_are(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["report", "--runs", str(tmp_path), "--interval", "bayes"])
    assert isinstance(result.exception, UserError)
    assert "wald" in str(result.exception.hint)


def test_a_report_that_takes_long_tells_what_it_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dsrecipes.cli.progress._LINE_SECONDS", 0.0)
    told = CliRunner().invoke(app, ["report", "--runs", str(tmp_path)]).stderr
    assert "reading the runs" in told
    assert "paper scale: prediction 1 of" in told
    assert "writing tables and figures" in told
