"""Finds events: `Document` → `EventMention`.

Triggers come from the ontology; status, roles, place and time from what stands around them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chronotope.extract.nearby import Kind, Nearby
from chronotope.extract.roles import AUXILIARY_REACH, arguments, auxiliaries
from chronotope.extract.tokens import clause_around, ends_in_future, plain, span_of
from chronotope.extract.triggers import Triggered, cues_at, find_triggers
from chronotope.extract.zones import find_zones, in_zones
from chronotope.lexicon import Lexicon, Words
from chronotope.mentions import (
    CERTAINTIES,
    Argument,
    ClaimMention,
    EventMention,
    Mention,
    PlaceMention,
    Stance,
    Status,
    TimeMention,
    mention_id,
)
from chronotope.text import Document, Span

# What somebody denies, fears or wants is not just reported by them.
_STATUS_OF_STANCE: Final[dict[Stance, Status]] = {
    "denies": "denied",
    "warns": "hypothetical",
    "promises": "planned",
    "requests": "planned",
}


def find_events(document: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[EventMention]:
    """Yield the events of a text, in order.

    >>> from chronotope.extract.actors import find_actors
    >>> from chronotope.extract.places import find_places
    >>> from chronotope.lexicon import load_lexicon
    >>> from chronotope.pipelines import load_pipeline
    >>> from chronotope.text import Article
    >>> article = Article(identifier="a", body="Lundi, l’armée a attaqué Kaboul.", language="fr")
    >>> (document,) = load_pipeline("fr").read([article])
    >>> places = list(find_places(document, load_lexicon(), []))
    >>> actors = list(find_actors(document, load_lexicon(), places))
    >>> (attack,) = find_events(document, load_lexicon(), [*places, *actors])
    >>> attack.text, attack.type, attack.status, [argument.role for argument in attack.arguments]
    ('attaqué', 'Attack', 'actual', ['agent', 'patient'])
    """
    words = lexicon.words[document.language]
    nearby = Nearby.of(document, words.language, mentions)
    zoned = in_zones(document, tuple(find_zones(document, words.language)))
    for found in find_triggers(document, words):
        trigger = range(found.begin, found.end)
        if _is_actor(document, found, words) and not nearby.actor_tokens.isdisjoint(trigger):
            continue
        if nearby.name_tokens.isdisjoint(trigger) and zoned.isdisjoint(trigger):
            yield _mention(document, found, words, nearby)


def _is_actor(document: Document, found: Triggered, words: Words) -> bool:
    """Whether what looks like a verb is a noun for people ("rebels")."""
    token = document.tokens[found.begin]
    is_people = token.lemma in words.actor_nouns or plain(token.text) in words.actor_nouns
    return found.trigger.kind == "verb" and is_people


def _mention(document: Document, found: Triggered, words: Words, nearby: Nearby) -> EventMention:
    span = span_of(document, found.begin, found.end)
    sentence = document.sentence_at(span.begin)
    # The claim whose verb the words are knows who speaks, inverted subjects too ("a dit X").
    claim = nearby.claim_of_event.get(mention_id(EventMention.kind, document.article.key, span))
    clause = _own_clause(document, found, claim, words)
    holding = _holding(span, nearby.claims[sentence])
    negated = _is_negated(document, found, clause, words)
    status = _status(document, found, clause, words, holding, negated=negated)
    return EventMention(
        article=document.article.key,
        span=span,
        text=span.of(document.text),
        rule=found.trigger.rule,
        confidence=0.7 if len(found.trigger.words) == 1 else 0.8,
        type=found.trigger.type,
        status=status,
        polarity="negative" if negated else "positive",
        certainty=CERTAINTIES[status],
        arguments=(
            arguments(document, found, clause, words, nearby)
            if claim is None
            else (Argument("agent", claim.holder, 0.6),)
        ),
        places=_places(document, span, words, _not_said(nearby.places[sentence], claim), nearby),
        time=_time(document, span, clause, _not_said(nearby.times[sentence], claim), nearby),
        embedded_in=tuple(claim.id for claim in holding),
    )


def _own_clause(document: Document, found: Triggered, claim: ClaimMention | None, words: Words) -> range:
    """The clause of a trigger; of a verb of saying, without what is said before it ("no leak was found, they said")."""
    clause = clause_around(document, found.begin, words.language)
    if claim is None or claim.scope.end > document.tokens[found.begin].begin:
        return clause
    return range(max(clause.start, document.tokens_in(Span(claim.scope.end, len(document.text))).start), clause.stop)


def _holding(span: Span, claims: Sequence[ClaimMention]) -> list[ClaimMention]:
    """The claims whose scope holds the words, the innermost first."""
    holding = (claim for claim in claims if claim.scope.contains(span))
    return sorted(holding, key=lambda claim: (claim.scope.end - claim.scope.begin, claim.id))


def _not_said(mentions: Sequence[Kind], claim: ClaimMention | None) -> Sequence[Kind]:
    """What is said is no part of the saying: neither where nor when it is."""
    return mentions if claim is None else [each for each in mentions if not claim.scope.contains(each.span)]


def _status(
    document: Document,
    found: Triggered,
    clause: range,
    words: Words,
    holding: Sequence[ClaimMention],
    *,
    negated: bool,
) -> Status:
    """The first that applies of denied, hypothetical, planned, reported, actual."""
    cued = _cued(document, found, clause, words)
    if holding:
        cued.add(_STATUS_OF_STANCE.get(holding[0].stance, "reported"))
    if negated or "denied" in cued:
        return "denied"
    if "hypothetical" in cued:
        return "hypothetical"
    if "planned" in cued or _is_future(document, found, words):
        return "planned"
    if "reported" in cued or _is_hearsay(document, found, words):
        return "reported"
    return "actual"


def _cued(document: Document, found: Triggered, clause: range, words: Words) -> set[Status]:
    """The statuses that words before the trigger set; a conjunction that opens the clause counts ("si")."""
    cued: set[Status] = set()
    for index in range(max(clause.start - 1, 0), found.begin):
        token = document.tokens[index]
        if index in clause and (status := words.status_verbs.get(token.lemma) or words.status_nouns.get(token.lemma)):
            cued.add(status)
        cued.update(cue.status for cue in cues_at(document, index, words))
    return cued


def _is_negated(document: Document, found: Triggered, clause: range, words: Words) -> bool:
    before = range(max(clause.start, found.begin - AUXILIARY_REACH), found.begin)
    return any(plain(document.tokens[index].text) in words.language.negations for index in before)


def _is_future(document: Document, found: Triggered, words: Words) -> bool:
    if found.trigger.kind not in ("verb", "phrase"):
        return False
    language, before = words.language, auxiliaries(document, found)
    verb = plain(document.tokens[found.begin].text)
    auxiliary = any(word in language.auxiliaries and ends_in_future(word, language) for word in before)
    return auxiliary or ends_in_future(verb, language) or any(word in language.future for word in before[-2:])


def _is_hearsay(document: Document, found: Triggered, words: Words) -> bool:
    return any(word in words.language.hearsay for word in auxiliaries(document, found))


def _places(
    document: Document, span: Span, words: Words, places: Sequence[PlaceMention], nearby: Nearby
) -> tuple[str, ...]:
    """The place of the same sentence that stands nearest to the trigger, if a preposition says that it is where.

    Where there is a parse, a place of the same clause is nearer than any other, and those that are set beside it count
    too ("à Lyon et Rennes").
    """
    sentence = document.sentence_at(span.begin)
    here = [place for place in places if sentence.contains(place.span) and _says_where(document, place, words)]
    arcs, trigger = nearby.arcs, document.tokens_in(span).start
    if arcs is not None:
        close = [place for place in here if arcs.share_clause(trigger, arcs.head_of(document.tokens_in(place.span)))]
        here = close or (here if len(here) == 1 else [])
    nearest = min(here, key=lambda place: (_distance(span, place.span), place.span), default=None)
    if nearest is None:
        return ()
    beside = [] if arcs is None else arcs.under(arcs.head_of(document.tokens_in(nearest.span)), "conj")
    others = (place.id for place in places for head in beside if place.span.contains(document.tokens[head].span))
    return (nearest.id, *others)


def _says_where(document: Document, place: PlaceMention, words: Words) -> bool:
    index = document.tokens_in(place.span).start - 1
    while index >= 0 and plain(document.tokens[index].text) in words.language.determiners - words.language.locative:
        index -= 1
    return index >= 0 and plain(document.tokens[index].text) in words.language.locative | words.language.of


def _time(document: Document, span: Span, clause: range, times: Sequence[TimeMention], nearby: Nearby) -> str | None:
    """The nearest date or time of the clause; of the sentence when the clause has none and the sentence only one."""
    sentence = document.sentence_at(span.begin)
    dated = [time for time in times if time.timex_type in ("DATE", "TIME") and sentence.contains(time.span)]
    arcs, trigger = nearby.arcs, document.tokens_in(span).start
    near = [
        time
        for time in dated
        if document.tokens_in(time.span).start in clause
        or (arcs is not None and arcs.share_clause(trigger, arcs.head_of(document.tokens_in(time.span))))
    ]
    candidates = near or (dated if len(dated) == 1 else [])
    nearest = min(candidates, key=lambda time: (_distance(span, time.span), time.span), default=None)
    return None if nearest is None else nearest.id


def _distance(one: Span, other: Span) -> int:
    return max(one.begin - other.end, other.begin - one.end)
