"""The corpus and its limits: what was read, what wasn't, and what that keeps from being seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from actors.report.material import Material, Paper
from actors.report.periods import binned, length, periods
from actors.views import figures
from actors.views.blocks import Block, Facts, Picture, Section, Table, Text, Warn
from actors.views.wording import count

FEW_STORIES = 30
_SHOWN, REPRINTED = 12, 5
ONE_VOICE = 0.5
"""The share of documents from which one source speaks for the corpus."""


def corpus(material: Material) -> Section:
    """The first section: the reader has to know what the rest can't show."""
    blocks = [
        _facts(material),
        *_warnings(material),
        *_sources(material),
        *_reprints(material),
        *_over_time(material),
        *_skipped(material),
    ]
    return Section("corpus", "The corpus and its limits", tuple(blocks), annex=True)


def _facts(material: Material) -> Facts:
    papers = material.papers
    reprints = len(papers) - material.stories
    sources = {paper.source for paper in papers if paper.source}
    facts = [
        ("Documents read", f"{len(papers):,}"),
        ("Skipped", f"{len(material.skipped):,}"),
        ("Reprints of another", f"{reprints:,} ({_percent(reprints, len(papers))})"),
        ("Different stories", f"{material.stories:,}"),
        ("Sources", f"{len(sources):,}" if sources else "not known"),
        ("Period", material.period or "no document has a date"),
        ("With a date", f"{len(material.days):,} ({_percent(len(material.days), len(papers))})"),
        ("Languages", _languages(papers)),
    ]
    return Facts(tuple(facts))


def _warnings(material: Material) -> Iterator[Block]:
    papers = material.papers
    undated = sum(not paper.day for paper in papers)
    if material.stories < FEW_STORIES:
        yield Warn(
            f"The corpus holds {count(material.stories, 'story', 'stories')}. Below "
            f"{FEW_STORIES}, a single article can change who ranks first: read the ranks "
            "below as a description of these documents, not of the world."
        )
    if undated:
        yield Warn(
            f"{count(undated, 'document')} of {len(papers):,} without a date: what they say is "
            "missing from the section on changes over time."
        )
    source, times = loudest(papers)
    if source and times > ONE_VOICE * len(papers) and len(papers) > 1:
        yield Warn(
            f"{source} wrote {_percent(times, len(papers))} of the documents: the network shows "
            "whom it reports on."
        )
    about = material.graph.graph
    if crowded := about.get("windows_over_cap", 0):
        yield Warn(
            f"{count(crowded, 'window')} of text named more than {about['cap']} actors, as lists "
            "do: only those most mentioned were paired, so that one list does not make the "
            f"network. The fullest: {about['windows_fullest']}."
        )
    if material.run:
        yield from map(Warn, material.run.warnings)


def _languages(papers: tuple[Paper, ...]) -> str:
    """The languages of the documents as they were recognised, with counts.

    >>> _languages((Paper("k", "n", "", "", "", "k", "en"), Paper("l", "m", "", "", "", "l")))
    'en 1, not recognised 1'
    """
    spoken = Counter(paper.language or "not recognised" for paper in papers)
    ranked = sorted(spoken.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {times:,}" for name, times in ranked) or "none"


def loudest(papers: tuple[Paper, ...]) -> tuple[str, int]:
    """The source of most documents, and how many it gave; empty where none is known."""
    named = Counter(paper.source for paper in papers if paper.source)
    return min(named.items(), key=lambda item: (-item[1], item[0]), default=("", 0))


def _sources(material: Material) -> Iterator[Block]:
    by_source: dict[str, list[Paper]] = {}
    for paper in material.papers:
        by_source.setdefault(paper.source or "(not known)", []).append(paper)
    if len(by_source) < 2:
        return
    ranked = sorted(by_source.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = tuple(_source_row(material, name, papers) for name, papers in ranked[:_SHOWN])
    header = ("Source", "Documents", "Reprints", "First", "Last")
    yield Table("Documents by source", header, rows, frozenset({1, 2}))
    if len(ranked) > _SHOWN:
        rest = sum(len(papers) for _, papers in ranked[_SHOWN:])
        yield Text(f"{count(len(ranked) - _SHOWN, 'more source')} gave {count(rest, 'document')}.")


def _source_row(material: Material, name: str, papers: list[Paper]) -> tuple[str, ...]:
    days = sorted(paper.day for paper in papers if paper.day)
    reprints = sum(paper.reprint for paper in papers)
    first, last = map(material.day, (days[0], days[-1]) if days else ("", ""))
    return (name, f"{len(papers):,}", f"{reprints:,}", first, last)


def _reprints(material: Material) -> Iterator[Block]:
    """The stories that most documents tell again; each counts once everywhere below."""
    told: dict[str, list[Paper]] = {}
    for paper in material.papers:
        told.setdefault(paper.story, []).append(paper)
    again = sorted(
        (of for of in told.values() if len(of) > 1), key=lambda of: (-len(of), of[0].name)
    )
    if not again:
        return
    rows = tuple(
        (
            next((paper.title for paper in of if paper.title), of[0].name),
            f"{len(of):,}",
            ", ".join(sorted({paper.source for paper in of if paper.source})),
        )
        for of in again[:REPRINTED]
    )
    title = f"Stories printed more than once ({len(again):,}); each counts once"
    yield Table(title, ("Story", "Documents", "Sources"), rows, frozenset({1}))


def _over_time(material: Material) -> Iterator[Block]:
    found = periods(material.days)
    if len(found) < 2:
        return
    labels = [material.day(str(each.since)) for each in found]
    dated = [paper for paper in material.papers if paper.day]
    first = binned([{"date": paper.day} for paper in dated if not paper.reprint], found)
    again = binned([{"date": paper.day} for paper in dated if paper.reprint], found)
    series = {"new": first} | ({"reprints": again} if any(again) else {})
    colours = {"new": "#0072b2", "reprints": "#8b939c"}
    unit = length(found)
    svg = figures.bars(labels, series, colours, ylabel=f"Documents a {unit}")
    most = max(range(len(labels)), key=lambda place: first[place] + again[place])
    header = (f"{unit.title()} from", *map(str.capitalize, series))
    rows = tuple(
        (label, *(f"{of[place]:,}" for of in series.values()))
        for place, label in enumerate(labels)
        if first[place] + again[place]
    )
    yield Picture(
        svg,
        f"Documents each {unit}. Where there are few, little can be seen, whatever happened.",
        f"Bars of documents in {len(labels)} periods, most in {labels[most]}.",
        Table("Documents by period", header, rows, frozenset(range(1, len(header)))),
    )


def _skipped(material: Material) -> Iterator[Block]:
    if not material.skipped:
        yield Text("Every input could be read.")
        return
    rows = tuple((each.name, each.reason) for each in material.skipped[:_SHOWN])
    yield Table(f"Skipped, and why ({len(material.skipped):,})", ("Input", "Reason"), rows)
    if len(material.skipped) > _SHOWN:
        yield Text(f"{len(material.skipped) - _SHOWN:,} more are listed in run.json.")


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "0%"
