"""Batched sampling from a causal language model on CPU, shared by the rollouts of GRPO and by evaluation.

What makes it fast there: each distinct prompt is read once however many responses it gets, the key-value cache is
written in place and has next to no gaps, a finished row is replaced by the last one still running, nothing is done
row by row in Python until the end, and two halves of a batch are sampled at the same time. Load the model with
`attn_implementation=ATTENTION` to spare the copying of grouped heads and of masks too.
"""

from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal, NamedTuple

import torch
import torch.nn.functional as F  # noqa: N812
from transformers import AttentionInterface, AttentionMaskInterface, DynamicCache
from transformers.cache_utils import DynamicLayer
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import sdpa_mask

ATTENTION = "grouped_sdpa"
"""The attention implementation of transformers that this module registers; `sample` works with any other as well."""

_PARTS = 2
"""A batch is sampled in so many parts at a time, whatever the number of cores, so that the result is the same
everywhere. Each has its share of the cores: with all of them for one part, the threads of a small model's operations
wait longer for one another than they compute (docs/speed.md)."""

_LEAST_ROOM = 4
"""Tokens that the cache has room for after it has grown, or an eighth of its length."""


class Sampled(NamedTuple):
    """One response: its tokens (the end token included), the log-probability of each, and why it ended."""

    token_ids: list[int]
    log_probs: list[float]
    finish_reason: Literal["stop", "length"]


