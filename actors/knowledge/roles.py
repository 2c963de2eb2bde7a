"""Titles that stand before names, and common nouns that stand for actors.

Both are tables of English words, kept once for every room: *President* holds a state office,
*Mrs* tells a woman, *the militia* is an armed group, *the bloc* is an international organisation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from actors.knowledge.folding import fold
from actors.knowledge.tables import items, rows
from actors.types import Kind


@dataclass(frozen=True, slots=True)
class Title:
    """A title or office: ``kind`` is honorific, royal, religious, military, head_of_state,
    head_of_government, minister, diplomat, legislator, regional, judge, police, official,
    spokesperson, business, media, scholar or family.

    ``gender`` is male, female or empty; ``speaks_for`` is state, organisation or empty.
    """

    name: str
    kind: str
    gender: str = ""
    speaks_for: str = ""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun that may refer to an actor: what kind of actor, and how it agrees.

    ``subtype`` is the most likely one, or empty; ``gender`` male, female or empty. Only
    persons and groups of persons are animate: *it* never refers to a person.
    """

    noun: str
    kind: Kind
    subtype: str
    number: Literal["singular", "plural"]
    gender: str

    @property
    def animate(self) -> bool:
        """Whether *he*, *she* or *who* may refer to it."""
        return self.kind in ("person", "group")


def find_title(text: str) -> Title | None:
    """The title that some words are; points, case and *former* or *ex-* make no difference.

    >>> find_title("Mrs.").gender, find_title("former Foreign Minister").speaks_for
    ('female', 'state')
    >>> find_title("ex-President").kind, find_title("Kabul")
    ('head_of_state', None)
    """
    key = fold(text)
    while key:
        if key in _titles():
            return _titles()[key]
        first, _, rest = key.partition(" ")
        if first not in _openings():
            return None
        key = rest
    return None


def title_before(tokens: Sequence[str]) -> tuple[int, Title] | None:
    """The title at the start of a name, and how many of its tokens it takes.

    The longest title wins, and titles that follow one another count as one whose kind is
    the last's (*Dr*, *General* ...), as long as some token is left for the name.

    >>> count, title = title_before(["Prime", "Minister", "Imran", "Khan"])
    >>> count, title.kind
    (2, 'head_of_government')
    >>> title_before(["Imran", "Khan"]) is None
    True
    """
    taken, last = 0, None
    while (found := _longest(tokens[taken:-1])) is not None:
        taken, last = taken + found[0], found[1]
    return (taken, last) if last else None


def find_nominal(noun: str) -> Nominal | None:
    """What a common noun may refer to, given without its article; longest ending wins.

    >>> find_nominal("militia").subtype, find_nominal("Islamist rebels").number
    ('armed_group', 'plural')
    >>> find_nominal("ex-Soviet country").kind, find_nominal("foreign ministry").subtype
    ('country', 'government')
    >>> find_nominal("weather") is None
    True
    """
    words = fold(noun).split()
    for start in range(len(words)):
        found = _nominals().get(" ".join(words[start:]))
        if found:
            return found
    return None


def _longest(tokens: Sequence[str]) -> tuple[int, Title] | None:
    for count in range(min(len(tokens), 5), 0, -1):
        title = find_title(" ".join(tokens[:count]))
        if title:
            return count, title
    return None


@cache
def titles() -> tuple[Title, ...]:
    """All titles of the table that mean something by themselves; *rear* or *prime* do not."""
    return tuple(
        Title(row["title"], row["class"], row["gender"], row["speaks_for"])
        for row in rows("titles")
        if row["class"]
    )


@cache
def words_before_names(where: str) -> Mapping[str, str]:
    """Words that stand before a person's name and are no part of it, each with its gender.

    ``where`` is ``"text"`` for those that are left out where a text is read, ``"corpus"`` where
    names are compared, and ``"gender"`` for those of them that tell a man from a woman.

    >>> "prime" in words_before_names("text"), "prime" in words_before_names("corpus")
    (True, False)
    >>> words_before_names("gender")["mrs"]
    'female'
    """
    told = (row for row in rows("titles") if where in items(row["before"]))
    return MappingProxyType({row["title"].lower(): row["gender"] for row in told})


@cache
def nominals() -> tuple[Nominal, ...]:
    """All nouns of the table."""
    return tuple(Nominal(**row) for row in rows("nominals"))  # type: ignore[arg-type]


@cache
def _openings() -> frozenset[str]:
    """Words before a title that make no difference: *former*, *deputy*."""
    return frozenset(row["word"] for row in rows("title_openings"))


@cache
def _without_plural() -> frozenset[str]:
    """Nouns whose plural means other things as often: *the offices*, *parties*, *powers*."""
    return frozenset(row["noun"] for row in rows("no_plurals"))


@cache
def _titles() -> dict[str, Title]:
    return {fold(title.name): title for title in titles()}


@cache
def _nominals() -> dict[str, Nominal]:
    listed = {fold(nominal.noun): nominal for nominal in nominals()}
    one_of_many = (one for one in nominals() if one.number == "singular" and _counted(one))
    return {fold(plural(one.noun)): _many(one) for one in one_of_many} | listed


def _counted(one: Nominal) -> bool:
    """Whether the plural of a noun means several of the kind, and nothing else."""
    return one.noun.split()[-1] not in _without_plural()


def _many(one: Nominal) -> Nominal:
    """Several of a kind: persons are a group, bodies are bodies."""
    kind: Kind = "group" if one.kind == "person" else one.kind
    return Nominal(plural(one.noun), kind, one.subtype, "plural", "")


def plural(noun: str) -> str:
    """The plural of a noun phrase of the table.

    >>> [plural(noun) for noun in ("prosecutor", "agency", "policeman", "head of state")]
    ['prosecutors', 'agencies', 'policemen', 'heads of state']
    """
    head, of, rest = noun.partition(" of ")
    return _plural_word(head) + of + rest


def _plural_word(word: str) -> str:
    if word.endswith("man") and word != "german":
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word + "s"
