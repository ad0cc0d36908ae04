"""Work spread over processes: in order, alike for any number of them, and nothing left behind whatever happens."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest
from squares import make, make_large, make_nothing

from dsrecipes.analysis.workers import map_in_order
from dsrecipes.errors import JobFailed, UserError


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    assert list(map_in_order(make, range(12), workers)) == [(number, number * number) for number in range(12)]


def test_few_items_are_ahead() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        while taken < 12:
            taken += 1
            yield 0

    with closing(map_in_order(make, items(), 2)) as results:
        next(results)
        assert taken <= 8


def test_items_and_results_may_be_larger_than_a_pipe_holds() -> None:
    items = [b"a" * (3 << 20)] * 8
    assert [result for _, result in map_in_order(make_large, items, 2)] == [b"A" * (3 << 20)] * 8


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_process_raises_is_raised_whole(workers: int) -> None:
    with pytest.raises(UserError) as raised:
        list(map_in_order(make, range(10, 30), workers))
    assert str(raised.value) == "here: thirteen\n  take another"
    with pytest.raises(UserError, match="nothing to make"):
        list(map_in_order(make_nothing, range(3), workers))
    assert multiprocessing.active_children() == []


def test_the_death_of_a_process_is_told() -> None:
    with pytest.raises(JobFailed, match=r"a process that read trajectories died \(SIGKILL\)"):
        list(map_in_order(make, range(14, 30), 2))
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_signal_ends_all_processes(tmp_path: Path, number: signal.Signals) -> None:
    code = f"""
import itertools, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from dsrecipes.analysis.workers import map_in_order
from squares import make
for item, _ in map_in_order(make, itertools.repeat(1), 2):
    print(item, flush=True)
"""
    # A group of its own: an interrupt reaches all of it, as from a terminal.
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        family = psutil.Process(process.pid).children(recursive=True)
        assert len(family) >= 2
        if number == signal.SIGINT:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        _, alive = psutil.wait_procs(family, timeout=10)
        assert alive == []
        said = process.stderr.read()
    assert said.count("Traceback") == (1 if number == signal.SIGINT else 0)  # the processes themselves say nothing
