"""Metadata by MDTO 1.0 (Metagegevens voor duurzaam toegankelijke overheidsinformatie, Nationaal Archief) as XML.

An `informatieobject` is a dossier or a document in it, a `bestand` a file that represents one. The order of the
elements is that of the XML schema; what is mandatory there is always filled, and what is unknown says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias
from xml.etree.ElementTree import Element, SubElement, indent, tostring

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = f"{NAMESPACE} {NAMESPACE}/MDTO-XML1.0.1.xsd"
AGGREGATION = "Begrippenlijst Aggregatieniveaus MDTO"
VALUATION = "Begrippenlijst Waarderingen MDTO"
CHECKSUM = "Begrippenlijst ChecksumAlgoritme MDTO"
EVENTS = "Begrippenlijst EventTypeLijst MDTO"
MEDIA_TYPES = "IANA Media Types"
OURS = "Begrippenlijst Open Kader"

# A text, or the elements inside; an element without any text is not written.
Content: TypeAlias = "str | Sequence[tuple[str, Content]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A word of a list of concepts (begrip), with its code where the list gives one."""

    label: str
    listing: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called and known by, and where that number is from."""

    name: str
    number: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """From which event and day something is kept, how many years, and until when (termijn)."""

    begins: Concept
    starts_on: date | None
    years: int
    ends_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What happened with it: when, and who answers for that; a day where no more is known."""

    kind: Concept
    at: datetime | date
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationObject:
    """A dossier, or a document in one."""

    about: Name
    level: str  # Dossier, or Archiefstuk
    described: Sequence[str] = ()
    covers: tuple[date, date | None] | None = None
    events: Sequence[Happening] = ()
    valuation: Concept
    term: Term | None = None
    category: Concept | None = None
    part_of: Name | None = None
    parts: Sequence[Name] = ()
    files: Sequence[Name] = ()
    maker: str
    restriction: Concept
    restricted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileObject:
    """A file: how long it is, in which form, and its digest at the moment of the export."""

    about: Name
    size: int
    media_type: str
    sha256: str
    at: datetime
    represents: Name


def object_xml(found: InformationObject) -> bytes:
    """An information object as its own XML file."""
    return _written("informatieobject", [*_known_as(found.about), *_of_object(found)])


def file_xml(found: FileObject) -> bytes:
    """A file as its own XML file."""
    digest: Content = [
        ("checksumAlgoritme", _concept(Concept(label="SHA256", listing=CHECKSUM))),
        ("checksumWaarde", found.sha256),
        ("checksumDatum", found.at.isoformat(timespec="seconds")),
    ]
    told: list[tuple[str, Content]] = [
        *_known_as(found.about),
        ("omvang", str(found.size)),
        ("bestandsformaat", _concept(Concept(label=found.media_type, listing=MEDIA_TYPES))),
        ("checksum", digest),
        ("isRepresentatieVan", _reference(found.represents)),
    ]
    return _written("bestand", told)


def _of_object(found: InformationObject) -> Iterator[tuple[str, Content]]:
    yield "aggregatieniveau", _concept(Concept(label=found.level, listing=AGGREGATION))
    for words in found.described:
        yield "omschrijving", words
    if found.covers:
        yield "dekkingInTijd", [*_covering(*found.covers)]
    yield "taal", "nl"
    for one in found.events:
        yield "event", [*_event(one)]
    yield "waardering", _concept(found.valuation)
    if found.term:
        yield "bewaartermijn", [*_term(found.term)]
    if found.category:
        yield "informatiecategorie", _concept(found.category)
    yield from _related(found)
    yield "archiefvormer", [("verwijzingNaam", found.maker)]
    kind = ("beperkingGebruikType", _concept(found.restriction))
    yield "beperkingGebruik", [kind, ("beperkingGebruikNadereBeschrijving", found.restricted)]


def _related(found: InformationObject) -> Iterator[tuple[str, Content]]:
    if found.part_of:
        yield "isOnderdeelVan", _reference(found.part_of)
    for name in found.parts:
        yield "bevatOnderdeel", _reference(name)
    for name in found.files:
        yield "heeftRepresentatie", _reference(name)


def _known_as(name: Name) -> list[tuple[str, Content]]:
    return [("identificatie", _identity(name)), ("naam", name.name)]


def _identity(name: Name) -> Content:
    return [("identificatieKenmerk", name.number), ("identificatieBron", name.origin)]


def _reference(name: Name) -> Content:
    return [("verwijzingNaam", name.name), ("verwijzingIdentificatie", _identity(name))]


def _concept(one: Concept) -> Content:
    listing: Content = [("verwijzingNaam", one.listing)]
    return [("begripLabel", one.label), ("begripCode", one.code), ("begripBegrippenlijst", listing)]


def _covering(first: date, last: date | None) -> Iterator[tuple[str, Content]]:
    yield "dekkingInTijdType", _concept(Concept(label="Looptijd van het dossier", listing=OURS))
    yield "dekkingInTijdBegindatum", first.isoformat()
    yield "dekkingInTijdEinddatum", last.isoformat() if last else ""


def _event(one: Happening) -> Iterator[tuple[str, Content]]:
    at = one.at.isoformat(timespec="seconds") if isinstance(one.at, datetime) else one.at.isoformat()
    yield "eventType", _concept(one.kind)
    yield "eventTijd", at
    yield "eventVerantwoordelijkeActor", [("verwijzingNaam", one.actor)]


def _term(term: Term) -> Iterator[tuple[str, Content]]:
    yield "termijnTriggerStartLooptijd", _concept(term.begins)
    yield "termijnStartdatumLooptijd", term.starts_on.isoformat() if term.starts_on else ""
    yield "termijnLooptijd", f"P{term.years}Y"
    yield "termijnEinddatum", term.ends_on.isoformat() if term.ends_on else ""


def _written(kind: str, told: Sequence[tuple[str, Content]]) -> bytes:
    root = Element("MDTO", {"xmlns": NAMESPACE, "xmlns:xsi": _INSTANCE, "xsi:schemaLocation": _SCHEMA})
    _fill(SubElement(root, kind), told)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + written + b"\n"


def _fill(place: Element, told: Content) -> None:
    if isinstance(told, str):
        place.text = told
        return
    for name, content in told:
        if content := _plain(content) if isinstance(content, str) else content:
            _fill(SubElement(place, name), content)


def _plain(text: str) -> str:
    """On one line, and without what XML cannot hold: controls, and half characters."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())
