"""Documents of Word, Excel and PowerPoint: without who wrote them, when, in which versions and on which device."""

import re

from openkader.register.publishing.cleaning.packed import clean_pictures, packed, parts_of, words_of
from openkader.register.publishing.cleaning.refusing import Hides

_DROPPED = re.compile(
    r"docProps/|customXml/|_xmlsignatures/|word/people\.xml$|xl/persons/|xl/printerSettings/|xl/revisions/"
    r"|ppt/(?:commentAuthors|authors|revisionInfo|changesInfos/)|.*printerSettings",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(r"(?:word|xl|ppt)/embeddings/|\.(?:bin|ole)$", re.IGNORECASE)
_COMMENTS = re.compile(r"/(?:comments?\w*|threadedcomments)(?:/|\d*\.xml$)", re.IGNORECASE)
_NOTES = re.compile(r"ppt/notesSlides/[^/]*\.xml$", re.IGNORECASE)
_CHANGES = re.compile(r"<(?:\w+:)?(?:ins|del|moveFrom|moveTo|\w+PrChange|cellIns|cellDel|cellMerge)\b")
_HIDDEN = (
    re.compile(r"<(?:\w+:)?(?:vanish|specVanish)(?:\s*/>|\s+(?:\w+:)?val=\"(?:1|true|on)\")"),
    re.compile(r"<(?:\w+:)?sheet\b[^>]*\bstate=\"(?:hidden|veryHidden)\""),
    re.compile(r"<(?:\w+:)?(?:row|col)\b[^>]*\bhidden=\"(?:1|true)\""),
    re.compile(r"<(?:\w+:)?sld\b[^>]*\bshow=\"(?:0|false)\""),
)
# Which save of which device wrote a paragraph.
_SAVES = re.compile(r"\s(?:w:rsid\w*|w14:paraId|w14:textId|w16\w*:\w+)=\"[^\"]*\"")
_SAVE_LIST = re.compile(r"<w:rsids>.*?</w:rsids>|<w15:docId\b[^>]*/>|<w14:docId\b[^>]*/>", re.DOTALL)
_RELATION = re.compile(r"<Relationship\b[^>]*\bTarget=\"(?P<to>[^\"]*)\"[^>]*/>")
_OVERRIDE = re.compile(r"<Override\b[^>]*\bPartName=\"/(?P<to>[^\"]*)\"[^>]*/>")
_OUTSIDE = re.compile(r"\bTargetMode=\"External\"")
_TYPES = "[Content_Types].xml"


def clean_office(content: bytes) -> tuple[bytes, str]:
    """The document without its metadata, and the words in it; what it hides is a `Hides`."""
    parts = parts_of(content)
    _look(parts)
    kept = {name: part for name, part in parts.items() if not _DROPPED.match(name)}
    gone = parts.keys() - kept.keys()
    for name in list(kept):
        if name == _TYPES or name.endswith((".xml", ".rels")):
            kept[name] = _part(name, kept[name].decode("utf-8", "replace"), gone).encode()
    clean_pictures(kept)
    readable = (name for name in kept if name.endswith(".xml") and name != _TYPES)
    return packed(kept), words_of(kept, readable)


def _look(parts: dict[str, bytes]) -> None:
    for name, part in parts.items():
        if _EMBEDDED.search(name) and not _DROPPED.match(name):
            raise Hides("publication.file-inside")
        if _COMMENTS.search(f"/{name}") and not _is_empty(part):
            raise Hides("publication.comments")
        if _NOTES.match(name):
            raise Hides("publication.notes")
        if name.endswith(".xml"):
            _look_at(part.decode("utf-8", "replace"))


def _look_at(text: str) -> None:
    if _CHANGES.search(text):
        raise Hides("publication.changes")
    if any(pattern.search(text) for pattern in _HIDDEN):
        raise Hides("publication.hidden")


def _is_empty(part: bytes) -> bool:
    """Whether a part for comments holds none, as some programs write."""
    return re.search(rb"<(?:\w+:)?(?:comment|cm|threadedComment)\b", part) is None


def _part(name: str, text: str, gone: set[str]) -> str:
    if name == _TYPES:
        return _OVERRIDE.sub(lambda one: "" if one["to"] in gone else one[0], text)
    if name.endswith(".rels"):
        return _RELATION.sub(lambda one: "" if _leads_to(name, one, gone) else one[0], text)
    return _SAVE_LIST.sub("", _SAVES.sub("", text))


def _leads_to(name: str, relation: re.Match[str], gone: set[str]) -> bool:
    """Whether a relation leads to a part that is left out; one that leads outside is a link that everybody sees."""
    if _OUTSIDE.search(relation[0]):
        return False
    target = relation["to"]
    if target.startswith("/"):
        return target[1:] in gone
    folder = name.split("/")[:-2]  # without `_rels` and the name
    for step in target.split("/"):
        folder = folder[:-1] if step == ".." else [*folder, step]
    return "/".join(folder) in gone
