"""The memory that a probe needs, said before it runs, and into how many parts it goes to fit.

In the second pass four accumulators are held of each parameter of a part: the totals of both groups and a block's. With
more parts they are smaller and the backward passes more.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
class Sizes:
    """What a model's memory follows from: its `parameters`, those of its `largest` tensor, and the dense decoder whose
    activations are counted: its own (`counted`), or one of the same width in place of another architecture."""

    parameters: int
    largest: int
    decoder: Shape
    counted: bool

    @classmethod
    def of_shape(cls, shape: Shape) -> Sizes:
        # An untied output layer is as large as the embedding, and no matrix of a layer larger than one of its MLP's.
        largest = max(shape.vocabulary * shape.hidden, shape.hidden * shape.intermediate)
        return cls(shape.parameters, largest, shape, counted=True)


@dataclass(frozen=True)
class MemoryPlan:
    """`memory` is the device's, `host` that of a GPU's host, `disk` the bytes that sums take while they are saved.

    Where the model's sizes are not known they are None, and nothing was checked. `counted`: as for Sizes.
    """

    parts: int
    checkpointing: bool
    memory: Memory | None
    host: Memory | None
    disk: float | None
    counted: bool


def known_sizes(model: str) -> Sizes | None:
    """The sizes of a dense decoder in a folder or of a known name; None for what cannot be told without its code."""
    file = Path(model) / "config.json"
    if not file.is_file():
        shape = known_models().get(model)
        return Sizes.of_shape(shape) if shape else None
    try:
        config = json.loads(file.read_text(encoding="utf-8"))
        return Sizes.of_shape(Shape.of_config(config)) if config.get("model_type") in DENSE else None
    except (OSError, ValueError, KeyError, AttributeError):
        return None


def measured_sizes(told: Mapping[str, Any]) -> Sizes | None:
    """From what worker/model_sizes.py wrote; None where the model's config does not tell its width."""
    if told["decoder"] is None:
        return None
    return Sizes(told["parameters"], told["largest"], Shape.of_config(told["decoder"]), counted=False)


def plan_memory(
    sizes: Sizes | None,
    *,
    dtype: str,
    device: Accelerator,
    longest: int,
    available: float | None,
    asked: float | None = None,
    host: float | None = None,
    parts: int | None = None,
) -> MemoryPlan:
    """The fewest parts with which a probe fits into the device's `available` bytes, or into `asked` if those are fewer,
    and with a GPU into the `host`'s; or so many `parts`. `longest` is in tokens, with the prompt.

    Raises UserError, with what it would need, if it does not fit.
    """
    if sizes is None:
        return MemoryPlan(parts or 1, device == "cuda", None, None, None, counted=False)
    limited = asked is not None and (available is None or asked < available)
    limit = asked if limited else available
    compute: Compute = "bfloat16" if dtype == "bfloat16" else "float32"
    kept = Pass(sizes.decoder, longest, longest, compute, flash=True, checkpointing=False).kept().bytes
    checkpointing = kept > _LARGE
    work = Pass(sizes.decoder, longest, longest, compute, flash=True, checkpointing=checkpointing)
    for tried in [parts] if parts else range(1, MOST_PARTS + 1):
        memory = Memory("GPU" if device == "cuda" else "host", _moments(sizes, work, dtype, device, tried), limit)
        beside = Memory("host", _on_host(sizes, dtype, tried), host) if device == "cuda" else None
        if memory.fits is not False and (beside is None or beside.fits is not False):
            disk = 2 * _sums(sizes, dtype, tried).bytes  # a draft, and the file that it takes the place of
            return MemoryPlan(tried, checkpointing, memory, beside, disk, sizes.counted)
    needs = f"the probe needs {memory.peak.bytes / GIB:.1f} GiB even {in_parts(tried)} ({memory.peak.name})"
    less = "a lower --dtype, or shorter responses (--max-new-tokens), take less"
    if parts:
        less = f"more --parts, {less}"
    if memory.fits is not False:
        assert beside is not None and host is not None
        peak = f"{beside.peak.bytes / GIB:.1f} GiB of the host's memory {in_parts(tried)} ({beside.peak.name})"
        raise UserError(f"the probe needs {peak}; there are {host / GIB:.1f} GiB", hint=f"{less[0].upper()}{less[1:]}.")
    assert limit is not None
    if limited:
        there = f"; there are {available / GIB:.1f} GiB" if available else ""
        raise UserError(
            f"{needs}, and may use {limit / GIB:.1f}",
            where="--memory",
            hint=f"It is --memory that sets this limit{there}. Give more; {less}.",
        )
    raise UserError(f"{needs}; there are {limit / GIB:.1f} GiB", hint=f"{less[0].upper()}{less[1:]}.")


def in_parts(parts: int) -> str:
    """`in one part`, `in 2 parts`."""
    return "in one part" if parts == 1 else f"in {parts} parts"


_RUNTIME = Term("Python, PyTorch and transformers", 0.6 * GIB, "0.6 GiB", "assumed: measured are 0.33 GiB on import")


def _sums(sizes: Sizes, dtype: str, parts: int) -> Term:
    """Both groups' gradients, summed over responses: held on the device, and saved on the way."""
    name = "summed gradients of both groups, of a part"
    source = "dsrecipes/worker/probe_gradients.py"
    return state(name, sizes.parameters / parts, 2 * max(4, BYTES[dtype]), source)


def _on_host(sizes: Sizes, dtype: str, parts: int) -> tuple[Moment, ...]:
    """What a GPU's host holds: weights are read, and sums are saved, by way of its memory."""
    weights = state("weights", sizes.parameters, BYTES[dtype], "--dtype")
    return (
        Moment("loading the weights", (weights, _RUNTIME)),
        Moment("saving summed gradients", (_sums(sizes, dtype, parts), _RUNTIME)),
    )


def _moments(sizes: Sizes, work: Pass, dtype: str, device: Accelerator, parts: int) -> tuple[Moment, ...]:
    each, exact = BYTES[dtype], max(4, BYTES[dtype])
    shape = sizes.decoder
    share = sizes.parameters / parts
    # Autograd makes a gradient of whole tensors; a part may begin or end within the largest.
    whole = min(sizes.parameters, share + (sizes.largest if parts > 1 else 0))
    source = "dsrecipes/worker/probe_gradients.py"
    measured = f"{source}; measured (docs/probe.md)"
    states = [
        state("weights", sizes.parameters, each, "--dtype"),
        _sums(sizes, dtype, parts),
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
        gradients.append(
            state("the embedding's, as input and as output", shape.vocabulary * shape.hidden, 2 * each, measured)
        )
    beginning = [work.kept(), logits, of_logits]
    end = [work.kept(), logits, work.recomputed(), *gradients]  # the second group's pass needs what the first has used
    if device == "cuda":
        return (
            on_gpu("beginning of the backward pass", states, beginning),
            on_gpu("end of the backward pass", states, end),
        )
    return (
        Moment("beginning of the backward pass", (*states, *beginning, _RUNTIME)),
        Moment("end of the backward pass", (*states, *end, _RUNTIME)),
    )


def longest_tokens(texts: Sequence[tuple[str, str, int | None]]) -> int:
    """An upper bound of the tokens of the longest (prompt, response, tokens of the response or None).

    A text without a count is taken to have a token a character, and the chat template to add up to 64.
    """
    return 64 + max(len(prompt) + (len(response) if tokens is None else tokens) for prompt, response, tokens in texts)
