"""The index of sitemaps of each category of the Woo, and the sitemaps with the metadata of each document (DiWoo 0.9.8).

The national search reads ``robots.txt``, finds there an index a category, and in that its sitemaps. What is no category
of the Woo is in none of them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement

from openkader.casework.documents import DocumentForm
from openkader.casework.publishing import CATEGORIES, Category
from openkader.publication.woo.feed import moment, plain, written
from openkader.publication.woo.place import Site
from openkader.register.public_site import PublicRow, documents_of

MEDIA_TYPE = "application/xml; charset=utf-8"
# Addresses in one sitemap: 50,000 are allowed, and 50 MB; each takes some 1.5 kB with its metadata.
MOST = 10_000
_MAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/"
_LISTS = "https://identifier.overheid.nl/tooi/def/thes/kern/"
_FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/"
_DUTCH = "http://publications.europa.eu/resource/authority/language/NLD"
# The list of DiWoo has no word for a picture; its format is left out.
_FORMS = {
    DocumentForm.PDF: "PDF",
    DocumentForm.DOCX: "DOCX",
    DocumentForm.XLSX: "XLSX",
    DocumentForm.PPTX: "PPTX",
    DocumentForm.ODT: "ODT",
    DocumentForm.ODS: "ODS",
    DocumentForm.CSV: "CSV",
    DocumentForm.TEXT: "TXT",
}
# The national list knows three acts: receipt, adoption and signature. To publish is to settle what everybody reads.
_SETTLED = ("vaststelling", f"{_LISTS}c_641ecd76")


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the page of a publication is, and each of its documents by its number."""

    page: Callable[[PublicRow], str]
    document: Callable[[PublicRow, int], str]


def robots(site: Site, indexes: Iterable[str]) -> str:
    """What a program that visits may read, and where the indexes are; everything else is for people."""
    lines = [
        "User-agent: *",
        "Allow: /openbaar/",
        "Allow: /sitemapindex-diwoo-",
        "Allow: /static/",
        "Disallow: /",
        "",
    ]
    return "\n".join([*lines, *(f"Sitemap: {site.of(path)}" for path in indexes), ""])


def index(site: Site, maps: Sequence[tuple[str, datetime | None]]) -> bytes:
    """The index of the sitemaps at these paths, each with the moment of what was published last."""
    root = Element("sitemapindex", {"xmlns": _MAPS})
    for path, newest in maps:
        one = SubElement(root, "sitemap")
        SubElement(one, "loc").text = site.of(path)
        if newest is not None:
            SubElement(one, "lastmod").text = moment(newest)
    return written(root)


def sitemap(site: Site, rows: Iterable[PublicRow], paths: Paths) -> bytes:
    """The sitemap of these publications: the page of each and its documents, with the metadata of each of them."""
    root = Element("urlset", {"xmlns": _MAPS, "xmlns:diwoo": _DIWOO})
    for row in rows:
        if row.category is None:
            continue
        found = [(paths.page(row), row.title, "HTML")]
        for one in documents_of(row):
            path = paths.document(row, one["number"])
            found.append(
                (path, f"{row.title}: {one['name']}", _FORMS.get(DocumentForm(one["media_type"]), ""))
            )
        for path, title, form in found:
            entry = SubElement(root, "url")
            SubElement(entry, "loc").text = site.of(path)
            SubElement(entry, "lastmod").text = moment(row.at)
            entry.append(document(site, row, row.category, title, form))
    return written(root)


def document(site: Site, row: PublicRow, category: Category, title: str, form: str) -> Element:
    """The metadata of one document of a publication; `form` is its word in the European list of file types."""
    root = Element("diwoo:Document")
    said = SubElement(root, "diwoo:DiWoo")
    _say(SubElement(said, "diwoo:identifiers"), "identifier", row.reference)
    publisher = {"resource": site.publisher.tooi}
    _say(said, "publisher", site.publisher.organisation.nl, publisher)
    _say(said, "verantwoordelijke", site.publisher.organisation.nl, publisher)
    _say(SubElement(said, "diwoo:titelcollectie"), "officieleTitel", title)
    _say(SubElement(said, "diwoo:omschrijvingen"), "omschrijving", row.summary)
    words = CATEGORIES[category]
    classes = SubElement(SubElement(said, "diwoo:classificatiecollectie"), "diwoo:informatiecategorieen")
    _say(classes, "informatiecategorie", words.label.nl, {"resource": words.uri})
    _say(said, "language", "Nederlands", {"resource": _DUTCH})
    if form:
        _say(said, "format", form, {"resource": f"{_FILE_TYPES}{form}"})
    act = SubElement(SubElement(said, "diwoo:documenthandelingen"), "diwoo:documenthandeling")
    _say(act, "soortHandeling", _SETTLED[0], {"resource": _SETTLED[1]})
    _say(act, "atTime", moment(row.at))
    return root


def _say(parent: Element, name: str, words: str, about: dict[str, str] | None = None) -> None:
    SubElement(parent, f"diwoo:{name}", about or {}).text = plain(words)
