"""Trajectories made elsewhere, given as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dsrecipes.analysis.pipeline import analyze_files
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.tally import Tally
from dsrecipes.files import sha256

_TOLD = 10  # bad records named in the report


@dataclass(frozen=True)
class GivenFile:
    """A file as it was read: its name as given, its size in bytes, the first digits of its SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Given:
    """What files of trajectories hold, by model and size; `problems` are the records that were left out."""

    files: tuple[GivenFile, ...]
    tallies: tuple[Tally, ...]
    problems: tuple[str, ...]


def read_files(paths: Sequence[Path], settings: Settings) -> Given:
    """Reads them all. Raises UserError for one that cannot be opened, or if none holds a trajectory."""
    result = analyze_files(paths, settings=settings)
    problems = [f"left out: {problem}" for problem in result.log.problems[:_TOLD]]
    if result.log.n_bad > len(problems):
        problems.append(f"left out: {result.log.n_bad - len(problems)} more bad records")
    files = tuple(GivenFile(str(path), path.stat().st_size, sha256(path)) for path in paths)
    return Given(files, tuple(result.tallies), tuple(problems))
