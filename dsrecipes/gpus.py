"""The GPUs of this machine."""

from __future__ import annotations

import os
import shutil
import subprocess

from dsrecipes.backends.command import Accelerator


def gpus() -> list[str]:
    """The NVIDIA GPUs that a job may use, a line each: name, memory, driver. Empty where there is none."""
    if os.environ.get("CUDA_VISIBLE_DEVICES", "all").strip() in ("", "-1") or not shutil.which("nvidia-smi"):
        return []
    query = ["nvidia-smi", "--query-gpu=name,memory.total,driver_version", "--format=csv,noheader"]
    try:
        answer = subprocess.run(query, capture_output=True, text=True, timeout=20, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return []
    return [line.strip() for line in answer.splitlines() if line.strip()]


def accelerator() -> Accelerator:
    """What jobs on this machine run on: "cuda" where there is an NVIDIA GPU, else "cpu"."""
    return "cuda" if gpus() else "cpu"
