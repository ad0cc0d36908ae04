"""What is counted of each trajectory, added up by problem: samples of one problem are not independent of each other, so
every bootstrap draws problems.

A reflection is a decision that rests on a marker. It leads from a candidate to the next one, or to itself where no new
one comes: a check that confirms, a change of mind without a new answer. Truncated trajectories count in `trajectories`,
`truncated`, `right` and the tokens only: the paper leaves them out of the calibration (Appendix E.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from dsrecipes.analysis.attempts import Decision
from dsrecipes.errors import UserError

if TYPE_CHECKING:
    from dsrecipes.analysis.attempts import Attempt
    from dsrecipes.analysis.trajectories import Trajectory

Problem = tuple[int, int]

N_INDICES = 9
"""Attempts are told apart by index 0 to 7; the last of the nine holds index 8 and all later ones."""

_BY_INDEX = ("attempts", "right", "right_stopped", "wrong_resampled")

COUNTS = (
    "trajectories",
    "truncated",
    "right",  # the final answer is right, truncated or not
    "reader_disagrees",
    "with_tokens",  # trajectories whose length is known ...
    "tokens",  # ... and the sum of these lengths
    "without_candidate",  # finished, but no candidate at all; what follows is of finished trajectories with a candidate
    "first",
    "first_right",
    "last_right",
    "repaired",  # the first candidate is wrong, the last one right
    "right_attempts",  # attempts by whether the candidate is right ...
    "right_stopped",  # ... and what the model then decided
    "wrong_attempts",
    "wrong_resampled",
    "reflecting",  # trajectories with a reflection
    "resampling",  # trajectories with more than one attempt
    "t_to_t",  # reflections by the candidate before and the candidate after: right (t) or wrong (f)
    "t_to_f",
    "f_to_t",
    "f_to_same",
    "f_to_other",
    *(f"{name}_{index}" for name in _BY_INDEX for index in range(N_INDICES)),
)
"""The columns of a tally; `attempts_3`, `right_3`, `right_stopped_3`, `wrong_resampled_3` count attempts of index 3."""

INDEX = {name: column for column, name in enumerate(COUNTS)}
"""Name of a count -> its column."""

TRANSITIONS = ("t_to_t", "t_to_f", "f_to_t", "f_to_same", "f_to_other")

# Column numbers as plain names: `count` is called for every trajectory of a file.
_TRAJECTORIES, _TRUNCATED, _RIGHT, _DISAGREES = (
    INDEX[name] for name in ("trajectories", "truncated", "right", "reader_disagrees")
)
_WITH_TOKENS, _TOKENS, _WITHOUT_CANDIDATE = (INDEX[name] for name in ("with_tokens", "tokens", "without_candidate"))
_FIRST, _FIRST_RIGHT, _LAST_RIGHT, _REPAIRED = (
    INDEX[name] for name in ("first", "first_right", "last_right", "repaired")
)
_RIGHT_ATTEMPTS, _RIGHT_STOPPED, _WRONG_ATTEMPTS, _WRONG_RESAMPLED = (
    INDEX[name] for name in ("right_attempts", "right_stopped", "wrong_attempts", "wrong_resampled")
)
_REFLECTING, _RESAMPLING = INDEX["reflecting"], INDEX["resampling"]
_T_TO_T, _T_TO_F, _F_TO_T, _F_TO_SAME, _F_TO_OTHER = (INDEX[name] for name in TRANSITIONS)
_ATTEMPTS_0, _RIGHT_0, _RIGHT_STOPPED_0, _WRONG_RESAMPLED_0 = (INDEX[f"{name}_0"] for name in _BY_INDEX)
_STOP, _RESAMPLE = Decision.STOP, Decision.RESAMPLE
_N, _LAST_INDEX = len(COUNTS), N_INDICES - 1


def count(trajectory: Trajectory, attempts: Sequence[Attempt], *, right: bool, reader_disagrees: bool) -> list[int]:
    """The counts of one trajectory, one a name of COUNTS. `right` is the verdict on its final answer."""
    counts = [0] * _N
    counts[_TRAJECTORIES] = 1
    if right:
        counts[_RIGHT] = 1
    if reader_disagrees:
        counts[_DISAGREES] = 1
    tokens = trajectory.tokens
    if tokens is not None:
        counts[_WITH_TOKENS] = 1
        counts[_TOKENS] = tokens
    if trajectory.truncated:
        counts[_TRUNCATED] = 1
        return counts
    if not attempts:
        counts[_WITHOUT_CANDIDATE] = 1
        return counts
    n_attempts = len(attempts)
    counts[_FIRST] = 1
    if n_attempts > 1:
        counts[_RESAMPLING] = 1
    if attempts[0].correct:
        counts[_FIRST_RIGHT] = 1
    if attempts[-1].correct:
        counts[_LAST_RIGHT] = 1
        if not attempts[0].correct:
            counts[_REPAIRED] = 1
    for position, attempt in enumerate(attempts):
        index = position if position < _LAST_INDEX else _LAST_INDEX
        counts[_ATTEMPTS_0 + index] += 1
        if attempt.correct:
            counts[_RIGHT_ATTEMPTS] += 1
            counts[_RIGHT_0 + index] += 1
            if attempt.decision is _STOP:
                counts[_RIGHT_STOPPED] += 1
                counts[_RIGHT_STOPPED_0 + index] += 1
        else:
            counts[_WRONG_ATTEMPTS] += 1
            if attempt.decision is _RESAMPLE:
                counts[_WRONG_RESAMPLED] += 1
                counts[_WRONG_RESAMPLED_0 + index] += 1
        if attempt.marker is not None:
            counts[_REFLECTING] = 1
            after = attempts[position + 1] if position + 1 < n_attempts else attempt
            counts[_transition(attempt, after)] += 1
    return counts


def _transition(before: Attempt, after: Attempt) -> int:
    """The column of a reflection that leads from one candidate to another, or to itself."""
    if before.correct:
        return _T_TO_T if after.correct else _T_TO_F
    if after.correct:
        return _F_TO_T
    return _F_TO_SAME if after.candidate == before.candidate else _F_TO_OTHER


class Tally:
    """The counts of one model at one size: a row a problem, a column a name of COUNTS."""

    def __init__(self, model: str, size: str) -> None:
        self.model = model
        self.size = size
        self._row_of: dict[Problem, int] = {}
        # 32 bits until a cell might need more: half the memory where every trajectory has a problem of its own.
        self._rows = np.zeros((16, _N), dtype=np.int32)
        self._most = 0  # no cell is greater than this

    def __repr__(self) -> str:
        return f"Tally({self.model!r}, {self.size!r}, {len(self._row_of)} problems)"

    @property
    def problems(self) -> list[Problem]:
        """The operands of each row."""
        return list(self._row_of)

    @property
    def matrix(self) -> NDArray[np.integer]:
        """The counts, shape (problems, len(COUNTS)), int32 or int64: a view, not to be written to."""
        view = self._rows[: len(self._row_of)]
        view.flags.writeable = False
        return view

    def columns(self, names: Sequence[str]) -> NDArray[np.int64]:
        """Some of the counts, shape (problems, len(names))."""
        return self.matrix[:, [INDEX[name] for name in names]].astype(np.int64)

    def total(self, name: str) -> int:
        """A count over all problems."""
        return int(self.matrix[:, INDEX[name]].sum(dtype=np.int64))

    def add(self, operands: Problem, counts: Sequence[int]) -> None:
        """Adds the counts of one trajectory (`count`). Raises OverflowError for a count beyond 64 bits."""
        self.add_all([operands], [counts])

    def add_all(self, problems: Sequence[Problem], counts: Sequence[Sequence[int]] | NDArray[np.int64]) -> None:
        """Adds the counts of trajectories, each with the operands of its problem: far quicker than one by one."""
        if not problems:
            return
        matrix = np.array(counts, dtype=np.int64)
        self._make_room(sum(matrix.max(axis=1).tolist()))
        rows = self._rows_of(problems)
        np.add.at(self._rows, rows, matrix.astype(self._rows.dtype))

    def merge(self, other: Tally) -> None:
        """Adds another tally's counts, problem by problem, whatever its model and size."""
        if not other._row_of:
            return
        matrix = other.matrix
        self._make_room(int(matrix.max()))
        rows = self._rows_of(other._row_of)
        self._rows[rows] += matrix.astype(self._rows.dtype)

    def _rows_of(self, problems: Iterable[Problem]) -> list[int]:
        """The rows of problems, new ones with zeros for those that were not counted before."""
        rows = [self._row_of.setdefault(problem, len(self._row_of)) for problem in problems]
        self._grow(len(self._row_of))
        return rows

    def _make_room(self, more: int) -> None:
        """For cells that grow by at most `more`."""
        self._most += more
        if self._most > np.iinfo(self._rows.dtype).max:
            if self._rows.dtype == np.int64:
                raise OverflowError(f"a count of {self.model}, {self.size} exceeds 64 bits")
            self._rows = self._rows.astype(np.int64)
            self._make_room(0)

    def _grow(self, n_rows: int) -> None:
        if n_rows > len(self._rows):
            grown = np.zeros((max(n_rows, 2 * len(self._rows)), _N), dtype=self._rows.dtype)
            grown[: len(self._rows)] = self._rows
            self._rows = grown


