"""YAML in, values out, and the line of each of them."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from dsrecipes.errors import UserError

Place = tuple[str | int, ...]
"""The way to a value: keys of mappings and numbers of list items."""

Lines = dict[Place, int]
"""The line, from 1, of each key and list item."""

_MOST_VALUES = 100_000


@dataclass(frozen=True)
class Document:
    """What a YAML text says, and where."""

    value: Any
    lines: Lines


class _Loader(yaml.SafeLoader):
    """YAML's safe loader, but `1e-6` is a number (as in YAML 1.2) and a key that stands twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[Hashable] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, Hashable):
                raise yaml.constructor.ConstructorError(None, None, "a key must be a word", key_node.start_mark)
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


def parse(text: str, where: str) -> Document:
    """Parses YAML, safely. Raises UserError with the line of what is wrong."""
    loader = None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is None:
            return Document(None, {})
        lines = _lines(node)
        return Document(loader.construct_document(node), lines)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        what = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise UserError(f"not valid YAML: {what}", where=f"{where}{line}") from error
    except (ValueError, RecursionError) as error:  # 2026-13-45 is no date; a list nested a thousand times
        raise UserError(f"not valid YAML: {error}", where=where) from error
    finally:
        if loader is not None:
            loader.dispose()


def read(file: Path) -> Document:
    """A recipe file, which is a mapping. Raises UserError if it cannot be read or is none."""
    try:
        return _read(file.read_text(encoding="utf-8"), str(file))
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", where=str(file)) from error
    except UnicodeDecodeError as error:
        raise UserError("is not UTF-8 text", where=str(file)) from error


@lru_cache(maxsize=64)  # recipes share what they extend
def _read(text: str, where: str) -> Document:
    document = parse(text, where)
    if not isinstance(document.value, dict):
        raise UserError("a recipe must be a mapping of keys to values", where=where)
    _check_keys(document, document.value, (), where)
    return document


def _check_keys(document: Document, value: object, place: Place, where: str) -> None:
    """Every key must be a word: `on:` and `1:` are not what they look like."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                line = document.lines.get((*place, str(key)), 1)
                raise UserError(f"the key {key!r} must be a word; quote it if it is one", where=f"{where}:{line}")
            _check_keys(document, inner, (*place, key), where)


def _lines(root: yaml.Node) -> Lines:
    """The line of everything. Raises ValueError for what aliases make endless, or far larger than its text."""
    lines: Lines = {}
    inside: set[int] = set()

    def walk(node: yaml.Node, place: Place) -> None:
        if id(node) in inside:
            raise ValueError(f"the anchor at line {node.start_mark.line + 1} contains itself")
        if len(lines) > _MOST_VALUES:
            raise ValueError(f"more than {_MOST_VALUES:,} values")
        inside.add(id(node))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                inner = (*place, str(key.value))
                lines[inner] = key.start_mark.line + 1
                walk(value, inner)
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                lines[*place, index] = item.start_mark.line + 1
                walk(item, (*place, index))
        inside.discard(id(node))

    walk(root, ())
    return lines
