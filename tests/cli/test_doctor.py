"""`doctor` says what is there, what is not and what to do, and makes nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from dsrecipes.cli.doctor import doctor, examine
from dsrecipes.jobs import environments

app = typer.Typer()
app.command()(doctor)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DSRECIPES_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    return tmp_path / "home"


def complete(environment: environments.Environment, packages: dict[str, str]) -> None:
    """Lay out an environment as it stands when made: stamp, Python, metadata of its packages."""
    environment.python.parent.mkdir(parents=True)
    environment.python.symlink_to(sys.executable)
    for name, version in packages.items():
        info = environment.folder / "lib" / "python3.11" / "site-packages" / f"{name}-{version}.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    (environment.folder / "complete.json").write_text("{}")


def test_what_is_piped_has_whole_paths(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = home.parent.joinpath(*["a folder of sixteen"] * 20)
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    printed = CliRunner().invoke(app, []).stdout
    assert f"free in {deep} " in printed
    assert sys.executable in printed


def test_everything_is_listed_with_a_verdict(home: Path) -> None:
    answer = CliRunner().invoke(app, ["--json"])
    checks = {check["name"]: check for check in json.loads(answer.stdout)}
    assert answer.exit_code == 0
    assert {"Python", "dsrecipes", "uv", "GPU", "CPU cores", "memory", "disk, environments", "disk, here"} <= set(
        checks
    )
    assert {"environment cpu", "environment verl-cuda", "environment llamafactory-cuda"} <= set(checks)
    assert all(check["verdict"] == "ok" or check["todo"] for check in checks.values())
    assert not home.exists()


def test_table_shows_what_the_json_says() -> None:
    answer = CliRunner().invoke(app, [], env={"COLUMNS": "200"})
    assert answer.exit_code == 0
    assert "environment cpu" in answer.stdout and "the first launch makes it" in answer.stdout


def test_versions_and_size_of_a_made_environment() -> None:
    cpu = environments.for_backend("verl", "cpu")
    complete(cpu, {"verl": "0.9.1", "torch": "2.13.0+cpu", "pyarrow": "1.0"})
    check = next(check for check in examine() if check.name == "environment cpu")
    assert check.verdict == "ok" and check.ready and check.size_bytes > 0  # type: ignore[attr-defined]
    assert check.packages == {"verl": "0.9.1", "torch": "2.13.0+cpu"}  # type: ignore[attr-defined]


def test_an_interrupted_environment_is_told() -> None:
    environments.for_backend("verl", "cpu").folder.mkdir(parents=True)
    check = next(check for check in examine() if check.name == "environment cpu")
    assert (check.found, check.verdict) == ("half made", "note")


def test_an_environment_of_other_pins_is_told_with_its_folder(home: Path) -> None:
    old = home / "envs" / "cpu-0123456789"
    old.mkdir(parents=True)
    check = next(check for check in examine() if check.name == "unused environment")
    assert str(old) in check.found and "delete" in check.todo


def test_a_full_disk_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage(2**40, 2**40, 2**30))
    answer = CliRunner().invoke(app, ["--json"])
    disk = next(check for check in json.loads(answer.stdout) if check["name"] == "disk, environments")
    assert answer.exit_code == 1
    assert disk["verdict"] == "problem" and "DSRECIPES_HOME" in disk["todo"]


def test_import_is_light() -> None:
    code = "import sys, dsrecipes.cli.doctor; print({'torch', 'pandas', 'psutil', 'rich.table'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"
