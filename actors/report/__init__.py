"""Findings: a study as a report that a client can read, and check, without the program.

`material` gathers; each of the other files writes a section or two; `actors.views.report`
and `actors.views.markdown` render what they wrote.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from actors.atomic import write_text

if TYPE_CHECKING:
    import pandas as pd

    from actors.analysis.stakeholders import Stakes
    from actors.study.study import Study
    from actors.views.blocks import Report

REPORT_FILE = "report.html"


def findings(
    study: Study,
    *,
    stakes: Stakes | None = None,
    doubt: pd.DataFrame | None = None,
) -> Report:
    """The report of a study; render it with `actors.views.report` or `actors.views.markdown`.

    Args:
        study: what was built or opened
        doubt: what `Study.uncertainty` gives: intervals to show beside the numbers
        stakes: the stakeholders of some issues; see `actors.analysis.stakeholders.stakes`
    """
    from actors.report import (
        brief,
        camps,
        change,
        corpus,
        method,
        numbers,
        picture,
        relations,
        robust,
        standing,
    )
    from actors.report.material import gather
    from actors.report.stakeholders import stakeholders
    from actors.views.blocks import Report

    material = gather(study, doubt=doubt)
    sections = (
        brief.brief(material),
        corpus.corpus(material),
        numbers.numbers(material),
        picture.picture(material),
        standing.top(material),
        standing.brokers(material),
        camps.camps(material),
        robust.robust(material),
        relations.relations(material),
        relations.contradictions(material),
        change.change(material),
        stakeholders(stakes),
        method.method(material),
    )
    found = (*sections, method.documents(material, sections))
    subtitle = method.citation(material)
    return Report(material.title, subtitle, tuple(each for each in found if each))


def write(
    study: Study,
    path: Path | None = None,
    *,
    markdown: bool = False,
    stakes: Stakes | None = None,
    doubt: pd.DataFrame | None = None,
) -> list[Path]:
    """Write the report of a study, by default beside it; return the files written."""
    from actors.views import markdown as lines
    from actors.views import report as page

    found = findings(study, stakes=stakes, doubt=doubt)
    place = path or study.folder / REPORT_FILE
    texts = {place: page.html(found)}
    if markdown:
        texts[place.with_suffix(".md")] = lines.markdown(found)
    for file, text in texts.items():
        write_text(file, text)
    return list(texts)
