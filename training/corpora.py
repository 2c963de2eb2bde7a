"""Read the annotated corpora into one form: a text, its labelled spans, and what nobody annotated.

Labels are PER, ORG, LOC, GRP (demonyms, religious and political groups) and MISC. MISC is learnt so
that works, events and products are not taken for organisations, and is dropped at run time.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Span = tuple[int, int, str]

KINDS = {
    "person": "PER",
    "organisation": "ORG",
    "country": "LOC",
    "place": "LOC",
    "group": "GRP",
    "other": "MISC",
}
CROSSNER = {
    "politician": "PER",
    "person": "PER",
    "politicalparty": "ORG",
    "organisation": "ORG",
    "country": "LOC",
    "location": "LOC",
    "election": "MISC",
    "event": "MISC",
    "misc": "MISC",
}
WNUT = {
    "person": "PER",
    "location": "LOC",
    "corporation": "ORG",
    "group": "ORG",
    "product": "MISC",
    "creative-work": "MISC",
}
PLAIN = {name: name for name in ("PER", "ORG", "LOC", "MISC")}

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_GENITIVE = re.compile(r"\s*['’]s?$")
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%'’")
_NO_SPACE_AFTER = frozenset("([{$#@")


@dataclass
class Example:
    """One document; ``spans`` are labelled, nothing is learnt from ``unknown`` characters."""

    id: str
    corpus: str
    text: str
    spans: list[Span]
    unknown: list[tuple[int, int]] = field(default_factory=list)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without a leading article and a trailing genitive: our convention for names."""
    surface = text[start:end]
    genitive = _GENITIVE.search(surface)
    if genitive and genitive.start() and surface.endswith(("'s", "’s")):
        end = start + genitive.start()
    article = _ARTICLE.match(text[start:end])
    if article and article.end() < end - start:
        start += article.end()
    return start, end


def read_schema(path: Path, corpus: str) -> Iterator[Example]:
    """Documents of the JSONL schema; only names count, a nominal is nobody's name."""
    for line in path.read_text(encoding="utf8").splitlines():
        record = json.loads(line)
        text, spans, reached = record["text"], [], 0
        names = [mention for mention in record["mentions"] if mention["level"] == "name"]
        for mention in sorted(names, key=lambda one: (one["start"], -one["end"])):
            if mention["start"] >= reached:
                start, end = trim(text, mention["start"], mention["end"])
                spans.append((start, end, KINDS[mention["kind"]]))
                reached = end
        yield Example(record["id"], corpus, text, spans)


def read_bio(path: Path, corpus: str, labels: dict[str, str]) -> Iterator[Example]:
    """Token-per-line files; they name no documents, so twenty sentences are taken for one."""
    batch: list[list[tuple[str, str]]] = []
    number = 0
    for sentence in _sentences(path):
        batch.append(sentence)
        if len(batch) == 20:
            yield _join(f"{corpus}_{path.stem}_{number}", corpus, batch, labels)
            batch, number = [], number + 1
    if batch:
        yield _join(f"{corpus}_{path.stem}_{number}", corpus, batch, labels)


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    sentence: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf8", errors="replace").splitlines():
        parts = line.split()
        if len(parts) >= 2 and not line.startswith("-DOCSTART-"):
            sentence.append((parts[0], parts[-1]))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _join(
    name: str, corpus: str, batch: Iterable[list[tuple[str, str]]], labels: dict[str, str]
) -> Example:
    """Write the tokens as running text, a sentence a line, and turn BIO tags into spans."""
    text, spans = "", []
    for sentence in batch:
        text += "\n" if text else ""
        before, opened = "O", True
        for token, tag in sentence:
            if not opened and token[0] not in _NO_SPACE_BEFORE and token != "n't":
                text += " "
            start = len(text)
            text += token
            opened = token in _NO_SPACE_AFTER
            kind = labels.get(tag[2:])
            if tag.startswith("I-") and before[2:] == tag[2:] and kind and spans:
                spans[-1] = (spans[-1][0], len(text), kind)
            elif kind:
                spans.append((start, len(text), kind))
            before = tag
    return Example(name, corpus, text, [(*trim(text, a, b), kind) for a, b, kind in spans])


def group_names(examples: Iterable[Example]) -> frozenset[str]:
    """Every string annotated as a group more than once: used where a corpus hides demonyms."""
    counts: dict[str, int] = {}
    for example in examples:
        for start, end, kind in example.spans:
            if kind == "GRP":
                surface = example.text[start:end]
                counts[surface] = counts.get(surface, 0) + 1
    return frozenset(name for name, count in counts.items() if count > 1)


def settle_groups(example: Example, groups: frozenset[str]) -> Example:
    """Make demonyms of a corpus without that class agree: relabel them, mask the unlabelled."""
    hidden = ("MISC", "PER") if example.corpus == "gum" else ("MISC",)
    spans = [
        (start, end, "GRP" if kind in hidden and example.text[start:end] in groups else kind)
        for start, end, kind in example.spans
    ]
    taken = [(start, end) for start, end, _ in spans]
    unknown = [
        match.span()
        for match in re.finditer(r"[A-Z]\w+(?: [A-Z]\w+)?", example.text)
        if match.group() in groups
        and not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    return Example(example.id, example.corpus, example.text, spans, example.unknown + unknown)


def only_positive(example: Example) -> Example:
    """A corpus that annotates some names only: every other capitalised word is unknown."""
    taken = [(start, end) for start, end, _ in example.spans]
    unknown = [
        match.span()
        for match in re.finditer(r"\b[A-Z][\w.&-]*", example.text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    return Example(example.id, example.corpus, example.text, example.spans, unknown)


def without_handles(example: Example) -> Example:
    """Tweets: what an ``@handle`` is depends on the corpus, so leave handles out of the loss."""
    handles = [match.span() for match in re.finditer(r"@\s?\w+", example.text)]
    kept = [
        span for span in example.spans if not any(a < span[1] and span[0] < b for a, b in handles)
    ]
    return Example(example.id, example.corpus, example.text, kept, example.unknown + handles)


def read_all(gold: Path) -> list[Example]:
    """Every document that may be trained on, from the folder of corpora ``gold``."""
    from gum import read_gum

    schema = [*read_schema(gold / "dev/worldwide_dev.jsonl", "worldwide")]
    schema += read_schema(gold / "dev/redocred_dev.jsonl", "redocred")
    groups = group_names(schema)
    raw, tweets = gold / "raw", gold / "raw/wnut17_wikigold_btc"
    others: list[Example] = []
    for part in ("train", "dev", "test"):
        others += read_bio(raw / f"crossner/politics/{part}.txt", "crossner", CROSSNER)
    others += read_bio(tweets / "wikigold.conll.txt", "wikigold", PLAIN)
    for name in ("wnut17train.conll", "emerging.dev.conll", "emerging.test.annotated"):
        others += map(without_handles, read_bio(tweets / name, "wnut", WNUT))
    for path in sorted(tweets.glob("btc_*.conll")):
        others += map(without_handles, read_bio(path, "btc", PLAIN))
    others += read_gum(raw / "gum")
    others += map(only_positive, read_schema(gold / "dev/knowledgenet_dev.jsonl", "knowledgenet"))
    settled = [settle_groups(example, groups) for example in schema if example.corpus == "redocred"]
    settled += [settle_groups(example, groups) for example in others]
    return [example for example in schema if example.corpus == "worldwide"] + settled
