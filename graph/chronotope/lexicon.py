"""What the words mean: event types, triggers, frames, cues and known actors, read once from the ontology.

Every word of the world's vocabulary that an extractor acts on comes from here; the small words of a language come from
`chronotope.languages`, the names of places from `chronotope.gazetteer`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Final, Literal, NamedTuple, cast, get_args

import pyoxigraph as ox

from chronotope.errors import InvalidOntology
from chronotope.gazetteer import Gazetteer, fold, load_gazetteer
from chronotope.languages import Language
from chronotope.mentions import ActorKind, Role, Stance, Status
from chronotope.model import Label
from chronotope.ontologies import ontology_text, read_ontology, stock_queries
from chronotope.pipelines.tokenizer import words_of
from chronotope.registry import installed_languages

_MOVEMENT: Final = "Movement"
_CONCEPTS: Final = "concepts.ttl"

TriggerKind = Literal["noun", "verb", "adjective", "phrase"]
_Ask = Callable[[str], Sequence[Mapping[str, str]]]
"""The answers of an ontology to one of the queries under `queries/lexicon/`."""

_ACTOR_KINDS: Mapping[str, ActorKind] = {
    "Person": "person",
    "Organization": "organization",
    "ArmedGroup": "armed-group",
    "State": "state",
    "Group": "group",
}


class Trigger(NamedTuple):
    """Words that express an event of a type; `words` are lemmas, `rule` names this entry of the ontology."""

    words: tuple[str, ...]
    type: str
    kind: TriggerKind
    rule: str


class Frame(NamedTuple):
    """The roles of a verb's subject and direct object."""

    subject: Role = "agent"
    object: Role = "patient"


class Cue(NamedTuple):
    """Words that set the status of an event in their clause."""

    words: tuple[str, ...]
    status: Status


class SpeechPhrase(NamedTuple):
    """Several words by which somebody vouches ("faire savoir")."""

    words: tuple[str, ...]
    stance: Stance


