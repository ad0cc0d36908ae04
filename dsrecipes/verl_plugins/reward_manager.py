"""VeRL's naive reward manager, which also tells the reward function whether a response was cut off.

VeRL 0.9.1 hands a reward function the text of a response but not why it ended, and its vLLM server reports both a stop
and the token limit as "completed". So it is read off the tokens: as many as the limit allows, and no end token last.

Turned on by

    reward.reward_manager.source=importlib
    reward.reward_manager.name=TruncationRewardManager
    reward.reward_manager.module.path=pkg://dsrecipes.verl_plugins.reward_manager
"""

from __future__ import annotations

from typing import Any

import numpy as np
from verl import DataProto
from verl.experimental.reward_loop.reward_manager.naive import NaiveRewardManager
from verl.utils.fs import copy_to_local
from verl.utils.model import get_generation_config

from dsrecipes.worker.end_tokens import end_tokens


class TruncationRewardManager(NaiveRewardManager):  # type: ignore[misc]
    """Puts `extra_info["truncated"]` (bool) beside what VeRL's manager hands to the reward function."""

    def __init__(self, config: Any, tokenizer: Any, compute_score: Any, **served: Any) -> None:
        super().__init__(config, tokenizer, compute_score, **served)
        rollout, model = config.actor_rollout_ref.rollout, config.actor_rollout_ref.model
        self._limit = int(rollout.response_length)
        declared = get_generation_config(copy_to_local(model.path), model.get("trust_remote_code", False))
        self._end_tokens = end_tokens(tokenizer, declared)

    async def run_single(self, data: DataProto) -> dict[str, Any]:
        """Score the last sequence of `data`: a batch of `responses` (tokens, padded) and `attention_mask`."""
        last = data[-1:]  # like VeRL's manager
        item = last[0]
        response = item.batch["responses"]
        length = int(item.batch["attention_mask"][-len(response) :].sum())
        truncated = length >= self._limit and int(response[length - 1]) not in self._end_tokens
        # A dict of its own: the rollouts of one prompt may share theirs, and are scored at the same time.
        extra_info = {**(item.non_tensor_batch.get("extra_info") or {}), "truncated": truncated}
        last.non_tensor_batch = {**last.non_tensor_batch, "extra_info": np.array([extra_info], dtype=object)}
        result: dict[str, Any] = await super().run_single(last)
        return result
