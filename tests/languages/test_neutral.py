"""English stands in its folder: no other code holds English words to match, or labels of a parser.

Tables are data and may hold English names and words (`actors/knowledge/data`). Rooms that write for
people or for other programs speak English on purpose; of them only labels are asked.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import actors
from tests.languages.english import Found, labels, words

Find = Callable[[ast.AST], Iterator[Found]]
CODE = Path(actors.__file__).parent
PACKS = ("languages/en", "languages/fr", "languages/ru")
"""Folders of languages: their words and their parsers' labels are their own."""
WRITING = (
    *("cli", "desk", "export", "frames", "outputs", "report", "store", "views"),
    "wording.py",
)
"""Rooms that write: columns, buttons, sentences of a report, formats of other programs, SQL."""
_LAYOUT = "the layout of a page is told before its language is known, and by words of several"
_VENDOR = "headings of a database's exports, as its program writes them"
_SCORED = "names are compared as the English annotations that are scored trim them"
_ROWS = "what the rows of scores are called"
MAY: Mapping[str, str] = {
    "analysis/sentences.py": "*AND* joins the words of a search",
    "evaluate/compared.py": _SCORED,
    "evaluate/mentions.py": _SCORED,
    "evaluate/relations.py": _ROWS,
    "evaluate/stances.py": _ROWS,
    "knowledge/roles.py": "it makes plurals of its table, whose nouns are English",
    "readers/databases/factiva.py": _VENDOR,
    "readers/databases/lexisnexis.py": _VENDOR,
    "readers/databases/nexis.py": _VENDOR,
    "readers/databases/proquest.py": _VENDOR,
    "readers/dateline.py": _LAYOUT,
    "readers/marks.py": _LAYOUT,
    "readers/opening.py": _LAYOUT,
    "readers/pages.py": _LAYOUT,
    "readers/references.py": _LAYOUT,
    "readers/replies.py": _LAYOUT,
    "readers/rows.py": _LAYOUT,
    "readers/runs.py": _LAYOUT,
    "readers/speech.py": _LAYOUT,
    "readers/wrapping.py": _LAYOUT,
}
"""Files that have to hold English words, and why."""


@cache
def trees() -> dict[str, ast.Module]:
    """The code of the package, by file."""
    paths = {path.relative_to(CODE).as_posix(): path for path in sorted(CODE.rglob("*.py"))}
    return {name: ast.parse(path.read_text("utf-8")) for name, path in paths.items()}


def found_in(find: Find, apart: tuple[str, ...]) -> dict[str, list[Found]]:
    """What is found in the code of the package, by file, apart from some folders."""
    places = tuple(f"{each}/" for each in apart)
    found = {
        name: list(find(tree))
        for name, tree in trees().items()
        if not f"{name}/".startswith(places)
    }
    return {name: each for name, each in found.items() if each}


def test_no_label_of_a_parser_stands_outside_a_language() -> None:
    assert found_in(labels, PACKS) == {}


def test_no_english_word_is_matched_outside_the_folder_of_english() -> None:
    found = found_in(words, (*PACKS, *WRITING))
    assert {name: each for name, each in found.items() if name not in MAY} == {}


def test_every_exception_is_needed() -> None:
    assert MAY.keys() - found_in(words, (*PACKS, *WRITING)).keys() == set()


def test_english_is_found_where_it_stands() -> None:
    """Most modules of the folder hold words or labels: what looks for them is not blind."""
    own = [tree for name, tree in trees().items() if name.startswith("languages/en/")]
    assert sum(any(labels(tree)) for tree in own) > 60
    assert sum(any(words(tree)) for tree in own) > 40


@pytest.mark.parametrize(
    "code",
    [
        'if token.dep_ == "x": pass',
        'relation == "nsubj"',
        'relation in ("dobj", "x")',
        'match tag:\n    case "VBD": pass',
        "root = token.lemma_",
    ],
)
def test_a_label_is_found(code: str) -> None:
    assert list(labels(ast.parse(code))) != []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ('if word == "whose": pass', ("whose",)),
        ('if word in {"mr", "x"}: pass', ("mr",)),
        ('match word:\n    case "their": pass', ("their",)),
        ('SAYING = frozenset(("announce", "argue", "ask"))', ("announce", "argue", "ask")),
        ('KIN = "son daughter brother".split()', ("brother", "daughter", "son")),
        ('ENDS = {"academy": 1, "agency": 2, "airlines": 3}', ("academy", "agency", "airlines")),
        ('SAID = re.compile(r"\\b(?:said|x)\\b")', ("said",)),
        ('ARTICLE = "the|x"', ("the",)),
        ('PART = rf"(?:{x}|of)"', ("of",)),
        ('name.removeprefix("the ")', ("the",)),
        ('name.startswith(("an ", "x"))', ("an",)),
    ],
)
def test_english_words_are_found(code: str, told: tuple[str, ...]) -> None:
    assert {one.words for one in words(ast.parse(code))} == {told}


@pytest.mark.parametrize(
    "code",
    [
        'raise ValueError("the name of the file is missing")',
        'KINDS = ("person", "organisation", "country")',
        'kind == "person"',
        'TOLD = f"{name} is of the kind {kind}"',
        '__all__ = ["of", "the"]',
        'WORDS = {"one": "of the"}',
        'QUERY = "SELECT name FROM actors WHERE kind IN (SELECT unnest(?)) | the"',
        'BLANK = re.compile(r"(?P<the>\\s+)")',
        'pattern = re.compile(r"[а-я]+|\\d")',
    ],
)
def test_what_is_no_english_to_match_is_let_be(code: str) -> None:
    tree = ast.parse(code)
    assert [*words(tree), *labels(tree)] == []
