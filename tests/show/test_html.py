from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from pyvis.network import Network

from chronotope.show.html.appearance import MARKS, PALETTE
from chronotope.show.html.labels import labels_in
from chronotope.show.html.page import json_block
from chronotope.show.html.when import in_words
from chronotope.show.timeline import Timeline


def inline(page: str, element: str) -> list[str]:
    """The contents of the page's own scripts or styles, the JSON block aside."""
    return re.findall(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)


def data_of(page: str) -> Any:  # JSON of any shape
    block = re.search(r'<script id="timeline-data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert block is not None
    return json.loads(block[1])


def test_nodes_and_edges_are_in_the_pyvis_network(timeline: Timeline) -> None:
    network = timeline.to_pyvis()
    assert isinstance(network, Network)
    assert network.get_nodes() == [node["id"] for node in network.nodes]
    assert {node["kind"] for node in network.nodes} == {"event", "actor"}
    attack = network.get_node("event/attack")
    assert attack["label"] == "attaque de l’aéroport"
    assert attack["shape"] == "dot"
    assert attack["x"] > network.get_node("event/flight")["x"]
    told = {(edge["from"], edge["to"], edge["kind"]) for edge in network.get_edges()}
    assert ("event/attack", "actor/group", "participation") in told
    assert ("actor/army", "event/threat", "claim") in told
    assert ("event/attack", "event/threat", "causes") in told
    assert (network.num_nodes(), network.num_edges()) == (9, 6)


def test_what_is_added_to_the_network_is_on_the_page(timeline: Timeline) -> None:
    network = timeline.to_pyvis()
    network.add_node("note/1", label="a note of mine", x=0, y=0)
    assert "a note of mine" in {node["label"] for node in data_of(network.generate_html())["nodes"]}


def test_each_status_has_a_mark_of_its_own() -> None:
    assert len({(mark.shape, mark.filled) for mark in MARKS.values()}) == len(MARKS)


@pytest.mark.parametrize("colour", PALETTE)
def test_white_text_is_readable_on_every_group_colour(colour: str) -> None:
    assert contrast(colour, "#ffffff") >= 4.5
    assert contrast(colour, "#12151b") >= 3


def contrast(one: str, other: str) -> float:
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("</script><script>alert(1)</script>", id="end of script"),
        pytest.param("<img src=x onerror=alert(1)>", id="element"),
        pytest.param("<!-- <script>", id="comment"),
        pytest.param("a\u2028b\u2029c", id="line separators"),
        pytest.param("&lt;b&gt; & \"q\" 'q' \\", id="entities and quotes"),
    ],
)
def test_json_block_keeps_texts_and_nothing_in_it_is_html(text: str) -> None:
    block = json_block({"label": text})
    assert not re.search("[<>&\u2028\u2029]", block)
    assert json.loads(block) == {"label": text}


def test_hostile_texts_stay_texts(timeline: Timeline, hostile: str) -> None:
    page = timeline.to_pyvis().generate_html()
    assert hostile not in page
    assert "<img" not in page
    assert page.count("</script>") == 3
    assert data_of(page)["title"] == f"Kaboul {hostile}"


def test_only_web_links_are_kept(timeline: Timeline) -> None:
    events = data_of(timeline.to_pyvis().generate_html())["events"]
    assert {item["url"] for event in events for item in event["evidence"]} == {None, "https://example.org/attaque"}


def test_highlights_count_as_javascript_does(timeline: Timeline) -> None:
    events = {event["id"]: event for event in data_of(timeline.to_pyvis().generate_html())["events"]}
    [item] = events["event/attack"]["evidence"]
    [[begin, end]] = item["words"]
    assert item["sentence"].encode("utf-16-le")[2 * begin : 2 * end].decode("utf-16-le") == "ont attaqué"


def test_every_article_of_an_event_is_told(disputed: Timeline) -> None:
    events = {event["id"]: event for event in data_of(disputed.to_pyvis().generate_html())["events"]}
    attack = events["event/attack"]
    assert [item["article"] for item in attack["evidence"]] == ["article/1", "article/2", "article/3"]
    assert {event["sources"] for event in events.values()} == {1, 2}
    assert attack["sources"] == 2


def test_what_articles_disagree_about_stands_side_by_side(disputed: Timeline, hostile: str) -> None:
    disputed.graph["language"] = "en"
    events = {event["id"]: event for event in data_of(disputed.to_pyvis().generate_html())["events"]}
    assert events["event/talks"]["disputes"] == []
    count, date = events["event/attack"]["disputes"]
    assert (count["aspect"], date["aspect"]) == ("count", "date")
    assert count["versions"] == [
        {"value": "7", "articles": ["Agence Sud, August 2021"]},
        {"value": f"6 {hostile}", "articles": ["Kaboul attaquée", "article/3"]},
    ]
    assert [version["value"] for version in date["versions"]] == ["Thursday 26 August 2021", "Friday 27 August 2021"]


