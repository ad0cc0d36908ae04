"""The errors that a user can meet.

    DsrecipesError
    ├── UserError    bad use or a bad file: exit code 2
    ├── JobFailed    a job that started and failed: exit code 1
    └── Interrupted  Ctrl-C or a termination signal during a job: exit code 130

Each says what is wrong, where (a file and a dotted key, a folder, a stage) and what to do. The command line prints them
without a traceback; library code raises them and never prints.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class DsrecipesError(Exception):
    """What went wrong (`what`), where (`where`, may be None) and what to do about it (`hint`, may be None)."""

    exit_code = 1

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text}\n  {self.hint}" if self.hint else text


class UserError(DsrecipesError):
    """Bad use of a command, or a bad file."""

    exit_code = 2


class JobFailed(DsrecipesError):
    """A job that was started and failed, with the last lines of its log (`log_tail`) where it left one."""

    exit_code = 1

    def __init__(
        self, what: str, *, where: str | None = None, hint: str | None = None, log_tail: str | None = None
    ) -> None:
        super().__init__(what, where=where, hint=hint)
        self.log_tail = log_tail


class Interrupted(DsrecipesError):
    """The user, or the system, ended a job."""

    exit_code = 130


class Problems(UserError):
    """Several errors found in one go, so that a user mends them all at once."""

    def __init__(self, problems: list[UserError]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class Refusals:
    """Gathers what is refused in several steps, of which each is taken whatever came of the others.

    >>> refusals = Refusals()
    >>> with refusals.gathered():
    ...     read(one)
    >>> with refusals.gathered():
    ...     read(other)
    >>> refusals.tell()
    """

    def __init__(self) -> None:
        self._problems: list[UserError] = []

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Keeps a UserError that ends the block for later."""
        try:
            yield
        except Problems as errors:
            self._problems += errors.problems
        except UserError as error:
            self._problems.append(error)

    def tell(self) -> None:
        """Raises the error that was kept, or Problems with all of them; returns if there is none."""
        if len(self._problems) == 1:
            raise self._problems[0]
        if self._problems:
            raise Problems(self._problems)
