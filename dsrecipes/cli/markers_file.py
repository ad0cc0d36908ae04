"""Reads the file of `analyze --markers`: the list that a recipe has under `analysis.markers`.

- {name: "square one", kind: revision, pattern: "back to (square one|the start)", source: "our logs of May"}
"""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from dsrecipes.analysis.markers import MarkerEntry
from dsrecipes.errors import Problems, UserError
from dsrecipes.jobs.analysis_settings import entries, unfit
from dsrecipes.recipe.read import parse
from dsrecipes.recipe.schema import Marker


def read_markers(path: Path) -> tuple[MarkerEntry, ...]:
    """Raises UserError for a file that cannot be read, Problems with every wrong key of every entry, and with every
    entry whose pattern or name cannot be taken."""
    try:
        document = parse(path.read_text("utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise UserError("is not UTF-8 text", where=str(path)) from error
    if not isinstance(document.value, list):
        raise UserError(
            "a list of markers is wanted",
            where=str(path),
            hint='For example: - {name: "square one", kind: revision, pattern: "back to square one", source: ours}',
        )
    try:
        markers = TypeAdapter(list[Marker]).validate_python(document.value)
    except ValidationError as error:
        raise Problems(
            [
                UserError(
                    f"{'.'.join(map(str, problem['loc'][1:])) or 'the entry'}: {problem['msg']}",
                    where=f"{path}:{document.lines.get(problem['loc'], document.lines.get(problem['loc'][:1], 1))}",
                )
                for problem in error.errors()
            ]
        ) from error
    found = entries(markers)
    if wrong := unfit(found):
        raise Problems(
            [
                UserError(error.what, where=f"{path}:{document.lines[(number,)]}, {error.where}", hint=error.hint)
                for number, error in wrong
            ]
        )
    return found
