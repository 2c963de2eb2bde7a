"""How much the classifier may add to what the patterns found, and change of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from spacy.tokens import Doc

from actors.extract.relations import relations, review
from actors.extract.relations.anchors import Anchors, Found, anchor
from actors.extract.relations.candidates import candidates
from actors.extract.relations.claims import Claim
from actors.extract.relations.classifier import Ends, Judgement
from actors.extract.relations.review import RECALL, settled
from actors.extract.relations.sureness import hopeful
from actors.types import Document, Entity, Mention, Settings, Span

Parse = Callable[[str], Doc]
BLAME = "Norway sharply condemned Peru on Monday."
UNKNOWN = "Norway pummelled Peru over the fish quota."


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


def claim(type_: str, doc: Doc, predicate: int, *, negated: bool = False) -> Claim:
    one, other = mentions_of(doc.text, "Norway", "Peru")
    ends = Found(one), Found(other)
    return Claim(type_, *ends, predicate, (predicate, predicate + 1), 0.7, negated=negated)


def said(**types: float) -> Judgement:
    return Judgement(0.1, types, 0.5)


def test_a_sure_classifier_puts_another_type_of_the_same_class(parse: Parse) -> None:
    doc = parse(BLAME)
    first = claim("reject", doc, 2)
    assert settled(doc, first, said(accuse=0.9, reject=0.05), RECALL).type == "accuse"
    assert settled(doc, first, said(accuse=0.7, reject=0.1), RECALL).type == "reject"
    assert settled(doc, first, said(accuse=0.76, reject=0.24), RECALL).type == "reject"


def test_class_and_mutual_events_are_left_alone(parse: Parse) -> None:
    doc = parse(BLAME)
    assert (
        settled(doc, claim("accuse", doc, 2), said(assault=0.9, accuse=0.1), RECALL).type
        == "accuse"
    )
    assert (
        settled(doc, claim("reject", doc, 2), said(support=0.9, reject=0.05), RECALL).type
        == "reject"
    )
    assert (
        settled(doc, claim("consult", doc, 2), said(support=0.9, consult=0.01), RECALL).type
        == "consult"
    )
    assert (
        settled(doc, claim("support", doc, 2), said(agree=0.9, support=0.01), RECALL).type
        == "support"
    )


def test_what_is_negated_or_planned_keeps_the_type_of_its_words(parse: Parse) -> None:
    doubt = said(accuse=0.9, reject=0.01)
    for text, verb in (("Norway did not rebuke Peru.", 3), ("Norway may rebuke Peru.", 2)):
        doc = parse(text)
        assert settled(doc, claim("reject", doc, verb), doubt, RECALL).type == "reject"
    doc = parse(BLAME)
    assert settled(doc, claim("reject", doc, 2, negated=True), doubt, RECALL).type == "reject"


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


class Sure:
    """A classifier that sees blame everywhere."""

    def judge(
        self, doc: Doc, pairs: Sequence[Ends], beside: Sequence[Ends]
    ) -> list[Judgement | None]:
        blame = Judgement(0.2, {"accuse": 0.85, "reject": 0.05}, 0.1)
        return [*(blame for _ in pairs), *(None for _ in beside)]


def stated(doc: Doc, settings: Settings) -> list[tuple[str, str, str, float]]:
    entities = [Entity(name, name, "country") for name in ("Norway", "Peru")]
    given = mentions_of(doc.text, "Norway", "Peru")
    found = relations(doc, Document("case", doc.text), given, entities, settings)
    return [(one.source, one.type, one.target, one.confidence) for one in found]


def test_verbs_that_no_lexicon_knows_are_read_as_far_as_they_are_sure(
    parse: Parse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "classifier", Sure)
    doc = parse(UNKNOWN)
    monkeypatch.setattr(review, "chance", lambda *_: 0.7)
    monkeypatch.setattr(review, "sureness", lambda *_: 0.2)
    assert stated(doc, Settings(recall=True)) == []
    monkeypatch.setattr(review, "sureness", lambda *_: 0.4)
    assert stated(doc, Settings()) == [("m0", "accuse", "m1", 0.7)]
    # what is likelier wrong than right is for the recall tier alone
    monkeypatch.setattr(review, "chance", lambda *_: 0.35)
    assert stated(doc, Settings()) == []
    assert stated(doc, Settings(recall=True)) == [("m0", "accuse", "m1", 0.35)]


def test_nothing_is_asked_where_a_rule_has_read_or_no_event_could_be_sure(parse: Parse) -> None:
    doc = parse("Norway rejected Peru.")
    anchors = anchored(doc, "Norway", "Peru")
    found = candidates(doc, anchors)
    assert [hopeful(one, anchors) for one in found] == [True]
    assert review.untied(doc, found, []) == found
    assert review.untied(doc, found, [claim("reject", doc, 1)]) == []
    doc = parse("Norway said that Chile left Peru.")
    anchors = anchored(doc, "Norway", "Chile", "Peru")
    far = {one.target.mention.text: hopeful(one, anchors) for one in candidates(doc, anchors)[:2]}
    assert not far["Peru"]


def test_a_type_is_changed_by_default_only_if_very_sure(
    parse: Parse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "classifier", Sure)
    doc = parse("Norway rejected Peru.")
    assert [one[1] for one in stated(doc, Settings())] == ["reject"]
    assert [one[1] for one in stated(doc, Settings(recall=True))] == ["accuse"]


def test_nothing_is_judged_where_nothing_is_tied(parse: Parse) -> None:
    assert stated(parse("Norway left. Peru stayed."), Settings(recall=True)) == []
