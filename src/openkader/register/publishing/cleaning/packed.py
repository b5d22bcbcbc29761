"""Documents that are a zip inside: each part looked at, kept, changed or left out, and packed again without moments."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from xml.parsers import expat

from openkader.base.errors import Invalid
from openkader.base.packed import open_packed
from openkader.casework.documents.office import MOST_UNPACKED
from openkader.register.publishing.cleaning.pictures import clean_jpeg, clean_png
from openkader.register.publishing.cleaning.refusing import Hides

_EPOCH = (1980, 1, 1, 0, 0, 0)
_ENCODING = re.compile(rb"\s*<\?xml[^>]*\bencoding=[\"']([^\"']*)")
_TAG = re.compile(r"<[^>]*>")
_PICTURES: dict[tuple[str, ...], Callable[[bytes], tuple[bytes, str]]] = {
    (".jpg", ".jpeg"): clean_jpeg,
    (".png",): clean_png,
}
# Pictures in forms of which we do not know where they keep what nobody sees.
_OTHER_PICTURES = (".tif", ".tiff", ".gif", ".bmp", ".emf", ".wmf", ".svg", ".webp", ".heic", ".jp2")


def parts_of(content: bytes) -> dict[str, bytes]:
    """Every part by its name, in the order of the file; in letters that we read, as others are not looked into."""
    try:
        with open_packed(io.BytesIO(content), "", MOST_UNPACKED) as archive:
            parts = {one.filename: archive.read(one) for one in archive.infolist() if not one.is_dir()}
    except Invalid:
        raise Hides("publication.damaged") from None
    for name, part in parts.items():
        if is_markup(name):
            _require_plain(part)
    return parts


def is_markup(name: str) -> bool:
    """Whether a part is text with tags."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def packed(parts: dict[str, bytes]) -> bytes:
    """The parts as a document; the same parts give the same bytes. A `mimetype` stands first, and bare."""
    for name, part in parts.items():
        if is_markup(name):
            _require_xml(part)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, part)
    return file.getvalue()


def clean_pictures(parts: dict[str, bytes]) -> None:
    """The pictures within a document, each without what it holds unseen."""
    for name, part in parts.items():
        for endings, clean in _PICTURES.items():
            if name.lower().endswith(endings):
                parts[name] = clean(part)[0]
        if name.lower().endswith(_OTHER_PICTURES):
            raise Hides("publication.other-picture")


def words_of(parts: dict[str, bytes], names: Iterator[str]) -> str:
    """What can be read in these parts; a word that is written in two pieces is found too."""
    found = []
    for name in names:
        text = parts[name].decode("utf-8", "replace")
        found += [_TAG.sub(" ", text), _TAG.sub("", text)]
    return " ".join(" ".join(found).split())


def _require_plain(part: bytes) -> None:
    """UTF-8, and no names of its own making: what is written otherwise could hide what we look for."""
    try:
        part.decode("utf-8")
    except UnicodeDecodeError:
        raise Hides("publication.damaged") from None
    said = _ENCODING.match(part)
    if (
        b"<!DOCTYPE" in part
        or b"<!ENTITY" in part
        or (said and said[1].lower() not in (b"utf-8", b"us-ascii"))
    ):
        raise Hides("publication.damaged")


def _require_xml(part: bytes) -> None:
    """What a part became still has to be whole."""
    try:
        expat.ParserCreate().Parse(part, True)
    except expat.ExpatError:
        raise Hides("publication.damaged") from None
