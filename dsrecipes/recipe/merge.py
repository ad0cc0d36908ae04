"""Recipes laid over one another: what a file extends, its own values, overrides; and who set each value.

A recipe may extend one or several others; what stands later, or nearer to the recipe, wins. Sections merge key by key;
lists and single values are replaced. A source given in `provenance` holds for the value it was written beside: when a
recipe sets a value anew, the source of the old value is dropped with it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dsrecipes.errors import Problems, UserError
from dsrecipes.recipe.read import Lines, Place, parse, read

COMMAND_LINE = "command line"

# Sections that are handed on to a backend: what follows the section's name is one key, dots and all.
PASS_THROUGH = ("verl", "llamafactory")

# Mappings that are one value: a recipe that sets them means just what it says, without what it extends.
WHOLE = ("model.scratch.mixture",)

# Values that may be a path. A relative one counts from the folder of the file that says it, so that a recipe means the
# same wherever it is launched from.
PATHS = ("model.path", "model.start_from", "training.reward.function")

SOURCES = ("paper:", "assumed:", "default:", "ours:")

# What a recipe says about itself; these need no source.
SELF_DESCRIPTION = ("name", "version", "kind", "replicates", "arm", "scale", "provenance")


@dataclass(frozen=True)
class Origin:
    """Who said something: a file (or the command line) with the line, and its place in the order of merging."""

    file: str
    line: int | None
    order: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Merging:
    """A recipe while its files are laid over one another. `shipped` gives the shipped recipes by name."""

    def __init__(self, shipped: Callable[[], dict[str, Path]]) -> None:
        self.values: dict[str, Any] = {}
        self.origins: dict[str, Origin] = {}
        """Dotted key of a leaf, or of a section, -> who set it last."""
        self.problems: list[UserError] = []
        """What was wrong with overrides and sources, and left out."""
        self._shipped = shipped
        self._sources: dict[str, tuple[str, Origin]] = {}
        self._overridden: set[str] = set()
        self._order = 0

    def add(self, file: Path, chain: tuple[Path, ...] = ()) -> None:
        """Lays what `file` extends, depth first, and then the file's own values over what is there.

        Raises UserError if the file is no recipe, Problems with what is wrong with any that it extends.
        """
        where = str(file)
        if file.resolve() in chain:
            raise UserError("a recipe extends itself", where=" -> ".join(path.name for path in (*chain, file)))
        document = read(file)
        own, lines = dict(document.value), document.lines
        extends = own.pop("extends", None) or []
        wrong: list[UserError] = []
        for parent in extends if isinstance(extends, list) else [extends]:
            try:
                self.add(self._parent(file, parent, lines.get(("extends",))), (*chain, file.resolve()))
            except Problems as error:
                wrong += error.problems
            except UserError as error:
                wrong.append(error)
        if wrong:
            raise Problems(wrong)

        sources = own.pop("provenance", None) or {}
        if not isinstance(sources, dict):
            at = f"{where}:{lines['provenance',]}"
            raise UserError("provenance: must be a mapping of dotted keys to sources", where=at)
        self._order += 1
        self._lay(self.values, own, (), where, lines)
        for key, text in sources.items():
            origin = Origin(where, lines.get(("provenance", key)), self._order)
            if not any(leaf == key or leaf.startswith(f"{key}.") for leaf in self.origins):
                self.problems.append(UserError(f"provenance: there is no value {key!r}", where=str(origin)))
            elif not str(text).startswith(SOURCES):
                kinds = ", ".join(map(repr, SOURCES))
                self.problems.append(
                    UserError(f"provenance: {key}: {text!r} must begin with one of {kinds}", where=str(origin))
                )
            self._sources[key] = (str(text), origin)

    def override(self, text: str) -> None:
        """Sets `dotted.key=value`, where the value is YAML. What is wrong with it goes to `problems`."""
        try:
            self._override(text)
        except UserError as error:
            self.problems.append(error)

    def _override(self, text: str) -> None:
        key, sign, raw = text.partition("=")
        key, where = key.strip(), f"override {text!r}"
        if not sign or not key:
            raise UserError("an override is written key=value", where=where)
        if key.partition(".")[0] == "provenance":
            raise UserError("the source of a value set here is the command line", where=where)
        if key in self._overridden:
            raise UserError("is set twice", where=key, hint="leave one of them out")
        self._overridden.add(key)
        value: Any = parse(raw, where).value
        head, _, rest = key.partition(".")
        if head in PASS_THROUGH and not rest:
            raise UserError(f"name the backend's own key too: {head}.KEY=value", where=where)
        path = [head, rest] if head in PASS_THROUGH else key.split(".")
        for part in reversed(path):
            value = {part: value}
        self._order += 1
        self._lay(self.values, value, (), COMMAND_LINE, {})

    def provenance(self) -> dict[str, str]:
        """The source of every value: what was written for its key, or for the nearest section above it.

        A source speaks of the values that stood when it was written. Where a later file set the value anew without a
        source of its own, the value is ours.
        """
        found = {}
        for leaf, origin in self.origins.items():
            parts = leaf.split(".")
            prefixes = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
            text, stated = next((self._sources[key] for key in prefixes if key in self._sources), (None, None))
            if text is not None and stated is not None and stated.order >= origin.order:
                found[leaf] = text
            elif parts[0] not in SELF_DESCRIPTION:
                found[leaf] = f"ours: {Path(origin.file).name}"
        return found

    def _lay(self, under: dict[str, Any], over: dict[str, Any], place: Place, file: str, lines: Lines) -> None:
        for key, value in over.items():
            here = (*place, key)
            dotted = ".".join(map(str, here))
            if isinstance(value, dict) and dotted not in WHOLE:
                if not isinstance(under.get(key), dict):
                    self._forget(dotted)
                    under[key] = {}
                self._lay(under[key], value, here, file, lines)
                if value:
                    self.origins.pop(dotted, None)  # of the empty section that it was
                    continue
            else:
                self._forget(dotted)
                under[key] = _anchored(value, file) if dotted in PATHS else value
            self.origins[dotted] = Origin(file, lines.get(here), self._order)

    def _forget(self, dotted: str) -> None:
        for known in [known for known in self.origins if known == dotted or known.startswith(f"{dotted}.")]:
            del self.origins[known]

    def _parent(self, file: Path, name: object, line: int | None) -> Path:
        """What `extends` names: a file beside the recipe, or a shipped recipe."""
        if isinstance(name, str) and (file.parent / name).is_file():
            return Path(os.path.normpath(file.parent / name))
        if isinstance(name, str) and name in self._shipped():
            return self._shipped()[name]
        where = f"{file}:{line}" if line else str(file)
        if isinstance(name, str) and (file.parent / name).exists():
            raise UserError(f"extends: {name!r} is not a file", where=where, hint="name a recipe")
        hint = "`dsrecipes recipes` lists the shipped ones"
        raise UserError(f"extends: there is no recipe {name!r}, beside this one or shipped", where=where, hint=hint)


def _anchored(value: object, file: str) -> object:
    """A relative path (`./x`, `../x`, `x.py`, an `x.yaml` that is there) as an absolute one; any other as it is."""
    if not isinstance(value, str):
        return value
    folder = Path.cwd() if file == COMMAND_LINE else Path(file).parent
    path = os.path.normpath(folder.absolute() / Path(value).expanduser())
    is_path = value.startswith(("./", "../")) or value.endswith(".py")
    return path if is_path or (value.endswith(".yaml") and Path(path).is_file()) else value
