"""Finds claims: `Document` → `ClaimMention`. Who says so, with what stance, and which words they vouch for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from chronotope.extract.arcs import Arcs
from chronotope.extract.nearby import by_sentence
from chronotope.extract.participants import is_participant
from chronotope.extract.roles import named_beside
from chronotope.extract.tokens import is_quote, plain, preposition_before, span_of
from chronotope.extract.triggers import cues_at, trigger_at
from chronotope.lexicon import Lexicon, Words
from chronotope.mentions import ActorMention, ClaimMention, Mention, Speech, Stance, mention_id
from chronotope.text import Document, Span

# How many tokens may stand between "selon" and its holder ("selon les premières estimations de …").
_REACH = 3


class _Cue(NamedTuple):
    """Words that attribute: tokens `begin` up to `end`."""

    begin: int
    end: int
    stance: Stance
    is_verb: bool


def find_claims(document: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[ClaimMention]:
    """Yield what the text attributes to a source. A cue without a holder makes no claim.

    >>> from chronotope.extract.actors import find_actors
    >>> from chronotope.lexicon import load_lexicon
    >>> from chronotope.pipelines import load_pipeline
    >>> from chronotope.text import Article
    >>> article = Article(identifier="a", body="Selon l’OTAN, douze soldats sont morts.", language="fr")
    >>> (document,) = load_pipeline("fr").read([article])
    >>> actors = list(find_actors(document, load_lexicon(), []))
    >>> claims = find_claims(document, load_lexicon(), actors)
    >>> [(claim.text, claim.stance, claim.scope.of(article.body)) for claim in claims]
    [('Selon l’OTAN', 'asserts', 'douze soldats sont morts.')]
    """
    words = lexicon.words[document.language]
    arcs = Arcs.of(document, words.language) if document.is_parsed else None
    claims = list(_unnested_claims(document, words, mentions, arcs))
    scopes = by_sentence(document, ((claim.scope, claim) for claim in claims))
    for claim in claims:
        yield replace(claim, embedded_in=_innermost_around(claim, scopes[document.sentence_at(claim.span.begin)]))


def _innermost_around(claim: ClaimMention, claims: Sequence[ClaimMention]) -> str | None:
    """The claim whose scope holds another claim's cue and scope most closely: claims nest."""
    around = [
        other
        for other in claims
        if other.id != claim.id and other.scope.contains(claim.span) and not claim.scope.contains(other.span)
    ]
    return min(around, key=lambda other: (other.scope.end - other.scope.begin, other.id)).id if around else None


def _unnested_claims(
    document: Document, words: Words, mentions: Sequence[Mention], arcs: Arcs | None
) -> Iterator[ClaimMention]:
    actors = {mention.id: mention for mention in mentions if isinstance(mention, ActorMention)}
    here = by_sentence(document, ((actor.span, actor) for actor in actors.values()))
    holder: ActorMention | None = None
    for sentence in document.sentences:
        for cue in _cues(document, sentence, words):
            claim = _claim(document, sentence, cue, here[sentence], holder, words, arcs)
            if claim is not None:
                holder = actors[claim.holder]
                yield claim


def _cues(document: Document, sentence: Span, words: Words) -> Iterator[_Cue]:
    for index in document.tokens_in(sentence):
        attribution = next((cue for cue in cues_at(document, index, words) if cue.status == "reported"), None)
        if attribution is not None:
            yield _Cue(index, index + len(attribution.words), "asserts", is_verb=False)
            continue
        stance = words.speech_verbs.get(document.tokens[index].lemma)
        if stance is not None:
            yield _Cue(index, index + 1, stance, is_verb=True)


def _claim(
    document: Document,
    sentence: Span,
    cue: _Cue,
    actors: Sequence[ActorMention],
    before: ActorMention | None,
    words: Words,
    arcs: Arcs | None,
) -> ClaimMention | None:
    if cue.is_verb:
        by_arcs = None if arcs is None else _said_by_arcs(document, sentence, cue, actors, before, words, arcs)
        known = [actor for actor in actors if not is_participant(actor)]
        found = by_arcs or _said_by_verb(document, sentence, cue, known, before, words)
    else:
        found = _according_to(document, sentence, cue, actors, words)
    if found is None:
        return None
    holder, span, scope, speech = found
    # A verb of mind ("craindre") is no event; only a trigger of the ontology is.
    is_event = cue.is_verb and trigger_at(document, cue.begin, words) is not None
    return ClaimMention(
        article=document.article.key,
        span=span,
        text=span.of(document.text),
        rule=f"{words.language.code}/claim/{document.tokens[cue.begin].lemma}",
        confidence=0.7 if cue.is_verb else 0.85,
        holder=holder.id,
        stance=cue.stance,
        speech=speech,
        scope=scope,
        event=mention_id("event", document.article.key, document.tokens[cue.begin].span) if is_event else None,
    )


