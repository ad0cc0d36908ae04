"""Trajectories drawn at random, with what the analysis saw in them marked in the text, for a person to confirm.

[attempt 0 → 8 * 2 = 16
Answer: ‹1595› ← 1595 wrong: RESAMPLE by "I made a mistake"]
«I made a mistake». Let me recompute.
…
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from dsrecipes.analysis.attempts import Attempt
from dsrecipes.analysis.chunks import Progress
from dsrecipes.analysis.judge import Judge, Judged
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.trajectories import ReadLog, Trajectory, read_trajectories

T = TypeVar("T")

Kind = Literal["outside", "attempt", "candidate", "marker", "mark"]


@dataclass(frozen=True)
class Piece:
    """A piece of a marked text: of the response (outside or inside an attempt, its candidate, a marker), or a mark."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Audited:
    """A trajectory, and how the analysis reads it."""

    trajectory: Trajectory
    judged: Judged

    def to_json(self) -> dict[str, object]:
        trajectory, judged = self.trajectory, self.judged
        return {
            "id": trajectory.id,
            "model": trajectory.model,
            "size": trajectory.size,
            "seed": trajectory.seed,
            "sample": trajectory.sample,
            "operands": list(trajectory.operands),
            "ground_truth": trajectory.ground_truth,
            "finish_reason": trajectory.finish_reason,
            "answer": judged.answer,
            "right": judged.right,
            "reader_disagrees": judged.reader_disagrees,
            "attempts": msgspec.to_builtins(judged.attempts),
            "response": trajectory.response,
        }

    def pieces(self) -> Iterator[Piece]:
        """The response with its marks, as text that a terminal cannot take for commands."""
        text = self.trajectory.response
        marks: dict[int, list[str]] = {}
        candidates: list[tuple[int, int]] = []
        markers: list[tuple[int, int]] = []
        for attempt in self.judged.attempts:
            marks.setdefault(attempt.start, []).append(f"[attempt {attempt.index} → ")
            marks.setdefault(attempt.end, []).insert(0, f" ← {_decision(attempt)}]")
            candidate = _candidate(text, attempt)
            if candidate:
                candidates.append(candidate)
                marks.setdefault(candidate[0], []).append("‹")
                marks.setdefault(candidate[1], []).insert(0, "›")
            if attempt.marker_start is not None and attempt.marker_end is not None:
                markers.append((attempt.marker_start, attempt.marker_end))
                marks.setdefault(attempt.marker_start, []).append("«")
                marks.setdefault(attempt.marker_end, []).insert(0, "»")
        spans: list[tuple[Kind, list[tuple[int, int]]]] = [
            ("marker", markers),
            ("candidate", candidates),
            ("attempt", [(attempt.start, attempt.end) for attempt in self.judged.attempts]),
        ]
        places = sorted({0, len(text), *marks})
        for start, end in zip(places, [*places[1:], len(text)], strict=True):
            for mark in marks.get(start, []):
                yield Piece("mark", printable(mark))
            kind: Kind = next((kind for kind, ranges in spans if any(a <= start < b for a, b in ranges)), "outside")
            if text[start:end]:
                yield Piece(kind, printable(text[start:end]))


def draw(
    paths: Iterable[Path],
    n: int,
    settings: Settings,
    log: ReadLog,
    *,
    disagreements: bool = False,
    progress: Progress | None = None,
) -> list[Audited]:
    """`n` trajectories of the files at random by the settings' seed, in the order of the files; all if there are fewer.

    With `disagreements` only of those in which the analysis and the reward read different final answers. Bad records go
    to `log`. Raises UserError as `read_trajectories` and Judge, JobFailed where the analyzer fails.
    """
    judge = Judge(settings)
    read = read_trajectories(paths, log, progress)
    rng = random.Random(settings.seed)
    if disagreements:
        audited = (Audited(trajectory, judge(trajectory)) for trajectory in read)
        return _reservoir((one for one in audited if one.judged.reader_disagrees), n, rng)
    return [Audited(trajectory, judge(trajectory)) for trajectory in _reservoir(read, n, rng)]


def printable(text: str) -> str:
    """The text with what does not print as itself (terminal escapes, changes of direction, …) as `\\x1b`."""
    if text.isprintable():
        return text
    return "".join(
        character
        if character.isprintable() or character in "\n\t" or unicodedata.category(character) == "Zs"
        else character.encode("unicode_escape").decode()
        for character in text
    )


def _reservoir(items: Iterable[T], n: int, rng: random.Random) -> list[T]:
    """A uniform sample without replacement of a stream, in its order; one pass, `n` items in memory (Vitter's R)."""
    kept: list[tuple[int, T]] = []
    for index, item in enumerate(items):
        if index < n:
            kept.append((index, item))
        elif (place := rng.randrange(index + 1)) < n:
            kept[place] = index, item
    return [item for _, item in sorted(kept, key=lambda pair: pair[0])]


def _decision(attempt: Attempt) -> str:
    by = f' by "{attempt.marker}"' if attempt.marker else ""
    return f"{attempt.candidate} {'right' if attempt.correct else 'wrong'}: {attempt.decision}{by}"


def _candidate(text: str, attempt: Attempt) -> tuple[int, int] | None:
    """Where the candidate's digits stand: the last ones of the attempt, None if those are others ("1596.00")."""
    digits = attempt.candidate.lstrip("-")
    places = [place for place in range(attempt.start, attempt.end) if text[place].isdecimal()][-len(digits) :]
    if "".join(str(unicodedata.decimal(text[place])) for place in places) != digits:
        return None
    return places[0], places[-1] + 1
