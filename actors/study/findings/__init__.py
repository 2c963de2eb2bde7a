"""Findings: a study as a report that a client can read, and check, without the program.

`material` gathers; each of the other files writes a section or two; `actors.views.report`
and `actors.views.markdown` render what they wrote.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from actors.study.findings.material import Camps, Intervals
    from actors.study.study import Study
    from actors.views.blocks import Report

REPORT_FILE = "report.html"


def findings(
    study: Study, *, intervals: Intervals | None = None, camps: Camps | None = None
) -> Report:
    """The report of a study; render it with `actors.views.report` or `actors.views.markdown`.

    Args:
        study: what was built or opened
        intervals: measure to actor to the two ends of its interval, shown beside the numbers
        camps: name to members, the most central first; left out if not given
    """
    from actors.study.findings import brief, change, corpus, method, relations, standing
    from actors.study.findings.material import gather
    from actors.views.blocks import Report

    material = gather(study, intervals=intervals, camps=camps)
    sections = (
        brief.brief(material),
        corpus.corpus(material),
        standing.numbers(material),
        standing.top(material),
        standing.brokers(material),
        standing.camps(material),
        relations.relations(material),
        relations.contradictions(material),
        change.change(material),
        method.method(material),
        method.documents(material),
    )
    subtitle = method.citation(material)
    return Report(material.title, subtitle, tuple(each for each in sections if each))


def write(study: Study, path: Path | None = None, *, markdown: bool = False) -> list[Path]:
    """Write the report of a study, by default beside it; return the files written."""
    from actors.views import markdown as lines
    from actors.views import report as page

    found = findings(study)
    place = path or study.folder / REPORT_FILE
    texts = {place: page.html(found)}
    if markdown:
        texts[place.with_suffix(".md")] = lines.markdown(found)
    place.parent.mkdir(parents=True, exist_ok=True)
    for file, text in texts.items():
        file.write_bytes(text.encode("utf-8", "replace"))
    return list(texts)
