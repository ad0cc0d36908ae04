"""The last stage of every run: its trajectories read as the recipe's `analysis` section says."""

from __future__ import annotations

import json
from dataclasses import asdict

from dsrecipes.analysis.fingerprint import fingerprint
from dsrecipes.analysis.folder import ATTEMPTS_FILE, CALIBRATION_FILE, PROBLEMS_FILE, SETTINGS_FILE
from dsrecipes.errors import JobFailed
from dsrecipes.jobs.analysis_settings import settings
from dsrecipes.jobs.stages import Stage
from dsrecipes.recipe.schema import Recipe
from dsrecipes.runs.run import Run

NAME = "analyse"
TRAJECTORIES = "trajectories.jsonl.gz"
FOLDER = "analysis"
_PARQUET = b"PAR1"  # the last bytes of a whole Parquet file


def current(recipe: Recipe, run: Run) -> bool:
    """Whether the run has been analysed with the recipe's settings, by this version of the reader, and what came of it
    is whole."""
    folder = run.folder / FOLDER
    try:
        account = json.loads((folder / SETTINGS_FILE).read_text("utf-8"))
        used, reader = account["settings"], account["reader"]
        json.loads((folder / CALIBRATION_FILE).read_text("utf-8"))
        whole = all((folder / name).read_bytes().endswith(_PARQUET) for name in (ATTEMPTS_FILE, PROBLEMS_FILE))
    except (OSError, ValueError, KeyError, TypeError):
        return False
    # Through JSON, as the file was: tuples are lists there.
    wanted = json.loads(json.dumps(asdict(settings(recipe.analysis))))
    return whole and used == wanted and reader == fingerprint()


def stage(recipe: Recipe, run: Run) -> Stage:
    """Reads the run's trajectories; again whenever the recipe's settings, or the reader, have changed since."""

    def analyse() -> None:
        from dsrecipes.analysis.pipeline import analyze_files

        result = analyze_files([run.folder / TRAJECTORIES], run.folder / FOLDER, settings(recipe.analysis))
        if result.log.n_bad:
            raise JobFailed(
                f"{result.log.n_bad} of its own trajectories cannot be read", where=str(run.folder / TRAJECTORIES)
            )

    return Stage(
        NAME,
        "read the trajectories",
        finish=analyse,
        intact=lambda: current(recipe, run),
    )
