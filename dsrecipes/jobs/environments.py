"""The Python environments in which the backends run: pinned in `launch/`, made with uv on first use, kept for the next.

    cpu                verl, llamafactory, transformers      launch/cpu.txt
    verl-cuda          verl, vllm, transformers              launch/verl-cuda.txt
    llamafactory-cuda  llamafactory                          launch/llamafactory-cuda.txt

An environment lies in `home()/envs/<name>-<key>`, where the key is a hash of all that it is made from, so that other
pins make another environment and leave the old one to the runs that use it. Packages are taken from where the user's
pip and uv take them.
"""

from __future__ import annotations

import ast
import hashlib
import importlib.metadata
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from dsrecipes import resources
from dsrecipes.errors import JobFailed, UserError

Backend = Literal["verl", "llamafactory", "transformers", "vllm"]
Accelerator = Literal["cpu", "cuda"]
Progress = Callable[[str], None]

_STAMP = "complete.json"
_PACKAGE = Path(__file__).resolve().parents[1]
_RUNNING = f"{sys.version_info.major}.{sys.version_info.minor}"
# Variables that belong to the Python that runs dsrecipes, not to the environment.
_CALLERS = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "VIRTUAL_ENV_PROMPT", "__PYVENV_LAUNCHER__"}


def home() -> Path:
    """The folder of environments and caches: `$DSRECIPES_HOME`, else `dsrecipes` in the user's cache folder."""
    if chosen := os.environ.get("DSRECIPES_HOME"):
        return Path(chosen).expanduser().absolute()
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache").absolute() / "dsrecipes"


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


def requirements(path: Path) -> list[str]:
    """The requirements in a file of pins, without comments and blank lines."""
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def installed(environment: Environment) -> dict[str, str]:
    """Versions of the packages in an environment, read from their metadata, by normalised name. Imports none."""
    found = importlib.metadata.distributions(path=[str(path) for path in _site_packages(environment)])
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
    variables = {name: value for name, value in os.environ.items() if name not in _CALLERS}
    variables["PYTHONPATH"] = str(bridge())
    variables["PYTHONNOUSERSITE"] = "1"
    # LLaMA-Factory starts torchrun by name.
    variables["PATH"] = os.pathsep.join([str(environment.python.parent), os.environ.get("PATH", os.defpath)])
    # Under `uv run dsrecipes`, Ray would start its workers by `uv run` too, in the caller's environment.
    variables["RAY_ENABLE_UV_RUN_RUNTIME_ENV"] = "0"
    return variables


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


