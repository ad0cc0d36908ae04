"""The gaps between arms that a scale's report speaks of, taken apart (dsrecipes/analysis/decomposition.py)."""

from __future__ import annotations

from dataclasses import dataclass

from dsrecipes.analysis.decomposition import Decomposition
from dsrecipes.report.arms import Arm, Region, Scale
from dsrecipes.report.estimates.estimator import Estimator


@dataclass(frozen=True)
class Gap:
    """Arm `a` over arm `b` at the sizes of a region, in `parts`; `why` says why there are none."""

    a: Arm
    b: Arm
    region: Region
    parts: Decomposition | None
    why: str = ""

    @property
    def title(self) -> str:
        return f"{self.a.label} − {self.b.label}"

    @property
    def sentence(self) -> str:
        """The result in plain words."""
        return self.parts.sentence if self.parts else f"{self.title} cannot be taken apart ({self.why})."


@dataclass(frozen=True)
class Gaps:
    """Every gap of a scale: by region, and the first pair's, which the claim is about, by size."""

    by_region: tuple[Gap, ...]
    by_size: tuple[Gap, ...]

    def of(self, arm: Arm, region: Region) -> Gap | None:
        """An arm's gap to the arm that all are compared with."""
        found = [gap for gap in self.by_region if gap.a is arm and gap.region is region]
        return found[-1] if found else None

    @property
    def claim(self) -> tuple[Gap, ...]:
        """Those of the first pair, by region."""
        return tuple(gap for gap in self.by_region if gap.title == self.by_region[0].title)


def gaps_of(scale: Scale, estimator: Estimator) -> Gaps:
    """The gaps of the scale's pairs (`Scale.gaps`)."""
    pairs = scale.gaps()
    sizes = [Region(size, (size,)) for size in scale.sizes]
    return Gaps(
        by_region=tuple(_gap(a, b, region, estimator) for a, b in pairs for region in scale.regions),
        by_size=tuple(_gap(a, b, size, estimator) for a, b in pairs[:1] for size in sizes),
    )


def _gap(a: Arm, b: Arm, region: Region, estimator: Estimator) -> Gap:
    missing = [(arm, why) for arm in (a, b) if (why := arm.why_not_by_problem(region.sizes))]
    if missing:
        return Gap(a, b, region, None, "; ".join(f"{arm.label}: {why}" for arm, why in missing))
    return Gap(a, b, region, estimator.decomposition(a, b, region))
