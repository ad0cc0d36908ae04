"""Sums and differences of several models' rates, with intervals that know of problems and of seeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np

from dsrecipes.analysis.decomposition import Decomposition
from dsrecipes.analysis.intervals import CONFIDENCE, Interval, Rate, percentile_interval, wilson
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.two_stage import Floats
from dsrecipes.report.arms import Arm, Region
from dsrecipes.report.estimates.draws import Draws, drawn_together
from dsrecipes.report.estimates.found import Found, both, within_a_share
from dsrecipes.report.estimates.over_seeds import half_width, seed_tallies, unknown_seeds
from dsrecipes.report.estimates.quantities import QUANTITIES, Totals
from dsrecipes.report.estimates.shares import Shares, decomposed

_FEW = 5
"""Problems, right or wrong: with fewer, resamples do not tell how far answers to one problem are alike."""


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
        if why := self.why_untested(terms):
            return Found(why=why)
        draws = [self._of(term, terms) for term in terms]
        cases = list(_zip(terms, draws))
        n, of = min(_n(term, draw) for term, draw in cases)
        problems, problems_with = min((_n_problems(term, draw), _of_whom(term)) for term, draw in cases)
        parts = [term.sign * _value(term, draw.totals) for term, draw in cases]
        values = np.sum(parts, axis=0)
        trained = {term.arm.key: term.arm for term in terms if term.arm.is_trained}.values()
        spreads = [_by_seed(arm, terms, draws) for arm in trained]
        found = Found(
            n=n,
            of=of,
            problems=problems,
            problems_with=problems_with,
            left_out=sum({(term.arm.key, term.region): draw.left_out for term, draw in cases}.values()),
            one_seed=unknown_seeds((arm, len(values)) for arm, values in zip(trained, spreads, strict=True)),
        )
        if np.isnan(values[0]):
            missing = next(case for case, part in zip(cases, parts, strict=True) if np.isnan(part[0]))
            return replace(found, why=_why_undefined(*missing))
        value = float(values[0])
        resampled = percentile_interval(values[1:])
        if resampled.n_undefined > (1 - CONFIDENCE) * self._settings.resamples:
            why = f"undefined in {resampled.n_undefined} of {self._settings.resamples} resamples"
            return replace(found, value=value, bounds=(value, value), why=why)
        found = both(found, (value, value), self._by_problem(cases, values), half_width(spreads))
        alone = len(terms) == 1 and QUANTITIES[terms[0].quantity].bounded
        return within_a_share(found) if alone and self._settings.interval != "wald" else found

    def why_untested(self, terms: Sequence[Term]) -> str:
        """Why the runs do not say what the terms are: counts by problem are missing, or the models have no problem of a
        size in common; empty where they do."""
        for term in terms:
            if why := term.arm.why_not_by_problem(term.region.sizes):
                return f"{term.arm.label}: {why}"
        for term in terms:
            if unshared := self._of(term, terms).unshared:
                labels = dict.fromkeys(other.arm.label for other in terms if other.region == term.region)
                return f"no problem of {', '.join(unshared)} in common: {', '.join(labels)}"
        return ""

    def _of(self, term: Term, terms: Sequence[Term]) -> Draws:
        """The draws of a term's arm over its region, the same problems for all arms that are looked at there."""
        arms = {x.arm.key: x.arm for x in terms if x.region == term.region}
        key = (term.region.sizes, *arms)
        if key not in self._draws:
            self._draws[key] = drawn_together(list(arms.values()), term.region, self._settings)
        return self._draws[key][term.arm.key]

    def _by_problem(self, cases: Sequence[tuple[Term, Draws]], resamples: Floats) -> Interval | None:
        """The bootstrap's interval, from the value and its resamples; of one rate, and near 0 and 1, where that is too
        narrow, widened to closed-form intervals added up."""
        resampled = percentile_interval(resamples[1:]).interval
        if resampled is None or not all(QUANTITIES[term.quantity].bounded for term, _ in cases):
            return resampled
        values = [float(_value(term, draw.totals)[0]) for term, draw in cases]
        ns: list[float] = [_n_problems(term, draw) for term, draw in cases]
        (term, draw), *others = cases
        once = not others and draw.once and QUANTITIES[term.quantity].by_answer
        if once and self._settings.interval != "bootstrap":
            return Rate(round(values[0] * ns[0]), int(ns[0])).interval_by(self._settings.interval)
        if all(min(value, 1 - value) * n >= _FEW for value, n in zip(values, ns, strict=True)):
            if others:
                return resampled
            ns = [_independent(values[0], resamples[1:], _n(term, draw)[0])]
        low = high = 0.0
        for (term, _), value, n in zip(cases, values, ns, strict=True):
            ends = wilson(value, n)
            down, up = (value - ends[0], ends[1] - value) if term.sign > 0 else (ends[1] - value, value - ends[0])
            low, high = low + down**2, high + up**2
        total = sum(term.sign * value for (term, _), value in zip(cases, values, strict=True))
        return min(resampled[0], total - sqrt(low)), max(resampled[1], total + sqrt(high))

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
            (a, b),
            pooled,
            (
                [decomposed(own, b.tallies(region.sizes), once) for own in seed_tallies(a, region)],
                [decomposed(a.tallies(region.sizes), own, once) for own in seed_tallies(b, region)],
            ),
        )


def _value(term: Term, totals: Totals) -> Floats:
    return QUANTITIES[term.quantity].value(totals, term.region.sizes)


def _n(term: Term, draws: Draws) -> tuple[int, str]:
    """The denominator of a term, and what it counts."""
    return int(QUANTITIES[term.quantity].n(draws.totals[0])), _of_whom(term)


def _n_problems(term: Term, draws: Draws) -> int:
    """How many problems that comes from."""
    return int((QUANTITIES[term.quantity].n(draws.by_problem) > 0).sum())


def _of_whom(term: Term) -> str:
    """`wrong attempts of RL in distribution`."""
    return f"{QUANTITIES[term.quantity].of} of {term.arm.label} {_where(term.region)}"


def _why_undefined(term: Term, draws: Draws) -> str:
    n, of = _n(term, draws)
    if not n:
        return f"no {of}"
    return f"{QUANTITIES[term.quantity].undefined or 'undefined'}: {term.arm.label} {_where(term.region)}"


def _independent(value: float, resamples: Floats, n: int) -> float:
    """Of how many independent cases a rate would scatter as its resamples do (Korn and Graubard 1998, Survey
    Methodology 24): fewer than its `n` cases where those of one problem are alike, more where sizes differ. Where
    resamples are all alike they tell nothing: `n`."""
    scatter = float(np.nanvar(resamples))
    return value * (1 - value) / scatter if scatter else float(n)


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
