"""The paper's lemmas and theorems as checks: the formula's value beside the same thing by exact enumeration.

The formulas were lost from the text that we have; each docstring states the theorem as it was **reconstructed** from
the proofs' words, the numbered steps that survived, and Appendix C. A check returns pairs that should agree to
rounding (1e-9).

    summarize(check_all(models=20, seed=0))  # dsrecipes.theory.summarize
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dsrecipes.theory.cases import Case, Check
from dsrecipes.theory.derivatives import Array, jacobian
from dsrecipes.theory.implicit_values import group_advantages
from dsrecipes.theory.supervised_theorems import lemma_3, lemma_4, theorem_d1, theorem_d2
from dsrecipes.theory.two_stage import (
    Trajectories,
    absorption_probability,
    accuracy,
    enumerate_trajectories,
    expected_reward,
    log_probabilities,
    previous_candidates,
    probabilities,
    rewards,
    three_logit_policy,
)
from dsrecipes.theory.values import (
    Gains,
    Scores,
    action_values,
    answer_reward,
    expected_action_values,
    kl_penalty,
    policy_gradient,
    returns_to_go,
)


def accuracy_formula(case: Case) -> list[Check]:
    """Section 4.2 (reconstructed): acc = p·p_sc / (p·p_sc + (1 − p)(1 − p_rw)).

    By enumeration up to H attempts the accuracy is acc·(1 − ρ^H), where ρ = p(1 − p_sc) + (1 − p)p_rw is the
    probability of going on; without a limit it is the solution of the chain's linear equations.
    """
    p, p_sc, p_rw = probabilities(case.logits)
    going_on = p * (1 - p_sc) + (1 - p) * p_rw
    policy = three_logit_policy(case.logits)
    horizon = 10
    enumerated = expected_reward(policy, enumerate_trajectories(2, horizon))
    closed = accuracy(case.logits)
    return [
        Check("Section 4.2", "accuracy within 10 attempts", closed * (1 - going_on**horizon), enumerated),
        Check("Section 4.2", "accuracy without a limit", closed, absorption_probability(policy)),
    ]


def lemma_1(case: Case) -> list[Check]:
    """Lemma 1 and Corollary 1 (reconstructed).

    P(τ | x) = Π_{t=1..T} π_sample(a_t | s_{t−1}) · Π_{t=1..T−1} π_d(RESAMPLE | s_t) · π_d(STOP | s_T), so that
    ∇ log P(τ) = Σ_t ∇ log π_sample(a_t | s_{t−1}) + Σ_t ∇ log π_d(d_t | s_t).

    Enumerated: the model writes tokens in all ways; its probabilities are differentiated automatically.
    """
    trajectories = case.trajectories

    def written(theta: Array) -> Array:
        return case.model.rollout_probabilities(theta, trajectories)

    formula = np.exp(log_probabilities(case.policy, trajectories))
    sampling, decision = _step_scores(case.model.scores(case.theta), trajectories)
    exact = written(case.theta)
    return [
        Check("Lemma 1", "probability of each trajectory", formula, exact),
        Check("Lemma 1", "total probability", np.ones(()), exact.sum()),
        Check(
            "Corollary 1",
            "gradient of each log-probability",
            (sampling + decision).sum(axis=1),
            jacobian(lambda theta: np.log(written(theta)), case.theta),
        ),
    ]


def lemma_2(case: Case) -> list[Check]:
    """Lemma 2 (reconstructed), J = E[γ^(T−1) r(τ)]:

    ∇J = E[Σ_t γ^(t−1) (∇ log π_sample(a_t | s_{t−1}) Q_sample(s_{t−1}, a_t) + ∇ log π_d(d_t | s_t) Q_d(s_t, d_t))].

    The formula's expectation is taken over discounted state visits, with Q from the Bellman recursion. Enumerated: J
    is summed over trajectories and differentiated automatically; Q is the mean return over the trajectories that take
    the action.
    """
    policy, gains = case.policy, answer_reward(case.policy)
    values = action_values(policy, gains, case.horizon, case.discount)
    return [
        *_q_checks("Lemma 2", case, gains),
        Check(
            "Lemma 2",
            "gradient of the expected return",
            policy_gradient(policy, case.model.scores(case.theta), values, case.discount),
            jacobian(
                lambda theta: expected_reward(case.model.policy(theta), case.trajectories, case.discount), case.theta
            ),
        ),
    ]


def theorem_3_1(case: Case) -> list[Check]:
    """Theorem 3.1 (reconstructed): the surrogate reward's Q of both kinds of action is the length-discounted advantage.

    Along a trajectory, Q_sample(s_{t−1}, a_t) = Q_d(s_t, d_t) = γ^(T−t) A(τ), with A(τ) = (r(τ) − mean) / std over
    the group and held fixed; with them Lemma 2 gives the gradient of E_old[π(τ) / π_old(τ) · γ^(T−1) A(τ)] (no
    clipping). The group is taken as large: mean and std are those of the policy that sampled it.

    Enumerated: the surrogate objective, summed over trajectories and differentiated automatically; Q by summing back
    from the end.
    """
    trajectories, scores = case.trajectories, case.model.scores(case.theta)
    old = np.exp(log_probabilities(case.old_policy, trajectories))
    advantages = group_advantages(old, rewards(case.old_policy, trajectories))
    steps = np.arange(1, case.horizon + 1)
    to_end = trajectories.attempts[:, None] - steps
    discounted = np.where(trajectories.taken, case.discount ** np.where(trajectories.taken, to_end, 0), 0)
    q = discounted * advantages[:, None]

    sampling, decision = _step_scores(scores, trajectories)
    weights = np.exp(log_probabilities(case.policy, trajectories))[:, None] * case.discount ** (steps - 1)

    def surrogate(theta: Array) -> Array:
        ratio = np.exp(log_probabilities(case.model.policy(theta), trajectories)) / old
        return np.asarray((old * ratio * case.discount ** (trajectories.attempts - 1)) @ advantages)

    wrong, right = advantages.min(), advantages.max()
    gains = Gains(np.zeros(case.policy.sample.shape), np.zeros(case.policy.decide.shape), wrong)
    gains.decide[:, 0] = np.where(case.policy.correct, right, wrong)
    back_sample, back_decide = returns_to_go(trajectories, gains, case.discount)
    return [
        Check("Theorem 3.1", "Q of sampling actions along each trajectory", q, back_sample),
        Check("Theorem 3.1", "Q of decisions along each trajectory", q, back_decide),
        *_q_checks("Theorem 3.1", case, gains),
        Check(
            "Theorem 3.1",
            "gradient of the surrogate objective",
            np.einsum("nt,nt,ntd->d", weights, q, sampling) + np.einsum("nt,nt,ntd->d", weights, q, decision),
            jacobian(surrogate, case.theta),
        ),
    ]


def theorem_3_2(case: Case) -> list[Check]:
    """Theorem 3.2 (reconstructed): the KL penalty's Q obey Bellman recursions with unequal immediate penalties.

    r_sample(t) = −β Σ_{l=1..L_t} log(π / π_ref) over the answer's tokens, r_d(t) = −β log(π_d / π_d,ref), one token;
    Q_sample(s_{t−1}, a_t) = r_sample(t) + E[Q_d(s_t, d_t)], Q_d(s_t, RESAMPLE) = r_d(t) + γ E[Q_sample(s_t, a_{t+1})],
    Q_d(s_T, STOP) = r_d(T). Hence Q_sample − Q_d = r_sample ≠ 0 along a trajectory: no one number serves both.

    Enumerated: Q as mean return, and the gradient of the penalty −β E[Σ_t γ^(t−1) log(π / π_ref)], whose dependence
    on θ through the log-ratio itself averages to zero.
    """
    trajectories, policy, reference = case.trajectories, case.policy, case.old_policy
    gains = kl_penalty(policy, reference, case.kl_weight)
    from_sample, from_decide = returns_to_go(trajectories, gains, case.discount)
    immediate = np.where(
        trajectories.taken, gains.sample[previous_candidates(trajectories), trajectories.candidates], 0
    )

    def penalty(theta: Array) -> Array:
        moved = case.model.policy(theta)
        total, _ = returns_to_go(trajectories, kl_penalty(moved, reference, case.kl_weight), case.discount)
        return np.asarray(np.exp(log_probabilities(moved, trajectories)) @ total[:, 0])

    values = action_values(policy, gains, case.horizon, case.discount)
    return [
        *_q_checks("Theorem 3.2", case, gains),
        Check("Theorem 3.2", "Q_sample − Q_d along each trajectory", immediate, from_sample - from_decide),
        Check(
            "Theorem 3.2",
            "gradient of the KL penalty",
            policy_gradient(policy, case.model.scores(case.theta), values, case.discount),
            jacobian(penalty, case.theta),
        ),
    ]


STATEMENTS: tuple[Callable[[Case], list[Check]], ...] = (
    accuracy_formula,
    lemma_1,
    lemma_2,
    theorem_3_1,
    theorem_3_2,
    lemma_3,
    theorem_d1,
    lemma_4,
    theorem_d2,
)


def check_all(models: int = 20, seed: int = 0) -> list[Check]:
    """All checks on `models` random small models."""
    cases = [Case.random(seed + number) for number in range(models)]
    return [check for statement in STATEMENTS for case in cases for check in statement(case)]


def _step_scores(scores: Scores, trajectories: Trajectories) -> tuple[Array, Array]:
    """∇ log π of each trajectory's sampling actions and decisions: two arrays (n, H, d), zero after the end."""
    taken = trajectories.taken[:, :, None]
    candidates = trajectories.candidates
    sampling = np.where(taken, scores.sample[previous_candidates(trajectories), candidates], 0)
    return sampling, np.where(taken, scores.decide[candidates, trajectories.decisions], 0)


def _q_checks(statement: str, case: Case, gains: Gains) -> list[Check]:
    """Q by the Bellman recursion against the mean return over trajectories, where a state is reached at all."""
    recursion = action_values(case.policy, gains, case.horizon, case.discount)
    weights = np.exp(log_probabilities(case.policy, case.trajectories))
    count = len(case.policy.correct)
    means = expected_action_values(weights, case.trajectories, gains, count, case.discount)
    reached = ~np.isnan(means.sample)
    return [
        Check(statement, "expected Q of sampling actions", recursion.sample[reached], means.sample[reached]),
        Check(statement, "expected Q of decisions", recursion.decide, means.decide),
    ]
