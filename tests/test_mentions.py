"""Mentions: what names them, and expressions freed of their language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.mentions import (
    ActorMention,
    ClaimMention,
    EventMention,
    Expression,
    Mention,
    PlaceMention,
    TimeMention,
    mention_id,
)
from chronotope.text import Span


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        pytest.param(TimeMention, "time", id="time"),
        pytest.param(PlaceMention, "place", id="place"),
        pytest.param(ActorMention, "actor", id="actor"),
        pytest.param(ClaimMention, "claim", id="claim"),
        pytest.param(EventMention, "event", id="event"),
    ],
)
def test_an_id_names_kind_article_and_span(kind: type[Mention], name: str) -> None:
    assert mention_id(kind.kind, "ab12", Span(3, 9)) == f"mention/{name}/ab12/3-9"


def test_a_mention_is_named_by_where_it_is() -> None:
    one = PlaceMention(article="ab12", span=Span(3, 9), text="Kaboul", rule="gazetteer/city", confidence=0.8)
    other = PlaceMention(article="ab12", span=Span(3, 9), text="Kaboul", rule="another/rule", confidence=0.1)
    assert one.id == other.id == "mention/place/ab12/3-9"


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        pytest.param("now()", Expression("now"), id="no arguments"),
        pytest.param("day-month(31, 8)", Expression("day-month", (31, 8)), id="numbers"),
        pytest.param("shift(-1, day)", Expression("shift", (-1, "day")), id="a negative number and a word"),
        pytest.param("since(month(3))", Expression("since", (Expression("month", (3,)),)), id="nested"),
        pytest.param(" shift( 0 ,week ) ", Expression("shift", (0, "week")), id="any spaces"),
    ],
)
def test_an_expression(text: str, expression: Expression) -> None:
    assert Expression.parse(text) == expression


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("day", id="a word alone"),
        pytest.param("3", id="a number alone"),
        pytest.param("shift(-1, day", id="no closing bracket"),
        pytest.param("(1)", id="no name"),
        pytest.param("shift(1) shift(2)", id="two"),
        pytest.param("shift(,)", id="an empty argument"),
        pytest.param("shift(1))", id="one bracket too many"),
    ],
)
def test_what_is_no_expression(text: str) -> None:
    with pytest.raises(ValueError, match="expression"):
        Expression.parse(text)


@given(st.text(alphabet="a(1),- ", max_size=20))
def test_any_text_is_an_expression_or_none(text: str) -> None:
    try:
        expression = Expression.parse(text)
    except ValueError:
        return
    assert Expression.parse(str(expression)) == expression
