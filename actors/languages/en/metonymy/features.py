"""What the words and the parse around a place name tell of whether it acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.facts import look_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Span, Token

ROLES = (
    "subject_of",
    "argument_of",
    "preposition",
    "noun_before",
    "noun",
    "left",
    "right",
    "verb",
    "above",
    "object",
    "sentence",
)
"""Places in the parse that hold a word: the verb that the name is subject of, a noun ..."""

SUBJECTS = ("nsubj",)
ARGUMENTS = ("nsubjpass", "dobj", "agent", "dative", "attr")
MODIFIERS = ("poss", "compound", "amod", "nmod", "npadvmod")
BESIDE = ("dobj", "attr", "acomp", "xcomp", "prep")
COMPLEMENTS = ("dobj", "attr", "acomp", "ccomp", "xcomp", "aux", "neg", "prep")


def features(span: Span, around: Mapping[str, tuple[str, ...]] | None = None) -> set[str]:
    """The features of a place name that are either there or not.

    ``around`` are its `words`, for who has them already.

    >>> import spacy
    >>> from spacy.tokens import Doc
    >>> heads, deps = [1, 1, 1], ["nsubj", "ROOT", "dobj"]
    >>> lemmas, tags = ["Minsk", "reject", "demand"], ["PROPN", "VERB", "NOUN"]
    >>> doc = Doc(spacy.blank("en").vocab, words=["Minsk", "rejected", "demands"], heads=heads,
    ...           deps=deps, lemmas=lemmas, pos=tags)
    >>> sorted(feature for feature in features(doc[:1]) if "subj" in feature)
    ['dep=nsubj', 'known=capital|nsubj', 'own=nsubj', 'subj+dobj', 'subj+tag=', 'subject_of=reject']
    """
    word = leading(span.root)
    found = {f"dep={word.dep_}", f"own={span.root.dep_}", f"hpos={word.head.pos_}"}
    lemmas = words(span) if around is None else around
    found |= {f"{role}={lemma}" for role, some in lemmas.items() for lemma in some}
    found |= _known(span, word)
    found |= _grammar(word)
    found |= _neighbours(span)
    if word.i != span.root.i:
        found.add("conjunct")
    if span.start == span.sent.start:
        found.add("first")
    return found


def leading(token: Token) -> Token:
    """The first of the coordinated or apposed words that a word belongs to."""
    for _ in range(6):
        if token.dep_ not in ("conj", "appos") or token.head.i == token.i:
            break
        token = token.head
    return token


def words(span: Span) -> dict[str, tuple[str, ...]]:
    """The lemmas in each place of the parse around a name, lower case.

    All places hold one word at most, but ``sentence``, which holds the content words of it.
    """
    found = {role: (lemma.lower(),) for role, lemma in _words(span).items()}
    content = (token for token in span.sent if token.pos_ in ("VERB", "NOUN", "ADJ"))
    return found | {"sentence": tuple(token.lemma_.lower() for token in content)[:MOST_WORDS]}


MOST_WORDS = 40


def _words(span: Span) -> dict[str, str]:
    word = leading(span.root)
    head = word.head
    found: dict[str, str] = {}
    if word.dep_ in SUBJECTS:
        found["subject_of"] = head.lemma_
    elif word.dep_ in ARGUMENTS:
        found["argument_of"] = head.lemma_
    elif word.dep_ == "pobj":
        found["preposition"] = head.lower_
        verbal = head.head.pos_ in ("VERB", "AUX")
        found["verb" if verbal else "noun_before"] = head.head.lemma_
    elif word.dep_ in MODIFIERS:
        found["noun"] = head.lemma_
    found |= _around(word)
    doc = span.doc
    if span.start:
        skip = 2 if doc[span.start - 1].lower_ == "the" and span.start > 1 else 1
        found["left"] = doc[span.start - skip].lemma_
    if span.end < len(doc):
        found["right"] = doc[span.end].lemma_
    return found


def _around(word: Token) -> dict[str, str]:
    """What stands above the word that a name belongs to, and beside the verb it is subject of."""
    head = word.head
    found: dict[str, str] = {}
    if word.dep_ in MODIFIERS[:4]:
        found["above"] = head.head.lemma_
    elif word.dep_ == "pobj" and head.head.pos_ not in ("VERB", "AUX"):
        found["above"] = head.head.head.lemma_
    if word.dep_ in ("nsubj", "agent"):
        beside = [child for child in head.children if child.dep_ in BESIDE]
        found |= {"object": beside[0].lemma_} if beside else {}
    return found


def _known(span: Span, word: Token) -> set[str]:
    """What is known of the name: a state, a capital, another seat, or nothing."""
    fact = look_up(span.text)
    form = fact.form if fact else "none"
    kind = fact.kind if fact else "none"
    found = {f"known={form}|{kind}", f"known={form}|{word.dep_}"}
    if word.dep_ == "pobj":
        found.add(f"p={word.head.lower_}|{word.head.head.lemma_.lower()}")
    children = {child.dep_ for child in span.root.children}
    return found | {f"has={name}" for name in ("amod", "det") if name in children}


def _grammar(word: Token) -> set[str]:
    head = word.head
    if word.dep_ in SUBJECTS:
        children = {child.dep_ for child in head.children}
        found = {f"subj+{name}" for name in COMPLEMENTS if name in children}
        return found | {f"subj+tag={head.tag_}"} | ({"subj+be"} if head.lemma_ == "be" else set())
    if word.dep_ == "pobj":
        preposition, above = head.lower_, head.head
        return {
            f"p={preposition}|{above.pos_}",
            f"prepdep={head.dep_}",
            f"p={preposition}|gdep={above.dep_}",
        }
    if word.dep_ in ("poss", "compound"):
        return {f"ndep={word.dep_}|{head.dep_}", f"npos={head.tag_}"}
    return set()


def _neighbours(span: Span) -> set[str]:
    doc, sent = span.doc, span.sent
    before = doc[span.start - 1].lower_ if span.start else "<s>"
    after = doc[span.end].lower_ if span.end < len(doc) else "</s>"
    found = {f"prv={before}", f"nxt={after}", f"pn={before}|{after}"}
    for far in (2, 3, 4):
        if span.start - far >= sent.start:
            found.add(f"L={doc[span.start - far].lemma_.lower()}")
        if span.end - 1 + far < sent.end:
            found.add(f"R={doc[span.end - 1 + far].lemma_.lower()}")
    return found
