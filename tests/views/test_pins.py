"""Actors stay where they are dragged: in this browser, in the link, and in a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.views.conftest import Open, Opened
from tests.views.networks import NAMES, crisis, random_network

pytestmark = pytest.mark.browser

NUMBER = {key: number for number, key in enumerate(NAMES)}
ZAS = NUMBER["zas"]


def dragged(opened: Opened, number: int, by: tuple[int, int] = (60, 40)) -> dict[str, float]:
    """Where an actor stands after it was dragged so many pixels."""
    at = opened.ask(f"actorAt({number})")
    opened.tab.mouse.move(at["x"], at["y"])
    opened.tab.mouse.down()
    opened.tab.mouse.move(at["x"] + by[0] / 2, at["y"] + by[1] / 2)
    opened.tab.mouse.move(at["x"] + by[0], at["y"] + by[1])
    opened.tab.mouse.up()
    opened.rest(400)
    place: dict[str, float] = opened.ask(f"place({number})")
    return place


def test_dragging_pins_and_the_browser_remembers(open_page: Open) -> None:
    opened = open_page(crisis())
    before, at = opened.ask(f"place({ZAS})"), opened.ask(f"actorAt({ZAS})")
    place = dragged(opened, ZAS)
    scale = opened.ask("view()")["scale"]
    assert place["x"] - before["x"] == pytest.approx(60 / scale, abs=2)
    assert opened.ask(f"actorAt({ZAS})")["x"] == pytest.approx(at["x"] + 60, abs=2)
    assert opened.text("#pins") == "1 actor pinned where you dragged them"
    opened.go(opened.file)
    assert opened.ask(f"place({ZAS})") == place


def test_filters_do_not_move_what_is_pinned(open_page: Open) -> None:
    opened = open_page(crisis())
    place = dragged(opened, ZAS)
    opened.tab.get_by_role("checkbox", name="People").uncheck()
    opened.tab.get_by_role("checkbox", name="People").check()
    assert opened.ask(f"place({ZAS})") == place


def test_the_link_holds_the_pins(open_page: Open) -> None:
    opened = open_page(crisis())
    place = dragged(opened, ZAS)
    link = opened.address()
    opened.tab.evaluate("localStorage.clear()")
    opened.go(link)
    assert opened.ask(f"place({ZAS})") == place


def test_unpin_one_and_all(open_page: Open) -> None:
    opened = open_page(crisis())
    home = opened.ask(f"place({ZAS})"), opened.ask(f"place({NUMBER['tajiks']})")
    dragged(opened, ZAS)
    dragged(opened, NUMBER["tajiks"], (-80, 0))
    assert opened.text("#pins").startswith("2 actors pinned")
    opened.tab.fill("#search", "zas")
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="Unpin").click()
    assert opened.ask(f"place({ZAS})") == home[0]
    assert opened.tab.get_by_role("button", name="Unpin").count() == 0
    opened.tab.get_by_role("button", name="Put all actors back").click()
    assert opened.ask(f"place({NUMBER['tajiks']})") == home[1]
    assert opened.text("#pins") == "Drag an actor to pin it."
    assert opened.tab.get_by_role("button", name="Put all actors back").is_disabled()
    opened.go(opened.file)
    assert (opened.ask(f"place({ZAS})"), opened.ask(f"place({NUMBER['tajiks']})")) == home


def test_positions_travel_as_a_file(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(crisis())
    place, file = dragged(opened, ZAS), tmp_path / "positions.json"
    with opened.tab.expect_download() as download:
        opened.tab.get_by_role("button", name="Save positions as a file").click()
    download.value.save_as(file)
    assert json.loads(file.read_text())["pinned"] == {"zas": [place["x"], place["y"]]}
    opened.tab.get_by_role("button", name="Put all actors back").click()
    opened.tab.set_input_files("input[type=file]", str(file))
    opened.tab.locator("#pins", has_text="1 actor pinned").wait_for()
    assert opened.ask(f"place({ZAS})") == place


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no json", "This file holds no positions"),
        ("[]", "This file holds no positions"),
        (
            '{"pinned": {"zas": ["a", null], "nobody": [1, 2], "af": [1e999, 0], "tj": [5, 6]}}',
            "1 actor pinned",
        ),
    ],
)
def test_what_makes_no_sense_in_a_file_moves_nobody(
    open_page: Open, tmp_path: Path, text: str, said: str
) -> None:
    opened, file = open_page(crisis()), tmp_path / "other.json"
    home: Any = opened.ask(f"place({ZAS})")
    file.write_text(text)
    opened.tab.set_input_files("input[type=file]", str(file))
    opened.tab.locator("#pins", has_text=said).wait_for()
    assert opened.ask(f"place({ZAS})") == home
    assert opened.ask("view()")["scale"] > 0


def test_arrow_keys_with_shift_move_the_chosen_actor(open_page: Open) -> None:
    opened = open_page(crisis())
    opened.tab.fill("#search", "zas")
    opened.tab.keyboard.press("Enter")
    home = opened.ask(f"place({ZAS})")
    opened.tab.focus("#network")
    opened.tab.keyboard.press("Shift+ArrowRight")
    opened.tab.keyboard.press("Shift+ArrowUp")
    place = opened.ask(f"place({ZAS})")
    assert place == pytest.approx({"x": home["x"] + 20, "y": home["y"] - 20}, abs=1)


def test_pins_of_another_network_are_not_taken(open_page: Open) -> None:
    opened = open_page(crisis())
    dragged(opened, ZAS)
    other = open_page(random_network(30, 60))
    assert other.text("#pins") == "Drag an actor to pin it."
