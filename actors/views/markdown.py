"""A report as Markdown: for a repository, a wiki, or another editor's hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.views.blocks import (
    Beside,
    Block,
    Claim,
    Claims,
    Entry,
    Facts,
    Heading,
    Picture,
    Points,
    Profile,
    Table,
    Text,
    Tie,
    Warn,
    printable,
)

if TYPE_CHECKING:
    from actors.views.blocks import Quote, Report

# What Markdown (CommonMark, and GitHub's tables) could take for markup, HTML among it.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#|~$!])")
_AT_START = re.compile(r"^(?:(\d+)(?=[.](?:\s|$))|(?=[-+=:]))")


def markdown(report: Report) -> str:
    """The Markdown of a report; text of documents is escaped, so that it stays text.

    Figures are left out, since Markdown can't hold them; the numbers they show are given.
    """
    lines = [f"# {escape(report.title)}", ""]
    if report.cover.made_for:
        lines += [escape(report.cover.made_for), ""]
    lines.append(escape(report.subtitle))
    for section in report.sections:
        lines += ["", f"## {escape(section.title)}"]
        for block in section.blocks:
            lines += ["", *_block(block)]
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """One line of text that no Markdown reader takes for markup.

    >>> escape("<b>*Kabul*</b> | 1")
    '\\\\<b\\\\>\\\\*Kabul\\\\*\\\\</b\\\\> \\\\| 1'
    >>> escape("- not a list")
    '\\\\- not a list'
    """
    escaped = _SPECIAL.sub(r"\\\1", printable(text)).replace("&", "&amp;")
    return _AT_START.sub(r"\1\\", escaped)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text):
            yield f"### {escape(text)}"
        case Text(text):
            yield escape(text)
        case Warn(text):
            yield f"> **Take care.** {escape(text)}"
        case Points(points):
            yield from (f"- {escape(point)}" for point in points)
        case Claims(claims, ranked):
            mark = "1." if ranked else "-"
            yield from (f"{mark} {_claim(claim)}" for claim in claims)
        case Facts(facts):
            yield from (f"- {escape(label)}: **{escape(said)}**" for label, said in facts)
        case Table():
            yield from _table(block)
        case Picture():
            yield f"*{escape(block.caption)}*"
            if block.numbers:
                yield ""
                yield from _table(block.numbers)
        case Tie():
            yield from _tie(block, "####")
        case Beside():
            yield from _beside(block)
        case Profile():
            yield from _profile(block)
        case Entry():
            yield from _entry(block)


def _table(table: Table) -> Iterator[str]:
    marks = ("---:" if n in table.numbers else "---" for n in range(len(table.header)))
    yield f"**{escape(table.caption)}**"
    yield ""
    yield _row(map(escape, table.header))
    yield _row(marks)
    for row in table.rows:
        yield _row(map(escape, row))


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _tie(tie: Tie, level: str) -> Iterator[str]:
    yield f"{level} {escape(tie.heading)}"
    yield ""
    yield escape(tie.about)
    yield from _quotes(tie.quotes)
    if tie.more:
        yield ""
        yield f"and {tie.more} more"


def _claim(claim: Claim) -> str:
    return escape(claim.text) + _cited(claim.sentences)


def _cited(numbers: tuple[int, ...]) -> str:
    """Links to sentences of the annex.

    >>> _cited((3, 12)), _cited(())
    (' ([3](#s3), [12](#s12))', '')
    """
    links = ", ".join(f"[{number}](#s{number})" for number in numbers)
    return f" ({links})" if links else ""


def _profile(profile: Profile) -> Iterator[str]:
    yield f"### {escape(profile.name)} ({escape(profile.kind)})"
    yield ""
    yield from (f"- {_claim(fact)}" for fact in profile.facts)
    for title, claims in (profile.left, profile.right):
        yield ""
        yield f"**{escape(title)}**"
        yield ""
        yield from (f"- {_claim(claim)}" for claim in claims)
    yield from _quotes(profile.quotes)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"### {escape(entry.heading)}"
    for tie in entry.ties:
        again = f"; see{_cited(tie.again)}" if tie.again else ""
        yield ""
        yield f"**{escape(tie.words)}** {escape(tie.about)}{again}"
        for quote in tie.quotes:
            yield ""
            yield (
                f'- <a id="s{quote.number}"></a>{quote.number}: {_said(quote)} — {_where(quote)}'
            )


def _quotes(quotes: tuple[Quote, ...]) -> Iterator[str]:
    for quote in quotes:
        yield ""
        yield f"> {_said(quote)}"
        yield ">"
        yield f"> — {_where(quote)}{_cited((quote.number,) if quote.number else ())}"


def _said(quote: Quote) -> str:
    """A quoted sentence, with the words that matter in bold."""
    if not printable(quote.words):
        return escape(quote.text)
    before, after = (escape(part) for part in (quote.before, quote.after))
    left = " " if before and quote.before[-1:].isspace() else ""
    right = " " if after and quote.after[:1].isspace() else ""
    return f"{before}{left}**{escape(quote.words)}**{right}{after}"


def _where(quote: Quote) -> str:
    return escape(f"{quote.where} ({quote.notes})" if quote.notes else quote.where)


def _beside(beside: Beside) -> Iterator[str]:
    yield f"#### {escape(beside.heading)}"
    for tie in (*beside.left, *beside.right):
        yield ""
        yield from _tie(tie, "#####")
