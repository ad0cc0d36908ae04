"""`dsrecipes doctor`: what is installed and usable here, and what to do about what is not."""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from dsrecipes.jobs.environments import Environment

SHOWN_PACKAGES = ("verl", "llamafactory", "torch", "transformers", "ray", "vllm")
"""The packages of an environment whose versions are shown."""

_MARKS = {"ok": "[green]ok[/]", "note": "[yellow]note[/]", "problem": "[red]problem[/]"}


@dataclass(frozen=True)
class Check:
    """One thing looked at: what was found, whether it will do, and what to do about it."""

    name: str
    found: str
    verdict: Literal["ok", "note", "problem"] = "ok"
    """"problem": something will not run; "note": good to know."""
    todo: str = ""


@dataclass(frozen=True)
class EnvironmentCheck(Check):
    """An environment of the backends, made or not."""

    folder: str = ""
    ready: bool = False
    size_bytes: int = 0
    packages: dict[str, str] = field(default_factory=dict)
    """Versions of those of `SHOWN_PACKAGES` that it holds."""


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Show what is installed and usable here.

    And what to do about what is not. Ends with 1 if something will not run.
    """
    from rich.markup import escape
    from rich.table import Table

    from dsrecipes.cli.console import console

    checks = examine()
    if as_json:
        typer.echo(json.dumps([asdict(check) for check in checks], indent=2))
    else:
        table = Table("")
        for heading in ("found", "", "what to do"):
            table.add_column(heading, overflow="fold")  # a path that is cut off helps nobody
        for check in checks:
            table.add_row(check.name, escape(check.found), _MARKS[check.verdict], escape(check.todo))
        console().print(table)
    if any(check.verdict == "problem" for check in checks):
        raise typer.Exit(1)


def examine() -> list[Check]:
    """Look at everything that dsrecipes needs here. Starts nothing and imports no backend."""
    return [*_software(), *_machine(), *_environments()]


def _software() -> Iterator[Check]:
    import dsrecipes
    from dsrecipes.gpus import accelerator
    from dsrecipes.jobs import environments

    supported = environments.for_backend("verl", accelerator()).pythons
    version = platform.python_version()
    fits = ".".join(version.split(".")[:2]) in supported
    todo = "" if fits else f"The backends need Python {' or '.join(supported)}: uv finds or downloads one."
    yield Check("Python", f"{version} ({sys.executable})", "ok" if fits else "note", todo)
    yield Check("dsrecipes", dsrecipes.__version__)
    try:
        from uv import find_uv_bin

        yield Check("uv", find_uv_bin())
    except (ImportError, FileNotFoundError):
        yield Check("uv", "not found", "problem", "pip install uv")


def _machine() -> Iterator[Check]:
    import psutil

    from dsrecipes.gpus import accelerator, gpus
    from dsrecipes.jobs import environments

    found_gpus = gpus()
    jobs = "Jobs run on the CPU: meant for the recipes under tiny/."
    yield Check("GPU", "; ".join(found_gpus) or "none", todo="" if found_gpus else jobs)
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    yield Check("CPU cores", str(cores), "ok" if cores > 1 else "note", "" if cores > 1 else "Two or more are advised.")

    memory = psutil.virtual_memory()
    limit = min(memory.total, _cgroup_memory())
    enough = limit >= 7.5 * 2**30
    found = f"{_gib(limit)}, {_gib(min(memory.available, limit))} available"
    yield Check("memory", found, *(("ok", "") if enough else ("note", "The tiny recipes take up to 8 GiB.")))
    if Path("/dev/shm").is_dir():
        shared = shutil.disk_usage("/dev/shm").total
        todo = "Ray is slow with so little: start the container with --shm-size=4g."
        yield Check("shared memory", _gib(shared), *(("ok", "") if shared >= 2**30 else ("note", todo)))

    wanted = [each for each in environments.all_environments() if each.accelerator == accelerator()]
    needed = sum(each.disk_gib for each in wanted if not each.ready)
    yield _disk("disk, environments", environments.home(), needed, "set DSRECIPES_HOME to a folder on a larger disk.")
    yield _disk("disk, here", Path.cwd(), 2, "write runs to a larger disk with --runs.")


def _environments() -> Iterator[Check]:
    from dsrecipes.gpus import accelerator
    from dsrecipes.jobs import environments

    here = accelerator()
    known = environments.all_environments()
    for environment in known:
        yield _environment(environment, here)
    folders = {environment.folder for environment in known}
    for folder in sorted(environments.home().glob("envs/*/")):
        if folder not in folders:
            todo = "Made by other pins; delete the folder unless another version of dsrecipes uses it."
            yield Check("unused environment", f"{folder} ({_gib(_size(folder))})", "note", todo)


def _environment(environment: Environment, here: str) -> EnvironmentCheck:
    from dsrecipes.jobs import environments

    name = f"environment {environment.name}"
    folder = str(environment.folder)
    if environment.ready:
        versions = environments.installed(environment)
        packages = {package: versions[package] for package in SHOWN_PACKAGES if package in versions}
        size = _size(environment.folder)
        found = f"{', '.join(f'{package} {version}' for package, version in packages.items())}\n{folder} ({_gib(size)})"
        return EnvironmentCheck(name, found, folder=folder, ready=True, size_bytes=size, packages=packages)
    if environment.folder.exists():
        todo = "Nothing: the next launch makes it anew, if none is making it now."
        return EnvironmentCheck(name, "half made", "note", todo, folder=folder)
    if environment.accelerator != here:
        return EnvironmentCheck(name, "not made", todo=f"Nothing: it is for {environment.accelerator}.", folder=folder)
    todo = f"Nothing: the first launch makes it (takes up to {environment.disk_gib:g} GiB)."
    return EnvironmentCheck(name, "not made yet", "note", todo, folder=folder)


def _disk(name: str, folder: Path, needed_gib: float, otherwise: str) -> Check:
    """Whether a folder, or the one it will be made in, can be written and has room."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(there).free
    found = f"{_gib(free)} free in {folder}"
    if not os.access(there, os.W_OK):
        return Check(name, f"{there} cannot be written", "problem", f"Change that, or {otherwise}")
    if free < needed_gib * 2**30:
        return Check(name, found, "problem", f"{needed_gib:g} GiB are needed: free some, or {otherwise}")
    return Check(name, found)


def _cgroup_memory() -> int:
    """The memory limit of the container in bytes; a very large number without one."""
    try:
        return int(Path("/sys/fs/cgroup/memory.max").read_text())
    except (OSError, ValueError):  # another system, or "max"
        return sys.maxsize


def _size(folder: Path) -> int:
    """Bytes of the files under a folder."""
    total = 0
    for parent, _, files in os.walk(folder):
        total += sum(os.lstat(os.path.join(parent, file)).st_size for file in files)  # noqa: PTH118 (40,000 files)
    return total


def _gib(size: float) -> str:
    return f"{size / 2**30:.1f} GiB"
