from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any, Final

import networkx as nx
import pytest
from pyvis.network import Network

from chronotope.errors import UnreadableGraph
from chronotope.show.html.labels import labels_in
from chronotope.show.timeline import Timeline

ROOT: Final = Path(__file__).parents[2]


def unpacked(packed: str) -> str:
    return zlib.decompress(base64.b64decode(packed)).decode("utf-8")


def block_of(page: str, name: str) -> Any:  # JSON of any shape
    block = re.search(rf'<script id="timeline-{name}" type="text/plain">([\w+/=]*)</script>', page)
    assert block is not None
    return json.loads(unpacked(block[1]))


def data_of(page: str) -> Any:  # JSON of any shape
    """What a page tells at once. Its tables are rows again."""
    data = block_of(page, "data")
    return data | {kind: rows_of(data[kind]) for kind in ("events", "actors", "places", "others", "edges")}


def texts_of(page: str) -> Any:  # JSON of any shape
    """What a page tells when it is asked: sentences, claims, disagreements."""
    return block_of(page, "texts")


def rows_of(table: Any) -> list[dict[str, Any]]:
    columns = {
        name: [column["of"][at] for at in column["at"]] if isinstance(column, dict) else column
        for name, column in table["columns"].items()
    }
    return [{name: column[row] for name, column in columns.items()} for row in range(table["length"])]


def scripts_of(page: str) -> list[str]:
    """The scripts that run: the one that unpacks the others, and those."""
    packed = re.findall(r'<script class="packed" type="text/plain">([\w+/=]*)</script>', page)
    return [*re.findall(r"<script>(.*?)</script>", page, re.DOTALL), *map(unpacked, packed)]


def styles_of(page: str) -> list[str]:
    return re.findall(r"<style>(.*?)</style>", page, re.DOTALL)


def test_nodes_and_edges_are_in_the_pyvis_network(timeline: Timeline) -> None:
    network = timeline.to_pyvis()
    assert isinstance(network, Network)
    assert network.get_nodes() == [node["id"] for node in network.nodes]
    assert {node["kind"] for node in network.nodes} == {"event", "actor", "place"}
    attack = network.get_node("event/attack")
    assert attack["label"] == "attaque de l’aéroport"
    assert attack["shape"] == "dot"
    assert attack["x"] > network.get_node("event/flight")["x"]
    told = {(edge["from"], edge["to"], edge["kind"]) for edge in network.get_edges()}
    assert ("event/attack", "actor/group", "participation") in told
    assert ("actor/army", "event/threat", "claim") in told
    assert ("event/attack", "event/threat", "causes") in told
    assert (network.num_nodes(), network.num_edges()) == (11, 8)


def test_the_page_tells_what_is_known_of_each_thing(timeline: Timeline) -> None:
    data = data_of(timeline.to_pyvis().generate_html())
    attack = {event["id"]: event for event in data["events"]}["event/attack"]
    assert (attack["status"], attack["edtf"], attack["when"]) == ("actual", "2021-08-26", "jeudi 26 août 2021")
    assert (attack["salience"], attack["mentions"], attack["confidence"], attack["speech"]) == (0.9, 1, 0.8, False)
    things = [thing["id"] for kind in ("events", "actors", "places", "others") for thing in data[kind]]
    assert [things[place] for place in attack["places"]] == ["place/kabul"]
    assert [data["articles"][article]["id"] for article in attack["articles"]] == ["article/1"]
    told = {(things[edge["from"]], things[edge["to"]], edge["kind"]): edge for edge in data["edges"]}
    part = told["event/attack", "actor/group", "participation"]
    assert (part["role"], part["minimum"], part["maximum"]) == ("agent", 6, 7)
    assert [event["id"] for event in data["events"]] == [
        "event/flight", "event/attack", "event/threat", "event/talks", "event/hostile", "event/strike"
    ]  # fmt: skip


def test_graphs_of_other_people_need_a_kind_and_a_label_only() -> None:
    timeline = Timeline()
    timeline.add_node("1", kind="event", label="attack")
    timeline.add_node("2", kind="actor", label="army")
    [event] = data_of(timeline.to_pyvis().generate_html())["events"]
    assert (event["label"], event["status"], event["salience"], event["mentions"]) == ("attack", "reported", 0.5, 0)


def test_what_is_changed_of_the_network_is_on_the_page(timeline: Timeline) -> None:
    network = timeline.to_pyvis()
    network.get_node("event/attack").update(color="#00ff00", shape="star", label="assaut")
    network.add_node("note/1", label="une note", x=0, y=0)
    network.add_edge("note/1", "event/attack", title="en parle")
    network.edges = [edge for edge in network.edges if edge.get("kind") != "causes"]
    data = data_of(network.generate_html())
    attack = next(event for event in data["events"] if event["id"] == "event/attack")
    assert (attack["color"], attack["shape"], attack["label"]) == ("#00ff00", "star", "assaut")
    assert attack["when"] == "jeudi 26 août 2021"
    assert [(other["id"], other["label"]) for other in data["others"]] == [("note/1", "une note")]
    things = [thing["id"] for kind in ("events", "actors", "places", "others") for thing in data[kind]]
    titles = {(things[edge["from"]], things[edge["to"]]): edge["title"] for edge in data["edges"]}
    assert titles["note/1", "event/attack"] == "en parle"
    assert "causes" not in {edge["kind"] for edge in data["edges"]}


