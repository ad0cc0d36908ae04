"""Whether the two-stage model fits: is each rate the same at every attempt, and is the prediction what was seen?

docs/statistics.md says what the tests assume, and why a rejection may also mean that problems differ in difficulty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtrc, rel_entr  # scipy.stats takes a second to import

from dsrecipes.analysis.intervals import Interval, Resampled, percentile_interval
from dsrecipes.analysis.tally import N_INDICES, Tally
from dsrecipes.analysis.two_stage import MISFIT_COUNTS, Floats, misfits

MIN_EXPECTED = 5.0
"""Attempt indices are pooled from the last one on until each group expects so many of either outcome."""


@dataclass(frozen=True, slots=True)
class Constancy:
    """Likelihood-ratio (G) test that a rate is the same at every attempt index.

    `reason` says why something is None: all where there is no test to make; `p_value` alone where there are too few
    problems for it, or all came out alike.

    `groups` are the first and last index of each group of indices (the last index stands for all later ones too).
    `p_value` takes G's distribution from how the outcomes scatter between problems, after Rao and Scott;
    `p_value_independent` is the textbook chi-square, right only if all attempts are independent.
    """

    g: float | None
    df: int | None
    p_value: float | None
    p_value_independent: float | None
    groups: tuple[tuple[int, int], ...] = ()
    reason: str | None = None

    def to_json(self) -> dict[str, object]:
        return {
            "g": self.g,
            "df": self.df,
            "p_value": self.p_value,
            "p_value_independent": self.p_value_independent,
            "attempts": [list(group) for group in self.groups],
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True)
class GoodnessOfFit:
    """How far the two-stage model fits the finished trajectories of one model at one size.

    `p`, `p_sc`, `p_rw` test that the rate does not depend on the attempt's index, `joint` all that can be tested at
    once. `observed` is the share of last candidates that are right (of the responses with one), `misfit` is `observed`
    minus the predicted accuracy with its bootstrap interval by problem; it differs from 0 only as far as first attempts
    differ from later ones.
    """

    p: Constancy
    p_sc: Constancy
    p_rw: Constancy
    joint: Constancy
    observed: float | None
    misfit: float | None
    misfit_resampled: Resampled

    @property
    def misfit_interval(self) -> Interval | None:
        return self.misfit_resampled.interval if self.misfit is not None else None

    def to_json(self) -> dict[str, object]:
        tests = {"p": self.p, "p_sc": self.p_sc, "p_rw": self.p_rw, "joint": self.joint}
        return {
            "constancy": {name: test.to_json() for name, test in tests.items()},
            "constancy_test": "likelihood ratio (G) over attempt indices; p_value by problem (Rao-Scott, second order)",
            "observed_finished": self.observed,
            "observed_minus_predicted": self.misfit,
            "observed_minus_predicted_ci": list(self.misfit_interval) if self.misfit_interval else None,
            "observed_minus_predicted_undefined_resamples": self.misfit_resampled.n_undefined,
        }


def goodness_of_fit(tally: Tally, resampled: Floats) -> GoodnessOfFit:
    """Tests the model on a tally; `resampled` are bootstrap totals of its MISFIT_COUNTS, shape (resamples, 7)."""
    attempts, right, right_stopped, wrong_resampled = (
        tally.columns([f"{name}_{index}" for index in range(N_INDICES)])
        for name in ("attempts", "right", "right_stopped", "wrong_resampled")
    )
    tables = {
        "p": _tabulate("p", right, attempts),
        "p_sc": _tabulate("p_sc", right_stopped, right),
        "p_rw": _tabulate("p_rw", wrong_resampled, attempts - right),
    }
    testable = [table for table in tables.values() if isinstance(table, _Table)]
    totals = tally.columns(MISFIT_COUNTS).sum(axis=0)
    n_finished = totals[MISFIT_COUNTS.index("first")]
    misfit = float(misfits(totals))
    return GoodnessOfFit(
        **{name: _test([table]) if isinstance(table, _Table) else table for name, table in tables.items()},
        joint=_test(testable) if testable else _untested("none of the three rates can be tested"),
        observed=float(totals[MISFIT_COUNTS.index("last_right")] / n_finished) if n_finished else None,
        misfit=None if np.isnan(misfit) else misfit,
        misfit_resampled=percentile_interval(misfits(resampled)),
    )


def _untested(reason: str) -> Constancy:
    return Constancy(None, None, None, None, reason=reason)


@dataclass(frozen=True, slots=True)
class _Table:
    """Successes and trials by problem and group of attempt indices, each of shape (problems, groups)."""

    successes: NDArray[np.int64]
    trials: NDArray[np.int64]
    groups: tuple[tuple[int, int], ...]

    def g(self) -> float:
        hits, n = self.successes.sum(axis=0), self.trials.sum(axis=0)
        rate = hits.sum() / n.sum()
        return 2 * float((rel_entr(hits, n * rate) + rel_entr(n - hits, n * (1 - rate))).sum())

    def scores(self) -> Floats:
        """What each problem adds to the standardised deviation of each group from the common rate, which is estimated
        too; shape (problems, groups)."""
        n = self.trials.sum(axis=0)
        rate = self.successes.sum() / n.sum()
        residuals = self.successes - self.trials * rate
        free = residuals - np.outer(residuals.sum(axis=1), n / n.sum())
        return np.asarray(free / np.sqrt(n * rate * (1 - rate)), dtype=np.float64)


def _tabulate(name: str, successes: NDArray[np.int64], trials: NDArray[np.int64]) -> _Table | Constancy:
    """From counts by problem and index, shape (problems, N_INDICES); an undefined test where there is none to make."""
    n = trials.sum(axis=0)
    if not n.any():
        return _untested(f"{name} is undefined: there is no such attempt")
    rate = float(successes.sum() / n.sum())
    if rate in (0.0, 1.0):
        return _untested(f"{name} is {rate:.0f} at every attempt: nothing varies")
    groups = _pool(n, rate)
    if len(groups) < 2:
        return _untested(f"{name}: too few attempts to expect {MIN_EXPECTED:g} of either outcome in two groups")
    parts = [slice(first, last + 1) for first, last in groups]
    return _Table(
        np.column_stack([successes[:, part].sum(axis=1) for part in parts]),
        np.column_stack([trials[:, part].sum(axis=1) for part in parts]),
        groups,
    )


def _pool(n: NDArray[np.int64], rate: float) -> tuple[tuple[int, int], ...]:
    """Groups of indices, first and last of each, in which both outcomes are expected MIN_EXPECTED times or more."""
    needed = MIN_EXPECTED / min(rate, 1 - rate)
    groups: list[tuple[int, int]] = []
    last, gathered = int(np.flatnonzero(n)[-1]), 0
    for index in range(last, -1, -1):
        gathered += int(n[index])
        if gathered >= needed:
            groups.insert(0, (index, last))
            last, gathered = index - 1, 0
    if groups:
        groups[0] = (0, groups[0][1])  # what is left at the front is too little for a group of its own
    return tuple(groups)


def _test(tables: Sequence[_Table]) -> Constancy:
    """The test of one rate, or of several at once: they share no parameter, so their G add up.

    Under the model G is a sum of squares of df normal numbers, whose weights are 1 if all attempts are independent, and
    in general the eigenvalues of the covariance of the scores, here measured over problems. Rao and Scott's
    second-order correction matches the mean and the variance of such a sum.
    """
    g = sum(table.g() for table in tables)
    df = sum(len(table.groups) - 1 for table in tables)
    groups = tables[0].groups if len(tables) == 1 else ()
    independent = float(chdtrc(df, g))
    scores = np.hstack([table.scores() for table in tables])
    n_problems = len(scores)
    if n_problems <= df:
        reason = f"no p-value: {n_problems} problems are too few to see how outcomes scatter between problems"
        return Constancy(g, df, None, independent, groups, reason)
    weights = np.linalg.eigvalsh(scores.T @ scores) * n_problems / (n_problems - 1)
    if weights.sum() < 1e-9:
        return Constancy(g, df, None, independent, groups, "no p-value: all problems came out alike")
    spread = float((weights**2).sum() / weights.sum())
    return Constancy(g, df, float(chdtrc(weights.sum() / spread, g / spread)), independent, groups)
