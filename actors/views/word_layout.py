"""How a report as DOCX is laid out: pages, columns, and the widths of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actors.views.blocks import Table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

__all__ = ["WIDTH", "element", "lay_out", "set_columns", "shares_of", "side_by_side"]

WIDTH = 17.0
"""Of the text, in centimetres."""
_A4, _MARGIN = (21.0, 29.7), 2.0
_FONT, _NORMAL = "Calibri", 10  # points
_LEAST_SHARE = 0.12
"""The least share of a table's width that a column has."""


def lay_out(made: Document) -> None:
    """Pages of A4 with their numbers, and type close enough for a report."""
    from docx.shared import Cm, Pt

    for name, after in (("Normal", 4), ("Quote", 2), ("List Bullet", 1), ("List Number", 3)):
        made.styles[name].paragraph_format.space_after = Pt(after)
        made.styles[name].paragraph_format.line_spacing = 1.0
    made.styles["Quote"].paragraph_format.space_before = Pt(2)
    made.styles["Normal"].font.size = Pt(_NORMAL)
    made.styles["Normal"].font.name = _FONT
    for page in made.sections:
        page.page_width, page.page_height = map(Cm, _A4)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN)
        _field(page.footer.paragraphs[0], "PAGE")


def _field(paragraph: Paragraph, code: str) -> None:
    """What Word works out itself, on the right: the number of a page, say."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = element("w:fldSimple", {"w:instr": code})
    field.append(paragraph.add_run()._r)
    paragraph._p.append(field)


def set_columns(section: Section, number: int) -> None:
    """Set the columns of a section that has some, as those of a new document do."""
    from docx.oxml.ns import qn

    cols = section._sectPr.find(qn("w:cols"))
    cols.set(qn("w:num"), str(number))
    cols.set(qn("w:space"), "400")


def side_by_side(made: Document) -> tuple[_Cell, _Cell]:
    """Two cells without a frame, each to be written into like a document."""
    from docx.shared import Cm

    row = made.add_table(rows=1, cols=2).rows[0]
    row._tr.get_or_add_trPr().append(element("w:cantSplit", {}))
    left, right = row.cells
    for cell in (left, right):
        cell.width = Cm(WIDTH / 2)
    return left, right


def shares_of(block: Table) -> list[float]:
    """The share of the width that each column takes: by what stands in it, none too narrow."""
    longest = [max(map(len, column)) for column in zip(block.header, *block.rows, strict=True)]
    wanted = [max(length, _LEAST_SHARE * sum(longest)) for length in longest]
    return [length / sum(wanted) for length in wanted]


def element(name: str, attributes: dict[str, str]) -> Any:
    """Make an element of WordprocessingML."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made
