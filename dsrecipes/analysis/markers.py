"""The registry of lexical markers (markers.yaml), and where they stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

import yaml

# "{i}" of markers.yaml: whoever speaks announces what comes next.
_SPEAKER = (
    r"(?:let me|let us|let's|lets|i'll|i will|i'm going to|i am going to|i need to|i should|i must|i have to|"
    r"we'll|we will|we need to|we should|we must|we have to)(?: (?:now|carefully|quickly|just|also))?"
)


class Kind(StrEnum):
    REVISION = "revision"
    VERIFICATION = "verification"


@dataclass(frozen=True, slots=True)
class Marker:
    """A kind of marker, as the registry has it."""

    name: str
    kind: Kind
    source: str
    anchor: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A marker at `start`..`end` (characters) of a text."""

    marker: Marker
    start: int
    end: int


@dataclass(frozen=True)
class Registry:
    """The markers, and the words that take a revision marker's force away when they stand right before it."""

    markers: tuple[Marker, ...]
    not_after: re.Pattern[str]

    def find(self, text: str) -> list[Found]:
        """The markers of `text` in order, none overlapping: the one that begins first counts, of two the longer."""
        lowered = text.lower()
        found = [
            Found(marker, match.start(), match.end())
            for marker in self.markers
            if marker.anchor in lowered
            for match in marker.pattern.finditer(text)
            if not (marker.kind is Kind.REVISION and self._disarmed(text, match.start()))
        ]
        found.sort(key=lambda item: (item.start, -item.end))
        kept: list[Found] = []
        for item in found:
            if not kept or item.start >= kept[-1].end:
                kept.append(item)
        return kept

    def _disarmed(self, text: str, start: int) -> bool:
        return self.not_after.search(text[max(0, start - 40) : start]) is not None


def _compile(pattern: str, *, at_end: bool = False) -> re.Pattern[str]:
    pattern = pattern.replace("{i}", _SPEAKER).replace("'", "['’]").replace(" ", r"\s+").replace(r"\s+?", r"\s?")
    return re.compile(rf"\b(?:{pattern})" + ("$" if at_end else r"(?!\w)"), re.IGNORECASE)


@cache
def registry() -> Registry:
    """The markers of markers.yaml."""
    data = yaml.safe_load(resources.files(__package__).joinpath("markers.yaml").read_text("utf-8"))
    markers = tuple(
        Marker(entry["name"], kind, data["sources"][entry["source"]], entry["anchor"], _compile(entry["pattern"]))
        for kind in Kind
        for entry in data[kind.value]
    )
    return Registry(markers, _compile(data["not_after"], at_end=True))
