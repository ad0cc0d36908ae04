"""A run: one recipe's folder `runs/<recipe>/<run id>/`, its manifest and its lock (the layout is in docs/runs.md)."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from dsrecipes.errors import UserError
from dsrecipes.files import write_atomically
from dsrecipes.locks import held
from dsrecipes.recipe.load import Resolved
from dsrecipes.runs.manifest import Manifest, StageRecord, core_versions, machine, now

LOCK = ".lock"
"""The file in a run's folder that a launch holds while it works on the run."""


@dataclass
class Run:
    """A run's folder and what its manifest says. Change the manifest only while holding `locked()`."""

    folder: Path
    manifest: Manifest
    start: Run | None = None
    """The run whose model this one starts from."""

    @classmethod
    def of(cls, resolved: Resolved, runs: Path) -> Run:
        """The run of a recipe under `runs`: the one begun before, or a new one (written to disk by `begin`).

        Raises UserError if a manifest is there that cannot be read.
        """
        recipe = resolved.recipe
        folder = (runs / recipe.name / resolved.run_id).absolute()
        start = cls.of(resolved.start, runs) if resolved.start else None
        path = folder / "manifest.json"
        if path.exists():
            try:
                return cls(folder, Manifest.read(path), start)
            except (OSError, ValueError) as error:
                raise UserError(
                    f"the manifest cannot be read: {error}", where=str(path), hint="move the folder away to begin anew"
                ) from error
        manifest = Manifest(
            recipe=recipe.name,
            version=recipe.version,
            run_id=resolved.run_id,
            recipe_hash=resolved.digest,
            kind=recipe.kind,
            arm=recipe.arm,
            scale=recipe.scale,
            seed=recipe.seed,
        )
        return cls(folder, manifest, start)

    def begin(self, resolved: Resolved, stages: list[str]) -> None:
        """Lays out the folder and records where and with what it runs; stages done before stay done."""
        for name in ("data", "backend", "logs"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        recipe = yaml.safe_dump(resolved.recipe.model_dump(mode="json"), sort_keys=False, allow_unicode=True)
        write_atomically(self.folder / "recipe.yaml", recipe)
        known = {record.name: record for record in self.manifest.stages}
        self.manifest.stages = [known.get(name, StageRecord(name=name)) for name in stages]
        self.manifest.machine = machine()
        self.manifest.versions |= core_versions()
        self.save()

    def save(self) -> None:
        self.manifest.save(self.folder / "manifest.json")

    @property
    def done(self) -> bool:
        return self.manifest.state == "done"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the run for this process. Raises UserError at once if another process holds it."""
        owner = self.folder / ".owner"

        def refuse() -> None:
            raise UserError(
                f"another launch (process {owner.read_text() if owner.exists() else 'unknown'}) is working in this"
                " run folder",
                where=str(self.folder),
                hint="wait for it, or launch with another --runs folder",
            )

        with held(self.folder / LOCK, refuse):
            write_atomically(owner, str(os.getpid()))
            manifest = self.folder / "manifest.json"
            if manifest.exists():  # it may have changed between opening and locking
                self.manifest = Manifest.read(manifest)
            yield

    @contextmanager
    def working_on(self, name: str) -> Iterator[StageRecord]:
        """Marks a stage as running, and afterwards as done, failed or interrupted, with its time."""
        record = self.manifest.stage(name)
        record.state, self.manifest.state = "running", "running"
        record.attempts += 1
        record.started = now()
        record.machine, record.versions = self.manifest.machine, dict(self.manifest.versions)
        record.finished = None
        self.save()
        began = time.monotonic()
        try:
            yield record
        except KeyboardInterrupt:
            record.state = self.manifest.state = "interrupted"
            raise
        except BaseException:
            record.state = self.manifest.state = "failed"
            raise
        else:
            record.state = "done"
            if all(stage.state == "done" for stage in self.manifest.stages):
                self.manifest.state = "done"
        finally:
            record.seconds = round(record.seconds + time.monotonic() - began, 1)
            record.finished = now()
            record.versions = dict(self.manifest.versions)  # with those of the backend that it used
            self.save()
