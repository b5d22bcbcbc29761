"""The description of the open data for other catalogues: DCAT-AP-NL 3.0, as JSON-LD.

It needs somebody who answers questions and a licence. Who did not say these has no description: neither is made up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from openkader.publication.woo.feed import moment
from openkader.publication.woo.place import Site

MEDIA_TYPE = "application/ld+json"
_EU = "http://publications.europa.eu/resource/authority/"
_TYPES = "https://www.iana.org/assignments/media-types/"
_THEME = f"{_EU}data-theme/INTR"
_CONTEXT: Mapping[str, object] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TITLE = {
    "nl": "Openbaar gemaakte internationale betrekkingen",
    "en": "International relations that were made public",
}
_ABOUT = {
    "nl": "Afspraken, bezoeken en verslagen die openbaar zijn gemaakt, met de grond waarop iets gesloten bleef.",
    "en": "Agreements, visits and reports that were made public, with the ground on which anything stayed closed.",
}
_FILES = {"CSV": ("Tabel", "text/csv"), "JSON": ("Alles, met alle gegevens", "application/json")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The paths of what is described."""

    catalogue: str
    page: str
    files: Mapping[str, str]  # by the word of their form in the European list
    described: str


def catalogue(site: Site, places: Places, newest: datetime | None) -> dict[str, object] | None:
    """The catalogue with its one data set; None where it cannot be described as the standard asks."""
    here = site.publisher
    if here.mail is None or here.licence is None or not here.tooi:
        return None
    own = site.of(places.catalogue)
    around = {
        "dct:publisher": {"@id": here.tooi},
        "dcat:contactPoint": {"@id": f"{own}#contact"},
        "dct:language": {"@id": f"{_EU}language/NLD"},
    }
    data_set = {
        **around,
        "@id": f"{own}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _said(_TITLE),
        "dct:description": _said(_ABOUT),
        "dct:identifier": f"{own}#dataset",
        "dct:creator": {"@id": here.tooi},
        "dct:accessRights": {"@id": f"{_EU}access-right/PUBLIC"},
        "dcat:theme": {"@id": _THEME},
        "dcat:landingPage": {"@id": site.of(places.page)},
        "dcat:distribution": [{"@id": f"{own}#{form}"} for form in places.files],
        **({"dct:modified": _moment(newest)} if newest else {}),
    }
    whole = {
        **around,
        "@id": own,
        "@type": "dcat:Catalog",
        "dct:title": _said(_TITLE),
        "dct:description": _said(_ABOUT),
        "dct:license": {"@id": here.licence},
        "dcat:dataset": {"@id": f"{own}#dataset"},
    }
    files = [_file(site, places, own, form) for form in places.files]
    return {"@context": dict(_CONTEXT), "@graph": [whole, data_set, *files, *_around(site, own, places)]}


def _file(site: Site, places: Places, own: str, form: str) -> dict[str, object]:
    title, media_type = _FILES[form]
    address = {"@id": site.of(places.files[form])}
    described = {"dct:conformsTo": {"@id": site.of(places.described)}} if form == "CSV" else {}
    return {
        "@id": f"{own}#{form}",
        "@type": "dcat:Distribution",
        "dct:title": {"@value": title, "@language": "nl"},
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dct:format": {"@id": f"{_EU}file-type/{form}"},
        "dcat:mediaType": {"@id": f"{_TYPES}{media_type}"},
        "dct:license": {"@id": site.publisher.licence},
        **described,
    }


def _around(site: Site, own: str, places: Places) -> list[dict[str, object]]:
    """What the others lead to, each with what it is."""
    here = site.publisher
    name = _said({"nl": here.organisation.nl, "en": here.organisation.en})
    contact: dict[str, object] = {
        "@id": f"{own}#contact",
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": here.organisation.nl,
        "vcard:hasEmail": {"@id": f"mailto:{here.mail}"},
    }
    kinds = {
        f"{_EU}language/NLD": "dct:LinguisticSystem",
        f"{_EU}access-right/PUBLIC": "dct:RightsStatement",
        str(here.licence): "dct:LicenseDocument",
        site.of(places.page): "foaf:Document",
        site.of(places.described): "dct:Standard",
    }
    for form in places.files:
        kinds[f"{_EU}file-type/{form}"] = "dct:MediaTypeOrExtent"
        kinds[f"{_TYPES}{_FILES[form][1]}"] = "dct:MediaType"
    organisation: dict[str, object] = {"@id": here.tooi, "@type": "foaf:Agent", "foaf:name": name}
    theme: dict[str, object] = {
        "@id": _THEME,
        "@type": "skos:Concept",
        "skos:prefLabel": _said({"en": "International issues"}),
    }
    others: list[dict[str, object]] = [{"@id": one, "@type": kind} for one, kind in kinds.items()]
    return [organisation, contact, theme, *others]


def _said(words: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"@value": text, "@language": language} for language, text in words.items()]


def _moment(at: datetime) -> dict[str, str]:
    return {"@value": moment(at), "@type": "xsd:dateTime"}
