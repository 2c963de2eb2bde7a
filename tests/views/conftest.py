"""Pages opened in the Chromium of all tests, with the network off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from actors.views import page


class Opened:
    """A page that was opened, and what it said and asked for meanwhile."""

    def __init__(self, tab: Any, file: Path) -> None:
        self.tab = tab
        self.file = file.as_uri()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        tab.on("console", lambda said: self.complaints.append(said.text))
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.on("dialog", lambda dialog: self.complaints.append(f"dialog {dialog.message}"))
        tab.on("request", lambda request: self.requests.append(request.url))
        tab.goto(file.as_uri())
        tab.wait_for_selector("html[data-told=yes]")

    def ask(self, expression: str) -> Any:
        """What a script of the page would be told."""
        return self.tab.evaluate(f"actorsPage.{expression}")

    def text(self, place: str = "#panel") -> str:
        return str(self.tab.inner_text(place))

    def click_actor(self, number: int, **how: Any) -> None:
        at = self.ask(f"actorAt({number})")
        self.tab.mouse.click(at["x"], at["y"], **how)
        self.rest(400)  # vis-network waits for a second click

    def click_tie(self, number: int) -> None:
        at = self.ask(f"tieAt({number})")
        self.tab.mouse.click(at["x"], at["y"])
        self.rest(400)

    def rest(self, milliseconds: int = 0) -> None:
        """Until the page's timers of so many milliseconds have run and what they did is drawn.

        It is the page that waits: however busy the machine, its timers and frames keep their order.
        """
        self.tab.evaluate(
            "wait => new Promise(done => setTimeout(() =>"
            " requestAnimationFrame(() => requestAnimationFrame(done)), wait))",
            milliseconds,
        )

    def address(self) -> str:
        """The page's address once it holds the view that is shown."""
        self.rest(250)
        return str(self.tab.evaluate("location.href"))

    def go(self, address: str) -> None:
        """Opens the page anew at an address."""
        self.tab.goto("about:blank")
        self.tab.goto(address)
        self.tab.wait_for_selector("html[data-told=yes]")


Open = Callable[..., Opened]


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Writes the page of a network and opens it; whatever it complains of fails the test."""
    tabs: list[tuple[Any, Opened]] = []

    def opening(
        graph: nx.MultiDiGraph[Any],
        *,
        size: tuple[int, int] = (1400, 900),
        scheme: str = "light",
        **about: Any,
    ) -> Opened:
        file = tmp_path / "network.html"
        page.write(graph, file, **{"view": "everything"} | about)
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            offline=True,
            accept_downloads=True,
        )
        opened = Opened(context.new_page(), file)
        tabs.append((context, opened))
        return opened

    yield opening
    for context, opened in tabs:
        context.close()
        assert opened.complaints == []
        assert [
            url for url in opened.requests if not url.startswith(("file:", "blob:", "about:"))
        ] == []
