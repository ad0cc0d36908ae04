"""What an analyzer of another package returns is looked at where it is called: plugin and trajectory are named."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner

from dsrecipes import plugins
from dsrecipes.analysis.attempts import Attempt, Decision
from dsrecipes.analysis.returned import fault
from dsrecipes.analysis.trajectories import Trajectory
from dsrecipes.cli import app
from dsrecipes.errors import JobFailed, UserError
from dsrecipes.jobs.check import load_checked
from dsrecipes.jobs.check_analyzer import check_analyzer

RECORD: dict[str, Any] = {
    "id": "t", "model": "m", "size": "2x2", "operands": [38, 42], "prompt": "", "response": "Answer: 1596",
    "ground_truth": "1596", "finish_reason": "stop", "seed": 0, "sample": 0,
}  # fmt: skip


def attempt(**changes: Any) -> Attempt:
    values = {
        "index": 0, "candidate": "1596", "correct": True, "decision": Decision.STOP, "marker": None,
        "marker_start": None, "marker_end": None, "start": 0, "end": 12,
    }  # fmt: skip
    return Attempt(**values | changes)


def told(returned: object, **changes: Any) -> str | None:
    return fault(returned, Trajectory(**RECORD | {"operands": (38, 42)} | changes))


def test_attempts_are_as_they_should_be() -> None:
    assert told([]) is None
    assert told([attempt()]) is None
    assert told([attempt(decision=Decision.TRUNCATED)], finish_reason="length") is None
    marked = attempt(decision=Decision.RESAMPLE, marker="m", marker_start=3, marker_end=5)
    assert told([marked, attempt(index=1)]) is None


@pytest.mark.parametrize(
    ("returned", "said"),
    [
        (None, "expected a list of Attempt, got None"),
        ((attempt(),), "expected a list of Attempt, got a tuple"),
        (["1596"], "expected a list of Attempt, got a str as number 0"),
        ([attempt(candidate=1596)], "attempt 0: expected a candidate of decimal digits, as text, got '1596' (a int)"),
        ([attempt(candidate="1,596")], "got '1,596'"),
        ([attempt(correct=None)], "True or False, got None"),
        ([attempt(), attempt(index=1)], "attempt 0: expected RESAMPLE, as it is one that another follows, got"),
        ([attempt(decision="STOP")], "attempt 0: expected STOP, as it is the last one"),
        ([attempt(decision=Decision.TRUNCATED)], "expected STOP"),
        ([attempt(decision=Decision.RESAMPLE), attempt()], "attempt 1: expected the index 1"),
        ([attempt(end=13)], "expected 0 <= start <= end <= 12, got 0 and 13"),
        ([attempt(start=-1)], "got -1 and 12"),
        ([attempt(start=None)], "got None and 12"),
        ([attempt(marker="m")], "or None thrice, got 'm', None, None"),
        ([attempt(marker="m", marker_start=3, marker_end=99)], "marker_end <= 12"),
        ([attempt(marker_start=3, marker_end=5)], "got None, 3, 5"),
    ],
)
def test_what_is_no_list_of_attempts_is_told(returned: object, said: str) -> None:
    assert said in (told(returned) or "")


Analyzer = Callable[[Trajectory, object], object]


def exit_at_once(trajectory: Trajectory, registry: object) -> object:
    raise SystemExit(3)


def fail_without_a_line(trajectory: Trajectory, registry: object) -> object:
    last = trajectory.response.splitlines()[-1]
    return [] if last else None


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Analyzer], None]]:
    """Has the analyzer `mine` be a function of this module."""

    def give(function: Analyzer) -> None:
        point = SimpleNamespace(
            name="mine", group=plugins.ANALYZERS, value="x:y", module="x", attr="y", dist=None, load=lambda: function
        )
        check_analyzer.cache_clear()
        before = plugins._installed
        monkeypatch.setattr(plugins, "_installed", lambda group: (*before(group), point))

    yield give
    check_analyzer.cache_clear()


@pytest.mark.parametrize("options", [(), ("--audit", "1"), ("--out", "out")])
def test_the_plugin_and_the_trajectory_are_named(
    tmp_path: Path, offer: Callable[[Analyzer], None], options: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(lambda trajectory, registry: [attempt(end=99)])
    monkeypatch.chdir(tmp_path)
    Path("t.jsonl").write_text(json.dumps(RECORD))
    result = CliRunner().invoke(app, ["analyze", "t.jsonl", "--analyzer", "mine", *options])
    assert isinstance(result.exception, JobFailed)
    assert "'t' (seed 0): the analyzer 'mine' returned no attempts" in str(result.exception)
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("analyzer", "said"),
    [
        (lambda trajectory, registry: None, "expected a list of Attempt, got None"),
        (fail_without_a_line, "IndexError"),
        (exit_at_once, "SystemExit"),
        (lambda trajectory: [], "TypeError"),
    ],
)
def test_an_analyzer_is_tried_before_anything_is_trained(
    tmp_path: Path, offer: Callable[[Analyzer], None], analyzer: Analyzer, said: str
) -> None:
    offer(analyzer)
    recipe = tmp_path / "mine.yaml"
    recipe.write_text("extends: tiny/base.yaml\nname: mine\nversion: 1\nanalysis:\n  analyzer: mine\n")
    with pytest.raises(UserError) as refused:
        load_checked([str(recipe)], [])
    assert f"{recipe}:5: analysis.analyzer: the analyzer 'mine'" in str(refused.value)
    assert said in str(refused.value)
    assert "tried on trajectory" in str(refused.value)


def test_an_analyzer_that_knows_no_answer_is_good(offer: Callable[[Analyzer], None]) -> None:
    offer(lambda trajectory, registry: [])
    assert check_analyzer("mine") is None
    assert isinstance(check_analyzer("yours"), UserError)
