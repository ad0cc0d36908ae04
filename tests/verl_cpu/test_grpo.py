"""Two steps of GRPO through the real VeRL, its CPU platform and the rollout engine."""

import json
import math
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from dsrecipes.backends import verl
from dsrecipes.plugins import RewardFunction
from dsrecipes.recipe import load
from dsrecipes.recipe.schema import RlRecipe
from tests.conftest import BackendPython

pytestmark = [pytest.mark.backend, pytest.mark.slow]

MODEL = {
    "seed": 0, "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2,
    "num_attention_heads": 4, "num_key_value_heads": 2, "tie_word_embeddings": True,
}  # fmt: skip
# Rewards a digit as the first character: something that even random weights do now and then.
REWARD = """
def compute_score(data_source, solution_str, ground_truth, extra_info=None, **kwargs):
    right = float(solution_str[:1].isdigit())
    return {"score": right, "acc": right, "pred": solution_str[:1]}
"""
CHANGES = [
    "training.train_batch_size=8", "training.mini_batch_size=8", "training.rollouts=4", "training.learning_rate=0.001",
    "training.max_response_length=16", "training.max_steps=2", "training.save_steps=2", "data.train.examples=32",
]  # fmt: skip
DIFFERENCE = """
import sys, torch
from transformers import AutoModelForCausalLM
# VeRL writes what it computed with into config.json, hence both settings.
settings = {"dtype": torch.float32, "attn_implementation": "sdpa"}
one, other = (AutoModelForCausalLM.from_pretrained(path, **settings).state_dict() for path in sys.argv[1:])
assert one.keys() == other.keys()
print(max(float((one[name] - other[name]).abs().max()) for name in one))
"""


def _run(backend_python: BackendPython, *arguments: str, **variables: str) -> str:
    done = subprocess.run(
        [backend_python.python, *arguments],
        env=backend_python.env | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-5000:]
    return done.stdout


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory, backend_python: BackendPython) -> Path:
    """The folder of the finished training: model/, checkpoints/, rollouts/, metrics/."""
    folder = tmp_path_factory.mktemp("grpo")
    (folder / "reward.py").write_text(REWARD)
    (folder / "model.json").write_text(json.dumps(MODEL))
    _run(backend_python, "-m", "dsrecipes.worker.tiny_model", str(folder / "model.json"), str(folder / "model"))
    rows = [
        {
            "data_source": "test",
            "prompt": [{"role": "user", "content": f"{i} * {i}"}],
            "reward_model": {"style": "rule", "ground_truth": str(i * i)},
            "extra_info": {"index": i},
        }
        for i in range(32)
    ]
    for name in ("train", "test"):
        pd.DataFrame(rows).to_parquet(folder / f"{name}.parquet")
    recipe = load.load("tiny/rl-grpo", CHANGES).recipe
    assert isinstance(recipe, RlRecipe)
    checkpoints = folder / "checkpoints"
    settings = verl.overrides(
        recipe,
        model=str(folder / "model"),
        data=folder,
        reward=RewardFunction(folder / "reward.py", "compute_score"),
        checkpoints=checkpoints,
        rollouts=folder / "rollouts",
        hydra=folder / "hydra",
    )
    command = verl.command(
        recipe, settings, log=folder / "log", folder=folder, checkpoints=checkpoints, metrics_dir=folder / "metrics"
    )
    _run(backend_python, *command.arguments, **command.variables)
    return folder


def test_logs_both_steps(trained: Path) -> None:
    steps = verl.metrics(trained / "metrics")
    assert list(steps) == [1, 2]
    for data in steps.values():
        assert math.isfinite(data["actor/grad_norm"])
        assert data["response_length/max"] <= 16


def test_the_rollouts_log_probs_are_the_actors_own(trained: Path) -> None:
    # One update a step: the ratio of the policies is 1 before it, so their KL is what the two computations differ by.
    for data in verl.metrics(trained / "metrics").values():
        assert abs(data["actor/ppo_kl"]) < 1e-5


def test_keeps_each_rollout_with_its_reward(trained: Path) -> None:
    for step in (1, 2):
        rollouts = [json.loads(line) for line in (trained / "rollouts" / f"{step}.jsonl").read_text().splitlines()]
        assert len(rollouts) == 8 * 4
        for rollout in rollouts:
            assert rollout["score"] == float(rollout["output"][:1].isdigit())


def test_exports_a_model_that_has_changed_and_loads(trained: Path, backend_python: BackendPython) -> None:
    last = verl.last_checkpoint(trained / "checkpoints")
    assert last is not None
    step, actor = last
    assert step == 2
    assert verl.workers_of(actor) == 2
    changed = float(_run(backend_python, "-c", DIFFERENCE, str(trained / "model"), str(actor / "huggingface")))
    assert 1e-5 < changed < 0.1
