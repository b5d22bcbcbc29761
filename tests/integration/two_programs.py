"""Two programs that write at the same moment, for the tests: both looked before either wrote. All is made up."""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone

from openkader.api import (
    activities,
    advice_documents,
    agreeing,
    agreement_documents,
    answers,
    assigning,
    contact_points,
    investing,
    measures,
    network_noted,
    participants,
)
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, DecisionOutcome
from openkader.register import documents, services
from openkader.register.accounts import Post
from openkader.register.documents import DocumentEntry
from openkader.register.kaders import assessor_of
from openkader.register.numbering import next_reference
from tests.integration import network_house as network
from tests.integration.activity_house import ACTIVITY, RISK_LIST, planned
from tests.integration.advice_house import answered, asked
from tests.integration.agreement_house import ALONE, INTENDED, agreed
from tests.integration.investment_house import an_investment
from tests.integration.mission_house import enrolled
from tests.integration.program_house import with_token
from tests.integration.register_house import NOW, a_decision, a_request, assessed
from tests.integration.test_api_agreements_written import END, LONGER, STATED
from tests.integration.test_parties_described import a_party
from tests.unit.documents import PDF
from tests.web_pages import PASSWORD

ROOT = "/api/v1"
HAND = network.HAND
DAY = {"van": "2030-04-01", "tot": "2030-04-01", "nauwkeurigheid": "dag"}
TALK = {"periode": DAY, "doel": "exploration", "wieVanOns": "Anna Bedacht", "onderwerp": "De keten."}
BEGIN = {"activiteit": "NX-1", "titel": "Een", "wat": "Zoekt kennis.", "vrager": {"naam": "een school"}}
SCOPES = (TokenScope.WORK, TokenScope.ASSIGN, TokenScope.GIVE_ADVICE, TokenScope.CONTACTS)
_WITH_MARKS = (
    *(activities, advice_documents, agreeing, agreement_documents, answers, assigning, investing, measures),
    *(network_noted, participants, contact_points),
)
_NO_CHANGE = frozenset({"note_reading", "note_readings", "note_infected_upload"})


@dataclass
class Gate:
    """Where each program waits until the other is as far."""

    barrier: threading.Barrier = field(default_factory=lambda: threading.Barrier(2, timeout=2))

    def wait(self) -> None:
        try:
            self.barrier.wait()
        except threading.BrokenBarrierError:
            return  # the other will never come so far


GATE = Gate()


def held(act: Callable[..., Any], *, before: bool) -> Callable[..., Any]:
    """The same, with a gate before it or behind it; only for the two that go at once."""

    def go(*args: Any, **named: Any) -> Any:
        is_of_two = threading.current_thread() is not threading.main_thread()
        if before and is_of_two:
            GATE.wait()
        found = act(*args, **named)
        if not before and is_of_two:
            GATE.wait()
        return found

    return go


@dataclass(frozen=True, slots=True)
class Call:
    """What a program sends."""

    method: str
    path: str
    sent: object = None
    content: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    def by(self, client: Client) -> Any:
        body = self.content or (b"" if self.sent is None else json.dumps(self.sent).encode())
        kind = "application/pdf" if self.content else "application/json"
        return client.generic(
            self.method, f"{ROOT}{self.path}", body, content_type=kind, headers=self.headers
        )


def post(path: str, sent: object, **headers: str) -> Call:
    return Call("POST", path, sent, headers={name.replace("_", "-"): one for name, one in headers.items()})


def put(path: str, sent: object) -> Call:
    return Call("PUT", path, sent)


def document(path: str, content: bytes, mark: str = "") -> Call:
    headers = {"content-disposition": "attachment; filename=brief.pdf"} | ({"if-match": mark} if mark else {})
    return Call("POST", path, content=content, headers=headers)


