"""The records that travel between the rooms, and the types of what they hold.

`keys`        keys, and the words that fields may hold
`records`     documents, mentions, relations, actors ...
`decisions`   what a person decides
`settings`    what changes a reading
`functions`   readers, measures, exporters, engines
`contract`    a reading as JSON
`attributes`  what nodes and ties of a network hold
`values`      JSON
"""

from actors.types.attributes import Evidence, EvidenceRow, NodeAttributes, TieAttributes
from actors.types.contract import (
    ActorRecord,
    MentionRecord,
    ReadingRecord,
    RelationRecord,
    StanceRecord,
)
from actors.types.decisions import RELATION_VERBS, Rule
from actors.types.functions import Engine, Exporter, Extractor, Item, Lost, Measure, Reader, Result
from actors.types.keys import (
    Basis,
    Key,
    Kind,
    Level,
    Modality,
    Sign,
    Verdict,
    content_key,
    entity_key,
)
from actors.types.records import (
    SAME_NOUN,
    UNNAMED,
    Actor,
    Correction,
    Document,
    Entity,
    Extract,
    Judgement,
    Mention,
    Relation,
    Skipped,
    Span,
    Stance,
    nameless,
)
from actors.types.settings import Settings
from actors.types.values import Json

__all__ = [
    "RELATION_VERBS",
    "SAME_NOUN",
    "UNNAMED",
    "Actor",
    "ActorRecord",
    "Basis",
    "Correction",
    "Document",
    "Engine",
    "Entity",
    "Evidence",
    "EvidenceRow",
    "Exporter",
    "Extract",
    "Extractor",
    "Item",
    "Json",
    "Judgement",
    "Key",
    "Kind",
    "Level",
    "Lost",
    "Measure",
    "Mention",
    "MentionRecord",
    "Modality",
    "NodeAttributes",
    "Reader",
    "ReadingRecord",
    "Relation",
    "RelationRecord",
    "Result",
    "Rule",
    "Settings",
    "Sign",
    "Skipped",
    "Span",
    "Stance",
    "StanceRecord",
    "TieAttributes",
    "Verdict",
    "content_key",
    "entity_key",
    "nameless",
]
