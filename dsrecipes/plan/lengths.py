"""How many tokens prompts and responses have, before any tokenizer is there.

The vocabulary of a model made from scratch is known, so its counts are exact. For the others a token is a piece of the
pre-tokenizer that Qwen2.5 and Llama 3 share in form: a digit, a word with the space before it, a run of signs.
"""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import dataclass
from functools import cache
from statistics import fmean

from dsrecipes.backends import dataset
from dsrecipes.plan.quantities import Span
from dsrecipes.recipe.schema import Recipe, Supervised
from dsrecipes.task import solutions, vocabulary
from dsrecipes.task.multiplication import Problem
from dsrecipes.task.prompt import prompt

SAMPLE = 400
"""Problems and solutions that are written to find their lengths."""

_QWEN_SYSTEM = "You are Qwen, created by Alibaba Cloud. You are a helpful assistant."
_SYSTEM = {"qwen": _QWEN_SYSTEM}
"""The system prompt that a chat template adds, by LLaMA-Factory's name of the template."""

_PIECES = re.compile(r"\d|[^\r\n\w]?[^\W\d_]+| ?[^\s\w]+[\r\n]*|_|\s*[\r\n]+|\s+")


@dataclass(frozen=True)
class Lengths:
    """Tokens of sampled texts: their mean and the longest."""

    mean: float
    longest: int


class Counter:
    """Counts the tokens of a recipe's texts."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._pieces = _scratch_pieces() if recipe.model.scratch else _PIECES
        self.source = "the vocabulary's own" if recipe.model.scratch else "estimated: pieces of the pre-tokenizer"

    def text(self, text: str) -> int:
        return len(self._pieces.findall(text))

    def _turn(self, role: str, content: str) -> int:
        """`<|im_start|>role\\ncontent<|im_end|>\\n`"""
        return 1 + self.text(role) + self.text("\n") + self.text(content) + 1 + self.text("\n")

    def prompt(self, problem: Problem) -> int:
        """Tokens of a prompt in its chat template, up to where the response begins."""
        return self._prompt(prompt(problem))

    def _prompt(self, text: str) -> int:
        system = _SYSTEM.get(self._recipe.model.template)
        before = self._turn("system", system) if system else 0
        return before + self._turn("user", text) + 1 + self.text("assistant") + self.text("\n")

    def training_prompts(self) -> Lengths:
        problems = dataset.problems_to_train(self._recipe.data.train, self._recipe.data.seed)
        return _lengths([self.prompt(problem) for problem in itertools.islice(problems, SAMPLE)])

    def test_prompts(self) -> Lengths:
        problems = dataset.problems_to_test(self._recipe.data.test, self._recipe.data.seed)
        return _lengths([self.prompt(problem) for problem in problems])

    def examples(self, training: Supervised, problems: list[Problem], seed: int) -> Lengths:
        """Tokens of prompt and worked solution, as SFT trains on them."""
        lines = map(json.loads, dataset.solution_lines(problems, training, seed).splitlines())
        end = 2
        return _lengths([self._prompt(line["prompt"]) + self.text(line["response"]) + end for line in lines])

    def responses(self, problems: list[Problem], limit: int) -> Span:
        """Mean tokens of a free response: from a bare worked solution to the limit."""
        bare = fmean(self.text(solutions.plain(problem)) + 1 for problem in problems)
        return Span(min(bare, limit), limit)


@cache
def _scratch_pieces() -> re.Pattern[str]:
    return re.compile("|".join([*map(re.escape, vocabulary.phrases()), r"[\s\S]"]))


def _lengths(counts: list[int]) -> Lengths:
    return Lengths(fmean(counts), max(counts))
