"""One model at one size, measured: its accuracy, its sampling and decision policy, and what the two-stage model makes
of them (Section 4.2).

Trajectories that reached the token limit count for the observed accuracy only: the paper leaves them out of Figure 2
(Appendix E.2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dsrecipes.analysis.goodness_of_fit import GoodnessOfFit, goodness_of_fit
from dsrecipes.analysis.intervals import (
    CONFIDENCE,
    Estimate,
    Interval,
    Rate,
    Resampled,
    generator,
    percentile_interval,
    ratio,
    resampled_totals,
)
from dsrecipes.analysis.tally import COUNTS, N_INDICES, TRANSITIONS, Tally
from dsrecipes.analysis.two_stage import (
    FORMULA,
    MISFIT_COUNTS,
    POLICY_COUNTS,
    policy_rates,
    predicted_accuracies,
)

if TYPE_CHECKING:
    from dsrecipes.analysis.settings import Settings

P_FT_DEFINITION = (
    "assumed: F->T / all transitions from a wrong candidate; by response: last candidate right / first candidate wrong "
    "(Kang et al. 2025, arXiv 2510.08308, as the paper's Table 2 quotes it without its denominator)"
)


@dataclass(frozen=True, slots=True)
class AttemptRates:
    """The policy at one attempt index, counted from 0; the last index stands for all later ones too."""

    index: int
    p: Estimate
    p_sc: Estimate
    p_rw: Estimate

    def to_json(self) -> dict[str, object]:
        return {
            "attempt": self.index,
            "and_later": self.index == N_INDICES - 1,
            "n": self.p.n,
            "n_correct": self.p_sc.n,
            "n_wrong": self.p_rw.n,
            **_rate_json("accuracy", self.p),
            **_rate_json("p_sc", self.p_sc),
            **_rate_json("p_rw", self.p_rw),
        }


@dataclass(frozen=True, slots=True)
class Calibration:
    """One model at one size: the measured policy, the accuracy predicted from it, and the accuracy observed.

    `transitions` counts the reflections by the candidates that they lead from and to (tally.TRANSITIONS), `p_ft` is the
    share of those from a wrong candidate that end in a right one, `p_ft_by_response` the share of responses that begin
    wrong and end right. `settings` says how the intervals were made.
    """

    model: str
    size: str
    settings: Settings
    accuracy: Estimate
    p: Estimate
    p_sc: Estimate
    p_rw: Estimate
    predicted_accuracy: float | None
    predicted_resampled: Resampled
    by_attempt: tuple[AttemptRates, ...]
    transitions: Mapping[str, int]
    p_ft: Estimate
    p_ft_by_response: Estimate
    fit: GoodnessOfFit
    n_problems: int
    n_truncated: int
    n_without_candidate: int
    n_reflecting: int
    n_resampling: int
    n_reader_disagrees: int
    n_tokens: int
    mean_tokens: float | None
    mean_attempts: float | None

    @property
    def n_finished(self) -> int:
        return self.accuracy.n - self.n_truncated

    @property
    def n_reflections(self) -> int:
        return sum(self.transitions.values())

    @property
    def predicted_accuracy_ci(self) -> Interval | None:
        return self.predicted_resampled.interval if self.predicted_accuracy is not None else None

    def to_json(self) -> dict[str, object]:
        """The object of calibration.json: rates as fractions of 1, intervals as [low, high], null where undefined."""
        return {
            "model": self.model,
            "size": self.size,
            "n": self.accuracy.n,
            "n_problems": self.n_problems,
            "n_truncated": self.n_truncated,
            "interval_method": self.settings.interval,
            "confidence": CONFIDENCE,
            "resamples": self.settings.resamples,
            "seed": self.settings.seed,
            **_rate_json("accuracy", self.accuracy),
            **_rate_json("p", self.p),
            **_rate_json("p_sc", self.p_sc),
            **_rate_json("p_rw", self.p_rw),
            "n_first": self.p.n,
            "n_correct_attempts": self.p_sc.n,
            "n_wrong_attempts": self.p_rw.n,
            "predicted_accuracy": self.predicted_accuracy,
            "predicted_accuracy_ci": _bounds(self.predicted_accuracy_ci),
            "predicted_accuracy_undefined_resamples": self.predicted_resampled.n_undefined,
            "predicted_accuracy_formula": FORMULA,
            "n_without_candidate": self.n_without_candidate,
            "n_reader_disagrees": self.n_reader_disagrees,
            "reflection_rate": self._per_finished(self.n_reflecting),
            "resampling_rate": self._per_finished(self.n_resampling),
            "n_reflections": self.n_reflections,
            "mean_reflections": self._per_finished(self.n_reflections),
            "mean_attempts": self.mean_attempts,
            "n_tokens": self.n_tokens,
            "mean_tokens": self.mean_tokens,
            "by_attempt": [rates.to_json() for rates in self.by_attempt],
            "transitions": dict(self.transitions),
            "n_p_ft": self.p_ft.n,
            **_rate_json("p_ft", self.p_ft),
            "n_p_ft_by_response": self.p_ft_by_response.n,
            **_rate_json("p_ft_by_response", self.p_ft_by_response),
            "p_ft_definition": P_FT_DEFINITION,
            "goodness_of_fit": self.fit.to_json(),
        }

    def _per_finished(self, amount: int) -> float | None:
        return amount / self.n_finished if self.n_finished else None


def _bounds(interval: Interval | None) -> list[float] | None:
    return list(interval) if interval else None


def _rate_json(name: str, estimate: Estimate) -> dict[str, object]:
    fields: dict[str, object] = {name: estimate.value, f"{name}_ci": _bounds(estimate.interval)}
    if estimate.n_undefined is not None:
        fields[f"{name}_undefined_resamples"] = estimate.n_undefined
    return fields


def calibrate(tally: Tally, settings: Settings) -> Calibration:
    """The calibration of one model at one size.

    Rates have the interval of `settings.interval`; the predicted accuracy and the misfit always have that of the
    bootstrap by problem, whose random numbers depend on the seed, the model and the size only.
    """
    total = {name: tally.total(name) for name in COUNTS}
    draws = resampled_totals(
        tally.columns(_RESAMPLED), settings.resamples, generator(settings.seed, tally.model, tally.size)
    )
    resampled = {name: draws[:, column] for column, name in enumerate(_RESAMPLED)}
    estimates = _estimates(total, resampled, settings)
    policy = np.array([total[name] for name in POLICY_COUNTS])
    predicted = float(predicted_accuracies(*policy_rates(policy)))
    misfit_draws = np.column_stack([resampled[name] for name in MISFIT_COUNTS])
    predicted_draws = predicted_accuracies(*policy_rates(misfit_draws[:, : len(POLICY_COUNTS)]))
    n_attempts = total["right_attempts"] + total["wrong_attempts"]
    return Calibration(
        model=tally.model,
        size=tally.size,
        settings=settings,
        accuracy=estimates["accuracy"],
        p=estimates["p"],
        p_sc=estimates["p_sc"],
        p_rw=estimates["p_rw"],
        predicted_accuracy=None if np.isnan(predicted) else predicted,
        predicted_resampled=percentile_interval(predicted_draws),
        by_attempt=tuple(
            AttemptRates(index, *(estimates[f"{name}_{index}"] for name in ("p", "p_sc", "p_rw")))
            for index in range(N_INDICES)
            if total[f"attempts_{index}"]
        ),
        transitions={name: total[name] for name in TRANSITIONS},
        p_ft=estimates["p_ft"],
        p_ft_by_response=estimates["p_ft_by_response"],
        fit=goodness_of_fit(tally, misfit_draws),
        n_problems=len(tally.problems),
        n_truncated=total["truncated"],
        n_without_candidate=total["without_candidate"],
        n_reflecting=total["reflecting"],
        n_resampling=total["resampling"],
        n_reader_disagrees=total["reader_disagrees"],
        n_tokens=total["with_tokens"],
        mean_tokens=total["tokens"] / total["with_tokens"] if total["with_tokens"] else None,
        mean_attempts=n_attempts / total["first"] if total["first"] else None,
    )


def _estimates(total: Mapping[str, int], resampled: Mapping[str, Any], settings: Settings) -> dict[str, Estimate]:
    estimates = {}
    by_draw = _rates(resampled) if settings.interval == "bootstrap" else {}
    for name, (successes, n) in _rates(total).items():
        rate = Rate(successes, n)
        if settings.interval == "bootstrap":
            draws = percentile_interval(ratio(*by_draw[name]))
            estimates[name] = Estimate(rate, draws.interval, draws.n_undefined)
        else:
            estimates[name] = Estimate(rate, rate.interval_by(settings.interval))
    return estimates


def _rates(counts: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Successes and denominator of every rate, from numbers or from arrays of resamples."""
    by_attempt = {}
    for index in range(N_INDICES):
        attempts, right = counts[f"attempts_{index}"], counts[f"right_{index}"]
        by_attempt[f"p_{index}"] = right, attempts
        by_attempt[f"p_sc_{index}"] = counts[f"right_stopped_{index}"], right
        by_attempt[f"p_rw_{index}"] = counts[f"wrong_resampled_{index}"], attempts - right
    return by_attempt | {
        "accuracy": (counts["right"], counts["trajectories"]),
        "p": (counts["first_right"], counts["first"]),
        "p_sc": (counts["right_stopped"], counts["right_attempts"]),
        "p_rw": (counts["wrong_resampled"], counts["wrong_attempts"]),
        "p_ft": (counts["f_to_t"], counts["f_to_t"] + counts["f_to_same"] + counts["f_to_other"]),
        "p_ft_by_response": (counts["repaired"], counts["first"] - counts["first_right"]),
    }


def _resampled() -> tuple[str, ...]:
    """The counts that the rates and the misfit are made of; problems that differ in others only are drawn together."""
    asked: dict[str, int] = defaultdict(int, dict.fromkeys(MISFIT_COUNTS, 0))
    _rates(asked)
    return tuple(name for name in COUNTS if name in asked)


# The same whatever the intervals of the rates: other columns would make other draws of the predicted accuracy.
_RESAMPLED = _resampled()


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


def calibrate_all(tallies: Iterable[Tally], settings: Settings) -> list[Calibration]:
    """The calibrations of all, by model in the order of first appearance, then by size."""
    tallies = list(tallies)
    models = list(dict.fromkeys(tally.model for tally in tallies))
    ordered = sorted(tallies, key=lambda tally: (models.index(tally.model), size_order(tally.size)))
    return [calibrate(tally, settings) for tally in ordered]
