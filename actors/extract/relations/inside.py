"""What an organisation's own name says: "Australian Federal Police", "Bank of England"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.extract.relations.anchors import Anchors, Found
from actors.extract.relations.claims import Claim, trigger
from actors.extract.relations.office_ties import body_kind
from actors.extract.relations.organisations import is_force, is_institution
from actors.extract.relations.status import tie_status
from actors.types import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def name_claims(doc: Doc, anchors: Anchors) -> Iterator[Claim]:
    """The state in the name of an organisation, where the document names that state too."""
    states: dict[str, Mention] = {}
    for _, mention in sorted(anchors.heads.items()):
        named = mention.level == "name" and not mention.metonymic
        if named and body_kind(Found(mention), anchors) == "state":
            states.setdefault(mention.text.lower(), mention)
    for root, mention in sorted(anchors.heads.items()):
        if mention.kind != "organisation" or mention.level != "name":
            continue
        state = states.get(named_state(mention.text))
        if state is not None:
            token = doc[root]
            ends = Found(mention), Found(state, 0.85)
            if not is_force(mention):
                yield tie("based_in", *ends, token)
            if is_institution(mention):
                yield tie("part_of", *ends, token)


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
