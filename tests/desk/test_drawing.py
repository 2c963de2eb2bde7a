"""The network is drawn while others are answered, one at a time, and each state once."""

from __future__ import annotations

import threading
from typing import Any

from actors.desk.drawing import Drawings
from actors.desk.screens import network
from tests.desk.conftest import Client, Opened


def test_a_state_is_drawn_once_and_only_the_last_is_kept() -> None:
    drawn: list[str] = []

    def draw(version: str) -> Any:
        return lambda: (version, lambda: drawn.append(version) or f"page {version}")

    drawings = Drawings()
    asked = ["v1", "v1", "v2", "v2", "v1"]
    assert [drawings.drawn(draw(one)) for one in asked] == [f"page {one}" for one in asked]
    assert drawn == ["v1", "v2", "v1"]
    assert drawings.drawn(lambda: None) is None
    assert drawings.drawn(draw("v1")) == "page v1"


def test_others_are_answered_and_decide_while_a_network_is_drawn(
    desk: Opened, client: Client, monkeypatch: Any
) -> None:
    begun, let = threading.Event(), threading.Event()
    draws = network.live_text

    def slow(*given: Any) -> str:
        begun.set()
        assert let.wait(30)
        return draws(*given)

    monkeypatch.setattr(network, "live_text", slow)
    pages: list[str] = []
    drawing = threading.Thread(target=lambda: pages.append(client.get("/network/page").text))
    drawing.start()
    assert begun.wait(30)
    other = desk.client()
    assert other.get("/api/version").status_code == 200
    key = desk.study().find("Pentagon").key
    renamed = other.send_form(f"/actors/{key}", f"/actors/{key}/rename", to="The five walls")
    assert renamed.status_code == 303
    assert [rule.verb for rule in desk.rules()] == ["rename"]
    let.set()
    drawing.join(30)
    assert "The five walls" not in pages[0]  # it is as it was when it was asked for
    assert "The five walls" in other.get("/network/page").text
    other.close()
