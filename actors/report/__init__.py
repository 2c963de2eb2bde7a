"""The report: a study that a client can read, and check, without the program.

`material` gathers; each of the other files writes a section or two; `actors.views.report`
and `actors.views.markdown` render what they wrote.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from actors.atomic import write_text
from actors.report.material import Material, gather

if TYPE_CHECKING:
    from actors.analysis.stakeholders import Stakes
    from actors.views.blocks import Report

__all__ = ["REPORT_FILE", "Material", "findings", "gather", "write"]

REPORT_FILE = "report.html"


def findings(material: Material, *, stakes: Stakes | None = None) -> Report:
    """The report of a study; render it with `actors.views.report` or `actors.views.markdown`.

    Args:
        material: what `gather` collects
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
    from actors.report.stakeholders import stakeholders
    from actors.views.blocks import Report

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
    material: Material, path: Path, *, markdown: bool = False, stakes: Stakes | None = None
) -> list[Path]:
    """Write the report of a study; return the files written.

    Args:
        material: what `gather` collects
        path: the page; a text of the same name with the suffix ``.md`` stands beside it
        markdown: whether to write that text
        stakes: as in `findings`
    """
    from actors.views import markdown as lines
    from actors.views import report as page

    found = findings(material, stakes=stakes)
    texts = {path: page.html(found)}
    if markdown:
        texts[path.with_suffix(".md")] = lines.markdown(found)
    for file, text in texts.items():
        write_text(file, text)
    return list(texts)
