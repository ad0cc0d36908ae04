"""The key lists, and what is judged by them, against the installed backends.

Where the two verdicts differ, we refuse more: each such setting stands in a list with the reason.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from dsrecipes.backends import keys
from dsrecipes.backends.keys.lists import Backend
from dsrecipes.backends.verl import value_text
from tests.conftest import BackendPython

pytestmark = pytest.mark.backend

A, R, M = "actor_rollout_ref.actor", "actor_rollout_ref.rollout", "actor_rollout_ref.model"

VERL_TAKES = [
    ("trainer.nnodes", 2),
    ("++trainer.nnodes", 1),
    ("data.shuffle", False),
    ("data.seed", None),
    ("data.train_files", ["/a.parquet", "/b c.parquet"]),
    ("trainer.experiment_name", "12"),
    ("trainer.logger", ["console", "file"]),
    ("algorithm.adv_estimator", "rloo"),
    (f"{A}.optim.lr", 1e-6),
    (f"{A}.optim.lr", 1),
    (f"{A}.optim.betas", [0.9, 0.95]),
    (f"{A}.kl_loss_type", "k3+"),
    (f"{A}.ppo_mini_batch_size", "${data.train_batch_size}"),
    (f"{R}.name", "vllm"),
    (f"+{R}.quantization", "fp8"),
    (f"+{R}.engine_kwargs.vllm.swap_space", 4),
    (f"++{R}.engine_kwargs.vllm.swap_space", 4),
    (f"+{R}.agent.agent_loop_manager_class", "package.Class"),
    (f"~{R}.engine_kwargs.trtllm", None),
    (f"+{M}.override_config.attn_implementation", "sdpa"),
    (f"+{M}.override_config.a-b", 1),
    (f"+{A}.optim.override_optimizer_config.eps", 1e-8),
    (f"+{A}.fsdp_config.mixed_precision.param_dtype", "fp32"),
    ("+reward.custom_reward_function.reward_kwargs.note", "a = {b}, c"),
    ("+ray_kwargs.ray_init.runtime_env.env_vars.NAME", "1"),
]

HYDRA_REFUSES = [
    ("data.x", 1),
    ("trainer.nnode", 1),
    ("rollout.n", 4),
    ("+trainer.nnodes", 1),
    ("trainer.nnodes.x", 1),
    ("trainer nnodes", 1),
    ("trainer.nnodes@x", 1),
    ("~trainer.x", None),
    ("", 1),
    ("+", 1),
    ("model_engine", "nope"),
    ("data", "nope"),
    ("hydra.x", 1),
    (f"{R}.engine_kwargs.vllm.swap_space", 4),
    (f"{R}.checkpoint_manager_class", "package.Class"),
    (f"+{M}.override_config.a b", 1),
    (f"+{M}.override_config.9a", 1),
    (f"+{M}.override_config.-a", 1),
    (f"{A}.ppo_mini_batch_size", "${data.train"),
    ("critic.model.fsdp_config.param_offload", True),
    ("reward_manager.name", "dapo"),
    ("trainer.profile_steps", [1]),
]

HYDRA_TAKES_BUT_WE_REFUSE = {
    "nobody reads it": [
        ("+data.x", 1),
        ("++data.x", 1),
        ("+trainer.nnodes.x", 1),
        ("+actor_rollout_ref.ref.kl_loss_type", "k1"),
        ("custom_reward_function.path", "/reward.py"),
        ("reward_model.reward_manager", "dapo"),
        (f"{A}.grad_clip", 0.5),
    ],
    "VeRL knows no such name": [
        ("algorithm.adv_estimator", "grppo"),
        (f"{A}.kl_loss_type", "full"),
        (f"{R}.name", "hf"),
        ("trainer.logger", ["console", "wandbb"]),
        ("trainer.resume_mode", "always"),
    ],
    "VeRL fails on the type": [
        (f"{A}.kl_loss_coef", "0.001"),
        (f"{R}.n", "8"),
        ("trainer.nnodes", 1.5),
        ("data.shuffle", "yes"),
        ("trainer", None),
        (f"{R}.name", "???"),
    ],
    "VeRL fails on the value, or saves nothing": [
        (f"{R}.n", 0),
        (f"{R}.temperature", 0),
        (f"{R}.gpu_memory_utilization", 1.5),
        ("data.train_batch_size", -1),
        ("trainer.save_freq", -1),
    ],
    "VeRL misses it": [("~trainer.nnodes", None)],
    "dsrecipes decides it": [("model_engine", "megatron"), ("hydra.run.dir", "/somewhere")],
}

COMPOSE = """
import json, sys
from hydra import compose, initialize_config_module
refused = []
with initialize_config_module(version_base=None, config_module="verl.trainer.config"):
    for override in json.loads(sys.argv[1]):
        try:
            compose("ppo_trainer", overrides=[override])
            refused.append(False)
        except Exception:
            refused.append(True)
