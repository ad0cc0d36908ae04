"""Appendix D's comparison of SFT, DFT and RL, each entry found by measurement on small random models.

Q is taken along a trajectory that is given: a demonstration for SFT and DFT, a rollout with its advantage held fixed
for RL, without discounting. Whether Q depends on the policy is asked of its automatic derivatives in the logits;
whether it grows with future length by lengthening a later answer token by token. The last two properties are ours:
they say how far the paper's Q may be taken for the Q that a gradient step uses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from dsrecipes.theory.cases import Case
from dsrecipes.theory.derivatives import Array, jacobian
from dsrecipes.theory.implicit_values import dft_values, group_advantages, sft_values, surrogate_values
from dsrecipes.theory.paper import paper
from dsrecipes.theory.token_model import TokenLogProbs
from dsrecipes.theory.two_stage import log_probabilities, log_sigmoid, rewards
from dsrecipes.theory.values import PathValues, action_values, answer_reward

METHODS = ("SFT", "DFT", "RL")
_ZERO = 1e-12
_LONGER = 32


@dataclass(frozen=True)
class AttributionRow:
    """An entry of the table: the paper's word (None: lost or not in the paper) beside ours, and what ours rests on.

    low, high: the smallest and largest value of the measure over trajectories (NaN where ours follows from other rows).
    """

    units: ClassVar[dict[str, str]] = {"low": "as the measure says", "high": "as the measure says"}
    property: str
    method: str
    source: str
    paper: str | None
    ours: str
    agrees: bool | None
    measure: str
    low: float
    high: float


@dataclass(frozen=True)
class _Measurement:
    """A property of one method: the word that the evidence gives, what was measured, its range."""

    word: str
    measure: str
    low: float
    high: float


@dataclass(frozen=True)
class _Trial:
    """A trajectory of a random model, its advantage, and random logits by which a later answer is lengthened."""

    case: Case
    candidates: tuple[int, ...]
    advantage: float
    extra_logits: Array

    @property
    def logits(self) -> Array:
        return np.asarray(self.case.model.features @ self.case.theta)

    def log_probs(self, logits: Array) -> TokenLogProbs:
        return self.case.model.token_log_probs(self.case.model.split(logits), self.candidates)

    def values(self, method: str, log_probs: TokenLogProbs) -> PathValues:
        if method == "RL":
            return surrogate_values(log_probs, self.advantage)
        return {"SFT": sft_values, "DFT": dft_values}[method](log_probs)


def appendix_d_rows(models: int = 20, seed: int = 0) -> list[AttributionRow]:
    """The table of Appendix D measured on `models` random small models, one row a property and method."""
    trials = [_trial(seed + number) for number in range(models)]
    entries = {row["property"]: row for row in paper()["appendix_d"]["rows"]}
    measured = {method: _measure(method, trials) for method in METHODS}
    rows = []
    for name in measured["RL"]:
        for method in METHODS:
            found = measured[method][name]
            said = entries[name][method] if name in entries else None
            rows.append(
                AttributionRow(
                    property=name,
                    method=method,
                    source="paper" if name in entries else "ours",
                    paper=said,
                    ours=found.word,
                    agrees=None if said is None else said == found.word,
                    measure=found.measure,
                    low=found.low,
                    high=found.high,
                )
            )
    return rows


def _trial(seed: int) -> _Trial:
    case = Case.random(seed)
    rng = np.random.default_rng(seed)
    attempts = rng.integers(2, case.horizon + 1)
    candidates = tuple(rng.integers(len(case.model.strings), size=attempts).tolist())
    weights = np.exp(log_probabilities(case.policy, case.trajectories))
    advantages = group_advantages(weights, rewards(case.policy, case.trajectories))
    right = bool(case.policy.correct[candidates[-1]])
    return _Trial(case, candidates, float(advantages.max() if right else advantages.min()), rng.normal(size=_LONGER))


def _measure(method: str, trials: list[_Trial]) -> dict[str, _Measurement]:
    on_decision = np.array([_sensitivity(trial, method, of_sampling=True) for trial in trials])
    on_sampling = np.array([_sensitivity(trial, method, of_sampling=False) for trial in trials])
    growth = np.array([_growth(trial, method) for trial in trials])
    gap = np.array([_gap(trial, method) for trial in trials])
    aligned = np.array([_alignment(trial, method) for trial in trials])
    slope = "largest |∂Q/∂logit|, relative to the largest |Q|"
    found = {
        "Q_sample depends on π_d": _judge(on_decision > _ZERO, slope, on_decision),
        "Q_d depends on π_sample": _judge(on_sampling > _ZERO, slope, on_sampling),
        "Q_d depends on future lengths": _Measurement(
            _growth_word(growth),
            "change of the first decision's Q with each token more in the next answer",
            float(growth.min()),
            float(growth.max()),
        ),
        "one sufficient statistic": _judge(
            gap < _ZERO, "largest |Q_sample − Q_d| of one attempt, relative to |Q_d|", gap
        ),
    }
    grade = _grade(*(item.word for item in found.values()))
    found["gradient attribution"] = _Measurement(grade, "follows from the four rows above", np.nan, np.nan)
    found["Q weighs ∇ log π as the gradient does"] = _judge(
        aligned > 1 - _ZERO, "cosine of Σ Q ∇ log π and the objective's gradient", aligned
    )
    found["Q expected over rollouts depends on the policy"] = _expected(method, trials)
    return found


def _judge(holds: Array, measure: str, values: Array) -> _Measurement:
    word = "yes" if holds.all() else "sometimes" if holds.any() else "no"
    return _Measurement(word, measure, float(values.min()), float(values.max()))


def _sensitivity(trial: _Trial, method: str, of_sampling: bool) -> float:
    """How much Q_sample moves with the decision logits (of_sampling), or Q_d with the sampling logits."""

    def q(logits: Array) -> Array:
        values = trial.values(method, trial.log_probs(logits))
        return np.concatenate(values.sample) if of_sampling else values.decide

    decisions = len(trial.case.model.strings)
    slopes = jacobian(q, trial.logits)
    slopes = slopes[:, -decisions:] if of_sampling else slopes[:, :-decisions]
    return float(np.abs(slopes).max() / np.abs(q(trial.logits)).max())


def _growth(trial: _Trial, method: str) -> Array:
    """What each of `_LONGER` tokens more at the end of the second answer adds to Q of the first decision."""
    log_probs = trial.log_probs(trial.logits)
    extra = log_sigmoid(trial.extra_logits)

    def first_decision(longer: int) -> float:
        first, second, *later = log_probs.tokens
        tokens = (first, np.append(second, extra[:longer]), *later)
        return float(trial.values(method, TokenLogProbs(tokens, log_probs.decisions)).decide[0])

    return np.diff([first_decision(longer) for longer in range(_LONGER + 1)])


def _growth_word(growth: Array) -> str:
    if np.abs(growth).max() < _ZERO:
        return "no"
    if growth.min() < _ZERO:
        return "sometimes"
    # A sum of up to some hundred numbers: its differences are equal to fewer digits than a number is.
    return "yes, constant" if np.ptp(growth) < 1e3 * _ZERO else "yes, weighted"


def _gap(trial: _Trial, method: str) -> float:
    values = trial.values(method, trial.log_probs(trial.logits))
    return float(np.max(np.abs(values.first_token - values.decide) / np.abs(values.decide)))


def _grade(sample_entangled: str, decision_entangled: str, grows: str, one_statistic: str) -> str:
    """The paper's words: entangled with the policy, free of it but not of length, or free of both."""
    if (sample_entangled, decision_entangled) != ("no", "no"):
        return "imperfect"
    return "perfect" if (grows, one_statistic) == ("no", "yes") else "improved"


