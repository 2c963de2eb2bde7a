"""Method, settings, versions, how to cite, and the list of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from actors.ontology import in_words
from actors.outputs.files import model_version
from actors.report.camps import how_grouped
from actors.report.material import Material
from actors.types import content_key
from actors.version import __version__
from actors.views.blocks import (
    Beside,
    Block,
    Facts,
    Heading,
    Points,
    Profile,
    Quote,
    Section,
    Table,
    Text,
    Tie,
)
from actors.views.wording import count

_LISTED, _QUOTED = 60, 100
"""Documents up to which all are listed; beyond, those that are quoted, at most so many."""

_STEPS = (
    "Names are found in each document by a trained recogniser and corrected by tables of states, "
    "organisations and office-holders; places that act are read as their governments.",
    "Names, descriptions and pronouns are joined to actors within a document, then over the "
    "corpus. Each join has a recorded reason: see “actors show”.",
    "Two actors co-occur where one window of text names both. A stated relation is read from the "
    "grammar of the sentence with word lists: its type, its sign, whether it is denied, planned "
    "or conditional, and who says so.",
    "Documents that reprint one another count as one story.",
    "Measures are taken on who is named together; the way between two actors is the shorter, the "
    "more sentences name both. What is drawn at random (ranges, groups, camps) has fixed seeds.",
    "Camps are the division in two that structural balance comes nearest to (Harary 1959; Aref, "
    "Mason & Wilson 2020), over pairs in circles: whoever has one tie stands where it puts it.",
)
_LIMITS = (
    "All of this was read by a machine. Some names are missed or joined wrongly, and many "
    "relations are worded in ways that the reading doesn't know: what is absent here may still "
    "be in the documents.",
    "Numbers describe the documents, not the world: who is quoted, whom reporters follow, and "
    "what was collected.",
    "Events are dated by the text where it gives a day, month or year, else by the document; what "
    "is known only to the year is in no month, unless the document is of that year.",
    "Before a finding is used, read its sentences; each quote names its document.",
)


def method(material: Material) -> Section:
    """What was done, with what, and how to cite it."""
    run = material.run
    facts = [("actors", run.version if run else __version__)]
    if run:
        facts += [
            ("Run finished (UTC)", run.finished.isoformat(sep=" ", timespec="seconds")),
            ("Version of the language model", model_version(run.settings.model)),
            *_settings(run.settings.told),
        ]
    blocks = (
        Points((*_STEPS, *how_grouped(material))),
        Heading("What this can't show"),
        Points(_LIMITS),
        Heading("Settings and versions"),
        Facts(tuple(facts)),
        *_own_types(material),
        Heading("How to cite"),
        Text(citation(material)),
        Text("The same documents, settings and versions give the same report."),
    )
    return Section("method", "Methods and limits", blocks, annex=True)


def _settings(told: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The settings that a reader can make something of: what is off isn't told."""
    for name, value in told.items():
        if value is not False and str(value) not in ("", "()", "None"):
            yield name.capitalize(), "yes" if value is True else str(value)


def _own_types(material: Material) -> Iterator[Block]:
    """What the types of ties that the user added mean."""
    own = [type_ for type_ in material.types.values() if type_.own]
    if own:
        yield Heading("Types of ties of this study")
        yield Facts(tuple((in_words(type_.name).capitalize(), type_.definition) for type_ in own))


def made(material: Material) -> str:
    """A line below the title: from what, with what, when."""
    run = material.run
    when = f" on {material.day(run.finished.date().isoformat())}" if run else ""
    period = f", {material.period}" if material.period else ""
    return (
        f"{count(len(material.papers), 'document')}{period}. Made with actors "
        f"{run.version if run else __version__}{when}."
    )


def citation(material: Material) -> str:
    """A line that names the study well enough to find out whether one has the same."""
    run = material.run
    when = run.finished.date().isoformat() if run else "undated"
    corpus = count(len(material.papers), "document")
    period = f", {material.period}" if material.period else ""
    mark = content_key(*sorted(paper.key for paper in material.papers))
    return (
        f"{material.title} ({corpus}{period}; corpus {mark}). Made with actors "
        f"{run.version if run else __version__} on {when}."
    )


def documents(material: Material, sections: Iterable[Section | None]) -> Section:
    """The documents, by day: all of a small corpus, else those quoted above."""
    quoted = {quote.document for section in sections if section for quote in _quotes(section)}
    few = len(material.papers) <= _LISTED
    chosen = [paper for paper in material.papers if few or paper.name in quoted]
    rows = tuple(
        (
            material.day(paper.day),
            paper.source,
            paper.title,
            paper.name,
            "; ".join(filter(None, ("quoted" * (paper.name in quoted), "reprint" * paper.reprint))),
        )
        for paper in chosen[: _LISTED if few else _QUOTED]
    )
    caption = "Documents read" if few else "Documents quoted in this report"
    table = Table(caption, ("Day", "Source", "Title", "Name", "Remark"), rows)
    rest = len(material.papers) - len(rows)
    after = (Text(f"{count(rest, 'more document')} are in the study."),) if rest else ()
    return Section("documents", "Documents", (table, *after), annex=True)


def _quotes(section: Section) -> Iterator[Quote]:
    """The sentences that are quoted before the annex."""
    for block in () if section.annex else section.blocks:
        match block:
            case Beside(_, left, right):
                yield from (quote for tie in (*left, *right) for quote in tie.quotes)
            case Tie() | Profile():
                yield from block.quotes
