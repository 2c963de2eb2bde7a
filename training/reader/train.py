"""Train the reader of relations on annotated news, other genres and texts of our own.

    python training/reader/train.py --gold CORPORA --out checkpoints/reader.pt

``CORPORA`` holds ``news_relations.jsonl``, ``raw/gum``, and in ``dev`` worldwide, DSE and
KnowledgeNet (their texts), and PLV. Whole outlets (``kept_aside.txt``) are never learnt from. Our
own mentions of every document are found first, with the package as it is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import torch

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotations import own_texts, read
from gum import read_gum
from labelled import Record, labelled
from learning import Course, Example, example, learn
from minimal import minimal
from network import Reader, begun
from split import draw

from actors.languages.en.networks import WEIGHTS
from actors.languages.en.pipeline import parse
from actors.languages.en.reader import mentions
from actors.languages.en.sentences import sentences
from actors.neural.subwords import load_tokenizer
from actors.types import Document, Extract, Settings

MEASURED = 0.2
"""Share of PLV's sentences that are only measured."""
TEXTS = ("worldwide_dev", "dse_dev", "knowledgenet_dev")
"""Corpora whose texts we annotated."""
ASIDE = Path(__file__).resolve().parent.parent / "kept_aside.txt"


def documents(gold: Path) -> list[Record]:
    """All annotated documents, those kept aside too."""
    news = _lines(gold / "news_relations.jsonl")
    some = (one for name in TEXTS for one in _lines(gold / "dev" / f"{name}.jsonl"))
    texts = {one["id"]: one["text"] for one in some}
    texts |= {one.id: one.text for one in read_gum(gold / "raw" / "gum")}
    return [*news, *read(texts | own_texts())]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def pairs(gold: Path) -> list[Record]:
    """Sentences of PLV with one marked pair each, but for those that measure."""
    made = []
    for one in _lines(gold / "dev" / "plv_train.jsonl"):
        where = {each["actor"]: [each["start"], each["end"]] for each in one["mentions"]}
        for each in one["relations"]:
            each |= {"also": [], "negated": False, "modality": "asserted", "core": True}
            each |= {f"{end}_span": where[each[end]] for end in ("source", "target")}
        if draw(one["text"]) >= MEASURED:
            made.append(one)
    return made


def found(some: Iterable[Record]) -> Iterator[tuple[Record, Extract]]:
    """Each document with the mentions that the package finds in it."""
    known, settings = list(some), Settings()
    made = [Document(one["id"], one["text"], one.get("title")) for one in known]
    for record, document, doc in zip(known, made, parse(made, settings), strict=True):
        some_, entities = mentions(doc, document, settings)
        spans = tuple(sentences(doc))
        yield record, Extract(document.key, tuple(some_), tuple(entities), sentences=spans)


def examples(some: Iterable[Record]) -> list[Example]:
    """The sentences of documents as arrays."""
    tokenizer = load_tokenizer(WEIGHTS / "tokenizer.json")
    made = (
        example(sentence, tokenizer)
        for document, extract in found(some)
        for sentence in labelled(document, extract)
    )
    return [one for one in made if one is not None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--seed", type=int, default=1, help="of the order and what is covered")
    given = parser.parse_args()
    aside = set(ASIDE.read_text(encoding="utf8").split())
    some = examples(one for one in documents(given.gold) if one["id"] not in aside)
    some += examples(pairs(given.gold))
    some += minimal(load_tokenizer(WEIGHTS / "tokenizer.json"))
    print(f"{len(some)} sentences, {sum(len(one.read.ids) for one in some)} pieces", flush=True)
    torch.set_num_threads(1)

    def keep(model: Reader, _: int) -> None:
        state = {k: v for k, v in model.state_dict().items() if k != "words.weight"}
        torch.save(state, given.out)

    model = begun(given.seed)
    if given.start is not None:
        model.load_state_dict(torch.load(given.start, weights_only=True), strict=False)
    learn(model, some, Course(given.epochs, given.rate, seed=given.seed), keep)


if __name__ == "__main__":
    main()
