"""The columns of every frame: their names, types and meanings, kept in this one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from actors.knowledge.alphabet import alphabetical

if TYPE_CHECKING:
    import pandas as pd

FrameRow: TypeAlias = tuple[Any, ...]
"""The values of a row, in the order of the columns, whose types `TYPES` has."""

TYPES = MappingProxyType(
    {
        "text": "str",
        "whole number": "int64",
        "number": "float64",
        "yes or no": "bool",
        "day": "datetime64[s]",
    }
)
"""The types of columns, as the docs call them and as pandas does."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a frame: its name, its type (a key of `TYPES`), and what it says."""

    name: str
    type: str
    about: str


def _columns(type: str = "text", /, **about: str) -> tuple[_Column, ...]:
    return tuple(_Column(name, type, said) for name, said in about.items())


_SOURCE_AND_TARGET = _columns(
    source="who acts", target="whom it concerns; where a tie has no direction, just the other"
)
_KEYS = _columns(source_key="key of the source", target_key="key of the target")
_SIGN = (
    *_columns(sign="`+`, `-` or `0`; `0` for what is not asserted"),
    *_columns("yes or no", negated="true where the text denies it: the type is what is denied"),
)
_DOCUMENT_KEY = _columns(document_key="key of the document")
_WHERE = (
    *_columns(document="name of the document"),
    *_columns("day", published="day of the document"),
    *_columns(outlet="who published the document, if it says so"),
)
_SENTENCE = _columns(sentence="the sentence, on one line")
_PLACE = _columns("whole number", start="first character in the document", end="the one after")
_PERIOD = _columns("day", since="first day of the period", until="last day of the period")
_RATIO = _columns(
    "number",
    first="count on the first side: of ties, or of sentences that state the tie",
    second="count on the second side",
    times="how many times more often the first side tells of it, in a story",
    low="lower end of its 95 % interval",
    high="upper end",
    p="p-value of the permutation test",
    q="the same, corrected for the number of tests",
)


def _each_score(type: str, suffix: str, about: str) -> tuple[_Column, ...]:
    names = ("power", "interest", "legitimacy", "urgency")
    return tuple(_Column(name + suffix, type, about) for name in names)


