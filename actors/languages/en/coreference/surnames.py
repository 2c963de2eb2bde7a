"""A surname, a first name or a shorter form refers back to the full name of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.knowledge.name_words import particles
from actors.languages.en import lexicon
from actors.languages.en.coreference.addresses import of_that_address
from actors.languages.en.coreference.clusters import best_name, merge, of_kind

if TYPE_CHECKING:
    from actors.languages.en.drafts import Cluster

REGNAL = frozenset(
    {"ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"}
    | {"xiv", "xv", "xvi", "xxiii"}
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def link_surnames(clusters: list[Cluster]) -> None:
    """Join persons whose names are forms of one another, longer names first.

    A surname that two persons of the document share is given to neither, and says so.
    """
    people = [(_own_words(each), each) for each in of_kind(clusters, "person")]
    people.sort(key=lambda pair: (-len(pair[0]), _letters(pair[0]), pair[1].first))
    known: dict[str, list[tuple[list[str], Cluster]]] = {}
    for name, cluster in people:
        fuller = [
            full
            for full in _fuller(name, known)
            if not _relative(cluster, full) and _number(cluster) in ("", _number(full))
        ]
        fuller = _introduced(cluster, of_that_address(cluster, fuller))
        if len(fuller) == 1:
            full = best_name(fuller[0])
            merge(clusters, fuller[0], cluster, f"{_form(name, words(full))} of {full}")
            continue
        if len(fuller) > 1:
            _keep_apart(cluster, fuller)
        for form in (name, *_others(cluster)):
            for word in sorted({*core(form)}):
                known.setdefault(word, []).append((form, cluster))


def _introduced(cluster: Cluster, fuller: list[Cluster]) -> list[Cluster]:
    """Of several who may be meant, the only one named in full before: relatives come later."""
    before = [full for full in fuller if full.first < cluster.first]
    return before if len(fuller) > 1 and len(before) == 1 else fuller


def _own_words(cluster: Cluster) -> list[str]:
    """The words of a person's name without a form of address."""
    name = best_name(cluster)
    return words(name.partition(" ")[2] if cluster.called else name)


def _others(cluster: Cluster) -> list[list[str]]:
    """The other names that a text states of a person; of a maiden name, with the given one."""
    given = words(best_name(cluster))[:1]
    texts = {draft.text for draft in cluster.mentions if draft.other and draft.level == "name"}
    others = [words(text) for text in sorted(texts)]
    return [form if len(form) > 1 else [*given, *form] for form in others]


def _fuller(name: list[str], known: dict[str, list[tuple[list[str], Cluster]]]) -> list[Cluster]:
    """The persons so far, longer names first, of whose name this is a shorter form."""
    sharing = [pair for word in sorted({*core(name)}) for pair in known.get(word, ())]
    fuller = {id(cluster): cluster for full, cluster in sharing if _fits(name, full, cluster)}
    return list(fuller.values())


def _fits(name: list[str], full: list[str], cluster: Cluster) -> bool:
    """Whether a name is a shorter form of a full one, or another full name of the person."""
    numbered = bool(_number(cluster))
    other = name == full and name != words(best_name(cluster))
    return short_form(name, full) or other or (numbered and name == full[:1])


def _number(cluster: Cluster) -> str:
    """The regnal number at the end of a name, or nothing."""
    last = best_name(cluster).split()[-1]
    return last if last.isupper() and last.lower() in REGNAL else ""


def _relative(cluster: Cluster, full: Cluster) -> bool:
    """ "Mona Khalil ... her son, Khalil": who is called somebody's son by one name is another.

    That name is his first, so it is the surname of none, but "her son Karim" may be Karim Khalil.
    """
    name, first = best_name(cluster), cluster.mentions[0]
    if " " in name or words(best_name(full))[0] == words(name)[0]:
        return False
    doc, at = first.doc, first.start - 1
    at -= at > 0 and doc[at].text == ","
    return at >= 0 and doc[at].lower_ in lexicon.words("kin")


def words(name: str) -> list[str]:
    """The words of a person's name, folded, without *Jr* and the like.

    >>> words("Bashar al-Assad"), words("George W. Bush Jr.")
    (['bashar', 'al', 'assad'], ['george', 'w', 'bush'])
    """
    from actors.knowledge.folding import fold

    found = [word for word in fold(name).split() if word]
    return [word for word in found if word not in SUFFIXES] or found


def core(name: list[str]) -> list[str]:
    """A name without the particles before its words.

    >>> core(["bashar", "al", "assad"])
    ['bashar', 'assad']
    """
    return [word for word in name if word not in particles("document")] or name


def short_form(short: list[str], full: list[str]) -> bool:
    """Whether a name is a shorter form of another.

    >>> short_form(["kabulov"], ["zamir", "kabulov"]), short_form(["zamir"], ["zamir", "kabulov"])
    (True, True)
    >>> short_form(["george", "bush"], ["george", "w", "bush"])
    True
    >>> short_form(["laura", "bush"], ["george", "bush"])
    False
    """
    if len(full) == 2 and full[0] in particles("document") and short == full[1:]:
        return True  # a given name after all: Van Nguyen
    left, right = core(short), core(full)
    if len(left) == len(right) > 1:
        return _initialled(left, right)
    if len(left) >= len(right):
        return False
    if len(left) == 1:
        if len(left[0]) == 1:
            return False
        return left[0] in (right[-1], right[0]) or _first_of_two(left[0], right)
    ends = left[-1] == right[-1] and _agree(left[0], right[0])
    return ends or right[-len(left) :] == left or right[: len(left)] == left


def _initialled(short: list[str], full: list[str]) -> bool:
    """Whether a name is another with letters for given names: *J. R.* for *John R. Hartwell*."""
    if short[-1] != full[-1] or len(short[-1]) == 1 or _letters(short) <= _letters(full):
        return False
    return all(_agree(*pair) for pair in zip(short[:-1], full[:-1], strict=True))


def _letters(name: list[str]) -> int:
    return sum(len(word) == 1 for word in name)


def _first_of_two(word: str, full: list[str]) -> bool:
    """Whether a word is the first of two surnames: *Petrel* of *Gustavo Petrel Urrutia*."""
    from actors.knowledge.names import is_given_name

    return len(full) > 2 and word == full[-2] and not is_given_name(word)


def _agree(left: str, right: str) -> bool:
    """Whether two first names are the same, one maybe an initial."""
    return left == right or (min(len(left), len(right)) == 1 and left[0] == right[0])


def _form(name: list[str], full: list[str]) -> str:
    short, long = core(name), core(full)
    if len(short) > 1:
        return "shorter form"
    return "surname" if short[0] == long[-1] else "first word"


def _keep_apart(cluster: Cluster, fuller: list[Cluster]) -> None:
    names = " or ".join(sorted(best_name(each) for each in fuller))
    for draft in cluster.mentions:
        draft.reason = f"name; may be {names}: not decided"
