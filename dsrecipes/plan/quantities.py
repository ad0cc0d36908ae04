"""The shapes that all estimates share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GIB = 2**30


@dataclass(frozen=True)
class Term:
    """One line of a sum: what takes `bytes`, by which formula, and who says so (a paper, a source file, `assumed`)."""

    name: str
    bytes: float
    formula: str
    source: str


@dataclass(frozen=True)
class Moment:
    """A moment of a stage at which certain terms are in memory together."""

    name: str
    terms: tuple[Term, ...]

    @property
    def bytes(self) -> float:
        return sum(term.bytes for term in self.terms)


@dataclass(frozen=True)
class Memory:
    """What a stage needs of one memory (a GPU's, or the host's), moment by moment, against what is there."""

    place: str
    moments: tuple[Moment, ...]
    available: float | None
    """Bytes; None where the machine's is not known."""

    @property
    def peak(self) -> Moment:
        return max(self.moments, key=lambda moment: moment.bytes)

    @property
    def spare(self) -> float | None:
        """Bytes left at the peak; negative: so much is missing."""
        return None if self.available is None else self.available - self.peak.bytes

    @property
    def fits(self) -> bool | None:
        return None if self.spare is None else self.spare >= 0


@dataclass(frozen=True)
class Span:
    """An estimate that is honest about its width: from `low` to `high`."""

    low: float
    high: float

    @classmethod
    def exactly(cls, value: float) -> Span:
        return cls(value, value)

    def __add__(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high)

    def __mul__(self, factor: float) -> Span:
        return Span(self.low * factor, self.high * factor)


def total(spans: Sequence[Span]) -> Span:
    return sum(spans, Span(0, 0))
