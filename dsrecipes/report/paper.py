"""The paper's values (paper.yaml), typed, with their provenance; those of its theory: dsrecipes/theory/paper.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from dsrecipes.analysis.intervals import Rate


@dataclass(frozen=True)
class PaperCell:
    """An accuracy of Table 1 in percent, with the Wald 95% interval that the paper prints (not clipped)."""

    rate: Rate
    low: float
    high: float

    @property
    def accuracy(self) -> float:
        """In percent."""
        return 100 * self.rate.successes / self.rate.n


@dataclass(frozen=True)
class Assumption:
    """A value that the paper lost or does not give, ours instead, and why."""

    what: str
    value: str
    why: str


@dataclass(frozen=True)
class Statement:
    """What the text says of one quantity of Figure 2 or 3, at some of the sizes."""

    arm: str
    quantity: str
    at: str
    says: str


@dataclass(frozen=True)
class Table2:
    """p(F→T) by share of corrective trajectories in the SFT data (%), a value a model of `columns`."""

    where: str
    columns: tuple[str, ...]
    rows: dict[int, tuple[float, ...]]


@dataclass(frozen=True)
class CutAtSix:
    """What SFT on up to six attempts gains over SFT on one, in points: final accuracy, of it by first answers and by
    reflection."""

    where: str
    final: float
    first: float
    reflection: float


@dataclass(frozen=True)
class Paper:
    """What the paper reports, and the assumptions that any reading of it rests on.

    `recipes` names the recipe of each row of Table 1.
    """

    citation: str
    sizes: tuple[str, ...]
    sizes_status: str
    sizes_why: str
    in_distribution: tuple[str, ...]
    interval_note: str
    table1: dict[str, dict[str, PaperCell]]
    recipes: dict[str, str]
    statements: tuple[Statement, ...]
    statements_where: str
    claim: str
    claim_where: str
    table2: Table2
    attempts: CutAtSix
    assumptions: tuple[Assumption, ...]

    def accuracy(self, arm: str, sizes: Sequence[str]) -> Rate | None:
        """Of a row of Table 1 over the problems of some sizes; None where it lacks one."""
        cells = self.table1.get(arm, {})
        if not sizes or any(size not in cells for size in sizes):
            return None
        rates = [cells[size].rate for size in sizes]
        return Rate(sum(rate.successes for rate in rates), sum(rate.n for rate in rates))


@cache
def paper() -> Paper:
    """The values of paper.yaml."""
    data = yaml.safe_load(resources.files(__package__).joinpath("paper.yaml").read_text("utf-8"))
    table, columns = data["table1"], data["table1"]["columns"]
    return Paper(
        citation=data["citation"],
        sizes=tuple(columns["sizes"]),
        sizes_status=columns["status"],
        sizes_why=columns["why"],
        in_distribution=tuple(columns["sizes"][: columns["in_distribution"]]),
        interval_note=f"{table['interval']['method']}; {table['interval']['why']}",
        table1={
            arm: {size: _cell(value, table["n"]) for size, value in zip(columns["sizes"], values, strict=True)}
            for arm, values in table["rows"].items()
        },
        recipes=table["recipes"],
        statements=tuple(Statement(**item) for item in data["figures_2_and_3"]["statements"]),
        statements_where=data["figures_2_and_3"]["where"],
        claim=data["claim"]["says"],
        claim_where=data["claim"]["where"],
        table2=Table2(
            data["table2"]["where"],
            tuple(data["table2"]["columns"]),
            {share: tuple(values) for share, values in data["table2"]["rows"].items()},
        ),
        attempts=CutAtSix(**{key: value for key, value in data["attempts"].items() if key != "status"}),
        assumptions=tuple(Assumption(**item) for item in data["assumed"]),
    )


def _cell(percent: int, n: int) -> PaperCell:
    rate = Rate(round(percent * n / 100), n)
    interval = rate.interval_by("wald")
    assert interval is not None  # n is not 0
    return PaperCell(rate, 100 * interval[0], 100 * interval[1])
