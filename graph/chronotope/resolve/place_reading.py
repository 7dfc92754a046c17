"""Reads the places of one article: which entry each name means, and what holds the places that have no entry."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from chronotope.gazetteer import Gazetteer, GazetteerEntry, fold
from chronotope.languages import Language
from chronotope.mentions import Extraction, PlaceMention
from chronotope.model import PlaceKind
from chronotope.registry import installed_languages
from chronotope.resolve.place_forms import (
    Form,
    countries_told,
    demonym_before,
    form_of,
    kind_beside,
    qualifiers,
    word_before,
)
from chronotope.resolve.place_senses import Name, choose_senses, country_of
from chronotope.resolve.place_setting import Setting
from chronotope.text import Span

# Held by no town, and seldom by one country.
_OPEN: Final = frozenset({"sea", "strait", "bay", "water", "continent"})
_LAND: Final = frozenset(
    {"mountain", "river", "lake", "desert", "forest", "island", "peninsula", "valley", "region", "beach"}
)
# Streets, squares and bridges bear the names of other towns ("rue de Rennes", in Paris).
_NAMED_AFTER: Final = frozenset({"street", "square", "bridge", "tunnel", "monument", "theatre", "station"})
_SURE: Final = 0.6
_UNKNOWN: Final = 0.5
_TOWN_PEOPLE: Final = 15_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceReading:
    """A place as one article has it: the words for it, and the entry they mean or, failing one, what holds it.

    `key` is what makes a place without an entry the same in another article, with kind and container. `labels` are
    those of the entry; `alternatives` pair the ids of other entries with their weights, 0–1. All values are plain, so
    that readings can be kept.
    """

    key: str
    mentions: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    confidence: float
    entry: str | None = None
    kind: str | None = None
    alternatives: tuple[tuple[str, float], ...] = ()
    contained_in: str | None = None
    labels: tuple[tuple[str, str], ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    same_as: str | None = None


def read_places(extraction: Extraction, gazetteer: Gazetteer) -> tuple[PlaceReading, ...]:
    """The places that an article names, in the order in which it does."""
    if not extraction.places:
        return ()
    code = extraction.article.language
    language = installed_languages().get(code) or _no_words(code)
    named = _named(extraction, language, gazetteer)
    names = _names(named, extraction, language, gazetteer)
    told = _told(extraction, language, gazetteer)
    senses = choose_senses(names, told, language, gazetteer)
    spans = {key: [each.mention.span for each in found] for key, found in named.items()}
    setting = Setting(extraction, language, gazetteer, spans, senses, told)
    return tuple(_reading(key, forms, setting) for key, forms in named.items())


@cache
def _no_words(code: str) -> Language:
    return Language(code=code, name=code)


class _Mentioned(NamedTuple):
    """A mention and what its words say."""

    mention: PlaceMention
    form: Form


_Named = Mapping[str, Sequence[_Mentioned]]


def _named(extraction: Extraction, language: Language, gazetteer: Gazetteer) -> _Named:
    """The mentions of an article by name: one name, one place."""
    found: dict[str, list[_Mentioned]] = defaultdict(list)
    for mention in extraction.places:
        form = _form(mention.text, language, gazetteer)
        found[_key(form)].append(_Mentioned(mention, form))
    return dict(found)


def _form(name: str, language: Language, gazetteer: Gazetteer) -> Form:
    form = form_of(name, language)
    entries = gazetteer.candidates(name)
    # "Mer Rouge" is also a division of Egypt.
    if form.kind in _OPEN and all(entry.kind == "region" for entry in entries):
        return form
    return Form(name.strip()) if entries or fold(name) in _words(language, "regions") else form


def _key(form: Form) -> str:
    """Names of towns and regions are alike with and without their noun; names of sites are not."""
    if _is_site(form) or form.part:
        return f"{form.kind}: {'part of ' if form.part else ''}{fold(form.core)}"
    return fold(form.core)


def _is_site(form: Form) -> bool:
    return form.noun and form.kind not in ("region", "city")


def _names(named: _Named, extraction: Extraction, language: Language, gazetteer: Gazetteer) -> dict[str, Name]:
    """What is looked up: the names, and those within the names of sites."""
    names = {
        key: _name(found, extraction, language, gazetteer)
        for key, found in named.items()
        if not _is_apart(found[0].form)
    }
    for found in named.values():
        for core in _cores_within(found[0].form, language):
            names.setdefault(fold(core), Name(core=core, count=0))
    return names


def _is_apart(form: Form) -> bool:
    return _is_site(form) or form.part


def _name(found: Sequence[_Mentioned], extraction: Extraction, language: Language, gazetteer: Gazetteer) -> Name:
    body = extraction.article.body
    spans = [each.mention.span for each in found]
    said = [each.form.kind or kind_beside(body, each.mention.span, language) for each in found]
    within = next(filter(None, (qualifiers(body, span, language, gazetteer) for span in spans)), ())
    return Name(
        core=found[0].form.core,
        count=len(found),
        kind=next(filter(None, said), None),
        qualifiers=within,
        demonym=next(filter(None, (demonym_before(body, span, language) for span in spans)), None),
        countries=frozenset(
            country
            for sentence in extraction.sentences
            if any(sentence.contains(span) for span in spans)
            for country in countries_told(sentence.of(body), language)
        ),
        town_like=sum(_town_like(body, span, language) for span in spans),
    )


def _town_like(body: str, span: Span, language: Language) -> int:
    before = word_before(body, span.begin)
    return (before in language.before_towns) - (before in language.before_regions)


def _cores_within(form: Form, language: Language) -> Iterator[str]:
    """The names that the name of a site or of a part may hold, the whole first ("hôpital Necker de Paris")."""
    if not _is_apart(form) or not form.core:
        return
    if form.kind not in _NAMED_AFTER:
        yield form.core
        yield " ".join(word for word in form.core.split() if fold(word) not in language.generic_names | language.of)
    links = "|".join(re.escape(word) for word in sorted(language.of | language.locative))
    if links:
        parts = re.split(rf"\s(?:(?:{links})\s|(?<=d)['’])", form.core)
        if len(parts) > 1:
            yield parts[-1]
    if language.possessive and "'" in form.core.replace("’", "'"):
        yield form.core.replace("’", "'").split("'")[0]


def _told(extraction: Extraction, language: Language, gazetteer: Gazetteer) -> dict[str, int]:
    """How often countries are named outright or by their people, by id."""
    article = extraction.article
    found: Counter[str] = Counter()
    for text in (article.body, article.title or ""):
        found.update(countries_told(text, language))
    for mention in extraction.places:
        entries = gazetteer.candidates(mention.text)
        # "Géorgie" speaks for a country only where it can mean nothing else.
        if entries and all(entry.kind == "country" for entry in entries):
            found[entries[0].id] += 1
    return dict(found)


def _words(language: Language, what: str) -> Mapping[str, str | None]:
    return _folded(language)[what]


@cache
def _folded(language: Language) -> Mapping[str, Mapping[str, str | None]]:
    """The names of a language's own lists by folded name."""
    regions = {fold(name): code for name, code in (language.region_names or {}).items() if "-" not in code}
    return {
        "regions": regions,
        "world": dict.fromkeys(fold(name) for name in language.world_parts),
        "waters": dict.fromkeys(fold(name) for name in language.waters),
    }