def _alignment(trial: _Trial, method: str) -> float:
    """Cosine, in the shared parameters, of the sum of Q ∇ log π and the gradient of the objective itself."""
    model, theta = trial.case.model, trial.case.theta

    def all_log_probs(moved: Array) -> Array:
        log_probs = trial.log_probs(model.features @ moved)
        return np.concatenate([*log_probs.tokens, log_probs.decisions])

    values = trial.values(method, trial.log_probs(trial.logits))
    q = np.concatenate([*values.sample, values.decide])
    slopes = jacobian(all_log_probs, theta)
    objective = {
        "SFT": np.ones(len(q)),
        "DFT": np.exp(all_log_probs(theta)),
        "RL": np.full(len(q), trial.advantage),
    }[method]
    said, true = q @ slopes, objective @ slopes
    return float(said @ true / np.sqrt((said @ said) * (true @ true)))


def _expected(method: str, trials: list[_Trial]) -> _Measurement:
    """Of RL only: a demonstration is given, and its Q is no expectation over what the policy does."""
    if method != "RL":
        return _Measurement("not defined: the trajectory is given", "", np.nan, np.nan)

    def sensitivity(trial: _Trial) -> float:
        case = trial.case
        gains = answer_reward(case.policy)

        def q(theta: Array) -> Array:
            return action_values(case.model.policy(theta), gains, case.horizon, 1.0).sample

        return float(np.abs(jacobian(q, case.theta)).max())

    slopes = np.array([sensitivity(trial) for trial in trials])
    return _judge(slopes > _ZERO, "largest |∂E[r | s, a]/∂θ|, sampling actions", slopes)
