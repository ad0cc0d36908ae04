"""Run folders -> run records. Reads what is there, half-written or damaged as it may be, and says what it could not."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import yaml
from pydantic import ValidationError

from dsrecipes.analysis.folder import CALIBRATION_FILE, PROBLEMS_FILE, SETTINGS_FILE
from dsrecipes.analysis.tally import from_table
from dsrecipes.errors import UserError
from dsrecipes.report.measured import Measured, from_calibration, from_tally
from dsrecipes.runs.manifest import Manifest

_DEPTH = 3  # runs/<recipe>/<run id>, and one folder more: runs kept in groups
_SIGNS_OF_A_RUN = ("manifest.json", "recipe.yaml", "metrics.jsonl", "trajectories.jsonl.gz")


@dataclass(frozen=True)
class Metric:
    """A logged step: `data` are the numbers that the backend logged, by the backend's own names."""

    step: int
    data: dict[str, float]


@dataclass(frozen=True)
class RunRecord:
    """One run as its folder (relative to the folder of runs) tells it.

    `resolved` is recipe.yaml, `measured` what its analysis found by size (None: no analysis), `reader` which version of
    the reader analysed it (analysis/fingerprint.py; empty: unknown), `problems` what could not be read.
    """

    folder: str
    manifest: Manifest
    resolved: dict[str, Any]
    metrics: tuple[Metric, ...]
    measured: dict[str, Measured] | None
    reader: str = ""
    problems: tuple[str, ...] = ()

    @property
    def seed(self) -> int:
        return self.manifest.seed

    @property
    def kind(self) -> str:
        return self.manifest.kind

    @property
    def model(self) -> str:
        """What tells the trained model from any other: the hashes of its weights; empty where nothing was trained."""
        hashes = self.manifest.hashes
        return " ".join(hashes[name] for name in sorted(hashes) if "/" not in name and name.endswith(".safetensors"))

    @property
    def test_sizes(self) -> list[str]:
        return _strings(self.value("data.test.sizes"))

    @property
    def train_sizes(self) -> list[str]:
        return _strings(self.value("data.train.sizes"))

    @property
    def sources(self) -> dict[str, str]:
        """Dotted key -> where the recipe's value comes from: `paper: …`, `assumed: …`, `ours: …`."""
        return {str(key): str(source) for key, source in _dict(self.resolved.get("provenance")).items()}

    def value(self, dotted_key: str) -> object:
        """A value of the resolved recipe, None where there is none."""
        value: object = self.resolved
        for part in dotted_key.split("."):
            value = _dict(value).get(part)
        return value

    @property
    def finished(self) -> str:
        """When its last stage ended (ISO 8601, UTC); empty where none has."""
        return max((stage.finished or "" for stage in self.manifest.stages), default="")

    @property
    def seconds(self) -> float:
        """Wall time of all stages."""
        return sum(stage.seconds for stage in self.manifest.stages)

    @property
    def usable(self) -> bool:
        """Whether its numbers stand for its arm: done, with an analysis."""
        return self.manifest.state == "done" and self.measured is not None

    @property
    def why_unusable(self) -> str:
        """`running (stage train)`, `failed (stage evaluate)`, `analysis missing`."""
        if self.manifest.state == "done":
            return "analysis unreadable" if self.problems else "analysis missing"
        stage = next((stage.name for stage in self.manifest.stages if stage.state not in ("done", "pending")), None)
        return f"{self.manifest.state} (stage {stage})" if stage else self.manifest.state


@dataclass(frozen=True)
class BrokenRun:
    """A folder that looks like a run and has no readable manifest."""

    folder: str
    what: str


@dataclass
class Collection:
    """All that lies under a folder of runs."""

    runs: list[RunRecord] = field(default_factory=list)
    broken: list[BrokenRun] = field(default_factory=list)


