"""Fit whom pronouns and noun phrases mean: ``actors/languages/en/data/antecedents.tsv``.

::

    python training/antecedents.py --gold CORPORA [--write]

Documents annotated for relations are read with the package as it is. The words that stand for an
annotated end (*he*, *the ministry*) say whom they mean: of the candidates that the package weighs
(`actors.languages.en.coreference.antecedents`), the one whose mentions are mostly annotated as that
actor, or none. A conditional logit with a quadratic penalty is fitted for each sort of words.
Printed is, for documents kept aside, how often the right one is found and how often what is found
is right.

Whom earlier words were given to shapes what is fitted: run it again with what was written until it
stays.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).resolve().parent / "reader"))

from train import ASIDE, Record, documents

from actors.languages.en.coreference import antecedents
from actors.languages.en.pipeline import parse
from actors.languages.en.reader import mentions
from actors.types import Document, Settings

if TYPE_CHECKING:
    from actors.languages.en.coreference.anaphors import Anaphor
    from actors.languages.en.coreference.antecedents import Candidate
    from actors.languages.en.drafts import Cluster

PENALTY, SEEN = 1.0, 8
"""Ridge penalty of a weight; least candidates that show a sign."""
HEADER = "# words\tsign\tweight: who is meant, see coreference/antecedents.py\n"
TABLE = Path(antecedents.__file__).parents[1] / "data" / "antecedents.tsv"
NAME_WEIGHT = 3
"""What a name counts, against other words, for whom an actor of ours is."""
LEVELS = (0.3, 0.4, 0.5, 0.6, 0.7)


class Choice(NamedTuple):
    """Words that refer back: what speaks for each candidate; which is right, None if none is."""

    sort: str
    signs: list[dict[str, float]]
    right: frozenset[int]
    aside: bool


def choices(some: Sequence[Record], aside: frozenset[str]) -> Iterator[Choice]:
    """The annotated words of documents, with the candidates that the package weighs for them."""
    settings = Settings()
    made = [Document(one["id"], one["text"], one.get("title")) for one in some]
    for record, document, doc in zip(some, made, parse(made, settings), strict=True):
        seen: list[tuple[Anaphor, list[Candidate]]] = []
        with patch.object(antecedents, "candidates", _recording(seen)):
            mentions(doc, document, settings)
        yield from _labelled(record, seen, record["id"] in aside)


def _recording(seen: list[tuple[Anaphor, list[Candidate]]]) -> Callable[..., list[Candidate]]:
    """The function that finds candidates, keeping what it finds."""
    original = antecedents.candidates

    def recording(words: Anaphor, *given: object) -> list[Candidate]:
        found = original(words, *given)  # type: ignore[arg-type]
        seen.append((words, found))
        return found

    return recording


def _labelled(
    record: Record, seen: Iterable[tuple[Anaphor, list[Candidate]]], aside: bool
) -> Iterator[Choice]:
    """The weighed words that are annotated, each with the candidate that is right."""
    spans = known(record)
    for words, found in seen:
        start, end = words.token.idx, words.token.idx + len(words.token)
        meant = {who for first, last, who, _ in spans if first <= start and end == last}
        if not meant:
            continue
        whose = [whom(one.cluster, spans, words) for one in found]
        right = frozenset(at for at, one in enumerate(whose) if one in meant)
        yield Choice(words.sort, [one.signs for one in found], right, aside)


def known(record: Record) -> list[tuple[int, int, str, int]]:
    """The spans of a document that stand for an actor; names weigh more."""
    spans = [
        (one["start"], one["end"], one["actor"], NAME_WEIGHT if one["level"] == "name" else 1)
        for one in record["mentions"]
    ]
    for one in record["relations"]:
        for end in ("source", "target"):
            if one[f"{end}_span"] is not None:
                spans.append((*one[f"{end}_span"], one[end], 1))
    return sorted(set(spans))


def whom(cluster: Cluster, spans: list[tuple[int, int, str, int]], words: Anaphor) -> str | None:
    """The annotated actor whose spans the other mentions of a cluster overlap most."""
    votes: Counter[str] = Counter()
    for draft in cluster.mentions:
        if draft.start <= words.token.i < draft.end:
            continue
        first, last = draft.span.start_char, draft.span.end_char
        for start, end, who, weight in spans:
            if start < last and first < end:
                votes[who] += weight
    return votes.most_common(1)[0][0] if votes else None


def fitted(some: Sequence[Choice]) -> dict[str, float]:
    """The weights of one sort of words under which the right choices are likeliest."""
    seen = Counter(name for one in some for signs in one.signs for name in signs)
    names = sorted(name for name, times in seen.items() if times >= SEEN)
    column = {name: at + 1 for at, name in enumerate(names)}
    tables = [table(one, column) for one in some]
    goal = [sorted(one.right) or [len(one.signs)] for one in some]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = 0.0, np.zeros_like(weights)
        for rows, right in zip(tables, goal, strict=True):
            odds = rows @ weights
            likely = np.exp(odds - odds.max())
            share = likely / likely.sum()
            among = np.zeros_like(share)
            among[right] = likely[right] / likely[right].sum()
            total -= np.log(share[right].sum())
            slope -= rows.T @ (among - share)
        held = np.r_[0, weights[1:]]
        return total + PENALTY / 2 * held @ held, slope + PENALTY * held

    answer = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x
    return dict(zip(["none", *names], map(float, answer), strict=True))


def table(one: Choice, column: dict[str, int]) -> np.ndarray:
    """A row of signs for each candidate, and one for none of them."""
    rows = np.zeros((len(one.signs) + 1, len(column) + 1))
    rows[-1, 0] = 1
    for at, signs in enumerate(one.signs):
        for name, value in signs.items():
            if name in column:
                rows[at, column[name]] = value
    return rows


def report(sort: str, some: Sequence[Choice], weights: dict[str, float]) -> None:
    """Print how many of the words are given to the right one, and how many of those given."""
    column = {name: at for at, name in enumerate(weights) if name != "none"}
    values = np.array(list(weights.values()))
    best = []
    for one in some:
        rows = table(one, column)
        odds = rows @ values
        share = np.exp(odds - odds.max())
        share = share / share.sum()
        at = int(np.argmax(share[:-1])) if len(share) > 1 else -1
        best.append((float(share[at]) if at >= 0 else 0.0, at in one.right))
    could = sum(bool(one.right) for one in some)
    told = "  ".join(
        f"{level}: {sum(ok for share, ok in best if share >= level)}"
        f"/{sum(share >= level for share, _ in best)}"
        for level in LEVELS
    )
    print(f"{sort:8} {len(some)} words, right one among candidates {could};  {told}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    aside = frozenset(ASIDE.read_text(encoding="utf8").split())
    by_sort: dict[str, list[Choice]] = defaultdict(list)
    for one in choices(documents(given.gold), aside):
        by_sort[one.sort].append(one)
    text = HEADER
    for sort, some in sorted(by_sort.items()):
        weights = fitted([one for one in some if not one.aside])
        report(sort, [one for one in some if one.aside], weights)
        text += "".join(f"{sort}\t{name}\t{one:.3f}\n" for name, one in weights.items())
    if given.write:
        TABLE.write_text(text, encoding="utf8")
    else:
        print(text)


if __name__ == "__main__":
    main()
