"""What news services and reference managers answer: JSON, CSV and RIS."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from actors.readers import read
from actors.readers.fragment import plain, readable
from actors.types import Document, Skipped
from tests.readers.samples import under, write

DAY = date(2021, 7, 5)


def one(path: Path) -> Document:
    (document,) = read([path])
    assert isinstance(document, Document), document
    return document


def reason(path: Path) -> str:
    (item,) = read([path])
    assert isinstance(item, Skipped), item
    return item.reason


TIME = "2021-07-05T10:00:00Z"
ANSWERS: dict[str, Any] = {
    "the guardian": {
        "response": {
            "results": [
                {
                    "webTitle": "Talks",
                    "webPublicationDate": TIME,
                    "fields": {"bodyText": "They met."},
                    "tags": [{"id": "x"}],
                }
            ]
        }
    },
    "new york times": {
        "response": {
            "docs": [
                {
                    "headline": {"main": "Talks", "kicker": None},
                    "abstract": "They met.",
                    "pub_date": TIME,
                    "source": "The Guardian",
                }
            ]
        }
    },
    "newsapi": {
        "articles": [
            {
                "source": {"id": None, "name": "The Guardian"},
                "title": "Talks",
                "publishedAt": TIME,
                "description": "Short.",
                "content": "They met.… [+2345 chars]",
            }
        ]
    },
    "mediastack": {
        "pagination": {"total": 1},
        "data": [
            {
                "title": "Talks",
                "description": "They met.",
                "source": "The Guardian",
                "published_at": "2021-07-05T10:00:00+00:00",
            }
        ],
    },
    "media cloud": {
        "stories": [
            {
                "title": "Talks",
                "story_text": "They met.",
                "media_name": "The Guardian",
                "publish_date": "2021-07-05 10:00:00",
            }
        ]
    },
    "event registry": {
        "articles": {
            "results": [
                {"title": "Talks", "body": "They met.", "date": "2021-07-05"}
                | {"source": {"uri": "guardian.example", "title": "The Guardian"}}
            ]
        }
    },
    "newsdata": {
        "status": "success",
        "results": [
            {
                "title": "Talks",
                "content": None,
                "description": "They met.",
                "source_name": "The Guardian",
                "pubDate": "2021-07-05 10:00:00",
            }
        ],
    },
    "currents": {
        "news": [
            {
                "title": "Talks",
                "description": "They met.",
                "published": "2021-07-05 10:00 +0000",
                "publisher": "The Guardian",
            }
        ]
    },
    "a search engine": {
        "hits": {
            "hits": [
                {
                    "_id": "1",
                    "_source": {
                        "title": "Talks",
                        "text": "They met.",
                        "date": TIME,
                        "site": "The Guardian",
                    },
                }
            ]
        }
    },
    "json feed": {
        "title": "Feed",
        "description": "About the feed.",
        "items": [
            {"title": "Talks", "content_html": "<p>They met.</p>", "date_published": TIME}
            | {"source": "The Guardian"}
        ],
    },
    "an object of articles": {
        "a1": {"title": "Talks", "text": "They met.", "date": TIME, "source": "The Guardian"},
        "a2": {"title": "Suit", "text": "They left.", "date": TIME, "source": "The Guardian"},
    },
    "zotero": [
        {
            "key": "X",
            "data": {"title": "Talks", "abstractNote": "They met.", "date": "2021-07-05"}
            | {"publicationTitle": "The Guardian"},
        }
    ],
    "crossref": {
        "message": {
            "items": [
                {"title": ["Talks"], "abstract": "<jats:p>They met.</jats:p>"}
                | {"container-title": ["The Guardian"], "issued": {"date-parts": [[2021, 7, 5]]}}
            ]
        }
    },
}


@pytest.mark.parametrize("service", ANSWERS)
def test_what_a_service_answers_is_read(tmp_path: Path, service: str) -> None:
    first, *_ = read([write(tmp_path, "a.json", json.dumps(ANSWERS[service]))])
    assert isinstance(first, Document), first
    assert first.text.strip() in ("They met.", "<jats:p>They met.</jats:p>")
    assert (first.title, first.source, first.published) == ("Talks", "The Guardian", DAY)


def test_an_answer_on_one_line_needs_no_suffix(tmp_path: Path) -> None:
    pages = "\n".join(json.dumps(ANSWERS["media cloud"]) for _ in range(2))
    assert one(write(tmp_path, "a", json.dumps(ANSWERS["newsapi"]))).title == "Talks"
    found = list(read([write(tmp_path, "b", pages)]))
    assert [each.name for each in found] == under(tmp_path, "b#1.1", "b#2.1")


def test_addresses_without_text_are_told_with_what_to_do(tmp_path: Path) -> None:
    answer = {"articles": [{"url": "http://x", "title": "Talks", "seendate": "20210705T100000Z"}]}
    said = reason(write(tmp_path, "a.json", json.dumps(answer)))
    assert said == (
        "no key holds the text (keys: url, title, seendate); name it with --column text=NAME, "
        "or read headlines alone with --column text=title"
    )


@pytest.mark.parametrize("cells", [61, 58, 57, 27, 16])
def test_tables_of_coded_events_are_told_from_texts(tmp_path: Path, cells: int) -> None:
    row = ["1", "20210705" if cells > 50 else "20210705100000", *["x"] * (cells - 2)]
    said = reason(write(tmp_path, "a.CSV", "\t".join(row) + "\n"))
    assert said.startswith("a table of coded events (GDELT, ICEWS) without text")


def test_a_table_of_events_with_a_header_is_told_and_one_with_notes_is_read(tmp_path: Path) -> None:
    header = "GLOBALEVENTID,SQLDATE,Actor1Name,SOURCEURL"
    assert "coded events" in reason(
        write(tmp_path, "a.csv", f"{header}\n1,20210705,KENYA,http://x\n")
    )
    notes = "event_id,event_date,actor1,notes,source\n1,5 July 2021,Lake Guard,They met.,Wire\n"
    document = one(write(tmp_path, "b.csv", notes))
    assert (document.text, document.source, document.published) == ("They met.", "Wire", DAY)


@pytest.mark.parametrize(
    "header",
    ["Titel;Datum;Quelle;Text", "Titre;Date;Source;Texte", "Título;Fecha;Fuente;Texto"],
)
def test_columns_may_have_names_in_other_languages(tmp_path: Path, header: str) -> None:
    document = one(write(tmp_path, "a.csv", f"{header}\nHafen;05.07.2021;Post;They met.\n"))
    assert (document.title, document.source, document.published) == ("Hafen", "Post", DAY)


def test_a_row_without_its_text_is_read_by_its_summary(tmp_path: Path) -> None:
    first, second = read([write(tmp_path, "a.csv", "content,summary\nThey met.,a\n,They left.\n")])
    assert [first.text, second.text] == ["They met.", "They left."]  # type: ignore[union-attr]


def test_markup_in_a_field_is_taken_out_unless_it_is_annotated(tmp_path: Path) -> None:
    markup = "<p>Marsh &amp; Alder</p>"
    row = {"text": markup, "title": "A &amp; <i>B</i>"}
    document = one(write(tmp_path, "a.jsonl", json.dumps(row)))
    assert (document.text, document.title) == ("Marsh & Alder", "A & B")
    assert one(write(tmp_path, "b.jsonl", json.dumps({**row, "mentions": []}))).text == markup


def test_ris_goes_on_over_lines_and_tells_what_has_no_abstract(tmp_path: Path) -> None:
    ris = (
        "TY  - NEWS\nT1  - Talks\nAB  - They met\nin Nairobi.\nPY  - 2021/07/05\nER  - \n\n"
        "TY  - BOOK\nTI  - Lakes\nER  - \n"
    )
    talks, book = read([write(tmp_path, "zotero", ris)])
    assert isinstance(talks, Document)
    assert (talks.name, talks.text) == (under(tmp_path, "zotero#1")[0], "They met\nin Nairobi.")
    assert (talks.title, talks.published) == ("Talks", DAY)
    assert isinstance(book, Skipped)
    assert book.reason == "empty: no abstract in this reference (Lakes)"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<div>a <b>b</b>c</div><div>d</div>", "a bc\n\nd"),
        (
            "<table><tr><td>a</td><td><p>b</p></td></tr><tr><td>c</td><td>d</td></tr></table>",
            "a\tb\nc\td",
        ),
        ("<p>a\n b</p>\n<p>c</p><style>p {}</style><!-- d -->", "a b\n\nc"),
        ("<p>a &lt;b&gt; &#8217; &unknown;</p>", "a <b> ’ &unknown;"),
        ("", ""),
    ],
)
def test_a_piece_of_html_as_text(markup: str, text: str) -> None:
    assert plain(markup) == text


@pytest.mark.parametrize("text", ["a < b", "<Vos> said", "R&D; and AT&T", "x <3 y", "1 < 2 > 0"])
def test_text_that_only_looks_like_markup_is_kept(text: str) -> None:
    assert readable(text) == text
