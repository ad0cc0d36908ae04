"""Proportions, their 95% intervals, and the bootstrap by problem.

The closed-form intervals take the trials as independent. Samples of one problem are not: where there are several, the
bootstrap, which draws whole problems, is the one to read.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betaincinv, ndtri  # scipy.stats and statsmodels take two seconds to import

CONFIDENCE = 0.95
MIN_PROBLEMS = 30
"""Of fewer no verdict is given: a bootstrap of so few problems says nothing (docs/statistics.md)."""

Interval = tuple[float, float]
ClosedForm = Literal["wilson", "wald", "clopper-pearson"]

_CELLS_AT_ONCE = 500_000  # of what is drawn, held in memory: 4 MB, which also fits a processor's cache
_PICKS_PER_BINOMIAL = 4  # as many problems are picked one by one in the time of one binomial of the multinomial


@dataclass(frozen=True, slots=True)
class Rate:
    """A proportion with its denominator; value and intervals are None where the denominator is 0."""

    successes: int
    n: int

    @property
    def value(self) -> float | None:
        return self.successes / self.n if self.n else None

    @property
    def interval(self) -> Interval | None:
        """Wilson's."""
        return self.interval_by("wilson")

    def interval_by(self, method: ClosedForm) -> Interval | None:
        """The 95% interval by a closed formula. Wald's is the paper's: a point at 0 and 1, and it may pass both."""
        if not self.n:
            return None
        value, n = self.successes / self.n, self.n
        tail = (1 - CONFIDENCE) / 2
        if method == "clopper-pearson":
            failures = n - self.successes
            low = betaincinv(self.successes, failures + 1, tail) if self.successes else 0.0
            high = betaincinv(self.successes + 1, failures, 1 - tail) if failures else 1.0
            return float(low), float(high)
        z = float(ndtri(1 - tail))
        if method == "wald":
            half = z * float(np.sqrt(value * (1 - value) / n))
            return value - half, value + half
        return wilson(value, n)


def wilson(value: float, n: float) -> Interval:
    """Wilson's 95% score interval of a proportion of `n` independent cases, which need be no whole number (above 0)."""
    z = float(ndtri(1 - (1 - CONFIDENCE) / 2))
    center = (value + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * float(np.sqrt(value * (1 - value) / n + (z / (2 * n)) ** 2))
    return max(0.0, center - half), min(1.0, center + half)


def generator(seed: int, *names: str) -> np.random.Generator:
    """The random numbers of one cell of a table: they depend on the seed and the names, not on the other cells."""
    return np.random.default_rng([seed, zlib.crc32("\0".join(names).encode())])


def resampled_totals(counts: NDArray[np.integer], resamples: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """The totals of `resamples` sets of problems, each as large as the given one and drawn from it with replacement.

    `counts` has the shape (problems, columns), the result (resamples, columns). Problems with equal counts are the same
    to the totals, so what is drawn is how often each distinct row comes. The order of the problems does not matter.
    Without problems all totals are 0.
    """
    if not len(counts):
        return np.zeros((resamples, counts.shape[1]))
    rows, times = np.unique(counts, axis=0, return_counts=True)
    values = rows.astype(np.float64)
    totals = np.empty((resamples, counts.shape[1]))
    step = max(1, _CELLS_AT_ONCE // len(counts))
    for start in range(0, resamples, step):
        size = min(step, resamples - start)
        totals[start : start + size] = _multiplicities(times, size, rng).astype(np.float64) @ values
    return totals


def _multiplicities(times: NDArray[np.integer], resamples: int, rng: np.random.Generator) -> NDArray[np.integer]:
    """How often each row comes in as many draws as there are problems, of which `times` have that row; shape
    (resamples, rows)."""
    n = int(times.sum())
    if n > _PICKS_PER_BINOMIAL * len(times):
        return rng.multinomial(n, times / n, size=resamples)
    picked = np.repeat(np.arange(len(times)), times)[rng.integers(0, n, (resamples, n))]
    picked += len(times) * np.arange(resamples)[:, np.newaxis]
    return np.bincount(picked.ravel(), minlength=resamples * len(times)).reshape(resamples, len(times))


@dataclass(frozen=True, slots=True)
class Resampled:
    """A bootstrap interval, and in how many of the resamples the quantity was undefined: these are left out of it.

    `interval` is None where no resample defined it.
    """

    interval: Interval | None
    n_undefined: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """A rate with its 95% interval by the method that was asked for; `n_undefined` as in Resampled, None if closed."""

    rate: Rate
    interval: Interval | None
    n_undefined: int | None = None

    @property
    def value(self) -> float | None:
        return self.rate.value

    @property
    def n(self) -> int:
        return self.rate.n


def percentile_interval(low: NDArray[np.float64], high: NDArray[np.float64] | None = None) -> Resampled:
    """The 2.5 and 97.5 percentiles of resamples, shape (resamples,), NaN where undefined.

    Where a resample leaves a range of values, `low` and `high` are its ends, and the interval goes from the percentile
    of the lower ends to that of the upper.
    """
    high = low if high is None else high
    undefined = np.isnan(low) | np.isnan(high)
    if undefined.all():
        return Resampled(None, len(low))
    tail = 50 * (1 - CONFIDENCE)
    bounds = np.percentile(low[~undefined], tail), np.percentile(high[~undefined], 100 - tail)
    return Resampled((float(bounds[0]), float(bounds[1])), int(undefined.sum()))


def ratio(numerator: ArrayLike, denominator: ArrayLike) -> NDArray[np.float64]:
    """Elementwise quotient, NaN where the denominator is 0."""
    above, below = np.broadcast_arrays(np.asarray(numerator, dtype=np.float64), np.asarray(denominator, np.float64))
    quotient = np.full(below.shape, np.nan)
    np.divide(above, below, out=quotient, where=below != 0)
    return quotient
