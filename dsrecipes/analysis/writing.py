"""The folder of an analysis: attempts.parquet, problems.parquet, calibration.json, settings.json, all or none."""

from __future__ import annotations

import glob
import os
import platform
import shutil
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import psutil
import pyarrow as pa
import pyarrow.parquet as pq

from dsrecipes.analysis.chunk_analysis import ATTEMPTS
from dsrecipes.analysis.folder import ATTEMPTS_FILE, CALIBRATION_FILE, PROBLEMS_FILE, SETTINGS_FILE
from dsrecipes.errors import UserError

_ROW_GROUP = 1 << 17  # rows: what a reader takes into memory at once


class AnalysisFolder:
    """Files are written into a draft folder within it; when all went well they replace those of the last analysis.

    settings.json goes first and comes last, so that where it stands, the four files belong together. A draft that a
    killed process left is removed by the next analysis into its folder. Raises UserError, on entering, where nothing
    can be written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # With the machine's name: on a disk that several share, a number says nothing of a process elsewhere.
        self._draft = folder / f".{platform.node()}.{os.getpid()}.partial"
        self._batches: list[pa.RecordBatch] = []
        self._n_rows = 0

    def __enter__(self) -> AnalysisFolder:
        if self._folder.exists() and not self._folder.is_dir():
            raise UserError("not a folder", where=str(self._folder), hint="Name another one with --out.")
        self._new = [folder for folder in (self._folder, *self._folder.parents) if not folder.exists()]
        try:
            self._draft.mkdir(parents=True, exist_ok=True)
            self._attempts = pq.ParquetWriter(self._draft / ATTEMPTS_FILE, ATTEMPTS)
            self._remove_left_drafts()
        except OSError as error:
            self._clear(failed=True)
            what = f"cannot be written to: {error.strerror or error}"
            raise UserError(what, where=str(self._folder), hint="Name another folder with --out.") from error
        except BaseException:  # an interruption too
            self._clear(failed=True)
            raise
        return self

    def _remove_left_drafts(self) -> None:
        for draft in self._folder.glob(f".{glob.escape(platform.node())}.*.partial"):
            process = draft.suffixes[-2].removeprefix(".")
            if process.isdecimal() and not psutil.pid_exists(int(process)):
                shutil.rmtree(draft, ignore_errors=True)

    def add_attempts(self, batch: pa.RecordBatch) -> None:
        self._batches.append(batch)
        self._n_rows += batch.num_rows
        if self._n_rows >= _ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._n_rows:
            self._attempts.write_table(pa.Table.from_batches(self._batches), row_group_size=self._n_rows)
        self._batches, self._n_rows = [], 0

    def finish(self, *, problems: pa.Table, calibration: str, settings: str) -> tuple[Path, ...]:
        """Puts all files in their place; returns where they are."""
        self._flush()
        self._attempts.close()
        pq.write_table(problems, self._draft / PROBLEMS_FILE)
        (self._draft / CALIBRATION_FILE).write_text(calibration, encoding="utf-8")
        (self._draft / SETTINGS_FILE).write_text(settings, encoding="utf-8")
        (self._folder / SETTINGS_FILE).unlink(missing_ok=True)
        names = (ATTEMPTS_FILE, PROBLEMS_FILE, CALIBRATION_FILE, SETTINGS_FILE)
        for name in names:
            (self._draft / name).replace(self._folder / name)
        return tuple(self._folder / name for name in names)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._attempts.close()
        self._clear(failed=kind is not None)

    def _clear(self, *, failed: bool) -> None:
        shutil.rmtree(self._draft, ignore_errors=failed)
        if failed:
            with suppress(OSError):  # it was never made, or somebody else's file is in it by now
                for folder in self._new:
                    folder.rmdir()
