"""What a recipe becomes, against the backends' own parsers of their configurations."""

import json
import subprocess
from pathlib import Path

import pytest

from dsrecipes.backends import llamafactory, verl
from dsrecipes.recipe.load import load
from dsrecipes.recipe.schema import RlRecipe, SftRecipe
from tests.conftest import BackendPython

pytestmark = pytest.mark.backend

PARSE_SFT = """
import json, sys
from llamafactory.hparams import get_train_args
model, data, training, finetuning, _ = get_train_args(json.loads(sys.argv[1]))
print("RESULT" + json.dumps({
    "finetuning": finetuning.finetuning_type, "lr": training.learning_rate, "epochs": training.num_train_epochs,
    "batch": training.per_device_train_batch_size * training.gradient_accumulation_steps,
    "cutoff": data.cutoff_len, "schedule": str(training.lr_scheduler_type.value), "bf16": training.bf16,
}))
"""

PARSE_RL = """
import json, sys
from hydra import compose, initialize_config_module
from omegaconf import OmegaConf
from verl.trainer.ppo.utils import need_critic, need_reference_policy
from verl.utils.config import omega_conf_to_dataclass, validate_config
with initialize_config_module(version_base=None, config_module="verl.trainer.config"):
    config = compose("ppo_trainer", overrides=sys.argv[1:])
OmegaConf.resolve(config)
validate_config(config=config, use_reference_policy=need_reference_policy(config), use_critic=need_critic(config))
for part in ("actor_rollout_ref.rollout", "algorithm"):
    omega_conf_to_dataclass(OmegaConf.select(config, part))
def read(key):
    value = OmegaConf.select(config, key)
    return OmegaConf.to_container(value) if OmegaConf.is_config(value) else value
keys = [argument.partition("=")[0].lstrip("+") for argument in sys.argv[1:]]
print("RESULT" + json.dumps({key: read(key) for key in keys if not key.startswith("hydra.")}))
"""


def _parse(backend: BackendPython, script: str, *arguments: str) -> dict[str, object]:
    ended = subprocess.run(
        [backend.python, "-c", script, *arguments],
        env=backend.env | {"VERL_PLATFORM": "cpu"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    result = json.loads(ended.stdout.rpartition("RESULT")[2])
    assert isinstance(result, dict)
    return result


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
    read = _parse(backend_python, PARSE_SFT, json.dumps(arguments))
    assert read == {
        "finetuning": "full", "lr": 1e-5, "epochs": 4.0, "batch": 128 // llamafactory.CPU_PROCESSES,
        "cutoff": 2048, "schedule": "cosine", "bf16": True,
    }  # fmt: skip


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
        reward=folder / "reward.py",
        checkpoints=folder / "checkpoints",
        rollouts=folder / "rollouts",
        hydra=folder / "hydra",
    )
    read = _parse(backend_python, PARSE_RL, *(f"{key}={verl.value_text(value)}" for key, value in settings.items()))
    meant = {key.lstrip("+"): value for key, value in settings.items() if not key.startswith("hydra.")}
    assert {key: value for key, value in meant.items() if read[key] != value} == {}
    assert read["actor_rollout_ref.rollout.n"] == 8 and read["actor_rollout_ref.actor.kl_loss_type"] == "low_var_kl"