def _reading(key: str, found: Sequence[_Mentioned], setting: Setting) -> PlaceReading:
    form = found[0].form
    mentions = tuple(sorted(each.mention.id for each in found))
    names = tuple((each.mention.text, setting.language.code) for each in found)
    senses = () if _is_apart(form) else setting.senses[key]
    others = tuple((sense.entry.id, round(sense.weight, 2)) for sense in senses[1:] if sense.entry is not None)
    entry = senses[0].entry if senses else None
    if fold(form.core) in {*_words(setting.language, "world"), *_words(setting.language, "waters")}:
        entry, others = None, ()
    if entry is None:
        kind, holder = _unknown(found, setting)
        core = _own_name(form, holder, setting)
        return PlaceReading(
            key=f"{'part of ' if form.part else ''}{core}",
            mentions=mentions,
            names=names,
            confidence=_UNKNOWN,
            kind=kind,
            alternatives=others,
            contained_in=holder,
        )
    return PlaceReading(
        key=fold(form.core),
        mentions=mentions,
        names=names,
        confidence=round(senses[0].weight, 2),
        entry=entry.id,
        kind=entry.kind,
        alternatives=others,
        contained_in=entry.contained_in,
        labels=tuple((label.text, label.language) for label in entry.labels),
        latitude=entry.latitude,
        longitude=entry.longitude,
        same_as=entry.same_as,
    )


def _own_name(form: Form, holder: str | None, setting: Setting) -> str:
    """What is left of a name without its kind and its container: nothing, of "aéroport de Kaboul"."""
    whole = fold(form.core)
    if not _is_apart(form) or holder is None:
        return whole
    for core in _cores_within(form, setting.language):
        entry = setting.entry(fold(core))
        if entry is not None and entry.id == holder:
            links = "|".join(re.escape(word) for word in sorted(setting.language.of | setting.language.possessive))
            whole = whole.replace(fold(core), "")
            whole = re.sub(rf"^(?:{links})(?:\s|$)|(?:^|\s)(?:{links})$", "", whole.strip()).strip(" '")
            break
    return " ".join(word for word in whole.split() if word not in setting.language.generic_names)


def _unknown(found: Sequence[_Mentioned], setting: Setting) -> tuple[PlaceKind | None, str | None]:
    """The kind and the container of what has no entry."""
    form, language = found[0].form, setting.language
    name, regions = fold(form.core), _words(language, "regions")
    if not form.noun and name in _words(language, "waters"):
        return "sea", None
    if not form.noun and name in _words(language, "world"):
        return "continent", None
    if not form.noun and name in regions:
        return "region", f"place/{regions[name]}"
    body, spans = setting.extraction.article.body, [each.mention.span for each in found]
    kind = form.kind or next(filter(None, (kind_beside(body, span, language) for span in spans)), None)
    return kind, None if kind in _OPEN else _container(kind, form, spans, setting)


def _container(kind: PlaceKind | None, form: Form, spans: Sequence[Span], setting: Setting) -> str | None:
    """What the name holds, else what stands beside it, else where the article is set."""
    for core in _cores_within(form, setting.language):
        within = setting.entry(fold(core))
        if within is not None and _may_hold(within, fold(core), setting):
            return within.id
    wide = kind in _LAND or kind is None
    body = setting.extraction.article.body
    said = (qualifiers(body, span, setting.language, setting.gazetteer) for span in spans)
    told = next((holders[0].id for holders in said if holders), None)
    if wide:
        return told or setting.beside(spans, "region") or setting.main_region or setting.main_country
    return setting.after(spans, "city") or told or setting.beside(spans, "city") or setting.main_place


def _may_hold(entry: GazetteerEntry, name: str, setting: Setting) -> bool:
    """Whether an entry named within a site's name is where the site is, and not whom it is named after."""
    country = country_of(entry, setting.gazetteer)
    agreed = sum(
        sense.weight
        for sense in setting.senses[name]
        if sense.entry is not None and country_of(sense.entry, setting.gazetteer) == country
    )
    return name in setting.mentioned or (agreed >= _SURE and (entry.kind != "city" or entry.population >= _TOWN_PEOPLE))
