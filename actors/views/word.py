"""A report as a document to edit (DOCX), written by python-docx.

Headings, lists and tables have Word's own styles, so that a template changes all of them; the
numbers of sentences are links to the annex.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from itertools import groupby
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
from actors.views.word_layout import WIDTH, element, lay_out, set_columns, shares_of, side_by_side

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

_LOGO = 1.6  # centimetres
_SMALL = 8.5  # points


def document(report: Report) -> bytes:
    """The DOCX of a report."""
    import docx
    from docx.shared import Cm

    made = docx.Document()
    made.core_properties.title = printable(report.title)
    made.core_properties.author = printable(report.cover.author)
    lay_out(made)
    if report.cover.logo:
        made.add_picture(io.BytesIO(report.cover.logo), height=Cm(_LOGO))
    made.add_heading(printable(report.title), 0)
    for line in filter(None, (report.cover.made_for, report.subtitle)):
        made.add_paragraph(printable(line))
    before = False
    for number, section in enumerate(report.sections):
        heading = made.add_heading(printable(section.title), 1)
        # The finding has a page of its own, and the annex begins on a new one.
        heading.paragraph_format.page_break_before = number == 1 or (section.annex and not before)
        before = section.annex
        _write(made, section.blocks)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _write(made: Document, blocks: Iterable[Block]) -> None:
    """Blocks one below the other; entries of the annex in two columns."""
    from docx.enum.section import WD_SECTION

    for kind, run in groupby(blocks, key=lambda block: isinstance(block, Entry)):
        if kind:
            set_columns(made.add_section(WD_SECTION.CONTINUOUS), 2)
        for block in run:
            _WRITERS[type(block)](made, block)
        if kind:
            set_columns(made.add_section(WD_SECTION.CONTINUOUS), 1)


def _headed(paragraph: Paragraph, heading: str) -> Paragraph:
    """A heading in a paragraph that is there: a cell begins with one."""
    paragraph.text, paragraph.style = printable(heading), "Heading 4"
    return paragraph


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


def _claim(made: Document | _Cell, claim: Claim, style: str | None = None) -> Paragraph:
    paragraph = made.add_paragraph(printable(claim.text), style=style)
    _cite(paragraph, claim.sentences)
    return paragraph


def _facts(made: Document, block: Facts) -> None:
    for label, said in block.facts:
        paragraph = made.add_paragraph(f"{printable(label)}: ", style="List Bullet")
        paragraph.add_run(printable(said)).bold = True


def _table(made: Document, block: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    made.add_paragraph(
        printable(block.caption), style="Caption"
    ).paragraph_format.keep_with_next = True
    table = made.add_table(rows=0, cols=len(block.header), style="Table Grid")
    table.autofit = False
    shares = shares_of(block)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Cm(WIDTH * share)
    for row in (block.header, *block.rows):
        cells = table.add_row().cells
        for number, (cell, said) in enumerate(zip(cells, row, strict=True)):
            cell.width = Cm(WIDTH * shares[number])
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(printable(said))
            run.font.size, run.bold = Pt(_SMALL), row is block.header
            if number in block.numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.add_paragraph()


def _picture(made: Document, block: Picture) -> None:
    from docx.shared import Cm

    shape = made.add_picture(io.BytesIO(block.drawing.png), width=Cm(WIDTH))
    shape._inline.docPr.set("descr", printable(block.alt))
    made.paragraphs[-1].paragraph_format.keep_with_next = True
    made.add_paragraph(printable(block.caption), style="Caption")


def _tie(made: Document, block: Tie) -> None:
    _tie_below(made, made.add_heading(printable(block.heading), 4), block)


def _tie_below(made: Document | _Cell, heading: Paragraph, block: Tie) -> None:
    heading.paragraph_format.keep_with_next = True
    made.add_paragraph(printable(block.about)).paragraph_format.keep_with_next = True
    _quotes(made, block.quotes)
    if block.more:
        made.add_paragraph(f"and {block.more} more")


def _beside(made: Document, block: Beside) -> None:
    made.add_heading(printable(block.heading), 3)
    for cell, ties in zip(side_by_side(made), (block.left, block.right), strict=True):
        for number, tie in enumerate(ties):
            heading = cell.add_paragraph() if number else cell.paragraphs[0]
            _tie_below(cell, _headed(heading, tie.heading), tie)


def _profile(made: Document, block: Profile) -> None:
    made.add_heading(printable(f"{block.name} ({block.kind})"), 2)
    for fact in block.facts:
        _claim(made, fact).paragraph_format.keep_with_next = True
    for cell, (title, claims) in zip(side_by_side(made), (block.left, block.right), strict=True):
        _headed(cell.paragraphs[0], title)
        for claim in claims:
            _claim(cell, claim, "List Bullet")
    _quotes(made, block.quotes)


def _quotes(made: Document | _Cell, quotes: Iterable[Quote]) -> None:
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
    link = element("w:hyperlink", {"w:anchor": f"s{number}"})
    link.append(paragraph.add_run(str(number))._r)
    paragraph._p.append(link)


def _bookmark(paragraph: Paragraph, number: int) -> None:
    start = element("w:bookmarkStart", {"w:id": str(number), "w:name": f"s{number}"})
    paragraph._p.append(start)
    paragraph._p.append(element("w:bookmarkEnd", {"w:id": str(number)}))


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
