"""Stakeholders of the issues that were named: the grids, influence, and who stands together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from actors.views.blocks import Block, Heading, Picture, Points, Quote, Section, Table, Text, Tie
from actors.views.figures_plane import Point, scatter
from actors.views.wording import count

if TYPE_CHECKING:
    from actors.analysis.stakeholders import Influence, Stakes
    from actors.stakeholders import Issue, Passage, Stakeholder
    from actors.stakeholders.scores import Score

_SHOWN, _QUOTED, _NAMED = 15, 5, 8
_SHARES = {"player": 9, "context setter": 3, "subject": 3, "crowd": 0}
_DRAWN = {"player": 16, "context setter": 8, "subject": 8, "crowd": 8}
"""How many of each field of the grid are listed and drawn: the weightiest of all are players."""
_SCORES = ("power", "interest", "legitimacy", "urgency")


def stakeholders(stakes: Stakes | None) -> Section | None:
    """Grids for each issue, then influence over all of them; nothing if no issue was named."""
    if stakes is None:
        return None
    blocks: list[Block] = [
        Text(
            "Scores are ranks between 0 and 1 among the stakeholders of an issue, computed from "
            "the network and from the sentences near the issue's words; from 0.5 on they are high. "
            "They say how actors are told of, and are a start for the analyst's own judgement: "
            "a * marks a score that the analyst has put in its place."
        )
    ]
    for issue in stakes.issues:
        held = stakes.stakeholders[issue.name]
        blocks += _issue(issue, held, stakes.sentences[issue.name])
    blocks += _influence(stakes.influence)
    return Section("stakeholders", "Stakeholders", tuple(blocks))


def _issue(issue: Issue, held: list[Stakeholder], sentences: int) -> Iterator[Block]:
    yield Heading(issue.name)
    yield Text(
        f"{count(sentences, 'sentence')} with {', '.join(issue.terms)}; "
        f"{count(len(held), 'stakeholder')}."
    )
    drawn = _listed(held, _DRAWN)
    points = [Point(one.interest.value, one.power.value, one.name, one.kind) for one in drawn]
    rest = len(held) - len(drawn)
    yield Picture(
        scatter(
            points,
            xlabel="Interest: rank by what is said of it near the issue",
            ylabel="Power: mean rank in the network",
            middle=(0.5, 0.5),
            corners=("players", "context setters", "crowd", "subjects"),
        ),
        f"Power and interest: {issue.name}. Names are left out where they would overlap."
        + (f" {rest:,} with less of both are not drawn." if rest else ""),
        _corners(held),
        _table(drawn, "Drawn"),
    )
    caption = f"The weightiest of {count(len(held), 'stakeholder')}, of each field of the grid"
    yield _table(_listed(held, _SHARES), caption)
    yield from _changed(held)
    yield Text("The weightiest, with how each score came about and sentences about the issue:")
    yield from map(_evidence, held[:_QUOTED])


def _corners(held: list[Stakeholder]) -> str:
    players = [one.name for one in held if one.quadrant == "player"]
    return f"A plane of power and interest; players: {', '.join(players[:_NAMED]) or 'none'}."


def _table(held: list[Stakeholder], caption: str) -> Table:
    rows = tuple(
        (
            one.name,
            *(_shown(getattr(one, name)) for name in _SCORES),
            ""
            if one.stance is None
            else f"{one.statements[0]} friendly, {one.statements[1]} hostile",
            one.quadrant,
            one.salience,
        )
        for one in held
    )
    header = ("Stakeholder", *map(str.capitalize, _SCORES), "Acts at the issue", "Grid", "Salience")
    return Table(caption, header, rows, frozenset(range(1, 5)))


def _listed(held: list[Stakeholder], shares: Mapping[str, int]) -> list[Stakeholder]:
    """The weightiest of each field of the grid; more of the others where one has few."""
    left = dict(shares)
    chosen = []
    for one in held:
        if left[one.quadrant]:
            left[one.quadrant] -= 1
            chosen.append(one)
    rest = [one for one in held if one not in chosen]
    return [*chosen, *rest[: sum(shares.values()) - len(chosen)]]


def _shown(score: Score) -> str:
    return f"{score.value:.2f}{'*' if score.overridden else ''}"


def _changed(held: list[Stakeholder]) -> Iterator[Block]:
    changed = tuple(
        f"{one.name}: {name} {score.value:.2f} in place of {score.computed:.2f}, "
        f"because: {score.reason}"
        for one in held
        for name in _SCORES
        if (score := getattr(one, name)).overridden
    )
    if changed:
        yield Text("Put in place by the analyst:")
        yield Points(changed)


def _where(said: Passage) -> str:
    return ", ".join(filter(None, (said.source, said.date, said.name)))


def _evidence(one: Stakeholder) -> Tie:
    told: dict[str, Passage] = {}
    for passage in one.evidence:
        told.setdefault(" ".join(passage.text.split()), passage)
    quotes = tuple(
        Quote(said.text, "", "", _where(said), document=said.name)
        for said in list(told.values())[:2]
    )
    about = (
        f"Power: {one.power.why}. Interest: {one.interest.why}. "
        f"Legitimacy: {one.legitimacy.why}. Urgency: {one.urgency.why}."
    )
    return Tie(one.name, about, "0", quotes, len(told) - len(quotes))


def _influence(influence: Influence) -> Iterator[Block]:
    from actors.stakeholders.influence import means, positions

    acting, acted = influence.direct.sum(axis=1), influence.direct.sum(axis=0)
    if not acting.any():
        return
    yield Heading("Who moves whom")
    yield Text(
        "Influence is read from what the documents say that one actor does to another, in levels "
        "from 1 to 3 by the number of sentences, among the "
        f"{count(len(influence.names), 'stakeholder')} with most power and interest. The balance "
        "of power sets influence against dependence (MACTOR); 1 is the mean of those that move "
        "or are moved. Indirect influence, in shares of the whole, follows chains "
        f"{influence.indirect.length} steps long (MICMAC)"
        + (
            "."
            if influence.indirect.stable
            else "; its ranks did not settle, so take them lightly."
        )
    )
    order = sorted(range(len(acting)), key=lambda i: (-acting[i] - acted[i], influence.names[i]))
    involved = [place for place in order if acting[place] or acted[place]]
    yield Picture(
        scatter(
            [
                Point(float(acted[i]), float(acting[i]), influence.names[i], influence.kinds[i])
                for i in involved
            ],
            xlabel="Dependence: influence of others on it",
            ylabel="Influence on others",
            middle=means(acted, acting),
            corners=("relay", "dominant", "autonomous", "dominated"),
        ),
        "Direct influence and dependence; the lines are the means.",
        "A plane of influence and dependence.",
    )
    sectors = positions(acting, acted)
    rows = tuple(
        (
            influence.names[i],
            f"{acting[i]:.0f}",
            f"{acted[i]:.0f}",
            f"{influence.indirect.influence[i]:.3f}",
            f"{influence.indirect.dependence[i]:.3f}",
            f"{influence.balance.ratio[i]:.2f}",
            sectors[i],
        )
        for i in involved[:_SHOWN]
    )
    header = (
        *("Actor", "Influence", "Dependence", "Indirect", "Indirect dep."),
        *("Balance", "Position"),
    )
    yield Table("Influence and dependence", header, rows, frozenset(range(1, 6)))
    yield from _alliances(influence)


def _alliances(influence: Influence) -> Iterator[Block]:
    """The pairs that most agree and most disagree over the issues."""
    number = range(len(influence.names))
    for matrix, caption in (
        (influence.together, "Pairs with the same stance"),
        (influence.against, "Pairs with opposite stances"),
    ):
        pairs = [(float(matrix[i, j]), i, j) for i in number for j in number if i < j]
        best = sorted((p for p in pairs if p[0] > 0), key=lambda p: (-p[0], p[1], p[2]))[:_NAMED]
        if best:
            rows = tuple((influence.names[i], influence.names[j], f"{v:.2f}") for v, i, j in best)
            header = ("One", "Other", "Over the issues")
            yield Table(f"{caption} (MACTOR)", header, rows, frozenset({2}))
