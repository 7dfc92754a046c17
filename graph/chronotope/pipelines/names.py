"""Names made consistent over an article: a spaCy component that runs after the names were found.

A model sees a few words at a time, and takes "Bobick" for a place in one sentence although "Duane Bobick" is a person
in another. "One sense per discourse" (Gale, Church and Yarowsky 1992) holds for names above all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from spacy.language import Language as SpacyLanguage
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

_PERSON: Final = "PER"
# Lists of places; see `chronotope.pipelines.hints`.
_PLACES: Final = frozenset("CRT")
_SHORTEST: Final = 3


class _Senses(NamedTuple):
    """What names are in an article: the label of each by its words, and the surnames of the people in it."""

    labels: dict[str, str]
    surnames: frozenset[str]


@SpacyLanguage.factory("chronotope_names", assigns=["doc.ents"])
def make_names(nlp: SpacyLanguage, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001  # what spaCy gives
    """The component by its name in a spaCy configuration."""

    def repair(doc: Doc) -> Doc:
        senses = _senses(doc.ents)
        found = [_relabelled(span, senses) for span in doc.ents]
        doc.set_ents(filter_spans([*found, *_missed(doc, senses)]))
        return doc

    return repair


def _senses(names: Sequence[Span]) -> _Senses:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for span in names:
        votes[span.text][span.label_] += 1
    people = (span for span in names if span.label_ == _PERSON and len(span) > 1)
    return _Senses(
        {text: _winner(counter) for text, counter in votes.items()},
        frozenset(span[-1].text for span in people if _is_surname(span)),
    )


def _winner(votes: Counter[str]) -> str:
    """The label most often given; of two as often given the first in the text."""
    return votes.most_common(1)[0][0]


def _is_surname(person: Span) -> bool:
    """Whether the last word of a person's name stands for the person alone, and not for a place ("Jack London")."""
    last = person[-1]
    return len(last.text) >= _SHORTEST and last.text[0].isupper() and _PLACES.isdisjoint(last.ent_kb_id_)


def _relabelled(span: Span, senses: _Senses) -> Span:
    label = _PERSON if span.text in senses.surnames else senses.labels[span.text]
    return span if label == span.label_ else Span(span.doc, span.start, span.end, label=label)


def _missed(doc: Doc, senses: _Senses) -> Iterator[Span]:
    """Surnames, and names of several words, where the model did not see them."""
    known: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for span in doc.ents:
        if len(span) > 1:
            known[span[0].text].append((tuple(token.text for token in span), senses.labels[span.text]))
    taken = {token.i for span in doc.ents for token in span}
    for token in doc:
        if token.i in taken:
            continue
        if token.text in senses.surnames and token.pos_ == "PROPN":
            yield Span(doc, token.i, token.i + 1, label=_PERSON)
        for words, label in known.get(token.text, ()):
            if tuple(each.text for each in doc[token.i : token.i + len(words)]) == words:
                yield Span(doc, token.i, token.i + len(words), label=label)
