"""Gradients of an objective on two groups of tokens, and their inner products by layer.

Every objective's gradient is Σ_t w_t ∇ log π(token t), with w_t held fixed (dsrecipes/probe/objectives.py), so a
group's is the sum over its tokens, and the groups' gradients add up to the whole. Nothing is held by token: a response
is a micro-batch, whose two gradients are added up and dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import torch

SAMPLING, DECISION = 0, 1
GROUPS = (SAMPLING, DECISION)

_AT_ONCE = 1 << 22  # numbers that are converted to another precision at a time


class Response(NamedTuple):
    """`ids` are the prompt's and the response's tokens, of which the last `decides.numel()` are the response's.

    `decides` (tokens,) is True for decision tokens; `reference` (tokens,) are the reference's log-probabilities, or
    None.
    """

    ids: list[int]
    decides: torch.Tensor
    advantage: float
    reference: torch.Tensor | None


def log_probs(model: Any, response: Response) -> torch.Tensor:
    """Log-probabilities (tokens,) of the response's tokens, in float32 or better."""
    device = next(model.parameters()).device
    ids = torch.tensor([response.ids], device=device)
    count = response.decides.numel()
    logits = model(input_ids=ids, use_cache=False, logits_to_keep=count + 1).logits[0, :-1]
    logits = logits.to(torch.promote_types(logits.dtype, torch.float32))
    chosen = logits.gather(-1, ids[0, -count:, None]).squeeze(-1)
    return chosen - logits.logsumexp(-1)


def weights(objective: str, log_probs: torch.Tensor, response: Response) -> torch.Tensor:
    """w_t (tokens,) of an objective's loss, before it is divided by the number of tokens. Carries no gradient."""
    log_probs = log_probs.detach()
    if objective == "surrogate":
        return torch.full_like(log_probs, -response.advantage)
    if objective == "sft":
        return -torch.ones_like(log_probs)
    if objective == "dft":
        return -log_probs.exp()
    assert response.reference is not None
    reference = response.reference.to(log_probs)
    if objective == "low_var_kl":
        # VeRL: r − log r − 1 with log r = log π_ref − log π clamped to ±20, and the whole to ±10; beyond, no gradient.
        difference = reference - log_probs
        ratio = difference.clamp(-20, 20).exp()
        inside = (difference.abs() <= 20) & (ratio - difference - 1 <= 10)
        return torch.where(inside, 1 - ratio, torch.zeros_like(ratio))
    if objective == "token_kl":
        return (log_probs - reference).flip(0).cumsum(0).flip(0)
    raise ValueError(f"no objective is called {objective!r}")


class Slice(NamedTuple):
    """The numbers `start` up to `stop` of a parameter laid out flat, and the layer that it belongs to."""

    parameter: torch.nn.Parameter
    start: int
    stop: int
    layer: str


class Part:
    """Some of a model's numbers, as slices of its parameters. Gradients and accumulators: a tensor for each slice."""

    def __init__(self, slices: Sequence[Slice]) -> None:
        self.slices = list(slices)
        self.parameters = [one.parameter for one in self.slices]
        self.layers = list(dict.fromkeys(one.layer for one in self.slices))
        self._index = [self.layers.index(one.layer) for one in self.slices]

    def zeros(self) -> list[torch.Tensor]:
        """An accumulator for each slice, (numbers,), in float32 or better."""
        return [
            torch.zeros(
                stop - start, dtype=torch.promote_types(parameter.dtype, torch.float32), device=parameter.device
            )
            for parameter, start, stop, _ in self.slices
        ]

    def gradient(self, loss: torch.Tensor, *, keep: bool) -> tuple[torch.Tensor, ...]:
        """The loss's gradient, (numbers,) a slice; where a slice is not a whole parameter, the whole lives with it."""
        whole = torch.autograd.grad(loss, self.parameters, retain_graph=keep, materialize_grads=True)
        pairs = zip(whole, self.slices, strict=True)
        return tuple(values.reshape(-1)[one.start : one.stop] for values, one in pairs)

    def inner(self, one: Sequence[torch.Tensor], other: Sequence[torch.Tensor]) -> list[float]:
        """The inner product by layer, summed in double precision."""
        found = [0.0] * len(self.layers)
        for index, a, b in zip(self._index, one, other, strict=True):
            found[index] += _dot(a, b)
        return found

    def squares(self, gradient: Sequence[torch.Tensor]) -> torch.Tensor:
        """The squared norm by layer, (layers,)."""
        found = torch.zeros(len(self.layers), dtype=torch.float64, device=gradient[0].device)
        for index, values in zip(self._index, gradient, strict=True):
            exact = torch.promote_types(values.dtype, torch.float32)
            for some in values.split(_AT_ONCE):
                found[index] += torch.linalg.vector_norm(some, dtype=exact).double().square()
        return found


