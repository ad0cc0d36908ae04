"""A question put to a process of its own, such as one in a backend's environment, which answers in JSON."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any


class NoAnswer(Exception):
    """The process ended without an answer: its exit code, and what it wrote to standard error."""

    def __init__(self, code: int, said: str) -> None:
        super().__init__(f"exit code {code}")
        self.code = code
        self.said = said.strip()


def ask(
    command: Sequence[str],
    question: str,
    *,
    environment: Mapping[str, str] | None = None,
    seconds: float | None = None,
) -> dict[str, Any]:
    """Runs a command with a question (JSON) on its standard input; the answer is the last line that it prints.

    `environment` are all variables of the process; those of this one without it. Raises NoAnswer, or
    subprocess.TimeoutExpired after `seconds`.
    """
    ended = subprocess.run(
        command,
        input=question,
        env=environment,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    try:
        answer = json.loads(ended.stdout.splitlines()[-1])
    except (ValueError, IndexError):
        answer = None
    if not isinstance(answer, dict):
        raise NoAnswer(ended.returncode, ended.stderr)
    return answer
