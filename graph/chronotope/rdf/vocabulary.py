"""The namespaces of the RDF contract, and the named graphs it lives in.

Terms in `cht:`, `type:`, `role:`, `status:` and `stance:` are defined in the project's ontology; a test fails when the
code uses one that is not.
"""

from __future__ import annotations

from typing import Final

from rdflib import DC, DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD, Namespace

from chronotope.text import BASE

__all__ = [
    "CHT", "CORRECTIONS", "DC", "DCT", "GAF", "GEO", "ID", "KNOWLEDGE", "NIF", "ONTOLOGY", "OWL", "PREFIXES", "PROV",
    "RDF", "RDFS", "ROLE", "SCHEMA", "SEM", "SKOS", "STANCE", "STATUS", "TIME", "TYPE", "XSD",
]  # fmt: skip

CHT: Final = Namespace("https://w3id.org/chronotope#")
TYPE: Final = Namespace("https://w3id.org/chronotope/type#")
GROUP: Final = Namespace("https://w3id.org/chronotope/group#")
ROLE: Final = Namespace("https://w3id.org/chronotope/role#")
STATUS: Final = Namespace("https://w3id.org/chronotope/status#")
STANCE: Final = Namespace("https://w3id.org/chronotope/stance#")
ID: Final = Namespace(BASE)
SEM: Final = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
GAF: Final = Namespace("http://groundedannotationframework.org/gaf#")
NIF: Final = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
GEO: Final = Namespace("http://www.opengis.net/ont/geosparql#")
SCHEMA: Final = SDO
DCT: Final = DCTERMS

KNOWLEDGE: Final = CHT.knowledge
ONTOLOGY: Final = CHT.ontology
CORRECTIONS: Final = CHT.corrections

PREFIXES: Final = {
    "cht": str(CHT), "type": str(TYPE), "group": str(GROUP), "role": str(ROLE), "status": str(STATUS),
    "stance": str(STANCE), "sem": str(SEM), "gaf": str(GAF), "nif": str(NIF), "prov": str(PROV), "time": str(TIME),
    "geo": str(GEO), "schema": str(SCHEMA), "dct": str(DCT), "dc": str(DC), "skos": str(SKOS), "rdf": str(RDF),
    "rdfs": str(RDFS), "xsd": str(XSD), "owl": str(OWL), "id": str(ID),
}  # fmt: skip
"""Short names for exports and for SPARQL typed by people."""
