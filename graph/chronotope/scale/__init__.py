"""The same map over many articles: bytes of RDF from each, in the order of the articles."""