def collect(runs_dir: Path, *, skip: Path | None = None) -> Collection:
    """Every run under `runs_dir` but those under `skip` (the report's own folder), by folder name.

    A folder that does not exist has no runs.
    """
    collection = Collection()
    for folder in _run_folders(runs_dir, skip):
        name = folder.relative_to(runs_dir).as_posix()
        try:
            manifest = Manifest.read(folder / "manifest.json")
        except FileNotFoundError:
            collection.broken.append(BrokenRun(name, "manifest.json is missing"))
        except ValidationError as error:
            collection.broken.append(BrokenRun(name, f"manifest.json cannot be read: {_first_error(error)}"))
        except (OSError, UnicodeDecodeError) as error:
            collection.broken.append(BrokenRun(name, f"manifest.json cannot be read: {error}"))
        else:
            collection.runs.append(_read_run(folder, name, manifest))
    return collection


def _run_folders(runs_dir: Path, skip: Path | None) -> list[Path]:
    found: list[Path] = []
    for root, folders, files in os.walk(runs_dir):
        here = Path(root)
        folders.sort()
        folders[:] = [name for name in folders if not name.startswith(".") and (skip is None or here / name != skip)]
        if here != runs_dir and any(sign in files for sign in _SIGNS_OF_A_RUN):
            found.append(here)
            folders.clear()
        elif len(here.relative_to(runs_dir).parts) >= _DEPTH:
            folders.clear()
    return found


def _first_error(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"]))
    return f"{where}: {first['msg']}" if where else first["msg"]


def _read_run(folder: Path, name: str, manifest: Manifest) -> RunRecord:
    problems: list[str] = []
    return RunRecord(
        folder=name,
        manifest=manifest,
        resolved=_recipe(folder / "recipe.yaml", problems),
        metrics=_metrics(folder / "metrics.jsonl", problems),
        measured=_measured(folder / "analysis", problems),
        reader=_reader(folder / "analysis" / SETTINGS_FILE),
        problems=tuple(problems),
    )


def _recipe(path: Path, problems: list[str]) -> dict[str, Any]:
    try:
        return _dict(yaml.safe_load(path.read_text("utf-8")))
    except FileNotFoundError:
        problems.append("recipe.yaml is missing")
    except (OSError, ValueError, yaml.YAMLError) as error:
        problems.append(f"recipe.yaml cannot be read: {str(error).splitlines()[0]}")
    return {}


def _metrics(path: Path, problems: list[str]) -> tuple[Metric, ...]:
    """The steps in order; one that was logged again, after an interruption, counts once, as logged last."""
    if not path.exists():
        return ()
    by_step: dict[int, dict[str, float]] = {}
    bad = 0
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError as error:
        problems.append(f"metrics.jsonl cannot be read: {error}")
        return ()
    for line in filter(str.strip, lines):
        try:
            record = json.loads(line)
            step, data = int(record["step"]), record["data"]
            numbers = {name: float(value) for name, value in data.items() if _is_number(value)}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            bad += 1
            continue
        by_step.setdefault(step, {}).update(numbers)
    if bad:
        problems.append(f"metrics.jsonl: {bad} of its {len(lines)} lines cannot be read")
    return tuple(Metric(step, by_step[step]) for step in sorted(by_step))


def _measured(folder: Path, problems: list[str]) -> dict[str, Measured] | None:
    """From the counts by problem; from calibration.json where there are none, or they cannot be read."""
    by_problem = _by_problem(folder / PROBLEMS_FILE, problems)
    return by_problem if by_problem is not None else _calibration(folder / CALIBRATION_FILE, problems)


def _by_problem(path: Path, problems: list[str]) -> dict[str, Measured] | None:
    if not path.exists():
        return None
    try:
        return {tally.size: from_tally(tally) for tally in from_table(pq.read_table(path))}
    except (OSError, ValueError, pa.ArrowException, UserError) as error:
        problems.append(f"analysis/{path.name} cannot be read: {str(error).splitlines()[0]}")
        return None


def _calibration(path: Path, problems: list[str]) -> dict[str, Measured] | None:
    if not path.exists():
        return None
    try:
        return {str(entry["size"]): from_calibration(entry) for entry in json.loads(path.read_text("utf-8"))}
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        problems.append(f"analysis/{path.name} cannot be read: {type(error).__name__}: {error}")
        return None


def _reader(path: Path) -> str:
    try:
        return str(json.loads(path.read_text("utf-8"))["reader"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""


def _is_number(value: object) -> bool:
    """Whether a value is a finite number."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < float("inf")


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
