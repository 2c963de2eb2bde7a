"""What embeds a statement: a claim called false, no evidence, hearsay, an accusation, a question.

Every function takes the word that a statement hangs on and tells the mood that the words above it
lend, or nothing. The words are in ``data/embedding.tsv``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.relations.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from actors.types import Modality

TABLE = "embedding.tsv"
CONTENT: tuple[Modality, ...] = ("possible", "denied", "demanded", "planned")
"""Moods that a noun lends to what it holds, by its class in the table."""
LITTLE = ("no", "little", "any", "without", "scant", "zero")
DOUBTFUL = ("would", "could", "should", "might", "can", "will")


def said_of_clause(verb: Token) -> Modality | None:
    """The mood of a clause by what is said of it.

    "The claim that A attacked B was false", "there is no evidence that ...", "it is absurd that".
    """
    if verb.dep_ in ("acl", "relcl") and _content_clause(verb):
        return of_content(verb.head)
    if verb.dep_ in ("ccomp", "csubj", "csubjpass", "advcl") and _content_clause(verb):
        return judged(verb)
    return None


def disapproved(source: Token, target: Token) -> bool:
    """ "To blame B is unfair, A said", "A finds it wrong to attack B": A does nothing to B.

    But in "it was wrong of A to attack B" A did.
    """
    if source.dep_ == "pobj" and source.head.lower_ in ("of", "for"):
        return False
    above = {source.i, *(word.i for word in source.ancestors)}
    for word in (target, *target.ancestors):
        if word.i in above:
            return False
        if _called_wrong(word):
            return True
    return False


def _called_wrong(act: Token) -> bool:
    """Whether an act, the subject of a clause or what its "it" stands for, is called unfair."""
    above = act.head if act.head.pos_ != "ADJ" or act.head.dep_ == "ccomp" else act.head.head
    subject = act.dep_ in ("csubj", "csubjpass") and act.tag_ in ("VB", "VBG")
    behind = act.dep_ in ("xcomp", "advcl", "ccomp") and act.tag_ == "VB"
    if behind and not any(c.lower_ == "it" and c.dep_ == "nsubj" for c in above.children):
        return False
    said = {word.lemma_.lower() for word in (act.head, *_predicates(above))}
    wrong = words("unfair", TABLE) | words("false", TABLE)
    return (subject or behind) and bool(said & wrong) and not _negated(above)


def of_content(noun: Token) -> Modality | None:
    """The mood that a noun lends to the clause or the event that it holds."""
    lemma = noun.lemma_.lower()
    little = any(child.lower_ in LITTLE for child in noun.children)
    if lemma in ("doubt", "question") and little:
        return None
    if lemma in words("evidence", TABLE) and (little or _denied_above(noun)):
        return "denied"
    said = judged(noun)
    return said or next((mood for mood in CONTENT if lemma in words(mood, TABLE)), None)


def judged(word: Token) -> Modality | None:
    """What the verb above a clause or noun says of it: false, true, open, or nothing."""
    verb = word.head
    if verb == word or verb.pos_ not in ("VERB", "AUX", "ADJ"):
        return None
    inside = {token.i for token in word.subtree}
    beside = [token for token in (verb, *_predicates(verb)) if token.i not in inside]
    lemmas = {token.lemma_.lower() for token in (*beside, *_described(verb))}
    if verb.lemma_ == "rule" and any(child.lower_ == "out" for child in verb.children):
        return "possible" if _negated(verb) else "denied"
    made_up = verb.lemma_ == "make" and any(child.lower_ == "up" for child in verb.children)
    if made_up or lemmas & words("false", TABLE):
        return None if _negated(verb) else "denied"
    if lemmas & words("true", TABLE):
        return "denied" if _negated(verb) else None
    return "possible" if lemmas & words("open", TABLE) else None


def doubted(noun: Token) -> bool:
    """ "A war between A and B is unlikely": an event that is not said to be."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.pos_ != "AUX":
        return False
    said = [child for child in verb.children if child.dep_ in ("acomp", "attr")]
    return any(child.lemma_.lower() in words("open", TABLE) for child in said)


