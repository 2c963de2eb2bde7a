"""Reads French documents: names, who is who, capitals that act, relations. READ THIS FIRST."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from actors.languages.drafts import readable, records
from actors.languages.fr.names import names
from actors.languages.fr.text import FRENCH, in_sentences, word_set
from actors.languages.leanings import stated_stances
from actors.languages.plain import SEAT_OF, PlainName, referents, stand_for
from actors.languages.plain_relations import read_relations
from actors.languages.plain_words import word_tables
from actors.types import Document, Extract, Settings

if TYPE_CHECKING:
    from actors.knowledge.own import Known

__all__ = ["read"]


def read(
    documents: Sequence[Document], settings: Settings, known: tuple[Known, ...] = ()
) -> list[Extract]:
    """Read French documents: the mentions, entities and relations of each."""
    return [_read(document, settings) for document in documents]


def _read(document: Document, settings: Settings) -> Extract:
    text = readable(document)
    sentences = list(in_sentences(text))
    found = names(text, sentences)
    if settings.metonymy == "read":
        _read_places(found)
    ends = [(sentence[0].start, sentence[-1].end) for sentence in sentences]
    meant = referents(found)
    mentions, entities = records(meant, document, ends)
    stated = read_relations(document, sentences, found, meant, FRENCH)
    stances = stated_stances(stated, mentions)
    return Extract(document.key, tuple(mentions), tuple(entities), stated, tuple(ends), stances)


def _read_places(found: Sequence[PlainName]) -> None:
    """Mark capitals and seats that act: *Paris a rappelé ...*, *entre Moscou et Ankara*."""
    for name in found:
        fact = name.draft.fact
        if fact is not None and fact.form in SEAT_OF and _acts(name):
            stand_for(name)


def _acts(name: PlainName) -> bool:
    """Whether a verb of acting stands behind it, or *avec* and the like before it."""
    if name.before() in word_set("place_preposition"):
        return False
    acts = word_set("acts") | word_tables(FRENCH).forms.keys()
    joined = name.after == "et" and name.last + 1 < len(name.sentence)
    behind = (
        name.sentence[name.last + 2].small if joined and name.last + 2 < len(name.sentence) else ""
    )
    return (
        name.after in acts
        or (joined and behind in acts)
        or name.before() in word_set("with") | word_set("acts_on")
        or (
            name.before() == "le" and name.draft.fact is not None and name.draft.fact.form == "seat"
        )
    )
