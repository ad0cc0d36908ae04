import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dsrecipes.errors import JobFailed, UserError
from dsrecipes.recipe.load import Resolved, load
from dsrecipes.runs.find import find_runs
from dsrecipes.runs.manifest import Manifest
from dsrecipes.runs.run import Run


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
    stages = Run.of(resolved, tmp_path).manifest.stages
    assert [stage.versions["commit"] for stage in stages] == ["older", "newer"]


def test_a_stage_keeps_the_machine_and_the_backends_versions_that_ran_it(
    run: Run, resolved: Resolved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.manifest.machine = {"gpus": "H100"}
    with run.working_on("data"):
        run.manifest.versions["torch"] = "2.8"
    monkeypatch.setattr("dsrecipes.runs.run.machine", lambda: {"cores": 2})
    again = Run.of(resolved, tmp_path)
    again.begin(resolved, ["data", "train"])
    with again.working_on("train"):
        again.manifest.versions["torch"] = "2.9"
    stages = Run.of(resolved, tmp_path).manifest.stages
    assert [stage.machine for stage in stages] == [{"gpus": "H100"}, {"cores": 2}]
    assert [stage.versions["torch"] for stage in stages] == ["2.8", "2.9"]


def test_a_manifest_that_knows_of_a_stage_its_commit_alone_is_read(run: Run) -> None:
    path = run.folder / "manifest.json"
    older = json.loads(path.read_text())
    for stage in older["stages"]:
        del stage["machine"], stage["versions"]
    older["stages"][0]["commit"], older["stages"][1]["commit"] = "older", None
    path.write_text(json.dumps(older))
    assert [stage.versions for stage in Manifest.read(path).stages] == [{"commit": "older"}, {}]


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
from dsrecipes.runs.manifest import Manifest
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


def test_a_run_that_no_launch_holds_any_more_is_interrupted(run: Run, tmp_path: Path) -> None:
    def states() -> set[str]:
        ((_, found),) = find_runs(tmp_path)
        assert isinstance(found, Manifest)
        return {found.state, found.stage("data").state}

    with run.locked(), run.working_on("data"):
        assert states() == {"running"}
        killed = (run.folder / "manifest.json").read_bytes()
    (run.folder / "manifest.json").write_bytes(killed)  # as a process leaves it that cannot catch its signal
    assert states() == {"interrupted"}


@pytest.mark.parametrize(
    ("content", "why"),
    [(b'{"recipe": ', r"Invalid JSON: .* at line 1 column 11"), (b"\xff\xfe{", "codec can't decode")],
)
def test_a_damaged_manifest_is_named(run: Run, resolved: Resolved, tmp_path: Path, content: bytes, why: str) -> None:
    (run.folder / "manifest.json").write_bytes(content)
    with pytest.raises(UserError, match=f"the manifest cannot be read: .*{why}") as error:
        Run.of(resolved, tmp_path)
    assert str(run.folder) in str(error.value) and "pydantic" not in str(error.value)
    ((_, found),) = find_runs(tmp_path)
    assert isinstance(found, str)


def test_runs_are_found_by_links_and_in_groups_each_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "group").mkdir()
    run.folder.parent.rename(tmp_path / "group" / "tiny-rl-grpo")
    kept = tmp_path / "group" / "tiny-rl-grpo" / run.folder.name
    assert [folder for folder, _ in find_runs(tmp_path)] == [kept]
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "linked").symlink_to(kept)
    assert [folder for folder, _ in find_runs(tmp_path)] == [kept]
    assert [folder for folder, _ in find_runs(tmp_path / "other")] == [tmp_path / "other" / "linked"]


def test_a_manifest_of_wrong_values_is_told_with_the_key(run: Run, resolved: Resolved, tmp_path: Path) -> None:
    manifest = json.loads((run.folder / "manifest.json").read_text())
    manifest["stages"][1]["attempts"] = "many"
    (run.folder / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(UserError, match=r"cannot be read: stages\.1\.attempts: Input should be a valid integer"):
        Run.of(resolved, tmp_path)
