"""A small random language model for the two-stage chain: candidates are strings of tokens, all parameters are shared.

Every token is a choice between two, and so is the decision after a candidate: a logit each. The logits are linear in
a shared parameter vector θ, so that sampling and decision are one policy, as the paper has it, and not two that are
apart by construction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dsrecipes.theory.derivatives import Array
from dsrecipes.theory.two_stage import Policy, Trajectories, log_sigmoid
from dsrecipes.theory.values import Scores


@dataclass(frozen=True)
class TokenLogProbs:
    """Log-probabilities of one trajectory: tokens, one array (L_t,) an attempt; decisions, (T,)."""

    tokens: tuple[Array, ...]
    decisions: Array


@dataclass(frozen=True)
class TokenModel:
    """K candidates as bit strings, none a prefix of another; features (logits, d); correct (K,)."""

    strings: tuple[str, ...]
    features: Array
    correct: Array

    @classmethod
    def random(cls, rng: np.random.Generator, candidates: int = 4, parameters: int = 6) -> TokenModel:
        """A random prefix code, random features, and one or more correct candidates (not all)."""
        strings = ["0", "1"]
        while len(strings) < candidates:
            split = strings.pop(rng.integers(len(strings)))
            strings += [split + "0", split + "1"]
        correct = np.arange(candidates) < rng.integers(1, candidates)
        logits = (candidates + 1) * (candidates - 1) + candidates
        return cls(tuple(strings), rng.normal(size=(logits, parameters)) / np.sqrt(parameters), correct)

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        """The inner nodes of the code: the states in which a token is chosen; K − 1 of them."""
        return tuple(sorted({string[:end] for string in self.strings for end in range(len(string))}))

    @cached_property
    def bits(self) -> Array:
        """(K, prefixes): +1 where a candidate takes token 1 at a prefix, −1 where token 0, 0 where it does not pass."""

        def bit(string: str, prefix: str) -> int:
            if not string.startswith(prefix):
                return 0
            return 1 if string[len(prefix)] == "1" else -1

        return np.array([[bit(string, prefix) for prefix in self.prefixes] for string in self.strings])

    def logits(self, theta: Array) -> tuple[Array, Array]:
        """The logits of token 1, (K + 1, prefixes) by the previous candidate, and of STOP, (K,)."""
        return self.split(self.features @ theta)

    def split(self, logits: Array) -> tuple[Array, Array]:
        """All logits in one array, those of the tokens first, as the two parts of `logits`."""
        count = len(self.strings)
        return logits[:-count].reshape(count + 1, count - 1), logits[-count:]

    def policy(self, theta: Array) -> Policy:
        """The model's candidates and decisions as tables of log-probabilities."""
        tokens, stop = self.logits(theta)
        choices = log_sigmoid(self.bits * tokens[:, None, :])
        sample = (choices * np.abs(self.bits)).sum(axis=2)
        return Policy(sample, log_sigmoid(np.stack([stop, -stop], axis=1)), self.correct)

    def scores(self, theta: Array) -> Scores:
        """∇_θ log π of every candidate and decision in closed form: d log σ(x) / dx = σ(−x)."""
        tokens, stop = self.logits(theta)
        count = len(self.strings)
        token_features = self.features[:-count].reshape(count + 1, count - 1, -1)
        slopes = self.bits * np.exp(log_sigmoid(-self.bits * tokens[:, None, :]))
        signs = np.array([1, -1])
        decision = signs * np.exp(log_sigmoid(-signs * stop[:, None]))
        return Scores(
            np.einsum("pan,pnd->pad", slopes, token_features), decision[:, :, None] * self.features[-count:, None, :]
        )

    def rollout_probabilities(self, theta: Array, trajectories: Trajectories) -> Array:
        """P(τ) of each trajectory, (n,): the model writes token after token in all ways, without its tables."""
        tokens, stop = self.logits(theta)
        one, halt = np.exp(log_sigmoid(tokens)), np.exp(log_sigmoid(stop))
        horizon = trajectories.candidates.shape[1]
        found: dict[tuple[tuple[int, ...], bool], complex] = {}

        def write(done: tuple[int, ...], prefix: str, probability: complex) -> None:
            previous = done[-1] if done else -1
            if prefix not in self.strings:
                up = one[previous, self.prefixes.index(prefix)]
                write(done, prefix + "1", probability * up)
                write(done, prefix + "0", probability * (1 - up))
                return
            candidate = self.strings.index(prefix)
            path = (*done, candidate)
            found[path, True] = probability * halt[candidate]
            onward = probability * (1 - halt[candidate])
            if len(path) == horizon:
                found[path, False] = onward
            else:
                write(path, "", onward)

        write((), "", 1)
        paths = [tuple(row[row >= 0].tolist()) for row in trajectories.candidates]
        return np.array([found[path, bool(end)] for path, end in zip(paths, trajectories.stopped, strict=True)])

    def token_log_probs(self, logits: tuple[Array, Array], candidates: Sequence[int]) -> TokenLogProbs:
        """Log-probability of every token and decision of a trajectory that stops at its last candidate."""
        tokens, stop = logits
        previous = [-1, *candidates[:-1]]
        answers = []
        for before, candidate in zip(previous, candidates, strict=True):
            passed = self.bits[candidate] != 0
            answers.append(log_sigmoid(self.bits[candidate, passed] * tokens[before, passed]))
        signs = np.append(np.full(len(candidates) - 1, -1), 1)  # RESAMPLE … RESAMPLE, STOP
        return TokenLogProbs(tuple(answers), log_sigmoid(signs * stop[list(candidates)]))
