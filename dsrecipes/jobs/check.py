"""What can be wrong with a recipe beyond its schema, found before anything runs and without any backend."""

from __future__ import annotations

from dsrecipes.backends import llamafactory
from dsrecipes.backends.dataset import problems_to_test
from dsrecipes.errors import Problems, UserError
from dsrecipes.jobs.pipeline import reward_file
from dsrecipes.recipe.load import Resolved, load_all
from dsrecipes.recipe.schema import RlRecipe, SftRecipe

OWN_KEYS = {
    "data.train_files": "the recipe's data section decides this",
    "data.val_files": "the recipe's data section decides this",
    "reward.custom_reward_function.path": "set training.reward.function instead",
    "trainer.default_local_dir": "checkpoints lie in the run folder",
    "trainer.resume_mode": "a run always goes on from its last checkpoint",
    "trainer.total_epochs": "set training.epochs instead",
    "trainer.total_training_steps": "set training.max_steps instead",
    "dataset": "the recipe's data section decides this",
    "dataset_dir": "the recipe's data section decides this",
    "max_steps": "set training.epochs instead",
    "model_name_or_path": "set model.path instead",
    "num_train_epochs": "set training.epochs instead",
    "output_dir": "checkpoints lie in the run folder",
    "overwrite_output_dir": "a run always goes on from its last checkpoint",
}
"""Settings of the backends that a pass-through section must leave alone, and what to do instead."""


def load_checked(names: list[str], overrides: list[str]) -> list[Resolved]:
    """Loads recipes and checks them. Raises Problems with the errors of all of them."""
    loaded, problems = load_all(names, overrides)
    problems += [problem for resolved in loaded for problem in check(resolved)]
    if problems:
        raise Problems(problems)
    return loaded


def check(resolved: Resolved) -> list[UserError]:
    """All that is wrong with one recipe."""
    recipe, where, found = resolved.recipe, str(resolved.file), []
    try:
        list(problems_to_test(recipe.data.test, recipe.data.seed))
    except ValueError as error:
        found.append(UserError(f"data.test: {error}", where=where))
    supervised = {"training": recipe.training} if isinstance(recipe, SftRecipe) else {}
    if recipe.model.scratch:
        supervised["model.scratch.training"] = recipe.model.scratch.training
    for key, training in supervised.items():
        try:
            llamafactory.accumulation(training, recipe.hardware)
        except ValueError as error:
            found.append(UserError(f"{key}: {error}", where=where))
    if isinstance(recipe, RlRecipe):
        try:
            reward_file(recipe)
        except UserError as error:
            found.append(UserError(error.what, where=where, hint=error.hint))
        updates = recipe.training.mini_batch_size * recipe.training.rollouts
        if updates % recipe.hardware.devices:
            found.append(
                UserError(
                    f"training.mini_batch_size x rollouts ({updates}) must be a multiple of hardware.devices "
                    f"({recipe.hardware.devices})",
                    where=where,
                )
            )
    passed_on = (
        recipe.verl if isinstance(recipe, RlRecipe) else recipe.llamafactory if isinstance(recipe, SftRecipe) else {}
    )
    for key in passed_on:
        if key in OWN_KEYS:
            section = "verl" if recipe.kind == "rl" else "llamafactory"
            found.append(UserError(f"{section}.{key}: {OWN_KEYS[key]}", where=where))
    return found
