"""A small panel for notebooks: a title, some facts, short tables; readable on light and dark.

It takes the notebook's own colours and fonts, and everything in it is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from actors.views.blocks import printable

if TYPE_CHECKING:
    import jinja2

__all__ = ["Listing", "panel"]

LONGEST = 300
"""Characters of a cell that are shown."""

PANEL = """\
<div style="border:1px solid rgba(128,128,128,.5);border-radius:4px;padding:.6em .9em;\
max-width:56em;line-height:1.4">
<div style="font-weight:600;font-size:1.1em">{{ title }}</div>
{%- if note %}
<div style="opacity:.75">{{ note }}</div>
{%- endif %}
{%- if facts %}
<table style="margin:.4em 0 0 0;border:0;background:none;color:inherit">
{%- for name, value in facts.items() %}
<tr style="background:none"><th style="{{ cell }};font-weight:400;opacity:.75">{{ name }}</th>\
<td style="{{ cell }}">{{ value }}</td></tr>
{%- endfor %}
</table>
{%- endif %}
{%- for each in listings if each.rows %}
<div style="font-weight:600;margin-top:.7em">{{ each.title }}</div>
<table style="margin:.2em 0 0 0;border:0;background:none;color:inherit">
{%- if each.columns %}
<tr style="background:none">
{%- for column in each.columns %}<th style="{{ cell }};font-weight:400;opacity:.75">\
{{ column }}</th>{% endfor %}</tr>
{%- endif %}
{%- for row in each.shown %}
<tr style="background:none">{% for value in row %}<td style="{{ cell }}">{{ value }}</td>\
{% endfor %}</tr>
{%- endfor %}
</table>
{%- if each.more %}
<div style="opacity:.75">and {{ each.more }} more</div>
{%- endif %}
{%- endfor %}
</div>"""

CELL = (
    "text-align:left;vertical-align:top;padding:.1em 1em .1em 0;border:0;white-space:normal;"
    "overflow-wrap:anywhere"
)


@dataclass(frozen=True, slots=True)
class Listing:
    """A table in a panel; only the first rows are shown, and how many more there are."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]
    top: int = 10

    @property
    def shown(self) -> list[list[str]]:
        """The first rows, as text."""
        return [[_text(value) for value in row] for row in self.rows[: self.top]]

    @property
    def more(self) -> int:
        """How many rows are not shown."""
        return max(0, len(self.rows) - self.top)


def panel(
    title: str,
    facts: Mapping[str, object],
    listings: Iterable[Listing] = (),
    note: str = "",
) -> str:
    """The HTML of a panel.

    Args:
        title: what it is about
        facts: label to value; what is empty is left out
        listings: tables below; one without rows is left out
        note: a line below the title

    >>> "&lt;b&gt;" in panel("<b>", {"Documents": 9})
    True
    """
    told = {name: _text(value) for name, value in facts.items() if value not in ("", None)}
    shown = list(listings)
    return _template().render(
        title=_text(title), facts=told, listings=shown, note=_text(note), cell=CELL
    )


@cache
def _template() -> jinja2.Template:
    import jinja2

    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.from_string(PANEL)


def _text(value: object) -> str:
    """A value on one line, cut where it is long.

    >>> _text(1234), len(_text("long " * 200))
    ('1,234', 300)
    """
    if isinstance(value, int):
        return f"{value:,}"
    text = printable(" ".join(str(value).split()))
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