_Found = tuple[ActorMention, Span, Span, Speech]


def _according_to(
    document: Document, sentence: Span, cue: _Cue, actors: Sequence[ActorMention], words: Words
) -> _Found | None:
    """ "Selon X, …" vouches for the rest of the sentence, "…, selon X" for what stands before."""
    reach = document.tokens[min(cue.end + _REACH, len(document.tokens) - 1)].begin
    after = document.tokens[cue.end - 1].end
    holder = next((actor for actor in actors if after <= actor.span.begin <= min(reach, sentence.end)), None)
    if holder is None or _event_between(document, cue.end, holder, words):
        return None
    span = Span(document.tokens[cue.begin].begin, holder.span.end)
    opens = sentence.begin == span.begin
    scope = _trimmed(document, Span(span.end, sentence.end) if opens else Span(sentence.begin, span.begin))
    return None if scope is None else (holder, span, scope, "indirect")


def _event_between(document: Document, index: int, holder: ActorMention, words: Words) -> bool:
    """Whether a verb stands before the holder: in "reportedly killed three people" nobody vouches."""
    between = range(index, document.tokens_in(holder.span).start)
    found = (trigger_at(document, position, words) for position in between)
    return any(each is not None and each.trigger.kind == "verb" for each in found)


def _said_by_verb(
    document: Document,
    sentence: Span,
    cue: _Cue,
    actors: Sequence[ActorMention],
    before: ActorMention | None,
    words: Words,
) -> _Found | None:
    """ "X a déclaré que …", "« … », a déclaré X", "…, a déclaré X"; a pronoun holds what the holder before it held."""
    here = [actor for actor in actors if sentence.contains(actor.span)]
    verb = document.tokens[cue.begin].span
    inverted = _inverted_subject(document, cue.begin, here, words)
    content = _that_clause(document, cue.end, sentence, words)
    quote = _quotation(document, sentence)
    scope = content or quote or (_before_comma(document, cue.begin, sentence) if inverted else None)
    speech: Speech = "direct" if quote is not None and scope is quote else "indirect"
    if scope is None or scope.contains(verb):
        return None
    holder = inverted or _subject(document, cue.begin, here, before, sentence, words)
    if holder is None or scope.contains(holder.span):
        return None
    return holder, span_of(document, cue.begin, cue.end), scope, speech


def _said_by_arcs(
    document: Document,
    sentence: Span,
    cue: _Cue,
    actors: Sequence[ActorMention],
    before: ActorMention | None,
    words: Words,
    arcs: Arcs,
) -> _Found | None:
    """The subject of the verb vouches for its clause, for the quotation, or for the clause that it is put into."""
    subject = arcs.subject(cue.begin)
    if subject is None or arcs.is_passive(cue.begin):
        return None
    head = named_beside(arcs, subject)
    span = document.tokens[head].span
    holder = next((actor for actor in actors if actor.span.contains(span) and actor.actor_kind != "thing"), None)
    if plain(document.tokens[head].text) in words.language.pronouns:
        holder = before or holder
    scope, speech = _scope_by_arcs(document, sentence, cue.begin, arcs)
    if holder is None or scope is None or scope.contains(document.tokens[cue.begin].span):
        return None
    return None if scope.contains(holder.span) else (holder, span_of(document, cue.begin, cue.end), scope, speech)


def _scope_by_arcs(document: Document, sentence: Span, verb: int, arcs: Arcs) -> tuple[Span | None, Speech]:
    quote = _quotation(document, sentence)
    content = [*arcs.under(verb, "ccomp", "xcomp"), *arcs.under(verb, "parataxis")]
    for clause in content:
        covered = _trimmed(document, _covered(document, sentence, arcs, clause))
        if covered is not None:
            return (covered, "indirect") if quote is None or not quote.overlaps(covered) else (quote, "direct")
    if document.tokens[verb].dep in ("parataxis", "ccomp") and quote is None:
        comma = _comma_before(document, verb, sentence)
        return (None if comma is None else _before_comma(document, verb, sentence)), "indirect"
    return quote, "direct"


