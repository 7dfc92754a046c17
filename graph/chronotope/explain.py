"""Why an event is there and dated so: the words of every article, what read them, and what they come to.

Where trained models judged, their reasons are found by judging once more: the graph keeps answers alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pyoxigraph as ox

from chronotope.dates import PartialDate
from chronotope.errors import BrokenPipeline, InvalidOntology, UnknownEvent, UnknownLanguage, UnknownPipeline
from chronotope.extract.learned.maxent import load_models
from chronotope.extract.learned.reasons import Reasons, Rejudged, reasons_for, rejudge
from chronotope.lexicon import load_lexicon
from chronotope.mentions import DATELINE, Expression, Extraction, TimeMention
from chronotope.ontologies import stock_queries
from chronotope.pipelines import BUNDLED, RULES, Pipeline, load_pipeline
from chronotope.rdf.query import evaluating
from chronotope.rdf.read import read_extraction
from chronotope.rdf.vocabulary import CHT
from chronotope.resolve.times import resolve_times
from chronotope.text import BASE, Span

BASES: Final[Mapping[str, str]] = {
    "stated": "the words, or the date of the article, say so by themselves",
    "relative": "counted from the date of the article or from another time in it",
    "inferred": "no words say so; it follows from how it is told, or from other times",
}
"""What each basis of a time means, in words."""
# An added participant is no input of the judgements but one of their results.
_PARTICIPANT: Final = "/participant"
_Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExplanation:
    """How the words that date an event were read, within one article.

    `words`, `expression` and `timex` are None where the dateline itself dates the event. `expression` is what the words
    mean before they are resolved; `counted_from` is "dateline", the words of an earlier time, "discourse" for what the
    text has come to (a history counts from the years it names), or None for a time that stands by itself;
    `counted_from_value` is what that comes to, where the graph tells. `edtf` is None for what is at no one
    time ("three days").
    """

    words: str | None
    expression: str | None
    counted_from: str | None
    counted_from_value: str | None
    timex_type: str | None
    timex: str | None
    edtf: str | None
    basis: str | None
    rule: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimExplanation:
    """The words by which an article attributes what it says to somebody."""

    words: str
    stance: str | None
    speech: str | None
    holder: str | None
    rule: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionExplanation:
    """One place in an article that tells of the event. `corrected` says who set the date of the article, if anybody.

    `why` is None where rules read the article; `why_not` says what keeps the reasons of models from being told.
    """

    mention: str
    article: str
    article_id: str
    dateline: str | None
    corrected: str | None
    words: str
    begin: int
    end: int
    sentence: str | None
    type: str
    status: str
    rule: str | None
    confidence: float | None
    time: TimeExplanation | None
    claims: tuple[ClaimExplanation, ...]
    why: Reasons | None = None
    why_not: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """An event, its time with its four bounds (None where unknown), and every mention it rests on."""

    event: str
    label: str
    type: str
    status: str
    edtf: str
    granularity: str
    zone: str | None
    earliest_begin: str | None
    latest_begin: str | None
    earliest_end: str | None
    latest_end: str | None
    basis: str
    because: str
    mentions: tuple[MentionExplanation, ...]

    def __str__(self) -> str:
        return explanation_text(self)


def explain_event(
    store: ox.Store, event: str, *, pipelines: tuple[str, ...] = (), ontology: tuple[Path, ...] = ()
) -> Explanation:
    """Explain an event that is named by its id ("event/4c1") or its IRI. Raises `UnknownEvent`.

    `pipelines` and `ontology` are those that its articles were read with.
    """
    try:
        iri = ox.NamedNode(_iri(event))
    except ValueError:  # signs that no IRI has
        raise UnknownEvent(event) from None
    rows = _rows(store, iri)
    if not rows:
        raise UnknownEvent(event)
    first = rows[0]
    by_mention = groupby(rows, key=lambda row: row["mention"])
    mentions = [_mention(list(rows_of_mention)) for _, rows_of_mention in by_mention]
    return Explanation(
        event=_id(first["iri"]),
        label=first["label"],
        type=first["type"],
        status=first["status"],
        edtf=first["edtf"],
        granularity=first["granularity"].rpartition("#unit")[2].lower(),
        zone=first.get("zone"),
        earliest_begin=first.get("earliestBegin"),
        latest_begin=first.get("latestBegin"),
        earliest_end=first.get("earliestEnd"),
        latest_end=first.get("latestEnd"),
        basis=first["basis"],
        because=BASES[first["basis"]],
        mentions=tuple(_with_reasons(store, mention, pipelines, ontology) for mention in mentions),
    )


def _iri(event: str) -> str:
    id_ = event.removeprefix(BASE)
    return BASE + (id_ if id_.startswith("event/") else f"event/{id_}")


def _rows(store: ox.Store, iri: ox.NamedNode) -> list[_Row]:
    bound: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
        ox.Variable("event"): ox.Literal(iri.value),
        ox.Variable("iri"): iri,
    }
    with evaluating():
        solutions = store.query(stock_queries()["explain"], use_default_graph_as_union=True, substitutions=bound)
        assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101  # narrows the type: the query is a SELECT
        names = [variable.value for variable in solutions.variables]
        return [
            {name: value.value for name in names if (value := solution[name]) is not None} for solution in solutions
        ]


def _mention(rows: Sequence[_Row]) -> MentionExplanation:
    """The rows of one mention differ in their claim alone."""
    row = rows[0]
    return MentionExplanation(
        mention=_id(row["mention"]),
        article=row["article"],
        article_id=_id(row["source"]),
        dateline=row.get("dateline"),
        corrected=row.get("corrected"),
        words=row["words"],
        begin=int(row["begin"]),
        end=int(row["end"]),
        sentence=row.get("sentence"),
        type=row["readAs"],
        status=row["readStatus"],
        rule=_rule(row.get("rule")),
        confidence=_number(row.get("confidence")),
        time=_time(row),
        claims=tuple(_claim(each) for each in rows if "claim" in each),
    )


def _time(row: _Row) -> TimeExplanation | None:
    anchor = row.get("anchor")
    if "timeWords" not in row and anchor is None:
        return None
    counted_from, value = row.get("anchorWords"), row.get("anchorTimex")
    if anchor == str(CHT.dateline):
        counted_from, value = ("dateline", row.get("dateline")) if _counts_from_dateline(row) else ("discourse", None)
    return TimeExplanation(
        words=row.get("timeWords"),
        expression=row.get("expression"),
        counted_from=counted_from,
        counted_from_value=value,
        timex_type=row.get("timexType"),
        timex=row.get("timex"),
        edtf=row.get("reading"),
        basis=row.get("readingBasis"),
        rule=_rule(row.get("timeRule")),
        confidence=_number(row.get("timeConfidence")),
    )


def _counts_from_dateline(row: _Row) -> bool:
    """Whether the dateline alone gives the value that the graph has.

    An extractor writes that a time hangs on the dateline before it is known what kind of text this is.
    """
    if "expression" not in row or "timex" not in row:
        return True
    mention = TimeMention(
        article="",
        span=Span(0, 1),
        text=row["timeWords"],
        rule="",
        confidence=1,
        timex_type="DATE",
        expression=Expression.parse(row["expression"]),
        anchor=DATELINE,
    )
    dateline = PartialDate.parse(row["published"]) if "published" in row else None
    datelines = {dateline}
    if dateline is not None and dateline.second == 0:
        datelines.add(replace(dateline, second=None))  # xsd:dateTime has seconds even where none were given
    return row["timex"] in {resolve_times([mention], each)[mention.id].timex for each in datelines}


def _claim(row: _Row) -> ClaimExplanation:
    return ClaimExplanation(
        words=row["claim"],
        stance=row.get("stance"),
        speech=row.get("speech"),
        holder=row.get("holder"),
        rule=_rule(row.get("claimRule")),
        confidence=_number(row.get("claimConfidence")),
    )


def _with_reasons(
    store: ox.Store, mention: MentionExplanation, pipelines: tuple[str, ...], ontology: tuple[Path, ...]
) -> MentionExplanation:
    graph = ox.NamedNode(BASE + mention.article_id.replace("article/", "extraction/", 1))
    if not store.contains_named_graph(graph):
        return mention
    try:
        rejudged = _rejudged(read_extraction(store, graph), pipelines, ontology)
    except (UnknownLanguage, UnknownPipeline, BrokenPipeline, InvalidOntology) as error:
        return replace(mention, why_not=str(error))
    if rejudged is None:
        return mention
    why = reasons_for(rejudged, Span(mention.begin, mention.end))
    if why is None or (why.type, why.status) != (mention.type, mention.status):
        now = "no event" if why is None else f"{why.type}, {why.status}"
        return replace(mention, why_not=f"what is installed now reads {now} here; build the chronicle again")
    return replace(mention, why=why)


@lru_cache(maxsize=16)
def _rejudged(said: Extraction, pipelines: tuple[str, ...], ontology: tuple[Path, ...]) -> Rejudged | None:
    """An article judged once more, kept for its other events; None where rules read it. Raises `UnknownPipeline`."""
    language = said.article.language
    models = load_models(language)
    if not models:
        return None
    (document,) = _pipeline(language, said.pipeline, pipelines).read([said.article])
    if not document.is_parsed:
        return None
    actors = (each for each in said.actors if not each.rule.endswith(_PARTICIPANT))
    return rejudge(document, load_lexicon(ontology), (*said.times, *said.places, *actors), models)


def _pipeline(language: str, name: str, pipelines: tuple[str, ...]) -> Pipeline:
    """The pipeline of a name with a version, as the provenance has it: one that was asked for, or one that we carry."""
    for names in dict.fromkeys([pipelines, (), (BUNDLED,), (RULES,)]):
        if (pipeline := load_pipeline(language, names)).name == name:
            return pipeline
    raise UnknownPipeline(name, [])


def _id(iri: str) -> str:
    return iri.removeprefix(BASE)


def _rule(iri: str | None) -> str | None:
    return None if iri is None else unquote(iri.removeprefix(f"{BASE}rule/"))


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)


def explanation_text(explanation: Explanation) -> str:
    """An explanation as lines to read."""
    return "\n".join(_lines(explanation))


def _lines(explanation: Explanation) -> Iterator[str]:
    yield f"{_shown(explanation.label)}  [{explanation.type} · {explanation.status}]"
    yield explanation.event
    zone = "" if explanation.zone is None else f", zone {explanation.zone}"
    yield f"time: {explanation.edtf} (to the {explanation.granularity}{zone})"
    yield f"  begins {_bounds(explanation.earliest_begin, explanation.latest_begin)}"
    yield f"  ends {_bounds(explanation.earliest_end, explanation.latest_end)}"
    yield f"  {explanation.basis}: {explanation.because}"
    for mention in explanation.mentions:
        yield from _mention_lines(mention)


def _bounds(earliest: str | None, latest: str | None) -> str:
    if earliest is None and latest is None:
        return "nobody knows when"
    return f"{earliest or 'any time'} at the earliest, {latest or 'any time'} at the latest"


def _mention_lines(mention: MentionExplanation) -> Iterator[str]:
    yield f"said in {_shown(mention.article)} ({mention.article_id}, dated {mention.dateline or 'by nothing'})"
    if mention.corrected is not None:
        yield f"  its date was corrected: {_shown(mention.corrected)}"
    if mention.sentence is not None:
        yield f"  “{_shown(mention.sentence)}”"
    read = f"{mention.type}, {mention.status}{_by_rule(mention.rule, mention.confidence)}"
    yield f"  {_quoted(mention.words)} at {mention.begin}–{mention.end} is read as {read}"
    yield from _time_lines(mention.time)
    yield from _claim_lines(mention)
    yield from _why_lines(mention)


def _claim_lines(mention: MentionExplanation) -> Iterator[str]:
    for claim in mention.claims:
        told = ", ".join(filter(None, (claim.stance, claim.speech and f"{claim.speech} speech")))
        holder = "" if claim.holder is None else f" by {_quoted(claim.holder)}"
        yield f"  claimed{holder}: {_quoted(claim.words)} ({told}){_by_rule(claim.rule, claim.confidence)}"


def _time_lines(time: TimeExplanation | None) -> Iterator[str]:
    if time is None:
        yield "  no words date it here"
    elif time.words is None:
        yield f"  it goes on as the article is written: the dateline dates it, {time.edtf or 'and is not known'}"
    else:
        yield f"  {_quoted(time.words)} dates it: {time.expression}{_by_rule(time.rule, time.confidence)}"
        yield f"    {_counted(time)}; TIMEX3 {time.timex_type} {time.timex}"
        yield f"    {time.edtf} ({time.basis})" if time.edtf is not None else "    at no one time"


def _why_lines(mention: MentionExplanation) -> Iterator[str]:
    if mention.why_not is not None:
        yield f"  why it was judged so cannot be told: {_shown(mention.why_not)}"
    if mention.why is None:
        return
    yield "  why, by the models: each answer, its probability, and the features that weighed most"
    for judgement in mention.why.judgements:
        yield f"    {_shown(str(judgement))}"
    if mention.why.cues:
        yield f"    cues: {', '.join(f'{_quoted(cue.words)} {cue.status}' for cue in mention.why.cues)}"


def _counted(time: TimeExplanation) -> str:
    value = time.counted_from_value
    if time.counted_from == "dateline":
        return f"counted from the dateline, {value}" if value else "to be counted from the dateline, which is not known"
    if time.counted_from == "discourse":
        return "counted from what the text had come to by then, not from the dateline"
    if time.counted_from is not None:
        return f"counted from {_quoted(time.counted_from)}, {value}"
    return "counted from nothing else"


def _by_rule(rule: str | None, confidence: float | None) -> str:
    how = ", ".join(filter(None, (rule and f"rule {rule}", "" if confidence is None else f"confidence {confidence:g}")))
    return f" ({how})" if how else ""


def _quoted(words: str) -> str:
    return f"“{_shown(words)}”"


def _shown(text: str) -> str:
    """On one line, and without the control characters that a terminal would obey."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
