"""How trajectories are to be read and summed up: the settings that a recipe's `analysis` section or `analyze` gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # the command line has its defaults from here, and --help imports no reader
    from dsrecipes.analysis.markers import MarkerEntry

IntervalMethod = Literal["wilson", "wald", "clopper-pearson", "bootstrap"]

PAPER_RESAMPLES = 100
"""Bootstrap resamples of the test set behind the paper's predicted accuracy (Appendix E.4)."""

MAX_RESAMPLES = 1_000_000
"""So many take 0.6 GB for one model and size; percentiles have long stopped changing."""


@dataclass(frozen=True)
class Settings:
    """`analyzer` is the name of an analyzer plugin (entry point group `dsrecipes.analyzers`), `markers` are those that
    come on top of the shipped registry, `interval` is how the rates' 95% intervals are computed, `resamples` and `seed`
    are the bootstrap's."""

    analyzer: str = "two-stage"
    markers: tuple[MarkerEntry, ...] = ()
    interval: IntervalMethod = "wilson"
    resamples: int = PAPER_RESAMPLES
    seed: int = 0
