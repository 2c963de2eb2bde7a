"""The spaCy component ``actors_recogniser``: our own names instead of spaCy's.

Importing this file registers the factory, which is how spaCy learns of components, and imports
spaCy; the rest of the package imports it only when it loads a pipeline.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("actors_recogniser")
>>> doc = nlp("Officials of Tajikistan met Maria Lopez in Cairo.")
>>> [(name.text, name.label_) for name in doc.ents]
[('Tajikistan', 'LOC'), ('Maria Lopez', 'PERSON'), ('Cairo', 'LOC')]
"""

from __future__ import annotations

from itertools import tee
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Span, SpanGroup

from actors.languages.en.parsed import text_of
from actors.neural.name_reader import NameReader, available
from actors.neural.noun_scores import keep

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from actors.neural.name_reader import Name

__all__ = ["KEY", "LABELS", "Recogniser", "available", "create"]

KEY = "actors_recogniser"
LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "GRP": "GRP"}


@Language.factory(
    KEY,
    assigns=["doc.ents", "token.ent_iob", "token.ent_type", "doc.spans"],
    default_config={"threads": 0},
)
def create(nlp: Language, name: str, threads: int) -> Recogniser:
    """The component; ``threads`` 0 means ``ACTORS_THREADS`` or two, see `threads_of`."""
    from actors.languages.en.networks import WEIGHTS

    return Recogniser(NameReader(WEIGHTS, threads=threads))


class Recogniser:
    """Sets ``doc.ents`` to the names of persons, organisations, places and groups.

    Labels: PERSON, ORG, LOC (states, cities, regions, buildings alike) and GRP (demonyms,
    nationalities, religious and political groups). ``doc.spans["actors_recogniser"]`` holds the
    same spans in the same order, and its ``attrs`` two lists as long: ``scores`` (calibrated
    probability that span and label are both right) and ``offsets`` (start and end character as
    the recogniser saw them, which lie inside the token where spaCy keeps "U.S.-led" whole).
    ``doc.user_data["actors_nouns"]`` holds which words stand for actors without a name, see
    `actors.neural.noun_scores`.

    It needs neither tags nor sentences and may stand anywhere in a pipeline.
    """

    def __init__(self, reader: NameReader) -> None:
        self.reader = reader

    def __call__(self, doc: Doc) -> Doc:
        """The same document, with its names set."""
        [read] = self.reader.read([text_of(doc)])
        keep(doc, read.nouns)
        return mark(doc, read.names)

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """As ``__call__``, with windows read in parallel, ``batch_size`` documents ahead."""
        docs, copies = tee(stream)
        texts = (text_of(doc) for doc in copies)
        for doc, read in zip(docs, self.reader.read(texts, ahead=batch_size), strict=True):
            keep(doc, read.nouns)
            yield mark(doc, read.names)


def mark(doc: Doc, names: Iterable[Name]) -> Doc:
    """Write names into a document, whole tokens at a time; of two in one token the first stays."""
    spans: list[Span] = []
    kept: list[Name] = []
    for name in names:
        span = doc.char_span(name.start, name.end, label=LABELS[name.kind], alignment_mode="expand")
        if span is not None and (not spans or span.start >= spans[-1].end):
            spans.append(span)
            kept.append(name)
    doc.set_ents(spans)
    group = SpanGroup(doc, name=KEY, spans=spans)
    group.attrs["scores"] = [name.score for name in kept]
    group.attrs["offsets"] = [(name.start, name.end) for name in kept]
    doc.spans[KEY] = group
    return doc
