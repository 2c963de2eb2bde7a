"""The body that a person speaks for, by the words beside the person's name.

*Vos, head of the Union*; *Etihad Rail's chief executive Ben Reed*; *Ghana's minister Ama Owusu*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.coreference.nominals import person_noun
from actors.languages.en.coreference.states import States

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Token

    from actors.languages.en.coreference.discourse import Discourse
    from actors.languages.en.drafts import Cluster, Draft

REACH = 10
"""Tokens beside a person's name within which the body is named."""
CLAUSES = frozenset({"VERB", "AUX", "SCONJ", "PRON"})
ENDS = frozenset({";", ":", "(", ")", '"', "“", "”"})


class Affiliations:
    """The organisations and states of a document, asked for those that persons speak for."""

    def __init__(self, discourse: Discourse, clusters: Sequence[Cluster]) -> None:
        self.states = States(discourse, clusters)
        self.bodies: dict[int, tuple[Draft, Cluster]] = {}
        for cluster in clusters:
            if cluster.kind in ("organisation", "country"):
                for draft in cluster.mentions:
                    if draft.level == "name":
                        self.bodies[draft.start] = (draft, cluster)
        self.known: dict[int, Cluster | None] = {}

    def of(self, person: Cluster) -> Cluster | None:
        """The body that a person is said to be of, where the person is first said to be."""
        if id(person) not in self.known:
            told = sorted(person.mentions, key=lambda one: one.start)
            found = (self._beside(draft) for draft in told if draft.level != "pronoun")
            body = next((body for body in found if body is not None), None)
            if body is None and any(_of_state(draft) for draft in told):
                body = self.states.around(person.first)
            self.known[id(person)] = body
        return self.known[id(person)]

    def _beside(self, person: Draft) -> Cluster | None:
        if person.level == "nominal":
            last = min(person.span.root.right_edge.i + 1, person.end + REACH)
            return self._among(list(_phrase(person.doc[at] for at in range(person.start, last))))
        return self._among(_behind(person)) or self._among(_before(person))

    def _among(self, words: list[Token]) -> Cluster | None:
        """The first body named in a description that says what the person is."""
        if not any(person_noun(word) for word in words):
            return None
        return next((self.bodies[word.i][1] for word in words if word.i in self.bodies), None)


def _of_state(person: Draft) -> bool:
    """Whether a mention says that a person holds an office of a state: *the vice president*."""
    from actors.knowledge.roles import find_title

    words = _before(person) if person.level == "name" else list(person.span)
    titles = (find_title(" ".join(word.text for word in words[at:])) for at in range(len(words)))
    office = any(title is not None and title.speaks_for == "state" for title in titles)
    return office or any(word.lower_ == "government" for word in words if words[-1] != word)


def _behind(person: Draft) -> list[Token]:
    """The description in apposition behind a name: *Vos, head of the Union*."""
    doc, first = person.doc, person.end
    if first >= len(doc) or doc[first].text not in (",", "("):
        return []
    last = min(first + 1 + REACH, person.span.sent.end)
    return list(_phrase(doc[at] for at in range(first + 1, last)))


def _before(person: Draft) -> list[Token]:
    """The words of an office right before a name: *Etihad Rail chief executive*."""
    first = max(person.start - REACH, person.span.sent.start)
    back = (person.doc[at] for at in range(person.start - 1, first - 1, -1))
    return list(_phrase(back))[::-1]


def _phrase(words: Iterable[Token]) -> Iterator[Token]:
    """The words until a clause, a comma or a mark begins."""
    for word in words:
        if word.pos_ in CLAUSES or word.text in ENDS or word.text == "," or "\n" in word.text:
            return
        yield word
