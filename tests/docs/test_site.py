"""The docs as a site: built strictly, whole, searchable, and asking no other host for anything."""

from __future__ import annotations

import doctest
import importlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parents[2]
LOADED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


@pytest.mark.parametrize("tool", ["tools.command_reference", "tools.docstrings"])
def test_the_examples_of_what_builds_the_site_are_true(tool: str) -> None:
    found = doctest.testmod(importlib.import_module(tool))
    assert (found.failed, found.attempted > 0) == (0, True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, as ``make docs`` builds it."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


class Parsed(HTMLParser):
    """What a page loads, where its links lead, and which places in it links can lead to."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.links: list[str] = []
        self.places: set[str] = set()
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.places |= {given[name] for name in ("id", "name") if name in given}
        if given.get(LOADED.get(tag, "")):
            self.loaded.append(given[LOADED[tag]])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Parsed]:
    found = sorted(page for page in site.rglob("*.html") if page.name != "404.html")
    return {page: Parsed(page) for page in found}


def test_all_pages_are_there(site: Path, pages: dict[Path, Parsed]) -> None:
    names = {str(page.relative_to(site)) for page in pages}
    sources = {str(page.relative_to(ROOT / "docs")) for page in (ROOT / "docs").rglob("*.md")}
    assert names == {name.removesuffix(".md") + ".html" for name in sources}


def test_no_page_loads_anything_from_another_host(pages: dict[Path, Parsed]) -> None:
    assert [(page.name, url) for page in pages for url in pages[page].loaded if "//" in url] == []


def test_no_style_loads_anything_from_another_host(site: Path) -> None:
    styles = {style.name: style.read_text("utf-8") for style in site.rglob("*.css")}
    assert len(styles) >= 3
    assert [name for name, text in styles.items() if "url(http" in text or "@import" in text] == []


def test_every_link_and_anchor_leads_somewhere(pages: dict[Path, Parsed]) -> None:
    broken = [
        (page.name, link)
        for page, parsed in pages.items()
        for link in [*parsed.links, *parsed.loaded]
        if not urlsplit(link).scheme and not leads_somewhere(page, link, pages)
    ]
    assert broken == []


def leads_somewhere(page: Path, link: str, pages: dict[Path, Parsed]) -> bool:
    parts = urlsplit(link)
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if parts.fragment and target in pages:
        return unquote(parts.fragment) in pages[target].places
    return target.exists()


def test_a_broken_anchor_would_be_noticed(site: Path, pages: dict[Path, Parsed]) -> None:
    assert not leads_somewhere(site / "index.html", "relations.html#no-such-type", pages)
    assert leads_somewhere(site / "index.html", "relations.html#accuse", pages)


@pytest.mark.parametrize(
    "word", ["Kabulov", "betweenness", "curation.yaml", "actors explain-measure"]
)
def test_search_finds_what_is_on_the_pages(site: Path, word: str) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    assert [entry["location"] for entry in index["docs"] if word in entry["title"] + entry["text"]]


def test_the_references_list_every_command_and_the_api(site: Path) -> None:
    from actors.cli import SECTIONS

    commands = Parsed(site / "reference" / "commands.html").places
    assert {f"actors-{name}" for names in SECTIONS.values() for name in names} <= commands
    api = Parsed(site / "reference" / "api.html").places
    wanted = ("build", "open_study", "Settings", "Study.graph", "Study.ties", "Study.timeline")
    assert {f"actors.{name}" for name in wanted} <= api
    assert {"actors.analysis.card.Card", "actors.outputs.view.View"} <= api


def test_the_reference_shows_options_defaults_and_examples(site: Path) -> None:
    text = (site / "reference" / "commands.html").read_text("utf-8")
    assert "UNSET" not in text
    assert "-o, --output DIRECTORY" in text
    assert "[default: output]" in text
    assert "four/" in text  # an example of actors build


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served on this machine."""
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.mark.browser
@pytest.mark.parametrize("served", [False, True], ids=["from a folder", "over http"])
def test_search_works_without_another_host(
    browser: Any, site: Path, address: str, served: bool
) -> None:
    ours = address if served else site.as_uri()
    context = browser.new_context(offline=not served)
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"{ours}/howto/overnight.html")
    tab.click("input.md-search__input")
    tab.keyboard.type("Kabulov")
    tab.locator(".md-search-result__link").first.click()
    tab.wait_for_url("**?h=*")
    assert "Kabulov" in tab.inner_text("article")
    context.close()
    assert [url for url in asked if not url.startswith((ours, "blob:", "data:", "about:"))] == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_its_window(
    browser: Any, site: Path, pages: dict[Path, Parsed], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, offline=True)
    tab = context.new_page()
    wide = []
    for page in pages:
        tab.goto(page.as_uri())
        if tab.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(page.name)
    context.close()
    assert wide == []
