import gzip
import json
from pathlib import Path

import pytest

from dsrecipes.analysis.fingerprint import fingerprint
from dsrecipes.backends import verl
from dsrecipes.errors import UserError
from dsrecipes.jobs import analysis
from dsrecipes.jobs.pipeline import stages
from dsrecipes.recipe.load import load
from dsrecipes.recipe.schema import RlRecipe
from dsrecipes.runs.run import Run


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
    record = {"id": "2x2/0", "model": "m", "size": "2x2", "operands": [38, 42], "prompt": "",
              "response": "Answer: 1596", "ground_truth": "1596", "finish_reason": "stop",
              "tokens": 3, "seed": 0, "sample": 0}  # fmt: skip
    with gzip.open(run.folder / analysis.TRAJECTORIES, "wt", encoding="utf-8") as file:
        file.write(json.dumps(record) + "\n")
    assert not stage.intact()
    stage.finish()
    assert stage.intact()
    settings = run.folder / "analysis" / "settings.json"
    written = settings.read_text("utf-8")
    settings.write_text(written.replace(fingerprint(), "0123456789abcdef"), "utf-8")
    assert settings.read_text("utf-8") != written and not stage.intact()
