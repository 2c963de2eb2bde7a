"""Who does what to whom, as stated: relations of one document, from its parse.

``relations(doc, document, mentions, entities, settings)`` is the whole room; read
`actors.languages.en.relations.assemble` first.
"""

from __future__ import annotations

from actors.languages.en.relations.assemble import held, reading, relations, with_leanings

__all__ = ["held", "reading", "relations", "with_leanings"]
