"""Finds events, participants and claims of a parsed document, where classifiers were trained for its language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from chronotope.extract.learned.anaphora import antecedents
from chronotope.extract.learned.attribution import Attributed
from chronotope.extract.learned.judge import SURE, Judged, Models, judge
from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Recognised
from chronotope.extract.learned.sources import Source
from chronotope.extract.phrases import noun_phrase
from chronotope.extract.tokens import clause_around, span_of
from chronotope.lexicon import Lexicon
from chronotope.mentions import (
    CERTAINTIES,
    DATELINE,
    ActorMention,
    Argument,
    ClaimMention,
    EventMention,
    Mention,
    PlaceMention,
    mention_id,
)
from chronotope.text import Document, Span


def find_by_models(
    document: Document, lexicon: Lexicon, mentions: Sequence[Mention], models: Models
) -> Iterator[ActorMention | ClaimMention | EventMention]:
    """Yield what takes part in events, then claims, then events, each in the order of the text."""
    judged = judge(Reading.of(document, lexicon, mentions), mentions, models)
    actors = _Actors(judged.reading, mentions)
    told = {each.source for its in judged.attributed for each in its}
    speaking = {holder for each in told for holder in judged.sources[each].holders}
    heads = {each.head for its in judged.filled for each in its}
    for head in sorted(speaking | heads):
        actors.add(head, is_holder=head in speaking)
    yield from actors.referring()
    claims = _nested(judged, _claims(judged, actors))
    yield from (claim for its in claims.values() for claim in its)
    for number in range(len(judged.events)):
        yield _event(judged, number, actors, claims)


def _event(judged: Judged, number: int, actors: _Actors, claims: Mapping[int, Sequence[ClaimMention]]) -> EventMention:
    document, event, status = judged.reading.document, judged.events[number], judged.statuses[number]
    span = _span(document, event)
    antecedent = judged.antecedents[number]
    return EventMention(
        article=document.article.key,
        span=span,
        text=span.of(document.text),
        rule=_rule(judged.reading, event),
        confidence=event.confidence,
        type=event.type,
        status=status,
        polarity="negative" if status == "denied" else "positive",
        certainty=CERTAINTIES[status],
        arguments=tuple(
            sorted(
                Argument(each.role, filler, round(each.share, 3))
                for each in judged.filled[number]
                if (filler := actors.at(each.head)) is not None
            )
        ),
        places=_places(judged, number),
        time=_time(judged, number),
        embedded_in=tuple(
            sorted({claim.id for each in judged.attributed[number] for claim in claims.get(each.source, ())})
        ),
        antecedent=None if antecedent is None else _id(document, judged.events[antecedent]),
        before=tuple(sorted(_id(document, judged.events[later]) for later in judged.after(number))),
    )


def _id(document: Document, event: Recognised) -> str:
    return mention_id(EventMention.kind, document.article.key, _span(document, event))


def _span(document: Document, event: Recognised) -> Span:
    return span_of(document, event.candidate.begin, event.candidate.end)


def _rule(reading: Reading, event: Recognised) -> str:
    """The entry of the lexicon that proposed the words, or the model alone."""
    trigger = event.candidate.trigger
    if trigger is not None and trigger.type == event.type:
        return trigger.rule
    return f"{reading.words.language.code}/model/{reading.tokens[event.candidate.head].lemma}"


def _time(judged: Judged, number: int) -> str | None:
    own = judged.times[number]
    if own.offer is None or own.share < SURE["time"]:
        return None
    return DATELINE if own.offer.mention is None else own.offer.mention.id


def _places(judged: Judged, number: int) -> tuple[str, ...]:
    """The places of the event's own sentence, else the likeliest of others."""
    beside = [offer.mention.id for offer in judged.beside[number] if offer.mention is not None]
    if beside:
        return tuple(sorted(beside))
    own = judged.places[number]
    sure = own.offer is not None and own.offer.mention is not None and own.share >= SURE["place"]
    return (own.offer.mention.id,) if sure and own.offer and own.offer.mention else ()