COLUMNS: Mapping[str, tuple[_Column, ...]] = MappingProxyType(
    {
        "documents": (
            *_columns(key="index of the frame: key of the document"),
            *_columns(name="what you know it by: a path, a row, an id", title="title"),
            *_columns(source="who published it, if it says so; `outlet` in the other frames"),
            *_columns(url="address", language="ISO 639 code"),
            *_columns("day", published="day of publication"),
            *_columns(
                published_from="where the day was found, such as header, dateline or file name",
                written_in="the place that the dateline names",
            ),
            *_columns(story="name of the first document that tells the same story"),
            *_columns("yes or no", reprint="true where another document told the story first"),
            *_columns("whole number", words="words in its body", sentences="sentences"),
            *_columns("whole number", mentions="mentions of actors, places included"),
            *_columns("whole number", relations="relations read, before any decision"),
        ),
        "actors": (
            *_columns(key="index of the frame: key of the actor"),
            *_columns(name="name", kind="`country`, `organisation`, `person`, `group` ..."),
            *_columns(subtype="finer kind"),
            *_columns("whole number", mentions="mentions", documents="documents that mention it"),
            *_columns(aliases="the other names it goes by, joined by `; `"),
            *_columns(identifiers="such as `iso3166:TJ; wikidata:Q863`"),
        ),
        "mentions": (
            *_WHERE,
            *_columns(actor="who is meant", text="the words"),
            *_columns(kind="kind of the mention: in *Tajik troops* it is `group`"),
            *_columns(level="`name`, `nominal` (*the president*) or `pronoun`"),
            *_columns("yes or no", metonymic="true where a place stands for its government"),
            *_columns(literal="the place that the words name, where it stands for another"),
            *_columns("number", confidence="0 to 1"),
            *_columns(reason="why it was given to its actor"),
            *_SENTENCE,
            *_PLACE,
            *_columns(actor_key="key of the actor"),
            *_DOCUMENT_KEY,
        ),
        "ties": (
            *_SOURCE_AND_TARGET,
            *_columns(layer="`stated`, `cooccurrence` or `background`", type="type of the tie"),
            *_SIGN,
            *_columns("yes or no", directed="false for ties that hold both ways"),
            *_columns(status="whether it holds: `asserted`, `planned`, `denied`, `disputed` ..."),
            *_columns(says="the type and the status in words"),
            *_columns(modality="`asserted`, `planned`, `demanded` ..., the most frequent first"),
            *_columns("number", weight="sentences, reprints left out"),
            *_columns("whole number", documents="documents", stories="stories they tell"),
            *_columns(first="from when: ISO 8601, as precise as the texts", last="until when"),
            *_columns("number", confidence="that of the surest sentence, 0 to 1"),
            *_columns(speakers="who is quoted for it, in the words of the texts"),
            *_columns(sentence="one of its sentences", document="the document of that sentence"),
            *_KEYS,
        ),
        "statements": (
            *_columns(date="when it happened; where the text does not say, the document's day"),
            *_WHERE,
            *_SOURCE_AND_TARGET,
            *_columns(type="type of the tie"),
            *_SIGN,
            *_columns("yes or no", directed="false for ties that hold both ways"),
            *_columns(modality="`asserted`, `planned`, `conditional`, `demanded`, `possible`"),
            *_columns(speaker="who says so, in the words of the text", said_by="the actor that is"),
            *_columns("number", confidence="0 to 1"),
            *_SENTENCE,
            *_columns(event_date="when it happened, if the text says: `2012`, `2012-03`, a day"),
            *_columns(place="where it happened, if the text says"),
            *_columns("yes or no", reprint="true where an earlier document has the sentence"),
            *_PLACE,
            *_columns(relation="id of the relation in its document"),
            *_KEYS,
            *_columns(said_by_key="key of who says so"),
            *_DOCUMENT_KEY,
        ),
        "stances": (
            *_WHERE,
            *_columns(source="who leans", target="towards whom"),
            *_columns(sign="`+` support, `-` oppose, `0` neither is clear"),
            *_columns("number", confidence="the probability of that"),
            *_columns("whole number", relations="stated relations among what it was read from"),
            *_columns(sentence="the clearest sentence behind it, on one line"),
            *_KEYS,
            *_DOCUMENT_KEY,
        ),
        "search": (
            *_WHERE,
            *_SENTENCE,
            *_columns(actors="the actors in it, joined by `; `"),
            *_columns("whole number", number="number of the sentence in its document, from 0"),
            *_PLACE,
            *_DOCUMENT_KEY,
        ),
        "doubts": (
            *_columns(left="a name", right="another: are the two the same actor?"),
            *_columns("yes or no", joined="whether the rules have joined them"),
            *_columns(why="why they were joined, or may have to be"),
            *_columns("number", score="how sure the rules are that they are the same, 0 to 1"),
            *_columns("number", weight="what orders them: doubt times the mentions it would move"),
            *_columns("whole number", left_mentions="mentions of the one", right_mentions="other"),
            *_columns(left_sentence="a sentence about the one", right_sentence="about the other"),
            *_columns(left_key="key of the one", right_key="key of the other"),
        ),
        "timeline": (
            *_PERIOD,
            *_columns("whole number", stories="stories that the documents of the period tell"),
            *_columns(name="the actor", kind="its kind"),
            *_columns(key="key of the actor"),
        ),
        "timeline, between": (
            *_PERIOD,
            *_columns("whole number", stories="stories that the documents of the period tell"),
            *_columns("whole number", cooperation="stories that tell of ties with the sign `+`"),
            *_columns("whole number", conflict="with the sign `-`", other="with the sign `0`"),
        ),
        "timeline_of_ties": (
            *_columns(one="an actor", other="an actor it is tied to"),
            *_columns("day", begins="first day of the first period with the tie; empty: the first"),
            *_columns("day", missing_from="first day of the first period without; empty: none"),
            *_columns("whole number", periods="periods that report it"),
            *_columns(one_key="key of the one", other_key="key of the other"),
        ),
        "changes": (
            *_columns(name="the actor; with `between`, `cooperation`, `conflict` or `other`"),
            *_columns("day", since="first day of the period from which on the rate is another"),
            *_columns("number", before="share of stories before", after="share from then on"),
            *_columns("number", p="p-value of that change alone"),
            *_columns(key="key of the actor; with `between`, empty"),
        ),
        "compare, actors": (
            *_columns(name="the actor", kind="its kind"),
            *_RATIO,
            *_columns(key="key of the actor"),
        ),
        "compare, ties": (
            *_SOURCE_AND_TARGET,
            *_columns(type="type of the tie", sign="`+`, `-` or `0`"),
            *_columns("yes or no", directed="false for ties that hold both ways"),
            *_RATIO,
            *_KEYS,
        ),
        "compare, contradictions": (
            *_columns(one="an actor", other="the other: both cooperation and conflict are stated"),
            *_columns(sign="`+` cooperation, `-` conflict", side="which of the two sides says so"),
            *_SOURCE_AND_TARGET,
            *_columns(type="type of the tie", date="when: ISO 8601, as precise as the text"),
            *_columns(outlet="who published it", document="name of the document"),
            *_SENTENCE,
        ),
        "stakeholders": (
            *_columns(issue="the issue", name="who has a stake in it", kind="its kind"),
            *_columns("number", power="0 to 1", interest="0 to 1"),
            *_columns("number", legitimacy="0 to 1", urgency="0 to 1"),
            *_columns("number", stance="-1 against, 1 for; empty where nothing signed is stated"),
            *_columns("whole number", **{"for": "statements for", "against": "statements against"}),
            *_columns(grid="place in the power-interest grid", salience="class of salience"),
            *_columns(sentence="a sentence about it", document="the document of that sentence"),
            *_columns(date="day of that document, or empty"),
            *_each_score("number", "_computed", "as computed, before the analyst's word"),
            *_each_score("text", "_why", "its formula, filled in"),
            *_each_score("text", "_reason", "the analyst's reason, where there is one"),
            *_columns(key="key of the actor"),
        ),
    }
)
"""The columns of each frame, in order. A frame of measures gets a column more for each."""


