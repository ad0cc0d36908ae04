"""The Markdown of texts, captions and cells, read in one way for every form of the report.

Names of models and folders come from files, so nothing of it may become HTML: raw HTML and images (which a reader's
program would fetch) are text, and links to scripts are none.
"""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading"])


def html(markdown: str) -> Markup:
    """Paragraphs and lists as HTML."""
    return Markup(_parser().render(markdown))  # the parser escapes what is not its own


def inline_html(markdown: str) -> Markup:
    """One line (a caption, a cell) as HTML."""
    return Markup(_parser().renderInline(markdown))


def tokens(markdown: str) -> list[Token]:
    """One line as a flat list of texts, and of beginnings and ends of emphasis, links and code."""
    return _parser().parseInline(markdown)[0].children or []


def plain(markdown: str) -> str:
    """One line without its markup."""
    return "".join(" " if token.type in ("softbreak", "hardbreak") else token.content for token in tokens(markdown))