SCHEMA = pa.schema(
    [
        ("model", pa.string()),
        ("size", pa.string()),
        ("a", pa.string()),  # operands may have more digits than an integer column holds
        ("b", pa.string()),
        *((name, pa.int64()) for name in COUNTS),
    ]
)
"""Of problems.parquet: a row a model, size and problem."""


def to_table(tallies: Iterable[Tally]) -> pa.Table:
    """The counts by problem, as problems.parquet has them."""
    parts = []
    for tally in tallies:
        problems = tally.problems
        columns: dict[str, object] = {
            "model": pa.repeat(tally.model, len(problems)),
            "size": pa.repeat(tally.size, len(problems)),
            "a": [str(a) for a, _ in problems],
            "b": [str(b) for _, b in problems],
        }
        columns |= {name: np.ascontiguousarray(tally.matrix[:, INDEX[name]], dtype=np.int64) for name in COUNTS}
        parts.append(pa.table(columns, schema=SCHEMA))
    return pa.concat_tables(parts) if parts else SCHEMA.empty_table()


_PARTS = (
    *((name, "trajectories") for name in ("truncated", "right", "reader_disagrees", "with_tokens", "first")),
    *((name, "first") for name in ("first_right", "last_right", "repaired", "reflecting", "resampling")),
    ("repaired", "last_right"),
    ("right_stopped", "right_attempts"),
    ("wrong_resampled", "wrong_attempts"),
    *((f"right_{index}", f"attempts_{index}") for index in range(N_INDICES)),
    *((f"right_stopped_{index}", f"right_{index}") for index in range(N_INDICES)),
)
"""Counts of which the first is never greater than the second."""

