"""How good a reading is: names, who is who, relations and the network, against annotated documents.

`annotated`  the schema of the gold and of readings
`compared`   whose mentions and actors are whose
`names`, `clusters`, `links` and `relations`, `stances`, `core`, `network`  what is counted
`scores`     precision, recall and F1 of a corpus, with intervals

Start reading at `evaluate`. ``docs/evaluate.md`` defines every score.
"""

from actors.evaluate.annotated import AnnotatedDocument, annotated, read_annotated
from actors.evaluate.evaluation import Evaluation, evaluate
from actors.evaluate.scores import Estimate, RowOfScores, as_record
from actors.evaluate.tally import Miss

__all__ = [
    "AnnotatedDocument",
    "Estimate",
    "Evaluation",
    "Miss",
    "RowOfScores",
    "annotated",
    "as_record",
    "evaluate",
    "read_annotated",
]
