"""Two models compared: on the same problems by McNemar's test, and its form for several responses to a problem; by
sums alone with Newcombe's interval.

With one response each, McNemar's exact test asks whether of the problems that only one model got right either model has
more than half. With several, responses to a problem are not independent; the test then takes the difference of the two
models' shares at each problem, d, and refers (Σd)² / Σd² to chi-square with one degree of freedom (Durkalski et al.
2003, Statistics in Medicine 22), which is McNemar's statistic where there is one response each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import chi2
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep

from dsrecipes.analysis.intervals import CONFIDENCE, Interval, Rate
from dsrecipes.analysis.tally import Tally


@dataclass(frozen=True, slots=True)
class PairedTest:
    """Two models on the problems that both were given; `difference` is that of their accuracies.

    `only_a` is the number of problems that only the first got right; with several responses, the number to be expected
    if one of each were drawn. `p_value` is None where they have no problem in common.
    """

    n_problems: int
    only_a: float
    only_b: float
    exact: bool
    p_value: float | None

    @property
    def difference(self) -> float | None:
        return (self.only_a - self.only_b) / self.n_problems if self.n_problems else None


def paired_test(a: Tally, b: Tally) -> PairedTest:
    """Whether two models are right equally often on the same problems."""
    right_a, right_b, single = _shares(a, b)
    n = len(right_a)
    only_a, only_b = float((right_a * (1 - right_b)).sum()), float((right_b * (1 - right_a)).sum())
    if not n:
        return PairedTest(0, 0.0, 0.0, False, None)
    if single:
        both = float((right_a * right_b).sum())
        table = [[both, only_a], [only_b, n - both - only_a - only_b]]
        return PairedTest(n, only_a, only_b, True, float(mcnemar(table, exact=True).pvalue))
    differences = right_a - right_b
    scatter = float((differences**2).sum())
    p_value = float(chi2.sf(differences.sum() ** 2 / scatter, 1)) if scatter else 1.0
    return PairedTest(n, only_a, only_b, False, p_value)


def _shares(a: Tally, b: Tally) -> tuple[np.ndarray, np.ndarray, bool]:
    """The shares of right answers at each common problem, and whether each problem has one answer of each model."""
    names = ("right", "trajectories")
    rows_b = dict(zip(b.problems, b.columns(names), strict=True))
    pairs = [
        (row, rows_b[problem]) for problem, row in zip(a.problems, a.columns(names), strict=True) if problem in rows_b
    ]
    counts = np.array(pairs, dtype=np.int64).reshape(-1, 2, 2)
    shares = counts[:, :, 0] / counts[:, :, 1]
    return shares[:, 0], shares[:, 1], bool((counts[:, :, 1] == 1).all())


def holm(p_values: Sequence[float | None]) -> list[float | None]:
    """The p-values corrected for how many there are (Holm 1979), None for those that are None."""
    given = [value for value in p_values if value is not None]
    corrected = iter(multipletests(given, alpha=1 - CONFIDENCE, method="holm")[1].tolist() if given else [])
    return [None if value is None else next(corrected) for value in p_values]


def independent_gap(a: Rate, b: Rate) -> tuple[float, Interval] | None:
    """The difference of two accuracies, fractions of 1, with Newcombe's 95% interval for independent samples."""
    if a.value is None or b.value is None:
        return None
    low, high = confint_proportions_2indep(a.successes, a.n, b.successes, b.n, compare="diff", method="newcomb")
    return a.value - b.value, (float(low), float(high))
