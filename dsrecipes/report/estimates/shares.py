"""A gap between two arms taken apart (dsrecipes/analysis/decomposition.py), with what seeds add to its intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dsrecipes.analysis.decomposition import Decomposition, Part, decompose_pooled
from dsrecipes.analysis.intervals import CONFIDENCE, Interval
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.tally import Tally
from dsrecipes.report.estimates.found import Found, both
from dsrecipes.report.estimates.over_seeds import half_width


@dataclass(frozen=True)
class Shares:
    """A gap between two arms taken apart, as it is and with one seed of either arm at a time."""

    pooled: Decomposition
    by_seed_of_a: Sequence[Decomposition]
    by_seed_of_b: Sequence[Decomposition]
    one_seed: tuple[str, ...]

    def part(self, name: str) -> Found:
        """One term of the decomposition; `decision_minus_sampling` too, in the direction of `a` less `b`."""
        bounds, by_problem, n_undefined = _ends(self.pooled, name)
        n = self.pooled.n_problems
        if bounds is None or by_problem is None:
            return Found(n=n, of="problems", one_seed=self.one_seed, why="; ".join(self.pooled.reasons) or "undefined")
        if n_undefined > (1 - CONFIDENCE) * self.pooled.resamples:
            why = f"undefined in {n_undefined} of {self.pooled.resamples} resamples"
            return Found(bounds=bounds, n=n, of="problems", one_seed=self.one_seed, why=why)
        halves = []
        for end in (0, 1):
            found = [[_ends(one, name)[0] for one in seeds] for seeds in (self.by_seed_of_a, self.by_seed_of_b)]
            halves.append(half_width([[ends[end] for ends in seeds if ends is not None] for seeds in found]))
        known = [half for half in halves if half is not None]
        return both(bounds, by_problem, max(known, default=None), self.one_seed, n, "problems")


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
