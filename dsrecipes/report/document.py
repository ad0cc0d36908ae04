"""The report as data: sections of text, tables and figures. What it says is made elsewhere, and how it looks, too.

A table is a data frame of numbers, with the text of its cells beside it; every form of it (CSV, Markdown, LaTeX, HTML)
is made from these two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pandas as pd
from matplotlib.figure import Figure as Drawing


@dataclass(frozen=True)
class Text:
    """Paragraphs in Markdown: emphasis, code, links and lists, no headings."""

    markdown: str


@dataclass(frozen=True)
class Table:
    """`frame` holds the numbers, a row a record, for CSV. `headings` and `cells` are what a reader sees, in Markdown.

    `name` is the name of its files. An empty cell says why it is empty. `caption` gives units and n.
    """

    name: str
    caption: str
    frame: pd.DataFrame
    headings: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Figure:
    """`draw` makes the drawing anew each time.

    `name` is the name of its files, `caption` gives units and n, `alt` says in a sentence what is seen, for those who
    cannot see it.
    """

    name: str
    caption: str
    alt: str
    draw: Callable[[], Drawing]


Block = Text | Table | Figure


@dataclass(frozen=True)
class Section:
    """`id` is a word for links; `sections` are parts of it, one level deeper."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()

    def all_blocks(self) -> Iterator[Block]:
        """Its blocks and those of its parts, in order."""
        yield from self.blocks
        for section in self.sections:
            yield from section.all_blocks()


@dataclass(frozen=True)
class Document:
    """A whole report. `problems` are the runs that could not be read in full, told at its head."""

    title: str
    summary: Text
    sections: tuple[Section, ...]
    problems: tuple[str, ...] = field(default=())

    def tables(self) -> list[Table]:
        return [block for section in self.sections for block in section.all_blocks() if isinstance(block, Table)]

    def figures(self) -> list[Figure]:
        return [block for section in self.sections for block in section.all_blocks() if isinstance(block, Figure)]
