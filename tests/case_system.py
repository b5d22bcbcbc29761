"""A case system on this machine that knows the ZGW standards: what it is asked and what it answers is held to them.

It keeps what it is sent, refuses what Open Zaak would refuse, and can be slow, broken, or away.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import jwt

from tests.integration.loopback import listening
from tests.openapi_documents import complaints

CLIENT, SECRET = "openkader", "a-secret-of-the-case-system-of-32"  # made up
RSIN = "123456782"
Row = dict[str, Any]
APIS = ("zaken", "documenten", "catalogi", "besluiten")
MAPPING = f"""\
organisation: "{RSIN}"
catalogue: INTER
case_type: OK-VERZOEK
statuses:
  received: none
  weighing: none
  awaiting_advice: none
  ready: none
  held: none
  granted: In behandeling
  referred: Doorverwezen
  refused: none
  withdrawn: none
  carried_out: Uitgevoerd
  closed: Afgerond
results:
  take_up: Opgepakt
  take_up_with_conditions: Opgepakt
  hold: none
  refer: Doorverwezen
  refuse: Geweigerd
  withdrawn: none
documents:
  attachment: Bijlage
  delegation_list: none
  advice: Advies
decision: Besluit op verzoek
levels: [openbaar, beperkt_openbaar, intern, zaakvertrouwelijk]
"""
_CATALOGUE = {
    "statustypen": ["In behandeling", "Doorverwezen", "Uitgevoerd", "Afgerond"],
    "resultaattypen": ["Opgepakt", "Doorverwezen", "Geweigerd"],
    "informatieobjecttypen": ["Bijlage", "Advies"],
    "besluittypen": ["Besluit op verzoek"],
}


class CaseSystemServer:
    """What it holds by the path of each collection, what came in, and how it misbehaves."""

    def __init__(self) -> None:
        self.url = ""
        self.rows: dict[str, list[Row]] = {}
        self.asked: list[tuple[str, str]] = []
        self.wrong: list[str] = []  # what the standard has against what went over the line
        self.status = 0  # answered to everything, where it is not 0
        self.location, self.huge = "", False
        self.refuses: dict[str, list[dict[str, str]]] = {}  # by the path, the fields it complains of
        self.forbids: set[str] = set()  # the levels above what was agreed
        self.drops = ""  # the path of what is made, while its answer never comes
        self.before: Callable[[str, str], None] = lambda method, path: None

    def addresses(self) -> dict[str, str]:
        return {api: f"{self.url}/{api}/api/v1" for api in APIS}

    def environment(self, mapping: str) -> dict[str, str]:
        found = {f"OPENKADER_ZGW_{api.upper()}": url for api, url in self.addresses().items()}
        return found | {
            "OPENKADER_ZGW_CLIENT": CLIENT,
            "OPENKADER_ZGW_SECRET": SECRET,
            "OPENKADER_ZGW_MAPPING": mapping,
        }

    def made(self) -> dict[str, int]:
        """How many things it got of each kind."""
        return {
            path: len(rows)
            for path, rows in self.rows.items()
            if path not in {*_CATALOGUE, *_OF_ALL} and rows
        }

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        _, api, _, _, path, *rest = parts.path.split("/")
        body = json.loads(handler.rfile.read(int(handler.headers.get("Content-Length") or 0)) or b"null")
        self.asked.append((handler.command, path))
        self.before(handler.command, path)
        if self.status or self.location or self.huge:
            _say(
                handler,
                self.status or (302 if self.location else 200),
                b"[" + b"1," * 4_000_000 if self.huge else b"{}",
                self.location,
            )
            return
        if not self._is_known(handler.headers):
            _say(handler, 403, json.dumps({"code": "invalid-jwt-token"}).encode())
            return
        where = f"/{path}/{{uuid}}" if rest else f"/{path}"
        query = {name: words[0] for name, words in parse_qs(parts.query).items()}
        against = complaints(api, handler.command, where, body, query=query)
        self.wrong += against
        status, said = 400, _refusal(self.refuses.get(path) or [])
        if path not in self.refuses or handler.command == "GET":
            status, said = self._done(handler.command, api, path, query, body, rest)
        if status == 204:
            _say(handler, status, b"")
            return
        if status < 300:
            self.wrong += complaints(api, handler.command, where, said, status=str(status))
        if self.drops == path and handler.command == "POST":
            self.drops = ""
            handler.connection.close()
            return
        _say(handler, status, json.dumps(said).encode())

    def _is_known(self, headers: Any) -> bool:
        token = str(headers.get("Authorization", "")).removeprefix("Bearer ")
        try:
            said = jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_iat": False})
        except jwt.InvalidTokenError:
            return False
        return (
            said["iss"] == said["client_id"] == CLIENT and isinstance(said["iat"], int) and "user_id" in said
        )

    def _done(
        self, method: str, api: str, path: str, query: dict[str, str], body: Row, rest: list[str]
    ) -> tuple[int, Any]:
        if method == "GET":
            return 200, self._found(path, query)
        if method in ("PATCH", "DELETE"):
            (row,) = [one for one in self.rows[path] if one["url"].endswith(rest[0])]
            if method == "DELETE":
                self.rows[path].remove(row)
                return 204, None
            if "resultaattype" in body:
                return 400, _refusal([{"name": "resultaattype", "code": "wijzigen-niet-toegelaten"}])
            row |= body
            return 200, row
        if body.get("vertrouwelijkheidaanduiding") in self.forbids:
            return 403, {"code": "permission_denied"}
        wrong = self._against(path, body)
        if wrong:
            return 400, _refusal([wrong])
        return 201, self.add(api, path, body)

    def _found(self, path: str, query: dict[str, str]) -> Any:
        page = int(query.pop("page", "1"))
        query.pop("status", None)
        rows = [
            row
            for row in self.rows.get(path, [])
            if all(
                value in row[name] if isinstance(row[name], list) else row[name] == value
                for name, value in query.items()
            )
        ]
        if path == "zaakinformatieobjecten":
            return rows
        some = rows[(page - 1) * 2 : page * 2]  # pages of two, so that there are more of them
        more = f"{self.url}/elsewhere?page={page + 1}" if len(rows) > page * 2 else None
        return {"count": len(rows), "next": more, "previous": None, "results": some}

    def _against(self, path: str, body: Row) -> dict[str, str] | None:
        """What Open Zaak would have against it."""
        number = {
            name: body[name]
            for name in ("identificatie", "bronorganisatie", "verantwoordelijkeOrganisatie")
            if name in body
        }
        if number and [one for one in self.rows.get(path, []) if number.items() <= one.items()]:
            return {"name": "identificatie", "code": "identificatie-niet-uniek"}
        if path == "statussen":
            (kind,) = [one for one in self.rows["statustypen"] if one["url"] == body["statustype"]]
            own = {name: self._of_zaak(name, body["zaak"]) for name in ("statussen", "resultaten")}
            if kind["isEindstatus"] and not own["resultaten"]:
                return {"name": "nonFieldErrors", "code": "resultaat-does-not-exist"}
            if [one for one in own["statussen"] if one["datumStatusGezet"] == body["datumStatusGezet"]]:
                return {"name": "nonFieldErrors", "code": "unique"}
            datetime.fromisoformat(body["datumStatusGezet"])
        return None

    def _of_zaak(self, path: str, zaak: str) -> list[Row]:
        return [one for one in self.rows.get(path, []) if one["zaak"] == zaak]

    def add(self, api: str, path: str, body: Row) -> Row:
        key = str(uuid4())
        row = _FIRST.get(path, {}) | body | {"url": f"{self.url}/{api}/api/v1/{path}/{key}", "uuid": key}
        if path == "statussen":
            (kind,) = [one for one in self.rows["statustypen"] if one["url"] == body["statustype"]]
            (zaak,) = [one for one in self.rows["zaken"] if one["url"] == body["zaak"]]
            zaak["einddatum"] = body["datumStatusGezet"][:10] if kind["isEindstatus"] else None
        if path == "enkelvoudiginformatieobjecten":
            row.pop("uuid")
            row["inhoud"] = row["url"] + "/download"
        self.rows.setdefault(path, []).append(row)
        return row

    def hold_today(self) -> None:
        """The version of the zaaktype that has everything holds on the clock of this machine too."""
        old, new = self.rows["zaaktypen"]
        old["eindeGeldigheid"], new["beginGeldigheid"] = "2020-12-31", "2021-01-01"

    def fill(self) -> None:
        """A catalogue with all that `MAPPING` names."""
        catalogue = self.add("catalogi", "catalogussen", {"domein": "INTER", "rsin": RSIN})
        known = {"catalogus": catalogue["url"], "beginGeldigheid": "2020-01-01", "eindeGeldigheid": None}
        papers = [
            self.add("catalogi", "informatieobjecttypen", known | {"omschrijving": name})["url"]
            for name in _CATALOGUE["informatieobjecttypen"]
        ]
        old = {"identificatie": "OK-VERZOEK", "omschrijving": "Verzoek", "informatieobjecttypen": papers}
        self.add("catalogi", "zaaktypen", known | old | {"eindeGeldigheid": "2029-12-31"})
        kind = self.add("catalogi", "zaaktypen", known | old | {"beginGeldigheid": "2030-01-01"})["url"]
        for number, name in enumerate(_CATALOGUE["statustypen"], 1):
            said = {"omschrijving": name, "volgnummer": number, "isEindstatus": name == "Afgerond"}
            self.add(
                "catalogi",
                "statustypen",
                known | said | {"zaaktype": kind, "zaaktypeIdentificatie": "OK-VERZOEK"},
            )
        for name in _CATALOGUE["resultaattypen"]:
            self.add(
                "catalogi",
                "resultaattypen",
                {"omschrijving": name, "zaaktype": kind, "zaaktypeIdentificatie": "OK-VERZOEK"},
            )
        for name in _CATALOGUE["besluittypen"]:
            self.add("catalogi", "besluittypen", known | {"omschrijving": name, "zaaktypen": [kind]})


_OF_ALL = {"catalogussen", "zaaktypen"}
_FIRST: dict[str, Row] = {
    "zaken": {
        "betalingsindicatieWeergave": "",
        "einddatum": None,
        "resultaat": None,
        "status": None,
        **{
            name: []
            for name in ("deelzaken", "eigenschappen", "rollen", "zaakinformatieobjecten", "zaakobjecten")
        },
    },
    "statussen": {"indicatieLaatstGezetteStatus": True, "zaakinformatieobjecten": []},
    "zaakinformatieobjecten": {
        "aardRelatieWeergave": "Hoort bij, omgekeerd: kent",
        "registratiedatum": "2030-05-01T12:00:00Z",
    },
    "enkelvoudiginformatieobjecten": {
        "beginRegistratie": "2030-05-01T12:00:00Z",
        "bestandsdelen": [],
        "lock": "",
        "locked": False,
        "versie": 1,
    },
    "catalogussen": {
        "contactpersoonBeheerNaam": "x",
        "informatieobjecttypen": [],
        "zaaktypen": [],
        "besluittypen": [],
    },
    "informatieobjecttypen": {
        "besluittypen": [],
        "zaaktypen": [],
        "concept": False,
        "informatieobjectcategorie": "x",
        "vertrouwelijkheidaanduiding": "intern",
    },
    "besluittypen": {
        "concept": False,
        "informatieobjecttypen": [],
        "publicatieIndicatie": False,
        "resultaattypen": [],
        "resultaattypenOmschrijving": [],
        "vastgelegdIn": [],
    },
    "resultaattypen": {
        "besluittypeOmschrijving": [],
        "informatieobjecttypeOmschrijving": [],
        "omschrijvingGeneriek": "Verleend",
        "resultaattypeomschrijving": "https://selectielijst.example.nl/1",
        "selectielijstklasse": "https://selectielijst.example.nl/2",
    },
    "zaaktypen": {
        **dict.fromkeys(
            (
                "aanleiding",
                "doel",
                "handelingBehandelaar",
                "handelingInitiator",
                "onderwerp",
                "verantwoordelijke",
            ),
            "x",
        ),
        **{
            name: []
            for name in (
                "besluittypen",
                "eigenschappen",
                "gerelateerdeZaaktypen",
                "productenOfDiensten",
                "resultaattypen",
            )
        },
        **{name: [] for name in ("roltypen", "statustypen", "zaakobjecttypen")},
        **dict.fromkeys(
            ("concept", "opschortingEnAanhoudingMogelijk", "publicatieIndicatie", "verlengingMogelijk"), False
        ),
        "doorlooptijd": "P30D",
        "indicatieInternOfExtern": "extern",
        "referentieproces": {"naam": "x"},
        "versiedatum": "2020-01-01",
        "vertrouwelijkheidaanduiding": "intern",
    },
}


def _refusal(fields: list[dict[str, str]]) -> Row:
    return {
        "type": "x",
        "code": "invalid",
        "title": "Invalid input.",
        "status": 400,
        "detail": "",
        "instance": "urn:uuid:x",
        "invalidParams": [one | {"reason": "Om wat voor reden ook."} for one in fields],
    }


def _say(handler: BaseHTTPRequestHandler, status: int, body: bytes, location: str = "") -> None:
    handler.send_response(status)
    if location:
        handler.send_header("Location", location)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@contextmanager
def case_system() -> Iterator[CaseSystemServer]:
    """A case system with a catalogue, for as long as it is there."""
    found = CaseSystemServer()
    with listening(found.answer) as found.url:
        found.fill()
        yield found
