"""GRPO's advantages."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

EPSILON = 1e-6
"""Added to the standard deviation of a group's rewards, as VeRL does (core_algos.compute_grpo_outcome_advantage)."""


def group_advantages(rewards: Sequence[float]) -> list[float]:
    """GRPO's advantages of the responses to one query: (reward − mean) / (standard deviation + 1e-6).

    The deviation is that of a sample (divided by n − 1), as VeRL's. A single response has advantage 0: it has nothing
    to be compared with (VeRL would take its reward itself). So have responses whose rewards are all the same.
    """
    if len(set(rewards)) < 2:
        return [0.0] * len(rewards)
    values = np.asarray(rewards, dtype=np.float64)
    return list(map(float, (values - values.mean()) / (values.std(ddof=1) + EPSILON)))
