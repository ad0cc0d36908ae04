"""Tokenizers as all workers load them, and whether two models share theirs."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from transformers import AutoConfig, AutoTokenizer, PreTrainedTokenizerFast
from transformers.models.auto.tokenization_auto import get_tokenizer_config

from dsrecipes.errors import UserError

_BEFORE, _AFTER = 20, 40  # characters of a text that an error shows, before and after the first that differs
_FILES = ("tokenizer.json", "tokenizer.model", "vocab.json", "vocab.txt", "tekken.json", "tiktoken.model")
"""Of which transformers makes a tokenizer; without any, some classes become one that knows no word."""

_GENERIC = ("PreTrainedTokenizerFast", "TokenizersBackend")
"""Names, of transformers 4 and 5, of the class that takes tokenizer.json as it is."""


def load_tokenizer(model: str, *, trust_remote_code: bool) -> Any:
    """A model's tokenizer. Raises UserError for a folder that holds none.

    One whose tokenizer_config.json names the class that takes tokenizer.json as it is gets that class: AutoTokenizer of
    transformers 5.9 makes a Qwen2Tokenizer of it if the model is a Qwen2, which splits the text in another way. Where a
    class of some model is named, AutoTokenizer takes it, or what it knows to be meant.
    """
    folder = Path(model)
    if folder.is_dir() and not trust_remote_code and not any((folder / name).is_file() for name in _FILES):
        raise UserError(
            "holds no tokenizer: tokenizer.json is missing",
            where=model,
            hint="Copy the tokenizer's files from the model that this one was made of.",
        )
    named = get_tokenizer_config(model, trust_remote_code=trust_remote_code)
    if named.get("tokenizer_class") in _GENERIC and "auto_map" not in named:
        return PreTrainedTokenizerFast.from_pretrained(model)
    return AutoTokenizer.from_pretrained(model, trust_remote_code=trust_remote_code)


def prompt_ids(tokenizer: Any, prompt: str) -> list[int]:
    """The tokens of a user's turn and of what begins the answer.

    Raises UserError without a chat template, and where the tokens do not hold the prompt.
    """
    if tokenizer.chat_template is None:
        raise UserError(
            "its tokenizer has no chat template: chat_template.jinja is missing",
            where=str(tokenizer.name_or_path),
            hint="Copy it from the model that this one was made of, or from its chat version.",
        )
    turn = [{"role": "user", "content": prompt}]
    ids = list(tokenizer.apply_chat_template(turn, add_generation_prompt=True, return_dict=False))
    back = _text(tokenizer, ids)
    if _normal(prompt.strip()) not in back:  # some templates take the white space around it off
        raise _lossy(tokenizer, prompt, back)
    return ids


def response_ids(tokenizer: Any, response: str) -> tuple[list[int], list[tuple[int, int]]]:
    """The tokens of a response, without an end token, and the characters (from, to) that each stands for.

    Raises UserError where they do not give back the text.
    """
    encoded = tokenizer(response, add_special_tokens=False, return_offsets_mapping=True)
    ids = list(encoded["input_ids"])
    text, back = _normal(response), _text(tokenizer, ids)
    if text != back:
        both = zip(text, back, strict=False)
        first = next((at for at, (one, other) in enumerate(both) if one != other), min(len(text), len(back)))
        shown = slice(max(0, first - _BEFORE), first + _AFTER)
        raise _lossy(tokenizer, text[shown], back[shown])
    return ids, encoded["offset_mapping"]


def text_of(tokenizer: Any, ids: Sequence[int]) -> str:
    """The text that tokens stand for, as it is: some tokenizers would take white space before a comma off it."""
    return str(tokenizer.decode(list(ids), clean_up_tokenization_spaces=False))


def _text(tokenizer: Any, ids: list[int]) -> str:
    return _normal(text_of(tokenizer, ids))


def _normal(text: str) -> str:
    """In Unicode's normal form C, to which Qwen's tokenizers bring a text first."""
    return unicodedata.normalize("NFC", text)


def _lossy(tokenizer: Any, text: str, back: str) -> UserError:
    return UserError(
        f"its tokenizer does not give back a text: {text!r} becomes {back!r}",
        where=str(tokenizer.name_or_path),
        hint="It does not know some of these characters, or transformers takes it for another kind of tokenizer "
        f"({type(tokenizer).__name__}): see tokenizer_class in its tokenizer_config.json.",
    )


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
