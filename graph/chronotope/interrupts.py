"""Ctrl-C and SIGTERM, kept away from what must be done in one go."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Neither Ctrl-C nor SIGTERM cuts the block short; one that comes within comes too late, and is forgotten.

    By the handlers, not by this thread's mask: a process has other threads that would take the signal. Python handles
    signals in the main thread only, so within another there is nothing to keep away.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        signal.signal(number, signal.SIG_IGN)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
