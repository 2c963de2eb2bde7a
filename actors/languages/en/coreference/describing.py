"""Link noun phrases to those they describe: by apposition, else by what is likeliest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from actors.languages.en.coreference.anaphors import of_noun
from actors.languages.en.coreference.antecedents import weigh
from actors.languages.en.coreference.clusters import add, best_name
from actors.languages.en.coreference.discourse import is_subject
from actors.languages.en.coreference.noun_rules import Found, NounRules, words_of
from actors.languages.en.coreference.roles import apposed, fits
from actors.languages.en.drafts import Cluster
from actors.languages.en.reporting import reporting_verbs

if TYPE_CHECKING:
    from actors.languages.en.coreference.discourse import Discourse
    from actors.languages.en.coreference.nominals import Noun
    from actors.languages.en.drafts import Draft


class Describer:
    """Goes through the noun phrases of one document in order, and remembers roles."""

    def __init__(self, discourse: Discourse, clusters: list[Cluster]) -> None:
        self.discourse = discourse
        self.clusters = clusters
        self.rules = NounRules(discourse, clusters)
        self.owner = {id(d): c for c in clusters for d in c.mentions}
        self.heads = {d.span.root.i: d for c in clusters for d in c.mentions}

    def describe(self, noun: Noun) -> Cluster | None:
        """The cluster of a phrase: of a name, of an earlier phrase, or a new one without a name.

        A modifier that means nobody spoken of is left alone.
        """
        found = self._apposed(noun) or self._announced(noun) or self._weighed(noun)
        if found is None and noun.modifier:
            return None
        if found is None:
            found = Cluster(noun.draft.kind, noun.draft.text, noun.draft.subtype), "description"
            self.clusters.append(found[0])
        cluster, reason = found
        add(cluster, noun.draft, reason)
        self.discourse.place(cluster, noun.draft)
        if noun.known is not None:
            noun.draft.kind = cluster.kind
            self.rules.remember(noun, cluster)
        return cluster

    def _weighed(self, noun: Noun) -> Found | None:
        """Whom a phrase most likely means, by what the rules say and all else that is known."""
        rule, ruled = self.rules.first(noun)
        if not noun.definite or (ruled is not None and ruled[0].subtype == "team"):
            return ruled  # What the weights learnt from has no reports of sport.
        agreeing = partial(self.rules.allows, noun)
        suggested = ruled[0] if ruled else None
        found = weigh(of_noun(noun), self.discourse, agreeing, suggested, rule)
        if found is None or (ruled is not None and found is ruled[0]):
            return ruled if found is not None else None
        return found, f"'{words_of(noun)}' is most likely {best_name(found)}"

    def _apposed(self, noun: Noun) -> Found | None:
        found = apposed(noun, self.heads)
        if found is None or not fits(noun, found[0]):
            return None
        draft, how = found
        return self.owner[id(draft)], f"role '{words_of(noun)}' {how}"

    def _announced(self, noun: Noun) -> Found | None:
        """*..., the Kremlin envoy said. Zamir Kabulov, who ...*: the name comes later."""
        head = noun.head
        if not (noun.definite and noun.known and noun.known.kind == "person" and noun.about):
            return None
        says = head.dep_ == "nsubj" and head.head.lemma_ in reporting_verbs("subject")
        if noun.plural or not says:
            return None
        following = self.discourse.sentence(head.i) + 1
        for draft in self._persons(following):
            cluster = self.owner[id(draft)]
            if (
                draft.start == cluster.first
                and is_subject(draft)
                and not self.rules.roles[id(cluster)]
            ):
                return cluster, f"role '{words_of(noun)}' of who is named right after"
            return None
        return None

    def _persons(self, sentence: int) -> list[Draft]:
        """The persons named in a sentence, in order."""
        starts = [*self.discourse.starts, len(self.discourse.doc)]
        tokens = range(*starts[sentence : sentence + 2]) if sentence + 1 < len(starts) else ()
        named = [self.heads[token] for token in tokens if token in self.heads]
        return [draft for draft in named if draft.kind == "person"]
