"""Word lists for reading names and those who are meant without one; data, not rules."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from actors.knowledge.roles import words_before_names

ARTICLES = frozenset({"the", "a", "an"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’", "‘s", "`s"})
MARKS = frozenset("\"“”‘’'`.,;:()[]{}<>|*—–-/…!?_#•&")
JOINERS = frozenset({"and", "or", "-", "–", "/"})
LANGUAGE_CUES = frozenset({"speak", "in", "from", "into", "learn", "teach"})
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "at", "by", "with", "und"})
LOWER_CASE = frozenset({"dpa"})
"""Acronyms that their bearers write in small letters."""
HYPHEN_ENDINGS = frozenset(
    {"led", "backed", "based", "born", "sponsored", "style", "controlled", "allied", "brokered"}
    | {"dominated", "funded", "trained", "supported", "aligned", "owned", "run", "mediated"}
)
NEVER = frozenset(
    {
        *("i", "mr", "mrs", "ms", "dr", "hrh", "hrm", "pm", "am"),
        *("tv", "http", "https", "image", "photo", "pro", "anti"),
    }
)


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list; ``name`` is the file's, without ``.txt``.

    A line is a word or phrase; what follows ``#`` is a remark.

    >>> "brother" in words("kin")
    True
    """
    text = files(__package__).joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return frozenset(line for line in lines if line)


def title(text: str) -> bool:
    """Whether a word is a title that stands before a name and is no part of it.

    >>> title("Gen."), title("President"), title("Vladimir")
    (True, True, False)
    """
    return text.lower().rstrip(".") in words_before_names("text")


def sort_named(word: str) -> str | None:
    """The sort of organisation that a word in its name tells.

    >>> sort_named("ministry"), sort_named("fruit")
    ('government', None)
    """
    return _sorts("name").get(word)


def sort_after(phrase: str) -> str | None:
    """The sort of organisation that the words after its name tell.

    >>> sort_after("militants")
    'armed_group'
    """
    return _sorts("after").get(phrase)


def sort_before(phrase: str) -> str | None:
    """The sort of organisation that the words before its name tell.

    >>> sort_before("news agency")
    'media'
    """
    return _sorts("before").get(phrase)


def fields(sort: str) -> frozenset[str]:
    """What organisations of a sort are spoken of with.

    >>> "rebels" in fields("armed_group"), "rebels" in fields("company")
    (True, False)
    """
    return _fields().get(sort, frozenset())


@cache
def _fields() -> dict[str, frozenset[str]]:
    text = files(__package__).joinpath("data", "fields.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {sort: frozenset(words.split()) for sort, words in rows}


@cache
def _sorts(place: str) -> dict[str, str]:
    text = files(__package__).joinpath("data", "sorts.tsv").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in text.splitlines()[1:]:
        where, sort, phrases = line.split("\t")
        if where == place:
            separator = "|" if "|" in phrases or where != "name" else " "
            found.update(dict.fromkeys(phrases.split(separator), sort))
    return found
