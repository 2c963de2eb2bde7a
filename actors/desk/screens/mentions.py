"""Corrections of mentions: of one alone, of all of an actor in a document, and new ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from starlette.responses import Response
from starlette.routing import Route

from actors.analysis.words import mention_of_words
from actors.desk.asking import Ask, screen
from actors.desk.wording import path
from actors.errors import CurationError, NotFound
from actors.resolve.corrections import place_of
from actors.store.reviewing import DocumentText, MentionRow, document_text_of, mentions_in
from actors.types import Key, Kind, entity_key

__all__ = ["named", "routes"]


def named(ask: Ask, key: Key, mention: str) -> tuple[MentionRow, dict[str, str]]:
    """A mention of a document, and how a decision names it.

    Raises:
        NotFound: the document has no such mention
    """
    found = next((one for one in mentions_in(ask.now.store, key) if one.id == mention), None)
    if found is None:
        raise NotFound("the document has no such mention any more")
    words = _text(ask, key).text[found.start : found.end]
    place = f"{found.start}-{found.end}"
    return found, {"document": _text(ask, key).name, "at": place, "words": words}


def _text(ask: Ask, key: Key) -> DocumentText:
    found = document_text_of(ask.now.store, key)
    if found is None:
        raise NotFound("the study has no such document")
    return found


def _somebody_else(ask: Ask) -> Response:
    """A mention, or all that a document says of its actor, is about another, or nobody."""
    if ask.form("scope") == "one":
        return _one(ask)
    key, to = ask.path("key"), ask.form("to")
    entity, actor = entity_key(key, ask.form("entity")), ask.form("actor")
    if entity not in _members(ask, actor):
        raise CurationError("the document does not mention this actor so any more")
    called, back = ask.form("called"), ask.form("back", path("documents", key))
    if to == "other":
        return _is_other(ask, entity, called, back)
    if to == "new":
        if len(_members(ask, actor)) == 1:
            raise CurationError(f"no other document says anything of {ask.now.name(actor)}")
        said = f"“{called}” in this document is somebody else than {ask.now.name(actor)}"
        return ask.decide("split", actor, said, back, off=[entity])
    if to == "nobody":
        return _is_nobody(ask, entity, actor, called, back)
    raise CurationError("choose who it is")


def _is_other(ask: Ask, entity: Key, called: str, back: str) -> Response:
    other = ask.form("other")
    if other not in ask.now.people or entity in _members(ask, other):
        raise CurationError("choose another actor of the study")
    said = f"“{called}” in this document is {ask.now.name(other)}"
    return ask.decide("move", entity, said, back, to=other)


def _is_nobody(ask: Ask, entity: Key, actor: Key, called: str, back: str) -> Response:
    """Two decisions where other documents mention the actor: it is split off, then left out."""
    said = f"“{called}” is no actor in this document"
    if len(_members(ask, actor)) == 1:
        return ask.decide("ignore", actor, said, back)
    ask.write("split", actor, off=[entity])
    return ask.decide_again("ignore", entity, said, back)


def _members(ask: Ask, actor: Key) -> tuple[Key, ...]:
    return ask.now.people[actor].members if actor in ask.now.people else ()


def _one(ask: Ask) -> Response:
    """One mention alone means another, somebody new, or nobody."""
    mention, about = named(ask, ask.path("key"), ask.form("mention"))
    back = ask.form("back", path("documents", ask.path("key")))
    if ask.form("to") == "nobody":
        return ask.decide("ignore", about, f"“{mention.text}” is no actor here", back)
    return _means(ask, "move", about, back, mention.actor)


def _means(ask: Ask, verb: str, about: Mapping[str, str], back: str, now: Key = "") -> Response:
    """Say whom a mention means: who was chosen, or somebody new."""
    to, words = ask.form("to"), " ".join(about["words"].split())
    if to == "other":
        other = ask.form("other")
        if other not in ask.now.people or other == now:
            raise CurationError("choose another actor of the study")
        return ask.decide(verb, about, f"“{words}” here is {ask.now.name(other)}", back, to=other)
    if to == "new":
        name, kind = ask.form("named") or words, ask.form("kind")
        if kind not in get_args(Kind):
            raise CurationError("say what kind of actor it is")
        return ask.decide(verb, about, f"“{words}” here is {name}", back, to=name, kind=kind)
    raise CurationError("choose who it is")


def _add(ask: Ask) -> Response:
    """Words that nobody read as a mention become one."""
    key = ask.path("key")
    document, words = _text(ask, key), ask.form("words")
    start, end = place_of(ask.form("at"))
    if document.text[start:end].split() == words.split() and words:
        about = {"document": document.name, "at": f"{start}-{end}", "words": words}
        about["words"] = document.text[start:end]
    else:
        nth = ask.form("nth")
        number = int(nth) if nth.isascii() and nth.isdigit() and len(nth) < 7 else None
        about = mention_of_words(ask.now.store, document.name, words, number, new=True)
    back = f"{path('documents', key)}?mention=hand{about['at']}#judge"
    return _means(ask, "add_mention", about, back)


routes = [
    Route("/documents/{key}/somebody-else", screen(_somebody_else), methods=["POST"]),
    Route("/documents/{key}/mentions", screen(_add), methods=["POST"]),
]
