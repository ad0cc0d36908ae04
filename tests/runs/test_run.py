import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dsrecipes.errors import JobFailed, UserError
from dsrecipes.recipe.load import Resolved, load
from dsrecipes.runs.run import Run, find_runs


@pytest.fixture
def resolved() -> Resolved:
    return load("tiny/rl-grpo")


@pytest.fixture
def run(resolved: Resolved, tmp_path: Path) -> Run:
    run = Run.of(resolved, tmp_path)
    run.begin(resolved, ["data", "train"])
    return run


def test_the_folder_says_what_was_run(run: Run, resolved: Resolved, tmp_path: Path) -> None:
    assert run.folder == tmp_path / "tiny-rl-grpo" / resolved.run_id
    stored = yaml.safe_load((run.folder / "recipe.yaml").read_text())
    assert stored["training"]["rollouts"] == 8
    assert stored["provenance"]["training.rollouts"].startswith("paper:")
    manifest = json.loads((run.folder / "manifest.json").read_text())
    assert manifest["recipe_hash"] == resolved.digest
    assert manifest["machine"]["cores"] >= 1 and manifest["versions"]["python"]


def test_the_same_recipe_is_the_same_run_and_keeps_what_is_done(run: Run, resolved: Resolved, tmp_path: Path) -> None:
    with run.working_on("data"):
        pass
    again = Run.of(resolved, tmp_path)
    again.begin(resolved, ["data", "train"])
    assert [stage.state for stage in again.manifest.stages] == ["done", "pending"]
    assert not again.done


def test_a_stage_keeps_the_commit_that_ran_it(run: Run, resolved: Resolved, tmp_path: Path) -> None:
    run.manifest.versions["commit"] = "older"
    with run.working_on("data"):
        pass
    again = Run.of(resolved, tmp_path)
    again.begin(resolved, ["data", "train"])
    again.manifest.versions["commit"] = "newer"
    with again.working_on("train"):
        pass
    assert [stage.commit for stage in Run.of(resolved, tmp_path).manifest.stages] == ["older", "newer"]


def test_a_run_is_done_when_all_its_stages_are(run: Run, resolved: Resolved, tmp_path: Path) -> None:
    for name in ("data", "train"):
        with run.working_on(name):
            pass
    assert Run.of(resolved, tmp_path).done


@pytest.mark.parametrize(("raised", "state"), [(KeyboardInterrupt, "interrupted"), (JobFailed("no"), "failed")])
def test_how_a_stage_ended_is_recorded(
    run: Run, resolved: Resolved, tmp_path: Path, raised: object, state: str
) -> None:
    with pytest.raises((KeyboardInterrupt, JobFailed)), run.working_on("data"):
        raise raised  # type: ignore[misc]
    manifest = Run.of(resolved, tmp_path).manifest
    assert manifest.state == manifest.stage("data").state == state
    assert manifest.stage("data").attempts == 1 and manifest.stage("data").finished


HOLD = """
import sys, time
from pathlib import Path
from dsrecipes.recipe.load import load
from dsrecipes.runs.run import Run
with Run.of(load("tiny/rl-grpo"), Path(sys.argv[1])).locked():
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_launch_into_a_run_is_refused_at_once(resolved: Resolved, tmp_path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        with (
            pytest.raises(UserError, match=f"another launch \\(process {other.pid}\\)"),
            Run.of(resolved, tmp_path).locked(),
        ):
            pass
    finally:
        other.kill()
        other.wait()
    with Run.of(resolved, tmp_path).locked():
        pass  # the lock of a killed process holds nobody up


def test_a_damaged_manifest_is_named(run: Run, resolved: Resolved, tmp_path: Path) -> None:
    (run.folder / "manifest.json").write_text('{"recipe": ')
    with pytest.raises(UserError, match=r"the manifest cannot be read: Invalid JSON: .* at line 1 column 11") as error:
        Run.of(resolved, tmp_path)
    assert str(run.folder) in str(error.value) and "pydantic" not in str(error.value)
    ((_, found),) = find_runs(tmp_path)
    assert isinstance(found, str)


def test_a_manifest_of_wrong_values_is_told_with_the_key(run: Run, resolved: Resolved, tmp_path: Path) -> None:
    manifest = json.loads((run.folder / "manifest.json").read_text())
    manifest["stages"][1]["attempts"] = "many"
    (run.folder / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(UserError, match=r"cannot be read: stages\.1\.attempts: Input should be a valid integer"):
        Run.of(resolved, tmp_path)
