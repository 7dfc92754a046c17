"""English."""

from __future__ import annotations

from typing import Final

from chronotope.languages import Language
from chronotope.languages.en_demonyms import ENGLISH_DEMONYMS
from chronotope.languages.en_places import (
    ENGLISH_DIRECTIONS,
    ENGLISH_PLACE_KINDS,
    ENGLISH_REGION_NAMES,
    ENGLISH_WATERS,
    ENGLISH_WORLD_PARTS,
)
from chronotope.languages.en_times import TIME_PATTERNS

# One entry a line would make pages of it.
# fmt: off
ENGLISH: Final = Language(
    code="en",
    name="English",
    better_pipelines=("en_core_web_trf", "en_core_web_lg"),
    contractions=("'s", "n't", "'re", "'ve", "'ll", "'d", "'m"),
    cuts_hyphens=True,
    whole=(
        "e-mail", "e-mails", "E-Mail", "E-mail", "x-ray", "counter-terrorism", "co-operation", "co-operate",
        ":)", ":-)", ":(", ":-(", ";)", ";-)", ":D", ":P", "b/c", "w/", "w/o",
    ),
    abbreviations=(
        "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Gen.", "Col.", "Lt.", "Sgt.", "Capt.", "Gov.", "Sen.", "Rep.",
        "Rev.", "St.", "Jr.", "Sr.", "Inc.", "Corp.", "Ltd.", "Co.", "vs.", "etc.", "e.g.", "i.e.", "a.m.", "p.m.",
        "U.S.", "U.K.", "U.N.", "No.", "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
    ),
    determiners=frozenset(
        "the a an this that these those my your his her its our their some any each every no several another".split()
    ),
    definite=frozenset("the this that these those".split()),
    owning=frozenset("my your his her its our their".split()),
    first_person=frozenset("i me myself".split()),
    prepositions=frozenset(
        "of in on at by for from to with without against into onto over under after before since until during "
        "through between among near towards toward about amid across along around behind beyond despite outside "
        "inside".split()
    ),
    of=frozenset(["of"]),
    by=frozenset(["by"]),
    against=frozenset(["against"]),
    possessive=frozenset(["'s", "'"]),
    toward=frozenset(["to", "toward", "towards", "into", "for"]),
    away=frozenset(["from", "out"]),
    locative=frozenset(["in", "at", "near", "on", "outside", "inside", "across"]),
    that=frozenset(["that"]),
    subordinators=frozenset(
        "that which who whom whose where when while because since if as although though so but and or".split()
    ),
    pronouns=frozenset(["he", "she", "they", "it"]),
    personal_pronouns=frozenset(
        (
            "i me myself you yourself yourselves he him himself she her herself it itself we us ourselves "
            "they them themselves who whom those these"
        ).split()
    ),
    auxiliaries=frozenset(
        "has have had having will would shall should can could may might must do does did is are was were be been "
        "being to".split()
    ),
    passive_auxiliaries=frozenset("is are was were be been being got gets".split()),
    future=("will", "shall", "'ll"),
    planned=frozenset(
        "due scheduled planned plans plan planning expected expects set slated hopes aims intends would could might "
        "upcoming forthcoming forecast".split()
    ),
    hearsay=frozenset(["reportedly", "allegedly"]),
    negations=frozenset(["not", "n't", "no", "never", "without", "neither", "nor"]),
    participle_endings={"ed": "", "d": "", "ied": "y", "ing": ""},
    indefinite=frozenset(["a", "an", "one"]),
    ambiguous_dates=True,
    name_particles=frozenset("of the de la al el bin ibn abu von van der den di da dos and for".split()),
    country_names={
        "Britain": "GB",
        "Great Britain": "GB",
        "U.K.": "GB",
        "UK": "GB",
        "U.S.": "US",
        "US": "US",
        "USA": "US",
        "U.S.A.": "US",
        "America": "US",
        "Turkey": "TR",
        "Holland": "NL",
        "Burma": "MM",
        "Ivory Coast": "CI",
        "Czech Republic": "CZ",
        "North Korea": "KP",
        "South Korea": "KR",
        "Macedonia": "MK",
        "Swaziland": "SZ",
        "Cape Verde": "CV",
        "East Timor": "TL",
        "UAE": "AE",
        "Emirates": "AE",
        "DR Congo": "CD",
        "Hong Kong": "HK",
        "Democratic Republic of Congo": "CD",
        "Palestine": "PS",
        "Vatican": "VA",
        "Bosnia": "BA",
    },
    demonyms=ENGLISH_DEMONYMS,
    place_kinds=ENGLISH_PLACE_KINDS,
    directions=ENGLISH_DIRECTIONS,
    region_names=ENGLISH_REGION_NAMES,
    world_parts=ENGLISH_WORLD_PARTS,
    waters=ENGLISH_WATERS,
    generic_names=frozenset(["international", "central", "main", "new"]),
    coordinators=frozenset(["and", "or", "nor"]),
    home_countries=("US", "GB"),
    indefinite_pronouns=frozenset({"one", "you"}),
    others=frozenset(["another", "other", "new", "second", "third", "further", "separate", "fresh"]),
    bodies=frozenset(
        "company firm group union bank lender carmaker club party charity organisation organization agency "
        "retailer airline maker manufacturer insurer operator publisher movement giant".split()
    ),
    zone_openings={
        "teaser": (
            "just in", "read more", "also read", "read also", "related", "see also", "more on this story", "watch",
            "breaking", "listen", "don't miss", "read next", "more", "explainer", "live",
        ),
        "caption": ("photo", "photos", "file photo", "picture", "image", "caption", "graphic", "credit"),
        "boilerplate": ("newsletter", "subscribe", "sign up", "advertisement", "share"),
    },
    sites=frozenset(
        "airport airfield station port harbour harbor stadium arena hospital clinic prison jail cathedral "
        "church mosque synagogue temple castle palace museum theatre theater square street road avenue "
        "boulevard bridge tunnel dam motorway highway interstate park garden forest lake river mount mountain "
        "mountains valley beach bay gulf strait island islands peninsula camp base barracks plant refinery "
        "mine campus school cemetery gate racecourse velodrome terminal border crossing "
        "sea ocean desert canal market abbey monastery chapel viaduct memorial cape".split()
    ),
    function_words=frozenset(
        "the a an this that these those i you he she it we they his her its our their my your who which what "
        "where when why how if as at by for from in into of on to with and or but nor so yet because since until "
        "while although though after before during about against among between through over under again further "
        "then once here there all any both each few more most other some such no not only own same than too very "
        "one two three meanwhile however also still now yesterday today tomorrow earlier later according despite "
        "amid near inside outside many several another every nobody everyone nothing".split()
    ),
    demonyms_before=True,
    months={
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12, "jan.": 1, "feb.": 2, "aug.": 8, "sept.": 9,
        "oct.": 10, "nov.": 11, "dec.": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
        "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    },
    weekdays={
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
        "mon.": 1, "tues.": 2, "wed.": 3, "thurs.": 4, "fri.": 5,
    },
    units={
        "second": "second", "seconds": "second", "minute": "minute", "minutes": "minute", "hour": "hour",
        "hours": "hour", "day": "day", "days": "day", "week": "week",
        "weeks": "week", "month": "month", "months": "month", "quarter": "quarter", "quarters": "quarter",
        "year": "year", "years": "year", "decade": "decade", "decades": "decade", "century": "century",
        "centuries": "century",
    },
    parts_of_day={
        "morning": "morning", "noon": "noon", "midday": "midday", "afternoon": "afternoon", "evening": "evening",
        "night": "night",
    },
    hour_words=frozenset(["hrs", "hours", "gmt", "utc"]),
    clock_names={"noon": "12, 0"},
    capital_months=True,
    seasons={"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"},
    ambiguous_seasons=frozenset(["spring", "fall"]),
    weekday_plurals={
        "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
    },
    ordinals={
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    },
    collectives={"dozen": 12},
    ordinal_endings=("st", "nd", "rd", "th"),
    ambiguous_months=frozenset(["may", "march", "april", "june", "august"]),
    before_times=frozenset(
        "in since until till by of from to during before after last next this late early mid each every between "
        "through throughout around".split()
    ),
    number_words=frozenset(
        "no. nos. number resolution resolutions article flight section page chapter room route highway # u.s.c.".split()
    ),
    zones={
        "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00",
        "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    },
    time_openers={"since": "since", "until": "until", "till": "until", "before": "until", "by": "by"},
    time_patterns=TIME_PATTERNS,
)
