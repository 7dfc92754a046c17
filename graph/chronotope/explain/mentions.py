"""How each mention of an event was read: from the rows of the graph to what is told of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from chronotope.dates import PartialDate
from chronotope.explain.explanations import ClaimExplanation, MentionExplanation, TimeExplanation
from chronotope.explain.questions import Row, id_of_iri, number_of, rule_of_iri
from chronotope.mentions import DATELINE, Expression, TimeMention
from chronotope.rdf.vocabulary import CHT
from chronotope.resolve.times import resolve_times
from chronotope.text import Span


def explain_mentions(rows: Iterable[Row]) -> Iterator[MentionExplanation]:
    """Each mention that the rows of the query `explain` tell of, in their order."""
    for _, of_mention in groupby(rows, key=itemgetter("mention")):
        yield _mention(list(of_mention))


def _mention(rows: Sequence[Row]) -> MentionExplanation:
    """The rows of one mention differ in their claim alone."""
    row = rows[0]
    return MentionExplanation(
        mention=id_of_iri(row["mention"]),
        article=row["article"],
        article_id=id_of_iri(row["source"]),
        dateline=row.get("dateline"),
        corrected=row.get("corrected"),
        decisions=row.get("decisions"),
        words=row["words"],
        begin=int(row["begin"]),
        end=int(row["end"]),
        sentence=row.get("sentence"),
        type=row["readAs"],
        status=row["readStatus"],
        rule=rule_of_iri(row.get("rule")),
        confidence=number_of(row.get("confidence")),
        time=_time(row),
        claims=tuple(_claim(each) for each in rows if "claim" in each),
    )


def _time(row: Row) -> TimeExplanation | None:
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
        rule=rule_of_iri(row.get("timeRule")),
        confidence=number_of(row.get("timeConfidence")),
    )


def _counts_from_dateline(row: Row) -> bool:
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


def _claim(row: Row) -> ClaimExplanation:
    return ClaimExplanation(
        words=row["claim"],
        stance=row.get("stance"),
        speech=row.get("speech"),
        holder=row.get("holder"),
        rule=rule_of_iri(row.get("claimRule")),
        confidence=number_of(row.get("claimConfidence")),
    )
