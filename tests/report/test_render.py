"""A document becomes a page, Markdown, tables and figures: all of it, whole, and the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import matplotlib
import pandas as pd
import pytest
from markdown_it import MarkdownIt
from sample_document import HOSTILE, accuracy, figure, runs, sample

from dsrecipes.report.document import Document, Figure, Section, Table, Text
from dsrecipes.report.render import write
from dsrecipes.report.render.columns import is_number, of_numbers
from dsrecipes.report.render.markdown import grid


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample report."""
    out = tmp_path_factory.mktemp("report")
    write(sample(), out)
    return out


class Elements(HTMLParser):
    """The elements of a page, in order, with their attributes, and the text of each kind."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.texts.setdefault(tag, []).append("")

    def handle_data(self, data: str) -> None:
        if self.found:
            self.texts[self.found[-1][0]][-1] += data

    def attributes(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.found if tag in tags]


@pytest.fixture(scope="module")
def page(report: Path) -> Elements:
    return Elements((report / "report.html").read_text("utf-8"))


def one(block: Text | Table | Figure) -> Document:
    return Document("A report", Text("A summary."), (Section("part", "A part", (block,)),))


def anchors(document: Document) -> list[str]:
    def of(sections: tuple[Section, ...]) -> Iterator[str]:
        for section in sections:
            yield section.id
            yield from of(section.sections)

    tables, figures = document.tables(), document.figures()
    return [*of(document.sections), *(f"table-{t.name}" for t in tables), *(f"figure-{f.name}" for f in figures)]


# ---- The files


def test_a_report_is_a_page_markdown_and_three_files_a_table_and_a_figure(tmp_path: Path) -> None:
    paths = write(sample(), tmp_path)

    names = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert names == {
        "report.html",
        "report.md",
        *(f"tables/{name}.{form}" for name in ("accuracy", "long", "runs") for form in ("csv", "md", "tex")),
        *(f"figures/{name}.{form}" for name in ("curves", "wide") for form in ("png", "svg", "pdf")),
    }
    assert {str(path.relative_to(tmp_path)) for path in paths} == names
    assert len(paths) == len(names)


def test_a_report_made_again_is_the_same_bytes_whatever_the_users_matplotlib_settings(
    report: Path, tmp_path: Path
) -> None:
    with matplotlib.rc_context({"savefig.bbox": "tight", "font.size": 20, "svg.fonttype": "none", "savefig.dpi": 30}):
        again = write(sample(), tmp_path)

    assert [path for path in again if path.read_bytes() != (report / path.relative_to(tmp_path)).read_bytes()] == []


def test_files_of_an_earlier_report_go_with_their_table_and_others_stay(tmp_path: Path) -> None:
    write(one(replace(runs(), name="gone")), tmp_path)
    own = tmp_path / "tables" / "mine.csv"
    own.write_text("kept")

    write(one(runs()), tmp_path)

    assert {path.name for path in (tmp_path / "tables").iterdir()} == {"mine.csv", "runs.csv", "runs.md", "runs.tex"}
    assert own.read_text() == "kept"


def test_a_report_that_cannot_be_drawn_leaves_the_earlier_one_as_it_was(tmp_path: Path) -> None:
    write(one(runs()), tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    def broken() -> matplotlib.figure.Figure:
        raise RuntimeError("no data")

    with pytest.raises(RuntimeError, match="no data"):
        write(one(Figure("broken", "caption", "alt", broken)), tmp_path)

    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("block", "what"),
    [
        (replace(runs(), name="../up"), "../up"),
        (replace(runs(), name="a b"), "a b"),
        (replace(runs(), headings=("only", "two")), "2 headings"),
    ],
)
def test_a_document_that_cannot_be_written_is_refused(block: Table, what: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=re.escape(what)):
        write(one(block), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_two_tables_of_one_name_are_refused(tmp_path: Path) -> None:
    document = Document("A report", Text(""), (Section("a", "A", (runs(),)), Section("b", "B", (runs(),))))
    with pytest.raises(ValueError, match="twice"):
        write(document, tmp_path)


def test_csv_holds_the_frame_with_ten_digits(tmp_path: Path) -> None:
    frame = pd.DataFrame({"model": ["a", 'b, "c"'], "value": [1 / 3, None], "n": [100, 7]})
    write(one(replace(runs(), frame=frame)), tmp_path)
    assert (tmp_path / "tables/runs.csv").read_bytes() == b'model,value,n\na,0.3333333333,100\n"b, ""c""",,7\n'


# ---- Which columns are numbers


@pytest.mark.parametrize(
    "cell", ["7", "74.0 [64.6, 81.6], n=100", "−0.5", "+12.0", "<0.001", "1e-09", "1,024", "*3.5*", "50%", "(0.3, 2)"]
)
def test_a_number_is_a_number_with_what_follows_it(cell: str) -> None:
    assert is_number(cell)


@pytest.mark.parametrize("cell", ["not run", "3×4", "3x4", "2026-01-01", "0.9.1", "`123`", "12ab", "–", ""])
def test_sizes_dates_versions_and_code_are_no_numbers(cell: str) -> None:
    assert not is_number(cell)


def test_a_reason_among_numbers_leaves_its_column_one_of_numbers() -> None:
    assert of_numbers(accuracy()) == (False, *[True] * 11)
    assert of_numbers(runs()) == (False,) * 4


# ---- The page


