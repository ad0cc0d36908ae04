"""The runner, with real child processes."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from dsrecipes.backends.command import Command, Progress
from dsrecipes.errors import JobFailed, UserError
from dsrecipes.jobs import runner


def _command(folder: Path, script: str, **given: object) -> Command:
    return Command(
        backend="transformers",
        accelerator="cpu",
        arguments=("-c", script),
        folder=folder,
        log=folder / "logs" / "stage.log",
        **given,  # type: ignore[arg-type]
    )


def _run(command: Command, seen: list[Progress] | None = None) -> None:
    runner.run(command, Path(sys.executable), dict(os.environ), (seen if seen is not None else []).append)


def _interrupt_once(when: Callable[[], bool], sent: signal.Signals = signal.SIGINT) -> None:
    """Sends a signal to this process, from a thread, as soon as `when` holds."""

    def wait_and_send() -> None:
        while not when():
            time.sleep(0.02)
        os.kill(os.getpid(), sent)

    threading.Thread(target=wait_and_send).start()


def test_files_are_written_and_variables_set_before_the_command_runs(tmp_path: Path) -> None:
    script = "import os; print(open('config.txt').read() + os.environ['COLOUR'])"
    _run(_command(tmp_path, script, files={tmp_path / "config.txt": "dark "}, variables={"COLOUR": "green"}))
    assert "dark green" in (tmp_path / "logs" / "stage.log").read_text()


def test_the_log_of_an_earlier_attempt_is_kept(tmp_path: Path) -> None:
    _run(_command(tmp_path, "print('first')"))
    _run(_command(tmp_path, "print('second')"))
    log = (tmp_path / "logs" / "stage.log").read_text()
    assert log.index("first") < log.index("second")


def test_a_failure_says_how_it_ended_and_shows_its_last_lines_only(tmp_path: Path) -> None:
    _run(_command(tmp_path, "print('an earlier attempt')"))
    with pytest.raises(JobFailed) as error:
        _run(_command(tmp_path, "import sys; [print('line', i) for i in range(100)]; sys.exit(3)"))
    assert "exit code 3" in str(error.value) and "stage.log" in str(error.value)
    assert error.value.log_tail is not None
    assert error.value.log_tail.splitlines()[-1] == "line 99"
    assert len(error.value.log_tail.splitlines()) == runner.TAIL_LINES


def test_a_failure_names_the_exception_that_its_launcher_buries(tmp_path: Path) -> None:
    script = (
        "print('[rank0]: RuntimeError: shapes do not match'); [print('launcher', i) for i in range(40)]\n"
        "import subprocess; raise subprocess.CalledProcessError(1, ['torchrun'])"
    )
    with pytest.raises(JobFailed, match="exit code 1: RuntimeError: shapes do not match"):
        _run(_command(tmp_path, script))


def test_an_error_of_the_users_is_told_as_it_was_raised(tmp_path: Path) -> None:
    script = (
        "from dsrecipes.errors import UserError\nfrom dsrecipes.refusals import refusing\nprint('loading')\n"
        "with refusing():\n    raise UserError('no such tokens', where='/models/m', hint='Give another.')"
    )
    with pytest.raises(UserError) as error:
        _run(_command(tmp_path, script))
    assert (error.value.what, error.value.where, error.value.hint) == ("no such tokens", "/models/m", "Give another.")
    assert "Traceback" not in (tmp_path / "logs" / "stage.log").read_text()
    with pytest.raises(JobFailed, match="exit code 3"):  # what an earlier attempt was refused for is not told again
        _run(_command(tmp_path, "import sys; sys.exit(3)"))


def test_a_killed_backend_is_named_by_its_signal(tmp_path: Path) -> None:
    with pytest.raises(JobFailed, match="signal SIGKILL"):
        _run(_command(tmp_path, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"))


def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(JobFailed, match="the disk is full"):
        _run(_command(tmp_path, "raise OSError(28, 'No space left on device')"))


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("ray.exceptions.OutOfMemoryError: killed due to the node running low on memory.", "end what else uses it"),
        ("torch.OutOfMemoryError: CUDA out of memory.", "lower the micro batch"),
    ],
)
def test_what_to_do_about_memory_depends_on_whose_ran_out(tmp_path: Path, said: str, advice: str) -> None:
    with pytest.raises(JobFailed, match=advice):
        _run(_command(tmp_path, f"raise SystemExit({said!r})"))


def test_a_command_says_what_takes_less_memory(tmp_path: Path) -> None:
    with pytest.raises(JobFailed, match="memory ran out: give --memory less, then"):
        _run(_command(tmp_path, "raise SystemExit('CUDA out of memory.')", less_memory="give --memory less"))


def test_progress_is_read_while_it_runs(tmp_path: Path) -> None:
    count = tmp_path / "count"
    script = "import time\nfor i in range(1, 4):\n open('count', 'w').write(str(i)); time.sleep(0.9)"

    def progress() -> Progress | None:
        return Progress(int(count.read_text() or 0), 3) if count.exists() else None

    seen: list[Progress] = []
    _run(_command(tmp_path, script, progress=progress), seen)
    assert [one.step for one in seen] == sorted(one.step for one in seen)
    assert len({one.step for one in seen}) >= 2 and seen[-1].step == 3


GRANDPARENT = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
open("pid", "w").write(str(child.pid))
time.sleep(600)
"""


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interruption_ends_the_whole_tree(tmp_path: Path, sent: signal.Signals) -> None:
    pid = tmp_path / "pid"
    _interrupt_once(lambda: pid.exists() and pid.read_text() != "", sent)
    with pytest.raises(KeyboardInterrupt), runner.terminable():
        _run(_command(tmp_path, GRANDPARENT))
    assert not psutil.pid_exists(int(pid.read_text()))


