"""Lists and tables: their separators lie outside the body, so that each cell is read by itself.

``Ana Vos, Harbour Union; Ben Reed (Nile Fund)`` names two people and two bodies, not one
organisation. What stands in one line remains a row: `actors.extract` ties a person to the body
beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from actors.knowledge.roles import find_nominal, find_title

Range = tuple[int, int]

_WORD = r"[A-ZÀ-Þ][\w'’.-]*"
_TITLES = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Hon|Rev|Gen|Col|Maj|Capt|Sen|Rep|Amb|Ambassador"
    r"|Eng|H\.E)\.? ){0,3}"
)
_PARTICLES = r"(?:(?:de|del|da|di|van|von|der|den|bin|al|el|la|le|ter) ){0,2}"
NAME = rf"{_TITLES}{_WORD}(?: {_PARTICLES}{_WORD}){{1,3}}"
_BODY = r"[A-ZÀ-Þ][^,;()\n|\t]{2,80}(?:, [A-Z][^,;()\n|\t]{2,40} (?:and|of) [^,;()\n|\t]{2,40})?"
_ROLE = r"[A-Za-z][a-z-]+(?: [a-z]+){0,4}"
_OPENING = re.compile(r"[^\n:]{0,60}:[ \t]+")
_BULLET = re.compile(r"[ \t]*(?:[-*•·▪◦‣–—+]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+")
_ITEM = re.compile(
    rf"(?P<name>{NAME})(?:(?P<one>[ \t]*(?:,|;|:|[ ][-–—]|\|)[ \t]+)(?P<rest>[^\n]{{2,160}})"
    r"|(?P<open>[ \t]*\()(?P<inside>[^()\n]{2,100})(?P<close>\)[.,;]?))?"
)
_LISTED = re.compile(rf"(?P<name>{NAME})(?P<comma>, )(?P<body>{_BODY})(?P<end>; (?:and )?|\.?$)")
_BRACKETED = re.compile(
    rf"(?P<name>{NAME})(?P<open> \()(?P<body>{_BODY})(?P<end>\)(?:[,;] (?:and )?| and |\.?$))"
)
_CELL = re.compile(r"[ \t]{0,99}\|[ \t]{0,99}|\t{1,99}|[ ]{3,199}(?=\S)")
_RULE = re.compile(r"[ \t|:+-]*[-=]{2,}[ \t|:+=-]*")
_HEADERS = frozenset(
    (
        *(
            "name",
            "names",
            "full name",
            "surname",
            "first name",
            "last name",
            "organisation",
            "role",
        ),
        *(
            "organization",
            "affiliation",
            "institution",
            "body",
            "company",
            "position",
            "title",
            "party",
        ),
        *(
            "country",
            "function",
            "post",
            "member",
            "members",
            "no",
            "no.",
            "#",
            "date",
            "email",
            "e-mail",
        ),
        *(
            "phone",
            "telephone",
            "address",
            "city",
            "state",
            "type",
            "status",
            "notes",
            "remarks",
            "office",
        ),
        *(
            "delegation",
            "participant",
            "participants",
            "representing",
            "employer",
            "term",
            "since",
            "until",
        ),
    )
)
_LONGEST_CELL = 120


def rows(text: str, start: int = 0) -> Iterator[Range]:
    """What separates the cells of lists and tables, bullets, and the headings of tables.

    >>> text = "- Ana Vos, Harbour Union\\n- Ben Reed (Nile Fund)\\n"
    >>> [text[start:end] for start, end in rows(text)]
    ['- ', ', ', '- ', ' (', ')']
    """
    lines = [(begin, end) for begin, end in _lines(text, start)]
    position = 0
    while position < len(lines):
        table = _table(text, lines, position)
        if table > 1:
            yield from _separators(text, lines[position : position + table])
            position += table
            continue
        listed = _listed(text, lines, position)
        if listed > 1:
            for begin, end in lines[position : position + listed]:
                yield from _item(text, begin, end)
            position += listed
            continue
        yield from _inline(text, *lines[position])
        position += 1


def _lines(text: str, start: int) -> Iterator[Range]:
    for match in re.compile(r"[^\n]*\S[^\n]*").finditer(text, start):
        yield match.span()


def _table(text: str, lines: list[Range], first: int) -> int:
    """How many lines from one on are rows of one table."""
    cells = _cells(text, *lines[first])
    if cells < 2:
        return 0
    count = 1
    for at in range(first + 1, len(lines)):
        before, line = lines[at - 1], lines[at]
        apart = text[before[1] : line[0]].count("\n") > 1
        here = 0 if apart else _cells(text, *line)
        if not here or not (_RULE.fullmatch(text, *line) or (here > 1 and abs(here - cells) <= 1)):
            break
        count += 1
    return count


def _cells(text: str, begin: int, end: int) -> int:
    """How many cells a line has; 0 for a line of prose."""
    line = text[begin:end].strip().strip("|")
    if _RULE.fullmatch(line):
        return line.count("|") + line.count("+") + 1
    parts = [part.strip() for part in _CELL.split(line)]
    if len(parts) < 2 or any(len(part) > _LONGEST_CELL for part in parts):
        return 0
    return len(parts)


def _separators(text: str, lines: list[Range]) -> Iterator[Range]:
    for number, (begin, end) in enumerate(lines):
        if _RULE.fullmatch(text, begin, end) or (number == 0 and _is_heading(text, begin, end)):
            yield begin, end
            continue
        yield from (match.span() for match in _CELL.finditer(text, begin, end))
        position = begin
        for match in [*_CELL.finditer(text, begin, end), None]:
            last = match.start() if match else end
            if _is_role(text[position:last].strip()):
                yield position, last
            position = match.end() if match else end


def _is_heading(text: str, begin: int, end: int) -> bool:
    cells = [
        cell.strip(" *_").lower() for cell in _CELL.split(text[begin:end]) if cell.strip(" *_")
    ]
    known = sum(cell in _HEADERS for cell in cells)
    return bool(cells) and 2 * known >= len(cells)


def _listed(text: str, lines: list[Range], first: int) -> int:
    """How many lines from one on are items of one list of names."""
    count = 0
    bulleted = bool(_BULLET.match(text, *lines[first]))
    for at in range(first, len(lines)):
        begin, end = lines[at]
        bullet = _BULLET.match(text, begin, end)
        item = _ITEM.fullmatch(text, bullet.end() if bullet else begin, end)
        short = end - begin <= 2 * _LONGEST_CELL
        if item is None or not short or bool(bullet) != bulleted or not _is_list_item(item):
            break
        count += 1
    return count


def _is_list_item(item: re.Match[str]) -> bool:
    """Whether what follows a name is a role or a body, and no sentence."""
    rest = item["rest"] or item["inside"]
    if rest is None:
        return True
    lowered = [word for word in rest.split() if word[0].islower()]
    return len(lowered) <= 6 and not re.search(
        r"[.!?] [A-Z]|\b(?:said|was|were|is|has|had|will)\b", rest
    )


def _item(text: str, begin: int, end: int) -> Iterator[Range]:
    """The bullet and the separators of one item."""
    bullet = _BULLET.match(text, begin, end)
    if bullet:
        yield bullet.span()
    item = _ITEM.fullmatch(text, bullet.end() if bullet else begin, end)
    if item is None:
        return
    if item["inside"]:
        yield item.span("open")
        yield item.span("close")
        return
    if item["one"] and (item["rest"][0].isupper() or _is_role(item["rest"].split(",")[0])):
        yield item.span("one")
        head, comma, _ = item["rest"].partition(", ")
        if comma and _is_role(head):
            at = item.start("rest") + len(head)
            yield at, at + len(comma)


def _is_role(words: str) -> bool:
    """*Chair*, *deputy director*: what somebody is, not where.

    >>> _is_role("Chair"), _is_role("Danube Trust")
    (True, False)
    """
    last = words.split()[-1] if words.split() else ""
    nominal = find_nominal(last.lower())
    return bool(find_title(words) or find_title(last) or (nominal and nominal.kind == "person"))


def _inline(text: str, begin: int, end: int) -> Iterator[Range]:
    """A line that is a list: *Signed by: Ana Vos, Harbour Union; Ben Reed, Nile Fund.*"""
    opening = _OPENING.match(text, begin, end)
    for position in dict.fromkeys((opening.end() if opening else begin, begin)):
        for form, parts in ((_LISTED, ("comma", "end")), (_BRACKETED, ("open", "end"))):
            found = _chain(form, text, position, end)
            if len(found) > 1:
                if position > begin:
                    yield text.index(":", begin), position
                for match in found:
                    yield from (match.span(part) for part in parts if match[part])
                if text[found[-1].end() - 1] == ".":
                    yield found[-1].end() - 1, found[-1].end()
                return


def _chain(form: re.Pattern[str], text: str, position: int, end: int) -> list[re.Match[str]]:
    """Matches that follow each other to the end of a line; none where something is left."""
    found: list[re.Match[str]] = []
    last = len(text[:end].rstrip())
    while position < last:
        match = form.match(text, position, last)
        if match is None:
            return []
        found.append(match)
        position = match.end()
    return found
