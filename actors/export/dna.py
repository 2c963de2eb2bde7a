"""Statements as Discourse Network Analyzer (DNA) and rDNA know them.

A statement is one sentence in which an actor states something of another: who (person,
organisation), about what (concept), for or against (agreement), when, in which words. Source:
Leifeld, P. (2017). Discourse network analysis: policy debates as dynamic networks. In *The Oxford
Handbook of Political Networks*, 301-326.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import networkx as nx

from actors.errors import SettingsError
from actors.export import delimited, text
from actors.export.flat import Scalar
from actors.export.rows import SIGNS, one_line
from actors.factuality import asserted, leaning
from actors.ontology import in_words
from actors.types import Document, Evidence, Key, TieAttributes

__all__ = ["CONCEPTS", "statements", "write", "write_documents", "write_statements"]

_Row: TypeAlias = dict[str, Scalar]
Where: TypeAlias = Callable[[Evidence], Iterable[str]]

CONCEPTS = ("relation", "target")
_COLUMNS = (
    *("statement_id", "time", "document_id", "document_title", "document_source", "document_url"),
    *("person", "organization", "concept", "agreement", "relation", "target", "sign", "modality"),
    *("start", "end", "text"),
)
_DOCUMENTS = ("document_id", "title", "source", "url", "date", "file")
_SCRIPT = """\
# Reads the statements that `actors export --format dna` wrote. Run it in their folder:
#   source("load.R")
# `statements` and `documents` are then data frames. To put them into a database of Discourse
# Network Analyzer, connect to it first, with rDNA 2:
#   library("rDNA"); dna_init(); connection <- dna_connection("study.dna")
# The database needs the usual statement type "DNA Statement" (person, organization, concept,
# agreement).

read_table <- function(file) {
  read.csv(file, encoding = "UTF-8", colClasses = "character", na.strings = character(0))
}
statements <- read_table("statements.csv")
documents <- read_table("documents.csv")
for (column in c("start", "end", "agreement")) {
  statements[[column]] <- as.integer(statements[[column]])
}
documents$text <- vapply(documents$file, function(file) {
  text <- readChar(file, file.info(file)$size, useBytes = TRUE)
  Encoding(text) <- "UTF-8"
  text
}, "", USE.NAMES = FALSE)

