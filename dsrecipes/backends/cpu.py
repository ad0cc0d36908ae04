"""What any backend's process needs to use a CPU well."""

from __future__ import annotations

import os

from dsrecipes.backends.command import Accelerator

PROCESSES = 2
"""A training's batch is shared by so many processes, whatever the number of cores, so that the result is the same
everywhere. For a small model two are faster than one with twice the threads: SFT nearly twice, GRPO by a seventh
(docs/speed.md)."""


def variables(accelerator: Accelerator, processes: int = 1) -> dict[str, str]:
    """OpenMP's settings: the cores that we may use, shared by `processes`, and threads that sleep while they wait.

    Threads that spin instead, which is the default, bring a training to a standstill as soon as anything else wants a
    core (measured: 6.5 s a step instead of 1.6 on two busy cores).
    """
    if accelerator != "cpu":
        return {}
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return {"OMP_NUM_THREADS": str(max(1, cores // processes)), "OMP_WAIT_POLICY": "PASSIVE"}
