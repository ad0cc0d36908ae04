"""Where training put each arm: its policy in and out of distribution, and what of that changed from the base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dsrecipes.report.arms import Arm, Region, Scale
from dsrecipes.report.estimates.estimator import Estimator
from dsrecipes.report.estimates.found import Found

RATES = ("p", "p_sc", "p_rw")
SHARES = ("observed_gap", "sampling", "decision", "p_sc", "p_rw", "remainder")


@dataclass(frozen=True)
class Placed:
    """An arm over a region: its rates, their changes from the base, and its gap to the base taken apart.

    `changes` and `shares` are empty for the base; `why` says why else there are none.
    """

    arm: Arm
    region: Region
    rates: Mapping[str, Found]
    changes: Mapping[str, Found]
    shares: Mapping[str, Found]
    why: str = ""

    @property
    def surely_changed(self) -> dict[str, str]:
        """The rates whose change has an interval without 0, of problems enough: name -> `up` or `down`."""
        found = {name: change.interval for name, change in self.changes.items() if not change.too_few}
        return {name: "up" if ends[0] > 0 else "down" for name, ends in found.items() if ends and ends[0] * ends[1] > 0}


def place(arm: Arm, scale: Scale, estimator: Estimator) -> list[Placed]:
    """A measured arm over every region."""
    return [_place(arm, region, scale.base, estimator) for region in scale.regions]


def _place(arm: Arm, region: Region, base: Arm | None, estimator: Estimator) -> Placed:
    rates = {name: estimator.rate(name, arm, region) for name in RATES}
    if base is None or arm is base:
        return Placed(arm, region, rates, {}, {})
    changes = {name: estimator.change(name, arm, base, region) for name in RATES}
    shares = estimator.parts(arm, base, region)
    if shares is None:
        why = next(f"{x.label}: {why}" for x in (arm, base) if (why := x.why_not_by_problem(region.sizes)))
        return Placed(arm, region, rates, changes, {}, why)
    return Placed(arm, region, rates, changes, {name: shares.part(name) for name in SHARES})
