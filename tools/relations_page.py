"""The page ``docs/relations.md``, written from ``actors/ontology/types.toml``.

``python -m tools.relations_page > docs/relations.md`` renews it.
"""

from __future__ import annotations

from collections.abc import Iterator

from actors.languages.en.relations.tiers import DEFAULT, RECALL
from actors.ontology import Type, ontology

OPENING = """# Relations: what each type claims

This page is written from `actors/ontology/types.toml`; change that file, then run
`python -m tools.relations_page > docs/relations.md`.

A relation goes from a source to a target and says only what the sentence says. What else
the sentence says stands in fields of its own, never in the type:

| field | meaning |
|---|---|
| `negated` | the sentence says that it isn't so: "did not meet" is *consult*, negated |
| `modality` | `asserted`, `planned` ("will meet"), `conditional` ("if it attacks"), `demanded` \
("should help"), `possible` ("may attack"), `denied` ("denied that ...") |
| `attributed_to`, `speaker`, `cue` | who says so, in which words, by which reporting word; \
quotations find their speaker in the sentence before or after, too |
| `date` | when it happened, as precise as the text says and no more (ISO 8601), counted from \
the document's date where it is relative: "in 2012" is `2012`, "in March" `2021-03`, "last week" \
the Monday and the Sunday of it, `2021-07-05/2021-07-11` |
| `place` | the place that the clause names, if it is neither end |
| `confidence` | the probability that the sentence states it, fitted on annotated documents of \
outlets that nothing was learnt from (`docs/model-card.md`). THRESHOLDS |

"Will not accept" and "failed to agree" are refusals, so they are *reject*, as in PLOVER; "did not \
accept" is a negated statement. "Agreed to help" and "is willing to help" are *agree*; "will help" \
stays *aid*, planned. What somebody reports of others isn't a tie of the reporter: "Reuters \
reported that Israel struck Iran" gives *assault*, attributed to Reuters, and nothing else.

Who no longer holds an office ("former president", "the ousted chairman", "was president until \
2010") leads and represents nobody by it; that the person is its national or member is kept. What \
is said of a match, a warning of a danger that isn't the speaker's own act, and what is done to \
somebody ("condemned his arrest") is no event against the one named.

Two ties are read against the document rather than the sentence: a bare \
title ("Prime Minister Kern") where the text names one state clearly most and no second head of \
state or government, and an organisation whose own name holds a state that the text names \
("Bank of England"). Their evidence is the sentence with the title or the name.

Two readers look at every sentence: rules over its grammar, and a small network that scores all \
26 types that sentences state (not *wrote_to*) for every source and target among its mentions, \
so it also finds ties and events that no \
rule knows. Each reading gets one probability, from what the network thinks of it, what the rules \
say of it, and what often goes wrong: who a pronoun means, an actor without a name, a place as the \
target. A rule reads what the definition of a type says to the letter, so a lower probability is \
asked of it. Two things are dropped of what only the network reads: a tie or an event of two \
actors of whom a rule reads another tie, or another event, in that sentence; and a type whose \
source and target the rules give to others. In "the leaders of A and B, X and Y", X leads A alone.

Whether a statement is negated, and its modality, are read by rules from the clause. Where these \
see a plain fact and the network is clearly of another mind ("a myth", "no evidence that"), the \
network is followed.

Who has no name in a document may still do something to somebody who has, or suffer it: *police*, \
*protesters*, *the rebels*. They are ends of events, even both, and one end of a standing tie, but \
only where the words speak of nobody who is named ("Turkish police" are Turkey). Nothing tells \
whether two documents mean the same police: networks leave these actors out, and with `--unnamed` \
show one for each noun.

A stance (`stances` of a reading, `Study.stances()`) is no relation and no tie of the network: it \
adds up, over the whole document, what is stated and what is read of one actor's attitude towards \
another, as `+` (support), `-` (oppose) or `0`. The two only have to share a sentence. By default \
who stands in a subject is asked about those named later, where an event between the two is read \
or thought possible, and a side has to be likelier than not by far; with `--recall` everybody is \
asked, a lean is enough, and a stance speaks in part for the same stance the other way round. Acts \
that enemies do as well (they meet, agree, trade) take no side.

The event types, their order and their quad classes are those of PLOVER (Open Event Data \
Alliance, *PLOVER: Political Language Ontology for Verifiable Event Records*); the intensity is \
Goldstein's (1992, *A Conflict-Cooperation Scale for WEIS Events Data*) as carried over to CAMEO. \
Symmetric relations hold both ways and are stored once. The minimal sentences in \
`tests/languages/en/relations/sentences/` \
show, phenomenon by phenomenon, what is read and what isn't.

| type | quad class | sign | symmetric | CAMEO | intensity | FollowTheMoney |
|---|---|---|---|---|---|---|
"""


def manual() -> str:
    """The whole page.

    >>> manual().splitlines()[0]
    '# Relations: what each type claims'
    """
    types = list(ontology().values())
    table = "".join(row(type_) for type_ in types)
    opening = OPENING.replace("THRESHOLDS", thresholds())
    return opening + table + "".join(part for type_ in types for part in entry(type_))


def thresholds() -> str:
    """How likely has to be what is kept, in the numbers that the package uses."""
    rule, network, recall = DEFAULT.rule, DEFAULT.network, RECALL.network
    return (
        f"By default a tie that a rule reads is kept from {rule.tie} and one that only the network "
        f"reads from {network.tie}; an event from {rule.event} and {network.event}; what has an "
        f"end without a name from {rule.unnamed} and {network.unnamed}. `--recall` keeps all that "
        f"a rule reads, and what the network reads from {recall.tie}, with its number"
    )


def row(type_: Type) -> str:
    """One line of the table."""
    cells = (
        f"[`{type_.name}`](#{type_.name})",
        type_.quad,
        type_.sign,
        "yes" if type_.symmetric else "no",
        ", ".join(type_.cameo) or "-",
        "-" if type_.intensity is None else f"{type_.intensity:+.1f}",
        type_.ftm,
    )
    return "| " + " | ".join(cells) + " |\n"


def entry(type_: Type) -> Iterator[str]:
    """The section of one type."""
    yield f"\n## {type_.name}\n\n{type_.definition}\n\n"
    yield f"- Yes: *{type_.example}*\n- No: *{type_.counter_example}*\n"
    yield f"- Ends: {ends(type_)}\n"


def ends(type_: Type) -> str:
    """Who may stand at the two ends."""
    pairs = (f"{listed(left)} -> {listed(right)}" for left, right in type_.ends)
    return "; ".join(pairs) + "."


def listed(kinds: frozenset[str]) -> str:
    """Kinds in a fixed order; all of them are "any actor"."""
    return "any actor" if len(kinds) == 6 else ", ".join(sorted(kinds))


if __name__ == "__main__":
    print(manual(), end="")
