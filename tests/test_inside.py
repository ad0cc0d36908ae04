"""The checks of code that runs inside the backends' environment (`tests/inside`), run there by unittest."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import BackendPython

INSIDE = Path(__file__).parent / "inside"


@pytest.mark.backend
@pytest.mark.parametrize("file", sorted(path.name for path in INSIDE.glob("check_*.py")))
def test_inside_the_backends_environment(backend_python: BackendPython, file: str) -> None:
    done = subprocess.run(
        [backend_python.python, "-m", "unittest", "discover", "-s", INSIDE, "-p", file],
        env=backend_python.env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert " 0 tests" not in done.stderr, done.stderr
