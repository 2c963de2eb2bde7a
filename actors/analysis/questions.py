"""All that a person should look at, in one queue: who is who, ties, kinds, bodies of no state."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from actors.analysis.review import Doubt
from actors.analysis.statements import Statement
from actors.store.doubtful import actors_of_several_kinds, unstated_bodies
from actors.store.seats import ContraryPlace, contrary_places
from actors.types import Key, content_key

if TYPE_CHECKING:
    from actors.store import Store
    from actors.types import Rule

__all__ = ["SORTS", "AboutActors", "Question", "TieQuestions", "about_actors", "questions"]

QuestionSort: TypeAlias = Literal["joined", "apart", "tie", "place", "kind", "state"]
SORTS = {
    "joined": "Joined, perhaps wrongly",
    "apart": "Kept apart, perhaps one",
    "tie": "Ties that are not sure",
    "place": "A place or its government",
    "kind": "What sort of actor",
    "state": "Bodies of no state",
}
"""The sorts of questions, each as a person reads it."""
_CONTRARY = 0.25
"""The share of mentions that have another kind from which on the kind is asked about."""


@dataclass(frozen=True)
class Question:
    """Something that a person should decide.

    ``weight`` orders the queue: how uncertain it
    is, times what depends on it. ``doubt`` is there for who is who; ``about`` names the actor or
    the relation of the others, or document and id of a mention; ``choices`` are the kinds in
    question, or the government and the place.
    """

    sort: QuestionSort
    title: str
    why: str
    weight: float
    documents: tuple[Key, ...]
    doubt: Doubt | None = None
    about: str = ""
    choices: tuple[str, ...] = ()
    ends: tuple[Key, ...] = ()

    @cached_property
    def key(self) -> Key:
        """A hash of what is asked and of what speaks for it.

        A question that a person could not decide is asked again once that is another.
        """
        return content_key(self.sort, repr((self.doubt, self.about, self.choices, self.title)))


@dataclass(frozen=True, slots=True)
class AboutActors:
    """What may be asked about actors: it changes only where who is who does."""

    doubts: Sequence[Doubt]
    places: Sequence[ContraryPlace]
    kinds: Sequence[tuple[Key, str, dict[str, int]]]
    bodies: Sequence[tuple[Key, str, int]]


def about_actors(store: Store, open_doubts: Iterable[Doubt]) -> AboutActors:
    """Gather what may be asked about the actors of a study.

    Args:
        store: the records of a study
        open_doubts: as `actors.analysis.review.doubts` gives them
    """
    from actors.resolve.organisations import body_name

    bodies = [
        one
        for one in unstated_bodies(store)
        if (body := body_name(one[1])).common and not body.state
    ]
    kinds = actors_of_several_kinds(store)
    return AboutActors(list(open_doubts), contrary_places(store), kinds, bodies)


class TieQuestions:
    """Questions about ties, kept while their statements are the same."""

    def __init__(self) -> None:
        self._asked: dict[str, tuple[Statement, Question]] = {}

    def about(self, statements: Iterable[Statement]) -> list[Question]:
        """A question about each sentence that is not surely read and not decided."""
        unsure = [one for one in statements if one.unsure and one.relation and not one.decided]
        before, self._asked = self._asked, {}
        for one in unsure:
            known = before.get(one.relation)
            self._asked[one.relation] = known if known and known[0] is one else (one, _tie(one))
        return [question for _, question in self._asked.values()]


def questions(
    actors: AboutActors,
    statements: Iterable[Statement],
    rules: Iterable[Rule] = (),
    ties: TieQuestions | None = None,
) -> list[Question]:
    """What a person should decide, the most consequential first.

    Args:
        actors: as `about_actors` gives it
        statements: what is stated, as `actors.analysis.ledger.Ledger` gives it
        rules: the decisions so far; what a person was unsure of is left out until it changes
        ties: the questions about ties of the last time, if they are at hand
    """
    decided = list(rules)
    passed = {str(rule.says.get("asked", "")) for rule in decided if rule.verb == "unsure"}
    retyped = {rule.about for rule in decided if rule.verb == "retype"}
    found = [
        *_identities(actors.doubts),
        *(ties or TieQuestions()).about(statements),
        *_places(actors.places),
        *_kinds(actors.kinds, retyped),
        *_bodies(actors.bodies, decided),
    ]
    opened = [one for one in found if one.key not in passed] if passed else found
    return sorted(opened, key=lambda one: (-one.weight, one.sort, one.title, one.about))


def _identities(open_doubts: Iterable[Doubt]) -> Iterator[Question]:
    for doubt in open_doubts:
        documents = tuple({side.key.split(":")[0] for side in (doubt.left, doubt.right)})
        sort: QuestionSort = "joined" if doubt.joined else "apart"
        title = f"{doubt.left.name} and {doubt.right.name}"
        yield Question(sort, title, doubt.why, doubt.weight, documents, doubt)


def _tie(one: Statement) -> Question:
    """Whether a sentence states what was read in it."""
    title = f"{one.source_name} {one.words} {one.target_name}"
    why = f"read with a confidence of {one.confidence:.2f}"
    return Question(
        *("tie", title, why, 1 - one.confidence, (one.document,)),
        about=one.relation,
        ends=(one.source, one.target),
    )


def _places(places: Iterable[ContraryPlace]) -> Iterator[Question]:
    """Names of seats of government that are read against the word before them."""
    for one in places:
        read = "its government" if one.acts else "the place"
        before = "a word such as “in” stands" if one.acts else "no word such as “in” stands"
        yield Question(
            *("place", one.words, f"read as {read}, and {before} before it"),
            *(_CONTRARY * (1 + one.ties), (one.document,)),
            about=f"{one.document}:{one.mention}",
            choices=(one.state, one.place),
            ends=tuple(filter(None, (one.state, one.place))),
        )


def _kinds(
    actors: Iterable[tuple[Key, str, dict[str, int]]], retyped: Collection[object]
) -> Iterator[Question]:
    """Actors that some documents take for one sort of thing, and others for another."""
    for key, name, counted in actors:
        if key in retyped or name in retyped:
            continue
        (first, most), *others = sorted(counted.items(), key=lambda at: (-at[1], at[0]))
        less = sum(times for _, times in others)
        if less / (most + less) >= _CONTRARY:
            kinds = (first, *(kind for kind, _ in others))
            told = ", ".join(f"{times} times as {kind}" for kind, times in counted.items())
            yield Question(
                *("kind", name, f"mentioned {told}", less / 2, ()),
                about=key,
                choices=kinds,
                ends=(key,),
            )


def _bodies(bodies: Iterable[tuple[Key, str, int]], rules: Collection[Rule]) -> Iterator[Question]:
    """Bodies that every state has, of which no document says whose they are."""
    named = {rule.about for rule in rules if rule.verb == "rename"}
    for key, name, mentions in bodies:
        if not {key, name} & named:
            why = "every state has one, and nothing says whose this is"
            yield Question(*("state", name, why, mentions / 4, ()), about=key, ends=(key,))
