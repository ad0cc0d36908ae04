"""Tokenizers as all workers load them, and whether two models share theirs."""

from __future__ import annotations

from typing import Any

from transformers import AutoConfig, AutoTokenizer

from dsrecipes.errors import UserError


def load_tokenizer(model: str, *, trust_remote_code: bool) -> Any:
    """A model's tokenizer."""
    return AutoTokenizer.from_pretrained(model, trust_remote_code=trust_remote_code)


def require_same_vocabulary(model: str, reference: str, *, trust_remote_code: bool) -> None:
    """Raises UserError unless every id stands for the same token in both, and has an embedding in both.

    Embeddings may have more rows than there are tokens, and not the same number of them: releases of one family pad
    them in their own ways. No weights are loaded.
    """
    own, other = (_vocabulary(name, trust_remote_code) for name in (model, reference))
    different = sorted(token for token in own.keys() | other.keys() if own.get(token) != other.get(token))
    if different:
        token = different[0]
        raise UserError(
            f"their tokenizers differ in {len(different):,} tokens, such as {token!r} (id {own.get(token, 'none')} and "
            f"{other.get(token, 'none')})",
            where=f"{model} and its reference {reference}",
            hint="The KL penalty compares probabilities token by token: give a reference with the same tokenizer.",
        )


def _vocabulary(model: str, trust_remote_code: bool) -> dict[str, int]:
    """Token -> id. Raises UserError where the model has no embedding for some of them."""
    tokens: dict[str, int] = load_tokenizer(model, trust_remote_code=trust_remote_code).get_vocab()
    config = AutoConfig.from_pretrained(model, trust_remote_code=trust_remote_code).get_text_config()
    needed = max(tokens.values()) + 1
    if needed > config.vocab_size:
        raise UserError(
            f"its tokenizer has {needed:,} tokens, the model only {config.vocab_size:,}",
            where=model,
            hint="The tokenizer beside these weights is another model's.",
        )
    return tokens
