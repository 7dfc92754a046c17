"""The words of the page's interface, in French and English. A language without words of its own gets English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LOCALES: Final[Mapping[str, str]] = {"en": "en-GB", "fr": "fr-FR"}
"""How dates are written: "26 August 2021" reads the same everywhere, "8/26/2021" does not."""

_ENGLISH: Final[Mapping[str, str]] = {
    "count": "{n} of {m} events",
    "search": "Search",
    "search.hint": "Search events, actors, places, words  ( / )",
    "types": "Types",
    "statuses": "Status",
    "fit": "Fit",
    "fit.hint": "Show all dates (0)",
    "zoom.in": "Zoom in on time (+)",
    "zoom.out": "Zoom out (−)",
    "theme": "Light or dark",
    "chart": "Timeline. Arrow keys step through the events, Enter opens one, plus and minus zoom.",
    "details": "Events and details",
    "list": "Events",
    "list.all": "All events",
    "list.none": "No event fits. Esc clears search and filters.",
    "placeless": "No place",
    "undated": "Undated",
    "undated.short": "No date",
    "overview": "Overview of all dates: drag to choose a stretch",
    "earlier": "{n} earlier",
    "later": "{n} later",
    "where": "Where",
    "who": "Who",
    "said": "Who says so",
    "claim": "{actor} {stance}",
    "confidence": "Confidence",
    "evidence": "Evidence ({n})",
    "no-title": "Article",
    "related": "Connected events",
    "more": "and {n} more",
    "takes-part": "Takes part in",
    "claims": "Says",
    "empty": "This timeline holds no event.",
    "no-script": "This page draws a timeline with JavaScript; please allow it.",
    "status.actual": "happened",
    "status.reported": "reported",
    "status.planned": "planned",
    "status.hypothetical": "possible",
    "status.denied": "denied",
    "role.agent": "agent",
    "role.patient": "affected",
    "role.recipient": "recipient",
    "role.instrument": "means",
    "role.origin": "from",
    "role.destination": "to",
    "role.topic": "topic",
    "stance.asserts": "asserts",
    "stance.confirms": "confirms",
    "stance.denies": "denies",
    "stance.believes": "believes",
    "stance.warns": "warns",
    "stance.promises": "promises",
    "stance.requests": "asks for it",
    "actor.person": "person",
    "actor.organization": "organisation",
    "actor.armed-group": "armed group",
    "actor.state": "state",
    "actor.group": "group",
    "actor.thing": "thing",
    "basis.stated": "date stated",
    "basis.relative": "relative to the article’s date",
    "basis.inferred": "inferred",
    "relation.before.from": "after",
    "relation.before.to": "before",
    "relation.causes.from": "caused by",
    "relation.causes.to": "causes",
    "relation.during.from": "during it",
    "relation.during.to": "during",
    "relation.sub-event.from": "has part",
    "relation.sub-event.to": "part of",
}

_FRENCH: Final[Mapping[str, str]] = {
    "count": "{n} événements sur {m}",
    "search": "Rechercher",
    "search.hint": "Événements, acteurs, lieux, mots  ( / )",
    "types": "Types",
    "statuses": "Statut",
    "fit": "Tout voir",
    "fit.hint": "Montrer toutes les dates (0)",
    "zoom.in": "Agrandir le temps (+)",
    "zoom.out": "Réduire (−)",
    "theme": "Clair ou sombre",
    "chart": "Frise. Les flèches parcourent les événements, Entrée en ouvre un, plus et moins changent l’échelle.",
    "details": "Événements et détails",
    "list": "Événements",
    "list.all": "Tous les événements",
    "list.none": "Aucun événement ne convient. Échap efface la recherche et les filtres.",
    "placeless": "Sans lieu",
    "undated": "Sans date",
    "undated.short": "Sans date",
    "overview": "Vue d’ensemble des dates : glissez pour choisir une période",
    "earlier": "{n} avant",
    "later": "{n} après",
    "where": "Où",
    "who": "Qui",
    "said": "Qui le dit",
    "claim": "{actor} {stance}",
    "confidence": "Confiance",
    "evidence": "Sources ({n})",
    "no-title": "Article",
    "related": "Événements liés",
    "more": "et {n} autres",
    "takes-part": "Participe à",
    "claims": "Déclare",
    "empty": "Cette frise ne contient aucun événement.",
    "no-script": "Cette page dessine une frise avec JavaScript ; veuillez l’autoriser.",
    "status.actual": "avéré",
    "status.reported": "rapporté",
    "status.planned": "prévu",
    "status.hypothetical": "possible",
    "status.denied": "démenti",
    "role.agent": "agent",
    "role.patient": "touché",
    "role.recipient": "destinataire",
    "role.instrument": "moyen",
    "role.origin": "depuis",
    "role.destination": "vers",
    "role.topic": "sujet",
    "stance.asserts": "affirme",
    "stance.confirms": "confirme",
    "stance.denies": "dément",
    "stance.believes": "croit",
    "stance.warns": "met en garde",
    "stance.promises": "promet",
    "stance.requests": "le demande",
    "actor.person": "personne",
    "actor.organization": "organisation",
    "actor.armed-group": "groupe armé",
    "actor.state": "État",
    "actor.group": "groupe",
    "actor.thing": "chose",
    "basis.stated": "date donnée",
    "basis.relative": "relative à la date de l’article",
    "basis.inferred": "déduite",
    "relation.before.from": "après",
    "relation.before.to": "avant",
    "relation.causes.from": "causé par",
    "relation.causes.to": "cause",
    "relation.during.from": "pendant celui-ci",
    "relation.during.to": "pendant",
    "relation.sub-event.from": "comprend",
    "relation.sub-event.to": "partie de",
}

_LABELS: Final[Mapping[str, Mapping[str, str]]] = {"en": _ENGLISH, "fr": _FRENCH}


def interface_language(language: str) -> str:
    """The language of the interface for texts in `language`.

    >>> interface_language("fr"), interface_language("fr-CA"), interface_language("de")
    ('fr', 'fr', 'en')
    """
    code = language.partition("-")[0].lower()
    return code if code in _LABELS else "en"


def labels_in(language: str) -> Mapping[str, str]:
    """All words of the interface.

    >>> labels_in("fr")["status.denied"]
    'démenti'
    """
    return _LABELS[interface_language(language)]
