"""The paper's values (paper.yaml), typed, with their provenance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from statistics import NormalDist

import yaml


@dataclass(frozen=True)
class PaperCell:
    """An accuracy of Table 1 in percent, with the Wald 95% interval that the paper's formula gives (not clipped)."""

    accuracy: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class Assumption:
    """A value that the paper lost or does not give, ours instead, and why."""

    what: str
    value: str
    why: str


@dataclass(frozen=True)
class Paper:
    """Table 1 by arm and by size, and the assumptions that any reading of the paper rests on."""

    citation: str
    sizes: tuple[str, ...]
    sizes_status: str
    sizes_why: str
    in_distribution: tuple[str, ...]
    interval_note: str
    table1: dict[str, dict[str, PaperCell]]
    assumptions: tuple[Assumption, ...]


@cache
def paper() -> Paper:
    """The values of paper.yaml."""
    data = yaml.safe_load(resources.files(__package__).joinpath("paper.yaml").read_text("utf-8"))
    table, columns = data["table1"], data["table1"]["columns"]
    n = table["n"]
    return Paper(
        citation=data["citation"],
        sizes=tuple(columns["sizes"]),
        sizes_status=columns["status"],
        sizes_why=columns["why"],
        in_distribution=tuple(columns["sizes"][: columns["in_distribution"]]),
        interval_note=f"{table['interval']['method']}; {table['interval']['why']}",
        table1={
            arm: {size: _cell(value, n) for size, value in zip(columns["sizes"], values, strict=True)}
            for arm, values in table["rows"].items()
        },
        assumptions=tuple(Assumption(**item) for item in data["assumed"]),
    )


def _cell(percent: float, n: int) -> PaperCell:
    """Not statsmodels' Wald interval, which is clipped to [0, 1]: the paper prints an upper end of 100.7 for 98%."""
    share = percent / 100
    half = 100 * NormalDist().inv_cdf(0.975) * (share * (1 - share) / n) ** 0.5
    return PaperCell(percent, percent - half, percent + half, n)
