"""The memory that a probe needs, said before it runs, and into how many parts it goes to fit.

In the second pass four accumulators are held of each parameter of a part: the totals of both groups and a block's. With
more parts they are smaller and the backward passes more.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dsrecipes.backends.command import Accelerator
from dsrecipes.errors import UserError
from dsrecipes.plan.activations import Compute, Pass
from dsrecipes.plan.memory import on_gpu, state
from dsrecipes.plan.quantities import GIB, Memory, Moment, Term
from dsrecipes.plan.shapes import DENSE, Shape, known_models

BYTES = {"float32": 4, "bfloat16": 2, "float64": 8}
"""Of a number, by the precision that a model is loaded in."""

MOST_PARTS = 64
_LARGE = GIB  # of kept activations: from here on they are recomputed instead


@dataclass(frozen=True)
class MemoryPlan:
    """`memory` is None where the model's sizes are not known; then all is done in one part."""

    parts: int
    checkpointing: bool
    memory: Memory | None


def shape_of(model: str) -> Shape | None:
    """The sizes of a model in a folder or of a known name; None if they cannot be told without loading it."""
    file = Path(model) / "config.json"
    if not file.is_file():
        return known_models().get(model)
    try:
        config = json.loads(file.read_text(encoding="utf-8"))
        return Shape.of_config(config) if config.get("model_type") in DENSE else None
    except (OSError, ValueError, KeyError, AttributeError):
        return None


def plan_memory(
    shape: Shape | None,
    *,
    dtype: str,
    device: Accelerator,
    longest: int,
    available: float | None,
    asked: float | None = None,
) -> MemoryPlan:
    """The fewest parts with which a probe fits into the device's `available` bytes, or into `asked` if those are fewer.
    `longest` is in tokens, with the prompt.

    Raises UserError, with what it would need, if it does not fit in any number of parts.
    """
    if shape is None:
        return MemoryPlan(1, device == "cuda", None)
    limited = asked is not None and (available is None or asked < available)
    limit = asked if limited else available
    compute: Compute = "bfloat16" if dtype == "bfloat16" else "float32"
    kept = Pass(shape, longest, longest, compute, flash=True, checkpointing=False).kept().bytes
    checkpointing = kept > _LARGE
    work = Pass(shape, longest, longest, compute, flash=True, checkpointing=checkpointing)
    for parts in range(1, MOST_PARTS + 1):
        memory = Memory("GPU" if device == "cuda" else "host", _moments(shape, work, dtype, device, parts), limit)
        if memory.fits is not False:
            return MemoryPlan(parts, checkpointing, memory)
    assert limit is not None
    needs = f"the probe needs {memory.peak.bytes / GIB:.1f} GiB even in {MOST_PARTS} parts ({memory.peak.name})"
    less = "a lower --dtype, or shorter responses (--max-new-tokens), take less"
    if limited:
        there = f"; there are {available / GIB:.1f} GiB" if available else ""
        raise UserError(
            f"{needs}, and may use {limit / GIB:.1f}",
            where="--memory",
            hint=f"It is --memory that sets this limit{there}. Give more; {less}.",
        )
    raise UserError(f"{needs}; there are {limit / GIB:.1f} GiB", hint=f"{less[0].upper()}{less[1:]}.")


def _moments(shape: Shape, work: Pass, dtype: str, device: Accelerator, parts: int) -> tuple[Moment, ...]:
    each, exact = BYTES[dtype], max(4, BYTES[dtype])
    embedding = shape.vocabulary * shape.hidden
    share = shape.parameters / parts
    # Autograd makes a gradient of whole tensors, of which the embedding is the largest.
    whole = min(shape.parameters, share + (embedding if parts > 1 else 0))
    source = "dsrecipes/worker/probe_gradients.py"
    measured = f"{source}; measured (docs/probe.md)"
    states = [
        state("weights", shape.parameters, each, "--dtype"),
        state("summed gradients of both groups, of a part", share, 2 * exact, source),
        state("a block's gradients of both groups, of a part", share, 2 * exact, source),
    ]
    words = f"{work.tokens:,} tokens x {shape.vocabulary:,} words"
    logits = Term("logits", work.tokens * shape.vocabulary * exact, f"{words} x {exact} B", source)
    of_logits = Term(
        "gradients of the logits",
        3 * logits.bytes,
        f"{words} x 3 x {exact} B (softmax, chosen words, their sum)",
        measured,
    )
    gradients = [state("one response's gradient, of the tensors in a part", whole, each, source)]
    if shape.tied:
        gradients.append(state("the embedding's, as input and as output", embedding, 2 * each, measured))
    beginning = [work.kept(), logits, of_logits]
    end = [work.kept(), logits, work.recomputed(), *gradients]  # the second group's pass needs what the first has used
    if device == "cuda":
        return (
            on_gpu("beginning of the backward pass", states, beginning),
            on_gpu("end of the backward pass", states, end),
        )
    runtime = Term("Python, PyTorch and transformers", 0.6 * GIB, "0.6 GiB", "assumed: measured are 0.33 GiB on import")
    return (
        Moment("beginning of the backward pass", (*states, *beginning, runtime)),
        Moment("end of the backward pass", (*states, *end, runtime)),
    )


def longest_tokens(texts: Sequence[tuple[str, str, int | None]]) -> int:
    """An upper bound of the tokens of the longest (prompt, response, tokens of the response or None).

    A text without a count is taken to have a token a character, and the chat template to add up to 64.
    """
    return 64 + max(len(prompt) + (len(response) if tokens is None else tokens) for prompt, response, tokens in texts)
