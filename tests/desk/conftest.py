"""A desk over a copy of the sample study: served by a thread for a browser, or asked directly."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from actors import Study, open_study
from actors.desk.desk import Desk
from actors.desk.serving import Served, served
from actors.resolve.curation import read
from actors.types import Rule


@dataclass
class Opened:
    """A desk that is served, and the study that it writes."""

    desk: Desk
    server: Served

    @property
    def folder(self) -> Path:
        return self.desk.folder

    @property
    def address(self) -> str:
        return self.server.wanted.address

    @property
    def origin(self) -> str:
        return self.server.wanted.origin

    def rules(self) -> list[Rule]:
        """What `curation.yaml` says."""
        return read(self.folder / "curation.yaml")

    def study(self) -> Study:
        """The study as a command sees it, from the disk."""
        return open_study(self.folder)

    def client(self, **more: Any) -> Client:
        """A program that has opened the first address."""
        found = Client(base_url=self.origin, timeout=60, **more)
        assert found.get(self.address).status_code == 200
        return found


class Client(httpx.Client):
    """A browser without scripts: it sends forms as the pages have them."""

    def send_form(self, page: str, action: str, **fields: Any) -> httpx.Response:
        """Fill in the form of a page that goes to an address, and send it."""
        text = self.get(page).text
        form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', text, re.DOTALL)
        assert form, f"{page} has no form to {action}"
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[0]))
        given = {name: _unescaped(value) for name, value in hidden.items()} | fields
        return self.post(action, data=given, headers={"origin": str(self.base_url).rstrip("/")})


def _unescaped(text: str) -> str:
    import html

    return html.unescape(text)


OpenDesk = Callable[..., Opened]


@pytest.fixture
def copied(study: Study, tmp_path: Path) -> Path:
    """A copy of the sample study that may be changed."""
    shutil.copytree(study.folder, tmp_path / "output")
    return tmp_path / "output"


@contextmanager
def serving(folder: Path, **how: Any) -> Iterator[Opened]:
    """A desk over a study, answering from a thread."""
    desk = Desk(open_study(folder), **how)
    server = served(desk)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield Opened(desk, server)
    finally:
        server.stop()
        thread.join(20)


@pytest.fixture
def open_desk(copied: Path) -> Iterator[OpenDesk]:
    """Serve a study, the copy of the samples if none is named."""
    with ExitStack() as stack:
        yield lambda folder=copied, **how: stack.enter_context(serving(folder, **how))


@pytest.fixture
def desk(open_desk: OpenDesk) -> Opened:
    return open_desk()


@pytest.fixture
def client(desk: Opened) -> Iterator[Client]:
    found = desk.client()
    yield found
    found.close()
