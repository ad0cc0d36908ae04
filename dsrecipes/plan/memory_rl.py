"""Memory of GRPO, moment by moment, from the overrides that are handed to VeRL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dsrecipes.plan.activations import Compute, Pass
from dsrecipes.plan.memory import VERL_ENGINE, ZERO, Need, billions, cache, on_gpu, processes, state, times, vllm
from dsrecipes.plan.quantities import GIB, Moment, Term
from dsrecipes.plan.shapes import Shape

_BFLOAT16 = ("bf16", "bfloat16")
_FUSED_PIECE = 512
"""Tokens of which VeRL's fused kernel computes the logits at a time."""


@dataclass(frozen=True)
class _Verl:
    """The settings of VeRL that decide about memory, by what they mean."""

    shape: Shape
    settings: Mapping[str, Any]
    devices: int

    def get(self, key: str, default: Any = None) -> Any:
        return _value(self.settings, key, default)

    def actor(self, key: str, default: Any = None) -> Any:
        return self.get(f"actor_rollout_ref.actor.{key}", default)

    @property
    def streams(self) -> bool:
        """FSDP2's own offloading: the states stay on the host, and layers come to the GPU one by one."""
        return bool(self.actor("fsdp_config.offload_policy", False))

    @property
    def compute(self) -> Compute:
        return "float32" if self.actor("fsdp_config.mixed_precision.param_dtype") == "fp32" else "bfloat16"

    @property
    def weight(self) -> int:
        return actor_bytes(self.settings)

    @property
    def reference_weight(self) -> int:
        key = "actor_rollout_ref.ref.fsdp_config.model_dtype"
        return 2 if self.get(key, "fp32") in _BFLOAT16 else 4

    @property
    def has_reference(self) -> bool:
        return bool(self.actor("use_kl_loss")) or bool(self.get("algorithm.use_kl_in_reward"))

    @property
    def fused(self) -> bool:
        return bool(self.get("actor_rollout_ref.model.use_fused_kernels", False))

    def work(self, tokens: int) -> Pass:
        longest = self.settings["data.max_prompt_length"] + self.settings["data.max_response_length"]
        checkpointing = bool(self.settings["actor_rollout_ref.model.enable_gradient_checkpointing"])
        return Pass(self.shape, tokens, longest, self.compute, flash=True, checkpointing=checkpointing)

    @property
    def update(self) -> Pass:
        return self.work(self.actor("ppo_max_token_len_per_gpu"))

    @property
    def scoring(self) -> Pass:
        tokens = self.get("actor_rollout_ref.rollout.log_prob_max_token_len_per_gpu", self.update.tokens)
        return self.work(tokens)

    def logits(self, work: Pass) -> Term:
        """In the backward pass they are overwritten by their gradient."""
        vocabulary = self.shape.vocabulary
        each = 4 if self.compute == "float32" else 2
        name, tokens = "logits", work.tokens
        source = f"{VERL_ENGINE}: flash-attn's cross-entropy, whose gradient takes their place"
        if self.fused:
            # A piece's logits, and its softmax and gradient in float32.
            each, name, tokens = each + 8, "logits, a piece at a time", min(_FUSED_PIECE, work.tokens)
            source = "VeRL 0.9.1, utils/experimental/torch_functional.py: chunk_size"
        formula = f"{tokens:,} tokens x {vocabulary:,} words x {each} B"
        return Term(name, tokens * vocabulary * each, formula, source)


def rl(shape: Shape, settings: Mapping[str, Any], devices: int, gpu_memory: float | None) -> Need:
    """GRPO by VeRL with vLLM in the same GPUs (`gpu_memory` bytes each), FSDP2 over all of them."""
    verl = _Verl(shape, settings, devices)
    n, weight = shape.parameters, verl.weight
    share = settings["actor_rollout_ref.rollout.gpu_memory_utilization"]
    parameters = state("actor's weights", n, weight, f"{VERL_ENGINE}: model_dtype, in shards", devices)
    moments = state("Adam's moments", n, 2 * weight, ZERO, devices)
    gradients = state("gradients", n, weight, ZERO, devices)
    resting_parameters = [] if verl.streams or verl.actor("fsdp_config.param_offload") else [parameters]
    resting_moments = [] if verl.streams or verl.actor("fsdp_config.optimizer_offload") else [moments]
    resting = [*resting_parameters, *resting_moments]
    asleep = Term("vLLM asleep", 1.5 * GIB, "1.5 GiB", "assumed: its CUDA context and captured graphs (sleep level 2)")
    gathered = _gathered(shape, verl)

    sharing = [] if gpu_memory is None else [vllm(share, gpu_memory, "hardware.rollout_memory")]
    rollout = [on_gpu("rollouts", [*resting, *sharing], [])] if sharing else []
    weights_in_vllm = state("vLLM's weights", n, 2, "bfloat16, one copy a GPU (tensor_model_parallel_size 1)")
    embedding = state("one tensor on its way", shape.vocabulary * shape.hidden, weight, "the embedding, the largest")
    bucket = Term("bucket of weights", 2 * GIB, "2 GiB", "VeRL 0.9.1: update_weights_bucket_megabytes")
    active = [] if verl.streams else [parameters]
    scoring = [verl.scoring.inference(), verl.logits(verl.scoring)]
    update = verl.update
    training = [] if verl.streams else [parameters, gradients, moments]
    gpu = [
        on_gpu("loading", [parameters], [embedding]),
        *rollout,
        on_gpu("log-probabilities", [asleep, *active, *resting_moments], [gathered, *scoring]),
    ]
    if verl.has_reference:
        gpu.append(on_gpu("reference's log-probabilities", [asleep, *resting], [gathered, *scoring]))
    head = state("output layer's gradient", shape.vocabulary * shape.hidden, 2, "gathered until the pass ends")
    gpu += [
        on_gpu("update: end of the forward pass", [asleep, *training], [gathered, update.kept(), verl.logits(update)]),
        on_gpu("update: backward pass", [asleep, *training], [gathered, head, update.kept(), update.recomputed()]),
        on_gpu("update: gradients of the embeddings", [asleep, *training], [gathered, _reduced(shape)]),
        on_gpu("new weights to vLLM", [asleep, *resting, weights_in_vllm], [bucket, embedding]),
    ]
    return Need(tuple(gpu), tuple(_rl_host(verl, n, weight)))


