"""A case becomes a zaak in a real Open Zaak, once, whatever happens on the way.

`OPENKADER_TEST_OPEN_ZAAK` says where it is, docs/how-to/try-with-open-zaak.md how it comes there: with a clock that is
later than the cases of the tests, which are of May 2030.
"""

import json
import os
import time
import urllib.request
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode

import jwt
import pytest

from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.case_system.calling import Calls
from openkader.register.case_system.checking import lacking
from openkader.register.case_system.connection import Api, CaseSystem
from openkader.register.case_system.filed import refused_filings
from openkader.register.documents import DocumentEntry
from openkader.register.subscriptions import subscriptions
from tests.case_system import APIS, CLIENT, MAPPING, SECRET
from tests.integration.filing_house import a_case_system, connected, inside
from tests.integration.test_case_system import Clock, accepted
from tests.integration.token_house import HAND, NOW

pytestmark = pytest.mark.django_db
OPEN_ZAAK = os.environ.get("OPENKADER_TEST_OPEN_ZAAK", "http://127.0.0.1:8010")
ADDRESSES = {f"OPENKADER_ZGW_{api.upper()}": f"{OPEN_ZAAK}/{api}/api/v1" for api in APIS}
KNOWN = {"OPENKADER_ZGW_CLIENT": CLIENT, "OPENKADER_ZGW_SECRET": SECRET, "OPENKADER_ZGW_MAPPING": ""}
RUN = time.strftime("%j%H%M%S")  # a number is given once there
WHOLE = {"besluiten": 1, "resultaten": 1, "statussen": 1, "zaakinformatieobjecten": 1, "zaken": 1}


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture(autouse=True)
def house(settings: Any, tmp_path: Path) -> None:
    settings.OUTGOING, settings.OPENKADER_DATA = inside(), tmp_path
    settings.CASE_SYSTEM = a_case_system(tmp_path, ADDRESSES | KNOWN)
    connected()


class Killed(BaseException):
    """What a worker is in the middle of its work."""


def colleague(method: str, url: str, body: Any = None) -> Any:
    """What a colleague asks or does there by themselves."""
    said = {"iss": "colleague", "client_id": "colleague", "iat": int(NOW.timestamp()), "user_id": "x"}
    headers = {
        "Authorization": f"Bearer {jwt.encode(said, SECRET, algorithm='HS256')}",
        "Accept-Crs": "EPSG:4326",
        "Content-Crs": "EPSG:4326",
        "Content-Type": "application/json",
    }
    sent = json.dumps(body).encode() if body else None
    request = urllib.request.Request(url, method=method, data=sent, headers=headers)  # noqa: S310 - on this machine
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - on this machine
        found = answer.read()
    return json.loads(found) if found else None


def listed(api: str, path: str, **query: str) -> list[dict[str, Any]]:
    found = colleague("GET", f"{OPEN_ZAAK}/{api}/api/v1/{path}?{urlencode(query)}")
    rows: list[dict[str, Any]] = found["results"] if isinstance(found, dict) else found
    return rows


def there(reference: str) -> dict[str, list[dict[str, Any]]]:
    """What it has of a case, by kind."""
    zaken = listed("zaken", "zaken", identificatie=reference)
    if not zaken:
        return {}
    zaak = zaken[0]["url"]
    kinds = ("zaakinformatieobjecten", "resultaten", "statussen")
    of_zaak = {kind: listed("zaken", kind, zaak=zaak) for kind in kinds}
    return {"zaken": zaken, "besluiten": listed("besluiten", "besluiten", zaak=zaak), **of_zaak}


def numbers(reference: str) -> dict[str, int]:
    return {kind: len(rows) for kind, rows in sorted(there(reference).items())}


def type_of(path: str, word: str) -> str:
    (zaaktype,) = listed("catalogi", "zaaktypen", status="definitief")
    rows = listed("catalogi", path, zaaktype=zaaktype["url"])
    return str(next(row["url"] for row in rows if row["omschrijving"] == word))


def stood() -> list[tuple[str, str | None]]:
    return [(row.case, row.refusal.code if row.refusal else None) for row in refused_filings()]


def again(at: Clock) -> None:
    services.file_cases_again(everything=True, **HAND)
    at.works(timedelta(minutes=5))


def paper(reference: str, name: str, content: bytes) -> None:
    services.keep_document(reference, DocumentEntry(name=name, content=content), **HAND)


def checked(system: CaseSystem) -> list[dict[str, str]]:
    calls = Calls(system=system, at=NOW, end=time.monotonic() + 60)
    return [dict(refusal.detail) for refusal in lacking(calls, system.read_mapping(), NOW.date())]


def test_the_catalogue_has_what_the_mapping_names_and_what_it_lacks_is_said(
    settings: Any, tmp_path: Path
) -> None:
    assert checked(settings.CASE_SYSTEM) == []
    other = MAPPING.replace("Uitgevoerd", "Nergens").replace("Bijlage", "Geen")
    lacks = checked(a_case_system(tmp_path, ADDRESSES | KNOWN, other))
    assert sorted(one["name"] for one in lacks) == ["Geen", "Nergens"]


