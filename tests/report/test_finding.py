"""The first page: what it says of small networks, by hand, and where its numbers lead."""

from __future__ import annotations

import networkx as nx
import pytest

from actors.report import annex, disputed, finding, findings, gather, picture, profiles
from actors.report.material import Material
from actors.report.profiles import main_actors
from actors.report.said import between, clause, deeds
from actors.study import Study
from actors.views import perspectives
from actors.views.blocks import Beside, Claims, Entry, Profile, Text
from actors.views.perspectives import Places
from tests.report.networks import material, of_kind, paper, told


def sentences(made: Material) -> list[str]:
    return [one.text for block in of_kind(finding.finding(made), Claims) for one in block.claims]


def test_the_sharpest_conflict_is_that_of_most_stories() -> None:
    made = material(
        told(
            "Norland assault - Sudland | Wire | 2021-07-05",
            "Norland assault - Sudland | Post | 2021-07-07",
            "Ostland accuse - Westland | Wire | 2021-07-06",
        )
    )
    assert sentences(made)[0] == (
        "The sharpest conflict is told of Norland and Sudland: Norland attacked Sudland "
        "(2 sentences in 2 stories, first told 5 Jul 2021)."
    )


@pytest.mark.parametrize("modality", ["planned", "demanded", "possible", "conditional"])
def test_what_is_not_so_is_no_conflict_and_says_so(modality: str) -> None:
    made = material(told(f"Norland assault - Sudland | Wire | 2021-07-05 | {modality}"))
    [said] = sentences(made)
    assert said.startswith("Not done, only planned, asked for or possible: Norland ")
    assert deeds(made) == []
    assert list(picture.picture(made)) == []
    assert profiles.profiles(made) is None


def test_what_is_denied_is_neither_conflict_nor_planned() -> None:
    made = material(told("Norland not assault - Sudland | Wire | 2021-07-05"))
    assert sentences(made) == []
    assert profiles.profiles(made) is None


def test_the_kind_of_a_main_actor_is_that_of_one() -> None:
    section = profiles.profiles(material(told("Norland aid + Sudland | Wire | 2021-07-05")))
    assert section is not None
    assert {one.kind for one in of_kind(section, Profile)} == {"country"}


def test_a_bridge_is_tied_to_two_that_are_not_named_together() -> None:
    graph = told("Mid aid + North | Wire", "Mid accuse - South | Wire")
    for other in ("North", "South"):
        about = {"layer": "cooccurrence", "type": "cooccurrence", "sign": "0", "directed": False}
        more = {"negated": False, "documents": 1, "first": "", "last": "", "confidence": 1.0}
        graph.add_edge("Mid", other, key="c", **about, **more, weight=1.0, evidence=())
    assert (
        "Mid bridges: it is tied to North and South, whom these documents never name together "
        "(Mid helped North; Mid accused or criticised South)."
    ) in sentences(material(graph))


def test_new_is_what_only_the_later_half_of_the_documents_tells() -> None:
    papers = tuple(paper(n, f"2021-07-0{n}") for n in range(1, 7))
    graph = told("A aid + B | Wire | 2021-07-01", "C aid + D | Wire | 2021-07-05")
    said = [one for one in sentences(material(graph, papers)) if one.startswith("New")]
    assert said == ["New since 4 Jul 2021: C helped D."]


def test_nothing_is_new_where_most_documents_have_no_date() -> None:
    papers = (paper(1, "2021-07-01"), paper(2, "2021-07-05"), *(paper(n, "") for n in (3, 4, 5)))
    graph = told("A aid + B | Wire | 2021-07-01", "C aid + D | Wire | 2021-07-05")
    assert not [one for one in sentences(material(graph, papers)) if one.startswith("New")]


def test_a_dispute_tells_who_says_what_and_when() -> None:
    made = material(
        told(
            "A assault - B | Wire | 2021-07-05",
            "A not assault - B | Post | 2021-07-06 | denied | Envoy",
        )
    )
    assert (
        "What is told of A and B is contradictory: A attacked B (Wire, 5 Jul 2021); but A denies "
        "attacking B (Envoy, in Post, 6 Jul 2021)."
    ) in sentences(made)
    [beside] = of_kind(disputed.disputed(made), Beside)
    assert beside.heading == "A and B: stated and denied"
    assert [tie.about for tie in (*beside.left, *beside.right)] == [
        "says Wire, 5 Jul 2021",
        "says Envoy, in Post, 6 Jul 2021",
    ]


