"""Runs -> arms: the models of Table 1, each with the runs that stand for it and its results by size.

For each arm and seed the newest finished run counts. Seeds are pooled (counts added) where all else in their recipes is
the same; the newest run decides which recipe that is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dsrecipes.analysis.calibration import Interval, Rate, predicted_accuracy, size_order
from dsrecipes.report.collect import RunRecord

LABELS = {
    "base": "Base",
    "sft-no-reflection": "SFT (no reflection)",
    "sft-reflection": "SFT (reflection)",
    "rl": "RL",
}
NOT_RUN = "not run"


@dataclass(frozen=True)
class SizeResult:
    """An arm at one size, over the seeds pooled. `predicted` has an interval only where one seed was run."""

    size: str
    accuracy: Rate
    p: Rate
    p_sc: Rate
    p_rw: Rate
    predicted: float | None
    predicted_interval: Interval | None
    n_truncated: int
    n_without_candidate: int
    n_reader_disagrees: int


@dataclass(frozen=True)
class Arm:
    """One row of Table 1. `runs` are those pooled (one a seed), `results` their pooled results by size.

    `why` says why there are no results, `notes` which runs were left out and why.
    """

    name: str
    label: str
    runs: tuple[RunRecord, ...]
    results: dict[str, SizeResult]
    why: str = NOT_RUN
    notes: tuple[str, ...] = ()

    @property
    def seeds(self) -> list[int]:
        return [run.seed for run in self.runs]


@dataclass(frozen=True)
class Scale:
    """All arms at one scale, the sizes that any was tested on, and those that are in distribution (`trained_sizes`)."""

    name: str
    sizes: tuple[str, ...]
    trained_sizes: tuple[str, ...]
    arms: tuple[Arm, ...]

    def pooled(self, arm: Arm, *, in_distribution: bool) -> Rate | None:
        """The accuracy over the problems of all in-distribution (or all other) sizes; None where one is missing."""
        sizes = [size for size in self.sizes if (size in self.trained_sizes) == in_distribution]
        if not sizes or any(size not in arm.results for size in sizes):
            return None
        return _sum(arm.results[size].accuracy for size in sizes)


def scales(runs: Iterable[RunRecord]) -> list[Scale]:
    """The scales in which anything was run: tiny, then paper, then others."""
    by_scale: dict[str, list[RunRecord]] = {}
    for run in runs:
        by_scale.setdefault(run.manifest.scale, []).append(run)
    known = ["tiny", "paper"]
    order = sorted(by_scale, key=lambda name: (known.index(name) if name in known else len(known), name))
    return [_scale(name, by_scale[name]) for name in order]


def _scale(name: str, runs: list[RunRecord]) -> Scale:
    by_arm: dict[str, list[RunRecord]] = {arm: [] for arm in LABELS}
    for run in runs:
        by_arm.setdefault(run.manifest.arm, []).append(run)
    arms = tuple(_arm(arm, by_arm[arm]) for arm in by_arm)
    tested = {size for run in runs for size in run.test_sizes} | {size for arm in arms for size in arm.results}
    trained = {size for run in runs for size in run.train_sizes}
    return Scale(
        name,
        tuple(sorted(tested, key=size_order)),
        tuple(sorted(trained, key=size_order)),
        arms,
    )


def _newest_last(run: RunRecord) -> tuple[str, str]:
    return run.finished, run.manifest.run_id


def _recipe_but_seed(run: RunRecord) -> str:
    """Two runs are seeds of one experiment if this is the same."""
    rest = {key: value for key, value in run.resolved.items() if key != "seed"}
    return json.dumps([run.manifest.recipe, run.manifest.version, rest], sort_keys=True, default=str)


def _arm(name: str, runs: list[RunRecord]) -> Arm:
    label = LABELS.get(name, name)
    if not runs:
        return Arm(name, label, (), {})
    usable = sorted((run for run in runs if run.usable), key=_newest_last)
    if not usable:
        newest = max(runs, key=_newest_last)
        return Arm(name, label, (), {}, why=newest.why_unusable)
    newest = usable[-1]
    by_seed: dict[int, RunRecord] = {}
    other_recipe = []
    for run in usable:
        if _recipe_but_seed(run) == _recipe_but_seed(newest):
            by_seed[run.seed] = run
        else:
            other_recipe.append(run)
    chosen = tuple(by_seed[seed] for seed in sorted(by_seed))
    notes = [f"`{run.folder}`: left out, its recipe differs from that of the newest run" for run in other_recipe]
    for run in runs:
        if not run.usable:
            notes.append(f"`{run.folder}`: left out, {run.why_unusable}")
        elif run not in chosen and run not in other_recipe:
            notes.append(f"`{run.folder}`: left out, a newer run has its seed")
    return Arm(name, label, chosen, _results(chosen), why="", notes=tuple(sorted(notes)))


def _results(runs: tuple[RunRecord, ...]) -> dict[str, SizeResult]:
    by_size: dict[str, list[dict[str, Any]]] = {}
    for run in runs:
        for entry in run.calibration or ():
            by_size.setdefault(entry["size"], []).append(entry)
    return {size: _pool(size, by_size[size]) for size in sorted(by_size, key=size_order)}


def _pool(size: str, entries: list[dict[str, Any]]) -> SizeResult:
    p = _sum(_rate(entry, "p", "n_first") for entry in entries)
    p_sc = _sum(_rate(entry, "p_sc", "n_correct_attempts") for entry in entries)
    p_rw = _sum(_rate(entry, "p_rw", "n_wrong_attempts") for entry in entries)
    interval = entries[0].get("predicted_accuracy_ci") if len(entries) == 1 else None
    return SizeResult(
        size=size,
        accuracy=_sum(_rate(entry, "accuracy", "n") for entry in entries),
        p=p,
        p_sc=p_sc,
        p_rw=p_rw,
        predicted=predicted_accuracy(p.value, p_sc.value, p_rw.value),
        predicted_interval=(float(interval[0]), float(interval[1])) if interval else None,
        n_truncated=sum(int(entry.get("n_truncated") or 0) for entry in entries),
        n_without_candidate=sum(int(entry.get("n_without_candidate") or 0) for entry in entries),
        n_reader_disagrees=sum(int(entry.get("n_reader_disagrees") or 0) for entry in entries),
    )


def _rate(entry: dict[str, Any], name: str, denominator: str) -> Rate:
    """The counts behind a rate of calibration.json."""
    n = int(entry.get(denominator) or 0)
    return Rate(round((entry.get(name) or 0.0) * n), n)


def _sum(rates: Iterable[Rate]) -> Rate:
    rates = list(rates)
    return Rate(sum(rate.successes for rate in rates), sum(rate.n for rate in rates))
