"""A gap between two arms taken apart (dsrecipes/analysis/decomposition.py), with what seeds add to its intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dsrecipes.analysis.decomposition import Decomposition, Part, decompose_pooled
from dsrecipes.analysis.intervals import CONFIDENCE, Interval
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.tally import Tally
from dsrecipes.report.arms import Arm
from dsrecipes.report.estimates.found import Found, both
from dsrecipes.report.estimates.over_seeds import half_width, unknown_seeds


@dataclass(frozen=True)
class Shares:
    """A gap between two arms taken apart, as it is and with one seed of either arm at a time."""

    arms: tuple[Arm, Arm]
    pooled: Decomposition
    by_seed: tuple[Sequence[Decomposition], Sequence[Decomposition]]

    def part(self, name: str) -> Found:
        """One term of the decomposition; `decision_minus_sampling` too, in the direction of `a` less `b`."""
        bounds, by_problem, n_undefined = _ends(self.pooled, name)
        by_seed = [[ends for one in seeds if (ends := _ends(one, name)[0]) is not None] for seeds in self.by_seed]
        n = self.pooled.n_problems
        found = Found(
            n=n,
            of="problems",
            problems=n,
            left_out=self.pooled.n_only_a + self.pooled.n_only_b,
            one_seed=unknown_seeds((arm, len(seeds)) for arm, seeds in zip(self.arms, by_seed, strict=True)),
        )
        if bounds is None or by_problem is None:
            return replace(found, why="; ".join(self.pooled.reasons) or "undefined")
        if n_undefined > (1 - CONFIDENCE) * self.pooled.resamples:
            why = f"undefined in {n_undefined} of {self.pooled.resamples} resamples"
            return replace(found, bounds=bounds, why=why)
        halves = [half_width([[ends[end] for ends in seeds] for seeds in by_seed]) for end in (0, 1)]
        known = [half for half in halves if half is not None]
        return both(found, bounds, by_problem, max(known, default=None))


def _ends(found: Decomposition, name: str) -> tuple[Interval | None, Interval | None, int]:
    """A term's bounds, its interval by problem, and how many resamples left it undefined."""
    part: Part = getattr(found, "difference" if name == "decision_minus_sampling" else name)
    bounds, interval = part.bounds, part.interval
    predicted = found.predicted_gap.value
    if name == "decision_minus_sampling" and predicted is not None and predicted < 0:
        bounds, interval = (None if ends is None else (-ends[1], -ends[0]) for ends in (bounds, interval))
    return bounds, interval, part.resampled.n_undefined


def decomposed(a: Sequence[Tally], b: Sequence[Tally], settings: Settings) -> Decomposition:
    """From the tallies of two models, a pair a size."""
    return decompose_pooled(list(zip(a, b, strict=True)), settings)
