"""The run folders under a folder of runs, for all who look for them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dsrecipes.locks import is_held
from dsrecipes.runs.manifest import Manifest
from dsrecipes.runs.run import LOCK

_DEPTH = 3  # runs/<recipe>/<run id>, and one folder more: runs kept in groups
_SIGNS_OF_A_RUN = ("manifest.json", "recipe.yaml", "metrics.jsonl", "trajectories.jsonl.gz")


def find_runs(runs: Path, *, skip: Path | None = None) -> list[tuple[Path, Manifest | str]]:
    """Every run folder under `runs`, or a link to one, in order of name, with its manifest, or in words why that cannot
    be read. What lies under `skip`, or in a hidden folder, is left out; a folder that does not exist has no runs.

    A run that its manifest calls running, and that no launch holds any more, is interrupted.
    """
    return [(folder, _manifest(folder / "manifest.json")) for folder in _folders(runs, skip)]


def _manifest(path: Path) -> Manifest | str:
    try:
        manifest = Manifest.read(path)
    except FileNotFoundError:
        return f"{path.name} is missing"
    except (OSError, ValueError) as error:
        return f"{path.name} cannot be read: {error}"
    if manifest.state == "running" and not is_held(path.with_name(LOCK)):  # its launch was killed
        manifest.state = "interrupted"
        for stage in manifest.stages:
            if stage.state == "running":
                stage.state = "interrupted"
    return manifest


def _folders(runs: Path, skip: Path | None) -> Iterator[Path]:
    seen: set[Path] = set()  # a folder that links lead to again is one run
    for root, folders, files in os.walk(runs, followlinks=True):
        here = Path(root)
        folders.sort()
        folders[:] = [name for name in folders if not name.startswith(".") and (skip is None or here / name != skip)]
        if here != runs and any(sign in files for sign in _SIGNS_OF_A_RUN):
            folders.clear()
            if here.resolve() not in seen:
                seen.add(here.resolve())
                yield here
        elif len(here.relative_to(runs).parts) >= _DEPTH:
            folders.clear()
