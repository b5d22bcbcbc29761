"""A program notes investments, the network and initiatives, by the same services and rules as the pages."""

from typing import Any

import pytest
from django.test import Client

from openkader.api import pace
from openkader.casework.initiatives import StepKind
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.limits import Limit
from tests.integration import investment_house, network_house
from tests.integration.investment_house import INVESTOR, an_investment
from tests.integration.network_house import HAND, MEMBER, NOW, a_member, activity, begun, party
from tests.integration.program_house import a_program, told, with_token
from tests.integration.register_house import a_request, everything
from tests.integration.test_api_activities_written import change, done, refusal, send, wrong

pytestmark = pytest.mark.django_db
READ, HAND_IN, WORK = TokenScope.READ, TokenScope.HAND_IN, TokenScope.WORK
INVESTMENT = "/api/v1/investeringen/V-1"
MEMBERS, INITIATIVES = "/api/v1/netwerkleden", "/api/v1/initiatieven"
HERE = f"{MEMBERS}/{MEMBER}"
DAY = {"van": "2030-04-01", "tot": "2030-04-01", "nauwkeurigheid": "dag"}
TALK: dict[str, Any] = {
    "periode": DAY,
    "doel": "exploration",
    "wijze": "videogesprek",
    "wieVanOns": "Anna Bedacht",
    "onderwerp": "Wat er speelt in de keten.",
    "metWie": "B. Verzonnen",
    "namenAfgeschermd": True,
}
GIVEN: dict[str, Any] = {"soort": "activiteit", "waaraan": "NX-1", "wat": "Sprak met de bedrijven."}
ASKED: dict[str, Any] = {
    "activiteit": "NX-1",
    "titel": "Kennis voor een school",
    "wat": "Zoekt kennis van mensenrechten.",
    "vrager": {"naam": "een bedachte school"},
}
JOINING: dict[str, Any] = {"relatie": "NP-1", "waarom": "Kent de keten.", "kennis": ["law"], "landen": ["CN"]}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def investment() -> Client:
    """A program of the team that treats an investment."""
    an_investment()
    models.Request.objects.update(team="china")
    return a_program(WORK)


def post(client: Client, path: str, sent: object, **changes: object) -> Any:
    assert isinstance(sent, dict)
    return send(client, "POST", path, sent | changes)


# --- investments -----------------------------------------------------------------------------


def test_the_case_at_the_partner_is_noted_and_corrected_and_nothing_is_lost(investment: Client) -> None:
    found = told(change(investment, INVESTMENT, {"zaaknummer": "Z-7", "investeerder": INVESTOR}))
    assert (found["zaak"]["zaaknummer"], found["zaak"]["investeerder"]) == ("Z-7", INVESTOR)
    response = change(investment, INVESTMENT, {"zaaknummer": "Z-8"})
    assert told(response)["zaak"] | {"zaaknummer": "Z-8"} == told(response)["zaak"]
    assert told(response)["zaak"]["investeerder"] == INVESTOR  # not named, and so as it was
    assert response["ETag"] == investment.get(INVESTMENT)["ETag"]
    change(investment, INVESTMENT, {"zaaknummer": "Z-8"})
    assert told(change(investment, INVESTMENT, {"zaaknummer": None}))["zaak"]["zaaknummer"] is None
    assert [row.number for row in models.InvestmentCase.objects.order_by("id")] == ["Z-7", "Z-8", None]
    assert done() == ["investment.noted"] * 3


def test_what_the_partner_said_before_the_case_was_another_holds_no_more(
    investment: Client, assessor: Assessor
) -> None:
    investment_house.stated(investment_house.asked(assessor))
    (statement,) = told(change(investment, INVESTMENT, {"zaaknummer": "Z-9"}))["verklaringen"]
    assert statement["stand"] == "verouderd"


def test_who_did_not_see_the_newest_case_notes_none(investment: Client) -> None:
    seen = investment.get(INVESTMENT)["ETag"]
    assert refusal(send(investment, "PATCH", INVESTMENT, {"zaaknummer": "Z-1"})) == (
        428,
        "interface.no-version",
    )
    investment_house.noted("Z-2")
    response = change(investment, INVESTMENT, {"zaaknummer": "Z-1"}, seen)
    assert refusal(response) == (412, "interface.overtaken")
    assert models.InvestmentCase.objects.get().number == "Z-2"


