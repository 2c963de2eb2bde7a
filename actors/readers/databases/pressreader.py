"""PressReader: the issue of a newspaper as EPUB, with an article an element of class ``art-cnt``.

An article that runs over several pages of the paper stands on each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from actors.readers.databases.article import Article, clean
from actors.readers.fragment import tree_of
from actors.readers.trees import Element, children, text

__all__ = ["articles", "made"]

_MAKER = "NewspaperDirect"
_HEAD = ("art-header", "legal-header", "subtitle", "byline", "img-byline", "img-text")
_DAY = re.compile(
    r"[\s,|-]*\b(?:\d{1,2} [^\W\d_]{3,9} \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}).*"
)


def made(package: Element) -> bool:
    """Whether the package of a book (an lxml tree) says that PressReader made it."""
    makers = (*children(package, "creator"), *children(package, "publisher"))
    return any(_MAKER in text(each) for each in makers)


def articles(pages: Iterable[str], issue: str | None, day: date | None) -> Iterator[Article]:
    """The articles of an issue in the order of its pages, each once.

    Args:
        issue: what the issue is called: the newspaper, perhaps with its day.
    """
    paper = clean(_DAY.sub("", issue or ""))
    seen: set[str] = set()
    for page in pages:
        tree = tree_of(page)
        for element in () if tree is None else tree.xpath(f"//*[{_is('art-cnt')}]"):
            body = "\n\n".join(filter(None, map(text, element.xpath(".//p[not(@class)]"))))
            body = body or "\n\n".join(filter(None, map(text, element.xpath(f".//p[{_READ}]"))))
            if not body or body in seen:
                continue
            seen.add(body)
            title = next(map(text, element.xpath(f".//*[{_is('title')}]")), "")
            about = (text(one) for name in _HEAD for one in element.xpath(f".//*[{_is(name)}]"))
            head = "\n".join(line for line in (title, *about) if line)
            yield Article(body, clean(title), paper, day, head=head)


def _is(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


_READ = " and ".join(f"not({_is(name)})" for name in ("title", *_HEAD))
