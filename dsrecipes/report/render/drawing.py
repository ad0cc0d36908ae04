"""A figure's three files, made from one drawing, and the drawing as a part of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from matplotlib import style
from matplotlib.figure import Figure as Drawing

from dsrecipes.report.document import Figure

_DPI = 150
# Matplotlib's own and not the user's, so that the same drawing gives the same bytes; letters are shapes, so that it
# looks the same everywhere.
_SETTINGS: Any = ["default", {"svg.hashsalt": "dsrecipes", "svg.fonttype": "path"}]
_NO_DATES: dict[str, dict[str, Any]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}

_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_PX_BY_PT = 96 / 72
_SMALLEST = 0.7  # of its own size, that letters of 9 pt can still be read: on a phone a wide drawing scrolls


@dataclass(frozen=True)
class Drawn:
    """A figure's files."""

    png: bytes
    svg: bytes
    pdf: bytes


def drawn(figure: Figure) -> Drawn:
    """Draws a figure once and saves it in each form."""
    with style.context(_SETTINGS):
        drawing = figure.draw()
        return Drawn(**{form: _saved(drawing, form) for form in _NO_DATES})


def _saved(drawing: Drawing, form: str) -> bytes:
    buffer = BytesIO()
    drawing.savefig(buffer, format=form, dpi=_DPI, facecolor="white", metadata=_NO_DATES[form])
    return buffer.getvalue()


def inline(svg: bytes, prefix: str, alt: str) -> str:
    """An SVG file as an element of an HTML page: told by `alt`, scaled to the page's width, its ids made its own."""
    root = ElementTree.fromstring(svg)
    root.tag = root.tag.removeprefix(_SVG)
    _drop_head(root)
    used = set(re.findall(rb'(?:href="|url\()#([^")]+)', svg))
    for element in root.iter():
        element.tag = element.tag.removeprefix(_SVG)
        if (target := element.attrib.pop(f"{_XLINK}href", None)) is not None:
            element.set("href", f"#{prefix}-{target[1:]}" if target.startswith("#") else target)
        if (own := element.attrib.pop("id", None)) is not None and own.encode() in used:
            element.set("id", f"{prefix}-{own}")
        for name, value in element.attrib.items():
            if "url(#" in value:
                element.set(name, value.replace("url(#", f"url(#{prefix}-"))
    width = _PX_BY_PT * float(root.attrib.pop("width").removesuffix("pt"))
    del root.attrib["height"]  # follows from the width
    root.set("style", f"width: 100%; max-width: {width:.0f}px; min-width: {_SMALLEST * width:.0f}px")
    root.set("role", "img")
    root.set("aria-label", alt)
    return ElementTree.tostring(root, encoding="unicode")


def _drop_head(root: ElementTree.Element) -> None:
    """Takes out the metadata, and the style sheet, which would style the page."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{_SVG}metadata", f"{_SVG}style"):
                parent.remove(child)
