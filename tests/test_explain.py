"""An explanation tells the words, how they were read, what they were counted from, and what they come to."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import get_args

import pyoxigraph as ox
import pytest

import chronotope
from chronotope import cli
from chronotope.chronicle import build_chronicle, open_chronicle
from chronotope.corrections import correct_dateline, correct_event, undo_correction
from chronotope.dates import PartialDate
from chronotope.errors import UnknownEvent
from chronotope.explain import BASES, Explanation, explain_event
from chronotope.explain.several import _dispute
from chronotope.extract.learned.reasons import Question
from chronotope.knowledge_graph import KnowledgeGraph
from chronotope.lexicon import load_lexicon
from chronotope.mentions import DATELINE, EventMention, Extraction, Status
from chronotope.model import Contradiction, Knowledge
from chronotope.rdf.vocabulary import CHT, DCT, GAF, KNOWLEDGE
from chronotope.rdf.write import extraction_quads
from chronotope.rdf.write_knowledge import knowledge_quads
from chronotope.resolve import account_of, hold
from chronotope.text import BASE, Article, Span

Explain = Callable[..., Explanation]


@pytest.fixture
def explain(tmp_path: Path) -> Explain:
    """The event whose trigger is `words`, of an article with this text."""

    def explained(text: str, words: str, *, date: str | None = "2021-08-28", lang: str = "fr") -> Explanation:
        path = tmp_path / "kaboul.txt"
        path.write_text(f"{f'date: {date}' if date else 'title: Kaboul'}\nlang: {lang}\n\n{text}", encoding="utf-8")
        kg = chronotope.read(path)
        found = [kg.explain(event) for event in kg.events().index]
        (one,) = [each for each in found if each.mentions[0].words == words]
        return one

    return explained


def stored(extraction: Extraction, more: Callable[[Knowledge], Knowledge] = lambda knowledge: knowledge) -> ox.Store:
    """What one article says and what is held of it, with `more` that is held."""
    account = account_of(extraction, load_lexicon())
    store = ox.Store()
    store.extend(extraction_quads(extraction))
    store.extend(knowledge_quads(more(hold([account], load_lexicon())), [account]))
    return store


@pytest.fixture(scope="module")
def fire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronicle of two articles about one fire, which count its dead differently; to be read only."""
    folder = tmp_path_factory.mktemp("fire")
    (folder / "courrier.txt").write_text(
        "date: 2024-05-14\nlang: fr\n\nUn incendie a ravagé lundi un entrepôt de Marseille, faisant onze morts et "
        "quatre blessés, selon les pompiers. Les policiers ont arrêté mardi un gardien.",
        encoding="utf-8",
    )
    (folder / "gazette.txt").write_text(
        "date: 2024-05-15\nlang: fr\n\nÀ Marseille, un incendie a ravagé lundi un entrepôt. L'incendie a fait treize "
        "morts et quatre blessés, ont indiqué les pompiers. Un gardien a été arrêté mardi par des policiers.",
        encoding="utf-8",
    )
    build_chronicle(folder / "fire", [folder / "courrier.txt", folder / "gazette.txt"])
    return folder / "fire"


@pytest.fixture(scope="module")
def explained(example: KnowledgeGraph) -> dict[str, Explanation]:
    """Every event of the example, by its IRI."""
    return {event: example.explain(event) for event in example.events().index}


def test_every_event_is_explained(example: KnowledgeGraph, explained: dict[str, Explanation]) -> None:
    timeline = example.timeline()
    assert explained
    for event, explanation in explained.items():
        node = timeline.nodes[event]
        assert BASE + explanation.event == event
        assert (explanation.type, explanation.status, explanation.edtf) == (node["type"], node["status"], node["edtf"])
        assert (explanation.earliest_begin, explanation.latest_end) == (node["earliest_begin"], node["latest_end"])
        assert explanation.because == BASES[node["basis"]]
        assert [mention.sentence for mention in explanation.mentions] == [said.sentence for said in node["evidence"]]
        json.dumps(asdict(explanation))
        text = str(explanation)
        assert all(" ".join((mention.sentence or "").split()) in text for mention in explanation.mentions)


