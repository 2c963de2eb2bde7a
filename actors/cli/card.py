"""How ``actors show`` prints a card: ties grouped by kind, each sentence once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from actors.cli.evidence import how, where
from actors.cli.screen import is_terminal, line, say
from actors.cli.tables import ScreenTable, numbers, print_table, words

if TYPE_CHECKING:
    from actors.analysis.card import ActorTie, Card, CardDispute

_ROLES, _COOPERATION, _CONFLICT, OTHER, _NOT_SO, _TOGETHER = (
    *("Roles and memberships", "Cooperation", "Conflict", "Requests and other ties"),
    *("Planned, demanded, possible, denied or disputed", "Occurs together with"),
)
_KINDS: Mapping[str, str] = {
    "denied": "stated by some, denied by others",
    "both ways": "both cooperation and conflict are told",
}
_SIGNS: Mapping[str, str] = {"+": _COOPERATION, "-": _CONFLICT, "0": OTHER}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much to print: names and ties of each kind, and sentences of each tie."""

    top: int
    sentences: int


@dataclass(slots=True)
class _Told:
    """The sentences that are printed already, each with its number."""

    numbers: dict[tuple[object, ...], int] = field(default_factory=dict)

    def number(self, one: Mapping[str, object]) -> tuple[int, bool]:
        """The number of a sentence, and whether it is new."""
        place = tuple(one[part] for part in ("document", "start", "end"))
        new = place not in self.numbers
        return self.numbers.setdefault(place, len(self.numbers) + 1), new


def print_card(card: Card, layer: str | None, limits: Limits) -> None:
    """Print who an actor is, how it is called and why, and its ties."""
    _print_head(card)
    _print_names(card, limits.top)
    _print_judgements(card, limits.top)
    told = _Told()
    for title, ties in by_kind(card.ties).items():
        if layer is None and title == _TOGETHER:
            _print_together(ties, limits.top)
        elif ties and layer in (None, ties[0].layer):
            _print_group(title, ties, card.actor.name, limits, told)
    if layer in (None, "stated"):
        _print_disputes(card.disputes, limits)


def by_kind(ties: Sequence[ActorTie]) -> dict[str, list[ActorTie]]:
    """Ties grouped by what they say: cooperation, conflict, other, roles, not so, together."""
    groups: dict[str, list[ActorTie]] = {
        title: [] for title in (_COOPERATION, _CONFLICT, OTHER, _ROLES, _NOT_SO, _TOGETHER)
    }
    for tie in ties:
        groups[_kind(tie)].append(tie)
    return groups


def _kind(tie: ActorTie) -> str:
    from actors.factuality import REALISED

    if tie.layer == "cooccurrence":
        return _TOGETHER
    if tie.status not in REALISED:
        return _NOT_SO
    return _ROLES if tie.structural else _SIGNS[tie.sign]


def _print_head(card: Card) -> None:
    from actors.views.wording import count

    actor = card.actor
    kind = f"{actor.kind} ({actor.subtype})" if actor.subtype else actor.kind
    say(line(actor.name), "bold")
    if card.how:
        say(line(card.how), "yellow")
    told = f"{count(card.mentions, 'mention')} in {count(card.documents, 'document')}"
    say(f"{kind}; {told}; key {actor.key}")
    if actor.identifiers:
        known = "; ".join(f"{scheme} {value}" for scheme, value in actor.identifiers)
        say(f"Identifiers: {line(known)}")


def _print_names(card: Card, top: int) -> None:
    say("")
    rows = [(each.text, str(each.mentions), each.reason) for each in card.aliases[:top]]
    print_table(ScreenTable([*words("called"), *numbers("times"), *words("why")], rows))
    _more(len(card.aliases) - top, "name")


def _print_judgements(card: Card, top: int) -> None:
    counted = Counter(f"{each.verdict}: {each.why}" for each in card.judgements)
    if not counted:
        return
    _title("Joined or kept apart over documents")
    for why, times in counted.most_common(top):
        say(line(why) + (f" ({times} times)" if times > 1 else ""), indent=2)
    _more(len(counted) - top, "reason")


def _print_together(ties: Sequence[ActorTie], top: int) -> None:
    if not ties:
        return
    shown = ", ".join(f"{tie.other} {tie.weight:g}" for tie in ties[:top])
    more = f" and {len(ties) - top:,} more" if len(ties) > top else ""
    _title(_TOGETHER)
    say(f"{line(shown)}{more}", indent=2)
    say("(the number of sentences; --layer cooccurrence shows them)", "dim", indent=2)


def _print_group(
    title: str, ties: Sequence[ActorTie], name: str, limits: Limits, told: _Told
) -> None:
    _title(title)
    for tie in ties[: limits.top]:
        _print_tie(tie, name, limits.sentences, told)
    _more(len(ties) - limits.top, "tie")


def _print_tie(tie: ActorTie, name: str, sentences: int, told: _Told) -> None:
    from actors.views.wording import count

    ends = (name, tie.other) if tie.outgoing else (tie.other, name)
    arrow = f"-- {tie.words} -->" if tie.directed else f"-- {tie.words} --"
    weight = count(int(tie.weight), "sentence")
    say(f"{line(ends[0])} {arrow} {line(ends[1])}, {weight}", "bold", indent=2)
    again = []
    for one in tie.evidence[:sentences]:
        number, new = told.number(one)
        if new:
            _print_sentence(number, one)
        else:
            again.append(f"[{number}]" + (f" {how(one)}" if how(one) else ""))
    if again:
        say(f"see {'; '.join(again)}", indent=4)
    _more(len(tie.evidence) - sentences if sentences else 0, "sentence", indent=4)


def _print_sentence(number: int, one: Mapping[str, object]) -> None:
    meant = f"({how(one)}) " if how(one) else ""
    text = f"[{number}] {meant}{line(one['text'])}"
    if is_terminal():
        say(text, indent=4)
        say(where(one), "dim", indent=4)
    else:
        say(f"{text} ({where(one)})", indent=4)


def _print_disputes(disputes: Sequence[CardDispute], limits: Limits) -> None:
    """Who contradicts whom about the actor, both sides one after the other."""
    if not disputes:
        return
    _title("Disputed")
    for one in disputes[: limits.top]:
        say(f"with {line(one.other)}: {_KINDS[one.kind]}", "bold", indent=2)
        for side, says in ((one.holds, "says"), (one.against, "but")):
            for each in side[: max(1, limits.sentences)]:
                when = f", {each.day}" if each.day else ""
                say(f"{says} {line(each.voice)}{when}: {line(each.says)}", indent=4)
                if limits.sentences:
                    say(f"“{line(each.text)}” ({line(each.name)})", "dim", indent=6)
            _more(len(side) - max(1, limits.sentences), "sentence", indent=4)
    _more(len(disputes) - limits.top, "dispute")


def _title(title: str) -> None:
    say("")
    say(title, "bold underline")


def _more(number: int, what: str, indent: int = 2) -> None:
    from actors.views.wording import count

    if number > 0:
        say(f"and {count(number, f'more {what}')}", "dim", indent=indent)
