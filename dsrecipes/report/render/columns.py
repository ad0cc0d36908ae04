"""Which cells of a table are numbers: their columns are set to the right, and other cells among them say why."""

from __future__ import annotations

import re

from dsrecipes.report.document import Table
from dsrecipes.report.render.markup import plain

# Neither `3×4` nor a date, a version or a hash.
_NUMBER = re.compile(r"[(\[]*[+\-−±<>≤≥≈~]?\s?\d[\d,]*(\.\d+)?(e[+\-−]?\d+)?(?![\w.×-])", re.IGNORECASE)
_DASHES = ("", "-", "–", "—")


def is_number(cell: str) -> bool:
    """Whether a cell shows a number, with whatever follows it: an interval, a unit, n."""
    return not cell.startswith("`") and bool(_NUMBER.match(plain(cell).strip()))


def of_numbers(table: Table) -> tuple[bool, ...]:
    """By column, whether it holds numbers: then what is no number there is a reason, and few reasons differ."""
    return tuple(_of_numbers([row[index] for row in table.cells]) for index in range(len(table.headings)))


def _of_numbers(cells: list[str]) -> bool:
    numbers = sum(map(is_number, cells))
    others = {cell for cell in cells if cell not in _DASHES and not is_number(cell)}
    return numbers > 0 and len(others) <= 1 + numbers // 4