def test_an_event_is_named_by_id_key_or_iri(example: KnowledgeGraph) -> None:
    iri = str(example.events().index[0])
    id_ = iri.removeprefix(BASE)
    assert example.explain(iri) == example.explain(id_) == example.explain(id_.removeprefix("event/"))


@pytest.mark.parametrize("event", ["event/none", "", "none", "event/", "https://example.org/event/1", "é\0?x"])
def test_unknown_events(example: KnowledgeGraph, event: str) -> None:
    with pytest.raises(UnknownEvent, match="chronotope show DIR --json"):
        example.explain(event)


def test_a_part_of_an_id_names_nothing(example: KnowledgeGraph) -> None:
    with pytest.raises(UnknownEvent):
        example.explain(str(example.events().index[0])[-4:])


@pytest.mark.parametrize(
    ("text", "words", "facts"),
    [
        pytest.param(
            "Un séisme a frappé Kaboul le 17 mars 2018.",
            "séisme",
            ("le 17 mars 2018", "date(2018, 3, 17)", None, None, "2018-03-17", "2018-03-17", "stated"),
            id="stated",
        ),
        pytest.param(
            "Un séisme a frappé Kaboul hier.",
            "séisme",
            ("hier", "shift(-1, day)", "dateline", "2021-08-28", "2021-08-27", "2021-08-27", "relative"),
            id="from the dateline",
        ),
        pytest.param(
            "Des combats ont éclaté le 17 mars 2018. Le lendemain, un séisme a frappé Kaboul.",
            "séisme",
            ("Le lendemain", "later(1, day)", "le 17 mars 2018", "2018-03-17", "2018-03-18", "2018-03-18", "relative"),
            id="from an earlier time",
        ),
    ],
)
def test_how_words_date_an_event(explain: Explain, text: str, words: str, facts: tuple[str | None, ...]) -> None:
    explanation = explain(text, words)
    time = explanation.mentions[0].time
    assert time is not None
    assert (
        time.words, time.expression, time.counted_from, time.counted_from_value, time.timex, time.edtf, time.basis
    ) == facts  # fmt: skip
    assert (explanation.edtf, explanation.basis) == facts[-2:]
    assert time.timex_type == "DATE"
    assert time.rule is not None
    assert time.rule.startswith("fr/time/")
    text = str(explanation)
    assert all(fact in text for fact in facts if fact is not None)


def test_what_a_text_has_come_to(example: KnowledgeGraph) -> None:
    """In a history "June" is of the year told before, though its words hang on the dateline."""
    store = ox.Store()
    store.bulk_extend(iter(example.store))
    counted = [event for event in example.events().index[:30] if counted_from(example, event) == "dateline"]
    assert counted
    (mention,) = example.query("evidence", event=counted[0])["mention"]  # type: ignore[index]  # a table
    (said,) = store.quads_for_pattern(ox.NamedNode(mention), ox.NamedNode(CHT.timeMention), None)
    assert isinstance(said.object, ox.NamedNode)
    (quad,) = store.quads_for_pattern(said.object, ox.NamedNode(CHT.timex), None)
    store.remove(quad)
    store.add(ox.Quad(quad.subject, quad.predicate, ox.Literal("1942-06"), quad.graph_name))
    assert counted_from(KnowledgeGraph(store), counted[0]) == "discourse"
    assert "counted from what the text had come to by then" in str(KnowledgeGraph(store).explain(counted[0]))
    assert not any(counted_from(example, event) == "discourse" for event in counted)


def counted_from(kg: KnowledgeGraph, event: str) -> str | None:
    time = kg.explain(event).mentions[0].time
    return None if time is None else time.counted_from


