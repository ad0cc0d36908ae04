"""The verdict on a prediction, in the words of every page that gives one."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    BORNE_OUT = "borne out"
    NOT_BORNE_OUT = "not borne out"
    UNDECIDED = "undecided"
    UNTESTED = "not tested"
    """What it needs was not run."""
