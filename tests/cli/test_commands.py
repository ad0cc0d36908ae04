import json
import re
import subprocess
import sys
from pathlib import Path

import pytest


def _dsrecipes(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dsrecipes", *arguments], capture_output=True, text=True, check=False, cwd=folder
    )


@pytest.mark.parametrize("arguments", [["--help"], ["show", "tiny/rl-grpo.yaml"], ["recipes"], ["launch", "--help"]])
def test_help_and_show_load_neither_torch_nor_pandas(arguments: list[str]) -> None:
    script = (
        "import sys\nfrom dsrecipes.cli import app\n"
        f"app({arguments!r}, standalone_mode=False)\n"
        "print(sorted({'torch', 'pandas', 'numpy', 'matplotlib', 'statsmodels'} & set(sys.modules)), file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ended.stderr.strip().splitlines()[-1] == "[]"


def test_ctrl_c_while_it_imports_leaves_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text("raise KeyboardInterrupt")  # where Ctrl-C in the first moments mostly falls
    ended = _dsrecipes("recipes", folder=tmp_path)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")


def test_recipes_lists_all_of_them() -> None:
    listed = _dsrecipes("recipes").stdout
    for name in ("base.yaml", "sft-no-reflection.yaml", "sft-reflection.yaml", "rl-grpo.yaml", "tiny/rl-grpo.yaml"):
        assert name in listed


def test_show_prints_the_resolved_recipe_from_any_folder(tmp_path: Path) -> None:
    shown = _dsrecipes("show", "tiny/rl-grpo", "training.rollouts=16", folder=tmp_path)
    assert shown.returncode == 0 and "rollouts: 16" in shown.stdout and "low_var_kl" in shown.stdout


def test_show_tells_the_source_of_every_value() -> None:
    lines = _dsrecipes("show", "rl-grpo", "--provenance").stdout.splitlines()
    (rollouts,) = [line for line in lines if line.startswith("training.rollouts")]
    assert "paper:" in rollouts


def test_validate_accepts_every_shipped_recipe() -> None:
    from dsrecipes.recipe.load import shipped

    assert _dsrecipes("validate", *shipped()).returncode == 0


def test_validate_tells_all_errors_of_all_recipes() -> None:
    ended = _dsrecipes("validate", "tiny/rl-grpo", "tiny/sft-reflection", "nosuch", "data.test.sizes=[1x1]", "x=1")
    assert ended.returncode == 1
    assert "no such recipe" in ended.stderr and ended.stderr.count("unknown key 'x'") == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["launch", "nosuch"], "no such recipe"),
        (["launch", "tiny/rl-grpo", "training.rollout=4"], "did you mean 'training.rollouts'?"),
        (["launch", "seed=1"], "name at least one recipe"),
        (["launch", "tiny/base", "data.test.sizes=[1x1]"], "fewer than the 100 asked for"),
        (["launch", "tiny/rl-grpo", "training.reward.function=nosuch"], "there is no plugin 'nosuch'"),
        (["launch", "tiny/sft-reflection", "training.batch_size=100"], "must be a multiple of micro_batch_size"),
        (["launch", "tiny/rl-grpo", "verl.trainer.total_training_steps=3"], "set training.max_steps instead"),
        (["launch", "tiny/sft-reflection", "llamafactory.output_dir=x"], "checkpoints lie in the run folder"),
        (["launch", "tiny/base", "--runs", "/dev/null/x"], "/dev/null/x"),
        (["launch", "tiny/base", "./my=typo.yaml"], "./my=typo.yaml: no such recipe"),
        (["launch", "tiny/base", "--machine", "h200"], "--machine: goes with --dry-run only"),
        (["launch", "tiny/base", "--runs", __file__], "this is a file, not a folder of runs"),
        (["launch", "tiny/base", "--runs", __file__, "--dry-run"], "this is a file, not a folder of runs"),
        (["show", "nosuch"], "no such recipe"),
        (["show", "--diff", "tiny/base", "rl-grpo", "--provenance"], "leave out --provenance"),
    ],
)
def test_bad_use_ends_with_2_and_a_few_lines(tmp_path: Path, arguments: list[str], said: str) -> None:
    ended = _dsrecipes(*arguments, folder=tmp_path)
    assert ended.returncode == 2
    assert said in ended.stderr and "Traceback" not in ended.stderr
    assert len(ended.stderr.splitlines()) <= 6
    assert not list(tmp_path.iterdir())


def test_a_current_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    script = f"import os\nos.mkdir({str(gone)!r})\nos.chdir({str(gone)!r})\nos.rmdir({str(gone)!r})\n"
    script += "import sys\nfrom dsrecipes.cli import main\nsys.argv = ['dsrecipes', 'launch', 'tiny/base']\nmain()"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ended.returncode == 2 and "error: the current folder: No such file or directory" in ended.stderr


def test_a_dry_run_prints_the_commands_and_configs_and_writes_nothing(tmp_path: Path) -> None:
    planned = _dsrecipes("launch", "sft-reflection", "rl-grpo", "--dry-run", folder=tmp_path).stdout
    assert "llamafactory.cli train" in planned and "learning_rate: 1.0e-05" in planned
    assert "verl.trainer.main_ppo" in planned and "actor_rollout_ref.rollout.n=8" in planned
    assert "actor_rollout_ref.rollout.name=vllm" in planned
    assert not list(tmp_path.iterdir())


def test_runs_says_so_when_there_are_none(tmp_path: Path) -> None:
    assert "no runs" in _dsrecipes("runs", folder=tmp_path).stdout


def test_show_compares_two_recipes() -> None:
    lines = _dsrecipes("show", "--diff", "rl-grpo", "tiny/rl-grpo").stdout.splitlines()
    (batch,) = [line for line in lines if line.startswith("training.train_batch_size")]
    assert "512" in batch and "64" in batch and "paper:" in batch
    assert not any(line.startswith("training.rollouts") for line in lines)


def test_show_compares_a_recipe_with_its_released_version() -> None:
    assert "no difference" in _dsrecipes("show", "--diff", "rl-grpo", "rl-grpo@1").stdout
    changed = _dsrecipes("show", "--diff", "rl-grpo@1", "rl-grpo", "seed=5", "--json").stdout
    assert json.loads(changed) == []  # an override holds for both


def test_show_names_the_file_and_line_that_set_a_value() -> None:
    rows = json.loads(_dsrecipes("show", "tiny/rl-grpo", "--provenance", "--json").stdout)
    (rollouts,) = [row for row in rows if row["key"] == "training.rollouts"]
    assert rollouts["value"] == 8 and rollouts["source"].startswith("paper:")
    assert re.search(r"rl-grpo\.yaml:\d+$", rollouts["set_in"])


def test_a_new_recipe_is_valid_at_once(tmp_path: Path) -> None:
    assert _dsrecipes("new", "mine", "--from", "tiny/rl-grpo", folder=tmp_path).returncode == 0
    checked = _dsrecipes("validate", "mine.yaml", folder=tmp_path)
    assert checked.returncode == 0, checked.stderr
    assert "KL: in the loss, low_var_kl, coefficient 0.001" in checked.stdout


def test_a_dry_run_says_whether_the_recipe_fits_the_machine(tmp_path: Path) -> None:
    fits = _dsrecipes("launch", "rl-grpo", "--dry-run", "--machine", "h100-80gb", folder=tmp_path).stdout
    assert "GiB to spare" in fits and "too much" not in fits
    unknown = _dsrecipes("launch", "rl-grpo", "--dry-run", "--machine", "h1000", folder=tmp_path)
    assert unknown.returncode == 2 and "h100-80gb" in unknown.stderr
