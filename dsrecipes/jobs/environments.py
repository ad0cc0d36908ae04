"""The Python environments in which the backends run: pinned in `launch/`, made with uv on first use, kept for the next.

    cpu                verl, llamafactory, transformers      launch/cpu.txt
    verl-cuda          verl, vllm, transformers              launch/verl-cuda.txt
    llamafactory-cuda  llamafactory                          launch/llamafactory-cuda.txt

An environment lies in `home()/envs/<name>-<key>`, where the key is a hash of all that it is made from, so that other
pins make another environment and leave the old one to the runs that use it. Packages are taken from where the user's
pip and uv take them.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import platform
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dsrecipes import resources
from dsrecipes.backends import cpu
from dsrecipes.backends.command import Accelerator, Backend
from dsrecipes.errors import JobFailed, UserError
from dsrecipes.jobs import uv
from dsrecipes.locks import held

Progress = Callable[[str], None]

_STAMP = "complete.json"
_PACKAGE = Path(__file__).resolve().parents[1]
_RUNNING = f"{sys.version_info.major}.{sys.version_info.minor}"
# Variables that belong to the Python that runs dsrecipes, not to the environment.
_CALLERS = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "VIRTUAL_ENV_PROMPT", "__PYVENV_LAUNCHER__"}


def home() -> Path:
    """The folder of environments and caches: `$DSRECIPES_HOME`, else `dsrecipes` in the user's cache folder.

    Raises UserError if it is none: a file, in a file, or of no user; or if its path has a space or a colon in it.
    """
    chosen = os.environ.get("DSRECIPES_HOME")
    try:
        cache = os.environ.get("XDG_CACHE_HOME")
        folder = Path(chosen).expanduser() if chosen else Path(cache or Path.home() / ".cache") / "dsrecipes"
        folder = folder.absolute()
    except RuntimeError as error:
        raise _no_home(f"cannot be told: {error}", chosen or "~") from None
    # LLaMA-Factory splits the command line of its own processes at spaces; PYTHONPATH and LD_PRELOAD end at colons.
    if re.search(r"[\s:]", str(folder)):
        raise _no_home("must have no space and no colon in its path", str(folder))
    there = next(path for path in (folder, *folder.parents) if path.exists())
    if not there.is_dir():
        raise _no_home("cannot be here: this is a file", str(there))
    return folder


def _no_home(what: str, where: str) -> UserError:
    hint = "Set DSRECIPES_HOME to another folder."
    return UserError(f"the folder of environments {what}", where=where, hint=hint)


@dataclass(frozen=True)
class Environment:
    """One Python environment, made or still to be made."""

    name: str
    pins: Path
    """Requirements file with every package as `name==version`, installed without a resolver."""
    backends: tuple[Backend, ...]
    accelerator: Accelerator
    disk_gib: float
    """Free space to ask for before it is made: the packages and uv's copy of them."""
    source_pins: Path | None = None
    """Packages built from source against those of `pins`, after them."""
    stubs: tuple[Path, ...] = ()
    """Modules laid into its site-packages."""
    pythons: tuple[str, ...] = ("3.11", "3.12")
    """Python versions that it works with: the one that runs dsrecipes if it is one of them, else the first."""

    @property
    def python_version(self) -> str:
        """The minor version of Python in it, such as "3.11"."""
        return _RUNNING if _RUNNING in self.pythons else self.pythons[0]

    @property
    def key(self) -> str:
        """A hash of what it is made from: pins without their comments, stubs, Python version, kind of machine."""
        files = [self.pins, *([self.source_pins] if self.source_pins else [])]
        parts = ["\n".join(requirements(path)) for path in files]
        parts += [f"{path.name}\n{path.read_text(encoding='utf-8')}" for path in self.stubs]
        parts += [self.accelerator, self.python_version, sys.platform, platform.machine()]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:10]

    @property
    def folder(self) -> Path:
        return home() / "envs" / f"{self.name}-{self.key}"

    @property
    def python(self) -> Path:
        """Its Python executable."""
        return self.folder / "bin" / "python"

    @property
    def log(self) -> Path:
        """What uv said when it was made."""
        return self.folder.with_suffix(".log")

    @property
    def ready(self) -> bool:
        """Whether it has been made to the end, and its Python is still there."""
        return (self.folder / _STAMP).is_file() and self.python.exists()


