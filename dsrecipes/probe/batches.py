"""What is probed: responses with their decision text, their advantage and their block, for the worker to read.

A *query* is one prompt with all its responses. Queries are independent of each other and the responses of one are not
(they share their mean reward), so blocks, over which intervals are made, hold whole queries.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

from dsrecipes.analysis.judge import Judge
from dsrecipes.analysis.markers import registry
from dsrecipes.analysis.pipeline import refuse
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.trajectories import ReadLog, Trajectory, read_trajectories
from dsrecipes.errors import UserError
from dsrecipes.probe.advantages import group_advantages
from dsrecipes.probe.marking import mark
from dsrecipes.task.prompt import TEMPLATE

_TOLD = 10  # wrong lines of a file, in a message
_SOLUTIONS = f'A line is {{"prompt": "{TEMPLATE}", "response": "…"}}, like data/solutions.jsonl of SFT runs.'
_PROMPT = re.compile(re.escape(TEMPLATE).replace(r"\{first\}", r"(\d+)").replace(r"\{second\}", r"(\d+)"))


@dataclass(frozen=True)
class Response:
    """One response as the worker reads it. `spans` are characters of decision text; `stop`: its end token decides."""

    id: str
    block: int
    prompt: str
    response: str
    finished: bool
    spans: tuple[tuple[int, int], ...]
    stop: bool
    advantage: float
    tokens: int | None


@dataclass(frozen=True)
class Counts:
    """What a batch holds, and what of it says nothing.

    `empty` responses were cut off before their first token and are left out, their reward aside; so are the prompts
    that have no others. All else is counted without them. `sizes` counts queries by their problem's size ("3x2").
    `single` queries have one response and `uniform` ones several with the same reward: neither has an advantage.
    `silent` attempts begin without a word of a decision.
    """

    queries: int
    responses: int
    blocks: int
    single: int
    uniform: int
    truncated: int
    without_candidate: int
    silent: int
    empty: int
    sizes: dict[str, int]


@dataclass(frozen=True)
class ProbeBatch:
    """Responses in order of their blocks."""

    responses: tuple[Response, ...]
    counts: Counts

    def to_lines(self) -> str:
        """JSON Lines for the worker."""
        return "".join(json.dumps(asdict(response), ensure_ascii=False) + "\n" for response in self.responses)


def read_rollouts(paths: Sequence[Path]) -> list[Trajectory]:
    """The trajectories of one model. Raises UserError for files that cannot be read, bad records, or several models."""
    log = ReadLog()
    found = list(read_trajectories(paths, log))
    refuse(list(paths), log, strict=True)
    models = sorted({trajectory.model for trajectory in found})
    if len(models) > 1:
        raise UserError(
            f"trajectories of {len(models)} models: {', '.join(models[:5])}",
            where=", ".join(map(str, paths)),
            hint="A model is probed on the responses of one model: give its file alone.",
        )
    return found


def read_solutions(path: Path) -> list[Trajectory]:
    """A data set for SFT (a "prompt" and a "response" a line) as trajectories.

    Raises UserError for a file that cannot be read or holds no solution, and with every line that is none.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        what = "not UTF-8 text" if isinstance(error, UnicodeDecodeError) else f"cannot be read: {error.strerror}"
        raise UserError(what, where=str(path), hint=_SOLUTIONS) from error
    found: list[Trajectory] = []
    wrong: list[str] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(_solution(number, line))
            except ValueError as error:
                wrong.append(f"  line {number}: {error}")
    if wrong or not found:
        more = [f"  … and {len(wrong) - _TOLD} more"] if len(wrong) > _TOLD else []
        what = "\n".join(["not solutions of this task:", *wrong[:_TOLD], *more]) if wrong else "no solution in it"
        raise UserError(what, where=str(path), hint=_SOLUTIONS)
    return found


