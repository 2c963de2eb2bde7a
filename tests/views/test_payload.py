"""Data of the page: complete, small, and unable to leave its script element."""

from __future__ import annotations

import base64
import json
import math
import zlib
from typing import Any

import networkx as nx
from hypothesis import example, given
from hypothesis import strategies as st

from actors.views import drawing, evidence, payload, safe_text
from actors.views.deflate import deflated
from actors.views.evidence import EVIDENCE_SHOWN, web_address
from tests.views.networks import crisis, quote


@given(st.text(st.characters(), max_size=80))
def test_any_text_survives_and_none_can_end_the_script(text: str) -> None:
    written = safe_text.to_json({"name": text})
    assert json.loads(written) == {"name": text}
    assert not set("<>&\u2028\u2029") & set(written)
    assert written.isascii()


@given(st.text(max_size=400))
def test_what_is_packed_is_the_same_unpacked_and_harmless_in_markup(text: str) -> None:
    packed = deflated(safe_text.to_json(text))
    assert packed.isascii()
    assert not set("<>&\"'") & set(packed)
    plain = zlib.decompress(base64.b64decode(packed), wbits=-zlib.MAX_WBITS)
    assert json.loads(plain) == text


@given(st.text(max_size=60))
@example("0\r\x08\r0")
def test_a_legible_name_has_no_control_and_no_override(name: str) -> None:
    shown = safe_text.legible(name)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x1b\n")
    assert safe_text.legible(shown).strip() == shown.strip()


def test_names_in_other_scripts_stay_as_they_are() -> None:
    for name in ("Эмомали Рахмон", "امام علی رحمان", "習近平", "Côte d'Ivoire"):
        assert safe_text.legible(name) == name


def test_only_web_addresses_are_addresses() -> None:
    assert web_address("https://example.org/a?b=1#c") == "https://example.org/a?b=1#c"
    assert web_address("HTTP://EXAMPLE.ORG") == "HTTP://EXAMPLE.ORG"
    for wrong in (
        *("javascript:alert(1)", " java\nscript:x", "data:text/html,x", "file:///etc/passwd"),
        *("//example.org", "", None, "https://a b", 'https://a"onclick=', "vbscript:x"),
    ):
        assert web_address(wrong) is None


def test_a_sentence_shared_by_many_ties_is_stored_once() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    shared = quote("tj", "af", "met", 1)
    for target in ("af", "ru", "uz"):
        graph.add_edge("tj", target, type="consult", weight=1.0, evidence=(shared,))
    data = evidence.evidence(graph)
    assert len(data["sentences"]) == len(data["documents"]) == 1
    assert [quotes[0]["s"] for quotes in data["quotes"]] == [0, 0, 0]


def test_evidence_is_capped_and_the_total_kept() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    many = tuple(quote("tj", "af", "met", number) for number in range(20))
    graph.add_edge("tj", "af", weight=31.0, evidence=many)
    assert len(evidence.evidence(graph)["quotes"][0]) == EVIDENCE_SHOWN
    assert payload.network(graph)["ties"]["total"] == [31]


def test_the_words_that_state_a_tie_are_marked_inside_their_sentence() -> None:
    said = quote("tj", "af", "met", 3)
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph([("tj", "af", {"evidence": (said,)})])
    data = evidence.evidence(graph)
    start, end = data["quotes"][0][0]["mark"]
    assert data["sentences"][0][1][start:end] == "Tajikistan and Afghanistan: met"


def test_no_mark_where_it_is_the_whole_sentence_or_outside_it() -> None:
    for change in (
        {"quote_start": 300, "quote_end": 300 + len(quote("tj", "af", "met", 3)["text"])},
        {"quote_start": 10, "quote_end": 20},
        {"quote_start": None},
        {"start": ""},
    ):
        said = quote("tj", "af", "met", 3) | change
        graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph([("tj", "af", {"evidence": (said,)})])
        assert "mark" not in evidence.evidence(graph)["quotes"][0][0]


