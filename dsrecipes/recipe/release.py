"""Released versions of the shipped recipes: `recipes/released/<name>@<version>.yaml`, whole and never changed again.

A recipe whose values change gets a new version; the old one stays here, to be shown, compared and launched. Write the
files of versions that have none:

    python -m dsrecipes.recipe.release
"""

from __future__ import annotations

from pathlib import Path

import yaml

from dsrecipes import resources
from dsrecipes.errors import Problems, UserError
from dsrecipes.files import write_atomically
from dsrecipes.recipe.compare import differences
from dsrecipes.recipe.load import RELEASED, Resolved, load, shipped


def released_file(resolved: Resolved) -> Path:
    """Where the recipe's version is kept."""
    recipe = resolved.recipe
    return resources.folder("recipes") / RELEASED / f"{recipe.name}@{recipe.version}.yaml"


def difference(resolved: Resolved) -> list[str]:
    """The dotted keys in which a recipe differs from the released file of its version. Raises OSError without one."""
    released = load(str(released_file(resolved)))
    return [line.key for line in differences(released, resolved)]


def release() -> list[Path]:
    """Writes the files of versions that have none. Raises Problems if a released version has changed since."""
    written, changed = [], []
    for name in shipped():
        resolved = load(name)
        file = released_file(resolved)
        if not file.exists():
            write_atomically(
                file,
                yaml.safe_dump(resolved.recipe.model_dump(mode="json"), sort_keys=False, allow_unicode=True, width=120),
            )
            written.append(file)
        elif keys := difference(resolved):
            what = f"version {resolved.recipe.version} is released and had other values: {', '.join(keys)}"
            changed.append(UserError(what, where=name, hint="give the recipe a new version"))
    if changed:
        raise Problems(changed)
    return written


if __name__ == "__main__":
    for path in release():
        print(path)
