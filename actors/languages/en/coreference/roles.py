"""What a document says that a named actor is: titles, appositions, *X is the Y*."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from actors.languages.en import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from actors.languages.en.coreference.nominals import Noun
    from actors.languages.en.drafts import Cluster, Draft
    from actors.languages.en.facts import Fact

Roles = dict[int, list[tuple[str, frozenset[str]]]]
"""For each cluster (by ``id``), the nouns that describe it, each with the names in its phrase."""


def apposed(noun: Noun, names: dict[int, Draft]) -> tuple[Draft, str] | None:
    """The name that a phrase describes in its own clause, and how.

    *Hasan Sultonov, the Tajik envoy*; *the Tajik envoy, Hasan Sultonov*; *Sultonov is the envoy*.
    """
    head = noun.head
    if head.dep_ == "appos" and head.head.i in names:
        return names[head.head.i], "in apposition"
    for child in head.children:
        if child.dep_ == "appos" and child.i in names:
            return names[child.i], "in apposition"
    for child in head.children:
        if child.dep_ in ("compound", "nmod") and child.i in names and _calls(noun, names[child.i]):
            return names[child.i], "beside its name"
    called = titled(noun, names)
    if called is not None:
        return called, "before the name"
    if head.dep_ == "attr" and head.head.lemma_ == "be" and not _negated(noun):
        for child in head.head.children:
            if child.dep_ == "nsubj" and child.i in names:
                return names[child.i], "after 'is'"
    return None


def whose(name: str) -> str:
    """A state for its name or adjective, else the name: *Mexican* and *Mexico* mean one.

    >>> whose("Mexican") == whose("Mexico"), whose("Acme")
    (True, 'Acme')
    """
    from actors.knowledge.states import find_demonym, find_state

    state = find_state(name) or find_demonym(name)
    return state.id if state else name


def office(head: Token) -> str:
    """The noun of a role with what a minister is for: *finance minister*, *prime minister*."""
    lemma = head.lemma_.lower()
    before = head.nbor(-1).lower_ if head.i > 0 else ""
    qualified = lemma in PORTFOLIOS and before in {*lexicon.words("portfolios"), *HEADS}
    return f"{before} {lemma}" if qualified else lemma


def same_office(one: str, other: str) -> bool:
    """Whether two roles may be one: *the minister* may be a finance minister.

    >>> same_office("minister", "prime minister"), same_office("finance minister", "prime minister")
    (True, False)
    """
    bare = " " not in one or " " not in other
    return one == other or (bare and one.split()[-1] == other.split()[-1])


LONGEST = 8
"""Words of a person's name, at most."""
LONGEST_OFFICE = 14
"""Words of an office with what it is of, at most."""
BETWEEN = frozenset({"of", "for", "and", "the", ","})
TITLED = {"justice": "judge", "sen.": "senator", "rep.": "representative", "gov.": "governor"}
"""Titles before a name, each with the noun that the person is called by afterwards."""
PORTFOLIOS = ("minister", "secretary")
HEADS = ("prime", "foreign", "labour", "oil", "treasury")


def home_of(name: Draft) -> str | None:
    """The state that a body is of, by what is known of it or by the first word of its name."""
    return _home(name.fact, name.text.split()[0])


@lru_cache(maxsize=65536)
def _home(fact: Fact | None, first: str) -> str | None:
    from actors.knowledge.states import find_demonym, find_state
    from actors.languages.en.homes import organisation_of

    body = organisation_of(fact) if fact is not None else None
    if body is not None and body.country:
        return body.country
    state = find_demonym(first) or find_state(first)
    return state.id if state else None


def may_be(about: frozenset[str], held: Iterable[frozenset[str]]) -> bool:
    """Whether a role of ``about`` may be one that was held of others: *the Mexican president*.

    Who is known as the Chilean president is not meant, even if called just *President* as well.
    """
    told = [names for names in held if names]
    return not about or not told or any(about & names for names in told)


