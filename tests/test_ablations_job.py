"""Ablations at their smallest, through the real LLaMA-Factory and the real VeRL: minutes long."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from reward_fns import first_answer
from tests.conftest import BackendPython

pytestmark = [pytest.mark.backend, pytest.mark.slow]

SMALLEST = [
    "model.scratch.examples=320",
    "model.scratch.training.save_steps=10",
    "data.test.sizes=[2x2,3x1]",
    "data.test.examples_per_size=4",
    "data.train.examples=192",
    "evaluation.max_new_tokens=24",
    "evaluation.batch_size=8",
]
SMALLEST_SFT = ["training.epochs=2.0", "training.warmup_steps=0"]
SMALLEST_RL = [
    "training.train_batch_size=8", "training.mini_batch_size=8", "training.rollouts=4",
    "training.max_response_length=48", "training.max_steps=2", "training.save_steps=2",
]  # fmt: skip


def _launch(runs: Path, *names: str, changes: list[str]) -> None:
    command = [sys.executable, "-m", "dsrecipes", "launch", *names, "--runs", str(runs), *SMALLEST, *changes]
    launched = subprocess.run(command, capture_output=True, text=True, check=False)
    assert launched.returncode == 0, launched.stderr


def _folder(runs: Path, name: str) -> Path:
    (manifest,) = runs.glob(f"{name.replace('/', '-')}/*/manifest.json")
    assert json.loads(manifest.read_text())["state"] == "done"
    return manifest.parent


def _manifest(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text())
    return manifest


def _steps(folder: Path) -> list[dict[str, float]]:
    return [json.loads(line)["data"] for line in (folder / "metrics.jsonl").read_text().splitlines()]


def _rollouts(folder: Path) -> list[dict[str, Any]]:
    found = [json.loads(line) for path in (folder / "backend" / "rollouts").glob("*.jsonl") for line in path.open()]
    assert len(found) == 2 * 8 * 4
    return found


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, backend_python: BackendPython) -> Path:
    return tmp_path_factory.mktemp("runs")


def test_dynamic_fine_tuning_weighs_each_tokens_loss_by_its_probability(runs: Path) -> None:
    names = ["tiny/sft-reflection", "tiny/ablations/sft-dft"]
    _launch(runs, *names, changes=SMALLEST_SFT)
    plain, weighed = (_folder(runs, name) for name in names)
    # The same data in the same order: a loss times a probability is the smaller one.
    assert 0 < _steps(weighed)[0]["loss"] < 0.8 * _steps(plain)[0]["loss"]
    assert yaml.safe_load((weighed / "backend" / "train.yaml").read_text())["use_dft_loss"] is True
    assert "use_dft_loss" not in yaml.safe_load((plain / "backend" / "train.yaml").read_text())


def test_rl_starts_from_the_model_of_another_recipe_which_is_launched_first(tmp_path: Path, runs: Path) -> None:
    # A model of so little training is always wrong; GRPO, which compares, would learn nothing.
    learns_from_wrong = ["training.algorithm=reinforce", "training.reward.kwargs={reinforce: negative}"]
    _launch(tmp_path, "tiny/ablations/rl-from-sft", changes=[*SMALLEST_RL, *learns_from_wrong, "seed=3"])
    sft, rl = _folder(tmp_path, "tiny/sft-reflection"), _folder(tmp_path, "tiny/ablations/rl-from-sft")
    assert _manifest(sft)["seed"] == _manifest(rl)["seed"] == 3
    assert _manifest(rl)["hashes"]["start_run"] == _manifest(sft)["run_id"]
    assert _manifest(rl)["hashes"]["start/model.safetensors"] == _manifest(sft)["hashes"]["model.safetensors"]
    assert [stage["name"] for stage in _manifest(rl)["stages"]][:3] == ["start", "data", "train"]
    # One update a step: before the first, the policy is the reference, so the reference is the same model.
    before, after = (step["actor/kl_loss"] for step in _steps(rl))
    assert abs(before) < 1e-7 < after
    assert json.loads((rl / "backend" / "checked_model.json").read_text())["relative_change"] > 0


def test_reinforcement_by_wrong_responses_only_never_raises_a_probability(runs: Path) -> None:
    _launch(runs, "tiny/ablations/rl-nsr", changes=SMALLEST_RL)
    folder = _folder(runs, "tiny/ablations/rl-nsr")
    assert all(rollout["score"] == rollout["acc"] - 1 for rollout in _rollouts(folder))
    assert any(rollout["score"] == -1 for rollout in _rollouts(folder))
    for step in _steps(folder):
        assert (step["critic/advantages/min"], step["critic/advantages/max"] <= 0) == (-1, True)
        assert step["actor/grad_norm"] > 0


def test_single_turn_rl_is_rewarded_by_first_answers(runs: Path) -> None:
    _launch(runs, "tiny/ablations/rl-first-answer", changes=SMALLEST_RL)
    folder = _folder(runs, "tiny/ablations/rl-first-answer")
    assert {"reward.py", "exact_match.py"} <= _manifest(folder)["hashes"].keys()
    for rollout in _rollouts(folder):
        scored = first_answer.compute_score("", rollout["output"], rollout["gts"])
        assert (rollout["score"], rollout["pred"]) == (scored["score"], scored["pred"])


def test_a_kl_penalty_in_the_reward_is_none_in_the_loss(runs: Path) -> None:
    _launch(runs, "tiny/ablations/rl-kl-in-reward", changes=SMALLEST_RL)
    for step in _steps(_folder(runs, "tiny/ablations/rl-kl-in-reward")):
        assert step["actor/reward_kl_penalty_coeff"] == 0.001
        assert "actor/kl_loss" not in step
