"""The accuracy gap between two models: what sampling (p) and what the decision (p_sc, p_rw) explain of it, by size or
over several, with bootstrap intervals paired by problem.

shapley.py has the shares. What is left of the observed gap, because the two-stage model does not fit or because it says
nothing of a response (truncated, no candidate), is told apart as the remainder. docs/statistics.md has the formulas.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dsrecipes.analysis.calibration import size_order
from dsrecipes.analysis.intervals import (
    CONFIDENCE,
    MIN_PROBLEMS,
    Interval,
    Resampled,
    generator,
    percentile_interval,
    ratio,
    resampled_totals,
)
from dsrecipes.analysis.shapley import Rates, bounded_shares, shapley
from dsrecipes.analysis.tally import Tally
from dsrecipes.analysis.two_stage import POLICY_COUNTS, Floats, policy_rates, predicted_accuracies
from dsrecipes.errors import UserError

if TYPE_CHECKING:
    from dsrecipes.analysis.settings import Settings

_COUNTS = (*POLICY_COUNTS, "last_right", "right", "trajectories")
_PARTS = (
    "observed_gap",
    "predicted_gap",
    "sampling",
    "decision",
    "p_sc",
    "p_rw",
    "remainder",
    "remainder_misfit",
    "remainder_unmodelled",
    "difference",
)

_Terms = dict[str, tuple[Floats, Floats]]
"""The lowest and the highest value of each part, the point estimate first and then the resamples; NaN if undefined."""


class Verdict(StrEnum):
    DECISION = "mostly decision"
    SAMPLING = "mostly sampling"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Part:
    """One term of the decomposition, a difference of accuracies (fractions of 1), A's minus B's.

    `value` is None where the data leave it open; `bounds` then hold what they allow, or are None too. `resampled` is
    the bootstrap's 95% interval by problem. In a resample that leaves the term open between bounds, both ends are
    taken, so the interval covers them; only resamples without any bounds are left out, and counted.
    """

    value: float | None
    bounds: Interval | None
    resampled: Resampled

    @property
    def interval(self) -> Interval | None:
        return self.resampled.interval

    def to_json(self) -> dict[str, object]:
        return {
            "value": self.value,
            "bounds": list(self.bounds) if self.bounds else None,
            "ci": list(self.interval) if self.interval else None,
            "undefined_resamples": self.resampled.n_undefined,
        }


@dataclass(frozen=True, slots=True)
class Decomposition:
    """The gap in accuracy of model `a` over model `b` at `sizes`, on the problems that both were given.

    - `observed_gap` = `predicted_gap` + `remainder`, and `predicted_gap` = `sampling` + `decision`,
      `decision` = `p_sc` + `p_rw`.
    - `remainder` = `remainder_misfit` (finished responses: observed minus predicted) + `remainder_unmodelled`
      (truncated responses, those without a candidate, and final answers that the reward reads otherwise).
    - `difference` is decision minus sampling in the direction of the predicted gap: above 0, the decision explains
      more. `p_decision_larger` and `p_sampling_larger` are the shares of the resamples in which it is surely above or
      below 0.
    - `weights` are the sizes' shares of the trajectories; every term is the mean of the sizes' terms by these weights.
      A size without a common problem has weight 0 and is left out.
    - `n_only_a`, `n_only_b` count the problems left out because only one of the models was given them.
    - `reasons` say why a value is missing.
    """

    a: str
    b: str
    sizes: tuple[str, ...]
    weights: tuple[float, ...]
    n_problems: int
    n_only_a: int
    n_only_b: int
    observed_gap: Part
    predicted_gap: Part
    sampling: Part
    decision: Part
    p_sc: Part
    p_rw: Part
    remainder: Part
    remainder_misfit: Part
    remainder_unmodelled: Part
    difference: Part
    p_decision_larger: float | None
    p_sampling_larger: float | None
    resamples: int
    seed: int
    reasons: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """What explains more of the gap: decided only if the intervals of the predicted gap and of the difference both
        exclude 0, there are MIN_PROBLEMS or more, and no more resamples had to be left out than an interval leaves
        outside."""
        too_few = self.n_problems < MIN_PROBLEMS
        if too_few or self._mostly_undefined or not _excludes_zero(self.predicted_gap.interval):
            return Verdict.UNDECIDED
        low, high = self.difference.interval or (0.0, 0.0)
        if low > 0:
            return Verdict.DECISION
        return Verdict.SAMPLING if high < 0 else Verdict.UNDECIDED

    @property
    def _mostly_undefined(self) -> bool:
        return self.difference.resampled.n_undefined > (1 - CONFIDENCE) * self.resamples

    @property
    def sentence(self) -> str:
        """The result in plain words, in percentage points; parts are counted in the direction of the observed gap."""
        where = f"At {', '.join(self.sizes)}"
        compared = [size for size, weight in zip(self.sizes, self.weights, strict=True) if weight]
        if compared and len(compared) < len(self.sizes):
            without = ", ".join(size for size in self.sizes if size not in compared)
            where = f"At {', '.join(compared)} (no problem of {without} was given to both)"
        if self.n_only_a or self.n_only_b:
            where += (
                f", on the {self.n_problems} problems that both were given ({self.n_only_a} of {self.a}'s and "
                f"{self.n_only_b} of {self.b}'s are left out)"
            )
        if self.observed_gap.value is None:
            return f"{where}, {self.a} and {self.b} cannot be compared: {'; '.join(self.reasons)}."
        sign = 1 if self.observed_gap.value >= 0 else -1
        gap = f"{self.a} is {_points(self.observed_gap, sign)} {'above' if sign > 0 else 'below'} {self.b}"
        if self.sampling.bounds is None:
            return f"{where}, {gap}; what explains it cannot be said: {'; '.join(self.reasons)}."
        sampling, decision, rest = (_points(part, sign) for part in (self.sampling, self.decision, self.remainder))
        return (
            f"{where}, {gap}. Sampling explains {sampling}, the decision {decision}; {rest} lie outside the two-stage "
            f"model. {self._verdict_in_words()}"
        )

    def _verdict_in_words(self) -> str:
        if self.verdict is Verdict.DECISION:
            return f"Mostly decision: it explains more in {self.p_decision_larger:.1%} of the resamples."
        if self.verdict is Verdict.SAMPLING:
            return f"Mostly sampling: it explains more in {self.p_sampling_larger:.1%} of the resamples."
        if self.n_problems < MIN_PROBLEMS:
            return f"Undecided: {self.n_problems} problems are too few for a verdict ({MIN_PROBLEMS} at least)."
        if self._mostly_undefined:
            return f"Undecided: {self.difference.resampled.n_undefined} of {self.resamples} resamples are undefined."
        if not _excludes_zero(self.predicted_gap.interval):
            return "Undecided: the predicted gap may be 0."
        return "Undecided: the interval of decision minus sampling holds 0."

    def to_json(self) -> dict[str, object]:
        """All terms as fractions of 1, null where undefined, with the verdict and its sentence."""
        return {
            "a": self.a,
            "b": self.b,
            "sizes": list(self.sizes),
            "weights": list(self.weights),
            "n_problems": self.n_problems,
            "n_only_a": self.n_only_a,
            "n_only_b": self.n_only_b,
            **{name: getattr(self, name).to_json() for name in _PARTS},
            "p_decision_larger": self.p_decision_larger,
            "p_sampling_larger": self.p_sampling_larger,
            "verdict": str(self.verdict),
            "sentence": self.sentence,
            "resamples": self.resamples,
            "seed": self.seed,
            "reasons": list(self.reasons),
        }


def decompose(a: Tally, b: Tally, settings: Settings) -> Decomposition:
    """The gap of `a` over `b` at one size.

    Resamples draw the same problems for both models. Raises UserError if the sizes differ.
    """
    return decompose_pooled([(a, b)], settings)


def decompose_pooled(pairs: Sequence[tuple[Tally, Tally]], settings: Settings) -> Decomposition:
    """The mean of the decompositions of several sizes, each weighted by its share of the trajectories of both models.

    `pairs` holds the two models' tallies, a pair a size. Each size's problems are resampled within the size. Raises
    UserError for no pair, a pair of two sizes, a size that comes twice, or pairs of different models.
    """
    _check(pairs)
    cells = [_Cell(a, b) for a, b in pairs]
    reasons = [reason for cell in cells for reason in cell.reasons()]
    trajectories = np.array([cell.n_trajectories for cell in cells], dtype=np.float64)
    weights = trajectories / trajectories.sum() if trajectories.any() else np.zeros(len(cells))
    terms = _mean([cell.terms(settings) for cell in cells], weights)
    if terms["predicted_gap"][0][0] < 0:
        low, high = terms["difference"]
        terms["difference"] = -high, -low
    low, high = (ends[1:] for ends in terms["difference"])
    defined = ~np.isnan(low)
    return Decomposition(
        a=pairs[0][0].model,
        b=pairs[0][1].model,
        sizes=tuple(cell.size for cell in cells),
        weights=tuple(weights.tolist()),
        n_problems=sum(cell.n_problems for cell in cells),
        n_only_a=sum(cell.n_only_a for cell in cells),
        n_only_b=sum(cell.n_only_b for cell in cells),
        **{name: _part(*terms[name]) for name in _PARTS},
        p_decision_larger=float((low[defined] > 0).mean()) if defined.any() else None,
        p_sampling_larger=float((high[defined] < 0).mean()) if defined.any() else None,
        resamples=settings.resamples,
        seed=settings.seed,
        reasons=tuple(reasons),
    )


def compare(tallies: Iterable[Tally], a: str, b: str, settings: Settings) -> list[Decomposition]:
    """The gap of model `a` over model `b` at each size that both have, in the order of difficulty; last, where there
    are several, over all of them.

    Raises UserError for a model that has no tally, and if the two share no size.
    """
    by_size: dict[str, dict[str, Tally]] = {}
    for tally in tallies:
        by_size.setdefault(tally.model, {})[tally.size] = tally
    if unknown := [model for model in dict.fromkeys((a, b)) if model not in by_size]:
        hint = f"Read: {', '.join(map(repr, by_size)) or 'none'}."
        raise UserError(f"no trajectories of a model {' nor of '.join(map(repr, unknown))}", hint=hint)
    sizes = sorted(by_size[a].keys() & by_size[b].keys(), key=size_order)
    if not sizes:
        of = [f"{model!r}: {', '.join(map(repr, by_size[model]))}" for model in (a, b)]
        raise UserError(f"{a!r} and {b!r} have no size in common", hint=f"Sizes of {'; of '.join(of)}.")
    pairs = [(by_size[a][size], by_size[b][size]) for size in sizes]
    by_pair = [decompose(*pair, settings) for pair in pairs]
    return [*by_pair, decompose_pooled(pairs, settings)] if len(pairs) > 1 else by_pair


def _check(pairs: Sequence[tuple[Tally, Tally]]) -> None:
    if not pairs:
        raise UserError("a decomposition needs two models at one size at least")
    for a, b in pairs:
        if a.size != b.size:
            raise UserError(f"cannot compare {a.model} at {a.size} with {b.model} at {b.size}")
    models = {(a.model, b.model) for a, b in pairs}
    if len(models) > 1:
        raise UserError(f"cannot pool comparisons of different models: {sorted(models)}")
    sizes = [a.size for a, _ in pairs]
    if len(set(sizes)) < len(sizes):
        raise UserError(f"a size comes twice: {', '.join(sizes)}")


class _Cell:
    """Two models at one size, on their common problems."""

    def __init__(self, a: Tally, b: Tally) -> None:
        self.size = a.size
        self.models = a.model, b.model
        row_of_b = {problem: row for row, problem in enumerate(b.problems)}
        common = [(row, row_of_b[problem]) for row, problem in enumerate(a.problems) if problem in row_of_b]
        rows_a, rows_b = [row for row, _ in common], [row for _, row in common]
        self.counts = np.hstack([a.columns(_COUNTS)[rows_a], b.columns(_COUNTS)[rows_b]])
        self.n_problems = len(common)
        self.n_only_a, self.n_only_b = len(a.problems) - len(common), len(b.problems) - len(common)

    @property
    def n_trajectories(self) -> int:
        column = _COUNTS.index("trajectories")
        return int(self.counts[:, [column, len(_COUNTS) + column]].sum())

    def terms(self, settings: Settings) -> _Terms:
        rng = generator(settings.seed, *self.models, self.size)
        totals = np.vstack([self.counts.sum(axis=0), resampled_totals(self.counts, settings.resamples, rng)])
        return _terms(totals[:, : len(_COUNTS)], totals[:, len(_COUNTS) :])

    def reasons(self) -> list[str]:
        """Why terms are missing or have bounds instead of a value, as far as the data decide it."""
        if not self.n_problems:
            return [f"{self.size}: no problem was given to both models"]
        totals = np.split(self.counts.sum(axis=0), 2)
        low, high = _terms(*(total[np.newaxis] for total in totals))["p_sc"]
        if not np.isnan(low + high):
            return []
        rates = [(model, *policy_rates(total)) for model, total in zip(self.models, totals, strict=True)]
        unfinished = [model for model, p, _, _ in rates if np.isnan(p)]
        if unfinished:
            return [f"{self.size}: no response of {model} finished with a candidate" for model in unfinished]
        never_right = [model for model, _, p_sc, _ in rates if np.isnan(p_sc)]
        never_wrong = [model for model, _, _, p_rw in rates if np.isnan(p_rw)]
        unseen = [f"p_sc of {model} was not seen, as no attempt was right" for model in never_right]
        unseen += [f"p_rw of {model} was not seen, as no attempt was wrong" for model in never_wrong]
        return [f"{self.size}: {reason}" for reason in unseen or ["a mixture of the two models' rates never stops"]]


def _terms(a: NDArray[np.number], b: NDArray[np.number]) -> _Terms:
    """The parts at one size, from totals of _COUNTS of the two models along the last axis."""
    rates_a, rates_b = policy_rates(a), policy_rates(b)
    observed, finished, predicted = (
        of_a - of_b for of_a, of_b in zip(_accuracies(a, rates_a), _accuracies(b, rates_b), strict=True)
    )
    shares = shapley(rates_a, rates_b)
    exact = {
        "observed_gap": observed,
        "predicted_gap": predicted,
        "p_sc": shares["p_sc"],
        "p_rw": shares["p_rw"],
        "remainder": observed - predicted,
        "remainder_misfit": finished - predicted,
        "remainder_unmodelled": observed - finished,
    }
    return {name: (value, value) for name, value in exact.items()} | bounded_shares(rates_a, rates_b)


def _accuracies(totals: NDArray[np.number], rates: Rates) -> tuple[Floats, Floats, Floats]:
    """Of all responses by the reward, of the finished ones by their last candidate, and as predicted."""
    count = {name: totals[..., column] for column, name in enumerate(_COUNTS)}
    observed = ratio(count["right"], count["trajectories"])
    return observed, ratio(count["last_right"], count["first"]), predicted_accuracies(*rates)


def _mean(terms: Sequence[_Terms], weights: Floats) -> _Terms:
    """Weighted over sizes; undefined where a size with a weight is, or none has one."""
    counted = [(weight, cell) for weight, cell in zip(weights, terms, strict=True) if weight or not weights.any()]
    return {
        name: (
            np.sum([weight * cell[name][0] for weight, cell in counted], axis=0),
            np.sum([weight * cell[name][1] for weight, cell in counted], axis=0),
        )
        for name in _PARTS
    }


def _part(low: Floats, high: Floats) -> Part:
    """From the point estimate and the resamples behind it."""
    bounds = None if np.isnan(low[0]) else (float(low[0]), float(high[0]))
    value = bounds[0] if bounds and bounds[0] == bounds[1] else None
    return Part(value, bounds, percentile_interval(low[1:], high[1:]))


def _excludes_zero(interval: Interval | None) -> bool:
    return interval is not None and (interval[0] > 0 or interval[1] < 0)


def _points(part: Part, sign: int) -> str:
    """Percentage points in the direction of `sign`, with the interval."""
    if part.bounds is None:
        return "an unknown part"
    amounts = dict.fromkeys(f"{100 * bound:.1f}" for bound in _turned(part.bounds, sign))
    words = f"{' to '.join(amounts)} points"
    if part.interval is None:
        return words
    low, high = _turned(part.interval, sign)
    return f"{words} (95%: {100 * low:.1f} to {100 * high:.1f})"


def _turned(interval: Interval, sign: int) -> Interval:
    low, high = interval
    # Adding 0 makes a plain 0 of -0, which would be printed with its sign.
    return (low + 0.0, high + 0.0) if sign > 0 else (-high + 0.0, -low + 0.0)
