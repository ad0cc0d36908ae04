"""Appendix D's lemmas and theorems as checks: SFT and DFT over a distribution of demonstrations (see theorems.py)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dsrecipes.theory.cases import Case, Check
from dsrecipes.theory.derivatives import Array, jacobian
from dsrecipes.theory.implicit_values import dft_values, sft_values
from dsrecipes.theory.token_model import TokenLogProbs
from dsrecipes.theory.values import PathValues


def lemma_3(case: Case) -> list[Check]:
    """Lemma 3 (reconstructed): ∇ E_D[log π(τ)] = E_D[Σ_k (1 / π_k) ∇π_k], a reward 1 a token k, weighted by 1/π."""
    return [
        Check(
            "Lemma 3",
            "SFT gradient",
            _token_gradient(case, lambda probability: 1 / probability),
            jacobian(lambda theta: _token_objective(case, theta, np.asarray), case.theta),
        )
    ]


def lemma_4(case: Case) -> list[Check]:
    """Lemma 4 (reconstructed): DFT's gradient E_D[Σ_k π_k ∇ log π_k], the weight held, is E_D[Σ_k ∇π_k]."""
    return [
        Check(
            "Lemma 4",
            "DFT gradient",
            _token_gradient(case, np.ones_like),
            jacobian(lambda theta: _token_objective(case, theta, np.exp), case.theta),
        )
    ]


def theorem_d1(case: Case) -> list[Check]:
    """Theorem D.1 (reconstructed): SFT's implicit Q, with r = 1/π for each token of the demonstration.

    Q_d(t) = 1/π_d(t) + Σ_{t'>t} (Σ_l 1/π_sample(t', l) + 1/π_d(t')); Q_sample(t, l) = Σ_{l'≥l} 1/π_sample(t, l') +
    Q_d(t). Against the recursion of equations 21 to 24, from the end back.
    """
    return _demonstration_checks("Theorem D.1", case, sft_values, lambda log_prob: np.exp(-log_prob))


def theorem_d2(case: Case) -> list[Check]:
    """Theorem D.2 (reconstructed): DFT's implicit Q counts what remains, whatever the policy (constant c = 1).

    Q_d(t) = 1 + Σ_{t'>t} (L_t' + 1); Q_sample(t, l) = (L_t − l + 1) + Q_d(t). Against the recursion of equations 32
    to 35.
    """
    return _demonstration_checks("Theorem D.2", case, dft_values, np.ones_like)


def _demonstrations(case: Case) -> list[tuple[float, tuple[int, ...]]]:
    """The demonstrations with their weights, as candidates by attempt."""
    shown = np.flatnonzero(case.demonstrations)
    rows = case.trajectories.candidates[shown]
    weights = case.demonstrations[shown].tolist()
    return [(weight, tuple(row[row >= 0].tolist())) for weight, row in zip(weights, rows, strict=True)]


def _token_objective(case: Case, theta: Array, worth: Callable[[Array], Array]) -> Array:
    """E_D[Σ_k worth(log π_k)] over all tokens and decisions of the demonstrations."""
    logits = case.model.logits(theta)
    total = np.zeros((), dtype=theta.dtype)
    for weight, candidates in _demonstrations(case):
        log_probs = case.model.token_log_probs(logits, candidates)
        total = total + weight * sum(worth(part).sum() for part in (*log_probs.tokens, log_probs.decisions))
    return np.asarray(total)


def _token_gradient(case: Case, weigh: Callable[[Array], Array]) -> Array:
    """E_D[Σ_k weigh(π_k) ∇π_k], with ∇π_k in closed form: dσ(x)/dx = σ(x) σ(−x)."""
    model = case.model
    tokens, stop = model.logits(case.theta)
    slopes_tokens, slopes_stop = np.zeros(tokens.shape), np.zeros(stop.shape)
    for weight, candidates in _demonstrations(case):
        log_probs = model.token_log_probs((tokens, stop), candidates)
        before = -1
        for candidate, answer in zip(candidates, log_probs.tokens, strict=True):
            probability = np.exp(answer)
            bits = model.bits[candidate]
            slope = weigh(probability) * probability * (1 - probability) * bits[bits != 0]
            slopes_tokens[before, bits != 0] += weight * slope
            before = candidate
        probability = np.exp(log_probs.decisions)
        signs = np.append(np.full(len(candidates) - 1, -1), 1)
        np.add.at(slopes_stop, list(candidates), weight * weigh(probability) * probability * (1 - probability) * signs)
    return np.asarray(np.append(slopes_tokens.ravel(), slopes_stop) @ model.features)


def _demonstration_checks(
    statement: str,
    case: Case,
    recursion: Callable[[TokenLogProbs], PathValues],
    reward: Callable[[Array], Array],
) -> list[Check]:
    """The closed sums of the theorem against the recursion, over all demonstrations."""
    logits = case.model.logits(case.theta)
    formula_sample, formula_decide = [], []
    exact_sample: list[Array] = []
    exact_decide: list[Array] = []
    for _, candidates in _demonstrations(case):
        log_probs = case.model.token_log_probs(logits, candidates)
        tokens, decisions = [reward(part) for part in log_probs.tokens], reward(log_probs.decisions)
        for t, answer in enumerate(tokens):
            later = sum(part.sum() for part in tokens[t + 1 :]) + decisions[t + 1 :].sum()
            formula_decide.append(decisions[t] + later)
            formula_sample += [answer[first:].sum() + decisions[t] + later for first in range(len(answer))]
        values = recursion(log_probs)
        exact_decide.append(values.decide)
        exact_sample += values.sample
    return [
        Check(statement, "implicit Q of tokens", np.array(formula_sample), np.concatenate(exact_sample)),
        Check(statement, "implicit Q of decisions", np.array(formula_decide), np.concatenate(exact_decide)),
    ]
