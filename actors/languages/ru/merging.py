"""Which of the names that tables know and slovnet sees are kept, where they overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actors.languages.ru.mentions import NamedMention, named

__all__ = ["merged", "overlap"]

_QUOTES = frozenset("«»“”„\"'")


def merged(
    text: str, seen: Sequence[NamedMention], known: Sequence[NamedMention]
) -> Iterator[NamedMention]:
    """What tables know before what slovnet sees, but for longer names of bodies around it."""
    kept = list(known)
    for one in seen:
        over = [other for other in known if overlap(one, other)]
        inner = [other for other in over if one.first <= other.first and other.last <= one.last]
        longer = any(one.last - one.first > other.last - other.first for other in over)
        if not over:
            kept.append(one)
        elif _enumerates(one, inner):
            continue
        elif one.draft.kind == "organisation" and longer and len(inner) == len(over):
            kept.append(one)
            _subordinate(one, inner, kept)
        elif one.draft.kind == "person" and longer:
            kept = [other for other in kept if other not in over]
            kept.append(one)
    ordered = sorted(kept, key=lambda one: (one.draft.start, -one.draft.end))
    yield from _with_owner(text, ordered)


def _enumerates(one: NamedMention, inner: Sequence[NamedMention]) -> bool:
    """Whether a name that is seen is a known one and another: *ООН и служба здравоохранения*."""
    joined = {word.number for word in one.words if word.pos == "CCONJ"}
    return any(other.last in joined or other.first - 1 in joined for other in inner)


def overlap(one: NamedMention, other: NamedMention) -> bool:
    """Whether two names of a sentence have a word in common."""
    return one.first < other.last and other.first < one.last


def _subordinate(
    whole: NamedMention, inner: Sequence[NamedMention], kept: list[NamedMention]
) -> None:
    """States in the name of a body are its attributes; other names in it are no mentions."""
    for other in inner:
        if other.draft.fact is not None and other.draft.fact.kind == "country":
            other.draft.kind = "group"
            other.draft.reason = f"state in the name of {whole.draft.text}"
        elif other in kept:
            kept.remove(other)


def _with_owner(text: str, ordered: Sequence[NamedMention]) -> Iterator[NamedMention]:
    """A body and the state behind it are one name: *МИД* and *Таджикистана*."""
    skip: set[int] = set()
    for number, one in enumerate(ordered):
        after = ordered[number + 1] if number + 1 < len(ordered) else None
        if number in skip or after is None or not _owned(one, after):
            if number not in skip:
                yield one
            continue
        whole = named(text, one.sentence, one.first, after.last, "organisation", one.draft.fact)
        after.draft.kind = "group"
        after.draft.reason = f"state in the name of {whole.draft.text}"
        yield whole
        yield after
        skip.add(number + 1)


def _owned(one: NamedMention, after: NamedMention) -> bool:
    fact = after.draft.fact
    if one.draft.kind != "organisation" or fact is None or fact.kind != "country":
        return False
    if fact.form not in ("name", "acronym") or after.draft.kind == "group":
        return False
    word = one.words[-1]
    if one.draft.fact is not None and one.draft.fact.subtype != "government":
        return False
    close = one.last == after.first and after.sentence is one.sentence
    return close and after.head.case in ("Gen", "") and word.text not in _QUOTES
