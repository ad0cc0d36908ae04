"""Exact attention over packed sequences without flash-attention, so that VeRL can drop padding on CPU.

With `use_remove_padding` VeRL lays the sequences of a micro-batch end to end in one row, `position_ids` starting again
at 0 at each boundary. Without flash-attention transformers answers with a dense (tokens × tokens) mask. Here only
attention sees the sequences apart, padded to the longest of a few of similar length; no other layer sees padding.
"""

from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import sdpa_mask

NAME = "packed_sdpa"

_GROUP = 16
"""Sequences attended to at once: the smaller, the less padding; the larger, the fewer calls."""


def padded_groups(lengths: torch.Tensor, group: int = _GROUP) -> list[torch.Tensor]:
    """Where each token of each sequence lies in the packed row, in groups of sequences of similar length.

    `lengths` (sequences,) gives the sequences in packed order. Each result has shape (sequences of the group, longest
    of the group); places past a sequence's end hold the index of its last token.
    """
    ends = lengths.cumsum(0)
    by_length = lengths.argsort(descending=True)
    groups = []
    for chosen in by_length.split(group):
        steps = torch.arange(int(lengths[chosen].max()))
        first, last = (ends - lengths)[chosen, None], ends[chosen, None] - 1
        groups.append(torch.minimum(first + steps, last))
    return groups


def packed_attention(
    query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, lengths: torch.Tensor, scaling: float | None = None
) -> torch.Tensor:
    """Causal attention within each of the packed sequences.

    `query` (tokens, heads, head size), `key` and `value` (tokens, key-value heads, head size); the result has the
    shape of `query`. A place past a sequence's end is only ever attended to by such places, whose outputs are dropped,
    so the plain causal kernel needs no mask.
    """
    outputs, places = [], []
    for index in padded_groups(lengths):
        flat = index.flatten()
        q, k, v = (x.index_select(0, flat).unflatten(0, index.shape).transpose(1, 2) for x in (query, key, value))
        attended = F.scaled_dot_product_attention(
            q, k, v, is_causal=True, scale=scaling, enable_gqa=q.shape[1] != k.shape[1]
        )
        real = torch.ones_like(index, dtype=torch.bool)
        real[:, 1:] = index[:, 1:] != index[:, :-1]
        outputs.append(attended.transpose(1, 2)[real])
        places.append(index[real])
    return torch.cat(outputs).index_select(0, torch.cat(places).argsort())


def packed_sdpa_attention(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    dropout: float = 0.0,
    scaling: float | None = None,
    position_ids: torch.Tensor | None = None,
    **kwargs: Any,
) -> tuple[torch.Tensor, None]:
    """transformers' attention interface: packed rows by `packed_attention`, anything else by its `sdpa`.

    `query` (rows, heads, tokens, head size); the result (rows, tokens, heads, head size).
    Raises ValueError for packed rows if the model does not hand on `position_ids`, or drops out attention weights.
    """
    if attention_mask is None or not _says_packed(attention_mask):
        result: tuple[torch.Tensor, None] = sdpa_attention_forward(
            module, query, key, value, attention_mask, dropout=dropout, scaling=scaling, **kwargs
        )
        return result
    if position_ids is None or dropout:
        what = "attention dropout" if dropout else "a model whose attention is not given position_ids"
        raise ValueError(f"{NAME} cannot do packed rows with {what}: set use_remove_padding=False")
    rows, heads, tokens, size = query.shape
    begins = torch.diff(position_ids.expand(rows, tokens), dim=1) != 1  # as transformers tells sequences apart
    begins = torch.cat([begins.new_ones(rows, 1), begins], 1).flatten().nonzero().flatten()
    lengths = torch.diff(begins, append=begins.new_tensor([rows * tokens]))
    q, k, v = (states.transpose(1, 2).flatten(0, 1) for states in (query, key, value))
    return packed_attention(q, k, v, lengths, scaling).view(rows, tokens, heads, size), None


def packed_sdpa_mask(
    *args: Any,
    q_length: int,
    kv_length: int,
    attention_mask: torch.Tensor | None = None,
    local_size: int | None = None,
    allow_is_causal_skip: bool = True,
    use_vmap: bool = False,
    **kwargs: Any,
) -> torch.Tensor | None:
    """For packed rows a mark in place of a mask; otherwise transformers' mask for `sdpa`.

    Where transformers finds packed rows, it forbids to leave out the mask (`allow_is_causal_skip`) though there is
    neither padding nor a sliding window (`local_size`) nor a rule of the model's own (`use_vmap`).
    """
    plain = attention_mask is None and local_size is None and not use_vmap and q_length == kv_length
    if plain and not allow_is_causal_skip:
        return torch.empty(1, 1, q_length, 0, dtype=torch.bool)
    settings = {
        "attention_mask": attention_mask,
        "local_size": local_size,
        "allow_is_causal_skip": allow_is_causal_skip,
        "use_vmap": use_vmap,
    }
    mask: torch.Tensor | None = sdpa_mask(*args, q_length=q_length, kv_length=kv_length, **settings, **kwargs)
    return mask


def _says_packed(mask: torch.Tensor) -> bool:
    """Whether this is the mark of `packed_sdpa_mask`: a mask over no keys at all."""
    return bool(mask.shape[-1] == 0)


def register() -> None:
    """Make `attn_implementation=packed_sdpa` known to transformers in this process."""
    AttentionInterface.register(NAME, packed_sdpa_attention)
    AttentionMaskInterface.register(NAME, packed_sdpa_mask)
