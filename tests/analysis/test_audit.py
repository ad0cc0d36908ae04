"""An audit draws at random, and marks what was seen without changing a word of it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from synthetic import STYLES, Policy, Style, Tiny, samples, write

from dsrecipes.analysis.attempts import Attempt, Decision
from dsrecipes.analysis.audit import Audited, draw, printable
from dsrecipes.analysis.judge import Judged
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.trajectories import ReadLog, Trajectory


def drawn(path: Path, n: int, seed: int = 0, *, disagreements: bool = False) -> list[Audited]:
    return draw([path], n, Settings(seed=seed), ReadLog(), disagreements=disagreements)


def ids(items: list[Audited]) -> list[int]:
    return [int(item.trajectory.id.rpartition("/")[2]) for item in items]


def test_a_draw_has_no_repeats_keeps_the_order_and_follows_its_seed(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", samples(200, Tiny()))
    first = ids(drawn(path, 20))
    assert len(set(first)) == 20
    assert first == sorted(first) == ids(drawn(path, 20))
    assert first != ids(drawn(path, 20, seed=1))
    assert ids(drawn(path, 500)) == list(range(200))


def test_every_trajectory_is_equally_likely(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", samples(10, Tiny()))
    counts = Counter(index for seed in range(400) for index in ids(drawn(path, 3, seed)))
    assert sum(counts.values()) == 1200
    # 120 expected of each, standard deviation 9: a span of four of them.
    assert all(84 <= counts[index] <= 156 for index in range(10))


def test_a_draw_of_disagreements_holds_all_of_them_and_no_other(tmp_path: Path) -> None:
    written = samples(40, Tiny(), Policy(p=1, p_sc=1, truncated=0))
    for item in written[::10]:
        item.record["response"] = f"Answer: {item.record['ground_truth']}\nI made a mistake."
    items = drawn(write(tmp_path / "t.jsonl", written), 10, disagreements=True)
    assert ids(items) == [0, 10, 20, 30]
    assert all(item.judged.reader_disagrees for item in items)


def text_of(item: Audited) -> str:
    return "".join(piece.text for piece in item.pieces())


@pytest.mark.parametrize("style", STYLES)
def test_without_its_marks_the_text_is_the_response(tmp_path: Path, style: type[Style]) -> None:
    for item in drawn(write(tmp_path / "t.jsonl", samples(40, style())), 40):
        plain = "".join(piece.text for piece in item.pieces() if piece.kind != "mark")
        assert plain == item.trajectory.response
        candidates = [piece.text for piece in item.pieces() if piece.kind == "candidate"]
        read = [re.sub(r"\D", "", candidate) for candidate in candidates]
        assert read == [attempt.candidate for attempt in item.judged.attempts]
        markers = [piece.text for piece in item.pieces() if piece.kind == "marker"]
        decided = [attempt for attempt in item.judged.attempts if attempt.marker]
        assert [marker.lower() for marker in markers] == [
            item.trajectory.response[attempt.marker_start : attempt.marker_end].lower() for attempt in decided
        ]
        for attempt in item.judged.attempts:
            assert f"[attempt {attempt.index} → " in text_of(item)
            assert f"{'right' if attempt.correct else 'wrong'}: {attempt.decision}" in text_of(item)


def audited(text: str, *attempts: Attempt) -> Audited:
    trajectory = Trajectory(
        id="t", model="m", size="2x2", operands=(38, 42), prompt="", response=text, ground_truth="1596",
        finish_reason="stop", seed=0, sample=0,
    )  # fmt: skip
    return Audited(trajectory, Judged(list(attempts), None, False, False))


def attempt(candidate: str, start: int, end: int) -> Attempt:
    return Attempt(0, candidate, False, Decision.STOP, None, None, None, start, end)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("It is 1,596.", "[attempt 0 → It is ‹1,596› ← 1596 wrong: STOP]."),
        ("It is １５９６", "[attempt 0 → It is ‹１５９６› ← 1596 wrong: STOP]"),
        ("It is -1596", "[attempt 0 → It is -‹1596› ← 1596 wrong: STOP]"),
        ("1596 (2 * 3)", "[attempt 0 → 1596 (2 * 3) ← 1596 wrong: STOP]"),  # its place is not where it ends
    ],
)
def test_the_candidate_is_marked_where_its_digits_stand(text: str, marked: str) -> None:
    end = len(text.rstrip("."))
    assert text_of(audited(text, attempt("1596", 0, end))) == marked


def test_what_a_terminal_would_obey_is_shown_instead() -> None:
    assert printable("a\x1b[2Jb\x9b\u202e\ud800\r\x00\u2028") == "a\\x1b[2Jb\\x9b\\u202e\\ud800\\r\\x00\\u2028"
    assert printable("×\n\tÄ １２ 好\u00a0√") == "×\n\tÄ １２ 好\u00a0√"


@given(st.text(), st.integers(0, 40), st.integers(0, 40), st.from_regex(r"-?[0-9]{1,5}", fullmatch=True))
def test_any_text_and_any_attempt_can_be_marked(text: str, start: int, end: int, candidate: str) -> None:
    item = audited(text, attempt(candidate, min(start, len(text)), min(end, len(text))))
    plain = "".join(piece.text for piece in item.pieces() if piece.kind != "mark")
    assert plain == printable(text)
    assert all(character.isprintable() or character in "\n\t" or character.isspace() for character in plain)
