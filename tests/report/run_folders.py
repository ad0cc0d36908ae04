"""Writes run folders as `launch` leaves them, with made-up answers, for the tests of the report."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import yaml

from dsrecipes.analysis.attempts import Attempt, Decision
from dsrecipes.analysis.fingerprint import fingerprint
from dsrecipes.analysis.tally import Tally, count, to_table

TINY_SIZES = ["1x2", "2x2", "2x3", "3x3"]
PAPER_SIZES = ["3x3", "3x4", "4x4", "4x5", "5x5", "5x6", "6x6"]

Answers = Sequence[str] | Sequence[Sequence[str]]
"""What a model wrote to each problem: `R` a right attempt that it kept, `WR` a wrong one, dropped by a reflection, then
a right one, and so on; `-` cut at the token limit. A problem with several responses has a list of them."""


@dataclass(frozen=True)
class _Response:
    truncated: bool
    tokens: int = 40


def tally_of(model: str, size: str, answers: Answers) -> Tally:
    """The counts by problem; problem i of size 3x4 has the operands (i, 34), so that no two sizes share one."""
    tally = Tally(model, size)
    for number, responses in enumerate(answers):
        for response in [responses] if isinstance(responses, str) else responses:
            attempts = [] if response == "-" else _attempts(response)
            right = bool(attempts) and attempts[-1].correct
            read = _Response(truncated=response == "-")
            tally.add((number, int(size.replace("x", ""))), count(read, attempts, right=right, reader_disagrees=False))  # type: ignore[arg-type]
    return tally


def _attempts(response: str) -> list[Attempt]:
    last = len(response) - 1
    return [
        Attempt(
            index=index,
            candidate="1" if letter == "R" else f"2{index}",
            correct=letter == "R",
            decision=Decision.RESAMPLE if index < last else Decision.STOP,
            marker="recompute" if index < last else None,
            marker_start=None,
            marker_end=None,
            start=0,
            end=1,
        )
        for index, letter in enumerate(response)
    ]


def answers(n: int, *, right: int = 0, repaired: int = 0, dropped: int = 0) -> list[str]:
    """One answer to each of n problems: right at once, wrong and then right, wrong twice, and for the others wrong."""
    return ["R"] * right + ["WR"] * repaired + ["WW"] * dropped + ["W"] * (n - right - repaired - dropped)


def entry(size: str, k: int, n: int, *, p: tuple[int, int] | None = None, p_sc: tuple[int, int] | None = None,
          p_rw: tuple[int, int] | None = None) -> dict[str, Any]:  # fmt: skip
    """One object of the calibration.json of an older analysis, from counts (successes, denominator)."""
    p, p_sc, p_rw = p or (k, n), p_sc or (k, k), p_rw or (0, n - k)

    def rate(counts: tuple[int, int]) -> float | None:
        return counts[0] / counts[1] if counts[1] else None

    return {
        "model": "m", "size": size, "n": n, "n_truncated": 0, "accuracy": rate((k, n)), "accuracy_ci": [0.0, 1.0],
        "p": rate(p), "p_sc": rate(p_sc), "p_rw": rate(p_rw), "n_first": p[1], "n_correct_attempts": p_sc[1],
        "n_wrong_attempts": p_rw[1], "predicted_accuracy": rate((k, n)), "predicted_accuracy_ci": [0.25, 0.75],
        "n_without_candidate": 0, "n_reader_disagrees": 0,
    }  # fmt: skip


def reward_curve(n_steps: int, start: float, end: float) -> list[dict[str, Any]]:
    """VeRL's metrics: the mean reward goes from start to end in a straight line."""
    lines = []
    for step in range(1, n_steps + 1):
        share = (step - 1) / max(1, n_steps - 1)
        lines.append({"step": step, "data": {
            "critic/rewards/mean": start + (end - start) * share + (0.03 * math.sin(step * 2.3) if n_steps > 20 else 0),
            "response_length/mean": 120 + 40 * share, "actor/kl_loss": 0.002 * share,
            "actor/entropy": 0.5 - 0.3 * share, "actor/loss": 0.02 - 0.01 * share,
            "actor/grad_norm": 1.0}})  # fmt: skip
    return lines


def loss_curve(n_steps: int) -> list[dict[str, Any]]:
    return [{"step": s, "data": {"loss": 2 / s + 0.1, "lr": 1e-4, "epoch": s / 10}} for s in range(1, n_steps + 1)]