def _covered(document: Document, sentence: Span, arcs: Arcs, head: int) -> Span:
    """The words of a clause, from its first to its last, without the conjunction that opens it.

    The full stop belongs to the clause that ends the sentence.
    """
    first = last = head
    waiting = [head]
    while waiting:
        index = waiting.pop()
        first, last = min(first, index), max(last, index)
        waiting.extend(arcs.dependents[index])
    if plain(document.tokens[first].text) in arcs.language.that and first < last:
        first += 1
    rest = range(last + 1, document.tokens_in(sentence).stop)
    ends = all(document.tokens[index].pos == "PUNCT" for index in rest)
    return Span(document.tokens[first].begin, sentence.end if ends else document.tokens[last].end)


def _inverted_subject(
    document: Document, verb: int, actors: Sequence[ActorMention], words: Words
) -> ActorMention | None:
    """The subject that follows its verb at once: "a déclaré le ministre", "said Smith"."""
    end = document.tokens[verb].end
    after = next((actor for actor in actors if actor.span.begin >= end), None)
    if after is None:
        return None
    between = document.tokens[verb + 1 : document.tokens_in(after.span).start]
    determiners = words.language.determiners - words.language.that
    return after if all(plain(token.text) in determiners for token in between) else None


def _before_comma(document: Document, verb: int, sentence: Span) -> Span | None:
    """What stands before the comma that opens "…, a annoncé l'état-major"."""
    comma = _comma_before(document, verb, sentence)
    return None if comma is None else _trimmed(document, Span(sentence.begin, document.tokens[comma].begin))


def _comma_before(document: Document, verb: int, sentence: Span) -> int | None:
    """The comma just before a verb and its auxiliaries."""
    first = document.tokens_in(sentence).start
    before = range(verb - 1, max(verb - 4, first) - 1, -1)
    return next((index for index in before if document.tokens[index].text == ","), None)


def _subject(
    document: Document,
    verb: int,
    actors: Sequence[ActorMention],
    before: ActorMention | None,
    sentence: Span,
    words: Words,
) -> ActorMention | None:
    tokens, language = document.tokens, words.language
    at = tokens[verb].begin
    left = [actor for actor in actors if actor.span.end <= _before_apposition(document, verb, sentence)]
    nearest = next(
        (actor for actor in reversed(left) if not preposition_before(document, actor.span, words.language)), None
    )
    start = nearest.span.end if nearest else sentence.begin
    between = document.tokens_in(Span(start, at))
    if any(plain(tokens[index].text) in language.pronouns for index in between):
        return before
    return nearest


def _before_apposition(document: Document, verb: int, sentence: Span) -> int:
    """Where the subject of a verb ends at the latest: before an apposition that a comma closes just before the verb.

    "Paul Roy, maire de la ville, a déclaré": before the first of both commas.
    """
    tokens = document.tokens
    first = document.tokens_in(sentence).start
    close = _comma_before(document, verb, sentence)
    if close is None:
        return tokens[verb].begin
    opened = next((index for index in range(close - 1, first, -1) if tokens[index].text == ","), None)
    return tokens[verb].begin if opened is None else tokens[opened].begin


def _that_clause(document: Document, index: int, sentence: Span, words: Words) -> Span | None:
    """The words after a "que" that follows within a few tokens."""
    limit = document.tokens_in(sentence).stop
    for position in range(index, min(index + 6, limit)):
        if plain(document.tokens[position].text) in words.language.that:
            return _trimmed(document, Span(document.tokens[position].end, sentence.end))
        if document.tokens[position].text in ".;:":
            break
    return None


def _quotation(document: Document, sentence: Span) -> Span | None:
    """What stands between the first and the last quotation mark of a sentence, or after an only one."""
    marks = [index for index in document.tokens_in(sentence) if is_quote(document.tokens[index])]
    if not marks:
        return None
    end = document.tokens[marks[-1]].begin if len(marks) > 1 else sentence.end
    return _trimmed(document, Span(document.tokens[marks[0]].end, end))


def _trimmed(document: Document, span: Span) -> Span | None:
    """A span without white space, commas and dashes at its ends; None when nothing is left."""
    text = span.of(document.text)
    begin = span.begin + len(text) - len(text.lstrip(" ,;:–—-\n\t\xa0"))
    end = span.end - (len(text) - len(text.rstrip(" ,;:–—-\n\t\xa0")))
    return Span(begin, end) if begin < end else None
