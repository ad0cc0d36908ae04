"""The arms of the ablations by name: what they are called, in which order they come, and what kind of objective they
train. Any other name is an arm too, called as it is."""

from __future__ import annotations

import re

LABELS = {
    "rl-no-kl": "RL without KL",
    "rl-kl-in-reward": "RL, KL in the reward",
    "rl-kl-0.1": "RL, KL coefficient 0.1",
    "rl-nsr": "RL, negative samples only (NSR)",
    "rl-psr": "RL, positive samples only (PSR)",
    "rl-from-sft": "RL from SFT (reflection)",
    "rl-first-answer": "RL, first answer only",
    "sft-dft": "DFT (reflection)",
}
SERIES = {
    "sft-corrective": "SFT, {}% corrective",
    "sft-attempts": "SFT, cut at {}",
}
"""Arms that differ in a number: `sft-attempts-3`."""

_NUMBERED = re.compile(rf"({'|'.join(SERIES)})-(\d+)")


def number_in(series: str, arm: str) -> int | None:
    """The 3 of `sft-attempts-3`; None for an arm that is not of the series."""
    found = _NUMBERED.fullmatch(arm)
    return int(found[2]) if found and found[1] == series else None


def label_of(arm: str) -> str | None:
    """What an ablation is called; None for an arm that is none."""
    found = _NUMBERED.fullmatch(arm)
    return SERIES[found[1]].format(found[2]) if found else LABELS.get(arm)


def order_of(arm: str) -> tuple[int, int, str]:
    """Sorts arms: those that are no ablation first, in the order that they have; numbers by size."""
    found = _NUMBERED.fullmatch(arm)
    if found:
        return 2 + list(SERIES).index(found[1]), int(found[2]), ""
    return (1, list(LABELS).index(arm), "") if arm in LABELS else (0, 0, "")
