"""Problems drawn anew: the totals of several arms on the same problems, as they are, resampled, and by seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dsrecipes.analysis.intervals import generator, resampled_totals
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.tally import Problem, Tally
from dsrecipes.report.arms import Arm, Region
from dsrecipes.report.estimates.over_seeds import seed_tallies
from dsrecipes.report.estimates.quantities import COUNTS, INDEX, Totals


@dataclass(frozen=True)
class Draws:
    """Totals of one arm over a region: shape (1 + resamples, sizes, counts), the data themselves first; by seed the
    same without resamples. `once`: no problem was answered twice."""

    totals: Totals
    by_seed: tuple[Totals, ...]
    sizes: tuple[str, ...]
    once: bool


def drawn_together(arms: Sequence[Arm], region: Region, settings: Settings) -> dict[str, Draws]:
    """Of each arm by key, on the problems that all of them were given."""
    totals: list[list[Totals]] = [[] for _ in arms]
    by_seed: list[list[list[Totals]]] = [[[] for _ in seed_tallies(arm, region)] for arm in arms]
    once = [True] * len(arms)
    for position, size in enumerate(region.sizes):
        tallies = [arm.tallies([size])[0] for arm in arms]
        common = list(tallies[0].problems)
        for given in (set(tally.problems) for tally in tallies[1:]):
            common = [problem for problem in common if problem in given]
        counts = np.hstack([_rows(tally, common) for tally in tallies])
        rng = generator(settings.seed, *(tally.model for tally in tallies), size)
        drawn = np.vstack([counts.sum(axis=0), resampled_totals(counts, settings.resamples, rng)])
        for index, arm in enumerate(arms):
            own = slice(index * len(COUNTS), (index + 1) * len(COUNTS))
            totals[index].append(drawn[:, own])
            once[index] &= bool((counts[:, own][:, INDEX["trajectories"]] <= 1).all())
            for seed, parts in zip(seed_tallies(arm, region), by_seed[index], strict=True):
                parts.append(_rows(seed[position], common).sum(axis=0, keepdims=True).astype(np.float64))
    return {
        arm.key: Draws(
            np.stack(totals[index], axis=1),
            tuple(np.stack(parts, axis=1) for parts in by_seed[index]),
            region.sizes,
            once[index],
        )
        for index, arm in enumerate(arms)
    }


def _rows(tally: Tally, problems: Sequence[Problem]) -> NDArray[np.int64]:
    """The counts of some problems, 0 for one that was not given; shape (problems, counts)."""
    row_of = {problem: row for row, problem in enumerate(tally.problems)}
    rows = np.zeros((len(problems), len(COUNTS)), dtype=np.int64)
    given = [index for index, problem in enumerate(problems) if problem in row_of]
    rows[given] = tally.columns(COUNTS)[[row_of[problems[index]] for index in given]]
    return rows
