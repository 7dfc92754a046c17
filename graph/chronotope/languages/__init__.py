"""Words of one language as data: one module, one value.

A language from another package is a `Language` under the entry point group `chronotope.languages`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chronotope.mentions import ZoneKind
from chronotope.model import PlaceKind


# Compared by identity, so that what is compiled from a language can be cached by it.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """What the extractors need to know of a language's small words. Everything is lower case, apostrophes straight.

    `time_patterns` pair a pattern over tokens with the expression it means. In a pattern a word stands for itself,
    `a|b` for either, `x?` may be left out, `{slot}` is one of the slots of `extract/time_slots.py`, and the words
    before `<` must be there without being part of the expression ("depuis < {year}"). Earlier patterns win over later
    ones of the same length. A second slot of a kind has a number ("{day} to {day2} {month}"). Brackets cut a match
    into several expressions, their meanings parted by "; ". A pattern that means "" is a look-alike to pass over.
    """

    code: str
    name: str

    better_pipelines: tuple[str, ...] = ()
    """Published spaCy pipelines that read better than ours, the best first; one that is installed is used."""

    # Tokens
    elided: tuple[str, ...] = ()
    """Words that lose their vowel before an apostrophe, as written before it ("l", "qu")."""
    clitics: tuple[str, ...] = ()
    """Words that are hung on a verb by a hyphen ("-t-il")."""
    contractions: tuple[str, ...] = ()
    """Endings that are tokens of their own ("'s", "n't")."""
    cuts_hyphens: bool = False
    """Whether the parts of a hyphenated word are tokens ("well-known"), as in the treebanks of the language."""
    whole: tuple[str, ...] = ()
    """Words that are one token against these rules ("e-mail")."""
    abbreviations: tuple[str, ...] = ()
    """Words whose full stop ends no sentence."""

    # Grammar
    determiners: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    """Determiners that point to what is known already ("le", "this"), alone or run together with a preposition."""
    owning: frozenset[str] = frozenset()
    """Determiners that say whose something is ("son", "their")."""
    first_person: frozenset[str] = frozenset()
    """Pronouns of the one who speaks ("je", "I")."""
    prepositions: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    """Words that hang one noun phrase on another ("de", "of")."""
    by: frozenset[str] = frozenset()
    """Words that introduce the agent of a passive ("par", "by")."""
    against: frozenset[str] = frozenset()
    """Prepositions that say whom an act is aimed at ("contre", "against")."""
    possessive: frozenset[str] = frozenset()
    """Signs that hang a noun on the one before it ("'s")."""
    toward: frozenset[str] = frozenset()
    """Prepositions that say whom or where something goes to ("à", "vers")."""
    away: frozenset[str] = frozenset()
    """Prepositions that say where something comes from ("depuis", "from")."""
    locative: frozenset[str] = frozenset()
    """Prepositions that say where something happens ("à", "in")."""
    that: frozenset[str] = frozenset()
    """Conjunctions that open what is said ("que", "that")."""
    subordinators: frozenset[str] = frozenset()
    """Words that open another clause."""
    pronouns: frozenset[str] = frozenset()
    """Subject pronouns of the third person."""
    personal_pronouns: frozenset[str] = frozenset()
    """Every word that stands for people or things without naming them, in any person and case."""
    indefinite_pronouns: frozenset[str] = frozenset()
    """Pronouns for people at large, or the speakers themselves ("on", "one")."""
    others: frozenset[str] = frozenset()
    """Words that make a mention one of another event ("un autre attentat", "a second blast")."""
    bodies: frozenset[str] = frozenset()
    """Nouns that take up an organisation already named ("le groupe", "the company")."""
    auxiliaries: frozenset[str] = frozenset()
    """Forms of the verbs that make compound tenses and the passive, other than the copula's passive forms."""
    passive_auxiliaries: frozenset[str] = frozenset()
    """Forms after which a participle is passive ("été", "was")."""
    future: tuple[str, ...] = ()
    """Endings or words that mark the future (an ending begins with "-")."""
    hearsay: frozenset[str] = frozenset()
    """Auxiliaries of the conditional, by which the press says "reportedly" ("aurait")."""
    negations: frozenset[str] = frozenset()
    participle_endings: Mapping[str, str] | None = None
    """Endings of participles, and what makes them infinitives ("ées" → "er")."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of adjectives that may follow a noun ("-ienne": afghanes, américains)."""
    name_particles: frozenset[str] = frozenset()
    """Small words inside a proper name ("de", "ben", "von")."""
    country_names: Mapping[str, str] | None = None
    """What the press calls a country beside its name in Unicode's tables → its ISO 3166 code."""
    demonyms: Mapping[str, str] | None = None
    """ISO 3166 codes of countries → the words for who is of them, in the singular, "_" for a space within one."""
    zone_openings: Mapping[ZoneKind, tuple[str, ...]] | None = None
    """How paragraphs begin that are no part of an article's own text, by what they are."""
    sites: frozenset[str] = frozenset()
    """Nouns that make a name the name of a site ("aéroport de Kaboul", "Kabul airport")."""
    place_kinds: Mapping[PlaceKind, str] | None = None
    """Kinds of place → the nouns that say that a name is one's, "_" for a space within one."""
    directions: frozenset[str] = frozenset()
    """Words that cut a part from a place ("nord", "northern")."""
    region_names: Mapping[str, str] | None = None
    """What the press calls a division of a country → its ISO 3166-2 code, or that of the country it is a part of."""
    world_parts: frozenset[str] = frozenset()
    """Places that no country holds ("Sahel")."""
    waters: frozenset[str] = frozenset()
    """Seas that are named without the noun ("Méditerranée")."""
    generic_names: frozenset[str] = frozenset()
    """Words in the names of sites that tell none apart ("international")."""
    coordinators: frozenset[str] = frozenset()
    """Words that put the last of a list beside the others ("et", "and")."""
    before_towns: frozenset[str] = frozenset()
    """Words after which the name of a place is rather a town's ("à")."""
    before_regions: frozenset[str] = frozenset()
    """Words after which the name of a place is rather a country's or region's ("au")."""
    spellings: tuple[tuple[str, str], ...] = ()
    """How the language writes sounds of other scripts → how English does ("dj" → "j")."""
    home_countries: tuple[str, ...] = ()
    """ISO 3166 codes of countries that the press of the language may leave unsaid."""
    function_words: frozenset[str] = frozenset()
    """Words that begin a sentence with a capital and name nobody."""
    indefinite: frozenset[str] = frozenset()
    """Articles that are also the number one ("un", "a")."""
    colon: str = ": "
    """A colon with the spaces around it."""
    ambiguous_dates: bool = False
    """Whether 12/03/2024 is March to some and December to others."""
    demonyms_before: bool = False
    """Whether adjectives of nationality stand before the noun, with a capital ("US officials")."""

    # Times
    months: Mapping[str, int] | None = None
    weekdays: Mapping[str, int] | None = None
    """Monday is 1, as in ISO 8601."""
    units: Mapping[str, str] | None = None
    parts_of_day: Mapping[str, str] | None = None
    hour_words: frozenset[str] = frozenset()
    """Words between the hours and the minutes of a clock time ("h", "heures")."""
    clock_names: Mapping[str, str] | None = None
    """Hours with a name, as "hours, minutes" ("minuit": "0, 0")."""
    ambiguous_months: frozenset[str] = frozenset()
    """Months that are also names or other words ("may", "april"); alone they need a time's surroundings."""
    ambiguous_seasons: frozenset[str] = frozenset()
    """Seasons that are also other nouns or verbs ("fall")."""
    before_times: frozenset[str] = frozenset()
    """Words after which a month alone is a month ("in", "last")."""
    number_words: frozenset[str] = frozenset()
    """Words after which figures of a year's length number something ("no.", "about")."""
    time_openers: Mapping[str, str] | None = None
    """Words before a time that open it at one end, and what they mean ("depuis": "since", "until", "by")."""
    ordinals: Mapping[str, int] | None = None
    ordinal_endings: tuple[str, ...] = ()
    """What makes a number in digits an ordinal ("2e", "2nd"), and a Roman one a century ("XIXe")."""
    collectives: Mapping[str, int] | None = None
    """Nouns that count roughly ("une dizaine")."""
    seasons: Mapping[str, str] | None = None
    """Names of seasons → their TIMEX3 codes."""
    weekday_plurals: Mapping[str, int] | None = None
    zones: Mapping[str, str] | None = None
    """Time zones that stand after a clock time → as ISO 8601 writes them."""
    halves_of_day: Mapping[str, int] | None = None
    """Words after a clock time of twelve hours → the hour their half of the day begins at ("du soir": 12)."""
    middle: str = ""
    """What marks the middle of a month within the word ("mi-": mi-août)."""
    pointer: str = ""
    """What points back from within a word ("-là": ce jour-là)."""
    list_words: frozenset[str] = frozenset()
    """Words between the days of a list whose month comes last ("les 3, 4 et 5 mai")."""
    capital_months: bool = False
    """Whether months are written with a capital, so that "may" and "march" are none."""
    planned: frozenset[str] = frozenset()
    """Words that put what they govern ahead without being in the future ("prévu", "doit")."""
    time_patterns: tuple[tuple[str, str], ...] = ()
