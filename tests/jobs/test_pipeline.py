import gzip
import json
import shutil
from pathlib import Path

import pytest

from dsrecipes.analysis.fingerprint import fingerprint
from dsrecipes.backends import verl
from dsrecipes.errors import UserError
from dsrecipes.files import sha256
from dsrecipes.jobs import analysis
from dsrecipes.jobs.pipeline import outcomes_there, stages
from dsrecipes.jobs.stages import Stage
from dsrecipes.recipe.load import Resolved, load
from dsrecipes.recipe.schema import RlRecipe
from dsrecipes.runs.run import Run

TRAJECTORY = {
    "id": "2x2/0", "model": "m", "size": "2x2", "operands": [38, 42], "prompt": "", "response": "Answer: 1596",
    "ground_truth": "1596", "finish_reason": "stop", "tokens": 3, "seed": 0, "sample": 0,
}  # fmt: skip


def test_a_checkpoint_of_other_training_workers_is_refused(tmp_path: Path) -> None:
    resolved = load("tiny/rl-grpo")
    recipe, run = resolved.recipe, Run.of(resolved, tmp_path)
    assert isinstance(recipe, RlRecipe)
    (train,) = (stage for stage in stages(recipe, run) if stage.name == "train")
    actor = run.folder / "backend" / "checkpoints" / "global_step_3" / "actor"
    actor.mkdir(parents=True)
    (actor.parents[1] / "latest_checkpointed_iteration.txt").write_text("3")
    of_workers = [actor / f"model_world_size_2_rank_{rank}.pt" for rank in range(verl.workers(recipe))]
    of_workers[0].touch()
    with pytest.raises(UserError, match="1 training workers wrote this checkpoint"):
        train.commands()
    of_workers[1].touch()
    assert len(train.commands()) == 1


def test_each_seed_teaches_the_same_problems_by_solutions_and_batches_of_its_own(tmp_path: Path) -> None:
    written = []
    for seed in (0, 1):
        resolved = load("tiny/sft-reflection", [f"seed={seed}", "data.train.examples=320"])
        run = Run.of(resolved, tmp_path)
        (data,) = (stage for stage in stages(resolved.recipe, run) if stage.name == "data")
        data.prepare()
        lines = (run.folder / "data" / "solutions.jsonl").read_text(encoding="utf-8").splitlines()
        written.append([json.loads(line) for line in lines])
    one, other = ([example["prompt"] for example in examples] for examples in written)
    assert sorted(one) == sorted(other) and one != other
    solutions, others = ({example["prompt"]: example["response"] for example in examples} for examples in written)
    assert any(solutions[asked] != others[asked] for asked in solutions)


def test_trajectories_are_read_anew_by_another_version_of_the_reader(tmp_path: Path) -> None:
    resolved = load("tiny/base")
    run = Run.of(resolved, tmp_path)
    stage = analysis.stage(resolved.recipe, run)
    run.folder.mkdir(parents=True)
    with gzip.open(run.folder / analysis.TRAJECTORIES, "wt", encoding="utf-8") as file:
        file.write(json.dumps(TRAJECTORY) + "\n")
    assert not stage.intact()
    stage.finish()
    assert stage.intact()
    settings = run.folder / "analysis" / "settings.json"
    written = settings.read_text("utf-8")
    settings.write_text(written.replace(fingerprint(), "0123456789abcdef"), "utf-8")
    assert settings.read_text("utf-8") != written and not stage.intact()


def _begun(name: str, overrides: list[str], folder: Path) -> tuple[Resolved, Run, dict[str, Stage]]:
    resolved = load(name, overrides)
    run = Run.of(resolved, folder)
    planned = {stage.name: stage for stage in stages(resolved.recipe, run)}
    run.begin(resolved, list(planned))
    return resolved, run, planned


def _put(path: Path, text: str = "whole") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.mark.parametrize("name", ["tiny/base", "tiny/sft-reflection", "tiny/rl-grpo"])
def test_data_that_was_deleted_or_damaged_is_written_anew_as_long_as_it_is_needed(tmp_path: Path, name: str) -> None:
    resolved, run, planned = _begun(name, ["data.train.examples=320"], tmp_path)
    data = planned["data"]
    data.prepare()
    files = list((run.folder / "data").iterdir())
    run.manifest.hashes |= {path.name: sha256(path) for path in files}
    assert data.intact()
    for path in files:
        content = path.read_bytes()
        path.write_bytes(content[:-1])
        assert not data.intact()
        path.unlink()
        assert not data.intact()
        path.write_bytes(content)
    shutil.rmtree(run.folder / "data")
    run.manifest.hashes[analysis.TRAJECTORIES] = sha256(_put(run.folder / analysis.TRAJECTORIES))
    assert data.intact() == (resolved.recipe.kind == "eval")  # a model that is gone has to be trained from it
    _put(run.folder / "model" / "model.safetensors")
    assert data.intact()


