"""Tokenizers as all workers load them, and whether two models share theirs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from transformers import AutoConfig, AutoTokenizer

from dsrecipes.errors import UserError

_FILES = ("tokenizer.json", "tokenizer.model", "vocab.json", "vocab.txt", "tekken.json", "tiktoken.model")
"""Of which transformers makes a tokenizer; without any, some classes become one that knows no word."""


def load_tokenizer(model: str, *, trust_remote_code: bool) -> Any:
    """A model's tokenizer. Raises UserError for a folder that holds none."""
    folder = Path(model)
    if folder.is_dir() and not trust_remote_code and not any((folder / name).is_file() for name in _FILES):
        raise UserError(
            "holds no tokenizer: tokenizer.json is missing",
            where=model,
            hint="Copy the tokenizer's files from the model that this one was made of.",
        )
    return AutoTokenizer.from_pretrained(model, trust_remote_code=trust_remote_code)


def prompt_ids(tokenizer: Any, prompt: str) -> list[int]:
    """The tokens of a user's turn and of what begins the answer. Raises UserError without a chat template."""
    if tokenizer.chat_template is None:
        raise UserError(
            "its tokenizer has no chat template: chat_template.jinja is missing",
            where=str(tokenizer.name_or_path),
            hint="Copy it from the model that this one was made of, or from its chat version.",
        )
    turn = [{"role": "user", "content": prompt}]
    return list(tokenizer.apply_chat_template(turn, add_generation_prompt=True, return_dict=False))


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
