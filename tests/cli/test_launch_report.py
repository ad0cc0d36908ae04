"""The report of runs that were finished before."""

import os
from pathlib import Path

import pytest

from dsrecipes.cli import launch


class Told:
    def __init__(self) -> None:
        self.refreshed = 0


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    told = Told()

    def refresh(*_: object) -> None:
        told.refreshed += 1

    monkeypatch.setattr(launch, "refresh_report", refresh)
    return told


def _put(path: Path, when: float) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    os.utime(path, (when, when))
    return path


@pytest.mark.parametrize(("report", "anew"), [(None, 1), (50.0, 1), (100.0, 0), (200.0, 0)])
def test_a_report_that_is_missing_or_older_than_a_run_is_written(
    tmp_path: Path, told: Told, report: float | None, anew: int
) -> None:
    folder = _put(tmp_path / "b" / "run-1" / "manifest.json", 100.0).parent
    if report is not None:
        _put(tmp_path / "report" / "report.html", report)
    launch.catch_up_report(tmp_path, [folder], None)  # type: ignore[arg-type]
    assert told.refreshed == anew
