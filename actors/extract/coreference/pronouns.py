"""Pronouns: *he*, *she*, *it*, *they* and theirs refer to who was last spoken of and agrees."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from actors.extract.coreference.clusters import add, best_name
from actors.extract.coreference.discourse import is_subject, same_clause
from actors.extract.drafts import Cluster, Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from actors.extract.coreference.discourse import Discourse
    from actors.types import Kind


@dataclass(frozen=True, slots=True)
class Form:
    """What a pronoun agrees with: kinds, number and gender."""

    kinds: frozenset[Kind]
    plural: bool
    gender: str | None
    reach: int


BODIES: frozenset[Kind] = frozenset({"organisation", "country", "place", "other"})
PEOPLE: frozenset[Kind] = frozenset({"person"})
MANY: frozenset[Kind] = frozenset({"person", "organisation", "group", "country", "other"})

FORMS: dict[str, Form] = {
    **dict.fromkeys(("he", "him", "his", "himself"), Form(PEOPLE, False, "male", 4)),
    **dict.fromkeys(("she", "her", "hers", "herself"), Form(PEOPLE, False, "female", 4)),
    **dict.fromkeys(("it", "its", "itself"), Form(BODIES, False, None, 1)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), Form(MANY, True, None, 2)),
}
MANY_HEADED = frozenset({"armed_group", "military", "team", "party"})
"""Sorts of bodies of which *they* is said, where they are the subject."""
POSSESSIVE = frozenset({"his", "her", "its", "their"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
EXPLETIVE = frozenset(["seem", "appear", "turn", "take", "happen", "rain", "snow", "look"])


class Weights(NamedTuple):
    """What makes an antecedent likely, and how much; how far off it is counts below zero."""

    subject: float
    parallel: float
    named: float
    repeated: float
    sentence: float
    distance: float
    topic: float
    quoted: float


OF_PEOPLE = Weights(0.46, 0.44, 0.24, 0.38, 0.73, 0.01, 0.77, 0.6)
"""Fitted for *he* and *she* on the documents of GUM that may be learnt from (Zeldes 2017): a
conditional logit over the persons that agree (``training/pronouns.py``); who the document is about
goes before the subject."""
OF_OTHERS = Weights(1.2, 0.4, 0.5, 0.3, 1.0, 0.02, 0.3, -2.0)
"""Set by hand, checked on annotated news."""
MARGIN = 0.15
"""How much likelier than the next the best antecedent must be."""


def pronouns(doc: Doc) -> Iterator[Token]:
    """The pronouns of the third person that may refer to an actor, in order."""
    for token in doc:
        if token.lower_ in FORMS and token.pos_ in ("PRON", "DET") and not expletive(token):
            yield token


def expletive(token: Token) -> bool:
    """Whether *it* refers to nothing: *it is clear that*, *it seems*, *it rains*."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl" or token.head.lemma_ in EXPLETIVE:
        return True
    verb = token.head
    if verb.lemma_ not in ("be", "become", "make", "remain"):
        return False
    return any(
        child.dep_ in ("ccomp", "xcomp", "csubj", "advcl", "acomp") for child in verb.children
    )


def refer(token: Token, discourse: Discourse) -> Cluster | None:
    """Give a pronoun to the likeliest antecedent, if one is likelier enough than the others."""
    form = FORMS[token.lower_]
    scored = [
        (_likely(token, last, cluster, discourse, form), cluster.first, cluster)
        for cluster, last in candidates(token, discourse, form)
    ]
    if not scored:
        return None
    scored.sort(key=lambda entry: (-entry[0], entry[1]))
    if len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN:
        return None
    best = scored[0][2]
    draft = Draft(token.doc, token.i, token.i + 1, best.kind, level="pronoun", score=0.6)
    add(best, draft, f"'{token.text}' for {best_name(best)}, last spoken of")
    discourse.place(best, draft)
    if form.gender and best.gender is None:
        best.gender = form.gender
    return best


