"""EDTF in words, as precise as it is and no more: "2021-08" is "August 2021", never its first day.

https://www.loc.gov/standards/datetime/, level 1, and `[a..b]` of level 2. What is not understood is shown as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Final

from babel.dates import format_date

from chronotope.show.html.labels import LOCALES, interface_language

_PATTERNS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "within": "between {a} and {b}", "throughout": "{a} – {b}", "from": "from {a} on", "until": "until {b}",
        "at-earliest": "{a} or later", "at-latest": "{b} or earlier",
        "about": "about {a}", "uncertain": "{a} (uncertain)", "time": "{day}, {time}",
        "decade": "{a}s", "first": "EEEE d MMMM y",
        "21": "spring {a}", "22": "summer {a}", "23": "autumn {a}", "24": "winter {a}",
    },
    "fr": {
        "within": "entre {a} et {b}", "throughout": "{a} – {b}", "from": "dès {a}", "until": "jusqu’à {b}",
        "at-earliest": "{a} ou après", "at-latest": "{b} ou avant",
        "about": "vers {a}", "uncertain": "{a} (incertain)", "time": "{day}, {time}",
        "decade": "années {a}", "first": "EEEE d'er' MMMM y",
        "21": "printemps {a}", "22": "été {a}", "23": "automne {a}", "24": "hiver {a}",
    },
}  # fmt: skip

_LONGEST: Final = 100
"""No date is longer; what is, comes from a graph of somebody else, and marks within marks would go on for ever."""

_PRECISIONS: Final = {4: "y", 7: "MMMM y", 10: "EEEE d MMMM y"}
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_MOMENT = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})[T ](?P<time>\d{2}:\d{2})(?::\d{2})?(?P<zone>Z|[+-]\d{2}:?\d{2})?")


@lru_cache(maxsize=100_000)
def in_words(edtf: str, language: str) -> str:
    """Write an EDTF date in words.

    >>> in_words("2021-08-26", "en"), in_words("2021-08", "fr")
    ('Thursday 26 August 2021', 'août 2021')
    >>> in_words("[2021-08-26..2021-08-31]", "fr")
    'entre jeudi 26 août 2021 et mardi 31 août 2021'
    >>> in_words("../2021", "en"), in_words("2021-08/..", "en"), in_words("2021~", "en")
    ('until 2021', 'from August 2021 on', 'about 2021')
    >>> in_words("2021-09-01T17:50", "fr"), in_words("2021-34", "fr")
    ('mercredi 1er septembre 2021, 17:50', '2e trimestre 2021')
    """
    patterns = _PATTERNS[interface_language(language)]
    text = edtf.strip()
    if len(text) > _LONGEST:
        return text
    if text.startswith("[") and text.endswith("]") and ".." in text:
        low, _, high = text[1:-1].partition("..")
        return _range(low, high, ("at-earliest", "at-latest", "within"), language)
    if "/" in text:
        low, _, high = text.partition("/")
        return _range(low.replace("..", ""), high.replace("..", ""), ("from", "until", "throughout"), language)
    if text[-1:] in {"~", "%"}:
        return patterns["about"].format(a=in_words(text[:-1], language))
    if text[-1:] == "?":
        return patterns["uncertain"].format(a=in_words(text[:-1], language))
    return _single(text, language)


def _range(low: str, high: str, names: tuple[str, str, str], language: str) -> str:
    patterns = _PATTERNS[interface_language(language)]
    only_low, only_high, both = names
    a, b = (in_words(part, language) if part else "" for part in (low, high))
    if a and b:
        return patterns[both].format(a=a, b=b)
    if not a and not b:
        return ""
    return patterns[only_low].format(a=a) if a else patterns[only_high].format(b=b)


def _single(text: str, language: str) -> str:
    patterns = _PATTERNS[interface_language(language)]
    if moment := _MOMENT.fullmatch(text):
        day = _single(moment["day"], language)
        return patterns["time"].format(day=day, time=moment["time"] + _zone(moment["zone"]))
    if re.fullmatch(r"\d{3}X", text):
        return patterns["decade"].format(a=text[:3] + "0")
    if re.fullmatch(r"\d{2}XX", text):
        return f"{text[:2]}00–{text[:2]}99"
    if season := re.fullmatch(r"(\d{4})-(2[1-4])", text):
        return patterns[season[2]].format(a=season[1])
    if quarter := re.fullmatch(r"(\d{4})-3([3-6])", text):
        return _formatted("QQQQ y", f"{quarter[1]}-{3 * int(quarter[2]) - 8:02d}-01", language) or text
    return _calendar_date(text.removesuffix("-XX").removesuffix("-XX"), language) or text


def _calendar_date(text: str, language: str) -> str | None:
    if not _DATE.fullmatch(text):
        return None
    first = len(text) == 10 and text.endswith("-01")
    pattern = _PATTERNS[interface_language(language)]["first"] if first else _PRECISIONS[len(text)]
    return _formatted(pattern, f"{text}-01-01"[:10], language)


@lru_cache(maxsize=100_000)
def _formatted(pattern: str, iso: str, language: str) -> str | None:
    try:
        date = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return str(format_date(date, pattern, locale=LOCALES[interface_language(language)].replace("-", "_")))


def _zone(zone: str | None) -> str:
    return "" if zone is None else " UTC" if zone == "Z" else f" UTC{zone}"
