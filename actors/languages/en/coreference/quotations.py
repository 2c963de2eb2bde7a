"""*I* and *we* inside a quotation are its speaker, or the body that the speaker speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.coreference.affiliations import Affiliations
from actors.languages.en.coreference.clusters import add, best_name
from actors.languages.en.drafts import Draft
from actors.languages.en.reporting import reporting_verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from actors.languages.en.coreference.discourse import Discourse
    from actors.languages.en.drafts import Cluster

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
REACH = 12
"""Tokens before or after a quotation within which its speaker is named."""
ON = 40
"""Tokens between two quotations within which the second, without a speaker, is the first's."""


class Speakers:
    """Who speaks in each quotation of a document; asked once mentions before it are linked."""

    def __init__(self, discourse: Discourse, clusters: list[Cluster]) -> None:
        self.discourse = discourse
        self.heads = {d.span.root.i: c for c in clusters for d in c.mentions}
        self.ends: dict[int, int] = {}
        for token, start in discourse.quoted.items():
            self.ends[start] = max(self.ends.get(start, 0), token)
        self.spoken: dict[int, Cluster | None] = {}
        last: int | None = None
        for start in sorted(self.ends):
            self.spoken[start] = self._beside(start) or self._gone_on(last, start)
            last = start

    def speaker(self, token: int) -> Cluster | None:
        """The actor who speaks in the quotation that a token stands in, if it is known."""
        return self.spoken.get(self.discourse.quoted.get(token, -1))

    def _beside(self, start: int) -> Cluster | None:
        """The actor who is the subject of the verb of saying beside a quotation."""
        for subject in self._subjects(start):
            if subject.i in self.heads:
                return self.heads[subject.i]
        return None

    def _gone_on(self, last: int | None, start: int) -> Cluster | None:
        """Who spoke right before, where nobody else is named in between."""
        if last is None or start - self.ends[last] > ON:
            return None
        speaker = self.spoken[last]
        between = range(self.ends[last] + 1, start)
        others = (self.heads[at] for at in between if at in self.heads)
        return speaker if all(one is speaker or one.kind != "person" for one in others) else None

    def _subjects(self, start: int) -> Iterator[Token]:
        doc: Doc = self.discourse.doc
        after = range(self.ends[start] + 2, min(len(doc), self.ends[start] + 2 + REACH))
        before = range(start - 1, max(-1, start - 1 - REACH), -1)
        for position in (*after, *before):
            verb = doc[position]
            if position in self.discourse.quoted or not _says(verb):
                continue
            subjects = [c for c in verb.children if c.dep_ == "nsubj"]
            yield from (c for c in subjects if c.i not in self.discourse.quoted)


def _says(verb: Token) -> bool:
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    return verb.lemma_ in reporting_verbs("quotation")


def link_speakers(discourse: Discourse, clusters: list[Cluster]) -> None:
    """Give the pronouns of the first person in quotations to those who speak.

    *We* is the body that a person speaks for, if the text names it, else who speaks.
    """
    speakers, affiliations = Speakers(discourse, clusters), Affiliations(discourse, clusters)
    for position in sorted(discourse.quoted):
        token = discourse.doc[position]
        word = token.lower_
        if token.text == "US" or (word not in SINGULAR and word not in PLURAL):
            continue
        cluster = speakers.speaker(position)
        if cluster is None or (word in SINGULAR and cluster.kind != "person"):
            continue
        if word in PLURAL and cluster.kind == "person":
            cluster = affiliations.of(cluster) or cluster
        draft = Draft(token.doc, position, position + 1, cluster.kind, level="pronoun", score=0.7)
        add(cluster, draft, f"'{token.text}' in the words of {best_name(cluster)}")
