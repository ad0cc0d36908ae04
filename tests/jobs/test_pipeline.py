from pathlib import Path

import pytest

from dsrecipes.backends import verl
from dsrecipes.errors import UserError
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