def test_every_number_leads_to_its_sentence_in_the_annex(study: Study) -> None:
    made = gather(study)
    printed = {
        quote.number: quote.text
        for entry in of_kind(annex.annex(made), Entry)
        for tie in entry.ties
        for quote in tie.quotes
    }
    assert sorted(printed) == list(range(1, len(printed) + 1))
    named = [
        number
        for section in findings(made).sections
        for block in section.blocks
        for claim in (block.claims if isinstance(block, Claims) else ())
        for number in claim.sentences
    ]
    assert named
    assert {*named} <= {*printed}
    for one in of_kind(profiles.profiles(made), Profile):
        assert all(printed[quote.number] == quote.text for quote in one.quotes)


def test_the_annex_is_complete_and_prints_each_sentence_once(study: Study) -> None:
    made = gather(study)
    entries = of_kind(annex.annex(made), Entry)
    ties = [tie for entry in entries for tie in entry.ties]
    assert len(ties) == len(made.stated)
    assert all(tie.quotes or tie.again for tie in ties)
    texts = [quote.number for tie in ties for quote in tie.quotes]
    assert len(texts) == len(set(texts))


def test_the_first_page_of_the_samples(study: Study) -> None:
    made = gather(study)
    said = sentences(made)
    assert len(said) == 5
    assert all(claim.sentences for claim in of_kind(finding.finding(made), Claims)[0].claims)
    assert "With 9 stories only" in of_kind(finding.finding(made), Text)[-1].text


def test_main_actors_are_those_of_most_stories() -> None:
    made = material(told("A aid + B | Wire", "A accuse - C | Wire", "B aid + C | Wire"))
    made_again = material(told("A aid + B | Wire", "A accuse - C | Wire", "A aid + D | Wire"))
    assert main_actors(made) == ["A", "B", "C"]
    assert main_actors(made_again, 1) == ["A"]


def test_a_profile_has_allies_opponents_and_quotes_of_different_documents() -> None:
    made = material(
        told(
            "A aid + B | Wire",
            "A accuse - C | Post",
            "D leads 0 A | Wire",
            "A aid + E | Wire | | planned",
        )
    )
    [one] = [each for each in of_kind(profiles.profiles(made), Profile) if each.name == "A"]
    assert [claim.text for claim in one.left[1]] == ["A helped B (1 sentence)"]
    assert [claim.text for claim in one.right[1]] == ["A accused or criticised C (1 sentence)"]
    assert [fact.text for fact in one.facts] == [
        "Who: country; 1 mention in 1 document.",
        "Role: D leads A.",
        "Not so, or not yet: A plans to help E.",
    ]
    assert len({quote.document for quote in one.quotes}) == len(one.quotes) == 2


def test_who_has_no_opponent_says_so() -> None:
    [one, _] = of_kind(profiles.profiles(material(told("A aid + B | Wire"))), Profile)
    assert [claim.text for claim in one.right[1]] == ["none told"]


def test_equal_words_are_told_once() -> None:
    made = material(told("A consult + B | Wire", "A consult 0 B | Post", "B aid + A | Wire"))
    edges = deeds(made)
    assert len({clause(made, edge) for edge in edges}) == 2
    assert between(made, edges, 1).endswith("and 1 more tie")
    assert between(made, edges).count("talked with") == 1


def test_the_picture_fills_the_width_and_leaves_out_what_hangs_apart() -> None:
    chain = [f"A{n} aid + A{n + 1} | Wire" for n in range(80)]
    made = material(told(*chain, "X aid + Y | Wire"))
    [drawn] = picture.picture(made)
    assert drawn.alt.startswith(f"A network of {picture.DRAWN} actors")
    assert "23 actors with fewer ties left out" in drawn.caption
    assert ">X<" not in drawn.drawing.svg
    assert drawn.drawing.png.startswith(b"\x89PNG")


def test_the_picture_is_the_same_in_every_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of a large network keeps the order of the whole, or the layout would differ."""
    friends = [f"F{number} support + Hub" for number in range(3 * picture.DRAWN)]
    made = material(told(*friends))
    laid_out: list[str] = []
    places = perspectives.places

    def watched(found: dict[str, nx.MultiDiGraph[str]]) -> dict[str, Places]:
        laid_out.extend(found["support"])
        return places(found)

    monkeypatch.setattr(perspectives, "places", watched)
    list(picture.picture(made))
    assert laid_out == [key for key in made.graph if key in set(laid_out)]
    assert len(laid_out) == picture.DRAWN