def frame(name: str, rows: Iterable[FrameRow], measures: Sequence[str] = ()) -> pd.DataFrame:
    """Build a frame whose columns have the right types, also where there is no row.

    Args:
        name: a key of `COLUMNS`; a first column ``key`` becomes the index
        rows: values in the order of the columns
        measures: columns of numbers that come after these

    >>> frame("search", []).columns.tolist()[:3]
    ['document', 'published', 'outlet']
    """
    import pandas as pd

    columns = (*COLUMNS[name], *(_Column(measure, "number", "") for measure in measures))
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    made = pd.DataFrame(
        {
            column.name: pd.Series(list(cells), dtype=TYPES[column.type])
            for column, cells in zip(columns, values, strict=True)
        }
    )
    return made.set_index("key") if columns[0].name == "key" else made


def sortable(column: pd.Series) -> pd.Series:
    """Return what to sort a column by: names in the order of their alphabet, all else as it is."""
    return column.map(alphabetical) if column.name == "name" else column


def one_line(text: str) -> str:
    """A text without line breaks and runs of blanks.

    >>> one_line(" a\\n  b ")
    'a b'
    """
    return " ".join(text.split())


def as_markdown() -> str:
    """The columns of every frame as tables, for the docs.

    >>> print(as_markdown().splitlines()[0])
    ### documents
    """
    return "\n".join(_table(name, columns) for name, columns in COLUMNS.items())


def _table(name: str, columns: Sequence[_Column]) -> str:
    rows = (f"| `{one.name}` | {one.type} | {one.about} |" for one in columns)
    return "\n".join(
        (f"### {name}", "", "| column | type | what it is |", "|---|---|---|", *rows, "")
    )
