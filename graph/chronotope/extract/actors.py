"""Finds actors: `Document` → `ActorMention`, by the thesaurus, by head noun, by title and by capitals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import simplemma

from chronotope.extract.names import capitalised_run, longest_known_actor
from chronotope.extract.time_slots import number_of
from chronotope.extract.tokens import begins_sentence, is_capitalised, plain, span_of, tokens_touched
from chronotope.languages import Language
from chronotope.lexicon import Lexicon, Words
from chronotope.mentions import ActorKind, ActorMention, Mention, PlaceMention, TimeMention
from chronotope.text import Document, Name, NameLabel, Span

_KINDS: Final[Mapping[NameLabel, ActorKind]] = {"PER": "person", "ORG": "organization"}

# "1 000 000 000 000": more than there are people. A table of digits must not make a number without end.
_MOST_GROUPS = 5


class _Phrase(NamedTuple):
    """A noun phrase for an actor: tokens `begin` up to `end`, and the proper name within it."""

    begin: int
    end: int
    kind: ActorKind
    rule: str
    confidence: float
    name: str | None = None
    number: int | None = None


def find_actors(document: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[ActorMention]:
    """Yield the noun phrases for who acts or is acted upon, in order, none overlapping another.

    >>> from chronotope.lexicon import load_lexicon
    >>> from chronotope.pipelines import load_pipeline
    >>> from chronotope.text import Article
    >>> article = Article(identifier="a", body="L’OTAN a libéré douze soldats, selon Jeanne Martin.", language="fr")
    >>> (document,) = load_pipeline("fr").read([article])
    >>> [(actor.text, actor.actor_kind, actor.minimum) for actor in find_actors(document, load_lexicon(), [])]
    [('OTAN', 'organization', None), ('douze soldats', 'group', 12), ('Jeanne Martin', 'person', None)]
    """
    words = lexicon.words[document.language]
    places = {mention.span.begin: mention for mention in mentions if isinstance(mention, PlaceMention)}
    names = document.names_by_token()
    times = tokens_touched(document, (mention.span for mention in mentions if isinstance(mention, TimeMention)))
    index = 0
    while index < len(document.tokens):
        phrase = _phrase_at(document, index, lexicon, words, places) or (
            _named(document, index, names) if names else _capitalised(document, index, words, places)
        )
        if phrase is None or not times.isdisjoint(range(phrase.begin, phrase.end)):
            index += 1
            continue
        yield _mention(document, phrase)
        index = phrase.end


def _mention(document: Document, phrase: _Phrase) -> ActorMention:
    span = span_of(document, phrase.begin, phrase.end)
    return ActorMention(
        article=document.article.key,
        span=span,
        text=span.of(document.text),
        rule=phrase.rule,
        confidence=phrase.confidence,
        actor_kind=phrase.kind,
        name=phrase.name,
        minimum=phrase.number,
        maximum=phrase.number,
    )


def _phrase_at(
    document: Document, index: int, lexicon: Lexicon, words: Words, places: dict[int, PlaceMention]
) -> _Phrase | None:
    return (
        _known_actor(document, index, lexicon)
        # Before the noun: "le président Jean Dupont" is a person with a name.
        or _titled(document, index, words)
        or _head_noun(document, index, lexicon, words)
        or _state(document, index, lexicon, words, places)
    )


def _named(document: Document, index: int, names: Mapping[int, Name]) -> _Phrase | None:
    """A person or organisation whose name a model found."""
    name = names.get(index)
    if name is None or name.label not in _KINDS:
        return None
    end = document.tokens_in(name.span).stop
    return _Phrase(index, end, _KINDS[name.label], f"{document.language}/name", 0.75, name.span.of(document.text))


def _known_actor(document: Document, index: int, lexicon: Lexicon) -> _Phrase | None:
    if not is_capitalised(document.tokens[index]):
        return None
    found = longest_known_actor(document, index, lexicon)
    if found is None:
        return None
    end, actor = found
    name = span_of(document, index, end).of(document.text)
    return _Phrase(index, end, actor.kind, f"thesaurus/{actor.id.removeprefix('actor/')}", 0.9, name)


def _head_noun(document: Document, index: int, lexicon: Lexicon, words: Words) -> _Phrase | None:
    """ "Sept terroristes de l'Etat islamique", "l'armée américaine", "US officials"."""
    tokens, language = document.tokens, words.language
    count, head = _count(document, index, language)
    while language.demonyms_before and head < len(tokens) and is_capitalised(tokens[head]) and head - index < 3:
        if plain(tokens[head].text) in language.function_words or tokens[head].lemma in words.actor_nouns:
            break
        head += 1
    if head >= len(tokens) or not _same_sentence(document, index, head):
        return None
    kind = words.actor_nouns.get(tokens[head].lemma) or words.actor_nouns.get(plain(tokens[head].text))
    if kind is None:
        return None
    end = _complements(document, head + 1, lexicon, words)
    return _Phrase(index, end, kind, f"{language.code}/noun/{tokens[head].lemma}", 0.7, None, count)


def _count(document: Document, index: int, language: Language) -> tuple[int | None, int]:
    """The number that tokens say from an index on, and where the noun it counts begins."""
    tokens = document.tokens
    number = number_of(plain(tokens[index].text), language.code)
    if number is None or plain(tokens[index].text) in language.indefinite:
        return None, index
    end = index + 1
    # "Three thousand", "deux cent mille", and "twenty-three", whose hyphen may be a token of its own
    while end < len(tokens):
        after = end + 2 if tokens[end].text == "-" else end + 1
        words = " ".join(plain(token.text) for token in tokens[index:after])
        longer = number_of(words.replace(" - ", "-"), language.code)
        if longer is None:
            break
        number, end = longer, after
    # "1 000": groups of three digits, set apart by a space or a no-break space
    while (
        end < len(tokens)
        and tokens[index].text.isdecimal()
        and tokens[end].text.isdecimal()
        and len(tokens[end].text) == 3
        and end - index < _MOST_GROUPS
    ):
        number = number * 1000 + int(tokens[end].text)
        end += 1
    return number, end


def _complements(document: Document, end: int, lexicon: Lexicon, words: Words) -> int:
    """Where a noun phrase ends whose head stands before `end`: adjectives after it, then one complement with "de"."""
    end = _adjectives(document, end, words)
    tokens, language = document.tokens, words.language
    if end >= len(tokens) or plain(tokens[end].text) not in language.of or not _same_sentence(document, end - 1, end):
        return end
    start = end + 1
    while start < len(tokens) and plain(tokens[start].text) in language.determiners:
        start += 1
    if start >= len(tokens) or not _same_sentence(document, end, start):
        return end
    known = longest_known_actor(document, start, lexicon)
    if known and is_capitalised(tokens[start]):
        return known[0]
    if is_capitalised(tokens[start]):
        return capitalised_run(document, start, language)
    # "Les citoyens de rester à l'écart": an infinitive is no complement.
    is_noun = tokens[start].pos not in ("VERB", "AUX")
    if is_noun and tokens[start].text.isalpha() and plain(tokens[start].text) not in language.function_words:
        return _adjectives(document, start + 1, words)
    return end


def _adjectives(document: Document, end: int, words: Words) -> int:
    endings = tuple(ending + number for ending in words.language.adjective_endings for number in ("", "s"))
    while endings and end < len(document.tokens) and end:
        word = plain(document.tokens[end].text)
        adjective = len(word) > 4 and word.isalpha() and word.endswith(endings) and word not in words.actor_nouns
        if not adjective or word in words.triggers or document.tokens[end].lemma in words.triggers:
            break
        if document.tokens[end - 1].end + 1 != document.tokens[end].begin or word in words.language.function_words:
            break
        end += 1
    return end


def _titled(document: Document, index: int, words: Words) -> _Phrase | None:
    """ "M. Mallick", "le président Emmanuel Macron": the name after a title."""
    tokens = document.tokens
    if plain(tokens[index].text) not in words.titles or index + 1 >= len(tokens):
        return None
    if not is_capitalised(tokens[index + 1]) or not _same_sentence(document, index, index + 1):
        return None
    end = capitalised_run(document, index + 1, words.language)
    name = span_of(document, index + 1, end).of(document.text)
    return _Phrase(index, end, "person", f"{words.language.code}/title/{plain(tokens[index].text)}", 0.85, name)


def _state(
    document: Document, index: int, lexicon: Lexicon, words: Words, places: dict[int, PlaceMention]
) -> _Phrase | None:
    """A country that acts: its name without a preposition before it."""
    place = places.get(document.tokens[index].begin)
    entries = lexicon.gazetteer.find(place.text) if place else ()
    if place is None or not entries or entries[0].kind != "country":
        return None
    before = index - 1
    while before >= 0 and plain(document.tokens[before].text) in words.language.determiners - words.language.of:
        before -= 1
    if before >= 0 and plain(document.tokens[before].text) in words.language.prepositions:
        return None
    end = document.tokens_in(place.span).stop
    return _Phrase(index, end, "state", "gazetteer/country", 0.7, place.text)


def _capitalised(document: Document, index: int, words: Words, places: dict[int, PlaceMention]) -> _Phrase | None:
    """A run of capitalised words that is no place: a person, or an organisation when it holds an acronym."""
    tokens, language = document.tokens, words.language
    if not is_capitalised(tokens[index]) or plain(tokens[index].text) in language.function_words:
        return None
    if tokens[index].begin in places:
        return None
    end = capitalised_run(document, index, language)
    if any(token.begin in places for token in tokens[index:end]) and end - index == 1:
        return None
    name = span_of(document, index, end).of(document.text)
    acronym = any(token.text.isupper() and len(token.text) > 1 for token in tokens[index:end])
    if (
        end - index == 1
        and not acronym
        and (begins_sentence(document, index) or _is_word(tokens[index].text, language.code))
    ):
        return None
    if end - index == 2 and begins_sentence(document, index) and _is_word(tokens[index].text, language.code):
        return None
    return _Phrase(index, end, "organization" if acronym else "person", f"{language.code}/capitals", 0.6, name)


def _is_word(text: str, language: str) -> bool:
    return simplemma.is_known(text.lower(), lang=language)


def _same_sentence(document: Document, one: int, other: int) -> bool:
    sentence: Span = document.sentence_at(document.tokens[one].begin)
    return document.sentence_at(document.tokens[other].begin) == sentence
