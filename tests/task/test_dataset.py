import json
from pathlib import Path

import pandas as pd

from dsrecipes.recipe.schema import Solutions, HeldOutProblems, TrainingProblems
from dsrecipes.task import dataset, vocabulary
from dsrecipes.task.multiplication import Problem
from dsrecipes.task.prompt import prompt

REFLECTING = Solutions(reflection_share=0.5, error_rate=0.5, max_attempts=2)


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
    lines = [json.loads(line) for line in dataset.solution_lines(problems, REFLECTING, seed=0).splitlines()]
    assert 900 < sum("Let me check." in line["response"] for line in lines) < 1_100


def test_data_is_the_same_for_the_same_seed_and_differs_for_another() -> None:
    def text(seed: int) -> str:
        problems = dataset.problems_to_train(TrainingProblems(sizes=["2x2"], examples=50), seed)
        return dataset.solution_lines(problems, REFLECTING, seed)

    assert text(1) == text(1) != text(2)


def test_test_problems_have_ids_by_size(tmp_path: Path) -> None:
    dataset.write_held_out_problems(tmp_path / "problems.jsonl", HeldOutProblems(sizes=["2x1", "2x2"], examples_per_size=5), 0)
    rows = [json.loads(line) for line in (tmp_path / "problems.jsonl").read_text().splitlines()]
    assert [row["id"] for row in rows][4:6] == ["2x1/4", "2x2/0"]
    assert all(int(row["ground_truth"]) == row["operands"][0] * row["operands"][1] for row in rows)


def test_no_phrase_of_the_vocabulary_hides_a_longer_one() -> None:
    phrases = vocabulary.phrases()
    assert all(not later.startswith(earlier) for i, earlier in enumerate(phrases) for later in phrases[i + 1 :])
    assert len(set(vocabulary.tokens())) == len(vocabulary.tokens())
