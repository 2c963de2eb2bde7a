"""Languages: each is a folder that says what it can do, and reads documents written in it.

`pack`       what a language must and may give, as its ``pack.toml`` says
`installed`  the packs of this program and of other packages (entry point ``actors.languages``)
`choice`     which language a document is read in
`gazetteer`  states, bodies and places by their names in one language, from ``names/*.tsv``
`drafts`     mentions while a reader works, and the records that they become
`latin`      what an actor of another script is called in Latin letters
`check`      what is wrong with a pack
`en` `ru` `fr`   the languages
"""

from actors.languages.choice import DEFAULT_LANGUAGE, by_language, reading_language, refusal
from actors.languages.installed import codes, find_pack, packs
from actors.languages.pack import ABILITIES, Pack, load_pack

__all__ = [
    "ABILITIES",
    "DEFAULT_LANGUAGE",
    "Pack",
    "by_language",
    "codes",
    "find_pack",
    "load_pack",
    "packs",
    "reading_language",
    "refusal",
]
