"""The trajectory file: one generated response a line, read lazily and forgivingly.

A line (JSON Lines, gzipped or not; Parquet with the same columns is read too):

    {"id": "rl-grpo/3x4/17", "model": "rl-grpo", "size": "3x4", "operands": [123, 4567], "prompt": "…",
     "response": "…", "ground_truth": "561741", "finish_reason": "stop", "tokens": 412, "seed": 0, "sample": 0}

A bad line does not end the reading: it is counted and named (file, line, field), and the good ones go on.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from dsrecipes.errors import UserError

SUFFIXES = (".jsonl", ".jsonl.gz", ".parquet")

# Problems told in full; the rest is counted. A file of a million bad lines must not fill the memory or the screen.
_KEPT_PROBLEMS = 100


@dataclass(frozen=True, slots=True)
class Trajectory:
    """One response of one model to one problem.

    `operands` are those of the prompt, `ground_truth` their product in decimal digits, `tokens` the length of the
    response (None where the writer did not count), `sample` its number among the responses to the same prompt.
    """

    id: str
    model: str
    size: str
    operands: tuple[int, int]
    prompt: str
    response: str
    ground_truth: str
    finish_reason: Literal["stop", "length"]
    tokens: int | None
    seed: int
    sample: int

    @property
    def truncated(self) -> bool:
        """Whether the response reached the token limit."""
        return self.finish_reason == "length"


@dataclass(frozen=True, slots=True)
class BadRecord:
    """What is wrong with one record. `line` (or row) counts from 1; `field` is None if the whole line is bad."""

    path: Path
    line: int
    field: str | None
    what: str

    def __str__(self) -> str:
        name = f", field {self.field!r}" if self.field else ""
        return f"{self.path}, line {self.line}{name}: {self.what}"


@dataclass
class ReadLog:
    """What was read so far: `n_good` trajectories, `n_bad` records, the first bad ones in `problems`."""

    n_good: int = 0
    n_bad: int = 0
    problems: list[BadRecord] = field(default_factory=list)

    def add(self, problem: BadRecord) -> None:
        self.n_bad += 1
        if len(self.problems) < _KEPT_PROBLEMS:
            self.problems.append(problem)


class InvalidRecordError(Exception):
    """A record that is no trajectory: what is wrong, and with which field (None for the record as a whole)."""

    def __init__(self, field: str | None, what: str) -> None:
        super().__init__(what)
        self.field = field
        self.what = what


def read_trajectories(paths: Iterable[Path], log: ReadLog) -> Iterator[Trajectory]:
    """The good trajectories of the files, in order; the bad records go to `log`.

    An id may come once for each seed: the same id and seed again, in the same or another file, is a bad record.
    Raises UserError, before anything is read, for a file that is missing, is no file, or has an unknown ending.
    """
    paths = [Path(path) for path in paths]
    for path in paths:
        _check_path(path)
    # Hashes, not the ids: 64 bits a trajectory, whatever the length of the ids.
    seen: set[int] = set()
    for path in paths:
        for line, record in _records(path, log):
            try:
                trajectory = parse_record(record)
                key = hash((trajectory.id, trajectory.seed))
                if key in seen:
                    raise InvalidRecordError("id", f"duplicate id {trajectory.id!r} (seed {trajectory.seed})")
            except InvalidRecordError as error:
                log.add(BadRecord(path, line, error.field, error.what))
                continue
            seen.add(key)
            log.n_good += 1
            yield trajectory


def parse_record(record: object) -> Trajectory:
    """One decoded line -> Trajectory. Raises InvalidRecordError, which names the first bad field."""
    if not isinstance(record, dict):
        raise InvalidRecordError(None, f"expected an object, got {_kind(record)}")
    finish_reason = _text(record, "finish_reason")
    if finish_reason not in ("stop", "length"):
        raise InvalidRecordError("finish_reason", f"expected 'stop' or 'length', got {finish_reason!r}")
    ground_truth = _text(record, "ground_truth")
    if not (ground_truth.isascii() and ground_truth.removeprefix("-").isdigit()):
        raise InvalidRecordError("ground_truth", f"expected an integer in decimal digits, got {ground_truth[:40]!r}")
    return Trajectory(
        id=_text(record, "id", filled=True),
        model=_text(record, "model", filled=True),
        size=_text(record, "size", filled=True),
        operands=_operands(record),
        prompt=_text(record, "prompt"),
        response=_text(record, "response"),
        ground_truth=ground_truth,
        finish_reason="stop" if finish_reason == "stop" else "length",
        tokens=None if record.get("tokens") is None else _integer(record, "tokens"),
        seed=_integer(record, "seed"),
        sample=_integer(record, "sample"),
    )


def _kind(value: object) -> str:
    """The JSON name of a value's type."""
    if value is None:
        return "null"
    names: dict[type, str] = {
        bool: "a boolean", int: "an integer", float: "a number", str: "a string", list: "a list", dict: "an object"
    }  # fmt: skip
    return names.get(type(value), type(value).__name__)


