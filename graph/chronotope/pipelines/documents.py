"""What spaCy read, as a `Document`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, get_args

from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from chronotope.text import Article, Document, Name, NameLabel, Span, Token

# Labels of OntoNotes, which English pipelines of spaCy's have, beside those of WikiNER. Nationalities are adjectives in
# French, which WikiNER leaves out; OntoNotes has them as NORP.
LABELS: Final[Mapping[str, NameLabel]] = {
    **{label: label for label in get_args(NameLabel)},
    "PERSON": "PER",
    "GPE": "LOC",
    "FAC": "LOC",
    "NORP": "MISC",
    "PRODUCT": "MISC",
    "WORK_OF_ART": "MISC",
    "LAW": "MISC",
    "LANGUAGE": "MISC",
}


def document_of(doc: Doc, article: Article, pipeline: str, lemma: Callable[[SpacyToken], str]) -> Document:
    """Keep tokens, sentences, names and, where there is a parse, its arcs; white space is dropped."""
    words = [token for token in doc if not token.is_space]
    index = {token.i: position for position, token in enumerate(words)}
    parsed = doc.has_annotation("DEP")
    return Document(
        article=article,
        pipeline=pipeline,
        tokens=tuple(
            Token(
                token.idx,
                token.idx + len(token.text),
                token.text,
                lemma(token),
                token.pos_,
                str(token.morph),
                token.dep_,
                index.get(token.head.i, -1) if parsed else -1,
            )
            for token in words
        ),
        sentences=tuple(_sentences(doc)),
        names=tuple(
            Name(name.start_char, name.end_char, LABELS[name.label_]) for name in doc.ents if name.label_ in LABELS
        ),
    )


def _sentences(doc: Doc) -> list[Span]:
    found = []
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            found.append(Span(words[0].idx, words[-1].idx + len(words[-1].text)))
    return found
