"""The two-stage model of Sections 3.1 and 4.2: sample a candidate, then stop or resample; exact, by enumeration.

The smallest policy has three logits: p = σ(sample) is the probability of a correct candidate, p_sc = σ(stop) that of
STOP after a correct one, p_rw = σ(resample) that of RESAMPLE after a wrong one. As arrays the logits are in that
order.

A `Policy` is the same for any number of candidates: candidate `a` is sampled given the previous candidate (or none),
and the decision is taken given the current one, which is the state s_t of Section 3.1.

    policy = three_logit_policy(np.array([0.4, 2.2, 1.4]))
    trajectories = enumerate_trajectories(candidates=2, horizon=8)
    probabilities = np.exp(log_probabilities(policy, trajectories))
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from dsrecipes.theory.derivatives import Array

STOP, RESAMPLE = 0, 1
LOGITS = ("sample", "stop | correct", "resample | wrong")


@dataclass(frozen=True)
class Policy:
    """Log-probabilities of K candidates and of the decision after each.

    sample: (K + 1, K), row: the previous candidate, the last row: none yet. decide: (K, 2), columns STOP, RESAMPLE.
    correct: (K,), true where a candidate is the right answer.
    """

    sample: Array
    decide: Array
    correct: Array


@dataclass(frozen=True)
class Trajectories:
    """All trajectories of at most H attempts: n = K + K² + … + K^H that stop, then K^H that run into the limit.

    candidates: (n, H), -1 after the end. attempts: (n,), the number T of attempts. stopped: (n,), false at the limit.
    """

    candidates: Array
    attempts: Array
    stopped: Array

    @property
    def taken(self) -> Array:
        """(n, H): whether attempt t was made."""
        return self.candidates >= 0

    @property
    def decisions(self) -> Array:
        """(n, H): STOP or RESAMPLE after attempt t (STOP after the end, where `taken` is false)."""
        later = np.arange(self.candidates.shape[1]) >= (self.attempts - self.stopped)[:, None]
        return np.where(later, STOP, RESAMPLE)

    @property
    def final(self) -> Array:
        """(n,): the candidate of the last attempt."""
        return np.asarray(self.candidates[np.arange(len(self.attempts)), self.attempts - 1])


def log_sigmoid(x: Array) -> Array:
    """log σ(x) without overflow, for real or (dual) complex x."""
    negative = np.real(x) < 0
    return np.asarray(x * negative - np.log1p(np.exp(np.where(negative, x, -x))))


def probabilities(logits: Array) -> Array:
    """(p, p_sc, p_rw) of three logits; shape as given, the last axis of length 3."""
    return np.asarray(np.exp(log_sigmoid(logits)))


def three_logit_policy(logits: Array) -> Policy:
    """The `Policy` of three logits: candidate 0 is correct, 1 wrong, sampled alike whatever came before."""
    sample, stop, resample = logits
    return Policy(
        sample=np.tile(log_sigmoid(np.array([sample, -sample])), (3, 1)),
        decide=log_sigmoid(np.array([[stop, -stop], [-resample, resample]])),
        correct=np.array([True, False]),
    )


def accuracy(logits: Array) -> Array:
    """Probability that a trajectory of any length stops at a correct candidate (Section 4.2; formula reconstructed).

    p·p_sc / (p·p_sc + (1 − p)(1 − p_rw)): the absorption probability of the chain.
    """
    p, p_sc, p_rw = np.moveaxis(probabilities(logits), -1, 0)
    right = p * p_sc
    return np.asarray(right / (right + (1 - p) * (1 - p_rw)))


def expected_attempts(logits: Array) -> Array:
    """Expected number of attempts of a trajectory: 1 / (1 − p(1 − p_sc) − (1 − p) p_rw)."""
    p, p_sc, p_rw = np.moveaxis(probabilities(logits), -1, 0)
    return np.asarray(1 / (p * p_sc + (1 - p) * (1 - p_rw)))


def absorption_probability(policy: Policy) -> Array:
    """Accuracy of any policy without a limit on attempts: a linear solve over the K states."""
    stop, resample = np.exp(policy.decide).T
    sample = np.exp(policy.sample)
    after = np.linalg.solve(np.eye(len(stop)) - resample[:, None] * sample[:-1], stop * policy.correct)
    return np.asarray(sample[-1] @ after)


def enumerate_trajectories(candidates: int, horizon: int) -> Trajectories:
    """Every trajectory of at most `horizon` attempts over `candidates` candidates."""
    stopped = [path for attempts in range(1, horizon + 1) for path in product(range(candidates), repeat=attempts)]
    cut = list(product(range(candidates), repeat=horizon))
    paths = stopped + cut
    padded = np.full((len(paths), horizon), -1)
    for row, path in zip(padded, paths, strict=True):
        row[: len(path)] = path
    return Trajectories(padded, (padded >= 0).sum(axis=1), np.arange(len(paths)) < len(stopped))


def previous_candidates(trajectories: Trajectories) -> Array:
    """(n, H): the candidate before attempt t, as a row of `Policy.sample` (-1, the last row, before the first)."""
    return np.pad(trajectories.candidates[:, :-1], ((0, 0), (1, 0)), constant_values=-1)


def step_log_probabilities(policy: Policy, trajectories: Trajectories) -> tuple[Array, Array]:
    """log π_sample(a_t | s_{t-1}) and log π_d(d_t | s_t) of each attempt: two arrays (n, H), zero after the end."""
    taken, candidates = trajectories.taken, trajectories.candidates
    sampling = np.where(taken, policy.sample[previous_candidates(trajectories), candidates], 0)
    decision = np.where(taken, policy.decide[candidates, trajectories.decisions], 0)
    return sampling, decision


def log_probabilities(policy: Policy, trajectories: Trajectories) -> Array:
    """log P(τ) of each trajectory, by the factorization of Lemma 1: (n,)."""
    sampling, decision = step_log_probabilities(policy, trajectories)
    return np.asarray((sampling + decision).sum(axis=1))


def rewards(policy: Policy, trajectories: Trajectories) -> Array:
    """r(τ): 1 where a trajectory stops at a correct candidate, else 0, also at the limit (Section 3.1): (n,)."""
    return np.asarray((policy.correct[trajectories.final] & trajectories.stopped).astype(float))


def expected_reward(policy: Policy, trajectories: Trajectories, discount: float = 1.0) -> Array:
    """J = E[γ^(T−1) r(τ)], by summing over the trajectories."""
    worth = discount ** (trajectories.attempts - 1) * rewards(policy, trajectories)
    return np.asarray(np.exp(log_probabilities(policy, trajectories)) @ worth)
