"""A date that a person sets counts as if the article had been given it; builds keep it, and failures change nothing."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pyoxigraph as ox
import pytest

import chronotope
from chronotope import chronicle, exchange, rebuilding
from chronotope.chronicle import build_chronicle, open_chronicle
from chronotope.corrections import (
    EventAction,
    EventCorrectionReport,
    _sides,
    correct_dateline,
    correct_event,
    list_corrections,
    undo_correction,
)
from chronotope.dates import PartialDate
from chronotope.errors import (
    ChronicleInUse,
    InvalidCorrection,
    InvalidDate,
    NotAChronicle,
    Problem,
    UnknownArticle,
    UnknownEvent,
)
from chronotope.model import Correction
from chronotope.rdf.export import sorted_nquads
from chronotope.rdf.named import find_article, find_mentions
from chronotope.rdf.read_corrections import read_corrections
from chronotope.rdf.vocabulary import CHT, CORRECTIONS
from chronotope.rdf.write_corrections import correction_quads
from chronotope.resolve.decisions import decisions_of
from chronotope.text import BASE

AT = "2026-01-01T12:00:00Z"
FRENCH = (
    "Hier, douze personnes sont mortes à Kaboul, a affirmé la police. Plus tôt dans la journée, une explosion a frappé "
    "la ville. Le lendemain, le préfet a démissionné. Les talibans évacueront l'aéroport le 31 août. Des combats ont "
    "éclaté le 17 mars 2018. Une grève durera trois jours. L'armée patrouille."
)
ENGLISH = "Twelve people died in Kabul yesterday, police said. Troops will leave next month."


def write_article(path: Path, date: str | None, text: str = FRENCH, lang: str = "fr") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    header = "" if date is None else f"date: {date}\n"
    path.write_text(f"{header}lang: {lang}\n\n{text}", encoding="utf-8")
    return path


def build(place: Path, *, kaboul: str | None, kabul: str | None = "2021-08-27") -> Path:
    """A chronicle of two articles with the dates given."""
    sources = [
        write_article(place / "kaboul.txt", kaboul),
        write_article(place / "kabul.txt", kabul, ENGLISH, "en"),
    ]
    assert build_chronicle(place / "story", sources).added == 2
    return place / "story"


def graph_of(folder: Path, *, corrections: bool = True) -> bytes:
    lines = sorted_nquads(open_chronicle(folder).store).splitlines(keepends=True)
    return b"".join(line for line in lines if corrections or f"<{CORRECTIONS}> .".encode() not in line)


def corrections_of(folder: Path) -> list[tuple[str, ...]]:
    found = open_chronicle(folder).raw_query(
        """
        SELECT ?on ?value ?was ?by ?reason ?at {
          ?correction a cht:Correction ; cht:action cht:dateline ; cht:on ?on ; cht:value ?value ;
            prov:wasAssociatedWith/rdfs:label ?by ; prov:endedAtTime ?at .
          OPTIONAL { ?correction cht:was ?was }
          OPTIONAL { ?correction rdfs:comment ?reason }
        }
        ORDER BY ?at ?value""",
        {},
    )
    return [tuple("" if term is None else term.value for term in row) for row in found]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("built"), kaboul="2021-08")


@pytest.fixture
def story(built: Path, tmp_path: Path) -> Path:
    """A chronicle of two articles, kaboul (2021-08) and kabul (2021-08-27), to write to."""
    return Path(shutil.copytree(built, tmp_path / "copy" / "story"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("2021-08", "2021-08-28", id="a day for a month"),
        pytest.param("2021-08-28", "2021-08", id="a month for a day"),
        pytest.param("2021-08-28", "2020-02-29T06:40+04:30", id="another year, and a moment with a zone"),
        pytest.param("2021-08-28T06:40Z", "2021", id="only a year"),
        pytest.param(None, "2021-08-28", id="no date before"),
    ],
)
def test_the_graph_is_as_if_it_had_been_given_that_date(before: str | None, after: str, tmp_path: Path) -> None:
    story, wanted = build(tmp_path / "a", kaboul=before), build(tmp_path / "b", kaboul=after)
    assert graph_of(story) != graph_of(wanted)
    report = correct_dateline(story, "kaboul", after, at=AT)
    assert (report.identifier, report.date, report.was) == ("kaboul", after, before)
    assert graph_of(story, corrections=False) == graph_of(wanted)
    assert (story / "timeline.html").read_bytes() == (wanted / "timeline.html").read_bytes()
    assert sorted(path.name for path in story.iterdir()) == ["chronicle.toml", "memory.npz", "store", "timeline.html"]
    assert open_chronicle(story).validate() == []


def test_an_article_with_the_whole_of_news_in_it(articles: Path, tmp_path: Path) -> None:
    """The example articles, the one with a month for a date among them."""
    folders = [tmp_path / name / "ferry" for name in "ab"]
    for folder, date in zip(folders, ("2024-03", "2024-03-13"), strict=True):
        shutil.copytree(articles, folder.parent / "articles")
        (path,) = (folder.parent / "articles").glob("3-*.txt")
        text = path.read_text(encoding="utf-8")
        assert " date 2024-03 in\n" in text
        path.write_text(text.replace(" date 2024-03 in\n", f" date {date} in\n"), encoding="utf-8")
        build_chronicle(folder, [folder.parent / "articles"])
    correct_dateline(folders[0], "3-traduction-deuil-a-quiberon", "2024-03-13")
    assert graph_of(folders[0], corrections=False) == graph_of(folders[1])


def test_a_correction_is_recorded(story: Path, tmp_path: Path) -> None:
    report = correct_dateline(story, "kaboul", "2021-08-28", by="Ada Lovelace", reason="the  printed\nedition", at=AT)
    on = BASE + report.article
    assert report.correction is not None
    assert corrections_of(story) == [
        (on, "2021-08-28", "2021-08", "Ada Lovelace", "the printed edition", AT),
    ]
    correct_dateline(story, "kaboul", "2021-08-29", at="2026-01-02T00:00:00Z")
    assert corrections_of(story)[1:] == [(on, "2021-08-29", "2021-08-28", "editor", "", "2026-01-02T00:00:00Z")]
    for ending in (".nq", ".trig", ".ttl", ".jsonld"):
        (exported,) = open_chronicle(story).export(tmp_path / f"out{ending}")
        assert "the printed edition" in exported.read_text(encoding="utf-8")
    assert open_chronicle(story).validate() == []


def test_the_time_of_a_correction_is_now_by_default(story: Path) -> None:
    correct_dateline(story, "kaboul", "2021-08-28")
    ((*_, at),) = corrections_of(story)
    assert at.endswith("Z")
    assert at > "2024"


def test_the_same_corrections_give_the_same_bytes(story: Path, built: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(built, tmp_path / "other" / "story"))
    for folder in (story, other):
        correct_dateline(folder, "kaboul", "2021-08-28", at=AT)
    assert graph_of(story) == graph_of(other)


def test_a_date_that_is_so_already_changes_nothing(story: Path) -> None:
    before = graph_of(story)
    report = correct_dateline(story, "kaboul", "2021-08")
    assert (report.correction, report.date, report.was) == (None, "2021-08", "2021-08")
    assert graph_of(story) == before
    assert [path.name for path in story.parent.iterdir()] == ["story"]


def test_builds_keep_a_correction(tmp_path: Path) -> None:
    story = build(tmp_path / "a", kaboul="2021-08")
    correct_dateline(story, "kaboul", "2021-08-28", at=AT)
    corrected = graph_of(story)
    again = build_chronicle(story, [tmp_path / "a" / "kaboul.txt", tmp_path / "a" / "kabul.txt"])
    assert (again.added, again.known) == (0, 2)
    assert graph_of(story) == corrected
    third = write_article(tmp_path / "third.txt", "2021-09-01", "Trois séismes ont frappé Hérat hier.")
    assert build_chronicle(story, [third]).added == 1
    wanted = build(tmp_path / "b", kaboul="2021-08-28")
    build_chronicle(wanted, [third])
    assert graph_of(story, corrections=False) == graph_of(wanted)
    assert len(corrections_of(story)) == 1
    assert open_chronicle(story).validate() == []


def test_an_article_is_named_in_several_ways(story: Path) -> None:
    store = open_chronicle(story).store
    id_ = find_article(store, "kaboul")
    key = id_.removeprefix("article/")
    assert {find_article(store, name) for name in (id_, key, BASE + id_)} == {id_}


def test_a_name_may_be_decomposed(tmp_path: Path) -> None:
    """As file names of macOS are."""
    composed, decomposed = (unicodedata.normalize(form, "séisme") for form in ("NFC", "NFD"))
    assert composed != decomposed
    build_chronicle(tmp_path / "story", [write_article(tmp_path / f"{decomposed}.txt", "2021-08")])
    assert correct_dateline(tmp_path / "story", composed, "2021-08-28").was == "2021-08"


def test_two_articles_of_one_name(tmp_path: Path) -> None:
    sources = [
        write_article(tmp_path / "a" / "news.txt", "2021-08"),
        write_article(tmp_path / "b" / "news.txt", "2021", ENGLISH, "en"),
    ]
    build_chronicle(tmp_path / "story", sources)
    with pytest.raises(UnknownArticle, match=r"2 articles are called so; name one by its id: article/\w+ or article/"):
        correct_dateline(tmp_path / "story", "news", "2021-08-28")


# ---- what goes wrong changes nothing


@pytest.mark.parametrize(
    ("article", "date", "options", "problem", "words"),
    [
        pytest.param("kaboull", "2021-08-28", {}, UnknownArticle, "known: kaboul", id="close to one"),
        pytest.param("KABU", "2021-08-28", {}, UnknownArticle, "known: kabul$", id="a part of one"),
        pytest.param("xyz", "2021-08-28", {}, UnknownArticle, "known: kaboul, kabul$", id="like none"),
        pytest.param("", "2021-08-28", {}, UnknownArticle, "known: kaboul, kabul$", id="no name"),
        pytest.param("article/0", "2021-08-28", {}, UnknownArticle, "no such article", id="unknown id"),
        pytest.param("kaboul", "hier", {}, InvalidDate, "write it as YYYY", id="a date in words"),
        pytest.param("kaboul", "2021-02-30", {}, InvalidDate, "write it as YYYY", id="no such day"),
        pytest.param("kaboul", "2021-08-28", {"at": "now"}, InvalidDate, "write it as YYYY", id="a time in words"),
        pytest.param("kaboul", "2021-08-28", {"at": "2026-01"}, InvalidCorrection, "date with a time", id="no time"),
        pytest.param("kaboul", "2021-08-28", {"by": "\udcff"}, InvalidCorrection, "not UTF-8", id="bytes for a name"),
        pytest.param("kaboul", "2021-08-28", {"reason": "a\0b"}, InvalidCorrection, "NUL", id="NUL in a reason"),
    ],
)
def test_problems(
    story: Path, article: str, date: str, options: dict[str, str], problem: type[Problem], words: str
) -> None:
    before, page = graph_of(story), (story / "timeline.html").read_bytes()
    with pytest.raises(problem, match=words):
        correct_dateline(
            story,
            article,
            date,
            by=options.get("by", "editor"),
            reason=options.get("reason"),
            at=options.get("at"),
        )
    assert graph_of(story) == before
    assert (story / "timeline.html").read_bytes() == page
    assert [path.name for path in story.parent.iterdir()] == ["story"]


def test_the_same_correction_is_not_made_twice_at_one_time(story: Path) -> None:
    for date in ("2021-08-28", "2021-08"):
        correct_dateline(story, "kaboul", date, at=AT)
    with pytest.raises(InvalidCorrection, match="give it another time"):
        correct_dateline(story, "kaboul", "2021-08-28", at=AT)
    assert len(corrections_of(story)) == 2


@pytest.mark.parametrize("name", ["none", "empty"])
def test_a_folder_that_is_no_chronicle(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotAChronicle):
        correct_dateline(tmp_path / name, "kaboul", "2021-08-28")
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


def test_no_correction_while_a_build_runs(story: Path, tmp_path: Path) -> None:
    third = write_article(tmp_path / "third.txt", "2021-09-01", "Trois séismes ont frappé Hérat hier.")
    refused = []

    def meanwhile(what: str, _number: int) -> None:
        if what == "page":
            with pytest.raises(ChronicleInUse):
                correct_dateline(story, "kaboul", "2021-08-28")
            refused.append(what)

    assert build_chronicle(story, [third], progress=meanwhile).added == 1
    assert refused == ["page"]
    assert corrections_of(story) == []


@pytest.mark.parametrize(
    ("module", "step"),
    [
        pytest.param(rebuilding, "hold", id="resolving"),
        pytest.param(chronicle, "_write_settings", id="writing settings"),
        pytest.param(exchange, "_take_place", id="taking its place"),
    ],
)
def test_a_failing_correction_leaves_a_chronicle_as_it_was(
    story: Path, module: ModuleType, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    before, page = graph_of(story), (story / "timeline.html").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(module, step, fail)
        with pytest.raises(OSError, match="No space"):
            correct_dateline(story, "kaboul", "2021-08-28")
    assert graph_of(story) == before
    assert (story / "timeline.html").read_bytes() == page
    assert [path.name for path in story.parent.iterdir()] == ["story"]
    assert correct_dateline(story, "kaboul", "2021-08-28").correction is not None


def test_the_settings_of_a_chronicle_stay(built: Path, tmp_path: Path) -> None:
    words = tmp_path / "my.ttl"
    words.write_text("<https://example.org/a> <http://www.w3.org/2000/01/rdf-schema#label> 'a'@en .", encoding="utf-8")
    folder = tmp_path / "story"
    build_chronicle(folder, [built.parent / "kaboul.txt"], pipelines=["rules"], ontology=[words])
    settings = (folder / "chronicle.toml").read_bytes()
    assert b"my.ttl" in settings
    correct_dateline(folder, "kaboul", "2021-08-28")
    assert (folder / "chronicle.toml").read_bytes() == settings
    assert any(open_chronicle(folder).store.quads_for_pattern(ox.NamedNode("https://example.org/a"), None, None))


def test_the_front_door_has_it(story: Path) -> None:
    assert chronotope.correct_dateline(story, "kaboul", "2021-08-28", at=AT).was == "2021-08"


# ---- events


def events_of(folder: Path) -> dict[str, str]:
    """The ids of the events by their first words."""
    table = open_chronicle(folder).events()
    return {label.split(" :")[0].split(":")[0]: str(iri).removeprefix(BASE) for iri, label in table["label"].items()}


def event_of(folder: Path, word: str) -> dict[str, object]:
    table = open_chronicle(folder).events()
    return dict(table[table["label"].str.startswith(word)].iloc[0])


def decide(folder: Path, action: EventAction, word: str, value: str | None = None) -> EventCorrectionReport:
    return correct_event(folder, action, [events_of(folder)[word]], value, by="Ada", at=AT)


def test_what_is_set_on_an_event_stays(story: Path, built: Path) -> None:
    retyped = decide(story, "retype", "explosion", "accident")
    assert (retyped.value, retyped.was) == ("Accident", "Bombing")
    assert decide(story, "relabel", "explosion", "Le feu de Kaboul").held == retyped.held
    dated = correct_event(story, "date", [*retyped.held], "2021-08-26/2021-08-27", at=AT)
    placed = correct_event(story, "place", [*retyped.on], "Hérat", at=AT)
    assert dated.was == event_of(built, "explosion")["edtf"]
    assert (placed.value, placed.was, placed.held) == ("place/1140026", "place/1138958", retyped.held)
    assert open_chronicle(story).validate() == []
    build_chronicle(story, [write_article(story.parent / "third.txt", "2021-09-01", "Un séisme a frappé Kunduz.")])
    event = event_of(story, "Le feu de Kaboul")
    assert (event["type"], event["edtf"], event["basis"]) == ("Accident", "2021-08-26/2021-08-27", "stated")
    places = open_chronicle(story).raw_query(
        """
        SELECT ?place ?country {
          ?event rdfs:label "Le feu de Kaboul"@fr ; sem:hasPlace ?place .
          ?place rdfs:label ?name ; schema:containedInPlace+/rdfs:label ?country .
        }""",
        {},
    )
    assert (f"{BASE}place/1140026", "Afghanistan") in {tuple(term.value for term in row) for row in places}


def test_an_undone_correction_leaves_the_graph_as_it_was(story: Path) -> None:
    before, page = graph_of(story), (story / "timeline.html").read_bytes()
    wrong = decide(story, "wrong", "explosion")
    assert wrong.held == ()
    assert "explosion" not in events_of(story)
    assert open_chronicle(story).validate() == []
    assert wrong.correction is not None
    undone = undo_correction(story, wrong.correction, by="Grace", at="2026-01-02T12:00Z")
    assert undone.correction.action == "wrong"
    assert graph_of(story, corrections=False) == before
    assert (story / "timeline.html").read_bytes() == page
    listed = list_corrections(story)
    assert [(each.correction.action, each.undone_by) for each in listed] == [
        ("wrong", undone.undone_by),
        ("undo", None),
    ]
    assert open_chronicle(story).validate() == []


def test_undoing_a_date_restores_the_one_before(story: Path) -> None:
    before = graph_of(story)
    ids = [
        correct_dateline(story, "kaboul", date, at=f"2026-01-0{day}T12:00Z").correction or ""
        for day, date in ((1, "2021-08-28"), (2, "2021-08-29"))
    ]
    undo_correction(story, ids[0], at="2026-01-03T12:00Z")
    assert correct_dateline(story, "kaboul", "2021-08-29").correction is None
    undo_correction(story, ids[1], at="2026-01-04T12:00Z")
    assert graph_of(story, corrections=False) == before


def test_what_cannot_be_undone(story: Path) -> None:
    wrong = decide(story, "wrong", "explosion")
    undone = undo_correction(story, str(wrong.correction), at="2026-01-02T12:00Z")
    before = graph_of(story)
    for name, words in (
        (str(undone.undone_by), "an undoing cannot be undone"),
        (str(wrong.correction), "was undone before"),
        ("correction/none", "no correction 'correction/none'"),
    ):
        with pytest.raises(InvalidCorrection, match=words):
            undo_correction(story, name)
    assert graph_of(story) == before


def test_a_decision_that_stands_is_not_made_again(story: Path) -> None:
    assert decide(story, "retype", "explosion", "Accident").correction is not None
    before = graph_of(story)
    assert decide(story, "retype", "explosion", "Accident").correction is None
    assert graph_of(story) == before


def test_the_same_and_the_different_are_recorded(story: Path) -> None:
    ids = events_of(story)
    words = sorted(ids)[:2]
    same = correct_event(story, "same", [ids[word] for word in words], at=AT)
    assert len(same.on) == 2
    different = correct_event(story, "different", list(same.on), at="2026-01-02T12:00Z")
    assert {*different.on, *different.apart_from} == set(same.on)
    decisions = decisions_of(each.correction for each in list_corrections(story))
    assert decisions.same == ()
    assert len(decisions.different) == 1
    assert open_chronicle(story).validate() == []


def test_mentions_are_split_off_their_event() -> None:
    one, two, three = ("mention/event/ab12/1-2", "mention/event/ab12/3-4", "mention/event/ab12/5-6")
    assert _sides("different", [(one, two, three), (two,)]) == ((two,), (one, three))
    assert _sides("different", [(one, two, three), (two,), (three,)]) == ((two, three), (one,))
    assert _sides("different", [(one, two), (three,)]) == ((one,), (three,))
    with pytest.raises(InvalidCorrection, match="all of its mentions"):
        _sides("different", [(one,), (one,)])
    with pytest.raises(InvalidCorrection, match="more than two"):
        _sides("different", [(one,), (two,), (three,)])


def test_a_merged_event_is_found_by_its_former_id() -> None:
    quads = (
        "<event/old> <http://purl.org/dc/terms/isReplacedBy> <event/newer> <#knowledge> .\n"
        "<event/newer> <http://purl.org/dc/terms/isReplacedBy> <event/new> <#knowledge> .\n"
        "<event/new> <http://groundedannotationframework.org/gaf#denotedBy> <mention/event/ab12/1-2> <#knowledge> .\n"
    )
    store = ox.Store()
    store.load(
        quads.replace("<#", f"<{CHT}").replace("<event", f"<{BASE}event").replace("<mention", f"<{BASE}mention"),
        ox.RdfFormat.N_QUADS,
    )
    for name in ("event/old", "old", f"{BASE}event/old", "id:event/newer", "event/new"):
        assert find_mentions(store, name) == ("mention/event/ab12/1-2",)


def test_what_is_written_of_a_correction_is_read() -> None:
    store = ox.Store()
    written = {
        Correction(action="relabel", on=("mention/event/ab12/1-2",), value="Vol", language="fr", by="É & co", at=moment)
        for moment in map(
            PartialDate.parse, ("2026-01-01T12:00", "2026-01-01T12:00:00+00:00", "2026-01-01T12:00+04:30")
        )
    }
    for each in written:
        store.extend(correction_quads(each))
    assert set(read_corrections(store)) == written


@pytest.mark.parametrize(
    ("action", "value", "words"),
    [
        pytest.param(
            "retype", "Acciden", "no event type 'Acciden'; name one of the ontology's: Acc", id="no such type"
        ),
        pytest.param("retype", None, "retype takes a value", id="no type"),
        pytest.param("wrong", "Accident", "wrong takes no value", id="a value too many"),
        pytest.param("relabel", " ", "the label is empty", id="an empty label"),
        pytest.param("date", "hier", "'hier' is no time; write a date", id="a date in words"),
        pytest.param("date", "2021-08-30/2021-08-01", "the earlier one first", id="an interval that ends too early"),
        pytest.param(
            "place", "Kabuul", "no place 'Kabuul' is known; give its id, or a name: kabul", id="no such place"
        ),
        pytest.param("place", "place/0", "no place 'place/0'", id="no such id"),
        pytest.param("same", None, "one thing already", id="the same as itself"),
        pytest.param("different", None, "different takes two", id="different from nothing"),
    ],
)
def test_problems_with_events(story: Path, action: EventAction, value: str | None, words: str) -> None:
    before = graph_of(story)
    with pytest.raises(InvalidCorrection, match=words):
        decide(story, action, "explosion", value)
    assert graph_of(story) == before
    assert [path.name for path in story.parent.iterdir()] == ["story"]


@pytest.mark.parametrize("name", ["event/0", "", "event/", "mention/event/0/1-2", "a b", "événement", "\udcff"])
def test_events_that_are_none(story: Path, name: str) -> None:
    with pytest.raises(UnknownEvent, match="no such event"):
        correct_event(story, "wrong", [name])
