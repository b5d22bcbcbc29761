"""A case in the case system, step by step; each looks whether it is there already, so that any may be done again.

The order is that of the standard: who closes a zaak may not add to it any more, so that its status comes last. A worker
that is killed after something was made finds it again by its number, and makes no second one.
"""

import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from openkader.base.errors import Refusal, Unavailable
from openkader.casework.case_system import DecisionNow, DocumentNow, Wanted
from openkader.register.case_system.calling import Calls, Denied, Found
from openkader.register.case_system.catalogue import Catalogue
from openkader.register.case_system.connection import Api
from openkader.register.shelf import shelf

_TITLE, _DOCUMENT_TITLE = 80, 200
_LANGUAGE = "nld"
ZAAK = "zaak"


@dataclass(slots=True, kw_only=True)
class Filing:
    """One case on its way; `made` is what stands there by now, its address by what it is of."""

    calls: Calls
    catalogue: Catalogue
    want: Wanted
    moved_at: datetime
    now: datetime
    made: dict[str, str]
    case_type: Found = field(default_factory=dict)
    is_closed: bool = False

    @property
    def zaak(self) -> str:
        """Where the zaak is."""
        return self.made[ZAAK]

    def run(self) -> None:
        """Everything, as far as it is not there; `Denied` and `Trouble` leave what was done in `made`."""
        self._zaak()
        for document, name in self.want.documents:
            self._document(document, name)
        for decision, name in self.want.decisions:
            self._decision(decision, name)
        if self.want.result is not None:
            self._result(self.want.result)
        if self.want.status is not None:
            self._status(self.want.status)

    def _zaak(self) -> None:
        number = {"identificatie": self.want.reference, "bronorganisatie": self.want.organisation}
        found = self.calls.find(Api.ZAKEN, "zaken", **number)
        versions = self.catalogue.case_types()
        if not found:
            if ZAAK in self.made:
                raise Denied(Refusal("filing.gone"))
            self._make_zaak(versions)
            return
        there = found[0]
        kinds = [one for one in versions if one["url"] == there.get("zaaktype")]
        if not kinds:
            raise Denied(Refusal("filing.other-zaak"))
        self.case_type, self.made[ZAAK] = kinds[0], str(there["url"])
        self.is_closed = there.get("einddatum") is not None
        wanted = self._about()
        if any(there.get(name) != value for name, value in wanted.items()):
            self._require_open()
            self.calls.change(Api.ZAKEN, self.zaak, wanted)

    def _make_zaak(self, versions: list[Found]) -> None:
        self.case_type = self.catalogue.case_type_on(versions, self.want.started_on)
        body: Found = {
            "identificatie": self.want.reference,
            "bronorganisatie": self.want.organisation,
            "verantwoordelijkeOrganisatie": self.want.organisation,
            "zaaktype": self.case_type["url"],
            "startdatum": self.want.started_on.isoformat(),
            "registratiedatum": self.want.entered_on.isoformat(),
            **self._about(),
        }
        self.made[ZAAK] = str(self.calls.create(Api.ZAKEN, "zaken", body)["url"])

    def _about(self) -> Found:
        """What of a zaak follows the case."""
        return {"omschrijving": self.want.title[:_TITLE], "vertrouwelijkheidaanduiding": self.want.level}

    def _document(self, document: DocumentNow, name: str) -> None:
        key, link = f"document {document.reference}", f"koppeling {document.reference}"
        if key not in self.made:
            self.made[key] = self._kept(document, name)
        if link not in self.made:
            both = {"zaak": self.zaak, "informatieobject": self.made[key]}
            found = self.calls.find(Api.ZAKEN, "zaakinformatieobjecten", **both)
            self.made[link] = (
                str(found[0]["url"]) if found else self._create(Api.ZAKEN, "zaakinformatieobjecten", {**both})
            )

    def _kept(self, document: DocumentNow, name: str) -> str:
        number = {"identificatie": document.reference, "bronorganisatie": self.want.organisation}
        found = self.calls.find(Api.DOCUMENTEN, "enkelvoudiginformatieobjecten", **number)
        if found:
            return str(found[0]["url"])
        try:
            content = shelf().take(document.digest, document.name)
        except Unavailable as error:
            raise Denied(Refusal("filing.no-content")) from error
        body: Found = {
            **number,
            "creatiedatum": document.on.isoformat(),
            "titel": document.name[:_DOCUMENT_TITLE],
            "vertrouwelijkheidaanduiding": self.want.level,
            "auteur": "onbekend",  # who sent it need not be who wrote it
            "status": "definitief",
            "formaat": document.media_type,
            "taal": _LANGUAGE,
            "bestandsnaam": document.name,
            "bestandsomvang": document.size,
            "inhoud": base64.b64encode(content).decode(),
            "indicatieGebruiksrecht": False,  # unknown would keep the zaak from being closed
            "informatieobjecttype": self.catalogue.document_type(self.case_type, name),
        }
        return self._create(Api.DOCUMENTEN, "enkelvoudiginformatieobjecten", body)

    def _decision(self, decision: DecisionNow, name: str) -> None:
        key = f"besluit {decision.reference}"
        if key in self.made:
            return
        number = {"identificatie": decision.reference, "verantwoordelijkeOrganisatie": self.want.organisation}
        found = self.calls.find(Api.BESLUITEN, "besluiten", **number)
        if found:
            self.made[key] = str(found[0]["url"])
            return
        body: Found = {
            **number,
            "besluittype": self.catalogue.decision_type(str(self.case_type["url"]), name),
            "zaak": self.zaak,
            "datum": decision.on.isoformat(),
            "ingangsdatum": decision.on.isoformat(),
            "toelichting": decision.motivation,
        }
        self.made[key] = self._create(Api.BESLUITEN, "besluiten", body)

    def _result(self, name: str) -> None:
        """A zaak has one result, whose type is for good; where the decision was taken anew, another takes its place."""
        kind = self.catalogue.result_type(str(self.case_type["url"]), name)
        found = self.calls.find(Api.ZAKEN, "resultaten", zaak=self.zaak)
        if found and found[0].get("resultaattype") == kind:
            self.made["resultaat"] = str(found[0]["url"])
            return
        if found:
            self._require_open()
            self.calls.remove(Api.ZAKEN, str(found[0]["url"]))
        body: Found = {"zaak": self.zaak, "resultaattype": kind}
        self.made["resultaat"] = self._create(Api.ZAKEN, "resultaten", body)

    def _status(self, name: str) -> None:
        kind = self.catalogue.status_type(str(self.case_type["url"]), name)
        found = self.calls.find(Api.ZAKEN, "statussen", zaak=self.zaak)
        last = max(found, key=_set_at, default=None)
        if last is not None and last.get("statustype") == kind:
            self.made["status"] = str(last["url"])
            return
        body: Found = {
            "zaak": self.zaak,
            "statustype": kind,
            "datumStatusGezet": self._moment(_set_at(last) if last else None).isoformat(),
        }
        self.made["status"] = self._create(Api.ZAKEN, "statussen", body)

    def _moment(self, last: datetime | None) -> datetime:
        """When the case moved, and after the status that stands there: a zaak has one at any moment."""
        moment = self.moved_at if last is None else max(self.moved_at, last + timedelta(seconds=1))
        return min(moment, self.now)

    def _create(self, api: Api, path: str, body: Found) -> str:
        self._require_open()
        return str(self.calls.create(api, path, body)["url"])

    def _require_open(self) -> None:
        if self.is_closed:
            raise Denied(Refusal("filing.closed"))


def _set_at(status: Found) -> datetime:
    """When a status was set; one that does not say counts as the first."""
    try:
        found = datetime.fromisoformat(str(status.get("datumStatusGezet")))
    except ValueError:
        return datetime(1, 1, 2, tzinfo=UTC)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
