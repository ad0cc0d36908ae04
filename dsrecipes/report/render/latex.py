"""A table as LaTeX (booktabs), for pdfLaTeX and its relatives."""

from __future__ import annotations

import re
from functools import cache

from markdown_it.token import Token
from pylatexenc.latexencode import RULE_DICT, RULE_REGEX, UnicodeToLatexConversionRule, UnicodeToLatexEncoder

from dsrecipes.report.document import Table
from dsrecipes.report.render.columns import of_numbers
from dsrecipes.report.render.markup import plain, tokens

_SHORT_CELL, _LONG_CELL = 5, 28  # characters; a longer cell is set in lines
_LONG_TABLE = 40  # rows; a longer table is set over several pages
_PREAMBLE = "% Needs \\usepackage{amssymb, array, booktabs, graphicx, hyperref, longtable}\n"
# A wide table is made smaller, a narrow one not larger.
_FITTED = "\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%\n"

_MARKS = {
    "em_open": "\\emph{",
    "strong_open": "\\textbf{",
    "em_close": "}",
    "strong_close": "}",
    "softbreak": " ",
    "hardbreak": " ",
}


def latex(table: Table) -> str:
    """A float no wider than the line, or a `longtable` if it has many rows; labelled `tab:<name>`."""
    is_long = len(table.cells) > _LONG_TABLE
    columns = _columns(table, within_line=is_long)
    caption, label = inline(table.caption), f"\\label{{tab:{table.name}}}"
    head = ["\\toprule", _row(table.headings), "\\midrule"]
    rows = [_row(row) for row in table.cells]
    if is_long:
        lines = [
            "\\begingroup\\scriptsize\\setlength{\\tabcolsep}{3pt}",
            f"\\begin{{longtable}}{{{columns}}}",
            f"\\caption{{{caption}}}{label} \\\\",
            *head,
            "\\endfirsthead",
            *head,
            "\\endhead",
            "\\bottomrule",
            "\\endfoot",
            *rows,
            "\\end{longtable}",
            "\\endgroup",
        ]
        return _PREAMBLE + "\n".join(lines) + "\n"
    lines = [
        "\\begin{table}",
        "\\centering",
        f"\\caption{{{caption}}}",
        label,
        f"{_FITTED}\\begin{{tabular}}{{{columns}}}",
        *head,
        *rows,
        "\\bottomrule",
        "\\end{tabular}}",
        "\\end{table}",
    ]
    return _PREAMBLE + "\n".join(lines) + "\n"


def inline(markdown: str) -> str:
    """A line of Markdown as LaTeX. A link within the report has no place to lead to and is its text alone."""
    return "".join(_token(token) for token in _without_inner_links(tokens(markdown)))


def _columns(table: Table, *, within_line: bool) -> str:
    lengths = [max(len(plain(text)) for text in column) for column in zip(table.headings, *table.cells, strict=True)]
    shares = [min(max(length, _SHORT_CELL), _LONG_CELL) for length in lengths]
    columns = []
    for length, share, numbers in zip(lengths, shares, of_numbers(table), strict=True):
        if within_line:
            columns.append(_lines(f"\\dimexpr {share / sum(shares):.3f}\\linewidth-2\\tabcolsep", numbers))
        elif length > _LONG_CELL:
            columns.append(_lines("8em" if numbers else "16em", numbers))
        else:
            columns.append("r" if numbers else "l")
    return "".join(columns)


def _lines(width: str, numbers: bool) -> str:
    return f">{{\\{'raggedleft' if numbers else 'raggedright'}\\arraybackslash}}p{{{width}}}"


def _row(cells: tuple[str, ...]) -> str:
    # The braces: a cell that begins with a bracket is else taken for the argument of the line before.
    return " & ".join(f"{{{text}}}" if (text := inline(cell)).startswith("[") else text for cell in cells) + " \\\\"


def _without_inner_links(line: list[Token]) -> list[Token]:
    kept: list[Token] = []
    outer = False
    for token in line:
        if token.type == "link_open":
            outer = "://" in str(token.attrs["href"])
        if not token.type.startswith("link_") or outer:
            kept.append(token)
    return kept


def _token(token: Token) -> str:
    if token.type == "link_open":
        address = str(token.attrs["href"])  # percent-encoded by the parser
        return f"\\href{{{''.join(chr(92) + sign if sign in '%#&_' else sign for sign in address)}}}{{"
    if token.type == "link_close":
        return "}"
    if token.type == "code_inline":
        return f"\\texttt{{{_breakable(escape(token.content))}}}"
    return _MARKS[token.type] if token.type in _MARKS else escape(token.content)


def _breakable(code: str) -> str:
    """Lets a line end within a path or a key."""
    return re.sub(r"(/|\.|\\_)(?=.)", r"\1\\allowbreak{}", code)


def escape(text: str) -> str:
    """Text with LaTeX's signs escaped and Unicode as commands; what has no command is told by its code point."""
    return str(_encoder().unicode_to_latex(text))


@cache
def _encoder() -> UnicodeToLatexEncoder:
    ours = [
        UnicodeToLatexConversionRule(RULE_REGEX, [(re.compile("-(?=-)"), "-{}")]),  # --strict has no dash
        UnicodeToLatexConversionRule(RULE_DICT, {ord("|"): "{\\textbar}", ord("\u202f"): "\\,"}),
    ]
    return UnicodeToLatexEncoder(
        conversion_rules=[*ours, "defaults"], unknown_char_policy="unihex", unknown_char_warning=False
    )
