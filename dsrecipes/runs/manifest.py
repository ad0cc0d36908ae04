"""`manifest.json`: what a run is made of and how far it has come."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import psutil
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

import dsrecipes
from dsrecipes.files import write_atomically

State = Literal["pending", "running", "done", "failed", "interrupted"]


class StageRecord(BaseModel):
    """One stage. Times are ISO 8601 in UTC; `seconds` adds up over attempts, so an interrupted stage keeps its cost.

    `machine` and `versions` are those that ran it last: a later launch may redo some stages on another machine, with
    other versions.
    """

    model_config = ConfigDict(extra="forbid")

    name: str
    state: State = "pending"
    attempts: int = 0
    started: str | None = None
    finished: str | None = None
    seconds: float = 0.0
    machine: dict[str, str | int | float] = {}
    versions: dict[str, str] = {}

    @model_validator(mode="before")
    @classmethod
    def _of_older_manifests(cls, data: Any) -> Any:
        """Which have of a stage's versions the commit alone."""
        if isinstance(data, dict) and "commit" in data:
            data = dict(data)
            commit = data.pop("commit")
            data["versions"] = {"commit": commit} if commit else {}
        return data


class Manifest(BaseModel):
    model_config = ConfigDict(extra="forbid")

    recipe: str
    version: int
    run_id: str
    recipe_hash: str
    kind: str
    arm: str
    scale: str
    seed: int
    state: State = "pending"
    stages: list[StageRecord] = []
    hashes: dict[str, str] = {}
    """Of data files and the base model, once they are made: name -> sha256 (the first 16 hexadecimal digits)."""
    versions: dict[str, str] = {}
    machine: dict[str, str | int | float] = {}
    """Of the last launch, as `versions`; the stages have their own."""

    def stage(self, name: str) -> StageRecord:
        return next(record for record in self.stages if record.name == name)

    def save(self, path: Path) -> None:
        write_atomically(path, self.model_dump_json(indent=2) + "\n")

    @classmethod
    def read(cls, path: Path) -> Manifest:
        """Raises OSError if there is none, ValueError with the first thing that is wrong if it is damaged."""
        try:
            return cls.model_validate_json(path.read_text(encoding="utf-8"))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            key = ".".join(map(str, first["loc"]))
            raise ValueError(f"{key}: {first['msg']}" if key else first["msg"]) from error


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def machine() -> dict[str, str | int | float]:
    """What this machine is: no names of hosts or users, so that a manifest can be shared."""
    facts: dict[str, str | int | float] = {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count() or 1,
        "memory_gib": round(psutil.virtual_memory().total / 2**30, 1),
    }
    if shutil.which("nvidia-smi"):
        query = ["nvidia-smi", "--query-gpu=name", "--format=csv,noheader"]
        with suppress(subprocess.TimeoutExpired):
            listed = subprocess.run(query, capture_output=True, text=True, timeout=20, check=False)
            facts["gpus"] = ", ".join(listed.stdout.split("\n")).strip(", ")
    return facts


def core_versions() -> dict[str, str]:
    """Of dsrecipes (with the commit, in a clone) and Python."""
    found = {"dsrecipes": dsrecipes.__version__, "python": platform.python_version()}
    clone = Path(dsrecipes.__file__).parents[1]
    if (clone / ".git").exists() and shutil.which("git"):
        describe = ["git", "-C", str(clone), "describe", "--always", "--dirty", "--abbrev=12"]
        found["commit"] = subprocess.run(describe, capture_output=True, text=True, check=False).stdout.strip()
    return found
