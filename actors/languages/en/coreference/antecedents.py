"""Who a pronoun or a definite noun phrase means, by weights learnt from annotated news.

A conditional logit (McFadden 1974; for coreference Denis and Baldridge 2008) over the actors that
agree in kind, number and gender, with one more choice: none of them. What speaks for an actor is
where and how it was last mentioned, how much the text speaks of it, whether its name or an earlier
description holds the noun, and what the rules for noun phrases say. The weights are in
``data/antecedents.tsv``; ``training/antecedents.py`` prints them.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from actors.languages.en.coreference.anaphors import POSSESSIVE, SORTS, Anaphor
from actors.languages.en.coreference.clusters import named
from actors.languages.en.coreference.discourse import is_subject, same_clause
from actors.languages.en.coreference.sorts import heads, name_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from actors.languages.en.coreference.discourse import Discourse
    from actors.languages.en.coreference.nominals import Noun
    from actors.languages.en.drafts import Cluster, Draft
    from actors.types import Kind

SUBJECT = ("nsubj", "nsubjpass")
LEAST: Mapping[str, float] = {
    **dict.fromkeys(("he", "it", "they"), 0.4),
    **dict.fromkeys(("person", "body", "many"), 0.45),
    "thing": 0.5,
}
"""The least probability at which words are given to somebody."""
RULED = 0.3
"""The same for whom a rule for noun phrases would take."""
MOST = 8
"""Candidates that are weighed: the latest."""


class Candidate(NamedTuple):
    """An actor that may be meant, its last mention before the words, and what speaks for it."""

    cluster: Cluster
    last: Draft
    signs: dict[str, float]


def anybody(_: Cluster) -> bool:
    """Whether somebody may be meant, where nothing more is known of it."""
    return True


def candidates(
    words: Anaphor,
    discourse: Discourse,
    agreeing: Callable[[Cluster], bool] = anybody,
    suggested: Cluster | None = None,
    rule: str = "",
) -> list[Candidate]:
    """The actors that some words may mean, each with what speaks for it.

    Args:
        words: what refers back.
        discourse: knows where the actors were mentioned.
        agreeing: tells who may be meant by what else is known.
        suggested: whom the rules for noun phrases would take, if anybody.
        rule: which of them.
    """
    kinds, reach = SORTS[words.sort]
    near: list[tuple[Draft, Cluster]] = []
    for cluster in discourse.around(words.start, reach):
        if cluster is suggested or (_agrees(words, cluster, kinds) and agreeing(cluster)):
            last = discourse.before(cluster, words.start)
            if last is not None and not _bound(words, last):
                near.append((last, cluster))
    near.sort(key=lambda pair: (-pair[0].start, pair[0].end, pair[1].first))
    kept = near[:MOST] + [
        one for one in near[MOST:] if _holds(words, one[1]) or one[1] is suggested
    ]
    found = []
    for rank, (last, cluster) in enumerate(kept):
        told = dict(signs(words, rank, last, cluster, discourse))
        if cluster is suggested:
            told[f"rule {rule}"] = 1.0
        found.append(Candidate(cluster, last, told))
    return found


def _agrees(words: Anaphor, cluster: Cluster, kinds: frozenset[Kind]) -> bool:
    """Whether an actor may be meant, by kind, gender and number."""
    if cluster.kind not in kinds:
        return False
    if words.gender and cluster.gender and words.gender != cluster.gender:
        return False
    has_name = named(cluster)
    if words.sort in ("they", "many") and cluster.kind == "person" and has_name:
        return False
    if words.noun is not None and words.noun.known is None and not _holds(words, cluster):
        return False
    if has_name:
        return True
    return _plural(cluster) == words.plural or (words.sort == "they" and cluster.kind != "person")


def _bound(words: Anaphor, last: Draft) -> bool:
    """Whether the last mention holds the words, or is another argument of the same verb."""
    if last.start <= words.token.i < last.end:
        return True
    if words.noun is not None or words.token.lower_ in POSSESSIVE:
        return False
    return not words.token.lower_.endswith(("self", "selves")) and same_clause(
        words.token, last.span.root
    )


def signs(
    words: Anaphor, rank: int, last: Draft, cluster: Cluster, discourse: Discourse
) -> Iterator[tuple[str, float]]:
    """What speaks for an actor or against it, each with how much."""
    back = discourse.sentence(words.start) - discourse.sentence(last.start)
    yield f"back {min(back, 4) if back < 8 else 8}", 1.0
    yield f"rank {min(rank, 3)}", 1.0
    subject = is_subject(last)
    yield "subject", float(subject)
    if subject and words.token.dep_ in SUBJECT:
        yield f"both subjects {min(back, 2)}", 1.0
    elif last.span.root.dep_ == words.token.dep_:
        yield "parallel", 1.0
    yield f"last {last.level}", 1.0
    yield "told", math.log1p(discourse.told(cluster, words.start))
    yield "recent", float(min(3, discourse.recent(cluster, words.start, 3)))
    if (last.start in discourse.quoted) != (words.start in discourse.quoted):
        yield "across quotation", 1.0
    has_name = named(cluster)
    yield ("named" if has_name else "unnamed"), 1.0
    yield f"kind {cluster.kind}", 1.0
    if words.sort == "he":
        yield ("gender told" if cluster.gender else "gender unknown"), 1.0
    elif words.sort == "they":
        yield f"{'many' if _plural(cluster) else 'one'} {cluster.subtype or cluster.kind}", 1.0
    if words.noun is not None:
        yield from _noun_signs(words.noun, last, cluster)


def _noun_signs(noun: Noun, last: Draft, cluster: Cluster) -> Iterator[tuple[str, float]]:
    """What a noun has in common with the names and descriptions of an actor."""
    lemma = noun.lemma
    if named(cluster):
        if lemma in heads(cluster):
            yield "head of name", 1.0
        elif lemma in name_words(cluster):
            yield "word of name", 1.0
    described = [d for d in cluster.mentions if d.level == "nominal" and d.start < noun.draft.start]
    if any(draft.span.root.lemma_.lower() == lemma for draft in described):
        yield "described so", 1.0
    elif described:
        yield "described otherwise", 1.0
    if noun.known is not None:
        same = noun.known.kind == cluster.kind
        yield ("same kind" if same else "other kind"), 1.0
        if noun.known.subtype and cluster.subtype:
            alike = noun.known.subtype == cluster.subtype
            yield ("same sort" if alike else "other sort"), 1.0
        elif noun.known.subtype:
            yield "sort unknown", 1.0
    about = {draft.folded for draft in noun.about}
    if about:
        yield "about somebody", 1.0
    if any(child.dep_ == "poss" for child in noun.head.children):
        yield "owned", 1.0
    if any(child.dep_ in ("amod", "compound", "prep", "relcl") for child in noun.head.children):
        yield "described further", 1.0


def _holds(words: Anaphor, cluster: Cluster) -> bool:
    """Whether a name or description of an actor has the noun."""
    if words.noun is None:
        return False
    lemma = words.noun.lemma
    if named(cluster):
        return lemma in name_words(cluster)
    return any(d.span.root.lemma_.lower() == lemma for d in cluster.mentions)


def _plural(cluster: Cluster) -> bool:
    """Whether an actor is many: by its description, or a people by its name (*Tajiks*)."""
    for draft in cluster.mentions:
        if draft.level == "name":
            return cluster.kind == "group" and draft.text.endswith("s")
        if draft.level == "nominal":
            return "Plur" in draft.span.root.morph.get("Number", [])
    return False


def likeliest(words: Anaphor, found: list[Candidate]) -> tuple[Candidate, float] | None:
    """The likeliest of the actors that some words may mean, with its probability.

    The probability counts the choice that none of them is meant.
    """
    if not found:
        return None
    weights = _weights()[words.sort]
    odds = [sum(weights.get(k, 0.0) * v for k, v in one.signs.items()) for one in found]
    none = weights.get("none", 0.0)
    most = max(*odds, none)
    shares = [math.exp(one - most) for one in odds]
    best = max(range(len(found)), key=lambda at: (odds[at], -at))
    return found[best], shares[best] / (sum(shares) + math.exp(none - most))


def weigh(
    words: Anaphor,
    discourse: Discourse,
    agreeing: Callable[[Cluster], bool] = anybody,
    suggested: Cluster | None = None,
    rule: str = "",
) -> Cluster | None:
    """Whom some words mean, if that is likely enough; arguments as in `candidates`."""
    best = likeliest(words, candidates(words, discourse, agreeing, suggested, rule))
    if best is None:
        return None
    least = RULED if best[0].cluster is suggested else LEAST[words.sort]
    return best[0].cluster if best[1] >= least else None


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """The weights of each sort of words."""
    made: dict[str, dict[str, float]] = {sort: {} for sort in SORTS}
    table = files("actors.languages.en").joinpath("data", "antecedents.tsv")
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            sort, sign, weight = line.split("\t")
            made[sort][sign] = float(weight)
    return made