def at_once(clients: tuple[Client, Client], calls: tuple[Call, Call]) -> list[list[object]]:
    """What each is told: the status, and what is wrong or where the new thing is."""
    GATE.barrier = threading.Barrier(2, timeout=2)
    said: list[list[object]] = []

    def go(client: Client, call: Call) -> None:
        response = call.by(client)
        found = json.loads(response.content or b"{}")
        assert "psycopg" not in str(found)
        said.append([response.status_code, found.get("code") or response.headers.get("Location", "")[21:]])
        connection.close()

    threads = [threading.Thread(target=go, args=one) for one in zip(clients, calls, strict=True)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return sorted(said, key=str)


@dataclass(frozen=True, slots=True)
class House:
    """A register with all that programs write at, and three tokens: two of one colleague, and one of another."""

    mine: Client
    again: Client
    other: Client

    def same(self, call: Call, other: Call | None = None) -> list[list[object]]:
        """Once more by another token of the same colleague, who heard no answer."""
        return at_once((self.mine, self.again), (call, other or call))

    def two(self, first: Call, second: Call) -> list[list[object]]:
        """Two colleagues who do something else."""
        return at_once((self.mine, self.other), (first, second))

    def mark(self, path: str) -> str:
        return str(self.mine.get(f"{ROOT}{path}")["ETag"])

    def change(self, path: str, *sent: object, method: str = "PATCH", at: str = "") -> list[list[object]]:
        """Two colleagues who saw the same, and change it."""
        headers = {"if-match": self.mark(path)}
        first, second = (Call(method, at or path, one, headers=headers) for one in sent)
        return self.two(first, second)


def opened() -> House:
    """The house, with the gates in place."""
    settings.ALLOWED_HOSTS = ["testserver"]
    timezone.now = lambda: NOW
    for name in ("colleague", "tweede"):
        roles = [AccountRole.ADVISER, AccountRole.REVIEWER]
        services.open_account(name, PASSWORD, post=Post(roles=roles, team="china"), **HAND)
    tokens = (("colleague", "een"), ("colleague", "nog-een"), ("tweede", "twee"))
    house = House(*(with_token(*SCOPES, account=account, name=name) for account, name in tokens))
    for module in _WITH_MARKS:
        module.require_newest = held(module.require_newest, before=False)  # type: ignore[attr-defined]
    return house


def filled() -> None:
    """Everything that is written at."""
    assessor = assessor_of("zuid-holland/2024-01-01")
    planned(assessor)
    enrolled(ACTIVITY)
    an_investment("V-2")
    a_request("V-3")
    for number in range(1, 5):
        network.a_member(f"NP-{number}", f"Stichting Bedacht {number}")
    for number in (9, 10, 11):
        network.party(f"NP-{number}", f"Stichting Buiten {number}")
    for number in range(1, 4):
        network.activity(f"NX-{number}")
    network.begun(activity="NX-2")
    network.spoke("NW-2", about="Dubbel genoteerd.")
    network.contributed("NW-2", to="NX-3")
    a_party("P-8")
    agreed(assessor)
    agreed(assessor, INTENDED, key="k-2")
    referred = assessed(assessor, "V-4", competent_authority="municipality")
    services.decide_request(_referral(referred), **HAND)
    found = asked(assessor, assessed(assessor, "V-5", risk_areas=["robotics_autonomous"]))
    answered(found, documents=(DocumentEntry(name="brief.pdf", content=PDF),))
    for name in services.__all__:
        if name not in _NO_CHANGE:
            setattr(services, name, held(getattr(services, name), before=True))


def _referral(request: str) -> Any:
    return a_decision(
        request, outcome=DecisionOutcome.REFER, ground="other_authority", referred_to="Gemeente Fictief"
    )


Race = Callable[[House], list[list[object]]]
CASE, OTHER_CASE = "/verzoeken/V-1", "/verzoeken/V-3"
ACT, DEAL, INTENT = f"/activiteiten/{ACTIVITY}", f"/overeenkomsten/{ALONE}", "/overeenkomsten/OVK-2030-1"
MEMBER, ADVICE = "/netwerkleden/NW-1", "/verzoeken/V-5/adviezen/V-5-ADV1"
MEASURE = f"{ACT}/maatregelen/{RISK_LIST}"
FILED = "/documenten?reden=Kwam%20later."
ONE, TWO, THREE, FOUR = (PDF + f"\n% {number}\n".encode() for number in range(4))
PROOF = {"soort": "verslag", "titel": "Verslag", "adres": "https://example.nl/een"}
PERSON = {"naam": "Hazel Bedacht", "status": "uitgenodigd"}
GIVEN = {"soort": "activiteit", "waaraan": "NX-1", "wat": "Sprak met de bedrijven."}
REACHED = {"naam": "B. Verzonnen", "email": "b@example.nl"}
STEP = {"soort": "niet_gevonden", "wat": "Niemand wist het."}
DEED = {"inhoud": STATED | {"partijen": []}}
STOP = {"isActief": False, "reden": "Weg."}
WRONG = {"reden": "Dubbel."}


def _said(name: str, *values: object) -> tuple[dict[str, object], ...]:
    return tuple({name: value} for value in values)


def _holder(name: str) -> dict[str, object]:
    return {"behandelaar": name, "team": "china"}


def _answer(value: bool) -> dict[str, object]:
    return {"antwoorden": [{"vraag": "office_holder", "waarde": value}]}


def _days(day: str) -> dict[str, object]:
    return {"stand": "gepland", "periode": {"van": day}}


def _filed(house: House, at: str, where: str, *contents: bytes) -> list[list[object]]:
    mark = house.mark(at)
    return house.two(*(document(f"{at}{where}", content, mark) for content in contents))


# Both saw the same, and each says something else.
CHANGES: dict[str, Race] = {
    "investment": lambda house: house.change("/investeringen/V-2", *_said("zaaknummer", "Z-1", "Z-2")),
    "member": lambda house: house.change(MEMBER, *_said("landen", ["DE"], ["FR"])),
    "measure": lambda house: house.change(MEASURE, *_said("eigenaar", "anna", "ben")),
    "participant": lambda house: house.change(f"{ACT}/deelnemers/1", *_said("naam", "Anna A", "Ben B")),
    "agreement": lambda house: house.change(DEAL, *_said("eigenaar", "colleague", "tweede")),
    "holder": lambda house: house.change(
        f"{OTHER_CASE}/toewijzing", _holder("colleague"), _holder("tweede"), method="PUT"
    ),
    "answers": lambda house: house.change(f"{OTHER_CASE}/antwoorden", _answer(True), _answer(False)),
    "days": lambda house: house.change(ACT, _days("2030-06-10"), _days("2030-06-20")),
    "deed": lambda house: house.change(
        DEAL,
        {"soort": "verlengd", "inhoud": LONGER, "evaluatie": "Zeven."},
        {"soort": "geeindigd", "einde": END, "evaluatie": "Weinig."},
        method="POST",
        at=f"{DEAL}/akten",
    ),
    "document of an advice": lambda house: _filed(house, ADVICE, "/documenten", ONE, TWO),
    "document of an agreement": lambda house: _filed(house, INTENT, FILED, ONE, TWO),
    "called off": lambda house: house.change(
        ACT, {"stand": "afgezegd", "reden": "Ziek."}, _days("2030-07-10")
    ),
}


def _alike(at: str, one: object) -> Race:
    return lambda house: house.same(post(at, one))


# The same is sent again, since no answer came.
AGAIN: dict[str, Race] = {
    "talk": _alike(f"{MEMBER}/gesprekken", TALK),
    "contribution": _alike(f"{MEMBER}/bijdragen", GIVEN),
    "contact person": _alike(f"{MEMBER}/contactpersonen", REACHED),
    "initiative": _alike("/initiatieven", BEGIN),
    "step": _alike("/initiatieven/NX-2-I1/stappen", STEP),
    "participation": _alike(f"{OTHER_CASE}/deelnames", {"rol": "tegenpartij", "partij": "P-8"}),
    "evidence": _alike(f"{MEASURE}/bewijsstukken", PROOF),
    "participant": _alike(f"{ACT}/deelnemers", PERSON),
    "agreement": lambda house: at_once(
        (house.mine, house.mine), (post("/overeenkomsten", DEED, idempotency_key="k"),) * 2
    ),
    "document": lambda house: house.same(document(f"{CASE}/documenten", ONE)),
    "document of an advice": lambda house: house.same(
        document(f"{ADVICE}/documenten", THREE, house.mark(ADVICE))
    ),
    "document of an agreement": lambda house: house.same(
        document(f"{INTENT}{FILED}", THREE, house.mark(INTENT))
    ),
}
# The same again, of what is there or is not: who comes second may also hear that it is so already.
SO_ALREADY: dict[str, Race] = {
    "joining": _alike("/netwerkleden", {"relatie": "NP-9", "waarom": "Kent de keten."}),
    "stopping": lambda house: house.same(put("/netwerkleden/NW-3/lidmaatschap", STOP)),
    "talk struck out": lambda house: house.same(
        put("/netwerkleden/NW-2/gesprekken/G-2030-N1/doorhaling", WRONG)
    ),
    "contribution struck out": lambda house: house.same(
        put("/netwerkleden/NW-2/bijdragen/NW-2-B1/doorhaling", WRONG)
    ),
    "hand-over": lambda house: house.same(
        put("/verzoeken/V-4/overdracht", {"bevestigdDoor": "B. Verzonnen"})
    ),
}


def _beside(at: str, sent: Mapping[str, object], name: str, *values: str) -> Race:
    return lambda house: house.two(*(post(at, {**sent, name: value}) for value in values))


def _with_case_and_advice(house: House) -> list[list[object]]:
    """One at the case, and one with an advice of it; both look for the next number at the same moment."""
    calls = (
        document("/verzoeken/V-5/documenten", FOUR),
        document(f"{ADVICE}/documenten", FOUR, house.mark(ADVICE)),
    )
    with patch.object(documents, "next_reference", held(next_reference, before=False)):
        return house.two(*calls)


# Something else at the same place: both are made, each under its own number.
BESIDE: dict[str, Race] = {
    "talks": _beside(f"{MEMBER}/gesprekken", TALK, "onderwerp", "a", "b"),
    "contributions": _beside(f"{MEMBER}/bijdragen", GIVEN, "wat", "a", "b"),
    "contact persons": _beside(f"{MEMBER}/contactpersonen", REACHED, "naam", "a", "b"),
    "initiatives": _beside("/initiatieven", BEGIN, "titel", "a", "b"),
    "participations": _beside(f"{OTHER_CASE}/deelnames", {"rol": "tegenpartij"}, "partij", "NP-1", "NP-2"),
    "evidence": _beside(
        f"{MEASURE}/bewijsstukken", PROOF, "adres", "https://example.nl/a", "https://example.nl/b"
    ),
    "participants": _beside(f"{ACT}/deelnemers", PERSON, "naam", "Chris C", "Dana D"),
    "members": _beside("/netwerkleden", {"waarom": "Kent de keten."}, "relatie", "NP-10", "NP-11"),
    "documents": lambda house: house.two(*(document(f"{CASE}/documenten", one) for one in (TWO, THREE))),
    "agreements": lambda house: house.two(
        *(post("/overeenkomsten", DEED, idempotency_key=key) for key in "ab")
    ),
}


def told() -> dict[str, dict[str, list[list[object]]]]:
    """What both were told in every race."""
    house = opened()
    filled()
    kinds = {"changes": CHANGES, "again": AGAIN, "already": SO_ALREADY, "beside": BESIDE}
    found = {kind: {name: race(house) for name, race in races.items()} for kind, races in kinds.items()}
    found["apart"] = {"document": _with_case_and_advice(house)}
    return found
