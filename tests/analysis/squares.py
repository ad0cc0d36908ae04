"""Functions for the processes of test_workers.py: a module that is quick to import."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

from dsrecipes.errors import UserError


def make() -> Callable[[int], int]:
    return square


def square(number: int) -> int:
    time.sleep(0.01 if number % 3 else 0.03)  # so that they end in another order
    if number == 13:
        raise UserError("thirteen", where="here", hint="take another")
    if number == 14:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def make_large() -> Callable[[bytes], bytes]:
    return bytes.upper


def make_nothing() -> Callable[[int], int]:
    raise UserError("nothing to make")