def test_the_page_loads_nothing_and_runs_nothing(page: Elements) -> None:
    tags = {tag for tag, _ in page.found}
    assert tags.isdisjoint({"script", "img", "iframe", "object", "embed", "base", "form", "b"})
    assert [link["href"] for link in page.attributes("link")] == ["data:,"]
    for tag, attributes in page.found:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert "src" not in attributes, tag
        assert tag == "a" or (attributes.get("href") or "#").startswith(("#", "data:")), attributes
    policy = next(meta for meta in page.attributes("meta") if "http-equiv" in meta)
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def test_names_that_look_like_html_are_shown_as_they_are(page: Elements, report: Path) -> None:
    text = (report / "report.html").read_text("utf-8")
    assert HOSTILE not in text
    assert [title.strip() for title in page.texts["title"]] == [sample().title]
    shown = "&lt;script&gt;alert(1)&lt;/script&gt;"
    for part in ("<li>runs/{}: manifest", "<li>a model called {}", "<code>{}</code> as a model&#x27;s name: {}."):
        assert part.format(shown, shown) in text.replace("'", "&#x27;")


def test_a_link_to_a_script_is_no_link(tmp_path: Path) -> None:
    write(one(Text("[a](javascript:alert(1)) [b](data:text/html,x) <a href='x'>c</a>")), tmp_path)
    page = Elements((tmp_path / "report.html").read_text("utf-8"))
    assert {link["href"] for link in page.attributes("a")} == {"#part"}


def test_every_section_table_and_figure_has_its_anchor_and_every_inner_link_its_target(page: Elements) -> None:
    ids = [attributes["id"] for _, attributes in page.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert set(anchors(sample())) <= set(ids)
    targets = [link["href"] or "" for link in page.attributes("a", "use") if (link["href"] or "").startswith("#")]
    assert {target[1:] for target in targets} <= set(ids)
    named = [attributes["aria-labelledby"] for _, attributes in page.found if "aria-labelledby" in attributes]
    assert set(named) <= set(ids)


def test_headings_are_in_order_without_a_step_left_out(page: Elements) -> None:
    levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch("h[1-6]", tag)]
    assert levels == [1, 2, 2, 3, 4, 2]


def test_tables_have_headings_of_columns_and_of_rows(page: Elements) -> None:
    scopes = [heading["scope"] for heading in page.attributes("th")]
    tables = sample().tables()
    assert scopes.count("col") == sum(len(table.headings) for table in tables)
    assert scopes.count("row") == sum(len(table.cells) for table in tables)
    assert len(page.attributes("td")) == sum(len(table.cells) * (len(table.headings) - 1) for table in tables)


def test_figures_are_drawn_in_the_page_and_told_in_words(page: Elements) -> None:
    drawings = page.attributes("svg")
    assert [drawing["role"] for drawing in drawings] == ["img", "img"]
    assert [drawing["aria-label"] for drawing in drawings] == [figure.alt for figure in sample().figures()]


# ---- Markdown


def read_grid(markdown: str) -> list[list[str]]:
    """The cells of a table, as a reader of GitHub's Markdown parses them; their markup is left as it is."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    rows: list[list[str]] = []
    for before, token in pairwise(tokens):
        if token.type == "tr_open":
            rows.append([])
        if before.type in ("th_open", "td_open"):
            rows[-1].append(token.content)
    return rows


def test_a_table_in_markdown_has_its_rows_and_columns_whatever_stands_in_them() -> None:
    table = runs()
    rows = read_grid(grid(table))
    assert [len(row) for row in rows] == [4, 4, 4]
    assert rows[0] == list(table.headings)
    assert rows[1][0] == table.cells[0][0]
    assert rows[2] == [table.cells[1][0], table.cells[1][1].replace("$", r"\$"), *table.cells[1][2:]]


def test_columns_of_numbers_are_set_to_the_right() -> None:
    assert grid(accuracy()).splitlines()[1] == "| --- |" + " ---: |" * 11


def test_markdown_holds_no_html_but_the_anchors(report: Path) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse((report / "report.md").read_text("utf-8"))
    inline = [child for token in tokens for child in token.children or []]
    found = [token.content.strip() for token in [*tokens, *inline] if token.type in ("html_block", "html_inline")]
    assert set(found) == {f'<a id="{anchor}">' for anchor in anchors(sample())} | {"</a>"}


def test_markdown_links_to_files_that_are_there(report: Path) -> None:
    text = (report / "report.md").read_text("utf-8")
    targets = set(re.findall(r"\]\(((?:tables|figures)/[^)]+)\)", text))
    assert targets == {
        str(path.relative_to(report)) for folder in ("tables", "figures") for path in (report / folder).iterdir()
    }


def test_markdown_shows_figures_with_their_alternative_text(tmp_path: Path) -> None:
    write(one(replace(figure("curves"), alt="A [curve] that *rises*")), tmp_path)
    tokens = MarkdownIt("commonmark").parse((tmp_path / "report.md").read_text("utf-8"))
    images = [child for token in tokens for child in token.children or [] if child.type == "image"]
    assert [(image.attrs["src"], image.content) for image in images] == [
        ("figures/curves.png", r"A \[curve\] that \*rises\*")
    ]


# ---- Drawings


def test_figures_are_png_svg_and_pdf_without_a_date(report: Path) -> None:
    begins = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}
    for path in (report / "figures").iterdir():
        data = path.read_bytes()
        assert data.startswith(begins[path.suffix[1:]])
        assert b"CreationDate" not in data
        assert b"dc:date" not in data