def test_policy_names_exactly_the_contents_of_the_page(timeline: Timeline) -> None:
    page = timeline.to_pyvis().generate_html()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1]
    named = re.findall(r"sha256-([\w+/=]+)", policy[1])
    assert named == [digest(content) for content in [*inline(page, "script"), *inline(page, "style")]]
    assert "unsafe" not in policy[1]


def digest(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def test_the_page_loads_nothing(timeline: Timeline) -> None:
    timeline.graph["title"] = "Kaboul"
    page = timeline.to_pyvis().generate_html()
    assert not re.search(r"<(?:link|img|iframe|object|embed|base)\b|\bsrc=|@import", page.partition("<script")[0])
    assert not re.search(r"<script[^>]*\ssrc", page)
    assert "sourceMappingURL" not in page
    assert "\r" not in page


def test_the_same_timeline_gives_the_same_bytes(timeline: Timeline) -> None:
    again = Timeline(**timeline.graph)
    again.add_nodes_from(reversed(list(timeline.nodes(data=True))))
    again.add_edges_from(reversed(list(timeline.edges(data=True))))
    assert timeline.to_pyvis().generate_html() == again.to_pyvis().generate_html()


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
    assert "l’aéroport" in (tmp_path / "timeline.html").read_text(encoding="utf-8")


def test_half_a_surrogate_can_be_written(timeline: Timeline, tmp_path: Path) -> None:
    timeline.nodes["event/attack"]["label"] = "broken \ud83d text"
    timeline.to_html(tmp_path / "timeline.html")
    assert "broken ? text" in (tmp_path / "timeline.html").read_text(encoding="utf-8")


def test_a_page_that_cannot_be_made_leaves_the_old_one(timeline: Timeline, tmp_path: Path) -> None:
    path = tmp_path / "timeline.html"
    path.write_text("old", encoding="utf-8")
    timeline.nodes["event/attack"]["confidence"] = float("nan")
    with pytest.raises(ValueError, match="Out of range"):
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
    assert 'sandbox="allow-scripts allow-popups"' in html
    assert 'height="640"' in html
    assert html.count("<") == html.count(">") == 2


def test_an_empty_timeline_has_a_page() -> None:
    assert data_of(Timeline().to_pyvis().generate_html())["events"] == []


def test_both_languages_say_everything() -> None:
    assert labels_in("fr").keys() == labels_in("en").keys()
    assert labels_in("xx") == labels_in("en")


def test_modules_of_the_page_share_no_name() -> None:
    """They are joined into one scope, where a second definition would silently replace the first."""
    names = [name for name, _ in top_level_names()]
    assert sorted(names) == sorted(set(names))


def top_level_names() -> Iterator[tuple[str, str]]:
    for file in files("chronotope.show.html").iterdir():
        if file.name.endswith(".js"):
            source = file.read_text(encoding="utf-8")
            for match in re.finditer(r"^(?:export )?(?:const|let|function|class) (\w+)", source, re.MULTILINE):
                yield match[1], file.name


@pytest.mark.parametrize(
    ("edtf", "english", "french"),
    [
        pytest.param("2021", "2021", "2021", id="year"),
        pytest.param("2021-08", "August 2021", "août 2021", id="month"),
        pytest.param("2021-08-26", "Thursday 26 August 2021", "jeudi 26 août 2021", id="day"),
        pytest.param("2021-08-01", "Sunday 1 August 2021", "dimanche 1er août 2021", id="first day"),
        pytest.param(
            "2021-08-26T17:50Z", "Thursday 26 August 2021, 17:50 UTC", "jeudi 26 août 2021, 17:50 UTC", id="time"
        ),
        pytest.param("2021-08/2021-10", "August 2021 – October 2021", "août 2021 – octobre 2021", id="throughout"),
        pytest.param(
            "[2021-08..2021-10]", "between August 2021 and October 2021", "entre août 2021 et octobre 2021", id="within"
        ),
        pytest.param("2021/..", "from 2021 on", "dès 2021", id="open end"),
        pytest.param("../2021", "until 2021", "jusqu’à 2021", id="open begin"),
        pytest.param("[2021..]", "2021 or later", "2021 ou après", id="at the earliest"),
        pytest.param("[..2021]", "2021 or earlier", "2021 ou avant", id="at the latest"),
        pytest.param("2021-08~", "about August 2021", "vers août 2021", id="about"),
        pytest.param("2021?", "2021 (uncertain)", "2021 (incertain)", id="uncertain"),
        pytest.param("2021-22", "summer 2021", "été 2021", id="season"),
        pytest.param("199X", "1990s", "années 1990", id="decade"),
        pytest.param("19XX", "1900–1999", "1900–1999", id="century"),
        pytest.param("2021-08-XX", "August 2021", "août 2021", id="some day"),
        pytest.param("2021-13-45", "2021-13-45", "2021-13-45", id="no date: as it stands"),
    ],
)
def test_dates_in_words(edtf: str, english: str, french: str) -> None:
    assert (in_words(edtf, "en"), in_words(edtf, "fr")) == (english, french)
