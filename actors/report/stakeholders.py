"""The stakeholder map: power and interest of the issues that were named, and who moves whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from actors.analysis.stakeholders import influence
from actors.report.material import Material
from actors.report.profiles import main_actors
from actors.views.blocks import Block, Heading, Picture, Points, Quote, Section, Table, Text, Tie
from actors.views.figures_plane import Point, scatter
from actors.views.wording import count

if TYPE_CHECKING:
    from actors.analysis.stakeholders import Influence, Stakes
    from actors.stakeholders import Issue, Passage, Stakeholder
    from actors.stakeholders.scores import Score

_SHOWN, _QUOTED, _NAMED = 15, 5, 6
_MAPPED = 2
"""So many issues are drawn before the annex; the others stand in it."""
_AMONG = 40
_SHARES = {"player": 9, "context setter": 3, "subject": 3, "crowd": 0}
_DRAWN = {"player": 16, "context setter": 8, "subject": 8, "crowd": 8}
"""How many of each field of the grid are listed and drawn: the weightiest of all are players."""
_SCORES = ("power", "interest", "legitimacy", "urgency")
_FIELDS = (
    ("player", "Key players (much power, much interest): to work with closely"),
    ("context setter", "Powerful, but little interested: to keep content"),
    ("subject", "Interested, but with little power: to keep informed"),
)


def stakeholders(material: Material, stakes: Stakes | None) -> Section | None:
    """The map: power and interest for each issue; without an issue, who moves whom."""
    if stakes is None:
        blocks = tuple(_moving(influence(material.graph, main_actors(material, _AMONG))))
        return Section("stakeholders", "Stakeholder map", blocks) if blocks else None
    text = Text(
        "Power is how much an actor connects and is connected in these documents; interest is how "
        "much is said of it near the words of the issue. Both are ranks from 0 to 1 among the "
        "stakeholders of the issue, and high from 0.5 on. They are a start for your own judgement: "
        "a * marks a score that the analyst has put in its place. The annex has all scores, with "
        "what they come from."
    )
    blocks_ = [text]
    issues = stakes.issues[:_MAPPED]
    maps = [block for issue in issues for block in _map(issue, stakes)]
    others = [issue.name for issue in stakes.issues[_MAPPED:]]
    rest = [Text(f"Further issues are in the annex: {', '.join(others)}.")] if others else []
    return Section("stakeholders", "Stakeholder map", (*blocks_, *maps, *rest))


def scores(stakes: Stakes | None) -> Section | None:
    """All scores of each issue with what they come from, and influence: for the annex."""
    if stakes is None:
        return None
    blocks: list[Block] = []
    for number, issue in enumerate(stakes.issues):
        blocks += _map(issue, stakes) if number >= _MAPPED else [Heading(issue.name)]
        blocks += _scored(stakes.stakeholders[issue.name])
    blocks += _moving(stakes.influence)
    blocks += _measured(stakes.influence)
    return Section("scores", "Stakeholders: scores and evidence", tuple(blocks), annex=True)


def _map(issue: Issue, stakes: Stakes) -> Iterator[Block]:
    held = stakes.stakeholders[issue.name]
    yield Heading(issue.name)
    yield Text(
        f"{count(stakes.sentences[issue.name], 'sentence')} with {_words(issue)}; "
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
            corners=("key players", "keep content", "little of both", "keep informed"),
            height=3.1,
        ),
        f"Power and interest: {issue.name}. Names are left out where they would overlap."
        + (f" {rest:,} with less of both are not drawn." if rest else ""),
        _corners(held),
        _table(drawn, "Drawn"),
    )
    named = {
        field: [_starred(one) for one in held if one.quadrant == field] for field, _ in _FIELDS
    }
    yield Points(
        tuple(f"{title}: {_some(named[field])}." for field, title in _FIELDS if named[field])
    )


def _words(issue: Issue) -> str:
    """The terms of an issue, without the sign that stands for any ending."""
    return ", ".join(f"{term.rstrip('*')}…" if term.endswith("*") else term for term in issue.terms)


def _starred(one: Stakeholder) -> str:
    return one.name + "*" * any(getattr(one, name).overridden for name in _SCORES[:2])


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _scored(held: list[Stakeholder]) -> Iterator[Block]:
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


def _moving(influence: Influence) -> Iterator[Block]:
    """Who moves others, and who is moved, as a picture."""
    from actors.stakeholders.influence import means

    acting, acted = influence.direct.sum(axis=1), influence.direct.sum(axis=0)
    if not acting.any():
        return
    yield Heading("Who moves whom")
    yield Text(
        "Influence is what the documents say that one actor does to another, in levels from 1 to 3 "
        "by the number of sentences, added up over the "
        f"{count(len(influence.names), 'actor')} with most at stake. Who stands high moves others; "
        "who stands to the right is moved by others."
    )
    points = [
        Point(float(acted[i]), float(acting[i]), influence.names[i], influence.kinds[i])
        for i in _involved(influence)
    ]
    yield Picture(
        scatter(
            points,
            xlabel="Moved by others",
            ylabel="Moves others",
            middle=means(acted, acting),
            corners=("moves and is moved", "moves others", "apart", "is moved"),
            height=3.1,
        ),
        "Who moves others and who is moved; the lines are the means.",
        "A plane of influence and dependence.",
    )


def _involved(influence: Influence) -> list[int]:
    """The actors that move or are moved, those with most of both first."""
    acting, acted = influence.direct.sum(axis=1), influence.direct.sum(axis=0)
    order = sorted(range(len(acting)), key=lambda i: (-acting[i] - acted[i], influence.names[i]))
    return [place for place in order if acting[place] or acted[place]]


def _measured(influence: Influence) -> Iterator[Block]:
    """Influence and dependence in numbers."""
    from actors.stakeholders.influence import positions

    acting, acted = influence.direct.sum(axis=1), influence.direct.sum(axis=0)
    if not acting.any():
        return
    yield Text(
        "The balance of power sets influence against dependence (MACTOR); 1 is the mean of those "
        "that move or are moved. Indirect influence, in shares of the whole, follows chains "
        f"{influence.indirect.length} steps long (MICMAC)"
        + (
            "."
            if influence.indirect.stable
            else "; its ranks did not settle, so take them lightly."
        )
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
        for i in _involved(influence)[:_SHOWN]
    )
    header = (
        *("Actor", "Influence", "Dependence", "Indirect", "Indirect dep."),
        *("Balance", "Position"),
    )
    yield Table("Influence and dependence", header, rows, frozenset(range(1, 6)))
    yield from _own_levels(influence)
    yield from _alliances(influence)


def _own_levels(influence: Influence) -> Iterator[Block]:
    """The levels that the analyst put in the place of the computed ones, and why."""
    for (row, column), reason in sorted(influence.reasons.items()):
        level, computed = influence.direct[row, column], influence.computed[row, column]
        pair = f"{influence.names[row]} on {influence.names[column]}"
        yield Text(f"{pair}: level {level:.0f} (computed: {computed:.0f}), because: {reason}")


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
