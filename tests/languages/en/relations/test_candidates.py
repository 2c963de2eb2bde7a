"""Pairs that one clause may tie, and which of them are worth a question about attitudes."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from actors.languages.en.relations import relations
from actors.languages.en.relations.anchors import Anchors, anchor
from actors.languages.en.relations.candidates import candidates
from actors.languages.en.relations.sureness import hopeful
from actors.types import Document, Entity, Mention, Settings, Span

Parse = Callable[[str], Doc]


def mentions_of(text: str, *names: str) -> list[Mention]:
    """A country for each name."""
    key, found = Document("case", text).key, []
    for number, name in enumerate(names):
        start = text.index(name)
        span = Span(key, start, start + len(name))
        found.append(Mention(f"m{number}", span, name, "country", "name", name, 0, 0))
    return found


def anchored(doc: Doc, *names: str) -> Anchors:
    entities = [Entity(name, name, "country") for name in names]
    return anchor(doc, mentions_of(doc.text, *names), entities)


def tied(doc: Doc, *names: str) -> list[tuple[str, str, str]]:
    found = candidates(doc, anchored(doc, *names))
    return [(one.predicate.text, one.source.mention.text, one.target.mention.text) for one in found]


def test_candidates_are_a_subject_and_what_its_verb_governs(parse: Parse) -> None:
    doc = parse("Norway castigated Peru, and Chile left for Benin.")
    found = tied(doc, "Norway", "Peru", "Chile", "Benin")
    assert ("castigated", "Norway", "Peru") in found
    assert ("left", "Chile", "Benin") in found
    assert ("castigated", "Norway", "Benin") not in found


def test_candidates_go_through_clauses_nouns_and_passives(parse: Parse) -> None:
    doc = parse("Norway wants to leave the port of Peru.")
    assert ("wants", "Norway", "Peru") in tied(doc, "Norway", "Peru")
    doc = parse("Norway's disdain for Peru is old.")
    assert ("disdain", "Norway", "Peru") in tied(doc, "Norway", "Peru")
    doc = parse("Two pilots of Peru were jailed in Norway.")
    assert ("jailed", "Norway", "Peru") in tied(doc, "Norway", "Peru")
    doc = parse("Norway and Peru staged a drill.")
    assert ("staged", "Norway", "Peru") in tied(doc, "Norway", "Peru")


def test_who_tells_but_what_kind_of_thing_it_is_is_no_candidate(parse: Parse) -> None:
    assert tied(parse("Peru called on the Norway-led bloc."), "Peru", "Norway") == []
    found = tied(parse("Peru called on the bloc of Norway."), "Peru", "Norway")
    assert ("called", "Peru", "Norway") in found


def test_what_another_says_or_is_brought_to_do_is_no_act_against_it(parse: Parse) -> None:
    for text, told in (
        ("Norway said that Chile left Peru.", True),
        ("Norway persuaded Chile to leave Peru.", True),
        ("Norway plans to leave Peru.", False),
    ):
        doc = parse(text)
        names = [name for name in ("Norway", "Chile", "Peru") if name in text]
        (one,) = (
            one
            for one in candidates(doc, anchored(doc, *names))
            if (one.source.mention.text, one.target.mention.text) == ("Norway", "Peru")
        )
        assert one.reported is told, text


def stated(doc: Doc, settings: Settings) -> list[tuple[str, str, str, float]]:
    entities = [Entity(name, name, "country") for name in ("Norway", "Peru")]
    given = mentions_of(doc.text, "Norway", "Peru")
    found = relations(doc, Document("case", doc.text), given, entities, settings)
    return [(one.source, one.type, one.target, one.confidence) for one in found]


def test_nothing_is_asked_where_no_event_could_be_sure(parse: Parse) -> None:
    doc = parse("Norway rejected Peru.")
    anchors = anchored(doc, "Norway", "Peru")
    found = candidates(doc, anchors)
    assert [hopeful(one, anchors) for one in found] == [True]
    doc = parse("Norway said that Chile left Peru.")
    anchors = anchored(doc, "Norway", "Chile", "Peru")
    far = {one.target.mention.text: hopeful(one, anchors) for one in candidates(doc, anchors)[:2]}
    assert not far["Peru"]


def test_nothing_is_judged_where_nothing_is_tied(parse: Parse) -> None:
    assert stated(parse("Norway left. Peru stayed."), Settings(recall=True)) == []
