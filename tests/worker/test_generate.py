"""What an interrupted generation left, and two of them at once."""

import json
import re
from pathlib import Path

import pytest

from dsrecipes.errors import UserError
from dsrecipes.locks import held
from dsrecipes.worker.generate import _whole_batches, main

IDS = [f"m/{number}" for number in range(7)]


def _lines(*names: str) -> str:
    return "".join(json.dumps({"id": name}) + "\n" for name in names)


@pytest.mark.parametrize(
    ("left", "kept"),
    [
        (_lines(*IDS[:5]), 4),
        (_lines(*IDS[:4]) + '{"id": "m/4"', 4),
        (_lines(*IDS), 7),  # the last batch is smaller
        (_lines(*IDS[:4], "m/2", "m/3", *IDS[4:]), 4),  # by two processes at once
        (_lines(*IDS[:3]) + "\0\0\n" + _lines(*IDS[3:]), 2),
        (_lines(*IDS, *IDS), 7),
        ("", 0),
    ],
)
def test_only_whole_batches_of_the_right_trajectories_are_kept(tmp_path: Path, left: str, kept: int) -> None:
    written = tmp_path / "trajectories.partial.jsonl"
    written.write_text(left)
    assert _whole_batches(written, IDS, 2) == kept
    assert written.read_text() == _lines(*IDS[:kept])


def test_nothing_was_left(tmp_path: Path) -> None:
    assert _whole_batches(tmp_path / "none.jsonl", IDS, 2) == 0


def test_a_second_generation_of_the_same_trajectories_is_refused(tmp_path: Path) -> None:
    out, config = tmp_path / "trajectories.jsonl.gz", tmp_path / "generate.json"
    config.write_text(json.dumps({"out": str(out)}))
    with (
        held(tmp_path / ".generate.lock", lambda: None),
        pytest.raises(UserError, match=re.escape(f"{out}: another process is generating")),
    ):
        main(str(config))