def test_a_case_that_is_none_is_refused(investment: Client) -> None:
    party()
    before = everything()
    assert refusal(change(investment, INVESTMENT, {"zaaknummer": None})) == (409, "investment.no-case")
    unknown = change(investment, INVESTMENT, {"investeerder": "NP-1"})
    assert refusal(unknown) == (409, "investment.not-in-dossier")
    for sent in ({}, {"zaaknummer": "x" * 81}, {"zaaknummer": " "}, {"nummer": "Z-1"}):
        assert change(investment, INVESTMENT, sent).status_code == 400
    assert everything() == before


# --- the network -----------------------------------------------------------------------------


def test_a_party_joins_the_network_once() -> None:
    party()
    client = a_program(WORK)
    response = post(
        client, MEMBERS, JOINING, sinds={"van": "2029-01-01", "tot": "2029-12-31", "nauwkeurigheid": "jaar"}
    )
    found = told(response)
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{HERE}")
    assert told(client.get(HERE)) == found
    assert (found["kennis"], found["landen"], found["sinds"]["nauwkeurigheid"]) == (["law"], ["CN"], "jaar")
    assert refusal(post(client, MEMBERS, JOINING)) == (409, "network.member-already")
    assert done() == ["member.joined"]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"relatie": "NOPE"}, 400, "interface.unknown-word"),
        ({"kennis": ["zomaar"]}, 409, "network.unknown-expertise"),
        ({"landen": ["ZZ"]}, 400, "interface.wrong-value"),
        ({"waarom": " "}, 400, "interface.wrong-value"),
        ({"sinds": DAY | {"van": "2030-05-02", "tot": "2030-05-02"}}, 409, "network.not-yet"),
    ],
)
def test_who_joins_is_a_party_for_a_reason(changes: dict[str, Any], status: int, code: str) -> None:
    party()
    response = post(a_program(WORK), MEMBERS, JOINING, **changes)
    found = told(response)
    assert response.status_code == status
    assert (found["ongeldigeWaarden"][0]["code"] if status == 400 else found["code"]) == code
    assert not models.NetworkMember.objects.exists()


def test_what_a_member_knows_is_said_anew_by_who_saw_the_newest() -> None:
    a_member()
    client = a_program(WORK)
    seen = client.get(HERE)["ETag"]
    found = told(change(client, HERE, {"kennis": ["law"]}))
    assert (found["kennis"], found["landen"]) == (["law"], ["CN"])
    assert refusal(change(client, HERE, {"landen": []}, seen)) == (412, "interface.overtaken")
    assert told(change(client, HERE, {"landen": []}))["landen"] == []
    assert change(client, HERE, {}).status_code == 400
    assert models.NetworkProfile.objects.count() == 3


def test_who_stops_is_not_spoken_to_and_may_come_back() -> None:
    a_member()
    client, place = a_program(WORK), f"{HERE}/lidmaatschap"
    stop = {"isActief": False, "reden": "Opgeheven."}
    assert [told(send(client, "PUT", place, stop))["stand"] for _ in range(2)] == ["gestopt"] * 2
    assert refusal(post(client, f"{HERE}/gesprekken", TALK)) == (409, "network.stopped")
    found = told(send(client, "PUT", place, {"isActief": True, "reden": "Weer terug."}))
    assert [one["reden"] for one in found["verloop"]] == ["Weer terug.", "Opgeheven."]
    assert done() == ["member.resumed", "member.stopped"]


def test_a_talk_is_noted_once_with_all_who_were_there_and_may_be_struck_out() -> None:
    a_member()
    a_member("NP-2", "Bedacht Instituut")
    client, talks = a_program(WORK), f"{HERE}/gesprekken"
    response = post(client, talks, TALK, andereLeden=["NW-2"])
    found = told(response)
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{talks}/G-2030-N1")
    assert (found["metWie"], found["andereLeden"][0]["nummer"]) == (None, "NW-2")  # who asked not to be named
    assert models.Talk.objects.get().whom == "B. Verzonnen"
    again = post(client, talks, TALK, andereLeden=["NW-2"])
    assert (again.status_code, told(again)) == (200, found)
    assert told(client.get(f"{MEMBERS}/NW-2/gesprekken/G-2030-N1"))["onderwerp"] == TALK["onderwerp"]
    struck = f"{talks}/G-2030-N1/doorhaling"
    for _ in range(2):
        assert told(send(client, "PUT", struck, {"reden": "Dubbel."}))["doorgehaaldOmdat"] == "Dubbel."
    assert refusal(send(client, "PUT", struck, {"reden": "Anders."})) == (409, "network.struck-out")
    assert (told(client.get(HERE))["aantalGesprekken"], models.Talk.objects.count()) == (0, 1)
    assert [one for one in done() if one.startswith("contact")] == ["contact.struck-out"]


