"""*I* and *my* inside a quotation are its speaker, and *we* is where the speaker is a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.extract import lexicon
from actors.extract.coreference.clusters import add, best_name
from actors.extract.drafts import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from actors.extract.coreference.discourse import Discourse
    from actors.extract.drafts import Cluster

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
REACH = 12
"""Tokens before or after a quotation within which its speaker is named."""


class Speakers:
    """Who speaks in each quotation of a document; asked once mentions before it are linked."""

    def __init__(self, discourse: Discourse, clusters: list[Cluster]) -> None:
        self.discourse = discourse
        self.heads = {d.span.root.i: c for c in clusters for d in c.mentions}
        self.ends: dict[int, int] = {}
        for token, start in discourse.quoted.items():
            self.ends[start] = max(self.ends.get(start, 0), token)

    def subject(self, token: int) -> Token | None:
        """The subject of the verb of saying beside the quotation that a token stands in."""
        start = self.discourse.quoted.get(token)
        if start is None:
            return None
        doc: Doc = self.discourse.doc
        after = range(self.ends[start] + 2, min(len(doc), self.ends[start] + 2 + REACH))
        before = range(start - 1, max(-1, start - 1 - REACH), -1)
        for position in (*after, *before):
            verb = doc[position]
            if "\n" in verb.text or position in self.discourse.quoted:
                continue
            if verb.lemma_ in lexicon.words("saying"):
                subjects: list[Token] = [c for c in verb.children if c.dep_ == "nsubj"]
                outside = [c for c in subjects if c.i not in self.discourse.quoted]
                if outside:
                    return outside[0]
        return None

    def speaker(self, token: int) -> Cluster | None:
        """The actor who speaks in the quotation that a token stands in, if it is known."""
        subject = self.subject(token)
        return self.heads.get(subject.i) if subject is not None else None


def link_speakers(discourse: Discourse, clusters: list[Cluster]) -> None:
    """Give the pronouns of the first person in quotations to those who speak."""
    speakers = Speakers(discourse, clusters)
    for position in sorted(discourse.quoted):
        token = discourse.doc[position]
        word = token.lower_
        if word not in SINGULAR and word not in PLURAL:
            continue
        cluster = speakers.speaker(position)
        if cluster is not None and (cluster.kind == "person") == (word in SINGULAR):
            draft = Draft(
                token.doc, position, position + 1, cluster.kind, level="pronoun", score=0.7
            )
            add(cluster, draft, f"'{token.text}' in the words of {best_name(cluster)}")
