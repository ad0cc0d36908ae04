"""Figure 1: training dynamics of the three-logit illustration under surrogate reward plus KL penalty (Section 3.3.2).

Gradient ascent on the exact expectation over trajectories of any length, with no sampling noise:

    surrogate: ∇J / sqrt(J(1 − J)), the expectation of the group-normalised advantage times ∇ log P(τ) (Theorem 3.1, γ
    = 1,
        group large), where J is the accuracy;
    KL: −β E[Σ_t L(a_t) log(π_sample / π_ref) + log(π_d / π_d,ref)] by its policy gradient (Theorem 3.2), each answer's
        log-ratio weighted by its length as in Appendix C.

The reference is set to the policy every `update_period` steps. There its KL gradient is zero and the KL ratio
undefined (NaN).

Attribution ratio: |gradient of the sampling logit| / (sum of |gradient| of the two decision logits). The paper's own
definition was lost (**assumed**); with this one Appendix C's numbers give 2.31 for the KL penalty, its "exceeds 2:1".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from dsrecipes.errors import UserError
from dsrecipes.theory.derivatives import Array, gradients
from dsrecipes.theory.two_stage import LOGITS, accuracy, expected_attempts, log_sigmoid, probabilities

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Constants:
    """What Figure 1 depends on; `provenance` says where each value comes from."""

    logits: tuple[float, float, float] = field(
        default=(0.0, 0.0, 0.0),
        metadata={"status": "assumed", "why": "not given; every choice starts even: p = p_sc = p_rw = 0.5"},
    )
    correct_length: float = field(
        default=8, metadata={"status": "reconstructed", "why": "tokens of a correct answer in Appendix C"}
    )
    wrong_length: float = field(
        default=8, metadata={"status": "reconstructed", "why": "tokens of a wrong answer in Appendix C"}
    )
    kl_weight: float = field(default=1.0, metadata={"status": "reconstructed", "why": "the weight of Appendix C"})
    step_size: float = field(
        default=0.02,
        metadata={
            "status": "assumed",
            "why": "not given; half of it, with twice the steps and period, moves no probability by 0.001",
        },
    )
    update_period: int = field(
        default=50,
        metadata={
            "status": "assumed",
            "why": "not given; short enough for the KL gradient not to come to rest before the update",
        },
    )
    steps: int = field(
        default=400, metadata={"status": "assumed", "why": "gradient steps; not given; eight periods of the reference"}
    )

    def __post_init__(self) -> None:
        positive = ("correct_length", "wrong_length", "step_size", "update_period", "steps")
        bad = [name for name in positive if getattr(self, name) <= 0]
        if self.kl_weight < 0:
            bad.append("kl_weight")
        if bad:
            raise UserError(
                f"{', '.join(bad)} must be positive (kl_weight: not negative)",
                where="theory.dynamics.Constants",
                hint="the defaults are Figure 1's; change only what the question is about",
            )

    def provenance(self) -> list[ConstantSource]:
        """One row a constant: its value, `reconstructed` or `assumed`, and why."""
        return [
            ConstantSource(item.name, str(getattr(self, item.name)), item.metadata["status"], item.metadata["why"])
            for item in fields(self)
        ]


@dataclass(frozen=True)
class ConstantSource:
    """A constant of Figure 1 and where it comes from."""

    constant: str
    value: str
    status: str
    why: str


@dataclass(frozen=True)
class Dynamics:
    """All panels of Figure 1. Axis 0: the step, before its update; axis 1: the logits in the order of `LOGITS`.

    probabilities: p, p_sc, p_rw. surrogate, kl, net: gradients, signed, net = surrogate + kl. accuracy: (steps,).
    """

    units: ClassVar[dict[str, str]] = {
        "step": "gradient step",
        "accuracy": "1",
        "probability": "1",
        "surrogate": "advantage per unit of logit",
        "kl": "nats per unit of logit",
        "net": "objective per unit of logit",
        "ratio": "sampling : decision, 1",
    }
    constants: Constants
    probabilities: Array
    accuracy: Array
    surrogate: Array
    kl: Array

    @property
    def net(self) -> Array:
        """(steps, 3): the gradient that the logits follow."""
        return np.asarray(self.surrogate + self.kl)

    @property
    def surrogate_ratio(self) -> Array:
        """(steps,): attribution ratio of the surrogate reward."""
        return attribution_ratio(self.surrogate)

    @property
    def kl_ratio(self) -> Array:
        """(steps,): attribution ratio of the KL penalty, NaN where the reference is the policy itself."""
        return attribution_ratio(self.kl)

    def frame(self) -> pd.DataFrame:
        """One row a step, a column a curve; `attrs["units"]` gives the units by the column's first word."""
        import pandas as pd

        columns = {"step": np.arange(len(self.accuracy)), "accuracy": self.accuracy}
        for quantity, values in (
            ("probability", self.probabilities),
            ("surrogate", self.surrogate),
            ("kl", self.kl),
            ("net", self.net),
        ):
            columns |= {f"{quantity} {name}": values[:, i] for i, name in enumerate(LOGITS)}
        columns |= {"ratio surrogate": self.surrogate_ratio, "ratio kl": self.kl_ratio}
        frame = pd.DataFrame(columns)
        frame.attrs["units"] = dict(self.units)
        return frame


