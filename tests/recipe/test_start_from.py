"""`model.start_from`: a recipe whose model another starts from."""

import json
from pathlib import Path

import pytest

from dsrecipes.errors import UserError
from dsrecipes.jobs.check import load_checked
from dsrecipes.jobs.pipeline import stages
from dsrecipes.plan.machines import machine
from dsrecipes.plan.plan import plan
from dsrecipes.recipe.load import find, load
from dsrecipes.runs.run import Run

FROM_SFT = "tiny/ablations/rl-from-sft"


def _recipe(folder: Path, text: str, name: str = "mine.yaml") -> str:
    file = folder / name
    file.write_text(f"extends: tiny/rl-grpo.yaml\nname: mine\n{text}")
    return str(file)


def test_the_start_has_the_same_seed_and_the_overrides_of_what_both_have() -> None:
    changes = ["seed=5", "data.train.examples=1000", "training.learning_rate=1e-6", "training.max_steps=3"]
    resolved = load(FROM_SFT, changes)
    shared = ["seed=5", "data.train.examples=1000"]
    assert resolved.start is not None
    assert resolved.start.run_id == load("tiny/sft-reflection", shared).run_id


def test_the_run_is_another_where_the_start_is_another(tmp_path: Path) -> None:
    digests = {
        load(_recipe(tmp_path, f"model: {{start_from: {start}}}\n")).digest
        for start in ("null", "tiny/sft-reflection.yaml", "tiny/sft-no-reflection.yaml", "tiny/ablations/sft-dft.yaml")
    }
    assert len(digests) == 4
    assert load(_recipe(tmp_path, "model: {start_from: null}\n")).digest == load("tiny/rl-grpo").digest


def test_however_the_start_is_named_the_run_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sft.yaml").write_text("extends: tiny/sft-reflection.yaml\n")
    monkeypatch.chdir("/")
    plain, file = "tiny/sft-reflection", find("tiny/sft-reflection")
    names = [plain, f"{plain}@{load(plain).recipe.version}", "./sft.yaml", "sft.yaml", str(file)]
    assert len({load(_recipe(tmp_path, f"model: {{start_from: '{name}'}}\n")).run_id for name in names}) == 1


def test_a_shipped_start_is_named_by_its_version() -> None:
    version = load("tiny/sft-reflection").recipe.version
    assert load(FROM_SFT).recipe.model.start_from == f"tiny-sft-reflection@{version}"


def test_the_start_is_checked_and_launched_before_and_only_once() -> None:
    names = ["tiny/sft-reflection", "tiny-sft-reflection", "tiny-ablations-rl-from-sft"]
    assert [item.resolved.recipe.name for item in load_checked([FROM_SFT], [])] == names[1:]
    assert [item.resolved.recipe.name for item in load_checked([FROM_SFT, names[0]], [])] == names[1:]
    assert any("launched first" in note for note in load_checked([FROM_SFT], [])[1].notes)


def test_training_and_reference_begin_with_the_starts_model(tmp_path: Path) -> None:
    resolved = load(FROM_SFT)
    run = Run.of(resolved, tmp_path)
    assert resolved.start is not None and run.start is not None
    assert run.start.folder == tmp_path / "tiny-sft-reflection" / resolved.start.run_id
    planned = {stage.name: stage for stage in stages(resolved.recipe, run)}
    assert list(planned) == ["start", "data", "train", "export", "evaluate", "analyse"]
    (training,) = planned["train"].commands()
    assert f"actor_rollout_ref.model.path={run.start.folder / 'model'}" in training.arguments


def test_without_the_starts_model_it_is_told_what_to_launch(tmp_path: Path) -> None:
    resolved = load(FROM_SFT, ["seed=2"])
    start = next(stage for stage in stages(resolved.recipe, Run.of(resolved, tmp_path)) if stage.name == "start")
    with pytest.raises(UserError, match="no model") as told:
        start.finish()
    assert "launch tiny-sft-reflection first, with seed=2" in str(told.value)


def test_the_plan_has_the_stages_of_the_run(tmp_path: Path) -> None:
    resolved = load(FROM_SFT)
    planned = [stage.name for stage in plan(resolved, machine("h200")).stages]
    assert planned == [stage.name for stage in stages(resolved.recipe, Run.of(resolved, tmp_path))]


def test_a_finished_model_may_be_evaluated_in_another_way(tmp_path: Path) -> None:
    file = tmp_path / "greedy.yaml"
    start = "model: {start_from: tiny/sft-reflection}"
    file.write_text(f"extends: tiny/base.yaml\nname: greedy\n{start}\nevaluation: {{temperature: 0}}\n")
    sft, greedy = (item.resolved for item in load_checked([str(file)], []))
    assert sft.run_id == load("tiny/sft-reflection").run_id
    run = Run.of(greedy, tmp_path)
    planned = {stage.name: stage for stage in stages(greedy.recipe, run)}
    assert list(planned) == ["start", "data", "evaluate", "analyse"]
    assert run.start is not None
    (generation,) = planned["evaluate"].commands()
    (config,) = generation.files.values()
    assert json.loads(config)["model"] == str(run.start.folder / "model")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("model: {start_from: tiny/base}", "of kind eval and trains no model"),
        ("model: {start_from: sft-reflection}", "has another base model: model.path, model.scratch, model.template"),
        ("model: {start_from: tiny/sft_reflection}", "did you mean tiny/sft-reflection.yaml"),
        ("model: {start_from: mine.yaml}", "cannot start from its own outcome"),
        ("model: {start_from: 3}", "should be a valid string"),
        ("model: {scratch: {seed: 1}, start_from: tiny/sft-reflection}", "model.scratch differ"),
    ],
)
def test_a_start_that_is_none_is_told_with_its_line(text: str, said: str, tmp_path: Path) -> None:
    file = _recipe(tmp_path, text)
    with pytest.raises(UserError) as told:
        load_checked([file], [])
    assert said in str(told.value)
    assert f"{file}:3: model.start_from" in str(told.value)


def test_recipes_that_start_from_each_other_are_refused(tmp_path: Path) -> None:
    first = _recipe(tmp_path, "model: {start_from: other.yaml}\n", "first.yaml")
    _recipe(tmp_path, "model: {start_from: first.yaml}\n", "other.yaml")
    with pytest.raises(UserError, match="own outcome"):
        load(first)
