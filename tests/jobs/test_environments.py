"""Environments are pinned, made once, made whole or not at all, and do not leak into each other.

Packages are real wheels, a few hundred bytes each, in a folder that stands for the user's package source: uv really
installs them and no test needs the network.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dsrecipes import resources
from dsrecipes.errors import JobFailed, UserError
from dsrecipes.jobs import environments
from dsrecipes.jobs.environments import Environment

LAUNCH = resources.folder("launch")


def make_wheel(folder: Path, name: str, version: str) -> None:
    """A pure Python package of one module that says its version."""
    info = f"{name}-{version}.dist-info"
    members = {
        f"{name}.py": f"version = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    members[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*members, f"{info}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, text in members.items():
            wheel.writestr(path, text)


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and a folder of wheels that is known to pip alone and is the only source of packages."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    make_wheel(wheels, "pebble", "1.0")
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "uv-cache"))
    monkeypatch.setenv("DSRECIPES_HOME", str(tmp_path / "home"))
    return wheels


def tiny(tmp_path: Path, pins: str = "pebble==1.0\n", **changes: Any) -> Environment:
    path = tmp_path / "pins.txt"
    path.write_text(pins)
    running = f"{sys.version_info.major}.{sys.version_info.minor}"
    settings: dict[str, Any] = {"backends": ("verl",), "accelerator": "cpu", "disk_gib": 0.01, "pythons": (running,)}
    return Environment(name="tiny", pins=path, **settings | changes)


def run_inside(environment: Environment, code: str) -> str:
    answer = subprocess.run(
        [environment.python, "-c", code],
        env=environments.process_env(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout.strip() or answer.stderr.strip().splitlines()[-1]


def silent(_: str) -> None:
    pass


# --- the pins -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("environment", environments.all_environments(), ids=lambda environment: environment.name)
def test_every_package_is_pinned_once_to_one_version(environment: Environment) -> None:
    lines = environments.requirements(environment.pins)
    if environment.source_pins:
        lines += environments.requirements(environment.source_pins)
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9._-]+==[A-Za-z0-9.]+", line)] == []
    names = [line.partition("==")[0] for line in lines]
    assert len(names) == len(set(names))
    assert {"torch", "transformers"} <= set(names)


def test_launch_names_no_package_host() -> None:
    for path in LAUNCH.rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            text = path.read_text()
            assert "://" not in text and "--index" not in text and "--find-links" not in text, path


def test_cpu_environment_holds_versions_that_both_backends_accept() -> None:
    pins = dict(line.split("==") for line in environments.requirements(LAUNCH / "cpu.txt"))
    assert (pins["verl"], pins["llamafactory"]) == ("0.9.1", "0.9.5")
    assert pins["transformers"] in ("5.5.3", "5.5.4")


def test_resolved_cuda_pins_keep_to_what_was_asked_for() -> None:
    for wanted in LAUNCH.glob("*.in"):
        asked = {re.sub(r"\[.*\]", "", line) for line in environments.requirements(wanted) if "==" in line}
        assert asked <= set(environments.requirements(wanted.with_suffix(".txt")))


def test_each_backend_has_its_environment() -> None:
    def name(backend: environments.Backend, accelerator: environments.Accelerator) -> str:
        return environments.for_backend(backend, accelerator).name

    assert {name("verl", "cpu"), name("llamafactory", "cpu"), name("transformers", "cpu")} == {"cpu"}
    assert {name("verl", "cuda"), name("vllm", "cuda"), name("transformers", "cuda")} == {"verl-cuda"}
    assert name("llamafactory", "cuda") == "llamafactory-cuda"
    with pytest.raises(UserError, match=r"vllm has no environment.*\n.*transformers"):
        environments.for_backend("vllm", "cpu")


# --- the key --------------------------------------------------------------------------------------------------------


def test_other_pins_make_another_environment_and_other_comments_do_not(tmp_path: Path, source: Path) -> None:
    first = tiny(tmp_path, "pebble==1.0\n").key
    assert tiny(tmp_path, "# why\n\npebble==1.0  # so\n").key == first
    assert tiny(tmp_path, "pebble==1.1\n").key != first


def test_other_stubs_or_python_make_another_environment(tmp_path: Path, source: Path) -> None:
    stub = tmp_path / "stub.py"
    stub.write_text("")
    plain = tiny(tmp_path)
    with_stub = replace(plain, stubs=(stub,)).key
    stub.write_text("x = 1\n")
    other_python = replace(plain, pythons=("3.10",))
    assert len({plain.key, with_stub, replace(plain, stubs=(stub,)).key, other_python.key}) == 4


def test_home_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DSRECIPES_HOME", str(tmp_path / "mine"))
    assert environments.home() == tmp_path / "mine"
    monkeypatch.delenv("DSRECIPES_HOME")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert environments.home() == tmp_path / "dsrecipes"


# --- making one -----------------------------------------------------------------------------------------------------


def test_made_on_first_use_and_reused(tmp_path: Path, source: Path) -> None:
    stub = tmp_path / "soundless.py"
    stub.write_text("quiet = True\n")
    environment = tiny(tmp_path, stubs=(stub,))
    assert not environment.ready
    said: list[str] = []
    assert environments.ensure(environment, said.append) == environment.python
    assert any("Installed 1 package" in line for line in said)
    assert run_inside(environment, "import pebble, soundless; print(pebble.version, soundless.quiet)") == "1.0 True"
    assert environments.installed(environment) == {"pebble": "1.0"}
    said.clear()
    environments.ensure(environment, said.append)
    assert said == []


def test_what_an_interrupted_making_left_is_made_anew(tmp_path: Path, source: Path) -> None:
    environment = tiny(tmp_path)
    leftover = environment.folder / "lib" / "half-written"
    leftover.parent.mkdir(parents=True)
    leftover.write_text("")
    assert not environment.ready
    environments.ensure(environment, silent)
    assert environment.ready and not leftover.exists()


def test_interrupting_leaves_no_complete_environment_and_no_lock(tmp_path: Path, source: Path) -> None:
    environment = tiny(tmp_path)

    def interrupt(line: str) -> None:
        if "Installed" in line:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        environments.ensure(environment, interrupt)
    assert not environment.ready
    environments.ensure(environment, silent)
    assert environment.ready


def test_made_anew_when_its_python_is_gone(tmp_path: Path, source: Path) -> None:
    environment = tiny(tmp_path)
    environments.ensure(environment, silent)
    environment.python.unlink()
    environments.ensure(environment, silent)
    assert run_inside(environment, "import pebble; print(pebble.version)") == "1.0"


def test_of_two_at_once_one_makes_it_and_the_other_waits(tmp_path: Path, source: Path) -> None:
    environment = tiny(tmp_path)
    making = threading.Event()
    may_go_on = threading.Event()
    said: list[str] = []

    def hold(line: str) -> None:
        making.set()
        assert may_go_on.wait(30)

    def wait(line: str) -> None:
        said.append(line)
        may_go_on.set()

    maker = threading.Thread(target=environments.ensure, args=(environment, hold))
    maker.start()
    assert making.wait(30)
    environments.ensure(environment, wait)
    maker.join()
    assert [line for line in said if "waiting" in line] == said != []
    assert environment.ready


def test_pins_of_this_project_are_not_changed_by_the_folder_one_stands_in(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "pyproject.toml").write_text('[tool.uv]\noverride-dependencies = ["pebble==2.0"]\n')
    monkeypatch.chdir(project)
    environment = tiny(tmp_path)
    environments.ensure(environment, silent)
    assert environments.installed(environment) == {"pebble": "1.0"}


# --- torch ----------------------------------------------------------------------------------------------------------


def test_cpu_build_of_torch_is_taken_from_the_users_own_source(tmp_path: Path, source: Path) -> None:
    make_wheel(source, "torch", "2.13.0+cpu")
    environment = tiny(tmp_path, "pebble==1.0\ntorch==2.13.0\n")
    environments.ensure(environment, silent)
    assert environments.installed(environment) == {"pebble": "1.0", "torch": "2.13.0+cpu"}


@pytest.mark.skipif(sys.platform == "darwin", reason="PyTorch has one build for macOS")
def test_cuda_build_of_torch_is_never_taken_for_a_cpu(tmp_path: Path, source: Path) -> None:
    make_wheel(source, "torch", "2.13.0")  # on Linux the plain number is the CUDA build
    environment = tiny(tmp_path, "torch==2.13.0\n")
    with pytest.raises(JobFailed):
        environments.ensure(environment, silent)
    assert not environment.ready


def test_where_no_source_has_a_cpu_build_pytorchs_index_is_asked(tmp_path: Path, source: Path) -> None:
    environment = tiny(tmp_path, "torch==2.13.0\n")
    with pytest.raises(JobFailed):
        environments.ensure(environment, silent)
    first, second = re.findall(r"^\$ uv pip install (.*)$", environment.log.read_text(), re.MULTILINE)
    assert first.endswith("--no-deps --no-index torch==2.13.0+cpu")
    assert second.endswith("--no-deps --no-index --torch-backend cpu torch==2.13.0")


# --- package sources ------------------------------------------------------------------------------------------------


def test_settings_of_pip_reach_uv(monkeypatch: pytest.MonkeyPatch, source: Path, tmp_path: Path) -> None:
    config = tmp_path / "pip.conf"
    config.write_text(
        "[global]\nindex-url = https://user:secret@mirror.example/simple\nextra-index-url =\n"
        "  https://one.example/simple\n  https://two.example/simple\nfind-links = /global\n"
        "[install]\nfind-links = /mine\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(config))
    for name in ("PIP_FIND_LINKS", "PIP_NO_INDEX"):
        monkeypatch.delenv(name)
    variables, options = environments.package_sources()
    assert options == []
    assert variables | {"SSL_CERT_FILE": ""} == {
        "UV_FIND_LINKS": "/mine",
        "UV_DEFAULT_INDEX": "https://user:secret@mirror.example/simple",
        "UV_INDEX": "https://one.example/simple https://two.example/simple",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "SSL_CERT_FILE": "",
    }


def test_variables_of_pip_win_over_its_files_and_those_of_uv_over_both(
    monkeypatch: pytest.MonkeyPatch, source: Path
) -> None:
    monkeypatch.chdir(source.parent)
    monkeypatch.setenv("PIP_FIND_LINKS", "wheels https://wheels.example/")
    variables, options = environments.package_sources()
    assert (variables["UV_FIND_LINKS"], options) == (f"{source},https://wheels.example/", ["--no-index"])
    monkeypatch.setenv("UV_FIND_LINKS", "/other")
    assert "UV_FIND_LINKS" not in environments.package_sources()[0]


def test_passwords_of_package_sources_are_written_nowhere(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    monkeypatch.setenv("PIP_INDEX_URL", "https://user:hunter2@127.0.0.1:9/simple")
    with pytest.raises(JobFailed) as failure:
        environments.ensure(tiny(tmp_path), silent)
    assert "127.0.0.1:9" in str(failure.value.log_tail)
    assert "hunter2" not in f"{failure.value} {failure.value.log_tail}"
    written = [path for path in environments.home().rglob("*") if path.is_file() and b"hunter2" in path.read_bytes()]
    assert written == []


# --- failures -------------------------------------------------------------------------------------------------------


def test_a_version_that_does_not_exist_is_named_with_what_to_do(tmp_path: Path, source: Path) -> None:
    environment = tiny(tmp_path, "pebble==999\n")
    with pytest.raises(JobFailed) as failure:
        environments.ensure(environment, silent)
    message = str(failure.value)
    assert "environment tiny: pebble==999 is offered by none of your package sources" in message
    assert "command: uv pip install" in message and "PIP_FIND_LINKS" in message and str(environment.pins) in message
    assert "pebble==999" in str(failure.value.log_tail)
    assert not environment.ready


def test_a_dead_network_is_told_as_such(tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")  # nothing listens there
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    with pytest.raises(JobFailed, match="Check the network"):
        environments.ensure(tiny(tmp_path, "pebble==3.0\n"), silent)


def test_too_little_space_is_told_before_anything_is_downloaded(tmp_path: Path, source: Path) -> None:
    environment = tiny(tmp_path, disk_gib=1e9)
    with pytest.raises(JobFailed, match=r"GiB free in .*\n.*DSRECIPES_HOME"):
        environments.ensure(environment, silent)
    assert not environment.folder.exists()


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("")
    monkeypatch.setenv("DSRECIPES_HOME", str(file / "home"))
    with pytest.raises(UserError, match="DSRECIPES_HOME"):
        environments.ensure(tiny(tmp_path), silent)


# --- processes inside -----------------------------------------------------------------------------------------------


def test_inside_dsrecipes_and_its_entry_points_are_found_but_nothing_else_of_the_caller(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "beside"
    beside.mkdir()
    (beside / "neighbour.py").write_text("")
    monkeypatch.setenv("PYTHONPATH", str(beside))
    monkeypatch.setenv("VIRTUAL_ENV", sys.prefix)
    environment = tiny(tmp_path)
    environments.ensure(environment, silent)
    found = run_inside(
        environment,
        "import importlib.metadata, importlib.util as util, json\n"
        "import dsrecipes, dsrecipes.resources\n"
        "points = importlib.metadata.entry_points(group='verl.plugins')\n"
        "print(json.dumps({'version': importlib.metadata.version('dsrecipes'),\n"
        "    'recipes': str(dsrecipes.resources.folder('recipes')),\n"
        "    'plugins': {point.name: point.value for point in points},\n"
        "    'leaked': [name for name in ('pandas', 'typer', 'pytest', 'neighbour') if util.find_spec(name)]}))",
    )
    assert json.loads(found) == {
        "version": "0.1.0",
        "recipes": str(resources.folder("recipes")),
        "plugins": {"dsrecipes_cpu": "dsrecipes.verl_cpu:register"},
        "leaked": [],
    }


def test_programs_of_the_environment_come_first_on_the_path(tmp_path: Path, source: Path) -> None:
    environment = tiny(tmp_path)
    environments.ensure(environment, silent)
    found = shutil.which("python", path=environments.process_env(environment)["PATH"])
    assert found == str(environment.python)


@pytest.mark.backend
def test_cpu_environment_imports_both_backends(backend_python: Any) -> None:
    code = "import llamafactory, ray, torch, torchaudio, transformers, verl; print(torch.__version__)"
    answer = subprocess.run(
        [backend_python.python, "-c", code], env=backend_python.env, capture_output=True, text=True, check=False
    )
    assert answer.stdout.strip().startswith("2.13.0"), answer.stderr


@pytest.mark.backend
def test_llamafactory_starts_in_the_cpu_environment(backend_python: Any) -> None:
    answer = subprocess.run(
        ["llamafactory-cli", "version"], env=backend_python.env, capture_output=True, text=True, check=False
    )
    assert "version 0.9.5" in answer.stdout, answer.stderr
