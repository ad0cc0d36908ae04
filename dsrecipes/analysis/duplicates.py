"""Which keys came before, at 8 bytes a key."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class SeenKeys:
    """A set of 64-bit keys in sorted runs, each at least twice as long as the next, so that there are few of them.

    Keys are hashes: among n of them, two that differ are taken for equal with a probability of about n² / 2⁶⁵
    (3·10⁻⁸ for a million).
    """

    def __init__(self) -> None:
        self._runs: list[NDArray[np.uint64]] = []

    def add(self, keys: NDArray[np.uint64]) -> list[int]:
        """Takes keys in; returns the positions of those that came before, in an earlier call or earlier in `keys`."""
        unique, first = np.unique(keys, return_index=True)
        known = np.zeros(len(unique), dtype=bool)
        for run in self._runs:
            known |= run[np.minimum(np.searchsorted(run, unique), len(run) - 1)] == unique
        repeated = np.ones(len(keys), dtype=bool)
        repeated[first] = known
        self._insert(unique[~known])
        positions: list[int] = np.flatnonzero(repeated).tolist()
        return positions

    def _insert(self, run: NDArray[np.uint64]) -> None:
        if not len(run):
            return
        while self._runs and len(self._runs[-1]) < 2 * len(run):
            run = np.concatenate([self._runs.pop(), run])
        run.sort()
        self._runs.append(run)