def test_a_time_of_day_counts_from_a_moment(explain: Explain) -> None:
    """The graph has seconds even where the date of the article has none."""
    explanation = explain("Un séisme a frappé Kaboul il y a deux heures.", "séisme", date="2021-08-28T12:00+04:30")
    time = explanation.mentions[0].time
    assert time is not None
    assert time.counted_from == "dateline"


def test_what_hangs_on_a_missing_dateline(explain: Explain) -> None:
    explanation = explain("Un séisme a frappé Kaboul hier.", "séisme", date=None)
    time = explanation.mentions[0].time
    assert time is not None
    assert (time.counted_from, time.counted_from_value, time.edtf) == ("dateline", None, None)
    assert "to be counted from the dateline, which is not known" in str(explanation)
    assert "dated by nothing" in str(explanation)


def test_the_dateline_itself() -> None:
    """Our extractors leave this to others: what goes on as the article is written."""
    article = Article(identifier="kaboul", body="Ils errent.", language="fr", date=PartialDate.of(2021, 8))
    event = EventMention(
        article=article.key, span=Span(4, 10), text="errent", rule="test", confidence=1, type="AtLarge",
        status="actual", polarity="positive", certainty="certain", time=DATELINE,
    )  # fmt: skip
    store = stored(Extraction(article=article, pipeline="none", sentences=(Span(0, 11),), events=(event,)))
    explanation = explain_event(store, KnowledgeGraph(store).events().index[0])
    time = explanation.mentions[0].time
    assert time is not None
    assert (time.words, time.counted_from, time.edtf, time.basis) == (None, "dateline", "2021-08", "stated")
    assert "the dateline dates it, 2021-08" in str(explanation)


def test_no_words(explain: Explain) -> None:
    explanation = explain("Un séisme a frappé Kaboul.", "séisme")
    assert explanation.mentions[0].time is None
    assert explanation.edtf == "../2021-08-28"
    assert (explanation.earliest_begin, explanation.latest_begin) == (None, "2021-08-28T23:59:59")
    text = str(explanation)
    assert "no words date it here" in text
    assert "begins any time at the earliest, 2021-08-28T23:59:59 at the latest" in text
    assert "inferred" in text


def test_claims(explain: Explain) -> None:
    explanation = explain("Une explosion a fait trois morts hier à Kaboul, selon la police.", "morts")
    (claim,) = explanation.mentions[0].claims
    assert (claim.stance, claim.speech) == ("asserts", "indirect")
    assert claim.holder is not None
    assert claim.holder.endswith("police")
    assert claim.words == "selon la police"
    assert f"claimed by “{claim.holder}”" in str(explanation)


def test_what_the_models_went_by(explain: Explain) -> None:
    """The features differ from one training to the next; that there are some, and what they are about, does not."""
    explanation = explain("Le gouvernement prévoit d’évacuer la ville de Kaboul mardi.", "évacuer")
    (mention,) = explanation.mentions
    assert mention.why is not None
    judged = {judgement.question: judgement for judgement in mention.why.judgements}
    assert (judged["trigger"].words, judged["type"].answer, judged["status"].answer) == (
        "évacuer",
        mention.type,
        mention.status,
    )
    assert all(0 < each.share <= 1 and 0 < len(each.weighed) <= 4 for each in mention.why.judgements)
    arcs = {each.words: each.arcs for each in mention.why.judgements if each.question == "role"}
    assert arcs["ville"] == "évacuer >obj ville"
    assert arcs["gouvernement"] == "évacuer <xcomp prévoit >nsubj gouvernement"
    assert ("prévoit", "planned") in mention.why.cues
    lines = str(explanation).splitlines()
    why = lines[lines.index(next(line for line in lines if line.startswith("  why, by the models"))) + 1 :]
    for begin in ("trigger “évacuer” ", "type Evacuation ", "status planned ", "role patient “ville” "):
        assert sum(line.startswith(f"    {begin}") for line in why) == 1
    assert any("(évacuer >obj ville): " in line for line in why)
    assert "    cues: “prévoit” planned" in why


