"""Names from GUM's CoNLL-U files: proper nouns at the head of a phrase, and masks elsewhere.

GUM marks every noun phrase, not names. The run of proper nouns around a phrase's head is taken for
its name; any other capitalised word is left out of the loss, so that no guess of ours is learnt.
News is never read: it is what the project is measured on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpora import Example, trim

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "object": "MISC"}
LINKS = frozenset(("of", "for", "-", "–", "&", "de", "van", "von", "al"))
TITLES = frozenset(
    re.findall(
        r"\S+",
        """mr mrs ms miss dr sir lady lord king queen prince princess pope saint st president
        general gen captain capt col colonel sgt major lieutenant prof professor judge
        justice senator rep representative secretary minister chancellor governor mayor rev
        reverend father brother sister uncle aunt chairman speaker ambassador director
        emperor mr. mrs. ms. dr. gen. sen. rep. prof. st. capt. col. hon hon. councilor""",
    )
)
ROLES = frozenset(("of", "chair", "administrator", "premier", "vice", "deputy", "minister"))


@dataclass
class Token:
    """A word with its part of speech, offsets, and the number of its head in the document."""

    form: str
    pos: str
    start: int
    end: int
    head: int


@dataclass
class Phrase:
    """A noun phrase: tokens ``first..last`` of an entity type; ``number`` is whom it means."""

    kind: str
    first: int
    last: int
    number: str


def read_gum(folder: Path) -> Iterator[Example]:
    """Every document but news."""
    for path in sorted(folder.glob("GUM_*.conllu")):
        if not path.stem.startswith("GUM_news_"):
            yield read_document(path)


def read_document(path: Path) -> Example:
    """Text, trusted names and masked words of one file."""
    text, tokens, phrases = parse(path.read_text(encoding="utf8"))
    spans, covered = [], set()
    for phrase in sorted(phrases, key=lambda one: (one.first, -one.last)):
        name = _name(tokens, phrase)
        if name and not covered & set(range(name[0], name[1] + 1)):
            covered |= set(range(name[0], name[1] + 1))
            edges = trim(text, tokens[name[0]].start, tokens[name[1]].end)
            spans.append((*edges, TYPES[phrase.kind]))
    unknown = [
        (token.start, token.end)
        for at, token in enumerate(tokens)
        if at not in covered and (token.pos == "PROPN" or _inner_capital(tokens, at))
    ]
    return Example(path.stem, "gum", text, spans, unknown)


def _inner_capital(tokens: list[Token], at: int) -> bool:
    starts = at == 0 or tokens[at - 1].form in {".", "!", "?", '"', "“", ":"}
    return tokens[at].form[0].isupper() and not starts and tokens[at].form != "I"


def _name(tokens: list[Token], phrase: Phrase) -> tuple[int, int] | None:
    """The run of proper nouns around the phrase's head, without titles before a person."""
    inside = range(phrase.first, phrase.last + 1)
    heads = [at for at in inside if tokens[at].head not in inside]
    if phrase.kind not in TYPES or not heads or not _capital(tokens[heads[0]], {"PROPN"}):
        return None
    first = last = heads[0]
    while first > phrase.first and _capital(tokens[first - 1], {"PROPN", "ADJ", "VERB"}):
        first -= 1
    last = _rightwards(tokens, last, phrase.last)
    while first < last and phrase.kind == "person" and tokens[first].form.lower() in TITLES:
        first += 1
    words = [token.form.lower() for token in tokens[first : last + 1]]
    role = phrase.kind == "person" and not TITLES.union(ROLES).isdisjoint(words)
    listed = tokens[last + 1 : last + 2] and tokens[last + 1].form in {"and", "for", "of"}
    return None if role or (listed and phrase.kind == "organization") else (first, last)


def _rightwards(tokens: list[Token], at: int, limit: int) -> int:
    while at < limit:
        step = 2 if tokens[at + 1].form in LINKS and at + 2 <= limit else 1
        if not _capital(tokens[at + step], {"PROPN"}):
            break
        at += step
    return at


def _capital(token: Token, classes: set[str]) -> bool:
    return token.pos in classes and token.form[0].isupper()


def parse(conllu: str) -> tuple[str, list[Token], list[Phrase]]:
    """Text, words and noun phrases of a file."""
    text, tokens, phrases, joined, before = "", [], [], -1, 0
    opened: dict[str, list[Phrase]] = {}
    glue, line_break = True, False
    for line in conllu.splitlines():
        line_break |= line.startswith("# newpar")
        if not line[:1].isdigit():
            continue
        fields = line.split("\t")
        if "-" in fields[0]:
            joined = int(fields[0].split("-")[1])
            after_joined = "SpaceAfter=No" in fields[9]
            continue
        if "." in fields[0]:
            continue
        text += ("\n" if line_break and text else "") or ("" if glue else " ")
        line_break = False
        number = int(fields[0])
        # Heads are numbered within the sentence; ours within the document.
        before = len(tokens) if number == 1 else before
        head = before + int(fields[6]) - 1 if fields[6] != "0" else -1
        tokens.append(Token(fields[1], fields[3], len(text), len(text) + len(fields[1]), head))
        text += fields[1]
        glue = "SpaceAfter=No" in fields[9] if number > joined else number < joined or after_joined
        joined = joined if number < joined else -1
        _mentions(fields[9], len(tokens) - 1, opened, phrases)
    return text, tokens, phrases


def _mentions(misc: str, at: int, opened: dict[str, list[Phrase]], phrases: list[Phrase]) -> None:
    found = re.search(r"(?:^|\|)Entity=([^|]+)", misc)
    if not found:
        return
    # Links come last in a bracket and may hold anything: the closing bracket of a one-word
    # phrase has no number before it.
    for piece in re.findall(r"\([^()]*\)?|\d+\)", found.group(1)):
        if piece.startswith("("):
            number, kind = piece[1:].split("-")[:2]
            phrase = Phrase(kind, at, at, number)
            phrases.append(phrase)
            if not piece.endswith(")"):
                opened.setdefault(number, []).append(phrase)
        elif opened.get(piece[:-1]):
            opened[piece[:-1]].pop().last = at
