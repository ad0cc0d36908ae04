"""A setting of a pass-through section -> what is wrong with it, by the lists of the pinned versions.

VeRL's settings are Hydra overrides: `key` changes a value, `+key` adds one, `++key` does either, `~key` removes one.
Whatever Hydra refuses is refused here. So is what Hydra takes and VeRL then ignores, dies on or waits for: a type that
the code does not expect, a name that it does not know, a number out of range, a key that nobody reads.

A value with an interpolation (`${…}`) is known only when VeRL runs: its type and range are not checked (`unchecked`).
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dsrecipes.backends.keys.lists import Backend, Key, Keys, Rule, load

# What this package brings to VeRL, and what stands in no list of VeRL's own.
_OWN_CHOICES = {"actor_rollout_ref.rollout.name": ("hf_cpu",), "algorithm.adv_estimator": ("reinforce",)}

_PREFIX = re.compile(r"\+\+|\+|~|")
_OPEN_KEY = re.compile(r"(?:[A-Za-z_][\w-]*|\d+)(?:\.(?:[A-Za-z_][\w-]*|\d+))*", re.ASCII)  # as Hydra's grammar has it


@dataclass(frozen=True)
class Finding:
    """What is wrong with one setting, and what to do about it (may be None)."""

    key: str
    what: str
    hint: str | None = None


def plain_key(key: str) -> str:
    """The dotted key without Hydra's `+`, `++` or `~`."""
    return key[len(_prefix(key)) :]


def check_section(backend: Backend, section: Mapping[str, Any]) -> list[Finding]:
    """All that is wrong with the settings of a pass-through section, in their order."""
    found: list[Finding] = []
    seen: dict[str, str] = {}
    names = {plain_key(key) for key in section} if backend == "verl" else set(section)
    for key, value in section.items():
        name = plain_key(key) if backend == "verl" else key
        if name in seen:
            found.append(Finding(key, f"{name} is also set by {seen[name]!r}", "keep one of them"))
        seen[name] = key
        found += _check(backend, key, value, names)
    return found


def check_override(backend: Backend, key: str, value: Any) -> list[Finding]:
    """All that is wrong with one setting, taken for itself."""
    return _check(backend, key, value, set())


def unchecked(section: Mapping[str, Any]) -> list[str]:
    """The keys whose values are interpolations of VeRL's, so that neither their types nor their ranges are checked."""
    return [key for key, value in section.items() if _interpolated(value)]


def _check(backend: Backend, key: str, value: Any, beside: set[str]) -> list[Finding]:
    keys = load(backend)
    prefix = _prefix(key) if backend == "verl" else ""
    name = key[len(prefix) :]
    known = keys.keys.get(name)
    wrong = _moved(keys, key, name) or _misplaced(keys, key, prefix, name)
    if wrong is None and prefix == "~":
        wrong = _removal(keys, key, name, value)
    elif wrong is None:
        return _check_value(keys, backend, key, known or Key(name, ("any",)), value, beside)
    return [wrong] if wrong else []


def _prefix(key: str) -> str:
    match = _PREFIX.match(key)
    assert match is not None
    return match.group()


# ---- the key ------------------------------------------------------------------------------------------------------


def _moved(keys: Keys, key: str, name: str) -> Finding | None:
    move = next((move for move in keys.moves if name == move.old or name.startswith(f"{move.old}.")), None)
    if move is None:
        return None
    if move.new is None:
        return Finding(key, f"{keys.title} makes nothing of {name!r}", move.hint)
    new = move.new + name[len(move.old) :]
    known = keys.keys.get(new)
    plus = "+" if known and known.added else ""
    return Finding(key, f"{keys.title} has {new!r} in place of {name!r}", f"write {plus}{new}")


