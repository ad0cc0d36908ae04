"""The plugin package of docs/plugins.md, built, installed outside of ours, and used from a recipe."""

import json
import os
import re
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from dsrecipes import plugins
from dsrecipes.errors import UserError

PAGE = Path(__file__).parents[1] / "docs" / "plugins.md"


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The variables of a Python in which the page's package is installed, from a folder in which a run was launched."""
    source, target = tmp_path_factory.mktemp("plugin"), tmp_path_factory.mktemp("installed")
    (project,) = _blocks("toml")
    package = source / "my_readers"
    package.mkdir()
    (source / "runs" / "my-grpo").mkdir(parents=True)
    (source / "pyproject.toml").write_text(project)
    reward, analyzer = _blocks("python")
    (package / "digit_overlap.py").write_text(reward)
    (package / "last_line.py").write_text(analyzer)
    subprocess.run(
        [sys.executable, "-m", "uv", "pip", "install", "-q", "--no-deps", "--target", str(target), str(source)],
        check=True,
    )
    return {**os.environ, "PYTHONPATH": str(target)}


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    (text,) = _blocks("yaml")
    path = tmp_path / "my-grpo.yaml"
    path.write_text(text)
    return path


def _dsrecipes(*arguments: object, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dsrecipes", *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_recipe_names_the_plugins_of_another_package(environment: dict[str, str], recipe: Path) -> None:
    checked = _dsrecipes("validate", recipe, environment=environment)
    assert checked.returncode == 0, checked.stderr


def test_verl_is_given_the_plugins_function_and_its_settings(environment: dict[str, str], recipe: Path) -> None:
    planned = _dsrecipes("launch", recipe, "--dry-run", "--runs", recipe.parent, environment=environment)
    assert planned.returncode == 0, planned.stderr
    assert "reward_kwargs.scale" in planned.stdout


def test_a_plugin_analyzer_reads_trajectories(environment: dict[str, str], tmp_path: Path) -> None:
    record = {
        "id": "a", "model": "m", "size": "2x2", "operands": [38, 42], "prompt": "", "ground_truth": "1596", "seed": 0,
        "response": "Answer: 1595\nI made a mistake. Let me recompute.\nAnswer: 1596", "finish_reason": "stop",
        "sample": 0,
    }  # fmt: skip
    file = tmp_path / "t.jsonl"
    file.write_text(json.dumps(record))
    for analyzer, attempts in (("last-line", 1), ("two-stage", 2)):
        done = _dsrecipes("analyze", file, "--json", "--analyzer", analyzer, environment=environment)
        assert done.returncode == 0, done.stderr
        (calibration,) = json.loads(done.stdout)
        assert calibration["n_correct_attempts"] + calibration["n_wrong_attempts"] == attempts


def test_without_the_package_the_error_names_what_is_there(recipe: Path) -> None:
    checked = _dsrecipes("validate", recipe, environment=dict(os.environ))
    assert checked.returncode == 1
    assert "'digit-overlap'" in checked.stderr and "exact_match" in checked.stderr
    assert "'last-line'" in checked.stderr and "two-stage" in checked.stderr


def test_ours_are_found_the_same_way() -> None:
    assert plugins.reward("exact_match").file.name == "exact_match.py"
    assert plugins.analyzer("two-stage").__name__ == "parse_attempts"


def test_a_reward_may_be_a_file_beside_the_recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dsrecipes.recipe.load import load

    (tmp_path / "score.py").write_text("def compute_score(*args): return 0.0\n")
    (tmp_path / "mine.yaml").write_text(
        "extends: tiny/rl-grpo.yaml\nname: mine\nversion: 1\ntraining: {reward: {function: score.py}}\n"
    )
    monkeypatch.chdir("/")
    recipe = load(str(tmp_path / "mine.yaml")).recipe
    assert plugins.reward(recipe.training.reward.function).file == tmp_path / "score.py"  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["BESIDE", "BESIDE: tuple[str, ...]", "OTHERS = BESIDE"])
def test_a_reward_of_several_files_names_those_beside_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "score.py").write_text(f'{name} = ("words.py",)\ndef compute_score(*args): return 0.0\n')
    with pytest.raises(UserError, match=r"there is no file 'words\.py' beside it"):
        plugins.reward(str(tmp_path / "score.py"))
    (tmp_path / "words.py").touch()
    assert plugins.reward(str(tmp_path / "score.py")).beside == (tmp_path / "words.py",)
    assert plugins.reward("exact_match").beside == ()


@pytest.mark.parametrize("names", ['"words.py"', "(3,)", "find_them()", '("../words.py",)', "()"])
def test_names_of_files_beside_a_reward_that_are_none_are_told_with_their_line(tmp_path: Path, names: str) -> None:
    (tmp_path / "score.py").write_text(f"\nBESIDE = {names}\n")
    with pytest.raises(UserError, match=r"score\.py:2: BESIDE must be a tuple of names"):
        plugins.reward(str(tmp_path / "score.py"))


def test_a_reward_whose_package_cannot_be_imported_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "no_package").mkdir()
    (tmp_path / "no_package" / "__init__.py").write_text("raise RuntimeError('not today')")
    point = EntryPoint("broken", "no_package.score:compute_score", plugins.REWARDS)
    monkeypatch.setattr(plugins, "_installed", lambda _: (point,))
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(UserError, match=r"'broken'.*RuntimeError: not today"):
        plugins.reward("broken")


@pytest.mark.parametrize("name", ["exact_mach", "nowhere.py"])
def test_a_reward_that_is_not_there_is_told(name: str) -> None:
    with pytest.raises(UserError, match=name) as told:
        plugins.reward(name)
    assert "exact_match" in (told.value.hint or "")
