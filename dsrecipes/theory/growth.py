"""How the KL penalty of an answer grows with its length: is it of the length's order, as Theorem 3.2 has it?

Theorem 3.2 compares a sum of L log-ratios of typical size ε with one, and calls the first L·ε. On trajectories
sampled from the policy itself the log-ratios have either sign, and their mean is only the KL divergence, about ε² /
2. So a typical sum is √L·ε as long as L is below some 1/ε², and L·ε² / 2 beyond; its mean, and the gradient in a
logit that all tokens share, are proportional to L at any length.

Here the tokens are independent, each a choice between two with the same logit (**assumed**; the simplest answer with
a length).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from dsrecipes.theory.two_stage import log_sigmoid

LENGTHS = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192)


@dataclass(frozen=True)
class PenaltyGrowthRow:
    """An answer's penalty against that of a decision of one token with the same logits, at one length.

    typical: E|penalty| of the answer : that of the decision. mean: the same of E[penalty]. exponent: of `typical` in
    the length, between this length and the one before (NaN at the first); 1 is the theorem's order, 1/2 that of a
    random walk.
    """

    units: ClassVar[dict[str, str]] = {"length": "tokens", "typical": "1", "mean": "1", "exponent": "1"}
    length: int
    typical: float
    mean: float
    exponent: float


def penalty_growth(
    logit: float = 0.4, reference_logit: float = 0.3, lengths: Sequence[int] = LENGTHS
) -> list[PenaltyGrowthRow]:
    """The growth over `lengths`, exact by the binomial distribution; the default logits are Appendix C's."""
    # Here and not above: it doubles what importing dsrecipes.theory takes.
    from scipy.special import gammaln

    one = float(log_sigmoid(np.array(logit)) - log_sigmoid(np.array(reference_logit)))
    zero = float(log_sigmoid(np.array(-logit)) - log_sigmoid(np.array(-reference_logit)))
    probability = float(np.exp(log_sigmoid(np.array(logit))))

    def moments(length: int) -> tuple[float, float]:
        ones = np.arange(length + 1)
        choices = gammaln(length + 1) - gammaln(ones + 1) - gammaln(length - ones + 1)
        weights = np.exp(choices + ones * np.log(probability) + (length - ones) * np.log1p(-probability))
        penalty = ones * one + (length - ones) * zero
        return float(weights @ np.abs(penalty)), float(weights @ penalty)

    typical_decision, mean_decision = moments(1)
    rows: list[PenaltyGrowthRow] = []
    for length in lengths:
        typical, mean = moments(length)
        ratio = typical / typical_decision
        before = rows[-1] if rows else None
        exponent = float(np.log(ratio / before.typical) / np.log(length / before.length)) if before else np.nan
        rows.append(PenaltyGrowthRow(length, ratio, mean / mean_decision, exponent))
    return rows
