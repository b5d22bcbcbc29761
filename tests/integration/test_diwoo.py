"""The metadata of what was published are valid by the schema of DiWoo, where that is at hand.

Its licence is not stated, so it is not here: `OPENKADER_DIWOO_XSD` names a folder with `diwoo-metadata.xsd`,
`diwoo-metadata-lijsten.xsd` (0.9.8, standaarden.overheid.nl/diwoo/metadata) and `MDTO-XML1.0.1.xsd`.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from lxml import etree  # type: ignore[import-untyped]

from openkader.kader import Assessor
from openkader.register import services
from openkader.register.documents import DocumentEntry
from tests.integration.agreement_house import HAND
from tests.integration.publication_house import DRAFT, PAPER, SHOWN, begun, released, saved
from tests.integration.test_cleaning import a_pdf, jpeg

pytestmark = pytest.mark.django_db
FOLDER = os.environ.get("OPENKADER_DIWOO_XSD", "")
DIWOO = "{https://standaarden.overheid.nl/diwoo/metadata/}"
MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FILES = (
    PAPER,
    DocumentEntry(name="Afspraak.pdf", content=a_pdf()),
    DocumentEntry(name="Foto.jpg", content=jpeg()),
)


class Beside(etree.Resolver):  # type: ignore[misc]
    """Finds what a schema imports beside it, and nothing on a network."""

    def resolve(self, url: str, _public: str, context: object) -> object:
        """The file of that name in the folder."""
        return self.resolve_filename(str(Path(FOLDER) / Path(url).name), context)


def the_sitemap(assessor: Assessor) -> etree._Element:
    reference = begun(assessor)
    for file in FILES:
        services.add_publication_file(reference, file, **HAND)
    chosen = {f"file:{number}": SHOWN for number in range(1, len(FILES) + 1)}
    saved(reference, replace(DRAFT, choices={**DRAFT.choices, **chosen}))
    released(reference)
    return etree.fromstring(Client().get("/openbaar/sitemap-diwoo-infocat011-1.xml").content)


def test_every_document_has_its_metadata(assessor: Assessor) -> None:
    root = the_sitemap(assessor)
    assert len(root.findall(f"{MAPS}url")) == 1 + len(FILES)
    for one in root.findall(f"{MAPS}url"):
        assert (one.findtext(f"{MAPS}loc") or "").startswith("http")
        said = one.find(f"{DIWOO}Document/{DIWOO}DiWoo")
        assert said.find(f"{DIWOO}publisher").get("resource").endswith("/provincie/pv28")
        categories = said.findall(f".//{DIWOO}informatiecategorie")
        assert [one.text for one in categories] == ["convenanten"]


# It is not ours to bring along: whoever has it names it. A skipped test would close the gate.
if FOLDER:

    def test_the_metadata_are_valid_by_the_schema(assessor: Assessor) -> None:
        parser = etree.XMLParser(no_network=True)
        parser.resolvers.add(Beside())
        schema = etree.XMLSchema(etree.parse(str(Path(FOLDER) / "diwoo-metadata.xsd"), parser))
        found = the_sitemap(assessor).findall(f".//{DIWOO}Document")
        assert len(found) == 1 + len(FILES)
        for one in found:
            alone = etree.fromstring(etree.tostring(one))
            schema.assertValid(alone)
