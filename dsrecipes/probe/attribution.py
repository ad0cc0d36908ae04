"""From inner products of gradients to norms, cosine and shares, with jackknife intervals over blocks of queries.

S and D are the summed gradients of an objective on sampling and on decision tokens, and s_b, d_b those of block b. All
that is told of S and D follows from ⟨S,S⟩, ⟨D,D⟩, ⟨S,D⟩, and without block b from

    ⟨S − s_b, D − d_b⟩ = ⟨S,D⟩ − ⟨s_b,D⟩ − ⟨S,d_b⟩ + ⟨s_b,d_b⟩,

so that the delete-a-block jackknife (Efron and Tibshirani 1993, chapter 11; Student's t with blocks − 1 degrees of
freedom) needs no gradient again. Estimates are exact; the jackknife is the approximation.

A norm that is measured on a sample is too long: E‖S‖² is ‖E S‖² plus the noise of the sample. `signal` takes the noise
off, with the sum over pairs of different blocks, (‖S‖² − Σ_b ‖s_b‖²) B / (B − 1), which is unbiased where blocks are
independent and alike. It may be below 0: then the gradient cannot be told from noise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t as student

from dsrecipes.analysis.intervals import CONFIDENCE, Interval

Floats = NDArray[np.float64]
_SS, _DD, _SD = range(3)


@dataclass(frozen=True)
class Products:
    """Inner products of one objective in one scope (a layer, or the whole model), of B blocks.

    `total` (3,) and `within` (B, 3) hold ⟨S,S⟩, ⟨D,D⟩, ⟨S,D⟩ of the totals and of each block; `with_total` (B, 4)
    ⟨s,S⟩, ⟨s,D⟩, ⟨d,S⟩, ⟨d,D⟩. `tokens` and `responses` (B, 2) count those of each group; `squares_per_token` (B, 2)
    is the sum over responses of ‖gradient on the group / its tokens‖².
    """

    total: Floats
    within: Floats
    with_total: Floats
    squares_per_token: Floats
    tokens: Floats
    responses: Floats

    @property
    def blocks(self) -> int:
        return len(self.within)


@dataclass(frozen=True)
class Estimate:
    """A value with its 95% interval; `replicates` (B,) are the values on the scale of the interval, a block left out.

    None where it is undefined (a gradient that is zero, or not above its noise), or undefined without some block.
    """

    value: float | None
    interval: Interval | None = None
    replicates: Floats | None = None

    def to_json(self) -> dict[str, object]:
        return {"value": self.value, "interval": list(self.interval) if self.interval else None}


@dataclass(frozen=True)
class Attribution:
    """Of one objective in one scope. `sampling` and `decision` share the whole gradient: their shares add up to 1.

    Norms are of the gradient of the loss, a mean over all tokens of the batch. `*_by_token` divide the group's summed
    gradient by its own tokens; `*_rms` is the root mean square over responses of the norm of that quotient within one
    response. `ratio` is sampling : decision of the norms, `*_signal` what is left of the squared norm when the noise is
    taken off (1: no noise; 0 or less: nothing but noise), `signal_ratio` the ratio of what is left, of the expected
    gradients: undefined unless both groups' signals are `above_noise`.
    """

    scope: str
    tokens: tuple[int, int]
    sampling: Estimate
    decision: Estimate
    sampling_by_token: Estimate
    decision_by_token: Estimate
    sampling_rms: Estimate
    decision_rms: Estimate
    sampling_signal: Estimate
    decision_signal: Estimate
    ratio: Estimate
    ratio_by_token: Estimate
    signal_ratio: Estimate
    cosine: Estimate
    decision_share: Estimate

    @property
    def sampling_share(self) -> float | None:
        share = self.decision_share.value
        return None if share is None else 1 - share

    def estimates(self) -> dict[str, Estimate]:
        """All of them by name."""
        return {name: value for name, value in vars(self).items() if isinstance(value, Estimate)}


WHOLE = "whole model"


def attribute(products: Products, scope: str = WHOLE) -> Attribution:
    """Everything that is told of one objective's gradient in one scope."""
    tokens = products.tokens.sum(axis=0)

    def estimate(statistic: Callable[[_Sums], Floats], scale: _Scale) -> Estimate:
        return _estimate(products, statistic, scale)

    def norm(group: int) -> Callable[[_Sums], Floats]:
        return lambda sums: np.sqrt(sums.gram[:, group]) / sums.tokens.sum(axis=1)

    def by_token(group: int) -> Callable[[_Sums], Floats]:
        return lambda sums: np.sqrt(sums.gram[:, group]) / sums.tokens[:, group]

    def rms(group: int) -> Callable[[_Sums], Floats]:
        return lambda sums: np.sqrt(sums.squares_per_token[:, group] / sums.responses[:, group])

    def signal(group: int) -> Callable[[_Sums], Floats]:
        return lambda sums: sums.signal(group) / sums.gram[:, group]

    signals = [estimate(signal(group), _PLAIN) for group in (_SS, _DD)]
    expected = Estimate(None)
    if all(map(above_noise, signals)):
        expected = estimate(lambda sums: np.sqrt(sums.signal(_SS)) / np.sqrt(sums.signal(_DD)), _LOG)
    return Attribution(
        scope=scope,
        tokens=(int(tokens[0]), int(tokens[1])),
        sampling=estimate(norm(_SS), _LOG),
        decision=estimate(norm(_DD), _LOG),
        sampling_by_token=estimate(by_token(_SS), _LOG),
        decision_by_token=estimate(by_token(_DD), _LOG),
        sampling_rms=estimate(rms(_SS), _LOG),
        decision_rms=estimate(rms(_DD), _LOG),
        sampling_signal=signals[_SS],
        decision_signal=signals[_DD],
        ratio=estimate(lambda sums: np.sqrt(sums.gram[:, _SS] / sums.gram[:, _DD]), _LOG),
        ratio_by_token=estimate(lambda sums: by_token(_SS)(sums) / by_token(_DD)(sums), _LOG),
        signal_ratio=expected,
        cosine=estimate(lambda sums: sums.gram[:, _SD] / np.sqrt(sums.gram[:, _SS] * sums.gram[:, _DD]), _FISHER),
        decision_share=estimate(
            lambda sums: (sums.gram[:, _DD] + sums.gram[:, _SD]) / (sums.gram @ np.array([1.0, 1.0, 2.0])), _PLAIN
        ),
    )


