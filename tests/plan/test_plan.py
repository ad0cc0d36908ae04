"""Plans of the shipped recipes on the machines that are known by name."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from dsrecipes.errors import UserError
from dsrecipes.plan.machines import Machine, machine, names
from dsrecipes.plan.plan import Plan, plan
from dsrecipes.plan.quantities import GIB
from dsrecipes.plan.render import as_json, as_table
from dsrecipes.plan.stages import StagePlan
from dsrecipes.recipe.load import load, shipped
from dsrecipes.runs.run import Run

STREAMED = "verl.actor_rollout_ref.actor.fsdp_config.offload_policy=true"


def test_a_plan_and_a_probes_numbers_need_nothing_that_runs_anything() -> None:
    modules = ("plan.sweep", "plan.machines", "plan.render", "probe.batches", "probe.memory", "probe.results")
    loaded = "print([name for name in sys.modules if name.startswith(('dsrecipes.jobs', 'dsrecipes.cli', 'torch'))])"
    code = "; ".join(["import sys", *(f"import dsrecipes.{name}" for name in modules), loaded])
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def planned(name: str, *overrides: str, on: str | Machine = "h100-80gb") -> Plan:
    return plan(load(name, list(overrides)), machine(on) if isinstance(on, str) else on)


def stage(of: Plan, name: str) -> StagePlan:
    return next(stage for stage in of.stages if stage.name == name)


@pytest.mark.parametrize("name", sorted(shipped()))
@pytest.mark.parametrize("on", ["h100-80gb", "h200", "8xh100", "this"])
def test_every_shipped_recipe_has_a_plan_on_every_machine(name: str, on: str) -> None:
    found = planned(name, on=on)
    assert [stage.name for stage in found.stages][-2:] == ["evaluate", "analyse"]
    for each in found.stages:
        if each.seconds is not None:
            assert 0 <= each.seconds.low <= each.seconds.high
        for place in (each.gpu, each.host):
            for moment in place.moments if place else ():
                assert all(term.bytes >= 0 and term.formula and term.source for term in moment.terms)


def test_the_stages_are_those_that_launch_runs(tmp_path: Path) -> None:
    from dsrecipes.jobs.pipeline import stages

    for name in ("tiny/base", "sft-reflection", "rl-grpo"):
        resolved = load(name)
        run = Run.of(resolved, tmp_path)
        assert [one.name for one in stages(resolved.recipe, run)] == [one.name for one in planned(name).stages]


def test_grpo_on_a_7b_model_fits_one_h100_when_fsdp2_streams_the_states() -> None:
    found = stage(planned("rl-grpo", STREAMED), "train")
    assert found.fits is True
    assert found.gpu is not None and found.gpu.peak.bytes < 79 * GIB


def test_what_does_not_fit_says_by_how_much_and_what_makes_it_fit() -> None:
    manual = [
        f"verl.actor_rollout_ref.actor.fsdp_config.{key}" for key in ("offload_policy=false", "param_offload=true")
    ]
    found = stage(
        planned("rl-grpo", *manual, "verl.actor_rollout_ref.actor.fsdp_config.optimizer_offload=true"), "train"
    )
    assert found.fits is False
    assert found.gpu is not None and found.gpu.spare is not None and found.gpu.spare < -40 * GIB
    assert found.gpu.peak.name.startswith("update")
    assert found.advice is not None and "offload_policy=true" in found.advice


def test_nothing_is_advised_that_would_not_fit_either() -> None:
    small = replace(machine("h100-80gb"), device_memory=8 * GIB)
    found = stage(planned("rl-grpo", on=small), "train")
    assert found.advice is not None and found.advice.startswith("none of the changes")


def test_steps_are_the_backends_own() -> None:
    assert stage(planned("rl-grpo"), "train").steps == 78
    # 2,500 micro-batches of 8, in 157 updates of up to 16, four times.
    assert stage(planned("sft-reflection"), "train").steps == 628
    assert stage(planned("tiny/sft-reflection", on="this"), "train").steps == 640


def test_longer_responses_take_more_tokens_time_and_disk() -> None:
    short = stage(planned("rl-grpo", "training.max_response_length=512"), "train")
    long = stage(planned("rl-grpo"), "train")
    assert short.tokens and long.tokens and short.seconds and long.seconds
    assert short.tokens.high < long.tokens.high and short.seconds.high < long.seconds.high
    assert short.tokens.low == long.tokens.low  # that of a bare solution


def test_a_faster_machine_takes_less_time_and_an_unknown_one_says_nothing() -> None:
    h100, h200 = (stage(planned("base", on=on), "evaluate").seconds for on in ("h100-80gb", "h200"))
    assert h100 and h200 and h200.high < h100.high
    assert stage(planned("tiny/rl-grpo", on="h100-80gb"), "train").seconds is None  # its cores were never measured


def test_a_recipe_that_wants_more_than_the_machine_has_is_told() -> None:
    assert "no GPU" in planned("rl-grpo", on=replace(machine("this"), devices=0)).problems[0]
    assert "has 1" in planned("rl-grpo", "hardware.devices=2").problems[0]
    assert "7 of its GPUs stay idle" in planned("rl-grpo", on="8xh100").problems[0]


def test_times_of_a_finished_run_of_the_same_values_stand_for_the_estimate(tmp_path: Path) -> None:
    resolved = load("tiny/rl-grpo")
    run = Run.of(resolved, tmp_path)
    run.begin(resolved, ["base", "data", "train"])
    run.manifest.stage("train").state, run.manifest.stage("train").seconds = "done", 594.0
    run.save()

    found = stage(plan(resolved, machine("this"), tmp_path), "train")
    assert found.seconds is not None and (found.seconds.low, found.seconds.high) == (594, 594)
    assert any("measured" in note for note in found.notes)
    other = stage(plan(load("tiny/rl-grpo", ["seed=7"]), machine("this"), tmp_path), "train")
    assert other.seconds is not None and other.seconds.low < other.seconds.high


def test_machines_are_known_by_name_or_read_from_a_file(tmp_path: Path) -> None:
    assert names() == ["h100-80gb", "h200", "8xh100", "this"]
    own = tmp_path / "mine.yaml"
    shipped_file = Path(__file__).parents[2] / "dsrecipes" / "plan" / "machines.yaml"
    own.write_text("mine:" + shipped_file.read_text().split("8xh100:")[1])
    assert machine(str(own)).devices == 8 and machine(str(own)).name == "mine"

    with pytest.raises(UserError, match="no machine is called") as error:
        machine("h100")
    assert error.value.hint is not None and "h100-80gb" in error.value.hint
    own.write_text("mine: {title: half of one}")
    with pytest.raises(UserError, match="not a machine"):
        machine(str(own))


def test_every_figure_of_a_shipped_machine_has_a_source() -> None:
    for name in ("h100-80gb", "h200", "8xh100"):
        sources = machine(name).sources
        assert {"device_gib", "bf16_tflops", "fp32_tflops", "bandwidth", "link", "host_gib", "cores"} <= sources.keys()


def test_a_plan_reads_as_a_table_and_as_json() -> None:
    found = planned("rl-grpo")
    console = Console(width=200, file=io.StringIO())
    with console.capture() as captured:
        console.print(as_table(found))
    text = captured.get()
    assert "train, GPU: " in text and "arXiv 1910.02054" in text and "estimates" in text

    values = json.loads(json.dumps(as_json(found)))
    train = next(one for one in values["stages"] if one["name"] == "train")
    assert train["steps"] == 78 and train["gpu"]["peak_bytes"] > 0
    assert train["gpu"]["moments"][0]["terms"][0]["source"]
