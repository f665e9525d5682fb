"""Blank what Chroma's vector files hold beyond their vectors.

The files are made larger than what is in them, and the rest is written from memory as it happens to be: it may hold
words that were read before, those of a withdrawn record among them. It carries no data, so it is set to zero.
"""

from __future__ import annotations

import struct
from pathlib import Path

__all__ = ["blank_unused"]

#: version of the format; offset, most elements, elements held, bytes an element
_HEADER = struct.Struct("<i4Q")
_VERSION = 1
_LENGTH_BYTES = 4


def blank_unused(folder: Path) -> int:
    """Set to zero what the vector files under a closed Chroma folder hold beyond their elements.

    Files of a form that is not known stay as they are.

    :returns: how many bytes were not zero before.
    :raises OSError: a file cannot be read or written.
    """
    blanked = 0
    for header in folder.rglob("header.bin"):
        start = header.read_bytes()[: _HEADER.size]
        if len(start) < _HEADER.size:
            continue
        version, _, most, held, size = _HEADER.unpack(start)
        if version != _VERSION or held > most:
            continue
        blanked += _blank(header.with_name("data_level0.bin"), held=held * size, whole=most * size)
        blanked += _blank(header.with_name("length.bin"), held=held * _LENGTH_BYTES, whole=most * _LENGTH_BYTES)
    return blanked


def _blank(file: Path, *, held: int, whole: int) -> int:
    if not file.is_file() or file.stat().st_size != whole:
        return 0
    with file.open("r+b") as data:
        data.seek(held)
        rest = data.read()
        unclean = len(rest) - rest.count(0)
        if unclean:
            data.seek(held)
            data.write(bytes(len(rest)))
    return unclean