def all_environments() -> tuple[Environment, ...]:
    """Every environment that dsrecipes knows."""
    launch = resources.folder("launch")
    return (
        Environment(
            name="cpu",
            pins=launch / "cpu.txt",
            backends=("verl", "llamafactory", "transformers"),
            accelerator="cpu",
            disk_gib=3,
            stubs=(launch / "stubs" / "torchaudio.py",),
        ),
        Environment(
            name="verl-cuda",
            pins=launch / "verl-cuda.txt",
            backends=("verl", "vllm", "transformers"),
            accelerator="cuda",
            disk_gib=30,
            source_pins=launch / "verl-cuda-source.txt",
        ),
        Environment(
            name="llamafactory-cuda",
            pins=launch / "llamafactory-cuda.txt",
            backends=("llamafactory",),
            accelerator="cuda",
            disk_gib=20,
        ),
    )


def for_backend(backend: Backend, accelerator: Accelerator) -> Environment:
    """The environment in which a backend runs.

    Raises UserError where there is none: vLLM on a CPU.
    """
    for environment in all_environments():
        if environment.accelerator == accelerator and backend in environment.backends:
            return environment
    raise UserError(
        f"{backend} has no environment for accelerator {accelerator!r}",
        hint="On a CPU, generate with transformers." if backend == "vllm" else None,
    )


def requirements(path: Path) -> list[str]:
    """The requirements in a file of pins, without comments and blank lines."""
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def installed(environment: Environment) -> dict[str, str]:
    """Versions of the packages in an environment, read from their metadata, by normalised name. Imports none."""
    found = importlib.metadata.distributions(path=[str(path) for path in uv.site_packages(environment.folder)])
    return {re.sub(r"[-_.]+", "-", package.name).lower(): package.version for package in found}


def ensure(environment: Environment, on_progress: Progress) -> Path:
    """Make the environment unless it is there; return its Python executable.

    `on_progress` is given a line for each thing that takes time. Of several processes one makes it and the others wait.
    What an interrupted one left is thrown away.

    Raises JobFailed if it cannot be made (no space, no network, no such package), with the command and its last lines;
    UserError if `home()` cannot be written.
    """
    if environment.ready:
        return environment.python
    with _locked(environment, on_progress):
        if not environment.ready:  # another process may have made it while this one waited
            _make(environment, on_progress)
    return environment.python


def process_env(environment: Environment) -> dict[str, str]:
    """The variables of a process in the environment: the user's, less those of the Python that runs dsrecipes.

    dsrecipes can be imported there, and its entry points found, without the packages that are installed beside it here.
    """
    variables = _variables(environment)
    variables["PYTHONPATH"] = str(bridge())
    variables["PYTHONNOUSERSITE"] = "1"
    # Under `uv run dsrecipes`, Ray would start its workers by `uv run` too, in the caller's environment.
    variables["RAY_ENABLE_UV_RUN_RUNTIME_ENV"] = "0"
    return variables | _allocator(environment)


def _allocator(environment: Environment) -> dict[str, str]:
    """Variables that let a CPU's processes take memory from the jemalloc in Ray's wheel (docs/speed.md says why).

    Empty where the wheel has none or none for sure that fits the system's pages, and where the user has chosen what is
    loaded first.
    """
    if environment.accelerator != "cpu" or platform.machine() != "x86_64" or cpu.allocator_chosen():
        return {}
    for place in uv.site_packages(environment.folder):
        library = place / "ray" / "core" / "libjemalloc.so"
        if library.exists():
            return {"LD_PRELOAD": str(library), "MALLOC_CONF": cpu.KEEPS_FREED}
    return {}


def bridge() -> Path:
    """A folder to put on the path of another Python, that holds dsrecipes and its entry points and nothing else.

    Raises JobFailed if dsrecipes is not installed here (only its source is on the path).
    """
    try:
        distribution = importlib.metadata.distribution("dsrecipes")
    except importlib.metadata.PackageNotFoundError:
        raise JobFailed("dsrecipes is not installed in this Python", hint="Install it: pip install -e .") from None
    metadata = f"Metadata-Version: 2.1\nName: dsrecipes\nVersion: {distribution.version}\n"
    entry_points = distribution.read_text("entry_points.txt") or ""
    key = hashlib.sha256("\0".join([str(_PACKAGE), metadata, entry_points]).encode()).hexdigest()[:10]
    folder = home() / "bridge" / key
    if (folder / "dsrecipes" / "__init__.py").is_file():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=key, dir=folder.parent))
        info = draft / f"dsrecipes-{distribution.version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(metadata, encoding="utf-8")
        (info / "entry_points.txt").write_text(entry_points, encoding="utf-8")
        (draft / "dsrecipes").symlink_to(_PACKAGE, target_is_directory=True)
    except OSError as error:
        raise _not_writable(folder.parent, error) from None
    try:
        draft.rename(folder)
    except OSError:  # another process was first
        shutil.rmtree(draft)
    return folder


