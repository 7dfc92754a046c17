"""The timeline as a NetworkX graph: built from RDF, ordered, narrowed, laid out."""
