"""A function mapped over a stream by several processes, in the order of the stream.

Each process is reached through a pipe of its own and either waits for an item or works on one, so neither side can wait
for the other to read; whichever side dies, the other meets the end of the pipe and ends too. (concurrent.futures shares
one queue among its processes, which outlive a killed parent and can hang it when one of them dies.)
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from dsrecipes.errors import JobFailed

T = TypeVar("T")
R = TypeVar("R")

_GRACE_SECONDS = 5.0


def usable_cpus() -> int:
    """The CPUs that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_in_order(
    make: Callable[[], Callable[[T], R]], items: Iterable[T], workers: int
) -> Generator[tuple[T, R], None, None]:
    """Each item with what the function made of it, in order; few items are ahead of the one that is asked for.

    `make` gives the function, once in each process; with one worker it runs in this process, without another. What the
    function raises is raised here. Raises JobFailed if a process dies. Close the iterator to end the processes.
    """
    if workers <= 1:
        function = make()
        for item in items:
            yield item, function(item)
        return
    crew = _Crew(make, workers)
    try:
        pending: deque[tuple[T, Future[R]]] = deque()
        for item in items:
            pending.append((item, crew.submit(item)))
            if len(pending) > 3 * workers:
                yield _result(*pending.popleft())
        while pending:
            yield _result(*pending.popleft())
    finally:
        crew.end()


def _result(item: T, future: Future[R]) -> tuple[T, R]:
    return item, future.result()


class _Member:
    """A process, and our end of its pipe."""

    def __init__(self, make: Callable[[], Callable[[Any], Any]]) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would copy threads' locks; spawn works everywhere alike
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, make), daemon=True)
        resource_tracker.ensure_running()  # which the first start would do, and lift the mask with it
        # Ctrl-C reaches all processes of a terminal: it is for this one to handle. The mask is inherited.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            theirs.close()  # so that the process's end ends the pipe

    def ask(self, item: object) -> tuple[bool, Any]:
        """What the process made of an item, as `_serve` says it. Raises JobFailed if the process dies."""
        try:
            self._connection.send(item)
            answer: tuple[bool, Any] = self._connection.recv()
        except (EOFError, ConnectionError) as error:
            self._process.join(_GRACE_SECONDS)
            raise JobFailed(
                f"a process that read trajectories died ({_ending(self._process.exitcode)})",
                where=str(item),
                hint="Out of memory? `--workers 1` takes the least.",
            ) from error
        return answer

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> None:
        """Waits for the process, which ends by itself when its pipe does."""
        self._connection.close()
        self._process.join(_GRACE_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


class _Crew(Generic[T, R]):
    """Threads, each with a process of its own that it hands an item to and waits for.

    The threads start the processes: unlike the main thread, they cannot be interrupted half way.
    """

    def __init__(self, make: Callable[[], Callable[[T], R]], size: int) -> None:
        self._make = make
        self._members: list[_Member] = []
        self._mine = threading.local()
        self._lock = threading.Lock()
        self._ended = False
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="analysis")

    def submit(self, item: T) -> Future[R]:
        return self._threads.submit(self._ask, item)

    def _ask(self, item: T) -> R:
        member = self._member()
        succeeded, reply = member.ask(item)
        if not succeeded:
            raise reply
        result: R = reply
        return result

    def _member(self) -> _Member:
        """This thread's process."""
        if not hasattr(self._mine, "member"):
            with self._lock:
                if self._ended:
                    raise CancelledError
                self._mine.member = _Member(self._make)
                self._members.append(self._mine.member)
        member: _Member = self._mine.member
        return member

    def end(self) -> None:
        """Ends all processes, whatever they are at: what they have not yet given is not wanted any more."""
        with self._lock:
            self._ended = True
            for member in self._members:
                member.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for member in self._members:
            member.end()


def _serve(connection: Connection[Any, Any], make: Callable[[], Callable[[Any], Any]]) -> None:
    """What a process does: answers each item with (True, result) or (False, exception), until the pipe ends."""
    function: Callable[[Any], Any] | None = None
    with suppress(EOFError, ConnectionError):
        while True:
            item = connection.recv()
            try:
                function = function or make()
                reply = True, function(item)
            except Exception as error:
                error.add_note("in a process of the analysis:\n" + traceback.format_exc())
                reply = False, error
            connection.send(reply)


def _ending(code: int | None) -> str:
    if code is None:
        return "it closed its pipe"
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"
