"""axe-core finds nothing on any screen, light or dark, narrow or wide; 200 % zoom can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from actors import Study
from tests.desk.conftest import Opened, serving

pytestmark = pytest.mark.browser
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.fixture(scope="module")
def desk(study: Study, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """A desk with a few decisions, so that every screen has something to show."""
    import shutil

    folder = tmp_path_factory.mktemp("shown") / "output"
    shutil.copytree(study.folder, folder)
    (folder / "curation.yaml").write_text(
        "- rename: CSTO\n  to: The bloc\n  because: short\n  by: A. Analyst\n"
        "- note: Taliban\n  text: in power since 15 August 2021\n"
        "- confirm: {source: Tajikistan, target: Russia, type: support}\n"
    )
    with serving(folder) as opened:
        yield opened


def screens(desk: Opened) -> dict[str, str]:
    """A path for every screen and every sort of doubt."""
    with desk.desk.at_work() as now:
        document, actor = now.documents[5][0], desk.study().find("Taliban").key
        other = desk.study().find("Afghanistan").key
        relation = now.statements[0].relation.replace("#", "%23")
    return {
        "documents": "/documents",
        "reading": f"/documents/{document}",
        "mention": f"/documents/{document}?mention=m3",
        "doubts": "/doubts",
        "joined": "/doubts?sort=joined",
        "none": "/doubts?sort=kind",
        "actors": "/actors",
        "card": f"/actors/{actor}",
        "ties": "/ties",
        "disputed": "/ties/disputed",
        "statement": f"/ties/one?relation={relation}",
        "network": "/network",
        "stakeholders": "/stakeholders?issue=border*",
        "influence": f"/stakeholders/influence?issue=border*&actor={actor}&on={other}",
        "search": "/search?q=border",
        "history": "/history",
        "refused": "/nowhere",
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1920])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    browser: Any, desk: Opened, scheme: Any, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(desk.address)
    page.wait_for_url(desk.origin + "/")
    found: list[str] = []
    for name, path in screens(desk).items():
        page.goto(desk.origin + path)
        result = Axe().run(page, context={"exclude": [["iframe"]]}, options=RULES)
        for each in result.response["violations"]:
            found += [f"{name}: {each['id']}: {node['html'][:120]}" for node in each["nodes"][:3]]
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [f"{name}: {wide} pixels too wide"] if wide > 0 else []
    context.close()
    assert found == []


def test_at_200_percent_nothing_is_cut_off(browser: Any, desk: Opened) -> None:
    """A window of 1280 pixels at 200 % is one of 640."""
    context = browser.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page = context.new_page()
    page.goto(desk.address)
    page.wait_for_url(desk.origin + "/")
    for path in screens(desk).values():
        page.goto(desk.origin + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    context.close()


def test_the_first_key_leads_past_the_screens(browser: Any, desk: Opened) -> None:
    page = browser.new_context().new_page()
    page.goto(desk.address)
    page.wait_for_url(desk.origin + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    page.context.close()


def test_the_keys_are_on_show(browser: Any, desk: Opened) -> None:
    page = browser.new_context().new_page()
    page.goto(desk.address)
    page.wait_for_url(desk.origin + "/")
    page.goto(desk.origin + "/doubts")
    page.wait_for_url("**/doubts")
    page.keyboard.press("?")
    assert page.is_visible("dialog#keys")
    assert "not asked again until something changes" in page.inner_text("dialog#keys")
    page.context.close()
