"""A table's numbers as CSV."""

from __future__ import annotations

from dsrecipes.report.document import Table


def csv(table: Table) -> str:
    """A row a record, without the frame's index. Ten digits: the same on every machine, and more than was measured."""
    return table.frame.to_csv(index=False, float_format="%.10g", lineterminator="\n")
