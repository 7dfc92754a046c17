"""What articles disagree about, in words that people read."""

from __future__ import annotations

from chronotope.show.html.labels import labels_in
from chronotope.show.html.when import in_words
from chronotope.timeline.disagreements import Disagreement


def disagreement_in_words(disagreement: Disagreement, language: str) -> Disagreement:
    """The same with its aspect, dates and statuses in the words of a language.

    >>> from chronotope.timeline.disagreements import Version
    >>> said = Disagreement("status", (Version("actual", ("quay",)), Version("denied", ("port",))))
    >>> print(disagreement_in_words(said, "fr"))
    statut: avéré (quay) / démenti (port)
    """
    words = labels_in(language)
    aspect = words.get(f"aspect.{disagreement.aspect}", disagreement.aspect)
    versions = (
        version._replace(value=_in_words(disagreement.aspect, version.value, language))
        for version in disagreement.versions
    )
    return Disagreement(aspect, tuple(versions))


def _in_words(aspect: str, value: str, language: str) -> str:
    """What a version says; a value that is not known is shown as it stands."""
    if aspect == "date":
        return in_words(value, language)
    return labels_in(language).get(f"status.{value}", value) if aspect == "status" else value
