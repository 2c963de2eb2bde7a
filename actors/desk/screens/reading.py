"""The reading view: a document with its mentions marked and its statements beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response
from starlette.routing import Route

from actors.analysis.statements import Statement
from actors.desk.asking import Ask, screen
from actors.desk.marking import Piece, paragraphs, pieces
from actors.desk.wording import hue
from actors.errors import CurationError, NotFound
from actors.network.build import KINDS
from actors.store.reviewing import (
    DocumentText,
    MentionRow,
    document_text_of,
    mentions_in,
    sentence_at,
)
from actors.types import Key

__all__ = ["routes"]


@dataclass(frozen=True, slots=True)
class _Passage:
    """A paragraph as it is shown: its pieces, and what is stated in it."""

    pieces: list[Piece]
    statements: list[Statement]


def _document(ask: Ask) -> Response:
    key = ask.path("key")
    document = _text(ask, key)
    mentions = mentions_in(ask.now.store, key)
    said = ask.now.ledger.of_document(key)
    chosen = next((one for one in mentions if one.id == ask.get("mention")), None)
    return ask.page(
        "document.html",
        key=key,
        document=document,
        passages=_passages(document.text, mentions, said),
        hues=_hues(mentions),
        chosen=chosen,
        actors=_actors(mentions),
        marked=_marked(ask, key),
        types=_types(ask),
        questions=[one for one in ask.now.questions if key in one.documents],
        beside=_beside(ask, key),
        **_about(ask, key, chosen),
    )


def _mention(ask: Ask) -> Response:
    """What can be done about a mention: a part of the reading view."""
    key = ask.path("key")
    mentions = mentions_in(ask.now.store, key)
    chosen = next((one for one in mentions if one.id == ask.path("mention")), None)
    if chosen is None:
        raise NotFound("the document has no such mention")
    context = _about(ask, key, chosen) | {"actors": _actors(mentions), "types": _types(ask)}
    return ask.page("mention.html", key=key, document=_text(ask, key), chosen=chosen, **context)


def _about(ask: Ask, key: Key, chosen: MentionRow | None) -> dict[str, object]:
    """What is known of a mention's actor, and how often the document means it."""
    if chosen is None:
        return {"times": 0, "rank": 0, "found": []}
    mentions = mentions_in(ask.now.store, key)
    times = sum(one.entity == chosen.entity for one in mentions)
    return {"times": times, "rank": ask.now.standing.rank(chosen.actor), "found": []}


def _text(ask: Ask, key: Key) -> DocumentText:
    found = document_text_of(ask.now.store, key)
    if found is None:
        raise NotFound("the study has no such document")
    return found


def _beside(ask: Ask, key: Key) -> tuple[str, str]:
    """The documents before and after one, by name; empty at the ends."""
    keys = [row[0] for row in ask.now.documents]
    place = keys.index(key) if key in keys else 0
    before = keys[place - 1] if place else ""
    return before, keys[place + 1] if place + 1 < len(keys) else ""


def _passages(
    text: str, mentions: Sequence[MentionRow], said: Sequence[Statement]
) -> list[_Passage]:
    found = []
    for one in paragraphs(text):
        inside = sorted(
            (each for each in said if one.start <= each.start < one.end),
            key=lambda each: (each.start, each.relation),
        )
        found.append(_Passage(pieces(one.start, one.end, mentions, text), inside))
    return found


def _marked(ask: Ask, key: Key) -> tuple[int, int]:
    """The sentence that the address names by an offset in it; an empty range if it names none."""
    at = ask.get("at")
    return sentence_at(ask.now.store, key, int(at)) if re.fullmatch(r"\d{1,9}", at) else (0, 0)


def _hues(mentions: Sequence[MentionRow]) -> dict[Key, str]:
    """A colour for each actor of the document; those that are mentioned most differ."""
    times = Counter(one.actor or one.entity for one in mentions)
    order = sorted(times, key=lambda actor: (-times[actor], actor))
    return {actor: hue(number) for number, actor in enumerate(order)}


def _actors(mentions: Sequence[MentionRow]) -> list[tuple[Key, str]]:
    """The actors of the document that may have ties, by name."""
    found = {one.actor: one.name for one in mentions if one.actor and one.kind in KINDS}
    return sorted(found.items(), key=lambda pair: (pair[1].casefold(), pair[0]))


def _types(ask: Ask) -> list[str]:
    return sorted(ask.now.types)


def _add_tie(ask: Ask) -> Response:
    """A tie that the analyst reads in the document, with the sentence as its quote."""
    document = _text(ask, ask.path("key"))
    ends = ask.form("source"), ask.form("target")
    if ends[0] == ends[1]:
        raise CurationError("a tie has two different ends")
    says = {
        "source": ends[0],
        "target": ends[1],
        "type": ask.form("type"),
        "sign": ask.form("sign"),
    }
    says |= {"quote": ask.form("quote"), "document": document.name}
    says |= {"date": str(document.published)} if document.published else {}
    return ask.decide("add_relation", {}, "The tie was added", **says)


routes = [
    Route("/documents/{key}", screen(_document)),
    Route("/documents/{key}/mentions/{mention}", screen(_mention)),
    Route("/documents/{key}/ties", screen(_add_tie), methods=["POST"]),
]
