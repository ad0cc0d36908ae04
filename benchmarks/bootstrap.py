"""The bootstrap of a whole table: `python benchmarks/bootstrap.py [--resamples 10000]`.

Draws responses of the two-stage model for 4 models x 7 sizes x 100 problems x 3 samples, and times, in one run:

- calibrate_all with Wilson intervals (predicted accuracy and misfit by bootstrap), and with every rate by bootstrap;
- the decompositions of the last model against the three others, by size and pooled;
- the predicted accuracies alone by a loop that draws problems one resample at a time, on a hundredth of the resamples,
  its time scaled up by a hundred.

Target: the calibration in under 2 s at 10,000 resamples.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import numpy as np

from dsrecipes.analysis.calibration import calibrate_all
from dsrecipes.analysis.decomposition import decompose, decompose_pooled
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.tally import INDEX, Tally, count
from dsrecipes.analysis.two_stage import POLICY_COUNTS, predicted_accuracy

SIZES = ("3x3", "3x4", "4x4", "4x5", "5x5", "5x6", "6x6")
# p at the easiest and at the hardest size, p_sc, p_rw: four models somewhat like the paper's.
MODELS = {
    "base": (0.75, 0.02, 0.95, 0.05),
    "sft": (0.75, 0.02, 0.97, 0.05),
    "sft-reflection": (0.85, 0.04, 0.95, 0.3),
    "rl": (0.8, 0.15, 0.97, 0.5),
}


class _Response:
    """What `count` reads of a trajectory."""

    truncated = False
    tokens = 400


class _Attempt:
    """What `count` reads of an attempt."""

    def __init__(self, correct: bool, decision: object) -> None:
        self.correct, self.decision = correct, decision
        self.candidate, self.marker = str(correct), None


def table(problems: int, samples: int) -> list[Tally]:
    """A tally a model and size."""
    from dsrecipes.analysis.attempts import Decision

    rng = np.random.default_rng(0)
    tallies = []
    for model, (easy, hard, p_sc, p_rw) in MODELS.items():
        for size, p in zip(SIZES, np.linspace(easy, hard, len(SIZES)), strict=True):
            tally = Tally(model, size)
            for problem in range(problems * samples):
                attempts = []
                while not attempts or attempts[-1].decision is not Decision.STOP:
                    right = bool(rng.random() < p)
                    stop = rng.random() < (p_sc if right else 1 - p_rw)
                    attempts.append(_Attempt(right, Decision.STOP if stop else Decision.RESAMPLE))
                row = count(_Response(), attempts, right=attempts[-1].correct, reader_disagrees=False)  # type: ignore[arg-type]
                tally.add((problem % problems, 1), row)
            tallies.append(tally)
    return tallies


def naive(tallies: list[Tally], resamples: int) -> None:
    """Predicted accuracy of every cell, one resample at a time."""
    columns = [INDEX[name] for name in POLICY_COUNTS]
    rng = np.random.default_rng(0)
    for tally in tallies:
        rows = tally.matrix[:, columns]
        for _ in range(resamples):
            right, first, *decisions = rows[rng.integers(0, len(rows), len(rows))].sum(axis=0).tolist()
            rates = [k / n if n else None for k, n in zip(decisions[::2], decisions[1::2], strict=True)]
            predicted_accuracy(right / first, *rates)


def fastest(action: Callable[[], object], times: int = 3) -> float:
    """Seconds, the least of a few."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--resamples", type=int, default=10_000)
    parser.add_argument("--problems", type=int, default=100)
    parser.add_argument("--samples", type=int, default=3)
    options = parser.parse_args()
    tallies = table(options.problems, options.samples)
    by_model = {model: [tally for tally in tallies if tally.model == model] for model in MODELS}
    *others, rl = by_model.values()

    def decompositions(settings: Settings) -> None:
        for other in others:
            pairs = list(zip(rl, other, strict=True))
            for pair in pairs:
                decompose(*pair, settings)
            decompose_pooled(pairs[:2], settings)
            decompose_pooled(pairs[2:], settings)

    wilson = Settings(resamples=options.resamples)
    print(f"{len(tallies)} cells, {options.problems} problems x {options.samples} samples")
    print(f"{options.resamples} resamples, the fastest of 3, in seconds:")
    ours = fastest(lambda: calibrate_all(tallies, wilson))
    print(f"  calibration, Wilson intervals      {ours:8.2f}")
    boot = fastest(lambda: calibrate_all(tallies, Settings(interval="bootstrap", resamples=options.resamples)))
    print(f"  calibration, bootstrap intervals   {boot:8.2f}")
    print(f"  decompositions of three gaps       {fastest(lambda: decompositions(wilson)):8.2f}")
    few = max(1, options.resamples // 100)
    loop = fastest(lambda: naive(tallies, few), 1) * options.resamples / few
    print(f"  one resample at a time             {loop:8.2f}   scaled from {few} resamples; predicted accuracy only")
    print(f"  ratio to the first                 {loop / ours:8.1f}")


if __name__ == "__main__":
    main()
