"""Titles before a name, read off the surface: "former German Green party leader Ute Kern"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.knowledge.roles import find_title
from actors.languages.en.lexicon import title
from actors.languages.en.relations.anchors import Anchors, Found, owners
from actors.languages.en.relations.claims import Claim, trigger
from actors.languages.en.relations.office_ties import body_kind, office_ties
from actors.languages.en.relations.organisations import joined
from actors.languages.en.relations.phrases import is_a, office
from actors.types import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 12
DUTY = 6
"""Words of the duty of an office: *Minister of Health and Family Welfare*."""
WITHIN_DUTIES = frozenset({"and", "the", "&", "'s", "’s", "'", "’"})
"""Words of a duty that are no nouns: *Minister for Women's Affairs and the Family*."""
ADDRESSES = frozenset({"honorific", "royal", "religious", "military", "scholar", "police"})
"""Kinds of titles that may stand between an office and a name."""


def title_claims(token: Token, anchors: Anchors) -> Iterator[Claim]:
    """The ties in the words before the name of a person."""
    mention = anchors.heads[token.i]
    if mention.kind not in ("person", "other") or mention.level != "name":
        return
    start = anchors.spans[mention.id][0]
    noun = title_noun(token, start, anchors)
    if noun is None:
        yield from belonging(token, mention, start, anchors)
        return
    yield from client_claims(noun, mention, anchors)
    held = office(noun)
    near = True
    found = list(bodies(noun, anchors))
    if len(found) > 1 and body_kind(found[0][0], anchors) == "place" and not found[1][1]:
        found = found[1:] if body_kind(found[1][0], anchors) == "group" else found
    elif len(found) > 1 and field_of(noun, found[0][0], found[1][0], anchors):
        found = found[1:]
    for body, between in found:
        narrow = ("unit", "field") if held == "head" else ("unit",)
        inner = any(is_a(word, name) for word in between for name in narrow)
        state = body_kind(body, anchors) == "state"
        if near and not (inner and held in ("head", "state_head")):
            yield from office_ties(noun, held, Found(mention), body, anchors)
        elif near and not state:
            yield tie("member_of", mention, body, noun, 0.6)
        elif state:
            yield tie("citizen_of", mention, body, noun, 0.75)
        near = False
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for word in (w for w in child.children if w.dep_ == "pobj" and w.i in anchors.heads):
                body = Found(anchors.heads[word.i])
                yield from office_ties(noun, held, Found(mention), body, anchors)


def field_of(noun: Token, region: Found, owner: Found, anchors: Anchors) -> bool:
    """ "The BBC's Russia editor", "UN Syria envoy": what somebody of the owner's is there for."""
    last, (first, end) = anchors.spans[owner.mention.id][1], anchors.spans[region.mention.id]
    beside = (
        noun.doc[end - 1].dep_ in ("compound", "nmod", "amod") and owner.mention.level == "name"
    )
    if not beside or region.mention.kind not in ("country", "place", "other"):
        return False
    marked = first == last + 1 and noun.doc[last].lower_ in ("'s", "’s")
    if owner.mention.kind == "organisation":
        return marked or first == last
    return marked and owner.mention.kind == "country"


def tie(type_: str, mention: Mention, body: Found, word: Token, sure: float) -> Claim:
    """A structural claim about a person."""
    return Claim(type_, Found(mention), body, word.i, trigger(word), sure, structural=True)


def title_noun(token: Token, start: int, anchors: Anchors) -> Token | None:
    """The office noun right before the name, through "of State", forms of address and commas."""
    doc, first = token.doc, token.sent.start
    place = addressed(doc, start - 1, first)
    if place < first:
        return None
    word = past_rank(doc[place], first)
    if word.text in (",", '"', "“") and place - 1 >= first and word.text != ",":
        word = doc[place - 1]
    word = with_duty(word, first) or word
    if word.pos_ == "VERB" or not office(word):
        return None
    covered = anchors.cover.get(word.i)
    named = anchors.heads.get(token.i)
    same = covered is None or (named is not None and covered.entity == named.entity)
    return word if same and (covered is None or covered.level == "nominal") else None


def addressed(doc: Doc, place: int, first: int) -> int:
    """The place before the forms of address that end there: "the Amir, Sheikh", "Minister Dr"."""
    while place > first:
        title, held = find_title(doc[place].text), office(doc[place])
        rank = held == "member" and office(doc[place - 1])  # "Defence Minister General X"
        if title is None or title.kind not in ADDRESSES or (held and not rank):
            break
        place -= 1
    return place


def with_duty(word: Token, first: int) -> Token | None:
    """The office noun before "of" or "for" and a duty that ends in a word: "Minister of Health"."""
    place = word.i
    while place > max(first, word.i - DUTY):
        before = word.doc[place - 1]
        if before.lower_ in ("of", "for"):
            noun = word.doc[place - 2] if place - 2 >= first else None
            # A president is of a body, not of a duty: "President of the Federation Ana Lopez".
            return noun if noun is not None and office(noun) not in ("", "state_head") else None
        if before.pos_ not in ("NOUN", "PROPN", "ADJ") and before.lower_ not in WITHIN_DUTIES:
            return None
        place -= 1
    return None


def past_rank(word: Token, first: int) -> Token:
    """ "Harbour Union chief Brig Gen Luis Mora": the office before the ranks, if there is one."""
    place = word.i
    while place > first and _rank(word.doc[place]):
        place -= 1
    before = word.doc[place]
    return before if place < word.i and before.text.islower() and office(before) else word


