"""The machine that a recipe is planned for: one of machines.yaml, a file of the same form, or this one."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import psutil
import yaml

from dsrecipes.errors import UserError
from dsrecipes.gpus import gpus
from dsrecipes.plan.quantities import GIB

THIS = "this"


@dataclass(frozen=True)
class Machine:
    """What a plan needs to know. Bytes, FLOP/s and bytes/s; None: not known. GPUs' figures are of one of them."""

    name: str
    title: str
    devices: int
    """GPUs; 0 for a machine without one."""
    device_memory: float | None
    bf16_flops: float | None
    fp32_flops: float | None
    bandwidth: float | None
    link: float | None
    """Between host and device, in one direction."""
    host_memory: float
    host_flops: float | None
    host_bandwidth: float | None
    cores: int
    sources: Mapping[str, str]


def names() -> list[str]:
    return [*_shipped(), THIS]


def machine(name: str) -> Machine:
    """A machine by name, by a file of the form of machines.yaml, or `this` one. Raises UserError if there is none."""
    if name == THIS:
        return this_machine()
    shipped = _shipped()
    if name in shipped:
        return _of_entry(name, shipped[name])
    if Path(name).is_file():
        try:
            ((own_name, entry),) = yaml.safe_load(Path(name).read_text(encoding="utf-8")).items()
            return _of_entry(own_name, entry)
        except (AttributeError, KeyError, TypeError, ValueError, yaml.YAMLError) as error:
            hint = "one entry with the keys of dsrecipes/plan/machines.yaml"
            raise UserError(f"not a machine: {error}", where=name, hint=hint) from error
    raise UserError(
        f"no machine is called {name!r}", hint=f"name one of {', '.join(names())}, or the file of a machine"
    )


def _shipped() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("machines.yaml").read_text(encoding="utf-8")
    entries: dict[str, Any] = yaml.safe_load(text)
    return entries


def _of_entry(name: str, entry: Mapping[str, Any]) -> Machine:
    return Machine(
        name=name,
        title=entry["title"],
        devices=entry["devices"],
        device_memory=entry["device_gib"] * GIB,
        bf16_flops=entry["bf16_tflops"] * 1e12,
        fp32_flops=entry["fp32_tflops"] * 1e12,
        bandwidth=entry["bandwidth"] * 1e9,
        link=entry["link"] * 1e9,
        host_memory=entry["host_gib"] * GIB,
        host_flops=None,
        host_bandwidth=entry["host_bandwidth"] * 1e9,
        cores=entry["cores"],
        sources=entry["sources"],
    )


@cache
def this_machine() -> Machine:
    """This machine: its GPUs where they are known, and its cores, measured in a tenth of a second."""
    found = gpus()
    entry = next((entry for entry in _shipped().values() if found and entry["gpu"] in found[0]), None)
    host_flops, host_bandwidth = _measure_host()
    measured = "measured here: the fastest of a few products of matrices, and of copies, by NumPy in float32"
    return Machine(
        name=THIS,
        title="; ".join(found) or "this machine, without a GPU",
        devices=len(found),
        device_memory=_gib(found[0]) * GIB if found else None,
        bf16_flops=entry["bf16_tflops"] * 1e12 if entry else None,
        fp32_flops=entry["fp32_tflops"] * 1e12 if entry else None,
        bandwidth=entry["bandwidth"] * 1e9 if entry else None,
        link=entry["link"] * 1e9 if entry else None,
        host_memory=min(psutil.virtual_memory().total, _container_limit()),
        host_flops=host_flops,
        host_bandwidth=host_bandwidth,
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        sources={"host_flops": measured, "host_bandwidth": measured, **(entry["sources"] if entry else {})},
    )


def _gib(listed: str) -> float:
    """The memory in a line of nvidia-smi: "NVIDIA H200, 143771 MiB, 570.1" -> 140.4."""
    return float(listed.split(",")[1].split()[0]) / 1024


def _container_limit() -> float:
    try:
        return float(Path("/sys/fs/cgroup/memory.max").read_text())
    except (OSError, ValueError):  # no such limit here, or "max"
        return float("inf")


def _measure_host() -> tuple[float, float]:
    """(FLOP/s of a product of matrices, bytes/s of a copy that reads and writes), both the best of a few."""
    import numpy as np

    size = 1024
    left = np.ones((size, size), dtype=np.float32)
    large = np.ones(2**23, dtype=np.float32)
    copy = np.empty_like(large)
    product = _fastest(lambda: left @ left)
    copying = _fastest(lambda: np.copyto(copy, large))
    return 2 * size**3 / product, 2 * large.nbytes / copying


def _fastest(action: Callable[[], object], repeats: int = 10) -> float:
    def once() -> float:
        began = time.perf_counter()
        action()
        return time.perf_counter() - began

    return min(once() for _ in range(repeats))
