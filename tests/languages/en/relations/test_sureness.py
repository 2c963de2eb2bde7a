"""Whom it is worth asking about: the shape of a clause, weighed."""

from __future__ import annotations

from collections.abc import Callable
from math import exp

import pytest
from spacy.tokens import Doc

from actors.languages.en.relations.anchors import Anchors
from actors.languages.en.relations.candidates import Candidate, candidates
from actors.languages.en.relations.caveats import sport_words, sporting
from actors.languages.en.relations.sureness import features, hopeful, owner, sureness, way, weights
from tests.languages.en.relations.test_candidates import anchored

Parse = Callable[[str], Doc]


def only(doc: Doc, *names: str) -> tuple[Candidate, Anchors]:
    anchors = anchored(doc, *names)
    (one,) = (
        one
        for one in candidates(doc, anchors)
        if (one.source.mention.text, one.target.mention.text) == names[:2]
    )
    return one, anchors


def test_the_way_from_the_target_up_to_the_predicate(parse: Parse) -> None:
    one, anchors = only(parse("Norway wrote to the people of Peru."), "Norway", "Peru")
    found = way(one, anchors)
    assert (found.joint, found.clauses, found.prepositions) == (False, (), ("of", "to"))
    assert [word.text for word in found.words][-1] == "wrote"


def test_two_subjects_are_joint(parse: Parse) -> None:
    one, anchors = only(parse("Norway and Peru staged a drill."), "Norway", "Peru")
    assert way(one, anchors).joint
    assert sureness(one, anchors) > 0
    # what two say alike they don't say to each other
    one, anchors = only(parse("Norway and Peru said that it rained."), "Norway", "Peru")
    assert way(one, anchors).joint
    assert sureness(one, anchors) == 0


def test_it_is_a_logistic_of_the_features(parse: Parse) -> None:
    one, anchors = only(parse("Norway pummelled Peru."), "Norway", "Peru")
    given = features(one, anchors)
    # of the weights: base, one step, no preposition, two states, a subject, a main clause
    total = -0.686 + 0.330 + 0.569 + 0.894 - 1.130 + 2.234
    held = {name for name, value in given.items() if value}
    assert held == {"base", "steps", "no preposition", "states", "subject", "main clause"}
    assert sureness(one, anchors) == pytest.approx(1 / (1 + exp(-total)))
    assert hopeful(one, anchors)
    assert not hopeful(one._replace(reported=True), anchors)


def test_every_weight_has_its_feature(parse: Parse) -> None:
    one, anchors = only(parse("Norway pummelled Peru."), "Norway", "Peru")
    assert set(weights()) == set(features(one, anchors))


def test_what_stands_beside_the_event_or_in_sport_counts_less(parse: Parse) -> None:
    one, anchors = only(parse("Norway pummelled Peru."), "Norway", "Peru")
    plain = sureness(one, anchors)
    one, anchors = only(parse("Norway paused during the winter of Peru."), "Norway", "Peru")
    assert features(one, anchors)["beside"]
    assert sureness(one, anchors) < plain
    one, anchors = only(parse("Norway pummelled Peru in the semifinal."), "Norway", "Peru")
    assert features(one, anchors)["sport"]
    assert sureness(one, anchors) < plain


def test_sport_is_told_by_a_sentence_or_by_two_words_near_it(parse: Parse) -> None:
    doc = parse("Norway won the semifinal. The goalkeeper fell. Peru objected.")
    assert [sporting(sentence) for sentence in doc.sents] == [True, True, True]
    assert sport_words(doc)[:1] == [3]
    far = parse("Norway won the semifinal. " + "It rained. " * 40 + "Peru objected.")
    told = [sporting(sentence) for sentence in far.sents]
    assert (told[0], told[-1]) == (True, False)
    assert told == [sporting(sentence, sport_words(far)) for sentence in far.sents]


def test_who_does_what_a_noun_tells_is_no_target(parse: Parse) -> None:
    one, anchors = only(parse("Norway noted Peru's support for reform."), "Norway", "Peru")
    assert owner(one, anchors)
    assert sureness(one, anchors) == 0
    one, anchors = only(parse("Norway noted Peru's ports."), "Norway", "Peru")
    assert not owner(one, anchors)
