"""Tests between models on the same problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from dsrecipes.report.arms import NO_COUNTS, Arm, Region, Scale
from dsrecipes.report.cells import escape, p_value, points, shown_size
from dsrecipes.report.document import Block, Section, Table, Text
from dsrecipes.report.estimates.estimator import Estimator
from dsrecipes.report.paired import PairedTest, holm, paired_test
from dsrecipes.report.sections.seed_spread import seeds

_HOW = (
    "Two models that answered the same problems are compared problem by problem, by McNemar's exact test where each "
    "gave one answer to a problem; where a model gave several (seeds, samples), by its form for clustered answers "
    "(Durkalski 2003). *Holm*: corrected for the number of tests of the table."
)


@dataclass(frozen=True)
class Compared:
    """Model `a` against model `b` at the sizes of a region; `why` says why there is no test. `p_holm`: corrected."""

    a: Arm
    b: Arm
    region: Region
    test: PairedTest | None
    why: str
    p_holm: float | None

    @property
    def title(self) -> str:
        return f"{escape(self.a.label)} − {escape(self.b.label)}"


def section(scale: Scale, estimator: Estimator) -> Section:
    """McNemar's tests between all pairs of models, and the spread between seeds."""
    blocks: list[Block] = []
    left_out = [arm for arm in scale.compared if arm.why_not_by_problem(list(arm.results))]
    arms = [arm for arm in scale.compared if not arm.why_not_by_problem(list(arm.results))]
    if left_out:
        names = ", ".join(escape(arm.label) for arm in left_out)
        blocks.append(Text(f"Left out of the tests: {names} ({NO_COUNTS})."))
    if len(arms) > 1:
        blocks += [Text(_HOW), by_region(scale, arms), by_size(scale, arms)]
    return Section(f"comparisons-{scale.slug}", "Are the differences real?", (*blocks, *seeds(scale, estimator)))


def compare_all(arms: Sequence[Arm], regions: Sequence[Region]) -> list[Compared]:
    """All pairs of some models at each of the regions; Holm's correction is for all of these tests."""
    pairs = [(a, b, region) for region in regions for b, a in combinations(arms, 2)]
    tests = [_test(a, b, region) for a, b, region in pairs]
    corrected = holm([test.p_value if test else None for test, _ in tests])
    return [Compared(*pair, *test, adjusted) for pair, test, adjusted in zip(pairs, tests, corrected, strict=True)]


def _test(a: Arm, b: Arm, region: Region) -> tuple[PairedTest | None, str]:
    for arm in (a, b):
        if why := arm.why_not_by_problem(region.sizes):
            return None, f"{escape(arm.label)}: {why}"
    test = paired_test(a.tally(region), b.tally(region))
    return (test, "") if test.n_problems else (None, "no problem in common")


def by_region(scale: Scale, arms: Sequence[Arm]) -> Table:
    """A row a pair and region."""
    compared = compare_all(arms, scale.regions)
    return Table(
        name=f"tests-{scale.slug}",
        caption="Paired tests on the problems that both models were given; difference of accuracies in points; how "
        f"many problems only the first, only the second got right. Holm's correction is for {_count(compared)} tests.",
        frame=pd.DataFrame([_record(scale, item) for item in compared]),
        headings=("where", "models", "difference", "only first : second", "n problems", "p", "p (Holm)"),
        cells=tuple((item.region.title, item.title, *_cells(item)) for item in compared),
    )


def _cells(item: Compared) -> tuple[str, ...]:
    test = item.test
    if test is None or test.p_value is None or item.p_holm is None:
        return item.why, *["–"] * 4
    form = ".0f" if test.exact else ".1f"
    only = f"{test.only_a:{form}} : {test.only_b:{form}}"
    return points(test.difference), only, str(test.n_problems), p_value(test.p_value), p_value(item.p_holm)


def by_size(scale: Scale, arms: Sequence[Arm]) -> Table:
    """A row a pair, a column a size."""
    compared = compare_all(arms, [Region(size, (size,)) for size in scale.sizes])
    found = {(item.title, item.region.title): item for item in compared}
    return Table(
        name=f"tests-by-size-{scale.slug}",
        caption="The same by size: difference of accuracies in points, and p by Holm's correction for "
        f"{_count(compared)} tests.",
        frame=pd.DataFrame([_record(scale, item) for item in compared]),
        headings=("models", *(shown_size(size, scale.trained_sizes) for size in scale.sizes)),
        cells=tuple(
            (title, *(_short(found[title, size]) for size in scale.sizes))
            for title in dict.fromkeys(item.title for item in compared)
        ),
    )


def _short(item: Compared) -> str:
    if item.test is None or item.p_holm is None:
        return item.why
    sign = "" if item.p_holm < 0.001 else "="
    return f"{points(item.test.difference)}, p{sign}{p_value(item.p_holm)}"


def _count(compared: Sequence[Compared]) -> int:
    return sum(item.p_holm is not None for item in compared)


def _record(scale: Scale, item: Compared) -> dict[str, object]:
    test = item.test
    return {
        "scale": scale.name,
        "where": item.region.title,
        "a": item.a.label,
        "b": item.b.label,
        "difference": test.difference if test else None,
        "only_a": test.only_a if test else None,
        "only_b": test.only_b if test else None,
        "n_problems": test.n_problems if test else None,
        "test": ("McNemar, exact" if test.exact else "McNemar, clustered") if test else "",
        "p_value": test.p_value if test else None,
        "p_value_holm": item.p_holm,
        "runs_a": item.a.trace["runs"],
        "runs_b": item.b.trace["runs"],
        "recipe_hashes": f"{item.a.trace['recipe_hashes']} {item.b.trace['recipe_hashes']}".strip(),
        "empty_because": item.why,
    }
