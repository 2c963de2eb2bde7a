"""Networks to draw, made here: a border crisis in our own words, and random ones."""

from __future__ import annotations

import random
from typing import Any

import networkx as nx

NAMES: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    "tj": ("Tajikistan", "country", "", ("Republic of Tajikistan", "Dushanbe")),
    "af": ("Afghanistan", "country", "", ("Kabul",)),
    "ru": ("Russia", "country", "", ("Russian Federation", "Moscow")),
    "uz": ("Uzbekistan", "country", "", ("Tashkent",)),
    "kg": ("Kyrgyzstan", "country", "", ("Bishkek",)),
    "kz": ("Kazakhstan", "country", "", ()),
    "ir": ("Iran", "country", "", ("Tehran",)),
    "pk": ("Pakistan", "country", "", ("Islamabad",)),
    "us": ("United States", "country", "", ("US", "Washington")),
    "cn": ("China", "country", "", ("Beijing",)),
    "in": ("India", "country", "", ()),
    "tm": ("Turkmenistan", "country", "", ()),
    "csto": ("Collective Security Treaty Organization", "organisation", "igo", ("CSTO",)),
    "un": ("United Nations", "organisation", "igo", ("UN",)),
    "sco": ("Shanghai Cooperation Organisation", "organisation", "igo", ("SCO",)),
    "eu": ("European Union", "organisation", "igo", ("EU",)),
    "tal": ("Taliban", "organisation", "armed_group", ("the movement",)),
    "ana": ("Afghan National Army", "organisation", "military", ()),
    "base": ("201st Military Base", "organisation", "military", ()),
    "guard": ("Tajik Border Troops", "organisation", "military", ()),
    "rahmon": ("Emomali Rahmon", "person", "", ("Rahmon",)),
    "ghani": ("Ashraf Ghani", "person", "", ("Ghani",)),
    "putin": ("Vladimir Putin", "person", "", ("Putin",)),
    "lavrov": ("Sergei Lavrov", "person", "", ("Lavrov",)),
    "mirz": ("Shavkat Mirziyoyev", "person", "", ()),
    "zas": ("Stanislav Zas", "person", "", ("Zas",)),
    "mohib": ("Hamdullah Mohib", "person", "", ()),
    "kabulov": ("Zamir Kabulov", "person", "", ("Kabulov",)),
    "tajiks": ("Tajiks", "group", "", ()),
    "kyrgyz": ("Pamir Kyrgyz", "group", "", ()),
    "bad": ("Badakhshan", "place", "", ()),
}

STATED = [
    ("tj", "request", "csto", "0", 4, True),
    ("csto", "support", "tj", "+", 5, True),
    ("ru", "support", "tj", "+", 7, True),
    ("ru", "consult", "uz", "0", 2, False),
    ("tal", "assault", "ana", "-", 9, True),
    ("tal", "assault", "af", "-", 4, True),
    ("tj", "accuse", "tal", "-", 2, True),
    ("af", "aid", "tj", "+", 1, True),
    ("tj", "member_of", "csto", "0", 2, True),
    ("ru", "member_of", "csto", "0", 2, True),
    ("kg", "member_of", "csto", "0", 1, True),
    ("kz", "member_of", "csto", "0", 1, True),
    ("rahmon", "leads", "tj", "0", 6, True),
    ("ghani", "leads", "af", "0", 5, True),
    ("putin", "leads", "ru", "0", 3, True),
    ("mirz", "leads", "uz", "0", 3, True),
    ("zas", "leads", "csto", "0", 3, True),
    ("lavrov", "represents", "ru", "0", 3, True),
    ("kabulov", "represents", "ru", "0", 4, True),
    ("mohib", "represents", "af", "0", 1, True),
    ("rahmon", "consult", "putin", "0", 4, False),
    ("rahmon", "consult", "ghani", "0", 2, False),
    ("rahmon", "mobilize", "guard", "0", 3, True),
    ("guard", "part_of", "tj", "0", 2, True),
    ("base", "part_of", "ru", "0", 2, True),
    ("base", "based_in", "tj", "0", 3, True),
    ("lavrov", "threaten", "tal", "-", 1, True),
    ("tal", "consult", "ru", "0", 2, False),
    ("tal", "consult", "ir", "0", 1, False),
    ("us", "sanction", "tal", "-", 2, True),
    ("us", "support", "af", "+", 4, True),
    ("pk", "support", "tal", "+", 1, True),
    ("af", "accuse", "pk", "-", 3, True),
    ("cn", "cooperate", "sco", "+", 1, True),
    ("in", "support", "af", "+", 2, True),
    ("un", "aid", "af", "+", 3, True),
    ("eu", "aid", "tj", "+", 1, True),
    ("kyrgyz", "request", "tj", "0", 1, True),
    ("tm", "consult", "tal", "0", 1, False),
]


