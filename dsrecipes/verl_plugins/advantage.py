"""REINFORCE without a baseline (`algorithm.adv_estimator=reinforce`): an advantage is the reward that is still to come.

VeRL 0.9.1 has no estimator without a baseline, and with one (GRPO's group mean) rewards of 1/0 and 0/-1 are the same.
So reinforcement by right answers only, or by wrong ones only (Section 5.4; Zhu et al. 2025), needs this one. VeRL loads
it where VERL_USE_EXTERNAL_MODULES names this module.
"""

from __future__ import annotations

from typing import Any

import torch
from verl.trainer.ppo.core_algos import register_adv_est


@register_adv_est("reinforce")  # type: ignore[untyped-decorator]
def reinforce(
    token_level_rewards: torch.Tensor, response_mask: torch.Tensor, config: Any = None, **_: Any
) -> tuple[torch.Tensor, torch.Tensor]:
    """Advantages and returns, both (responses, tokens): the sum of rewards from a token on, 0 outside a response."""
    returns = token_level_rewards.flip(-1).cumsum(-1).flip(-1) * response_mask
    return returns, returns
