"""A chronicle over HTTP, on this machine alone: the timeline page, and a SPARQL 1.1 Protocol endpoint that only reads."""
