"""The trajectory file: one generated response a line, read lazily and forgivingly.

A line (JSON Lines, gzipped or not; Parquet with the same columns is read too):

    {"id": "rl-grpo/3x4/17", "model": "rl-grpo", "size": "3x4", "operands": [123, 4567], "prompt": "…",
     "response": "…", "ground_truth": "561741", "finish_reason": "stop", "tokens": 412, "seed": 0, "sample": 0}

A bad line does not end the reading: it is counted and named (file, line, fields), and the good ones go on.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple, cast

import msgspec
import numpy as np
from numpy.typing import NDArray

from dsrecipes.analysis.chunks import Chunk, Progress, read_chunks
from dsrecipes.analysis.duplicates import SeenKeys

KEPT_PROBLEMS = 100
"""Bad records told in full; the rest is counted: a million bad lines must not fill the memory or the screen."""

_TOLD = 10  # of these, in a message


class Trajectory(msgspec.Struct, frozen=True):
    """One response of one model to one problem.

    `operands` are those of the prompt, `ground_truth` their product in decimal digits (in a file, zeros may lead it),
    `tokens` the length of the response (None where the writer did not count), `sample` its number among the responses
    to the same prompt.
    """

    id: str
    model: str
    size: str
    operands: tuple[int, int]
    prompt: str
    response: str
    ground_truth: str
    finish_reason: Literal["stop", "length"]
    seed: int
    sample: int
    tokens: int | None = None

    @property
    def truncated(self) -> bool:
        """Whether the response reached the token limit."""
        return self.finish_reason == "length"


class Fault(NamedTuple):
    """What is wrong with a field; `field` is None if it is the record as a whole."""

    field: str | None
    what: str

    def __str__(self) -> str:
        return f"field {self.field!r}: {self.what}" if self.field else self.what


@dataclass(frozen=True, slots=True)
class BadRecord:
    """All that is wrong with one record. `line` (or row) counts from 1; it is None if the whole file is bad."""

    path: Path
    line: int | None
    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        place = f"{self.path}, line {self.line}" if self.line else str(self.path)
        separator = ", " if self.faults[0].field else ": "
        return place + separator + "; ".join(map(str, self.faults))


@dataclass
class ReadLog:
    """What was read so far: `n_good` trajectories, `n_bad` records, the first bad ones in `problems`."""

    n_good: int = 0
    n_bad: int = 0
    problems: list[BadRecord] = field(default_factory=list)

    def add(self, problem: BadRecord) -> None:
        self.n_bad += 1
        if len(self.problems) < KEPT_PROBLEMS:
            self.problems.append(problem)

    def told(self) -> list[str]:
        """The first bad records, a line each, and how many there are beside them; empty if there is none."""
        lines = [f"  {problem}" for problem in self.problems[:_TOLD]]
        return [*lines, f"  … and {self.n_bad - _TOLD} more"] if self.n_bad > _TOLD else lines

    def left_out(self) -> list[str]:
        """What is told where the others are read on: `told` below a line that says so; empty if no record is bad."""
        return [f"{self.n_bad} bad records were left out:", *self.told()] if self.n_bad else []

    def merge(self, other: ReadLog) -> None:
        """Adds what was read after this."""
        self.n_good += other.n_good
        self.n_bad += other.n_bad
        self.problems += other.problems[: KEPT_PROBLEMS - len(self.problems)]


class InvalidRecordError(Exception):
    """A record that is no trajectory, and all that is wrong with it."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults

    def __str__(self) -> str:
        return "; ".join(map(str, self.faults))


def read_trajectories(paths: Iterable[Path], log: ReadLog, progress: Progress | None = None) -> Iterator[Trajectory]:
    """The good trajectories of the files, in order; the bad records go to `log`.

    An id may come once for each seed: the same id and seed again, in the same or another file, is a bad record.
    Raises UserError, before anything is read, for a file that is missing, is no file, or has an unknown ending.
    """
    seen = SeenKeys()
    for chunk in read_chunks(paths, progress):
        records = list(parse_chunk(chunk))
        repeated = set(seen.add(keys(record for _, record in records if isinstance(record, Trajectory))))
        position = 0  # among the trajectories of the chunk
        for line, record in records:
            if not isinstance(record, Trajectory):
                log.add(BadRecord(chunk.path, line, record))
                continue
            if position in repeated:
                log.add(BadRecord(chunk.path, line, (duplicate(record),)))
            else:
                log.n_good += 1
                yield record
            position += 1


def parse_chunk(chunk: Chunk) -> Iterator[tuple[int | None, Trajectory | tuple[Fault, ...]]]:
    """Every record of a chunk with its number: a trajectory, or what is wrong with it; last what ended the file."""
    if chunk.columns is None:
        for line, text in enumerate(chunk.data.split(b"\n"), chunk.first):
            if text and not text.isspace():
                try:
                    yield line, parse_line(text)
                except InvalidRecordError as error:
                    yield line, error.faults
    else:
        for line, record in enumerate(chunk.rows(), chunk.first):
            try:
                yield line, parse_record(record)
            except InvalidRecordError as error:
                yield line, error.faults
    if chunk.broken is not None:
        yield chunk.broken_at, (Fault(None, chunk.broken),)


def keys(trajectories: Iterable[Trajectory]) -> NDArray[np.uint64]:
    """64 bits of a hash of each trajectory's id and seed, the same in every process."""
    digests = b"".join(
        hashlib.blake2b(f"{trajectory.seed} {trajectory.id}".encode(), digest_size=8).digest()
        for trajectory in trajectories
    )
    return np.frombuffer(digests, dtype=np.uint64)


def duplicate(trajectory: Trajectory) -> Fault:
    """What is wrong with a trajectory whose id and seed came before."""
    return Fault("id", f"duplicate id {trajectory.id!r} (seed {trajectory.seed})")


