"""Changes that make a stage fit, each proven by estimating again with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dsrecipes.backends.llamafactory import ZERO_2, ZERO_2_OFFLOAD
from dsrecipes.plan.memory import Need
from dsrecipes.plan.quantities import GIB

Change = tuple[str, Mapping[str, Any]]
"""What to say, and the backend's settings that it changes."""


def for_sft(settings: Mapping[str, Any], devices: int) -> list[Change]:
    offload = "LLaMA-Factory's `deepspeed`: ZeRO 2 with the optimizer on the host (offload_optimizer: device: cpu)"
    changes: list[Change] = [
        (offload, {"deepspeed": ZERO_2_OFFLOAD}),
        (
            f"{offload}, gradient_checkpointing on and micro_batch_size 1",
            {
                "deepspeed": ZERO_2_OFFLOAD,
                "disable_gradient_checkpointing": False,
                "per_device_train_batch_size": 1,
            },
        ),
    ]
    if devices > 1:
        changes.insert(0, ("LLaMA-Factory's `deepspeed`: ZeRO 2", {"deepspeed": ZERO_2}))
    return changes


def for_rl(settings: Mapping[str, Any]) -> list[Change]:
    stream = {"actor_rollout_ref.actor.fsdp_config.offload_policy": True}
    fused = stream | {"actor_rollout_ref.model.use_fused_kernels": True}
    longest = settings["data.max_prompt_length"] + settings["data.max_response_length"]
    smallest = fused | {
        "actor_rollout_ref.model.enable_gradient_checkpointing": True,
        "actor_rollout_ref.actor.ppo_max_token_len_per_gpu": longest,
        "actor_rollout_ref.rollout.log_prob_max_token_len_per_gpu": longest,
    }
    said = "VeRL's actor_rollout_ref.actor.fsdp_config.offload_policy=true"
    return [
        (said, stream),
        (f"{said} and actor_rollout_ref.model.use_fused_kernels=true", fused),
        (f"{said}, use_fused_kernels=true, gradient_checkpointing on and micro_batch_tokens {longest}", smallest),
    ]


def advise(
    need: Callable[[Mapping[str, Any]], Need],
    settings: Mapping[str, Any],
    changes: Sequence[Change],
    gpu: float,
    host: float,
) -> str:
    """The first of `changes` with which both memories suffice, and what the sums then are."""
    for said, change in changes:
        on_gpu, on_host = need({**settings, **change}).against(gpu, host)
        if on_gpu is not None and on_gpu.fits and on_host.fits:
            return (
                f"fits with {said}: then {on_gpu.peak.bytes / GIB:.1f} GiB of the GPU's {gpu / GIB:.1f} "
                f"and {on_host.peak.bytes / GIB:.0f} GiB of the host's {host / GIB:.0f}"
            )
    return "none of the changes known here makes it fit: take a smaller model, or more and larger GPUs"