def _misplaced(keys: Keys, key: str, prefix: str, name: str) -> Finding | None:
    """Whether the key exists, and may be written with this prefix."""
    known = keys.keys.get(name)
    if known is not None:
        there = not known.added
    elif name.startswith("hydra."):
        return Finding(key, "dsrecipes decides where Hydra writes", "leave it out")
    elif name in keys.sections:
        return Finding(key, f"{name!r} is a section", f"set one of its keys, such as {_first_under(keys, name)}")
    elif name in keys.groups or "@" in name:
        what = f"{name!r} chooses a file of VeRL's configuration; dsrecipes keeps to the default ones (FSDP)"
        return Finding(key, what, "set the single keys")
    elif _open_parent(keys, name):
        if not _OPEN_KEY.fullmatch(name):
            return Finding(key, f"{name!r} holds a sign that Hydra's grammar does not take in a key")
        there = False
    else:
        return _unknown(keys, key, prefix, name)
    if not there and prefix == "":
        return Finding(key, f"{name!r} is not in VeRL's configuration, so Hydra refuses it", f"write +{name}")
    if there and prefix == "+" and known is not None and known.default is not None:  # Hydra adds where null stands
        return Finding(key, f"{name!r} is in VeRL's configuration already, so it cannot be added", f"write {name}")
    return None


def _unknown(keys: Keys, key: str, prefix: str, name: str) -> Finding:
    near = _nearest(keys, name)
    hint = f"did you mean {' or '.join(near)}?" if near else None
    if prefix in ("+", "++"):
        return Finding(key, f"{keys.title} reads no {name!r}: Hydra would add it, and nobody would look at it", hint)
    return Finding(key, f"{keys.title} has no {name!r}", hint)


def _open_parent(keys: Keys, name: str) -> str:
    """The mapping above `name` that takes any key; an empty string if there is none."""
    parts = name.split(".")
    parents = (".".join(parts[:length]) for length in range(len(parts) - 1, 0, -1))
    return next((parent for parent in parents if parent in keys.keys and keys.keys[parent].open), "")


def _first_under(keys: Keys, section: str) -> str:
    return next(key for key in keys.keys if key.startswith(f"{section}."))


def _nearest(keys: Keys, name: str) -> list[str]:
    """Up to three keys that were probably meant: the same last word elsewhere, or a like one."""
    parent, _, last = name.rpartition(".")
    beside = {key.rpartition(".")[2]: key for key in keys.keys if key.rpartition(".")[0] == parent}
    here = [beside[one] for one in difflib.get_close_matches(last, beside, n=2, cutoff=0.75)]
    elsewhere = sorted((key for key in keys.keys if key.rpartition(".")[2] == last), key=lambda key: -_alike(key, name))
    like = difflib.get_close_matches(name, keys.keys, n=2, cutoff=0.8)
    return list(dict.fromkeys([*here, *elsewhere[:2], *like]))[:3]


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()


def _removal(keys: Keys, key: str, name: str, value: Any) -> Finding | None:
    if not _open_parent(keys, name):
        return Finding(key, f"VeRL reads {name!r} and stops where it is missing", "set it to null, or leave it alone")
    if name not in keys.keys:
        return Finding(key, f"{name!r} is not in VeRL's configuration, so Hydra cannot remove it", "leave it out")
    if value is not None:
        return Finding(key, "a removed key has no value", f"write {key}: null")
    return None


# ---- the value ----------------------------------------------------------------------------------------------------


def _check_value(keys: Keys, backend: Backend, key: str, known: Key, value: Any, beside: set[str]) -> list[Finding]:
    if _interpolated(value):
        return _check_interpolation(backend, key, value)
    wrong = _unwritable(backend, key, value) or _mistyped(key, known, value)
    if wrong is None and known.choices and known.extended_by not in beside:
        wrong = _unlisted(keys, key, known, value)
    if wrong is not None:
        return [wrong]
    return [
        Finding(key, f"{what}: {rule.why}")
        for rule in keys.rules
        if rule.speaks_of(known.name)
        for what in [_out_of(rule, value)]
        if what
    ]


def _interpolated(value: Any) -> bool:
    return isinstance(value, str) and "${" in value


