"""English."""

from __future__ import annotations

from typing import Final

from chronotope.languages import Language

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
    prepositions=frozenset(
        "of in on at by for from to with without against into onto over under after before since until during "
        "through between among near towards toward about amid across along around behind beyond despite outside "
        "inside".split()
    ),
    of=frozenset(["of"]),
    by=frozenset(["by"]),
    locative=frozenset(["in", "at", "near", "on", "outside", "inside", "across"]),
    that=frozenset(["that"]),
    subordinators=frozenset(
        "that which who whom whose where when while because since if as although though so but and or".split()
    ),
    pronouns=frozenset(["he", "she", "they", "it"]),
    auxiliaries=frozenset(
        "has have had having will would shall should can could may might must do does did is are was were be been "
        "being to".split()
    ),
    passive_auxiliaries=frozenset("is are was were be been being got gets".split()),
    future=("will", "shall", "'ll"),
    hearsay=frozenset(["reportedly", "allegedly"]),
    negations=frozenset(["not", "n't", "no", "never", "without", "neither", "nor"]),
    participle_endings={"ed": "", "d": "", "ied": "y", "ing": ""},
    indefinite=frozenset(["a", "an", "one"]),
    ambiguous_dates=True,
    name_particles=frozenset("of the de la al el bin ibn abu von van der den di da dos and for".split()),
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
        "oct.": 10, "nov.": 11, "dec.": 12,
    },
    weekdays={
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    },
    units={
        "second": "second", "seconds": "second", "minute": "minute", "minutes": "minute", "hour": "hour",
        "hours": "hour", "day": "day", "days": "day", "night": "day", "nights": "day", "week": "week",
        "weeks": "week", "month": "month", "months": "month", "quarter": "quarter", "quarters": "quarter",
        "year": "year", "years": "year", "decade": "decade", "decades": "decade", "century": "century",
        "centuries": "century",
    },
    parts_of_day={
        "morning": "morning", "noon": "noon", "midday": "midday", "afternoon": "afternoon", "evening": "evening",
        "night": "night",
    },
    clock_names={"midnight": "0, 0", "noon": "12, 0"},
    capital_months=True,
    time_patterns=(
        ("{day} {month} {year}", "explicit()"),
        ("{month} {day} ,? {year}", "explicit()"),
        ("{weekday} ,? {month} {day} ,? {year}", "explicit()"),
        ("{iso}", "explicit()"),
        ("{slashed}", "explicit()"),
        ("by < {month} {day}", "by(day-month({day}, {month}))"),
        ("until < {month} {day}", "until(day-month({day}, {month}))"),
        ("since < {month} {day}", "since(day-month({day}, {month}))"),
        ("{month} {day}", "day-month({day}, {month})"),
        ("{weekday} ,? {month} {day}", "day-month({day}, {month})"),
        ("{day} {month}", "day-month({day}, {month})"),
        ("{weekday} {part}", "part-of(weekday({weekday}), {part})"),
        ("on < {weekday} {part}", "part-of(weekday({weekday}), {part})"),
        ("last {weekday}", "weekday({weekday}, last)"),
        ("next {weekday}", "weekday({weekday}, next)"),
        ("{weekday}", "weekday({weekday})"),
        ("yesterday", "shift(-1, day)"),
        ("yesterday {part}", "part-of(shift(-1, day), {part})"),
        ("today", "shift(0, day)"),
        ("tonight", "part-of(shift(0, day), night)"),
        ("tomorrow", "shift(1, day)"),
        ("tomorrow {part}", "part-of(shift(1, day), {part})"),
        ("this {part}", "part-of(shift(0, day), {part})"),
        ("last night", "part-of(shift(-1, day), night)"),
        ("this|the weekend", "weekend(0)"),
        ("last weekend", "weekend(-1)"),
        ("next weekend", "weekend(1)"),
        ("this {unit}", "shift(0, {unit})"),
        ("last {unit}", "shift(-1, {unit})"),
        ("next {unit}", "shift(1, {unit})"),
        ("{month} {year}", "explicit()"),
        ("since < {month} {year}", "since(explicit())"),
        ("in|last|since|late|early|of < {month}", "month({month})"),
        ("last {month}", "month({month}, last)"),
        ("next {month}", "month({month}, next)"),
        ("in|of|late|early < {year}", "date({year})"),
        ("since < {year}", "since(date({year}))"),
        ("until|before < {year}", "until(date({year}))"),
        ("the {year} s", "decade({year})"),
        ("{number} {unit} ago", "ago({number}, {unit})"),
        ("a|an {unit} ago", "ago(1, {unit})"),
        ("a few {unit} ago", "ago-some({unit})"),
        ("in < {number} {unit}", "shift({number}, {unit})"),
        ("{number} {unit} later", "later({number}, {unit})"),
        ("{number} {unit} earlier", "later(-{number}, {unit})"),
        ("the previous|preceding day", "later(-1, day)"),
        ("the next|following day", "later(1, day)"),
        ("the same day", "later(0, day)"),
        ("for|over|lasted|after < {number} {unit}", "duration({number}, {unit})"),
        ("every {weekday}", "every(weekday({weekday}))"),
        ("every {unit}", "every({unit})"),
        ("now|currently", "now()"),
    ),
)