def test_what_models_judge_of_every_event(explained: dict[str, Explanation]) -> None:
    """Judging once more comes to what the build came to, wherever an answer of a model is in the graph."""
    questions = set()
    for mention in (mention for explanation in explained.values() for mention in explanation.mentions):
        assert mention.why is not None, mention.why_not
        judged = mention.why.judgements
        asked = [each.question for each in judged]
        questions.update(asked)
        assert asked[:3] == ["trigger", "type", "status"]
        assert (mention.time is not None) == ("time" in asked)
        assert bool(mention.claims) == ("claim" in asked)
        assert judged[0].share * judged[1].share == pytest.approx(mention.confidence, abs=0.001)
    assert questions == set(get_args(Question))


def test_an_inherited_time_names_who_gave_it(explained: dict[str, Explanation]) -> None:
    mentions = [mention for explanation in explained.values() for mention in explanation.mentions]
    inherited = [
        (mention, judgement)
        for mention in mentions
        for judgement in (mention.why.judgements if mention.why else ())
        if judgement.question == "time" and judgement.answer == "inherited"
    ]
    assert inherited
    for mention, judgement in inherited:
        assert mention.time is not None
        assert judgement.words == (mention.time.words or DATELINE)
        assert judgement.giver in {other.words for other in mentions}
        assert f"(that of “{judgement.giver}”)" in str(judgement)


def test_rules_have_no_models_to_explain(tmp_path: Path) -> None:
    path = tmp_path / "kaboul.txt"
    path.write_text("lang: fr\ndate: 2021-08-28\n\nUn séisme a frappé Kaboul hier.", encoding="utf-8")
    build_chronicle(tmp_path / "story", [path], pipelines=["rules"])
    kg = open_chronicle(tmp_path / "story")
    explanation = kg.explain(str(kg.events().index[0]))
    assert [(mention.words, mention.why, mention.why_not) for mention in explanation.mentions] == [
        ("séisme", None, None)
    ]
    assert "why" not in str(explanation)
    assert "“hier” dates it" in str(explanation)


def test_the_command_reads_with_the_ontology_of_the_chronicle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ontology, path, folder = tmp_path / "mine.ttl", tmp_path / "kaboul.txt", tmp_path / "story"
    ontology.write_text(
        "@prefix type: <https://w3id.org/chronotope/type#> . @prefix cht: <https://w3id.org/chronotope#> .\n"
        'type:Attack cht:noun "zorglubade"@fr .',
        encoding="utf-8",
    )
    path.write_text("lang: fr\n\nDes rebelles ont mené une zorglubade à Kaboul jeudi.", encoding="utf-8")
    build_chronicle(folder, [path], ontology=[ontology])
    (event,) = open_chronicle(folder).events(type="Attack").index
    monkeypatch.setattr(sys, "argv", ["chronotope", "explain", str(folder), event])
    with pytest.raises(SystemExit, match="0"):
        cli.main()
    out = capsys.readouterr().out
    assert "    trigger “zorglubade” " in out
    assert "    type Attack " in out


def test_what_can_no_longer_be_judged_is_said() -> None:
    """Another pipeline read it, or the models have changed since."""
    explanation = chronicle_of_others("fr-other-1.0", "reported")
    assert "why it was judged so cannot be told: no pipeline 'fr-other-1.0'" in str(explanation)
    explanation = chronicle_of_others("fr-chronotope-0.1.0", "denied")
    assert "what is installed now reads " in str(explanation)
    assert "build the chronicle again" in str(explanation)


def chronicle_of_others(pipeline: str, status: Status) -> Explanation:
    """An event that was read by a pipeline of this name, and judged so."""
    article = Article(identifier="kaboul", body="L’armée a attaqué Kaboul.", language="fr")
    event = EventMention(
        article=article.key, span=Span(10, 17), text="attaqué", rule="test", confidence=1, type="Attack",
        status=status, polarity="positive", certainty="certain",
    )  # fmt: skip
    store = stored(Extraction(article=article, pipeline=pipeline, sentences=(Span(0, 25),), events=(event,)))
    return explain_event(store, KnowledgeGraph(store).events().index[0])


