"""How well planned, demanded, denied and negated relations are told from facts.

    python training/reader/modality.py --gold CORPORA

On the documents that the reader was not trained on: of the claims that are annotated, how many of
those that are no facts are told to be none (recall), and how many of those told so are (precision),
by the rules alone and with the network.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from labelled import SYMMETRIC, Record, whom
from train import ASIDE, documents

from actors.languages.en.pipeline import parse
from actors.languages.en.reader import mentions
from actors.languages.en.relations import assemble, claim_selection
from actors.languages.en.relations.anchors import anchor
from actors.languages.en.relations.modality import standing
from actors.types import Document, Extract, Settings

FACT = (False, "asserted")

Standing = tuple[bool, str]


class Case(NamedTuple):
    """Negation and modality of a claim: as annotated, by the rules, and with the network."""

    event: bool
    told: Standing
    ruled: Standing
    read: Standing


def cases(some: Sequence[Record]) -> Iterator[Case]:
    """The claims of documents that are annotated."""
    made = [Document(one["id"], one["text"], one.get("title")) for one in some]
    for record, document, doc in zip(some, made, parse(made, Settings()), strict=True):
        found, entities = mentions(doc, document, Settings())
        actors = whom(record, Extract(document.key, tuple(found), tuple(entities)))
        anchors = anchor(doc, found, entities)
        thought, known, _ = assemble.considered(doc, found, anchors)
        for claim in claim_selection.each_once(thought, doc):
            predicate = doc[claim.predicate]
            ends = [actors.get(one.mention.entity) for one in (claim.source, claim.target)]
            where = predicate.sent.start_char, predicate.sent.end_char
            told = _told(record, claim.type, ends, where)
            if told is not None:
                yield Case(
                    not claim.structural,
                    told,
                    standing(claim, predicate, None),
                    standing(claim, predicate, known.read.of(claim)),
                )


def _told(
    record: Record, type_: str, ends: Sequence[str | None], where: tuple[int, int]
) -> Standing | None:
    """What is annotated in a sentence of the two and a type; None if nothing."""
    for one in record["relations"]:
        start, end = one["evidence"]
        pair = [one["source"], one["target"]]
        same = pair == ends or (type_ in SYMMETRIC and pair[::-1] == ends)
        if same and start < where[1] and where[0] < end and type_ in {one["type"], *one["also"]}:
            return one["negated"], one["modality"]
    return None


def report(name: str, some: Sequence[Case]) -> None:
    """Print precision and recall of what is no fact."""
    for way in ("ruled", "read"):
        said = [getattr(one, way) != FACT for one in some]
        true = [one.told != FACT for one in some]
        both = sum(one and other for one, other in zip(said, true, strict=True))
        precision, recall = both / max(1, sum(said)), both / max(1, sum(true))
        print(f"{name}, {way}: precision {precision:.2f} recall {recall:.2f} of {sum(true)}")


def main() -> None:
    """Print the figures of events and of ties."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, required=True)
    given = parser.parse_args()
    aside = set(ASIDE.read_text(encoding="utf8").split())
    every = list(cases([one for one in documents(given.gold) if one["id"] in aside]))
    report("events", [one for one in every if one.event])
    report("ties", [one for one in every if not one.event])


if __name__ == "__main__":
    main()
