from __future__ import annotations

from pathlib import Path

import pytest
from documents import document
from run_folders import write_tiny_runs

from dsrecipes.report.document import Document


@pytest.fixture(scope="session")
def tiny_runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the four tiny arms, one finished run each."""
    runs = tmp_path_factory.mktemp("runs")
    write_tiny_runs(runs)
    return runs


@pytest.fixture(scope="session")
def tiny(tiny_runs: Path) -> Document:
    """The report on them."""
    return document(tiny_runs)