def titled(noun: Noun, names: dict[int, Draft]) -> Draft | None:
    """The person whose name a title stands before, where the parser takes them for two phrases."""
    if noun.plural or not noun.head.text.istitle():
        return None
    first = noun.head.i + 1
    behind = (names[at] for at in range(first, first + LONGEST) if at in names)
    found = next((d for d in behind if d.start == first and d.kind == "person"), None)
    return found or _titled_of(noun.head, names)


def _titled_of(head: Token, names: dict[int, Draft]) -> Draft | None:
    """The person named right behind what an office is of: *Minister of Planning Ama Owusu*."""
    doc, first = head.doc, head.i + 1
    if first >= len(doc) or doc[first].lower_ not in ("of", "for"):
        return None
    near = range(first, first + LONGEST_OFFICE + LONGEST)
    starts = {names[at].start: names[at] for at in near if at in names}
    for position in range(first, min(first + LONGEST_OFFICE, len(doc))):
        token, found = doc[position], starts.get(position)
        if found is not None and found.kind == "person":
            return found
        if not (token.text[:1].isupper() or token.lower_ in BETWEEN):
            return None
    return None


CALLED = frozenset({"media", "armed_group", "party", "company"})
HELD = frozenset({"website", "channel", "page", "account", "site"})
"""What a body has rather than is: *the LibriVox website*."""


def _calls(noun: Noun, name: Draft) -> bool:
    """Whether the noun says what the body named before it is (*the Interfax news agency*)."""
    if name.kind != "organisation" or noun.known is None or noun.plural or noun.lemma in HELD:
        return False
    if any(token.lower_ in lexicon.POSSESSIVE for token in noun.draft.span):
        return False
    sort = noun.known.subtype
    return noun.known.kind == "organisation" and sort in CALLED and name.subtype in (sort, None)


def _negated(noun: Noun) -> bool:
    return any(child.dep_ in ("neg", "aux") for child in noun.head.head.children)


def fits(noun: Noun, name: Draft) -> bool:
    """Whether a phrase can describe a name: one person, a person; a body, no person."""
    known = noun.known
    if known is None:
        return False
    if (known.kind == "person") != (name.kind == "person"):
        return False
    return not (noun.plural and name.kind == "person")


def titles(clusters: Iterable[Cluster]) -> Roles:
    """The nouns right before the names of each cluster (*German Chancellor Schröder*)."""
    roles: Roles = defaultdict(list)
    for cluster in clusters:
        for draft in cluster.mentions:
            roles[id(cluster)] += list(_before(draft))
    return roles


def _before(draft: Draft) -> Iterator[tuple[str, frozenset[str]]]:
    from actors.knowledge.roles import find_nominal

    nouns, about = [], set()
    for position in range(draft.start - 1, max(-1, draft.start - 6), -1):
        token = draft.doc[position]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") and token.text != "-":
            break
        if token.ent_type_ and token.pos_ != "NOUN":
            about.add(whose(token.text))
        elif find_nominal(token.text) is not None:
            nouns.append(office(token))
        elif token.lower_ in TITLED:
            nouns.append(TITLED[token.lower_])
    nouns += _of(draft)
    for noun in nouns:
        yield noun, frozenset(about)


def _of(draft: Draft) -> Iterator[str]:
    """The office before what it is of: *Minister of Planning and Cooperation Ama Owusu*."""
    from actors.knowledge.roles import find_nominal

    behind = False
    for position in range(draft.start - 1, max(-1, draft.start - LONGEST_OFFICE), -1):
        token = draft.doc[position]
        if not (token.text[:1].isupper() or token.lower_ in BETWEEN):
            return
        noun = find_nominal(token.text) if token.pos_ in ("NOUN", "PROPN") else None
        if behind and noun is not None and noun.kind == "person" and noun.number == "singular":
            yield office(token)
            return
        behind = token.lower_ in ("of", "for")
