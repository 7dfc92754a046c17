"""Finds places: `Document` → `PlaceMention`, by the names that a model found and those of the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chronotope.extract.names import capitalised_run, longest_known_actor, longest_name, part_of_name
from chronotope.extract.tokens import begins_sentence, is_capitalised, plain, span_of
from chronotope.gazetteer import GazetteerEntry
from chronotope.lexicon import Lexicon, Words
from chronotope.mentions import Mention, PlaceMention, TimeMention
from chronotope.text import Document

# Below it, a town that shares its name with a family or a word is rarer than the family or the word.
_LARGE_TOWN = 100_000
_LONGEST_ACRONYM = 4
# How many small words may stand between the noun of a site and its name ("place de la Concorde").
_LONGEST_LINK = 4


def find_places(document: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[PlaceMention]:
    """Yield the names of places in a text, in order. A name inside a known actor's name is none ("Washington Post").

    Nor is a month in a date, of which `mentions` tell ("In March 2023"): some towns are called like one.

    >>> from chronotope.lexicon import load_lexicon
    >>> from chronotope.pipelines import load_pipeline
    >>> from chronotope.text import Article
    >>> article = Article(identifier="a", body="Un séisme a touché Kaboul et le nord de l’Afghanistan.", language="fr")
    >>> (document,) = load_pipeline("fr").read([article])
    >>> [place.text for place in find_places(document, load_lexicon(), [])]
    ['Kaboul', 'Afghanistan']
    """
    words = lexicon.words[document.language]
    names = document.names_by_token()
    months = set(_months_in_dates(document, mentions, words))
    index = 0
    while index < len(document.tokens):
        if index in months:
            index += 1
            continue
        site = _site(document, index, words)
        if site is not None:
            yield _mention(document, index, site, None)
            index = site
            continue
        name = names.get(index)
        end = index + 1 if name is None else document.tokens_in(name.span).stop
        if name is not None and name.label == "LOC" and not _has_title(document, index, words):
            entries = lexicon.gazetteer.find(name.span.of(document.text))
            yield _mention(document, index, end, entries[0] if entries else None)
            index = end
            continue
        # A country is one whatever the model says ("France beat Italy"); other names within names are no places.
        if not is_capitalised(document.tokens[index]) or (name is not None and end > index + 1):
            index = end
            continue
        known_actor = longest_known_actor(document, index, lexicon)
        found = longest_name(document, index, lambda name: lexicon.gazetteer.find(name) or None)
        if known_actor and (not found or known_actor[0] >= found[0]):
            index = known_actor[0]
        elif found and _is_named(document, index, found[0], found[1][0], words):
            yield _mention(document, index, found[0], found[1][0])
            index = found[0]
        else:
            index += 1


def _months_in_dates(document: Document, mentions: Sequence[Mention], words: Words) -> Iterator[int]:
    for mention in mentions:
        if isinstance(mention, TimeMention):
            for index in document.tokens_in(mention.span):
                if plain(document.tokens[index].text) in (words.language.months or {}):
                    yield index


def _site(document: Document, index: int, words: Words) -> int | None:
    """Where the name of a site ends that begins at a token: "place du Marché", "Victoria Bridge"."""
    # The noun comes last where adjectives of nationality come first.
    find = _site_after_name if words.language.demonyms_before else _site_before_name
    return find(document, index, document.tokens_in(document.sentence_at(document.tokens[index].begin)).stop, words)


def _site_after_name(document: Document, index: int, stop: int, words: Words) -> int | None:
    tokens, language = document.tokens, words.language
    if not is_capitalised(tokens[index]) or plain(tokens[index].text) in language.function_words:
        return None
    end = capitalised_run(document, index, language)
    last = plain(tokens[end - 1].text)
    if last in language.sites:
        return end if end - index > 1 else None
    return end + 1 if end < stop and plain(tokens[end].text) in language.sites else None


def _site_before_name(document: Document, index: int, stop: int, words: Words) -> int | None:
    """ "Place du Marché", and "départementale 12"."""
    tokens, language = document.tokens, words.language
    if plain(tokens[index].text) not in language.sites:
        return None
    begin = index + 1
    while (
        begin < stop
        and begin - index < _LONGEST_LINK
        and plain(tokens[begin].text) in language.of | language.determiners
    ):
        begin += 1
    if begin == index + 1 and begin < stop and tokens[begin].text.isdecimal():
        return begin + 1
    return capitalised_run(document, begin, language) if begin < stop and is_capitalised(tokens[begin]) else None


def _has_title(document: Document, begin: int, words: Words) -> bool:
    """Whether a title before a name shows that it is a person's ("Mr. London")."""
    return begin > 0 and plain(document.tokens[begin - 1].text) in words.titles


def _is_named(document: Document, begin: int, end: int, likeliest: GazetteerEntry, words: Words) -> bool:
    """Whether the words name the place here, and not a person, an acronym or something everyday."""
    first = document.tokens[begin]
    name = span_of(document, begin, end).of(document.text)
    if part_of_name(document, begin, end) or (name.isupper() and len(name) <= _LONGEST_ACRONYM):
        return False
    if _has_title(document, begin, words) or plain(name) in words.language.function_words:
        return False
    previous = plain(document.tokens[begin - 1].text) if begin else ""
    if likeliest.kind in ("country", "continent"):
        return True
    if begins_sentence(document, begin):
        return likeliest.population >= _LARGE_TOWN and end - begin == 1 and len(first.text) > _LONGEST_ACRONYM
    if likeliest.kind == "city" and likeliest.population >= _LARGE_TOWN:
        return True
    return previous in words.language.prepositions or previous in words.language.determiners


def _mention(document: Document, begin: int, end: int, likeliest: GazetteerEntry | None) -> PlaceMention:
    span = span_of(document, begin, end)
    return PlaceMention(
        article=document.article.key,
        span=span,
        text=span.of(document.text),
        rule=f"gazetteer/{likeliest.kind}" if likeliest else f"{document.language}/name",
        confidence=_confidence(likeliest),
    )


def _confidence(likeliest: GazetteerEntry | None) -> float:
    if likeliest is None:
        return 0.7
    return 0.9 if likeliest.kind in ("country", "continent") else 0.8
