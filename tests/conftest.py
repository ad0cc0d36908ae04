"""Fixtures that several test files share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest

from dsrecipes.jobs import environments

# How long an example takes depends on what else the machine does; what must be fast is tested by what it does.
hypothesis.settings.register_profile("dsrecipes", deadline=None)
hypothesis.settings.load_profile("dsrecipes")


@dataclass(frozen=True)
class BackendPython:
    """The Python in which the backends are installed, and the variables (`env`) of a process of it."""

    python: Path
    env: dict[str, str]


@pytest.fixture(scope="session")
def backend_python(pytestconfig: pytest.Config) -> BackendPython:
    """The CPU environment of both backends, made on first use (about a minute, then kept)."""
    environment = environments.for_backend("verl", "cpu")
    capture = pytestconfig.pluginmanager.getplugin("capturemanager")

    def show(line: str) -> None:
        with capture.global_and_fixture_disabled():
            print(line, flush=True)

    python = environments.ensure(environment, show)
    return BackendPython(python, environments.process_env(environment))