def _check_interpolation(backend: Backend, key: str, value: str) -> list[Finding]:
    if backend == "llamafactory":
        return [Finding(key, f"LLaMA-Factory resolves no interpolation: it would read {value!r}", "write the value")]
    if value.count("{") != value.count("}"):
        return [Finding(key, f"{value!r} is not a whole interpolation", "close its braces")]
    return []


def _unwritable(backend: Backend, key: str, value: Any) -> Finding | None:
    """Values that cannot be handed on, whatever the key."""
    inner = value if isinstance(value, list) else [value]
    if any(isinstance(one, dict) for one in inner):
        by_key = f"write each of its keys: +{plain_key(key)}.inner: value"
        as_json = "write it as JSON in quotes: '{\"inner\": value}'"
        return Finding(key, "a mapping cannot be handed on", by_key if backend == "verl" else as_json)
    if any(isinstance(one, float) and not math.isfinite(one) for one in inner):
        return Finding(key, f"{_shown(value)} is not a finite number")
    if value == "???":
        return Finding(key, "'???' means that a value is missing", "give one")
    return None


def _mistyped(key: str, known: Key, value: Any) -> Finding | None:
    if any(_is_a(kind, value) for kind in known.types):
        return None
    hint = None
    if known.open:
        hint = f"write its keys: +{known.name}.inner: value"
    elif isinstance(value, str) and {"int", "float"} & set(known.types) and _number(value):
        hint = f"write it without quotes: {value}"
    elif isinstance(value, int | float) and not isinstance(value, bool) and "str" in known.types:
        hint = f"quote it: '{value}'"
    elif "bool" in known.types:
        hint = "write true or false"
    return Finding(key, f"must be {_types(known.types)}, not {_shown(value)}", hint)


def _is_a(kind: str, value: Any) -> bool:
    if kind == "any":
        return True
    if kind == "null":
        return value is None
    if kind in ("int", "float"):
        return isinstance(value, int if kind == "int" else int | float) and not isinstance(value, bool)
    return isinstance(value, {"bool": bool, "str": str, "list": list, "dict": dict}[kind])


def _number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


_ARTICLES = {
    "bool": "true or false", "int": "an integer", "float": "a number", "str": "a string", "list": "a list",
    "dict": "a mapping", "null": "null",
}  # fmt: skip


def _types(types: tuple[str, ...]) -> str:
    return " or ".join(_ARTICLES[kind] for kind in types)


def _unlisted(keys: Keys, key: str, known: Key, value: Any) -> Finding | None:
    choices = [*known.choices, *_OWN_CHOICES.get(known.name, ())]
    unknown = [one for one in (value if isinstance(value, list) else [value]) if one is not None and one not in choices]
    if not unknown or (isinstance(value, bool) and "bool" in known.types):
        return None
    names = list(map(str, choices))
    close = [name for name in names if name.startswith(str(unknown[0]))][:5]
    close = close or difflib.get_close_matches(str(unknown[0]), names, n=2, cutoff=0.6)
    hint = (
        f"did you mean {' or '.join(close)}?" if close else f"one of: {', '.join(names)}" if len(names) <= 20 else None
    )
    return Finding(key, f"{_shown(unknown[0])} is none of the values that {keys.title} knows", hint)


def _out_of(rule: Rule, value: Any) -> str | None:
    """How a value breaks a rule, in words; None if it does not."""
    if value is None:
        return None
    if any(value == bad and type(value) is type(bad) for bad in rule.never):
        return f"must not be {_shown(value)}"
    bound = _bound(rule, value)
    return f"must be {bound}, not {_shown(value)}" if bound else None


def _bound(rule: Rule, value: Any) -> str | None:
    """The bound that a value oversteps."""
    if rule.only and value not in rule.only:
        return " or ".join(map(_shown, rule.only))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if rule.at_least is not None and value < rule.at_least:
        return f"at least {rule.at_least:g}"
    if rule.above is not None and value <= rule.above:
        return f"above {rule.above:g}"
    if rule.at_most is not None and value > rule.at_most:
        return f"at most {rule.at_most:g}"
    return None


def _shown(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return repr(value)
