"""A feed of what was published last (Atom, RFC 4287), for whoever wants to be told."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from openkader.publication.woo.place import Site
from openkader.register.public_site import PublicRow

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
MOST = 50
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def atom(site: Site, rows: Sequence[PublicRow], *, own: str, page_of: Callable[[PublicRow], str]) -> bytes:
    """The feed; `own` is its path, and `page_of` gives that of a publication."""
    name = site.publisher.organisation.nl
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": "nl"})
    _say(feed, "id", site.of(own))
    _say(feed, "title", f"{name}: internationale betrekkingen, openbaar gemaakt")
    _say(feed, "updated", moment(rows[0].at if rows else _NEVER))
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": site.of(own)})
    _say(SubElement(feed, "author"), "name", name)
    for row in rows:
        _entry(feed, row, site.of(page_of(row)))
    return written(feed)


def moment(at: datetime) -> str:
    """A moment as machines write it, in seconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def written(root: Element) -> bytes:
    """The document with its declaration."""
    content: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + content


def plain(text: str) -> str:
    """The text without what no XML may hold, such as a null or another character that controls."""
    return "".join(one if one in "\t\n\r" or one.isprintable() or one.isspace() else " " for one in text)


def _entry(feed: Element, row: PublicRow, address: str) -> None:
    entry = SubElement(feed, "entry")
    _say(entry, "id", address)
    _say(entry, "title", row.title)
    _say(entry, "updated", moment(row.at))
    _say(entry, "summary", row.summary)
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": address})


def _say(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = plain(words)