def test_a_talk_that_is_counted_already_does_not_count_again() -> None:
    a_member()
    group = network_house.ten_talks()
    client, talks = a_program(WORK), f"{HERE}/gesprekken"
    assert [one["nummer"] for one in told(client.get(HERE))["gespreksgroepen"]] == [group]
    assert refusal(post(client, talks, TALK)) == (409, "contact.one-of-those")
    assert told(post(client, talks, TALK, hoortBij=group))["hoortBij"] == group
    assert told(post(client, talks, TALK, isExtra=True, onderwerp="Iets anders."))["hoortBij"] is None


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"andereLeden": ["NOPE"]}, "andereLeden.0"),
        ({"isExtra": True, "hoortBij": "G-1"}, "isExtra"),
        ({"periode": DAY | {"tot": "2030-04-02"}}, "periode"),
        ({"wijze": "video"}, "wijze"),
        ({"onderwerp": "x" * 2000 + "\x9d"}, "onderwerp"),
    ],
)
def test_a_talk_that_is_not_understood_is_named(changes: dict[str, Any], place: str) -> None:
    a_member()
    assert wrong(post(a_program(WORK), f"{HERE}/gesprekken", TALK, **changes))[0][0].startswith(place)
    assert not models.Talk.objects.exists()


def test_a_contribution_is_noted_once_and_may_be_struck_out() -> None:
    a_member()
    activity()
    client, given = a_program(WORK), f"{HERE}/bijdragen"
    response = post(client, given, GIVEN)
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{given}/NW-1-B1")
    assert told(client.get(f"{given}/NW-1-B1")) == told(response)
    assert post(client, given, GIVEN).status_code == 200
    assert told(post(client, given, {"soort": "kader", "wat": "Las mee."}))["waaraan"].startswith(
        "zuid-holland/"
    )
    struck = f"{given}/NW-1-B1/doorhaling"
    for _ in range(2):
        assert told(send(client, "PUT", struck, {"reden": "Ander lid."}))["doorgehaaldOmdat"] == "Ander lid."
    assert told(client.get(HERE))["aantalBijdragen"] == 1
    assert done() == ["contribution.struck-out", "contribution.noted", "contribution.noted"]


def test_nothing_is_contributed_to_what_is_not_there_or_not_to_be_seen() -> None:
    a_member()
    a_request("V-1", confidentiality=Confidentiality.SECRET)
    client = a_program(WORK, team="elders")
    for changes in ({"waaraan": "NOPE"}, {"soort": "dossier", "waaraan": "V-1"}):
        response = post(client, f"{HERE}/bijdragen", GIVEN, **changes)
        assert wrong(response) == [("waaraan", "interface.unknown-word")]
    nothing = post(client, f"{HERE}/bijdragen", GIVEN, waaraan=None)
    assert wrong(nothing) == [("waaraan", "interface.missing")]
    too_much = post(client, f"{HERE}/bijdragen", GIVEN, soort="kader")
    assert wrong(too_much) == [("waaraan", "interface.unknown-name")]
    for path in ("gesprekken/NOPE", "bijdragen/NOPE"):
        assert client.get(f"{HERE}/{path}").status_code == 404
        assert send(client, "PUT", f"{HERE}/{path}/doorhaling", {"reden": "x"}).status_code == 404
    assert not models.NetworkContribution.objects.exists()


# --- initiatives -----------------------------------------------------------------------------