class _Actors:
    """The mentions by which fillers and holders are known; what has none yet gets one."""

    def __init__(self, reading: Reading, mentions: Sequence[Mention]) -> None:
        self.reading = reading
        self.mentions = {mention.id: mention for mention in mentions if isinstance(mention, ActorMention)}
        self.known: dict[int, str] = {}
        self.speaking: dict[int, str] = {}
        self.new: dict[int, ActorMention] = {}
        document = reading.document
        for kind in (PlaceMention, ActorMention):
            for mention in mentions:
                if isinstance(mention, kind):
                    for index in document.tokens_in(mention.span):
                        self.known[index] = mention.id
                        if kind is ActorMention:
                            self.speaking[index] = mention.id

    def at(self, head: int) -> str | None:
        return self.known.get(head)

    def add(self, head: int, *, is_holder: bool) -> None:
        """Make a mention for the phrase around a head that has none; a place speaks as an actor."""
        if head in (self.speaking if is_holder else self.known):
            return
        reading = self.reading
        phrase = noun_phrase(reading.arcs, head)
        while phrase.start < head and phrase.start in self.speaking:
            phrase = range(phrase.start + 1, phrase.stop)
        # What tells when is no part of who: "le pays d'ici le 31 août".
        stop = next((index for index in range(head + 1, phrase.stop) if index in reading.time_tokens), phrase.stop)
        while stop - 1 > head and stop < phrase.stop and reading.tokens[stop - 1].pos in ("ADP", "DET", "ADV", "PUNCT"):
            stop -= 1
        phrase = range(phrase.start, stop)
        span = span_of(reading.document, phrase.start, phrase.stop)
        token = reading.tokens[head]
        kind = reading.words.actor_nouns.get(token.lemma, "thing")
        if token.pos == "PRON":
            kind = "group" if "Number=Plur" in token.morph else "person"
        mention = ActorMention(
            article=reading.document.article.key,
            span=span,
            text=span.of(reading.document.text),
            rule=f"{reading.words.language.code}/participant",
            confidence=0.6,
            actor_kind=kind,
        )
        self.new[head] = mention
        self.known[head] = self.speaking[head] = mention.id

    def _is_told(self, mention: ActorMention) -> bool:
        return self.reading.zoned.isdisjoint(self.reading.document.tokens_in(mention.span))

    def referring(self) -> Iterator[ActorMention]:
        """Those made, and those found before that refer back, each with the mention that it refers back to."""
        back = {
            **antecedents(self.reading, mention_heads(self.reading, self.speaking)),
            **surnames(each for each in self.mentions.values() if self._is_told(each)),
        }
        made = {mention.id: mention for mention in self.new.values()}
        for id_, mention in sorted({**self.mentions, **made}.items(), key=lambda pair: pair[1].span):
            if id_ in made or id_ in back:
                yield replace(mention, antecedent=back.get(id_))


def surnames(mentions: Iterable[ActorMention]) -> dict[str, str]:
    """Ids of mentions by a bare surname → those of the last full name before that ends with it.

    Within one text "M. Mallick" is the Anas Mallick named before; from text to text he need not be.
    """
    full: dict[str, str] = {}
    found: dict[str, str] = {}
    for mention in sorted(mentions, key=lambda each: each.span):
        words = (mention.name or "").split()
        if mention.actor_kind != "person" or not words:
            continue
        if len(words) > 1:
            full[words[-1]] = mention.id
        elif words[0] in full:
            found[mention.id] = full[words[0]]
    return found


def mention_heads(reading: Reading, known: Mapping[int, str]) -> dict[int, str]:
    """Mentions by the token that heads them, from mentions by each of their tokens."""
    tokens: dict[str, list[int]] = defaultdict(list)
    for index, mention in known.items():
        # A teaser names nobody that the article goes on about.
        if index not in reading.zoned:
            tokens[mention].append(index)
    return {reading.arcs.head_of(range(min(its), max(its) + 1)): mention for mention, its in tokens.items()}


