"""Acronyms and short forms of organisations and places refer to the long form."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.companies import legal, stem
from actors.languages.en.coreference.clusters import best_name, merge, of_kind

if TYPE_CHECKING:
    from actors.languages.en.drafts import Cluster, Draft

OFFICES = frozenset({"ministry", "department"})
"""Words for a part of a government, which one document mostly names one of."""
LETTERS = 5
"""Letters that a share has fewer than."""
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "to", "&", "at", "du", "des", "la"})

Test = Callable[["Cluster", "Cluster"], bool]


def link_acronyms(clusters: list[Cluster]) -> None:
    """Join organisations (and places) with their acronyms and short forms."""
    _bracketed(clusters)
    _join(clusters, _is_acronym, "acronym of")
    _join(clusters, _is_short, "short form of")
    _join(clusters, _is_head, "general part of the name of")
    _join(clusters, _is_own, "name without its state of")


def _bracketed(clusters: list[Cluster]) -> None:
    """``Collective Security Treaty Organisation (CSTO)``: the two names are one actor."""
    owner = {id(draft): cluster for cluster in clusters for draft in cluster.mentions}
    drafts = sorted((d for c in clusters for d in c.mentions), key=lambda draft: draft.start)
    for left, right in pairwise(drafts):
        acronym = brackets(left, right)
        ticker = not acronym and _ticker(left, right, owner[id(right)])
        if not acronym and not ticker:
            continue
        right.other = right.other or ticker
        long, short = sorted((left, right), key=lambda draft: -len(draft.text))
        first, second = owner[id(long)], owner[id(short)]
        if first is not second and not (first.fact and second.fact):
            reason = f"acronym given in brackets after {long.text}"
            moved = list(second.mentions)
            merge(clusters, first, second, reason)
            owner |= {id(draft): first for draft in moved}


def _ticker(left: Draft, right: Draft, short: Cluster) -> bool:
    """Whether letters in brackets after a body are those of its shares: *DuPont (DD)*."""
    doc = left.doc
    inside = doc[left.end : right.start].text == "(" and doc[right.end : right.end + 1].text == ")"
    bodies = left.kind == right.kind == "organisation" and left.subtype != "team"
    lone = short.fact is None and len(short.mentions) == 1
    return inside and bodies and lone and right.text.isupper() and len(right.text) < LETTERS


def brackets(left: Draft, right: Draft) -> bool:
    """Whether the second name stands in brackets after the first and abbreviates it."""
    doc = left.doc
    between = doc[left.end : right.start].text.strip(" \"“'‘")
    after = doc[right.end : right.end + 1].text
    if between != "(" or after not in (")", ",", ";") or "person" in (left.kind, right.kind):
        return False
    long, short = sorted((left.text, right.text), key=len, reverse=True)
    return abbreviates(short, long)


def abbreviates(short: str, long: str) -> bool:
    """Whether the letters of an acronym come in order in its long form, the first letter first.

    >>> abbreviates("CSTO", "Collective Security Treaty Organisation")
    True
    >>> abbreviates("SCO", "Collective Security Treaty Organisation")
    False
    """
    letters = [letter for letter in short.lower() if letter.isalnum()]
    if len(letters) < 2 or sum(letter.isupper() for letter in short) < 2:
        return False
    heads = initials(long)
    if not heads or letters[0] != heads[0][0]:
        return False
    position, rest = 0, long.lower()
    for letter in letters:
        position = rest.find(letter, position) + 1
        if position == 0:
            return False
    return True


def initials(name: str) -> list[str]:
    """The first letters of the words of a name, small words left out.

    >>> initials("Organization for Security and Cooperation in Europe")
    ['o', 's', 'c', 'e']
    """
    from actors.knowledge.folding import fold

    return [word[0] for word in fold(name).split() if word not in SMALL]


def _join(clusters: list[Cluster], test: Test, reason: str) -> None:
    index: dict[str, list[Cluster]] = {}
    for cluster in of_kind(clusters, "organisation", "place"):
        for key in _keys(cluster):
            index.setdefault(key, []).append(cluster)
    gone: set[int] = set()
    for cluster in of_kind(list(clusters), "organisation", "place"):
        near = {id(each): each for key in _keys(cluster) for each in index[key]}
        others = [each for key, each in near.items() if key not in gone and each is not cluster]
        longer = [each for each in others if test(cluster, each)]
        if len(longer) == 1:
            merge(clusters, longer[0], cluster, f"{reason} {best_name(longer[0])}")
            gone.add(id(cluster))


def _keys(cluster: Cluster) -> list[str]:
    """What two forms of one name share at least: the first or last word, or the initials."""
    from actors.knowledge.folding import fold

    keys: set[str] = set()
    for form in _forms(cluster):
        words = fold(form).split() or [form]
        keys |= {words[0], words[-1], "".join(word[0] for word in words), "".join(initials(form))}
        keys.add(form.replace(".", "").lower())
    return sorted(keys)


def _forms(cluster: Cluster) -> list[str]:
    return sorted({draft.text for draft in cluster.mentions if draft.level == "name"})


def _is_acronym(short: Cluster, long: Cluster) -> bool:
    if short.kind != "organisation" or long.kind != "organisation" or (short.fact and long.fact):
        return False
    return any(initialism(a, b) for a in _forms(short) for b in _forms(long))


def initialism(short: str, long: str) -> bool:
    """Whether an acronym in capitals is made of the first letters of a longer name.

    >>> initialism("NPA", "National Prosecuting Authority"), initialism("NPA", "New Party")
    (True, False)
    """
    letters = short.replace(".", "").lower()
    if not (short.isupper() and 2 <= len(letters) <= 6 and len(long.split()) > 1):
        return False
    loose = [word[0].lower() for word in long.replace("-", " ").split() if word[0].isalnum()]
    return letters in ("".join(initials(long)), "".join(loose))


def _is_short(short: Cluster, long: Cluster) -> bool:
    """*RIA* for *RIA Novosti*, *Volkswagen* for *Volkswagen AG*, *Badakhshan* for its province."""
    if short.kind != long.kind or (short.fact and long.fact):
        return False
    return any(_prefix(a, b, long.kind) for a in _forms(short) for b in _forms(long))


def _prefix(short: str, long: str, kind: str) -> bool:
    from actors.knowledge.folding import fold
    from actors.languages.en.facts import look_up

    left, right = fold(short).split(), fold(long).split()
    if not left or len(left) >= len(right):
        return False
    if kind == "organisation" and left == _bare(long):
        return len(left) > 1 or left[0] not in lexicon.words("organisation_heads")
    if look_up(short) is not None:
        return False
    rest = right[len(left) :]
    if left[0][0].isdigit():
        return (left[0], left[-1]) == (right[0], right[-1]) and len(left) > 1
    if kind == "place":
        return right[: len(left)] == left and rest[0] in lexicon.words("place_heads")
    if right[: len(left)] == left:
        head = len(left) == 1 and left[0] in lexicon.words("organisation_heads")
        return not head and rest[0] not in SMALL
    return right[-len(left) :] == left and right[0] in lexicon.words("organisation_heads")


def _bare(name: str) -> list[str]:
    """The words of a company's name without its legal form, at either end.

    >>> _bare("NV Zarafat"), _bare("Zarafat and Co Inc"), _bare("Zarafat")
    (['zarafat'], ['zarafat'], ['zarafat'])
    """
    from actors.knowledge.folding import fold

    words = fold(stem(name) or name).split()
    return words[1:] if len(words) > 1 and legal(words[0]) else words


def _is_head(short: Cluster, long: Cluster) -> bool:
    """*the Commission* for *European Commission*: the last word of one name in the document."""
    if short.kind != "organisation" or long.kind != "organisation" or short.fact is not None:
        return False
    if long.first > short.first:
        return False
    word = best_name(short).lower()
    heads = lexicon.words("organisation_heads")
    return word in heads and any(word in _heads(name) for name in _forms(long))


def _heads(name: str) -> tuple[str, ...]:
    """The last word of a name, and the one before *of* if that is an office of state.

    >>> _heads("Ministry of Mines of Peru"), _heads("Council of Farmers")
    (('peru', 'ministry'), ('farmers',))
    """
    words = name.lower().split()
    office = words[0] in OFFICES and words[1:2] == ["of"]
    return (words[-1], words[0]) if office else (words[-1],)


def _is_own(short: Cluster, long: Cluster) -> bool:
    """*the Foreign Ministry* for the *Russian Foreign Ministry* or *that of Russia* before it."""
    if short.kind != "organisation" or long.kind != "organisation" or short.fact is not None:
        return False
    if long.first > short.first:
        return False
    return any(_states(a, b) for a in _forms(short) for b in _forms(long))


def _states(short: str, long: str) -> bool:
    """Whether a name is another one without the state at its beginning or end.

    >>> _states("Foreign Ministry", "Russian Foreign Ministry"), _states("Post", "Washington Post")
    (True, False)
    >>> _states("Ministry of Health", "Ministry of Health of Peru")
    True
    """
    from actors.knowledge.states import find_demonym, find_state

    left, right = short.split(), long.removeprefix("the ").split()
    extra = len(right) - len(left)
    if extra < 1 or not {*_heads(short)} & lexicon.words("organisation_heads"):
        return False
    if right[extra:] == left:
        name = " ".join(right[:extra])
        return find_demonym(name) is not None or find_state(name) is not None
    if right[: len(left)] == left and right[len(left) : len(left) + 1] == ["of"]:
        return find_state(" ".join(right[len(left) + 1 :]).removeprefix("the ")) is not None
    return False


__all__ = ["abbreviates", "brackets", "initialism", "initials", "link_acronyms"]
