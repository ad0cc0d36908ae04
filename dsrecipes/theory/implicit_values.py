"""The Q-values of each training objective along one trajectory, as the paper defines them."""

from __future__ import annotations

import numpy as np

from dsrecipes.theory.derivatives import Array
from dsrecipes.theory.token_model import TokenLogProbs
from dsrecipes.theory.values import PathValues, reward_to_go


def group_advantages(probabilities: Array, group_rewards: Array) -> Array:
    """A(τ) = (r(τ) − mean) / std over a group as large as the distribution (equation 7, reconstructed): (n,)."""
    mean = probabilities @ group_rewards
    return np.asarray((group_rewards - mean) / np.sqrt(probabilities @ (group_rewards - mean) ** 2))


def sft_values(log_probs: TokenLogProbs) -> PathValues:
    """SFT's implicit Q along a demonstration (equations 21 to 24): reward 1/π for each token and decision."""
    return reward_to_go([np.exp(-tokens) for tokens in log_probs.tokens], np.exp(-log_probs.decisions))


def dft_values(log_probs: TokenLogProbs) -> PathValues:
    """DFT's implicit Q along a demonstration (equations 32 to 35): reward π · 1/π = 1 for each token and decision."""
    return reward_to_go(
        [np.exp(tokens) * np.exp(-tokens) for tokens in log_probs.tokens],
        np.exp(log_probs.decisions) * np.exp(-log_probs.decisions),
    )


def surrogate_values(log_probs: TokenLogProbs, advantage: float, discount: float = 1.0) -> PathValues:
    """The surrogate reward's Q along a trajectory (Theorem 3.1): the advantage at its end and nothing before."""
    last = np.arange(len(log_probs.decisions)) == len(log_probs.decisions) - 1
    return reward_to_go([np.zeros(len(tokens)) for tokens in log_probs.tokens], advantage * last, discount)


def kl_values(log_ratios: TokenLogProbs, weight: float, discount: float = 1.0) -> PathValues:
    """The KL penalty's Q along a trajectory (Section 3.3.2), from log π − log π_ref of each token and decision."""
    return reward_to_go([-weight * tokens for tokens in log_ratios.tokens], -weight * log_ratios.decisions, discount)
