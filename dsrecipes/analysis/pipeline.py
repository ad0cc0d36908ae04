"""Trajectory files -> attempts.parquet, problems.parquet, calibration.json, settings.json."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import closing, nullcontext
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

import dsrecipes
from dsrecipes.analysis.calibration import Calibration, calibrate_all
from dsrecipes.analysis.chunk_analysis import ChunkAnalysis, ChunkAnalyzer
from dsrecipes.analysis.chunks import Chunk, Progress, check_paths, read_chunks
from dsrecipes.analysis.decomposition import Decomposition, compare
from dsrecipes.analysis.duplicates import SeenKeys
from dsrecipes.analysis.fingerprint import fingerprint
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.tally import Tally, to_table
from dsrecipes.analysis.trajectories import ReadLog
from dsrecipes.analysis.workers import map_in_order, usable_cpus
from dsrecipes.analysis.writing import AnalysisFolder
from dsrecipes.errors import UserError
from dsrecipes.files import sha256

_SMALL = 8 << 20  # bytes of JSON: read before other processes would have started
_GZIP_RATIO = 4  # about: bytes of JSON in a byte of gzip or Parquet
_MOST_WORKERS = 16  # one process reads for them and writes what they found; more would wait for it


@dataclass(frozen=True)
class AnalysisResult:
    """What was read, and the calibration of each model and size; `tallies` are the counts behind it, `comparisons` the
    gap between the two models that were to be compared (decomposition.compare)."""

    calibrations: list[Calibration]
    tallies: list[Tally]
    comparisons: list[Decomposition]
    log: ReadLog
    n_attempts: int
    files: tuple[Path, ...] = ()

    @property
    def n_reader_disagrees(self) -> int:
        """Finished trajectories whose last attempt's candidate is not the answer that the reward function reads."""
        return sum(calibration.n_reader_disagrees for calibration in self.calibrations)

    def to_json(self) -> list[dict[str, object]]:
        """The content of calibration.json."""
        return [calibration.to_json() for calibration in self.calibrations]


def analyze_files(
    paths: Iterable[Path],
    out: Path | None = None,
    settings: Settings | None = None,
    *,
    strict: bool = False,
    models: tuple[str, str] | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> AnalysisResult:
    """Analyses trajectory files; with `out`, writes the files of an analysis there, all or none (writing.py). With
    `models`, compares these two.

    `workers` is the number of processes that read responses: by default one a CPU, and none besides this one for small
    files. The result and the files do not depend on it. Bad records are counted in the result's log. `progress` is told
    the bytes read so far, and in all.

    Raises UserError for a file that cannot be opened, if no record is good, with `strict` if any is bad, and for models
    that cannot be compared, before anything is written; JobFailed if the analyzer fails or a process dies.
    """
    if models and models[0] == models[1]:
        raise UserError("a model has no gap to itself", where=f"{models[0]!r} twice", hint="Name two models.")
    paths = check_paths(paths)
    settings = settings or Settings()
    make = partial(ChunkAnalyzer, settings, columns=out is not None)
    total = _Total(make())
    chunks = read_chunks(paths, progress)
    with AnalysisFolder(out) if out else nullcontext() as folder:
        with closing(map_in_order(make, chunks, workers or _workers_for(paths))) as analyses:
            for chunk, analysis in analyses:
                analysis = total.add(chunk, analysis)
                if folder and analysis.attempts:
                    folder.add_attempts(analysis.attempts)
        log = total.log
        refuse(paths, log, strict=strict)
        tallies = list(total.tallies.values())
        comparisons = _compared(tallies, models, settings, log) if models else []
        result = AnalysisResult(calibrate_all(tallies, settings), tallies, comparisons, log, total.n_attempts)
        if not folder:
            return result
        files = folder.finish(
            problems=to_table(tallies),
            calibration=_to_text(result.to_json()),
            settings=_to_text(_account(paths, settings, result)),
        )
    return replace(result, files=files)


class _Total:
    """Adds up the analyses of chunks, in order."""

    def __init__(self, analyzer: ChunkAnalyzer) -> None:
        self._analyzer = analyzer
        self._seen = SeenKeys()
        self.log = ReadLog()
        self.tallies: dict[tuple[str, str], Tally] = {}
        self.n_attempts = 0

    def add(self, chunk: Chunk, analysis: ChunkAnalysis) -> ChunkAnalysis:
        """Adds a chunk's analysis, without the trajectories that came before; returns it without them."""
        repeated = self._seen.add(analysis.keys)
        if repeated:
            analysis = self._analyzer(chunk, frozenset(repeated))
        self.log.merge(analysis.log)
        self.n_attempts += analysis.n_attempts
        for tally in analysis.tallies:
            self.tallies.setdefault((tally.model, tally.size), Tally(tally.model, tally.size)).merge(tally)
        return analysis


def _workers_for(paths: list[Path]) -> int:
    size = sum(path.stat().st_size * (1 if path.suffix == ".jsonl" else _GZIP_RATIO) for path in paths)
    return 1 if size < _SMALL else min(usable_cpus(), _MOST_WORKERS)


def refuse(paths: list[Path], log: ReadLog, *, strict: bool = False) -> None:
    """Raises UserError, which names the first bad records, if no record is good or, with `strict`, if any is bad."""
    if log.n_good and not (strict and log.n_bad):
        return
    what = f"{log.n_bad} bad records" if log.n_good else f"no trajectory among {log.n_bad} records"
    raise UserError("\n".join([f"{what}; nothing was written:", *log.told()]), where=", ".join(map(str, paths)))


def _compared(tallies: list[Tally], models: tuple[str, str], settings: Settings, log: ReadLog) -> list[Decomposition]:
    """The two models compared. Why they cannot be is told with the bad records: a model may have no others."""
    try:
        return compare(tallies, *models, settings)
    except UserError as error:
        hint = "\n  ".join([*([error.hint] if error.hint else []), *log.left_out()])
        raise UserError(f"{error.what}; nothing was written", where=error.where, hint=hint or None) from error


def _account(paths: list[Path], settings: Settings, result: AnalysisResult) -> dict[str, object]:
    """The content of settings.json: all that the numbers depend on."""
    files = [{"path": str(path), "size": path.stat().st_size, "sha256": sha256(path, digits=64)} for path in paths]
    return {
        "settings": asdict(settings),
        "reader": fingerprint(),
        "dsrecipes": dsrecipes.__version__,
        "files": files,
        "n_good": result.log.n_good,
        "n_bad": result.log.n_bad,
        "n_attempts": result.n_attempts,
    }


def _to_text(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
