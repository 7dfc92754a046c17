"""Finds events, participants and claims of a parsed document, where classifiers were trained for its language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple, cast

from chronotope.extract.learned.anaphora import antecedents
from chronotope.extract.learned.attribution import Attributed, Source, pair_features, pairs, sources
from chronotope.extract.learned.circumstances import offered, place_features, time_features, time_offers
from chronotope.extract.learned.coreference import coreference_features, mention_pairs
from chronotope.extract.learned.fillers import NONE, filler_features, filler_heads, rule_roles
from chronotope.extract.learned.inheritance import Own, best_of, givers, inheritance_features
from chronotope.extract.learned.maxent import MaxEnt
from chronotope.extract.learned.reading import Reading
from chronotope.extract.learned.recognition import Recognised, candidates, recognise
from chronotope.extract.learned.status import status_features
from chronotope.extract.phrases import noun_phrase
from chronotope.extract.tokens import clause_around, span_of
from chronotope.lexicon import Lexicon
from chronotope.mentions import (
    DATELINE,
    ActorMention,
    Argument,
    Certainty,
    ClaimMention,
    EventMention,
    Mention,
    PlaceMention,
    Role,
    Status,
    TimeMention,
    mention_id,
)
from chronotope.text import Document, Span

Models = Mapping[str, MaxEnt]
# How sure a classifier must be; what it is less sure of is left out, because a wrong answer costs more than none.
SURE: Final = {"claim": 0.4, "role": 0.45, "time": 0.4, "place": 0.35, "coreference": 0.25}
_CERTAINTIES: Final[dict[Status, Certainty]] = {
    "actual": "certain",
    "denied": "certain",
    "planned": "probable",
    "reported": "probable",
    "hypothetical": "possible",
}


class Filled(NamedTuple):
    """The token that heads what fills a role, and how sure that is."""

    head: int
    role: Role
    share: float


def find_by_models(
    document: Document, lexicon: Lexicon, mentions: Sequence[Mention], models: Models
) -> Iterator[ActorMention | ClaimMention | EventMention]:
    """Yield what takes part in events, then claims, then events, each in the order of the text."""
    reading = Reading.of(document, lexicon, mentions)
    proposed = candidates(reading)
    events = list(recognise(reading, proposed, models))
    found = sources(reading, proposed)
    attributed = attributions(reading, events, found, models)
    statuses = [
        status_of(reading, event, [found[each.source].stance for each in attributed[number]], models)
        for number, event in enumerate(events)
    ]
    filled = roles_of(reading, events, models)
    actors = _Actors(reading, mentions)
    heads = sorted({each.head for fillers in filled for each in fillers})
    holders = {each.source for its in attributed.values() for each in its}
    speaking = {holder for each in holders for holder in found[each].holders}
    for head in sorted(speaking.union(heads)):
        actors.add(head, is_holder=head in speaking)
    yield from actors.added()
    claims = _claims(reading, events, found, attributed, actors)
    yield from (claim for its in claims.values() for claim in its)
    antecedents = antecedents_of(reading, events, statuses, [{f.head: f.role for f in each} for each in filled], models)
    times = times_of(reading, events, statuses, mentions, models)
    places = places_of(reading, events, statuses, mentions, models)
    for number, event in enumerate(events):
        status = statuses[number]
        spoken = [claim.id for each in attributed[number] for claim in claims.get(each.source, ())]
        yield EventMention(
            article=document.article.key,
            span=_span(document, event),
            text=_span(document, event).of(document.text),
            rule=_rule(reading, event),
            confidence=event.confidence,
            type=event.type,
            status=status,
            polarity="negative" if status == "denied" else "positive",
            certainty=_CERTAINTIES[status],
            arguments=tuple(
                sorted(
                    Argument(each.role, filler, round(each.share, 3))
                    for each in filled[number]
                    if (filler := actors.at(each.head)) is not None
                )
            ),
            places=places[number],
            time=times[number],
            embedded_in=tuple(sorted(spoken)),
            antecedent=None
            if antecedents[number] is None
            else mention_id(
                EventMention.kind, document.article.key, _span(document, events[cast("int", antecedents[number])])
            ),
        )


def _span(document: Document, event: Recognised) -> Span:
    return span_of(document, event.candidate.begin, event.candidate.end)


def _rule(reading: Reading, event: Recognised) -> str:
    """The entry of the lexicon that proposed the words, or the model alone."""
    trigger = event.candidate.trigger
    code = reading.words.language.code
    if trigger is not None and trigger.type == event.type:
        return trigger.rule
    return f"{code}/model/{reading.tokens[event.candidate.head].lemma}"


def attributions(
    reading: Reading, events: Sequence[Recognised], found: Sequence[Source], models: Models
) -> dict[int, list[Attributed]]:
    """The sources that vouch for each event, the likeliest first."""
    by_event: dict[int, list[Attributed]] = defaultdict(list)
    for event, source in pairs(reading, events, found):
        share = models["claim"].share("holds", pair_features(reading, events, found, event, source))
        if share >= SURE["claim"]:
            by_event[event].append(Attributed(event, source, share))
    for its in by_event.values():
        its.sort(key=lambda each: (-each.share, each.source))
    return by_event


def status_of(reading: Reading, event: Recognised, stances: Sequence[str], models: Models) -> Status:
    return cast("Status", models["status"].best(status_features(reading, event, stances))[0])


def roles_of(reading: Reading, events: Sequence[Recognised], models: Models) -> list[list[Filled]]:
    """What fills the roles of each event."""
    heads = frozenset(event.candidate.head for event in events)
    filled: list[list[Filled]] = []
    for event in events:
        ruled = rule_roles(reading, event)
        its: list[Filled] = []
        for index in filler_heads(reading, event):
            role, share = models["role"].best(filler_features(reading, event, ruled, heads, index))
            if role != NONE and share >= SURE["role"]:
                its.append(Filled(index, cast("Role", role), share))
        filled.append(its)
    return filled


def times_of(
    reading: Reading,
    events: Sequence[Recognised],
    statuses: Sequence[str],
    mentions: Sequence[Mention],
    models: Models,
) -> list[str | None]:
    """The id of the time of each event: its own or that of another, whichever is likelier, if either is likely."""
    times = [each for each in mentions if isinstance(each, TimeMention)]
    own = []
    for event, status in zip(events, statuses, strict=True):
        told = time_offers(reading, event, times)
        features = (time_features(reading, event, status, told, events, offer) for offer in told)
        own.append(best_of(told, [models["time"].share("at", each) for each in features]))
    found: list[str | None] = []
    for each in _inherited(reading, events, statuses, own, models["inherited time"]):
        if each.offer is None or each.share < SURE["time"]:
            found.append(None)
        else:
            found.append(DATELINE if each.offer.mention is None else each.offer.mention.id)
    return found


def places_of(
    reading: Reading,
    events: Sequence[Recognised],
    statuses: Sequence[str],
    mentions: Sequence[Mention],
    models: Models,
) -> list[tuple[str, ...]]:
    """The ids of the places of each event: those of its own sentence, else the likeliest of others."""
    places = [each for each in mentions if isinstance(each, PlaceMention)]
    own: list[Own] = []
    here: list[list[str]] = []
    for event, status in zip(events, statuses, strict=True):
        told = list(offered(reading, event, places))
        features = (place_features(reading, event, status, told, events, offer) for offer in told)
        shares = [models["place"].share("at", each) for each in features]
        own.append(best_of(told, shares))
        here.append(
            [
                offer.mention.id
                for offer, share in zip(told, shares, strict=True)
                if offer.mention is not None and offer.source == "here" and share >= SURE["place"]
            ]
        )
    found: list[tuple[str, ...]] = []
    for each, its in zip(_inherited(reading, events, statuses, own, models["inherited place"]), here, strict=True):
        if its:
            found.append(tuple(sorted(its)))
        elif each.offer is None or each.offer.mention is None or each.share < SURE["place"]:
            found.append(())
        else:
            found.append((each.offer.mention.id,))
    return found


def _inherited(
    reading: Reading, events: Sequence[Recognised], statuses: Sequence[str], own: Sequence[Own], model: MaxEnt
) -> Iterator[Own]:
    """What each event has by itself, or inherits where that is likelier."""
    for number, mine in enumerate(own):
        best = mine
        for other in givers(own, number):
            share = model.share("at", inheritance_features(reading, events, statuses, own, number, other))
            if share > best.share:
                best = Own(own[other].offer, share)
        yield best


def antecedents_of(
    reading: Reading,
    events: Sequence[Recognised],
    statuses: Sequence[str],
    fillers: Sequence[Mapping[int, str]],
    models: Models,
) -> list[int | None]:
    """For each event the number of the earlier mention that most likely tells of the same, if any likely does."""
    best: list[tuple[float, int] | None] = [None] * len(events)
    for earlier, later in mention_pairs(events):
        features = coreference_features(reading, events, statuses, fillers, earlier, later)
        share = models["coreference"].share("same", features)
        held = best[later]
        if share >= SURE["coreference"] and (held is None or (share, earlier) > held):
            best[later] = (share, earlier)
    return [None if each is None else each[1] for each in best]


class _Actors:
    """The mentions by which fillers and holders are known; what has none yet gets one."""

    def __init__(self, reading: Reading, mentions: Sequence[Mention]) -> None:
        self.reading = reading
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

    def added(self) -> Iterator[ActorMention]:
        """Those made, each with the mention that it refers back to."""
        heads = mention_heads(self.reading, self.speaking)
        back = antecedents(self.reading, heads)
        for _, mention in sorted(self.new.items()):
            yield replace(mention, antecedent=back.get(mention.id))


def mention_heads(reading: Reading, known: Mapping[int, str]) -> dict[int, str]:
    """Mentions by the token that heads them, from mentions by each of their tokens."""
    tokens: dict[str, list[int]] = defaultdict(list)
    for index, mention in known.items():
        tokens[mention].append(index)
    return {reading.arcs.head_of(range(min(its), max(its) + 1)): mention for mention, its in tokens.items()}


def _claims(
    reading: Reading,
    events: Sequence[Recognised],
    found: Sequence[Source],
    attributed: Mapping[int, Sequence[Attributed]],
    actors: _Actors,
) -> dict[int, list[ClaimMention]]:
    """The claims by the number of their source, in the order of the text; one for each who vouches."""
    told: dict[int, list[Attributed]] = defaultdict(list)
    saying = {event.candidate.head: number for number, event in enumerate(events)}
    for its in attributed.values():
        for each in its:
            told[each.source].append(each)
    claims: dict[int, list[ClaimMention]] = {}
    document = reading.document
    for number in sorted(told):
        source, its_events = found[number], [events[each.event] for each in told[number]]
        quoted = sum(event.candidate.head in reading.quoted for event in its_events)
        event = saying.get(source.head)
        cue = span_of(document, source.begin, source.end)
        claims[number] = [
            ClaimMention(
                article=document.article.key,
                span=cue if holder == source.holders[0] else document.tokens[holder].span,
                text=(cue if holder == source.holders[0] else document.tokens[holder].span).of(document.text),
                rule=f"{reading.words.language.code}/claim/{reading.tokens[source.head].lemma}",
                confidence=round(max(each.share for each in told[number]), 3),
                holder=actors.speaking[holder],
                stance=source.stance,
                speech="direct" if 2 * quoted > len(its_events) else "indirect",
                scope=_scope(reading, source, its_events),
                event=None
                if event is None
                else mention_id(EventMention.kind, document.article.key, _span(document, events[event])),
            )
            for holder in source.holders
        ]
    return claims


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
    return Span(min(span.begin for span in spans), max(span.end for span in spans))
