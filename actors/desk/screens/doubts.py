"""The queue of doubts: one decision a screen, the most consequential first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response
from starlette.routing import Route

from actors.analysis.questions import SORTS, Question
from actors.analysis.review import DoubtSide, decision
from actors.analysis.standing import MergeEffect
from actors.analysis.statements import Statement
from actors.desk.asking import Ask, screen
from actors.desk.screens.mentions import named as mention_named
from actors.desk.screens.ties import in_paragraph
from actors.desk.wording import path
from actors.errors import CurationError
from actors.store.reviewing import EntityMentions, mentions_of, parts_of_texts, sentence_at
from actors.types import Actor, Key

__all__ = ["routes"]

_DOCUMENTS, _MOST = 4, 100
"""Documents that are listed of each side, and those among which they are looked for."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two that may be one: what it is called and where, and ties that are not of both."""

    side: DoubtSide
    actor: Actor | None
    documents: Sequence[EntityMentions]
    ties: Sequence[Statement]


def _queue(ask: Ask) -> list[Question]:
    """The questions of the sort that is asked for, those that were skipped last."""
    sort = ask.get("sort")
    found = [one for one in ask.now.questions if not sort or one.sort == sort]
    skipped = [key for key in ask.get("skipped").split(",") if key]
    if not skipped:
        return found
    return sorted(found, key=lambda one: skipped.index(one.key) + 1 if one.key in skipped else 0)


def _doubts(ask: Ask) -> Response:
    queue = _queue(ask)
    asked = queue[0] if queue else None
    if wanted := ask.get("key"):
        asked = next((one for one in queue if one.key == wanted), asked)
    counted = Counter(one.sort for one in ask.now.questions)
    context = {"question": asked, "queue": queue, "counted": counted, "sorts": SORTS}
    return ask.page("doubts.html", **context, **_shown(ask, asked))


def _shown(ask: Ask, asked: Question | None) -> dict[str, object]:
    """What stands on the screen beside a question."""
    more: dict[str, object] = {"sides": (), "change": None, "statement": None, "mentions": ()}
    more |= {"sentence": "", "countries": (), "mention": None, "meant": (), "document": ""}
    more |= {"told": None}
    if asked is None:
        return more
    if asked.doubt is not None:
        joined = asked.doubt.joined
        sides = [_side(ask, each, joined) for each in (asked.doubt.left, asked.doubt.right)]
        return more | {"sides": sides, "change": _change(ask, asked, sides)}
    if asked.sort == "place":
        return more | _shown_place(ask, asked)
    if asked.sort == "tie":
        document = asked.documents[0]
        found = (one for one in ask.now.ledger.of_document(document) if one.relation == asked.about)
        statement = next(found, None)
        told = in_paragraph(ask, statement) if statement else None
        return more | {"statement": statement, "told": told}
    mentions = mentions_of(ask.now.store, asked.about, 8)
    countries = sorted(one.name for one in ask.now.people.values() if one.kind == "country")
    return more | {"mentions": mentions, "countries": countries}


def _shown_place(ask: Ask, asked: Question) -> dict[str, object]:
    """The sentence of a name, and the two that it may mean."""
    document, mention = asked.about.split(":")
    found, about = mention_named(ask, document, mention)
    start, end = sentence_at(ask.now.store, document, found.start)
    [text] = parts_of_texts(ask.now.store, [(document, start, end)]).values()
    meant = [ask.now.name(key) if key else f"the place {found.text}" for key in asked.choices]
    return {"sentence": text, "mention": found, "meant": meant, "document": about["document"]}


def _side(ask: Ask, side: DoubtSide, alone: bool) -> _Side:
    """One of the two: its whole actor, or what its document says where the two are joined."""
    actor = ask.now.members.get(side.key)
    found = mentions_of(ask.now.store, actor.key, _MOST) if actor else []
    if alone:
        found = [one for one in found if side.key == f"{one.document}:{one.entity}"]
    found = found[:_DOCUMENTS]
    ties = ask.now.ledger.of_actor(actor.key)[:4] if actor and not alone else ()
    return _Side(side, actor, found, ties)


