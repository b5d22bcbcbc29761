"""Documents of LibreOffice: without who wrote them, when, and on which device and printer."""

import re

from openkader.register.publishing.cleaning.packed import clean_pictures, packed, parts_of, words_of
from openkader.register.publishing.cleaning.refusing import Hides

_MANIFEST = "META-INF/manifest.xml"
_DROPPED = re.compile(
    r"meta\.xml$|settings\.xml$|layout-cache$|Thumbnails/|META-INF/(?!manifest\.xml$)|Configurations2/"
)
_INSIDE = re.compile(r"Object[ \w-]*|.*\.bin$|Versions/")
_CHANGES = re.compile(r"<text:(?:changed-region|change-start)\b|<table:tracked-changes\b")
_COMMENTS = re.compile(r"<office:annotation\b")
_HIDDEN = re.compile(
    r"<text:hidden-(?:text|paragraph)\b|\btable:visibility=\"(?:collapse|filter)\"|\btext:display=\"none\""
    r"|\btable:display=\"false\"|\bpresentation:visibility=\"hidden\""
)
_SAVES = re.compile(r"\s(?:officeooo|loext):(?:paragraph-)?rsid=\"[^\"]*\"")
_ENTRY = re.compile(r"<manifest:file-entry\b[^>]*\bmanifest:full-path=\"(?P<to>[^\"]*)\"[^>]*/>")


def clean_open(content: bytes) -> tuple[bytes, str]:
    """The document without its metadata, and the words in it; what it hides is a `Hides`."""
    parts = parts_of(content)
    for name, part in parts.items():
        if _INSIDE.match(name):
            raise Hides("publication.file-inside")
        if name.endswith(".xml"):
            _look_at(part.decode("utf-8", "replace"))
    kept = {name: part for name, part in parts.items() if not _DROPPED.match(name)}
    for name in [one for one in kept if one.endswith(".xml")]:
        text = _SAVES.sub("", kept[name].decode("utf-8", "replace"))
        if name == _MANIFEST:
            text = _ENTRY.sub(lambda one: "" if _DROPPED.match(one["to"]) else one[0], text)
        kept[name] = text.encode()
    clean_pictures(kept)
    readable = (name for name in kept if name.endswith(".xml") and name != _MANIFEST)
    return packed(kept), words_of(kept, readable)


def _look_at(text: str) -> None:
    if _CHANGES.search(text):
        raise Hides("publication.changes")
    if _COMMENTS.search(text):
        raise Hides("publication.comments")
    if _HIDDEN.search(text):
        raise Hides("publication.hidden")
