"""Who speaks in a transcript: the labels before what is said, and what is not said at all.

A label stays in the body, on its own (*PIET MULDER, CHAIRMAN*); its colon and what is in brackets
after it lie outside, so that `actors.extract` sees the label end and the speech begin. *Q:*, *A:*
and *HOST:* name nobody and lie outside whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from actors.knowledge.names import is_given_name

Range = tuple[int, int]

_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*[A-ZÀ-Þ.](?: (?:[a-z]{1,3} )?[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,7}"
_MIXED = r"(?:[A-Z][a-z]{1,4}\.? )?[A-ZÀ-Þ][\w'’-]+(?: (?:[a-z]{1,3} )?[A-ZÀ-Þ][\w'’.-]*){0,3}"
_SAID = r"(?: ?[(\[][\w .,'’-]{1,40}[)\]])?"
_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?[ \t]*[-–]?[ \t]*"
_LABEL = re.compile(
    rf"^[ \t]*(?P<time>{_TIME})?(?P<stars>\*\*|__)?"
    rf"(?P<name>{_CAPS}(?:, [A-Z][^:\n()\[]{{0,100}})?|{_MIXED})"
    rf"(?P<end>{_SAID}(?:\*\*|__)?[ \t]*:(?:\*\*|__)?[ \t]+)(?=\S)",
    re.MULTILINE,
)
_ASKED = re.compile(
    r"^[ \t]*(?:\*\*|__)?(?:[QA]\d{0,3}|Question|Answer|Interviewer|Interviewee|Reporter|Journalist"
    r"|Moderator|Host|Anchor|Narrator|Operator|Speaker \d+|Unidentified [a-z]+|QUESTION|ANSWER)"
    r"(?:\*\*|__)?[.:](?:\*\*|__)?[ \t]+(?=\S)",
    re.MULTILINE,
)
_NOBODY = frozenset(
    (
        *("ANCHOR", "ANNOUNCER", "ANSWER", "AUDIENCE", "CORRESPONDENT", "HOST", "INTERVIEWER"),
        *("JOURNALIST", "MODERATOR", "NARRATOR", "OPERATOR", "PRESENTER", "QUESTION", "REPORTER"),
        *("SPEAKER", "TRANSLATOR", "UNIDENTIFIED", "UNKNOWN", "VOICE-OVER", "VOICEOVER", "CROWD"),
        *("INTERPRETER", "ALL", "BOTH", "MAN", "WOMAN", "CLIP", "VIDEO", "NOTE", "SUMMARY"),
        *("COMMENT", "SUBJECT", "TO", "FROM", "RE", "DATE", "BYLINE", "SECTION", "LENGTH", "BODY"),
        *("HEADLINE", "COPYRIGHT", "CONTACT", "SOURCE", "UPDATE", "PRESENT", "APOLOGIES", "AGENDA"),
    )
)
_DIRECTION = re.compile(
    r"[ \t]{0,4}[(\[](?:(?:BEGIN|END)(?: [A-Z-]+){1,4}|(?i:inaudible|unintelligible|crosstalk"
    r"|laughter|laughs|applause|cheers|pause|music|silence|off[- ]mic|sic|voice-over|video clip"
    r"|commercial break|through (?:an? )?(?:translator|interpreter)))[)\]](?=\s|$|[.,])"
)
_ANSWER = re.compile(
    r"(?:Yes|No|Yeah|Nope|Right|Sure|Exactly|Absolutely|Correct)[.!](?P<blank>[ ]+)"
)
_STAMP = re.compile(
    rf"^[ \t]*{_TIME}(?=\S)|^[ \t]*\[?\d{{1,2}}:\d\d:\d\d(?:[.,]\d{{1,3}})?\]?[ \t]*$", re.M
)
_FEW = 2


def labels(text: str, start: int = 0) -> Iterator[Range]:
    """What lies outside the body of a transcript: colons, names of roles, stage directions.

    >>> text = "Q: Did they pay?\\nA: No. They left."
    >>> [text[start:end] for start, end in labels(text)]
    ['Q: ', 'A: ', ' ']
    """
    asked = [match.span() for match in _ASKED.finditer(text, start)]
    named = _speakers(text, start)
    yield from asked
    for match in named:
        nobody = match["name"].split(",")[0].split()[0].strip(".").upper() in _NOBODY
        begin = match.start() if nobody else match.start("end")
        yield begin, match.end()
        if not nobody:
            yield match.start(), match.start("name")
    for begin in [end for _, end in asked] + [match.end() for match in named]:
        if answer := _ANSWER.match(text, begin):
            yield answer.span("blank")
    if asked or named:
        yield from (match.span() for match in _DIRECTION.finditer(text, start))
        yield from (match.span() for match in _STAMP.finditer(text, start))


def _speakers(text: str, start: int) -> list[re.Match[str]]:
    """The labels of speakers; a text with one of them only is no transcript."""
    found = [match for match in _LABEL.finditer(text, start) if not _ASKED.match(match.group())]
    times = Counter(match["name"] for match in found)
    believed = [match for match in found if _is_name(match["name"], times)]
    return believed if len(believed) >= _FEW else []


def _is_name(name: str, times: Counter[str]) -> bool:
    """Whether words before a colon are somebody's name: in capitals, said twice, or a person's."""
    first = name.split(",")[0]
    words = first.split()
    if first.isupper():
        return words[0] not in _NOBODY or len(words) == 1
    return times[name] >= _FEW + 1 or (
        len(words) > 1 and is_given_name(words[0]) and times[name] >= _FEW
    )
