"""Names in a parsed document: what the recogniser found, corrected and completed by facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from actors.knowledge.name_words import legal_forms
from actors.languages.en import lexicon
from actors.languages.en.bodies import agencies, bodies, offices
from actors.languages.en.bylines import credits
from actors.languages.en.companies import join_companies, part_companies, with_short_names
from actors.languages.en.coreference.aliases import aliases
from actors.languages.en.country_codes import country_codes
from actors.languages.en.cutting import cut
from actors.languages.en.drafts import Draft
from actors.languages.en.firms import firms, lettered
from actors.languages.en.hyphens import recalled
from actors.languages.en.known import known_names
from actors.languages.en.no_actors import no_actor
from actors.languages.en.papers import papers
from actors.languages.en.parsed import text_of
from actors.languages.en.repeats import repeats
from actors.languages.en.spans import recognised, trimmed
from actors.languages.en.tickers import without_tickers
from actors.languages.en.turned import turned_names
from actors.languages.en.units import units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc


NAMES = frozenset({"initials", "acronym", "name", "nickname", "abbreviation", "spelling"})
"""Words for a name, which a demonym before it does not tie to a state."""


def names(doc: Doc) -> list[Draft]:
    """The names of a document in order, none inside another."""
    whole = join_companies(part_companies(cut(recognised(doc))))
    found = with_short_names(_with_firms(whole, [*firms(doc), *offices(doc), *agencies(doc)]))
    turned = list(turned_names(doc))
    found = [*turned, *(draft for draft in found if _alone(draft, turned))]
    found = _with_firms(found, [one for one in lettered(doc) if _cut(one, found)])
    found += [draft for draft in bodies(doc) if _alone(draft, found)]
    known = list(known_names(doc))
    drafts = _settle(found, known)
    codes = list(country_codes(doc, drafts))
    drafts = [*codes, *(draft for draft in drafts if _alone(draft, codes))]
    for extra in (units(doc), papers(doc)):
        drafts += [draft for draft in extra if _alone(draft, drafts)]
    drafts += [draft for draft in aliases(doc, drafts) if _alone(draft, drafts)]
    everything = without_tickers(drafts + repeats(doc, drafts))
    credit = credits(text_of(doc))
    starts = {draft.start for draft in everything}
    tests = (
        no_actor,
        _portfolio,
        _tongue,
        lambda d: _lone_title(d, starts),
        lambda d: _inside(d, credit),
    )
    kept = (draft for draft in everything if not any(test(draft) for test in tests))
    return sorted(kept, key=lambda draft: draft.start)


def _with_firms(found: list[Draft], together: list[Draft]) -> list[Draft]:
    """The recognised names with firms in the place of the names that they are made of.

    A longer name that holds a firm's stays; what a firm's name overlaps keeps its other words.
    """
    held = (_holds, _begins_or_ends)
    new = [firm for firm in together if not any(test(d, firm) for d in found for test in held)]
    at = {token: firm for firm in new for token in range(firm.start, firm.end)}
    kept = []
    for draft in found:
        firm = next((at[i] for i in range(draft.start, draft.end) if i in at), None)
        if firm is None:
            kept.append(draft)
        else:
            kept += _around(draft, firm)
    return [*kept, *new]


def _around(draft: Draft, firm: Draft) -> list[Draft]:
    """What a name has before the firm that it reaches into, and after it where *and* parts them."""
    edges = [(draft.start, firm.start)]
    if draft.doc[firm.end : firm.end + 1].text in ("and", "&"):
        edges.append((firm.end + 1, draft.end))
    pieces = (trimmed(draft.doc[a:b], draft.kind) for a, b in edges if b > a)
    return [replace(draft, start=start, end=end) for start, end in pieces if end > start]


def _begins_or_ends(draft: Draft, firm: Draft) -> bool:
    """Whether a person's name reaches into a firm's: *Henry Cheng & Lam Wai* are two people."""
    over = draft.start < firm.start < draft.end or draft.start < firm.end < draft.end
    stop = any(token.text == "." or token.text.endswith(".") for token in draft.span[1:-1])
    return draft.kind == "person" and over and not (stop or _closed(firm))


def _closed(firm: Draft) -> bool:
    """Whether a legal form ends a firm's name."""
    return bool(firm.doc[firm.end - 1].lower_.rstrip(".") in legal_forms("text"))


def _cut(brand: Draft, found: list[Draft]) -> bool:
    """Whether a recogniser took parts of a brand for names, and none began before it."""
    parts = [each for each in found if each.start < brand.end and brand.start < each.end]
    return bool(parts) and all(brand.start <= each.start for each in parts)


def _holds(draft: Draft, firm: Draft) -> bool:
    """Whether a body's name holds all of a firm's and more, in one sentence."""
    inside = draft.start <= firm.start and firm.end <= draft.end
    more = draft.end - draft.start > firm.end - firm.start
    full_stop = any(token.text.endswith(".") and token.is_sent_end for token in draft.span[:-1])
    return inside and more and draft.kind == "organisation" and not full_stop


def _alone(draft: Draft, drafts: list[Draft]) -> bool:
    return all(each.end <= draft.start or draft.end <= each.start for each in drafts)


def _inside(draft: Draft, spans: list[tuple[int, int]]) -> bool:
    return any(start <= draft.span.start_char < end for start, end in spans)


