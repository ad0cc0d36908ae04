"""The two-stage model and the accuracy that it predicts.

A chain draws an answer that is right with probability p, then stops or draws again (Section 4.2):
p_sc = P(STOP | right), p_rw = P(RESAMPLE | wrong). Its accuracy is the probability that it is absorbed in a right
answer. The formula was lost from the paper's text; it is reconstructed here:

    accuracy = p·p_sc / (p·p_sc + (1 − p)(1 − p_rw))

The model assumes that each attempt is drawn alike, whatever came before it: the second is as good as the first, and no
answer is likelier to be kept because it was reached late. goodness_of_fit.py tests that.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dsrecipes.analysis.intervals import ratio

Floats = NDArray[np.float64]

FORMULA = "reconstructed: p*p_sc / (p*p_sc + (1-p)*(1-p_rw))"

POLICY_COUNTS = ("first_right", "first", "right_stopped", "right_attempts", "wrong_resampled", "wrong_attempts")
"""The counts that the model's three rates are made of: successes and denominator of p, p_sc, p_rw."""


def predicted_accuracies(p: ArrayLike, p_sc: ArrayLike, p_rw: ArrayLike) -> Floats:
    """The probability that "sample, then stop or sample again" ends in a right answer (Section 4.2, reconstructed).

    Elementwise, NaN for undefined in and out. Undefined is the accuracy where p is, and where the chain never stops
    (every right answer is dropped or there is none, and every wrong one is dropped or there is none). An undefined
    decision rate has weight 0 where the answers that it decides on never come (p is 0 or 1).
    """
    p, p_sc, p_rw = (np.asarray(rate, dtype=np.float64) for rate in (p, p_sc, p_rw))
    stop_right = np.where(p == 0, 0.0, p * p_sc)
    stop_wrong = np.where(p == 1, 0.0, (1 - p) * (1 - p_rw))
    return ratio(stop_right, stop_right + stop_wrong)


def predicted_accuracy(p: float | None, p_sc: float | None, p_rw: float | None) -> float | None:
    """`predicted_accuracies` of one triple, None for undefined."""
    value = float(predicted_accuracies(*(np.nan if rate is None else rate for rate in (p, p_sc, p_rw))))
    return None if np.isnan(value) else value


def policy_rates(totals: NDArray[np.number]) -> tuple[Floats, Floats, Floats]:
    """p, p_sc, p_rw of totals in the order of POLICY_COUNTS along the last axis; NaN where a denominator is 0."""
    p, p_sc, p_rw = (ratio(totals[..., 2 * index], totals[..., 2 * index + 1]) for index in range(3))
    return p, p_sc, p_rw


MISFIT_COUNTS = (*POLICY_COUNTS, "last_right")
"""The counts that the difference between observed and predicted accuracy is made of."""


def misfits(totals: NDArray[np.number]) -> Floats:
    """Observed minus predicted accuracy of the finished responses, from totals of MISFIT_COUNTS along the last axis.

    With p counted over all attempts instead of the first ones the difference would be 0 whatever the model did, because
    each response stops exactly once: it measures nothing but how first attempts differ from later ones.
    """
    predicted = predicted_accuracies(*policy_rates(totals))
    observed = ratio(totals[..., MISFIT_COUNTS.index("last_right")], totals[..., MISFIT_COUNTS.index("first")])
    return observed - predicted
