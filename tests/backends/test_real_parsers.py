"""What a recipe becomes, against the backends' own parsers of their configurations."""

import json
import subprocess
from pathlib import Path

import pytest

from dsrecipes.backends import cpu, llamafactory, verl
from dsrecipes.plugins import RewardFunction
from dsrecipes.recipe.load import load
from dsrecipes.recipe.schema import RlRecipe, SftRecipe
from tests.conftest import BackendPython

pytestmark = pytest.mark.backend


def _parse(python: BackendPython, backend: str, payload: object) -> dict[str, object]:
    ended = subprocess.run(
        [python.python, "-m", "dsrecipes.worker.confirm", backend],
        input=json.dumps(payload),
        env=python.env | {"VERL_PLATFORM": "cpu"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    result = json.loads(ended.stdout.splitlines()[-1])
    assert result["problem"] is None
    values = result["values"]
    assert isinstance(values, dict)
    return values


def test_llamafactory_reads_the_paper_s_sft_as_we_mean_it(backend_python: BackendPython, tmp_path: Path) -> None:
    # Its parser refuses what this machine lacks (a GPU), so the recipe is put on a CPU; the rest is the paper's.
    on_cpu = ["hardware.accelerator=cpu", "hardware.rollout_memory=null", "training.micro_batch_size=4"]
    recipe = load("sft-reflection", on_cpu).recipe
    assert isinstance(recipe, SftRecipe)
    arguments = llamafactory.config(
        recipe.training,
        model="Qwen/Qwen2.5-7B-Instruct",
        template=recipe.model.template,
        trust_remote_code=False,
        dataset_dir=tmp_path,
        output_dir=tmp_path / "out",
        hardware=recipe.hardware,
        seed=0,
    )
    read = _parse(backend_python, "llamafactory", arguments)
    meant = {
        "finetuning_type": "full", "learning_rate": 1e-5, "num_train_epochs": 4.0, "cutoff_len": 2048, "bf16": True,
        "per_device_train_batch_size": 4, "gradient_accumulation_steps": 128 // cpu.PROCESSES // 4,
    }  # fmt: skip
    assert {key: read[key] for key in meant} == meant
    assert "cosine" in str(read["lr_scheduler_type"]).lower()


@pytest.mark.parametrize("name", ["rl-grpo", "tiny/rl-grpo"])
def test_verl_accepts_and_reads_back_every_setting(name: str, backend_python: BackendPython, tmp_path: Path) -> None:
    """Also with a folder whose name needs quoting in Hydra's grammar."""
    recipe = load(name, ["training.reward.kwargs={note: 'a = {b}, c'}"]).recipe
    assert isinstance(recipe, RlRecipe)
    folder = tmp_path / "Zoë's runs, 50% {new}"
    folder.mkdir()
    settings = verl.overrides(
        recipe,
        model=str(folder / "model"),
        data=folder,
        reward=RewardFunction(folder / "reward.py", "compute_score"),
        checkpoints=folder / "checkpoints",
        rollouts=folder / "rollouts",
        hydra=folder / "hydra",
    )
    read = _parse(backend_python, "verl", [f"{key}={verl.value_text(value)}" for key, value in settings.items()])
    meant = {key.lstrip("+"): value for key, value in settings.items() if not key.startswith("hydra.")}
    assert {key: value for key, value in meant.items() if read[key] != value} == {}
    assert read["actor_rollout_ref.rollout.n"] == 8 and read["actor_rollout_ref.actor.kl_loss_type"] == "low_var_kl"
