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
    same without resamples.

    `by_problem` are the counts of each problem of all sizes, shape (problems, 1, counts). `once`: no problem was
    answered twice. `left_out`: problems of this arm that another one was not given; `unshared`: sizes of which nothing
    is left.
    """

    totals: Totals
    by_seed: tuple[Totals, ...]
    by_problem: Totals
    left_out: int
    unshared: tuple[str, ...]

    @property
    def once(self) -> bool:
        return bool((self.by_problem[..., INDEX["trajectories"]] <= 1).all())


def drawn_together(arms: Sequence[Arm], region: Region, settings: Settings) -> dict[str, Draws]:
    """Of each arm by key, on the problems that all of them were given."""
    seeds = [seed_tallies(arm, region) for arm in arms]
    totals: list[list[Totals]] = [[] for _ in arms]
    by_seed: list[list[list[Totals]]] = [[[] for _ in of_arm] for of_arm in seeds]
    by_problem: list[list[Totals]] = [[] for _ in arms]
    left_out = [0] * len(arms)
    unshared = []
    for position, size in enumerate(region.sizes):
        tallies = [arm.tallies([size])[0] for arm in arms]
        common = list(tallies[0].problems)
        for given in (set(tally.problems) for tally in tallies[1:]):
            common = [problem for problem in common if problem in given]
        unshared += [] if common else [size]
        counts = np.hstack([_rows(tally, common) for tally in tallies])
        rng = generator(settings.seed, *(tally.model for tally in tallies), size)
        drawn = np.vstack([counts.sum(axis=0), resampled_totals(counts, settings.resamples, rng)])
        for index, tally in enumerate(tallies):
            own = slice(index * len(COUNTS), (index + 1) * len(COUNTS))
            totals[index].append(drawn[:, own])
            by_problem[index].append(counts[:, np.newaxis, own].astype(np.float64))
            left_out[index] += len(tally.problems) - len(common)
            for seed, parts in zip(seeds[index], by_seed[index], strict=True):
                parts.append(_rows(seed[position], common).sum(axis=0, keepdims=True).astype(np.float64))
    return {
        arm.key: Draws(
            np.stack(totals[index], axis=1),
            tuple(np.stack(parts, axis=1) for parts in by_seed[index]),
            np.concatenate(by_problem[index]),
            left_out[index],
            tuple(unshared),
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
