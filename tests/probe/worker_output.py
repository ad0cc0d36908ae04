"""Makes what the worker writes of one objective from gradients that are given outright."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Gradients = NDArray[np.float64]
"""Shape (blocks, 2 groups, layers, parameters of a layer)."""


def part(gradients: Gradients, layers: list[str] | None = None) -> dict[str, Any]:
    """One part of the parameters; each block has one response."""
    totals = gradients.sum(axis=0)
    return {
        "layers": layers or [f"layer {index}" for index in range(gradients.shape[2])],
        "total": _products(totals),
        "blocks": [
            {
                "within": _products(block),
                "with_total": [_by_layer(block[i], totals[j]) for i in (0, 1) for j in (0, 1)],
                "squares_per_token": [_by_layer(block[group], block[group]) for group in (0, 1)],
                "responses": [1, 1],
            }
            for block in gradients
        ],
        "additivity_error": 1e-8,
    }


def _products(groups: NDArray[np.float64]) -> list[list[float]]:
    return [_by_layer(groups[i], groups[j]) for i, j in ((0, 0), (1, 1), (0, 1))]


def _by_layer(one: NDArray[np.float64], other: NDArray[np.float64]) -> list[float]:
    return list(map(float, (one * other).sum(axis=-1)))
