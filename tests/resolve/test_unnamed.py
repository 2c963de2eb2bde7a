"""Actors without a name are one node a noun, and say so."""

from __future__ import annotations

from actors.resolve.corpus import resolve
from actors.resolve.records import Candidate, candidates
from actors.types import SAME_NOUN, Entity, Extract, Mention, Span


def police(document: str, words: str) -> Candidate:
    noun = (("unnamed", "police"),)
    return Candidate(f"{document}:e0", document, words, "organisation", None, noun)


def test_one_actor_for_each_noun_whatever_the_phrase() -> None:
    found = resolve([police("d1", "the police"), police("d2", "armed police")])
    [actor] = found.actors
    assert (actor.name, actor.members) == ("police", ("d1:e0", "d2:e0"))
    [judgement] = found.judgements
    assert (judgement.by, judgement.score) == (SAME_NOUN, 0.5)
    assert judgement.why == "no name is given: all are called “police”, and need not be the same"


def test_they_are_never_joined_with_a_name() -> None:
    named = Candidate("d1:e1", "d1", "Police", "organisation")
    assert len(resolve([named, police("d2", "the police")]).actors) == 2


def test_they_tell_nothing_of_who_stands_beside_them() -> None:
    ana, noun = Entity("e0", "Ana Diaz", "person"), (("unnamed", "police"),)
    other = Entity("e1", "the police", "organisation", None, noun)
    span = Span("d", 0, 3)
    mentions = (
        Mention("m0", span, "Ana Diaz", "person", "name", "e0", 0, 0),
        Mention("m1", span, "the police", "organisation", "nominal", "e1", 0, 0),
    )
    [one, _] = candidates([Extract("d", mentions, (ana, other))])
    assert one.neighbours == ()
