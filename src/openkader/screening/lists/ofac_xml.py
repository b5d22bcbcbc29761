"""The SDN list of OFAC as SDN_ADVANCED: with names in Chinese, Arabic and other scripts.

The form is the published one of the Advanced XML, a set of tables that point at each
other by number: parties, reference values, locations, documents, sanctions entries. The
programmes stand after the parties, so the file is read twice: first what is pointed at,
then the parties. No whole file could be read here (it is 120 MB); fragments that
others published were. Relations between parties are not taken over.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from openkader.screening.entities import NameKind
from openkader.screening.lists.dates import earliest, whole, years_between
from openkader.screening.lists.drafts import Draft, Reading
from openkader.screening.lists.identifiers import add_labelled
from openkader.screening.lists.listed import Listed
from openkader.screening.lists.xml_records import all_words, read_xml, words

_POINTED_AT = ("ReferenceValueSets", "Location", "IDRegDocument", "SanctionsEntry")
_SCHEMAS = {"individual": "Person", "entity": "Organization", "vessel": "Vessel", "aircraft": "Airplane"}
_KINDS = {"a.k.a.": NameKind.ALIAS, "f.k.a.": NameKind.PREVIOUS_NAME, "n.k.a.": NameKind.ALIAS}
# Not the order of the file but the one in which people write an address.
_ADDRESS = ("Unknown", "ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "POSTAL CODE", "REGION")


@dataclass(slots=True)
class _Place:
    """A location: an address, and the country it is in."""

    address: str
    country: str


@dataclass(slots=True)
class _Known:
    """Everything in the file that parties point at, by its number."""

    values: dict[tuple[str, str], ET.Element] = field(default_factory=dict)
    places: dict[str, _Place] = field(default_factory=dict)
    documents: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    entries: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)

    def text(self, kind: str, number: str | None) -> str:
        """The words of a reference value."""
        found = self.values.get((kind, number or ""))
        return "" if found is None else (found.text or "").strip()

    def country(self, number: str | None) -> str:
        """A country by its number; ‘undetermined’ is none."""
        name = self.text("Country", number)
        return "" if name.lower() == "undetermined" else name

    def take(self, element: ET.Element) -> None:
        """Note one of the tables that are pointed at."""
        match element.tag:
            case "ReferenceValueSets":
                self.values = {
                    (value.tag, value.get("ID", "")): value for group in element for value in group
                }
            case "Location":
                self.places[element.get("ID", "")] = self._place(element)
            case "IDRegDocument":
                kind = self.text("IDRegDocType", element.get("IDRegDocTypeID"))
                country = self.country(element.get("IssuedBy-CountryID"))
                found = (kind, words(element, "IDRegistrationNo"), country)
                self.documents.setdefault(element.get("IdentityID", ""), []).append(found)
            case _:
                self._take_entry(element)

    def _place(self, element: ET.Element) -> _Place:
        parts: dict[str, str] = {}
        for part in element.iterfind("LocationPart"):
            values = sorted(
                part.iterfind("LocationPartValue"), key=lambda value: value.get("Primary") != "true"
            )
            name = self.text("LocPartType", part.get("LocPartTypeID"))
            parts[name] = words(values[0], "Value") if values else ""
        countries = [self.country(found.get("CountryID")) for found in element.iterfind("LocationCountry")]
        areas = [
            self.values.get(("AreaCode", a.get("AreaCodeID", "")))
            for a in element.iterfind("LocationAreaCode")
        ]
        countries += [self.country(area.get("CountryID")) for area in areas if area is not None]
        country = next(filter(None, countries), "") or parts.get("Unknown", "")
        address = [parts[name] for name in _ADDRESS if parts.get(name)]
        is_country_only = address in ([], [country])
        return _Place("" if is_country_only else ", ".join([*address, country]).rstrip(", "), country)

    def _take_entry(self, element: ET.Element) -> None:
        listed = earliest(_date(event.find("Date")) for event in element.iterfind("EntryEvent"))
        bases = [self.text("LegalBasis", e.get("LegalBasisID")) for e in element.iterfind("EntryEvent")]
        found = self.entries.setdefault(element.get("ProfileID", ""), [])
        found.append(("createdAt", listed or "", "EntryEvent/Date"))
        found += [("program", basis, "EntryEvent/LegalBasis") for basis in bases]
        for measure in element.iterfind("SanctionsMeasure"):
            kind = self.text("SanctionsType", measure.get("SanctionsTypeID"))
            comment = words(measure, "Comment")
            if comment and kind in ("Program", ""):
                found.append(("programId", f"US-{comment}", "SanctionsMeasure"))


def read_ofac_advanced(path: Path, reading: Reading) -> Iterator[Listed]:
    """Every party of the list."""
    known = _Known()
    for element, _ in read_xml(path, "Sanctions", _POINTED_AT):
        known.take(element)
    for party, where in read_xml(path, "Sanctions", ("DistinctParty",)):
        for profile in party.iterfind("Profile"):
            kind = _kind(known, profile)
            if kind.lower() not in _SCHEMAS:
                reading.report("list.unknown-kind", where, kind=kind or "-", known=", ".join(_SCHEMAS))
                continue
            draft = Draft(_SCHEMAS[kind.lower()], profile.get("ID", ""), where)
            draft.add_all("notes", [words(party, "Comment")], "Comment")
            _fill(draft, profile, known)
            yield from reading.accept(draft)


def _kind(known: _Known, profile: ET.Element) -> str:
    """The sort of party; where the sub-type says ‘Unknown’ the type above it tells."""
    number = profile.get("PartySubTypeID", "")
    sub_type = known.text("PartySubType", number)
    if sub_type.lower() in _SCHEMAS:
        return sub_type
    found = known.values.get(("PartySubType", number))
    return known.text("PartyType", None if found is None else found.get("PartyTypeID"))


def _fill(draft: Draft, profile: ET.Element, known: _Known) -> None:
    for identity in profile.iterfind("Identity"):
        _add_names(draft, identity, known)
        for kind, number, country in known.documents.get(identity.get("ID", ""), []):
            add_labelled(draft, kind, number, "IDRegDocument")
            if draft.schema != "Person":
                draft.add_country("country", country, "IDRegDocument/IssuedBy")
    for feature in profile.iterfind("Feature"):
        _add_feature(draft, feature, known)
    draft.add("topics", "sanction", "SanctionsEntry")
    for name, value, where in known.entries.get(profile.get("ID", ""), []):
        draft.add(name, value, where)


def _add_names(draft: Draft, identity: ET.Element, known: _Known) -> None:
    """The names of each alias, in each script; the main one is marked as primary."""
    aliases = sorted(identity.iterfind("Alias"), key=lambda alias: alias.get("Primary") != "true")
    for alias in aliases:
        label = known.text("AliasType", alias.get("AliasTypeID"))
        kind = _KINDS.get(label.lower(), NameKind.NAME)
        if alias.get("LowQuality") == "true":
            kind = NameKind.WEAK_ALIAS
        for name in alias.iterfind("DocumentedName"):
            parts = all_words(name, "DocumentedNamePart/NamePartValue")
            value = name.find("DocumentedNamePart/NamePartValue")
            script = known.text("Script", None if value is None else value.get("ScriptID"))
            draft.add_name(" ".join(parts), kind, f"Alias/{label}/{script}".rstrip("/"))


def _add_feature(draft: Draft, feature: ET.Element, known: _Known) -> None:
    label = known.text("FeatureType", feature.get("FeatureTypeID")).rstrip(":")
    for version in feature.iterfind("FeatureVersion"):
        for period in version.iterfind("DatePeriod"):
            for date in _dates(period):
                add_labelled(draft, label, date, "Feature")
        for detail in version.iterfind("VersionDetail"):
            text = (
                known.text("DetailReference", detail.get("DetailReferenceID")) or (detail.text or "").strip()
            )
            if text:
                add_labelled(draft, label, text, "Feature")
        for location in version.iterfind("VersionLocation"):
            _add_place(draft, label, known.places.get(location.get("LocationID", "")))


def _add_place(draft: Draft, label: str, place: _Place | None) -> None:
    if place is None:
        return
    if label.lower() == "location":
        draft.add("address", place.address, "Feature (Location)")
        draft.add_country("country", place.country, "Feature (Location)")
    else:
        add_labelled(draft, label, place.country or place.address, "Feature")


def _dates(period: ET.Element) -> tuple[str, ...]:
    """A day, a month or a year; a longer stretch gives its years."""
    start = _date(period.find("Start/From"))
    end = _date(period.find("End/To")) or start
    if start is None or end is None or start == end:
        return (start,) if start else ()
    if start[:4] != end[:4]:
        return years_between(start[:4], end[:4])
    return (start[:7],) if start[:7] == end[:7] else (start[:4],)


def _date(element: ET.Element | None) -> str | None:
    if element is None:
        return None
    return whole(words(element, "Year"), words(element, "Month"), words(element, "Day"))
