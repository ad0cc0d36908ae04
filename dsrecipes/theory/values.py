"""Returns and action values of the two-stage chain: along one trajectory, by enumeration, and by backward recursion.

Discounting counts attempts (reconstructed from "length-discounted advantage", Theorem 3.1): a sample and the decision
after it share attempt t, so what attempt t' earns is worth γ^(t'−t) to both, and the objective weighs attempt t by
γ^(t−1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dsrecipes.theory.derivatives import Array
from dsrecipes.theory.two_stage import RESAMPLE, STOP, Policy, Trajectories, previous_candidates


@dataclass(frozen=True)
class Gains:
    """Immediate rewards: sample (K + 1, K) and decide (K, 2), as in `Policy`; at_limit: for RESAMPLE at the limit."""

    sample: Array
    decide: Array
    at_limit: float = 0.0


@dataclass(frozen=True)
class Scores:
    """∇ log π of every action in d parameters: sample (K + 1, K, d), decide (K, 2, d)."""

    sample: Array
    decide: Array


@dataclass(frozen=True)
class ActionValues:
    """Q of every action at every attempt: sample (H, K + 1, K), decide (H, K, 2)."""

    sample: Array
    decide: Array


@dataclass(frozen=True)
class PathValues:
    """Q along one trajectory of T attempts: sample, one array an attempt with a value a token; decide, (T,)."""

    sample: tuple[Array, ...]
    decide: Array

    @property
    def first_token(self) -> Array:
        """(T,): Q of each sampling action as a whole, the value of its first token."""
        return np.array([tokens[0] for tokens in self.sample])


def reward_to_go(tokens: Sequence[Array], decisions: Array, discount: float = 1.0) -> PathValues:
    """Q by summing immediate rewards back from the end of one trajectory.

    tokens: the rewards of the tokens of each attempt, one array (L_t,) an attempt. decisions: (T,), those of the
    decisions.
    """
    sample, decide = [], []
    following: Array = np.zeros(())
    for token_rewards, decision_reward in zip(reversed(tokens), decisions[::-1], strict=True):
        decide.append(decision_reward + discount * following)
        sample.append(np.cumsum(token_rewards[::-1])[::-1] + decide[-1])
        following = sample[-1][0]
    return PathValues(tuple(reversed(sample)), np.array(decide[::-1]))


def action_values(policy: Policy, gains: Gains, horizon: int, discount: float) -> ActionValues:
    """Q by the Bellman recursion (Theorem 3.2), for trajectories of at most `horizon` attempts."""
    sample, decide = [], []
    beyond = np.full(len(policy.correct), gains.at_limit)
    for _ in range(horizon):
        decide.append(gains.decide + np.stack([np.zeros_like(beyond), beyond], axis=1))
        sample.append(gains.sample + (np.exp(policy.decide) * decide[-1]).sum(axis=1))
        beyond = discount * (np.exp(policy.sample) * sample[-1]).sum(axis=1)[:-1]
    return ActionValues(np.stack(sample[::-1]), np.stack(decide[::-1]))


def policy_gradient(policy: Policy, scores: Scores, values: ActionValues, discount: float) -> Array:
    """Lemma 2: the sum over attempts, states and actions of discounted visits × π × ∇ log π × Q; shape (d,)."""
    sample, decide = np.exp(policy.sample), np.exp(policy.decide)
    gradient = np.zeros(scores.sample.shape[-1])
    before = np.zeros(len(sample))
    before[-1] = 1
    for q_sample, q_decide in zip(values.sample, values.decide, strict=True):
        after = before @ sample
        gradient += np.einsum("p,pa,pa,pad->d", before, sample, q_sample, scores.sample)
        gradient += np.einsum("a,ak,ak,akd->d", after, decide, q_decide, scores.decide)
        before = discount * np.append(after * decide[:, RESAMPLE], 0)
    return gradient


def returns_to_go(trajectories: Trajectories, gains: Gains, discount: float) -> tuple[Array, Array]:
    """Discounted returns from each sampling action on, and from each decision on: two (n, H), zero after the end."""
    taken, candidates = trajectories.taken, trajectories.candidates
    sampled = np.where(taken, gains.sample[previous_candidates(trajectories), candidates], 0)
    decided = np.where(taken, gains.decide[candidates, trajectories.decisions], 0)
    horizon = candidates.shape[1]
    sample, decide = np.zeros_like(sampled + decided), np.zeros_like(sampled + decided)
    beyond = np.where(trajectories.stopped, 0, gains.at_limit).astype(sample.dtype)
    for t in reversed(range(horizon)):
        decide[:, t] = np.where(taken[:, t], decided[:, t] + beyond, 0)
        sample[:, t] = np.where(taken[:, t], sampled[:, t] + decide[:, t], 0)
        beyond = np.where(taken[:, t], discount * sample[:, t], beyond)
    return sample, decide


def expected_action_values(
    probabilities: Array, trajectories: Trajectories, gains: Gains, candidates: int, discount: float
) -> ActionValues:
    """Q by its definition: the mean return over the trajectories that take the action in the state, else NaN."""
    horizon = trajectories.candidates.shape[1]
    from_sample, from_decide = returns_to_go(trajectories, gains, discount)
    rows, steps = np.nonzero(trajectories.taken)
    current = trajectories.candidates[rows, steps]
    sampling = (steps, previous_candidates(trajectories)[rows, steps], current)
    deciding = (steps, current, trajectories.decisions[rows, steps])

    def mean(shape: tuple[int, ...], where: tuple[Array, ...], returns: Array) -> Array:
        weight, total = np.zeros(shape), np.zeros(shape)
        np.add.at(weight, where, probabilities[rows])
        np.add.at(total, where, probabilities[rows] * returns[rows, steps])
        return np.asarray(np.divide(total, weight, out=np.full(shape, np.nan), where=weight > 0))

    return ActionValues(
        mean((horizon, candidates + 1, candidates), sampling, from_sample),
        mean((horizon, candidates, 2), deciding, from_decide),
    )


def answer_reward(policy: Policy) -> Gains:
    """The reward of Section 3.1: 1 for STOP at a correct candidate."""
    decide = np.zeros(policy.decide.shape)
    decide[:, STOP] = policy.correct
    return Gains(np.zeros(policy.sample.shape), decide)


def kl_penalty(policy: Policy, reference: Policy, weight: float) -> Gains:
    """The immediate penalties of Section 3.3.2: −β (log π − log π_ref) of each action (the sum over its tokens)."""
    return Gains(-weight * (policy.sample - reference.sample), -weight * (policy.decide - reference.decide))
