"""On Linux, memory that is not needed is given back; elsewhere the system sees to it."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress

M_MMAP_THRESHOLD = -3  # of glibc's mallopt
GLIBC = sys.platform.startswith("linux")


def give_back_pictures() -> None:
    """From now on, have the memory of pictures go back as soon as they are dropped.

    glibc would learn from the first of them to keep such blocks on its heap, between letters that
    stay: 18 MB after two trials.
    """
    if GLIBC:
        import ctypes

        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, 256 * 1024)


def give_back_rest() -> None:
    """Give back what a trial, or reading the whole shelf, has left free between what stays."""
    gc.collect()
    if GLIBC:
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
