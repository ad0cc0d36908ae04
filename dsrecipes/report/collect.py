"""Run folders -> run records. Reads what is there, half-written or damaged as it may be, and says what it could not."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

import pyarrow.parquet as pq
import yaml

from dsrecipes.analysis.folder import CALIBRATION_FILE, PROBLEMS_FILE, SETTINGS_FILE
from dsrecipes.analysis.tally import from_table
from dsrecipes.errors import UserError
from dsrecipes.report.measured import Measured, from_calibration, from_tally
from dsrecipes.runs.find import find_runs
from dsrecipes.runs.manifest import Manifest

_TRAJECTORIES = "trajectories.jsonl.gz"
_T = TypeVar("_T")
_NAMED = 3  # metrics; of more it is said how many


@dataclass(frozen=True)
class Metric:
    """A logged step: `data` are the numbers that the backend logged, by the backend's own names; NaN and infinite ones
    too, by which a training that diverged is known."""

    step: int
    data: dict[str, float]


@dataclass(frozen=True)
class RunRecord:
    """One run as its folder (relative to the folder of runs) tells it.

    `resolved` is recipe.yaml (empty: it cannot be read), `measured` what its analysis found by size (None: no
    analysis), `account` how that was made (settings.json; empty: unknown), `damaged` the files that could not be read,
    `problems` what of it is to be told.
    """

    folder: str
    manifest: Manifest
    resolved: dict[str, Any]
    metrics: tuple[Metric, ...]
    measured: dict[str, Measured] | None
    account: Mapping[str, Any] = field(default_factory=dict)
    damaged: tuple[str, ...] = ()
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
    def reader(self) -> str:
        """Which version of the reader analysed it (analysis/fingerprint.py); empty where unknown."""
        return str(self.account.get("reader", ""))

    @property
    def made(self) -> str:
        """When its training ended, or, where nothing is trained, its evaluation (ISO 8601, UTC); empty where neither
        has. Trajectories that are read anew make no newer run of it."""
        ended = {stage.name: stage.finished or "" for stage in self.manifest.stages}
        return ended.get("train", ended.get("evaluate", ""))

    @property
    def seconds(self) -> float:
        """Wall time of all stages."""
        return sum(stage.seconds for stage in self.manifest.stages)

    @property
    def usable(self) -> bool:
        """Whether its numbers stand for its arm: done, with an analysis and a recipe that can be read."""
        return not self.why_unusable

    @property
    def why_unusable(self) -> str:
        """`running (stage train)`, `analysis missing`, `recipe unreadable`; empty where it is usable."""
        if self.manifest.state != "done" and not self.analysed_before:
            stage = next((stage.name for stage in self.manifest.stages if stage.state not in ("done", "pending")), None)
            return f"{self.manifest.state} (stage {stage})" if stage else self.manifest.state
        if self.measured is None:
            unreadable = any(name.startswith("analysis/") for name in self.damaged)
            return "analysis unreadable" if unreadable else "analysis missing"
        return "" if self.resolved else "recipe unreadable"

    @property
    def analysed_before(self) -> bool:
        """Whether it is being read anew, or that has failed, and its former analysis stands: of these very
        trajectories, all of which could be read."""
        others = [stage.state for stage in self.manifest.stages if stage.name != "analyse"]
        read = [str(_dict(file).get("sha256")) for file in _list(self.account.get("files"))]
        now = self.manifest.hashes.get(_TRAJECTORIES)
        return (
            self.manifest.state != "done"
            and self.measured is not None
            and bool(others)
            and all(state == "done" for state in others)
            and self.account.get("n_bad") == 0
            and now is not None
            and bool(read)
            and all(digits.startswith(now) for digits in read)
        )


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
    for folder, manifest in find_runs(runs_dir, skip=skip):
        name = folder.relative_to(runs_dir).as_posix()
        if isinstance(manifest, str):
            collection.broken.append(BrokenRun(name, manifest))
        else:
            collection.runs.append(_read_run(folder, name, manifest))
    return collection


# What of a recipe does not shape what a run measures, besides the seed.
_WORDS = ("seed", "provenance", "replicates")


def recipe_key(manifest: Manifest, resolved: Mapping[str, Any]) -> str:
    """Tells a recipe from others, whatever its seed and its words: runs with one key are seeds of one experiment.

    Raises TypeError or ValueError for what no recipe holds: keys that are no text, a value that contains itself.
    """
    values = {key: value for key, value in resolved.items() if key not in _WORDS}
    return json.dumps([manifest.recipe, manifest.version, values], sort_keys=True, default=str)


def _read_run(folder: Path, name: str, manifest: Manifest) -> RunRecord:
    problems: list[str] = []
    damaged: list[str] = []

    def read(path: str, reader: Callable[[Path], _T]) -> _T | None:
        """None where there is no such file or it cannot be read, which is told."""
        try:
            return reader(folder / path)
        except FileNotFoundError:
            return None
        except Exception as error:  # whatever a damaged file leads to: the other runs are to be reported
            damaged.append(path)
            first = (str(error).splitlines() or [""])[0]
            kind = "" if isinstance(error, OSError | ValueError | UserError) else f"{type(error).__name__}: "
            problems.append(f"{path} cannot be read: {kind}{first}")
            return None

    resolved = read("recipe.yaml", lambda path: _recipe(path, manifest))
    if resolved is None and "recipe.yaml" not in damaged:
        problems.append("recipe.yaml is missing")
    metrics = read("metrics.jsonl", lambda path: _metrics(path, problems))
    # Where there are no counts by problem, or they cannot be read, an older analysis' sums.
    measured = read(f"analysis/{PROBLEMS_FILE}", _by_problem)
    if measured is None:
        measured = read(f"analysis/{CALIBRATION_FILE}", _calibration)
    record = RunRecord(
        folder=name,
        manifest=manifest,
        resolved=resolved or {},
        metrics=metrics or (),
        measured=measured,
        account=read(f"analysis/{SETTINGS_FILE}", _account) or {},
        damaged=tuple(damaged),
    )
    if record.analysed_before:
        problems.append(f"its trajectories were being read anew ({manifest.state}): its former analysis is shown")
    return replace(record, problems=tuple(problems))


def _recipe(path: Path, manifest: Manifest) -> dict[str, Any]:
    found = yaml.safe_load(path.read_text("utf-8"))
    if not isinstance(found, dict) or not found:
        raise ValueError("it holds no keys with values")
    recipe_key(manifest, found)
    return found


def _metrics(path: Path, problems: list[str]) -> tuple[Metric, ...]:
    """The steps in order; one that was logged again, after an interruption, counts once, as logged last."""
    by_step: dict[int, dict[str, float]] = {}
    bad = 0
    lines = path.read_text("utf-8", errors="replace").splitlines()
    for line in filter(str.strip, lines):
        try:
            record = json.loads(line)
            step, data = int(record["step"]), record["data"]
            numbers = {name: float(value) for name, value in data.items() if _is_number(value)}
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            bad += 1
            continue
        by_step.setdefault(step, {}).update(numbers)
    if bad:
        problems.append(f"metrics.jsonl: {bad} of its {len(lines)} lines cannot be read")
    found = tuple(Metric(step, by_step[step]) for step in sorted(by_step))
    if strange := _not_finite(found):
        problems.append(f"metrics.jsonl: not finite are {strange}")
    return found


def _not_finite(metrics: tuple[Metric, ...]) -> str:
    """`loss at 20 of 40 steps, first at 21`, of the first metrics that are; empty where all numbers are finite."""
    steps: dict[str, list[int]] = {}
    for metric in metrics:
        for name, value in metric.data.items():
            if not isfinite(value):
                steps.setdefault(name, []).append(metric.step)
    logged = Counter(name for metric in metrics for name in metric.data)
    told = [f"{name} at {len(at)} of {logged[name]} steps, first at {at[0]}" for name, at in sorted(steps.items())]
    return "; ".join(told[:_NAMED]) + (f"; and {len(told) - _NAMED} more metrics" if len(told) > _NAMED else "")


def _by_problem(path: Path) -> dict[str, Measured]:
    tallies = from_table(pq.read_table(path))
    _check_one_model([tally.model for tally in tallies])
    return {tally.size: from_tally(tally) for tally in tallies}


def _calibration(path: Path) -> dict[str, Measured]:
    entries = json.loads(path.read_text("utf-8"))
    if not isinstance(entries, list):
        raise ValueError("it holds no list of sizes")
    _check_one_model([str(entry.get("model")) for entry in entries])
    sizes = Counter(str(entry["size"]) for entry in entries)
    if twice := [size for size, times in sizes.items() if times > 1]:
        raise ValueError(f"it holds a size more than once: {', '.join(twice)}")
    return {str(entry["size"]): from_calibration(entry) for entry in entries}


def _check_one_model(models: list[str]) -> None:
    if len(set(models)) > 1:
        raise ValueError(f"it holds several models, a run has one: {', '.join(dict.fromkeys(models))}")


def _account(path: Path) -> dict[str, Any]:
    return _dict(json.loads(path.read_text("utf-8")))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _strings(value: object) -> list[str]:
    return list(map(str, _list(value)))
