"""From a recipe's name to a checked recipe: finding, inheritance, overrides, and where each value was set.

A recipe may extend one or several others; what stands later, or nearer to the recipe, wins. Sections merge key by key;
lists and single values are replaced. A source given in `provenance` holds for the value it was written beside: when a
recipe sets a value anew, the source of the old value is dropped with it.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from dsrecipes import resources
from dsrecipes.errors import Problems, UserError
from dsrecipes.recipe.schema import RECIPE, Recipe

COMMAND_LINE = "command line"

# Sections that are handed on to a backend: what follows the section's name is one key, dots and all.
PASS_THROUGH = ("verl", "llamafactory")

# Mappings that are one value: a recipe that sets them means just what it says, without what it extends.
WHOLE = ("model.scratch.mixture",)

# What a recipe says about itself; these need no source.
SELF_DESCRIPTION = ("name", "version", "kind", "replicates", "arm", "scale", "provenance")


class _Loader(yaml.SafeLoader):
    """YAML's safe loader, but `1e-6` is a number (as in YAML 1.2) and a key that stands twice is an error."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(?:\d[\d_]*\.\d*(?:[eE][-+]?\d+)?|\d[\d_]*[eE][-+]?\d+|\.\d+(?:[eE][-+]?\d+)?)$"),
    list("-+0123456789."),
)


def parse_yaml(text: str, where: str) -> Any:
    """Parses YAML safely; raises UserError with the line."""
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise UserError(
            f"not valid YAML: {getattr(error, 'problem', None) or error}", where=f"{where}{line}"
        ) from error


@dataclass(frozen=True)
class Origin:
    """Who said something: a file (or the command line), and the place of that file in the order of merging."""

    file: str
    order: int


@dataclass(frozen=True)
class Resolved:
    """A recipe with all that it extends, its overrides, and the origin of each value."""

    recipe: Recipe
    file: Path
    origins: dict[str, Origin]
    """Dotted key of a leaf -> who set it."""

    @property
    def digest(self) -> str:
        """Eight hexadecimal digits of all that shapes the result: every value but the recipe's words about itself."""
        values = self.recipe.model_dump(mode="json", exclude={"name", "replicates", "provenance"})
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:8]

    @property
    def run_id(self) -> str:
        """The same values always give the same run, so launching again continues it."""
        return f"v{self.recipe.version}-s{self.recipe.seed}-{self.digest}"


def shipped() -> dict[str, Path]:
    """The recipes of this installation by the name that a user gives, e.g. `tiny/rl-grpo.yaml`."""
    root = resources.folder("recipes")
    return {
        path.relative_to(root).as_posix(): path
        for path in sorted(root.rglob("*.yaml"))
        if not path.name.startswith("_")
    }


def find(name: str) -> Path:
    """The file of a recipe given by path or by its name in the shipped set (with or without `.yaml`)."""
    path = Path(name)
    if path.is_file():
        return path
    names = shipped()
    for candidate in (name, f"{name}.yaml"):
        if candidate in names:
            return names[candidate]
    if path.is_dir():
        raise UserError("this is a folder, not a recipe", where=name)
    close = difflib.get_close_matches(name if name.endswith(".yaml") else f"{name}.yaml", names, n=1, cutoff=0.5)
    hint = f"did you mean {close[0]}? " if close else ""
    raise UserError("no such recipe", where=name, hint=f"{hint}`dsrecipes recipes` lists the shipped ones")


def load(name: str, overrides: list[str] | None = None) -> Resolved:
    """Finds, merges, overrides and checks a recipe. Raises UserError, or Problems with everything that is wrong."""
    file = find(name)
    merging = _Merging()
    merging.add(file, ())
    for override in overrides or []:
        merging.override(override)
    try:
        recipe = RECIPE.validate_python(merging.values | {"provenance": merging.provenance()})
    except ValidationError as error:
        raise Problems(_explain(error, file, merging.origins)) from error
    return Resolved(recipe, file, merging.origins)


def load_all(names: list[str], overrides: list[str] | None = None) -> tuple[list[Resolved], list[UserError]]:
    """Loads several recipes: those that are right, and the errors of all the others."""
    loaded: list[Resolved] = []
    problems: list[UserError] = []
    for name in names:
        try:
            loaded.append(load(name, overrides))
        except Problems as error:
            problems += error.problems
        except UserError as error:
            problems.append(error)
    return loaded, problems


