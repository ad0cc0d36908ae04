"""Trajectory files as chunks of about a megabyte: whole lines as they stand in the file, or rows of Parquet.

Where a chunk ends depends on the files alone. Nothing is decoded here but the gzip stream, so that one process can read
for several that decode.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Any, cast

from dsrecipes.errors import UserError

SUFFIXES = (".jsonl", ".jsonl.gz", ".parquet")

Progress = Callable[[int, int], None]
"""Is told the bytes read so far, and those of all files together (as they lie on disk)."""

MAX_LINE = 16 << 20
"""Bytes: a longer line is a bad record; it is passed over without being held in memory."""

_BLOCK = 1 << 20
_ROWS = 1024  # of a chunk of a Parquet file

_COLUMNS = (
    "id", "model", "size", "operands", "prompt", "response", "ground_truth", "finish_reason", "tokens", "seed", "sample"
)  # fmt: skip
_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Chunk:
    """Consecutive records of a file, the first of them on line (or in row) `first`.

    `data` are whole lines; where `columns` is given, an Arrow stream of these columns. `broken` says what is wrong with
    the file after these records, at line `broken_at` (None: with the file as a whole). `position` is how many bytes of
    all files have been read.
    """

    path: Path
    first: int
    data: bytes = b""
    columns: tuple[str, ...] | None = None
    broken: str | None = None
    broken_at: int | None = None
    position: int = 0

    def __str__(self) -> str:
        return f"{self.path}, from line {self.first}"

    def rows(self) -> list[dict[str, Any]]:
        """The records of a chunk of a Parquet file."""
        import pyarrow as pa

        if not self.data:
            return []
        with pa.ipc.open_stream(self.data) as stream:
            records: list[dict[str, Any]] = stream.read_all().to_pylist()
        return records


def check_paths(paths: Iterable[Path]) -> list[Path]:
    """The paths, all of them files. Raises UserError for one that is missing, is no file, or has an unknown ending."""
    checked = [Path(path) for path in paths]
    for path in checked:
        if not path.exists():
            raise UserError("no such file", where=str(path))
        if not path.is_file():
            raise UserError("not a file", where=str(path), hint=f"Give trajectory files: {', '.join(SUFFIXES)}.")
        if not path.name.endswith(SUFFIXES):
            raise UserError("not a trajectory file by its name", where=str(path), hint=f"Known: {', '.join(SUFFIXES)}.")
    return checked


def read_chunks(paths: Iterable[Path], progress: Progress | None = None) -> Iterator[Chunk]:
    """The records of all files, in order. A stream that breaks off gives what it held; an empty file is told.

    `progress` is called when a chunk has been consumed. Raises UserError as `check_paths`, before anything is read.
    """
    paths = check_paths(paths)
    sizes = [path.stat().st_size for path in paths]
    for index, path in enumerate(paths):
        before, empty = sum(sizes[:index]), True
        for chunk in _parquet_chunks(path, before) if path.suffix == ".parquet" else _line_chunks(path, before):
            empty = empty and chunk.broken is None and (not chunk.data or chunk.data.isspace())
            yield chunk
            if progress:
                progress(chunk.position, sum(sizes))
        if empty:
            yield Chunk(path, 1, broken="empty: no record in it", position=before)


def _line_chunks(path: Path, before: int) -> Iterator[Chunk]:
    first = 1  # the number of the first line not yet given
    opened: list[bytes] = []  # the blocks of a line whose end has not come yet
    too_long = False  # it is beyond MAX_LINE and no longer kept
    broken = None
    with path.open("rb") as file, gzip.open(file) if _is_gzip(path, file) else nullcontext(file) as stream:
        blocks = _Blocks(cast(BufferedReader, stream))
        for number, block in enumerate(blocks):
            position = before + file.tell()
            if number == 0:
                block = block.removeprefix(_BOM)
            if too_long:
                end = block.find(b"\n") + 1
                if not end:
                    continue
                yield _too_long(path, first, position)
                first, block, too_long = first + 1, block[end:], False
            end = block.rfind(b"\n") + 1
            if end:
                data = b"".join([*opened, block[:end]])
                opened = [block[end:]]
                yield Chunk(path, first, data, position=position)
                first += data.count(b"\n")
            else:
                opened.append(block)
                if sum(map(len, opened)) > MAX_LINE:
                    opened, too_long = [], True
        broken, position = blocks.broken, before + file.tell()
    if too_long:
        yield _too_long(path, first, position)
    elif broken:
        yield Chunk(path, first, broken=broken, broken_at=first, position=position)
    elif any(opened):
        yield Chunk(path, first, b"".join(opened), position=position)


def _is_gzip(path: Path, file: BufferedReader) -> bool:
    """By its name, which may be wrong of a damaged file, or by its first bytes, with which no JSON begins."""
    return path.suffix == ".gz" or file.peek(len(_GZIP)).startswith(_GZIP)


def _too_long(path: Path, line: int, position: int) -> Chunk:
    what = f"longer than {MAX_LINE >> 20} MiB"
    return Chunk(path, line, broken=what, broken_at=line, position=position)


class _Blocks:
    """A stream as blocks of one size, the last one shorter. A damaged stream gives all that could be read of it."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self.broken: str | None = None

    def __iter__(self) -> Iterator[bytes]:
        parts: list[bytes] = []
        size = 0
        while part := self._read(_BLOCK - size):
            parts.append(part)
            size += len(part)
            if size == _BLOCK:
                yield b"".join(parts)
                parts, size = [], 0
        if parts:
            yield b"".join(parts)

    def _read(self, size: int) -> bytes:
        try:
            return self._stream.read1(size)  # unlike `read`, it loses nothing of what came before an error
        except EOFError:
            self.broken = "the gzip stream is cut short"
        except (gzip.BadGzipFile, zlib.error) as error:
            self.broken = f"the gzip stream is damaged ({error})"
        return b""


def _parquet_chunks(path: Path, before: int) -> Iterator[Chunk]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    row = 1
    size = path.stat().st_size
    try:
        with pq.ParquetFile(path) as file:
            columns = tuple(name for name in _COLUMNS if name in file.schema_arrow.names)
            missing = [name for name in _COLUMNS if name not in columns and name != "tokens"]
            if missing and file.metadata.num_rows:
                yield Chunk(path, 1, broken=f"columns are missing: {', '.join(missing)}", position=before + size)
                return
            for batch in file.iter_batches(batch_size=_ROWS, columns=list(columns)):
                sink = pa.BufferOutputStream()
                with pa.ipc.new_stream(sink, batch.schema) as stream:
                    stream.write_batch(batch)
                part = min(row / max(file.metadata.num_rows, 1), 1)
                yield Chunk(path, row, sink.getvalue().to_pybytes(), columns, position=before + int(part * size))
                row += batch.num_rows
    except (pa.ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno:  # the disk, not the content
            raise
        what = f"not Parquet that can be read: {str(error).splitlines()[0]}"
        yield Chunk(path, row, broken=what, broken_at=row, position=before + size)