@pytest.mark.parametrize("gone", ["event/flight", "actor/group", "place/kabul"])
def test_what_is_taken_out_of_the_network_is_gone(timeline: Timeline, gone: str) -> None:
    """With all its edges; and every other event keeps its own sentences."""
    network = timeline.to_pyvis()
    network.nodes = [node for node in network.nodes if node["id"] != gone]
    page = network.generate_html()
    data, texts = data_of(page), texts_of(page)
    things = [thing["id"] for kind in ("events", "actors", "places", "others") for thing in data[kind]]
    assert gone not in things
    assert len(things) == 10
    assert all(edge[end] < len(things) for edge in data["edges"] for end in ("from", "to"))
    for index, event in enumerate(data["events"]):
        number = event.get("number")
        [[_, _, sentence, *_]] = texts["evidence"][index if number is None else number]
        [said] = timeline.nodes[event["id"]]["evidence"]
        assert texts["passages"][sentence] == said.sentence
        assert all(place < len(things) for place in event["places"])


def test_hostile_texts_stay_texts(disputed: Timeline, hostile: str) -> None:
    page = disputed.to_pyvis().generate_html()
    assert hostile not in page
    assert "<img" not in page
    assert page.count("</script>") == page.count("<script") == 5
    assert data_of(page)["title"] == f"Kaboul {hostile}"
    texts = texts_of(page)
    assert any(hostile in passage for passage in texts["passages"])
    assert [hostile] in texts["timeWords"].values()


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("</title><script>alert(1)</script>", id="end of the title"),
        pytest.param("<!-- <script>", id="comment"),
        pytest.param("\"&lt;b&gt;\" 'q' & \\", id="quotes and entities"),
        pytest.param("{{ labels }} {% raw %}", id="template"),
    ],
)
def test_hostile_titles(timeline: Timeline, title: str) -> None:
    """The title is the one text that stands in the page as HTML."""
    timeline.graph["title"] = title
    page = timeline.to_pyvis().generate_html()
    assert page.count("<script") == 5
    assert page.count("<!--") == 0
    assert data_of(page)["title"] == title


def test_only_web_links_are_kept(disputed: Timeline) -> None:
    articles = data_of(disputed.to_pyvis().generate_html())["articles"]
    assert {article["url"] for article in articles} <= {None, "https://example.org/attaque"}


def test_highlights_count_as_javascript_does(timeline: Timeline) -> None:
    page = timeline.to_pyvis().generate_html()
    events, texts = data_of(page)["events"], texts_of(page)
    at = [event["id"] for event in events].index("event/attack")
    [[_, before, sentence, after, [[begin, end]]]] = texts["evidence"][at]
    assert texts["passages"][before] == "… la nuit fut calme. "
    assert texts["passages"][after] == " Les vols sont suspendus."
    said = texts["passages"][sentence].encode("utf-16-le")
    assert said[2 * begin : 2 * end].decode("utf-16-le") == "ont attaqué"


def test_every_article_of_an_event_is_told(disputed: Timeline) -> None:
    page = disputed.to_pyvis().generate_html()
    data, texts = data_of(page), texts_of(page)
    attack = next(event for event in data["events"] if event["id"] == "event/attack")
    told = [data["articles"][article]["id"] for article, *_ in texts["evidence"][data["events"].index(attack)]]
    assert told == ["article/1", "article/2", "article/3"]
    assert [data["articles"][article]["id"] for article in attack["articles"]] == told
    assert {event["sources"] for event in data["events"]} == {1, 2}
    assert (attack["sources"], attack["mentions"], attack["disputed"]) == (2, 3, True)


def test_what_articles_disagree_about_stands_side_by_side(disputed: Timeline, hostile: str) -> None:
    disputed.graph["language"] = "en"
    page = disputed.to_pyvis().generate_html()
    at = [event["id"] for event in data_of(page)["events"]].index("event/attack")
    [(number, (count, date))] = texts_of(page)["disputes"].items()
    assert number == str(at)
    assert (count["aspect"], date["aspect"]) == ("count", "date")
    assert count["versions"] == [
        {"value": "7", "articles": ["Agence Sud, August 2021"]},
        {"value": f"6 {hostile}", "articles": ["Kaboul attaquée", "article/3"]},
    ]
    assert [version["value"] for version in date["versions"]] == ["Thursday 26 August 2021", "Friday 27 August 2021"]


def test_claims_tell_who_says_so_in_which_words(timeline: Timeline, hostile: str) -> None:
    page = timeline.to_pyvis().generate_html()
    at = [event["id"] for event in data_of(page)["events"]].index("event/hostile")
    texts = texts_of(page)
    assert texts["claims"] == {str(at): [[[texts["holders"].index("actor/hostile"), "asserts", hostile, None]]]}


