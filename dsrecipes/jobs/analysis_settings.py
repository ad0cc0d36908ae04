"""A recipe's `analysis` section as the analysis takes it, which knows no recipe."""

from __future__ import annotations

from collections.abc import Iterable

from dsrecipes.analysis.markers import Kind, MarkerEntry
from dsrecipes.analysis.settings import Settings
from dsrecipes.recipe.schema import Analysis, Marker


def settings(analysis: Analysis) -> Settings:
    return Settings(analysis.analyzer, entries(analysis.markers), analysis.interval, analysis.resamples)


def entries(markers: Iterable[Marker]) -> tuple[MarkerEntry, ...]:
    return tuple(MarkerEntry(marker.name, Kind(marker.kind), marker.pattern, marker.source) for marker in markers)
