"""Sums and differences of several models' rates, with intervals that know of problems and of seeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np

from dsrecipes.analysis.decomposition import Decomposition
from dsrecipes.analysis.intervals import CONFIDENCE, Interval, Rate, percentile_interval
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.two_stage import Floats
from dsrecipes.report.arms import Arm, Region
from dsrecipes.report.estimates.draws import Draws, drawn_together
from dsrecipes.report.estimates.found import Found, both, within_a_share
from dsrecipes.report.estimates.over_seeds import half_width, seed_tallies, with_one_seed
from dsrecipes.report.estimates.quantities import QUANTITIES, Totals
from dsrecipes.report.estimates.shares import Shares, decomposed


@dataclass(frozen=True)
class Term:
    """A quantity of an arm over a region, added or (`sign` -1) taken away."""

    quantity: str
    arm: Arm
    region: Region
    sign: int = 1


class Estimator:
    """Estimates on arms; what was resampled once serves all quantities of the same arms."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._decompositions: dict[tuple[object, ...], Decomposition] = {}
        self._draws: dict[tuple[object, ...], dict[str, Draws]] = {}

    def rate(self, quantity: str, arm: Arm, region: Region) -> Found:
        """One rate of one arm. Where each problem counts once its interval is that of `settings.interval`."""
        return self.total([Term(quantity, arm, region)])

    def change(self, quantity: str, a: Arm, b: Arm, region: Region) -> Found:
        """Arm `a`'s rate less arm `b`'s."""
        return self.total([Term(quantity, a, region), Term(quantity, b, region, -1)])

    def total(self, terms: Sequence[Term]) -> Found:
        """The terms added up."""
        for term in terms:
            if why := term.arm.why_not_by_problem(term.region.sizes):
                return Found(why=f"{term.arm.label}: {why}")
        draws = [self._of(term, terms) for term in terms]
        n, of = min(_n(term, draw) for term, draw in _zip(terms, draws))
        parts = [term.sign * _value(term, draw.totals) for term, draw in _zip(terms, draws)]
        values = np.sum(parts, axis=0)
        trained = {term.arm.key: term.arm for term in terms if term.arm.is_trained}.values()
        spreads = [_by_seed(arm, terms, draws) for arm in trained]
        one_seed = tuple(arm.label for arm, values in zip(trained, spreads, strict=True) if len(values) < 2)
        if np.isnan(values[0]):
            missing = next(x for x, part in zip(terms, parts, strict=True) if np.isnan(part[0]))
            why = f"no {QUANTITIES[missing.quantity].of} of {missing.arm.label} {_where(missing.region)}"
            return Found(n=n, of=of, one_seed=one_seed, why=why)
        value = float(values[0])
        resampled = percentile_interval(values[1:])
        if resampled.n_undefined > (1 - CONFIDENCE) * self._settings.resamples:
            why = f"undefined in {resampled.n_undefined} of {self._settings.resamples} resamples"
            return Found(value, (value, value), n=n, of=of, one_seed=one_seed, why=why)
        by_problem = self._closed(terms, draws) or resampled.interval
        found = both((value, value), by_problem, half_width(spreads), one_seed, n, of)
        alone = len(terms) == 1 and QUANTITIES[terms[0].quantity].bounded
        return within_a_share(found) if alone and self._settings.interval != "wald" else found

    def _of(self, term: Term, terms: Sequence[Term]) -> Draws:
        """The draws of a term's arm over its region, the same problems for all arms that are looked at there."""
        arms = {x.arm.key: x.arm for x in terms if x.region == term.region}
        key = (term.region.sizes, *arms)
        if key not in self._draws:
            self._draws[key] = drawn_together(list(arms.values()), term.region, self._settings)
        return self._draws[key][term.arm.key]

    def _closed(self, terms: Sequence[Term], draws: Sequence[Draws]) -> Interval | None:
        """Closed-form intervals added up, where these are the ones to take; None where the bootstrap is."""
        if not all(QUANTITIES[term.quantity].bounded for term in terms):
            return None
        values = [float(_value(term, draw.totals)[0]) for term, draw in _zip(terms, draws)]
        method = "wilson" if self._settings.interval == "bootstrap" else self._settings.interval
        once = draws[0].once and QUANTITIES[terms[0].quantity].by_answer
        alone = len(terms) == 1 and once and self._settings.interval != "bootstrap"
        if not alone and not any(value in (0.0, 1.0) for value in values):
            return None
        low = high = 0.0
        for term, draw, value in zip(terms, draws, values, strict=True):
            # Answers of several seeds to one problem count once.
            n = max(1, round(_n(term, draw)[0] / max(1, len(term.arm.runs))))
            ends = Rate(round(value * n), n).interval_by(method if alone else "wilson")
            assert ends is not None  # n is not 0
            down, up = (value - ends[0], ends[1] - value) if term.sign > 0 else (ends[1] - value, value - ends[0])
            low, high = low + down**2, high + up**2
        total = sum(term.sign * value for term, value in zip(terms, values, strict=True))
        return total - sqrt(low), total + sqrt(high)

    def decomposition(self, a: Arm, b: Arm, region: Region) -> Decomposition | None:
        """The gap of `a` over `b`, all seeds pooled, taken apart; None where counts by problem are missing."""
        if a.why_not_by_problem(region.sizes) or b.why_not_by_problem(region.sizes):
            return None
        key = (a.key, b.key, region.sizes)
        if key not in self._decompositions:
            tallies = a.tallies(region.sizes), b.tallies(region.sizes)
            self._decompositions[key] = decomposed(*tallies, self._settings)
        return self._decompositions[key]

    def parts(self, a: Arm, b: Arm, region: Region) -> Shares | None:
        """The same, with what seeds add to it."""
        pooled = self.decomposition(a, b, region)
        if pooled is None:
            return None
        once = replace(self._settings, resamples=1)
        return Shares(
            pooled,
            [decomposed(own, b.tallies(region.sizes), once) for own in seed_tallies(a, region)],
            [decomposed(a.tallies(region.sizes), own, once) for own in seed_tallies(b, region)],
            with_one_seed([a, b]),
        )


def _value(term: Term, totals: Totals) -> Floats:
    return QUANTITIES[term.quantity].value(totals, term.region.sizes)


def _n(term: Term, draws: Draws) -> tuple[int, str]:
    """The denominator of a term, and what it counts: `wrong attempts of RL in distribution`."""
    quantity = QUANTITIES[term.quantity]
    return int(quantity.n(draws.totals[0])), f"{quantity.of} of {term.arm.label} {_where(term.region)}"


def _zip(terms: Sequence[Term], draws: Sequence[Draws]) -> zip[tuple[Term, Draws]]:
    return zip(terms, draws, strict=True)


def _where(region: Region) -> str:
    known = ("in distribution", "out of distribution")
    return region.title if region.title in known else f"at {region.title}"


def _by_seed(arm: Arm, terms: Sequence[Term], draws: Sequence[Draws]) -> list[float]:
    """The value with each seed of one arm in turn, the other arms as they are; without undefined ones."""
    own = [index for index, term in enumerate(terms) if term.arm.key == arm.key]
    found = []
    for seed in range(min(len(draws[index].by_seed) for index in own)):
        value = sum(
            term.sign * float(_value(term, draw.by_seed[seed] if index in own else draw.totals[:1])[0])
            for index, (term, draw) in enumerate(_zip(terms, draws))
        )
        if not np.isnan(value):
            found.append(value)
    return found
