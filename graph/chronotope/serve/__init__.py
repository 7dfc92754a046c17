"""A chronicle over HTTP, on this machine alone: the timeline page, and a SPARQL endpoint that only reads."""