def _lone_title(draft: Draft, starts: set[int]) -> bool:
    """Whether a supposed name is the short title of the one that follows it: *Barr. Uche Eze*."""
    point = draft.doc[draft.end : draft.end + 1].text == "."
    return point and draft.end + 1 in starts and lexicon.title(draft.text)


def _tongue(draft: Draft) -> bool:
    """Whether a demonym only says in which language a name is: *its French initials*."""
    after = draft.doc[draft.end : draft.end + 1].text.lower()
    return draft.demonym and after in NAMES


def _portfolio(draft: Draft) -> bool:
    """Whether a body is but what a minister is for: the *Foreign Affairs* Minister."""
    if draft.kind != "organisation" or draft.end >= len(draft.doc):
        return False
    minister = draft.doc[draft.end].lower_ in ("minister", "ministers")
    return minister and draft.doc[draft.end - 1].lower_ in lexicon.words("portfolios")


def _settle(found: list[Draft], known: list[Draft]) -> list[Draft]:
    """One list out of what was recognised and what is known: longer names win, facts give kinds."""
    chosen: list[Draft] = []
    at = {token: each for each in known for token in range(each.start, each.end)}
    for draft in found:
        inside = {id(at[i]): at[i] for i in range(draft.start, draft.end) if i in at}
        chosen += _one(draft, list(inside.values()))
    chosen = _apart(chosen)
    taken = {token for draft in chosen for token in range(draft.start, draft.end)}
    for draft in known:
        if taken.isdisjoint(range(draft.start, draft.end)) and _sure(draft):
            chosen.append(draft)
    return chosen


def _apart(drafts: list[Draft]) -> list[Draft]:
    """The names without those that overlap a longer one, or an earlier one as long."""
    taken: set[int] = set()
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.start - draft.end, draft.start)):
        tokens = range(draft.start, draft.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(draft)
    return kept


def _one(draft: Draft, inside: list[Draft]) -> Iterable[Draft]:
    """A recognised name after comparing it with the known names that it overlaps."""
    if not inside:
        return [recalled(draft)]
    first = inside[0]
    if len(inside) == 1 and (first.start, first.end) == (draft.start, draft.end):
        return [_identified(draft, first)]
    if len(inside) == 1 and first.start <= draft.start and draft.end <= first.end:
        return [first]
    if len(inside) == 2 and _foreign(*inside):
        return [draft]
    if _listing(draft, inside) or _states_in_a_row(draft, inside):
        return inside
    if first.start == draft.start and first.kind == "group" and draft.kind in ("group", "person"):
        rest = Draft(draft.doc, first.end, draft.end, draft.kind, score=draft.score)
        if draft.kind == "person" and rest.end > rest.start:
            return [first, *_one(rest, inside[1:])]
        return inside
    if draft.kind == "group" and not draft.doc[draft.start].text[0].islower():
        return inside
    if first.kind == "group" and first.start == draft.start and inside[-1].end == draft.end:
        return inside if len(inside) == 2 and inside[1].kind == "organisation" else [draft]
    return [draft]


def _foreign(people: Draft, body: Draft) -> bool:
    """Whether a known party or ministry is another state's (*Indonesian Democratic Party*)."""
    from actors.knowledge.organisations import organisation_by_id

    named = body.subtype in ("party", "government", "military") and body.start == people.end
    if not named or people.kind != "group" or body.fact is None:
        return False
    scheme, _, key = body.fact.id.partition(":")
    home = organisation_by_id(key).country if scheme == "organisation" else ""
    state = dict(people.fact.identifiers).get("iso3166", "") if people.fact is not None else ""
    return bool(home and state) and home != state


def _states_in_a_row(draft: Draft, inside: list[Draft]) -> bool:
    """Whether a place is the names of two states or more with no mark between them."""
    states = [each for each in inside if each.kind == "country"]
    return draft.kind == "place" and len(states) > 1 and draft.text.count(" ") >= 2


def _listing(draft: Draft, inside: list[Draft]) -> bool:
    """Whether a span is known names with nothing but marks and conjunctions between them."""
    covered = {token for each in inside for token in range(each.start, each.end)}
    rest = [draft.doc[i] for i in range(draft.start, draft.end) if i not in covered]
    return all(
        token.is_punct or token.is_space or token.lower_ in lexicon.JOINERS for token in rest
    )


def _identified(draft: Draft, known: Draft) -> Draft:
    """A recognised name that is exactly a known one; many companies are called like a person."""
    fact = known.fact
    assert fact is not None
    founder = fact.subtype == "company" and len(draft.span) == 1
    if draft.kind == "person" and (fact.unsure or founder):
        return draft
    known.score = max(draft.score, known.score)
    return known


def _sure(draft: Draft) -> bool:
    """Whether a known name that the recogniser left out is one all the same."""
    fact = draft.fact
    if fact is None or fact.unsure:
        return False
    if fact.form == "capital" and draft.span.root.pos_ != "PROPN":
        return False
    span = draft.span
    if draft.kind == "group" and span[-1].pos_ == "NOUN" and _language(draft):
        return False
    return not (len(span) == 1 and span[0].is_upper and len(span.text) < 3)


def _language(draft: Draft) -> bool:
    before = draft.doc[draft.start - 1] if draft.start else None
    return before is not None and before.lemma_.lower() in lexicon.LANGUAGE_CUES
