"""Types of ties in words, as a client reads them: *talked with*, *plans to meet*.

All outputs take their words from here: the page, ``actors show`` and its data frames. A type that
is not in the table (one of the user's own) is called by its name.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Verb", "clause", "kind_in_words", "phrase", "verb"]


class Verb(NamedTuple):
    """A type of tie as a verb between its two ends."""

    says: str
    base: str
    ing: str


_VERBS = {
    "member_of": Verb("is a member of", "be a member of", "being a member of"),
    "part_of": Verb("is part of", "be part of", "being part of"),
    "leads": Verb("leads", "lead", "leading"),
    "represents": Verb("speaks for", "speak for", "speaking for"),
    "works_for": Verb("works for", "work for", "working for"),
    "citizen_of": Verb("is a citizen of", "be a citizen of", "being a citizen of"),
    "based_in": Verb("is based in", "be based in", "being based in"),
    "allied_with": Verb("is allied with", "be allied with", "being allied with"),
    "opposed_to": Verb("is opposed to", "be opposed to", "being opposed to"),
    "owns": Verb("owns", "own", "owning"),
    "kin_of": Verb("is related to", "be related to", "being related to"),
    "wrote_to": Verb("wrote to", "write to", "writing to"),
    "agree": Verb("agreed with", "agree with", "agreeing with"),
    "consult": Verb("talked with", "meet", "meeting"),
    "support": Verb("backed", "back", "backing"),
    "cooperate": Verb("worked with", "work with", "working with"),
    "aid": Verb("helped", "help", "helping"),
    "yield": Verb("gave in to", "give in to", "giving in to"),
    "request": Verb("asked something of", "ask something of", "asking something of"),
    "accuse": Verb("accused or criticised", "accuse or criticise", "accusing or criticising"),
    "reject": Verb("rejected", "reject", "rejecting"),
    "threaten": Verb("threatened or warned", "threaten or warn", "threatening or warning"),
    "protest": Verb("protested against", "protest against", "protesting against"),
    "sanction": Verb(
        *("sanctioned or cut ties with", "sanction or cut ties with"),
        "sanctioning or cutting ties with",
    ),
    "mobilize": Verb("moved forces against", "move forces against", "moving forces against"),
    "coerce": Verb("arrested or banned", "arrest or ban", "arresting or banning"),
    "assault": Verb("attacked", "attack", "attacking"),
    "cooccurrence": Verb(
        *("is mentioned together with", "be mentioned together with"),
        "being mentioned together with",
    ),
}

_PHRASES = {
    "planned": "plans to {base}",
    "demanded": "is asked to {base}",
    "possible": "may {base}",
    "conditional": "would, on a condition, {base}",
    "denied": "denies {ing}",
}


def verb(type_: str) -> Verb:
    """The words of a type of tie.

    >>> verb("consult").says, verb("funds_in_secret").says
    ('talked with', 'funds in secret')
    """
    name = type_.replace("_", " ")
    return _VERBS.get(type_, Verb(name, name, name))


def phrase(type_: str, status: str = "asserted") -> str:
    """What a tie says between its source and its target.

    Args:
        type_: the type of the tie
        status: what documents say of it (`actors.factuality.status`)

    >>> phrase("consult"), phrase("consult", "planned"), phrase("aid", "demanded")
    ('talked with', 'plans to meet', 'is asked to help')
    >>> phrase("assault", "denied"), phrase("assault", "negated"), phrase("leads", "disputed")
    ('denies attacking', 'did not attack', 'leads (disputed)')
    >>> phrase("part_of", "negated"), phrase("leads", "negated")
    ('is not part of', 'does not lead')
    """
    words = verb(type_)
    if type_ not in _VERBS and status in (*_PHRASES, "negated"):
        return f"{words.says} ({status})"
    if status == "negated":
        return _negated(words)
    if status == "disputed":
        return f"{words.says} (disputed)"
    return _PHRASES.get(status, "{says}").format(**words._asdict())


def clause(source: str, type_: str, status: str, target: str) -> str:
    """A tie as a clause: who, what, whom.

    >>> clause("A", "aid", "planned", "B"), clause("A", "aid", "disputed", "B")
    ('A plans to help B', 'A helped B (disputed)')
    """
    if status == "disputed":
        return f"{source} {verb(type_).says} {target} (disputed)"
    return f"{source} {phrase(type_, status)} {target}"


_KINDS = {
    "igo": "intergovernmental organisation",
    "ngo": "non-governmental organisation",
    "armed_group": "armed group",
    "military": "military body",
    "government": "government body",
    "media": "news outlet",
    "company": "company",
    "party": "party",
    "team": "team",
}


def kind_in_words(kind: str, subtype: str = "") -> str:
    """What sort of actor somebody is, as a client reads it.

    A country stays one, whoever in it is meant.

    >>> kind_in_words("organisation", "igo"), kind_in_words("country", "government")
    ('intergovernmental organisation', 'country')
    >>> kind_in_words("person"), kind_in_words("organisation", "labour_union")
    ('person', 'organisation (labour union)')
    """
    if kind == "country" or not subtype:
        return kind
    if kind == "organisation" and subtype in _KINDS:
        return _KINDS[subtype]
    return f"{kind} ({subtype.replace('_', ' ')})"


def _negated(words: Verb) -> str:
    """A verb with *not*: what is lasts, what was done is past.

    >>> _negated(verb("owns")), _negated(verb("member_of"))
    ('does not own', 'is not a member of')
    """
    if words.says.startswith("is "):
        return f"is not {words.says.removeprefix('is ')}"
    lasting = words.says.removesuffix("s") == words.base or words.says.split()[0].endswith("s")
    return f"{'does' if lasting else 'did'} not {words.base}"
