r"""Lines that were broken to fit a page or a screen become paragraphs again.

A text editor or a mail program breaks a line where the next word would not have fitted. Lists,
tables, poems, addresses and headings are broken for another reason, and stay as they are.

What a reader joins here, it joins before the text becomes `Document.text`: offsets refer to the
joined text, which is what the analyst sees.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from actors.knowledge.vocabulary import frequencies

NARROWEST = 24
"""Columns: nobody wraps prose narrower than this."""
WIDEST = 140
"""Columns: longer lines are paragraphs as they stand."""
_WIDE = 55
_ITEM = re.compile(
    r"\s*(?:[-*•·▪◦‣–—+o>|]\s|\(?\d{1,3}[.)](?:\d{1,3}\.?)*\s|\(?[a-z][.)]\s|[A-Z]\)\s|\(?[ivxIVX]{1,5}[.)]\s"
    r"|#{1,6}\s|\||```|\d+\.\d+\s|(?:RT )?\.?@\w)"
)
_CELLS = re.compile(r"\t|\S[ ]{3,}\S|\s\|\s|\.{4,}")
_NUMBER = re.compile(r"\s*(?:\(?\d+[.,]\d+\s|\d{1,4}[.)]\s|[–—]\s)")
_KEY = re.compile(r"(?:[A-Z][\w ./'’-]{0,40}|[a-z_]{2,20}):(?:\s|$)")
_LABEL = re.compile(r"[QA]\d{0,3}:\s|[A-Z][A-Z .,'’/-]{1,60}(?:\([\w .,-]{1,40}\)\s?)?:\s")
_RULE = re.compile(r"\s*[-=_*~#]{3,}\s*")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_FULL_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?][\"”’]? [A-Z]")
_CUT = re.compile(r"(?<=[^\W_])[-\u2010\xad]$")
_OPEN = re.compile(
    r"(?:,|\b(?:an?|the|of|and|or|to|in|on|at|by|for|with|from|that|which|who|whose|as|is|are|was"
    r"|were|be|been|has|have|had|will|would|its|his|her|their|than|not|said|Mr\.|Mrs\.|Ms\.|Dr\."
    r"|Gen\.|Sen\.|Gov\.|Prof\.|St\.))$"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CUT_WORD = re.compile(r"([^\W\d_]+)-\n[ \t]*([a-z]+)")
_SYLLABLE = re.compile(
    r"(?:[^aeiouy]{0,2}|y|[hk]?w|[jqx]i)[aeiouy]{1,3}(?:ng?|[klmpt])?", re.IGNORECASE
)
_COMMON = 10_000_000
"""How often a word stands in the corpus of `frequencies` to be taken for one that was cut."""
_WHOLE_WORD = 4
_MOST_CAPITALS = 0.85


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines without an empty one among them, and the width that they seem to be wrapped at."""

    lines: Sequence[str]
    width: int

    def full(self, i: int) -> bool:
        """Whether the next line's first word would not have fitted at the end of line ``i``."""
        line, word = self.lines[i].rstrip(), self.lines[i + 1].split(maxsplit=1)[0]
        return len(line) + (not _CUT.search(line)) + len(word) > self.width


def unwrap(text: str) -> str:
    r"""A text with the lines of its paragraphs joined, and words that a line end cut.

    >>> text = "Ministers of both states met in the capital for the\nfirst time in many years."
    >>> unwrap(text)
    'Ministers of both states met in the capital for the first time in many years.'
    >>> unwrap("Present:\n- Ana Vos\n- Ben Reed\n")
    'Present:\n- Ana Vos\n- Ben Reed\n'
    """
    lines = text.split("\n")
    blocks = _blocks(lines)
    width = _usual_width([lines[start:end] for start, end in blocks])
    words = Words(text)
    joined: list[str] = []
    position = 0
    for start, end in blocks:
        joined += lines[position:start]
        joined += _join(_Block(lines[start:end], _width(lines[start:end], width)), words)
        position = end
    return "\n".join(joined + lines[position:])


