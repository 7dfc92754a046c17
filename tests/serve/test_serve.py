"""The endpoint answers as the SPARQL 1.1 Protocol says, only reads, reaches nowhere, and stops what takes too long."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from chronotope.chronicle import page_of, store_of
from chronotope.serve.app import create_app

EVENTS = "SELECT (COUNT(?event) AS ?events) { ?event a sem:Event }"


@pytest.fixture(scope="module")
def client(example_folder: Path) -> TestClient:
    application = create_app(store_of(example_folder), page_of(example_folder), seconds=20)
    return TestClient(application, base_url="http://127.0.0.1")


def test_page(client: TestClient) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "<canvas" in response.text or "vis" in response.text


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        pytest.param("application/sparql-results+json", "application/sparql-results+json", id="JSON"),
        pytest.param("text/csv", "text/csv; charset=utf-8", id="CSV"),
        pytest.param("application/sparql-results+xml, */*", "application/sparql-results+xml", id="XML"),
        pytest.param("*/*", "application/sparql-results+json", id="anything"),
    ],
)
def test_formats(client: TestClient, accept: str, media_type: str) -> None:
    response = client.get("/sparql", params={"query": EVENTS}, headers={"accept": accept})
    assert response.status_code == 200
    assert response.headers["content-type"] == media_type


def test_three_ways_to_ask(client: TestClient) -> None:
    answers = [
        client.get("/sparql", params={"query": EVENTS}),
        client.post("/sparql", data={"query": EVENTS}),
        client.post("/sparql", content=EVENTS, headers={"content-type": "application/sparql-query"}),
    ]
    counts = {answer.json()["results"]["bindings"][0]["events"]["value"] for answer in answers}
    assert len(counts) == 1
    assert int(counts.pop()) > 10


def test_graphs_come_as_turtle(client: TestClient) -> None:
    query = "CONSTRUCT { ?event a sem:Event } { ?event a sem:Event }"
    response = client.get("/sparql", params={"query": query}, headers={"accept": "text/turtle"})
    assert response.headers["content-type"].startswith("text/turtle")


@pytest.mark.parametrize(
    ("query", "why"),
    [
        pytest.param("SELECT", "cannot be read", id="no SPARQL"),
        pytest.param("INSERT DATA { <a:a> <a:b> <a:c> }", "cannot be read", id="an update"),
        pytest.param("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "reach outside", id="another server"),
        pytest.param("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "reach outside", id="a file"),
        pytest.param("", "no query", id="nothing"),
    ],
)
def test_refused(client: TestClient, query: str, why: str) -> None:
    response = client.get("/sparql", params={"query": query})
    assert response.status_code == 400
    assert why in response.text


def test_other_hosts_are_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "example.org"}).status_code == 400


def test_a_heavy_query_is_stopped(example_folder: Path) -> None:
    application = create_app(store_of(example_folder), page_of(example_folder), seconds=1)
    client = TestClient(application, base_url="http://127.0.0.1")
    heavy = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    response = client.get("/sparql", params={"query": heavy})
    assert response.status_code == 503
    assert "took more than 1 s" in response.text
