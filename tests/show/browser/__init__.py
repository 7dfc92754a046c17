"""The page in a real browser. A package, so that one browser serves all of these tests and is closed after the last."""
