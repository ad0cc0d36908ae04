"""What a full report takes: `python benchmarks/report.py [--seeds 3] [--problems 100] [--resamples 1000]`.

Makes a folder of runs of 4 models x 7 sizes with simulated answers and training curves, runs `dsrecipes report` on it
as a process of its own, and measures its time and memory; then once more, to compare the tables byte by byte. Last,
where the time goes: reading, computing, drawing. Target: under 20 s on 2 cores and under 1 GiB.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import yaml

from dsrecipes.analysis.calibration import calibrate_all
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.tally import Tally, to_table

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "report"))

# p at the easiest and at the hardest size, p_sc, p_rw: four models somewhat like the paper's.
MODELS = {
    "base": (0.75, 0.02, 0.95, 0.05),
    "sft-no-reflection": (0.75, 0.02, 0.97, 0.05),
    "sft-reflection": (0.85, 0.04, 0.95, 0.3),
    "rl": (0.8, 0.15, 0.97, 0.5),
}
KINDS = {"base": "eval", "rl": "rl"}
STEPS = {"rl": 78, "sft": 624}


def write_runs(runs: Path, seeds: int, problems: int) -> None:
    """A finished run of every model and seed at the paper's scale."""
    from run_folders import PAPER_SIZES, loss_curve, reward_curve, tally_of, write_run

    for arm, (easy, hard, p_sc, p_rw) in MODELS.items():
        kind = KINDS.get(arm, "sft")
        for seed in range(seeds):
            rng = np.random.default_rng([seed, len(arm)])
            tallies = [
                tally_of(arm, size, [response(rng, p, p_sc, p_rw) for _ in range(problems)])
                for size, p in zip(PAPER_SIZES, np.linspace(easy, hard, len(PAPER_SIZES)), strict=True)
            ]
            metrics = {"rl": reward_curve(STEPS["rl"], 0.5, 0.9), "sft": loss_curve(STEPS["sft"]), "eval": None}[kind]
            folder = write_run(runs, arm, run_id=f"s{seed}", seed=seed, scale="paper", sizes=PAPER_SIZES,
                               trained=PAPER_SIZES[:2], metrics=metrics)  # fmt: skip
            write_analysis(folder, tallies)
            add_shipped_values(folder / "recipe.yaml", arm)


def response(rng: np.random.Generator, p: float, p_sc: float, p_rw: float) -> str:
    """The attempts of one response of the two-stage model, as run_folders writes them."""
    attempts = ""
    while True:
        right = rng.random() < p
        attempts += "R" if right else "W"
        if rng.random() < (p_sc if right else 1 - p_rw):
            return attempts


def write_analysis(folder: Path, tallies: list[Tally]) -> None:
    pq.write_table(to_table(tallies), folder / "analysis" / "problems.parquet")
    calibrations = [calibration.to_json() for calibration in calibrate_all(tallies, Settings())]
    (folder / "analysis" / "calibration.json").write_text(json.dumps(calibrations))


def add_shipped_values(path: Path, arm: str) -> None:
    """As many values with sources as a real recipe has."""
    from dsrecipes.recipe.load import load
    from dsrecipes.report.paper import paper

    shipped = load(f"{paper().recipes[arm]}.yaml").recipe.model_dump(mode="json")
    written = yaml.safe_load(path.read_text())
    path.write_text(yaml.safe_dump({**written, **shipped, "seed": written["seed"]}))


def report(runs: Path, out: Path, resamples: int) -> tuple[float, float]:
    """Seconds and peak memory in MiB of `dsrecipes report` as a process of its own."""
    command = [sys.executable, "-m", "dsrecipes", "report", "--runs", str(runs), "--out", str(out)]
    start = time.perf_counter()
    process = subprocess.Popen([*command, "--resamples", str(resamples)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"dsrecipes report failed: {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def digest(out: Path) -> str:
    """Of all tables."""
    together = hashlib.sha256()
    for path in sorted((out / "tables").iterdir()):
        together.update(path.name.encode() + path.read_bytes())
    return together.hexdigest()


def parts(runs: Path, resamples: int) -> dict[str, float]:
    """Seconds of each step within one process."""
    from dsrecipes.report.build import assemble
    from dsrecipes.report.collect import collect
    from dsrecipes.report.sections import theory

    seconds = {}

    def timed(name: str, start: float) -> None:
        seconds[name] = time.perf_counter() - start

    start = time.perf_counter()
    collection = collect(runs)
    timed("reading the runs", start)
    start = time.perf_counter()
    theory.section()
    timed("computing the theory", start)
    start = time.perf_counter()
    document = assemble(collection, Settings(resamples=resamples)).document
    timed("computing all else", start)
    start = time.perf_counter()
    figures = document.figures()
    for figure in figures:
        figure.draw()
    timed(f"laying out {len(figures)} figures", start)
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--problems", type=int, default=100)
    parser.add_argument("--resamples", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="make the runs here and keep them")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        runs = options.keep or Path(scratch) / "runs"
        write_runs(runs, options.seeds, options.problems)
        print(
            f"4 models x 7 sizes x {options.problems} problems x {options.seeds} seeds, {options.resamples} resamples"
        )
        best, peak, digests = math.inf, 0.0, set()
        for number in range(2):
            out = Path(scratch) / f"report-{number}"
            seconds, memory = report(runs, out, options.resamples)
            best, peak = min(best, seconds), max(peak, memory)
            digests.add(digest(out))
        print(f"  dsrecipes report, the faster of 2  {best:6.1f} s   (target: under 20 s on 2 cores)")
        print(f"  peak memory                        {peak:6.0f} MiB (target: under 1,024)")
        print(f"  tables of both byte by byte        {'the same' if len(digests) == 1 else 'NOT THE SAME'}")
        for name, seconds in parts(runs, options.resamples).items():
            print(f"  of it {name:<28} {seconds:6.1f} s")


if __name__ == "__main__":
    main()
