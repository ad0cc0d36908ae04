"""Probes as jobs, as far as no model is needed; tests/test_main_job.py measures real ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from dsrecipes.errors import UserError
from dsrecipes.jobs.probe import Request, probe


def test_two_probes_cannot_work_in_one_folder(tmp_path: Path) -> None:
    request = Request(models=(), trajectories=(), out=tmp_path / "probe")
    (tmp_path / "probe").mkdir()
    with FileLock(tmp_path / "probe" / ".lock"), pytest.raises(UserError, match="another probe") as refused:
        probe(request, print, lambda what, progress: None)
    assert refused.value.where == str(tmp_path / "probe")
    assert "--out" in str(refused.value.hint)
