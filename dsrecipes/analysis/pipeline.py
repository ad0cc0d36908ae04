"""Trajectory files -> attempts.parquet and calibration.json."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dsrecipes.analysis.attempts import Attempt, final_answer, parse_attempts
from dsrecipes.analysis.calibration import BOOTSTRAP_RESAMPLES, Calibration, Tally, calibrate_all
from dsrecipes.analysis.trajectories import ReadLog, Trajectory, read_trajectories
from dsrecipes.errors import UserError
from dsrecipes.files import write_atomically

_CHUNK = 4096  # trajectories in memory at a time

_ATTEMPTS = pa.schema(
    [
        ("id", pa.string()),
        ("model", pa.string()),
        ("size", pa.string()),
        ("attempt", pa.int32()),
        ("candidate", pa.string()),
        ("correct", pa.bool_()),
        ("decision", pa.string()),
        ("marker", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("seed", pa.int64()),
        ("sample", pa.int64()),
    ]
)


@dataclass(frozen=True)
class AnalysisResult:
    """What was read, and the calibration of each model and size.

    `n_reader_disagrees` counts the finished trajectories whose last attempt's candidate is not the answer that the
    reward function reads.
    """

    calibrations: list[Calibration]
    log: ReadLog
    n_attempts: int
    files: tuple[Path, ...]

    @property
    def n_reader_disagrees(self) -> int:
        return sum(calibration.n_reader_disagrees for calibration in self.calibrations)

    def to_json(self) -> list[dict[str, object]]:
        """The content of calibration.json."""
        return [calibration.to_json() for calibration in self.calibrations]


def analyze_files(
    paths: Iterable[Path], out: Path | None = None, *, resamples: int = BOOTSTRAP_RESAMPLES, seed: int = 0
) -> AnalysisResult:
    """Analyses trajectory files; with `out`, writes attempts.parquet and calibration.json there, whole or not at all.

    Bad records are counted in the result's log. Raises UserError for a file that cannot be opened, and if no record is
    good.
    """
    paths = [Path(path) for path in paths]
    log = ReadLog()
    tallies: dict[tuple[str, str], Tally] = {}
    n_attempts = 0
    trajectories = read_trajectories(paths, log)
    with _AttemptsFile(out / "attempts.parquet" if out else None) as file:
        while chunk := list(islice(trajectories, _CHUNK)):
            rows: list[dict[str, Any]] = []
            for trajectory in chunk:
                attempts = parse_attempts(trajectory)
                key = trajectory.model, trajectory.size
                _tally(tallies.setdefault(key, Tally(*key)), trajectory, attempts)
                rows.extend(_rows(trajectory, attempts))
            n_attempts += len(rows)
            file.write(rows)
        if not log.n_good:
            raise _nothing_good(paths, log)
    result = AnalysisResult(
        calibrate_all(tallies.values(), resamples=resamples, seed=seed),
        log,
        n_attempts,
        (out / "attempts.parquet", out / "calibration.json") if out else (),
    )
    if out:
        text = json.dumps(result.to_json(), indent=2, ensure_ascii=False, allow_nan=False)
        write_atomically(out / "calibration.json", text + "\n")
    return result


def _tally(tally: Tally, trajectory: Trajectory, attempts: list[Attempt]) -> None:
    answer = final_answer(trajectory)
    truth = trajectory.ground_truth.lstrip("0") or "0"
    last = attempts[-1].candidate if attempts else None
    # What a response that was cut off would have answered is nobody's reading.
    disagrees = not trajectory.truncated and answer != last
    tally.add(trajectory, attempts, right=answer == truth, reader_disagrees=disagrees)


def _rows(trajectory: Trajectory, attempts: list[Attempt]) -> Iterator[dict[str, Any]]:
    for attempt in attempts:
        yield {
            "id": trajectory.id,
            "model": trajectory.model,
            "size": trajectory.size,
            "attempt": attempt.index,
            "candidate": attempt.candidate,
            "correct": attempt.correct,
            "decision": str(attempt.decision),
            "marker": attempt.marker,
            "start": attempt.start,
            "end": attempt.end,
            "seed": trajectory.seed,
            "sample": trajectory.sample,
        }


def _nothing_good(paths: list[Path], log: ReadLog) -> UserError:
    where = ", ".join(map(str, paths))
    if not log.n_bad:
        return UserError("no trajectories: empty", where=where)
    told = "\n  ".join(str(problem) for problem in log.problems[:5])
    return UserError(f"none of the {log.n_bad} records is a trajectory", where=where, hint=f"First of them:\n  {told}")


class _AttemptsFile:
    """attempts.parquet, written chunk by chunk beside its place and put there when all went well."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def __enter__(self) -> _AttemptsFile:
        if self.path:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._draft = self.path.with_name(f".{self.path.name}.{os.getpid()}.partial")
            self._writer = pq.ParquetWriter(self._draft, _ATTEMPTS)
        return self

    def write(self, rows: list[dict[str, Any]]) -> None:
        if self.path and rows:
            self._writer.write_table(pa.Table.from_pylist(rows, schema=_ATTEMPTS))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if not self.path:
            return
        self._writer.close()
        if kind is None:
            self._draft.replace(self.path)
        else:
            self._draft.unlink(missing_ok=True)
