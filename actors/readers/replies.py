"""Which lines of a message are its writer's own words.

Quoted replies, what introduces them, signatures and legal notices are not: they stay in the
text, outside the body. What was forwarded without a word of one's own is what a message is for,
and counts as its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

__all__ = ["own_lines"]

_QUOTED = re.compile(r"\s{0,3}(?:>|\|\s)")
_WROTE = re.compile(
    r"(?:On|Am|Le|El|Il|Op|Em|Den)\b.{4,250}"
    r"(?:wrote|writes|schrieb.{0,80}|a écrit|escribió|ha scritto|schreef.{0,80}|skrev)\s*:",
    re.DOTALL,
)
_ORIGINAL = re.compile(
    r"[-_\s]{2,}(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht|Message d'origine"
    r"|Mensaje original|Messaggio originale|Oorspronkelijk bericht)[-_\s]{2,}|_{20,}",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"[-_\s]{2,}Forwarded message[-_\s]{2,}|Begin forwarded message:|[-_\s]{2,}Weitergeleitete"
    r" Nachricht[-_\s]{2,}",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"[*>\s]*(From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance|Attachments|Von|Gesendet|An"
    r"|Betreff|De|Envoyé|À|Objet)\s?:\*?\s.*",
)
_FROM = frozenset({"From", "Von", "De"})
_SIGNATURE = re.compile(r"--\s?")
_CLOSING = re.compile(
    r"(?:(?:with |my |many |kind |best |warm |very )*(?:regards|wishes|thanks)|best|cheers"
    r"|sincerely|thank you(?: very much)?|yours(?: sincerely| faithfully| truly)?|all the best"
    r"|respectfully|mit freundlichen grüßen|cordialement|saludos|br|rgds)(?: and \w+)?[,.!]?",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(r"(?:Sent from my|Get Outlook for|Von meinem .{2,30} gesendet)\b.*", re.I)
_CONTACT = re.compile(
    r"(?:T|Tel|Telephone|Phone|M|Mob|Mobile|Cell|F|Fax|E|E-?mail|W|Web)\s?[.:]\s?\S.*"
    r"|.*\|\s?(?:T|M|Tel|Mob)\s?[.:].*|\+?[\d\s().-]{9,}|(?:https?://|www\.)\S+",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?=.*\b(?:confidential|privileged)\b)(?=.*\b(?:intended|addressee|recipient|in error)\b).*"
    r"|.*\b(?:think of|consider) the environment\b.*|CAUTION: This e-?mail originated.*",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[^.!?]{0,60}"
    r"|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)[,:!]"
)
_LONGEST_END = 12
_LONGEST_NAME = 40


def own_lines(lines: Sequence[str], writer: str = "") -> list[bool]:
    """For each line of a message, whether it is its writer's own.

    Args:
        lines: the lines of the body, without the header.
        writer: the name of who wrote it; a line that is this name ends the message.

    >>> own_lines(["We agree.", "", "On 9 June 2020 Omar Reyes wrote:", "> Do you agree?"])
    [True, True, False, False]
    >>> own_lines(["We agree.", "Best regards,", "Nadia Feld", "Senior Partner"])
    [True, False, False, False]
    """
    own = [not _QUOTED.match(line) for line in lines]
    end = len(lines)
    for i, stop in _cuts(lines, own):
        own[i:stop] = [False] * (stop - i)
        end = min(end, i) if stop == len(lines) else end
    _set_aside_end(lines, own, end, writer)
    for i, line in enumerate(lines):
        if _NOTICE.fullmatch(line.strip()) or _SENT_FROM.fullmatch(line.strip()):
            own[i] = False
    first = next((i for i, line in enumerate(lines) if own[i] and line.strip()), None)
    if first is not None and _GREETING.fullmatch(lines[first].strip()):
        own[first] = False
    return own


def _cuts(lines: Sequence[str], own: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """From which line to which other messages are quoted, or introduced."""
    i = 0
    while i < len(lines):
        stop = _stop(lines, own, i)
        if stop > i:
            yield i, stop
        i = max(stop, i + 1)


def _stop(lines: Sequence[str], own: Sequence[bool], i: int) -> int:
    """Up to which line another message is set aside from one on; that line for none."""
    length = _introduction(lines, i)
    header = _header(lines, i + length)
    if header:
        return i + length + header if _is_forwarded(lines, own, i) else len(lines)
    if not length or _ORIGINAL.fullmatch(lines[i].strip()):
        return i
    after = next((line for line in lines[i + length :] if line.strip()), ">")
    answered = _QUOTED.match(after) or _FORWARDED.fullmatch(lines[i].strip())
    return i + length if answered else len(lines)


def _is_forwarded(lines: Sequence[str], own: Sequence[bool], i: int) -> bool:
    """Whether a message is passed on: it says so, or there is no word before it."""
    said = any(line.strip() and own[at] for at, line in enumerate(lines[:i]))
    return not said or bool(_FORWARDED.fullmatch(lines[i].strip()))


def _introduction(lines: Sequence[str], i: int) -> int:
    """How many lines from one on say that another message follows."""
    line = lines[i].strip()
    if _ORIGINAL.fullmatch(line) or _FORWARDED.fullmatch(line):
        return 1
    for count in (1, 2, 3):
        if _WROTE.fullmatch(" ".join(each.strip() for each in lines[i : i + count])):
            return count
    return 0


def _header(lines: Sequence[str], i: int) -> int:
    """How many lines from one on are the header of another message: From, Sent, To, Subject."""
    at = i
    while at < len(lines) and not lines[at].strip():
        at += 1
    start = at
    match = _HEADER.fullmatch(lines[at]) if at < len(lines) else None
    if match is None or match.group(1) not in _FROM:
        return 0
    while at < len(lines) and _HEADER.fullmatch(lines[at]):
        at += 1
    return at - i if at - start >= 3 else 0


def _set_aside_end(lines: Sequence[str], own: list[bool], end: int, writer: str) -> None:
    """The end of a message: a signature, from its mark, a closing or the writer's name on."""
    for i in range(end):
        line = lines[i].strip()
        if not own[i] or not line:
            continue
        stop = next((at for at in range(i, end) if not own[at]), end)
        rest = [each for each in lines[i:stop] if each.strip()]
        short = len(rest) <= _LONGEST_END
        if _SIGNATURE.fullmatch(lines[i]) or (short and _ends(line, writer, i)):
            own[i:stop] = [False] * (stop - i)
        elif _CONTACT.fullmatch(line) and len(line) < 2 * _LONGEST_NAME:
            own[i] = False


def _ends(line: str, writer: str, i: int) -> bool:
    if len(line) > _LONGEST_NAME:
        return False
    name = line.strip(",. -–—").casefold()
    is_writer = bool(writer) and name in (writer.casefold(), writer.casefold().split()[0])
    return bool(_CLOSING.fullmatch(line)) or (is_writer and i > 0)
