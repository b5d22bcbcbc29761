"""A made-up catalogue in a real Open Zaak, and who may come in: given to its `manage.py shell`, with its test tools."""

import os
from datetime import date

from django.contrib.sites.models import Site
from openzaak.components.autorisaties.models import CatalogusAutorisatie
from openzaak.components.catalogi.tests import factories
from vng_api_common.authorizations.models import Applicatie, Autorisatie
from vng_api_common.models import JWTSecret

LEVEL = "zaakvertrouwelijk"
SCOPES = {
    "zrc": ["zaken.lezen", "zaken.aanmaken", "zaken.statussen.toevoegen", "zaken.bijwerken"],
    "drc": ["documenten.lezen", "documenten.aanmaken"],
    "brc": ["besluiten.lezen", "besluiten.aanmaken"],
}


def fill(address):
    """The catalogue of `tests/case_system.py`, and the two applications of `tests/integration/open_zaak.py`."""
    Site.objects.update(domain=address, name="fictief")
    begins = {"concept": False, "datum_begin_geldigheid": date(2024, 1, 1)}
    catalogue = factories.CatalogusFactory(domein="INTER", rsin="123456782", naam="Internationaal (fictief)")
    kind = factories.ZaakTypeFactory(
        catalogus=catalogue,
        identificatie="OK-VERZOEK",
        zaaktype_omschrijving="Fictief",
        vertrouwelijkheidaanduiding=LEVEL,
        **begins,
    )
    for number, word in enumerate(("In behandeling", "Doorverwezen", "Uitgevoerd", "Afgerond"), 1):
        factories.StatusTypeFactory(zaaktype=kind, statustypevolgnummer=number, statustype_omschrijving=word)
    for word in ("Opgepakt", "Doorverwezen", "Geweigerd"):
        factories.ResultaatTypeFactory(
            zaaktype=kind, omschrijving=word, brondatum_archiefprocedure_afleidingswijze="afgehandeld"
        )
    for number, word in enumerate(("Bijlage", "Advies"), 1):
        document = factories.InformatieObjectTypeFactory(
            catalogus=catalogue, omschrijving=word, zaaktypen=None, **begins
        )
        factories.ZaakTypeInformatieObjectTypeFactory(
            zaaktype=kind, informatieobjecttype=document, volgnummer=number
        )
    factories.BesluitTypeFactory(
        catalogus=catalogue, omschrijving="Besluit op verzoek", zaaktypen=[kind], **begins
    )
    let_in(catalogue)


def let_in(catalogue):
    """Open Kader with the scopes of the how-to and no more; and a colleague there who may do everything."""
    ours = Applicatie.objects.create(client_ids=["openkader"], label="Open Kader")
    Autorisatie.objects.create(applicatie=ours, component="ztc", scopes=["catalogi.lezen"])
    for component, scopes in SCOPES.items():
        CatalogusAutorisatie.objects.create(
            applicatie=ours,
            component=component,
            scopes=scopes,
            catalogus=catalogue,
            max_vertrouwelijkheidaanduiding=LEVEL,
        )
    Applicatie.objects.create(client_ids=["colleague"], label="Colleague", heeft_alle_autorisaties=True)
    for name in ("openkader", "colleague"):
        JWTSecret.objects.create(identifier=name, secret="a-secret-of-the-case-system-of-32")


fill(os.environ["OPENKADER_TEST_OPEN_ZAAK"].partition("//")[2])
