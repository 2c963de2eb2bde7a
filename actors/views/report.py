"""A report as one page: opens without a network, runs nothing, and prints well."""

from __future__ import annotations

import base64
import re
from functools import cache
from typing import TYPE_CHECKING

from actors.views import assets
from actors.views.blocks import Entry, printable

if TYPE_CHECKING:
    import jinja2
    from markupsafe import Markup

    from actors.views.blocks import Report


PNG, JPEG = b"\x89PNG", b"\xff\xd8\xff"
"""How files of these formats begin."""


def html(report: Report) -> str:
    """The page of a report: HTML with its style and figures inside.

    Everything but the figures, which are drawn by `actors.views.figures`, is escaped. The
    page's policy allows no script, no request and no form. Numbers of sentences are links where
    the report has an annex with these sentences.

    >>> from actors.views.blocks import Report, Section, Text
    >>> page = html(Report("A & B", "", (Section("one", "One", (Text("<b>"),)),)))
    >>> "A &amp; B" in page, "&lt;b&gt;" in page, "<b>" in page
    (True, True, False)
    """
    linked = any(isinstance(block, Entry) for part in report.sections for block in part.blocks)
    logo = picture_url(report.cover.logo)
    return _template().render(report=report, style=_style(), linked=linked, logo=logo)


def picture_url(data: bytes) -> str:
    """A PNG or JPEG as the address of a picture in a page; empty if there is none.

    >>> picture_url(PNG + b"..."), picture_url(b"")
    ('data:image/png;base64,iVBORy4uLg==', '')
    """
    kind = "png" if data.startswith(PNG) else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}" if data else ""


@cache
def _template() -> jinja2.Template:
    import jinja2

    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, finalize=_clean
    )
    environment.tests["day"] = _is_day
    return environment.from_string(assets.template("report.html"))


def _clean(value: object) -> object:
    """Text of documents without what a page can't show; markup of our own as it is."""
    if type(value) is not str or not value:
        return value
    first, last = (" " if end.isspace() else "" for end in (value[0], value[-1]))
    return f"{first}{printable(value)}{last}"


def _is_day(cell: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", cell) is not None


def _style() -> Markup:
    from markupsafe import Markup

    return Markup(assets.template("report.css"))
