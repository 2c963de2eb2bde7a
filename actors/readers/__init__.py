"""Readers: from paths to documents, one format a file.

===============  ============================================================
`discover`       folders, globs and standard input become files
`sniff`          which reader is for a file: `actors.formats` lists them all
`single`         one file, and the files inside it, within limits
`databases`      exports of news databases become their articles
`table`          which columns of a table hold what
`fragment` `trees` `zipped` `ole`    what formats are made of: HTML, XML, containers
`message` `replies`    what all messages have in common
`finish`         what is done to every document: header, boilerplate, language
===============  ============================================================

A reader is a function from a path to the documents in it (`actors.types.Reader`). It
raises `ReadError` for a file it cannot read, and yields `Skipped` for a part of one. It
names a document by an id that the document has, or ``#12`` for its place in the file, or
not at all. One that has an argument ``columns`` is given what the user said of columns;
one that has an argument ``inside`` reads the files in its file with that.
"""

from __future__ import annotations

from actors.readers.reading import read

__all__ = ["read"]
