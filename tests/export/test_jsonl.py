"""One JSON object for each document: the contract of docs/format.md."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from actors.export import jsonl
from actors.types import Document, Entity, Extract, Mention, Relation, Span, Stance

TEXT = "Dushanbe asked the CSTO for help\u2028, Rahmon said.\ud800"
DOCUMENT = Document(
    "a.txt", TEXT, title="T", source="S", url="https://example.org", published=date(2021, 7, 7)
)
KEY = DOCUMENT.key
MENTIONS = (
    Mention(
        *("m0", Span(KEY, 0, 8), "Dushanbe", "country", "name", "e0", 0, 0),
        literal="e2",
        metonymic=True,
        confidence=0.8,
        reason="capital that acts",
    ),
    Mention("m1", Span(KEY, 19, 23), "CSTO", "organisation", "name", "e1", 0, 0),
    Mention("m2", Span(KEY, 35, 41), "Rahmon", "person", "name", "e3", 0, 0),
)
ENTITIES = (
    Entity("e0", "Tajikistan", "country", None, (("iso3166", "TJ"), ("wikidata", "Q863"))),
    Entity("e1", "CSTO", "organisation", "igo"),
    Entity("e2", "Dushanbe", "place"),
    Entity("e3", "Rahmon", "person"),
)
RELATIONS = (
    Relation(
        *("r0", "request", "m0", "m1", "0", Span(KEY, 0, 32), Span(KEY, 9, 14)),
        negated=True,
        modality="planned",
        attributed_to="m2",
        speaker="Rahmon",
        cue="said",
        date="2021-07-06",
        place="Dushanbe",
        confidence=0.7,
    ),
    Relation("r1", "member_of", "m0", "m1", "0", Span(KEY, 0, 8), basis="background"),
)
STANCE = Stance("e0", "e1", "+", 0.8, (Span(KEY, 0, 8),), ("r0",))
EXTRACT = Extract(KEY, MENTIONS, ENTITIES, RELATIONS, ((0, len(TEXT)),), (STANCE,))


def test_a_document_with_its_mentions_actors_and_relations() -> None:
    record = jsonl.to_record(DOCUMENT, EXTRACT)
    assert record["format"] == 1
    assert (record["id"], record["text"]) == ("a.txt", TEXT)
    assert (record["title"], record["source"]) == ("T", "S")
    assert (record["url"], record["published"]) == ("https://example.org", "2021-07-07")
    assert record["mentions"][0] == {
        "id": "m0",
        "start": 0,
        "end": 8,
        "text": "Dushanbe",
        "kind": "country",
        "level": "name",
        "actor": "e0",
        "literal": "e2",
        "metonymic": True,
        "subtype": None,
        "confidence": 0.8,
        "reason": "capital that acts",
    }
    assert record["actors"][0] == {
        "id": "e0",
        "name": "Tajikistan",
        "aliases": [],
        "kind": "country",
        "subtype": None,
        "wikidata": "Q863",
        "identifiers": [["iso3166", "TJ"], ["wikidata", "Q863"]],
    }
    assert record["actors"][1]["wikidata"] is None
    assert [actor["kind"] for actor in record["actors"]][2] == "place"


def test_relations_name_actors_and_the_two_mentions() -> None:
    asked, fact = jsonl.to_record(DOCUMENT, EXTRACT)["relations"]
    assert asked == {
        "id": "r0",
        "source": "e0",
        "target": "e1",
        "type": "request",
        "sign": "0",
        "evidence": [0, 32],
        "trigger": [9, 14],
        "negated": True,
        "modality": "planned",
        "attributed_to": "m2",
        "speaker": "Rahmon",
        "cue": "said",
        "date": "2021-07-06",
        "place": "Dushanbe",
        "confidence": 0.7,
        "background": False,
        "mentions": ["m0", "m1"],
    }
    assert (fact["background"], fact["date"], fact["trigger"]) == (True, None, None)


def test_a_stance_is_no_relation() -> None:
    record = jsonl.to_record(DOCUMENT, EXTRACT)
    assert record["stances"] == [
        {
            "source": "e0",
            "target": "e1",
            "sign": "+",
            "confidence": 0.8,
            "evidence": [[0, 8]],
            "relations": ["r0"],
        }
    ]
    assert len(record["relations"]) == len(RELATIONS)


def test_a_document_is_one_line_whatever_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    jsonl.write([(DOCUMENT, EXTRACT), (Document("b", ""), Extract("b"))], path)
    lines = path.read_bytes().decode("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a.txt", "b"]
    assert json.loads(lines[0])["text"] == TEXT


def test_every_key_is_documented() -> None:
    """docs/format.md is the contract: it names each key in code style."""
    page = (Path(__file__).parents[2] / "docs" / "format.md").read_text("utf-8")
    named = set(re.findall(r"`([a-z_]+)`", page))
    record = jsonl.to_record(DOCUMENT, EXTRACT)
    parts = (
        record,
        *record["mentions"],
        *record["actors"],
        *record["relations"],
        *record["stances"],
    )
    assert {key for part in parts for key in part} <= named


def test_the_other_names_that_a_text_gives_an_actor() -> None:
    cut = Mention("m3", Span(KEY, 19, 23), "C.S.T.O.", "organisation", "name", "e1", 0, 0)
    called = jsonl.aliases(Extract(KEY, (*MENTIONS, cut), ENTITIES))
    assert called == {"e0": [], "e1": ["C.S.T.O."], "e2": [], "e3": []}
