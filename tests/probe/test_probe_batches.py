"""Responses made ready for the worker."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from dsrecipes.analysis.markers import MarkerEntry
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.trajectories import Trajectory
from dsrecipes.errors import UserError
from dsrecipes.files import json_lines
from dsrecipes.probe.advantages import group_advantages
from dsrecipes.probe.batches import make_batch, queries_of, read_rollouts, read_solutions


def responses(rewards: Sequence[Sequence[int]]) -> list[Trajectory]:
    """For each query its responses, right (1) or wrong (0)."""
    return [
        Trajectory(
            id=f"{query}/{sample}",
            model="m",
            size="1x1",
            operands=(query + 2, 3),
            prompt=f"Calculate {query + 2} * 3. Think step by step.",
            response=f"Answer: {(query + 2) * 3 if right else 1}",
            ground_truth=str((query + 2) * 3),
            finish_reason="stop",
            seed=0,
            sample=sample,
        )
        for query, group in enumerate(rewards)
        for sample, right in enumerate(group)
    ]


def test_advantages_are_those_of_the_group() -> None:
    assert group_advantages([1, 0, 0, 0]) == pytest.approx([1.5, -0.5, -0.5, -0.5], rel=1e-5)  # deviation 1/2


@pytest.mark.parametrize("rewards", [[1], [1, 1, 1], [0, 0]])
def test_a_group_that_cannot_be_compared_has_no_advantage(rewards: list[float]) -> None:
    assert group_advantages(rewards) == [0.0] * len(rewards)


def test_what_has_no_advantage_is_counted() -> None:
    queries = queries_of(responses([[1, 0], [1, 1], [0], [0, 1]]), None, 0)
    counts = make_batch(queries, 20, Settings()).counts
    assert (counts.queries, counts.responses, counts.single, counts.uniform) == (4, 7, 1, 1)


def test_a_response_without_tokens_is_left_out_and_counted() -> None:
    given = responses([[1, 0], [1, 1], [0, 0], [0, 0]])
    cut = {"0/1", "2/0", "2/1"}  # of the third prompt nothing is left
    given = [replace(one, response="", finish_reason="length") if one.id in cut else one for one in given]
    batch = make_batch(queries_of(given, None, 0), 4, Settings())
    assert (batch.counts.empty, batch.counts.responses, batch.counts.queries, batch.counts.blocks) == (3, 5, 3, 3)
    assert {response.block for response in batch.responses} == {0, 1, 2}
    (beside,) = [response for response in batch.responses if response.id == "0/0 0"]
    assert beside.advantage > 0  # the empty one was wrong all the same
    assert batch.counts.truncated == 0


def test_responses_that_say_nothing_are_counted_each_by_what_they_lack() -> None:
    first, *others = responses([[1], [0], [1], [1]])
    cut = replace(first, response="Answer: 6\nLet me", finish_reason="length")
    candidateless = replace(others[0], response="I do not know.")
    silent = replace(others[1], response="4 * 3 = 11\nAnswer: 11\n4 * 3 = 12\nAnswer: 12")
    batch = make_batch([[cut], [candidateless], [silent], [others[2]]], 4, Settings())
    counts = batch.counts
    assert (counts.truncated, counts.without_candidate, counts.silent, counts.empty) == (1, 1, 1, 0)
    assert [one.finished for one in batch.responses] == [False, True, True, True]
    assert [one.stop for one in batch.responses] == [False, False, True, True]
    assert counts.responses == 4


def test_markers_of_a_users_own_decide_too() -> None:
    said = "\nBack to square one. Back to square one"  # the analyser names the first of a run, all of it decides
    given = [replace(one, response=f"{one.response}{said}") for one in responses([[1]] * 3)]
    marker = MarkerEntry("square one", "revision", "back to square one", "ours")
    for settings, decides in ((Settings(), []), (Settings(markers=(marker,)), [said])):
        for one in make_batch(queries_of(given, None, 0), 3, settings).responses:
            assert [one.response[start:end] for start, end in one.spans] == decides


def test_an_empty_response_that_is_finished_has_its_end_token() -> None:
    given = [replace(one, response="") for one in responses([[0], [0], [0]])]
    assert make_batch(queries_of(given, None, 0), 3, Settings()).counts.responses == 3


def test_the_worker_reads_a_response_with_any_character(tmp_path: Path) -> None:
    odd = "\u2028 \u2029 \x85 \x0b \x0c \x1c"  # each of which ends a line for str.splitlines
    given = [replace(one, response=f"{one.response}{odd}") for one in responses([[1], [0], [1]])]
    file = tmp_path / "rollouts.jsonl"
    file.write_text(make_batch(queries_of(given, None, 0), 3, Settings()).to_lines(), encoding="utf-8")
    read = json_lines(file)
    assert len(read) == 3 and all(line["response"].endswith(odd) for line in read)


def test_blocks_hold_whole_queries_and_are_of_like_size() -> None:
    batch = make_batch(queries_of(responses([[1, 0]] * 11), None, 0), 4, Settings())
    blocks: dict[int, list[str]] = {}
    for response in batch.responses:
        blocks.setdefault(response.block, []).append(response.prompt)
    assert sorted(blocks) == [0, 1, 2, 3]
    assert sorted(len(set(prompts)) for prompts in blocks.values()) == [2, 3, 3, 3]
    assert sum(len(set(prompts)) for prompts in blocks.values()) == 11
    assert [response.block for response in batch.responses] == sorted(response.block for response in batch.responses)


def test_the_choice_of_queries_depends_on_the_seed_alone() -> None:
    given = responses([[1]] * 20)
    assert queries_of(given, 5, 1) == queries_of(given, 5, 1)
    assert queries_of(given, 5, 1) != queries_of(given, 5, 2)
    assert len(queries_of(given, 5, 1)) == 5
    assert queries_of(given, 5, 1) == queries_of(given, None, 1)[:5]


def test_queries_come_in_random_order() -> None:
    given = responses([[1]] * 20)
    places = [given.index(query[0]) for query in queries_of(given, None, 0)]
    assert sorted(places) == list(range(20))
    steps = {(after - before) % 20 for before, after in pairwise(places)}
    assert len(steps) > 5  # no turning round or stepping through


def test_too_few_prompts_for_an_interval_are_refused() -> None:
    with pytest.raises(UserError, match="2 different prompts; an interval needs at least 3") as refused:
        make_batch(queries_of(responses([[1, 0], [1]]), None, 0), 20, Settings(), "solutions.jsonl")
    assert refused.value.where == "solutions.jsonl"


def test_responses_of_several_models_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "both.jsonl"
    line = {
        "id": "1", "model": "a", "size": "1x1", "operands": [2, 3], "prompt": "p", "response": "6",
        "ground_truth": "6", "finish_reason": "stop", "seed": 0, "sample": 0,
    }  # fmt: skip
    file.write_text("".join(json.dumps({**line, "id": model, "model": model}) + "\n" for model in "ab"))
    with pytest.raises(UserError, match="2 models: a, b"):
        read_rollouts([file])


def test_solutions_become_trajectories_with_their_truth(tmp_path: Path) -> None:
    file = tmp_path / "solutions.jsonl"
    file.write_text('{"prompt": "Calculate 38 * 2. Think step by step.", "response": "Answer: 76"}\n')
    (found,) = read_solutions(file)
    assert (found.operands, found.ground_truth, found.size, found.finish_reason) == ((38, 2), "76", "2x1", "stop")


def test_every_line_that_is_no_solution_is_named(tmp_path: Path) -> None:
    file = tmp_path / "solutions.jsonl"
    good = '{"prompt": "Calculate 38 * 2. Think step by step.", "response": "76"}'
    long = good.replace("38", "3" * 4400)
    wrong = {
        '{"prompt": "What is 38 * 2?", "response": "76"}': "another prompt: 'What is 38 * 2?'",
        '{"prompt": 5, "response": "x"}': "no text under prompt",
        "{}": "no text under prompt and response",
        "[]": "not an object",
        good[:20]: "not JSON: Unterminated string starting at at column 12",
        long: "operands of 4,400 and 1 digits are too long",
        good.replace("38 * 2", f"{'3' * 2200} * {'3' * 2200}"): "operands of 2,200 and 2,200 digits are too long",
        f'{{"prompt": {"3" * 4400}}}': "not JSON that can be read",
        10000 * "[": "not JSON that can be read",
    }
    file.write_text("\n".join([good, "", *wrong, good]))
    with pytest.raises(UserError) as refused:
        read_solutions(file)
    assert refused.value.where == str(file) and "data/solutions.jsonl" in str(refused.value.hint)
    told = [f"  line {number}: {why}" for number, why in enumerate(wrong.values(), 3)]
    assert refused.value.what.split("\n") == ["not solutions of this task:", *told]
    file.write_text("\n".join(15 * ["[]"]))
    with pytest.raises(UserError) as refused:
        read_solutions(file)
    assert refused.value.what.split("\n")[-2:] == ["  line 10: not an object", "  … and 5 more"]


@pytest.mark.parametrize(
    ("content", "what"),
    [(gzip.compress(b"{}"), "not UTF-8 text"), (b"\n", "no solution in it"), (None, "cannot be read: No such file")],
)
def test_a_file_without_solutions_is_named(tmp_path: Path, content: bytes | None, what: str) -> None:
    file = tmp_path / "solutions.jsonl"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UserError, match=what) as refused:
        read_solutions(file)
    assert refused.value.where == str(file)
