"""All extractors together, over any text."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import chronotope.extract as front
from chronotope.dates import PartialDate
from chronotope.extract import extract
from chronotope.lexicon import Lexicon, load_lexicon
from chronotope.mentions import DATELINE, Extraction, Mention, PlaceMention
from chronotope.pipelines import load_pipeline
from chronotope.text import Article, Document, Span

FRENCH = (
    "L’armée a attaqué n’a pas tué trois soldats des rebelles Selon la police le juge a déclaré que qu’il « » , . ; : "
    "? ( ) – lundi hier le 31 août 2018 à Kaboul en France il y a 30 siècles jusqu’au 1 000 M. Mme Roy l’OTAN aurait "
    "été prise d’otages en cas d’ si l’ aujourd’hui à 18h30 a-t-il \n 🌍"
)
ENGLISH = (
    'The army attacked did not kill three soldiers by rebels According to police said that “ ” " , . ; : ? ( ) - on '
    "Monday yesterday August 31 , 2018 in Kabul France two days ago 3,000 Mr. Smith NATO reportedly will might if n't "
    "'s U.S. officials denied the attack thousand \n 🌍"
)


def _soup(language: str, words: str) -> st.SearchStrategy[tuple[str, str]]:
    return st.tuples(st.just(language), st.lists(st.sampled_from(words.split(" ")), max_size=25).map(" ".join))


def read(text: str, language: str) -> Document:
    article = Article(identifier="a", body=text, language=language, date=PartialDate.parse("2018-03-17"))
    (document,) = load_pipeline(language).read([article])
    return document


def mentions(found: Extraction) -> list[Mention]:
    return [*found.times, *found.places, *found.actors, *found.claims, *found.events]


@settings(deadline=None, max_examples=200)
@given(_soup("fr", FRENCH) | _soup("en", ENGLISH), st.booleans())
@example(soup=("en", "by kill The army said kill"), by_rules=False)
@example(soup=("fr", "🌍 siècles L’armée L’armée déclaré"), by_rules=False)
def test_laws(soup: tuple[str, str], by_rules: bool) -> None:
    language, text = soup
    document = read(text, language)
    with pytest.MonkeyPatch.context() as patch:
        if by_rules:
            patch.setattr("chronotope.extract.happenings.load_models", lambda _language: {})
        found = extract(document, load_lexicon())
        assert extract(document, load_lexicon()) == found
    every = mentions(found)
    assert all(mention.span.of(text) == mention.text != "" for mention in every)
    assert all(mention.article == document.article.key and 0 <= mention.confidence <= 1 for mention in every)

    known = {mention.id: mention for mention in every}
    assert len(known) == len(every)
    assert {event.time for event in found.events} - {None, DATELINE} <= set(known)
    for event in found.events:
        assert {argument.filler for argument in event.arguments} | {*event.places, *event.embedded_in} <= set(known)
    for claim in found.claims:
        assert claim.holder in known
        assert claim.embedded_in is None or claim.embedded_in in known
        assert claim.scope.begin < claim.scope.end <= len(text)
        assert not claim.scope.contains(claim.span), "nobody vouches for their own saying so"
    for kind in (found.times, found.places, found.events):
        assert all(one.span.end <= other.span.begin for one, other in pairwise(kind))
    # Actors may stand within one another ("le siège de la police"), but never across.
    for one, other in combinations([actor.span for actor in found.actors], 2):
        assert one.end <= other.begin or other.end <= one.begin or one.contains(other) or other.contains(one)


def _shout(document: Document, _lexicon: Lexicon, before: Sequence[Mention]) -> Iterator[PlaceMention]:
    """Takes the first two letters for a place, unless nobody ran before it."""
    if before:
        yield PlaceMention(
            article=document.article.key, span=Span(0, 2), text=document.text[:2], rule="x/shout", confidence=0.1
        )


def test_another_packages_extractor_runs_after_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "installed_extractors", lambda: (_shout,))
    found = extract(read("Il pleut à Kaboul.", "fr"), load_lexicon())
    assert [(place.text, place.rule) for place in found.places] == [("Il", "x/shout"), ("Kaboul", "gazetteer/city")]


def test_of_two_mentions_at_one_span_the_first_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def again(document: Document, _lexicon: Lexicon, before: Sequence[Mention]) -> Iterator[PlaceMention]:
        (place,) = (mention for mention in before if isinstance(mention, PlaceMention))
        yield PlaceMention(article=document.article.key, span=place.span, text=place.text, rule="x/again", confidence=1)

    monkeypatch.setattr(front, "installed_extractors", lambda: (again,))
    found = extract(read("Il pleut à Kaboul.", "fr"), load_lexicon())
    assert [place.rule for place in found.places] == ["gazetteer/city"]


def test_nothing_is_said_in_an_empty_text() -> None:
    assert mentions(extract(read("", "fr"), load_lexicon())) == []
