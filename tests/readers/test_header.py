"""Headers: what is one, what is not, and where the body starts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.readers.header import read_header

DAY = date(2021, 7, 7)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (" date 2021-07-07 Ministers met.", "Ministers met."),
        ("date 7 July 2021 Ministers met.", "Ministers met."),
        ("Date: July 7, 2021\nMinisters met.", "Ministers met."),
        ("published 07.07.2021\n\nMinisters met.", "Ministers met."),
        ("date 2021-07-07T10:00:00Z Ministers met.", "Ministers met."),
        ("Title: Talks\nDate: 2021-07-07\n\nMinisters met.", "Ministers met."),
        ("Title: Talks\r\nDate: 2021-07-07\r\n\r\nMinisters met.", "Ministers met."),
        ("\n\nsource: Wire\ndate: Wednesday, 7 July 2021\nMinisters met.", "Ministers met."),
        (
            "---\ntitle: 'Talks'\ndate: 2021-07-07\nlayout: post\n---\n\nMinisters met.",
            "Ministers met.",
        ),
        ("Publication-Date: 7. Juli 2021\nAuthor: A. B.\n\nMinisters met.", "Ministers met."),
    ],
)
def test_forms_of_header(text: str, body: str) -> None:
    header = read_header(text)
    assert text[header.start :] == body
    assert header.published == DAY


def test_all_that_a_header_tells() -> None:
    header = read_header(
        "headline: Talks\noutlet: Wire\nlink: https://example.org\nlang: en\n\nMet."
    )
    assert (header.title, header.source) == ("Talks", "Wire")
    assert (header.url, header.language) == ("https://example.org", "en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ministers met.",
        "Moscow: no change of course.\n\nMore follows.",
        "Date palms grow in the south.",
        "date 2021-99-99 Ministers met.",
        "Title: one line that looks like a header\nbut goes on.",
        "By: one of our reporters\n\nMinisters met.",
        "Source: " + "a whole text on one line " * 20,
        "--- \nMinisters met.\n---\n",
        "---\ntitle: never closed\n",
    ],
)
def test_what_is_no_header(text: str) -> None:
    assert read_header(text).start == 0


@given(st.text())
def test_the_body_starts_within_the_text(text: str) -> None:
    for candidate in (text, f"title: {text}", f"date 2021-07-07 {text}", f"---\n{text}\n---\n"):
        assert 0 <= read_header(candidate).start <= len(candidate)