def parts(model: torch.nn.Module, count: int) -> list[Part]:
    """The model's numbers in their order, in `count` parts of the same size; a part may end within a parameter."""
    named = list(model.named_parameters())
    size = sum(parameter.numel() for _, parameter in named)
    chosen: list[list[Slice]] = [[] for _ in range(count)]
    before = 0
    for name, parameter in named:
        after = before + parameter.numel()
        for number, members in enumerate(chosen):
            start = max(before, size * number // count)
            stop = min(after, size * (number + 1) // count)
            if start < stop:
                members.append(Slice(parameter, start - before, stop - before, layer_name(name)))
        before = after
    return [Part(members) for members in chosen if members]


def layer_name(parameter: str) -> str:
    """`embedding`, `layer 0`, …, `output`, or `final norm`."""
    numbered = re.search(r"\.(\d+)\.", parameter)
    if numbered:
        return f"layer {numbered[1]}"
    if re.search(r"lm_head|output", parameter):
        return "output"
    return "embedding" if re.search(r"emb|wte|wpe", parameter) else "final norm"


def _dot(one: torch.Tensor, other: torch.Tensor) -> float:
    pairs = zip(one.split(_AT_ONCE), other.split(_AT_ONCE), strict=True)
    return sum(float(torch.dot(a.double(), b.double())) for a, b in pairs)


def group_gradients(
    model: Any, part: Part, objective: str, response: Response
) -> Iterator[tuple[int, tuple[torch.Tensor, ...]]]:
    """(group, gradient of the response's summed loss on that group's tokens), for the groups that have any.

    A group whose weights are all zero has no gradient and is passed over. Each is as large as the weights: let go of
    one before asking for the next.
    """
    if objective == "surrogate" and not response.advantage:
        return
    values = log_probs(model, response)
    fixed = weights(objective, values, response)
    decides = response.decides.to(values.device)
    groups = [(group, fixed * (decides == bool(group))) for group in GROUPS]
    left = [(group, masked) for group, masked in groups if bool(masked.any())]
    for number, (group, masked) in enumerate(left, 1):
        yield group, part.gradient((masked * values).sum(), keep=number < len(left))


def whole_gradient(model: Any, part: Part, objective: str, response: Response) -> tuple[torch.Tensor, ...]:
    """The gradient of the response's summed loss on all its tokens, by one backward pass."""
    values = log_probs(model, response)
    return part.gradient((weights(objective, values, response) * values).sum(), keep=False)


def additivity_error(model: Any, part: Part, objective: str, response: Response) -> float | None:
    """‖whole − sum of the groups‖ / ‖whole‖ for one response; None where it has no gradient."""
    total = part.zeros()
    for _, gradient in group_gradients(model, part, objective, response):
        add(total, gradient)
        del gradient
    whole = whole_gradient(model, part, objective, response)
    norm = float(part.squares(whole).sum()) ** 0.5
    difference = [a - b for a, b in zip(whole, total, strict=True)]
    return float(part.squares(difference).sum()) ** 0.5 / norm if norm else None


def add(total: Sequence[torch.Tensor], gradient: Sequence[torch.Tensor]) -> None:
    """Adds a gradient to an accumulator in place."""
    for into, values in zip(total, gradient, strict=True):
        # Little by little: on a CPU, PyTorch first makes a copy of the values in the accumulator's precision.
        for some, more in zip(into.split(_AT_ONCE), values.split(_AT_ONCE), strict=True):
            some.add_(more)
