"""`dsrecipes runs` lists what there is, damaged as it may be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dsrecipes.cli import app

MANIFEST = {
    "recipe": "tiny-rl", "version": 1, "run_id": "v1-s0", "recipe_hash": "0", "kind": "rl", "arm": "rl",
    "scale": "tiny", "seed": 0,
}  # fmt: skip


def listed(runs: Path) -> str:
    result = CliRunner().invoke(app, ["runs", "--runs", str(runs)])
    assert result.exit_code == 0, result.exception
    return result.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[{"n": 10, "accuracy": 0.4}, {"n": 0, "accuracy": null}]', "40.0% of 10"),
        ('[{"n": 10', "calibration.json cannot be read"),
        ('{"n": 10}', "calibration.json cannot be read"),
    ],
)
def test_the_accuracy_of_a_run_or_that_it_cannot_be_read(tmp_path: Path, content: str, said: str) -> None:
    folder = tmp_path / "tiny-rl" / "v1-s0"
    (folder / "analysis").mkdir(parents=True)
    (folder / "manifest.json").write_text(json.dumps(MANIFEST))
    (folder / "analysis" / "calibration.json").write_text(content)
    assert said in listed(tmp_path)


def test_a_damaged_manifest_is_told_and_the_others_are_listed(tmp_path: Path) -> None:
    for name, content in (("a", b"\xff\xfe{"), ("b", json.dumps(MANIFEST).encode())):
        (tmp_path / "tiny-rl" / name).mkdir(parents=True)
        (tmp_path / "tiny-rl" / name / "manifest.json").write_bytes(content)
    shown = listed(tmp_path)
    assert "broken: manifest.json cannot be read" in shown
    assert "v1-s0" in shown


def test_a_file_is_no_folder_of_runs(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("")
    result = CliRunner().invoke(app, ["runs", "--runs", str(tmp_path / "runs")])
    assert result.exit_code != 0 and "this is a file" in str(result.exception)