# --- making one ------------------------------------------------------------------------------------------------------


def _make(environment: Environment, on_progress: Progress) -> None:
    began = time.monotonic()
    folder = environment.folder
    if folder.exists():
        on_progress(f"{environment.name}: making it anew, the last time was interrupted")
        shutil.rmtree(folder)
    free = shutil.disk_usage(home()).free / 2**30
    if free < environment.disk_gib:
        raise JobFailed(
            f"{free:.1f} GiB free in {home()}, {environment.disk_gib:g} GiB needed",
            where=f"environment {environment.name}",
            hint="Free some space, or set DSRECIPES_HOME to a folder on a larger disk.",
        )
    on_progress(f"{environment.name}: making the environment in {folder} (once)")
    environment.log.unlink(missing_ok=True)
    try:
        _install(environment, on_progress)
    except uv.UvError as failure:
        raise JobFailed(
            f"{uv.reason(failure.tail)}\n  command: {failure.command}",
            where=f"environment {environment.name}",
            hint=f"{_hint(failure.tail, environment)} Whole log: {environment.log}",
            log_tail=failure.tail,
        ) from None
    except OSError as error:
        raise JobFailed(
            f"could not be made: {error}",
            where=f"environment {environment.name}",
            hint=_hint(f"os error {error.errno}", environment),
        ) from None
    seconds = time.monotonic() - began
    stamp = {
        "name": environment.name,
        "python": environment.python_version,
        "seconds": round(seconds, 1),
        "packages": installed(environment),
    }
    draft = folder / f"{_STAMP}.draft"
    draft.write_text(json.dumps(stamp, indent=1, sort_keys=True), encoding="utf-8")
    draft.replace(folder / _STAMP)  # last of all: what has the stamp is whole
    on_progress(f"{environment.name}: made in {seconds:.0f} s")


def _install(environment: Environment, on_progress: Progress) -> None:
    installer = uv.Uv(
        environment.folder,
        variables=_variables(environment),
        cwd=home(),  # so that a project that the user stands in has no say
        log=environment.log,
        on_progress=lambda line: on_progress(f"{environment.name}: {line}"),
    )
    installer.make_venv(sys.executable if environment.python_version == _RUNNING else environment.python_version)
    if environment.accelerator == "cpu":
        for line in requirements(environment.pins):
            if line.startswith("torch=="):
                installer.install_torch_cpu(line.removeprefix("torch=="))
    # Compiled now, by all cores: otherwise each of Ray's processes does it, again and again where Python writes none.
    installer.install("--compile-bytecode", "--requirements", str(environment.pins))
    if environment.source_pins:
        installer.install("--no-build-isolation", "--requirements", str(environment.source_pins))
    for stub in environment.stubs:
        for place in uv.site_packages(environment.folder):
            shutil.copy(stub, place / stub.name)


def _hint(tail: str, environment: Environment) -> str:
    return uv.hint(tail, pins=environment.pins, pythons=environment.pythons, cpu=environment.accelerator == "cpu")


def _variables(environment: Environment) -> dict[str, str]:
    """The user's, less those of the Python that runs dsrecipes, with the environment's programs first on the path."""
    variables = {name: value for name, value in os.environ.items() if name not in _CALLERS}
    # LLaMA-Factory starts torchrun by name, and a build from source its tools.
    variables["PATH"] = os.pathsep.join([str(environment.python.parent), os.environ.get("PATH", os.defpath)])
    return variables


@contextmanager
def _locked(environment: Environment, on_progress: Progress) -> Iterator[None]:
    wait = partial(on_progress, f"{environment.name}: another process is making the environment, waiting for it")
    with ExitStack() as stack:
        try:
            stack.enter_context(held(environment.folder.with_suffix(".lock"), wait))
        except OSError as error:
            raise _not_writable(environment.folder.parent, error) from None
        yield


def _not_writable(folder: Path, error: OSError) -> UserError:
    return UserError(
        f"cannot be written: {error.strerror or error}",
        where=str(folder),
        hint="Set DSRECIPES_HOME to a folder that you may write.",
    )
