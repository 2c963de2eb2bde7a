"""One document at a time: who is named in it, who is who, and what is said between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from actors.errors import SettingsError
from actors.languages import DEFAULT_LANGUAGE, by_language, find_pack, packs, reading_language
from actors.types import Document, Entity, Extract, Mention, Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from actors.extract.joining import Read
    from actors.extract.parts import Part
    from actors.knowledge.own import Known
    from actors.languages.explanation import ExplainedStatement


def extract(
    documents: Sequence[Document], settings: Settings, known: tuple[Known, ...] = ()
) -> list[Extract]:
    """Read some documents: the mentions, entities and relations of each, in the order given.

    Each is read in its own language. ``known`` are actors of the user's own table: their names are
    found, and mean them.

    >>> text = "Tajikistan asked the Collective Security Treaty Organisation (CSTO) for help."
    >>> [read] = extract([Document("note", text)], Settings(recogniser=False))
    >>> [(entity.name, entity.kind) for entity in read.entities]
    [('Tajikistan', 'country'), ('Collective Security Treaty Organization', 'organisation')]

    Raises:
        ModelError: what the reading of a language needs is not installed.
    """
    read: dict[int, Extract] = {}
    for code, numbers in by_language(documents):
        pack = find_pack(code) or find_pack(DEFAULT_LANGUAGE)
        assert pack is not None
        mine = pack.load()([documents[number] for number in numbers], settings, known)
        read |= zip(numbers, mine, strict=True)
    return [read[number] for number in range(len(documents))]


def read_english(
    documents: Sequence[Document], settings: Settings, known: tuple[Known, ...] = ()
) -> list[Extract]:
    """Read some English documents; see `extract`."""
    from actors.extract.facts import knowing
    from actors.extract.parts import parts
    from actors.extract.pipeline import parse

    cut = [(document, parts(document)) for document in documents]
    with knowing(known):
        docs = parse([part.document for _, pieces in cut for part in pieces], settings)
        return [_whole(document, pieces, docs, settings) for document, pieces in cut]


def mentions(
    doc: Doc, document: Document, settings: Settings
) -> tuple[list[Mention], list[Entity]]:
    """Who is mentioned in a parsed document, and who is who."""
    from actors.extract.assembly import records
    from actors.extract.chronicle import read_past
    from actors.extract.coreference.resolving import resolve
    from actors.extract.gaps import turns
    from actors.extract.homes import tell_homes, tell_initials
    from actors.extract.kinds import settle
    from actors.extract.listed import tell_correspondents, tell_listed
    from actors.extract.metonymy import read_places
    from actors.extract.naming import names
    from actors.extract.place_surnames import tell_people
    from actors.extract.places import tell_georgias
    from actors.extract.sport import read_teams
    from actors.extract.witnesses import witnessed

    drafts = settle(tell_people(witnessed(doc, names(doc))))
    tell_listed(document, drafts)
    tell_correspondents(document, doc, drafts)
    tell_georgias(drafts)
    tell_homes(drafts)
    tell_initials(drafts)
    read_teams(doc, drafts)
    read_past(doc, drafts)
    if settings.metonymy == "read":
        read_places(drafts)
    return records(resolve(doc, drafts, turns(document)), doc, document)


def explain(document: Document, settings: Settings | None = None) -> list[ExplainedStatement]:
    """Every statement that is thought of in a document, and why it is read or not.

    Only some languages can be explained: those whose pack names an explainer.

    >>> found = explain(Document("note", "Peru accused Chile of fraud."))
    >>> [(one.source, one.type, one.target, one.why) for one in found if one.taken]
    [('Peru', 'accuse', 'Chile', 'read')]

    Raises:
        ModelError: the pipeline that ``settings.model`` names is not installed.
        SettingsError: the document is in a language that can't be explained.
    """
    pack = find_pack(reading_language(document))
    explained = pack.load_explainer() if pack else None
    if explained is None:
        able = " or ".join(pack.name for pack in packs() if pack.explainer)
        raise SettingsError(f"{document.name} is not in {able}: only {able} can be explained")
    return list(explained(document, settings or Settings()))


def explain_english(document: Document, settings: Settings) -> list[ExplainedStatement]:
    """Every statement that is thought of in an English document; see `explain`."""
    from actors.extract.pipeline import parse
    from actors.extract.relations.explain import explain as explained

    [doc] = parse([document], settings)
    return explained(doc, document, *mentions(doc, document, settings), settings)


def _whole(
    document: Document, pieces: Sequence[Part], docs: Iterator[Doc], settings: Settings
) -> Extract:
    """What a document says, read in parts if it is long; ``docs`` are those of the parts."""
    from actors.extract.joining import joined
    from actors.extract.reading import paragraphs, readable
    from actors.extract.relations import held

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
    from actors.extract.joining import Read
    from actors.extract.letters import letter_relations
    from actors.extract.listed import row_relations
    from actors.extract.relations import with_leanings
    from actors.extract.sentences import sentences

    found, entities = mentions(doc, document, settings)
    stated, leanings = with_leanings(doc, document, found, entities, settings)
    stated += row_relations(document, found, entities, stated)
    stated += letter_relations(document, found, entities, len(stated))
    return Read(found, entities, stated, leanings, list(sentences(doc)))
