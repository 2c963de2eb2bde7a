"""A parsed text: its sentences, their words, and the names that slovnet sees.

The networks are slovnet's for news (Yargy and slovnet: Kukushkin 2020), small enough for any
computer; they come with natasha, whose own modules aren't needed. Labels are those of Universal
Dependencies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from actors.errors import ModelError
from actors.languages.ru.lemmas import lemma

__all__ = ["NameSpan", "ParsedSentence", "Word", "parsed"]

_LONGEST = 200
"""Words of a sentence; a longer one, such as a table without stops, is cut."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: where it stands, what it is, and what it depends on.

    ``head`` is the number of the word that it depends on, -1 for the root.
    """

    number: int
    text: str
    start: int
    end: int
    pos: str
    feats: Mapping[str, str]
    head: int
    rel: str
    lemma: str

    @property
    def case(self) -> str:
        """Its case as Universal Dependencies writes it; empty where it has none."""
        return self.feats.get("Case", "")


@dataclass(frozen=True)
class ParsedSentence:
    """A sentence with its dependency tree."""

    number: int
    start: int
    end: int
    words: tuple[Word, ...]

    @cached_property
    def children(self) -> tuple[tuple[Word, ...], ...]:
        """The words that depend on each word, in order."""
        found: list[list[Word]] = [[] for _ in self.words]
        for word in self.words:
            if 0 <= word.head != word.number:
                found[word.head].append(word)
        return tuple(map(tuple, found))

    def of(self, word: Word, *rels: str) -> list[Word]:
        """The words that depend on a word in one of these ways, or in any."""
        every = self.children[word.number]
        return [one for one in every if not rels or one.rel in rels]

    def head(self, word: Word) -> Word | None:
        """What a word depends on."""
        return self.words[word.head] if 0 <= word.head != word.number else None

    def above(self, word: Word) -> Iterator[Word]:
        """What a word depends on, then what that depends on, up to the root."""
        seen = {word.number}
        head = self.head(word)
        while head is not None and head.number not in seen:
            yield head
            seen.add(head.number)
            head = self.head(head)

    def preposition(self, word: Word) -> str:
        """The preposition of a noun, in small letters; empty where it has none."""
        found = [one.text.casefold() for one in self.of(word, "case") if one.pos == "ADP"]
        return _PLAIN.get(found[0], found[0]) if found else ""


_PLAIN = {"со": "с", "во": "в", "ко": "к", "ото": "от", "изо": "из", "об": "о", "обо": "о",
          "передо": "перед", "надо": "над", "подо": "под"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name as slovnet sees it: ``PER``, ``ORG`` or ``LOC``."""

    start: int
    end: int
    type: str


def parsed(text: str) -> tuple[list[ParsedSentence], list[NameSpan]]:
    """The sentences of a text and the names in it.

    Raises:
        ModelError: the networks aren't installed.
    """
    pieces = list(_sentences(text))
    models = _models()
    texts = [[token.text for token in tokens] for _, tokens in pieces]
    forms = models["morph"].map(texts)
    trees = models["syntax"].map(texts)
    sentences = [
        _sentence(number, offset, tokens, form.tokens, tree.tokens)
        for number, ((offset, tokens), form, tree) in enumerate(
            zip(pieces, forms, trees, strict=True)
        )
    ]
    return sentences, list(_names(text, sentences, models["ner"]))


def _sentences(text: str) -> Iterator[tuple[int, Sequence[Any]]]:
    """Each sentence of each line with its words."""
    from razdel import sentenize, tokenize

    position = 0
    for line in text.split("\n"):
        for sentence in sentenize(line):
            tokens = list(tokenize(sentence.text))
            for first in range(0, len(tokens), _LONGEST):
                yield position + sentence.start, tokens[first : first + _LONGEST]
        position += len(line) + 1


def _sentence(
    number: int, offset: int, tokens: Sequence[Any], forms: Sequence[Any], tree: Sequence[Any]
) -> ParsedSentence:
    numbers = {token.id: position for position, token in enumerate(tree)}
    words = []
    for position, (token, form, node) in enumerate(zip(tokens, forms, tree, strict=True)):
        feats = dict(form.feats)
        head = -1 if node.rel == "root" else numbers.get(node.head_id, -1)
        base = lemma(token.text, form.pos, feats.get("Case", ""), feats.get("Gender", ""))
        where = offset + token.start, offset + token.stop
        words.append(Word(position, token.text, *where, form.pos, feats, head, node.rel, base))
    return ParsedSentence(number, words[0].start, words[-1].end, tuple(words))


def _names(text: str, sentences: Sequence[ParsedSentence], ner: Any) -> Iterator[NameSpan]:
    """Names sentence by sentence, so that one never reaches into the next."""
    for sentence in sentences:
        for span in ner(text[sentence.start : sentence.end]).spans:
            yield NameSpan(sentence.start + span.start, sentence.start + span.stop, span.type)


@cache
def _models() -> dict[str, Any]:
    """The networks, loaded once a process."""
    data = _data()
    try:
        from navec import Navec
        from slovnet import NER, Morph, Syntax

        words = Navec.load(data / "emb/navec_news_v1_1B_250K_300d_100q.tar")
        kinds = {"morph": Morph, "syntax": Syntax, "ner": NER}
        return {
            name: kind.load(data / f"model/slovnet_{name}_news_v1.tar").navec(words)
            for name, kind in kinds.items()
        }
    except (ImportError, OSError) as error:
        raise ModelError(
            f"Russian can't be read: {error}; pip install 'actor-networks[ru]'"
        ) from error


def _data() -> Path:
    """Where natasha keeps the networks."""
    found = find_spec("natasha")
    if found is None or found.origin is None:
        raise ModelError("Russian needs more than is installed: pip install 'actor-networks[ru]'")
    return Path(found.origin).parent / "data"
