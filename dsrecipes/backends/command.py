"""A job as data: a command line, the environment it runs in, and a folder.

This is all that a launcher needs to know, here or on a cluster. Whatever a command reads is among its `files`, so a
plan can be shown, and run by hand, without the launcher.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Backend = Literal["verl", "llamafactory", "transformers", "vllm"]
Accelerator = Literal["cpu", "cuda"]


@dataclass(frozen=True)
class Progress:
    """How far a job has come: `step` of `total`, and the figures worth a look, e.g. {"loss": 0.31}."""

    step: int
    total: int
    figures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Command:
    """One process of a backend.

    `arguments` follow the interpreter of the backend's environment (`-m module …`). `files` are written before it
    starts. `progress` reads how far it has come from what it writes; it is called now and then while it runs. `settled`
    says whether all that belongs to what it has saved is written too; an interruption waits for that a while.
    `less_memory` is what a user does where memory ran out.
    """

    backend: Backend
    accelerator: Accelerator
    arguments: tuple[str, ...]
    folder: Path
    log: Path
    files: Mapping[Path, str] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)
    progress: Callable[[], Progress | None] = lambda: None
    settled: Callable[[], bool] = lambda: True
    less_memory: str = "lower the micro batch of the recipe"
