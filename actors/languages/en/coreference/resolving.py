"""All steps of coreference, the surest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.coreference.acronyms import link_acronyms
from actors.languages.en.coreference.addresses import part_couples
from actors.languages.en.coreference.aliases import link_aliases
from actors.languages.en.coreference.attributive import set_aside
from actors.languages.en.coreference.clusters import named, same_names
from actors.languages.en.coreference.describing import Describer
from actors.languages.en.coreference.discourse import Discourse
from actors.languages.en.coreference.gender import tell_genders
from actors.languages.en.coreference.initials import link_initials
from actors.languages.en.coreference.nominals import Noun, nouns
from actors.languages.en.coreference.pairs import link_pairs
from actors.languages.en.coreference.pronouns import pronouns, refer
from actors.languages.en.coreference.quotations import link_speakers
from actors.languages.en.coreference.surnames import link_surnames
from actors.languages.en.coreference.turns import link_turns, part_speakers
from actors.languages.en.coreference.unnamed import settle_unnamed, unnamed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from actors.languages.en.drafts import Cluster, Draft
    from actors.languages.en.gaps import Turn


def resolve(doc: Doc, drafts: list[Draft], turns: Sequence[Turn] = ()) -> list[Cluster]:
    """Who is who: the mentions of a document as clusters, one a named actor.

    First names among one another, then descriptions and pronouns in the order of the text, so
    that a pronoun can refer to a description and a description to who is being spoken of. What
    is left of the descriptions are actors without a name (*the police*), if they can act. In
    the turns of a transcript, *I* is who speaks.
    """
    clusters = same_names(drafts)
    link_aliases(clusters)
    part_couples(clusters)
    link_surnames(clusters)
    part_speakers(clusters, turns)
    link_acronyms(clusters)
    link_initials(clusters)
    tell_genders(clusters)
    _refer_back(doc, drafts, clusters, turns)
    set_aside(clusters)
    settle_unnamed(clusters)
    return [cluster for cluster in clusters if named(cluster) or unnamed(cluster)]


def _refer_back(
    doc: Doc, drafts: list[Draft], clusters: list[Cluster], turns: Sequence[Turn]
) -> None:
    discourse = Discourse(doc, clusters)
    describer = Describer(discourse, clusters)
    todo: list[tuple[int, Noun | Token]] = [(noun.draft.start, noun) for noun in nouns(doc, drafts)]
    todo += [(token.i, token) for token in pronouns(doc)]
    for _, item in sorted(todo, key=lambda pair: pair[0]):
        if isinstance(item, Noun):
            describer.describe(item)
        else:
            refer(item, discourse)
    link_pairs(discourse, clusters)
    link_speakers(discourse, clusters)
    link_turns(discourse, clusters, turns)
