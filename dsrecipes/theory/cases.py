"""What the checks of the theorems stand on: random small models, and pairs of values that should agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from dsrecipes.theory.derivatives import Array
from dsrecipes.theory.token_model import TokenModel
from dsrecipes.theory.two_stage import Policy, Trajectories, enumerate_trajectories

DEMONSTRATIONS = 16


@dataclass(frozen=True)
class Check:
    """A statement's two sides: arrays of one shape."""

    statement: str
    quantity: str
    formula: Array
    exact: Array

    @property
    def error(self) -> float:
        """The largest difference, relative to the largest exact value where that is above 1."""
        return float(np.max(np.abs(self.formula - self.exact)) / max(1.0, float(np.max(np.abs(self.exact)))))


@dataclass(frozen=True)
class CheckSummary:
    """A quantity over all the models on which it was checked."""

    units: ClassVar[dict[str, str]] = {
        "models": "count",
        "values": "count",
        "largest_error": "absolute, relative to the largest value where that is above 1",
    }
    statement: str
    quantity: str
    models: int
    values: int
    largest_error: float


@dataclass(frozen=True)
class Case:
    """One random small model with what the statements speak of.

    old: the parameters that the group was sampled with, and the reference of the KL penalty. demonstrations: (n,), a
    distribution over a few trajectories that stop, as supervised data. logits: three logits, for Section 4.2.
    """

    model: TokenModel
    theta: Array
    old: Array
    horizon: int
    discount: float
    kl_weight: float
    trajectories: Trajectories
    demonstrations: Array
    logits: Array

    @classmethod
    def random(cls, seed: int, candidates: int = 4, horizon: int = 4) -> Case:
        """A case from a seed: K^H + … + K trajectories, 596 with the defaults."""
        rng = np.random.default_rng(seed)
        model = TokenModel.random(rng, candidates)
        size = (model.features.shape[1],)
        trajectories = enumerate_trajectories(candidates, horizon)
        demonstrations = np.zeros(len(trajectories.stopped))
        shown = rng.permutation(np.flatnonzero(trajectories.stopped))[:DEMONSTRATIONS]
        demonstrations[shown] = rng.dirichlet(np.ones(len(shown)))
        return cls(
            model=model,
            theta=rng.normal(size=size),
            old=rng.normal(size=size),
            horizon=horizon,
            discount=float(rng.uniform(0.5, 1)),
            kl_weight=float(rng.uniform(0.1, 2)),
            trajectories=trajectories,
            demonstrations=demonstrations,
            logits=rng.normal(scale=2, size=3),
        )

    @property
    def policy(self) -> Policy:
        """The policy at `theta`."""
        return self.model.policy(self.theta)

    @property
    def old_policy(self) -> Policy:
        """The policy at `old`."""
        return self.model.policy(self.old)


def summarize(checks: Iterable[Check]) -> list[CheckSummary]:
    """One row a statement and quantity: models, values compared, the largest error."""
    groups: dict[tuple[str, str], list[Check]] = {}
    for check in checks:
        groups.setdefault((check.statement, check.quantity), []).append(check)
    return [
        CheckSummary(*key, len(group), sum(check.exact.size for check in group), max(check.error for check in group))
        for key, group in groups.items()
    ]
