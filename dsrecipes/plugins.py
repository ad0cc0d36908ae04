"""Rewards and analyzers by name: those of this project and those of other installed packages, found alike.

A package offers one through an entry point:

    [project.entry-points."dsrecipes.rewards"]
    my_reward = "my_package.my_reward:compute_score"     # a function as VeRL calls it

    [project.entry-points."dsrecipes.analyzers"]
    my_analyzer = "my_package.my_analyzer:parse"         # a function like analysis.attempts.parse_attempts

A reward is known by its *file*: VeRL loads that, in an environment where the package is not installed. A reward of
several files names the others, which lie beside it, in a line `BESIDE = ("other.py",)`.
"""

from __future__ import annotations

import ast
import difflib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

from dsrecipes.errors import UserError

REWARDS = "dsrecipes.rewards"
ANALYZERS = "dsrecipes.analyzers"


@dataclass(frozen=True)
class RewardFunction:
    """The function `function` of the Python file `file`, which may load those `beside` it."""

    file: Path
    function: str
    beside: tuple[Path, ...] = ()


def names(group: str) -> list[str]:
    """The names on offer in a group, in order."""
    return sorted({point.name for point in _installed(group)})


@cache  # reading the metadata of every package takes most of a check's time
def _installed(group: str) -> tuple[EntryPoint, ...]:
    return tuple(entry_points(group=group))


def reward(name: str) -> RewardFunction:
    """A reward function by its plugin name, or by the path of a Python file (then its function is `compute_score`).

    The file is not run, but the `__init__` of a plugin's package is: Python finds the file by it. Raises UserError if
    there is no such plugin or file, two packages offer the name, or the plugin's file cannot be found.
    """
    if name.endswith(".py"):
        path = Path(name).expanduser().absolute()
        if not path.is_file():
            raise UserError(f"there is no file {name!r}", hint=f"name a Python file or one of {_offer(REWARDS)}")
        return RewardFunction(path, "compute_score", _beside(path))
    point = _one(REWARDS, name)
    try:
        spec = importlib.util.find_spec(point.module)
    except (Exception, SystemExit) as error:  # whatever another package's import may raise
        raise _broken(point, f"{type(error).__name__}: {error}") from error
    if spec is None or spec.origin is None or not point.attr:
        raise _broken(point, "it must name a function of a Python file, as module:function")
    return RewardFunction(Path(spec.origin), point.attr, _beside(Path(spec.origin)))


def _beside(file: Path) -> tuple[Path, ...]:
    """The files that a reward names as `BESIDE`. Raises UserError if one is not there; nothing of the file is run."""
    source = file.read_bytes()
    if b"BESIDE" not in source:
        return ()
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError):
        return ()  # told, with the line, where the reward is tried
    for statement in statements:
        if isinstance(statement, ast.Assign):
            targets, value = statement.targets, statement.value
        elif isinstance(statement, ast.AnnAssign) and statement.value:
            targets, value = [statement.target], statement.value
        else:
            continue
        if "BESIDE" in map(ast.unparse, targets):
            try:
                named = ast.literal_eval(value)
                paths = tuple(file.with_name(name) for name in named if not isinstance(named, str))
            except (ValueError, TypeError, AttributeError):
                paths = ()
            if not paths:
                what = 'BESIDE must be a tuple of names of files beside it, like ("other.py",)'
                raise UserError(what, where=f"{file}:{statement.lineno}")
            if missing := [path for path in paths if not path.is_file()]:
                raise UserError(f"there is no file {missing[0].name!r} beside it", where=str(file))
            return paths
    return ()


def analyzer(name: str) -> Callable[..., Any]:
    """An analyzer by its plugin name: a function like dsrecipes.analysis.attempts.parse_attempts.

    Raises UserError if there is none, two packages offer the name, or it cannot be imported.
    """
    point = _one(ANALYZERS, name)
    try:
        found = point.load()
    except (Exception, SystemExit) as error:  # whatever another package's import may raise
        raise _broken(point, f"{type(error).__name__}: {error}") from error
    if not callable(found):
        raise _broken(point, "it is no function")
    loaded: Callable[..., Any] = found
    return loaded


def is_ours(group: str, name: str) -> bool:
    """Whether a plugin is one of this project. Raises UserError if there is none, or two packages offer the name."""
    return _one(group, name).module.startswith("dsrecipes.")


def _one(group: str, name: str) -> EntryPoint:
    found = [point for point in _installed(group) if point.name == name]
    distinct = {point.value: point for point in found}  # the same package may be on the path twice
    if not distinct:
        close = difflib.get_close_matches(name, names(group), n=1)
        meant = f"did you mean {close[0]}? " if close else ""
        raise UserError(f"there is no plugin {name!r}", where=group, hint=f"{meant}installed: {_offer(group)}")
    if len(distinct) > 1:
        packages = " and ".join(sorted({point.dist.name if point.dist else "?" for point in found}))
        raise UserError(f"{name!r} is offered more than once", where=group, hint=f"uninstall all but one of {packages}")
    return next(iter(distinct.values()))


def _offer(group: str) -> str:
    return ", ".join(names(group)) or "none"


def _broken(point: EntryPoint, why: str) -> UserError:
    package = f" of {point.dist.name}" if point.dist else ""
    return UserError(f"the plugin {point.name!r}{package} ({point.value}) cannot be used: {why}", where=point.group)
