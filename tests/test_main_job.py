"""The whole chain at its smallest, through the real LLaMA-Factory and the real VeRL: minutes long."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dsrecipes.backends import verl
from tests.conftest import BackendPython

pytestmark = [pytest.mark.backend, pytest.mark.slow]

ARMS = ["tiny/base", "tiny/sft-no-reflection", "tiny/sft-reflection", "tiny/rl-grpo"]

SMALLEST = [
    "model.scratch.examples=320",
    "model.scratch.training.save_steps=10",
    "data.test.examples_per_size=4",
    "data.train.examples=192",
    "evaluation.max_new_tokens=32",
    "evaluation.batch_size=10",
]
# Long enough that an interruption after the first checkpoint comes well before the end.
SMALLEST_SFT = ["training.epochs=8.0", "training.warmup_steps=0", "training.save_steps=4"]
SMALLEST_RL = [
    "training.train_batch_size=8", "training.mini_batch_size=4", "training.rollouts=4",
    "training.max_response_length=24", "training.max_steps=10", "training.save_steps=1",
    "training.reward.kwargs={truncation_penalty: 0.25}",
]  # fmt: skip


SECRETS = dict.fromkeys(("HF_TOKEN", "WANDB_API_KEY", "OPENAI_API_KEY"), "a-secret-that-no-file-may-hold")
ENVIRONMENT = os.environ | SECRETS


def _arguments(arm: str, runs: Path) -> list[str]:
    own = SMALLEST_SFT if "sft" in arm else SMALLEST_RL if "rl" in arm else []
    return [sys.executable, "-m", "dsrecipes", "launch", arm, "--runs", str(runs), *SMALLEST, *own]


def _launch(arm: str, runs: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(_arguments(arm, runs), capture_output=True, text=True, check=False, env=ENVIRONMENT)


def _launch_and_interrupt(arm: str, runs: Path, when: Callable[[], bool]) -> str:
    """Starts a launch, ends it with a termination signal as soon as `when` holds, and returns what it said."""
    with subprocess.Popen(_arguments(arm, runs), stderr=subprocess.PIPE, text=True, env=ENVIRONMENT) as launched:
        deadline = time.monotonic() + 300
        while not when():
            assert launched.poll() is None, f"ended by itself: {launched.stderr.read() if launched.stderr else ''}"
            assert time.monotonic() < deadline
            time.sleep(0.1)
        launched.send_signal(signal.SIGTERM)
        _, said = launched.communicate()
        assert launched.returncode == 130, said
        return said


def _manifest(runs: Path, arm: str) -> dict[str, object]:
    (path,) = runs.glob(f"{arm.replace('/', '-')}/*/manifest.json")
    manifest = json.loads(path.read_text())
    assert isinstance(manifest, dict)
    return {**manifest, "folder": path.parent}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, backend_python: BackendPython) -> Path:
    """A folder of runs. The first launch makes their base model, which stays in the cache for the next time."""
    return tmp_path_factory.mktemp("runs")


def _checkpoints(runs: Path, arm: str, pattern: str) -> Callable[[], bool]:
    return lambda: any(runs.glob(f"{arm.replace('/', '-')}/*/backend/{pattern}"))


def _saved_and_logged(runs: Path, arm: str) -> Callable[[], bool]:
    """VeRL has saved a step and logged its metrics, which it does in this order."""

    def holds() -> bool:
        backends = list(runs.glob(f"{arm.replace('/', '-')}/*/backend"))
        saved = backends and verl.last_checkpoint(backends[0] / "checkpoints")
        return bool(saved) and saved[0] in verl.metrics(backends[0] / "metrics")

    return holds


@pytest.mark.parametrize("arm", ARMS)
def test_a_recipe_runs_from_nothing_to_its_analysis(runs: Path, arm: str) -> None:
    if arm == "tiny/sft-reflection":
        _launch_and_interrupt(arm, runs, _checkpoints(runs, arm, "checkpoints/checkpoint-*/trainer_state.json"))
        assert _manifest(runs, arm)["state"] == "interrupted"
    if arm == "tiny/rl-grpo":
        _launch_and_interrupt(arm, runs, _saved_and_logged(runs, arm))
        assert _manifest(runs, arm)["state"] == "interrupted"
    launched = _launch(arm, runs)
    assert launched.returncode == 0, launched.stderr
    manifest = _manifest(runs, arm)
    folder = manifest["folder"]
    assert isinstance(folder, Path)
    assert manifest["state"] == "done"
    with gzip.open(folder / "trajectories.jsonl.gz", "rt") as lines:
        trajectories = [json.loads(line) for line in lines]
    assert len(trajectories) == 7 * 4
    assert len({trajectory["id"] for trajectory in trajectories}) == 7 * 4
    assert all(trajectory["tokens"] <= 32 for trajectory in trajectories)
    assert len(json.loads((folder / "analysis" / "calibration.json").read_text())) == 7


def _steps(runs: Path, arm: str) -> list[dict[str, object]]:
    folder = _manifest(runs, arm)["folder"]
    assert isinstance(folder, Path)
    return [json.loads(line) for line in (folder / "metrics.jsonl").read_text().splitlines()]


def _log(runs: Path, arm: str) -> str:
    folder = _manifest(runs, arm)["folder"]
    assert isinstance(folder, Path)
    return (folder / "logs" / "train.log").read_text()


def test_llamafactory_went_on_from_its_checkpoint(runs: Path) -> None:
    assert "Resuming training from" in _log(runs, "tiny/sft-reflection")
    assert all(
        isinstance(step["data"], dict) and "loss" in step["data"] for step in _steps(runs, "tiny/sft-reflection")
    )


def test_verl_went_on_from_its_checkpoint_to_the_last_step(runs: Path) -> None:
    assert "Resuming from" in _log(runs, "tiny/rl-grpo")
    steps = _steps(runs, "tiny/rl-grpo")
    assert [step["step"] for step in steps] == list(range(1, 11))
    for step in steps:
        assert isinstance(step["data"], dict)
        assert {"critic/rewards/mean", "actor/kl_loss", "response_length/mean"} <= step["data"].keys()


def test_the_reward_function_was_ours(runs: Path) -> None:
    """VeRL dumps its rollouts; each must have the score that reward_fns/exact_match.py gives to its text, less the
    penalty that some had to pay because they were cut off."""
    from dsrecipes.analysis.reading import read_answer

    folder = _manifest(runs, "tiny/rl-grpo")["folder"]
    assert isinstance(folder, Path)
    rollouts = [
        json.loads(line) for path in (folder / "backend" / "rollouts").glob("*.jsonl") for line in path.open()
    ]  # fmt: skip
    assert len(rollouts) >= 10 * 8 * 4
    penalties = set()
    for rollout in rollouts:
        text = rollout["output"].removesuffix("<|im_end|>")
        assert rollout["acc"] == float(read_answer(text) == rollout["gts"])
        penalties.add(rollout["acc"] - rollout["score"])
        assert "pred" in rollout
    assert penalties == {0.0, 0.25}


def test_the_trained_models_differ_from_the_base_and_load(runs: Path) -> None:
    for arm in ARMS[1:]:
        folder = _manifest(runs, arm)["folder"]
        assert isinstance(folder, Path)
        checked = json.loads((folder / "backend" / "checked_model.json").read_text())
        assert checked["parameters"] > 1_000_000 and checked["relative_change"] > 0


def test_every_backend_saw_the_same_prompt_tokens(runs: Path) -> None:
    folder = _manifest(runs, "tiny/rl-grpo")["folder"]
    assert isinstance(folder, Path)
    (path,) = (folder / "backend").glob("checked_prompts_*.json")
    routes = json.loads(path.read_text())["token_ids"]
    assert set(routes) == {"evaluation", "verl", "llamafactory"}
    assert routes["evaluation"] == routes["verl"] == routes["llamafactory"]


def test_launching_again_does_nothing(runs: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in runs.rglob("*") if path.is_file()}
    launched = _launch("tiny/rl-grpo", runs)
    assert launched.returncode == 0 and "done:" in launched.stdout
    assert before == {path: path.stat().st_mtime_ns for path in runs.rglob("*") if path.is_file()}


def test_another_way_to_read_the_trajectories_trains_nothing_anew(runs: Path) -> None:
    before = _manifest(runs, "tiny/rl-grpo")
    again = [*_arguments("tiny/rl-grpo", runs), "analysis.interval=wald", "analysis.resamples=20"]
    launched = subprocess.run(again, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert launched.returncode == 0, launched.stderr
    after, folder = _manifest(runs, "tiny/rl-grpo"), before["folder"]
    assert isinstance(folder, Path) and after["folder"] == folder
    stages = [
        {stage["name"]: stage["attempts"] for stage in manifest["stages"]}  # type: ignore[attr-defined]
        for manifest in (before, after)
    ]
    assert stages[1] == stages[0] | {"analyse": stages[0]["analyse"] + 1}
    assert json.loads((folder / "analysis" / "settings.json").read_text())["settings"]["interval"] == "wald"


def test_no_token_of_the_users_environment_is_written_anywhere(runs: Path) -> None:
    files = [path for path in runs.rglob("*") if path.is_file()]
    assert len(files) > 100
    assert [path for path in files if b"a-secret-that-no-file-may-hold" in path.read_bytes()] == []


def test_the_report_has_a_row_for_each_arm(runs: Path) -> None:
    report = (runs / "report" / "report.md").read_text()
    for row in ("Base", "SFT (no reflection)", "SFT (reflection)", "RL"):
        assert row in report


def test_the_trained_models_gradients_are_measured_once(runs: Path) -> None:
    rl, sft = _manifest(runs, "tiny/rl-grpo")["folder"], _manifest(runs, "tiny/sft-reflection")["folder"]
    given = [f"{rl}/model", f"{rl}/trajectories.jsonl.gz", "--solutions", f"{sft}/data/solutions.jsonl"]
    given += ["--reference", f"{sft}/model", "--objective", "low_var_kl", "--objective", "sft"]
    given += ["--rollouts", "2", "--queries", "4", "--blocks", "3", "--out", str(runs / "probe"), "--json"]
    command = [sys.executable, "-m", "dsrecipes", "probe", *given]
    first = subprocess.run(command, capture_output=True, text=True, check=False)
    assert first.returncode == 0, first.stderr
    assert "8 rollouts, 4 solutions; in one part, needs about" in first.stderr
    logs = {path: path.stat().st_mtime_ns for path in (runs / "probe").rglob("*.log")}
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert again.stdout == first.stdout
    assert len(logs) == 2 and logs == {path: path.stat().st_mtime_ns for path in (runs / "probe").rglob("*.log")}
    whole = [row for row in json.loads(first.stdout)["attribution"] if row["scope"] == "whole model"]
    assert [(row["objective"], row["on"]) for row in whole] == [("low_var_kl", "rollouts"), ("sft", "solutions")]
    assert all(row["sampling"] > 0 for row in whole) and whole[1]["decision"] > 0


def test_a_sweep_runs_what_is_left_of_it_and_sums_it_up(runs: Path) -> None:
    sweep = [*_arguments("tiny/base", runs), "seed=0,1"]  # the run of seed 0 is there already
    launched = subprocess.run(sweep, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert launched.returncode == 0, launched.stderr
    assert "[1/2] tiny-base seed=0\n  done before\n[2/2] tiny-base seed=1\n" in launched.stderr
    (summary,) = runs.glob("sweeps/*/summary.csv")
    heading, *rows = (line.split(",") for line in summary.read_text().splitlines())
    states = [(row[heading.index("seed")], row[heading.index("state")]) for row in rows]
    assert states == [("0", "done"), ("1", "done")]
    assert {row[heading.index("accuracy_in_n")] for row in rows} == {"8"}


def test_a_backend_that_dies_is_told_with_its_last_lines(runs: Path) -> None:
    broken = [*_arguments("tiny/sft-no-reflection", runs), "llamafactory.adapter_name_or_path=nowhere"]
    failed = subprocess.run(broken, capture_output=True, text=True, check=False, env=os.environ)
    assert failed.returncode == 1
    assert "dapter" in failed.stderr and "train.log" in failed.stderr
    assert "error:" in failed.stderr
