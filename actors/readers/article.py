"""What an extracted article lacks: what stands in the page among its paragraphs and was left out.

An extractor takes the paragraphs that look like an article, and leaves out a list of staff, a
caption, a definition, or the first paragraph where it stands in a box of its own. A page says by
its elements where they belong: here they are put back, each after what stands before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from actors.readers.runs import Run, ancestors, is_aside, key, runs
from actors.readers.trees import Element

__all__ = ["Completed", "complete"]

MOST_RUNS = 20_000
"""Runs of a page above which its article is taken as it was found."""
_LEAST = 100
"""Letters that an article has at least, so that it is known where it stands."""
_CORE = 0.85
"""Share of the article that stands in its element."""
_LONG = 25
"""Letters above which a run may be a part of a line; a shorter one has to be all of it."""
_NEAR = 20_000
"""Letters from the last run that was found, in which the next is looked for."""
_TAKEN = 0.6
"""Share of the sentences of a run that are in the article, if the run is."""
_LINKED, _LINKED_LEAD = 0.5, 0.25
_LEVELS = 3
"""How far above an article its first paragraph may stand."""
_PROSE = 80
"""Characters of a paragraph."""
_LINE = 25
"""Characters of a line that counts as lost, if it is."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_BYLINE = re.compile(r"(?:By|Von|Par|Por)\s+[A-Z][^.!?]{0,80}")
_ITEMS = frozenset({"li", "dt", "dd", "td", "th", "tr", "caption", "figcaption", *_HEADINGS})
_CAPTION = re.compile(r"caption|cutline|legend", re.IGNORECASE)
_PAGE = ("body", "html")
_ENDS = tuple(".!?:\"'”’)…")


class Completed(NamedTuple):
    """An article with what it lacked; its letters, and those of paragraphs that it still lacks."""

    text: str
    letters: int
    lost: int


class _Article(NamedTuple):
    """The runs of a page, the line of the article that each is in, and what was taken of each
    element."""

    runs: Sequence[Run]
    lines: Sequence[int | None]
    taken: dict[Element, int]
    core: Element


def complete(page: str, text: str, title: str = "") -> Completed:
    """Put back what an extractor left out of an article.

    What is a menu, a box of links or a comment by the names of its elements is not missed.

    Args:
        page: HTML.
        text: the article that was found in it, a paragraph a line.
        title: not put back.
    """
    every, letters = runs(page), len(key(text))
    if not every or len(every) > MOST_RUNS:
        return Completed(text, letters, 0)
    lines = [*_lines(every, text)]
    taken = _taken(every, lines)
    core = _core(every, taken)
    article = _Article(every, lines, taken, core)
    back = [*_unsaid(article, title)] if taken.get(core, 0) >= _LEAST else []
    left = (run for run, line in zip(every, lines, strict=True) if line is None)
    lost = sum(len(run.key) for run in left if _is_lost(run)) - sum(
        len(every[number].key) for number in back if _is_lost(every[number])
    )
    return Completed(_with(text, article, back), letters, lost)


def _lines(every: Sequence[Run], text: str) -> Iterator[int | None]:
    """The number of the line of a text that each run is in, or None where it is in none."""
    lines = text.split("\n")
    keys = [*map(key, lines)]
    ends = [*accumulate(map(len, keys))]
    named = [*_cells(lines, ends), *zip(keys, ends, strict=True)]
    whole = {each: end - 1 for each, end in reversed(named)}
    tight, last = "".join(keys), 0
    for run in every:
        found = _place(run, tight, last, whole)
        last = last if found is None else max(last, found)
        yield None if found is None else min(bisect_right(ends, found), len(keys) - 1)


def _cells(lines: Sequence[str], ends: Sequence[int]) -> Iterator[tuple[str, int]]:
    """The letters of each cell of a table, and where its line ends."""
    for line, end in zip(lines, ends, strict=True):
        yield from ((key(cell), end) for cell in re.split(r"[|\t]", line))


def _place(run: Run, tight: str, after: int, whole: dict[str, int]) -> int | None:
    """Where the letters of a run stand in those of a text, if they do."""
    letters = run.key
    if letters in whole or len(letters) < _LONG:
        return whole.get(letters)
    near = slice(max(0, after - _NEAR), after + _NEAR)
    window = tight[near]
    if (found := window.find(letters)) >= 0:
        return near.start + found
    sentences = [key(each) for each in _SENTENCE.split(run.text)]
    there = [found for each in sentences if (found := window.find(each)) >= 0]
    much = len(sentences) > 1 and len(there) >= _TAKEN * len(sentences)
    return near.start + there[-1] if much else None


