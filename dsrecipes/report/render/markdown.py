"""The report, and each table, as GitHub-flavoured Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dsrecipes.report.cells import escape
from dsrecipes.report.document import Block, Document, Section, Table, Text
from dsrecipes.report.render.columns import of_numbers

# What GitHub would take for HTML, an image or mathematics, though not in code, an address or after a backslash.
_UNMEANT = re.compile(
    r"(`+)(?!`).*?(?<!`)\1(?!`)|\\.|<\w+:[^\s<>]*>|(?P<unmeant><(?=[a-z/!?])|!(?=\[)|\$)", re.I | re.S
)


def report(document: Document, folder_of_tables: str, folder_of_figures: str) -> str:
    """The whole report; the two folders are where it links to, relative to itself."""
    parts = [f"# {_line(document.title)}", _meant(document.summary.markdown)]
    if document.problems:
        parts.append("## Not read in full\n\n" + "\n".join(f"- {_line(problem)}" for problem in document.problems))
    parts.append("## Contents\n\n" + "\n".join(_contents(document.sections)))
    for section in document.sections:
        parts += _section(section, 2, folder_of_tables, folder_of_figures)
    return "\n\n".join(parts) + "\n"


def table_file(table: Table) -> str:
    """A file of one table: its caption, then its cells."""
    return f"{_caption(table.caption)}\n\n{grid(table)}\n"


def grid(table: Table) -> str:
    """A table's headings and cells, columns of numbers set to the right."""
    rule = ["---:" if numbers else "---" for numbers in of_numbers(table)]
    lines = [map(_cell, table.headings), rule, *(map(_cell, row) for row in table.cells)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _contents(sections: Sequence[Section], depth: int = 0) -> Iterator[str]:
    for section in sections:
        yield f"{'  ' * depth}- [{_line(section.title)}](#{section.id})"
        yield from _contents(section.sections, depth + 1)


def _section(section: Section, level: int, tables: str, figures: str) -> Iterator[str]:
    yield f'<a id="{section.id}"></a>\n\n{"#" * min(level, 6)} {_line(section.title)}'
    for block in section.blocks:
        yield _block(block, tables, figures)
    for part in section.sections:
        yield from _section(part, level + 1, tables, figures)


def _block(block: Block, tables: str, figures: str) -> str:
    if isinstance(block, Text):
        return _meant(block.markdown)
    if isinstance(block, Table):
        files = _links(f"{tables}/{block.name}", ("csv", "md", "tex"))
        return f'<a id="table-{block.name}"></a>\n\n{_caption(block.caption)}\n\n{grid(block)}\n\n{files}'
    files = _links(f"{figures}/{block.name}", ("png", "svg", "pdf"))
    return (
        f'<a id="figure-{block.name}"></a>\n\n![{_line(block.alt)}]({figures}/{block.name}.png)\n\n'
        f"{_caption(block.caption)}\n\n{files}"
    )


def _links(path: str, suffixes: Sequence[str]) -> str:
    return " · ".join(f"[{suffix}]({path}.{suffix})" for suffix in suffixes)


def _caption(markdown: str) -> str:
    return _one_line(_meant(markdown))


def _cell(markdown: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", _one_line(_meant(markdown)))


def _meant(markdown: str) -> str:
    return _UNMEANT.sub(lambda found: "\\" * bool(found["unmeant"]) + found[0], markdown)


def _line(text: str) -> str:
    return _meant(escape(_one_line(text)))


def _one_line(text: str) -> str:
    return " ".join(text.split())
