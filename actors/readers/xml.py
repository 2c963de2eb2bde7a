"""XML of news and publishing: which kind it is, and its articles.

RSS and Atom feeds, NITF (also inside NewsML), TEI, JATS as PubMed Central has it, Factiva's
XML; of other kinds, the elements that are called paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from actors.errors import ReadError
from actors.readers import feeds, jats, nitf, tei
from actors.readers.databases import factiva
from actors.readers.databases.article import documents
from actors.readers.files import read_bytes
from actors.readers.trees import Element, blocks, children, local, parse, said
from actors.types import Document, Skipped

_PARAGRAPHS = ("p", "para", "paragraph", "P", "Para")
_KINDS: tuple[tuple[str, Callable[[Element], Document | Skipped]], ...] = (
    ("item", feeds.from_item),
    ("entry", feeds.from_entry),
    ("nitf", nitf.from_nitf),
    ("TEI", tei.from_tei),
    ("TEI.2", tei.from_tei),
    ("article", jats.from_article),
)
_ROOTS = {
    "item": ("rss", "RDF", "channel"),
    "entry": ("feed",),
    "article": ("article", "articles", "pmc-articleset", "OAI-PMH", "records"),
}


def read(path: Path) -> Iterator[Document | Skipped]:
    """A document for each article of the file.

    Raises:
        ReadError: not XML, too large, or of a kind without paragraphs.
    """
    root = parse(read_bytes(path), path.name)
    if next(children(root, "leadParagraph"), None) is not None:
        yield from documents(factiva.in_xml(root))
        return
    for name, reader in _KINDS:
        found = [*children(root, name)] if local(root) in _ROOTS.get(name, (local(root),)) else []
        if found:
            yield from _each(found, reader)
            return
    yield _other(root, path.name)


def _each(
    found: list[Element], reader: Callable[[Element], Document | Skipped]
) -> Iterator[Document | Skipped]:
    """A document of each element, called by its place where there are several."""
    for number, element in enumerate(found, start=1):
        yield replace(reader(element), name=f"#{number}" if len(found) > 1 else "")


def _other(root: Element, name: str) -> Document:
    paragraphs = [*blocks(root, _PARAGRAPHS)]
    if not paragraphs and local(root) in (*_ROOTS["item"], *_ROOTS["entry"]):
        raise ReadError(name, "an empty feed: there is no entry in it; fetch it again")
    if not paragraphs:
        reason = f"XML of an unknown kind (<{local(root)}>), without paragraphs: save it as text"
        raise ReadError(name, reason)
    return Document("", "\n\n".join(paragraphs), title=said(root, "title"))
