"""Predictions -> verdicts, by the rule of each and the runs of a scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dsrecipes.analysis.intervals import Interval
from dsrecipes.report.arms import NOT_RUN, Arm, Region, Scale, label_of
from dsrecipes.report.estimates.estimator import Estimator, Term
from dsrecipes.report.estimates.found import Found
from dsrecipes.report.predictions import REGIONS, SHARES, Comparison, Prediction
from dsrecipes.verdict import Verdict


@dataclass(frozen=True)
class Case:
    """A prediction at some sizes: what was measured, the verdict, and `why` it is no clearer."""

    region: Region
    found: Found
    verdict: Verdict
    why: str = ""


@dataclass(frozen=True)
class Judged:
    """A prediction with its verdict: of one case, or of all sizes by themselves. `arms` are those that it rests on."""

    prediction: Prediction
    arms: tuple[Arm, ...]
    cases: tuple[Case, ...]
    verdict: Verdict
    why: str = ""

    @property
    def one_seed(self) -> tuple[str, ...]:
        """The trained models of which it knows a single seed."""
        return tuple(dict.fromkeys(label for case in self.cases for label in case.found.one_seed))


def judge(prediction: Prediction, scale: Scale, estimator: Estimator) -> Judged:
    """One prediction. At each size by itself it must hold at all, and one size where it surely fails is enough."""
    found = {name: scale.arm(name) for name in prediction.arms}
    arms = tuple(arm for arm in found.values() if arm)
    missing = [
        f"{label_of(name)}: {arm.why if arm else NOT_RUN}" for name, arm in found.items() if not (arm and arm.results)
    ]
    if missing:
        return Judged(prediction, arms, (), Verdict.UNTESTED, "; ".join(missing))
    regions = {region.title: region for region in scale.regions} | {REGIONS["all"]: Region(REGIONS["all"], scale.sizes)}
    if prediction.at_each_size:
        places = [{REGIONS["each"]: Region(size, (size,))} for size in scale.sizes]
    else:
        places = [regions]
    absent = [REGIONS[x.region] for x in prediction.factors if any(REGIONS[x.region] not in place for place in places)]
    if absent:
        return Judged(prediction, arms, (), Verdict.UNTESTED, f"no size {absent[0]}")
    cases = tuple(_case(prediction, scale, place, estimator) for place in places)
    return Judged(prediction, arms, cases, *_together(cases))


def _together(cases: Sequence[Case]) -> tuple[Verdict, str]:
    if len(cases) == 1:
        return cases[0].verdict, cases[0].why
    for verdict in (Verdict.NOT_BORNE_OUT, Verdict.UNTESTED, Verdict.UNDECIDED):
        at = [case.region.title for case in cases if case.verdict is verdict]
        if at:
            return verdict, f"at {', '.join(at)}"
    return Verdict.BORNE_OUT, ""


def _case(prediction: Prediction, scale: Scale, place: dict[str, Region], estimator: Estimator) -> Case:
    first = prediction.factors[0]
    region = place[REGIONS[first.region]]
    shares = first.quantity == SHARES
    terms = [
        Term("accuracy" if shares else x.quantity, _arm(scale, name), place[REGIONS[x.region]], x.sign)
        for x in prediction.factors
        for name in x.arms
    ]
    if why := estimator.why_untested(terms):
        return Case(region, Found(), Verdict.UNTESTED, why)
    if shares:
        return _case_of_shares(prediction, scale, region, estimator)
    return _decided(prediction, region, estimator.total(terms))


def _case_of_shares(prediction: Prediction, scale: Scale, region: Region, estimator: Estimator) -> Case:
    """What explains a gain can be said only where there surely is one."""
    a, b = (_arm(scale, name) for name in prediction.factors[0].arms)
    shares = estimator.parts(a, b, region)
    assert shares is not None  # counts by problem are there
    found, gap = shares.part(SHARES), shares.part("predicted_gap")
    if found.too_few:
        return Case(region, found, Verdict.UNDECIDED, found.too_few)
    if gap.interval is None or gap.interval[0] <= 0:
        return Case(region, found, Verdict.UNDECIDED, f"no sure gain of {a.label} over {b.label} to explain")
    return _decided(prediction, region, found)


def _decided(prediction: Prediction, region: Region, found: Found) -> Case:
    if found.interval is None:
        return Case(region, found, Verdict.UNDECIDED, found.why)
    if found.too_few:
        return Case(region, found, Verdict.UNDECIDED, found.too_few)
    return Case(region, found, decide(found.interval, prediction.comparison, prediction.threshold))


def decide(interval: Interval, comparison: Comparison, threshold: float) -> Verdict:
    """Borne out where the whole interval is on the side that was predicted, not borne out where it is on the other."""
    low, high = interval
    if comparison is Comparison.BELOW:
        return decide((-high, -low), Comparison.ABOVE, -threshold)
    if comparison is Comparison.WITHIN:
        if -threshold < low and high < threshold:
            return Verdict.BORNE_OUT
        return Verdict.NOT_BORNE_OUT if low > threshold or high < -threshold else Verdict.UNDECIDED
    if low > threshold:
        return Verdict.BORNE_OUT
    return Verdict.NOT_BORNE_OUT if high < threshold else Verdict.UNDECIDED


def _arm(scale: Scale, name: str) -> Arm:
    arm = scale.arm(name)
    assert arm is not None  # `judge` has seen it
    return arm
