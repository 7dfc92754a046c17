"""What can go wrong, by name.

Every problem a person can mend derives from `Problem`, carries its facts as attributes, and reads as one line:
what is wrong, where, and what to do about it. Problems are `ValueError`s, so ordinary code catches them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class Problem(ValueError):
    """Something is wrong with what was given, and the message says what to do."""


class UnreadableArticle(Problem):
    """A file or record that should hold an article does not.

    >>> str(UnreadableArticle("news.txt", "the file is empty", remedy="give it a text"))
    'news.txt: the file is empty; give it a text'
    """

    def __init__(self, where: str | Path, why: str, *, remedy: str) -> None:
        self.where = str(where)
        self.why = why
        self.remedy = remedy
        super().__init__(f"{self.where}: {why}; {remedy}")


class UnknownLanguage(Problem):
    """No installed package reads this language.

    >>> str(UnknownLanguage("xx", known=["fr", "en"]))
    "no language 'xx'; installed: en, fr; name one of them with --lang or `lang:` if the text is in it"
    """

    def __init__(self, code: str, known: Iterable[str]) -> None:
        self.code = code
        self.known = sorted(known)
        super().__init__(
            f"no language {code!r}; installed: {', '.join(self.known) or 'none'}; "
            "name one of them with --lang or `lang:` if the text is in it"
        )


class UnknownPipeline(Problem):
    """A language pipeline was asked for by a name that is not installed."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.known = sorted(known)
        super().__init__(f"no pipeline {name!r}; installed: {', '.join(['bundled', 'rules', *self.known])}")


class BrokenPipeline(Problem):
    """A language pipeline is installed and cannot be loaded."""

    def __init__(self, name: str, reason: Exception) -> None:
        self.name = name
        lines = str(reason).strip().splitlines()
        super().__init__(
            f"pipeline {name!r} cannot be loaded ({lines[0] if lines else type(reason).__name__}); "
            "install it again for this version of spaCy, or name another with --pipeline"
        )


class InvalidDate(Problem):
    """A date that no calendar holds, or that is not written as a date.

    >>> str(InvalidDate("2021-13"))
    "'2021-13' is no date; write it as YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm with an optional zone"
    """

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(
            f"{text!r} is no date; write it as YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm with an optional zone"
        )


class InvalidOntology(Problem):
    """A Turtle file of the ontology, or a user's own, cannot be read or contradicts itself."""

    def __init__(self, where: str | Path, why: str) -> None:
        self.where = str(where)
        self.why = why
        super().__init__(f"{self.where}: {why}; mend the file, or build without it")


class NotAChronicle(Problem):
    """A folder was named that holds no chronicle."""

    def __init__(self, folder: Path, why: str, *, remedy: str) -> None:
        self.folder = folder
        self.why = why
        super().__init__(f"{folder}: {why}; {remedy}")


class ChronicleInUse(Problem):
    """Another process is writing to this chronicle."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"{folder}: another process is writing to this chronicle; wait until it is done")


class UnknownArticle(Problem):
    """An article was named that a chronicle does not hold, or by a name that several have.

    >>> str(UnknownArticle("kabul", "no such article", remedy="name one of them: kaboul, lyon"))
    "'kabul': no such article; name one of them: kaboul, lyon"
    """

    def __init__(self, name: str, why: str, *, remedy: str) -> None:
        self.name = name
        self.why = why
        super().__init__(f"{name!r}: {why}; {remedy}")


class UnknownEvent(Problem):
    """An event was named that a graph does not hold."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"{name!r}: no such event; `chronotope show DIR --json` tells the ids of all")


class InvalidCorrection(Problem):
    """A correction that cannot be recorded as it was given."""

    def __init__(self, why: str, *, remedy: str) -> None:
        self.why = why
        self.remedy = remedy
        super().__init__(f"{why}; {remedy}")


class InvalidQuery(Problem):
    """A SPARQL query that does not parse, needs a parameter, or reaches outside the chronicle."""

    def __init__(self, why: str, *, remedy: str) -> None:
        self.why = why
        self.remedy = remedy
        super().__init__(f"{why}; {remedy}")


class UnreadableGraph(Problem):
    """A graph that somebody else made holds something that cannot be meant.

    >>> str(UnreadableGraph("e/1", "latest_end", "list is no date", remedy="leave it out"))
    "node 'e/1', latest_end: list is no date; leave it out"
    """

    def __init__(self, node: object, key: str, why: str, *, remedy: str) -> None:
        self.node = node
        self.key = key
        self.why = why
        self.remedy = remedy
        super().__init__(f"node {node!r}, {key}: {why}; {remedy}")


class UnknownFormat(Problem):
    """An export was asked for in a format that is not known.

    >>> str(UnknownFormat("graph.xyz", known=[".ttl", ".nq"]))
    'graph.xyz: no format by that ending; known: .nq, .ttl'
    """

    def __init__(self, name: str | Path, known: Iterable[str]) -> None:
        self.name = str(name)
        self.known = sorted(known)
        super().__init__(f"{self.name}: no format by that ending; known: {', '.join(self.known)}")
