"""What the ontology says of words, ours and a user's."""

from pathlib import Path

import pytest

from chronotope.errors import InvalidOntology
from chronotope.lexicon import Trigger, Words, load_lexicon

# They lend their roles to the event that their object names ("subir une attaque"); see cht:Frame in the ontology.
SUPPORT_VERBS = {
    "fr": {"bénéficier", "encaisser", "encourir", "essuyer", "obtenir", "recevoir", "souffrir", "subir"},
    "en": {"endure", "face", "incur", "obtain", "receive", "secure", "suffer", "sustain", "undergo"},
}
OWN = """
@prefix cht: <https://w3id.org/chronotope#> .
@prefix type: <https://w3id.org/chronotope/type#> .
@prefix group: <https://w3id.org/chronotope/group#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .

type:Rewilding a skos:Concept, cht:EventType ; skos:broader group:Other ;
    skos:prefLabel "Réensauvagement"@fr, "Rewilding"@en ;
    cht:noun "réensauvagement"@fr ; cht:phrase "retour du loup"@fr .
<https://w3id.org/chronotope/id/actor/wolf-watch> a schema:Organization ;
    rdfs:label "Guet au loup"@fr ; skos:altLabel "GAL"@fr .
"""


def triggers(words: Words) -> list[Trigger]:
    return [trigger for found in words.triggers.values() for trigger in found]


languages = pytest.mark.parametrize("language", ["fr", "en"])


@languages
def test_every_trigger_has_a_type(language: str) -> None:
    lexicon = load_lexicon()
    assert {trigger.type for trigger in triggers(lexicon.words[language])} <= set(lexicon.types)


def test_every_type_has_a_name_in_every_language() -> None:
    lexicon = load_lexicon()
    for event_type in lexicon.types.values():
        assert {label.language for label in event_type.labels} >= {"fr", "en"}, event_type.name


@languages
def test_a_word_of_one_part_of_speech_has_one_type(language: str) -> None:
    types: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for trigger in triggers(load_lexicon().words[language]):
        types.setdefault((trigger.kind, trigger.words), set()).add(trigger.type)
    assert {word: names for word, names in types.items() if len(names) > 1} == {}


@languages
def test_every_frame_is_for_a_trigger_or_a_support_verb(language: str) -> None:
    words = load_lexicon().words[language]
    known = {trigger.words for trigger in triggers(words)}
    strangers = {" ".join(frame) for frame in words.frames if frame not in known}
    assert strangers == SUPPORT_VERBS[language]


@languages
def test_longer_triggers_come_first(language: str) -> None:
    for found in load_lexicon().words[language].triggers.values():
        lengths = [len(trigger.words) for trigger in found]
        assert lengths == sorted(lengths, reverse=True)


@languages
def test_every_known_word_is_lower_case_with_straight_apostrophes(language: str) -> None:
    words = load_lexicon().words[language]
    known = [word for trigger in triggers(words) for word in trigger.words]
    known += [*words.speech_verbs, *words.status_verbs, *words.actor_nouns, *words.titles]
    assert [word for word in known if word != word.lower() or "’" in word] == []


def test_all_names_of_an_actor_are_one_actor() -> None:
    actors = load_lexicon().actors
    assert actors["onu"] is actors["united nations"]


def test_a_users_file_adds_a_type_a_trigger_and_an_actor(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(OWN, encoding="utf-8")
    lexicon = load_lexicon((file,))
    assert lexicon.types["Rewilding"].group == "Other"
    assert lexicon.words["fr"].triggers["réensauvagement"] == (
        Trigger(("réensauvagement",), "Rewilding", "noun", "fr/noun/réensauvagement"),
    )
    assert "Rewilding" in {trigger.type for trigger in lexicon.words["fr"].triggers["retour"]}
    assert lexicon.actors["gal"].id == lexicon.actors["guet au loup"].id == "actor/wolf-watch"
    assert "Attack" in lexicon.types, "ours stay"
    assert "Rewilding" not in load_lexicon().types, "and are not changed"


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        pytest.param(
            "broken.ttl", "@prefix a: <https://a.example/> .\na:b a:c\n", r"broken\.ttl: line \d+: ", id="broken Turtle"
        ),
        pytest.param("own.xyz", "", r"own\.xyz: no RDF format has this ending", id="unknown ending"),
        pytest.param("own", "", r"own: no RDF format has this ending", id="no ending"),
        pytest.param("missing.ttl", None, r"missing\.ttl: No such file", id="no such file"),
    ],
)
def test_what_is_no_ontology(tmp_path: Path, name: str, text: str | None, why: str) -> None:
    file = tmp_path / name
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidOntology, match=why) as caught:
        load_lexicon((file,))
    assert caught.value.where == str(file)


def test_an_unknown_status_is_named(tmp_path: Path) -> None:
    file = tmp_path / "status.ttl"
    file.write_text(
        "@prefix cht: <https://w3id.org/chronotope#> .\n"
        '<https://w3id.org/chronotope/status#rumoured> a cht:Status ; cht:cue "dit-on"@fr .\n',
        encoding="utf-8",
    )
    with pytest.raises(InvalidOntology, match="status:rumoured: no such status"):
        load_lexicon((file,))
