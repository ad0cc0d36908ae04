"""A recipe's `analysis` section as the analysis takes it, which knows no recipe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dsrecipes.analysis.markers import Kind, MarkerEntry, registry
from dsrecipes.analysis.settings import Settings
from dsrecipes.errors import UserError
from dsrecipes.recipe.schema import Analysis, Marker


def settings(analysis: Analysis) -> Settings:
    return Settings(analysis.analyzer, entries(analysis.markers), analysis.interval, analysis.resamples)


def entries(markers: Iterable[Marker]) -> tuple[MarkerEntry, ...]:
    return tuple(MarkerEntry(marker.name, Kind(marker.kind), marker.pattern, marker.source) for marker in markers)


def unfit(markers: Sequence[MarkerEntry]) -> list[tuple[int, UserError]]:
    """What is wrong with each of some entries, by its number: its pattern, or a name that another has."""
    try:
        registry(tuple(markers))
    except UserError:
        pass  # of the first one: now all of them
    else:
        return []
    good: list[MarkerEntry] = []
    found = []
    for number, entry in enumerate(markers):
        try:
            registry((*good, entry))
            good.append(entry)
        except UserError as error:
            found.append((number, error))
    return found
