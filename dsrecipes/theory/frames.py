"""Rows of the theory's results as a pandas data frame, for tables and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def frame(rows: Sequence[Any]) -> pd.DataFrame:
    """One row a dataclass instance, one column a field; units of columns, where given, in `attrs["units"]`."""
    import pandas as pd

    table = pd.DataFrame([asdict(row) for row in rows])
    if rows:
        table.attrs["units"] = dict(getattr(rows[0], "units", {}))
    return table
