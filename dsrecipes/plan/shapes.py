"""A model's shape: the sizes from which parameters, activations and FLOPs follow."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from dsrecipes.errors import UserError
from dsrecipes.recipe.schema import Recipe
from dsrecipes.task import vocabulary

DENSE = ("qwen2", "llama", "mistral")
"""transformers' `model_type` of the decoders whose layers are the ones counted here."""


@dataclass(frozen=True)
class Shape:
    """A dense decoder with gated MLP, RMSNorm and grouped-query attention (Qwen2, Llama), in numbers of its config."""

    hidden: int
    intermediate: int
    layers: int
    heads: int
    kv_heads: int
    head_size: int
    vocabulary: int
    tied: bool
    """Whether the output layer is the embedding."""
    attention_bias: bool
    """Whether the query, key and value projections have biases (Qwen2: yes)."""

    @property
    def attention(self) -> int:
        """Width of all query heads together."""
        return self.heads * self.head_size

    @property
    def kv(self) -> int:
        """Width of all key (or value) heads together."""
        return self.kv_heads * self.head_size

    @property
    def layer_matrices(self) -> int:
        """Weights of one layer that are multiplied with activations."""
        return self.hidden * (2 * self.attention + 2 * self.kv) + 3 * self.hidden * self.intermediate

    @property
    def layer_parameters(self) -> int:
        biases = self.attention + 2 * self.kv if self.attention_bias else 0
        return self.layer_matrices + biases + 2 * self.hidden

    @property
    def matrices(self) -> int:
        """All weights that are multiplied with activations: those of the layers and of the output layer."""
        return self.layers * self.layer_matrices + self.vocabulary * self.hidden

    @property
    def embeddings(self) -> int:
        """Parameters of the embedding, and of the output layer if it is another."""
        return self.vocabulary * self.hidden * (1 if self.tied else 2)

    @property
    def parameters(self) -> int:
        return self.layers * self.layer_parameters + self.embeddings + self.hidden

    def kv_bytes(self, bytes_each: int = 2) -> int:
        """Of the key-value cache, for one token."""
        return 2 * self.layers * self.kv * bytes_each

    @classmethod
    def of_config(cls, config: Mapping[str, Any]) -> Shape:
        """From the keys of transformers' config.json. Raises KeyError for a missing size."""
        heads = config["num_attention_heads"]
        return cls(
            hidden=config["hidden_size"],
            intermediate=config["intermediate_size"],
            layers=config["num_hidden_layers"],
            heads=heads,
            kv_heads=config.get("num_key_value_heads") or heads,
            head_size=config.get("head_dim") or config["hidden_size"] // heads,
            vocabulary=config["vocab_size"],
            tied=config.get("tie_word_embeddings", False),
            attention_bias=config.get("attention_bias", config.get("model_type") == "qwen2"),
        )


def known_models() -> dict[str, Shape]:
    text = resources.files(__package__).joinpath("models.yaml").read_text(encoding="utf-8")
    return {name: Shape.of_config(config) for name, config in yaml.safe_load(text).items()}


def of_recipe(recipe: Recipe) -> Shape:
    """The shape of a recipe's model: made from scratch, in a folder, or known by name.

    Raises UserError, saying what to give, if nothing here tells it.
    """
    if recipe.model.scratch is not None:
        sizes = recipe.model.scratch.architecture.model_dump()
        return Shape.of_config({**sizes, "vocab_size": len(vocabulary.tokens()), "model_type": "qwen2"})
    assert recipe.model.path is not None
    file = Path(recipe.model.path).expanduser() / "config.json"
    if file.is_file():
        return _of_file(file)
    known = known_models()
    if recipe.model.path in known:
        return known[recipe.model.path]
    raise UserError(
        f"the shape of {recipe.model.path} is not known, so memory and time cannot be estimated",
        where=f"{recipe.name}: model.path",
        hint=f"give a folder that holds the model's config.json, or one of {', '.join(known)}",
    )


def _of_file(file: Path) -> Shape:
    try:
        config = json.loads(file.read_text(encoding="utf-8"))
        if config.get("model_type") not in DENSE:
            raise UserError(
                f"estimates are made for models of type {', '.join(DENSE)}; this one is {config.get('model_type')!r}",
                where=str(file),
            )
        return Shape.of_config(config)
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise UserError(f"the model's sizes cannot be read: {error}", where=str(file)) from error
