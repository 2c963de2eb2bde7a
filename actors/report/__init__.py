"""The report: a study that a client can read, and check, without the program.

`material` gathers; each of the other files writes a section or two; `actors.views.report`,
`actors.views.markdown`, `actors.views.word` and `actors.views.pdf` render what they wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from actors.errors import SettingsError
from actors.report.material import Material, gather
from actors.report.writing import REPORT_FILE, SUFFIXES, write

if TYPE_CHECKING:
    from actors.analysis.stakeholders import Stakes
    from actors.views.blocks import Cover, Report, Section

__all__ = ["REPORT_FILE", "REPORT_SECTIONS", "SUFFIXES", "Material", "findings", "gather", "write"]

REPORT_SECTIONS = (
    *("finding", "actors", "camps", "change", "disputed", "stakeholders"),
    *("ties", "scores", "corpus", "numbers", "measures", "robust", "method", "documents"),
)
"""What a report consists of, in this order; from ``ties`` on it is the annex."""


def findings(
    material: Material,
    *,
    stakes: Stakes | None = None,
    cover: Cover | None = None,
    sections: Sequence[str] = REPORT_SECTIONS,
) -> Report:
    """The report of a study; `write` writes it down.

    Args:
        material: what `gather` collects
        stakes: the stakeholders of some issues; see `actors.analysis.stakeholders.stakes`
        cover: author, client and logo
        sections: which of `REPORT_SECTIONS`, in any order

    Raises:
        SettingsError: there is no such section
    """
    from actors.report import method
    from actors.views.blocks import Cover, Report

    unknown = [name for name in sections if name not in REPORT_SECTIONS]
    if unknown:
        raise SettingsError(
            f"no section is called {', '.join(map(repr, unknown))}: choose from "
            f"{', '.join(REPORT_SECTIONS)}"
        )
    found: list[Section] = []
    for name in sections:
        made = (
            method.documents(material, found)
            if name == "documents"
            else _section(name, material, stakes)
        )
        found += [made] if made else []
    return Report(material.title, method.made(material), tuple(found), cover or Cover())


def _section(name: str, material: Material, stakes: Stakes | None) -> Section | None:
    from actors.report import (
        annex,
        camps,
        change,
        corpus,
        disputed,
        finding,
        method,
        numbers,
        profiles,
        robust,
        standing,
    )
    from actors.report import stakeholders as map_

    made = {
        "finding": finding.finding,
        "actors": profiles.profiles,
        "camps": camps.camps,
        "change": change.change,
        "disputed": disputed.disputed,
        "stakeholders": lambda material: map_.stakeholders(material, stakes),
        "ties": annex.annex,
        "scores": lambda _: map_.scores(stakes),
        "corpus": corpus.corpus,
        "numbers": numbers.numbers,
        "measures": standing.top,
        "robust": robust.robust,
        "method": method.method,
    }
    return made[name](material)