print("RESULT" + json.dumps(refused))
"""

LLAMAFACTORY_TAKES = [
    ("learning_rate", 1e-5),
    ("optim", "adamw_torch"),
    ("lr_scheduler_type", "cosine"),
    ("lr_scheduler_kwargs", '{"num_cycles": 2}'),
    ("warmup_steps", 0.1),
    ("template", "qwen3_nothink"),
    ("train_sampling_strategy", "group_by_length"),
    ("include_num_input_tokens_seen", "non_padding"),
    ("report_to", ["none"]),
    ("flash_attn", "sdpa"),
    ("neat_packing", True),
    ("deepspeed", None),
]

LLAMAFACTORY_REFUSES = [
    ("nope", 1),
    ("fp32", True),
    ("no_cuda", True),
    ("optimizer", "adamw_torch"),
    ("evaluation_strategy", "no"),
    ("group_by_length", True),
    ("optim", "adamw"),
    ("lr_scheduler_type", "cosin"),
    ("save_strategy", "never"),
    ("finetuning_type", "qlora"),
]

LLAMAFACTORY_TAKES_BUT_WE_REFUSE = {
    "its code knows no such name, or takes another one in its place": [
        ("template", "nope"),
        ("flash_attn", "fa4"),
        ("train_sampling_strategy", "sorted"),
        ("mix_strategy", "nope"),
    ],
    "it fails on the type": [("learning_rate", "1e-5"), ("bf16", "yes"), ("seed", 1.5), ("seed", "${x}")],
    "it fails on the value, or takes no data": [
        ("max_samples", -1), ("gradient_accumulation_steps", 0), ("cutoff_len", 0),
    ],
    "it overwrites another": [("warmup_ratio", 0.1)],
    "dsrecipes needs a whole model": [("finetuning_type", "lora")],
}  # fmt: skip

PARSE = """
import json, sys
from llamafactory.hparams.parser import _parse_train_args
base = dict(stage="sft", do_train=True, model_name_or_path="model", template="qwen", output_dir="out", use_cpu=True)
refused = []
for key, value in json.loads(sys.argv[1]):
    try:
        _parse_train_args(base | {"report_to": "none", key: value})
        refused.append(False)
    except Exception:
        refused.append(True)
print("RESULT" + json.dumps(refused))
"""


def _refused(backend: BackendPython, script: str, settings: list[Any], folder: Path) -> list[bool]:
    ended = subprocess.run(
        [backend.python, "-c", script, json.dumps(settings)],
        env=backend.env, cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr[-3000:]
    result = json.loads(ended.stdout.rpartition("RESULT")[2])
    assert isinstance(result, list) and len(result) == len(settings)
    return result


def _judged(backend: Backend, settings: list[tuple[str, Any]]) -> list[bool]:
    return [bool(keys.check_override(backend, key, value)) for key, value in settings]


@pytest.mark.parametrize("backend", ["verl", "llamafactory"])
def test_the_list_is_what_the_installed_package_gives(backend: Backend, backend_python: BackendPython) -> None:
    ended = subprocess.run(
        [backend_python.python, "-m", "dsrecipes.worker.list_keys", backend],
        env=backend_python.env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr[-3000:]
    stored = (Path(keys.__file__).parent / f"{backend}.json").read_text(encoding="utf-8")
    assert ended.stdout.splitlines() == stored.splitlines()


def test_whatever_hydra_refuses_we_refuse_and_the_rest_with_a_reason(
    backend_python: BackendPython, tmp_path: Path
) -> None:
    more = [setting for settings in HYDRA_TAKES_BUT_WE_REFUSE.values() for setting in settings]
    settings = [*VERL_TAKES, *HYDRA_REFUSES, *more]
    overrides = [f"{key}={value_text(value)}" for key, value in settings]
    refused = _refused(backend_python, COMPOSE, overrides, tmp_path)
    expected = [False] * len(VERL_TAKES) + [True] * len(HYDRA_REFUSES) + [False] * len(more)
    assert dict(zip(overrides, refused, strict=True)) == dict(zip(overrides, expected, strict=True))
    assert _judged("verl", settings) == [False] * len(VERL_TAKES) + [True] * (len(HYDRA_REFUSES) + len(more))


def test_whatever_llamafactory_s_parser_refuses_we_refuse_and_the_rest_with_a_reason(
    backend_python: BackendPython, tmp_path: Path
) -> None:
    more = [setting for settings in LLAMAFACTORY_TAKES_BUT_WE_REFUSE.values() for setting in settings]
    settings = [*LLAMAFACTORY_TAKES, *LLAMAFACTORY_REFUSES, *more]
    refused = _refused(backend_python, PARSE, settings, tmp_path)
    expected = [False] * len(LLAMAFACTORY_TAKES) + [True] * len(LLAMAFACTORY_REFUSES) + [False] * len(more)
    assert list(zip(settings, refused, strict=True)) == list(zip(settings, expected, strict=True))
    assert _judged("llamafactory", settings) == [False] * len(LLAMAFACTORY_TAKES) + [True] * (
        len(LLAMAFACTORY_REFUSES) + len(more)
    )