def _rank(word: Token) -> bool:
    hyphen = word.text == "-" and not word.whitespace_
    return hyphen or (word.text[:1].isupper() and (title(word.text) or word.text == "."))


def client_claims(noun: Token, mention: Mention, anchors: Anchors) -> Iterator[Claim]:
    """ "Her lawyer Luis Mora", "Ana Kern's spokesman Luis Mora": whom somebody speaks for."""
    place = noun.i - 1
    while place > noun.sent.start and noun.doc[place].pos_ == "ADJ":
        place -= 1
    mark = place > noun.sent.start and noun.doc[place].lower_ in ("'s", "’s", "'", "’")
    word = noun.doc[place - 1 if mark else place]
    client = anchors.cover.get(word.i)
    owner = mark or word.tag_ == "PRP$"
    if client is not None and owner and client.kind == "person" and is_a(noun, "agent"):
        yield tie("represents", mention, Found(client), noun, 0.75)


def bodies(noun: Token, anchors: Anchors) -> Iterator[tuple[Found, list[Token]]]:
    """The actors named before an office noun, nearest first, with the words between."""
    doc, place = noun.doc, noun.i - 1
    least = max(noun.sent.start, noun.i - LONGEST)
    between: list[Token] = []
    while place >= least:
        word = doc[place]
        mention = anchors.cover.get(place)
        if mention is not None:
            if mention.kind == "person":
                return
            yield Found(mention), between
            place = anchors.spans[mention.id][0] - 1
            continue
        if not title_word(word):
            return
        between.append(word)
        place -= 1


def title_word(word: Token) -> bool:
    """Whether a word can stand inside a title."""
    if word.lower_ in ("'s", "’s", "-", "–", "and", "'", "’"):
        if word.text in ("-", "–"):
            return not word.whitespace_ and not word.nbor(-1).whitespace_
        return word.lower_ != "and" or (word.i > 0 and word.nbor(-1).pos_ == "NOUN")
    if word.tag_ == "VBG":  # a "ruling party", but "Havana-loving" is said of somebody
        behind = word.i > 0 and word.nbor(-1).text in ("-", "–")
        return word.dep_ in ("amod", "compound") and not behind
    return word.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")


def belonging(token: Token, mention: Mention, start: int, anchors: Anchors) -> Iterator[Claim]:
    """ "Barcelona's Iniesta", "Odinkalu of the Rights Commission", "Kern (Greens)"."""
    owner = adjacent(token, start, anchors)
    if owner is not None:
        yield from belongs(mention, owner, token, anchors, 0.7)
    further = False
    shared = shared_title(token, anchors)
    for child in token.children:
        other = anchors.heads.get(child.i)
        apart = other is None or joined(Found(other), mention, token.doc, anchors)
        if other is not None and child.dep_ == "poss" and not apart:
            yield from belongs(mention, Found(other), child, anchors, 0.75)
        if other is not None and child.dep_ == "appos" and child.nbor(-1).text == "(":
            yield from belongs(mention, Found(other), child, anchors, 0.75)
        if child.dep_ == "prep" and child.lower_ in ("of", "from") and not further:
            further = True
            for word in child.children:
                if word.dep_ == "pobj":
                    for one in outfit(word, anchors):
                        yield from belongs(mention, one, child, anchors, 0.75)
                        if shared is not None and child.lower_ == "of":
                            held = office(shared)
                            yield from office_ties(shared, held, Found(mention), one, anchors)


def shared_title(token: Token, anchors: Anchors) -> Token | None:
    """ "Presidents Lopez of Peru and Mora of Chile": the title said once for all."""
    first = token
    while first.dep_ in ("conj", "appos") and first.head.i in anchors.heads:
        first = first.head
    if first == token or anchors.heads[first.i].kind != "person":
        return None
    noun = title_noun(first, anchors.spans[anchors.heads[first.i].id][0], anchors)
    return noun if noun is not None and noun.tag_ in ("NNS", "NNPS") else None


def outfit(word: Token, anchors: Anchors) -> list[Found]:
    """A body named by itself or beside its common noun ("of the Harbour Workers union")."""
    if word.i in anchors.heads:
        return [Found(anchors.heads[word.i])]
    if not is_a(word, "outfit"):
        return []
    beside = [
        anchors.heads[c.i] for c in word.children if c.dep_ == "appos" and c.i in anchors.heads
    ]
    found = [Found(one) for one in beside if one.level == "name"] or owners(word, anchors)
    return [one for one in found if one.mention.kind == "organisation"]


def adjacent(token: Token, start: int, anchors: Anchors) -> Found | None:
    """The name in a possessive right before ("Kenya's Okoro")."""
    if start - 2 < token.sent.start or token.doc[start - 1].lower_ not in ("'s", "’s"):
        return None
    place = start - 1 if start - 1 in anchors.cover else start - 2
    mention = anchors.cover.get(place)
    return Found(mention) if mention is not None else None


def belongs(
    mention: Mention, body: Found, word: Token, anchors: Anchors, sure: float
) -> Iterator[Claim]:
    """Of a state: its national; of an organisation: its member."""
    kind = body_kind(body, anchors)
    if mention.kind == "person" and kind in ("state", "group") and body.mention.kind != "person":
        yield tie("citizen_of" if kind == "state" else "member_of", mention, body, word, sure)
