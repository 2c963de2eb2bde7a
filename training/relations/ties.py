"""Structural ties that the rules read in annotated corpora, with whether each is right.

A tie is right where the gold holds it between the two actors, in any of the types that it counts as
right. What the gold lacks is not wrong for that: both corpora leave out much that their texts state
(seats in towns, institutions as parts of their states, founders as members), so every tie that they
don't confirm was judged by us, once and not blind. ``judged.tsv`` holds those verdicts, by ids and
offsets alone.

Ties through pronouns and nominals are taken from Re-DocRED as the package resolves them, and all
were judged by us. KnowledgeNet marks its pronouns but mostly resolves none: they are left out.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[1] / "benchmarks")]

from relations import document, entity, loaded, named, parses  # noqa: E402
from spacy.tokens import Doc  # noqa: E402

from actors.extract import mentions  # noqa: E402
from actors.extract.pipeline import parse  # noqa: E402
from actors.extract.relations.anchors import Anchors, anchor  # noqa: E402
from actors.extract.relations.assemble import allowed, claims, each_once  # noqa: E402
from actors.extract.relations.claims import Claim  # noqa: E402
from actors.extract.relations.review import CERTAINTY, event  # noqa: E402
from actors.extract.relations.status import tie_status  # noqa: E402
from actors.extract.relations.trust import backing, features  # noqa: E402
from actors.types import Mention, Settings  # noqa: E402

Row: TypeAlias = dict[str, Any]
Key: TypeAlias = tuple[str, str, str, str]
"""Document, type, source, target; an end is an actor's id, or "start-end" where none was given."""

ALSO = {"leads": ("member_of",), "works_for": ("member_of",)}
"""What else a gold relation entails: who leads a body, or works for it, belongs to it."""


class Tie(NamedTuple):
    """One tie as read: its document, what is weighed, whether it is right, its certainty."""

    document: str
    type: str
    features: Mapping[str, float]
    right: bool
    certainty: float


@functools.cache
def judged() -> Mapping[Key, str]:
    """Our verdict on ties that no gold confirms: right, wrong, or open."""
    lines = (HERE / "judged.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(one, type_, source, target): said for one, type_, source, target, said in rows}


def learnt(gold: Path) -> Iterator[Tie]:
    """All ties that are learnt from."""
    redocred = loaded(gold / "dev" / "redocred_dev.jsonl", None)
    yield from given_ties(redocred)
    yield from given_ties(loaded(gold / "dev" / "knowledgenet_dev.jsonl", None))
    wanted = {key[0] for key in judged() if "-" in key[2]}
    yield from read_ties([row for row in redocred if row["id"] in wanted])


def given_ties(rows: list[Row]) -> Iterator[Tie]:
    """Ties between given mentions, as the gold or we say; ends that are pronouns are left out."""
    for row, anchors, read, doc in given(rows):
        held = entailed(row)
        for claim in told(read, doc):
            ends = claim.source.mention, claim.target.mention
            key = row["id"], claim.type, ends[0].entity, ends[1].entity
            said = "right" if key[1:] in held else judged().get(key, "open")
            if said != "open" and "pronoun" not in (ends[0].level, ends[1].level):
                yield tie(row, claim, read, doc, anchors, said == "right")


def read_ties(rows: list[Row]) -> Iterator[Tie]:
    """Ties through pronouns and nominals, everything read by the package."""
    settings = Settings()
    documents = [document(row) for row in rows]
    for row, one, doc in zip(rows, documents, parse(documents, settings), strict=True):
        anchors = anchor(doc, *mentions(doc, one, settings))
        read = stated(doc, anchors)
        for claim in told(read, doc):
            key = row["id"], claim.type, at(claim.source.mention), at(claim.target.mention)
            if judged().get(key, "open") != "open":
                yield tie(row, claim, read, doc, anchors, judged()[key] == "right")


def measured(rows: list[Row]) -> Iterator[Tie]:
    """Ties between given mentions as a corpus says, of the types that it annotates in full."""
    for row, anchors, read, doc in given(rows):
        held = entailed(row, {})
        for claim in told(read, doc):
            if claim.type in row["relation_types"]:
                ends = claim.source.mention.entity, claim.target.mention.entity
                right = (claim.type, *ends) in held
                yield tie(row, claim, read, doc, anchors, right)


def given(rows: list[Row]) -> Iterator[tuple[Row, Anchors, list[Claim], Doc]]:
    """Documents with their claims between gold mentions."""
    for row, doc in zip(rows, parses(rows), strict=True):
        one = document(row)
        anchors = anchor(doc, list(named(row, one)), [entity(actor) for actor in row["actors"]])
        yield row, anchors, stated(doc, anchors), doc


def stated(doc: Doc, anchors: Anchors) -> list[Claim]:
    """What the rules claim, in either tier."""
    found = claims(doc, anchors)
    return [one for one in found if one.certainty >= CERTAINTY and allowed(one)]


def told(read: Iterable[Claim], doc: Doc) -> Iterator[Claim]:
    """Each structural statement once, unless it is denied."""
    for claim in each_once(read, doc):
        if not event(claim) and tie_status(doc[claim.predicate])[0] == claim.negated:
            yield claim


def tie(row: Row, claim: Claim, read: list[Claim], doc: Doc, anchors: Anchors, right: bool) -> Tie:
    weighed = features(claim, backing(read), doc, anchors)
    return Tie(row["id"], claim.type, weighed, right, claim.certainty)


def entailed(row: Row, also: Mapping[str, tuple[str, ...]] = ALSO) -> set[tuple[str, str, str]]:
    """Type, source and target of what the gold holds; a people stands for its country."""
    actors = {actor["id"]: actor for actor in row["actors"]}
    unit = {
        name: actor["of"] if actor.get("of") in actors else name for name, actor in actors.items()
    }
    found = set()
    for one in row["relations"]:
        source, target = unit[one["source"]], unit[one["target"]]
        types = {one["type"], *one.get("also", ()), *also.get(one["type"], ())}
        found |= {(type_, source, target) for type_ in types}
        if also and one["type"] == "part_of":
            found.add(("owns", target, source))
    return found


def at(mention: Mention) -> str:
    """The place of a mention in the text."""
    return f"{mention.span.start}-{mention.span.end}"