def _get(record: dict[str, Any], name: str) -> Any:
    if name not in record:
        raise InvalidRecordError(name, "missing field")
    return record[name]


def _text(record: dict[str, Any], name: str, *, filled: bool = False) -> str:
    value = _get(record, name)
    if not isinstance(value, str):
        raise InvalidRecordError(name, f"expected a string, got {_kind(value)}")
    if filled:
        if not value:
            raise InvalidRecordError(name, "empty")
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise InvalidRecordError(name, f"not valid Unicode ({error.reason})") from None
    return value


def _integer(record: dict[str, Any], name: str) -> int:
    value = _get(record, name)
    if type(value) is not int:
        raise InvalidRecordError(name, f"expected an integer, got {_kind(value)}")
    return value


def _operands(record: dict[str, Any]) -> tuple[int, int]:
    value = _get(record, "operands")
    if not isinstance(value, list):
        raise InvalidRecordError("operands", f"expected a list of two integers, got {_kind(value)}")
    if len(value) != 2 or any(type(item) is not int for item in value):
        raise InvalidRecordError("operands", f"expected two integers, got {str(value)[:60]}")
    return value[0], value[1]


def _check_path(path: Path) -> None:
    if not path.exists():
        raise UserError("no such file", where=str(path))
    if not path.is_file():
        raise UserError("not a file", where=str(path), hint=f"Give trajectory files: {', '.join(SUFFIXES)}.")
    if not path.name.endswith(SUFFIXES):
        raise UserError("not a trajectory file by its name", where=str(path), hint=f"Known: {', '.join(SUFFIXES)}.")


def _records(path: Path, log: ReadLog) -> Iterator[tuple[int, object]]:
    """Every decodable record with its number, the others to `log`. A stream that breaks off gives what it held."""
    if path.name.endswith(".parquet"):
        yield from _parquet_records(path, log)
        return
    line = 0
    try:
        with gzip.open(path, "rb") if path.name.endswith(".gz") else path.open("rb") as stream:
            for line, raw in enumerate(stream, start=1):
                if not raw.strip():
                    continue
                try:
                    yield line, json.loads(raw.decode("utf-8"))
                except UnicodeDecodeError as error:
                    log.add(BadRecord(path, line, None, f"not UTF-8 (byte {error.start + 1} of the line)"))
                except json.JSONDecodeError as error:
                    log.add(BadRecord(path, line, None, f"not JSON: {error.msg} at column {error.colno}"))
                except (ValueError, RecursionError) as error:  # an integer of thousands of digits; nesting without end
                    log.add(BadRecord(path, line, None, f"not JSON that can be read: {error}"))
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        what = (
            "the gzip stream is cut short" if isinstance(error, EOFError) else f"the gzip stream is damaged ({error})"
        )
        log.add(BadRecord(path, line + 1, None, what))


def _parquet_records(path: Path, log: ReadLog) -> Iterator[tuple[int, object]]:
    import pyarrow
    import pyarrow.parquet

    row = 0
    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=1024):
                for record in batch.to_pylist():
                    row += 1
                    yield row, record
    except pyarrow.ArrowException as error:
        log.add(BadRecord(path, row + 1, None, f"not Parquet that can be read: {str(error).splitlines()[0]}"))
