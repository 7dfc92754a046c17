"""Leaves the collector of circular garbage off while many values are made that have no circles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """Leave circles of values alone for a while: looking for them again and again takes a third of the time.

    >>> import gc
    >>> with no_collecting():
    ...     gc.isenabled()
    False
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