def leaves(values: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """{"a": {"b": 1}} -> {"a.b": 1}. Empty sections and lists are leaves."""
    flat: dict[str, Any] = {}
    for key, value in values.items():
        if isinstance(value, dict) and value:
            flat |= leaves(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = value
    return flat


class _Merging:
    """A recipe while its files are laid over one another."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.origins: dict[str, Origin] = {}
        self.sources: dict[str, tuple[str, Origin]] = {}
        self._order = 0

    def add(self, file: Path, chain: tuple[Path, ...]) -> None:
        """Lays what `file` extends, depth first, and then the file's own values over what is there."""
        where = str(file)
        if file.resolve() in chain:
            raise UserError("a recipe extends itself", where=" -> ".join(path.name for path in (*chain, file)))
        own = _read(file)
        extends = own.pop("extends", None) or []
        for parent in extends if isinstance(extends, list) else [extends]:
            self.add(_parent(file, parent), (*chain, file.resolve()))

        sources = own.pop("provenance", None) or {}
        if not isinstance(sources, dict):
            raise UserError("provenance: must be a mapping of dotted keys to sources", where=where)
        self._order += 1
        origin = Origin(where, self._order)
        self._lay(self.values, own, "", origin)
        self.sources |= {key: (text, origin) for key, text in sources.items()}

    def override(self, text: str) -> None:
        """Sets `dotted.key=value`, where the value is YAML."""
        key, sign, raw = text.partition("=")
        key, where = key.strip(), f"override {text!r}"
        if not sign or not key:
            raise UserError("an override is written key=value", where=where)
        if key.partition(".")[0] == "provenance":
            raise UserError("the source of a value set here is the command line", where=where)
        value: Any = parse_yaml(raw, where)
        head, _, rest = key.partition(".")
        if head in PASS_THROUGH and not rest:
            raise UserError(f"name the backend's own key too: {head}.KEY=value", where=where)
        path = [head, rest] if head in PASS_THROUGH else key.split(".")
        for part in reversed(path):
            value = {part: value}
        self._order += 1
        self._lay(self.values, value, "", Origin(COMMAND_LINE, self._order))

    def _lay(self, under: dict[str, Any], over: dict[str, Any], prefix: str, origin: Origin) -> None:
        for key, value in over.items():
            dotted = f"{prefix}{key}"
            if isinstance(value, dict) and dotted not in WHOLE:
                if not isinstance(under.get(key), dict):
                    self._forget(dotted)
                    under[key] = {}
                self._lay(under[key], value, f"{dotted}.", origin)
                if value:
                    continue
            else:
                self._forget(dotted)
                under[key] = value
            self.origins[dotted] = origin

    def _forget(self, dotted: str) -> None:
        for known in [known for known in self.origins if known == dotted or known.startswith(f"{dotted}.")]:
            del self.origins[known]

    def provenance(self) -> dict[str, str]:
        """The source of every value: what was written for its key, or for the nearest section above it.

        A source speaks of the values that stood when it was written. Where a later file set the value anew without a
        source of its own, the value is ours.
        """
        unknown = {
            key: origin
            for key, (_, origin) in self.sources.items()
            if not any(leaf == key or leaf.startswith(f"{key}.") for leaf in self.origins)
        }
        if unknown:
            raise Problems(
                [UserError(f"provenance: there is no value {key!r}", where=unknown[key].file) for key in unknown]
            )
        found = {}
        for leaf, origin in self.origins.items():
            parts = leaf.split(".")
            prefixes = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
            text, stated = next((self.sources[key] for key in prefixes if key in self.sources), (None, None))
            if text is not None and stated is not None and stated.order >= origin.order:
                found[leaf] = text
            elif parts[0] not in SELF_DESCRIPTION:
                found[leaf] = f"ours: {Path(origin.file).name}"
        return found


def _parent(file: Path, name: object) -> Path:
    """What `extends` names: a file beside the recipe, or a shipped recipe."""
    if isinstance(name, str) and (file.parent / name).is_file():
        return Path(os.path.normpath(file.parent / name))
    if isinstance(name, str) and name in shipped():
        return shipped()[name]
    hint = "`dsrecipes recipes` lists the shipped ones"
    raise UserError(f"extends: there is no recipe {name!r}, beside this one or shipped", where=str(file), hint=hint)


def _read(file: Path) -> dict[str, Any]:
    try:
        own = parse_yaml(file.read_text(encoding="utf-8"), str(file))
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", where=str(file)) from error
    except UnicodeDecodeError as error:
        raise UserError("is not UTF-8 text", where=str(file)) from error
    if not isinstance(own, dict) or not all(isinstance(key, str) for key in own):
        raise UserError("a recipe must be a mapping of keys to values", where=str(file))
    return own


def _explain(error: ValidationError, file: Path, origins: dict[str, Origin]) -> list[UserError]:
    """pydantic's findings as the user's errors: file, dotted key, what is wrong, what was probably meant."""
    problems = []
    for finding in error.errors(include_url=False):
        path = [str(part) for part in finding["loc"] if part not in ("eval", "sft", "rl")]
        key = ".".join(path)
        setters = [origin for leaf, origin in origins.items() if leaf == key or leaf.startswith(f"{key}.")]
        last = max(setters, key=lambda origin: origin.order, default=None)
        hint = None
        if finding["type"] == "extra_forbidden":
            what = f"unknown key {key!r}"
            hint = _meant(path)
            if key in known_keys():
                what, hint = f"a recipe of kind {finding['loc'][0]} has no {key!r}", None
        elif finding["type"] == "missing":
            what = f"missing key {key!r}"
        else:
            what = f"{key}: {finding['msg'].removeprefix('Value error, ')}" if key else finding["msg"]
            if not isinstance(finding["input"], dict):
                what += f" (it is {finding['input']!r})"
        problems.append(UserError(what, where=last.file if last else str(file), hint=hint))
    return problems


def _meant(path: list[str]) -> str | None:
    """The known key nearest to an unknown one, looked for in the whole schema."""
    known = known_keys()
    same_section = [key.rpartition(".")[2] for key in known if key.rpartition(".")[0] == ".".join(path[:-1])]
    close = difflib.get_close_matches(path[-1], same_section, n=1, cutoff=0.6)
    if close:
        return f"did you mean {'.'.join([*path[:-1], close[0]])!r}?"
    elsewhere = [key for key in known if key.rpartition(".")[2] == path[-1]]
    return f"that key belongs at {elsewhere[0]!r}" if elsewhere else None


def known_keys() -> set[str]:
    """Every dotted key of the schema, sections included, over all kinds of recipe."""
    schema = RECIPE.json_schema()
    definitions = schema["$defs"]
    found: set[str] = set()

    def walk(part: dict[str, Any], prefix: str) -> None:
        if "$ref" in part:
            part = definitions[part["$ref"].rpartition("/")[2]]
        for option in [*part.get("anyOf", []), *part.get("oneOf", [])]:
            walk(option, prefix)
        for key, inner in part.get("properties", {}).items():
            found.add(f"{prefix}{key}")
            walk(inner, f"{prefix}{key}.")

    walk(schema, "")
    return found
