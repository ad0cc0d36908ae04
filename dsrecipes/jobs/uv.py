"""Installing packages with uv: from where the user's pip takes them, and what to say when it fails."""

from __future__ import annotations

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path


class UvError(Exception):
    """uv failed: the `command`, as a user would type it, and the last lines that it wrote (`tail`)."""

    def __init__(self, command: str, lines: Sequence[str]) -> None:
        super().__init__(command)
        self.command = command
        self.tail = "\n".join(lines[-25:])


class Uv:
    """uv, at work on one virtual environment. Each of its methods raises UvError if uv fails, OSError if it cannot run.

    folder: the virtual environment, made by `make_venv`
    variables: those of uv's process; the user's package sources are added to them
    cwd: where uv runs, away from any project whose settings it would obey
    log: the file to which the commands and what uv says are added
    on_progress: is given the lines in which uv says what it is busy with
    """

    def __init__(
        self, folder: Path, *, variables: dict[str, str], cwd: Path, log: Path, on_progress: Callable[[str], None]
    ) -> None:
        sources, self._options = package_sources()
        self._variables = variables | sources
        # The build of torch is chosen here, not by a setting made for other work.
        self._variables.pop("UV_TORCH_BACKEND", None)
        self._folder = folder
        self._cwd = cwd
        self._log = log
        self._on_progress = on_progress

    def make_venv(self, python: str) -> None:
        """Make the virtual environment with a Python, given as a path or a version."""
        self._run(["venv", "--no-project", "--python", python, str(self._folder)])

    def install(self, *arguments: str) -> None:
        """Install what the arguments of `uv pip install` name, and nothing that it depends on."""
        python = str(self._folder / "bin" / "python")
        self._run(["pip", "install", "--python", python, "--no-deps", *self._options, *arguments])

    def install_torch_cpu(self, version: str) -> None:
        """Install the CPU build of torch; never the CUDA build, which the general index has under the same number."""
        own_sources, pytorch_index = torch_cpu_ways(version)
        try:
            self.install(*own_sources)
        except UvError:
            self.install(*pytorch_index)
        place = [str(path) for path in site_packages(self._folder)]
        found = next((torch.version for torch in importlib.metadata.distributions(name="torch", path=place)), "none")
        if sys.platform != "darwin" and not found.endswith("+cpu"):  # for macOS there is only one build
            raise UvError("uv pip install torch", [f"torch {found} was installed, which is no CPU build"])

    def _run(self, arguments: Sequence[str]) -> None:
        from uv import find_uv_bin

        shown = " ".join(["uv", *arguments])
        try:
            command = [find_uv_bin(), *arguments]
        except FileNotFoundError:
            raise UvError(shown, ["uv is not installed"]) from None
        lines: list[str] = []
        with (
            self._log.open("a", encoding="utf-8") as log,
            subprocess.Popen(
                command,
                cwd=self._cwd,
                env=self._variables,
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
                        self._on_progress(line.strip())
            except BaseException:  # Ctrl-C too: leave no uv behind
                process.terminate()
                raise
        if process.returncode:
            raise UvError(shown, lines)


def site_packages(folder: Path) -> list[Path]:
    """Where the packages of a virtual environment lie; empty until it is made."""
    return sorted(folder.glob("lib/python*/site-packages"))


def torch_cpu_ways(version: str) -> tuple[list[str], list[str]]:
    """What to ask of `uv pip install` for a CPU build of torch: of the user's own sources, and then of PyTorch's index.

    The first asks for the local version that only a CPU build has, so it fails rather than take the CUDA build, which
    has the plain number on the general index.
    """
    return [f"torch=={version}+cpu"], ["--torch-backend", "cpu", f"torch=={version}"]


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


def _pip_config() -> dict[str, str]:
    """pip's settings from its files, as `section.name`; empty where this Python has no pip."""
    asked = subprocess.run([sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False)
    pairs = (line.partition("=") for line in asked.stdout.splitlines() if "='" in line or '="' in line)
    return {name: str(ast.literal_eval(value)) for name, _, value in pairs}


def reason(tail: str) -> str:
    """What uv complains of in its last lines, in a line."""
    if missing := re.search(r"no versions? of (\S+)|Because (\S+) was not found", tail):
        return f"{missing[1] or missing[2]} is offered by none of your package sources"
    causes = re.findall(r"^\s*(?:error|cause): (.+)$", tail, re.MULTILINE)
    said = causes[:1] + causes[-1:] if len(causes) > 1 else causes or tail.splitlines()[-1:]
    return ": ".join(said) or "uv failed without a word"


def hint(tail: str, *, pins: Path, pythons: Sequence[str], cpu: bool) -> str:
    """What to do about the complaint in uv's last lines.

    `pins` is the file that names the versions, `pythons` are the versions of Python that will do, `cpu` is whether the
    CPU build of torch was asked for.
    """
    if re.search(r"No space left|os error 28|Disk quota", tail):
        return "Free some space, or set DSRECIPES_HOME (and UV_CACHE_DIR) to a larger disk."
    if "uv is not installed" in tail:
        return "Install it: pip install uv."
    if re.search(r"dns error|Failed to fetch|[Cc]onnect|timed out|Request failed|network", tail):
        advice = "Check the network; behind a proxy set HTTPS_PROXY, with a mirror of your own PIP_INDEX_URL."
        if cpu:
            advice += " A folder that holds the CPU wheel of torch can be given as PIP_FIND_LINKS."
        return advice
    if re.search(r"no versions? of|was not found|no wheels? with", tail):
        return f"Check PIP_INDEX_URL and PIP_FIND_LINKS; the versions stand in {pins}."
    if re.search(r"interpreter|No Python", tail):
        return f"Install Python {' or '.join(pythons)}."
    if re.search(r"Failed to build|build backend|nvcc", tail):
        return "A package is built from source: it needs a compiler, on CUDA the toolkit (nvcc); see launch/README.md."
    return "Run the command by hand to look closer."