class EventType(NamedTuple):
    """An event type: local name, group, and names by language."""

    name: str
    group: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """An actor of the thesaurus. `country` is the id of the country that a person is of."""

    id: str
    kind: ActorKind
    labels: tuple[Label, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the ontology says of the words of one language, by lemma or, where there are several words, by the first."""

    language: Language
    triggers: Mapping[str, tuple[Trigger, ...]]
    frames: Mapping[tuple[str, ...], Frame]
    """By the words of the verb."""
    complements: Mapping[str, Role]
    """The role of what the nouns of a type govern by "de", by the type's name."""
    counted: Mapping[str, Role]
    """The role that a counted noun of a type fills itself ("douze morts"), by the type's name."""
    false_friends: Mapping[str, str]
    """Types that a clumsy translation may mean by a word of another type, by the word."""
    movements: frozenset[str]
    """Types whose events have an origin and a destination."""
    speech_verbs: Mapping[str, Stance]
    speech_phrases: Mapping[str, tuple[SpeechPhrase, ...]]
    """By their first word."""
    status_verbs: Mapping[str, Status]
    status_nouns: Mapping[str, Status]
    cues: Mapping[str, tuple[Cue, ...]]
    actor_nouns: Mapping[str, ActorKind]
    titles: frozenset[str]
    folded_nouns: frozenset[str]
    """The actor nouns, folded, as names are compared; so are the next four."""
    first_name_titles: frozenset[str]
    """Titles of people who go by their first name ("roi", "queen")."""
    members: frozenset[str]
    """Nouns for people whose body their complement names ("combattants des talibans")."""
    heads_of_state: frozenset[str]
    """Nouns for who heads a country ("président", "chancellor")."""
    institutions: frozenset[str]
    """Nouns for bodies of which a country has one ("gouvernement")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything an extractor may look up."""

    types: Mapping[str, EventType]
    effects: Mapping[str, frozenset[str]]
    """The types that events of a type may cause."""
    words: Mapping[str, Words]
    actors: Mapping[str, KnownActor]
    """By folded name (`gazetteer.fold`)."""
    acronyms: Mapping[tuple[str, str], KnownActor]
    """By language and name, as it is written: in small letters these are other words."""
    given_names: Mapping[str, str]
    """Folded given names of which several ways of writing are known → one of these ways."""
    concepts: Mapping[tuple[str, str], tuple[str, ...]]
    """What words stand for ("=kill"), by language and folded word or phrase."""
    phrases: frozenset[tuple[str, str]]
    """The first words of those that are phrases, by language."""
    gazetteer: Gazetteer

    def known_actor(self, name: str, language: str) -> KnownActor | None:
        """The actor of the thesaurus that a text of a language calls so.

        >>> lexicon = load_lexicon()
        >>> [actor and actor.id for actor in (lexicon.known_actor(name, "en") for name in ("WHO", "Who", "nato"))]
        ['actor/who', None, 'actor/nato']
        """
        return self.acronyms.get((language, name)) or self.actors.get(fold(name))


@cache
def load_lexicon(ontology: tuple[Path, ...] = ()) -> Lexicon:
    """Read the lexicon of our ontology and the user's files, once a process.

    >>> lexicon = load_lexicon()
    >>> [trigger.type for trigger in lexicon.words["fr"].triggers["attentat"] if len(trigger.words) == 1]
    ['Attack']
    >>> lexicon.actors["otan"].id == lexicon.actors["nato"].id
    True
    """
    # Each language looks through the same answers; asked anew for each, they would take nearly twice as long.
    ask = cache(partial(_rows, read_ontology(ontology)))
    languages = installed_languages()
    concepts = _concepts(ask)
    return Lexicon(
        types=_types(ask),
        effects=_effects(ask),
        words={code: _words(ask, language) for code, language in languages.items()},
        actors=_actors(ask),
        acronyms=_acronyms(ask),
        given_names=_given_names(ask),
        concepts=concepts,
        phrases=frozenset((code, words.partition(" ")[0]) for code, words in concepts if " " in words),
        gazetteer=load_gazetteer(tuple(languages)),
    )


def _rows(store: ox.Store, query: str) -> Sequence[Mapping[str, str]]:
    solutions = store.query(stock_queries("lexicon")[query])
    assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101  # narrows the type: every query here is a SELECT
    names = [variable.value for variable in solutions.variables]
    return [
        {name: str(value.value) for name in names if (value := solution[name]) is not None} for solution in solutions
    ]


def _types(ask: _Ask) -> dict[str, EventType]:
    types: dict[str, EventType] = {}
    for row in ask("types"):
        known = types.get(row["type"], EventType(row["type"], row["group"], ()))
        types[row["type"]] = known._replace(labels=(*known.labels, Label(row["label"], row["language"])))
    return types


def _effects(ask: _Ask) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in ask("causes"):
        found[row["cause"]].add(row["effect"])
    return {cause: frozenset(its) for cause, its in found.items()}


def _words(ask: _Ask, language: Language) -> Words:
    def rows(query: str, *kinds: str) -> Iterator[Mapping[str, str]]:
        for row in ask(query):
            if row["language"] == language.code and (not kinds or row["kind"] in kinds):
                yield row

    triggers: dict[str, list[Trigger]] = defaultdict(list)
    for row in rows("triggers"):
        words = _cut(row, language)
        rule = f"{language.code}/{row['kind']}/{'-'.join(words)}"
        triggers[words[0]].append(Trigger(words, row["type"], cast("TriggerKind", row["kind"]), rule))
    cues: dict[str, list[Cue]] = defaultdict(list)
    for row in rows("cues", "cue"):
        cue = Cue(_cut(row, language), _status(row["status"]))
        cues[cue.words[0]].append(cue)
    spoken: dict[str, list[SpeechPhrase]] = defaultdict(list)
    for row in rows("stances", "phrase"):
        phrase = SpeechPhrase(_cut(row, language), _stance(row["stance"]))
        spoken[phrase.words[0]].append(phrase)
    governed = ask("complements")
    return Words(
        language=language,
        # Longest first, so that "mise en examen" wins over "mise".
        triggers={word: tuple(sorted(found, key=lambda each: -len(each.words))) for word, found in triggers.items()},
        frames={
            words_of(row["lemma"], language): Frame(
                _role(row.get("subject", "agent")), _role(row.get("object", "patient"))
            )
            for row in rows("frames")
        },
        complements={row["type"]: _role(row["complement"]) for row in governed if "complement" in row},
        counted={row["type"]: _role(row["counted"]) for row in governed if "counted" in row},
        false_friends={row["lemma"]: row["type"] for row in rows("false-friends")},
        movements=frozenset(row["type"] for row in ask("types") if row["group"] == _MOVEMENT),
        speech_verbs={row["lemma"]: _stance(row["stance"]) for row in rows("stances", "verb")},
        speech_phrases={
            word: tuple(sorted(found, key=lambda each: -len(each.words))) for word, found in spoken.items()
        },
        status_verbs={row["lemma"]: _status(row["status"]) for row in rows("cues", "verb")},
        status_nouns={row["lemma"]: _status(row["status"]) for row in rows("cues", "noun")},
        cues={word: tuple(sorted(found, key=lambda each: -len(each.words))) for word, found in cues.items()},
        actor_nouns={row["lemma"]: _ACTOR_KINDS[row["class"]] for row in rows("kinds", "noun")},
        titles=frozenset(row["lemma"].lower() for row in rows("kinds", "title")),
        folded_nouns=frozenset(fold(row["lemma"]) for row in rows("kinds", "noun")),
        first_name_titles=frozenset(fold(row["lemma"]) for row in rows("relations", "givenName")),
        members=frozenset(fold(row["lemma"]) for row in rows("relations", "memberOf")),
        heads_of_state=frozenset(fold(row["lemma"]) for row in rows("relations", "State")),
        institutions=frozenset(fold(row["lemma"]) for row in rows("relations", "country")),
    )


def _cut(row: Mapping[str, str], language: Language) -> tuple[str, ...]:
    words = words_of(row["lemma"], language)
    if not words:
        raise InvalidOntology(f"{row['lemma']!r}@{language.code}", "an empty word stands for something")
    return words


def _actors(ask: _Ask) -> dict[str, KnownActor]:
    names: dict[str, str] = {}
    for row in ask("actors"):
        if row["as"] != "acronym":
            names.setdefault(fold(row["name"]), row["actor"])
    known = _known_actors(ask)
    return {name: known[id_] for name, id_ in names.items()}


def _acronyms(ask: _Ask) -> dict[tuple[str, str], KnownActor]:
    known = _known_actors(ask)
    rows = (row for row in ask("actors") if row["as"] == "acronym")
    return {(row["language"], row["name"]): known[row["actor"]] for row in rows}


def _known_actors(ask: _Ask) -> dict[str, KnownActor]:
    """The actors of the thesaurus, by id."""
    kinds: dict[str, ActorKind] = {}
    labels: dict[str, list[Label]] = defaultdict(list)
    for row in ask("actors"):
        kinds[row["actor"]] = _ACTOR_KINDS[row["class"]]
        if row["as"] == "label":
            labels[row["actor"]].append(Label(row["name"], row["language"]))
    countries = {row["actor"]: row["country"] for row in ask("countries-of-actors")}
    return {
        id_: KnownActor(id=id_, kind=kind, labels=tuple(labels[id_]), country=countries.get(id_))
        for id_, kind in kinds.items()
    }


def _given_names(ask: _Ask) -> dict[str, str]:
    told = (row["names"].split() for row in ask("given-names"))
    return {fold(name): fold(names[0]) for names in told for name in names}


def _concepts(ask: _Ask) -> dict[tuple[str, str], tuple[str, ...]]:
    """Ours, many and of no use to SPARQL, lie apart from the vocabulary in force; a user's own lie within it."""
    ours = ox.Store()
    ours.bulk_load(ontology_text(_CONCEPTS).encode(), ox.RdfFormat.TURTLE)
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in (*_rows(ours, "concepts"), *ask("concepts")):
        key = row["language"], fold(row["word"])
        found[key] = (*found.get(key, ()), f"={row['concept']}")
    return found


def _status(name: str) -> Status:
    if name not in get_args(Status):
        raise InvalidOntology(f"status:{name}", "no such status")
    return cast("Status", name)


def _stance(name: str) -> Stance:
    if name not in get_args(Stance):
        raise InvalidOntology(f"stance:{name}", "no such stance")
    return cast("Stance", name)


def _role(name: str) -> Role:
    if name not in get_args(Role):
        raise InvalidOntology(f"role:{name}", "no such role")
    return cast("Role", name)
