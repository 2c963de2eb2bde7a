"""All steps of coreference, the surest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.extract.coreference.acronyms import link_acronyms
from actors.extract.coreference.clusters import same_names
from actors.extract.coreference.surnames import link_surnames

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from actors.extract.drafts import Cluster, Draft


def resolve(doc: Doc, drafts: list[Draft]) -> list[Cluster]:
    """Who is who: the names of a document as clusters, one an actor."""
    clusters = same_names(drafts)
    link_surnames(clusters)
    link_acronyms(clusters)
    return clusters
