"""Documents of every form, honest and hostile, made of a few bytes."""

import io
import struct
import zipfile
import zlib

_TYPES = (
    '<?xml version="1.0"?><Types><Override PartName="/{part}" '
    'ContentType="application/vnd.openxmlformats-officedocument.{main}.main+xml"/>{more}</Types>'
)


def packed(parts: dict[str, bytes | str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def word(more_parts: dict[str, bytes | str] | None = None, more_types: str = "") -> bytes:
    types = _TYPES.format(part="word/document.xml", main="wordprocessingml.document", more=more_types)
    return packed({"[Content_Types].xml": types, "word/document.xml": "<w/>", **(more_parts or {})})


def office(part: str, main: str) -> bytes:
    return packed({"[Content_Types].xml": _TYPES.format(part=part, main=main, more=""), part: "<x/>"})


def libre(kind: str, more: dict[str, bytes | str] | None = None) -> bytes:
    return packed(
        {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>", **(more or {})}
    )


def picture() -> bytes:
    """A PNG of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\1" * 40 + b"\xff\xd9"
PROGRAM = b"MZ\x90\0" + b"\0" * 60 + b"PE\0\0"
