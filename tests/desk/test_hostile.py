"""Names, titles, sentences and notes that are scripts are shown as text, and nothing runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actors.names import STUDY_FILE
from actors.resolve.curation import read
from actors.store import open_store
from actors.study.updating import Clock, update
from actors.types import Document, Entity, Extract, Mention, Relation, Settings, Span
from tests.desk.conftest import serving
from tests.desk.test_acting import Tab

pytestmark = pytest.mark.browser
EVIL = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "{{ 7 * 7 }}",
    "javascript:alert(3)",
    "'-alert(4)-'",
)


def hostile_study(folder: Path) -> None:
    """A study in which everything that a document says is an attack."""
    text = f"{EVIL[0]} accused {EVIL[1]} of {EVIL[2]}."
    document = Document("a/../<b>.txt", text, title=EVIL[1], source=EVIL[0], url=EVIL[3])
    spans = [(0, len(EVIL[0])), (text.index(EVIL[1]), text.index(EVIL[1]) + len(EVIL[1]))]
    mentions = tuple(
        Mention(f"m{n}", Span(document.key, *span), EVIL[n], "person", "name", f"e{n}", 0, 0,
                reason=EVIL[4])
        for n, span in enumerate(spans)
    )  # fmt: skip
    entities = tuple(Entity(f"e{n}", EVIL[n], "person") for n in range(2))
    where = Span(document.key, 0, len(text))
    said = Relation("r0", "accuse", "m0", "m1", "-", where, confidence=0.4)
    extract = Extract(document.key, mentions, entities, (said,), ((0, len(text)),))
    folder.mkdir()
    with open_store(folder / STUDY_FILE) as store:
        store.add([document])
        store.add_extracts([extract], Settings().reading_key)
        update(store, read(folder / "curation.yaml"), Settings(), folder, Clock(), largest=0)


def test_nothing_of_a_document_or_a_note_is_run(browser: Any, tmp_path: Path) -> None:
    hostile_study(tmp_path / "output")
    with serving(tmp_path / "output") as desk:
        tab = Tab(browser, desk)
        with desk.desk.at_work() as now:
            document, actor = now.documents[0][0], next(iter(now.people))
        for evil in EVIL:
            tab.go(f"/actors/{actor}").fill("form[action$=note] textarea", evil)
            tab.page.fill("#who", evil)
            tab.page.click("footer button")
            tab.told(evil)
            tab.go(f"/actors/{actor}").fill("form[action$=note] textarea", evil)
            tab.page.click("text=Keep the note")
            tab.told("The note was kept")
        notes = tab.page.locator(".note").all_inner_texts()
        assert [note.startswith(evil) for note, evil in zip(notes, EVIL, strict=True)] == [True] * 5
        for path in (
            *("/documents", f"/documents/{document}", f"/documents/{document}?mention=m0"),
            *("/doubts", "/actors", "/ties", "/search?q=accused", "/history", "/network"),
            *(f"/search?q={EVIL[0]}", f"/actors?q={EVIL[1]}", f"/ties?actor={EVIL[0]}"),
            *(f"/documents?q={EVIL[1]}&source={EVIL[0]}", f"/stakeholders?issue={EVIL[0]}"),
        ):
            tab.go(path)
            assert tab.page.locator("img, main script").count() == 0
        tab.page.wait_for_timeout(300)
        assert [one for one in tab.complaints if "dialog" in one] == []
        tab.close()
