"""The fingerprint of the reader is of what decides the results, and of nothing else."""

from __future__ import annotations

from pathlib import Path

from dsrecipes import analysis
from dsrecipes.analysis import fingerprint


def test_what_decides_results_counts_and_what_shows_or_moves_them_does_not() -> None:
    counted = {file.name for file in fingerprint.files()}
    assert {"attempts.py", "sums.py", "calibration.py", "trajectories.py", "markers.yaml", "exact_match.py"} <= counted
    assert not counted & {"audit.py", "workers.py", "writing.py"}


def test_every_file_of_the_package_counts_but_those_named() -> None:
    there = {file.name for file in Path(analysis.__file__).parent.glob("*.py")}
    assert there >= fingerprint._NO_PART
    assert there - {file.name for file in fingerprint.files()} == fingerprint._NO_PART
