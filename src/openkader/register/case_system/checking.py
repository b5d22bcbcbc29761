"""Whether a catalogue has what the mapping names, looked up as it will be when a case goes."""

from collections.abc import Callable
from datetime import date
from functools import partial

from openkader.base.errors import Refusal
from openkader.casework.case_system import CatalogueMapping
from openkader.register.case_system.calling import Calls, Denied
from openkader.register.case_system.catalogue import Catalogue
from openkader.register.case_system.connection import Api


def lacking(calls: Calls, mapping: CatalogueMapping, today: date) -> list[Refusal]:
    """What is not there, each once; the other interfaces are asked too, so that each of the four has answered."""
    catalogue, found = Catalogue(calls=calls, mapping=mapping, today=today), list[Refusal]()
    try:
        case_type = catalogue.case_type_on(catalogue.case_types(), today)
    except Denied as error:
        return [error.refusal]
    url = str(case_type["url"])
    for names, look in (
        (mapping.statuses.values(), partial(catalogue.status_type, url)),
        (mapping.results.values(), partial(catalogue.result_type, url)),
        (mapping.documents.values(), partial(catalogue.document_type, case_type)),
        ([mapping.decision], partial(catalogue.decision_type, url)),
    ):
        for name in sorted({one for one in names if one}):
            _try(found, partial(look, name))
    number = {"identificatie": "openkader-check", "bronorganisatie": mapping.organisation}
    _try(found, lambda: calls.find(Api.ZAKEN, "zaken", **number))
    _try(found, lambda: calls.find(Api.DOCUMENTEN, "enkelvoudiginformatieobjecten", **number))
    asked = {"identificatie": "openkader-check", "verantwoordelijkeOrganisatie": mapping.organisation}
    _try(found, lambda: calls.find(Api.BESLUITEN, "besluiten", **asked))
    return found


def _try(found: list[Refusal], ask: Callable[[], object]) -> None:
    try:
        ask()
    except Denied as error:
        found.append(error.refusal)
