"""What a forward pass keeps for the backward pass, tensor by tensor, for transformers' Qwen2 and Llama.

The counting is that of Korthikanti et al. (arXiv 2205.05198, Section 4), done anew for this architecture: RMSNorm,
gated MLP, grouped queries, and attention that does (eager) or does not (flash, sdpa) keep its matrix of weights. It is
tested against what PyTorch really keeps (benchmarks/memory.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dsrecipes.plan.quantities import Term
from dsrecipes.plan.shapes import Shape

Compute = Literal["float32", "autocast", "bfloat16"]
"""`autocast`: float32 weights and residuals, products in bfloat16; `bfloat16`: all but the norms' insides."""

COUNTED = "arXiv 2205.05198, Section 4, counted anew for this architecture; measured (docs/plan.md)"


@dataclass(frozen=True)
class Pass:
    """One forward and backward pass of one device."""

    shape: Shape
    tokens: int
    length: int
    """Of the longest sequence; counts only if attention is not `flash`."""
    compute: Compute
    flash: bool
    """Whether attention keeps no matrix of weights (flash, sdpa)."""
    checkpointing: bool

    @property
    def _each(self) -> int:
        """Bytes of a number that a product of matrices reads."""
        return 4 if self.compute == "float32" else 2

    @property
    def _residual(self) -> int:
        return 2 if self.compute == "bfloat16" else 4

    @property
    def _norm(self) -> int:
        """Bytes a token that one RMSNorm keeps: its input in float32, and what its weight is multiplied with."""
        return (4 + self._residual) * self.shape.hidden + 4

    @property
    def layer(self) -> int:
        """Bytes a token that one layer keeps without checkpointing."""
        shape, each = self.shape, self._each
        # Autocast converts the input of each projection on its own; otherwise those of one kind share theirs.
        shared = 5 * shape.hidden if self.compute == "autocast" else 2 * shape.hidden
        inputs = each * (shared + shape.attention)
        mlp = each * 4 * shape.intermediate
        if self.flash:
            attention = each * (shape.attention + 2 * shape.kv) + 4 * shape.heads
        else:
            weights = 4 if self.compute == "float32" else 6
            attention = each * 3 * shape.attention + weights * shape.heads * self.length
        return 2 * self._norm + inputs + attention + mlp

    def kept(self) -> Term:
        """All that is kept from the forward to the backward pass, but for the logits."""
        head = self._norm + self._each * self.shape.hidden
        if self.checkpointing:
            each_layer = self._residual * self.shape.hidden
            formula = f"{self.tokens:,} tokens x ({self.shape.layers} layers x {each_layer:,} B, their inputs alone"
        else:
            each_layer = self.layer
            formula = f"{self.tokens:,} tokens x ({self.shape.layers} layers x {each_layer:,} B"
        bytes_ = self.tokens * (self.shape.layers * each_layer + head)
        return Term("activations kept", bytes_, f"{formula}, + {head:,} B)", COUNTED)

    def recomputed(self) -> Term:
        """What the backward pass of one layer takes besides: its activations made again, and their gradients."""
        gradients = self._each * (2 * self.shape.intermediate + self.shape.hidden)
        if not self.flash:
            of_weights = 4 * self.shape.heads * self.length + 2 * self._each * self.shape.hidden
            gradients = max(gradients, of_weights)
        again = self.layer if self.checkpointing else 0
        return Term(
            "one layer's backward pass",
            self.tokens * (again + gradients),
            f"{self.tokens:,} tokens x ({again:,} B recomputed + {gradients:,} B of gradients)",
            COUNTED,
        )

    def loss(self) -> Term:
        """Logits and the loss of transformers, whose softmax is in float32."""
        each = 16 if self.compute == "float32" else 14
        return Term(
            "logits and their loss",
            self.tokens * each * self.shape.vocabulary,
            f"{self.tokens:,} tokens x {self.shape.vocabulary:,} words x {each} B (logits {self._each}, "
            f"softmax and two gradients in float32 12)",
            "transformers 5.5.4, ForCausalLMLoss; measured (docs/plan.md)",
        )

    def inference(self) -> Term:
        """What a forward pass without gradients holds at once: the widest layer's tensors."""
        each = self._each * (3 * self.shape.intermediate + self.shape.hidden) + self._residual * self.shape.hidden
        return Term(
            "activations of a forward pass",
            self.tokens * each,
            f"{self.tokens:,} tokens x {each:,} B (one MLP)",
            COUNTED,
        )
