"""The text of a page in runs: what stands between the edges of blocks, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from actors.readers.fragment import flatten_cells, tree_of
from actors.readers.trees import Element

__all__ = ["Run", "ancestors", "is_aside", "key", "runs"]

_BLOCKS = frozenset(
    {"address", "article", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl"}
    | {"dt", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"}
    | {"html", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "tr", "ul"}
)
_CELLS = frozenset({"td", "th"})
_UNSEEN = ("script", "style", "head", "noscript", "template", "iframe", "object", "svg", "select")
_ASIDE = ("nav", "footer", "aside", "button", "textarea", "menu", "dialog")
_NO_LETTER = re.compile(r"[\W_]+")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_ASIDE_WORDS = frozenset(
    {"ad", "ads", "advert", "advertisement", "author", "banner", "bio", "breadcrumb", "breadcrumbs"}
    | {"byline", "comment", "comments", "consent", "cookie", "copyright", "disqus", "flyout"}
    | {"foot", "footer", "headlines", "hidden", "latest", "login", "menu", "meta", "metabar"}
    | {"metadata", "modal", "more", "nav", "navbar", "navigation", "newsletter", "next", "overlay"}
    | {"pagination", "popular", "popup", "prev", "print", "promo", "promoted", "rating", "ratings"}
    | {"recommended", "recommendations", "related", "reply", "respond", "rss", "search", "share"}
    | {"sharing", "sidebar", "signup", "social", "sponsor", "sponsored", "subscribe", "tags"}
    | {"teaser", "teasers", "toolbar", "tools", "trending", "vote", "widget"}
)
_ASIDE_ROLES = frozenset(
    {"banner", "complementary", "contentinfo", "dialog", "navigation", "search"}
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Run:
    """Text without the edge of a block in it.

    ``within`` is the innermost block that it stands in, ``key`` its letters and digits alone,
    ``linked`` how many of its characters are links.
    """

    within: Element
    text: str
    linked: int

    @property
    def key(self) -> str:
        """Its letters and digits, in lower case."""
        return key(self.text)


def key(text: str) -> str:
    """The letters and digits of a text in lower case: the same however it is spaced and marked.

    >>> key("- Kofi\\xa0Agbenu, chair")
    'kofiagbenuchair'
    """
    return _NO_LETTER.sub("", text).casefold()


def runs(page: str) -> list[Run]:
    """The runs of a page in order, without menus, footers, scripts and what is set beside.

    The cells of a row are one run, a tab between.
    """
    from lxml import etree

    tree = tree_of(page)
    if tree is None:
        return []
    etree.strip_elements(tree, *_UNSEEN, *_ASIDE, with_tail=False)
    flatten_cells(tree)
    return [run for run in _walk(tree) if run.text]


def _walk(tree: Element) -> Iterator[Run]:
    from lxml import etree

    within, pieces, linked, links = tree, list[str](), 0, 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield Run(within, " ".join("".join(pieces).split(" ")).strip(), linked)
            pieces, linked = [], 0
        links += (element.tag == "a") * (1 if event == "start" else -1)
        if event == "start":
            within = element if element.tag in _BLOCKS and element.tag != "br" else within
            words = _spaced(element.text)
        else:
            if element is within:
                within = element.getparent()
            cell = element.tag in _CELLS
            words = ("\t" if cell else "") + _spaced(element.tail)
        pieces.append(words)
        linked += len(words.strip()) if links else 0
    yield Run(within, "".join(pieces).strip(), linked)


def _spaced(text: str | None) -> str:
    """White space as a browser shows it."""
    return re.sub(r"\s+", " ", text or "").replace("\xad", "")


def ancestors(element: Element) -> Iterator[Element]:
    """An element and those around it, innermost first."""
    while element is not None:
        yield element
        element = element.getparent()


def is_aside(element: Element) -> bool:
    """Whether a page says of an element that it is a menu, a box of links, or not shown."""
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    if element.get("role") in _ASIDE_ROLES or element.get("aria-hidden") == "true":
        return True
    said = f"{element.get('class') or ''} {element.get('id') or ''}"
    return any(word.lower() in _ASIDE_WORDS for word in _WORD.findall(said))
