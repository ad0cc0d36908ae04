"""The one definition of the prompt, for SFT, RL and evaluation alike (Appendix E.1)."""

from __future__ import annotations

from dsrecipes.task.multiplication import Problem

TEMPLATE = "Calculate {first} * {second}. Think step by step."


def prompt(problem: Problem) -> str:
    """The user's turn. The chat template around it is the tokenizer's own."""
    first, second = problem.operands
    return TEMPLATE.format(first=first, second=second)
