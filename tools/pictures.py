"""Take the pictures of the docs: the page and the report of the sample reports, in Chromium.

actors build seeds/ -o output/ && actors report output/
python tools/pictures.py output/
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[1] / "docs"
IMAGES = DOCS / "images"
SIZE = {"width": 1280, "height": 760}
COLOURS = 256
"""A palette makes a picture half as large; octrees keep the colour of a single line."""


def main(study: Path) -> None:
    """Take all pictures of a study that was built from the sample reports."""
    with _browser() as browser:
        _whole(browser, study / "network.html")
        _actor(browser, study / "network.html")
        _tie(browser, study / "network.html")
        _hostile(browser, study / "network.html")
        _report(browser, study / "report.html")


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    program = os.environ.get("ACTORS_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def _opened(browser: Any, file: Path) -> Any:
    tab = browser.new_context(viewport=SIZE, offline=True).new_page()
    tab.goto(file.resolve().as_uri())
    return tab


def _whole(browser: Any, page: Path) -> None:
    tab = _opened(browser, page)
    tab.wait_for_selector("html[data-told=yes]")
    _take(tab, DOCS / "page.png")


def _actor(browser: Any, page: Path) -> None:
    tab = _opened(browser, page)
    tab.wait_for_selector("html[data-told=yes]")
    tab.fill("#search", "moscow")
    tab.keyboard.press("Enter")
    _take(tab, IMAGES / "actor.png")


def _tie(browser: Any, page: Path) -> None:
    tab = _opened(browser, page)
    tab.wait_for_selector("html[data-told=yes]")
    tab.fill("#search", "taliban")
    tab.keyboard.press("Enter")
    tab.locator("#panel").get_by_text("accuse").first.click()
    _take(tab, IMAGES / "tie.png")


def _hostile(browser: Any, page: Path) -> None:
    tab = _opened(browser, page)
    tab.wait_for_selector("html[data-told=yes]")
    for label in ("Supportive", "Said not to be so"):
        tab.get_by_label(label, exact=False).first.click()
    tab.click("#fit")
    _take(tab, IMAGES / "hostile.png")


def _report(browser: Any, report: Path) -> None:
    tab = _opened(browser, report)
    _take(tab, IMAGES / "report.png")


def _take(tab: Any, file: Path) -> None:
    """Write what a tab shows as a PNG of few colours, once nothing moves any more."""
    from PIL import Image

    tab.wait_for_timeout(1500)
    picture = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
    few = picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    file.parent.mkdir(exist_ok=True)
    few.save(file, optimize=True)
    print(f"{file} {file.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
