"""Looking things up in a report's document, for the tests."""

from __future__ import annotations

from pathlib import Path

from dsrecipes.analysis.settings import Settings
from dsrecipes.report.build import SETTINGS, assemble
from dsrecipes.report.collect import collect
from dsrecipes.report.document import Document, Figure, Section, Table, Text


def document(runs: Path, settings: Settings = SETTINGS) -> Document:
    """The report on a folder of runs."""
    return assemble(collect(runs), settings).document


def table(found: Document | Section, name: str) -> Table:
    """The table of that name."""
    sections = found.sections if isinstance(found, Document) else (found,)
    blocks = [block for section in sections for block in section.all_blocks()]
    return next(block for block in blocks if isinstance(block, Table) and block.name == name)


def figure(found: Document, name: str) -> Figure:
    return next(block for block in found.figures() if block.name == name)


def row(shown: Table, *first: str) -> dict[str, str]:
    """The row whose first cells are these, by heading."""
    cells = next(cells for cells in shown.cells if cells[: len(first)] == first)
    return dict(zip(shown.headings, cells, strict=True))


def text_of(section: Section) -> str:
    """All text of a section and its parts."""
    return "\n".join(block.markdown for block in section.all_blocks() if isinstance(block, Text))


def section(found: Document, name: str) -> Section:
    """The section of that id, however deep."""
    waiting = list(found.sections)
    while waiting:
        candidate = waiting.pop()
        if candidate.id == name:
            return candidate
        waiting += candidate.sections
    raise KeyError(name)
