"""What the paper predicts of real gradients, and whether it was borne out.

The paper proves statements about Q-values. What they predict of a measured gradient is said in Figure 1's terms, the
attribution ratio sampling : decision of the gradients' norms, "near 1" for the reward and "above 2" for the KL penalty.
The rest is assumed: that "near 1" is from 2/3 to 3/2, and that SFT is held to the KL penalty's bound (Section 5.1 calls
it KL-like).

Each statement is judged twice. The *expected* gradient, with the sample's noise taken off, is what theorems are about;
the gradient of *this batch*, noise and all, is what a step of training on it would take, and the group with more tokens
has more noise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dsrecipes.probe.attribution import Attribution, Estimate, above_noise, quotient
from dsrecipes.probe.objectives import DFT, LOW_VAR_KL, SFT, SURROGATE, TOKEN_KL, Objective
from dsrecipes.verdict import Verdict

NEAR_ONE = (2 / 3, 3 / 2)
FAR = 2.0


@dataclass(frozen=True)
class Judged:
    """What was measured and the verdict on it; `why` says what keeps it undecided."""

    measured: Estimate
    verdict: Verdict
    why: str = ""


@dataclass(frozen=True)
class Prediction:
    """`says` is what the paper predicts of `objectives`, `where` it says so; `measure`, `criterion`: how it is read."""

    says: str
    where: str
    objectives: tuple[Objective, ...]
    measure: str
    criterion: str
    expected: Judged
    batch: Judged


@dataclass(frozen=True)
class _Ratio:
    says: str
    where: str
    objective: Objective
    low: float
    high: float


@dataclass(frozen=True)
class _Contrast:
    """The ratio of `one` is above that of `other`."""

    says: str
    where: str
    one: Objective
    other: Objective


_STATEMENTS: tuple[_Ratio | _Contrast, ...] = (
    _Ratio("the surrogate reward is balanced", "Theorem 3.1, Figure 1", SURROGATE, *NEAR_ONE),
    _Ratio("the KL penalty weighs on sampling", "Theorem 3.2, Figure 1", TOKEN_KL, FAR, float("inf")),
    _Ratio(
        "the KL penalty as VeRL trains it weighs on sampling", "Theorem 3.2, Figure 1", LOW_VAR_KL, FAR, float("inf")
    ),
    _Ratio("SFT is unbalanced, like a KL penalty", "Theorem D.1, Section 5.1", SFT, FAR, float("inf")),
    _Contrast("the KL penalty weighs more on sampling than the reward", "Theorem 3.2, Remark", TOKEN_KL, SURROGATE),
    _Contrast(
        "the KL penalty as VeRL trains it weighs more on sampling than the reward",
        "Theorem 3.2, Remark",
        LOW_VAR_KL,
        SURROGATE,
    ),
    _Contrast("SFT weighs more on sampling than the reward", "Theorem D.1, Appendix D, table", SFT, SURROGATE),
    _Contrast(
        "SFT weighs more on sampling than DFT, which is better balanced", "Theorem D.2, Appendix D, table", SFT, DFT
    ),
    _Contrast("DFT weighs more on sampling than the reward", "Appendix D.4, Appendix D, table", DFT, SURROGATE),
    _Contrast("the KL penalty weighs more on sampling than DFT", "Appendix D.4", TOKEN_KL, DFT),
)


def predictions(found: Mapping[str, Attribution], batches: Mapping[str, str]) -> list[Prediction]:
    """Every statement with what was measured. `found` holds the objectives that were, over the whole model, `batches`
    the name of the batch that each was measured on."""
    return [
        _ratio(item, found) if isinstance(item, _Ratio) else _contrast(item, found, batches) for item in _STATEMENTS
    ]


def _ratio(statement: _Ratio, found: Mapping[str, Attribution]) -> Prediction:
    objective = statement.objective
    above_only = statement.high == float("inf")

    def judged(read: _Read) -> Judged:
        return _judged(*read(objective, found), statement.low, statement.high)

    return Prediction(
        statement.says,
        statement.where,
        (objective,),
        f"sampling : decision, {objective.title}",
        f"above {statement.low:g}" if above_only else "from 2/3 to 3/2",
        judged(_expected),
        judged(_of_batch),
    )


def _contrast(statement: _Contrast, found: Mapping[str, Attribution], batches: Mapping[str, str]) -> Prediction:
    one, other = statement.one, statement.other

    def judged(read: _Read) -> Judged:
        (first, why_first), (second, why_second) = read(one, found), read(other, found)
        same = batches.get(one.name) == batches.get(other.name)
        return _judged(quotient(first, second, same_blocks=same), why_first or why_second, 1.0, float("inf"))

    return Prediction(
        statement.says,
        statement.where,
        (one, other),
        f"ratio of {one.title} : ratio of {other.title}",
        "above 1",
        judged(_expected),
        judged(_of_batch),
    )


_Read = Callable[[Objective, Mapping[str, Attribution]], tuple[Estimate, str]]


def _of_batch(objective: Objective, found: Mapping[str, Attribution]) -> tuple[Estimate, str]:
    """The ratio of an objective's gradients in this batch, and why there is none."""
    if objective.name not in found:
        return Estimate(None), f"{objective.title} was not measured"
    attribution = found[objective.name]
    for group, norm in (("sampling", attribution.sampling), ("decision", attribution.decision)):
        if not norm.value:
            return Estimate(None), f"{objective.title} has no gradient on {group} tokens"
    return attribution.ratio, ""


def _expected(objective: Objective, found: Mapping[str, Attribution]) -> tuple[Estimate, str]:
    """The ratio with the noise taken off, and why there is none."""
    measured, why = _of_batch(objective, found)
    if why:
        return measured, why
    attribution = found[objective.name]
    for group, signal in (("sampling", attribution.sampling_signal), ("decision", attribution.decision_signal)):
        if not above_noise(signal):
            return Estimate(None), f"{objective.title}: its gradient on {group} tokens cannot be told from noise"
    return attribution.signal_ratio, ""


def _judged(measured: Estimate, why: str, low: float, high: float) -> Judged:
    interval = measured.interval
    if interval is None:
        return Judged(measured, Verdict.UNDECIDED, why or "no interval")
    if low <= interval[0] and interval[1] <= high:
        return Judged(measured, Verdict.BORNE_OUT)
    if interval[1] < low or interval[0] > high:
        return Judged(measured, Verdict.NOT_BORNE_OUT)
    return Judged(measured, Verdict.UNDECIDED, "the interval holds values of both kinds")
