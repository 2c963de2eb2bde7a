"""Find English words and labels of a parser in Python code, where they are matched against text.

A word counts where code compares with it: in a comparison, a ``match``, a collection, a pattern, or
a method such as ``startswith``. What code says (messages, titles of columns) and SQL don't count.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple, get_args

from actors.knowledge.organisations import organisations
from actors.knowledge.tables import rows
from actors.languages import ABILITIES
from actors.languages.en.reporting import reporting_verbs
from actors.types import Kind

FUNCTION_WORDS = frozenset(
    [
        "the",
        "an",
        "of",
        "and",
        "or",
        "with",
        "without",
        "he",
        "she",
        "his",
        "her",
        "they",
        "their",
        "its",
        "who",
        "whom",
        "whose",
        "which",
        "that",
        "those",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "would",
        "said",
        "mr",
        "mrs",
        "ms",
    ]
)
"""Words that no table, format or option is called by: one of them makes a literal English."""
RELATIONS = (
    "nsubj nsubjpass csubj csubjpass dobj iobj pobj amod nmod nummod npadvmod advmod appos conj "
    "acomp attr auxpass ccomp xcomp pcomp oprd advcl acl relcl poss quantmod predet preconj prt"
)
TAGS = (
    "VBD VBZ VBN VBG VBP NNP NNPS NNS PRP PRP$ JJR JJS RBR RBS WDT WP WP$ WRB "
    "PROPN ADJ ADP SCONJ CCONJ NORP GPE"
)
LABELS = frozenset(RELATIONS.split()) | frozenset(TAGS.split())
"""ClearNLP's relations, the Penn Treebank's tags and universal ones that are no other words."""
ATTRIBUTES = frozenset(("dep_", "tag_", "pos_", "lemma_", "ent_type_", "morph"))
"""Attributes of a parser's tokens."""
LISTS = (
    "kin",
    "organisation_heads",
    "place_heads",
    "events",
    "stances",
    "ties",
)
"""Lists of the English pack of whose words several in a literal make it a list of English words."""
SEVERAL = 3
MATCHING = frozenset(
    [
        "compile",
        "search",
        "match",
        "fullmatch",
        "sub",
        "subn",
        "findall",
        "finditer",
        "startswith",
        "endswith",
        "removeprefix",
        "removesuffix",
        "partition",
        "rpartition",
    ]
)
"""Functions and methods whose first argument is matched against text."""
COLLECTING = frozenset(("frozenset", "set", "tuple", "list", "dict", "MappingProxyType"))
_PATTERN = re.compile(r"[|\\]|\(\?|\[\^")
_WORD = re.compile(r"(?<![\w<>./:-])[A-Za-z]+(?![\w<>])")
_NO_WORD = re.compile(r"\\[A-Za-z]|\?P?<\w+>|\?[a-z]*:")


class Found(NamedTuple):
    """English in a line of code."""

    line: int
    words: tuple[str, ...]


def labels(tree: ast.AST) -> Iterator[Found]:
    """Attributes of a parser's tokens, and its labels wherever they stand."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ATTRIBUTES:
            yield Found(node.lineno, (node.attr,))
        elif isinstance(node, ast.Constant) and node.value in LABELS:
            yield Found(node.lineno, (str(node.value),))


def words(tree: ast.AST) -> Iterator[Found]:
    """Literals with a function word, or with several words of the lists of the English pack."""
    for line, texts in _matched(tree):
        told = {word.lower() for text in texts for word in _words(text)}
        function, listed = told & FUNCTION_WORDS, (told & _listed()) - _own_terms()
        if function or len(listed) >= SEVERAL:
            yield Found(line, tuple(sorted(function | listed)))


def _words(text: str) -> list[str]:
    """The words of a literal; SQL and the names of what packs can do are no words to match."""
    return [] if "SELECT" in text or text in ABILITIES else _WORD.findall(_NO_WORD.sub(" ", text))


def _matched(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """The texts that code compares with, a literal each."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            yield from ((node.lineno, _texts(one)) for one in (node.left, *node.comparators))
        elif isinstance(node, ast.MatchValue):
            yield node.lineno, _texts(node.value)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            yield node.lineno, _kept(node)
        elif isinstance(node, ast.Call) and _called(node) in MATCHING:
            yield from ((node.lineno, _texts(one)) for one in node.args[:1])


def _kept(node: ast.Assign | ast.AnnAssign) -> list[str]:
    """The texts of a collection or of a pattern that is kept under a name."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    if any(getattr(one, "id", "") == "__all__" for one in targets) or node.value is None:
        return []
    texts = _texts(node.value)
    alone = isinstance(node.value, ast.Constant | ast.JoinedStr)
    return [one for one in texts if _PATTERN.search(one)] if alone else texts


def _called(node: ast.Call) -> str:
    return str(getattr(node.func, "attr", getattr(node.func, "id", "")))


def _texts(node: ast.AST | None) -> list[str]:
    """The texts of a literal: its own, of what it holds, of the keys of a dict."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.Call) and _called(node) == "split":
        inner: list[ast.expr | None] = [getattr(node.func, "value", None)]
    elif isinstance(node, ast.Call) and _called(node) in COLLECTING | MATCHING:
        inner = [*node.args]
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        inner = [*node.elts]
    elif isinstance(node, ast.Dict):
        inner = [*node.keys]
    elif isinstance(node, ast.BinOp):
        inner = [node.left, node.right]
    elif isinstance(node, ast.JoinedStr):
        return ["{}".join(text for one in node.values for text in _texts(one))]
    else:
        inner = [node.value] if isinstance(node, ast.Starred) else []
    return [text for one in inner for text in _texts(one)]


@cache
def _listed() -> frozenset[str]:
    """Single words of lists of the English pack, and titles."""
    data = files("actors.languages.en") / "data"
    lines = (
        line for name in LISTS for line in (data / f"{name}.txt").read_text("utf-8").split("\n")
    )
    titles = (row["title"].lower() for row in rows("titles"))
    words = (*lines, *titles, *reporting_verbs("subject"))
    return frozenset(one for one in words if one.isalpha() and len(one) > 2)


@cache
def _own_terms() -> frozenset[str]:
    """What this program itself calls kinds of actors."""
    return frozenset(get_args(Kind)) | {one.subtype for one in organisations() if one.subtype}