def _taken(every: Sequence[Run], lines: Sequence[int | None]) -> dict[Element, int]:
    """How many letters of the article stand in each element."""
    found: dict[Element, int] = defaultdict(int)
    for run, line in zip(every, lines, strict=True):
        if line is not None:
            for element in ancestors(run.within):
                found[element] += len(run.key)
    return dict(found)


def _core(every: Sequence[Run], taken: dict[Element, int]) -> Element:
    """The innermost element that most of the article stands in."""
    core = [*ancestors(every[0].within)][-1]
    least = _CORE * taken.get(core, 0)
    while inner := [child for child in core if taken.get(child, 0) >= max(least, 1)]:
        core = inner[0]
    return core


def _unsaid(article: _Article, title: str) -> Iterator[int]:
    """The numbers of the runs that belong to an article and are not in it, each text once."""
    branches: dict[Element, bool] = {}
    said = {key(title)}
    for number, (run, line) in enumerate(zip(article.runs, article.lines, strict=True)):
        if line is not None or run.key in said or not _is_wanted(run, article.core):
            continue
        if _belongs(run, article, branches) or _leads(number, article, branches):
            said.add(run.key)
            yield number


def _is_wanted(run: Run, core: Element) -> bool:
    """Whether a run is a paragraph, a caption, or an item of a list or table, and no label.

    Where nothing holds the article together but the page, an item may be of any list.
    """
    if not _LETTERS.search(run.text) or _BYLINE.fullmatch(run.text):
        return False
    near = [run.within, *([] if run.within.getparent() is None else [run.within.getparent()])]
    if _is_prose(run.text) or any(_is_caption(each) for each in near):
        return True
    return core.tag not in _PAGE and any(each.tag in _ITEMS for each in near)


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE or (text.endswith(_ENDS) and len(text.split()) > 3)


def _is_caption(element: Element) -> bool:
    said = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in ("caption", "figcaption") or bool(_CAPTION.search(said))


def _belongs(run: Run, article: _Article, branches: dict[Element, bool]) -> bool:
    """Whether a run stands among the paragraphs of an article, in nothing that is set aside."""
    if run.linked > _LINKED * len(run.text):
        return False
    around = [*ancestors(run.within)]
    if article.core not in around:
        return False
    within = around[: around.index(article.core)]
    branch = [each for each in within if each not in article.taken]
    if branch and branch[-1] not in branches:
        branches[branch[-1]] = _is_text(branch[-1], _LINKED)
    return (not branch or branches[branch[-1]]) and not any(map(is_aside, within))


def _leads(number: int, article: _Article, branches: dict[Element, bool]) -> bool:
    """Whether a run is a paragraph above an article, or in a part like that of the article."""
    run = article.runs[number]
    around = [*ancestors(run.within)]
    own = [*ancestors(article.core)][: _LEVELS + 1]
    for inner, outer in pairwise(own):
        if outer.tag in _PAGE:
            return False
        if outer not in around:
            continue
        within = around[: around.index(outer)]
        if not within or within[-1] in article.taken:
            return False
        branch = within[-1]
        if branch not in branches:
            branches[branch] = _is_text(branch, _LINKED_LEAD, 1)
        alike = (branch.tag, branch.get("class")) == (inner.tag, inner.get("class"))
        above = outer.index(branch) < outer.index(inner)
        wanted = (above or alike) and len(run.text) >= _PROSE and branch.tag != "article"
        return wanted and branches[branch] and not any(map(is_aside, within))
    return False


def _is_text(branch: Element, most: float, titles: int = 0) -> bool:
    """Whether hardly any of an element is links, and no more headings lead elsewhere."""
    text = len("".join(branch.itertext()).strip())
    linked = sum(len("".join(link.itertext()).strip()) for link in branch.iter("a"))
    leading = sum(map(_is_link, branch.iter(*_HEADINGS)))
    return linked <= most * text and leading <= titles


def _is_link(heading: Element) -> bool:
    inside = heading.find(".//a[@href]") is not None
    return inside or any(each.tag == "a" for each in ancestors(heading))


def _is_lost(run: Run) -> bool:
    """Whether a run is a paragraph that is no menu, wherever it stands."""
    prose = len(run.text) >= _LINE and run.linked <= _LINKED_LEAD * len(run.text)
    return prose and not any(map(is_aside, ancestors(run.within)))


def _with(text: str, article: _Article, back: Sequence[int]) -> str:
    """An article with some runs, each after the line of what stands before it in the page."""
    lines = text.split("\n")
    wanted, after = set(back), -1
    added: dict[int, list[str]] = defaultdict(list)
    for number, (run, line) in enumerate(zip(article.runs, article.lines, strict=True)):
        after = after if line is None else line
        if number in wanted:
            added[after].append(run.text)
    found = [*added[-1]]
    for number, each in enumerate(lines):
        found += [each, *added[number]]
    return "\n".join(found)
