"""What can be wrong with a recipe beyond its schema, found before anything runs and without any backend."""

from __future__ import annotations

from dsrecipes.backends import llamafactory
from dsrecipes.backends.dataset import problems_to_test
from dsrecipes.errors import Problems, UserError
from dsrecipes.jobs.pipeline import reward_file
from dsrecipes.recipe.load import Resolved, load_all
from dsrecipes.recipe.schema import RlRecipe, SftRecipe


def load_checked(names: list[str], overrides: list[str]) -> list[Resolved]:
    """Loads recipes and checks them. Raises Problems with the errors of all of them."""
    loaded = load_all(names, overrides)
    problems = [problem for resolved in loaded for problem in check(resolved)]
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
            found.append(error)
        updates = recipe.training.mini_batch_size * recipe.training.rollouts
        if updates % recipe.hardware.devices:
            found.append(
                UserError(
                    f"training.mini_batch_size x rollouts ({updates}) must be a multiple of hardware.devices "
                    f"({recipe.hardware.devices})",
                    where=where,
                )
            )
    return found
