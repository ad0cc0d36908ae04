from pathlib import Path
from typing import Any

import pytest
import yaml

from dsrecipes.backends import llamafactory
from dsrecipes.backends.command import Command
from dsrecipes.recipe.load import load
from dsrecipes.recipe.schema import Hardware, SftRecipe, Supervised


def _recipe(*overrides: str) -> SftRecipe:
    recipe = load("sft-reflection", list(overrides)).recipe
    assert isinstance(recipe, SftRecipe)
    return recipe


def _command(folder: Path, hardware: Hardware, **arguments: object) -> Command:
    return llamafactory.command(
        {"output_dir": str(folder)} | arguments, hardware=hardware, config_file=folder / "t.yaml", log=folder / "l",
        folder=folder,
    )  # fmt: skip


def test_the_global_batch_is_shared_by_devices_and_passes() -> None:
    recipe = _recipe("hardware.devices=4")
    assert llamafactory.accumulation(recipe.training, recipe.hardware) == 128 // (8 * 4)


def test_batches_that_do_not_divide_say_so() -> None:
    recipe = _recipe("hardware.devices=3")
    with pytest.raises(ValueError, match=r"multiple of micro_batch_size x devices \(8 x 3 = 24\)"):
        llamafactory.accumulation(recipe.training, recipe.hardware)


def test_dynamic_fine_tuning_is_asked_for_where_the_recipe_says_so_and_a_base_is_never_taught_by_it(
    tmp_path: Path,
) -> None:
    def arguments(training: Supervised, hardware: Hardware) -> dict[str, Any]:
        return llamafactory.config(
            training, model="m", template="t", trust_remote_code=False, dataset_dir=tmp_path, output_dir=tmp_path,
            hardware=hardware, seed=0,
        )  # fmt: skip

    for loss, asked in (("dft", True), ("cross_entropy", None)):
        recipe = load("tiny/sft-reflection", [f"training.loss={loss}"]).recipe
        assert isinstance(recipe, SftRecipe) and recipe.model.scratch is not None
        assert arguments(recipe.training, recipe.hardware).get("use_dft_loss") is asked
        assert "use_dft_loss" not in arguments(recipe.model.scratch.training, recipe.hardware)


def test_llamafactory_is_told_how_many_devices_to_use(tmp_path: Path) -> None:
    command = _command(tmp_path, _recipe("hardware.devices=2").hardware)
    assert command.variables["NPROC_PER_NODE"] == "2" and command.arguments[-1] == "t.yaml"


def test_on_a_cpu_as_many_processes_prepare_the_data_as_train_unless_told_otherwise(tmp_path: Path) -> None:
    def workers(**arguments: object) -> object:
        command = _command(tmp_path, load("tiny/sft-reflection").recipe.hardware, **arguments)
        (config,) = command.files.values()
        return yaml.safe_load(config)["preprocessing_num_workers"]

    assert (workers(), workers(preprocessing_num_workers=1)) == (2, 1)


def test_a_checkpoint_cut_short_is_dropped(tmp_path: Path) -> None:
    for name, whole in (("checkpoint-10", True), ("checkpoint-20", False)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "model.safetensors").touch()
        if whole:
            (tmp_path / name / "trainer_state.json").touch()
    llamafactory.drop_torn_checkpoints(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["checkpoint-10"]


def test_metrics_and_progress_are_read_from_its_log(tmp_path: Path) -> None:
    (tmp_path / "trainer_log.jsonl").write_text(
        '{"current_steps": 10, "total_steps": 40, "loss": 2.0, "lr": 0.1, "epoch": 0.5, "percentage": 25}\n'
        '{"current_steps": 20, "total_steps": 40, "loss": 1.0, "lr": 0.1, "epoch": 1.0, "percentage": 50}\n'
        '{"current_steps": 20, "total_steps": 40, "eval'
    )
    assert llamafactory.metrics(tmp_path)[20] == {"loss": 1.0, "lr": 0.1, "epoch": 1.0}
    progress = llamafactory.progress(tmp_path)
    assert progress is not None and (progress.step, progress.total, progress.figures) == (20, 40, {"loss": 1.0})
