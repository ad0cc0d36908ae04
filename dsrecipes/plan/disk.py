"""What a run leaves on disk, at most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dsrecipes.plan.memory import state
from dsrecipes.plan.memory_rl import actor_bytes
from dsrecipes.plan.quantities import Span, Term
from dsrecipes.plan.shapes import Shape

BYTES_PER_TOKEN = 3
"""Of text, in a trajectory or an example (assumed: digits and short words)."""


def sft(shape: Shape, settings: Mapping[str, Any]) -> list[Term]:
    """Checkpoints of LLaMA-Factory, of which one more than are kept exists while it is written, and its final model."""
    kept = settings["save_total_limit"] + 1
    zero = bool(settings.get("deepspeed"))
    weight = 2 if zero or settings.get("pure_bf16") else 4
    optimizer = 12 if zero else 2 * weight
    return [
        state(f"{kept} checkpoints", shape.parameters, kept * (weight + optimizer), "weights and optimizer state"),
        state("final model", shape.parameters, weight, "as LLaMA-Factory writes it"),
    ]


def rl(shape: Shape, settings: Mapping[str, Any], responses: Span) -> list[Term]:
    """Checkpoints of VeRL (weights, Adam's moments, and the weights again for Hugging Face), and all rollouts' text."""
    kept = settings["trainer.max_actor_ckpt_to_keep"]
    each = 4 * actor_bytes(settings)
    return [
        state(f"{kept} checkpoints", shape.parameters, kept * each, "VeRL 0.9.1, utils/checkpoint"),
        text("rollouts", responses, packed=1),
    ]


def model(shape: Shape, bytes_each: int) -> Term:
    return state("model", shape.parameters, bytes_each, "in Hugging Face format")


def text(name: str, tokens: Span, packed: float) -> Term:
    """Text of so many tokens (the higher count), `packed` times smaller on disk."""
    formula = f"{tokens.high:,.0f} tokens x {BYTES_PER_TOKEN} B" + (f" / {packed:g}, gzip" if packed != 1 else "")
    return Term(name, tokens.high * BYTES_PER_TOKEN / packed, formula, "assumed")
