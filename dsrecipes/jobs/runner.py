"""Runs a command as a child process on this machine, follows its progress, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from types import FrameType

import psutil

from dsrecipes.backends.command import Command, Progress
from dsrecipes.errors import JobFailed
from dsrecipes.files import write_atomically
from dsrecipes.refusals import refusal
from dsrecipes.runs.manifest import now

POLL_SECONDS = 0.25
PROGRESS_SECONDS = 1.0
GRACE_SECONDS = 20.0
TAIL_LINES = 25


def run(command: Command, python: Path, variables: dict[str, str], on_progress: Callable[[Progress], None]) -> None:
    """Writes the command's files, runs it to its end and reports progress about once a second.

    `python` is the interpreter and `variables` the environment of the backend; the command's own variables win. Output
    goes to the command's log. Raises JobFailed with the log's last lines if it exits with anything but 0, or the
    UserError that it ended with (dsrecipes/refusals.py). Whatever ends it (a failure, Ctrl-C, a termination signal, a
    closed terminal), its whole tree of processes is ended with it: once it is settled, or after GRACE_SECONDS. What an
    earlier call that was killed left running in the command's folder is ended first.
    """
    end_orphans(command.folder)
    for path, text in command.files.items():
        write_atomically(path, text)
    argv = [str(python), *command.arguments]
    command.folder.mkdir(parents=True, exist_ok=True)
    command.log.parent.mkdir(parents=True, exist_ok=True)
    with command.log.open("a", encoding="utf-8") as log:
        log.write(f"\n=== {now()} {shlex.join(argv)}\n")
        log.flush()
        began_at = log.tell()
        try:
            child = subprocess.Popen(
                argv,
                cwd=command.folder,
                env={**variables, **command.variables},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C reaches us alone; we end the child in order
            )
        except OSError as error:
            raise JobFailed(f"could not be started: {error}", where=shlex.join(argv[:3])) from error
        with _tree_ended(child, command.folder, command.settled) as tree:
            last_look = 0.0
            while child.poll() is None:
                time.sleep(POLL_SECONDS)
                if time.monotonic() - last_look >= PROGRESS_SECONDS:
                    last_look = time.monotonic()
                    tree.look()
                    _record(command.folder, tree)
                    if progress := command.progress():
                        on_progress(progress)
    if child.returncode:
        said = _said(command.log, began_at)
        if refused := refusal(said):
            raise refused
        raise JobFailed(
            f"the {command.backend} process ended with {_ending(child.returncode)}{_cause(said)}",
            where=str(command.log),
            hint=_advice(said, command.less_memory),
            log_tail="\n".join(line[-300:] for line in said.splitlines()[-TAIL_LINES:]),
        )
    if progress := command.progress():
        on_progress(progress)


class _Tree:
    """A child and all its descendants seen so far, also those whose parent has gone or that took a session of their
    own, as Ray's do."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.seen: dict[int, psutil.Process] = {}
        self.held: dict[int, psutil.Process] = {}
        self.recorded: set[int] = set()
        """Those that were last written down."""

    def look(self) -> None:
        try:
            process = psutil.Process(self.pid)
            self.seen |= {found.pid: found for found in (process, *process.children(recursive=True))}
        except psutil.NoSuchProcess:
            pass

    def hold(self) -> None:
        """Stops all of it where it stands, also what it starts meanwhile."""
        while True:
            self.look()
            free = {pid: process for pid, process in self.seen.items() if pid not in self.held}
            if not free:
                return
            _send(signal.SIGSTOP, free.values())
            self.held |= free

    def release(self) -> None:
        _send(signal.SIGCONT, self.held.values())
        self.held = {}

    def end(self, seconds: float) -> None:
        """Asks the child to end and gives it time to end its own children in order; then ends whatever is left.

        What is held is asked to end before it is released, all of it: none of it goes on until its parent ends it.
        """
        self.look()
        _send(signal.SIGTERM, self.held.values())
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGTERM)
        self.release()
        child = self.seen.get(self.pid)
        if child is not None:
            psutil.wait_procs([child], timeout=seconds)
        left = [process for process in self.seen.values() if process.is_running()]
        _send(signal.SIGTERM, left)
        _send(signal.SIGKILL, psutil.wait_procs(left, timeout=3)[1])


def _send(sent: signal.Signals, processes: Iterable[psutil.Process]) -> None:
    """Sends a signal to each of the processes that there still are."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(sent)


@contextmanager
def _tree_ended(child: subprocess.Popen[bytes], folder: Path, settled: Callable[[], bool]) -> Iterator[_Tree]:
    """Ends all that a child started, and the child itself, on the way out; if it still runs, once it is `settled`.

    Until then it is on record in the folder, for the launch after one that was killed and could end nothing.
    """
    tree = _Tree(child.pid)
    try:
        tree.look()
        _record(folder, tree)
        yield tree
    finally:
        with _undisturbed():
            try:
                _hold_once_settled(child, tree, settled)
            finally:
                tree.end(GRACE_SECONDS)
                child.wait()
                (folder / _RECORD).unlink(missing_ok=True)


def _hold_once_settled(child: subprocess.Popen[bytes], tree: _Tree, settled: Callable[[], bool]) -> None:
    """Waits until the child's work is settled, and stops its tree then: it might save anew right after the look."""
    deadline = time.monotonic() + GRACE_SECONDS
    while child.poll() is None and time.monotonic() < deadline:
        if settled():
            tree.hold()
            if settled():
                return
            tree.release()
        time.sleep(POLL_SECONDS / 5)


