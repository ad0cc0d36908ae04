"""The page in a real browser: on a phone and a desk, in light and dark, and printed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from sample_document import sample

from dsrecipes.report.render import write

pytestmark = pytest.mark.browser

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_A4_PX = 680  # the width of the text on a printed page, at 96 px an inch

# Of every element that holds text of its own: the ratio of its colour to what is behind it, by WCAG 2.1.
_CONTRASTS = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const luminance = colour => {
    const [r, g, b] = [...colour].slice(0, 3).map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgba(getComputedStyle(e).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return rgba("white");
  };
  const found = {};
  for (const element of document.querySelectorAll("body *:not(svg *)")) {
    if (![...element.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim())) continue;
    const colour = rgba(getComputedStyle(element).color);
    const [a, b] = [luminance(colour), luminance(behind(element))].sort((x, y) => y - x);
    const key = `${element.tagName} ${element.className} in ${element.parentElement.className}`;
    found[key] = Math.min(found[key] ?? 99, (a + 0.05) / (b + 0.05));
  }
  return found;
}"""
_TOO_WIDE = """() => [...document.querySelectorAll("figure.table, figure.drawing")]
  .filter(f => f.querySelector("table, svg").getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(f => f.id)"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        bundled = playwright.chromium.executable_path
        program = bundled if Path(bundled).exists() else next(filter(None, map(shutil.which, _PROGRAMS)), None)
        if program is None:
            pytest.skip("no Chromium here: apt-get install chromium, or playwright install chromium")
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def report(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("report")
    write(sample(), out)
    return out / "report.html"


def opened(browser: Browser, report: Path, **settings: Any) -> Page:
    page = browser.new_context(**settings).new_page()
    page.goto(report.as_uri())
    return page


@pytest.mark.parametrize("width", [400, 1280])
def test_the_page_fits_its_window_and_shows_every_figure(browser: Browser, report: Path, width: int) -> None:
    page = opened(browser, report, viewport={"width": width, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") == width
    drawings = [drawing.bounding_box() for drawing in page.locator("figure.drawing svg").all()]
    assert len(drawings) == len(sample().figures())
    assert all(box and box["width"] > 250 and box["height"] > 100 for box in drawings)
    assert page.locator("nav a").count() == 4
    assert page.locator("nav").is_visible()


def test_a_wide_table_scrolls_in_its_own_frame_and_keeps_the_names_of_its_rows_in_sight(
    browser: Browser, report: Path
) -> None:
    page = opened(browser, report, viewport={"width": 400, "height": 800})
    frame = page.locator("#table-accuracy .scroll")
    cells = page.locator("#table-accuracy tbody tr").first.locator("th, td")

    frame.evaluate("frame => frame.scrollLeft = 10000")

    name, last = cells.first.bounding_box(), cells.last.bounding_box()
    assert name and last
    assert name["x"] >= 0
    assert last["x"] + last["width"] <= 400
    assert page.evaluate("[scrollX, document.documentElement.scrollWidth]") == [0, 400]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_fails_or_is_loaded_and_text_is_readable(browser: Browser, report: Path, scheme: Any) -> None:
    page = browser.new_context(color_scheme=scheme).new_page()
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))

    page.goto(report.as_uri(), wait_until="networkidle")

    assert complaints == []
    assert [url for url in requests if not url.startswith("data:")] == [report.as_uri()]
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (background == "rgb(255, 255, 255)") == (scheme == "light")
    card = page.locator("figure.drawing .scroll").first
    assert card.evaluate("card => getComputedStyle(card).backgroundColor") == "rgb(255, 255, 255)"
    contrasts = page.evaluate(_CONTRASTS)
    assert len(contrasts) > 15
    assert {what: ratio for what, ratio in contrasts.items() if ratio < 4.5} == {}


def test_printed_it_has_no_navigation_and_no_table_or_figure_is_cut(browser: Browser, report: Path) -> None:
    page = opened(browser, report, viewport={"width": _A4_PX, "height": 1000}, color_scheme="dark")
    assert page.locator("nav").is_visible()
    assert page.evaluate(_TOO_WIDE)

    page.emulate_media(media="print")

    assert not page.locator("nav").is_visible()
    assert page.locator("figure").count() == len(sample().tables()) + len(sample().figures())
    assert page.evaluate(_TOO_WIDE) == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_a_link_in_the_contents_leads_to_its_section(browser: Browser, report: Path) -> None:
    page = opened(browser, report, viewport={"width": 400, "height": 800})
    page.locator("nav").get_by_role("link", name="Provenance").click()
    page.wait_for_function("document.getElementById('provenance').getBoundingClientRect().top < innerHeight")
