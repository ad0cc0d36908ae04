"""What the paper predicts for a table of ours (predictions.yaml), typed: each with a rule that decides it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

import yaml

from dsrecipes.errors import UserError
from dsrecipes.report.estimates.quantities import QUANTITIES

SHARES = "decision_minus_sampling"
"""Of the gap of a first arm over a second: what the decision explains less what sampling explains."""

TABLE_BEGINS, TABLE_ENDS = "<!-- predictions -->", "<!-- end of predictions -->"
"""Where the documentation shows them."""

REGIONS = {"in": "in distribution", "out": "out of distribution", "all": "all sizes", "each": "each size"}

_FACTOR = re.compile(r"\s*(?P<sign>[+-])?\s*(?P<quantity>\w+)\((?P<arguments>[^()]*)\)")


class Comparison(StrEnum):
    ABOVE = "above"
    BELOW = "below"
    WITHIN = "within"
    """Less than the threshold away from 0."""


@dataclass(frozen=True)
class Factor:
    """One term of a quantity: a rate of an arm, or the shares in the gap between two, at the sizes of `region`."""

    sign: int
    quantity: str
    arms: tuple[str, ...]
    region: str


@dataclass(frozen=True)
class Prediction:
    """A claim of the paper (`says`: its words; `shows`: its numbers; `where` they stand), what we test of it, and the
    rule: `quantity`, whose terms are `factors`, is `comparison` the `threshold` (fraction of 1). `because`: where a
    threshold other than 0 comes from."""

    id: str
    where: str
    tests: str
    quantity: str
    factors: tuple[Factor, ...]
    comparison: Comparison
    threshold: float
    says: str = ""
    shows: str = ""
    because: str = ""
    note: str = ""

    @property
    def arms(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(arm for factor in self.factors for arm in factor.arms))

    @property
    def at_each_size(self) -> bool:
        return self.factors[0].region == "each"

    @property
    def rule(self) -> str:
        """`above 0`, `within ±10 points`; a single rate is a percentage, all else is in points."""
        amount = f"{100 * self.threshold:g}"
        if self.comparison is Comparison.WITHIN:
            return f"within ±{amount} points"
        return f"{self.comparison} {amount.replace('-', '−')}{self._unit if self.threshold else ''}"

    @property
    def is_rate(self) -> bool:
        """Whether it is one share of 1 and no difference."""
        (first, *others) = self.factors
        return not others and first.quantity in QUANTITIES and QUANTITIES[first.quantity].bounded

    @property
    def _unit(self) -> str:
        return "%" if self.is_rate else " points"


@cache
def predictions() -> tuple[Prediction, ...]:
    """Those of predictions.yaml."""
    data = yaml.safe_load(resources.files(__package__).joinpath("predictions.yaml").read_text("utf-8"))
    return tuple(_prediction(dict(item)) for item in data["predictions"])


def _prediction(item: dict[str, str]) -> Prediction:
    comparison, threshold = Comparison(item.pop("is")), float(item.pop("threshold"))
    return Prediction(factors=read_quantity(item["quantity"]), comparison=comparison, threshold=threshold, **item)


def read_quantity(text: str) -> tuple[Factor, ...]:
    """`p_rw(rl, out) - p_rw(base, out)`. Raises ValueError for a name that is none, or anything else between."""
    factors: list[Factor] = []
    position = 0
    while position < len(text.rstrip()):
        found = _FACTOR.match(text, position)
        if found is None or (factors and not found["sign"]):
            raise ValueError(f"not a quantity from here on: {text[position:]!r}")
        *arms, region = (argument.strip() for argument in found["arguments"].split(","))
        factors.append(Factor(-1 if found["sign"] == "-" else 1, found["quantity"], tuple(arms), region))
        position = found.end()
    _check(text, factors)
    return tuple(factors)


def _check(text: str, factors: list[Factor]) -> None:
    if not factors:
        raise ValueError("an empty quantity")
    for factor in factors:
        if factor.quantity not in QUANTITIES and factor.quantity != SHARES:
            raise ValueError(f"{text}: unknown quantity {factor.quantity!r}")
        if len(factor.arms) != (2 if factor.quantity == SHARES else 1):
            raise ValueError(f"{text}: {factor.quantity} of {len(factor.arms)} arms")
        if factor.region not in REGIONS:
            raise ValueError(f"{text}: unknown sizes {factor.region!r}")
    if len(factors) > 1 and any(factor.quantity == SHARES for factor in factors):
        raise ValueError(f"{text}: {SHARES} stands alone")
    if len({factor.region == "each" for factor in factors}) > 1:
        raise ValueError(f"{text}: `each` stands in all terms or in none")


def with_table(page: str) -> str:
    """A page of the documentation with the predictions between TABLE_BEGINS and TABLE_ENDS."""
    head, begins, rest = page.partition(TABLE_BEGINS)
    _, ends, tail = rest.partition(TABLE_ENDS)
    if not (begins and ends):
        raise UserError(f"no place for the predictions: {TABLE_BEGINS} … {TABLE_ENDS}")
    return f"{head}{begins}\n{_table()}{ends}{tail}"


def _table() -> str:
    rows = ["| name | the paper | what is tested | quantity | predicted |", "|---|---|---|---|---|"]
    for item in predictions():
        source = f"{item.where}: “{item.says}”" if item.says else f"{item.where}: {item.shows}"
        tests = f"{item.tests} {item.note}".strip()
        rule = item.rule + (f" ({item.because})" if item.because else "")
        rows.append(f"| `{item.id}` | {source} | {tests} | `{item.quantity}` | {rule} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    import sys
    from pathlib import Path

    for path in map(Path, sys.argv[1:]):
        path.write_text(with_table(path.read_text("utf-8")), "utf-8")
