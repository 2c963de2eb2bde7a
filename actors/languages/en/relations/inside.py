"""What an organisation's own name says: "Australian Federal Police", "Bank of England"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.knowledge.states import find_demonym, find_state
from actors.languages.en.relations.anchors import Anchors, Found
from actors.languages.en.relations.claims import Claim, trigger
from actors.languages.en.relations.office_ties import body_kind
from actors.languages.en.relations.organisations import is_force, is_institution
from actors.languages.en.relations.status import tie_status
from actors.types import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ABROAD = frozenset({"embassy", "consulate", "mission", "delegation", "expedition"})
"""Bodies of a state that stand in others."""
BEFORE_PLACES = frozenset({"of", "de", "di", "du", "in"})
LONGEST = 3
"""Words of a place at the beginning of a name."""


def name_claims(doc: Doc, anchors: Anchors) -> Iterator[Claim]:
    """The state or place in the name of an organisation, where the document names it too.

    An embassy and a force belong to their state, and stand elsewhere.
    """
    states, places = _states(anchors), _places(anchors)
    told: set[tuple[str, str, str]] = set()
    for root, mention in sorted(anchors.heads.items()):
        if mention.kind != "organisation" or mention.level != "name":
            continue
        state = next((states[one] for one in codes(mention.text) if one in states), None)
        for whole, type_ in _told(mention, state, places):
            statement = (mention.entity, whole.entity, type_)
            if whole.entity != mention.entity and statement not in told:
                told.add(statement)
                yield tie(type_, Found(mention), Found(whole, 0.85), doc[root])


def _told(
    mention: Mention, state: Mention | None, places: dict[str, Mention]
) -> Iterator[tuple[Mention, str]]:
    """What a name says its body is part of, and where that is."""
    abroad = is_force(mention) or bool(ABROAD & set(mention.text.lower().split()))
    if state is not None:
        if not abroad:
            yield state, "based_in"
        if is_institution(mention) or is_force(mention):
            yield state, "part_of"
        return
    place = next((places[one] for one in designations(mention.text) if one in places), None)
    if place is not None and not abroad:
        yield place, "based_in"


def _states(anchors: Anchors) -> dict[str, Mention]:
    """A mention of each state of the document, by its code or else its words.

    The first that is the state's own name; where it is only named as acting, that.
    """
    found: dict[str, Mention] = {}
    ordered = sorted(anchors.heads.items(), key=lambda pair: (pair[1].metonymic, pair[0]))
    for _, mention in ordered:
        if mention.level == "name" and body_kind(Found(mention), anchors) == "state":
            known = dict(anchors.entities[mention.entity].identifiers)
            found.setdefault(known.get("iso3166", mention.text.lower()), mention)
    return found


def _places(anchors: Anchors) -> dict[str, Mention]:
    """The first mention of each place of the document, by its words."""
    found: dict[str, Mention] = {}
    for _, mention in sorted(anchors.heads.items()):
        if mention.level == "name" and mention.kind == "place":
            found.setdefault(mention.text.lower(), mention)
    return found


def tie(type_: str, one: Found, other: Found, token: Token) -> Claim:
    """What a name holds is never denied: "they are not the Bank of Peru" is."""
    denied = tie_status(token)[0]
    ends = one, other
    return Claim(type_, *ends, token.i, trigger(token), 0.75, negated=denied, structural=True)


def named_state(name: str) -> str:
    """The word of a name that may be a state: the first, or the last after "of".

    >>> named_state("Bank of England"), named_state("Australian Federal Police")
    ('england', 'australian')
    """
    words = name.lower().removeprefix("the ").split()
    if len(words) < 2:
        return ""
    return words[-1] if words[-2] == "of" else words[0]


def designations(name: str) -> list[str]:
    """What a name may say of where its body is: what it begins with, and what stands after "of".

    >>> designations("Assembly of Manitoba Chiefs")
    ['assembly', 'manitoba', 'manitoba chiefs']
    >>> designations("New Zealand Police")
    ['new', 'new zealand']
    """
    words = name.lower().removeprefix("the ").split()
    after = [at + 1 for at, word in enumerate(words) if word in BEFORE_PLACES]
    until = min([LONGEST, len(words) - 1, *(at - 1 for at in after)])
    first = [" ".join(words[:count]) for count in range(1, until + 1)]
    rest = (" ".join(words[at:end]) for at in after for end in range(at + 1, len(words) + 1))
    return [*first, *rest]


def codes(name: str) -> Iterator[str]:
    """The states that a name may say, as their codes, then what else may stand for one.

    >>> list(codes("Chilean army"))
    ['CL', 'chilean']
    """
    for words in designations(name):
        for known in (find_state(words.title()), find_demonym(words.title())):
            if known is not None:
                yield known.id
        yield words
