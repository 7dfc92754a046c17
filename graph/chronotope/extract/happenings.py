"""Finds events, who takes part in them and who vouches for them: `Document` → mentions.

Where classifiers were trained for a language and the text was parsed, they judge; else the rules of `participants`,
`claims` and `events` do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chronotope.extract.claims import find_claims
from chronotope.extract.events import find_events
from chronotope.extract.learned.find import find_by_models
from chronotope.extract.learned.maxent import load_models
from chronotope.extract.participants import find_participants
from chronotope.lexicon import Lexicon
from chronotope.mentions import Mention
from chronotope.text import Document


def find_happenings(document: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield what takes part in events, then claims, then events.

    >>> from chronotope.extract import extract
    >>> from chronotope.lexicon import load_lexicon
    >>> from chronotope.pipelines import load_pipeline
    >>> from chronotope.text import Article
    >>> article = Article(identifier="a", body="Lundi, l’armée a attaqué Kaboul.", language="fr")
    >>> (document,) = load_pipeline("fr").read([article])
    >>> (attack,) = extract(document, load_lexicon()).events
    >>> attack.text, attack.type, attack.status, [argument.role for argument in attack.arguments]
    ('attaqué', 'Attack', 'actual', ['agent', 'patient'])
    """
    models = load_models(document.language)
    if models and document.is_parsed and document.tokens:
        yield from find_by_models(document, lexicon, mentions, models)
        return
    found = list(mentions)
    for find in (find_participants, find_claims, find_events):
        new: list[Mention] = list(find(document, lexicon, found))
        yield from new
        found += new