def sample(
    model: Any,
    prompts: Sequence[Sequence[int]],
    *,
    max_new_tokens: int | Sequence[int],
    eos_ids: Collection[int],
    pad_id: int,
    temperature: float = 1.0,
    top_p: float = 1.0,
    top_k: int = 0,
    seed: int | None = None,
    generator: torch.Generator | None = None,
    batch_size: int = 512,
) -> list[Sampled]:
    """Sample one response to each of `prompts` (token ids), in their order.

    `temperature` 0 takes the most probable token. `top_p` 1 and `top_k` 0 (or -1) keep all tokens. The
    log-probabilities are those of the distribution that was sampled from (after temperature, top-k, top-p); at
    temperature 0 the model's own. `max_new_tokens` is one limit, or one for each prompt. `seed` or `generator` (else
    torch's own) makes the result repeatable for the same arguments and number of threads. `batch_size` bounds the rows,
    hence the memory, at a time.

    Raises ValueError for an empty prompt, a limit under 1, or settings outside their range.
    """
    limits = [max_new_tokens] * len(prompts) if isinstance(max_new_tokens, int) else list(max_new_tokens)
    _check(prompts, limits, temperature, top_p, batch_size)
    if generator is None and seed is not None:
        generator = torch.Generator().manual_seed(seed)
    # Prompts of one length share a batch as far as possible (less padding), as do repetitions of one prompt.
    order = sorted(range(len(prompts)), key=lambda i: (len(prompts[i]), prompts[i]))
    results: dict[int, Sampled] = {}
    parts = 1 if _changes_as_it_reads(model) else _PARTS
    threads = torch.get_num_threads()

    def sample_part(rows: list[int], seed: int) -> None:
        torch.set_num_threads(max(1, threads // parts))  # each thread has to say so itself
        choose = _Chooser(temperature, top_p, top_k, torch.Generator().manual_seed(seed))
        part = _sample_rows(model, [prompts[i] for i in rows], [limits[i] for i in rows], eos_ids, pad_id, choose)
        results.update(zip(rows, part, strict=True))

    try:
        with ThreadPoolExecutor(parts) as pool:
            for start in range(0, len(order), batch_size):
                batch = order[start : start + batch_size]
                # Every other row, so that each part has as many long prompts, which mostly get long responses.
                rows = [batch[part::parts] for part in range(min(parts, len(batch)))]
                seeds = torch.randint(2**63 - 1, (len(rows),), generator=generator).tolist()
                list(pool.map(sample_part, rows, seeds))
    finally:
        torch.set_num_threads(threads)
    return [results[i] for i in range(len(prompts))]


def _changes_as_it_reads(model: Any) -> bool:
    """Whether the model's rotary embedding changes in place where a text grows long: no two parts may share it then."""
    rope = str(getattr(model.config, "rope_parameters", None))
    return "dynamic" in rope or "longrope" in rope


def _check(
    prompts: Sequence[Sequence[int]], limits: list[int], temperature: float, top_p: float, batch_size: int
) -> None:
    if len(limits) != len(prompts):
        raise ValueError(f"{len(prompts)} prompts but {len(limits)} limits in max_new_tokens")
    if any(len(prompt) == 0 for prompt in prompts):
        raise ValueError("an empty prompt: there is nothing to continue")
    if any(limit < 1 for limit in limits):
        raise ValueError(f"max_new_tokens must be at least 1, not {min(limits)}")
    if temperature < 0 or not 0 < top_p <= 1 or batch_size < 1:
        raise ValueError(f"out of range: {temperature=} (>= 0), {top_p=} (0 to 1), {batch_size=} (>= 1)")


class _Chooser(NamedTuple):
    """Chooses the next token of each row from the logits."""

    temperature: float
    top_p: float
    top_k: int
    generator: torch.Generator

    def __call__(self, logits: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The chosen tokens (rows,) and their log-probabilities (rows,), from `logits` (rows, vocabulary)."""
        if self.temperature == 0:
            log_probs = logits.log_softmax(-1)
            tokens = logits.argmax(-1)
        else:
            log_probs = self._truncated(logits / self.temperature).log_softmax(-1)
            tokens = torch.multinomial(log_probs.exp(), 1, generator=self.generator).squeeze(-1)
        return tokens, log_probs.gather(-1, tokens[:, None]).squeeze(-1)

    def _truncated(self, logits: torch.Tensor) -> torch.Tensor:
        if 0 < self.top_k < logits.shape[-1]:
            smallest_kept = logits.topk(self.top_k, -1).values[:, -1:]
            logits = logits.masked_fill(logits < smallest_kept, -torch.inf)
        if self.top_p < 1:
            ordered, tokens = logits.sort(-1, descending=True)
            probs = ordered.softmax(-1)
            # A token goes if those before it already make up top_p; the first one never does.
            ordered = ordered.masked_fill(probs.cumsum(-1) - probs >= self.top_p, -torch.inf)
            logits = torch.empty_like(logits).scatter_(-1, tokens, ordered)
        return logits


@torch.inference_mode()  # type: ignore[untyped-decorator]
def _sample_rows(
    model: Any,
    prompts: list[Sequence[int]],
    limits: list[int],
    eos_ids: Collection[int],
    pad_id: int,
    choose: _Chooser,
) -> list[Sampled]:
    row_limits, ends = torch.tensor(limits), torch.tensor(sorted(eos_ids), dtype=torch.long)
    longest = max(limits)
    all_tokens = torch.zeros(len(prompts), longest, dtype=torch.long)
    all_log_probs = torch.zeros(len(prompts), longest)
    counts = torch.zeros(len(prompts), dtype=torch.long)
    stopped = torch.zeros(len(prompts), dtype=torch.bool)

    logits, state = _read_prompts(model, prompts, pad_id, longest)
    running = torch.arange(len(prompts))  # the prompt that each row of the state answers
    for step in range(longest):
        tokens, log_probs = choose(logits.float())
        all_tokens[running, step] = tokens
        all_log_probs[running, step] = log_probs
        ended = torch.isin(tokens, ends)
        done = ended | (row_limits[running] == step + 1)
        if done.any():
            counts[running[done]] = step + 1
            stopped[running[done]] = ended[done]
            kept = _close_gaps(done)
            if not len(kept):
                break
            running, tokens = running[kept], tokens[kept]
            state.keep(kept)
        logits = state.step(model, tokens)
    return [
        Sampled(tokens[:count], log_probs[:count], "stop" if stop else "length")
        for tokens, log_probs, count, stop in zip(
            all_tokens.tolist(), all_log_probs.tolist(), counts.tolist(), stopped.tolist(), strict=True
        )
    ]


def _close_gaps(done: torch.Tensor) -> torch.Tensor:
    """The rows that go on, so ordered that as few as possible change place: the last ones fill the gaps."""
    left = int((~done).sum())
    kept = torch.arange(left)
    kept[done[:left]] = left + (~done[left:]).nonzero().flatten()
    return kept


class _State:
    """The rows under way: the model's cache, which places of it hold real tokens, and each row's next position."""

    def __init__(self, cache: DynamicCache, real: torch.Tensor, new_tokens: int) -> None:
        """`real` (rows, prompt length) is True for a token and False for padding before it."""
        rows, self._length = real.shape
        # Layers that keep something else than all keys and values (a sliding window, say) stay as they are.
        cache.layers = [_GrowingLayer(layer) if type(layer) is DynamicLayer else layer for layer in cache.layers]
        self._cache = cache
        self._padded = not bool(real.all())
        self._real = torch.cat([real, real.new_ones(rows, new_tokens)], 1)
        self._position = real.sum(1, keepdim=True)

    def keep(self, rows: torch.Tensor) -> None:
        """Go on with `rows` only, in that order."""
        self._cache.batch_select_indices(rows)
        self._real, self._position = self._real[rows], self._position[rows]

    def step(self, model: Any, tokens: torch.Tensor) -> torch.Tensor:
        """Append one token a row; the logits (rows, vocabulary) of the next one."""
        self._length += 1
        output = model(
            input_ids=tokens[:, None],
            attention_mask=self._real[:, : self._length] if self._padded else None,
            position_ids=self._position,
            past_key_values=self._cache,
            use_cache=True,
            logits_to_keep=1,
        )
        self._position = self._position + 1
        logits: torch.Tensor = output.logits[:, -1]
        return logits


class _GrowingLayer(DynamicLayer):  # type: ignore[misc]
    """One layer's cache with room for a few tokens to come.

    A step writes its own token and copies no others, as long as there is room. More of it would leave gaps between the
    rows: each step reads the whole cache, and reading memory with gaps takes about twice as long as without.
    """

    def __init__(self, prompt: DynamicLayer) -> None:
        super().__init__()
        self.is_initialized = True
        self.dtype, self.device = prompt.dtype, prompt.device
        self._length = int(prompt.keys.shape[-2])
        self.keys, self.values = prompt.keys, prompt.values

    def _grow(self) -> None:
        room = self._length + max(_LEAST_ROOM, self._length // 8)
        for name in ("keys", "values"):
            states = getattr(self, name)
            rows, heads, _, size = states.shape
            roomy = states.new_empty(rows, heads, room, size)
            roomy[:, :, : self._length] = states[:, :, : self._length]
            setattr(self, name, roomy)

    def update(
        self, key_states: torch.Tensor, value_states: torch.Tensor, *args: Any, **kwargs: Any
    ) -> tuple[torch.Tensor, torch.Tensor]:
        if self._length == self.keys.shape[-2]:
            self._grow()
        at, self._length = self._length, self._length + 1
        self.keys[:, :, at : self._length] = key_states
        self.values[:, :, at : self._length] = value_states
        return self.keys[:, :, : self._length], self.values[:, :, : self._length]

    def get_seq_length(self) -> int:
        return self._length

    def batch_select_indices(self, indices: torch.Tensor) -> None:
        """Keep the rows `indices`, copying only those that change place."""
        moved = (indices != torch.arange(len(indices))).nonzero().flatten()
        for name in ("keys", "values"):
            states = getattr(self, name)[:, :, : self._length]
            states[moved] = states[indices[moved]]
            setattr(self, name, getattr(self, name)[: len(indices)])


def _read_prompts(
    model: Any, prompts: list[Sequence[int]], pad_id: int, new_tokens: int
) -> tuple[torch.Tensor, _State]:
    """The logits (rows, vocabulary) after each prompt, and the state to go on from. Equal prompts are read once."""
    distinct = list(dict.fromkeys(tuple(prompt) for prompt in prompts))
    place = {prompt: i for i, prompt in enumerate(distinct)}
    longest = max(map(len, distinct))
    padded = torch.tensor([[pad_id] * (longest - len(prompt)) + list(prompt) for prompt in distinct])
    lengths = torch.tensor([len(prompt) for prompt in distinct])
    real = torch.arange(longest) >= (longest - lengths)[:, None]
    cache = DynamicCache(config=model.config)
    output = model(
        input_ids=padded,
        attention_mask=None if bool(real.all()) else real.long(),
        position_ids=(real.cumsum(1) - 1).clamp(min=0),
        past_key_values=cache,
        use_cache=True,
        logits_to_keep=1,
    )
    rows = torch.tensor([place[tuple(prompt)] for prompt in prompts])
    cache.batch_select_indices(rows)
    return output.logits[rows, -1], _State(cache, real[rows], new_tokens)


def grouped_sdpa_attention(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    dropout: float = 0.0,
    scaling: float | None = None,
    **kwargs: Any,
) -> tuple[torch.Tensor, None]:
    """transformers' attention interface for one new token a row; for several it is transformers' `sdpa`.

    The query heads that share a key-value head are put to it as that many queries, so that keys and values need not be
    repeated. `query` (rows, heads, 1, head size), `key` (rows, key-value heads, tokens, head size); the result
    (rows, 1, heads, head size).
    """
    rows, heads, queries, size = query.shape
    if queries != 1 or heads == key.shape[1]:
        result: tuple[torch.Tensor, None] = sdpa_attention_forward(
            module, query, key, value, attention_mask, dropout=dropout, scaling=scaling, **kwargs
        )
        return result
    grouped = query.reshape(rows, key.shape[1], heads // key.shape[1], size)
    attended = F.scaled_dot_product_attention(
        grouped, key, value, attn_mask=attention_mask, dropout_p=dropout, scale=scaling
    )
    return attended.reshape(rows, 1, heads, size), None


def grouped_sdpa_mask(
    *args: Any,
    q_length: int,
    attention_mask: torch.Tensor | None = None,
    local_size: int | None = None,
    use_vmap: bool = False,
    **kwargs: Any,
) -> torch.Tensor | None:
    """For one new token a row the padding is the whole mask; otherwise transformers' mask for `sdpa`.

    Otherwise: several new tokens, a sliding window (`local_size`), or a rule of the model's own (`use_vmap`).
    """
    if q_length == 1 and local_size is None and not use_vmap and attention_mask is not None:
        return attention_mask[:, None, None]
    settings = {"attention_mask": attention_mask, "local_size": local_size, "use_vmap": use_vmap}
    mask: torch.Tensor | None = sdpa_mask(*args, q_length=q_length, **settings, **kwargs)
    return mask


AttentionInterface.register(ATTENTION, grouped_sdpa_attention)
AttentionMaskInterface.register(ATTENTION, grouped_sdpa_mask)