def package_sources() -> tuple[dict[str, str], list[str]]:
    """Where the user's pip takes packages from, as variables and options of uv, which reads its own settings only.

    Variables of uv that are set already are left out. Nothing of it is written down: an address may hold a password.
    """
    listed = _pip_config()

    def setting(name: str) -> list[str]:
        value = os.environ.get(f"PIP_{name.upper().replace('-', '_')}")
        return (value or listed.get(f"install.{name}") or listed.get(f"global.{name}") or "").split()

    def absolute(place: str) -> str:
        return place if "://" in place else str(Path(place).expanduser().absolute())

    sources: dict[str, str] = {}
    if places := setting("find-links"):
        sources["UV_FIND_LINKS"] = ",".join(absolute(place) for place in places)
    if (index := setting("index-url")) and "UV_INDEX_URL" not in os.environ:
        sources["UV_DEFAULT_INDEX"] = index[0]
    if (extra := setting("extra-index-url")) and "UV_EXTRA_INDEX_URL" not in os.environ:
        sources["UV_INDEX"] = " ".join(extra)
        # As pip does, and every version is pinned: the first index that knows a package need not have that version.
        sources["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    if certificates := setting("cert"):
        sources["SSL_CERT_FILE"] = certificates[0]
    no_index = "".join(setting("no-index")).lower() in ("1", "true", "yes", "on")
    variables = {name: value for name, value in sources.items() if name not in os.environ}
    return variables, ["--no-index"] if no_index else []


def torch_cpu_ways(version: str) -> tuple[list[str], list[str]]:
    """What to ask of `uv pip install` for a CPU build of torch: of the user's own sources, and then of PyTorch's index.

    The first asks for the local version that only a CPU build has, so it fails rather than take the CUDA build, which
    has the plain number on the general index.
    """
    return [f"torch=={version}+cpu"], ["--torch-backend", "cpu", f"torch=={version}"]


# --- making one ------------------------------------------------------------------------------------------------------


class _UvError(Exception):
    def __init__(self, command: str, lines: Sequence[str]) -> None:
        super().__init__(command)
        self.command = command
        self.tail = "\n".join(lines[-25:])


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
    except _UvError as failure:
        raise JobFailed(
            f"{_reason(failure.tail)}\n  command: {failure.command}",
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
    # The build of torch is chosen here, not by a setting made for other work.
    variables = {name: value for name, value in os.environ.items() if name not in {*_CALLERS, "UV_TORCH_BACKEND"}}
    sources, options = package_sources()
    variables |= sources
    variables["PATH"] = os.pathsep.join([str(environment.python.parent), os.environ.get("PATH", os.defpath)])

    def uv_install(*arguments: str) -> None:
        common = ["pip", "install", "--python", str(environment.python), "--no-deps", *options]
        _run_uv([*common, *arguments], variables, environment, on_progress)

    python = sys.executable if environment.python_version == _RUNNING else environment.python_version
    venv = ["venv", "--no-project", "--python", python, str(environment.folder)]
    _run_uv(venv, variables, environment, on_progress)
    if environment.accelerator == "cpu":
        _install_torch_cpu(environment, uv_install)
    # Compiled now, by all cores: otherwise each of Ray's processes does it, again and again where Python writes none.
    uv_install("--compile-bytecode", "--requirements", str(environment.pins))
    if environment.source_pins:
        uv_install("--no-build-isolation", "--requirements", str(environment.source_pins))
    for stub in environment.stubs:
        for place in _site_packages(environment):
            shutil.copy(stub, place / stub.name)


def _install_torch_cpu(environment: Environment, uv_install: Callable[..., None]) -> None:
    """The CPU build of the torch in the pins; never the CUDA build, which the general index has under that number."""
    pinned = [line.removeprefix("torch==") for line in requirements(environment.pins) if line.startswith("torch==")]
    if not pinned:
        return
    own_sources, pytorch_index = torch_cpu_ways(pinned[0])
    try:
        uv_install(*own_sources)
    except _UvError:
        uv_install(*pytorch_index)
    version = installed(environment).get("torch", "none")
    if sys.platform != "darwin" and not version.endswith("+cpu"):  # for macOS there is only one build
        raise _UvError("uv pip install torch", [f"torch {version} was installed, which is no CPU build"])


def _run_uv(
    arguments: Sequence[str], variables: dict[str, str], environment: Environment, on_progress: Progress
) -> None:
    """Run uv, its output into the environment's log and what it is busy with to `on_progress`. Raises _UvError."""
    from uv import find_uv_bin

    shown = " ".join(["uv", *arguments])
    try:
        command = [find_uv_bin(), *arguments]
    except FileNotFoundError:
        raise _UvError(shown, ["uv is not installed"]) from None
    lines: list[str] = []
    with (
        environment.log.open("a", encoding="utf-8") as log,
        # In home(), so that a project that the user stands in has no say.
        subprocess.Popen(
            command,
            cwd=home(),
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as process,
    ):
        assert process.stdout is not None
        log.write(f"$ {shown}\n")
        try:
            for line in process.stdout:
                log.write(line)
                lines.append(line.rstrip())
                if line.lstrip().startswith(("Downloading", "Building", "Prepared", "Installed", "Bytecode")):
                    on_progress(f"{environment.name}: {line.strip()}")
        except BaseException:  # Ctrl-C too: leave no uv behind
            process.terminate()
            raise
    if process.returncode:
        raise _UvError(shown, lines)


@contextmanager
def _locked(environment: Environment, on_progress: Progress) -> Iterator[None]:
    lock = FileLock(environment.folder.with_suffix(".lock"))
    try:
        environment.folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            on_progress(f"{environment.name}: another process is making the environment, waiting for it")
            lock.acquire()
    except OSError as error:
        raise _not_writable(environment.folder.parent, error) from None
    try:
        yield
    finally:
        lock.release()


def _not_writable(folder: Path, error: OSError) -> UserError:
    return UserError(
        f"cannot be written: {error.strerror or error}",
        where=str(folder),
        hint="Set DSRECIPES_HOME to a folder that you may write.",
    )


def _site_packages(environment: Environment) -> list[Path]:
    return sorted(environment.folder.glob("lib/python*/site-packages"))


def _pip_config() -> dict[str, str]:
    """pip's settings from its files, as `section.name`; empty where this Python has no pip."""
    asked = subprocess.run([sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False)
    pairs = (line.partition("=") for line in asked.stdout.splitlines() if "='" in line or '="' in line)
    return {name: str(ast.literal_eval(value)) for name, _, value in pairs}


def _reason(tail: str) -> str:
    """What uv complains of, in a line."""
    if missing := re.search(r"no versions? of (\S+)|Because (\S+) was not found", tail):
        return f"{missing[1] or missing[2]} is offered by none of your package sources"
    causes = re.findall(r"^\s*(?:error|cause): (.+)$", tail, re.MULTILINE)
    said = causes[:1] + causes[-1:] if len(causes) > 1 else causes or tail.splitlines()[-1:]
    return ": ".join(said) or "uv failed without a word"


def _hint(tail: str, environment: Environment) -> str:
    """What to do about uv's complaint."""
    if re.search(r"No space left|os error 28|Disk quota", tail):
        return "Free some space, or set DSRECIPES_HOME (and UV_CACHE_DIR) to a larger disk."
    if "uv is not installed" in tail:
        return "Install it: pip install uv."
    if re.search(r"dns error|Failed to fetch|[Cc]onnect|timed out|Request failed|network", tail):
        hint = "Check the network; behind a proxy set HTTPS_PROXY, with a mirror of your own PIP_INDEX_URL."
        if environment.accelerator == "cpu":
            hint += " A folder that holds the CPU wheel of torch can be given as PIP_FIND_LINKS."
        return hint
    if re.search(r"no versions? of|was not found|no wheels? with", tail):
        return f"Check PIP_INDEX_URL and PIP_FIND_LINKS; the versions stand in {environment.pins}."
    if re.search(r"interpreter|No Python", tail):
        return f"Install Python {' or '.join(environment.pythons)}."
    if re.search(r"Failed to build|build backend|nvcc", tail):
        return "A package is built from source: it needs a compiler, on CUDA the toolkit (nvcc); see launch/README.md."
    return "Run the command by hand to look closer."
