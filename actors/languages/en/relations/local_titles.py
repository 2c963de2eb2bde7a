"""Mayors and governors of the one place that their sentence names: "in Lviv, Mayor A said"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors, Found
from actors.languages.en.relations.claims import Claim, trigger
from actors.languages.en.relations.context import placed
from actors.languages.en.relations.offices import LOCAL
from actors.languages.en.relations.titles import bodies, title_noun

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from actors.types import Mention

__all__ = ["local_title_claims"]


def local_title_claims(token: Token, anchors: Anchors) -> Iterator[Claim]:
    """The place that a bare "Mayor A" leads, if the sentence names one place alone.

    Args:
        token: the head of a mention
        anchors: the mentions of the document
    """
    mention = anchors.heads[token.i]
    if mention.kind != "person" or mention.level != "name" or placed(token, anchors):
        return
    noun = title_noun(token, anchors.spans[mention.id][0], anchors)
    if noun is None or noun.lemma_.lower() not in LOCAL or any(bodies(noun, anchors)):
        return
    places = {one.entity: one for one in _places(token.sent, anchors)}
    if len(places) == 1:
        [place] = places.values()
        ends = Found(mention), Found(place, 0.8)
        yield Claim("leads", *ends, noun.i, trigger(noun), 0.8, structural=True)


def _places(sentence: Span, anchors: Anchors) -> Iterator[Mention]:
    for word in sentence:
        mention = anchors.heads.get(word.i)
        if mention is not None and mention.kind == "place" and mention.level == "name":
            yield mention
