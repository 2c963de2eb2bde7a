"""From text as it was written on a page to text as it is read: whole words, whole paragraphs.

Every reader of files calls `tidy` once, before the text becomes `Document.text`; offsets refer to
what it returns. Rows of tables are repaired (`actors.readers.repair`) and otherwise kept, so that
the offsets of annotated corpora hold.
"""

from __future__ import annotations

from actors.readers.header import read_header
from actors.readers.marks import without_marks
from actors.readers.ocr import undo_confusions
from actors.readers.repair import repair
from actors.readers.wrapping import unwrap


def tidy(text: str) -> str:
    r"""A text with its characters mended and its wrapped lines joined.

    >>> tidy("Ministers of the states met in the old town hall on Tue\xadsday, Ana\nBerg said.")
    'Ministers of the states met in the old town hall on Tuesday, Ana Berg said.'
    """
    text = undo_confusions(without_marks(repair(text)))
    start = read_header(text).start
    return text[:start] + unwrap(text[start:])
