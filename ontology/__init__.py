"""The ontology: event types, words, known actors, shapes and stock queries, as data."""
