"""Probes as jobs, of real models that are too small to know anything; tests/test_main_job.py measures trained ones."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from dsrecipes.backends.command import Progress
from dsrecipes.errors import Problems, UserError
from dsrecipes.jobs.probe import Request, most_new_tokens, probe, require_disk
from dsrecipes.probe.batches import queries_of, read_rollouts
from dsrecipes.probe.memory import MemoryPlan
from dsrecipes.probe.models import Model, model_at
from dsrecipes.probe.results import Probe
from dsrecipes.report.build import build_report
from tests.conftest import BackendPython

SIZES = {
    "hidden_size": 16,
    "intermediate_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "num_key_value_heads": 1,
    "max_position_embeddings": 256,
    "tie_word_embeddings": True,
}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory, backend_python: BackendPython) -> Path:
    """A model with random weights and its tokenizer."""
    folder = tmp_path_factory.mktemp("models")
    (folder / "config.json").write_text(json.dumps({"seed": 0, **SIZES}))
    made = [backend_python.python, "-m", "dsrecipes.worker.tiny_model", folder / "config.json", folder / "tiny"]
    subprocess.run(made, env=backend_python.env, check=True, capture_output=True)
    return folder / "tiny"


def text(number: int, right: bool) -> str:
    return f"{number} * 4 = {4 * number}\nAnswer: {4 * number if right else 1}\nLet me check.\nCorrect."


def prompt(number: int) -> str:
    return f"Calculate {number} * 4. Think step by step."


def trajectories(file: Path, right: tuple[bool, ...], **changes: object) -> Path:
    """Responses to four prompts, as many to each as `right` says of whether they are."""
    lines = [
        {
            "id": f"{number}/{sample}", "model": "m", "size": "1x1", "operands": [number, 4], "prompt": prompt(number),
            "response": text(number, good), "ground_truth": str(4 * number), "finish_reason": "stop", "seed": 0,
            "sample": sample,
        }
        | changes
        for number in (3, 5, 7, 9)
        for sample, good in enumerate(right)
    ]  # fmt: skip
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return file


def solutions(file: Path) -> Path:
    lines = [{"prompt": prompt(number), "response": text(number, True)} for number in (2, 4, 6, 8)]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return file


def probed(request: Request) -> tuple[Probe, list[str]]:
    """What was measured, and what was said meanwhile."""
    said: list[str] = []
    return probe(request, said.append, ignored), said


def ignored(what: str, progress: Progress) -> None:
    pass


def test_two_probes_cannot_work_in_one_folder(tmp_path: Path) -> None:
    request = Request(models=(), trajectories=(), out=tmp_path / "probe")
    (tmp_path / "probe").mkdir()
    with FileLock(tmp_path / "probe" / ".lock"), pytest.raises(UserError, match="another probe") as refused:
        probe(request, print, ignored)
    assert refused.value.where == str(tmp_path / "probe")
    assert "--out" in str(refused.value.hint)


def test_without_what_an_objective_needs_nothing_is_left(tmp_path: Path) -> None:
    file = trajectories(tmp_path / "given.jsonl", (True, False))
    request = Request((), (file,), tmp_path / "probe", objectives=("low_var_kl",))
    with pytest.raises(UserError, match="nothing is left to measure") as refused:
        probed(request)
    assert "--reference" in str(refused.value.hint)


def test_problems_of_the_sizes_asked_for_are_taken(tmp_path: Path, model: Path) -> None:
    small = trajectories(tmp_path / "small.jsonl", (True, False))
    large = trajectories(tmp_path / "large.jsonl", (True, False), size="2x1")
    more = [json.loads(line) | {"id": f"more/{at}"} for at, line in enumerate(large.read_text().splitlines())]
    large.write_text("".join(json.dumps(line | {"prompt": line["prompt"] + " Please."}) + "\n" for line in more))
    request = Request((model_at(str(model)),), (small, large), tmp_path / "probe", objectives=("surrogate",), blocks=3)
    found, _ = probed(replace(request, sizes=("2x1",)))
    assert {row["sizes"] for row in found.attribution_rows()} == {"2x1"}
    with pytest.raises(UserError, match="no problem of size 9x9") as refused:
        probed(replace(request, sizes=("2x1", "9x9")))
    assert "1x1, 2x1" in str(refused.value.hint)


def test_rollouts_may_be_as_long_as_the_longest_response_with_its_end_token(tmp_path: Path) -> None:
    request = Request((), (), tmp_path, rollouts=2)

    def limit(**changes: object) -> int:
        file = trajectories(tmp_path / "given.jsonl", (True,), **changes)
        short = trajectories(tmp_path / "short.jsonl", (True,), tokens=3, seed=1)
        return most_new_tokens(request, queries_of(read_rollouts([file, short]), None, 0))

    assert limit(tokens=197) == 198
    with pytest.raises(UserError, match="4 of 8 responses do not say how many tokens") as refused:
        limit()
    assert "--max-new-tokens" in str(refused.value.hint)
    request = replace(request, max_new_tokens=7)
    assert limit() == 7


def test_all_that_is_wrong_is_named_at_once(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{}\n")
    request = Request((), (bad,), tmp_path / "probe", objectives=("sft", "low_var_kl"), solutions=bad)
    with pytest.raises(Problems) as refused:
        probed(request)
    assert [problem.where for problem in refused.value.problems] == [str(bad), str(bad)]
    with pytest.raises(Problems) as refused:
        probed(replace(request, objectives=("low_var_kl",)))
    assert "nothing is left to measure" in refused.value.problems[1].what


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"reference": Model("r", "/r")}, ["no objective is a KL penalty: --reference is left out"]),
        ({"max_new_tokens": 7}, ["there are no --rollouts: --max-new-tokens is left out"]),
        ({"max_new_tokens": 7, "rollouts": 2}, []),
        ({"sizes": ("1x1",)}, []),
        (
            {"sizes": ("1x1",), "objectives": ("surrogate", "sft"), "solutions": Path("solutions.jsonl")},
            ["--size is of TRAJECTORIES: --solutions are taken whatever their sizes, which the tables name"],
        ),
        (
            {"objectives": ("sft",), "solutions": Path("solutions.jsonl"), "rollouts": 2, "max_new_tokens": 7},
            ["every objective is measured on --solutions: TRAJECTORIES and --rollouts are left out"],
        ),
        (
            {"solutions": Path("solutions.jsonl")},
            ["no objective is measured on --solutions: they are left out"],
        ),
        ({"objectives": ("surrogate", "token_kl")}, ["no --reference: the KL penalties are left out"]),
    ],
)
def test_what_is_asked_for_and_not_used_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any], told: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    solutions(Path("solutions.jsonl"))
    request = Request((), (trajectories(Path("given.jsonl"), (True, False)),), Path("probe"), objectives=("surrogate",))
    assert probed(replace(request, **changes))[1] == told


def sizes_alone(folder: Path) -> Path:
    """What tells a model's sizes, without weights: enough for what is refused before anything runs."""
    folder.mkdir()
    config = {"model_type": "qwen2", **SIZES, "vocab_size": 200_000, "hidden_size": 512, "tie_word_embeddings": False}
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "model.safetensors").write_bytes(b"")
    return folder


