"""What makes a person the antecedent of *he* or *she*: weights fitted on GUM.

::

    python training/pronouns.py --gold CORPORA

Every document of ``raw/gum`` but news is read with the package as it is. For each pronoun whose
antecedent is annotated, the persons that agree with it are compared as `actors` compares them
(``signs`` in ``actors/extract/coreference/pronouns.py``); a conditional logit with a small
quadratic penalty weighs what speaks for the right one. Printed are the weights, and the share of
pronouns given to the right person by weights fitted on the other four fifths of the documents.

Whom an earlier pronoun was given to is among what speaks for a person, so the weights in use shape
what is fitted: put the printed ones into ``pronouns.py`` and run again until they stay.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

import numpy as np
from gum import parse
from numpy.typing import NDArray
from scipy.optimize import minimize

from actors import Settings
from actors.extract import extract
from actors.extract.coreference import pronouns, resolving
from actors.types import Document

if TYPE_CHECKING:
    from spacy.tokens import Token

    from actors.extract.coreference.discourse import Discourse
    from actors.extract.drafts import Cluster, Draft

PENALTY = 0.003
FOLDS = 5
Edges = tuple[int, int]


class Choice(NamedTuple):
    """A pronoun's candidates: what speaks for each, and whether it is the right one."""

    signs: NDArray[np.float64]
    right: NDArray[np.bool_]


def choices(path: Path) -> Iterator[Choice]:
    """The pronouns of one document with more than one candidate, of which one is right."""
    text, tokens, phrases = parse(path.read_text(encoding="utf8"))
    meant = {
        tokens[one.first].start: one.number
        for one in phrases
        if one.first == one.last and tokens[one.first].pos == "PRON"
    }
    spans = [
        ((tokens[one.first].start, tokens[one.last].end), one.number)
        for one in phrases
        if tokens[one.first].start not in meant
    ]
    for start, told, candidates in decisions(text):
        number = meant.get(start)
        right = np.array([who(edges, spans) == number for edges in candidates])
        if number is not None and right.any() and not right.all():
            yield Choice(np.array(told, float), right)


def decisions(text: str) -> list[tuple[int, list[pronouns.Weights], list[list[Edges]]]]:
    """For each pronoun of people its offset, the signs of its candidates, and their mentions."""
    found = []
    refer = pronouns.refer

    def recording(token: Token, discourse: Discourse) -> Cluster | None:
        form = pronouns.FORMS[token.lower_]
        if form.kinds is pronouns.PEOPLE:
            rivals = list(pronouns.candidates(token, discourse, form))
            told = [pronouns.signs(token, last, one, discourse) for one, last in rivals]
            found.append((token.idx, told, [[edges(d) for d in one.mentions] for one, _ in rivals]))
        return refer(token, discourse)

    with patch.object(resolving, "refer", recording):
        extract([Document("gum", text)], Settings())
    return found


def edges(draft: Draft) -> Edges:
    """The characters of a mention."""
    return draft.span.start_char, draft.span.end_char


def who(mentions: Sequence[Edges], spans: Sequence[tuple[Edges, str]]) -> str | None:
    """Whom most of a cluster's mentions are annotated as; they begin or end with the phrase."""
    votes = Counter(
        number
        for start, end in mentions
        for (first, last), number in spans
        if first < end and start < last and (first == start or last == end)
    )
    return votes.most_common(1)[0][0] if votes else None


def fit(given: Sequence[Choice]) -> NDArray[np.float64]:
    """The weights under which the right candidates are likeliest."""

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = 0.0, np.zeros_like(weights)
        for signs, right in given:
            likely = np.exp(signs @ weights - np.max(signs @ weights))
            share, among = likely / likely.sum(), np.where(right, likely, 0)
            total -= np.log(share[right].sum())
            slope -= signs.T @ (among / among.sum() - share)
        penalty = PENALTY * weights @ weights
        return total / len(given) + penalty, slope / len(given) + 2 * PENALTY * weights

    start = np.zeros(len(pronouns.Weights._fields))
    answer: Any = minimize(loss, start, jac=True, method="L-BFGS-B")
    return np.asarray(answer.x)


def hits(given: Sequence[Choice], weights: NDArray[np.float64]) -> int:
    """How many pronouns the weights give to the right person."""
    return sum(bool(right[np.argmax(signs @ weights)]) for signs, right in given)


def main(options: argparse.Namespace) -> None:
    paths = sorted((options.gold / "raw" / "gum").glob("GUM_*.conllu"))
    read = [list(choices(p)) for p in paths if not p.stem.startswith("GUM_news_")]
    total = sum(map(len, read))
    right = before = 0
    for fold in range(FOLDS):
        learnt = [one for at, some in enumerate(read) if at % FOLDS != fold for one in some]
        aside = [one for at, some in enumerate(read) if at % FOLDS == fold for one in some]
        right += hits(aside, fit(learnt))
        before += hits(aside, np.array(pronouns.OF_PEOPLE))
    print(f"{total} pronouns, right aside {right / total:.3f}, as shipped {before / total:.3f}")
    weights = fit([one for some in read for one in some])
    for name, weight in zip(pronouns.Weights._fields, weights, strict=True):
        print(f"{name:9} {weight:6.2f}")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--gold", type=Path, required=True, help="folder with raw/gum")
    main(arguments.parse_args())
