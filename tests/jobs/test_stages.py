from pathlib import Path

import pytest

from dsrecipes.backends.command import Progress
from dsrecipes.errors import JobFailed
from dsrecipes.jobs.stages import Stage, run_stages
from dsrecipes.recipe.load import load
from dsrecipes.runs.run import Run


class Silent:
    def stage_started(self, run: Run, stage: Stage, number: int, total: int) -> None: ...
    def progress(self, progress: Progress) -> None: ...
    def message(self, text: str) -> None: ...
    def stage_ended(self, run: Run, stage: Stage, seconds: float) -> None: ...


@pytest.fixture
def run(tmp_path: Path) -> Run:
    resolved = load("tiny/base")
    run = Run.of(resolved, tmp_path)
    run.begin(resolved, ["one", "two"])
    return run


def test_stages_run_in_order_and_once(run: Run) -> None:
    done: list[str] = []
    stages = [
        Stage("one", "", prepare=lambda: done.append("prepare one"), finish=lambda: done.append("finish one")),
        Stage("two", "", finish=lambda: done.append("finish two")),
    ]
    run_stages(run, stages, Silent())
    run_stages(run, stages, Silent())
    assert done == ["prepare one", "finish one", "finish two"]
    assert run.done


def test_a_stage_whose_outcome_was_deleted_runs_again(run: Run, tmp_path: Path) -> None:
    outcome = tmp_path / "outcome"
    stages = [Stage("one", "", finish=outcome.touch, intact=outcome.exists), Stage("two", "")]
    run_stages(run, stages, Silent())
    outcome.unlink()
    run_stages(run, stages, Silent())
    assert outcome.exists() and run.manifest.stage("one").attempts == 2 and run.manifest.stage("two").attempts == 1


def test_a_failure_keeps_what_was_done_and_saves_what_was_logged(run: Run) -> None:
    saved: list[str] = []

    def fail() -> None:
        raise JobFailed("diverged")

    def commands() -> list[object]:
        fail()
        return []

    stages = [Stage("one", ""), Stage("two", "", commands=commands, always=lambda: saved.append("metrics"))]  # type: ignore[arg-type]
    with pytest.raises(JobFailed):
        run_stages(run, stages, Silent())
    assert saved == ["metrics"]
    assert [stage.state for stage in run.manifest.stages] == ["done", "failed"]