def test_too_little_memory_is_refused_before_rollouts_are_sampled(tmp_path: Path) -> None:
    request = Request(
        models=(model_at(str(sizes_alone(tmp_path / "large"))),),
        trajectories=(trajectories(tmp_path / "given.jsonl", (True, False)),),
        out=tmp_path / "probe",
        rollouts=8,
        max_new_tokens=100,
        memory=1.5,
        device="cpu",
    )
    with pytest.raises(UserError, match="the probe needs") as refused:
        probed(request)
    assert refused.value.where == "--memory"
    assert not (tmp_path / "probe" / "rollouts").exists()
    needed = float(refused.value.what.split()[3])
    longer = replace(request, max_new_tokens=1000)  # the length is that of the longest response there may be
    with pytest.raises(UserError, match="the probe needs") as refused:
        probed(longer)
    assert float(refused.value.what.split()[3]) > needed


def test_too_little_disk_is_refused_before_anything_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    request = Request(
        models=(model_at(str(sizes_alone(tmp_path / "large"))),),
        trajectories=(trajectories(tmp_path / "given.jsonl", (True, False)),),
        out=tmp_path / "probe",
        device="cpu",
    )
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=2**30))
    said: list[str] = []
    with pytest.raises(UserError, match=r"GiB of disk, 1\.0 GiB are free") as refused:
        probe(request, said.append, ignored)
    assert "--parts" in str(refused.value.hint) and "GiB of disk" in said[-1]


