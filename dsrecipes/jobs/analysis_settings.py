"""A recipe's `analysis` section as the analysis takes it, which knows no recipe."""

from __future__ import annotations

from dsrecipes.analysis.markers import Kind, MarkerEntry
from dsrecipes.analysis.settings import Settings
from dsrecipes.recipe.schema import Analysis


def settings(analysis: Analysis) -> Settings:
    markers = tuple(
        MarkerEntry(name=marker.name, kind=Kind(marker.kind), pattern=marker.pattern, source=marker.source)
        for marker in analysis.markers
    )
    return Settings(analysis.analyzer, markers, analysis.interval, analysis.resamples)