def attribution_ratio(gradients: Array) -> Array:
    """|∂ sample| / (|∂ stop| + |∂ resample|) of gradients (..., 3); NaN where both sides are zero."""
    size = np.abs(gradients)
    decision = size[..., 1] + size[..., 2]
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(size[..., 0] / decision)


def surrogate_gradient(logits: Array) -> Array:
    """Gradient of the surrogate reward in the three logits: ∇J / sqrt(J(1 − J)).

    `logits` (…, 3); so is the result. In closed form sqrt(J(1 − J)) · (1, 1 − p_sc, p_rw), so that the attribution
    ratio is 1 / (1 − p_sc + p_rw).
    """
    reached = accuracy(logits)
    return np.asarray(gradients(accuracy, logits) / np.sqrt(reached * (1 - reached))[..., None])


def kl_gradient(logits: Array, reference: Array, *constants: Constants) -> Array:
    """Gradient of the KL penalty in the three logits: the expectation of Q × ∇ log π, as in Appendix C.

    Of one setting, or of as many as `logits` and `reference` (settings, 3) have rows, each with its own constants.

    The log-ratios are held fixed as rewards are. With answers of one length this is the gradient of the penalty
    itself; with two lengths it is not, because a length times an answer's log-ratio is not a sum over the answer's
    tokens.
    """
    chosen = log_sigmoid(logits) - log_sigmoid(reference)
    other = log_sigmoid(-logits) - log_sigmoid(-reference)
    correct, wrong, weight = np.array([(c.correct_length, c.wrong_length, c.kl_weight) for c in constants], float).T
    once = np.ones_like(correct)
    shape = (*np.shape(logits)[:-1], 1, 3)  # the axis before the last: of the directions to differentiate in
    chosen_cost = np.reshape(chosen * np.stack([correct, once, once], axis=-1), shape)
    other_cost = np.reshape(other * np.stack([wrong, once, once], axis=-1), shape)
    weight = np.reshape(weight, shape[:-1])

    def penalty(moved: Array) -> Array:
        costs = np.exp(log_sigmoid(moved)) * chosen_cost + np.exp(log_sigmoid(-moved)) * other_cost
        sampling, after_correct, after_wrong = np.moveaxis(costs, -1, 0)
        p = probabilities(moved)[..., 0]
        attempt = sampling + p * after_correct + (1 - p) * after_wrong
        return np.asarray(-weight * expected_attempts(moved) * attempt)

    return gradients(penalty, logits)


def train(constants: Constants | None = None) -> Dynamics:
    """Runs gradient ascent and keeps what Figure 1 shows. Deterministic."""
    return train_all([constants or Constants()])[0]


def train_all(settings: Sequence[Constants]) -> list[Dynamics]:
    """`train` of each of the settings, all at once: a step of forty takes little longer than a step of one."""
    logits = np.array([c.logits for c in settings], dtype=float)
    reference = logits
    periods = np.array([c.update_period for c in settings])
    step_size = np.array([[c.step_size] for c in settings])
    steps = max(c.steps for c in settings)
    path, surrogate, kl = (np.empty((len(settings), steps, 3)) for _ in range(3))
    for step in range(steps):
        reference = np.where(step % periods[:, None] == 0, logits, reference)
        path[:, step] = logits
        surrogate[:, step] = surrogate_gradient(logits)
        kl[:, step] = kl_gradient(logits, reference, *settings)
        logits = logits + step_size * (surrogate[:, step] + kl[:, step])
    return [
        Dynamics(c, probabilities(way), accuracy(way), of_reward, of_kl)
        for c, *curves in zip(settings, path, surrogate, kl, strict=True)
        for way, of_reward, of_kl in [[curve[: c.steps] for curve in curves]]
    ]
