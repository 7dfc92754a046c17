"""Spans, articles and documents: where words are, and what names them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.text import Article, Document, Span, Token

_spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        pytest.param(Span(3, 7), Span(4, 6), True, True, id="within"),
        pytest.param(Span(3, 7), Span(3, 7), True, True, id="the same"),
        pytest.param(Span(3, 7), Span(6, 9), True, False, id="across the end"),
        pytest.param(Span(3, 7), Span(7, 9), False, False, id="end to end"),
        pytest.param(Span(3, 7), Span(8, 9), False, False, id="apart"),
    ],
)
def test_spans_overlap_and_contain(one: Span, other: Span, overlaps: bool, contains: bool) -> None:
    assert (one.overlaps(other), one.contains(other)) == (overlaps, contains)


@given(_spans, _spans)
def test_overlap_is_symmetric(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(_spans, _spans, _spans)
def test_containing_is_transitive(one: Span, other: Span, third: Span) -> None:
    if one.contains(other) and other.contains(third):
        assert one.contains(third)


def test_offsets_count_code_points() -> None:
    assert Span(2, 8).of("🌍 séisme") == "séisme"


def article(**changes: str) -> Article:
    return Article(**{"identifier": "a", "body": "Il pleut.", "language": "fr", **changes})  # type: ignore[arg-type]  # strings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(article(), article(language="en"), id="language"),
        pytest.param(
            article(), article(title="Pluie", publisher="La Gazette", author="Jo"), id="what stands around it"
        ),
        pytest.param(
            article(url="https://a.example/1"),
            article(url="https://a.example/1", identifier="b"),
            id="identifier of a page",
        ),
    ],
)
def test_the_same_text_has_the_same_key(one: Article, other: Article) -> None:
    assert one.key == other.key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(article(), article(body="Il pleut !"), id="an edited text"),
        pytest.param(article(), article(identifier="b"), id="another identifier"),
        pytest.param(article(url="https://a.example/1"), article(url="https://a.example/2"), id="another address"),
    ],
)
def test_another_text_has_another_key(one: Article, other: Article) -> None:
    assert one.key != other.key


def document(*words: tuple[int, int], sentences: tuple[Span, ...], body: str) -> Document:
    tokens = tuple(Token(begin, end, body[begin:end], body[begin:end].lower()) for begin, end in words)
    return Document(article=article(body=body), pipeline="by hand", tokens=tokens, sentences=sentences)


#                     0123456789012345678
RAIN = document(
    (0, 2), (3, 8), (8, 9), (10, 12), (13, 18), sentences=(Span(0, 9), Span(10, 18)), body="Il pleut. Il neige"
)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        pytest.param(Span(0, 18), ["Il", "pleut", ".", "Il", "neige"], id="all"),
        pytest.param(Span(0, 9), ["Il", "pleut", "."], id="a sentence"),
        pytest.param(Span(3, 4), ["pleut"], id="a word begins within"),
        pytest.param(Span(4, 8), [], id="a word that began before"),
        pytest.param(Span(5, 5), [], id="nothing"),
        pytest.param(Span(18, 40), [], id="past the end"),
    ],
)
def test_tokens_in(span: Span, words: list[str]) -> None:
    assert [RAIN.tokens[index].text for index in RAIN.tokens_in(span)] == words


@pytest.mark.parametrize(
    ("offset", "sentence"),
    [
        pytest.param(0, "Il pleut.", id="first"),
        pytest.param(8, "Il pleut.", id="its last sign"),
        pytest.param(9, "Il pleut.", id="the space after it"),
        pytest.param(10, "Il neige", id="second"),
        pytest.param(99, "Il neige", id="past the end"),
    ],
)
def test_sentence_at(offset: int, sentence: str) -> None:
    assert RAIN.sentence_at(offset).of(RAIN.text) == sentence


def test_before_the_first_sentence_is_the_first() -> None:
    late = document((2, 4), sentences=(Span(2, 4),), body="  Il")
    assert late.sentence_at(0) == Span(2, 4)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=12), _spans)
def test_tokens_in_are_those_that_begin_within(lengths: list[int], span: Span) -> None:
    ends = [sum(lengths[: index + 1]) for index in range(len(lengths))]
    words = [(end - length, end) for end, length in zip(ends, lengths, strict=True)]
    read = document(*words, sentences=(Span(0, ends[-1]),), body="x" * ends[-1])
    expected = [index for index, (begin, _) in enumerate(words) if span.begin <= begin < span.end]
    assert list(read.tokens_in(span)) == expected