def test_several_mentions_stand_one_after_another(example: KnowledgeGraph) -> None:
    """However many an event has, one more of another event is told too."""
    store = ox.Store()
    store.bulk_extend(iter(example.store))
    first, second = (ox.NamedNode(event) for event in example.events().index[:2])
    denoted = ox.NamedNode(GAF.denotedBy)
    quad, *_ = store.quads_for_pattern(second, denoted, None)
    store.add(ox.Quad(first, denoted, quad.object, quad.graph_name))
    explanation = KnowledgeGraph(store).explain(first.value)
    told = len(example.explain(first.value).mentions) + 1
    assert len(explanation.mentions) == told
    assert str(explanation).count("\nsaid in ") == told


def test_a_corrected_dateline_is_told(tmp_path: Path) -> None:
    path = tmp_path / "kaboul.txt"
    path.write_text("lang: fr\ndate: 2021-08\n\nUn séisme a frappé Kaboul hier.", encoding="utf-8")
    build_chronicle(tmp_path / "story", [path])
    correct_dateline(tmp_path / "story", "kaboul", "2021-08-28", by="Ada", reason="printed", at="2026-01-01T12:00Z")
    correct_dateline(tmp_path / "story", "kaboul", "2021-08-29", by="Eve", at="2026-01-02T12:00Z")
    kg = open_chronicle(tmp_path / "story")
    explanation = kg.explain(str(kg.events().index[0]))
    corrected = (
        "2021-08-28 (was 2021-08) by Ada, 2026-01-01T12:00:00Z: printed; "
        "2021-08-29 (was 2021-08-28) by Eve, 2026-01-02T12:00:00Z"
    )
    assert explanation.mentions[0].corrected == corrected
    assert f"its date was corrected: {corrected}" in str(explanation)
    assert explanation.edtf == "2021-08-28"


def the_deaths(kg: KnowledgeGraph) -> str:
    (event,) = kg.events(type="Death").index
    return str(event)


def test_what_was_merged_is_told(fire: Path) -> None:
    kg = open_chronicle(fire)
    explanation = kg.explain(the_deaths(kg))
    assert explanation.sources == 2
    assert {mention.article for mention in explanation.mentions} == {"courrier", "gazette"}
    (merge,) = explanation.merged
    assert [(said.article, said.words) for said in merge.said] == [("courrier", "morts"), ("gazette", "morts")]
    assert {said.mention for said in merge.said} <= {mention.mention for mention in explanation.mentions}
    assert 0.5 <= merge.likeness <= 1
    assert merge.reasons
    lines = str(explanation).splitlines()
    begin = lines.index("merged: 2 independent texts tell of it")
    (courrier, gazette) = (f"“morts” in {said.article} ({said.article_id})" for said in merge.said)
    assert lines[begin + 1] == f"  {courrier} and {gazette}: likeness {merge.likeness:g}"
    assert len(merge.reasons) == sum(line.startswith("    both ") or "in both" in line for line in lines[begin:])


def test_what_is_disputed_stands_side_by_side(fire: Path) -> None:
    kg = open_chronicle(fire)
    explanation = kg.explain(the_deaths(kg))
    (dispute,) = explanation.disputed
    told = [(version.value, [(said.article, said.words) for said in version.said]) for version in dispute.versions]
    assert (dispute.aspect, told) == (
        "count",
        [("11", [("courrier", "onze morts")]), ("13", [("gazette", "treize morts")])],
    )
    lines = str(explanation).splitlines()
    begin = lines.index("disputed: count")
    assert lines[begin + 1].startswith("  11: “onze morts” in courrier (article/")
    assert lines[begin + 2].startswith("  13: “treize morts” in gazette (article/")
    arrest = kg.explain(str(kg.events(type="Arrest").index[0]))
    assert (len(arrest.merged), arrest.disputed) == (1, ())
    assert "disputed" not in str(arrest)


