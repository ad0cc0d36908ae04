"""The report as one page that needs nothing else: no script, no network, no font."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dsrecipes.report.document import Document, Figure, Table, Text
from dsrecipes.report.render import columns, markup
from dsrecipes.report.render.drawing import inline

_LONG = 26  # characters; a longer cell is set in lines
_WIDE = 8  # columns; a wider table is printed across


@dataclass(frozen=True)
class _Cell:
    html: Markup
    kind: str
    """How it is set: `number`, `why` (there is none), `long`, or as any text."""


@dataclass(frozen=True)
class _Grid:
    head: list[_Cell]
    rows: list[list[_Cell]]
    is_wide: bool


def page(document: Document, svgs: Mapping[str, bytes]) -> str:
    """The whole page; `svgs` are the drawings by the figures' names."""

    def drawing(figure: Figure) -> Markup:
        return Markup(inline(svgs[figure.name], f"in-{figure.name}", figure.alt))

    return _environment().get_template("page.html.jinja").render(document=document, drawing=drawing) + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dsrecipes.report.render", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"markdown": markup.html, "line": markup.inline_html, "grid": _grid}
    environment.tests |= {
        "text": lambda block: isinstance(block, Text),
        "table": lambda block: isinstance(block, Table),
    }
    return environment


def _grid(table: Table) -> _Grid:
    numbers = columns.of_numbers(table)
    return _Grid(
        head=[
            _Cell(markup.inline_html(heading), "number" if is_number else "")
            for heading, is_number in zip(table.headings, numbers, strict=True)
        ],
        rows=[[_cell(text, *column) for text, *column in zip(row, numbers, strict=True)] for row in table.cells],
        is_wide=len(table.headings) > _WIDE,
    )


def _cell(text: str, among_numbers: bool) -> _Cell:
    if among_numbers:
        kind = "number" if columns.is_number(text) else "why"
    else:
        kind = "long" if len(markup.plain(text)) > _LONG else ""
    return _Cell(markup.inline_html(text), kind)
