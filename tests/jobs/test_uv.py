"""uv takes packages from where the user's pip does, torch in the right build, and its failures are explained.

Mostly seen through the making of an environment, as a user meets it. Packages are real wheels in a folder that stands
for the user's package source: no test needs the network.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from tiny_environment import make_wheel, silent, tiny

from dsrecipes.errors import JobFailed
from dsrecipes.jobs import environments, uv

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
    variables, options = uv.package_sources()
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
    variables, options = uv.package_sources()
    assert (variables["UV_FIND_LINKS"], options) == (f"{source},https://wheels.example/", ["--no-index"])
    monkeypatch.setenv("UV_FIND_LINKS", "/other")
    assert "UV_FIND_LINKS" not in uv.package_sources()[0]


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
