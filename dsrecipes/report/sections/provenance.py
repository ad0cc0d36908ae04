"""Where everything comes from: runs, their lineage, the recipes' values with their sources, and what is assumed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

import pandas as pd

from dsrecipes.report.cells import code, escape, flat, seconds
from dsrecipes.report.collect import RunRecord
from dsrecipes.report.document import Block, Section, Table, Text
from dsrecipes.report.given import GivenFile
from dsrecipes.report.paper import paper
from dsrecipes.runs.manifest import Manifest


def section(runs: Sequence[RunRecord], files: Sequence[GivenFile]) -> Section:
    """Assumptions, files that were given, runs, lineage, recipes."""
    blocks: list[Block] = [assumptions()]
    if files:
        blocks.append(given_files(files))
    if runs:
        blocks += [
            provenance(runs),
            lineage(runs),
            Text(
                "A value's source: *paper* (where it stands there), *assumed* (the paper is silent or its text was "
                "lost; why ours is what it is), *ours* (of this replication). `dsrecipes show RECIPE --provenance` "
                "prints them by recipe."
            ),
            recipes(runs),
        ]
    return Section("provenance", "Provenance", tuple(blocks))


def assumptions() -> Table:
    """What the report itself assumes or reconstructs."""
    items = paper().assumptions
    return Table(
        name="assumptions",
        caption="What this report assumes or reconstructs, because the paper's text lost it or does not give it.",
        frame=pd.DataFrame([{"what": item.what, "value": item.value, "why": item.why} for item in items]),
        headings=("what", "value", "why"),
        cells=tuple((escape(item.what), escape(item.value), escape(item.why)) for item in items),
    )


def given_files(files: Sequence[GivenFile]) -> Table:
    """The files of trajectories that were read."""
    return Table(
        name="files",
        caption="Files of trajectories that were given (first digits of SHA-256).",
        frame=pd.DataFrame([{"file": file.path, "bytes": file.size, "sha256": file.sha256} for file in files]),
        headings=("file", "bytes", "sha256"),
        cells=tuple((code(file.path), f"{file.size:,}", code(file.sha256)) for file in files),
    )


def provenance(runs: Sequence[RunRecord]) -> Table:
    """Every run that was found, used or not: recipe, seed, state, wall time, machine and versions."""
    return Table(
        name="provenance",
        caption="Every run that was found, in use or not. Wall time: of all stages.",
        frame=pd.DataFrame([_provenance_record(run) for run in runs]),
        headings=("run", "model", "recipe", "hash", "seed", "state", "wall time", "machine", "versions"),
        cells=tuple(_provenance_row(run) for run in runs),
    )


def _stages(run: RunRecord) -> str:
    return ", ".join(f"{stage.name} {seconds(stage.seconds)}" for stage in run.manifest.stages if stage.seconds)


def _versions(manifest: Manifest) -> str:
    """With those of stages that others than the last launch's have run."""
    others = {
        f"{name} of {stage.name}": version
        for stage in manifest.stages
        for name, version in stage.versions.items()
        if version != manifest.versions.get(name)
    }
    return flat(manifest.versions | others)


def _machine(manifest: Manifest) -> str:
    """With those of stages that another one than the last launch's has run."""
    others = [
        f"{stage.name} on {flat(stage.machine)}"
        for stage in manifest.stages
        if stage.machine and stage.machine != manifest.machine
    ]
    return "; ".join([flat(manifest.machine), *others])


def _provenance_row(run: RunRecord) -> tuple[str, ...]:
    manifest = run.manifest
    stages = _stages(run)
    return (
        code(run.folder),
        escape(manifest.arm),
        f"{escape(manifest.recipe)} v{manifest.version}",
        code(manifest.recipe_hash) if manifest.recipe_hash else "–",
        str(run.seed),
        manifest.state,
        f"{seconds(run.seconds)} ({stages})" if stages else "–",
        escape(_machine(manifest)) or "not recorded",
        escape(_versions(manifest)) or "not recorded",
    )


