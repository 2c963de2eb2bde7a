"""Who is who in the corpus: entities of single documents become actors, with reasons.

Start at `resolve`; the pages below it are, in the order the work is done:

* `records`: what is read (`Candidate`) and what is given (`Resolution`)
* `stories`: documents that reprint one another; `reprints`: and which of their sentences
* `spelling`, `people`, `organisations`: names, and whether two can be one actor's
* `evidence`, `senses`: what speaks for or against one person behind a name
* `scripts`: names of other scripts in Latin letters, and matched by sound
* `slim`, `folds`: entities that nothing tells apart are one candidate
* `profiles`: candidates that share a full name and nothing against it
* `links`: blocking, so that only names worth comparing are compared
* `clusters`: joining, never across a cannot-link
* `fuller`, `partial`: lone surnames and acronyms, joined last and only where one actor fits
* `naming`: the actor's name, key, kind and aliases
* `lookup`: from whatever an analyst types to an actor; `ways` to read it, the `handles` of actors,
  `suggestions` where nobody, or several, fit
* `corrections`: what people decided about single mentions, applied to the reading of a document
* `curation`, `writing`: the analyst's decisions as a file; `decisions`: applied, they win;
  `replay`: one after the other
"""

from __future__ import annotations

from actors.resolve.corpus import Grouping, group, resolve, settle
from actors.resolve.corrections import (
    about_mention,
    correct,
    corrected,
    difference,
    named_after,
)
from actors.resolve.records import Candidate, Resolution, candidates, named
from actors.resolve.replay import Replay
from actors.resolve.reprints import reprints
from actors.resolve.scripts import in_one_script
from actors.resolve.stories import stories

__all__ = [
    "Candidate",
    "Grouping",
    "Replay",
    "Resolution",
    "about_mention",
    "candidates",
    "correct",
    "corrected",
    "difference",
    "group",
    "in_one_script",
    "named",
    "named_after",
    "reprints",
    "resolve",
    "settle",
    "stories",
]