@pytest.mark.parametrize("name", ["tiny/sft-reflection", "tiny/rl-grpo"])
def test_a_training_is_done_again_where_neither_checkpoints_nor_the_model_are_left(tmp_path: Path, name: str) -> None:
    resolved, run, planned = _begun(name, [], tmp_path)
    train, checkpoints = planned["train"], run.folder / "backend" / "checkpoints"
    assert not train.intact()
    model = _put(run.folder / "model" / "model.safetensors")
    assert train.intact()
    model.write_text("")
    assert not train.intact()
    if isinstance(resolved.recipe, RlRecipe):
        steps = verl.total_steps(resolved.recipe)
        (checkpoints / f"global_step_{steps}" / "actor" / "huggingface").mkdir(parents=True)
        _put(checkpoints / "latest_checkpointed_iteration.txt", str(steps))
    else:
        _put(checkpoints / "train_results.json")
        _put(checkpoints / "model.safetensors")
    assert train.intact()
    for stage in run.manifest.stages:
        stage.state = "done"
    left = _put(run.folder / "trajectories.partial.jsonl")
    train.finish()
    anew = [stage.name for stage in run.manifest.stages if stage.state == "pending"]
    assert anew == ["export", "evaluate"] and not left.exists()


def test_trajectories_that_are_not_what_was_written_are_made_anew(tmp_path: Path) -> None:
    _, run, planned = _begun("tiny/base", [], tmp_path)
    evaluate = planned["evaluate"]
    path = _put(run.folder / analysis.TRAJECTORIES)
    run.manifest.stage("analyse").state = "done"
    evaluate.finish()
    assert evaluate.intact() and run.manifest.stage("analyse").state == "pending"
    path.write_text("")
    assert not evaluate.intact()


def _with_reward(folder: Path, function: str = "mine.py") -> tuple[Resolved, Run, Path]:
    """A run that was trained and analysed with a reward function."""
    file = _put(folder / "mine.py", "def compute_score(**_): return 1.0\n")
    function = str(file) if function == "mine.py" else function
    resolved, run, planned = _begun("tiny/rl-grpo", [f"training.reward.function={function}"], folder)
    planned["train"].prepare()
    _put(run.folder / "model" / "model.safetensors")
    run.manifest.hashes[analysis.TRAJECTORIES] = sha256(_put(run.folder / analysis.TRAJECTORIES))
    return resolved, run, file


def test_a_reward_file_that_has_changed_since_is_told_and_the_run_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis, "current", lambda *_: True)
    resolved, run, file = _with_reward(tmp_path)
    run.manifest.stage("train").state = "done"
    assert outcomes_there(resolved.recipe, run)
    file.write_text("def compute_score(**_): return 0.5\n")
    assert not outcomes_there(resolved.recipe, run)
    with pytest.raises(UserError, match="has changed since this training began") as told:
        stages(resolved.recipe, run)
    assert str(file) in str(told.value) and str(run.folder) in str(told.value)
    shutil.rmtree(run.folder / "model")
    assert stages(resolved.recipe, run)  # nothing is left of that training


def test_a_reward_plugin_may_change_once_the_training_is_done(tmp_path: Path) -> None:
    resolved, run, _ = _with_reward(tmp_path, "exact_match")
    run.manifest.hashes["reward.py"] = "of another version"
    with pytest.raises(UserError, match="has changed since this training began"):
        stages(resolved.recipe, run)
    run.manifest.stage("train").state = "done"
    assert stages(resolved.recipe, run)


@pytest.mark.parametrize("name", ["calibration.json", "attempts.parquet", "problems.parquet", "settings.json"])
def test_a_damaged_analysis_is_made_anew(tmp_path: Path, name: str) -> None:
    resolved, run, _ = _begun("tiny/base", [], tmp_path)
    with gzip.open(run.folder / analysis.TRAJECTORIES, "wt", encoding="utf-8") as file:
        file.write(json.dumps(TRAJECTORY) + "\n")
    stage = analysis.stage(resolved.recipe, run)
    stage.finish()
    assert stage.intact()
    path = run.folder / "analysis" / name
    path.write_bytes(path.read_bytes()[:-2])
    assert not stage.intact()
