"""Every broken recipe of broken.yaml is refused, with the message that it must give, and never with a traceback."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dsrecipes.errors import UserError
from dsrecipes.jobs.check import load_checked

CASES = yaml.safe_load((Path(__file__).parent / "broken.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_broken_recipe_is_refused_with_what_is_wrong_and_where(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text(case["recipe"], "utf-8")
    with pytest.raises(UserError) as told:
        load_checked([str(file)], case.get("overrides", []))
    text = str(told.value)
    assert [said for said in case["says"] if str(said) not in text] == [], text
    assert "overrides" in case or file.name in text
    if "line" in case:
        assert f"{file}:{case['line']}:" in text, text


def test_there_are_enough_of_them() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 40


BROKEN_REWARDS = {
    "def compute_score(solution_str, ground_truth, **_): return 1.0": "scores the right response",
    "def compute_score(solution_str, ground_truth, **_): return 'good'": "must return a number",
    "def compute_score(text): return 1.0": "raises TypeError",
    "def compute_score(**_): raise ValueError('out of luck')": "out of luck",
    "score = 3": "no function 'compute_score'",
    "def compute_score(:": "cannot be loaded: SyntaxError",
    "import sys; sys.exit(3)": "cannot be loaded: SystemExit",
    "import os; os._exit(3)": "ended with exit code 3",
    "compute_score = lambda **_: 1.0": "cannot be pickled",
    "import time; time.sleep(60)": "needs more than",
}


@pytest.mark.parametrize("code", BROKEN_REWARDS)
def test_a_broken_reward_function_is_told_before_it_trains_anything(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dsrecipes.jobs.check_reward._SECONDS", 2.0)
    (tmp_path / "mine.py").write_text(code)
    file = tmp_path / "broken.yaml"
    file.write_text("extends: tiny/rl-grpo.yaml\ntraining:\n  reward:\n    function: mine.py\n")
    with pytest.raises(UserError) as told:
        load_checked([str(file)], [])
    assert BROKEN_REWARDS[code] in str(told.value)
    assert f"{file}:4:" in str(told.value)


def test_a_reward_that_needs_what_only_the_backend_has_is_not_refused_here(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("import torch_of_the_backend\ndef compute_score(**_): return 1.0\n")
    file = tmp_path / "mine.yaml"
    file.write_text("extends: tiny/rl-grpo.yaml\ntraining: {reward: {function: mine.py}}\n")
    (checked,) = load_checked([str(file)], [])
    assert any("imports torch_of_the_backend" in note and "--backend" in note for note in checked.notes)


def test_code_of_a_models_own_is_announced(tmp_path: Path) -> None:
    (checked,) = load_checked(["rl-grpo"], ["model.trust_remote_code=true"])
    assert any("trust_remote_code is on" in note for note in checked.notes)
    assert not any("trust_remote_code" in note for note in load_checked(["rl-grpo"], [])[0].notes)


def test_it_is_said_which_kl_is_on() -> None:
    (checked,) = load_checked(["rl-grpo"], ["training.kl.placement=reward"])
    assert "KL: in the reward, low_var_kl, coefficient 0.001" in checked.notes


def test_a_value_that_the_backend_fills_in_is_said_to_be_unchecked() -> None:
    (checked,) = load_checked(["rl-grpo"], ["verl.actor_rollout_ref.actor.clip_ratio=${oc.env:CLIP}"])
    assert any("not checked" in note and "clip_ratio" in note for note in checked.notes)


def test_nothing_of_a_recipe_reaches_a_shell(tmp_path: Path) -> None:
    marker = tmp_path / "touched"
    attack = f"$(touch {marker}); `touch {marker}`"
    file = tmp_path / "attack.yaml"
    file.write_text(
        yaml.safe_dump({"extends": "tiny/rl-grpo.yaml", "replicates": attack, "model": {"template": attack}})
    )
    with pytest.raises(UserError):
        load_checked([str(file)], [])
    assert not marker.exists() and list(tmp_path.iterdir()) == [file]