def test_a_closed_terminal_ends_nothing_that_was_started_by_nohup(tmp_path: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        _interrupt_once((tmp_path / "begun").exists, signal.SIGHUP)
        with runner.terminable():
            _run(_command(tmp_path, "import time; open('begun', 'w').close(); time.sleep(1.5); print('whole')"))
    finally:
        signal.signal(signal.SIGHUP, before)
    assert "whole" in (tmp_path / "logs" / "stage.log").read_text()


LAUNCHER = """
import os, sys
from pathlib import Path
from dsrecipes.backends.command import Command
from dsrecipes.jobs import runner
folder = Path(sys.argv[1])
command = Command("transformers", "cpu", ("-c", sys.argv[2]), folder, folder / "logs" / "stage.log")
runner.run(command, Path(sys.executable), dict(os.environ), lambda _: None)
"""


def _run_by_another(folder: Path, script: str) -> subprocess.Popen[bytes]:
    """A launcher in a process of its own, once its command and what that started are on record."""
    launcher = subprocess.Popen([sys.executable, "-c", LAUNCHER, str(folder), script])
    while not (folder / runner._RECORD).exists() or len(_on_record(folder)) < 2:
        assert launcher.poll() is None
        time.sleep(0.05)
    return launcher


def _on_record(folder: Path) -> list[int]:
    return [pid for pid, _ in json.loads((folder / runner._RECORD).read_text())["started"]]


def test_what_a_killed_launcher_left_running_is_ended_before_its_command_runs_again(tmp_path: Path) -> None:
    launcher = _run_by_another(tmp_path, GRANDPARENT)
    started = _on_record(tmp_path)
    assert runner.end_orphans(tmp_path) == 0  # not while it is there
    launcher.kill()
    launcher.wait()
    assert len(started) == 2 and all(map(psutil.pid_exists, started))
    _run(_command(tmp_path, "print('again')"))
    assert not any(map(_runs, started))
    assert not (tmp_path / runner._RECORD).exists()


def _runs(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


def test_a_process_that_only_has_the_number_of_an_orphan_is_left_alone(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]) as other:
        began = psutil.Process(other.pid).create_time()
        record = {"launcher": (other.pid, began - 60), "started": [(other.pid, began - 60)]}
        (tmp_path / runner._RECORD).write_text(json.dumps(record))
        assert runner.end_orphans(tmp_path) == 0 and other.poll() is None
        other.kill()


@pytest.mark.parametrize("text", ["", "[]", '{"launcher": 3}'])
def test_a_damaged_record_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / runner._RECORD).write_text(text)
    assert runner.end_orphans(tmp_path) == 0


SAVES_THEN_LOGS = """
import time
open("saved", "w").close()
time.sleep(0.7)
open("logged", "w").close()
time.sleep(600)
"""


def test_an_interruption_waits_until_what_was_saved_is_whole(tmp_path: Path) -> None:
    _interrupt_once((tmp_path / "saved").exists)
    with pytest.raises(KeyboardInterrupt), runner.terminable():
        _run(_command(tmp_path, SAVES_THEN_LOGS, settled=(tmp_path / "logged").exists))
    assert (tmp_path / "logged").exists()


SAVES_AND_LOGS_ON_AND_ON = """
import itertools, signal, subprocess, sys, time
if sys.argv[1:] == ["below"]:
    for step in itertools.count():
        open("saved", "w").write(str(step))
        time.sleep(0.3)
        open("logged", "w").write(str(step))
        time.sleep(0.05)
subprocess.Popen([sys.executable, __file__, "below"], start_new_session=True)
signal.signal(signal.SIGTERM, lambda *_: (time.sleep(1), sys.exit()))
time.sleep(600)
"""


def test_nothing_is_saved_anew_while_an_interruption_ends_the_tree(tmp_path: Path) -> None:
    """What trains need not be the child itself, which takes its time to end (VeRL's is a worker of Ray's)."""

    def settled() -> bool:
        saved, logged = ((tmp_path / name).read_text() for name in ("saved", "logged"))
        return saved == logged != ""

    (tmp_path / "script.py").write_text(SAVES_AND_LOGS_ON_AND_ON)
    _interrupt_once((tmp_path / "logged").exists)
    with pytest.raises(KeyboardInterrupt), runner.terminable():
        _run(replace(_command(tmp_path, "", settled=settled), arguments=("script.py",)))
    assert settled()


def test_an_interruption_waits_no_longer_than_its_grace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "GRACE_SECONDS", 0.5)
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt), runner.terminable():
        _run(_command(tmp_path, "import time; time.sleep(600)", settled=lambda: False))


def test_what_a_finished_command_leaves_running_is_ended(tmp_path: Path) -> None:
    script = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "open('pid', 'w').write(str(child.pid)); time.sleep(1.5)"
    )
    _run(_command(tmp_path, script))
    pid = int((tmp_path / "pid").read_text())
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def test_an_interpreter_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(JobFailed, match="could not be started"):
        runner.run(_command(tmp_path, ""), tmp_path / "no-python", {}, lambda _: None)
