"""Datelines say where and when a report was written, and leave its first sentence whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from actors.readers import read
from actors.readers.dateline import find_dateline
from actors.readers.dates import Day
from actors.types import Document
from tests.readers.samples import write

LEAD = "Zambia accused Angola of piracy on Monday."


@pytest.mark.parametrize(
    ("line", "said", "place", "day"),
    [
        ("NAIROBI, April 13 (Xinhua) -- ", "NAIROBI, April 13", "Nairobi", (4, 13)),
        ("MOSCOW (Reuters) - ", "MOSCOW", "Moscow", None),
        ("KABUL: ", "KABUL", "Kabul", None),
        ("WASHINGTON, D.C. (AP) — ", "WASHINGTON, D.C.", "Washington", None),
        ("DUSHANBE, 5 July. /TASS/. ", "DUSHANBE, 5 July.", "Dushanbe", (7, 5)),
        ("(Bloomberg) -- ", "", None, None),
        ("MOSCOW. April 13 (Interfax) - ", "MOSCOW. April 13", "Moscow", (4, 13)),
        ("MOSCOW, April 13 - RIA Novosti. ", "MOSCOW, April 13", "Moscow", (4, 13)),
        ("ASTANA. KAZINFORM - ", "ASTANA", "Astana", None),
        ("BEIJING, Jan. 5 (Xinhua) -- ", "BEIJING, Jan. 5", "Beijing", (1, 5)),
        ("Nairobi, 13 April 2021 – ", "Nairobi, 13 April 2021", "Nairobi", (4, 13, 2021)),
        ("GENEVA (13 April 2021) – ", "GENEVA (13 April 2021)", "Geneva", (4, 13, 2021)),
        ("LONDON--(BUSINESS WIRE)--", "LONDON", "London", None),
        ("BERLIN/PARIS (Reuters) - ", "BERLIN/PARIS", "Berlin", None),
        ("MANILA, Philippines – ", "MANILA, Philippines", "Manila", None),
        ("Nairobi — ", "Nairobi", "Nairobi", None),
        ("CARACAS, Venezuela (AP) _ ", "CARACAS, Venezuela", "Caracas", None),
        ("LUSAKA, April 13, 2021 (AMA) - ", "LUSAKA, April 13, 2021", "Lusaka", (4, 13, 2021)),
    ],
)
def test_every_agency_has_its_form(
    line: str, said: str, place: str | None, day: tuple[int, ...] | None
) -> None:
    text = f"Title of it\n\n{line}{LEAD}"
    found = find_dateline(text)
    assert found is not None
    assert text[found.start : found.said] == said
    assert text[found.lead :] == LEAD
    assert found.place == place
    assert found.day == (Day(*day) if day else None)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya accused Angola (AP) of piracy.",
        "MULDER: We had no choice.",
        "HOST: With us is Piet Mulder.",
        "ANALYSIS: Kenya accuses Angola",
        "EXCLUSIVE - Kenya accuses Angola",
        "Moscow: no change of course.",
        "Kenya - Uganda talks begin on Monday.",
        "NATO - the alliance said so.",
        "Present: H. Abara (Chair), K. Lindgren",
        "",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    assert find_dateline(text) is None


def test_place_and_date_are_kept_and_the_lead_is_read_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", f"LUSAKA, April 13, 2021 (AMA) - {LEAD}")
    (document,) = read([path])
    assert isinstance(document, Document)
    assert (document.written_in, document.published) == ("Lusaka", date(2021, 4, 13))
    assert document.published_from == "dateline"
    read_parts = [document.text[start:end] for start, end in document.body]
    assert read_parts == ["LUSAKA, April 13, 2021", LEAD]