def test_an_initiative_begins_once_and_goes_on_step_by_step() -> None:
    activity()
    party()
    client = a_program(WORK)
    response = post(client, INITIATIVES, ASKED)
    here = f"{INITIATIVES}/NX-1-I1"
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{here}")
    assert told(response)["stappen"][0]["vrager"]["naam"]["nl"] == "een bedachte school"
    again = post(client, INITIATIVES, ASKED)
    assert (again.status_code, told(again)) == (200, told(response))
    steps = f"{here}/stappen"
    match = {
        "soort": "gekoppeld",
        "wat": "Zij spraken elkaar.",
        "gekoppeldAan": {"relatie": "NP-1"},
        "periode": DAY,
    }
    assert refusal(post(client, steps, {"soort": "gevolg_gezien", "wat": "x"})) == (
        409,
        "initiative.no-match",
    )
    first = post(client, steps, match, adres="https://example.nl/brief", blijktUit="De brief")
    assert (first.status_code, first["Location"]) == (201, f"http://testserver{steps}/2")
    assert (told(first)["gekoppeldAan"]["relatie"], told(first)["blijktUit"]) == ("NP-1", "De brief")
    assert told(client.get(first["Location"])) == told(first)
    assert (
        post(client, steps, match, adres="https://example.nl/brief", blijktUit="De brief").status_code == 200
    )
    assert told(client.get(here))["stand"] == "gekoppeld"
    assert client.get(f"{steps}/3").status_code == 404
    assert done() == ["initiative.stepped", "initiative.started"]


@pytest.mark.parametrize(
    ("changes", "place", "code"),
    [
        ({"verzoek": "V-1"}, "verzoek", "interface.one-thing"),
        ({"activiteit": None}, "verzoek", "interface.one-thing"),
        ({"vrager": {}}, "vrager", "interface.one-thing"),
        ({"vrager": {"relatie": "NP-1", "naam": "x"}}, "vrager", "interface.one-thing"),
        ({"vrager": {"relatie": "NP-1"}}, "vrager.relatie", "interface.unknown-word"),
        ({"gekoppeldAan": {"naam": "x"}}, "gekoppeldAan", "interface.unknown-name"),
        ({"adres": "javascript:x"}, "adres", "interface.wrong-value"),
    ],
)
def test_an_initiative_that_is_not_understood_is_named(
    changes: dict[str, Any], place: str, code: str
) -> None:
    activity()
    assert wrong(post(a_program(WORK), INITIATIVES, ASKED, **changes)) == [(place, code)]
    assert not models.Initiative.objects.exists()


def test_a_case_that_may_not_be_seen_begins_nothing() -> None:
    a_request("V-1", confidentiality=Confidentiality.SECRET)
    begun(request="V-1", activity=None)
    client, before = a_program(WORK, team="elders"), everything()
    for path, sent in (
        (INITIATIVES, ASKED | {"activiteit": None, "verzoek": "V-1"}),
        (f"{INITIATIVES}/V-1-I1/stappen", {"soort": "beeindigd", "wat": "Niet meer nodig."}),
    ):
        assert post(client, path, sent).status_code == 404
    after = everything()
    assert after == before


# --- who may ---------------------------------------------------------------------------------


def test_who_may_only_read_or_leave_requests_notes_nothing(investment: Client) -> None:
    a_member()
    activity()
    begun()
    network_house.step(StepKind.MATCHED)
    reader, other = with_token(READ, name="lezer"), with_token(HAND_IN, name="loket")
    auditor = a_program(WORK, role=AccountRole.AUDITOR, name="auditor")
    before = everything()
    for client in (reader, other, auditor):
        for method, path, sent in (
            ("PATCH", INVESTMENT, {"zaaknummer": "Z-1"}),
            ("POST", MEMBERS, JOINING),
            ("PATCH", HERE, {"landen": []}),
            ("PUT", f"{HERE}/lidmaatschap", {"isActief": False, "reden": "x"}),
            ("POST", f"{HERE}/gesprekken", TALK),
            ("POST", f"{HERE}/bijdragen", GIVEN),
            ("PUT", f"{HERE}/gesprekken/G-1/doorhaling", {"reden": "x"}),
            ("PUT", f"{HERE}/bijdragen/B-1/doorhaling", {"reden": "x"}),
            ("POST", INITIATIVES, ASKED),
            ("POST", f"{INITIATIVES}/NX-1-I1/stappen", {"soort": "beeindigd", "wat": "x"}),
        ):
            assert send(client, method, path, sent).status_code == 403, path
    assert everything() == before


def test_no_more_is_left_in_a_minute_than_people_can_look_at(monkeypatch: pytest.MonkeyPatch) -> None:
    a_member()
    monkeypatch.setattr(pace, "_LEFT", Limit("program", most=1, minutes=1))
    client = a_program(WORK)
    assert post(client, f"{HERE}/gesprekken", TALK).status_code == 201
    assert refusal(post(client, INITIATIVES, ASKED)) == (429, "interface.too-many")
    services.stop_member(MEMBER, "Opgeheven.", **HAND)
