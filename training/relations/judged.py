"""What was read in documents of `worldwide` and judged by us: ids and offsets alone.

``judged_events.tsv`` is for measuring, each line an event that was read: document, who read it
(*rule* or *network*), type, characters of source and target, verdict.

``judged_pairs.tsv`` is for learning, from other documents, each line an ordered pair of actors:
document, characters of the sentence, of source and target, the type of the event that the sentence
speaks of (or *none*), and the stance that it shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pairs import Pair, event, plain, records
from spacy.tokens import Doc
from split import draw

from actors.extract.pipeline import parse
from actors.extract.relations.classifier import Classifier, Ends, Judgement, classifier
from actors.ontology import ontology
from actors.types import Document, Mention, Settings

TABLE = Path(__file__).with_name("judged_events.tsv")
PAIRS = Path(__file__).with_name("judged_pairs.tsv")
Spans = tuple[int, int, int, int]


class Verdict(NamedTuple):
    """The type that was read, and whether it is right."""

    type: str
    right: bool


def verdicts(reader: str) -> dict[str, dict[Spans, Verdict]]:
    """Document -> characters of source and target -> what was judged."""
    found: dict[str, dict[Spans, Verdict]] = defaultdict(dict)
    for document, who, type_, *places, verdict in rows(TABLE):
        if who == reader and verdict in ("right", "wrong"):
            first, second, third, fourth = map(int, places)
            found[document][first, second, third, fourth] = Verdict(type_, verdict == "right")
    return found


def rows(table: Path) -> Iterator[list[str]]:
    """The lines of a table without its remarks."""
    for line in table.read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


class Judged(NamedTuple):
    """A pair as it is learnt from, and where it stands: document, characters of both ends."""

    pair: Pair
    document: str
    ends: Spans


def judged_pairs(path: Path) -> Iterator[Judged]:
    """The pairs of ``judged_pairs.tsv`` with their sentences, from the corpus at ``path``."""
    texts = {record["id"]: record["text"] for record in records(path)}
    for document, *places, type_, stance in rows(PAIRS):
        start, end, *ends = map(int, places)
        source, target = ((low - start, high - start) for low, high in (ends[:2], ends[2:]))
        text = texts[document][start:end]
        if type_ == "none":
            pair = Pair(text, source, target, "none", None, stance, "judged")
        else:
            read = event(text, source, target, type_, ontology()[type_].sign, "judged")
            pair = replace(read, stance=stance)
        yield Judged(pair, document, (ends[0], ends[1], ends[2], ends[3]))


FOLDS = 5


class Answer(NamedTuple):
    """Whether a type is right of a pair; ``fold`` is None where no network was trained on it."""

    type: str
    right: bool
    fold: int | None

    def holds(self, read: str) -> bool | None:
        """Whether another type that is read is right; None if nobody has judged that.

        >>> Answer("accuse", True, 0).holds("reject"), Answer("accuse", False, None).holds("reject")
        (False, None)
        """
        if read == self.type:
            return self.right
        return None if self.fold is None else False


def answers(path: Path, reader: str) -> dict[str, dict[Spans, Answer]]:
    """All that was judged of what ``reader`` reads: document -> characters of both ends."""
    found: dict[str, dict[Spans, Answer]] = defaultdict(dict)
    for document, events in verdicts(reader).items():
        found[document] = {at: Answer(*verdict, None) for at, verdict in events.items()}
    for pair, document, ends in judged_pairs(path):
        fold = int(draw(plain(pair.text)) * FOLDS)
        found[document][ends] = Answer(str(pair.root), True, fold)
    return found


def judged_documents(
    path: Path, reader: str
) -> Iterator[tuple[Doc, Document, dict[Spans, Answer]]]:
    """Every document of which something was judged, parsed, with what was."""
    told = answers(path, reader)
    documents = [Document(row["id"], row["text"]) for row in records(path) if row["id"] in told]
    for doc, document in zip(parse(documents, Settings()), documents, strict=True):
        yield doc, document, told[document.name]


class Networks:
    """Reads each pair by a network that was not trained on it; ``folds`` is what training left."""

    def __init__(self, folds: Path) -> None:
        self.folds = [Classifier(folds / f"fold{number}") for number in range(FOLDS)]

    def judge(self, answer: Answer, doc: Doc, pair: Ends) -> Judgement | None:
        """By the network of the fold, or by the one that ships."""
        network = classifier() if answer.fold is None else self.folds[answer.fold]
        [said] = network.judge(doc, [pair])
        return said


def open_end(answer: Answer, *ends: Mention) -> bool:
    """Whether nobody has judged who an end is: that of a pronoun was taken as it was resolved."""
    return answer.fold is not None and any(one.level == "pronoun" for one in ends)


def spans(source: Mention, target: Mention) -> Spans:
    """The characters of two mentions."""
    return source.span.start, source.span.end, target.span.start, target.span.end
