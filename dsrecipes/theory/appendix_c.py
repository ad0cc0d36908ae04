"""Appendix C recomputed: the gradients of one trajectory (wrong, RESAMPLE, correct, STOP) under reward and KL penalty.

The inputs are **reconstructed** (paper.yaml). A sampling action's penalty is its length times the log-ratio of its
answer, as the paper has it; a decision's is its log-ratio. Contribution to a parameter's gradient: Q × ∂ log π / ∂
logit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from dsrecipes.theory.implicit_values import kl_values, surrogate_values
from dsrecipes.theory.paper import paper
from dsrecipes.theory.token_model import TokenLogProbs
from dsrecipes.theory.two_stage import LOGITS, log_sigmoid, probabilities

_ACTIONS = ("Sample W", "RESAMPLE", "Sample C", "STOP")


@dataclass(frozen=True)
class AppendixCRow:
    """A number of Appendix C: the paper's value (None: lost from the text) beside ours.

    ours: at full precision. ours_rounded: with the per-token log-ratios that the paper's penalties imply. difference:
    ours − paper.
    """

    units: ClassVar[dict[str, str]] = dict.fromkeys(
        ("paper", "ours", "ours_rounded", "difference"), "by group: probability, nats, nats per unit of logit, ratio"
    )
    group: str
    quantity: str
    where: str
    paper: float | None
    ours: float
    ours_rounded: float
    difference: float | None
    why: str


def appendix_c_rows() -> list[AppendixCRow]:
    """Every number of Appendix C, in the order of paper.yaml."""
    source = paper()["appendix_c"]
    full = _numbers(None)
    ratios = source["rounded_log_ratios"]
    rounded = _numbers((ratios["correct"], ratios["wrong"]))
    return [
        _row(group, quantity, value, full[group["group"], quantity], rounded[group["group"], quantity])
        for group in source["rows"]
        for quantity, value in group["values"].items()
    ]


def _numbers(log_ratios: tuple[float, float] | None) -> dict[tuple[str, str], float]:
    """All numbers by group and quantity; log_ratios: per token (correct, wrong answer), None for full precision."""
    inputs = paper()["appendix_c"]["inputs"]
    logits, reference = np.array(inputs["logits"]), np.array(inputs["reference_logits"])
    p, p_sc, p_rw = probabilities(logits)
    # ∂ log π / ∂ logit of each action, in the order of _ACTIONS.
    slopes = np.array([-p, 1 - p_rw, 1 - p, 1 - p_sc])
    parameter = np.array([0, 2, 0, 1])
    gain, stop, resample = log_sigmoid(logits) - log_sigmoid(reference)
    loss = float((log_sigmoid(-logits) - log_sigmoid(-reference))[0])
    correct, wrong = log_ratios if log_ratios else (float(gain), loss)
    ratios = TokenLogProbs(
        (np.full(inputs["length"], wrong), np.full(inputs["length"], correct)), np.array([resample, stop])
    )
    reward_q = surrogate_values(ratios, inputs["advantage"], inputs["discount"])
    kl_q = kl_values(ratios, inputs["kl_weight"], inputs["discount"])
    q = np.stack([kl_q.first_token, kl_q.decide], axis=1).ravel()
    penalty = -inputs["kl_weight"] * np.array([inputs["length"] * wrong, resample, inputs["length"] * correct, stop])
    future = q - penalty
    reward = np.stack([reward_q.first_token, reward_q.decide], axis=1).ravel() * slopes
    contribution = q * slopes
    reward_gradient = np.bincount(parameter, reward)
    kl_gradient = np.bincount(parameter, contribution)
    sample, stopping, resampling = np.abs(kl_gradient)
    tables = {
        "probability": {
            "correct answer": p,
            "stop after a correct answer": p_sc,
            "resample after a wrong answer": p_rw,
        },
        "reward gradient": dict(zip(LOGITS, reward_gradient, strict=True)),
        "penalty": dict(zip(_ACTIONS, penalty, strict=True)),
        "future value": dict(zip(_ACTIONS, future, strict=True)),
        "Q": dict(zip(_ACTIONS, q, strict=True)),
        "contribution": dict(zip(_ACTIONS, contribution, strict=True)),
        "KL gradient": dict(zip(LOGITS, kl_gradient, strict=True)),
        "net gradient": dict(zip(LOGITS, reward_gradient + kl_gradient, strict=True)),
        "KL gradient ratio": {
            "sample : resample | wrong": sample / resampling,
            "sample : stop | correct": sample / stopping,
        },
    }
    return {(group, name): float(value) for group, table in tables.items() for name, value in table.items()}


def _row(group: dict[str, object], quantity: str, value: float | None, ours: float, rounded: float) -> AppendixCRow:
    bound = group.get("bound") == "lower"
    return AppendixCRow(
        group=str(group["group"]),
        quantity=quantity,
        where=str(group["where"]),
        paper=value,
        ours=ours,
        ours_rounded=rounded,
        difference=None if value is None or bound else ours - value,
        why=_why(value, ours, rounded, bound),
    )


def _why(value: float | None, ours: float, rounded: float, bound: bool) -> str:
    """Why ours differs from the paper's value, found by comparing at the paper's four decimals."""
    if value is None:
        return "the paper's value was lost from the text"
    if bound:
        return (
            "the paper says more than this: it holds"
            if ours > value
            else "the paper says more than this: it does not hold"
        )
    if round(ours, 4) == round(value, 4):
        return "equal to 4 decimals"
    if round(rounded, 4) == round(value, 4):
        return "the paper's rounding of the per-token log-ratios"
    return "not explained by the paper's rounding of the per-token log-ratios"
