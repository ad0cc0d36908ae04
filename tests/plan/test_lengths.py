"""Token counts before there is a tokenizer."""

from __future__ import annotations

import itertools

from dsrecipes.backends import dataset
from dsrecipes.plan.lengths import Counter
from dsrecipes.recipe.load import load
from dsrecipes.recipe.schema import SftRecipe
from dsrecipes.task.multiplication import Problem


def test_a_digit_is_a_token_and_so_is_a_word_with_the_space_before_it() -> None:
    counter = Counter(load("rl-grpo").recipe)
    assert counter.text("Calculate 12 * 345.") == 1 + 1 + 2 + 1 + 1 + 3 + 1
    assert counter.text("Let me check.\n38 ok\n") == 3 + 1 + 2 + 1 + 1


def test_prompts_of_the_tiny_scale_are_as_long_as_its_tokenizer_makes_them() -> None:
    """15 tokens for operands of four digits in all: what VeRL logged as `prompt_length` in a run."""
    counter = Counter(load("tiny/rl-grpo").recipe)
    assert counter.prompt(Problem((12, 34))) == counter.prompt(Problem((123, 4))) == 15
    assert counter.prompt(Problem((12, 3))) == 14


def test_solutions_with_reflection_are_longer_and_none_is_longer_than_the_recipes_limit() -> None:
    found = {}
    for name in ("sft-no-reflection", "sft-reflection"):
        recipe = load(name).recipe
        assert isinstance(recipe, SftRecipe)
        problems = list(itertools.islice(dataset.problems_to_train(recipe.data.train, 0), 200))
        found[name] = Counter(recipe).examples(recipe.training, problems, 0)
        assert found[name].longest < recipe.training.max_length
    assert found["sft-reflection"].mean > 2 * found["sft-no-reflection"].mean


def test_responses_lie_between_a_bare_solution_and_the_limit() -> None:
    recipe = load("rl-grpo").recipe
    problems = list(itertools.islice(dataset.problems_to_train(recipe.data.train, 0), 50))
    span = Counter(recipe).responses(problems, 8192)
    assert 100 < span.low < 300 and span.high == 8192
    short = Counter(recipe).responses(problems, 50)
    assert short.low == short.high == 50