@pytest.mark.parametrize(
    ("dates", "values"),
    [
        pytest.param({"12": "2023-09-11", "9": "2023-09-05"}, ["9", "12"], id="a toll that grows"),
        pytest.param({"12": "2023-09", "9": "2023-09-05"}, ["12", "9"], id="only the month is known"),
        pytest.param({"12": None, "9": "2023-09-05"}, ["9", "12"], id="undated articles come last"),
    ],
)
def test_versions_stand_in_the_order_of_their_articles(dates: dict[str, str | None], values: list[str]) -> None:
    dispute = {"dispute": f"{BASE}dispute/d1", "aspect": "count"}
    rows = [
        {**dispute, "version": f"{BASE}version/{value}", "value": value, "article": value, "source": f"{BASE}article/a"}
        | ({} if date is None else {"published": date})
        for value, date in dates.items()
    ]
    assert [version.value for version in _dispute(rows).versions] == values


def test_what_is_merged_becomes_json(
    fire: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    event = the_deaths(open_chronicle(fire))
    monkeypatch.setattr(sys, "argv", ["chronotope", "explain", str(fire), event, "--json"])
    with pytest.raises(SystemExit, match="0"):
        cli.main()
    told = json.loads(capsys.readouterr().out)
    assert [version["value"] for version in told["disputed"][0]["versions"]] == ["11", "13"]
    assert told["merged"][0]["said"][1]["article"] == "gazette"
    assert told["names"]["place/2995469"] == "Marseille"
    assert (told["asked"], told["contradictions"]) == (None, [])


def test_ids_of_before_a_merge_are_followed(fire: Path) -> None:
    kg = open_chronicle(fire)
    event = the_deaths(kg)
    (quad, *_) = [
        quad
        for quad in kg.store.quads_for_pattern(None, ox.NamedNode(DCT.isReplacedBy), None)
        if quad.object == ox.NamedNode(event)
    ]
    assert isinstance(quad.subject, ox.NamedNode)
    former, held = quad.subject.value.removeprefix(BASE), event.removeprefix(BASE)
    explanation = kg.explain(former)
    assert (explanation.asked, explanation.event) == (former, held)
    assert str(explanation).splitlines()[0] == f"{former} was merged into {held}, which this explains"
    assert replace(explanation, asked=None) == kg.explain(held)


def test_ids_are_followed_however_often(fire: Path) -> None:
    kg = open_chronicle(fire)
    event = the_deaths(kg)
    store = ox.Store()
    store.bulk_extend(iter(kg.store))
    replaced, old, older = (ox.NamedNode(iri) for iri in (DCT.isReplacedBy, f"{BASE}event/old", f"{BASE}event/older"))
    store.extend(ox.Quad(*each, ox.NamedNode(KNOWLEDGE)) for each in ((older, replaced, old), (old, replaced, older)))
    with pytest.raises(UnknownEvent):
        explain_event(store, "event/older")
    store.add(ox.Quad(old, replaced, ox.NamedNode(event), ox.NamedNode(KNOWLEDGE)))
    assert explain_event(store, "event/older").event == event.removeprefix(BASE)


def test_what_dates_an_event_by_others_is_told(fire: Path) -> None:
    kg = open_chronicle(fire)
    (inferred,) = [event for event in kg.events().index if kg.explain(event).time_reasons]
    explanation = kg.explain(inferred)
    assert explanation.basis == "inferred"
    assert [reason.split(":")[0] for reason in explanation.time_reasons] == [
        "not before 2024-05-13",
        "not after 2024-05-15",
    ]
    lines = str(explanation).splitlines()
    begin = lines.index("dated:")
    assert lines[begin + 1].startswith("  not before 2024-05-13: after “")
    assert "“gazette” (article/" in lines[begin + 2]


def test_contradictions_are_told() -> None:
    article = Article(identifier="kaboul", body="L’armée a attaqué Kaboul.", language="fr")
    event = EventMention(
        article=article.key, span=Span(10, 17), text="attaqué", rule="test", confidence=1, type="Attack",
        status="actual", polarity="positive", certainty="certain",
    )  # fmt: skip
    extraction = Extraction(article=article, pipeline="none", sentences=(Span(0, 25),), events=(event,))

    def contradicted(knowledge: Knowledge) -> Knowledge:
        (held,) = knowledge.events
        reasons = (f"{held.id} begins not before 2024", f"left out: {held.id} ends not after 2023")
        return replace(knowledge, contradictions=(Contradiction(events=(held.id,), reasons=reasons),))

    store = stored(extraction, contradicted)
    explanation = explain_event(store, KnowledgeGraph(store).events().index[0])
    id_ = explanation.event
    assert explanation.contradictions == (f"{id_} begins not before 2024; left out: {id_} ends not after 2023",)
    named = f"“attaqué” ({id_})"
    assert f"dated:\n  cannot all hold: {named} begins not before 2024; left out: {named} ends not after 2023\n" in str(
        explanation
    )


def test_what_was_decided_is_told_until_it_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "kaboul.txt"
    path.write_text("lang: fr\ndate: 2021-08-28\n\nUn séisme a frappé Kaboul hier.", encoding="utf-8")
    build_chronicle(tmp_path / "story", [path])
    event = str(open_chronicle(tmp_path / "story").events(type="NaturalDisaster").index[0])
    dated = correct_dateline(tmp_path / "story", "kaboul", "2021-08-29", by="Eve", at="2026-01-01T11:00Z").correction
    typed = correct_event(
        tmp_path / "story", "retype", [event], "Accident", by="Ada", reason="the second report", at="2026-01-01T12:00Z"
    ).correction
    correct_event(tmp_path / "story", "date", [event], "2021-08-27", by="Ada", at="2026-01-02T12:00Z")
    explanation = open_chronicle(tmp_path / "story").explain(event)
    retyped = "retype Accident (was NaturalDisaster) by Ada, 2026-01-01T12:00:00Z: the second report"
    redated = "date 2021-08-27 (was 2021-08-28) by Ada, 2026-01-02T12:00:00Z"
    assert decisions_of(explanation) == [f"{retyped}; {redated}"]
    assert f"  decided: {retyped}; {redated}\n" in str(explanation)
    assert explanation.mentions[0].corrected is not None
    assert (explanation.type, explanation.edtf) == ("Accident", "2021-08-27")
    for correction in (dated, typed):
        undo_correction(tmp_path / "story", str(correction), by="Grace", at="2026-01-03T12:00Z")
    explanation = open_chronicle(tmp_path / "story").explain(event)
    assert (explanation.mentions[0].corrected, decisions_of(explanation)) == (None, [redated])


def decisions_of(explanation: Explanation) -> list[str]:
    """A decision is kept on one mention of the event."""
    return [mention.decisions for mention in explanation.mentions if mention.decisions is not None]


def test_what_was_joined_or_parted_is_told(fire: Path, tmp_path: Path) -> None:
    story = tmp_path / "story"
    build_chronicle(story, [fire.parent / "courrier.txt", fire.parent / "gazette.txt"])
    kg = open_chronicle(story)
    mentions = [mention.mention for mention in kg.explain(the_deaths(kg)).mentions]
    correct_event(story, "different", mentions, by="Ada", at="2026-01-01T12:00Z")
    kg = open_chronicle(story)
    parted = [kg.explain(event) for event in kg.events(type="Death").index]
    assert [len(explanation.merged) for explanation in parted] == [0, 0]
    for explanation in parted:
        (mention,) = explanation.mentions
        assert mention.decisions is not None
        assert mention.decisions.startswith("different mention/")
        assert " apart from mention/" in mention.decisions
        assert all(each in mention.decisions for each in mentions)


def test_terminals_are_given_no_commands(explain: Explain) -> None:
    text = str(explain("Un séisme a frappé Kaboul hier \x1b[31m, selon \x07 la police.", "séisme"))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "séisme" in text
