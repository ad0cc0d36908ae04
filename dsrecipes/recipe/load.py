"""From a recipe's name to a checked recipe."""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dsrecipes import resources
from dsrecipes.errors import Problems, UserError
from dsrecipes.recipe.explain import explain
from dsrecipes.recipe.merge import WHOLE, Merging, Origin
from dsrecipes.recipe.schema import RECIPE, Recipe

RELEASED = "released"
"""The folder of recipes/ that keeps released versions."""

SHARED = ("model", "data", "evaluation", "analysis", "hardware")
"""The sections of every kind of recipe: an override of one holds for the recipe that another starts from as well. So
does the seed."""


@dataclass(frozen=True)
class Resolved:
    """A recipe with all that it extends, its overrides, and the origin of each value."""

    recipe: Recipe
    file: Path
    origins: dict[str, Origin]
    """Dotted key of a leaf -> who set it."""
    start: Resolved | None = None
    """The recipe whose model this one starts from (`model.start_from`), with the same seed."""

    @property
    def digest(self) -> str:
        """Eight hexadecimal digits of all that shapes the model and its trajectories.

        That is every value but the recipe's words about itself and how the trajectories are read; the run that it
        starts from in place of that recipe's name. Keys that came after the first release count where they say
        something new, so that runs of older recipes stay what they are.
        """
        about = {"name", "replicates", "provenance", "analysis"}
        values = self.recipe.model_dump(mode="json", exclude=about, exclude_defaults=True)
        if self.start:
            values["model"]["start_from"] = self.start.run_id
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:8]

    @property
    def run_id(self) -> str:
        """The same values always give the same run, so launching again continues it."""
        return f"v{self.recipe.version}-s{self.recipe.seed}-{self.digest}"

    def where(self, *keys: str) -> str:
        """The file and line that set the last of some dotted keys, or of keys below them; else the recipe's file."""
        return _where(keys, self.origins, self.file)


class Unfit(Problems):
    """A recipe with problems in its overrides, its sources or its schema; with all that its files say nevertheless."""

    def __init__(self, problems: list[UserError], file: Path, values: dict[str, Any], origins: dict[str, Origin]):
        super().__init__(problems)
        self.file, self.values, self.origins = file, values, origins

    def place(self, *keys: str) -> str:
        """As `Resolved.where`."""
        return _where(keys, self.origins, self.file)


def _where(keys: tuple[str, ...], origins: dict[str, Origin], file: Path) -> str:
    set_by = [
        origin for leaf, origin in origins.items() if any(leaf == key or leaf.startswith(f"{key}.") for key in keys)
    ]
    return str(max(set_by, key=lambda origin: origin.order)) if set_by else str(file)


def shipped() -> dict[str, Path]:
    """The recipes of this installation by the name that a user gives, e.g. `tiny/rl-grpo.yaml`."""
    root = resources.folder("recipes")
    return {
        path.relative_to(root).as_posix(): path
        for path in sorted(root.rglob("*.yaml"))
        if not path.name.startswith("_") and path.parent.name != RELEASED
    }


def find(name: str) -> Path:
    """The file of a recipe given by path, by its name in the shipped set (with or without `.yaml`), or as NAME@VERSION.

    Raises UserError, with the name that was probably meant, if there is none.
    """
    path = Path(name)
    if path.is_file():
        return path
    names = shipped()
    for candidate in (name, f"{name}.yaml"):
        if candidate in names:
            return names[candidate]
    if "@" in name:
        return _released(name)
    if path.exists():
        what = "this is a folder, not a recipe" if path.is_dir() else "this is not a file"
        raise UserError(what, where=name, hint="name a recipe file")
    close = difflib.get_close_matches(name if name.endswith(".yaml") else f"{name}.yaml", names, n=1, cutoff=0.5)
    hint = f"did you mean {close[0]}? " if close else ""
    raise UserError("no such recipe", where=name, hint=f"{hint}`dsrecipes recipes` lists the shipped ones")


def _released(name: str) -> Path:
    """`tiny/rl-grpo@1` or `tiny-rl-grpo@1`."""
    folder = resources.folder("recipes") / RELEASED
    path = folder / f"{name.removesuffix('.yaml').replace('/', '-')}.yaml"
    if path.is_file():
        return path
    there = ", ".join(sorted(path.stem for path in folder.glob("*.yaml")))
    raise UserError("no such released version", where=name, hint=f"released: {there}")


def load(name: str, overrides: list[str] | None = None) -> Resolved:
    """Finds, merges, overrides and checks a recipe. Raises UserError, or Problems with everything that is wrong."""
    return _load(name, overrides or [], ())


def _load(name: str, overrides: list[str], started_by: tuple[Path, ...]) -> Resolved:
    file = find(name)
    merging = Merging(shipped)
    merging.add(file)
    for override in overrides:
        merging.override(override)
    problems = list(merging.problems)
    try:
        recipe = RECIPE.validate_python(merging.values | {"provenance": merging.provenance()})
    except ValidationError as error:
        problems += explain(error, file, merging.origins)
    if problems:
        raise Unfit(problems, file, merging.values, merging.origins)
    resolved = Resolved(recipe, file, merging.origins)
    return _started(resolved, overrides, (*started_by, file.resolve())) if recipe.model.start_from else resolved


def _started(resolved: Resolved, overrides: list[str], chain: tuple[Path, ...]) -> Resolved:
    """With the recipe that it starts from: of the same seed, and with the same overrides of what all recipes share.

    A shipped recipe is named by its version from here on, so that a released recipe or a run says which it was.
    """
    recipe, key = resolved.recipe, "model.start_from"
    assert recipe.model.start_from is not None
    shared = [text for text in overrides if re.match(rf"\s*(?:{'|'.join(SHARED)})\b(?!\.start_from)", text)]
    try:
        if find(recipe.model.start_from).resolve() in chain:
            raise UserError("a recipe cannot start from its own outcome")
        start = _load(recipe.model.start_from, [*shared, f"seed={recipe.seed}"], chain)
    except Problems:
        raise
    except UserError as error:
        raise UserError(f"{key}: {error.what}", where=resolved.where(key), hint=error.hint) from error
    if resources.folder("recipes") in start.file.resolve().parents:
        model = recipe.model.model_copy(update={"start_from": f"{start.recipe.name}@{start.recipe.version}"})
        recipe = recipe.model_copy(update={"model": model})
    return replace(resolved, recipe=recipe, start=start)


def load_all(
    names: list[str], overrides: list[str] | None = None, more: Callable[[Unfit], Iterable[UserError]] = lambda _: ()
) -> tuple[list[Resolved], list[UserError]]:
    """Loads several recipes: those that are right, and the errors of all the others. Of one that is unfit, `more` says
    what else is wrong."""
    loaded: list[Resolved] = []
    problems: list[UserError] = []
    for name in names:
        try:
            loaded.append(load(name, overrides))
        except Problems as error:
            problems += [*error.problems, *(more(error) if isinstance(error, Unfit) else ())]
        except UserError as error:
            problems.append(error)
    return loaded, problems


def leaves(values: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """{"a": {"b": 1}} -> {"a.b": 1}. Lists, empty sections and mappings that are one value are leaves."""
    flat: dict[str, Any] = {}
    for key, value in values.items():
        if isinstance(value, dict) and value and f"{prefix}{key}" not in WHOLE:
            flat |= leaves(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = value
    return flat