def write_run(
    runs: Path, arm: str, *, run_id: str = "run-1", state: str = "done", seed: int = 0, scale: str = "tiny",
    sizes: list[str] | None = None, trained: list[str] | None = None, problems: dict[str, Answers] | None = None,
    calibration: list[dict[str, Any]] | None = None, metrics: list[dict[str, Any]] | None = None,
    finished: str = "2026-01-01T00:10:00Z", version: int = 1, recipe_changes: dict[str, Any] | None = None,
    solutions: dict[str, Any] | None = None, model: str | None = None, reader: str | None = None,
) -> Path:  # fmt: skip
    """A run's folder; with `problems` (size -> answers) analysed as now, with `calibration` as by an older version."""
    recipe = f"{scale}-{arm}"
    folder = runs / recipe / run_id
    (folder / "analysis").mkdir(parents=True)
    kind = "eval" if arm == "base" else "rl" if arm.startswith("rl") else "sft"
    manifest = {
        "recipe": recipe, "version": version, "run_id": run_id, "kind": kind, "arm": arm, "seed": seed, "scale": scale,
        "recipe_hash": f"hash-{arm}-{seed}", "state": state,
        "stages": [
            {"name": "train", "state": "done", "finished": finished, "seconds": 95.0},
            {"name": "evaluate", "state": state, "finished": finished if state == "done" else None, "seconds": 30.0},
        ],
        "hashes": {"problems.jsonl": "71bbfe5b5ebcc0b4"} | ({"model.safetensors": model} if model else {}),
        "machine": {"cpus": 2, "memory_gib": 8}, "versions": {"dsrecipes": "0.1.0", "verl": "0.9.1"},
    }  # fmt: skip
    resolved = {
        "name": recipe, "version": version, "kind": kind, "arm": arm, "scale": scale, "seed": seed,
        "data": {
            "train": {"sizes": trained or ["1x2", "2x2"], "examples": 100},
            "test": {"sizes": sizes or TINY_SIZES, "examples_per_size": 100},
        },
        "training": {"learning_rate": 1e-6, **({"solutions": solutions} if solutions else {})},
        "provenance": {
            "training.learning_rate": "assumed: lost from the text",
            "data.train.sizes": "paper: Appendix E",
        },
        **(recipe_changes or {}),
    }  # fmt: skip
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / "recipe.yaml").write_text(yaml.safe_dump(resolved))
    if problems is not None:
        tallies = [tally_of(recipe, size, given) for size, given in problems.items()]
        pq.write_table(to_table(tallies), folder / "analysis" / "problems.parquet")
    if problems is not None or calibration is not None:
        (folder / "analysis" / "settings.json").write_text(json.dumps({"reader": reader or fingerprint()}))
    if calibration is not None:
        (folder / "analysis" / "calibration.json").write_text(json.dumps(calibration))
    if metrics is not None:
        (folder / "metrics.jsonl").write_text("".join(json.dumps(line) + "\n" for line in metrics))
    return folder


def write_tiny_runs(runs: Path) -> None:
    """The four tiny arms, all done: RL checks itself, SFT (reflection) only in distribution."""
    write_run(runs, "base", problems={
        "1x2": answers(100, right=38, repaired=2), "2x2": answers(100, right=19, repaired=1),
        "2x3": answers(100, right=4), "3x3": answers(100)})  # fmt: skip
    write_run(runs, "sft-no-reflection", metrics=loss_curve(60), problems={
        "1x2": answers(100, right=80), "2x2": answers(100, right=60), "2x3": answers(100, right=8),
        "3x3": answers(100, right=1)},
        solutions={"reflection_share": 0.0, "error_rate": 0.5, "max_attempts": 2})  # fmt: skip
    write_run(runs, "sft-reflection", metrics=loss_curve(60), problems={
        "1x2": answers(100, right=80, repaired=15), "2x2": answers(100, right=60, repaired=25),
        "2x3": answers(100, right=10), "3x3": answers(100, right=1)},
        solutions={"reflection_share": 1.0, "error_rate": 0.5, "max_attempts": 2})  # fmt: skip
    write_run(runs, "rl", metrics=reward_curve(60, 0.30, 0.70), problems={
        "1x2": answers(100, right=100), "2x2": answers(100, right=70, repaired=20),
        "2x3": answers(100, right=20, repaired=40, dropped=10),
        "3x3": answers(100, right=10, repaired=30, dropped=20)})  # fmt: skip
