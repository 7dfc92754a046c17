"""Between values and quads: writing, reading, storing, asking, checking."""
