"""Finds events, who takes part in them and who vouches for them: by classifiers trained on annotated articles."""