def test_a_case_goes_whole_and_once_also_where_all_was_forgotten(assessor: Assessor, at: Clock) -> None:
    case = f"{RUN}-1"
    accepted(assessor, case)
    at.works()
    assert (stood(), numbers(case)) == ([], WHOLE)
    again(at)
    models.CaseFiling.objects.update(told="a" * 64, made={"zaak": f"{OPEN_ZAAK}/zaken/api/v1/zaken/x"})
    again(at)
    assert (stood(), numbers(case)) == ([], WHOLE)


@pytest.mark.parametrize("path", [*WHOLE, "enkelvoudiginformatieobjecten"])
def test_a_worker_that_is_killed_after_something_was_made_makes_no_second(
    path: str, assessor: Assessor, at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, create = f"{RUN}-{path[:12]}", Calls.create

    def killed(self: Calls, api: Api, where: str, body: dict[str, object]) -> dict[str, object]:
        found = create(self, api, where, body)
        if where == path:
            raise Killed
        return found

    accepted(assessor, case)
    with monkeypatch.context() as patch:
        patch.setattr(Calls, "create", killed)
        with pytest.raises(Killed):
            at.works()
    at.works(timedelta(hours=1))
    assert (stood(), numbers(case)) == ([], WHOLE)


def test_who_is_not_known_there_waits(assessor: Assessor, at: Clock, settings: Any, tmp_path: Path) -> None:
    case, known = f"{RUN}-2", settings.CASE_SYSTEM
    wrong = {"OPENKADER_ZGW_SECRET": "another-secret-of-the-case-system-0"}
    settings.CASE_SYSTEM = a_case_system(tmp_path, ADDRESSES | KNOWN | wrong)
    accepted(assessor, case)
    at.works()
    assert (subscriptions()[0].answer, stood(), there(case)) == ("403", [], {})
    settings.CASE_SYSTEM = known
    at.works(timedelta(minutes=2))
    assert numbers(case) == WHOLE


def test_what_a_colleague_changed_there_is_put_right_until_the_zaak_is_closed(
    assessor: Assessor, at: Clock
) -> None:
    case = f"{RUN}-3"
    accepted(assessor, case)
    at.works()
    found = there(case)
    zaak = found["zaken"][0]["url"]
    colleague("PATCH", zaak, {"omschrijving": "x"})
    colleague("DELETE", found["resultaten"][0]["url"])
    refused = {"zaak": zaak, "resultaattype": type_of("resultaattypen", "Geweigerd")}
    colleague("POST", f"{OPEN_ZAAK}/zaken/api/v1/resultaten", refused)
    set_status(zaak, "Doorverwezen", "2030-05-01T12:00:10Z")
    paper(case, "later.txt", b"L" * 5_000_000)
    at.works(timedelta(minutes=1))
    found = there(case)
    assert (stood(), numbers(case)) == ([], {**WHOLE, "statussen": 3, "zaakinformatieobjecten": 2})
    assert found["zaken"][0]["omschrijving"] == "Fictief"
    assert found["resultaten"][0]["resultaattype"] == type_of("resultaattypen", "Opgepakt")
    set_status(zaak, "Afgerond", "2030-05-02T12:00:10Z")
    paper(case, "last.txt", b"Last")
    at.works(timedelta(minutes=1))
    assert (stood(), numbers(case)["zaakinformatieobjecten"]) == ([(case, "filing.closed")], 2)


def set_status(zaak: str, word: str, moment: str) -> None:
    status = {"zaak": zaak, "statustype": type_of("statustypen", word), "datumStatusGezet": moment}
    colleague("POST", f"{OPEN_ZAAK}/zaken/api/v1/statussen", status)


def test_the_last_status_closes_the_zaak_and_its_archiving_is_known(
    assessor: Assessor, at: Clock, settings: Any, tmp_path: Path
) -> None:
    case, closing = f"{RUN}-4", MAPPING.replace("granted: In behandeling", "granted: Afgerond")
    settings.CASE_SYSTEM = a_case_system(tmp_path, ADDRESSES | KNOWN, closing)
    accepted(assessor, case)
    at.works()
    (zaak,) = there(case)["zaken"]
    assert (stood(), zaak["einddatum"]) == ([], "2030-05-01")
    assert zaak["archiefnominatie"] is not None


def test_a_zaak_that_is_gone_is_not_made_again(assessor: Assessor, at: Clock) -> None:
    case = f"{RUN}-5"
    accepted(assessor, case)
    at.works()
    found = there(case)
    colleague("DELETE", found["besluiten"][0]["url"])
    with suppress(HTTPError):  # 1.30.0 answers 500 on Python 3.13, after it deleted the zaak
        colleague("DELETE", found["zaken"][0]["url"])
    paper(case, "later.txt", b"Later")
    at.works(timedelta(minutes=1))
    assert (stood(), there(case)) == ([(case, "filing.gone")], {})
