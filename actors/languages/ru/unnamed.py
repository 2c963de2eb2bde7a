"""Actors without a name: *полиция*, *повстанцы*, *оппозиция*, where they act or are acted on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from actors.languages.drafts import Draft, Referent
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.who import table
from actors.types import UNNAMED

__all__ = ["nouns", "unnamed"]


@cache
def nouns() -> Mapping[str, tuple[str, Referent]]:
    """The nouns of ``lexicon/unnamed.tsv``: their noun in English, and who they are."""
    return {
        row["word"]: (
            row["noun"],
            Referent(
                row["word"],
                "group" if row["kind"] == "group" else "organisation",
                row["subtype"] or None,
                ((UNNAMED, row["noun"]),),
            ),
        )
        for row in table("unnamed")
    }


def unnamed(
    known: dict[str, Referent], sentence: ParsedSentence, word: Word
) -> tuple[Referent, Draft] | None:
    """The actor that a noun is, and its mention; none where the noun is no such actor.

    Args:
        known: those of the document so far, by their noun; a new one is added
        sentence: that of the word
        word: a noun
    """
    found = nouns().get(word.lemma.replace("ё", "е"))
    if found is None or word.pos not in ("NOUN", "PROPN", "ADJ", "VERB"):
        return None
    noun, kind = found
    who = known.setdefault(noun, Referent(word.lemma, kind.kind, kind.subtype, kind.identifiers))
    draft = Draft(word.start, word.end, word.text, who.kind, "nominal", reason="description")
    draft.score, draft.subtype, draft.sentence = 0.6, who.subtype, sentence.number
    return who, draft
