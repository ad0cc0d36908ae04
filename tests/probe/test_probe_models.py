"""Models and checkpoints that are probed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dsrecipes.errors import UserError
from dsrecipes.probe.models import Model, checkpoints, distinct, model_at, without_weights
from dsrecipes.probe.objectives import OBJECTIVES


def make_model(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "config.json").write_text("{}")
    (folder / "model.safetensors").write_bytes(b"")
    return folder


def test_a_models_folder_in_a_run_is_called_by_its_recipe(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "rl-grpo" / "v1-s0-1" / "model")
    (folder.parent / "manifest.json").write_text("{}")
    assert model_at(str(folder)) == Model("rl-grpo", str(folder))


def test_a_checkpoint_given_by_its_folder_is_called_by_its_step(tmp_path: Path) -> None:
    run = tmp_path / "rl-grpo" / "v1-s0-1"
    saved = run / "backend" / "checkpoints"
    of_verl = make_model(saved / "global_step_30" / "actor" / "huggingface")
    of_llamafactory = make_model(saved / "checkpoint-100")
    assert [model_at(str(folder)).label for folder in (of_verl, of_llamafactory)] == ["step 30", "step 100"]
    (run / "manifest.json").write_text("{}")
    labels = [model_at(str(folder)).label for folder in (of_verl, of_llamafactory)]
    assert labels == ["rl-grpo step 30", "rl-grpo step 100"]
    assert model_at(str(make_model(tmp_path / "huggingface"))).label == "huggingface"


def test_what_a_training_started_from_is_called_by_its_step(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "82461c7bfd12")
    assert model_at(str(folder), step=0) == Model("step 0", str(folder), 0)


def test_a_name_on_the_hub_is_left_as_it_is() -> None:
    assert model_at("Qwen/Qwen2.5-7B-Instruct").path == "Qwen/Qwen2.5-7B-Instruct"


@pytest.mark.parametrize("path", ["./nothing", "nothing", "/no/such/model"])
def test_a_folder_that_is_not_there_is_named(path: str) -> None:
    with pytest.raises(UserError, match="no such folder"):
        model_at(path)


def test_a_folder_without_weights_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no model"):
        model_at(str(tmp_path))


def test_the_checkpoints_of_both_backends_come_by_step(tmp_path: Path) -> None:
    saved = tmp_path / "backend" / "checkpoints"
    for step in (30, 4):
        make_model(saved / f"global_step_{step}" / "actor" / "huggingface")
    make_model(saved / "checkpoint-100")
    (saved / "global_step_10").mkdir()  # VeRL leaves the folders of those that it has dropped
    assert [(model.label, model.step) for model in checkpoints(tmp_path)] == [
        ("step 4", 4), ("step 30", 30), ("step 100", 100)
    ]  # fmt: skip


def test_checkpoints_without_weights_that_can_be_loaded_are_named(tmp_path: Path) -> None:
    saved = tmp_path / "backend" / "checkpoints"
    make_model(saved / "checkpoint-100")
    for name in ("checkpoint-200", "global_step_10", "checkpoint-9"):
        (saved / name).mkdir()
    (saved / "checkpoint-200" / "pytorch_model.bin").write_bytes(b"")
    (saved / "latest_checkpointed_iteration.txt").write_text("10")
    assert without_weights(tmp_path) == ["checkpoint-9", "global_step_10", "checkpoint-200"]
    (saved / "checkpoint-100" / "model.safetensors").unlink()
    with pytest.raises(UserError, match="no checkpoint that can be loaded: checkpoint-9, global_step_10, checkpoint-1"):
        checkpoints(tmp_path)


def test_a_run_without_checkpoints_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no checkpoint that can be loaded\n"):
        checkpoints(tmp_path)


def test_models_that_would_be_called_the_same_are_numbered() -> None:
    models = [Model("rl", "/a"), Model("rl", "/b"), Model("sft", "/c")]
    assert [model.label for model in distinct(models)] == ["rl", "rl (2)", "sft"]
    assert [model.path for model in distinct(models)] == ["/a", "/b", "/c"]


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        (["a", "a (2)", "a"], ["a", "a (2)", "a (3)"]),
        (["a", "a", "a (2)", "a"], ["a", "a (2)", "a (2) (2)", "a (3)"]),
    ],
)
def test_a_number_that_is_taken_is_not_given_again(labels: list[str], told: list[str]) -> None:
    assert [model.label for model in distinct([Model(label, "/m") for label in labels])] == told


def test_the_help_names_the_objectives_and_what_they_need() -> None:
    command = [sys.executable, "-m", "dsrecipes", "probe", "--help"]
    told = " ".join(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    assert all(name in told for name in OBJECTIVES)
    assert "low_var_kl and token_kl need --reference" in told


def test_all_that_is_wrong_is_named_at_once() -> None:
    wrong = ["nothere", "none.jsonl", "--also", "./nor-this", "--reference", "/nor/that", "--solutions", "no.jsonl"]
    wrong += ["--checkpoints", "runs/no", "--objective", "kl", "--device", "gpu", "--dtype", "f16"]
    command = [sys.executable, "-m", "dsrecipes", "probe", *wrong]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert [line for line in ended.stderr.splitlines() if not line.startswith("  ")] == [
        "error: nothere: there is no such folder",
        "runs/no/backend/checkpoints: no checkpoint that can be loaded",
        "./nor-this: there is no such folder",
        "/nor/that: there is no such folder",
        "none.jsonl: there is no such file",
        "no.jsonl: there is no such file",
        "--objective: kl: no such objective",
        "--device: there is no device 'gpu'",
        "--dtype: there is no precision 'f16'",
    ]
    assert "There are surrogate, low_var_kl, token_kl, sft, dft." in ended.stderr