def _provenance_record(run: RunRecord) -> dict[str, object]:
    manifest = run.manifest
    return {
        "runs": run.folder,
        "recipe_hashes": manifest.recipe_hash,
        "model": manifest.arm,
        "scale": manifest.scale,
        "recipe": manifest.recipe,
        "version": manifest.version,
        "seed": run.seed,
        "state": manifest.state,
        "seconds": run.seconds,
        "stages": _stages(run),
        "machine": _machine(manifest),
        "versions": _versions(manifest),
    }


def lineage(runs: Sequence[RunRecord]) -> Table:
    """What each run was made of and what it made, by hash: two runs with one hash share that very thing."""
    records = [
        {"runs": run.folder, "recipe_hashes": run.manifest.recipe_hash, "what": what, "sha256": value}
        for run in runs
        for what, value in run.manifest.hashes.items()
    ]
    return Table(
        name="lineage",
        caption="What each run was made of and what it made (first digits of SHA-256). Runs with one hash share the "
        "very same base model, data or reward.",
        frame=pd.DataFrame(records, columns=["runs", "recipe_hashes", "what", "sha256"]),
        headings=("run", "recipe", "made of and made"),
        cells=tuple(
            (
                code(run.folder),
                code(run.manifest.recipe_hash) if run.manifest.recipe_hash else "–",
                ", ".join(f"{escape(what)} {code(value)}" for what, value in run.manifest.hashes.items())
                or "not recorded",
            )
            for run in runs
        ),
    )


def recipes(runs: Sequence[RunRecord]) -> Table:
    """Every value of every recipe that was run, with its source; recipes that agree in a value share a row."""
    users: dict[tuple[str, str, str, str], list[RunRecord]] = {}
    for run in runs:
        for key, source in run.sources.items():
            kind, _, why = source.partition(":")
            users.setdefault((key, _value(run, key), kind.strip(), why.strip()), []).append(run)
    ordered = sorted(users.items(), key=itemgetter(0))
    return Table(
        name="recipes",
        caption="The values of the recipes that were run, with their sources; single runs where not all of a recipe "
        "have the value.",
        frame=pd.DataFrame(
            [
                {
                    "key": key,
                    "value": value,
                    "source": kind,
                    "why": why,
                    "recipes": " ".join(dict.fromkeys(run.manifest.recipe for run in using)),
                    "runs": " ".join(run.folder for run in using),
                }
                for (key, value, kind, why), using in ordered
            ],
            columns=["key", "value", "source", "why", "recipes", "runs"],
        ),
        headings=("key", "value", "source", "where or why", "recipes"),
        cells=tuple(
            (
                code(key),
                escape(value) or "empty",
                kind or "not told",
                escape(why) or "–",
                escape(named(*_whole_recipes(using, runs))),
            )
            for (key, value, kind, why), using in ordered
        ),
    )


def _whole_recipes(using: Sequence[RunRecord], runs: Sequence[RunRecord]) -> tuple[list[str], list[str]]:
    """What to call some runs, and all: by their recipe where all of its runs are among them, else one by one."""
    folders = {run.folder for run in using}
    part = {run.manifest.recipe for run in runs if run.folder not in folders}
    part &= {run.manifest.recipe for run in using}
    found = {run.folder: run.folder if run.manifest.recipe in part else run.manifest.recipe for run in runs}
    return list(dict.fromkeys(found[run.folder] for run in using)), list(dict.fromkeys(found.values()))


def named(recipes: Iterable[str], of: Iterable[str]) -> str:
    """Some recipes `of` all that were run, in the fewest names: "all", "all but tiny-base", "tiny-sft-dft"."""
    chosen = list(recipes)
    others = [name for name in of if name not in chosen]
    if not others:
        return "all"
    return f"all but {', '.join(others)}" if len(others) < len(chosen) else ", ".join(chosen)


def _value(run: RunRecord, key: str) -> str:
    value = run.value(key)
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, dict):
        return flat(value) or "none"
    return "none" if value is None else str(value)
