"""The one definition of the prompts: the task's, for SFT, RL and evaluation alike (Appendix E.1), and a check's."""

from __future__ import annotations

from dsrecipes.task.multiplication import Problem

TEMPLATE = "Calculate {first} * {second}. Think step by step."
VERIFICATION_TEMPLATE = "Check {first} * {second} = {stated}."


def prompt(problem: Problem) -> str:
    """The user's turn. The chat template around it is the tokenizer's own."""
    first, second = problem.operands
    return TEMPLATE.format(first=first, second=second)


def verification_prompt(problem: Problem, stated: int) -> str:
    """The user's turn that asks whether a stated product is right. Part of what a model made from scratch is taught."""
    first, second = problem.operands
    return VERIFICATION_TEMPLATE.format(first=first, second=second, stated=stated)
