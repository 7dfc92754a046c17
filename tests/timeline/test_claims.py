"""Who vouches for what through whom, also where data of others nest without end."""

from __future__ import annotations

import time

import pyoxigraph as ox
import pytest

from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.rdf.vocabulary import PREFIXES
from chronotope.timeline.build import build_timeline
from chronotope.timeline.claims import Saying, carriers, nested_paths

PREFIX = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
EVENT = """<e:{name}> a sem:Event ; sem:eventType <https://w3id.org/chronotope/type#{type}> ; cht:confidence 1.0 ;
    cht:status <https://w3id.org/chronotope/status#actual> ; sem:hasTime <t:1> .
"""
ARTICLE = """<t:1> a sem:Time ; cht:edtf "../.." ; cht:timeBasis cht:inferred .
<https://w3id.org/chronotope/type#Statement> a cht:EventType ;
    skos:broader <https://w3id.org/chronotope/group#Statement> .
<https://w3id.org/chronotope/type#Trial> a cht:EventType ; skos:broader <https://w3id.org/chronotope/group#Justice> .
<a:1> a schema:NewsArticle ; dct:identifier "a" ; nif:isString "" ; schema:datePublished "2021-08-02" .
<a:2> a schema:NewsArticle ; dct:identifier "b" ; nif:isString "" ; schema:datePublished "2021-08-01" .
"""


def claim(name: str, about: str, *, speech: str = "", words: str = "", article: int = 1, begin: int = 0) -> str:
    """A claim by the actor of its name, in Turtle."""
    reported = f" ; cht:reportedBy <{speech}>" if speech else ""
    said = f' ; gaf:denotedBy <m:{name}> . <m:{name}> nif:anchorOf "{words}"' if words else ""
    place = f" ; nif:referenceContext <a:{article}> ; nif:beginIndex {begin}" if words else ""
    return (
        f'<p:{name}> a sem:Actor ; rdfs:label "{name}" . <c:{name}> a cht:Claim ; cht:holder <p:{name}> ; '
        f"cht:about {about} ; cht:stance <https://w3id.org/chronotope/stance#asserts>{reported}{said}{place} .\n"
    )


def told(*claims: str, **events: str) -> dict[str, tuple[list[str], bool]]:
    """The chains of each event, their holders joined by ">", and whether it is folded. Events: name → type."""
    turtle = PREFIX + ARTICLE + "".join(EVENT.format(name=name, type=type_) for name, type_ in events.items())
    store = ox.Store()
    store.load((turtle + "".join(claims)).encode(), ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("https://example.org/g"))
    timeline = build_timeline(store)
    return {
        name: (
            [
                ">".join(saying.holder.removeprefix("p:") for saying in chain)
                for chain in timeline.nodes[f"e:{name}"]["claims"]
            ],
            timeline.nodes[f"e:{name}"]["speech"],
        )
        for name in events
    }


@pytest.mark.parametrize(
    ("claims", "chains"),
    [
        pytest.param([], [], id="nobody vouches"),
        pytest.param([claim("a", "<e:raid>"), claim("b", "<e:raid>")], ["a", "b"], id="two"),
        pytest.param([claim("a", "<c:b>"), claim("b", "<e:raid>")], ["a>b"], id="who says that somebody says so"),
        pytest.param([claim("a", "<c:b>, <e:raid>"), claim("b", "<e:raid>")], ["a>b"], id="nested claims once"),
        pytest.param(
            [claim("a", "<c:c>"), claim("b", "<c:c>"), claim("c", "<e:raid>")], ["a>c", "b>c"], id="through one"
        ),
        pytest.param([claim("a", "<c:b>, <e:raid>"), claim("b", "<c:a>")], ["b>a"], id="a circle"),
        pytest.param([claim("a", "<c:a>, <e:raid>")], ["a"], id="about itself"),
        pytest.param(
            [
                claim("a", "<e:raid>", words="says"),
                claim("b", "<e:raid>", words="said", begin=9, article=2),
                claim("c", "<e:raid>", words="told", begin=5, article=2),
            ],
            ["c", "b", "a"],
            id="as published",
        ),
        pytest.param([claim("a", "<e:raid>").replace("a sem:Actor ;", "")], [], id="a holder that is not described"),
    ],
)
def test_chains(claims: list[str], chains: list[str]) -> None:
    assert told(*claims, raid="Trial") == {"raid": (chains, False)}


@pytest.mark.parametrize(
    ("claims", "folded"),
    [
        pytest.param([claim("a", "<e:raid>", speech="e:said")], {"said"}, id="it carries a claim"),
        pytest.param([claim("a", "<e:raid>")], set(), id="nothing says by what words"),
        pytest.param([claim("a", "<e:said>", speech="e:said")], set(), id="about itself"),
        pytest.param(
            [claim("a", "<e:told>", speech="e:said"), claim("b", "<e:said>", speech="e:told")], set(), id="in a circle"
        ),
        pytest.param(
            [claim("a", "<e:told>", speech="e:said"), claim("b", "<e:raid>", speech="e:told")],
            {"said", "told"},
            id="said to have been told",
        ),
        pytest.param([claim("a", "<e:said>", speech="e:raid")], set(), id="a trial is more than words"),
        pytest.param([claim("a", "<e:raid>", speech="e:elsewhere")], set(), id="an event that is not described"),
    ],
)
def test_speech_is_folded_into_what_it_says(claims: list[str], folded: set[str]) -> None:
    events = told(*claims, raid="Trial", said="Statement", told="Statement")
    assert {name for name, (_, speech) in events.items() if speech} == folded


def test_words_and_speech_event() -> None:
    turtle = PREFIX + ARTICLE + EVENT.format(name="raid", type="Trial") + EVENT.format(name="said", type="Statement")
    turtle += claim("a", "<e:raid>", speech="e:said", words="a  dit")
    store = ox.Store()
    store.load(turtle.encode(), ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("https://example.org/g"))
    assert build_timeline(store).nodes["e:raid"]["claims"] == ((Saying("p:a", "asserts", "a dit", "e:said"),),)


def test_mazes_and_depths_end_soon() -> None:
    maze = {f"{layer}-{one}": [f"{layer + 1}-{two}" for two in range(9)] for layer in range(40) for one in range(9)}
    deep = {str(number): [str(number + 1)] for number in range(100_000)}
    started = time.process_time()
    assert 0 < len(nested_paths([f"0-{one}" for one in range(9)], maze)) < 1_000
    assert len(nested_paths(["0"], deep)) == 1
    chain = {str(number): [(Saying("a", "asserts", "", str(number + 1)),)] for number in range(100_000)}
    assert len(carriers(chain)) == 100_000
    assert time.process_time() - started < 5


def test_a_build(example: KnowledgeGraph) -> None:
    timeline = example.timeline()
    events = {event: data for event, data in timeline.nodes(data=True) if data["kind"] == "event"}
    chains = [(event, chain) for event, data in events.items() for chain in data["claims"]]
    assert chains
    for event, chain in chains:
        for saying in chain:
            assert timeline.has_edge(saying.holder, event, f"claim/{saying.stance}")
            assert saying.speech is None or saying.speech in events
    carrying = {saying.speech for _, chain in chains for saying in chain}
    folded = {event for event, data in events.items() if data["speech"]}
    assert folded
    assert folded <= carrying
