"""Memory of full-parameter SFT, moment by moment, from the arguments that are handed to LLaMA-Factory."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dsrecipes.plan.activations import Compute, Pass
from dsrecipes.plan.memory import ZERO, Need, on_gpu, processes, state, times
from dsrecipes.plan.quantities import GIB, Moment, Term
from dsrecipes.plan.shapes import Shape

DEEPSPEED_BUCKET = 5e8
"""Numbers in a bucket of gradients, unless the configuration says otherwise (DeepSpeed's default)."""


@dataclass(frozen=True)
class _Zero:
    """DeepSpeed's ZeRO, as a configuration asks for it."""

    stage: int
    offload_optimizer: bool
    offload_parameters: bool
    bucket: float

    @classmethod
    def of(cls, setting: Any) -> _Zero | None:
        """From LLaMA-Factory's `deepspeed`: nothing, a mapping, or a file with one. Raises OSError, ValueError."""
        if not setting:
            return None
        config = setting if isinstance(setting, Mapping) else json.loads(Path(setting).read_text(encoding="utf-8"))
        zero = config.get("zero_optimization", {})

        def offloaded(key: str) -> bool:
            return bool((zero.get(key) or {}).get("device", "none") != "none")

        bucket = zero.get("reduce_bucket_size", DEEPSPEED_BUCKET)
        return cls(
            zero.get("stage", 0),
            offloaded("offload_optimizer"),
            offloaded("offload_param"),
            DEEPSPEED_BUCKET if bucket == "auto" else float(bucket),
        )


def offloads_optimizer(settings: Mapping[str, Any]) -> bool:
    """Whether LLaMA-Factory's arguments leave the optimizer on the host. Raises OSError, ValueError."""
    zero = _Zero.of(settings.get("deepspeed"))
    return zero is not None and zero.offload_optimizer


def sft(shape: Shape, settings: Mapping[str, Any], devices: int) -> Need:
    """Full-parameter SFT by LLaMA-Factory with these arguments, on `devices` GPUs, or on a CPU (`devices` processes).

    Raises ValueError for settings that are not modelled (FSDP, optimizers other than AdamW).
    """
    if settings.get("finetuning_type") != "full" or settings.get("fsdp"):
        raise ValueError("full fine-tuning with DDP or DeepSpeed is what the estimate knows (finetuning_type, fsdp)")
    on_cpu = settings["use_cpu"]
    zero = None if on_cpu else _Zero.of(settings.get("deepspeed"))
    pure = bool(settings.get("pure_bf16"))
    compute: Compute = "float32"
    if settings.get("bf16") or pure:
        compute = "bfloat16" if zero or pure else "autocast"
    work = Pass(
        shape,
        tokens=settings["per_device_train_batch_size"] * settings["cutoff_len"],
        length=settings["cutoff_len"],
        compute=compute,
        flash=settings.get("flash_attn") != "disabled",
        checkpointing=not settings.get("disable_gradient_checkpointing"),
    )
    if zero:
        return _zero_sft(shape, zero, work, devices)
    n, weight = shape.parameters, 2 if pure else 4
    states = [
        state("weights", n, weight, "LLaMA-Factory 0.9.5 trains float32 weights, unless pure_bf16 (model/adapter.py)"),
        state("gradients", n, weight, ZERO),
        state("Adam's moments", n, _adam_bytes(str(settings["optim"]), weight), ZERO),
        state("buckets of DistributedDataParallel", n, weight, "PyTorch: gradient_as_bucket_view is off by default"),
    ]
    copies = [state("bfloat16 copies of the weights", n, 2, "PyTorch: autocast keeps them for a forward pass")]
    copies = copies if compute == "autocast" else []
    loss = [work.kept(), work.loss()]
    backward = [work.kept(), work.recomputed()]
    if on_cpu:
        runtime = Term("Python, PyTorch and LLaMA-Factory", 0.8 * GIB, "0.8 GiB", "assumed: measured are 0.5 on import")
        moments = [
            Moment("end of the forward pass", (*states, *copies, *loss, runtime)),
            Moment("backward pass", (*states, *copies, *backward, runtime)),
        ]
        return Need(None, tuple(times(moment, devices) for moment in moments))
    step = state("temporaries of Adam's step", n, weight, "PyTorch: AdamW goes over all parameters at once (foreach)")
    gpu = (
        on_gpu("end of the forward pass", [*states, *copies], loss),
        # Without checkpointing the copies are among what the layers keep.
        on_gpu("backward pass", states if work.checkpointing else [*states, *copies], backward),
        on_gpu("Adam's step", states, [step]),
    )
    return Need(gpu, (Moment("training", (processes("LLaMA-Factory", devices),)),))


def _adam_bytes(optimizer: str, weight: int) -> float:
    """Bytes a parameter of both moments. Raises ValueError for an optimizer that is not AdamW."""
    if "adamw" not in optimizer:
        raise ValueError(f"the estimate knows AdamW only, not optim: {optimizer}")
    return 2 if "8bit" in optimizer else 2 * weight


def _zero_sft(shape: Shape, zero: _Zero, work: Pass, devices: int) -> Need:
    """DeepSpeed ZeRO 2 or 3: bfloat16 weights and gradients, and float32 weights with Adam's moments in shards."""
    if zero.stage not in (2, 3):
        raise ValueError(f"the estimate knows ZeRO 2 and 3, not stage {zero.stage}")
    n = shape.parameters
    split = devices if zero.stage == 3 else 1
    weights = state("bfloat16 weights", n, 2, ZERO, split)
    gradients = state("gradients", n, 2, ZERO, devices)
    optimizer = [
        state("float32 weights", n, 4, ZERO, devices),
        state("Adam's moments", n, 8, ZERO, devices),
    ]
    buckets = state("buckets of gradients", zero.bucket, 4, "DeepSpeed: reduce_bucket_size, two of them in bfloat16")
    gpu, host = [buckets], []
    if zero.offload_parameters and zero.stage == 3:
        host.append(weights)
    else:
        gpu.append(weights)
    if zero.stage == 3:
        gathered = shape.embeddings + 2 * shape.layer_parameters
        gpu.append(state("gathered weights", gathered, 2, "assumed: embeddings and two layers at a time"))
    if zero.offload_optimizer:
        host += [*optimizer, state("float32 gradients", n, 4, "arXiv 2101.06840 (ZeRO-Offload)", devices)]
    else:
        gpu += [*optimizer, gradients]
    moments = (
        on_gpu("end of the forward pass", gpu, [work.kept(), work.loss()]),
        on_gpu("backward pass", gpu, [work.kept(), work.recomputed()]),
    )
    on_host = tuple(
        Term(
            term.name, term.bytes * devices, f"{term.formula} x {devices}" if devices > 1 else term.formula, term.source
        )
        for term in host
    )
    return Need(moments, (Moment("training", (*on_host, processes("LLaMA-Factory", devices))),))
