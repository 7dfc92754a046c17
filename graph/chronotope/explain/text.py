"""An explanation as text to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from chronotope.explain.explanations import (
    DisputeExplanation,
    Explanation,
    MentionExplanation,
    MergeExplanation,
    SaidExplanation,
    TimeExplanation,
)
from chronotope.explain.several import NAMED


def explanation_text(explanation: Explanation) -> str:
    """An explanation as lines to read."""
    return "\n".join(_lines(explanation))


def _lines(explanation: Explanation) -> Iterator[str]:
    if explanation.asked is not None:
        yield f"{explanation.asked} was merged into {explanation.event}, which this explains"
    yield f"{_shown(explanation.label)}  [{explanation.type} · {explanation.status}]"
    yield explanation.event
    zone = "" if explanation.zone is None else f", zone {explanation.zone}"
    yield f"time: {explanation.edtf} (to the {explanation.granularity}{zone})"
    yield f"  begins {_bounds(explanation.earliest_begin, explanation.latest_begin)}"
    yield f"  ends {_bounds(explanation.earliest_end, explanation.latest_end)}"
    yield f"  {explanation.basis}: {explanation.because}"
    yield from _dated_lines(explanation)
    yield from _merged_lines(explanation)
    yield from _disputed_lines(explanation.disputed)
    for mention in explanation.mentions:
        yield from _mention_lines(mention)


def _bounds(earliest: str | None, latest: str | None) -> str:
    if earliest is None and latest is None:
        return "nobody knows when"
    return f"{earliest or 'any time'} at the earliest, {latest or 'any time'} at the latest"


def _dated_lines(explanation: Explanation) -> Iterator[str]:
    if explanation.time_reasons or explanation.contradictions:
        yield "dated:"
    for reason in explanation.time_reasons:
        yield f"  {_named(reason, explanation.names)}"
    for contradiction in explanation.contradictions:
        yield f"  cannot all hold: {_named(contradiction, explanation.names)}"


def _merged_lines(explanation: Explanation) -> Iterator[str]:
    if explanation.merged:
        texts = "text tells" if explanation.sources == 1 else "independent texts tell"
        yield f"merged: {explanation.sources} {texts} of it"
    for merge in explanation.merged:
        yield f"  {_joined(merge)}: likeness {merge.likeness:g}"
        for reason in merge.reasons:
            yield f"    {_named(reason, explanation.names)}"


def _joined(merge: MergeExplanation) -> str:
    return " and ".join(map(_said, merge.said))


def _disputed_lines(disputes: Iterable[DisputeExplanation]) -> Iterator[str]:
    for dispute in disputes:
        yield f"disputed: {dispute.aspect}"
        for version in dispute.versions:
            yield f"  {_shown(version.value)}: {', '.join(map(_said, version.said))}"


def _said(said: SaidExplanation) -> str:
    article = f"{_shown(said.article)} ({said.article_id})"
    return article if said.words is None else f"{_quoted(said.words)} in {article}"


def _named(reason: str, names: Mapping[str, str]) -> str:
    """A reason with what its ids are called before them."""

    def name(id_: str) -> str:
        return f"{_quoted(names[id_])} ({id_})" if id_ in names else id_

    return NAMED.sub(lambda match: name(match[0]), _shown(reason))


def _mention_lines(mention: MentionExplanation) -> Iterator[str]:
    yield f"said in {_shown(mention.article)} ({mention.article_id}, dated {mention.dateline or 'by nothing'})"
    if mention.corrected is not None:
        yield f"  its date was corrected: {_shown(mention.corrected)}"
    if mention.decisions is not None:
        yield f"  decided: {_shown(mention.decisions)}"
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
