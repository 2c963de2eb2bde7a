"""Fit how likely an event is to be right that the classifier reads in news: ``data/chance.tsv``.

::

    python training/relations/chance.py --gold DIR [--write]

On events that the shipped network reads in documents of `worldwide` and that were judged by us
(``judged_events.tsv``). Printed are the scores of ten folds by document.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from credit import fit
from judged import spans, verdicts
from pairs import records
from sureness import Case, open_candidates

from actors.extract.pipeline import parse
from actors.extract.relations import sureness
from actors.extract.relations.classifier import classifier
from actors.extract.relations.review import ends
from actors.types import Document, Settings

TABLE = Path(sureness.__file__).parent / "data" / "chance.tsv"
HEADER = "# evidence	weight: of an event that the classifier reads, see sureness.py\n"


def judged(path: Path) -> Iterator[Case]:
    """Events that the network read in news, right or wrong as read by us."""
    told, settings = verdicts("network"), Settings()
    documents = [Document(r["id"], r["text"]) for r in records(path) if r["id"] in told]
    for doc, document in zip(parse(documents, settings), documents, strict=True):
        anchors, found = open_candidates(doc, document, settings)
        for one in found:
            judgement = told[document.name].get(spans(one.source.mention, one.target.mention))
            [said] = classifier().judge(doc, [ends(one.source, one.target, anchors)])
            if judgement is not None and said is not None and said.best == judgement.type:
                given = dict(sureness.evidence(one, said, anchors))
                yield Case(given, judgement.right, document.name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    options = parser.parse_args()
    cases = list(judged(options.gold / "dev" / "worldwide_dev.jsonl"))
    fit(cases, TABLE if options.write else None, HEADER)
