import json
import subprocess
import sys
from pathlib import Path

import pytest

from dsrecipes.gpus import gpus


def _launch(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dsrecipes", "launch", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def test_a_dry_run_shows_the_grid_and_what_all_of_it_takes_and_writes_nothing(tmp_path: Path) -> None:
    asked = ("rl-grpo", "sft-reflection", "seed=0,1", "training.learning_rate=1e-6,2e-6,4e-6")
    planned = _launch(tmp_path, *asked, "--dry-run", "--machine", "h200").stdout.splitlines()
    assert planned[0].startswith("12 combinations on h200")
    grid = [line.split()[:3] for line in planned if line.strip().startswith(("rl-grpo", "sft-reflection"))]
    assert grid[:2] == [["rl-grpo", "0", "1e-6"], ["rl-grpo", "0", "2e-6"]] and len(grid) == 12
    (whole,) = [line for line in planned if line.strip().startswith("all ")]
    assert " d " in whole and "GiB" in whole
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["seed=0,"], "override 'seed=0,': a value between commas is empty"),
        (["seed=range(0,3)"], "a comma stands between parentheses"),
        (["seed=0,1", "seed=2"], "seed: is set twice"),
        (["seed=0,one"], "(it is 'one') (with seed=one)"),
        (["replicates=a, b"], "are one and the same run"),
    ],
)
def test_what_is_wrong_with_a_sweep_is_said_before_anything_runs(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    ended = _launch(tmp_path, "tiny/base", *arguments)
    assert ended.returncode == 2 and said in ended.stderr
    assert len(ended.stderr.splitlines()) <= 3
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(bool(gpus()), reason="fails where a recipe for a GPU finds none")
def test_a_sweep_ends_with_its_table_and_then_with_what_failed(tmp_path: Path) -> None:
    ended = _launch(tmp_path, "base", "seed=0,1", "data.test.examples_per_size=2")
    assert ended.returncode == 1
    assert "[1/2] base seed=0\n" in ended.stderr and "[2/2] base seed=1\n" in ended.stderr
    last = ended.stderr.partition("error: ")[2]
    assert last.startswith("2 of 2 combinations failed:\n") and last.count("wants a GPU") == 2
    assert [line.split()[:3] for line in ended.stdout.splitlines() if line.startswith(" base")] == [
        ["base", "0", "failed"],
        ["base", "1", "failed"],
    ]
    (folder,) = (tmp_path / "runs" / "sweeps").iterdir()
    assert {path.name for path in folder.iterdir()} == {"sweep.json", "summary.csv", "summary.md"}
    told = json.loads((folder / "sweep.json").read_text())
    assert told["swept"] == {"seed": ["0", "1"]} and told["overrides"] == ["data.test.examples_per_size=2"]
    assert all((tmp_path / "runs" / run["recipe"] / run["run_id"] / "manifest.json").exists() for run in told["runs"])