def quote(source: str, target: str, word: str, number: int) -> dict[str, Any]:
    """One piece of evidence, with the whole sentence and the part that states the tie."""
    start = 100 * number
    said = f"{NAMES[source][0]} and {NAMES[target][0]}: {word}"
    text = f"Officials described the talks of that day in report {number}; {said}."
    return {
        "document": f"d{number}",
        "name": f"report-{number}.txt",
        "title": f"Border report {number}",
        "source": ("Hill Courier", "River Gazette")[number % 2],
        "date": f"2021-07-{5 + number:02d}",
        "url": f"https://example.org/{number}",
        "start": start,
        "end": start + len(text),
        "text": text,
        "quote_start": start + text.index(said),
        "quote_end": start + text.index(said) + len(said),
        "modality": ("asserted", "planned")[number % 3 == 2],
        "speaker": "a foreign ministry spokesman" if number % 3 == 1 else "",
        "relation": f"r{number}",
    }


def add_tie(
    graph: nx.MultiDiGraph[Any],
    source: str,
    target: str,
    kind: str,
    sign: str,
    weight: int,
    **more: Any,
) -> None:
    """One edge with its evidence, as `actors.network` makes them."""
    evidence = tuple(quote(source, target, kind.replace("_", " "), i) for i in range(weight))
    layer = more.pop("layer", "stated")
    negated = more.pop("negated", False)
    about = {
        "layer": layer,
        "type": kind,
        "sign": sign,
        "directed": False,
        "negated": negated,
        "weight": float(weight),
        "documents": weight,
        "first": "2021-07-05",
        "last": f"2021-07-{4 + weight:02d}",
        "confidence": 0.75,
        "evidence": evidence,
    }
    key = f"{layer}:{kind}:{sign}" + (":not" if negated else "")
    graph.add_edge(source, target, key=key, **(about | more))


def crisis() -> nx.MultiDiGraph[Any]:
    """Thirty-one actors around a border in July 2021, with stated ties and co-occurrence."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for number, (key, (name, kind, subtype, aliases)) in enumerate(NAMES.items()):
        graph.add_node(
            key,
            name=name,
            kind=kind,
            subtype=subtype,
            aliases=(name, *aliases),
            identifiers=(("example", key.upper()),),
            mentions=40 - number,
            documents=max(1, 9 - number // 4),
        )
    for source, kind, target, sign, weight, directed in STATED:
        add_tie(graph, source, target, kind, sign, weight, directed=directed)
    add_tie(graph, "ru", "af", "mobilize", "-", 1, directed=True, negated=True)
    chance = random.Random(7)
    pairs = sorted({(min(s, t), max(s, t)) for s, _, t, *_ in STATED})
    pairs += [
        ("af", "tj"),
        ("kg", "tj"),
        ("ir", "af"),
        ("bad", "tj"),
        ("bad", "tal"),
        ("sco", "uz"),
    ]
    for source, target in sorted({(min(pair), max(pair)) for pair in pairs}):
        weight = chance.randint(1, 14)
        add_tie(graph, source, target, "cooccurrence", "0", weight, layer="cooccurrence")
    return graph


def random_network(actors: int, ties: int, seed: int = 3) -> nx.MultiDiGraph[Any]:
    """Communities of about twenty with ties mostly inside them."""
    chance = random.Random(seed)
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    kinds = ("country", "organisation", "person", "person", "group")
    for i in range(actors):
        name = f"Actor {i} of camp {i % max(1, actors // 20)}"
        graph.add_node(f"a{i}", name=name, kind=kinds[i % 5], aliases=(), mentions=i, documents=1)
    for _ in range(ties):
        a = min(chance.randrange(actors), chance.randrange(actors))
        near = (a + chance.randrange(1, 20) * max(1, actors // 20)) % actors
        b = near if chance.random() < 0.85 else chance.randrange(actors)
        if a == b:
            continue
        stated = chance.random() < 0.4
        kind = chance.choice(("consult", "accuse", "support")) if stated else "cooccurrence"
        graph.add_edge(
            f"a{a}",
            f"a{b}",
            layer="stated" if stated else "cooccurrence",
            type=kind,
            sign={"accuse": "-", "support": "+"}.get(kind, "0"),
            directed=stated,
            negated=False,
            weight=float(chance.choice((1, 1, 1, 2, 3, 8))),
            evidence=(),
        )
    return graph