def _change(ask: Ask, asked: Question, sides: Sequence[_Side]) -> MergeEffect | None:
    """What a merge would do; nothing where the two are one already."""
    left, right = (one.actor.key if one.actor else "" for one in sides)
    if not left or not right or left == right or (asked.doubt and asked.doubt.joined):
        return None
    return ask.now.standing.merged(left, right)


def _decide(ask: Ask) -> Response:
    """Answer a question with one of its answers."""
    asked = next((one for one in ask.now.questions if one.key == ask.form("key")), None)
    answer, back = ask.form("answer"), ask.form("back", "/doubts")
    if asked is None:
        raise CurationError("this was decided already, or nobody asks it any more")
    if answer == "unsure":
        about = _about(ask, asked)
        return ask.decide("unsure", about, f"Unsure: {asked.title}", back, asked=asked.key)
    if asked.doubt is not None and answer in ("same", "different"):
        return _decide_identity(ask, asked, answer == "same", back)
    if asked.sort == "tie" and answer in ("right", "wrong"):
        verb = "confirm" if answer == "right" else "reject"
        said = f"{answer.capitalize()}: {asked.title}"
        return ask.decide(verb, {"relation": asked.about}, said, back)
    if asked.sort == "place" and answer in ("state", "place"):
        return _decide_place(ask, asked, answer, back)
    if asked.sort == "kind" and answer in asked.choices:
        return ask.decide("retype", asked.about, f"{asked.title} is a {answer}", back, kind=answer)
    if asked.sort == "state" and answer == "state":
        name = f"{asked.title} of {ask.form('state')}"
        return ask.decide("rename", asked.about, f"It is the {name}", back, to=name)
    raise CurationError("this is no answer to the question")


def _decide_place(ask: Ask, asked: Question, answer: str, back: str) -> Response:
    """A name means the government, or the place; one that has no card is no actor there."""
    _, about = mention_named(ask, *asked.about.split(":"))
    chosen = asked.choices[0 if answer == "state" else 1]
    if not chosen:
        return ask.decide("ignore", about, f"{asked.title} is a place here", back)
    said = f"{asked.title} is {ask.now.name(chosen)} here"
    return ask.decide("move", about, said, back, to=chosen)


def _decide_identity(ask: Ask, asked: Question, same: bool, back: str) -> Response:
    assert asked.doubt is not None
    told = decision(asked.doubt, same)
    if not ask.form("because"):
        ask.request.state.form["because"] = [told["because"]]
    says = {"off": told["off"]} if "off" in told else {}
    said = f"{'The same' if same else 'Different'}: {asked.title}"
    return ask.decide(told["verb"], told["about"], said, back, **says)


def _about(ask: Ask, asked: Question) -> str | list[Key] | dict[str, str]:
    """What a question is about, as a decision has it."""
    if asked.sort == "place":
        return mention_named(ask, *asked.about.split(":"))[1]
    if asked.doubt is not None:
        return [asked.doubt.left.key, asked.doubt.right.key]
    return {"relation": asked.about} if asked.sort == "tie" else asked.about


def _skip(ask: Ask) -> Response:
    """Go on to the next question; this one comes last until the address is opened anew."""
    key = ask.form("key")
    skipped = [one for one in ask.form("skipped").split(",") if one not in ("", key)]
    skipped = [*skipped, key][-200:]
    sort = f"&sort={ask.form('sort')}" if ask.form("sort") in SORTS else ""
    return ask.go(f"{path('doubts')}?skipped={','.join(skipped)}{sort}", "Skipped")


routes = [
    Route("/doubts", screen(_doubts)),
    Route("/doubts/answer", screen(_decide), methods=["POST"]),
    Route("/doubts/skip", screen(_skip), methods=["POST"]),
]
