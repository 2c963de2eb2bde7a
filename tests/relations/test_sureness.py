"""How sure an event is: the classifier's odds, weighed with the shape of the clause."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, log

import pytest
from spacy.tokens import Doc

from actors.extract.relations.anchors import Anchors
from actors.extract.relations.candidates import Candidate, candidates
from actors.extract.relations.caveats import sport_words, sporting
from actors.extract.relations.classifier import Judgement
from actors.extract.relations.sureness import (
    features,
    odds,
    owner,
    sureness,
    way,
    weights,
    where,
)
from tests.relations.test_candidates import anchored

Parse = Callable[[str], Doc]


def said(type_: str = "accuse", none: float = 0.2, share: float = 0.9) -> Judgement:
    return Judgement(none, {type_: share, "aid": 1 - share}, 0.5)


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
    assert sureness(one, said("cooperate"), anchors) > 0
    # one subject does nothing to the other by what both do
    assert sureness(one, said("accuse"), anchors) == 0


def test_it_is_a_logistic_of_the_features(parse: Parse) -> None:
    one, anchors = only(parse("Norway pummelled Peru."), "Norway", "Peru")
    given = features(one, said(), anchors)
    # odds of 0.8 are 4, of 0.9 they are 9
    assert (given["event"], given["type"]) == (pytest.approx(log(4)), pytest.approx(log(9)))
    holds = [name for name in ("no preposition", "main clause", "own clause") if given[name]]
    assert holds == ["no preposition", "main clause"]
    total = sum(weight * given[name] for name, weight in weights().items())
    assert sureness(one, said(), anchors) == pytest.approx(1 / (1 + exp(-total)))


def test_every_weight_has_its_feature(parse: Parse) -> None:
    one, anchors = only(parse("Norway pummelled Peru."), "Norway", "Peru")
    assert set(weights()) == set(features(one, said(), anchors))


def test_what_stands_beside_the_event_or_in_sport_counts_less(parse: Parse) -> None:
    one, anchors = only(parse("Norway pummelled Peru."), "Norway", "Peru")
    plain = sureness(one, said(), anchors)
    one, anchors = only(parse("Norway paused during the talks of Peru."), "Norway", "Peru")
    assert features(one, said(), anchors)["beside"]
    assert sureness(one, said(), anchors) < plain
    one, anchors = only(parse("Norway pummelled Peru in the semifinal."), "Norway", "Peru")
    assert features(one, said(), anchors)["sport"]
    assert sureness(one, said(), anchors) < plain


def test_sport_is_told_by_a_sentence_or_by_two_words_near_it(parse: Parse) -> None:
    doc = parse("Norway won the semifinal. The goalkeeper fell. Peru objected.")
    assert [sporting(sentence) for sentence in doc.sents] == [True, True, True]
    assert sport_words(doc)[:1] == [3]
    far = parse("Norway won the semifinal. " + "It rained. " * 40 + "Peru objected.")
    told = [sporting(sentence) for sentence in far.sents]
    assert (told[0], told[-1]) == (True, False)
    assert told == [sporting(sentence, sport_words(far)) for sentence in far.sents]


def test_odds_are_finite() -> None:
    assert odds(0.5) == 0
    assert odds(0.0) == pytest.approx(-odds(1.0))


def test_a_place_where_it_happens_is_no_party_but_of_attacks_and_aid(parse: Parse) -> None:
    one, anchors = only(parse("Norway arrested two men in Peru."), "Norway", "Peru")
    assert where(one, "coerce", anchors)
    assert not where(one, "assault", anchors)
    one, anchors = only(parse("Soldiers of Norway crossed into Peru."), "Norway", "Peru")
    assert where(one, "assault", anchors)
    one, anchors = only(parse("Norway sent a note to Peru."), "Norway", "Peru")
    assert not where(one, "consult", anchors)


def test_who_does_what_a_noun_tells_is_no_target(parse: Parse) -> None:
    one, anchors = only(parse("Norway noted Peru's support for reform."), "Norway", "Peru")
    assert owner(one, anchors)
    assert sureness(one, said("support"), anchors) == 0
    one, anchors = only(parse("Norway noted Peru's ports."), "Norway", "Peru")
    assert not owner(one, anchors)
