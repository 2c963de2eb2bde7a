"""WordprocessingML: the paragraphs and table rows of one part of a Word document.

Paragraphs are taken wherever they stand: in content controls, text boxes, tables within tables. A
row of a table is one block, its cells parted by tabs; a row whose cells hold whole texts, as in a
page that is laid out with a table, gives a block for each paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from actors.errors import ReadError
from actors.readers.trees import Element

MOST_PARAGRAPHS = 200_000
_DEEPEST = 60
_CELL = 300
"""Characters of a cell above which its row is a page laid out with a table."""
_NAMESPACES = ("wordprocessingml", "markup-compatibility", "/word/")
_UNSEEN = frozenset({"del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "object"})


@dataclass(slots=True)
class Story:
    """What a part says, block by block; ``embedded`` where some of it is in another format."""

    blocks: list[str] = field(default_factory=list)
    embedded: bool = False


@dataclass(slots=True)
class _Frame:
    """What is open: a paragraph, a cell, a row, a text box, with the blocks found in it."""

    kind: str
    text: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    hidden: bool = False


def paragraphs(file: Any, name: str) -> Story:
    """The blocks of one part, streamed.

    Raises:
        ReadError: more paragraphs, or deeper ones, than a document has.
        lxml.etree.XMLSyntaxError: the part is no XML.
    """
    reader = _Reader(name)
    from lxml import etree

    events = etree.iterparse(
        file, events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=False
    )
    for event, element in events:
        if not isinstance(element.tag, str):
            continue
        space, _, tag = element.tag[1:].rpartition("}")
        if not any(part in space for part in _NAMESPACES):
            tag = ""
        if event == "start":
            reader.start(tag, element)
        else:
            reader.end(tag, element)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    return reader.story


class _Reader:
    """Follows the elements of a part as they open and close."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.story = Story()
        self.frames = [_Frame("part", blocks=self.story.blocks)]
        self.unseen = 0
        self.count = 0
        self.chosen: list[int] = []

    def start(self, tag: str, element: Element) -> None:
        """An element opens."""
        if tag in _UNSEEN or (tag == "Fallback" and self.chosen and self.chosen[-1]):
            self.unseen += 1
        elif tag == "AlternateContent":
            self.chosen.append(0)
        elif tag in ("p", "tc", "tr", "txbxContent"):
            self._open(tag)
        elif tag == "altChunk":
            self.story.embedded = True

    def _open(self, tag: str) -> None:
        self.count += tag == "p"
        if self.count > MOST_PARAGRAPHS:
            raise ReadError(self.name, f"more than {MOST_PARAGRAPHS:,} paragraphs: split it")
        if len(self.frames) > _DEEPEST:
            raise ReadError(self.name, "nested deeper than any document: save it as text")
        self.frames.append(_Frame(tag))

    def end(self, tag: str, element: Element) -> None:
        """An element closes: text is taken, and a block is given to what holds it."""
        if tag in _UNSEEN or (tag == "Fallback" and self.chosen and self.chosen[-1]):
            self.unseen -= 1
        elif tag == "AlternateContent":
            self.chosen.pop()
        elif tag == "Choice" and self.chosen:
            self.chosen[-1] = 1
        elif self.frames[-1].kind == tag and tag in _CLOSE:
            _CLOSE[tag](self, self.frames.pop())
        elif tag == "r":
            self.frames[-1].hidden = False
        elif tag == "vanish" and element.get(_value(element)) not in ("0", "false"):
            self.frames[-1].hidden = True
        elif not self.unseen and not self.frames[-1].hidden:
            self._text(tag, element)

    def _text(self, tag: str, element: Element) -> None:
        if tag == "t":
            self.frames[-1].text.append(element.text or "")
        elif tag in ("br", "cr"):
            self.frames[-1].text.append("\n")
        elif tag in ("tab", "ptab") and element.getparent().tag.endswith("}r"):
            self.frames[-1].text.append("\t")
        elif tag == "noBreakHyphen":
            self.frames[-1].text.append("-")

    def paragraph(self, frame: _Frame) -> None:
        """A paragraph ends; what stood in boxes inside it follows it."""
        text = "".join(frame.text).strip()
        parent = self.frames[-1]
        parent.blocks += [text] if text else []
        parent.blocks += frame.blocks

    def cell(self, frame: _Frame) -> None:
        """A cell ends."""
        self.frames[-1].cells.append(frame.blocks)

    def row(self, frame: _Frame) -> None:
        """A row ends: one block, or a block for each paragraph of a laid-out page."""
        parent = self.frames[-1]
        laid_out = any(len(cell) > 1 and sum(map(len, cell)) > _CELL for cell in frame.cells)
        nested = any("\t" in block for cell in frame.cells for block in cell)
        if laid_out or nested:
            parent.blocks += [block for cell in frame.cells for block in cell]
            return
        cells = [" ".join(" ".join(cell).split()) for cell in frame.cells]
        if row := "\t".join(cell for cell in cells if cell):
            _add_row(parent.blocks, row)

    def box(self, frame: _Frame) -> None:
        """A text box ends: its blocks follow the paragraph that holds it."""
        self.frames[-1].blocks += frame.blocks


def _add_row(blocks: list[str], row: str) -> None:
    """Rows that follow each other are lines of one block."""
    if blocks and "\t" in blocks[-1] and "\t" in row:
        blocks[-1] += "\n" + row
    else:
        blocks.append(row)


def _value(element: Element) -> str:
    return str(element.tag).replace("vanish", "val")


_CLOSE = {"p": _Reader.paragraph, "tc": _Reader.cell, "tr": _Reader.row, "txbxContent": _Reader.box}
