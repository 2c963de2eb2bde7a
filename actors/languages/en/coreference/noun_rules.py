"""Rules that give a noun phrase to an actor: by its role, its name, its kind, its state.

What a rule says is one sign among others where a phrase is weighed, and alone decides where it is
not (`describing`). Here too is what tells a phrase and an actor apart outright.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from actors.languages.en.coreference.clusters import best_name, named
from actors.languages.en.coreference.discourse import is_subject
from actors.languages.en.coreference.roles import may_be, office, same_office, titles, whose
from actors.languages.en.coreference.sorts import (
    TEAMS,
    agrees,
    heads,
    narrower,
    of_another_place,
    of_another_state,
    only_sorted,
    owned,
    same_sort,
)
from actors.languages.en.coreference.states import States, governs
from actors.languages.en.drafts import Cluster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

    from actors.languages.en.coreference.discourse import Discourse
    from actors.languages.en.coreference.nominals import Noun
    from actors.languages.en.drafts import Draft

NEAR = 4
"""Sentences within which a phrase of a kind (*the country*) means the one spoken of."""
FAR = 30
"""Sentences after which nobody is meant without being named again."""
DECAY = 0.5
"""What a mention a sentence earlier counts for being spoken of."""
FORMER = frozenset({"former", "ex", "ousted", "deposed", "then"})
"""Words before an office that is held no more."""
VAGUE = frozenset({"official", "man", "woman", "leader", "suspect", "victim", "head", "chief"})
"""Nouns that many are called by in one document."""
Found = tuple[Cluster, str]


class NounRules:
    """The rules for the noun phrases of one document, and the roles that were told so far."""

    def __init__(self, discourse: Discourse, clusters: list[Cluster]) -> None:
        self.discourse = discourse
        self.roles = titles(clusters)
        self.asked: Noun | None = None
        self.answer: list[tuple[Cluster, Draft]] = []
        self.states = States(discourse, clusters)
        self.held: dict[str, list[Cluster]] = defaultdict(list)
        for one in clusters:
            if one.kind == "person":
                for held in sorted({role for role, _ in self.roles[id(one)]}):
                    self.held[held].append(one)
        self.polices = [
            one
            for one in clusters
            if one.kind == "organisation" and "police" in best_name(one).lower().split()
        ]

    def first(self, noun: Noun) -> tuple[str, Found | None]:
        """The first rule that gives a phrase to somebody, by its name, and to whom and why."""
        for name, rule in self._rules(noun):
            found = rule(noun)
            if found is not None:
                return name, found
        return "", None

    def _rules(self, noun: Noun) -> Iterator[tuple[str, Callable[[Noun], Found | None]]]:
        """The rules that fit a phrase, the surest first, each with its name."""
        if governs(noun):
            if noun.definite:
                yield "name", self._part_of_name
            yield "state", self._state
        if noun.definite and noun.known is not None:
            yield "role", self._role
            yield "name", self._part_of_name
            yield "kind", self._kind
        if noun.definite:
            yield "again", self._again
        yield "anywhere", self._anywhere
        yield "police", self._police

    def allows(self, noun: Noun, cluster: Cluster) -> bool:
        """Whether nothing that is said of a phrase or of an actor tells them apart."""
        if owned(noun) or (noun.lemma == "state" and noun.draft.text.lower() != "this state"):
            return False
        if cluster.subtype == "team" and noun.lemma not in TEAMS:
            return False
        if of_another_state(noun, cluster) or of_another_place(noun, cluster):
            return False
        return self._alike(noun, cluster) and not self._of_another_office(noun, cluster)

    def _of_another_office(self, noun: Noun, cluster: Cluster) -> bool:
        """Whether somebody is known to hold a like office elsewhere, or another of its kind."""
        if cluster.kind != "person":
            return False
        role, about = office(noun.head), self._about(noun)
        like = [(name, of) for name, of in self.roles[id(cluster)] if alike(name, role)]
        same = [of for name, of in like if same_office(name, role)]
        return bool(like) and not (same and may_be(about, same))

    def _role(self, noun: Noun) -> Found | None:
        """The last one who was described by the same noun, and not as somebody else's.

        Who is called the Chinese minister goes before who is just a minister.
        """
        about, role, meant = self._about(noun), office(noun.head), []
        for cluster, last in self._candidates(noun):
            held = [names for name, names in self.roles[id(cluster)] if same_office(name, role)]
            if of_another_state(noun, cluster) or not self._alike(noun, cluster):
                continue
            if held and may_be(about, held) and self._near(noun, last, 12):
                meant.append((any(about & names for names in held), cluster))
        if not meant:
            return None
        return max(meant, key=lambda pair: pair[0])[1], f"role '{words_of(noun)}' given before"

    def _alike(self, noun: Noun, cluster: Cluster) -> bool:
        """Whether number and *former* agree: *the union* is not *other unions*."""
        if not named(cluster):
            return _number(cluster.mentions[0].span.root) == _number(noun.head)
        return not former(noun.head) or any(former(draft.span.root) for draft in cluster.mentions)

    def _anywhere(self, noun: Noun) -> Found | None:
        """The only person of the document who holds an office, even if named later."""
        known = noun.known
        if known is None or known.kind != "person" or noun.plural or noun.head.lower_ in VAGUE:
            return None
        if not noun.definite or owned(noun) or former(noun.head):
            return None
        about, role = self._about(noun), office(noun.head)
        found = [one for one in self.held.get(role, ()) if self._holds(one, role, about)]
        if len(found) != 1:
            return None
        return found[0], f"role '{words_of(noun)}' of nobody else"

    def _holds(self, person: Cluster, role: str, about: frozenset[str]) -> bool:
        held = [names for name, names in self.roles[id(person)] if name == role]
        return may_be(about, held)

    def _police(self, noun: Noun) -> Found | None:
        """The only police that the document names: *police* are the Peruvian National Police."""
        if noun.lemma != "police" or noun.about:
            return None
        if any(child.dep_ in ("amod", "compound", "poss", "prep") for child in noun.head.children):
            return None
        if len(self.polices) != 1:
            return None
        return self.polices[0], f"'{words_of(noun)}' are the only ones named"

    def _part_of_name(self, noun: Noun) -> Found | None:
        """*the party* for the Labour Party: the last whose name is headed by the noun."""
        if noun.plural or noun.known is None or noun.known.kind == "person" or owned(noun):
            return None
        for cluster, last in self._candidates(noun):
            if narrower(noun, cluster) or of_another_place(noun, cluster):
                continue
            if noun.draft.kind == "place" and not self._near(noun, last, 2):
                return None
            if noun.head.lower_ in heads(cluster):
                return cluster, f"'{words_of(noun)}' is part of the name {best_name(cluster)}"
        return None

    def _kind(self, noun: Noun) -> Found | None:
        """*the country*, *the militia*: the one of that kind that is spoken of."""
        known = noun.known
        if known is None or known.kind == "person" or not only_sorted(noun) or owned(noun):
            return None
        if noun.lemma == "state" and noun.draft.text.lower() != "this state":
            return None  # mostly the state as such
        if noun.plural and known.subtype != "armed_group":
            return None
        scored = [
            (self._focus(cluster, noun), -cluster.first, cluster)
            for cluster, last in self._candidates(noun)
            if same_sort(noun, cluster) and self._near(noun, last, NEAR) and named(cluster)
        ]
        if not scored:
            return None
        best = max(scored, key=lambda entry: entry[:2])[2]
        return best, f"'{words_of(noun)}' is the {_sort(noun)} spoken of, {best_name(best)}"

    def _state(self, noun: Noun) -> Found | None:
        """*the government*, *authorities*: the state that the document is about."""
        named = [d for d in noun.about if d.fact is not None and d.fact.kind == "country"]
        if named:
            state = self.states.of_phrase(named)
        elif all(draft.kind == "person" for draft in noun.about):
            state = self.states.around(noun.draft.start)
        else:
            state = None
        if state is None:
            return None
        return state, f"'{words_of(noun)}' is that of {best_name(state)}"

    def _focus(self, cluster: Cluster, noun: Noun) -> float:
        """How much a cluster is being spoken of: its mentions, later ones and subjects more."""
        here, total = self.discourse.sentence(noun.draft.start), 0.0
        for draft in cluster.mentions:
            if draft.end <= noun.draft.start:
                back = here - self.discourse.sentence(draft.start)
                total += (2.0 if is_subject(draft) else 1.0) * DECAY**back
        return total

    def _again(self, noun: Noun) -> Found | None:
        """The same noun as before, where neither has a name."""
        for cluster, last in self._candidates(noun):
            if named(cluster) or last.span.root.lemma_.lower() != noun.lemma:
                continue
            if _number(cluster.mentions[0].span.root) == _number(noun.head):
                return cluster, "same words as before"
        return None

    def _near(self, noun: Noun, last: Draft, sentences: int) -> bool:
        here = self.discourse.sentence(noun.draft.start)
        return here - self.discourse.sentence(last.start) <= sentences

    def _candidates(self, noun: Noun) -> list[tuple[Cluster, Draft]]:
        """The clusters that a phrase agrees with, each with its last mention, the latest first."""
        if self.asked is not noun:
            self.asked, self.answer = noun, self._agreeing(noun)
        return self.answer

    def _agreeing(self, noun: Noun) -> list[tuple[Cluster, Draft]]:
        found = []
        for cluster in self.discourse.around(noun.draft.start, FAR):
            if not agrees(noun, cluster):
                continue
            last = self.discourse.before(cluster, noun.draft.start)
            if last is not None:
                found.append((cluster, last))
        return sorted(found, key=lambda pair: -pair[1].start)

    def remember(self, noun: Noun, cluster: Cluster) -> None:
        """Note that a phrase described an actor: its role, and the gender that the noun tells."""
        self.roles[id(cluster)].append((office(noun.head), self._about(noun)))
        if noun.known is not None and cluster.kind == "person":
            cluster.gender = cluster.gender or noun.known.gender or None

    def _about(self, noun: Noun) -> frozenset[str]:
        return frozenset(whose(draft.text) for draft in noun.about)


def alike(one: str, other: str) -> bool:
    """Whether two offices end in one word: *finance minister*, *prime minister*."""
    return one.split()[-1] == other.split()[-1]


def former(word: Token) -> bool:
    """Whether the words before a role or name say that it is held no more."""
    before = word.doc[max(word.sent.start, word.i - 5) : word.i]
    return any(token.lower_ in FORMER for token in before)


def _number(token: Token) -> str:
    return str(token.morph).partition("Number=")[2].partition("|")[0]


def _sort(noun: Noun) -> str:
    known = noun.known
    return (known.subtype or known.kind).replace("_", " ") if known else ""


def words_of(noun: Noun) -> str:
    """The words of a phrase without its article."""
    words = noun.draft.text.split()
    return " ".join(words[1:] if words[0].lower() in ("the", "a", "an") and words[1:] else words)