def actor_bytes(settings: Mapping[str, Any]) -> int:
    """Bytes of one of the weights that VeRL updates and saves."""
    return 2 if _value(settings, "actor_rollout_ref.actor.fsdp_config.model_dtype", "fp32") in _BFLOAT16 else 4


def _value(settings: Mapping[str, Any], key: str, default: Any) -> Any:
    """A setting of VeRL, however the override is spelled."""
    return next((settings[name] for name in (key, f"+{key}", f"++{key}") if name in settings), default)


def _gathered(shape: Shape, verl: _Verl) -> Term:
    each = 4 if verl.compute == "float32" else 2
    numbers = shape.embeddings + 2 * shape.layer_parameters
    copy = 4 * 2 * shape.layer_parameters if verl.streams else 0
    extra = ", + 2 layers on their way from the host in float32" if verl.streams else ""
    formula = f"{billions(numbers)} x {each} B (embeddings and 2 layers{extra})"
    return Term("weights gathered for computing", each * numbers + copy, formula, "PyTorch FSDP2 (fully_shard)")


def _reduced(shape: Shape) -> Term:
    formula = f"{billions(shape.embeddings)} x (2 B + 4 B)"
    return Term(
        "gradients on their way to the shards", 6 * shape.embeddings, formula, "PyTorch FSDP2: reduced in float32"
    )


def _rl_host(verl: _Verl, n: int, weight: int) -> list[Moment]:
    """The host's share on one machine, whose GPUs' shards add up to whole models."""
    states = []
    if verl.streams or verl.actor("fsdp_config.param_offload"):
        states.append(state("actor's weights", n, weight, VERL_ENGINE))
    if verl.streams or verl.actor("fsdp_config.optimizer_offload"):
        states.append(state("Adam's moments", n, 2 * weight, ZERO))
    if verl.streams:
        states.append(state("gradients", n, weight, ZERO))
    if verl.has_reference:
        source = f"{VERL_ENGINE}: the reference always waits on the host"
        states.append(state("reference's weights", n, verl.reference_weight, source))
    running = [
        processes("VeRL and vLLM", 2 * verl.devices),
        Term("Ray, the trainer and its agent loops", 12 * GIB, "12 GiB", "assumed: ten processes that import VeRL"),
    ]
    saving = [
        state("whole weights to be saved", n, weight, "VeRL 0.9.1, utils/checkpoint: a full copy on the first rank"),
        state("the saved model in bfloat16", n, 2, "VeRL 0.9.1, utils/checkpoint: hf_model"),
    ]
    return [Moment("training", (*states, *running)), Moment("saving a checkpoint", (*states, *saving, *running))]


def rl_on_cpu(shape: Shape, settings: Mapping[str, Any], rows: int) -> Need:
    """GRPO by VeRL on a CPU, with up to `rows` responses at once (dsrecipes/verl_cpu): all in the host's memory."""
    workers = settings["trainer.n_gpus_per_node"]
    verl = _Verl(shape, settings, workers)
    n, work = shape.parameters, verl.update
    states = [
        state("actor's weights", n, 4, ZERO),
        state("gradients", n, 4, ZERO),
        state("Adam's moments", n, 8, ZERO),
        state("rollout model's weights", n, 4, "dsrecipes/verl_cpu/rollout.py"),
        *([state("reference's weights", n, 4, VERL_ENGINE)] if verl.has_reference else []),
        Term("Ray, VeRL and their processes", 4.5 * GIB, "4.5 GiB", "measured at the tiny scale (docs/plan.md)"),
    ]
    longest = settings["data.max_prompt_length"] + settings["data.max_response_length"]
    forward = times(Moment("update: end of the forward pass", (work.kept(), verl.logits(work))), workers)
    backward = times(Moment("update: backward pass", (work.kept(), work.recomputed())), workers)
    moments = (
        Moment("rollouts", (*states, cache(shape, rows, longest, 4))),
        *(Moment(update.name, (*states, *update.terms)) for update in (forward, backward)),
    )
    return Need(None, moments)
