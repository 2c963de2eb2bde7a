"""A report as a document to edit (DOCX), written by python-docx.

Headings, lists and tables have Word's own styles, so that a template changes all of them; the
numbers of sentences are links to the annex.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from actors.views.blocks import (
    Beside,
    Block,
    Claim,
    Claims,
    Entry,
    Facts,
    Heading,
    Picture,
    Points,
    Profile,
    Quote,
    Report,
    Table,
    Text,
    Tie,
    Warn,
    printable,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_PICTURE, _LOGO, _MARGIN = 16.5, 1.6, 2.2  # centimetres
_SMALL = 8.5  # points


def document(report: Report) -> bytes:
    """The DOCX of a report."""
    import docx
    from docx.shared import Cm, Pt

    made = docx.Document()
    made.core_properties.title = printable(report.title)
    made.core_properties.author = printable(report.cover.author)
    made.styles["Normal"].font.size = Pt(10)
    for page in made.sections:
        page.left_margin = page.right_margin = Cm(_MARGIN)
    if report.cover.logo:
        made.add_picture(io.BytesIO(report.cover.logo), height=Cm(_LOGO))
    made.add_heading(printable(report.title), 0)
    for line in filter(None, (report.cover.made_for, report.subtitle)):
        made.add_paragraph(printable(line))
    before = False
    for section in report.sections:
        heading = made.add_heading(printable(section.title), 1)
        heading.paragraph_format.page_break_before = section.annex and not before
        before = section.annex
        for block in section.blocks:
            _WRITERS[type(block)](made, block)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _heading(made: Document, block: Heading) -> None:
    made.add_heading(printable(block.text), 2)


def _text(made: Document, block: Text) -> None:
    made.add_paragraph(printable(block.text))


def _warn(made: Document, block: Warn) -> None:
    paragraph = made.add_paragraph()
    paragraph.add_run("Take care. ").bold = True
    paragraph.add_run(printable(block.text))


def _points(made: Document, block: Points) -> None:
    for point in block.points:
        made.add_paragraph(printable(point), style="List Bullet")


def _claims(made: Document, block: Claims) -> None:
    for claim in block.claims:
        _claim(made, claim, "List Number" if block.ranked else "List Bullet")


def _claim(made: Document, claim: Claim, style: str | None = None) -> None:
    _cite(made.add_paragraph(printable(claim.text), style=style), claim.sentences)


def _facts(made: Document, block: Facts) -> None:
    for label, said in block.facts:
        paragraph = made.add_paragraph(f"{printable(label)}: ", style="List Bullet")
        paragraph.add_run(printable(said)).bold = True


def _table(made: Document, block: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    made.add_paragraph(
        printable(block.caption), style="Caption"
    ).paragraph_format.keep_with_next = True
    table = made.add_table(rows=0, cols=len(block.header), style="Light List")
    for row in (block.header, *block.rows):
        for number, (cell, said) in enumerate(zip(table.add_row().cells, row, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.add_run(printable(said)).font.size = Pt(_SMALL)
            if number in block.numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.add_paragraph()


def _picture(made: Document, block: Picture) -> None:
    from docx.shared import Cm

    shape = made.add_picture(io.BytesIO(block.drawing.png), width=Cm(_PICTURE))
    shape._inline.docPr.set("descr", printable(block.alt))
    made.paragraphs[-1].paragraph_format.keep_with_next = True
    made.add_paragraph(printable(block.caption), style="Caption")


def _tie(made: Document, block: Tie) -> None:
    made.add_heading(printable(block.heading), 4)
    made.add_paragraph(printable(block.about)).paragraph_format.keep_with_next = True
    _quotes(made, block.quotes)
    if block.more:
        made.add_paragraph(f"and {block.more} more")


def _beside(made: Document, block: Beside) -> None:
    made.add_heading(printable(block.heading), 3)
    for tie in (*block.left, *block.right):
        _tie(made, tie)


def _profile(made: Document, block: Profile) -> None:
    made.add_heading(printable(f"{block.name} ({block.kind})"), 2)
    for fact in block.facts:
        _claim(made, fact)
    for title, claims in (block.left, block.right):
        made.add_heading(printable(title), 4)
        for claim in claims:
            _claim(made, claim, "List Bullet")
    _quotes(made, block.quotes)


def _quotes(made: Document, quotes: Iterable[Quote]) -> None:
    for quote in quotes:
        paragraph = _said(made.add_paragraph(style="Quote"), quote)
        _cite(paragraph, (quote.number,) if quote.number else ())


def _entry(made: Document, block: Entry) -> None:
    made.add_heading(printable(block.heading), 3)
    for tie in block.ties:
        paragraph = made.add_paragraph()
        paragraph.paragraph_format.keep_with_next = bool(tie.quotes)
        paragraph.add_run(printable(tie.words)).bold = True
        paragraph.add_run(f" {printable(tie.about)}")
        _cite(paragraph, tie.again)
        for quote in tie.quotes:
            sentence = made.add_paragraph()
            _bookmark(sentence, quote.number)
            sentence.add_run(f"{quote.number}  ").bold = True
            _said(sentence, quote)


def _said(paragraph: Paragraph, quote: Quote) -> Paragraph:
    """The words of a quote, those that matter underlined, and where they stand."""
    first, last = (" " if part[-1:].isspace() else "" for part in (quote.before, quote.words))
    after = " " if quote.after[:1].isspace() else ""
    paragraph.add_run(printable(quote.before) + first)
    paragraph.add_run(printable(quote.words)).underline = True
    paragraph.add_run(f"{last or after}{printable(quote.after)}")
    notes = f" ({printable(quote.notes)})" if quote.notes else ""
    where = paragraph.add_run(f"  {printable(quote.where)}{notes}")
    where.italic = False
    return paragraph


def _cite(paragraph: Paragraph, numbers: tuple[int, ...]) -> None:
    """Numbers of sentences in brackets, each a link to the annex."""
    if not numbers:
        return
    paragraph.add_run(" [")
    for place, number in enumerate(numbers):
        paragraph.add_run(", " if place else "")
        _link(paragraph, number)
    paragraph.add_run("]")


def _link(paragraph: Paragraph, number: int) -> None:
    link = _element("w:hyperlink", {"w:anchor": f"s{number}"})
    link.append(paragraph.add_run(str(number))._r)
    paragraph._p.append(link)


def _bookmark(paragraph: Paragraph, number: int) -> None:
    start = _element("w:bookmarkStart", {"w:id": str(number), "w:name": f"s{number}"})
    paragraph._p.append(start)
    paragraph._p.append(_element("w:bookmarkEnd", {"w:id": str(number)}))


def _element(name: str, attributes: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made


_WRITERS: dict[type[Block], Callable[[Document, Any], None]] = {
    Heading: _heading,
    Text: _text,
    Warn: _warn,
    Points: _points,
    Claims: _claims,
    Facts: _facts,
    Table: _table,
    Picture: _picture,
    Tie: _tie,
    Beside: _beside,
    Profile: _profile,
    Entry: _entry,
}
