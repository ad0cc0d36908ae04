"""What was measured of a quantity, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import hypot

from dsrecipes.analysis.intervals import MIN_PROBLEMS, Interval


@dataclass(frozen=True)
class Found:
    """What was measured, a fraction of 1 or a difference of such.

    `value` is None where the data leave it open: `bounds` are then what they allow, or None too, and `why` says why.
    `by_problem` is the bootstrap's interval, `seeds` half the width of that over seeds (None: no model with several),
    `interval` both together. `one_seed` are the trained models with a single seed: of another one nothing is known; or
    with several, of which not all define it: it says how many do.
    `n` is the smallest denominator of its terms, `of` what that counts. `problems` is the smallest number of problems
    that a term's denominator comes from (`problems_with`: what they have), `left_out` how many problems it does without
    because not all of its models were given them.
    """

    value: float | None = None
    bounds: Interval | None = None
    by_problem: Interval | None = None
    seeds: float | None = None
    interval: Interval | None = None
    one_seed: tuple[str, ...] = ()
    n: int = 0
    of: str = ""
    why: str = ""
    problems: int = 0
    problems_with: str = ""
    left_out: int = 0

    @property
    def too_few(self) -> str:
        """Why it decides nothing whatever its interval: it rests on too few problems; empty where on enough."""
        if self.problems >= MIN_PROBLEMS:
            return ""
        counted = "1 problem" if self.problems == 1 else f"{self.problems} problems"
        return f"only {counted}{self.problems_with and f' with {self.problems_with}'}"


def both(found: Found, bounds: Interval, by_problem: Interval | None, seeds: float | None) -> Found:
    """What is known of it, with a value, or the bounds of one, its interval by problem and half the width of that over
    seeds."""
    interval = None
    if by_problem is not None:
        down, up = bounds[0] - by_problem[0], by_problem[1] - bounds[1]
        if seeds:
            down, up = hypot(down, seeds), hypot(up, seeds)
        interval = bounds[0] - down, bounds[1] + up
    value = bounds[0] if bounds[0] == bounds[1] else None
    return replace(found, value=value, bounds=bounds, by_problem=by_problem, seeds=seeds, interval=interval)


def within_a_share(found: Found) -> Found:
    """The same with an interval that ends at 0 and 1, beyond which there is no share."""
    if found.interval is None:
        return found
    low, high = found.interval
    return replace(found, interval=(max(0.0, low), min(1.0, high)))
