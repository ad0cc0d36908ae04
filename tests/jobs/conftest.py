"""Fixtures of the tests that make environments."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tiny_environment import make_wheel


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and a folder of wheels that is known to pip alone and is the only source of packages."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    make_wheel(wheels, "pebble", "1.0")
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "uv-cache"))
    monkeypatch.setenv("DSRECIPES_HOME", str(tmp_path / "home"))
    return wheels