if (exists("connection")) {
  for (i in seq_len(nrow(documents))) {
    d <- documents[i, ]
    new <- rDNA::dna_addDocument(
      connection, title = d$title, text = d$text, source = d$source, notes = d$url,
      date = as.POSIXct(if (nzchar(d$date)) d$date else "1970-01-01", tz = "UTC"),
      returnID = TRUE)
    for (j in which(statements$document_id == d$document_id)) {
      s <- statements[j, ]
      rDNA::dna_addStatement(
        connection, documentID = new, startCaret = s$start, endCaret = s$end,
        person = s$person, organization = s$organization, concept = s$concept,
        agreement = s$agreement)
    }
  }
}
"""


def write(graph: nx.MultiDiGraph[Key], path: Path) -> list[Path]:
    """Write the statements of a network as ``statements.csv`` into a folder.

    A study adds its documents, a script for R, and discourse networks: `Study.export`.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the folder, which is made if missing
    """
    return [write_statements(statements(graph), path)]


def write_statements(rows: Iterable[_Row], path: Path) -> Path:
    """Write statements as ``statements.csv`` into a folder; return the file."""
    return delimited.write(path / "statements.csv", _COLUMNS, rows)


def write_documents(documents: Iterable[Document], path: Path) -> list[Path]:
    """Write each document as a text file, their list, and the script ``load.R``.

    Args:
        documents: those that the statements come from
        path: the folder, which is made if missing

    Returns:
        ``documents.csv`` and ``load.R``; the texts are in the folder ``texts``, where those of
        an earlier export are removed
    """
    texts = path / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    for old in texts.glob("[0-9]" * 5 + ".txt"):
        old.unlink()
    rows = []
    for number, document in enumerate(documents, 1):
        file = texts / f"{number:05}.txt"
        file.write_bytes(document.text.encode("utf-8", "replace"))
        rows.append(_document(document, f"texts/{file.name}"))
    script = path / "load.R"
    script.write_text(_SCRIPT, encoding="utf-8")
    return [delimited.write(path / "documents.csv", _DOCUMENTS, rows), script]


def _document(document: Document, file: str) -> _Row:
    return {
        "document_id": document.key,
        "title": _clean(document.title or document.name),
        "source": _clean(document.source),
        "url": _clean(document.url),
        "date": document.published.isoformat() if document.published else "",
        "file": file,
    }


def statements(
    graph: nx.MultiDiGraph[Key],
    *,
    concept: str = "relation",
    issues: Where | None = None,
    without: Collection[str] = (),
) -> list[_Row]:
    """The stated ties of a network as statements, a row for each sentence, by day.

    A tie that holds both ways is a statement of each actor. Persons stand under ``person``, with
    the body that they speak for (attribute ``speaks_for``) under ``organization``; all others
    stand under ``organization``. A reprint counts once.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        concept: ``"relation"``: the concept is the type of the tie towards the other (*accuse
            Russia*), and agreement is 0 where it is negated or denied. ``"target"``: the concept
            is the other, and agreement is 1 for a positive tie, 0 for a negative one; what is
            neutral, or not said to be so (planned, demanded, denied), is left out.
        issues: gives the issues that a sentence is about; each becomes a concept, with the
            agreement of ``"target"``, and sentences without an issue are left out
        without: types of ties that are no statements, such as ``"member_of"``

    Raises:
        SettingsError: there is no such kind of concept

    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("t", name="Tajikistan", kind="country")
    >>> graph.add_node("r", name="Russia", kind="country")
    >>> said = ({"date": "2021-07-07", "text": "Dushanbe thanked Moscow.", "document": "d1"},)
    >>> _ = graph.add_edge("t", "r", layer="stated", type="support", sign="+", evidence=said)
    >>> row = statements(graph)[0]
    >>> row["time"], row["organization"], row["concept"], row["agreement"]
    ('2021-07-07', 'Tajikistan', 'support Russia', 1)
    >>> statements(graph, concept="target")[0]["concept"]
    'Russia'
    """
    if concept not in CONCEPTS:
        raise SettingsError(f"no concept is called {concept!r}: choose from {', '.join(CONCEPTS)}")
    found = list(_all(graph, concept, issues, without))
    ordered = sorted(found, key=lambda row: tuple(str(row[name]) for name in _ORDER))
    return [{"statement_id": number, **row} for number, row in enumerate(ordered, 1)]


_LEANING = {"+": 1, "-": 0}
_ORDER = ("time", "document_id", "start", "person", "organization", "concept", "agreement")


def _all(
    graph: nx.MultiDiGraph[Key], concept: str, issues: Where | None, without: Collection[str]
) -> Iterator[_Row]:
    for source, target, tie in graph.edges(data=True):
        if tie.get("layer") != "stated" or tie.get("type") in without:
            continue
        ends = [(source, target)]
        if not tie.get("directed", True):
            ends.append((target, source))
        for one in _sentences(tie):
            for actor, other in ends:
                name = _name(graph, other)
                for about, agreement in _positions(tie, one, name, concept, issues):
                    said: _Row = {"concept": about, "agreement": agreement, "target": name}
                    yield {**_place(one), **_speaker(graph, actor), **said, **_kind(tie, one)}


def _sentences(tie: TieAttributes) -> list[Evidence]:
    """Each sentence once, without its reprints."""
    known: dict[object, Evidence] = {}
    for number, one in enumerate(tie.get("evidence") or ()):
        known.setdefault(one.get("origin") or number, one)
    return list(known.values())


def _positions(
    tie: TieAttributes,
    one: Evidence,
    other: str,
    concept: str,
    issues: Where | None,
) -> list[tuple[str, int]]:
    """The concepts that a sentence is about, each with the agreement."""
    negated = bool(tie.get("negated"))
    if issues is None and concept == "relation":
        return [(f"{_type(tie)} {other}", 0 if negated else 1)]
    agreement = _LEANING.get(_sign(tie, one))
    concepts = [other] if issues is None else issues(one)
    return [(about, agreement) for about in concepts] if agreement is not None else []


def _sign(tie: TieAttributes, one: Evidence) -> str:
    """The sign of a sentence: neutral unless it says that something is so, and the tie holds."""
    return str(leaning(tie)) if asserted(one) else "0"


def _kind(tie: TieAttributes, one: Evidence) -> _Row:
    return {
        "relation": f"not {_type(tie)}" if tie.get("negated") else _type(tie),
        "sign": SIGNS[_sign(tie, one)],
        "modality": str(one.get("modality") or "asserted"),
    }


def _type(tie: TieAttributes) -> str:
    return _clean(in_words(str(tie.get("type", ""))))


def _place(one: Evidence) -> _Row:
    return {
        "time": str(one.get("event_date") or one.get("date") or "").partition("/")[0],
        "document_id": str(one.get("document") or one.get("name") or ""),
        "document_title": _clean(one.get("title") or one.get("name")),
        "document_source": _clean(one.get("source")),
        "document_url": _clean(one.get("url")),
        "start": one.get("start", 0),
        "end": one.get("end", 0),
        "text": _clean(one.get("text")),
    }


def _speaker(graph: nx.MultiDiGraph[Key], actor: object) -> _Row:
    about = graph.nodes[actor]
    if about.get("kind") != "person":
        return {"person": "", "organization": _name(graph, actor)}
    return {"person": _name(graph, actor), "organization": _clean(about.get("speaks_for"))}


def _name(graph: nx.MultiDiGraph[Key], actor: object) -> str:
    return _clean(graph.nodes[actor].get("name")) or str(actor)


def _clean(value: object) -> str:
    return one_line(text.xml(str(value or "")))
