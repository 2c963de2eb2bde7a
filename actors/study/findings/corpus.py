"""The corpus and its limits: what was read, what wasn't, and what that keeps from being seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from actors.study.findings.material import Material, Paper, count
from actors.study.findings.periods import binned, periods
from actors.views import figures
from actors.views.blocks import Block, Facts, Picture, Section, Table, Text, Warn

FEW_STORIES = 30
SHOWN = 25
ONE_VOICE = 0.5
"""The share of documents from which one source speaks for the corpus."""


def corpus(material: Material) -> Section:
    """The first section: the reader has to know what the rest can't show."""
    blocks = [_facts(material), *_warnings(material), *_sources(material), *_over_time(material)]
    return Section("corpus", "The corpus and its limits", (*blocks, *_skipped(material)))


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
            "missing from everything below that shows change over time."
        )
    source, times = _loudest(papers)
    if source and times > ONE_VOICE * len(papers) and len(papers) > 1:
        yield Warn(
            f"{source} wrote {_percent(times, len(papers))} of the documents: the network shows "
            "whom it reports on."
        )
    if material.run:
        yield from map(Warn, material.run.warnings)


def _loudest(papers: tuple[Paper, ...]) -> tuple[str, int]:
    named = Counter(paper.source for paper in papers if paper.source)
    return min(named.items(), key=lambda item: (-item[1], item[0]), default=("", 0))


def _sources(material: Material) -> Iterator[Block]:
    by_source: dict[str, list[Paper]] = {}
    for paper in material.papers:
        by_source.setdefault(paper.source or "(not known)", []).append(paper)
    if len(by_source) < 2:
        return
    ranked = sorted(by_source.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = tuple(_source_row(name, papers) for name, papers in ranked[:SHOWN])
    header = ("Source", "Documents", "Reprints", "First", "Last")
    yield Table("Documents by source", header, rows, frozenset({1, 2}))
    if len(ranked) > SHOWN:
        rest = sum(len(papers) for _, papers in ranked[SHOWN:])
        yield Text(f"{count(len(ranked) - SHOWN, 'more source')} gave {count(rest, 'document')}.")


def _source_row(name: str, papers: list[Paper]) -> tuple[str, ...]:
    days = sorted(paper.day for paper in papers if paper.day)
    reprints = sum(paper.reprint for paper in papers)
    first, last = (days[0], days[-1]) if days else ("", "")
    return (name, f"{len(papers):,}", f"{reprints:,}", first, last)


def _over_time(material: Material) -> Iterator[Block]:
    labels = periods(material.days)
    if len(labels) < 2:
        return
    dated = [paper for paper in material.papers if paper.day]
    first = binned([paper.day for paper in dated if not paper.reprint], labels)
    again = binned([paper.day for paper in dated if paper.reprint], labels)
    series = {"new": first} | ({"reprints": again} if any(again) else {})
    colours = {"new": "#0072b2", "reprints": "#8b939c"}
    svg = figures.bars(labels, series, colours, ylabel="Documents")
    most = max(range(len(labels)), key=lambda place: first[place] + again[place])
    yield Picture(
        svg,
        "Documents over time. Where there are few, little can be seen, whatever happened.",
        f"Bars of documents in {len(labels)} periods, most in {labels[most]}.",
    )


def _skipped(material: Material) -> Iterator[Block]:
    if not material.skipped:
        yield Text("Every input could be read.")
        return
    rows = tuple((each.name, each.reason) for each in material.skipped[:SHOWN])
    yield Table(f"Skipped, and why ({len(material.skipped):,})", ("Input", "Reason"), rows)
    if len(material.skipped) > SHOWN:
        yield Text(f"{len(material.skipped) - SHOWN:,} more are listed in run.json.")


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "0%"
