"""What one document may take to be read, and what happens to one that takes longer."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest

import actors.extract
from actors.extract.careful import read_each
from actors.extract.limits import OverTime, within
from actors.types import Document, Extract, Settings, Skipped


def busy() -> None:
    while True:
        try:
            sum(range(1000))
        except Exception:  # noqa: BLE001 - as libraries do
            continue


def test_what_takes_too_long_is_stopped_though_it_catches_every_error() -> None:
    with pytest.raises(OverTime), within(0.05):
        busy()


def test_afterwards_there_is_no_limit() -> None:
    with within(0.05):
        pass
    assert sum(1 for _ in range(3_000_000)) == 3_000_000


def test_no_limit_outside_the_main_thread() -> None:
    found: list[int] = []

    def work() -> None:
        with within(0.01):
            found.append(sum(range(10)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [45]


def test_a_document_that_takes_too_long_is_told_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def extract(documents: Sequence[Document], *_given: object) -> list[Extract]:
        if any(document.name == "endless" for document in documents):
            busy()
        return [Extract(document.key, (), (), ()) for document in documents]

    monkeypatch.setattr(actors.extract, "extract", extract)
    some = [Document("a", "One."), Document("endless", "Two."), Document("b", "Three.")]
    first, endless, last = read_each(some, Settings(seconds=1))
    assert endless == Skipped(
        "endless",
        "takes longer than 1 s to read: split it into parts, or allow more with --seconds",
    )
    assert [isinstance(one, Extract) for one in (first, last)] == [True, True]


def test_the_limit_is_no_reason_to_read_anew() -> None:
    assert Settings(seconds=5).reading_key == Settings().reading_key