def test_what_else_a_sentence_says_is_kept_and_the_usual_left_out() -> None:
    said = quote("tj", "af", "met", 1) | {
        "negated": True,
        "modality": "planned",
        "event_date": "2021-07-05",
    }
    usual = quote("tj", "af", "met", 2) | {"speaker": "", "modality": "asserted"}
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph([("tj", "af", {"evidence": (said, usual)})])
    first, second = evidence.evidence(graph)["quotes"][0]
    assert first["negated"] is True
    assert first["modality"] == "planned"
    assert first["happened"] == "2021-07-05"
    assert first["speaker"] == "a foreign ministry spokesman"
    assert set(second) == {"s", "mark", "r"}


def test_numbers_that_are_none_become_null() -> None:
    graph = crisis()
    table = {"odd": {"tj": math.nan, "af": math.inf, "ru": 1 / 3}}
    odd = payload.measures(graph, table)["odd"]
    assert odd[:3] == [None, None, 0.3333]
    assert set(odd[3:]) == {None}
    safe_text.to_json(payload.network(nx.MultiDiGraph([("a", "b", {"weight": math.nan})])))


def test_a_bare_networkx_graph_can_be_shown() -> None:
    data = payload.network(nx.MultiDiGraph([("a", "b")]))
    assert [actor["name"] for actor in data["actors"]] == ["a", "b"]
    assert data["ties"]["weight"] == [1]
    nameless: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    nameless.add_node("\u202e")
    assert payload.network(nameless)["actors"][0]["name"] == "(no name)"


def test_kinds_of_tie_and_places_of_telling_are_stored_once() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for source, target in (("a", "b"), ("b", "c"), ("c", "a")):
        graph.add_edge(source, target, type="leads", evidence=(quote("tj", "af", "met", 1),))
    data = payload.network(graph, structural={"leads"})
    form = {"layer": "structural", "type": "leads", "sign": "0", "typed": "0"}
    said = {"directed": False, "negated": False, "status": "asserted", "words": "leads"}
    assert data["forms"] == [form | said]
    assert data["ties"]["form"] == [0, 0, 0]
    assert data["occasions"] == [["2021-07-06", "River Gazette"]]
    assert data["ties"]["when"] == [[0], [0], [0]]


def test_the_day_of_what_happened_comes_before_the_day_of_the_document() -> None:
    told = (quote("tj", "af", "met", 1) | {"event_date": "2012-03"}, quote("tj", "af", "met", 2))
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph([("tj", "af", {"evidence": told, "weight": 9})])
    data = payload.network(graph)
    assert [day for day, _ in data["occasions"]] == ["2012-03", "2021-07-07"]
    assert data["ties"]["more"] == [1]  # nine sentences were counted, two are here


def test_a_sentence_printed_again_says_so_and_how_sure_each_is() -> None:
    told = [quote("tj", "af", "met", n) | {"origin": "d1:0", "confidence": 0.8} for n in (1, 2)]
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph([("tj", "af", {"evidence": told})])
    first, second = evidence.evidence(graph)["quotes"][0]
    assert "reprint" not in first
    assert second["reprint"] is True
    assert first["confidence"] == 0.8
    graph.edges["tj", "af", 0]["layer"] = "cooccurrence"
    assert "confidence" not in evidence.evidence(graph)["quotes"][0][0]


def test_communities_and_intervals_in_the_order_of_the_actors() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph([("a", "b")])
    camps = payload.communities(graph, {"b": 1, "x": 0}, {0: "X", 1: "B\u202e"})
    assert camps == {"of": [-1, 1], "names": ["X", "B"]}
    known = payload.intervals(graph, {"m": {"b": (1.0, math.nan, 1.0, 2.0)}})
    assert known == {"m": [None, [1.0, None, 1.0, 2.0]]}


def test_styles_that_ties_share_are_stored_once() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_edges_from([("a", "b"), ("b", "c")], layer="stated")
    graph.add_edge("a", "c", layer="background")
    places = {"a": (0.0, 1.0), "b": (2.0, 3.0), "c": (4.0, 5.0)}
    looks = payload.looks(drawing.draw(graph, places, {}))
    assert looks["places"] == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
    numbers = dict(zip(graph.edges(), looks["ties"], strict=True))
    assert numbers["a", "b"] == numbers["b", "c"] != numbers["a", "c"]
    assert looks["styles"][numbers["a", "c"]]["dashes"] == [12, 3]
