from __future__ import annotations

import pytest

from chronotope.show.html.when import in_words


@pytest.mark.parametrize(
    ("edtf", "english", "french"),
    [
        pytest.param("2021", "2021", "2021", id="year"),
        pytest.param("2021-08", "August 2021", "août 2021", id="month"),
        pytest.param("2021-08-26", "Thursday 26 August 2021", "jeudi 26 août 2021", id="day"),
        pytest.param("2021-08-01", "Sunday 1 August 2021", "dimanche 1er août 2021", id="first day"),
        pytest.param(
            "2021-08-26T17:50Z", "Thursday 26 August 2021, 17:50 UTC", "jeudi 26 août 2021, 17:50 UTC", id="time"
        ),
        pytest.param("2021-08/2021-10", "August 2021 – October 2021", "août 2021 – octobre 2021", id="throughout"),
        pytest.param(
            "[2021-08..2021-10]", "between August 2021 and October 2021", "entre août 2021 et octobre 2021", id="within"
        ),
        pytest.param("2021/..", "from 2021 on", "dès 2021", id="open end"),
        pytest.param("../2021", "until 2021", "jusqu’à 2021", id="open begin"),
        pytest.param("[2021..]", "2021 or later", "2021 ou après", id="at the earliest"),
        pytest.param("[..2021]", "2021 or earlier", "2021 ou avant", id="at the latest"),
        pytest.param("2021-08~", "about August 2021", "vers août 2021", id="about"),
        pytest.param("2021?", "2021 (uncertain)", "2021 (incertain)", id="uncertain"),
        pytest.param("2021-22", "summer 2021", "été 2021", id="season"),
        pytest.param("199X", "1990s", "années 1990", id="decade"),
        pytest.param("19XX", "1900–1999", "1900–1999", id="century"),
        pytest.param("2021-08-XX", "August 2021", "août 2021", id="some day"),
        pytest.param("2021-13-45", "2021-13-45", "2021-13-45", id="no date: as it stands"),
    ],
)
def test_dates_in_words(edtf: str, english: str, french: str) -> None:
    assert (in_words(edtf, "en"), in_words(edtf, "fr")) == (english, french)


@pytest.mark.parametrize("edtf", ["~" * 5_000, "2021-08-26" + "?" * 5_000, "[" * 3_000 + ".." + "]" * 3_000])
def test_what_is_no_date_is_shown_as_it_stands(edtf: str) -> None:
    assert in_words(edtf, "fr") == edtf
