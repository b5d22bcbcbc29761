"""A program records an agreement and what becomes of it, by the same services and rules as the pages."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from openkader.api import pace
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.documents import DocumentEntry
from openkader.register.limits import Limit
from tests.integration.activity_house import ACTIVITY, planned
from tests.integration.agreement_house import ALONE, INTENDED, a_party, agreed
from tests.integration.program_house import a_program, told, with_token
from tests.integration.register_house import HAND, NOW, everything
from tests.integration.test_api_activities_written import change, done, refusal, send, wrong
from tests.unit.documents import PDF
from tests.web_pages import PASSWORD

pytestmark = pytest.mark.django_db
READ, HAND_IN, WORK = TokenScope.READ, TokenScope.HAND_IN, TokenScope.WORK
LIST = "/api/v1/overeenkomsten"
HERE, DEEDS = f"{LIST}/{ALONE}", f"{LIST}/{ALONE}/akten"


def on(first: str, last: str = "", precision: str = "dag") -> dict[str, str]:
    return {"van": first, "tot": last or first, "nauwkeurigheid": precision}


SIGNED = on("2025-05-12")
STATED: dict[str, Any] = {
    "titel": "Samenwerking tuinbouw",
    "vorm": "mou",
    "status": "ondertekend",
    "vanWie": "eigen",
    "land": "CN",
    "vastgelegd": SIGNED,
    "looptijd": {"soort": "tot_een_dag", "tot": "2030-09-30"},
    "partijen": [
        {"relatie": "P-1", "kant": "eigen", "rol": "ondertekenaar"},
        {"naam": "provincie Hebei", "kant": None, "rol": "ondertekenaar"},
    ],
    "waarden": [{"onderwerp": "human_rights", "staatErin": True, "woorden": "Partijen achten ze."}],
}
LONGER = STATED | {
    "vastgelegd": on("2030-04-01"),
    "looptijd": {"soort": "tot_een_dag", "tot": "2035-09-30"},
}
END = {"status": "niet_verlengd", "vastgelegd": on("2030-04-01", "2030-04-30", "maand")}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def record(client: Client, key: str = "een", stated: object = STATED, **more: object) -> Any:
    return send(client, "POST", LIST, {"inhoud": stated, **more}, idempotency_key=key)


def deed(client: Client, kind: str, mark: str | None = None, here: str = HERE, **said: object) -> Any:
    seen = mark or client.get(here)["ETag"]
    return send(client, "POST", f"{here}/akten", {"soort": kind, **said}, if_match=seen)


def test_an_agreement_is_recorded_and_the_page_and_the_trail_say_so() -> None:
    a_party()
    client = a_program(WORK)
    response = record(client, eigenaar="colleague", adres="https://example.nl/mou", passage="De zin.")
    found = told(response)
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{HERE}")
    assert (found["status"], found["vastgelegd"], found["looptijd"]["tot"], found["eigenaar"]) == (
        "ondertekend",
        SIGNED,
        "2030-09-30",
        "colleague",
    )
    assert [(one["relatie"], one["kant"]) for one in found["partijen"]] == [("P-1", "eigen"), (None, None)]
    assert found["waarden"] == STATED["waarden"]
    (first,) = found["akten"]
    assert (first["soort"], first["adres"], first["passage"]) == (
        "vastgelegd",
        "https://example.nl/mou",
        "De zin.",
    )
    shown = client.get(HERE)
    assert (told(shown), shown["ETag"]) == (found, response["ETag"])
    assert "agreement.recorded" in done()
    browser = Client()
    browser.login(username="colleague", password=PASSWORD)
    page = browser.get(reverse("agreement", args=[ALONE])).content.decode()
    assert STATED["titel"] in page
    assert "provincie Hebei" in page


def test_what_is_not_known_stays_unknown() -> None:
    unknown = dict.fromkeys(("vanWie", "land", "vastgelegd"))
    stated = STATED | unknown | {"looptijd": {"soort": None}, "partijen": [], "waarden": []}
    found = told(record(a_program(WORK), stated=stated))
    assert {name: found[name] for name in unknown} == unknown
    assert found["looptijd"] == dict.fromkeys(("van", "soort", "tot", "jaren"))
    assert found["stand"] == "onbekend"


def test_the_same_sent_again_records_no_second_one() -> None:
    a_party()
    client = a_program(WORK)
    first, before = record(client), everything()
    again = record(client, stated=dict(reversed(STATED.items())))
    assert (again.status_code, again.content, again["Location"]) == (201, first.content, first["Location"])
    assert everything() == before
    assert refusal(record(client, stated=STATED | {"titel": "Anders"})) == (422, "request.other-content")
    assert record(client, key="twee").status_code == 201
    assert record(with_token(WORK, name="tweede")).status_code == 201
    assert models.Agreement.objects.count() == 3


def test_an_agreement_of_an_activity_takes_its_document_from_the_request(assessor: Assessor) -> None:
    planned(assessor)
    a_party()
    services.keep_document("V-1", DocumentEntry(name="mou.pdf", content=PDF), **HAND)
    client = a_program(WORK)
    found = told(record(client, activiteit=ACTIVITY, document="V-1-D1"))
    assert (found["activiteit"], found["verzoek"]) == (ACTIVITY, "V-1")
    assert found["akten"][0]["bestandsnaam"] == "mou.pdf"
    assert wrong(record(client, key="twee", document="V-1-D1")) == [("document", "interface.unknown-word")]
    services.cancel_activity(ACTIVITY, "Ziek.", **HAND)
    late = record(client, key="drie", activiteit=ACTIVITY)
    assert refusal(late) == (409, "agreement.activity-cancelled")


def test_every_deed_is_added_and_what_was_said_before_stays(assessor: Assessor) -> None:
    here = f"{LIST}/{agreed(assessor, INTENDED)}"
    client = a_program(WORK)
    signed = deed(client, "ondertekend", here=here, inhoud=STATED)
    assert (signed.status_code, signed["Location"]) == (201, f"http://testserver{here}/akten/2")
    assert told(client.get(signed["Location"])) == told(signed)
    fixed = STATED | {"land": "TW"}
    assert refusal(deed(client, "verbeterd", here=here, inhoud=fixed)) == (409, "agreement.no-reason")
    assert deed(client, "verbeterd", here=here, inhoud=fixed, reden="Ander land.").status_code == 201
    assert refusal(deed(client, "verlengd", here=here, inhoud=LONGER)) == (409, "agreement.no-evaluation")
    assert deed(client, "verlengd", here=here, inhoud=LONGER, evaluatie="Zeven bezoeken.").status_code == 201
    ended = deed(client, "geeindigd", here=here, einde=END, evaluatie="Er kwam weinig van.")
    assert told(ended)["evaluatie"] == "Er kwam weinig van."
    found = told(client.get(here))
    assert (found["status"], found["vastgelegd"]) == ("niet_verlengd", END["vastgelegd"])
    assert [one["soort"] for one in reversed(found["akten"])] == [
        "vastgelegd",
        "ondertekend",
        "verbeterd",
        "verlengd",
        "geeindigd",
    ]
    # What stands as it was keeps its other language.
    assert found["titel"]["en"] == "Cooperation in horticulture"
    assert found["partijen"][1]["naam"]["en"] == "Province of Hebei"
    assert {"agreement.signed", "agreement.corrected", "agreement.renewed", "agreement.ended"} <= set(done())
    assert refusal(deed(client, "geeindigd", here=here, einde=END, evaluatie="x")) == (409, "agreement.over")


def test_who_sees_to_it_is_a_colleague_or_nobody(assessor: Assessor) -> None:
    agreed(assessor)
    client = a_program(WORK)
    assert told(change(client, HERE, {"eigenaar": "colleague"}))["eigenaar"] == "colleague"
    assert "agreement.given" in done()
    assert told(change(client, HERE, {"eigenaar": None}))["eigenaar"] is None
    for response in (change(client, HERE, {"eigenaar": "x"}), record(client, eigenaar="x")):
        assert wrong(response) == [("eigenaar", "interface.unknown-word")]


def test_what_does_not_fit_is_named_and_nothing_is_kept(assessor: Assessor) -> None:
    agreed(assessor)
    client = a_program(WORK)
    before = everything()
    wrong_ones: tuple[tuple[dict[str, Any], str, str], ...] = (
        ({"land": "ZZ"}, "land", "interface.wrong-value"),
        ({"vastgelegd": on("2025-05-12", "2025-05-13")}, "vastgelegd", "interface.wrong-value"),
        ({"vastgelegd": on("2025-05-12", precision="maand")}, "vastgelegd", "interface.wrong-value"),
        ({"status": "opgezegd"}, "status", "interface.unknown-word"),
        ({"status": "weg"}, "status", "interface.unknown-word"),
        ({"looptijd": {"tot": "2030-09-30"}}, "looptijd.soort", "interface.missing"),
        ({"partijen": [{"kant": None, "rol": "getuige"}]}, "partijen.0", "interface.one-thing"),
        (
            {"partijen": [{"relatie": "P-9", "kant": None, "rol": "getuige"}]},
            "partijen.0.relatie",
            "interface.unknown-word",
        ),
        ({"eigenaar": "x"}, "eigenaar", "interface.unknown-name"),
    )
    for changes, place, code in wrong_ones:
        assert wrong(record(client, stated=STATED | changes)) == [(f"inhoud.{place}", code)], changes
    against: tuple[tuple[dict[str, Any], str], ...] = (
        ({"vorm": "brief"}, "agreement.unknown-form"),
        ({"waarden": [{"onderwerp": "niets", "staatErin": True}]}, "agreement.unknown-value"),
        ({"vastgelegd": on("2031-01-01")}, "agreement.future"),
    )
    for changes, code in against:
        assert refusal(record(client, stated=STATED | changes)) == (409, code)
    for kind, said, found in (
        ("verlengd", {}, [("inhoud", "interface.missing")]),
        (
            "geeindigd",
            {"inhoud": STATED},
            [("einde", "interface.missing"), ("inhoud", "interface.unknown-name")],
        ),
        ("ondertekend", {"inhoud": STATED, "reden": "x"}, [("reden", "interface.unknown-name")]),
        ("vastgelegd", {"inhoud": STATED}, [("soort", "interface.unknown-word")]),
    ):
        assert wrong(deed(client, kind, **said)) == found
    assert everything() == before


# --- who may ---------------------------------------------------------------------------------

WRITES: dict[str, Callable[[Client], Any]] = {
    "record": lambda client: record(client, activiteit=ACTIVITY),
    "give": lambda client: send(client, "PATCH", HERE, {"eigenaar": None}, if_match='"x"'),
    "add": lambda client: deed(client, "geeindigd", '"x"', einde=END),
}


def test_who_may_not_write_writes_nothing(assessor: Assessor) -> None:
    planned(assessor)
    agreed(assessor)
    reads, judges = a_program(READ, HAND_IN), a_program(WORK, role=AccountRole.EVALUATOR, name="other")
    before = everything()
    for name, write in WRITES.items():
        assert refusal(write(reads)) == (403, "token.out-of-scope"), name
        assert refusal(write(judges)) == (403, "role.work"), name
        assert refusal(write(Client())) == (401, "token.unknown"), name
    assert everything() == before


def test_of_a_case_that_may_not_be_seen_nothing_is_there(assessor: Assessor) -> None:
    planned(assessor)
    (here,) = {agreed(assessor, activity=ACTIVITY)}
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    client = a_program(WORK, team="elders")
    before, place = everything(), f"{LIST}/{here}"
    for response in (
        record(client, activiteit=ACTIVITY),
        send(client, "PATCH", place, {"eigenaar": None}, if_match='"x"'),
        send(client, "POST", f"{place}/akten", {"soort": "geeindigd", "einde": END}, if_match='"x"'),
        client.get(place),
        client.get(f"{place}/akten/1"),
    ):
        assert response.status_code == 404
    assert everything() == before


def test_a_change_rests_on_what_was_seen(assessor: Assessor) -> None:
    agreed(assessor)
    client = a_program(WORK)
    first = client.get(HERE)["ETag"]
    for name in ("give", "add"):
        assert refusal(WRITES[name](client)) == (412, "interface.overtaken")
    for method, path, sent in (("PATCH", HERE, {"eigenaar": None}), ("POST", DEEDS, {"soort": "verlengd"})):
        assert refusal(send(client, method, path, sent)) == (428, "interface.no-version")
    said: dict[str, Any] = {"inhoud": LONGER, "evaluatie": "Zeven bezoeken."}
    assert deed(client, "verlengd", first, **said).status_code == 201
    assert refusal(deed(client, "verlengd", first, **said)) == (412, "interface.overtaken")
    assert models.AgreementDeed.objects.count() == 2
    assert client.get(f"{DEEDS}/9").status_code == 404


def test_who_reads_a_deed_of_a_confidential_case_stands_in_the_trail(assessor: Assessor) -> None:
    planned(assessor)
    here = agreed(assessor, activity=ACTIVITY)
    models.Request.objects.update(confidentiality=Confidentiality.CONFIDENTIAL)
    a_program(READ, role=AccountRole.AUDITOR).get(f"{LIST}/{here}/akten/1")
    assert models.AuditEvent.objects.filter(action="dossier.read").count() == 1


def test_a_program_that_sends_too_much_waits(assessor: Assessor, monkeypatch: pytest.MonkeyPatch) -> None:
    agreed(assessor)
    client = a_program(WORK)
    mark = client.get(HERE)["ETag"]
    monkeypatch.setattr(pace, "_LEFT", Limit("few", most=0, minutes=1))
    for response in (record(client, key="x"), deed(client, "geeindigd", mark, einde=END)):
        assert refusal(response) == (429, "interface.too-many")
