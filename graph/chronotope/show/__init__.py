"""Timelines made visible: a page to open, and a graph that shows itself in a notebook."""
