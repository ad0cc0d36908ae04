"""An environment of one package or two, each a real wheel of a few hundred bytes, so that uv really installs them."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from typing import Any

from dsrecipes.jobs.environments import Environment


def make_wheel(folder: Path, name: str, version: str) -> None:
    """A pure Python package of one module that says its version."""
    info = f"{name}-{version}.dist-info"
    members = {
        f"{name}.py": f"version = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    members[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*members, f"{info}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, text in members.items():
            wheel.writestr(path, text)


def tiny(tmp_path: Path, pins: str = "pebble==1.0\n", **changes: Any) -> Environment:
    path = tmp_path / "pins.txt"
    path.write_text(pins)
    running = f"{sys.version_info.major}.{sys.version_info.minor}"
    settings: dict[str, Any] = {"backends": ("verl",), "accelerator": "cpu", "disk_gib": 0.01, "pythons": (running,)}
    return Environment(name="tiny", pins=path, **settings | changes)


def silent(_: str) -> None:
    pass
