"""The door of the English reader: from documents to what is named, who is who, and what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from actors.types import Document, Entity, Extract, Mention, Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from actors.knowledge.own import Known
    from actors.languages.en.joining import Read
    from actors.languages.en.parts import Part
    from actors.languages.explanation import ExplainedStatement

__all__ = ["explain", "mentions", "read"]


def read(
    documents: Sequence[Document], settings: Settings, known: tuple[Known, ...] = ()
) -> list[Extract]:
    """Read some English documents; see `actors.extract.extract`."""
    from actors.languages.en.facts import knowing
    from actors.languages.en.parts import parts
    from actors.languages.en.pipeline import parse

    cut = [(document, parts(document)) for document in documents]
    with knowing(known):
        docs = parse([part.document for _, pieces in cut for part in pieces], settings)
        return [_whole(document, pieces, docs, settings) for document, pieces in cut]


def mentions(
    doc: Doc, document: Document, settings: Settings
) -> tuple[list[Mention], list[Entity]]:
    """Who is mentioned in a parsed document, and who is who."""
    from actors.languages.en.assembly import records
    from actors.languages.en.chronicle import read_past
    from actors.languages.en.coreference.resolving import resolve
    from actors.languages.en.gaps import turns
    from actors.languages.en.homes import tell_homes, tell_initials
    from actors.languages.en.kinds import settle
    from actors.languages.en.listed import tell_correspondents, tell_listed
    from actors.languages.en.markets import read_markets
    from actors.languages.en.metonymy import read_places
    from actors.languages.en.naming import names
    from actors.languages.en.place_surnames import tell_people
    from actors.languages.en.places import tell_georgias, tell_islands
    from actors.languages.en.sport import read_teams
    from actors.languages.en.witnesses import witnessed

    drafts = settle(tell_people(witnessed(doc, names(doc))))
    tell_listed(document, drafts)
    tell_correspondents(document, doc, drafts)
    tell_georgias(drafts)
    tell_islands(drafts)
    tell_homes(drafts)
    tell_initials(drafts)
    read_teams(doc, drafts)
    read_markets(drafts)
    read_past(doc, drafts)
    if settings.metonymy == "read":
        read_places(drafts)
    return records(resolve(doc, drafts, turns(document)), doc, document)


def explain(document: Document, settings: Settings) -> list[ExplainedStatement]:
    """Every statement that is thought of in an English document; see `actors.extract.explain`."""
    from actors.languages.en.pipeline import parse
    from actors.languages.en.relations.explain import explain as explained

    [doc] = parse([document], settings)
    return explained(doc, document, *mentions(doc, document, settings), settings)


def _whole(
    document: Document, pieces: Sequence[Part], docs: Iterator[Doc], settings: Settings
) -> Extract:
    """What a document says, read in parts if it is long; ``docs`` are those of the parts."""
    from actors.languages.en.joining import joined
    from actors.languages.en.reading import paragraphs, readable
    from actors.languages.en.relations import held

    read = [_read(next(docs), part.document, settings) for part in pieces]
    whole = read[0]
    if len(read) > 1:
        begun = paragraphs(readable(document))
        whole = joined(read, [part.start for part in pieces], begun, document.key)
    return Extract(
        document.key,
        tuple(whole.mentions),
        tuple(whole.entities),
        tuple(whole.relations),
        tuple(whole.sentences),
        tuple(held(whole.leanings, settings)),
    )


def _read(doc: Doc, document: Document, settings: Settings) -> Read:
    from actors.languages.en.joining import Read
    from actors.languages.en.letters import letter_relations
    from actors.languages.en.listed import row_relations
    from actors.languages.en.relations import with_leanings
    from actors.languages.en.sentences import sentences

    found, entities = mentions(doc, document, settings)
    stated, leanings = with_leanings(doc, document, found, entities, settings)
    stated += row_relations(document, found, entities, stated)
    stated += letter_relations(document, found, entities, len(stated))
    return Read(found, entities, stated, leanings, list(sentences(doc)))
