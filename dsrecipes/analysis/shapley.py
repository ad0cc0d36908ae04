"""Shares of sampling and decision in the gap between the accuracies that the two-stage model predicts for two models.

The prediction takes p, p_sc and p_rw, so between models A and B there are eight: each rate may be A's or B's. Shapley's
value shares the gap, A's minus B's, between two players, sampling (p) and decision (p_sc and p_rw together): each gets
what its step from B to A changes, averaged over who steps first. Owen's value shares the decision's part between p_sc
and p_rw in the same way, averaged over the orders in which these two step one right after the other. The shares add up.

A decision rate that a model gave no chance to be seen (p_sc where nothing was right, p_rw where nothing was wrong) may
be anything from 0 to 1.
"""

from __future__ import annotations

import numpy as np

from dsrecipes.analysis.two_stage import Floats, predicted_accuracies

Rates = tuple[Floats, Floats, Floats]
"""p, p_sc, p_rw, all of one shape; NaN where unseen."""


def shapley(a: Rates, b: Rates) -> dict[str, Floats]:
    """The shares `sampling`, `decision`, `p_sc`, `p_rw` in the predicted gap of `a` over `b`.

    Elementwise, NaN where one of the predictions that a share rests on is undefined.
    """
    models = (b, a)

    def value(p: int, p_sc: int, p_rw: int) -> Floats:
        """The prediction with each rate from b (0) or a (1)."""
        return predicted_accuracies(models[p][0], models[p_sc][1], models[p_rw][2])

    none, sc, rw, both = value(0, 0, 0), value(0, 1, 0), value(0, 0, 1), value(0, 1, 1)
    p, p_and_sc, p_and_rw, every = value(1, 0, 0), value(1, 1, 0), value(1, 0, 1), value(1, 1, 1)
    return {
        "sampling": ((p - none) + (every - both)) / 2,
        "decision": ((both - none) + (every - p)) / 2,
        "p_sc": ((sc - none) + (both - rw) + (p_and_sc - p) + (every - p_and_rw)) / 4,
        "p_rw": ((rw - none) + (both - sc) + (p_and_rw - p) + (every - p_and_sc)) / 4,
    }


def bounded_shares(a: Rates, b: Rates) -> dict[str, tuple[Floats, Floats]]:
    """Lowest and highest `sampling`, `decision` and `difference` (decision minus sampling) that unseen rates allow.

    A decision rate is unseen only where p is 0 or 1. The model's own prediction then does not depend on it, and the
    shares are monotone in it, so its ends bound them. Where a chain with such an end never stops, the prediction's
    limit is what it is at the other end. Both bounds are NaN where p is.
    """
    fills = (0.0, 1.0) if any(np.isnan(rate).any() for rate in (*a[1:], *b[1:])) else (0.0,)
    shares = [shapley(_filled(a, fill_a), _filled(b, fill_b)) for fill_a in fills for fill_b in fills]
    values = {name: [share[name] for share in shares] for name in ("sampling", "decision")}
    values["difference"] = [share["decision"] - share["sampling"] for share in shares]
    return {name: (np.fmin.reduce(ends), np.fmax.reduce(ends)) for name, ends in values.items()}


def _filled(rates: Rates, fill: float) -> Rates:
    p, p_sc, p_rw = rates
    return p, np.where(np.isnan(p_sc), fill, p_sc), np.where(np.isnan(p_rw), fill, p_rw)
