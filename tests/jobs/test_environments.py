"""Environments are pinned, made once, made whole or not at all, and do not leak into each other.

Packages are real wheels, a few hundred bytes each, in a folder that stands for the user's package source: uv really
installs them and no test needs the network.
"""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tiny_environment import silent, tiny

from dsrecipes import resources
from dsrecipes.backends import cpu
from dsrecipes.errors import JobFailed, UserError
from dsrecipes.jobs import environments
from dsrecipes.jobs.environments import Environment

LAUNCH = resources.folder("launch")


def run_inside(environment: Environment, code: str) -> str:
    answer = subprocess.run(
        [environment.python, "-c", code],
        env=environments.process_env(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout.strip() or answer.stderr.strip().splitlines()[-1]


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


# --- failures -------------------------------------------------------------------------------------------------------


def test_too_little_space_is_told_before_anything_is_downloaded(tmp_path: Path, source: Path) -> None:
    environment = tiny(tmp_path, disk_gib=1e9)
    with pytest.raises(JobFailed, match=r"GiB free in .*\n.*DSRECIPES_HOME"):
        environments.ensure(environment, silent)
    assert not environment.folder.exists()


@pytest.mark.parametrize(
    ("home", "said"),
    [
        ("{}/with space", "no space and no colon"),
        ("{}/ends ", "no space and no colon"),
        (" ", "no space and no colon"),
        ("{}/h:1", "no space and no colon"),
        ("{}/afile", "{}/afile: the folder of environments cannot be here: this is a file"),
        ("{}/afile/below", "{}/afile: the folder of environments cannot be here: this is a file"),
        ("~nouser-of-that-name/x", "~nouser-of-that-name/x: the folder of environments cannot be told"),
    ],
)
def test_a_home_that_is_none_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str, said: str) -> None:
    (tmp_path / "afile").touch()
    monkeypatch.setenv("DSRECIPES_HOME", home.format(tmp_path))
    with pytest.raises(UserError) as error:
        environments.home()
    assert said.format(tmp_path) in str(error.value) and "Set DSRECIPES_HOME" in str(error.value)


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


def test_what_the_user_loads_first_stays_first(tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = tiny(tmp_path)
    environments.ensure(environment, silent)
    (packages,) = environment.folder.glob("lib/python*/site-packages")
    library = packages / "ray" / "core" / "libjemalloc.so"
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    monkeypatch.delenv("LD_PRELOAD", raising=False)
    monkeypatch.delenv("MALLOC_CONF", raising=False)
    assert "LD_PRELOAD" not in environments.process_env(environment)
    library.parent.mkdir(parents=True)
    library.touch()
    assert environments.process_env(environment)["LD_PRELOAD"] == str(library)
    monkeypatch.setattr("platform.machine", lambda: "aarch64")
    assert "LD_PRELOAD" not in environments.process_env(environment)
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    monkeypatch.setenv("LD_PRELOAD", "libtheirs.so")
    assert environments.process_env(environment)["LD_PRELOAD"] == "libtheirs.so"
    assert "MALLOC_CONF" not in environments.process_env(environment)


@pytest.mark.backend
@pytest.mark.skipif((platform.machine(), sys.platform) != ("x86_64", "linux"), reason="where Ray's jemalloc is used")
def test_cpu_processes_take_memory_from_jemalloc(backend_python: Any) -> None:
    code = "print(sum('libjemalloc' in line for line in open('/proc/self/maps')))"
    for extra in ({}, cpu.frugal_allocator("cpu")):
        answer = subprocess.run(
            [backend_python.python, "-c", code],
            env=backend_python.env | extra,
            capture_output=True,
            text=True,
            check=False,
        )
        assert int(answer.stdout) > 0, answer.stderr
        assert answer.stderr == ""  # jemalloc complains of settings that it does not know


@pytest.mark.backend
@pytest.mark.skipif((platform.machine(), sys.platform) != ("x86_64", "linux"), reason="where Ray's jemalloc is used")
def test_the_frugal_allocator_gives_back_what_is_freed(backend_python: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    code = """if True:
        import time, psutil, torch
        blocks = [torch.ones(1 << 24) for _ in range(8)]  # 512 MiB
        del blocks
        time.sleep(1.5)
        torch.ones(1 << 22).sum()
        print(psutil.Process().memory_info().rss >> 20)
    """
    left = {}
    for extra in ("kept", "frugal"):
        variables = cpu.frugal_allocator("cpu") if extra == "frugal" else {}
        answer = subprocess.run(
            [backend_python.python, "-c", code], env=backend_python.env | variables, capture_output=True, text=True
        )
        left[extra] = int(answer.stdout)
    assert left["kept"] - left["frugal"] > 400, left
    monkeypatch.setenv("MALLOC_CONF", "theirs")
    assert cpu.frugal_allocator("cpu") == {}
    assert cpu.frugal_allocator("cuda") == {}


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
