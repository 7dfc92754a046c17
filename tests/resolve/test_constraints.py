"""What dates events: words, datelines, tense, order, parts and causes; what may be concluded, and what not."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronotope.dates import PartialDate
from chronotope.mentions import Expression, Status
from chronotope.model import Event, TimeSpan
from chronotope.resolve.constraints import OrderKind, Told, closed, read, sayings_of
from chronotope.resolve.held_times import HeldTime, HeldTimes, held_times
from chronotope.resolve.intervals import find_interval, interval_of
from chronotope.resolve.network import Point
from chronotope.resolve.spans import Bounds, bounds_of, fitting_unit, span_of_bounds
from chronotope.resolve.times import after_dateline, before_dateline, dateline_span

Order = Sequence[tuple[str, str, OrderKind]]


def on(text: str) -> TimeSpan:
    return dateline_span(PartialDate.parse(text))


def since(text: str) -> TimeSpan:
    here = PartialDate.parse(text)
    return span_of_bounds(Bounds(here.earliest, here.latest), basis="relative", unit=here.granularity)


def until(text: str) -> TimeSpan:
    here = PartialDate.parse(text)
    return span_of_bounds(Bounds(None, None, here.earliest, here.latest), basis="relative", unit=here.granularity)


def told(article: str, span: TimeSpan | None, dateline: str | None, status: Status = "actual") -> Told:
    return Told(article, span, status, None if dateline is None else PartialDate.parse(dateline))


def event(id_: str, *tellings: Told) -> Event:
    first = next((telling for telling in tellings if telling.span is not None), tellings[0])
    untold = after_dateline if first.status == "planned" else before_dateline
    time = first.span or untold(None if first.status == "hypothetical" else first.dateline)
    statuses = [telling.status for telling in tellings]
    status: Status = "actual" if "actual" in statuses else statuses[0]
    return Event(id=id_, labels=(), type="Attack", status=status, time=time, mentions=(f"mention/{id_}",))


def held(
    tellings: dict[str, list[Told]],
    before: Order = (),
    causes: Sequence[tuple[str, str]] = (),
    parts: Sequence[tuple[str, str]] = (),
) -> HeldTimes:
    return held_times([event(id_, *each) for id_, each in tellings.items()], tellings, before, causes, parts)


def edtf(times: HeldTimes, id_: str) -> str:
    return times.times[id_].span.edtf


@pytest.mark.parametrize(
    ("tellings", "span"),
    [
        pytest.param([told("a", on("2021-08-26"), "2021-08-27")], on("2021-08-26"), id="one article"),
        pytest.param([told("a", on("2021-08"), "2021-08")], on("2021-08"), id="a month stays a month"),
        pytest.param([told("a", since("2021-08-15"), "2021-08-27")], since("2021-08-15"), id="still going on"),
        pytest.param([told("a", None, "2021-08-27")], before_dateline(PartialDate.of(2021, 8, 27)), id="undated, past"),
        pytest.param(
            [told("a", None, "2021-08-27T17:50")],
            before_dateline(PartialDate.parse("2021-08-27T17:50")),
            id="undated, to the minute",
        ),
        pytest.param(
            [told("a", None, "2021-08", "planned")], after_dateline(PartialDate.of(2021, 8)), id="undated plan"
        ),
        pytest.param([told("a", None, "2021-08", "hypothetical")], before_dateline(None), id="feared"),
        pytest.param(
            [told("a", on("2021-08"), "2021-09-02"), told("b", on("2021-08-26"), "2021-08-27")],
            on("2021-08-26"),
            id="another article pins it",
        ),
        pytest.param(
            [told("a", None, "2021-08"), told("b", on("2021-08-26"), "2021-08-27")],
            on("2021-08-26"),
            id="another article alone dates it",
        ),
        pytest.param([told("a", on("2021-08-31"), "2021-08-26")], on("2021-08-31"), id="a date after the article"),
        pytest.param(
            [told("a", on("2021-08-20"), "2021-08-26", "planned")], on("2021-08-20"), id="a plan for what is gone"
        ),
    ],
)
def test_what_an_article_says_stands_where_no_more_is_known(tellings: list[Told], span: TimeSpan) -> None:
    times = held({"event/x": tellings})
    assert times.times["event/x"].span == span
    assert times.contradictions == ()


@pytest.mark.parametrize(
    ("tellings", "span", "unit"),
    [
        pytest.param(
            [told("a", on("2021-08-24"), "2021-08-27"), told("b", on("2021-08-26"), "2021-08-27")],
            "[2021-08-24..2021-08-26]",
            "week",
            id="sources disagree",
        ),
        pytest.param(
            [told("a", since("2021-08-15"), "2021-08-27"), told("b", until("2021-08-26"), "2021-08-27")],
            "2021-08-15/2021-08-26",
            "day",
            id="since and until",
        ),
        pytest.param(
            [told("a", None, "2021-08-20", "planned"), told("b", None, "2021-08-26")],
            "../2021-08-26",
            "week",
            id="a plan that came to be",
        ),
        pytest.param(
            [told("a", None, "2021-08-28"), told("b", None, "2021-08-26")], "../2021-08-26", "day", id="told twice"
        ),
        pytest.param(
            [told("a", on("2021-08"), "2021-08-26")], "2021-08", "month", id="past: what is left of the month"
        ),
    ],
)
def test_what_is_inferred_of_one_event(tellings: list[Told], span: str, unit: str) -> None:
    for each in permutations(tellings):
        times = held({"event/x": list(each)})
        found = times.times["event/x"].span
        assert (found.edtf, found.granularity, found.basis) == (span, unit, "inferred")
        assert times.contradictions == ()


DAY = [told("a", on("2021-08-26"), "2021-08-28")]
LATER = [told("a", on("2021-08-27"), "2021-08-28")]
UNDATED = [told("a", None, "2021-08-28")]
FEARED = [told("a", None, "2021-08-28", "hypothetical")]


@pytest.mark.parametrize(
    ("first", "second", "spans"),
    [
        pytest.param(DAY, UNDATED, ("2021-08-26", "[2021-08-26..2021-08-28]"), id="after a day"),
        pytest.param(UNDATED, DAY, ("../2021-08-28", "2021-08-26"), id="before a day it began, at least"),
        pytest.param(DAY, DAY, ("2021-08-26", "2021-08-26"), id="on the same day"),
        pytest.param(DAY, LATER, ("2021-08-26", "2021-08-27"), id="as the dates say"),
        pytest.param(DAY, FEARED, ("2021-08-26", "../.."), id="what only might happen is in no order"),
        pytest.param(
            DAY, [told("b", on("2021-08"), "2021-09")], ("2021-08-26", "[2021-08-26..2021-08-31]"), id="in its month"
        ),
    ],
)
def test_order(first: list[Told], second: list[Told], spans: tuple[str, str]) -> None:
    times = held({"event/1": first, "event/2": second}, [("event/1", "event/2", "stated order")])
    assert (edtf(times, "event/1"), edtf(times, "event/2")) == spans
    assert times.contradictions == ()


def test_short_events_end_before_what_they_come_before() -> None:
    order: Order = [("event/1", "event/2", "stated order")]
    short = {"event/1": DAY, "event/2": LATER}
    readings = [read(event(id_, *each), each) for id_, each in short.items()]
    (constraint,) = [each for each in sayings_of(readings, order, (), ()).constraints if each.kind == "stated order"]
    assert constraint[:2] == (Point("event/1", "end"), Point("event/2", "begin"))
    long = {"event/1": [told("a", since("2021-08-01"), "2021-08-28")], "event/2": LATER}
    readings = [read(event(id_, *each), each) for id_, each in long.items()]
    (constraint,) = [each for each in sayings_of(readings, order, (), ()).constraints if each.kind == "stated order"]
    assert constraint[:2] == (Point("event/1", "begin"), Point("event/2", "begin"))


def test_an_order_against_the_dates_is_told_and_left_out() -> None:
    times = held({"event/1": LATER, "event/2": DAY}, [("event/1", "event/2", "stated order")])
    assert (edtf(times, "event/1"), edtf(times, "event/2")) == ("2021-08-27", "2021-08-26")
    (contradiction,) = times.contradictions
    assert contradiction.events == ("event/1", "event/2")
    assert contradiction.id.startswith("contradiction/")
    assert contradiction.reasons == (
        "event/1 begins not before 2021-08-27: dated 2021-08-27 by article/a",
        "event/2 after event/1 (stated order)",
        "event/2 begins not after 2021-08-26: dated 2021-08-26 by article/a",
        "left out: event/2 after event/1 (stated order)",
    )


def test_the_weaker_of_two_orders_is_left_out() -> None:
    order: Order = [("event/1", "event/2", "inferred order"), ("event/2", "event/1", "stated order")]
    (contradiction,) = held({"event/1": UNDATED, "event/2": DAY}, order).contradictions
    assert contradiction.reasons[-1] == "left out: event/2 after event/1 (inferred order)"


def test_what_dates_one_event_of_an_article_dates_the_others() -> None:
    """The month of an article is narrowed by a day that another article gives what it tells."""
    attack = [told("a", on("2021-08"), "2021-08"), told("b", on("2021-08-26"), "2021-08-27")]
    times = held({"event/attack": attack, "event/vote": [told("a", None, "2021-08", "planned")]})
    vote = times.times["event/vote"]
    assert (vote.span.edtf, vote.span.basis) == ("2021-08-26/..", "inferred")
    assert vote.reasons == (
        "not before 2021-08-26: announced by article/a, tells of event/attack as past, dated 2021-08-26 by article/b",
    )


def test_hours_of_one_event_say_nothing_of_the_others_of_a_day() -> None:
    meeting = [told("a", on("2021-08-26T10:00"), "2021-08-26", "planned")]
    times = held({"event/meeting": meeting, "event/attack": [told("a", None, "2021-08-26")]})
    assert times.times["event/attack"].span == before_dateline(PartialDate.of(2021, 8, 26))


def test_articles_that_disagree_on_what_is_over_contradict_each_other() -> None:
    plan = [told("a", None, "2021-08-28", "planned"), told("b", on("2021-08-26"), "2021-08-27")]
    times = held({"event/x": plan})
    assert edtf(times, "event/x") == "2021-08-26"
    assert times.contradictions[0].reasons == (
        "event/x ends not before 2021-08-28: announced by article/a, dated 2021-08-28",
        "event/x ends not after 2021-08-26: dated 2021-08-26 by article/b",
        "left out: event/x ends not before 2021-08-28: announced by article/a, dated 2021-08-28",
    )


def test_a_part_is_within_its_whole() -> None:
    tellings = {"event/part": UNDATED, "event/whole": [told("b", on("2021-08-26"), "2021-08-28")]}
    times = held(tellings, parts=[("event/part", "event/whole")])
    assert edtf(times, "event/part") == "2021-08-26"
    assert times.times["event/part"].span.basis == "inferred"
    assert times.times["event/part"].reasons == (
        "not before 2021-08-26: part of event/whole, dated 2021-08-26 by article/b",
        "not after 2021-08-26: part of event/whole, dated 2021-08-26 by article/b",
    )


def test_an_effect_begins_after_its_cause() -> None:
    times = held({"event/cause": DAY, "event/effect": UNDATED}, causes=[("event/cause", "event/effect")])
    assert edtf(times, "event/effect") == "[2021-08-26..2021-08-28]"
    assert times.times["event/effect"].reasons == (
        "not before 2021-08-26: caused by event/cause, dated 2021-08-26 by article/a",
        "not after 2021-08-28: told as past by article/a, dated 2021-08-28",
    )


def test_reasons() -> None:
    times = held({"event/1": UNDATED, "event/2": DAY, "event/3": FEARED})
    reasons = {id_: time.reasons for id_, time in times.times.items()}
    assert reasons == {
        "event/1": ("not after 2021-08-28: told as past by article/a, dated 2021-08-28",),
        "event/2": ("dated 2021-08-26 by article/a",),
        "event/3": (),
    }


def test_who_disagrees_is_told() -> None:
    tellings = [told("a", on("2021-08-24"), "2021-08-27"), told("b", on("2021-08-26"), "2021-08-27")]
    assert held({"event/x": tellings}).times["event/x"].reasons == (
        "sources disagree: dated 2021-08-24 by article/a; dated 2021-08-26 by article/b",
        "not before 2021-08-24: dated 2021-08-24 by article/a",
        "not after 2021-08-26: dated 2021-08-26 by article/b",
    )


def test_long_reasons_are_cut_but_name_the_date() -> None:
    names = [f"event/{number}" for number in range(9)]
    order: Order = [(one, other, "stated order") for one, other in pairwise(names)]
    times = held(dict.fromkeys(names, UNDATED) | {names[0]: DAY}, order)
    assert times.times[names[-1]].reasons[0] == (
        "not before 2021-08-26: after event/7 (stated order), after event/6 (stated order), "
        "after event/5 (stated order), after event/4 (stated order), and so on, dated 2021-08-26 by article/a"
    )


def test_an_event_that_no_article_is_named_for_keeps_its_time() -> None:
    alone = event("event/x", *DAY)
    assert held_times([alone], {}) == (
        {
            "event/x": HeldTime(
                alone.time, ("not before 2021-08-26: dated 2021-08-26", "not after 2021-08-26: dated 2021-08-26")
            )
        },
        (),
    )


def test_zones_apart_loosen_the_order_and_never_shift_a_date() -> None:
    tellings = {
        "event/kabul": [told("a", on("2021-08-26T17:50+04:30"), "2021-08-28")],
        "event/paris": [told("b", on("2021-08-26T15:25+02:00"), "2021-08-28")],
    }
    times = held(tellings, [("event/kabul", "event/paris", "stated order")])
    assert times.contradictions == ()
    assert edtf(times, "event/paris") == "2021-08-26T15:25:00"


@pytest.mark.parametrize(
    ("corners", "text", "unit"),
    [  # first and last day of the begin, and of the end
        pytest.param("2021-08-01 2021-08-31 2021-08-01 2021-08-31", "2021-08", "month", id="a month"),
        pytest.param("2021-08-15 2021-08-26 2021-08-15 2021-08-26", "[2021-08-15..2021-08-26]", "month", id="days"),
        pytest.param("2021-08-15 2021-08-15 2021-09-01 2021-09-30", "2021-08-15/2021-09", "month", id="throughout"),
        pytest.param("2021-08-03 2021-08-10 2022-01-01 -", "2021-08-03/..", "month", id="open end"),
        pytest.param(
            "2021-12-30 2022-01-03 2022-02-01 2022-02-02",
            "[2021-12-30..2022-02-02]",
            "week",
            id="no year holds its begin",
        ),
        pytest.param("- 2021-08-26 - -", "../..", "century", id="only begun"),
        pytest.param("- - - -", "../..", "century", id="nothing"),
    ],
)
def test_bounds_written(corners: str, text: str, unit: str) -> None:
    dates = [None if each == "-" else PartialDate.parse(each) for each in corners.split()]
    moments = [None if each is None else (each.earliest, each.latest)[place % 2] for place, each in enumerate(dates)]
    bounds = Bounds(*moments)
    span = span_of_bounds(bounds, basis="inferred")
    assert (span.edtf, span.granularity) == (text, unit)
    assert bounds_of(span) == bounds


days = st.dates(date(2021, 1, 1), date(2021, 12, 31)).map(str)
dates = days | days.map(lambda day: day[:7])
spans = st.none() | st.builds(on, dates) | st.builds(since, dates) | st.builds(until, dates)
statuses: st.SearchStrategy[Status] = st.sampled_from(["actual", "reported", "planned", "hypothetical", "denied"])
tellings_of_one = st.lists(
    st.builds(told, st.sampled_from("abc"), spans, st.none() | dates, statuses), min_size=1, max_size=3
)
stories = st.dictionaries(st.sampled_from(["event/1", "event/2", "event/3", "event/4"]), tellings_of_one, min_size=1)
ids = st.sampled_from(["event/1", "event/2", "event/3", "event/4", "event/unknown"])
kinds: st.SearchStrategy[OrderKind] = st.sampled_from(["stated order", "inferred order"])
orders = st.lists(st.tuples(ids, ids, kinds), max_size=4)
pairs = st.lists(st.tuples(ids, ids), max_size=3)


@given(stories, orders, pairs, pairs, st.randoms(use_true_random=False))
def test_times_are_sure_whatever_is_told(
    tellings: dict[str, list[Told]],
    order: Order,
    causes: list[tuple[str, str]],
    parts: list[tuple[str, str]],
    random: object,
) -> None:
    # TimeSpan refuses bounds that are out of order.
    times = held(tellings, order, causes, parts)
    assert set(times.times) == set(tellings)
    names = random.sample(sorted(tellings), len(tellings))  # type: ignore[attr-defined]
    events = {id_: event(id_, *each) for id_, each in tellings.items()}
    turned = {id_: tellings[id_][::-1] for id_ in names}
    assert held_times([events[id_] for id_ in names], turned, order[::-1], causes[::-1], parts[::-1]) == times


@given(stories, orders, pairs)
def test_no_time_is_wider_than_what_all_articles_leave_open(
    tellings: dict[str, list[Told]], order: Order, causes: list[tuple[str, str]]
) -> None:
    times = held(tellings, order, causes).times
    for id_, each in tellings.items():
        found = bounds_of(times[id_].span)
        dated = [closed(bounds_of(telling.span)) for telling in each if telling.span is not None]
        for place, name in enumerate(Bounds._fields):
            told_here = [span[place] for span in dated]
            known = [moment for moment in told_here if moment is not None]
            if known and len(known) == len(told_here) and times[id_].span.basis == "inferred":
                bound = found[place]
                assert bound is not None
                assert bound >= min(known) if name.startswith("earliest") else bound <= max(known)


@given(stories)
def test_one_article_alone_never_contradicts_itself(tellings: dict[str, list[Told]]) -> None:
    for id_, each in tellings.items():
        assert held({id_: each[:1]}).contradictions == ()


@given(st.dates(date(1800, 1, 1), date(2200, 1, 1)), st.sampled_from(["day", "month", "year"]), st.integers(0, 400))
def test_a_written_span_is_no_finer_than_its_bounds(day: date, unit: str, more: int) -> None:
    first = interval_of(PartialDate.of(day.year, day.month, day.day))
    whole = find_interval(Expression("shift", (0, unit)), first)
    assert whole is not None
    last = whole.last + timedelta(days=more)
    bounds = Bounds(whole.first, last, whole.first, last)
    longest = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653, "century": 40000}
    assert last - whole.first < timedelta(days=longest[fitting_unit(bounds)])
    text = span_of_bounds(bounds, basis="inferred").edtf
    edges = [PartialDate.parse(part) for part in text.strip("[]").split("..")]
    assert (edges[0].earliest, edges[-1].latest) == (whole.first, last)


def test_a_day_cannot_be_told_from_its_only_moment() -> None:
    moment = datetime(2021, 8, 26, 17, 50)
    assert span_of_bounds(Bounds(moment, moment, moment, moment), basis="inferred").edtf == "2021-08-26T17:50:00"
