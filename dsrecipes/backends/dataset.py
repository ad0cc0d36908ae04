"""Writes problems and solutions in the forms that the backends and the evaluation read."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dsrecipes.files import write_atomically
from dsrecipes.recipe.schema import HeldOutProblems, Solutions, Supervised, TrainingProblems
from dsrecipes.task import solutions
from dsrecipes.task.multiplication import Problem, Size, held_out_problems, training_problems
from dsrecipes.task.prompt import prompt

DATA_SOURCE = "dsrecipes/multiplication"
"""VeRL's name for where a row comes from; one that it has no scorer of its own for."""


def mixture_problems(mixture: Mapping[str, int], count: int, seed: int) -> Iterator[Problem]:
    """`count` training problems of sizes drawn by their weights."""
    rng = random.Random(f"mixture/{seed}")
    sizes = rng.choices([Size.parse(size) for size in mixture], list(mixture.values()), k=count)
    sources = {size: training_problems([size], sizes.count(size), seed) for size in set(sizes)}
    for size in sizes:
        yield next(sources[size])


def problems_to_train(data: TrainingProblems, seed: int) -> Iterator[Problem]:
    return training_problems([Size.parse(size) for size in data.sizes], data.examples, seed)


def problems_to_test(data: HeldOutProblems, seed: int) -> Iterator[Problem]:
    """Size by size. Raises ValueError if a size has too few held-out problems."""
    for size in map(Size.parse, data.sizes):
        yield from held_out_problems(size, data.examples_per_size, seed)


def solution_lines(problems: Iterable[Problem], training: Supervised, seed: int) -> str:
    """JSON Lines of {"prompt", "response"}: LLaMA-Factory's data set, one example for each problem."""
    rng = random.Random(f"solutions/{seed}")
    lines = []
    for problem in problems:
        asked, response = _example(problem, training.solutions, rng)
        lines.append(json.dumps({"prompt": asked, "response": response}) + "\n")
    if training.order == "grouped":
        lines = _grouped(lines, training.batch_size, rng)
    return "".join(lines)


def _example(problem: Problem, style: Solutions, rng: random.Random) -> tuple[str, str]:
    """A prompt and what is taught to answer."""
    # Nothing is drawn where there are none, so that data without them stays what it was.
    if style.verification_share and rng.random() < style.verification_share:
        return solutions.verification(problem, rng, style.check, digits=style.digits)
    if rng.random() < style.reflection_share:
        return prompt(problem), solutions.reflection(
            problem,
            rng,
            error_rate=style.error_rate,
            max_attempts=style.max_attempts,
            check=style.check,
            digits=style.digits,
        )
    slips = rng if rng.random() < style.uncaught_slips else None
    return prompt(problem), solutions.plain(problem, slips, digits=style.digits)


def _grouped(lines: list[str], batch_size: int, rng: random.Random) -> list[str]:
    """Lines of like length together in batches, and the batches in random order.

    Sorting within stretches of 50 batches keeps each batch random in all but its length. The backends' own grouping
    goes through each stretch from long to short, and learns far less by that.
    """
    batches = []
    for start in range(0, len(lines), 50 * batch_size):
        stretch = sorted(lines[start : start + 50 * batch_size], key=len)
        batches += [stretch[first : first + batch_size] for first in range(0, len(stretch), batch_size)]
    whole, rest = [b for b in batches if len(b) == batch_size], [b for b in batches if len(b) < batch_size]
    rng.shuffle(whole)  # a batch that is not whole would shift all that follow it
    return [line for batch in whole + rest for line in batch]


def write_held_out_problems(path: Path, data: HeldOutProblems, seed: int) -> None:
    """JSON Lines of {"id", "size", "operands", "prompt", "ground_truth"}: what the evaluation asks.

    Raises ValueError if a size has too few held-out problems.
    """
    lines = []
    for number, problem in enumerate(problems_to_test(data, seed)):
        row = {
            "id": f"{problem.size}/{number % data.examples_per_size}",
            "size": str(problem.size),
            "operands": problem.operands,
            "prompt": prompt(problem),
            "ground_truth": str(problem.answer),
        }
        lines.append(json.dumps(row) + "\n")
    write_atomically(path, "".join(lines))


def write_verl_parquet(path: Path, problems: Iterable[Problem], split: str) -> None:
    """VeRL's Parquet: a chat prompt, the ground truth for the reward function, and our own id of the row."""
    import pandas as pd

    rows = [
        {
            "data_source": DATA_SOURCE,
            "prompt": [{"role": "user", "content": prompt(problem)}],
            "ability": "math",
            "reward_model": {"style": "rule", "ground_truth": str(problem.answer)},
            "extra_info": {"split": split, "index": index, "size": str(problem.size)},
        }
        for index, problem in enumerate(problems)
    ]
    partial = path.with_name(f".{path.name}.partial")
    pd.DataFrame(rows).to_parquet(partial)
    partial.replace(path)
