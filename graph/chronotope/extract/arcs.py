"""Who does and who undergoes what a verb says, read from the arcs of a dependency parse.

Labels are those of Universal Dependencies (de Marneffe et al. 2021), with the subtypes `nsubj:pass`, `aux:pass`,
`acl:relcl` and `obl:agent`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from chronotope.languages import Language
from chronotope.text import Document, Token

_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "csubj"})
# A clause that may leave its subject to the verb it hangs on ("il veut partir", "il est parti et a disparu").
_SHARES_SUBJECT: Final = frozenset({"conj", "xcomp", "advcl"})
# How many arcs may lie between a verb and the one that has its subject: longer chains are faults of the parse.
_CHAIN: Final = 4


class Participants(NamedTuple):
    """The heads of a verb's participants, as indices of tokens."""

    agents: tuple[int, ...]
    patients: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arcs:
    """The arcs of a parsed document, downwards: a token's dependents in the order of the text."""

    tokens: Sequence[Token]
    language: Language
    dependents: Sequence[Sequence[int]]

    @classmethod
    def of(cls, document: Document, language: Language) -> Arcs:
        dependents: list[list[int]] = [[] for _ in document.tokens]
        for index, token in enumerate(document.tokens):
            if token.head not in (index, -1):
                dependents[token.head].append(index)
        return cls(document.tokens, language, dependents)

    def under(self, index: int, *labels: str) -> list[int]:
        """The dependents of a token by one of these labels."""
        return [each for each in self.dependents[index] if self.tokens[each].dep in labels]

    def participants(self, verb: int) -> Participants:
        """Agents and patients of a verb, active or passive, its subject found across shared and relative clauses.

        >>> from chronotope.languages.fr import FRENCH
        >>> rows = [("Kaboul", "nsubj:pass", 2), ("est", "aux:pass", 2), ("attaquée", "root", 2), ("par", "case", 5),
        ...         ("des", "det", 5), ("rebelles", "obl:agent", 2)]
        >>> tokens = [Token(0, 0, word, word, "VERB", "", dep, head) for word, dep, head in rows]
        >>> children = [[], [], [0, 1, 5], [], [], [3, 4]]
        >>> Arcs(tokens, FRENCH, children).participants(2)
        Participants(agents=(5,), patients=(0,))
        """
        subject = self.subject(verb)
        subjects = () if subject is None else (subject,)
        if self.is_passive(verb):
            return Participants(tuple(self._passive_agents(verb)), subjects)
        return Participants(subjects, tuple(self.under(verb, "obj")))

    def subject(self, verb: int) -> int | None:
        """The subject of a verb; what a relative pronoun stands for, and what a participle describes."""
        for _ in range(_CHAIN):
            token = self.tokens[verb]
            own = [each for each in self.dependents[verb] if self.tokens[each].dep in _SUBJECTS]
            if own:
                stands_for = token.dep == "acl:relcl" and "PronType=Rel" in self.tokens[own[0]].morph
                return token.head if stands_for else own[0]
            if token.dep == "acl":
                return token.head
            if token.dep not in _SHARES_SUBJECT or token.head == verb:
                return None
            verb = token.head
        return None

    def is_passive(self, verb: int) -> bool:
        """Whether the subject of a verb undergoes what it says."""
        token = self.tokens[verb]
        if self.under(verb, "aux:pass", "nsubj:pass"):
            return True
        if "Tense=Past|VerbForm=Part" in token.morph and self.under(verb, "cop") and not self.under(verb, "obj"):
            # "L'accès est interdit": the parser takes some for adjectives.
            return True
        if "VerbForm=Part" not in token.morph or self.under(verb, "aux", "nsubj"):
            return False
        if token.dep == "conj":
            return self.is_passive(token.head) if token.head != verb else False
        # A participle that describes: "les soldats tués", "killed in the attack".
        return token.dep in ("acl", "ROOT", "root") and ("Tense=Past" in token.morph)

    def head_of(self, phrase: range) -> int:
        """The token of a phrase that no other of its tokens governs."""
        return next((index for index in phrase if self.tokens[index].head not in phrase), phrase.start)

    def share_clause(self, one: int, other: int) -> bool:
        """Whether a token stands under another, or both under the same verb."""
        above, beyond = self._up_to_verb(one), self._up_to_verb(other)
        return one in beyond or above[-1] == beyond[-1]

    def _up_to_verb(self, index: int) -> list[int]:
        """A token and what governs it, up to the first verb."""
        path = [index]
        while self.tokens[path[-1]].pos != "VERB" and self.tokens[path[-1]].head not in path:
            path.append(self.tokens[path[-1]].head)
        return path

    def _passive_agents(self, verb: int) -> list[int]:
        agents = self.under(verb, "obl:agent")
        return agents or [each for each in self.under(verb, "obl") if self._has_by(each)]

    def _has_by(self, index: int) -> bool:
        return any(self.tokens[case].text.lower() in self.language.by for case in self.under(index, "case"))
