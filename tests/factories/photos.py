"""Photos as phones take them, as far as their readers look: a JPEG with its position and day."""

import struct

_JPEG_START, _JPEG_END = b"\xff\xd8", b"\xff\xd9"
_EXIF_MARKER = b"\xff\xe1"
_ASCII, _LONG, _RATIONAL = 2, 4, 5
_GPS_POINTER, _EXIF_POINTER, _TAKEN_AT = 0x8825, 0x8769, 0x9003
_EMPTY_DIRECTORY = 6

Entry = tuple[int, int, int, bytes]
"""Tag, type, count and value, as TIFF 6.0 has them."""


def make_photo(lat: float, lon: float, taken_at: str = "2026:10:03 12:00:00") -> bytes:
    """A JPEG without a picture, taken somewhere (degrees), with the bytes of EXIF 2.3."""
    taken = [(_TAKEN_AT, _ASCII, len(taken_at) + 1, taken_at.encode() + b"\0")]
    position = [
        (1, _ASCII, 2, b"N\0" if lat >= 0 else b"S\0"),
        (2, _RATIONAL, 3, _sixtieths(abs(lat))),
        (3, _ASCII, 2, b"E\0" if lon >= 0 else b"W\0"),
        (4, _RATIONAL, 3, _sixtieths(abs(lon))),
    ]
    first = 8
    exif_at = first + _EMPTY_DIRECTORY + 2 * 12
    exif = _directory(taken, exif_at)
    gps_at = exif_at + len(exif)
    pointers = [(_EXIF_POINTER, _LONG, 1, _long(exif_at)), (_GPS_POINTER, _LONG, 1, _long(gps_at))]
    tiff = b"II*\0" + _long(first) + _directory(pointers, first) + exif
    content = b"Exif\0\0" + tiff + _directory(position, gps_at)
    return _JPEG_START + _EXIF_MARKER + struct.pack(">H", len(content) + 2) + content + _JPEG_END


def _directory(entries: list[Entry], at: int) -> bytes:
    """One image file directory; values over four bytes stand behind it."""
    behind = at + _EMPTY_DIRECTORY + 12 * len(entries)
    rows, values = b"", b""
    for tag, kind, count, value in entries:
        place = value.ljust(4, b"\0") if len(value) <= 4 else _long(behind + len(values))
        values += value if len(value) > 4 else b""
        rows += struct.pack("<HHL", tag, kind, count) + place
    return struct.pack("<H", len(entries)) + rows + _long(0) + values


def _sixtieths(degrees: float) -> bytes:
    """Degrees, minutes and seconds as three fractions."""
    whole, rest = divmod(degrees, 1)
    minutes, rest = divmod(rest * 60, 1)
    return struct.pack("<6L", int(whole), 1, int(minutes), 1, round(rest * 60 * 10_000), 10_000)


def _long(number: int) -> bytes:
    return struct.pack("<L", number)
