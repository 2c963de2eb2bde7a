"""Load the spaCy pipeline once a process, and read documents with it in batches."""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import TYPE_CHECKING

from actors.errors import ModelError
from actors.languages.en import lexicon
from actors.languages.en.asides import mark_asides
from actors.languages.en.model_check import verify
from actors.languages.en.reading import mark_lines, readable
from actors.languages.en.tokens import mend_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from actors.types import Document, Settings

BATCH = 32
AT_ONCE = 200_000
"""Characters of the documents that are parsed together: memory grows with them."""
LONGEST = 20_000_000
"""Characters that a document may have; spaCy's own limit is meant for smaller machines."""


def parse(documents: Sequence[Document], settings: Settings) -> Iterator[Doc]:
    """Parse what is worth reading in each document; offsets are those of the original text.

    Raises:
        ModelError: the pipeline that ``settings.model`` names is not installed.
    """
    nlp = load(settings.model, settings.recogniser)
    for batch in batches(documents):
        yield from nlp.pipe(map(readable, batch), batch_size=BATCH)


def batches(documents: Iterable[Document], characters: int = AT_ONCE) -> Iterator[list[Document]]:
    """The documents in lists whose texts are together not longer than that, or of one each.

    >>> from actors.types import Document
    >>> some = [Document("a", "12345"), Document("b", "123"), Document("c", "12")]
    >>> [[one.name for one in batch] for batch in batches(some, 6)]
    [['a'], ['b', 'c']]
    """
    batch: list[Document] = []
    room = characters
    for document in documents:
        room -= len(document.text)
        if batch and room < 0:
            yield batch
            batch, room = [], characters - len(document.text)
        batch.append(document)
    if batch:
        yield batch


@lru_cache(maxsize=4)
def load(model: str, recogniser: bool) -> Language:
    """The spaCy pipeline called ``model``, with our own recogniser in place of its names.

    Raises:
        ModelError: it is not installed, its files were changed, or it does not parse.
    """
    import spacy
    from spacy.language import Language

    ours = recogniser and has_recogniser()
    verify(model)
    try:
        nlp = spacy.load(model, exclude=["ner"] if ours else [])
    except OSError as error:
        message = f"{model!r} is not an installed spaCy pipeline: pip install it, or see --model"
        raise ModelError(message) from error
    if "parser" not in nlp.pipe_names:
        raise ModelError(f"{model!r} has no dependency parser: choose a pipeline that parses")
    nlp.max_length = LONGEST
    _cut_glued(nlp)
    Language.component("actors_tokens", func=mend_tokens)
    nlp.add_pipe("actors_tokens", first=True)
    Language.component("actors_lines", func=mark_lines)
    nlp.add_pipe("actors_lines", after="actors_tokens")
    Language.component("actors_asides", func=mark_asides)
    nlp.add_pipe("actors_asides", last=True)
    if ours:
        importlib.import_module("actors.languages.en.recogniser")
        nlp.add_pipe("actors_recogniser", last=True)
    return nlp


def _cut_glued(nlp: Language) -> None:
    """Take apart what is run into a name: *theEU*, in text cut from a page, and *U.S.-led*."""
    from spacy.util import compile_infix_regex, compile_prefix_regex

    words = "|".join(sorted(lexicon.words("glued")))
    glued = rf"(?:{words}|But|While|When|After)(?=[A-Z])"
    prefixes = [*(nlp.Defaults.prefixes or ()), glued]
    nlp.tokenizer.prefix_search = compile_prefix_regex(prefixes).search  # type: ignore[union-attr]
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[A-Z]\.)-(?=[A-Za-z])"]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]


def has_recogniser() -> bool:
    """Whether the weights of our own recogniser are part of this installation."""
    from actors.languages.en.networks import WEIGHTS
    from actors.neural.name_reader import available

    return available(WEIGHTS)
