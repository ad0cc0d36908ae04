"""A document -> the files of the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dsrecipes.files import write_atomically
from dsrecipes.report.document import Document, Section
from dsrecipes.report.render import html, markdown
from dsrecipes.report.render.csv import csv
from dsrecipes.report.render.drawing import drawn
from dsrecipes.report.render.latex import latex

TABLES, FIGURES = "tables", "figures"

_WORD = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*", re.IGNORECASE)
_OWN_FILE = re.compile(rf"\]\((({TABLES})/{_WORD.pattern}\.(csv|md|tex)|({FIGURES})/{_WORD.pattern}\.(png|svg|pdf))\)")


def write(document: Document, out: Path) -> list[Path]:
    """Writes `report.html`, `report.md`, `tables/` (CSV, Markdown, LaTeX) and `figures/` (PNG, SVG, PDF) into `out`.

    Returns the paths of all files. The same document gives the same bytes. Each file is written whole, and only once
    all are made; files of tables and figures that the earlier `report.md` there links to, and that are no longer part
    of the report, are removed.

    Raises ValueError if ids or names are no words or not unique, or if a row's cells are not as many as the headings;
    OSError if `out` cannot be written.
    """
    _check(document)
    figures = {figure.name: drawn(figure) for figure in document.figures()}
    files: dict[str, bytes] = {}
    for table in document.tables():
        files[f"{TABLES}/{table.name}.csv"] = csv(table).encode()
        files[f"{TABLES}/{table.name}.md"] = markdown.table_file(table).encode()
        files[f"{TABLES}/{table.name}.tex"] = latex(table).encode()
    for name, figure in figures.items():
        files |= {f"{FIGURES}/{name}.{form}": getattr(figure, form) for form in ("png", "svg", "pdf")}
    page = html.page(document, {name: figure.svg for name, figure in figures.items()})
    report = markdown.report(document, TABLES, FIGURES)

    for name, data in files.items():
        write_atomically(out / name, data)
    for name in _files_of_earlier(out / "report.md") - files.keys():
        (out / name).unlink(missing_ok=True)
    for name, text in (("report.md", report), ("report.html", page)):
        write_atomically(out / name, text)
    return [out / name for name in ("report.html", "report.md", *files)]


def _check(document: Document) -> None:
    sections = list(_flat(document.sections))
    tables, figures = document.tables(), document.figures()
    anchors = [section.id for section in sections]
    anchors += [f"table-{table.name}" for table in tables] + [f"figure-{figure.name}" for figure in figures]
    if unfit := [anchor for anchor in anchors if not _WORD.fullmatch(anchor)]:
        raise ValueError(f"ids and names are of letters, digits and single . _ -: {', '.join(map(repr, unfit))}")
    if twice := [anchor for anchor, count in Counter(anchor.lower() for anchor in anchors).items() if count > 1]:
        raise ValueError(f"used twice in the report: {', '.join(twice)}")
    for table in tables:
        if unlike := [row for row in table.cells if len(row) != len(table.headings)]:
            raise ValueError(f"table {table.name}: {len(table.headings)} headings, but a row is {unlike[0]!r}")


def _flat(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _flat(section.sections)


def _files_of_earlier(report: Path) -> set[str]:
    if not report.exists():
        return set()
    return {found[1] for found in _OWN_FILE.finditer(report.read_text("utf-8", errors="replace"))}