_SUMS = (
    ("trajectories", ("truncated", "without_candidate", "first")),
    ("right_attempts", tuple(f"right_{index}" for index in range(N_INDICES))),
    ("right_stopped", tuple(f"right_stopped_{index}" for index in range(N_INDICES))),
    ("wrong_resampled", tuple(f"wrong_resampled_{index}" for index in range(N_INDICES))),
)
"""Counts that are the sum of others."""


def from_table(table: pa.Table) -> list[Tally]:
    """The tallies of a table of problems.parquet, in the order of their first rows.

    Rows of one model, size and problem are added up. Raises UserError where a column is missing, a cell is empty, a
    count or an operand is no whole number, or counts contradict each other.
    """
    if wrong := _what_is_wrong_with_columns(table):
        raise UserError(
            f"a table of counts by problem {'; '.join(wrong)}",
            hint="It is damaged or was written by another version: analyse the trajectories again.",
        )
    keys = zip(*(table[name].to_pylist() for name in ("model", "size", "a", "b")), strict=True)
    matrix = np.column_stack([table[name].to_numpy() for name in COUNTS]) if len(table) else np.zeros((0, _N), int)
    if wrong := _what_is_wrong_with_counts(matrix):
        raise UserError(
            f"a table of counts by problem contradicts itself: {'; '.join(wrong)}",
            hint="It is damaged: analyse the trajectories again.",
        )
    rows: dict[tuple[str, str], tuple[list[Problem], list[int]]] = {}
    for number, (model, size, a, b) in enumerate(keys):
        problems, numbers = rows.setdefault((model, size), ([], []))
        try:
            problems.append((int(a), int(b)))
        except ValueError:
            raise UserError(f"a table of counts by problem has operands that are no whole numbers: {a}, {b}") from None
        numbers.append(number)
    tallies = []
    for (model, size), (problems, numbers) in rows.items():
        tallies.append(tally := Tally(model, size))
        tally.add_all(problems, matrix[numbers])
    return tallies


def _what_is_wrong_with_columns(table: pa.Table) -> list[str]:
    missing = [name for name in SCHEMA.names if name not in table.column_names]
    there = [field for field in SCHEMA if field.name in table.column_names]
    counts = [name for name in COUNTS if name not in missing]
    other = [name for name in counts if not pa.types.is_integer(table.schema.field(name).type)]
    empty = [field.name for field in there if table[field.name].null_count]
    told = [("lacks", missing), ("has no whole numbers in", other), ("has empty cells in", empty)]
    return [f"{what} {', '.join(names)}" for what, names in told if names]


def _what_is_wrong_with_counts(matrix: NDArray[np.integer]) -> list[str]:
    """In words, the rules that a row breaks: all rows that `count` makes, and their sums, keep them."""
    column = {name: matrix[:, place] for name, place in INDEX.items()}
    wrong = [f"{name} below 0" for name in COUNTS if (column[name] < 0).any()]
    wrong += ["no trajectories"] if (column["trajectories"] == 0).any() else []
    wrong += [f"{part} above {whole}" for part, whole in _PARTS if (column[part] > column[whole]).any()]
    for whole, parts in _SUMS:
        if (column[whole] != np.sum([column[part] for part in parts], axis=0)).any():
            wrong.append(f"{whole} not the sum of its parts")
    return wrong
