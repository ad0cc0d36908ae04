"""Writes run folders as `launch` leaves them, with made-up numbers, for the tests of the report."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import yaml

TINY_SIZES = ["1x2", "2x2", "2x3", "3x3"]


def entry(size: str, k: int, n: int, *, p: tuple[int, int] | None = None, p_sc: tuple[int, int] | None = None,
          p_rw: tuple[int, int] | None = None) -> dict[str, Any]:  # fmt: skip
    """One object of calibration.json from counts (successes, denominator)."""
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
            "actor/entropy": 0.5 - 0.3 * share,
            "actor/grad_norm": 1.0}})  # fmt: skip
    return lines


def loss_curve(n_steps: int) -> list[dict[str, Any]]:
    return [{"step": s, "data": {"loss": 2 / s + 0.1, "lr": 1e-4, "epoch": s / 10}} for s in range(1, n_steps + 1)]


def write_run(
    runs: Path, arm: str, *, run_id: str = "run-1", state: str = "done", seed: int = 0, scale: str = "tiny",
    sizes: list[str] | None = None, trained: list[str] | None = None, calibration: list[dict[str, Any]] | None = None,
    metrics: list[dict[str, Any]] | None = None, finished: str = "2026-01-01T00:10:00Z", version: int = 1,
    recipe_changes: dict[str, Any] | None = None,
) -> Path:  # fmt: skip
    recipe = f"{scale}-{arm}"
    folder = runs / recipe / run_id
    (folder / "analysis").mkdir(parents=True)
    kind = {"base": "eval", "rl": "rl"}.get(arm, "sft")
    manifest = {
        "recipe": recipe, "version": version, "run_id": run_id, "kind": kind, "arm": arm, "seed": seed, "scale": scale,
        "recipe_hash": "0123456789abcdef0123", "state": state,
        "stages": [
            {"name": "train", "state": "done", "finished": finished, "seconds": 95.0},
            {"name": "evaluate", "state": state, "finished": finished if state == "done" else None, "seconds": 30.0},
        ],
        "machine": {"cpus": 2, "memory_gib": 8}, "versions": {"dsrecipes": "0.1.0", "verl": "0.9.1"},
    }  # fmt: skip
    resolved = {
        "name": recipe, "version": version, "kind": kind, "arm": arm, "scale": scale, "seed": seed,
        "data": {
            "train": {"sizes": trained or ["1x2", "2x2"], "examples": 100},
            "test": {"sizes": sizes or TINY_SIZES, "examples_per_size": 100},
        },
        "training": {"learning_rate": 1e-6},
        "provenance": {
            "training.learning_rate": "assumed: lost from the text",
            "data.train.sizes": "paper: Appendix E",
        },
        **(recipe_changes or {}),
    }  # fmt: skip
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / "recipe.yaml").write_text(yaml.safe_dump(resolved))
    if calibration is not None:
        (folder / "analysis" / "calibration.json").write_text(json.dumps(calibration))
    if metrics is not None:
        (folder / "metrics.jsonl").write_text("".join(json.dumps(line) + "\n" for line in metrics))
    return folder


def write_tiny_runs(runs: Path) -> None:
    """The four tiny arms, all done."""
    write_run(runs, "base", calibration=[
        entry("1x2", 40, 100, p_sc=(38, 40), p_rw=(6, 60)), entry("2x2", 20, 100, p_sc=(19, 20), p_rw=(4, 80)),
        entry("2x3", 4, 100), entry("3x3", 0, 100)])  # fmt: skip
    write_run(runs, "sft-no-reflection", metrics=loss_curve(60), calibration=[
        entry("1x2", 80, 100), entry("2x2", 60, 100), entry("2x3", 8, 100), entry("3x3", 1, 100)])  # fmt: skip
    write_run(runs, "sft-reflection", metrics=loss_curve(60), calibration=[
        entry("1x2", 95, 100, p=(80, 100), p_sc=(95, 96), p_rw=(22, 27)),
        entry("2x2", 85, 100, p=(60, 100), p_sc=(85, 88), p_rw=(40, 55)), entry("2x3", 10, 100),
        entry("3x3", 1, 100)])  # fmt: skip
    write_run(runs, "rl", metrics=reward_curve(60, 0.30, 0.70), calibration=[
        entry("1x2", 100, 100), entry("2x2", 90, 100, p=(70, 100), p_sc=(90, 92), p_rw=(20, 30)),
        entry("2x3", 30, 100, p=(15, 100), p_sc=(30, 31), p_rw=(40, 110)), entry("3x3", 6, 100)])  # fmt: skip
