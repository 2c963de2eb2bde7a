"""Reports of sport, where the name of a state or town is its team: *Germany beat Poland 2-0*.

A team is no state: taken for one, it would give Germany and Poland a tie that no diplomat knows
of. Only reports that are full of words of one team sport are read so, and only names that
don't say where something is.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from actors.languages.en.facts import Fact
from actors.languages.en.lexicon import POSSESSIVE
from actors.languages.en.parsed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from actors.languages.en.drafts import Draft

SHARE = 0.05
"""Words of sport and results among all words, in a report of sport; a strong one counts twice."""
DIFFERENT = 2
"""Different words of sport that there are at least."""
ANY = "sport"
"""What a sport is called that no word tells."""
SPOKEN = 0.008
"""The share of them from which a document speaks of sport, though it is no report of it."""
LEAST = 5
"""What they weigh together at least, however short the report."""
WEAK = frozenset(
    {"beat", "beaten", "captain", "club", "clubs", "defeat", "final", "finals", "game", "games"}
    | {"medal", "medals", "olympic", "penalty", "player", "players", "points", "season", "squad"}
    | {"stadium", "team", "teams", "title", "titles", "tournament", "unbeaten", "win", "wins"}
    | {"won", "qualifying"}
)
CONTINENTS = frozenset(
    {"africa", "america", "asia", "europe", "north america", "oceania", "south america"}
)
NATIONS = frozenset({"england", "scotland", "wales", "northern ireland"})
"""Places whose teams play as those of states do."""
WHERE = frozenset({"in", "at", "near", "around", "outside", "across", "inside", "of", "into"})
TRAVEL = frozenset({"come", "fly", "go", "move", "return", "travel", "trip", "journey", "visit"})
_CUPS = {
    "tennis": re.compile(r"\b(?:Fed(?:eration)?|Davis|Billie Jean King|Hopman) Cup\b", re.I),
    "golf": re.compile(r"\b(?:Ryder|Solheim|Presidents) Cup\b", re.I),
}
"""Contests of national teams in sports that are played alone."""
_JUNIORS = re.compile(r"\b(?:under|U)-?(\d\d)s?\b", re.I)
_HEAD = 400
"""Characters at the start of a report that tell which teams it is about."""
_SCORE = re.compile(r"(?<![\d-])\d{1,2}-\d{1,2}(?![\d-])")
_DATE = re.compile(
    r"[^\w\n.]{0,3}(?:\w+[^\w\n.]{1,2}){0,2}(?:\d{4}-\d\d-\d\d|\((?:AP|AFP|Reuters|dpa|UPI)\)"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Sept|Oct|Nov|Dec)\w*\.? \d)"
)
"""What follows the place at the head of a report: another place or none, and a date or agency."""
_AWAY = re.compile(r"\s+(at|(?:travel|go|head)(?:s|es)? to)(?: the)?\s+", re.IGNORECASE)
"""What stands between who plays away and who is visited: *Spain travels to Belgium*."""
_SHORT = re.compile(r"(?:[A-Z]\.? ?){2,3}")
_RESULT = re.compile(r"(?: \([A-Z][\w. ]*\))?(?: \d{1,3}\b| (?:beat|drew with|lost to) )")
"""What follows a club in a line of results or standings: *Red Star (Yugoslavia) beat*."""
USUAL = "football"
"""The sport that a club of several is known for: its name alone means that team."""
_LISTED = re.compile(r"\s*(?:,|and|or|, and)\s*")


def sport_of(doc: Doc) -> str:
    """The team sport that a document reports, ``"sport"`` if no word tells which, or nothing.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> sport_of(nlp("The striker scored both goals of the match.")), sport_of(nlp("Talks began."))
    ('football', '')
    """
    words = [token.lower_ for token in doc if not token.is_space]
    found = Counter(word for word in words if word in _words())
    weak = sum(word in WEAK for word in words) + len(_SCORE.findall(text_of(doc)))
    weight = 2 * sum(found.values()) + weak
    if len(found) < DIFFERENT or weight < max(LEAST, SHARE * len(words)):
        return ""
    votes: Counter[str] = Counter()
    for word, count in found.items():
        votes.update(dict.fromkeys(_words()[word], count))
    best = min(votes, key=lambda sport: (-votes[sport], sport), default=ANY)
    if best in {ANY, *_team_sports()}:
        return best
    return best if best in _CUPS and _CUPS[best].search(text_of(doc)) else ""


def speaks_of_sport(doc: Doc) -> bool:
    """Whether a document speaks of a sport at some length: a column, a page of news.

    >>> import spacy
    >>> speaks_of_sport(spacy.blank("en")("The quarterback left the NFL. Football is poorer."))
    True
    """
    words = [token.lower_ for token in doc if not token.is_space]
    found = [word for word in words if _words().get(word)]
    return len(set(found)) >= DIFFERENT and len(found) >= SPOKEN * len(words)


def read_teams(doc: Doc, drafts: Iterable[Draft]) -> None:
    """In a report of sport, give the names of states and towns to their teams.

    The names in a list are read alike: *in Ukraine and Poland* are two places. The place of a
    dateline is one, whatever club is called like it.
    """
    from actors.knowledge.places import find_city

    sport = sport_of(doc)
    if not sport:
        return
    if juniors := _JUNIORS.search(text_of(doc)[:_HEAD]):
        sport = f"under-{juniors[1]} {sport}"
    named = list(drafts)
    _nicknames(named)
    before: Draft | None = None
    for draft in named:
        if draft.kind == "organisation" and _dated(draft) and find_city(draft.text.title()):
            draft.kind, draft.subtype = "place", None
        if sport != USUAL and _is_club(draft):
            _make_team(draft, sport)
        if draft.kind not in ("place", "country") or draft.folded in CONTINENTS:
            continue
        listed = (
            before is not None
            and _LISTED.fullmatch(doc[before.end : draft.start].text) is not None
            and not _begins_clause(draft)
        )
        alike = listed or _visited(before, draft)
        placed = not _is_team(before) if before is not None and alike else _placed(draft)
        if not placed:
            _make_team(draft, sport)
        before = draft


def _visited(before: Draft | None, draft: Draft) -> bool:
    """Whether a name is that of a team which another visits.

    *At* tells so in a line of a fixture list alone; one travels to the team of a state.
    """
    if before is None:
        return False
    text, start, end = text_of(draft.doc), before.span.start_char, draft.span.end_char
    between = _AWAY.fullmatch(text[before.span.end_char : draft.span.start_char])
    if between is None:
        return False
    if between[1].lower() != "at":
        return _is_state(draft) or draft.folded in NATIONS
    return text[:start][-1:] in ("", "\n") and text[end : end + 1] in ("", "\n")


def _begins_clause(draft: Draft) -> bool:
    """Whether a name after a comma is a subject, no item of a list: *in France, Belgium won*."""
    return draft.doc[draft.start - 1].text == "," and draft.span.root.dep_.startswith("nsubj")


def _nicknames(drafts: Iterable[Draft]) -> None:
    """*The Indians* are a team where *Cleveland Indians* stands too, and no people of a state."""
    found = list(drafts)
    teams = {d.folded.split()[-1] for d in found if d.kind == "organisation" and len(d.span) > 1}
    for draft in found:
        if draft.demonym and draft.folded in teams:
            draft.kind, draft.subtype, draft.fact = "organisation", "team", None


def _is_team(draft: Draft) -> bool:
    return draft.fact is not None and draft.fact.form == "team"


def _is_club(draft: Draft) -> bool:
    """Whether a body of which nothing is known stands in a line of results."""
    if draft.kind != "organisation" or draft.fact is not None:
        return False
    return _RESULT.match(text_of(draft.doc), draft.span.end_char) is not None


def _make_team(draft: Draft, sport: str) -> None:
    fact, state = draft.fact, _is_state(draft)
    name = fact.name if fact is not None and state else _written(draft)
    draft.fact = Fact(
        f"team:{sport}:{name.casefold()}", f"{name} ({sport})", "organisation", "team", form="team"
    )
    draft.subtype = "team"
    if not state and draft.folded not in NATIONS:
        draft.kind = "organisation"


def _is_state(draft: Draft) -> bool:
    fact = draft.fact
    return fact is not None and fact.kind == "country" and fact.form == "name"


def _written(draft: Draft) -> str:
    """The name as it is written in running text, where a headline has it in capitals."""
    text = " ".join(draft.text.split())
    return text.title() if text.isupper() and len(text) > 3 else text


def _placed(draft: Draft) -> bool:
    """Whether a name says where something is, or who comes from there."""
    doc, start, end = draft.doc, draft.start, draft.end
    before = doc[start - 1].text.strip() if start else ""
    owner = before == "of" and doc[end : end + 1].text in POSSESSIVE
    where = _after_where(doc, start) and not owner and not (before == "," and _begins_clause(draft))
    if where or before == "(" or _dated(draft) or _describes(draft):
        return True
    form = draft.fact.form if draft.fact is not None else ""
    after = doc[end : end + 2].text
    if after[:1] == ":" and draft.folded in NATIONS:
        return False
    venue = after[:1] == ":" or (after[:1] == "(" and after[1:2].isupper())
    return form == "seat" or (form != "name" and venue)


def _describes(draft: Draft) -> bool:
    """Whether the short form of a state stands for its adjective: *the U.S. captain*."""
    if not (_is_state(draft) and _SHORT.fullmatch(draft.text)):
        return False
    last, after = draft.span[-1], draft.doc[draft.end : draft.end + 1].text
    modifies = last.dep_ in ("amod", "compound", "nmod") and last.head.i >= draft.end
    return modifies and after.islower()


def _dated(draft: Draft) -> bool:
    """Whether a name is the place of a dateline: *NICE, France 1996-08-30*."""
    before = draft.doc[draft.start - 1].text.strip() if draft.start else ""
    text, end = text_of(draft.doc), draft.span.end_char
    return before in ("", ".", ",") and _DATE.match(text, end) is not None


def _after_where(doc: Doc, start: int) -> bool:
    position = start - 1
    if position > 0 and doc[position].lower_ == "the":
        position -= 1
    if position < 0:
        return False
    word = doc[position]
    if word.lower_ == "to":
        return any(token.lemma_.lower() in TRAVEL for token in doc[max(0, position - 3) : position])
    if word.text == "," and position > 1:
        return doc[position - 1].text[:1].isupper() and doc[position - 2].lower_ in WHERE
    schedule = word.text == "AT" and doc[start].is_upper
    return word.lower_ in WHERE and not schedule


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Each word of sport, with the sports that it is a word of (none: of several)."""
    found: dict[str, tuple[str, ...]] = {}
    for sport, _, words in _rows():
        for word in words.split():
            found[word] = (*found.get(word, ()), *([sport] if sport else ()))
    return found


@cache
def _team_sports() -> frozenset[str]:
    return frozenset(sport for sport, teams, _ in _rows() if teams == "yes")


def _rows() -> list[tuple[str, str, str]]:
    text = files(__package__).joinpath("data/sports.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return [(sport, teams, words) for sport, teams, words in rows]