def above_noise(signal: Estimate) -> bool:
    """Whether a group's gradient is surely more than noise: the whole interval of its signal is above 0."""
    return signal.interval is not None and signal.interval[0] > 0


@dataclass(frozen=True)
class _Sums:
    """Sums over blocks, one row for all of them or one row for each that is left out. `blocks` counts those in it."""

    gram: Floats
    within: Floats
    squares_per_token: Floats
    tokens: Floats
    responses: Floats
    blocks: int

    def signal(self, group: int) -> Floats:
        between: Floats = self.gram[:, group] - self.within[:, group]
        return between * float(self.blocks / (self.blocks - 1))


def _all(products: Products) -> _Sums:
    return _Sums(
        products.total[np.newaxis],
        products.within.sum(axis=0, keepdims=True),
        products.squares_per_token.sum(axis=0, keepdims=True),
        products.tokens.sum(axis=0, keepdims=True),
        products.responses.sum(axis=0, keepdims=True),
        products.blocks,
    )


def _without_each(products: Products) -> _Sums:
    with_total = products.with_total
    both = np.stack([2 * with_total[:, 0], 2 * with_total[:, 3], with_total[:, 1] + with_total[:, 2]], axis=1)

    def others(values: Floats) -> Floats:
        left: Floats = values.sum(axis=0) - values
        return left

    return _Sums(
        products.total - both + products.within,
        others(products.within),
        others(products.squares_per_token),
        others(products.tokens),
        others(products.responses),
        products.blocks - 1,
    )


# ---- Intervals


@dataclass(frozen=True)
class _Scale:
    """The scale on which an interval is symmetric, and back."""

    forth: Callable[[Floats], Floats]
    back: Callable[[float], float]


_PLAIN = _Scale(lambda values: values, lambda value: value)
_LOG = _Scale(np.log, lambda value: float(np.exp(value)))
_FISHER = _Scale(np.arctanh, lambda value: float(np.tanh(value)))


def _estimate(products: Products, statistic: Callable[[_Sums], Floats], scale: _Scale) -> Estimate:
    with np.errstate(all="ignore"):  # what is undefined becomes NaN or infinite, and is told as undefined
        value = float(statistic(_all(products))[0])
        centre = float(scale.forth(np.array(value)))
        replicates = scale.forth(statistic(_without_each(products)))
    if not np.isfinite(value):
        return Estimate(None)
    if not np.isfinite(centre) or not np.isfinite(replicates).all():
        return Estimate(value)
    return Estimate(value, _interval(centre, _variance(replicates), len(replicates) - 1, scale), replicates)


def _variance(replicates: Floats) -> float:
    blocks = len(replicates)
    return float((blocks - 1) / blocks * np.square(replicates - replicates.mean()).sum())


def _interval(centre: float, variance: float, freedom: float, scale: _Scale) -> Interval:
    half = float(student.ppf((1 + CONFIDENCE) / 2, freedom)) * variance**0.5
    return scale.back(centre - half), scale.back(centre + half)


def quotient(one: Estimate, other: Estimate, *, same_blocks: bool) -> Estimate:
    """The quotient of two ratios with its interval: paired where both were measured on the same blocks."""
    if one.value is None or other.value is None or not other.value or not one.value:
        return Estimate(None)
    value = one.value / other.value
    if one.replicates is None or other.replicates is None:
        return Estimate(value)
    centre = float(np.log(value))
    if same_blocks:
        paired = one.replicates - other.replicates
        return Estimate(value, _interval(centre, _variance(paired), len(paired) - 1, _LOG), paired)
    freedom = min(len(one.replicates), len(other.replicates)) - 1
    return Estimate(value, _interval(centre, _variance(one.replicates) + _variance(other.replicates), freedom, _LOG))


# ---- From the worker's output


def products_by_scope(parts: Sequence[dict[str, Any]], tokens: Sequence[Sequence[int]]) -> dict[str, Products]:
    """The whole model, then each layer, from what the worker wrote of one objective's parts (worker/probe.py)."""
    layers = list(dict.fromkeys(layer for part in parts for layer in part["layers"]))
    counts = np.asarray(tokens, dtype=np.float64)
    found = {}
    for scope in (WHOLE, *layers):

        def of(values: Any, part: dict[str, Any], scope: str = scope) -> Floats:
            """Summed over the layers of the scope, which are the last axis."""
            chosen = [index for index, layer in enumerate(part["layers"]) if scope in (WHOLE, layer)]
            summed: Floats = np.asarray(values, dtype=np.float64)[..., chosen].sum(axis=-1)
            return summed

        def blocks(name: str, of: Callable[..., Floats] = of) -> Floats:
            return sum((of([block[name] for block in part["blocks"]], part) for part in parts), np.zeros(()))

        found[scope] = Products(
            total=sum((of(part["total"], part) for part in parts), np.zeros(())),
            within=blocks("within"),
            with_total=blocks("with_total"),
            squares_per_token=blocks("squares_per_token"),
            tokens=counts,
            responses=np.asarray([block["responses"] for block in parts[0]["blocks"]], dtype=np.float64),
        )
    return found
