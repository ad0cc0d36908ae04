"""How a worker's UserError reaches the user: as a line of its log, of which the runner makes the error again."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from dsrecipes.errors import UserError

_MARK = "refused: "


@contextmanager
def refusing() -> Iterator[None]:
    """Around a worker's main: a UserError ends the process with a line in place of a traceback."""
    try:
        yield
    except UserError as error:
        told = {"what": error.what, "where": error.where, "hint": error.hint}
        print(_MARK + json.dumps(told), file=sys.stderr, flush=True)
        sys.exit(error.exit_code)


def refusal(said: str) -> UserError | None:
    """The error that a worker's output ends with, if it was refused for one."""
    lines = [line for line in said.splitlines() if line.startswith(_MARK)]
    if not lines:
        return None
    told = json.loads(lines[-1].removeprefix(_MARK))
    return UserError(told["what"], where=told["where"], hint=told["hint"])