def test_policy_names_exactly_the_contents_of_the_page(timeline: Timeline) -> None:
    """Of the packed scripts those that they become: what was changed on its way does not run."""
    page = timeline.to_pyvis().generate_html()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1]
    named = re.findall(r"sha256-([\w+/=]+)", policy[1])
    assert named == [digest(content) for content in [*scripts_of(page), *styles_of(page)]]
    assert len(named) == 4
    assert "unsafe" not in policy[1]


def digest(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def test_the_page_loads_nothing(timeline: Timeline) -> None:
    timeline.graph["title"] = "Kaboul"
    page = timeline.to_pyvis().generate_html()
    assert not re.search(r"<(?:link|img|iframe|object|embed|base)\b|\bsrc=|@import|url\((?!data:)", page)
    assert not re.search(r"<script[^>]*\ssrc", page)
    own, vis = scripts_of(page)[-1], scripts_of(page)[1]
    assert "sourceMappingURL" not in vis
    assert not re.search(r"\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b", own)
    assert not re.search(r"\b(?:innerHTML|insertAdjacentHTML|document\.write|eval|Function)\b|outerHTML = ", own)
    assert "\r" not in page


def test_the_same_timeline_gives_the_same_bytes(disputed: Timeline) -> None:
    again = Timeline(**disputed.graph)
    again.add_nodes_from(reversed(list(disputed.nodes(data=True))))
    again.add_edges_from(reversed(list(disputed.edges(data=True))))
    page = disputed.to_pyvis().generate_html()
    assert page == disputed.to_pyvis().generate_html()
    assert page == again.to_pyvis().generate_html()


DRAWN: Final = """
import hashlib
from chronotope.show.timeline import Timeline

timeline = Timeline(title="Kabul", language="en")
for name in {"attack", "talks", "vote", "flight", "strike"}:
    timeline.add_node(f"event/{name}", kind="event", label=name, group=name, earliest_begin="2021-08-26T00:00:00")
    for actor in {"army", "group", "crowd"}:
        timeline.add_node(f"actor/{actor}", kind="actor", label=actor)
        timeline.add_edge(f"event/{name}", f"actor/{actor}", kind="participation", role="agent")
print(hashlib.sha256(timeline.to_pyvis().generate_html().encode()).hexdigest())
"""


def test_every_process_gives_the_same_bytes() -> None:
    pages = {
        subprocess.run(
            [sys.executable, "-c", DRAWN],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(pages) == 1


def test_drawing_leaves_the_graph_as_it_was(timeline: Timeline) -> None:
    before = timeline.copy()
    timeline.to_pyvis()
    assert nx.utils.graphs_equal(before, timeline)


@pytest.mark.parametrize("method", ["write_html", "show", "save_graph"])
def test_pyvis_methods_write_one_utf8_file(
    timeline: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    monkeypatch.chdir(tmp_path)
    getattr(timeline.to_pyvis(), method)("timeline.html")
    assert [file.name for file in tmp_path.iterdir()] == ["timeline.html"]
    labels = {event["label"] for event in data_of((tmp_path / "timeline.html").read_text(encoding="utf-8"))["events"]}
    assert "attaque de l’aéroport" in labels


def test_half_a_surrogate_can_be_written(timeline: Timeline, tmp_path: Path) -> None:
    timeline.graph["title"] = "half \ud83d title"
    timeline.nodes["event/attack"]["label"] = "broken \ud83d text"
    timeline.to_html(tmp_path / "timeline.html")
    page = (tmp_path / "timeline.html").read_text(encoding="utf-8")
    assert "half ? title" in page
    assert "broken ? text" in {event["label"] for event in data_of(page)["events"]}


def test_a_page_that_cannot_be_made_leaves_the_old_one(timeline: Timeline, tmp_path: Path) -> None:
    path = tmp_path / "timeline.html"
    path.write_text("old", encoding="utf-8")
    timeline.nodes["event/attack"]["latest_end"] = ["2021-08-26"]
    with pytest.raises(UnreadableGraph, match="list is no date"):
        timeline.to_html(path)
    assert [file.name for file in tmp_path.iterdir()] == ["timeline.html"]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_timeline_stays_a_graph(timeline: Timeline) -> None:
    part = timeline.subgraph(["event/attack", "actor/group"]).copy()
    assert isinstance(part, Timeline)
    assert part.graph == timeline.graph
    assert part.number_of_edges() == 1
    assert isinstance(timeline.reverse(), Timeline)


def test_a_notebook_shows_it_in_a_frame_of_its_own(timeline: Timeline) -> None:
    html = timeline._repr_html_()
    assert html.startswith("<iframe srcdoc=")
    # Never "allow-same-origin": the page could then reach the notebook around it.
    assert 'sandbox="allow-scripts allow-popups allow-downloads allow-modals"' in html
    assert 'height="640"' in html
    assert html.count("<") == html.count(">") == 2


def test_an_empty_timeline_has_a_page() -> None:
    assert data_of(Timeline().to_pyvis().generate_html())["events"] == []


def test_both_languages_say_everything() -> None:
    assert labels_in("fr").keys() == labels_in("en").keys()
    assert labels_in("xx") == labels_in("en")
