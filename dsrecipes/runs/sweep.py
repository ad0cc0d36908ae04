"""`sweep.json`: the runs of one launch with several values of an override, in `runs/sweeps/<id>/` (docs/runs.md)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from dsrecipes.files import write_atomically


class SweepRun(BaseModel):
    """One combination and its run."""

    model_config = ConfigDict(extra="forbid")

    recipe: str
    run_id: str
    values: dict[str, str]
    """Swept key -> the value of this run, as YAML."""
    why: str | None = None
    """Why it failed when it was launched last; None where it did not."""

    @property
    def folder(self) -> str:
        """Relative to the folder of runs."""
        return f"{self.recipe}/{self.run_id}"


class SweepManifest(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str
    recipes: list[str]
    """As they were named on the command line."""
    swept: dict[str, list[str]]
    """Key -> its values, as YAML."""
    overrides: list[str]
    """Those of one value, which hold for all runs."""
    runs: list[SweepRun]
    """In the order in which they are launched."""
    versions: dict[str, str]

    def folder(self, runs: Path) -> Path:
        return runs / "sweeps" / self.id

    def save(self, runs: Path) -> None:
        write_atomically(self.folder(runs) / "sweep.json", self.model_dump_json(indent=2) + "\n")


def sweep_id(folders: Iterable[str]) -> str:
    """Eight hexadecimal digits: the same runs, in whatever order, are the same sweep."""
    return hashlib.sha256("\n".join(sorted(folders)).encode()).hexdigest()[:8]
