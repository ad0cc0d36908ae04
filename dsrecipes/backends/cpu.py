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


_JEMALLOC = "background_thread:false,thp:always"
KEEPS_FREED = f"dirty_decay_ms:-1,muzzy_decay_ms:-1,{_JEMALLOC}"
"""jemalloc's settings for a training: freed memory is kept, in huge pages, for the next step asks for as much again."""


def allocator_chosen() -> bool:
    """Whether the user has said where processes take their memory from."""
    return not {"LD_PRELOAD", "MALLOC_CONF"}.isdisjoint(os.environ)


def frugal_allocator(accelerator: Accelerator) -> dict[str, str]:
    """Settings of the environments' allocator for a process that holds gradients as large as its model.

    Memory is given back a second after it was freed: `KEEPS_FREED` would come to several times what is in use
    (docs/probe.md).
    """
    if accelerator != "cpu" or allocator_chosen():
        return {}
    return {"MALLOC_CONF": f"dirty_decay_ms:1000,muzzy_decay_ms:0,{_JEMALLOC}"}