def hearsay(word: Token) -> bool:
    """ "A is said to have helped B", "is accused of having helped B"."""
    verb = word.head
    if word.dep_ == "xcomp":
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        return passive and verb.lemma_.lower() in words("hearsay", TABLE)
    if word.dep_ != "pcomp" or verb.lower_ not in ("of", "with", "for", "over"):
        return False
    return verb.head.lemma_.lower() in words("accusing", TABLE)


def feared(noun: Token) -> bool:
    """ "Fear a war between A and B", "warned of an attack by A on B": nothing has happened."""
    head = noun.head
    if noun.dep_ == "dobj":
        return head.lemma_.lower() in words("feared", TABLE)
    if noun.dep_ == "pobj" and head.lower_ in ("of", "against", "about"):
        return head.head.lemma_.lower() in words("feared", TABLE)
    return False


def wished(end: Token, predicate: Token) -> bool:
    """ "Wants to lead B", "dreams of owning B": not so yet, down to the word for B."""
    path = [end, *end.ancestors]
    upto = path.index(predicate) + 1 if predicate in path else 0
    return any(_wished(word) for word in (*path[:upto], predicate))


def _wished(verb: Token) -> bool:
    head = verb.head
    if verb.dep_ == "pcomp" and head.lower_ in ("of", "about", "to", "on"):
        return head.head.lemma_.lower() in words("wish", TABLE)
    return verb.dep_ == "xcomp" and head.lemma_.lower() in words("wish", TABLE)


def asked(word: Token) -> bool:
    """Whether a word stands in what a question asks, not in what it takes for granted.

    "Did A attack B?", "Why would A attack B?"; but "why did A attack B" takes it for granted.
    """
    return word.i not in _granted(word.sent) if _asks(word.sent) else False


def _asks(sentence: Span) -> bool:
    """Whether a sentence is a question that is open."""
    end = next((token for token in reversed(sentence) if not _closing(token)), None)
    if end is None or end.text != "?":
        return False
    opening = [token for token in sentence if token.is_alpha]
    if opening and opening[0].text in ("Q", "QUESTION") and len(opening) > 1:
        opening = opening[1:]
    first, second = opening[0], opening[1] if len(opening) > 1 else opening[0]
    if first.tag_ in ("WRB", "WP", "WDT"):
        return second.lower_ in DOUBTFUL
    return first.lower_ in words("opener", TABLE)


def _closing(token: Token) -> bool:
    return token.is_space or token.is_quote or token.text in (")", "]")


def _granted(sentence: Span) -> frozenset[int]:
    """The words of relative clauses, and of nouns with an owner or article: taken for granted."""
    found: set[int] = set()
    for token in sentence:
        owned = any(child.dep_ in ("poss", "det") for child in token.children)
        if token.dep_ == "relcl" or (token.pos_ == "NOUN" and owned):
            found.update(low.i for low in token.subtree)
    return frozenset(found)


def _content_clause(verb: Token) -> bool:
    """Whether a clause says what a noun or verb is about: it opens with "that" or "whether".

    "The story that A bombed B": the parser may take "that" for a second object.
    """
    opens = [child for child in verb.children if child.lower_ in ("that", "whether")]
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return any(c.dep_ == "mark" or (c.dep_ == "dobj" and len(objects) > 1) for c in opens)


def _predicates(verb: Token) -> list[Token]:
    """What a verb says of its subject or object: "is *false*", "called it *absurd*"."""
    found = []
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd", "xcomp", "ccomp") and child.tag_ != "VBD":
            found.append(child)
        if child.dep_ == "prep" and child.lower_ == "as":
            found += [low for low in child.children if low.dep_ in ("pobj", "amod", "pcomp")]
    return found


def _described(verb: Token) -> list[Token]:
    """ "Described the reports that ... as *nonsense*", wherever the parser hangs "as"."""
    if verb.lemma_.lower() not in words("describing", TABLE):
        return []
    links = (low for low in verb.subtree if low.lower_ == "as" and low.dep_ == "prep")
    return [word for link in links for word in link.children]


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _denied_above(noun: Token) -> bool:
    """ "Without evidence that", "found no ...", "is not proof that", "lack of evidence"."""
    head = noun.head
    if head.lower_ in ("without", "despite") and noun.dep_ == "pobj":
        return True
    if noun.dep_ == "pobj" and head.head.lemma_.lower() in ("lack", "absence", "dearth"):
        return True
    return noun.dep_ in ("dobj", "attr", "nsubj") and _negated(head)