def candidates(token: Token, discourse: Discourse, form: Form) -> Iterator[tuple[Cluster, Draft]]:
    """Who is near enough and agrees, each with the last mention before the pronoun."""
    for cluster in discourse.around(token.i, form.reach):
        last = discourse.before(cluster, token.i)
        if last is not None and agrees(form, cluster, last) and _free(token, last, discourse, form):
            yield cluster, last


def agrees(form: Form, cluster: Cluster, last: Draft) -> bool:
    """Whether a pronoun can stand for an actor: kind, number and gender."""
    if cluster.kind not in form.kinds:
        return False
    if form.gender and cluster.gender and form.gender != cluster.gender:
        return False
    return form.plural == _plural(cluster, last) or _collective(form, cluster, last)


def _plural(cluster: Cluster, last: Draft) -> bool:
    if any(d.level == "name" for d in cluster.mentions):
        return cluster.kind == "group" and last.text.endswith("s")
    nominal = next((d for d in cluster.mentions if d.level == "nominal"), None)
    return nominal is not None and "Plur" in nominal.span.root.morph.get("Number", [])


def _collective(form: Form, cluster: Cluster, last: Draft) -> bool:
    """Teams, armies and armed groups are *they* as well as *it*; a ministry hardly ever is."""
    if not form.plural or cluster.kind != "organisation":
        return False
    if not any(draft.level == "name" for draft in cluster.mentions):
        return True
    return cluster.subtype in MANY_HEADED and is_subject(last)


def _free(token: Token, last: Draft, discourse: Discourse, form: Form) -> bool:
    """Whether the last mention is near enough, and no other argument of the same verb."""
    if discourse.sentence(token.i) - discourse.sentence(last.start) > form.reach:
        return False
    if token.lower_ in ("it", "its") and not _prominent(token, last, discourse):
        return False
    if form.plural and last.level == "name" and _many_between(token, last):
        return False
    if token.lower_ in POSSESSIVE or token.lower_ in REFLEXIVE:
        return not (last.start <= token.i < last.end)
    return not same_clause(token, last.span.root)


def _many_between(token: Token, last: Draft) -> bool:
    """Whether *they* may be others spoken of since: *officials*, *the two*."""
    return any(word.tag_ in ("NNS", "NNPS") for word in token.doc[last.end : token.i])


def _prominent(token: Token, last: Draft, discourse: Discourse) -> bool:
    """Whether *it* can be meant for an actor: *it* mostly means a thing that was spoken of.

    It must be a subject or possessive itself, and so must its antecedent, or stand before it in
    the same sentence.
    """
    if last.level == "nominal" and last.kind == "other":
        return True
    if token.dep_ not in ("nsubj", "nsubjpass", "poss"):
        return False
    same = discourse.sentence(token.i) == discourse.sentence(last.start)
    if not same and token.lower_ == "its" and token.i != token.sent.start:
        return False
    return is_subject(last) or (same and token.dep_ == "poss" and last.span.root.dep_ != "pobj")


def _likely(token: Token, last: Draft, cluster: Cluster, discourse: Discourse, form: Form) -> float:
    weights = OF_PEOPLE if form.kinds is PEOPLE else OF_OTHERS
    told = signs(token, last, cluster, discourse)
    return sum(weight * sign for weight, sign in zip(weights, told, strict=True))


def signs(token: Token, last: Draft, cluster: Cluster, discourse: Discourse) -> Weights:
    """What speaks for an antecedent and against it, to be weighed."""
    return Weights(
        subject=is_subject(last),
        parallel=last.span.root.dep_ == token.dep_,
        named=any(draft.level == "name" for draft in cluster.mentions),
        repeated=min(3, discourse.recent(cluster, token.i, 4)),
        sentence=discourse.sentence(last.start) - discourse.sentence(token.i),
        distance=-min(50, token.i - last.end),
        topic=math.log1p(discourse.told(cluster, token.i)),
        quoted=(last.start in discourse.quoted) != (token.i in discourse.quoted),
    )