def _blocks(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Where runs of lines with something on them start and end."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for i, line in enumerate([*lines, ""]):
        if line.strip() and start is None:
            start = i
        elif not line.strip() and start is not None:
            found.append((start, i))
            start = None
    return found


def _usual_width(blocks: Sequence[Sequence[str]]) -> int:
    """The width at which most of a text is wrapped, 0 where it doesn't seem to be wrapped."""
    lengths = sorted(len(line.rstrip()) for block in blocks for line in block[:-1] if _plain(line))
    lengths = [length for length in lengths if length <= WIDEST]
    if len(lengths) < 5:
        return 0
    width = lengths[int(0.97 * (len(lengths) - 1))]
    breaks = [
        _Block(block, width).full(i)
        for block in blocks
        for i in range(len(block) - 1)
        if _plain(block[i]) and _plain(block[i + 1])
    ]
    return width if width >= _WIDE and sum(breaks) >= 0.6 * len(breaks) else 0


def _width(lines: Sequence[str], usual: int) -> int:
    longest = max(len(line.rstrip()) for line in lines)
    return max(usual, longest) if longest <= usual + 12 or not usual else longest


def _plain(line: str) -> bool:
    """Whether a line may be of a paragraph: no item of a list, row of a table, or rule."""
    return bool(line.strip()) and not (
        _ITEM.match(line) or _CELLS.search(line.strip()) or _RULE.fullmatch(line)
    )


def _join(block: _Block, words: Words) -> list[str]:
    lines = block.lines
    if len(lines) == 1 or not NARROWEST <= block.width <= WIDEST or _is_verse(block):
        return list(lines)
    joined = [[lines[0]]]
    inside = False
    for i in range(len(lines) - 1):
        inside = _goes_on(block, i, inside)
        if inside:
            joined[-1][-1:] = words.joint(joined[-1][-1], lines[i + 1])
        else:
            joined.append([lines[i + 1]])
    return ["".join(pieces) for pieces in joined]


def _is_verse(block: _Block) -> bool:
    """Lines that all begin with a capital are verse, names or headings, not wrapped prose."""
    begins = [
        after.lstrip()[0] for line, after in pairwise(block.lines) if not _CUT.search(line.rstrip())
    ]
    if not begins:
        return False
    capitals = sum(not character.islower() for character in begins) / len(begins)
    full = [block.full(i) for i in range(len(block.lines) - 1)]
    if all(line.upper() == line for line in block.lines):
        return sum(full) < len(full)
    if block.width < _WIDE:
        few = sum(full) < 0.75 * len(full)
        return few or (capitals > 0.6 and len(begins) > 2) or capitals == 1
    if any(_INNER_STOP.search(line) for line in block.lines):
        return False
    return len(begins) >= 4 and capitals >= _MOST_CAPITALS and sum(full) < 0.9 * len(full)


def _goes_on(block: _Block, i: int, inside: bool) -> bool:
    """Whether line ``i`` goes on in the next; ``inside``: it went on from the one before."""
    line, after = block.lines[i].rstrip(), block.lines[i + 1]
    full, small = block.full(i), after.lstrip("–— ")[:1].islower()
    wrapped = full and block.width >= _WIDE
    if not _begins_prose(line, inside) or _indented(line, after):
        return False
    if not _plain(after) and not (wrapped and not _ENDED.search(line) and _may_be_prose(after)):
        return False
    if _CUT.search(line) and (small or full):
        return True
    if _LABEL.match(after) or (_KEY.match(after) and not full):
        return False
    if small and (wrapped or not _FULL_STOP.search(line)):
        return full or inside or len(line) >= _WIDE - 5
    if _OPEN.search(line) and (full or inside):
        return True
    if _ENDED.search(line):
        return wrapped
    return inside or wrapped


def _may_be_prose(after: str) -> bool:
    """Whether what looks like a number or a mark of a list may be one inside a sentence."""
    return bool(_NUMBER.match(after)) and not _CELLS.search(after.strip())


def _begins_prose(line: str, inside: bool) -> bool:
    """An item of a list may go on in the next line; a row of a table or a heading does not."""
    if _RULE.fullmatch(line) or line.lstrip().startswith(("#", "|", "```")):
        return False
    return inside or not _CELLS.search(line.strip())


def _indented(line: str, after: str) -> bool:
    """A line that is set in further than the one before begins a paragraph."""
    return _indent(after) > _indent(line) + 1 and not _ITEM.match(line) and _indent(line) == 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


class Words:
    """What a text says of its own words: whether one that a line end cut has a hyphen.

    >>> Words("").glue("The long-", "term plan")
    'The long-term plan'
    >>> Words("").glue("The organi-", "sation met")
    'The organisation met'
    >>> Words("").glue("The Euro-", "Asian Union"), Words("").glue("a Kowal-", "czyk")
    ('The Euro-Asian Union', 'a Kowalczyk')
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def found(self) -> frozenset[str]:
        """Every word of the text, hyphens in them kept, in small letters."""
        return frozenset(word.lower() for word in _WORD.findall(self.text))

    @cached_property
    def cut(self) -> bool:
        """Whether the text is known to cut words that have no hyphen: *organi-*, *sation*."""
        known = frequencies()
        return any(
            head.lower() + tail in known and not (head.lower() in known and tail in known)
            for head, tail in _CUT_WORD.findall(self.text)
        )

    def glue(self, line: str, after: str) -> str:
        """Two lines as one, with a blank between them unless a word was cut."""
        return "".join(self.joint(line, after))

    def joint(self, line: str, after: str) -> tuple[str, str]:
        """Two lines as they stand in one: the first with what comes between them."""
        line, after = line.rstrip(), after.strip()
        if not _CUT.search(line):
            return f"{line} ", after
        head, tail = _last_word(line[:-1]), _first_word(after)
        if not tail:
            return f"{line} ", after
        return line[:-1] + ("-" if self._hyphened(line[-1], head, tail) else ""), after

    def _hyphened(self, mark: str, head: str, tail: str) -> bool:
        if mark == "\xad":
            return False
        if tail[0].isupper() or head.isupper() or any(map(str.isdigit, head)):
            return True
        whole, apart = (head + tail).lower(), f"{head}-{tail}".lower()
        if (whole in self.found) != (apart in self.found):
            return apart in self.found
        known = frequencies()
        if all(part in known for part in [*head.lower().split("-"), tail.lower()]):
            return known.get(whole, 0) < (1 if self.cut else _COMMON)
        if not head[0].isupper():
            return False
        named = tail.lower() in known and len(tail) >= _WHOLE_WORD
        return named or (not self.cut and _is_syllable(head) and _is_syllable(tail))


def _is_syllable(part: str) -> bool:
    """Parts of *Wan-joo* and *Shuk-kwan*; names of other languages have longer ones."""
    return bool(_SYLLABLE.fullmatch(part))


def _last_word(line: str) -> str:
    found = re.search(r"[^\W_]+(?:-[^\W_]+)*$", line)
    return found.group() if found else ""


def _first_word(line: str) -> str:
    found = re.match(r"[^\W\d_]+", line)
    return found.group() if found else ""
