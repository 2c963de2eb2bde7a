"""One document at a time, each in its own language: who is named in it, who is who, what is said.

`careful`  reads documents so that one that fails is told and the others are read
`limits`   stops what takes too long

What a document says is read by the pack of its language: `actors.languages`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from actors.errors import SettingsError
from actors.languages import DEFAULT_LANGUAGE, by_language, find_pack, packs, reading_language
from actors.types import Document, Extract, Settings

if TYPE_CHECKING:
    from actors.knowledge.own import Known
    from actors.languages.explanation import ExplainedStatement

__all__ = ["explain", "extract"]


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
