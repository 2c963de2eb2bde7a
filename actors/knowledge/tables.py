"""Reading the tables that come with the package: tab-separated, lists joined by a bar."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

TableRow = dict[str, str]


def rows(name: str) -> Iterator[TableRow]:
    """The rows of a table as dicts by column name; ``name`` is without ``.tsv``.

    >>> next(rows("seats"))["name"]
    'Kremlin'
    """
    text = files(__package__).joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    lines = iter(text.splitlines())
    columns = next(lines).split("\t")
    for line in lines:
        yield dict(zip(columns, line.split("\t"), strict=True))


def items(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds a list.

    >>> items("Astana|Nur-Sultan"), items("")
    (('Astana', 'Nur-Sultan'), ())
    """
    return tuple(cell.split("|")) if cell else ()
