"""A file that cannot be written whole."""

import errno
from pathlib import Path

import pytest

from dsrecipes.files import write_atomically


def test_a_full_disk_is_told_with_the_files_name_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept.txt"
    write_atomically(path, "before")
    whole = Path.write_bytes

    def half(self: Path, content: bytes) -> int:
        whole(self, content[:2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match="No space left") as error:
        write_atomically(path, "after")
    assert error.value.filename == str(path)
    assert list(tmp_path.iterdir()) == [path] and path.read_text() == "before"
