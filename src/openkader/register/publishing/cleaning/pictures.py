"""Pictures without where and when they were taken, by which device and whom."""

import struct

from openkader.register.publishing.cleaning.refusing import Hides

_JPEG_KEPT = {0xE0, 0xE2, 0xEE}  # JFIF, the profile of its colours, and how Adobe wrote them
_PNG_KEPT = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD"),
    *(b"pHYs", b"hIST", b"acTL", b"fcTL", b"fdAT", b"cICP"),
}
_PNG = b"\x89PNG\r\n\x1a\n"


def clean_jpeg(content: bytes) -> tuple[bytes, str]:
    """Without Exif, comments and what else a program wrote beside the picture, also after its end."""
    out, at = [content[:2]], 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            raise Hides("publication.damaged")
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        size = struct.unpack(">H", content[at + 2 : at + 4])[0] + 2
        if marker == 0xDA:  # from here on it is the picture itself
            ends = content.rfind(b"\xff\xd9")
            if ends < at:
                raise Hides("publication.damaged")
            return b"".join([*out, content[at : ends + 2]]), ""
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or marker in _JPEG_KEPT:
            out.append(content[at : at + size])
        at += size
    raise Hides("publication.damaged")


def clean_png(content: bytes) -> tuple[bytes, str]:
    """Without texts, moments and Exif."""
    out, at = [_PNG], len(_PNG)
    while at + 12 <= len(content):
        size, kind = struct.unpack(">I4s", content[at : at + 8])
        end = at + 12 + size
        if end > len(content):
            break
        if kind in _PNG_KEPT:
            out.append(content[at:end])
        if kind == b"IEND":
            return b"".join(out), ""
        at = end
    raise Hides("publication.damaged")
