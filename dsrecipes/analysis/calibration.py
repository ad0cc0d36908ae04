"""The decision policy of a model, measured from its attempts, and the accuracy that the two-stage model predicts.

The two-stage model (Section 4.2) draws an answer that is right with probability p, then stops or draws again:
p_sc = P(STOP | right), p_rw = P(RESAMPLE | wrong). Its accuracy is the probability that the chain is absorbed in a
right answer. The formula was lost from the paper's text; it is reconstructed here:

    accuracy = p·p_sc / (p·p_sc + (1 − p)(1 − p_rw))

Trajectories that reached the token limit count for the observed accuracy only: the paper leaves them out of Figure 2.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from statsmodels.stats.proportion import proportion_confint

from dsrecipes.analysis.attempts import Attempt, Decision
from dsrecipes.analysis.trajectories import Trajectory

BOOTSTRAP_RESAMPLES = 100  # the paper's number (Section 4.2)
CONFIDENCE = 0.95

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rate:
    """A proportion with its denominator and Wilson 95% interval; both are None where the denominator is 0."""

    successes: int
    n: int

    @property
    def value(self) -> float | None:
        return self.successes / self.n if self.n else None

    @property
    def interval(self) -> Interval | None:
        if not self.n:
            return None
        low, high = proportion_confint(self.successes, self.n, alpha=1 - CONFIDENCE, method="wilson")
        return float(low), float(high)


# What is counted for each problem, in the order of the columns of a tally.
_COUNTS = (
    "trajectories",
    "truncated",
    "right",  # the final answer is right, truncated or not
    "first",  # finished trajectories that committed a candidate
    "first_right",
    "right_attempts",  # attempts of finished trajectories, by whether the candidate is right ...
    "right_stopped",  # ... and what the model then decided
    "wrong_attempts",
    "wrong_resampled",
    "without_candidate",  # finished, but no candidate at all
    "reflecting",  # finished with a decision that rests on a marker
    "resampling",  # finished with more than one attempt
    "reader_disagrees",
)
_INDEX = {name: index for index, name in enumerate(_COUNTS)}
_DECISION_COUNTS = [
    _INDEX[name]
    for name in ("first", "first_right", "right_attempts", "right_stopped", "wrong_attempts", "wrong_resampled")
]


@dataclass
class Tally:
    """Counts of one model at one size, kept by problem, because samples of one problem are not independent."""

    model: str
    size: str
    by_problem: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    tokens: int = 0
    n_tokens: int = 0

    def add(self, trajectory: Trajectory, attempts: list[Attempt], *, right: bool, reader_disagrees: bool) -> None:
        """Counts one trajectory: `right` is the verdict on its final answer."""
        counts = self.by_problem.setdefault(trajectory.operands, [0] * len(_COUNTS))

        def count(name: str, amount: int = 1) -> None:
            counts[_INDEX[name]] += amount

        count("trajectories")
        count("right", right)
        count("reader_disagrees", reader_disagrees)
        if trajectory.tokens is not None:
            self.tokens += trajectory.tokens
            self.n_tokens += 1
        if trajectory.truncated:
            count("truncated")
            return
        if not attempts:
            count("without_candidate")
            return
        count("first")
        count("first_right", attempts[0].correct)
        count("reflecting", any(attempt.marker is not None for attempt in attempts))
        count("resampling", len(attempts) > 1)
        for attempt in attempts:
            if attempt.correct:
                count("right_attempts")
                count("right_stopped", attempt.decision is Decision.STOP)
            else:
                count("wrong_attempts")
                count("wrong_resampled", attempt.decision is Decision.RESAMPLE)

    def total(self, name: str) -> int:
        index = _INDEX[name]
        return sum(counts[index] for counts in self.by_problem.values())

    def decision_counts(self) -> NDArray[np.int64]:
        """Shape (problems, 6): first, first_right, right_attempts, right_stopped, wrong_attempts, wrong_resampled."""
        rows = [[counts[index] for index in _DECISION_COUNTS] for counts in self.by_problem.values()]
        return np.asarray(rows, dtype=np.int64).reshape(len(rows), len(_DECISION_COUNTS))


@dataclass(frozen=True)
class Calibration:
    """One model at one size: the measured policy, the accuracy predicted from it, and the accuracy observed."""

    model: str
    size: str
    accuracy: Rate
    p: Rate
    p_sc: Rate
    p_rw: Rate
    predicted_accuracy: float | None
    predicted_accuracy_ci: Interval | None
    n_truncated: int
    n_without_candidate: int
    n_reflecting: int
    n_resampling: int
    n_reader_disagrees: int
    mean_tokens: float | None
    mean_attempts: float | None

    def to_json(self) -> dict[str, object]:
        """The object of calibration.json: rates as fractions of 1, intervals as [low, high], null where undefined."""
        rates = {"accuracy": self.accuracy, "p": self.p, "p_sc": self.p_sc, "p_rw": self.p_rw}
        fields: dict[str, object] = {
            "model": self.model,
            "size": self.size,
            "n": self.accuracy.n,
            "n_truncated": self.n_truncated,
        }
        for name, rate in rates.items():
            fields[name] = rate.value
            fields[f"{name}_ci"] = list(rate.interval) if rate.interval else None
        n_finished = self.accuracy.n - self.n_truncated
        return fields | {
            "n_first": self.p.n,
            "n_correct_attempts": self.p_sc.n,
            "n_wrong_attempts": self.p_rw.n,
            "predicted_accuracy": self.predicted_accuracy,
            "predicted_accuracy_ci": list(self.predicted_accuracy_ci) if self.predicted_accuracy_ci else None,
            "predicted_accuracy_formula": "reconstructed: p*p_sc / (p*p_sc + (1-p)*(1-p_rw))",
            "n_without_candidate": self.n_without_candidate,
            "n_reader_disagrees": self.n_reader_disagrees,
            "reflection_rate": self.n_reflecting / n_finished if n_finished else None,
            "resampling_rate": self.n_resampling / n_finished if n_finished else None,
            "mean_attempts": self.mean_attempts,
            "mean_tokens": self.mean_tokens,
        }


def predicted_accuracy(p: float | None, p_sc: float | None, p_rw: float | None) -> float | None:
    """The probability that "sample, then stop or sample again" ends in a right answer (Section 4.2, reconstructed).

    None where it is undefined: no first attempt was seen (p is None), or the chain never stops (every right answer is
    dropped or there is none, and every wrong one is dropped or there is none). A decision rate that is None has weight
    0 where the answers that it decides on never come (p is 0 or 1), and the accuracy is then defined without it.
    """
    if p is None or (p > 0 and p_sc is None) or (p < 1 and p_rw is None):
        return None
    stop_right = p * p_sc if p_sc is not None else 0.0
    stop_wrong = (1 - p) * (1 - p_rw) if p_rw is not None else 0.0
    total = stop_right + stop_wrong
    return stop_right / total if total > 0 else None


def bootstrap_predicted(counts: NDArray[np.int64], resamples: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """The predicted accuracy of `resamples` test sets drawn with replacement **by problem**; shape (resamples,).

    `counts` is Tally.decision_counts(). A resample in which the prediction is undefined is NaN.
    """
    n_problems = len(counts)
    if n_problems == 0:
        return np.full(resamples, np.nan)
    drawn = rng.multinomial(n_problems, np.full(n_problems, 1 / n_problems), size=resamples) @ counts
    first, first_right, right, right_stopped, wrong, wrong_resampled = drawn.T.astype(float)
    with np.errstate(invalid="ignore", divide="ignore"):
        p = first_right / first
        stop_right = np.where(p > 0, p * (right_stopped / right), 0.0)
        stop_wrong = np.where(p < 1, (1 - p) * (1 - wrong_resampled / wrong), 0.0)
        return np.where(first > 0, stop_right / (stop_right + stop_wrong), np.nan)


def calibrate(tally: Tally, *, resamples: int = BOOTSTRAP_RESAMPLES, seed: int = 0) -> Calibration:
    """The calibration of one model at one size.

    Rates have Wilson intervals; the prediction has the 2.5 and 97.5 percentiles of `resamples` resamples of the
    problems (100 in the paper), drawn from a generator that depends on `seed`, the model and the size only.
    """
    p = Rate(tally.total("first_right"), tally.total("first"))
    p_sc = Rate(tally.total("right_stopped"), tally.total("right_attempts"))
    p_rw = Rate(tally.total("wrong_resampled"), tally.total("wrong_attempts"))
    predicted = predicted_accuracy(p.value, p_sc.value, p_rw.value)
    interval: Interval | None = None
    if predicted is not None:
        rng = np.random.default_rng([seed, zlib.crc32(f"{tally.model}\0{tally.size}".encode())])
        draws = bootstrap_predicted(tally.decision_counts(), resamples, rng)
        defined = draws[~np.isnan(draws)]
        if len(defined):
            low, high = np.percentile(defined, [50 * (1 - CONFIDENCE), 50 * (1 + CONFIDENCE)])
            interval = float(low), float(high)
    return Calibration(
        model=tally.model,
        size=tally.size,
        accuracy=Rate(tally.total("right"), tally.total("trajectories")),
        p=p,
        p_sc=p_sc,
        p_rw=p_rw,
        predicted_accuracy=predicted,
        predicted_accuracy_ci=interval,
        n_truncated=tally.total("truncated"),
        n_without_candidate=tally.total("without_candidate"),
        n_reflecting=tally.total("reflecting"),
        n_resampling=tally.total("resampling"),
        n_reader_disagrees=tally.total("reader_disagrees"),
        mean_tokens=tally.tokens / tally.n_tokens if tally.n_tokens else None,
        mean_attempts=(p_sc.n + p_rw.n) / p.n if p.n else None,
    )


def size_order(size: str) -> tuple[int, int, str]:
    """Sorts sizes by difficulty: digits of the product, then of the larger operand; names that are no size come last.

    >>> sorted(["10x1", "3x4", "2x2", "1x3"], key=size_order)
    ['2x2', '1x3', '3x4', '10x1']
    """
    digits = size.lower().replace("×", "x").split("x")
    if len(digits) == 2 and all(part.isdecimal() for part in digits):
        first, second = int(digits[0]), int(digits[1])
        return first + second, max(first, second), size
    return 10**9, 10**9, size


def calibrate_all(
    tallies: Iterable[Tally], *, resamples: int = BOOTSTRAP_RESAMPLES, seed: int = 0
) -> list[Calibration]:
    """The calibrations of all, by model in the order of first appearance, then by size."""
    tallies = list(tallies)
    models = list(dict.fromkeys(tally.model for tally in tallies))
    ordered = sorted(tallies, key=lambda tally: (models.index(tally.model), size_order(tally.size)))
    return [calibrate(tally, resamples=resamples, seed=seed) for tally in ordered]