def test_sums_of_another_probe_are_no_free_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=0))
    stale = tmp_path / "probe" / "measured" / "other" / "part-0" / "totals.safetensors"
    stale.parent.mkdir(parents=True)
    with stale.open("wb") as file:
        file.truncate(100 * 2**30)  # it takes no disk
    request = Request(
        models=(model_at(str(sizes_alone(tmp_path / "large"))),),
        trajectories=(trajectories(tmp_path / "given.jsonl", (True, False)),),
        out=tmp_path / "probe",
        queries=3,
        device="cpu",
    )
    said: list[str] = []
    with pytest.raises(UserError, match=r"GiB of disk, less than 0\.1 GiB are free"):
        probe(request, said.append, ignored)
    assert "6 rollouts" in said[-1]  # of three prompts


def test_sums_that_an_interrupted_run_saved_have_their_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=50))
    saved = tmp_path / "totals.safetensors"
    saved.write_bytes(bytes(50))
    plan = MemoryPlan(1, checkpointing=False, memory=None, host=None, disk=100.0, counted=True)
    require_disk(plan, tmp_path / "probe", [saved])
    with pytest.raises(UserError, match="saving summed gradients needs"):
        require_disk(plan, tmp_path / "probe", [])
    require_disk(replace(plan, disk=None), tmp_path / "probe", [])


@pytest.mark.backend
def test_a_model_whose_weights_were_replaced_is_measured_anew(
    model: Path, tmp_path: Path, backend_python: BackendPython
) -> None:
    own = shutil.copytree(model, tmp_path / "own")
    request = Request(
        models=(model_at(str(own)),),
        trajectories=(trajectories(tmp_path / "given.jsonl", (True,)),),
        out=tmp_path / "probe",
        rollouts=1,
        max_new_tokens=5,
        objectives=("sft",),
        device="cpu",
    )
    first, _ = probed(request)
    assert probed(request)[0].models == first.models
    assert [len(list((tmp_path / "probe" / name).iterdir())) for name in ("rollouts", "measured")] == [1, 1]
    (kept,) = (tmp_path / "probe" / "measured").glob("*/part-0.json")
    measured = kept.stat().st_mtime_ns
    more = probed(replace(request, objectives=("sft", "dft")))[0].models[0]
    assert more.measured["objectives"]["sft"] == first.models[0].measured["objectives"]["sft"]
    assert more.whole.keys() == {"sft", "dft"}
    assert kept.stat().st_mtime_ns == measured  # another objective is measured beside it
    assert len(list((tmp_path / "probe" / "measured").iterdir())) == 2
    (tmp_path / "config.json").write_text(json.dumps({"seed": 1, **SIZES}))
    made = [backend_python.python, "-m", "dsrecipes.worker.tiny_model", tmp_path / "config.json", tmp_path / "other"]
    subprocess.run(made, env=backend_python.env, check=True, capture_output=True)
    shutil.copy(tmp_path / "other" / "model.safetensors", own)
    second, _ = probed(request)
    assert [len(list((tmp_path / "probe" / name).iterdir())) for name in ("rollouts", "measured")] == [2, 3]
    assert second.models[0].whole["sft"].sampling.value != first.models[0].whole["sft"].sampling.value


@pytest.mark.backend
@pytest.mark.parametrize("right", [(True, False), (True,)])
def test_a_batch_that_no_objective_is_measured_on_is_not_told_of(
    model: Path, tmp_path: Path, right: tuple[bool, ...]
) -> None:
    given = trajectories(tmp_path / "given.jsonl", right)
    request = Request(
        models=(model_at(str(model)),),
        trajectories=(given,),
        out=tmp_path / "runs" / "probe",
        solutions=solutions(tmp_path / "solutions.jsonl"),
        reference=model_at(str(model)),
        max_new_tokens=7,
        objectives=("sft",) if len(right) > 1 else ("surrogate", "sft"),
        device="cpu",
    )
    found, said = probed(request)
    (measured,) = found.models
    assert measured.counts.keys() == {"solutions"} and measured.batches == {"sft": "solutions"}
    assert any("4 solutions; in one part" in line for line in said)
    assert found.settings["objectives"] == ["sft"] and found.settings["solutions"] == str(request.solutions)
    assert found.settings["parts"] == {"tiny": 1}
    assert not any(found.settings[name] for name in ("trajectories", "reference", "rollouts", "max_new_tokens"))
    assert "rollouts" not in " ".join(measured.notes)
    page = build_report(tmp_path / "runs", tmp_path / "report").report.read_text()
    assert "solutions: 4 responses to 4 prompts" in page
