"""A sweep is checked whole, launched one by one, and goes on after a failure."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dsrecipes.backends.command import Progress
from dsrecipes.cli.arguments import split_overrides
from dsrecipes.errors import DsrecipesError, JobFailed, Problems
from dsrecipes.files import sha256
from dsrecipes.gpus import gpus
from dsrecipes.jobs import analysis
from dsrecipes.jobs.launch import finished
from dsrecipes.jobs.pipeline import stages
from dsrecipes.jobs.stages import Stage
from dsrecipes.jobs.sweep import Combination, combinations, folder, launch_sweep, manifest
from dsrecipes.plan.machines import machine
from dsrecipes.plan.sweep import plan_sweep
from dsrecipes.recipe.load import Resolved
from dsrecipes.recipe.sweep import Grid, grid
from dsrecipes.report.sweep import write_summary
from dsrecipes.runs.run import Run


class Silent:
    def stage_started(self, run: Run, stage: Stage, number: int, total: int) -> None: ...
    def progress(self, progress: Progress) -> None: ...
    def message(self, text: str) -> None: ...
    def stage_ended(self, run: Run, stage: Stage, seconds: float) -> None: ...


def _sweep(command: str) -> tuple[list[str], Grid, list[Combination]]:
    names, overrides = split_overrides(command.split())
    asked = grid(overrides)
    return names, asked, combinations(names, asked)


def _finish(resolved: Resolved, runs: Path, right: int) -> None:
    """Puts a finished run there, as after an evaluation of 10 problems of 2x2 and 10 of 3x3, `right` of each right."""
    run = Run.of(resolved, runs)
    run.begin(resolved, [stage.name for stage in stages(resolved.recipe, run)])
    with gzip.open(run.folder / analysis.TRAJECTORIES, "wt") as lines:
        for size, first in (("2x2", 20), ("3x3", 200)):
            for second in range(first, first + 10):
                answer = first * second + (second >= first + right)
                line = {
                    "id": f"{size}/{second}", "model": resolved.recipe.name, "size": size, "operands": [first, second],
                    "prompt": "?", "response": f"The final answer is {answer}.", "ground_truth": str(first * second),
                    "finish_reason": "stop", "tokens": 9, "seed": 0, "sample": 0,
                }  # fmt: skip
                lines.write(json.dumps(line) + "\n")
    run.manifest.hashes[analysis.TRAJECTORIES] = sha256(run.folder / analysis.TRAJECTORIES)
    for stage in run.manifest.stages:
        with run.working_on(stage.name):
            if stage.name == "analyse":
                analysis.stage(resolved.recipe, run).finish()


def test_a_sweep_is_every_recipe_with_every_combination_each_the_run_that_it_is_alone() -> None:
    from dsrecipes.recipe.load import load

    _, _, sweep = _sweep("tiny/rl-grpo tiny/sft-reflection seed=0,1 training.learning_rate=1e-4,2e-4")
    assert [one.label for one in sweep[:3]] == [
        "tiny-rl-grpo seed=0 training.learning_rate=1e-4",
        "tiny-rl-grpo seed=0 training.learning_rate=2e-4",
        "tiny-rl-grpo seed=1 training.learning_rate=1e-4",
    ]
    assert len({folder(one.resolved) for one in sweep}) == 8
    assert sweep[7].resolved.run_id == load("tiny/sft-reflection", ["seed=1", "training.learning_rate=2e-4"]).run_id


def test_all_errors_of_all_combinations_are_told_once_with_the_values_they_come_with() -> None:
    with pytest.raises(Problems) as error:
        _sweep("tiny/sft-reflection nosuch seed=0,1 training.batch_size=32,100 data.test.sizes=[1x1]")
    told = [str(problem) for problem in error.value.problems]
    assert len(told) == 3
    assert "fewer than the 100 asked for" in told[0] and "(with" not in told[0]
    assert "must be a multiple of micro_batch_size" in told[1] and "(with training.batch_size=100)" in told[1]
    assert "no such recipe" in told[2] and "(with" not in told[2]


def test_a_key_that_one_of_the_recipes_lacks_is_an_error_that_names_it() -> None:
    with pytest.raises(Problems, match="tiny/base, command line: a recipe of kind eval has no 'training'"):
        _sweep("tiny/base tiny/sft-reflection seed=0,1 training.learning_rate=1e-4,2e-4")


@pytest.mark.parametrize("command", ["tiny/base analysis.interval=wald,wilson", "tiny/base tiny/base.yaml seed=0,1"])
def test_combinations_that_are_the_same_run_are_refused(command: str) -> None:
    with pytest.raises(Problems, match=r"are one and the same run, tiny-base/v\d+-s0-"):
        _sweep(command)


def test_the_same_runs_are_the_same_sweep() -> None:
    ids = {
        manifest(*_sweep(command)).id
        for command in ("tiny/base seed=0,1", "tiny/base.yaml seed=1,0", "tiny/base seed=0x0,1 analysis.interval=wald")
    }
    assert len(ids) == 1
    assert manifest(*_sweep("tiny/base seed=0,2")).id not in ids


def test_a_plan_counts_what_is_shared_once_and_nothing_that_is_done(tmp_path: Path) -> None:
    _, _, sweep = _sweep("tiny/rl-grpo tiny/base seed=0,1")
    recipes = [[item.resolved for item in one.checked] for one in sweep]
    _finish(sweep[2].resolved, tmp_path, right=5)
    here = machine("h200")
    before, after = (plan_sweep(recipes, here, runs, finished) for runs in (tmp_path / "empty", tmp_path))
    assert [[stage.name for stage in one.stages][:1] for one in before] == [["base"], ["data"], ["data"], ["data"]]
    assert [one.state for one in after] == ["new", "new", "done", "new"]
    assert after[2].stages == () and after[2].disk == 0


def test_what_several_start_from_is_launched_once_and_what_follows_a_failure_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, sweep = _sweep("tiny/ablations/rl-from-sft seed=0 training.learning_rate=1e-4,2e-4")
    starts, own = [folder(one.resolved) for one in sweep[0].checked], [folder(one.resolved) for one in sweep]
    assert len(starts) == 2 and starts[-1] == own[0] and folder(sweep[1].checked[0].resolved) == starts[0]

    def launched(outcomes: dict[str, bool | DsrecipesError]) -> tuple[list[str], list[tuple[int, bool, object]]]:
        """The runs that were launched, and what was told of each combination; `outcomes`: whether it worked."""
        tried: list[str] = []
        ended: list[tuple[int, bool, object]] = []

        def launch(resolved: Resolved, runs: Path, watcher: Silent) -> tuple[Run, bool]:
            tried.append(folder(resolved))
            outcome = outcomes[tried[-1]]
            if isinstance(outcome, DsrecipesError):
                raise outcome
            return Run.of(resolved, runs), outcome

        monkeypatch.setattr("dsrecipes.jobs.sweep.launch_one", launch)
        launch_sweep(sweep, tmp_path, Silent(), on_start=lambda *_: None, on_end=lambda *told: ended.append(told))
        return tried, ended

    error = JobFailed("it failed")
    tried, ended = launched({starts[0]: error, own[0]: True, own[1]: True})
    assert tried == [starts[0]]
    assert ended == [(0, False, error), (1, False, error)]
    tried, ended = launched({starts[0]: True, own[0]: False, own[1]: error})
    assert tried == [starts[0], own[0], starts[0], own[1]]
    assert ended == [(0, True, None), (1, True, error)]


@pytest.mark.skipif(bool(gpus()), reason="fails where a recipe for a GPU finds none")
def test_a_sweep_goes_on_after_a_failure_and_its_summary_tells_all(tmp_path: Path) -> None:
    names, asked, sweep = _sweep("base tiny/base seed=0,1 data.train.sizes=[2x2]")
    for one, right in zip(sweep[2:], (5, 10), strict=True):
        _finish(one.resolved, tmp_path, right)
    told = manifest(names, asked, sweep)
    ended: list[tuple[int, bool, bool]] = []

    def on_end(number: int, worked: bool, failure: DsrecipesError | None) -> None:
        ended.append((number, worked, failure is not None))
        told.runs[number].why = str(failure) if failure else None

    launch_sweep(sweep, tmp_path, Silent(), on_start=lambda *_: None, on_end=on_end)
    assert ended == [(0, False, True), (1, False, True), (2, False, False), (3, False, False)]

    rows = write_summary(tmp_path, told)
    assert [row.state for row in rows] == ["failed", "failed", "done", "done"]
    assert rows[0].p is None
    half, whole = rows[2:]
    assert half.inside and half.outside and half.p and whole.p and half.p_sc and half.p_rw
    assert (half.inside.value, half.outside.value, half.p.value, whole.p.value) == (0.5, 0.5, 0.5, 1.0)
    assert (half.p_sc.n, half.p_sc.value, half.p_rw.n, half.p_rw.value) == (10, 1.0, 10, 0.0)
    table = (told.folder(tmp_path) / "summary.csv").read_text().splitlines()
    assert table[0].startswith("recipe,seed,state,seconds,accuracy_in,") and len(table) == 5
    assert "wants a GPU" in table[1]
    markdown = (told.folder(tmp_path) / "summary.md").read_text()
    assert "| tiny-base | 0 | done |" in markdown and "50.0 [23.7, 76.3], n=10" in markdown