@contextmanager
def terminable() -> Iterator[None]:
    """Within it, a termination signal or a closed terminal is handled like Ctrl-C: children are ended and the state is
    saved. What is ignored already stays so: `nohup` ignores the closed terminal."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    with _handled(interrupt, signal.SIGTERM, signal.SIGHUP):
        yield


def _undisturbed() -> AbstractContextManager[None]:
    """Within it, Ctrl-C and its like wait: ending a tree half way would leave processes behind."""
    return _handled(signal.SIG_IGN, signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def _handled(
    handler: Callable[[int, FrameType | None], None] | signal.Handlers, *ended_by: signal.Signals
) -> Iterator[None]:
    """Within it, these signals meet `handler`, but for those that are ignored."""
    before = {one: signal.getsignal(one) for one in ended_by}
    changed = {one: was for one, was in before.items() if was is not signal.SIG_IGN}
    for one in changed:
        signal.signal(one, handler)
    try:
        yield
    finally:
        for one, was in changed.items():
            signal.signal(one, was)


_RECORD = ".processes.json"
"""In a command's folder while it runs: its processes and the one that launched it, each as number and start time."""


def _record(folder: Path, tree: _Tree) -> None:
    """Writes down a tree's processes, unless they are written down already."""
    if set(tree.seen) == tree.recorded:
        return
    (launcher,), started = map(_begun, ([psutil.Process()], tree.seen.values()))
    write_atomically(folder / _RECORD, json.dumps({"launcher": launcher, "started": started}))
    tree.recorded = set(tree.seen)


def _begun(processes: Iterable[psutil.Process]) -> list[tuple[int, float]]:
    """Number and start time of those that there still are."""
    found = []
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            found.append((process.pid, process.create_time()))
    return found


def end_orphans(folder: Path) -> int:
    """Ends what a launch that was killed left running in a command's folder, and says how many processes that were.

    They are only looked at where their launcher is gone; a process is known by its number and its start time.
    """
    path = folder / _RECORD
    try:
        record = json.loads(path.read_text("utf-8"))
        launcher, started = _living([record["launcher"]]), _living(record["started"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0  # there is none
    if launcher:
        return 0
    left = {found.pid: found for process in started for found in (process, *_children(process))}
    with _undisturbed():
        _send(signal.SIGTERM, left.values())
        _send(signal.SIGKILL, psutil.wait_procs(left.values(), timeout=GRACE_SECONDS)[1])
        psutil.wait_procs(left.values(), timeout=GRACE_SECONDS)
    path.unlink(missing_ok=True)
    return len(left)


def _living(recorded: Iterable[Sequence[float]]) -> list[psutil.Process]:
    """The processes of a record that still run. A second's difference in the start is the clock's, set meanwhile."""
    found = []
    for pid, began in recorded:
        with suppress(psutil.Error):
            process = psutil.Process(int(pid))
            if abs(process.create_time() - began) < 1 and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _ending(code: int) -> str:
    return f"exit code {code}" if code > 0 else f"signal {signal.Signals(-code).name}"


def _said(log: Path, start: int) -> str:
    """The end of what this attempt wrote to its log."""
    with log.open("rb") as file:
        file.seek(max(start, log.stat().st_size - 64_000))
        return file.read().decode("utf-8", errors="replace").replace("\r", "\n").rstrip()


_RAISED = re.compile(r"\b(?!CalledProcessError|ChildFailedError)([A-Z]\w*(?:Error|Exception): .+)$", re.MULTILINE)


def _cause(said: str) -> str:
    """The last exception that a log names, launchers' own apart: they end a log with pages about the processes."""
    raised = _RAISED.findall(said)
    return f": {raised[-1][:300]}" if raised else ""


def _advice(said: str, less_memory: str) -> str:
    """What to do, where the log's end makes that plain."""
    if "No space left on device" in said or "ENOSPC" in said:
        return "the disk is full: free some space, then run the same command again to continue"
    if "node running low on memory" in said:  # what Ray says of the machine's, before it ends a worker
        return "the machine's memory ran out: end what else uses it, then run the same command again to continue"
    if "out of memory" in said.lower() or "OutOfMemory" in said:
        return f"memory ran out: {less_memory}, then run the same command again"
    return "see the log; once it is mended, run the same command again to continue where it stopped"