def parse_line(line: bytes) -> Trajectory:
    """One line of a file -> Trajectory. Raises InvalidRecordError, which names every bad field."""
    try:
        trajectory = _DECODER.decode(line)
        first, second = trajectory.operands
        product = str(first * second)
    except (msgspec.MsgspecError, ValueError, RecursionError):  # ValueError: not UTF-8, or thousands of digits
        return parse_record(_loads(line))  # slower, and it can say what is wrong
    if (
        trajectory.id
        and trajectory.model
        and trajectory.size
        and trajectory.ground_truth == product
        and -_BEYOND <= trajectory.seed < _BEYOND
        and -_BEYOND <= trajectory.sample < _BEYOND
        and (trajectory.tokens is None or 0 <= trajectory.tokens <= _MOST_TOKENS)
    ):
        return trajectory
    return parse_record(_loads(line))


def parse_record(record: object) -> Trajectory:
    """One decoded record -> Trajectory. Raises InvalidRecordError, which names every bad field."""
    if not isinstance(record, dict):
        raise InvalidRecordError(Fault(None, f"expected an object, got {_kind(record)}"))
    faults = []
    for name, check in _CHECKS.items():
        if name in record:
            what = check(record[name])
            if what:
                faults.append(Fault(name, what))
        elif name != "tokens":
            faults.append(Fault(name, "missing field"))
    truth = None
    if not any(fault.field in ("operands", "ground_truth") for fault in faults):
        first, second = record["operands"]
        truth = _plain(record["ground_truth"])
        if Decimal(truth) != first * second:
            shown = f"{_shown(first)} × {_shown(second)} = {_shown(first * second)}"
            faults.append(Fault("ground_truth", f"{truth[:40]!r} is not the product of the operands, {shown}"))
    if faults:
        raise InvalidRecordError(*faults)
    values = {name: record[name] for name in _CHECKS if name in record}
    values |= {"operands": tuple(record["operands"]), "ground_truth": truth}
    if values.get("tokens") is not None:
        values["tokens"] = int(values["tokens"])  # a column with a gap is one of floats in pandas
    return Trajectory(**values)


def _loads(line: bytes) -> object:
    try:
        return json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        what = f"not UTF-8 (byte {error.start + 1} of the line)"
    except json.JSONDecodeError as error:
        what = f"not JSON: {error.msg} at column {error.colno}"
    except ValueError:
        what = f"not JSON that can be read: an integer of more than {sys.get_int_max_str_digits()} digits"
    except RecursionError:
        what = "not JSON that can be read: lists or objects within each other without end"
    raise InvalidRecordError(Fault(None, what))


def _kind(value: object) -> str:
    """The JSON name of a value's type."""
    if value is None:
        return "null"
    names: dict[type, str] = {
        bool: "a boolean", int: "an integer", float: "a number", str: "a string", list: "a list", dict: "an object"
    }  # fmt: skip
    return names.get(type(value), type(value).__name__)


_BEYOND = 1 << 63  # what a column of integers cannot hold
_MOST_TOKENS = 1 << 40  # sums of tokens stay within 64 bits


def _text(value: object) -> str | None:
    return None if isinstance(value, str) else f"expected a string, got {_kind(value)}"


def _name(value: object) -> str | None:
    if not isinstance(value, str):
        return _text(value)
    try:
        value.encode()
    except UnicodeEncodeError as error:
        return f"not valid Unicode ({error.reason})"
    return None if value else "empty"


def _integer(value: object) -> str | None:
    if type(value) is not int:
        return f"expected an integer, got {_kind(value)}"
    return None if -_BEYOND <= value < _BEYOND else "expected an integer of at most 64 bits"


def _tokens(value: object) -> str | None:
    if value is None:
        return None
    if type(value) not in (int, float):
        return f"expected an integer (of tokens), got {_kind(value)}"
    number = cast(float, value)
    if 0 <= number <= _MOST_TOKENS and number == int(number):
        return None
    return f"expected an integer (of tokens) from 0 to {_MOST_TOKENS}, got {_shown(number)}"


def _operands(value: object) -> str | None:
    if not isinstance(value, list):
        return f"expected a list of two integers, got {_kind(value)}"
    if len(value) != 2 or any(type(item) is not int for item in value):
        return f"expected two integers, got {str(value)[:60]}"
    return None


def _ground_truth(value: object) -> str | None:
    if not isinstance(value, str):
        return _text(value)
    integer = value.isascii() and value.removeprefix("-").isdigit()
    return None if integer else f"expected an integer in decimal digits, got {value[:40]!r}"


def _plain(integer: str) -> str:
    """Decimal digits without leading zeros; the sign of 0 goes too."""
    digits = integer.removeprefix("-").lstrip("0")
    return f"-{digits}" if digits and integer.startswith("-") else digits or "0"


def _shown(number: float) -> str:
    """A number for a message: whole up to 40 digits (Python turns no integer of thousands of digits into text)."""
    return f"{Decimal(number):.40g}" if isinstance(number, int) else f"{number:g}"


def _finish_reason(value: object) -> str | None:
    if not isinstance(value, str):
        return _text(value)
    return None if value in ("stop", "length") else f"expected 'stop' or 'length', got {value[:40]!r}"


# What is wrong with a field's value, None where nothing is.
_CHECKS: dict[str, Callable[[object], str | None]] = {
    "id": _name,
    "model": _name,
    "size": _name,
    "operands": _operands,
    "prompt": _text,
    "response": _text,
    "ground_truth": _ground_truth,
    "finish_reason": _finish_reason,
    "tokens": _tokens,
    "seed": _integer,
    "sample": _integer,
}

_DECODER = msgspec.json.Decoder(Trajectory)
