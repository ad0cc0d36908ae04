"""The estimates against what PyTorch really allocates (benchmarks/memory.py has more cases)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import BackendPython

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "memory.py"


@pytest.mark.backend
def test_estimates_are_within_15_percent_of_the_measured_memory(backend_python: BackendPython) -> None:
    done = subprocess.run(
        [sys.executable, BENCHMARK, "--quick", "--json", "--python", backend_python.python],
        capture_output=True,
        text=True,
        check=False,
    )
    results = json.loads(done.stdout or "[]")
    assert results, done.stderr
    for result in results:
        assert result["errors"]["parameters"] == 0
        assert result["errors"]["states"] == pytest.approx(0, abs=0.001)
        assert result["errors"]["kept"] == pytest.approx(0, abs=0.02), result
        assert result["errors"]["peak"] == pytest.approx(0, abs=0.15), result
