import json
from pathlib import Path

import pandas as pd

from dsrecipes.backends import dataset
from dsrecipes.recipe.load import load
from dsrecipes.recipe.schema import HeldOutProblems, SftRecipe, SftTraining, TrainingProblems
from dsrecipes.task import vocabulary
from dsrecipes.task.multiplication import Problem
from dsrecipes.task.prompt import prompt


def training(**changed: object) -> SftTraining:
    recipe = load("sft-reflection", [f"training.{key}={value}" for key, value in changed.items()]).recipe
    assert isinstance(recipe, SftRecipe)
    return recipe.training


HALF_REFLECTING = training(**{"solutions.reflection_share": 0.5})


def test_the_prompt_is_the_papers() -> None:
    assert prompt(Problem((38, 42))) == "Calculate 38 * 42. Think step by step."


def test_verl_rows_carry_prompt_ground_truth_and_our_id(tmp_path: Path) -> None:
    problems = dataset.problems_to_train(TrainingProblems(sizes=["2x1", "2x2"], examples=10), seed=0)
    dataset.write_verl_parquet(tmp_path / "train.parquet", problems, "train")
    rows = pd.read_parquet(tmp_path / "train.parquet")
    assert len(rows) == 10
    row = rows.iloc[1]
    (message,) = row["prompt"]
    first, second = (int(word.strip(".")) for word in message["content"].split()[1:4:2])
    assert message["role"] == "user"
    assert row["reward_model"]["ground_truth"] == str(first * second)
    assert row["extra_info"] == {"split": "train", "index": 1, "size": "2x2"}


def test_a_mixture_follows_its_weights_and_leaves_the_test_alone() -> None:
    problems = list(dataset.mixture_problems({"1x1": 1, "2x2": 3}, 4_000, seed=0))
    assert 2_850 < sum(str(problem.size) == "2x2" for problem in problems) < 3_150
    assert not any(problem.held_out for problem in problems)


def test_the_share_of_reflection_is_as_asked() -> None:
    problems = list(dataset.problems_to_train(TrainingProblems(sizes=["2x2"], examples=2_000), seed=0))
    lines = [json.loads(line) for line in dataset.solution_lines(problems, HALF_REFLECTING, seed=0).splitlines()]
    assert 900 < sum("Let me check." in line["response"] for line in lines) < 1_100


def test_uncaught_slips_are_wrong_answers_in_the_share_asked_for() -> None:
    problems = list(dataset.problems_to_train(TrainingProblems(sizes=["2x2"], examples=2_000), seed=0))
    slipping = training(**{"solutions.reflection_share": 0.0, "solutions.uncaught_slips": 0.3})
    lines = [json.loads(line) for line in dataset.solution_lines(problems, slipping, seed=0).splitlines()]
    answers = [int(line["response"].rpartition("Answer: ")[2]) for line in lines]
    assert 520 < sum(answer != problem.answer for answer, problem in zip(answers, problems, strict=True)) < 680


def test_the_share_of_verifications_is_as_asked() -> None:
    problems = list(dataset.problems_to_train(TrainingProblems(sizes=["2x2"], examples=2_000), seed=0))
    style = training(**{"solutions.verification_share": 0.3, "solutions.check": "casting_out_nines"})
    lines = [json.loads(line) for line in dataset.solution_lines(problems, style, seed=0).splitlines()]
    asked = [line for line in lines if line["prompt"].startswith("Check ")]
    assert 520 < len(asked) < 680
    assert all("Answer:" not in line["response"] for line in asked)


def test_data_is_the_same_for_the_same_seed_and_differs_for_another() -> None:
    def text(seed: int) -> str:
        problems = dataset.problems_to_train(TrainingProblems(sizes=["2x2"], examples=50), seed)
        return dataset.solution_lines(problems, HALF_REFLECTING, seed)

    assert text(1) == text(1) != text(2)


def test_test_problems_have_ids_by_size(tmp_path: Path) -> None:
    dataset.write_held_out_problems(
        tmp_path / "problems.jsonl", HeldOutProblems(sizes=["2x1", "2x2"], examples_per_size=5), 0
    )
    rows = [json.loads(line) for line in (tmp_path / "problems.jsonl").read_text().splitlines()]
    assert [row["id"] for row in rows][4:6] == ["2x1/4", "2x2/0"]
    assert all(int(row["ground_truth"]) == row["operands"][0] * row["operands"][1] for row in rows)


def test_no_phrase_of_the_vocabulary_hides_a_longer_one() -> None:
    phrases = vocabulary.phrases()
    assert all(not later.startswith(earlier) for i, earlier in enumerate(phrases) for later in phrases[i + 1 :])
    assert len(set(vocabulary.tokens())) == len(vocabulary.tokens())


def _padding(batches: list[list[str]]) -> int:
    return sum(len(batch) * max(map(len, batch)) - sum(map(len, batch)) for batch in batches)


def test_grouping_keeps_every_example_spares_padding_and_leaves_the_batches_in_random_order() -> None:
    problems = list(dataset.mixture_problems({"1x1": 1, "2x2": 1, "3x3": 1}, 2_048, seed=0))
    style = {"solutions.reflection_share": 0.5}
    shuffled = dataset.solution_lines(problems, training(**style), 0).splitlines()
    grouped = dataset.solution_lines(problems, training(**style, order="grouped"), 0).splitlines()
    assert sorted(grouped) == sorted(shuffled)

    def batches(lines: list[str]) -> list[list[str]]:
        return [lines[start : start + 128] for start in range(0, len(lines), 128)]

    assert _padding(batches(grouped)) < 0.2 * _padding(batches(shuffled))
    firsts = [len(batch[0]) for batch in batches(grouped)]
    assert firsts != sorted(firsts) and firsts != sorted(firsts, reverse=True)
