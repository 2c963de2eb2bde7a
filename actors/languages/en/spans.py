"""Names as the recogniser marked them, without articles, titles and possessive endings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.drafts import Draft
from actors.languages.en.facts import look_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from actors.types import Kind

KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "GRP": "group",
}


def recognised(doc: Doc) -> list[Draft]:
    """The names that the recogniser marked in a document, in order."""
    drafts: list[Draft] = []
    for draft in _spans(doc):
        if drafts and _family_and_given(drafts[-1], draft):
            drafts[-1].start += 1
            drafts[-1].end, drafts[-1].kind = draft.end, "person"
        elif drafts and _one_person(drafts[-1], draft):
            drafts[-1].end, drafts[-1].kind = draft.end, "person"
        else:
            drafts.append(draft)
    return drafts


def _one_person(left: Draft, right: Draft) -> bool:
    """Whether a given name and what follows it were cut apart (*Angela* and *Merkel*)."""
    from actors.knowledge.names import is_given_name

    if right.kind != "person" or not is_given_name(left.text):
        return False
    if left.end + 1 == right.start:
        hyphen = left.doc[left.end - 1 : right.start]
        return hyphen[1].text == "-" and not any(token.whitespace_ for token in hyphen)
    together = left.kind == "person" and left.end == right.start
    return together and right.end - right.start == 1


def _family_and_given(left: Draft, right: Draft) -> bool:
    """Whether title and family name were cut from the given name (*Envoy Park Ji-woo*)."""
    from actors.knowledge.names import family_name_first

    if right.kind != "person" or left.end != right.start or len(left.span) != 2:
        return False
    return lexicon.title(left.span[0].text) and family_name_first(left.span[1].text)


def _spans(doc: Doc) -> Iterator[Draft]:
    sure = scores(doc)
    for span in doc.ents:
        kind = KINDS.get(span.label_)
        if kind is None:
            continue
        for piece in _lines(span):
            start, end = trimmed(piece, kind)
            start -= kind == "person" and _opens_before(doc, start, end)
            if end > start and _nameable(doc[start:end], kind):
                told = "place" if kind == "group" and _of_its_own(doc[start:end].text) else kind
                yield Draft(doc, start, end, told, score=sure.get(span.start, UNSAID))


def _of_its_own(name: str) -> bool:
    """Whether a name is that of a region, which no people goes by (*Quebec mines minister*)."""
    from actors.knowledge.places import find_place

    place = find_place(name)
    return place is not None and place.kind != "city" and place.name == name and not look_up(name)


def _opens_before(doc: Doc, start: int, end: int) -> bool:
    """Whether the nickname that a name begins with is in quotation marks: *"Rick" Edmonds*."""
    opened = start > 0 and doc[start - 1].is_quote and not doc[start - 1].whitespace_
    return opened and any(token.is_quote for token in doc[start + 1 : end - 1])


UNSAID = 0.8
"""How sure a recogniser is taken to be that does not say."""


def scores(doc: Doc) -> dict[int, float]:
    """How sure our recogniser is of each name, 0 to 1, by the name's first token."""
    if "actors_recogniser" not in doc.spans:
        return {}
    group = doc.spans["actors_recogniser"]
    pairs = zip(group, group.attrs["scores"], strict=True)
    return {span.start: float(value) for span, value in pairs}


def _lines(span: Span) -> Iterator[Span]:
    """The parts of a span that line breaks cut it into."""
    start = span.start
    for token in span:
        if token.is_space and "\n" in token.text:
            if token.i > start:
                yield span.doc[start : token.i]
            start = token.i + 1
    if span.end > start:
        yield span.doc[start : span.end]


def trimmed(span: Span, kind: Kind) -> tuple[int, int]:
    """The tokens of a name without article, title, quotation marks and possessive ending."""
    start, end = span.start, span.end
    doc = span.doc
    while start < end and (_opening(doc[start]) or _region(doc, start, end)):
        start += 1
    while end > start and (outer(doc[end - 1]) or _trailing(doc[start:end], kind)):
        end -= 1
    while kind == "person" and end - start > 1 and (size := _title(doc, start)):
        start += size
    if kind == "person" and _opened(doc[start:end]) and doc[end : end + 1].text == ")":
        end += 1
    return start, end


def _opened(span: Span) -> bool:
    """Whether a name opens a bracket that it does not close: *Kim (Hyung-ryul*."""
    words = [token.text for token in span]
    return words.count("(") > words.count(")")


def _title(doc: Doc, start: int) -> int:
    """The tokens of the title that a name opens with; in *CEO Sultan A. Marshad* there is none."""
    from actors.knowledge.names import is_given_name
    from actors.knowledge.roles import find_nominal

    word, initial = doc[start].text, doc[start + 1].text
    if lexicon.title(f"{word} {initial}"):
        return 2
    if not lexicon.title(word):
        return 0
    initials = len(initial.rstrip(".")) == 1 and initial.isupper() and is_given_name(word)
    if initials and start and find_nominal(doc[start - 1].text) is not None:
        return 0
    return 2 if initial == "." else 1


def _region(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is a part of a state (*northern Afghanistan*): the state is what is named.

    *Northern Ireland* is a place of its own.
    """
    from actors.knowledge.places import find_place

    if end - start < 2 or doc[start].lower_ not in lexicon.words("directions"):
        return False
    name = doc[start:end].text
    whole, rest = look_up(name) or find_place(name), look_up(doc[start + 1 : end].text)
    if whole is not None or rest is None or rest.kind != "country":
        return False
    return rest.form != "demonym" or doc[start].text.islower()


def _opening(token: Token) -> bool:
    """Whether a word is before the name: an article, a mark, or a word run into it (*inKigali*)."""
    return outer(token) or (token.text in lexicon.words("glued") and not token.whitespace_)


def _trailing(span: Span, kind: Kind) -> bool:
    """Whether the last word of a name is none of its own (*Paktika province*)."""
    text = span[-1].text
    small = text in lexicon.SMALL or (text.isupper() and text.lower() in lexicon.SMALL)
    if text in lexicon.POSSESSIVE or small or text.strip("-–") == "":
        return True
    if text == "s" and span[-1].norm_ == "'s":
        return True
    before = span[-2].text if len(span) > 1 else ""
    if kind == "place":
        return text in lexicon.words("place_heads") and before[:1].isupper()
    if kind == "organisation" and text == "party":
        return before.lower() in lexicon.words("organisation_heads")
    return kind == "organisation" and text in lexicon.words("common_nouns")


def outer(token: Token) -> bool:
    """Whether a word or mark at the edge of a name is no part of it."""
    article = token.lower_ in lexicon.ARTICLES and not _lettered(token)
    return token.is_space or article or _mark(token.text)


def _lettered(token: Token) -> bool:
    """Whether an *A* is a letter of a name, not an article: *A-Mark*, *A-B-C Company*."""
    after = token.doc[token.i + 1 : token.i + 2].text
    return token.text == "A" and not token.whitespace_ and after in ("-", "&", "+")


def _mark(text: str) -> bool:
    return text in lexicon.MARKS or text.strip("-–—") == ""


def _nameable(span: Span, kind: Kind) -> bool:
    text = span.text
    if not any(letter.isupper() for letter in text) or text.lower() in lexicon.NEVER:
        return False
    if "@" in text or "://" in text or "www." in text:
        return False
    letters = text.replace(".", " ").split()
    honour = len(letters) > 2 and all(len(part) == 1 for part in letters)  # "Bahorun, G. O. S. K"
    return not (kind == "person" and (honour or any(letter.isdigit() for letter in text)))
