"""Fit how likely an event is to be right that the classifier reads in news: ``data/chance.tsv``.

::

    python training/relations/chance.py --gold DIR --folds DIR [--write]

On pairs in documents of `worldwide` that were judged by us: those that the network learnt from
(``judged_pairs.tsv``) are read by the network of the fold they were kept out of, events in other
documents (``judged_events.tsv``) by the one that ships. Printed are the scores of ten folds by
document.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from credit import fit
from judged import Networks, judged_documents, open_end, spans
from sureness import Case, open_candidates

from actors.extract.relations import sureness
from actors.extract.relations.review import ends
from actors.types import Settings

TABLE = Path(sureness.__file__).parent / "data" / "chance.tsv"
HEADER = "# evidence	weight: of an event that the classifier reads, see sureness.py\n"


def judged(path: Path, folds: Path) -> Iterator[Case]:
    """Events that the network reads in news, right or wrong as read by us."""
    networks = Networks(folds)
    for doc, document, told in judged_documents(path, "network"):
        anchors, found = open_candidates(doc, document, Settings())
        for one in found:
            pair = one.source.mention, one.target.mention
            answer = told.get(spans(*pair))
            if answer is None or open_end(answer, *pair):
                continue
            said = networks.judge(answer, doc, ends(one.source, one.target, anchors))
            right = answer.holds(said.best) if said is not None else None
            if said is not None and right is not None:
                yield Case(dict(sureness.evidence(one, said, anchors)), right, document.name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--folds", type=Path, required=True, help="networks of the folds")
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    options = parser.parse_args()
    cases = list(judged(options.gold / "dev" / "worldwide_dev.jsonl", options.folds))
    fit(cases, TABLE if options.write else None, HEADER)
