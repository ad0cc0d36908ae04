"""Which tokens end a response: one rule for rollouts, evaluation and the reward's truncation."""

from __future__ import annotations

from typing import Any


def end_tokens(tokenizer: Any, generation_config: Any) -> set[int]:
    """The end tokens that either the tokenizer or the model's generation config (None: it has none) names."""
    declared = getattr(generation_config, "eos_token_id", None)
    ids = {tokenizer.eos_token_id, *(declared if isinstance(declared, list) else [declared])}
    return {i for i in ids if i is not None}