def _solution(number: int, line: str) -> Trajectory:
    """Raises ValueError, which says why, for a line that is no solution."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at column {error.colno}") from error
    except (ValueError, RecursionError) as error:  # an integer of thousands of digits, lists within lists
        raise ValueError("not JSON that can be read") from error
    if not isinstance(row, dict):
        raise ValueError("not an object")
    if missing := [name for name in ("prompt", "response") if not isinstance(row.get(name), str)]:
        raise ValueError(f"no text under {' and '.join(missing)}")
    asked = _PROMPT.fullmatch(row["prompt"])
    if asked is None:
        raise ValueError(f"another prompt: {row['prompt'][:60]!r}")
    try:
        first, second = int(asked[1]), int(asked[2])
        truth = str(first * second)
    except ValueError as error:
        raise ValueError(f"operands of {len(asked[1]):,} and {len(asked[2]):,} digits are too long") from error
    return Trajectory(
        id=f"solution/{number}",
        model="solutions",
        size=f"{len(asked[1])}x{len(asked[2])}",
        operands=(first, second),
        prompt=row["prompt"],
        response=row["response"],
        ground_truth=truth,
        finish_reason="stop",
        seed=0,
        sample=0,
    )


def queries_of(trajectories: Iterable[Trajectory], limit: int | None, seed: int) -> list[list[Trajectory]]:
    """Trajectories by prompt, in random order; at most `limit` queries."""
    by_prompt: dict[str, list[Trajectory]] = {}
    for trajectory in trajectories:
        by_prompt.setdefault(trajectory.prompt, []).append(trajectory)
    queries = list(by_prompt.values())
    random.Random(f"probe/{seed}").shuffle(queries)
    return queries[:limit]


def make_batch(
    queries: Sequence[Sequence[Trajectory]], blocks: int, settings: Settings, source: str = "TRAJECTORIES"
) -> ProbeBatch:
    """Marks every response and deals the queries into blocks of like size. `source` is where an error says they are of.

    Raises UserError for fewer than three queries with a response that has tokens: an interval needs blocks to differ.
    """
    empty = sum(map(_empty, chain.from_iterable(queries)))
    queries = [query for query in queries if not all(map(_empty, query))]
    if len(queries) < 3:
        also = f" ({empty} responses are empty)" if empty else ""
        raise UserError(f"{len(queries)} different prompts{also}; an interval needs at least 3", where=source)
    blocks = min(blocks, len(queries))
    judge, markers = Judge(settings), registry(settings.markers)
    responses: list[Response] = []
    single = uniform = truncated = without = silent = 0
    for block, query in _dealt(queries, blocks):
        judged = [judge(trajectory) for trajectory in query]
        advantages = group_advantages([float(one.right) for one in judged])
        single += len(query) == 1
        uniform += len(query) > 1 and not any(advantages)
        for trajectory, one, advantage in zip(query, judged, advantages, strict=True):
            if _empty(trajectory):
                continue
            marks = mark(trajectory, one.attempts, markers)
            truncated += trajectory.truncated
            without += not one.attempts
            silent += marks.silent
            responses.append(
                Response(
                    f"{trajectory.id} {trajectory.seed}",
                    block,
                    trajectory.prompt,
                    trajectory.response,
                    not trajectory.truncated,
                    marks.spans,
                    marks.stop,
                    advantage,
                    trajectory.tokens,
                )
            )
    sizes = dict(sorted(Counter(query[0].size for query in queries).items()))
    counts = Counts(len(queries), len(responses), blocks, single, uniform, truncated, without, silent, empty, sizes)
    return ProbeBatch(tuple(responses), counts)


def _empty(trajectory: Trajectory) -> bool:
    """Whether it has no token at all: not even the end token of a response that is finished."""
    return trajectory.truncated and not trajectory.response


def _dealt(queries: Sequence[Sequence[Trajectory]], blocks: int) -> Iterator[tuple[int, Sequence[Trajectory]]]:
    for block in range(blocks):
        for query in queries[block::blocks]:
            yield block, query
