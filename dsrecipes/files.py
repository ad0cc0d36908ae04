"""Writing and reading small files so that a reader never sees half of one."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any


def write_atomically(path: Path, content: str | bytes) -> None:
    """Writes a file whole: first beside it, then moved into place. Text is written as UTF-8.

    Raises OSError with the file's name if it cannot be written, and leaves nothing beside it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        partial.write_bytes(content.encode() if isinstance(content, str) else content)
        partial.replace(path)
    except BaseException as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        if isinstance(error, OSError):  # a full disk's names no file
            error.filename = str(path)
        raise


def read_json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines log that may still be written to: a line that was cut short is passed over."""
    if not path.exists():
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            with suppress(json.JSONDecodeError):
                yield json.loads(line)


def json_lines(path: Path) -> list[Any]:
    """The values of a whole JSON Lines file that we wrote. Lines end at "\\n" alone: JSON may hold the other characters
    that end a line for `str.splitlines`, such as U+2028. Raises ValueError for a line that is no JSON."""
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


def sha256(path: Path, digits: int = 16) -> str:
    """The first `digits` hexadecimal digits of a file's SHA-256, which has 64."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:digits]
