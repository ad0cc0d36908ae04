"""Memory by hand: sums small enough to check with a pencil, and the settings that change them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dsrecipes.backends.llamafactory import ZERO_2, ZERO_2_OFFLOAD
from dsrecipes.plan import memory, memory_rl, memory_sft
from dsrecipes.plan.quantities import GIB, Moment
from dsrecipes.plan.shapes import Shape, known_models

QWEN = known_models()["Qwen/Qwen2.5-7B-Instruct"]
N = QWEN.parameters

SFT: dict[str, Any] = {
    "finetuning_type": "full",
    "use_cpu": False,
    "bf16": True,
    "per_device_train_batch_size": 1,
    "cutoff_len": 1000,
    "flash_attn": "auto",
    "disable_gradient_checkpointing": False,
    "optim": "adamw_torch",
}


def terms(moment: Moment) -> dict[str, float]:
    return {term.name: term.bytes for term in moment.terms}


def states(need: memory.Need) -> dict[str, float]:
    assert need.gpu is not None
    return terms(need.gpu[0])


def test_sft_without_sharding_takes_sixteen_bytes_a_parameter_and_the_buckets_of_ddp() -> None:
    found = states(memory_sft.sft(QWEN, SFT, devices=1))
    assert found["weights"] + found["gradients"] + found["Adam's moments"] == 16 * N
    assert found["buckets of DistributedDataParallel"] == 4 * N
    assert found["bfloat16 copies of the weights"] == 2 * N


def test_pure_bf16_halves_the_states_and_an_8_bit_adam_those_of_adam_again() -> None:
    pure = states(memory_sft.sft(QWEN, SFT | {"pure_bf16": True}, devices=1))
    assert pure["weights"] + pure["gradients"] + pure["Adam's moments"] == 8 * N
    assert "bfloat16 copies of the weights" not in pure
    eight = states(memory_sft.sft(QWEN, SFT | {"pure_bf16": True, "optim": "paged_adamw_8bit"}, devices=1))
    assert eight["Adam's moments"] == 2 * N


def test_zero_2_shards_all_but_the_weights_and_offloading_moves_the_optimizer_to_the_host() -> None:
    sharded = states(memory_sft.sft(QWEN, SFT | {"deepspeed": ZERO_2}, devices=8))
    assert sharded["bfloat16 weights"] == 2 * N
    assert sharded["float32 weights"] + sharded["Adam's moments"] == 12 * N / 8
    assert sharded["gradients"] == 2 * N / 8

    offloaded = memory_sft.sft(QWEN, SFT | {"deepspeed": ZERO_2_OFFLOAD}, devices=2)
    assert "Adam's moments" not in states(offloaded)
    host = terms(offloaded.host[0])
    assert host["float32 weights"] + host["Adam's moments"] + host["float32 gradients"] == pytest.approx(16 * N)


def test_deepspeed_is_read_from_the_file_that_the_settings_name(tmp_path: Path) -> None:
    file = tmp_path / "zero.json"
    file.write_text(json.dumps(ZERO_2_OFFLOAD))
    by_file = memory_sft.sft(QWEN, SFT | {"deepspeed": str(file)}, devices=1)
    assert by_file == memory_sft.sft(QWEN, SFT | {"deepspeed": ZERO_2_OFFLOAD}, devices=1)


@pytest.mark.parametrize(
    "setting",
    [
        {"finetuning_type": "lora"},
        {"fsdp": "full_shard"},
        {"optim": "adafactor"},
        {"deepspeed": {"zero_optimization": {"stage": 1}}},
    ],
)
def test_what_is_not_modelled_is_refused_and_not_guessed(setting: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="the estimate knows"):
        memory_sft.sft(QWEN, SFT | setting, devices=1)


def test_checkpointing_keeps_one_input_a_layer() -> None:
    shape = Shape(8, 16, 3, 2, 2, 4, 10, True, True)
    settings = SFT | {"bf16": False}
    need = memory_sft.sft(shape, settings, devices=1)
    # 1000 tokens x (3 layers x 8 numbers; the last norm: 8 read, 8 normalised, 1 factor; the output layer's input: 8).
    assert states(need)["activations kept"] == 1000 * 4 * (3 * 8 + 8 + 8 + 1 + 8)
    whole = states(memory_sft.sft(shape, settings | {"disable_gradient_checkpointing": True}, devices=1))
    assert whole["activations kept"] > 5 * states(need)["activations kept"]


def test_the_loss_takes_fourteen_bytes_for_each_token_and_word() -> None:
    assert states(memory_sft.sft(QWEN, SFT, devices=1))["logits and their loss"] == 1000 * 152_064 * 14


RL: dict[str, Any] = {
    "data.max_prompt_length": 1024,
    "data.max_response_length": 8192,
    "actor_rollout_ref.model.enable_gradient_checkpointing": True,
    "actor_rollout_ref.rollout.gpu_memory_utilization": 0.6,
    "actor_rollout_ref.actor.ppo_max_token_len_per_gpu": 16384,
    "actor_rollout_ref.actor.use_kl_loss": True,
    "actor_rollout_ref.actor.fsdp_config.param_offload": True,
    "actor_rollout_ref.actor.fsdp_config.optimizer_offload": True,
    "+actor_rollout_ref.actor.fsdp_config.mixed_precision.param_dtype": "bf16",
}
STREAMED = {"actor_rollout_ref.actor.fsdp_config.offload_policy": True}


def rl(settings: dict[str, Any], devices: int = 1) -> dict[str, dict[str, float]]:
    need = memory_rl.rl(QWEN, RL | settings, devices, 80 * GIB)
    assert need.gpu is not None
    return {moment.name: terms(moment) for moment in need.gpu}


def test_verls_manual_offload_brings_all_states_back_for_the_update() -> None:
    update = rl({})["update: backward pass"]
    assert update["actor's weights"] + update["gradients"] + update["Adam's moments"] == 16 * N
    assert "actor's weights" not in rl({})["rollouts"]


def test_fsdp2s_own_offload_leaves_no_state_on_the_gpu_once_loaded_and_sixteen_bytes_a_parameter_on_the_host() -> None:
    resident = {"actor's weights", "gradients", "Adam's moments"}
    assert not any(resident & moment.keys() for name, moment in rl(STREAMED).items() if name != "loading")
    host = terms(memory_rl.rl(QWEN, RL | STREAMED, 1, 80 * GIB).host[0])
    assert sum(host[name] for name in resident) == 16 * N
    assert host["reference's weights"] == 4 * N


def test_eight_gpus_hold_an_eighth_of_the_states_each() -> None:
    update = rl({}, devices=8)["update: backward pass"]
    assert update["Adam's moments"] == 8 * N / 8


def test_fused_kernels_never_hold_all_logits() -> None:
    plain = rl({})["log-probabilities"]["logits"]
    assert plain == 16384 * 152_064 * 2
    fused = rl({"actor_rollout_ref.model.use_fused_kernels": True})
    assert fused["log-probabilities"]["logits, a piece at a time"] < plain / 4


def test_without_kl_there_is_no_reference() -> None:
    without = {"actor_rollout_ref.actor.use_kl_loss": False}
    assert "reference's log-probabilities" not in rl(without)
    assert "reference's weights" not in terms(memory_rl.rl(QWEN, RL | without, 1, 80 * GIB).host[0])


def test_vllms_cache_has_room_for_what_its_share_leaves_besides_the_weights() -> None:
    assert QWEN.kv_bytes() == 2 * 28 * 4 * 128 * 2
    share = 2 * N + 3 * GIB + 1000 * QWEN.kv_bytes()
    assert memory.cache_tokens(QWEN, 0.5, 2 * share) == pytest.approx(1000)
    assert memory.cache_tokens(QWEN, 0.1, 80 * GIB) == 0
