"""The list of statements: filters, a verdict by one key, corrections; disputed ties in pairs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from starlette.responses import Response
from starlette.routing import Route

from actors.analysis.statements import Statement, StatementFilter, disputed
from actors.desk.asking import Ask, screen
from actors.desk.listing import page_of
from actors.desk.marking import paragraphs, pieces
from actors.errors import CurationError, NotFound
from actors.factuality import STATUSES
from actors.network.decisions import MODALITIES
from actors.store.reviewing import document_text_of, mentions_in, parts_of_texts
from actors.types import Key

__all__ = ["Told", "in_paragraph", "routes", "sentences_of", "wanted"]

_PAIRS = 20
_AROUND = 40
"""Words that are shown before a sentence, and after it."""


def sentences_of(ask: Ask, statements: Sequence[Statement]) -> dict[tuple[Key, int], str]:
    """The sentences of some statements, by document and start."""
    places = {(one.document, one.start, one.end) for one in statements if one.document}
    found = parts_of_texts(ask.now.store, places)
    return {place: " ".join(text.split()) for place, text in found.items()}


class Told(NamedTuple):
    """A sentence in parts, those that name whom it is about told apart, and what is around it."""

    before: str
    parts: list[tuple[str, bool]]
    after: str


def in_paragraph(ask: Ask, one: Statement) -> Told:
    """The sentence of a statement, with what stands before and after it in its paragraph."""
    found = document_text_of(ask.now.store, one.document) if one.document else None
    if found is None:
        return Told("", [(one.text, False)], "")
    held = [each for each in paragraphs(found.text) if each.start <= one.start < each.end]
    start, end = (held[0].start, held[0].end) if held else (one.start, one.end)
    before, after = found.text[start : one.start].split(), found.text[one.end : end].split()
    return Told(_last(before), _parts(ask, one, found.text), _first(after))


def _parts(ask: Ask, one: Statement, text: str) -> list[tuple[str, bool]]:
    ends = (one.source, one.target)
    meant = [each for each in mentions_in(ask.now.store, one.document) if each.actor in ends]
    return [
        (" ".join(re.split(r"\s+", text[piece.start : piece.end])), piece.mention is not None)
        for piece in pieces(one.start, one.end, meant)
    ]


def _last(words: Sequence[str]) -> str:
    return " ".join(["…"] * (len(words) > _AROUND) + [*words[-_AROUND:]])


def _first(words: Sequence[str]) -> str:
    return " ".join([*words[:_AROUND]] + ["…"] * (len(words) > _AROUND))


def wanted(ask: Ask) -> StatementFilter:
    """What the address asks for."""
    texts = ("type", "sign", "status", "source", "since", "until")
    named = ask.get("actor")
    actor = (
        ask.now.lookup.look_up(named).actor.key if named and named not in ask.now.people else named
    )
    told: dict[str, Any] = {name: ask.get(name) for name in texts}
    told |= {name: ask.get(name) == "yes" for name in ("undecided", "unsure")}
    return StatementFilter(**told, actor=actor)


def _ties(ask: Ask) -> Response:
    problem, chosen = "", StatementFilter()
    try:
        chosen = wanted(ask)
        found = chosen.among(ask.now.statements)
    except NotFound as error:
        problem, found = str(error), []
    listed = page_of(found, ask.number("page"))
    types = sorted({one.type for one in ask.now.statements})
    return ask.page(
        "ties.html",
        listed=listed,
        sentences=sentences_of(ask, listed.items),
        chosen=chosen,
        problem=problem,
        types=types,
        statuses=list(STATUSES),
        actor=ask.now.name(chosen.actor) if chosen.actor else "",
    )


def _disputed(ask: Ask) -> Response:
    pairs = disputed(ask.now.statements)[:_PAIRS]
    shown = [one for good, bad in pairs for one in (*good[:5], *bad[:5])]
    return ask.page("disputed.html", pairs=pairs, sentences=sentences_of(ask, shown))


def _one(ask: Ask) -> Response:
    """One statement with its sentence, to be corrected."""
    found = _named(ask, ask.get("relation"))
    return ask.page(
        "statement.html",
        one=found,
        told=in_paragraph(ask, found),
        types=sorted(ask.now.types),
        modalities=MODALITIES,
    )


def _named(ask: Ask, relation: str) -> Statement:
    name, _, _ = relation.rpartition("#")
    key = next((row[0] for row in ask.now.documents if row[1] == name), "")
    for one in ask.now.ledger.of_document(key):
        if one.relation == relation:
            return one
    raise NotFound("there is no such statement, or it was rejected")


def _verdict(ask: Ask) -> Response:
    """Right or wrong, for the one sentence."""
    one, answer = _named(ask, ask.form("relation")), ask.form("answer")
    if answer not in ("right", "wrong"):
        raise CurationError("a statement is right or wrong")
    said = f"{answer.capitalize()}: {one.source_name} {one.words} {one.target_name}"
    return ask.decide(
        "confirm" if answer == "right" else "reject", {"relation": one.relation}, said
    )


def _correct(ask: Ask) -> Response:
    """Another type, another sign, turned round, negated, or in another modality."""
    one, to = _named(ask, ask.form("relation")), ask.form("type")
    if to not in ask.now.types:
        raise CurationError("there is no such type of tie")
    says = {"to": to, "sign": ask.form("sign") or ask.now.types[to].sign}
    says |= {"turned": "yes"} if ask.form("turned") == "yes" else {}
    negated = ask.form("negated") or "no"
    says |= {"negated": negated} if (negated == "yes") != one.negated else {}
    says |= {"modality": ask.form("modality")} if ask.form("modality") else {}
    return ask.decide(
        "retype_relation", {"relation": one.relation}, "The statement was corrected", **says
    )


routes = [
    Route("/ties", screen(_ties)),
    Route("/ties/disputed", screen(_disputed)),
    Route("/ties/one", screen(_one)),
    Route("/ties/verdict", screen(_verdict), methods=["POST"]),
    Route("/ties/correct", screen(_correct), methods=["POST"]),
]