def _claims(judged: Judged, actors: _Actors) -> dict[int, list[ClaimMention]]:
    """The claims by the number of their source, in the order of the text; one for each who vouches."""
    told: dict[int, list[Attributed]] = defaultdict(list)
    for its in judged.attributed:
        for each in its:
            told[each.source].append(each)
    saying = {event.candidate.head: event for event in judged.events}
    return {
        number: [
            _claim(judged, judged.sources[number], holder, told[number], actors, saying)
            for holder in judged.sources[number].holders
        ]
        for number in sorted(told)
    }


def _nested(judged: Judged, claims: dict[int, list[ClaimMention]]) -> dict[int, list[ClaimMention]]:
    """The claims, each within the one that vouches for its own saying: "selon X, le ministre a déclaré que …"."""
    saying = {event.candidate.head: number for number, event in enumerate(judged.events)}
    nested: dict[int, list[ClaimMention]] = {}
    for number, its in claims.items():
        speech = saying.get(judged.sources[number].head)
        around = [] if speech is None else [each.source for each in judged.attributed[speech] if each.source in claims]
        outer = next((claims[each][0].id for each in around if each < number), None)
        nested[number] = [replace(claim, embedded_in=outer) for claim in its]
    return nested


def _claim(
    judged: Judged,
    source: Source,
    holder: int,
    told: Sequence[Attributed],
    actors: _Actors,
    saying: Mapping[int, Recognised],
) -> ClaimMention:
    reading, document = judged.reading, judged.reading.document
    events = [judged.events[each.event] for each in told]
    quoted = sum(event.candidate.head in reading.quoted for event in events)
    # A second voice for the same words is told by its own name.
    is_first = holder == source.holders[0]
    span = _words_of(reading, source) if is_first else _as_far_as(document, source, holder)
    event = saying.get(source.head)
    return ClaimMention(
        article=document.article.key,
        span=span,
        text=span.of(document.text),
        rule=f"{reading.words.language.code}/claim/{reading.tokens[source.head].lemma}",
        confidence=round(max(each.share for each in told), 3),
        holder=actors.speaking[holder],
        stance=source.stance,
        speech="direct" if 2 * quoted > len(events) else "indirect",
        scope=_scope(reading, source, events),
        event=None if event is None else _id(document, event),
    )


def _as_far_as(document: Document, source: Source, holder: int) -> Span:
    """The words from those that attribute to a second voice's name, which no other claim has."""
    return span_of(document, min(source.begin, holder), max(source.end, holder + 1))


def _words_of(reading: Reading, source: Source) -> Span:
    """The words that attribute: a verb or noun of saying, or "selon" with its holder."""
    stop = source.end
    if source.kind == "cue" and source.holders[0] >= stop:
        stop = max(stop, noun_phrase(reading.arcs, source.holders[0]).stop)
    return span_of(reading.document, source.begin, stop)


def _scope(reading: Reading, source: Source, events: Sequence[Recognised]) -> Span:
    """The words from the first to the last clause that a source vouches for, without its own."""
    document = reading.document
    spans = []
    for event in events:
        clause = clause_around(document, event.candidate.head, reading.words.language, 60)
        begin, end = clause.start, clause.stop
        if begin <= source.begin < event.candidate.begin:
            own = (source.end, *(holder + 1 for holder in source.holders if holder < event.candidate.begin))
            begin = min(max(own), event.candidate.begin)
        if event.candidate.end <= source.begin < end:
            end = source.begin
        spans.append(span_of(document, begin, max(end, event.candidate.end)))
    return _on_one_side(spans, span_of(document, source.begin, source.end))


def _on_one_side(spans: Sequence[Span], own: Span) -> Span:
    """The stretch that holds all spans or, if a source's own words would be in it, those after these, or before."""
    after = [span for span in spans if span.begin >= own.end]
    before = [span for span in spans if span.end <= own.begin]
    held = spans if not (after and before) else after if len(after) >= len(before) else before
    return Span(min(span.begin for span in held), max(span.end for span in held))
