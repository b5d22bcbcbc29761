"""A program reads, keeps and takes out the people within a member of the network, as the page does. All is made up."""

from typing import Any

import pytest
from django.test import Client

from openkader.api import pace
from openkader.casework.permissions import Act
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality, PartyKind, Role
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.entries import ParticipantEntry
from openkader.register.limits import Limit
from tests.integration import network_house
from tests.integration.network_house import HAND, MEMBER, NOW, a_member, reached, spoke
from tests.integration.program_house import a_program, told, with_token
from tests.integration.register_house import a_request, everything
from tests.integration.test_api_activities_written import done, refusal, send, wrong

pytestmark = pytest.mark.django_db
CONTACTS, ADVISER = TokenScope.CONTACTS, AccountRole.ADVISER
HERE = f"/api/v1/netwerkleden/{MEMBER}"
LIST = f"{HERE}/contactpersonen"
PERSON: dict[str, Any] = {"naam": "B. Verzonnen", "functie": "beleid", "email": "b@example.nl"}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def client() -> Client:
    a_member()
    return a_program(CONTACTS)


def keep(client: Client, **changes: object) -> Any:
    return send(client, "POST", LIST, PERSON | changes)


def take_out(client: Client, number: int = 1, mark: str | None = None) -> Any:
    path = f"{LIST}/{number}"
    return send(client, "DELETE", path, if_match=mark or client.get(path)["ETag"])


def test_a_program_keeps_who_can_be_reached_and_the_same_again_is_one(client: Client) -> None:
    response = keep(client)
    here = f"{LIST}/1"
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{here}")
    found = told(response)
    assert found | PERSON == found
    assert (found["telefoon"], found["vastgelegdDoor"]) == (None, "colleague")
    again = keep(client)
    assert (again.status_code, told(again)) == (200, found)
    assert told(client.get(here)) == found
    assert response["ETag"] == client.get(here)["ETag"]
    keep(client, naam="C. Verzonnen", email=None, telefoon="+31 70 000 00 00")
    assert [one["naam"] for one in told(client.get(LIST))["contactpersonen"]] == [
        "B. Verzonnen",
        "C. Verzonnen",
    ]
    assert told(client.get(HERE))["aantalContactpersonen"] == 2
    assert done() == ["contact-point.kept"] * 2


def test_what_a_program_keeps_the_page_has_and_the_trail_has_nothing_of_the_person(client: Client) -> None:
    keep(client)
    assert reached() == 1  # the very one that the page would keep
    take_out(client)
    assert done() == ["contact-point.removed", "contact-point.kept"]
    assert not any(
        "Verzonnen" in str(one.detail) or "example.nl" in str(one.detail) for one in selectors.events()
    )


def test_who_is_taken_out_is_gone_and_only_by_who_saw_who_it_is(client: Client) -> None:
    keep(client)
    assert refusal(send(client, "DELETE", f"{LIST}/1")) == (428, "interface.no-version")
    assert refusal(take_out(client, mark='"x"')) == (412, "interface.overtaken")
    seen = client.get(f"{LIST}/1")["ETag"]
    assert take_out(client).status_code == 204
    assert not models.ContactPoint.objects.exists()
    assert told(keep(client, naam="C. Verzonnen"))["volgnummer"] == 2  # a number is of one person
    assert refusal(take_out(client, mark=seen)) == (404, "contact-point.not-found")
    assert refusal(client.get(f"{LIST}/1")) == (404, "contact-point.not-found")


def test_who_is_taken_out_between_the_look_and_the_act_is_not_taken_out_twice(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(client)
    seen = client.get(f"{LIST}/1")["ETag"]
    remove = services.remove_contact_point

    def after_another(*what: Any, **hand: Any) -> None:
        remove(MEMBER, 1, **HAND)
        remove(*what, **hand)

    monkeypatch.setattr(services, "remove_contact_point", after_another)
    assert refusal(take_out(client, mark=seen)) == (404, "contact-point.not-found")
    assert done() == ["contact-point.kept"]  # it was another who took them out


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"naam": " "}, "naam"),
        ({"naam": "x" * 201}, "naam"),
        ({"naam": None}, "naam"),
        ({"functie": "x" * 201}, "functie"),
        ({"email": "geen adres"}, "email"),
        ({"email": "a@" + "x" * 190 + ".example.nl"}, "email"),
        ({"telefoon": "1" * 201}, "telefoon"),
        ({"adres": "Bedachtstraat 1"}, "adres"),
    ],
)
def test_what_cannot_be_read_is_named_and_nobody_is_kept(
    client: Client, changes: dict[str, Any], where: str
) -> None:
    before = everything()
    response = keep(client, **changes)
    assert [place for place, _code in wrong(response)] == [where]
    assert b"Verzonnen" not in response.content
    assert everything() == before


def test_somebody_without_a_way_to_reach_them_is_not_kept(client: Client) -> None:
    before = everything()
    assert refusal(keep(client, email=None)) == (409, "network.no-address")
    assert everything() == before


def test_who_may_not_on_the_page_may_not_through_a_token(client: Client) -> None:
    keep(client)
    seen = client.get(f"{LIST}/1")["ETag"]
    others = with_token(*(one for one in TokenScope if one is not CONTACTS), name="andere")
    roles = [one for one in AccountRole if one is not ADVISER]
    wrong_accounts = [a_program(*TokenScope, role=role, name=str(role)) for role in roles]
    before = everything()
    for who, code in [(others, "token.out-of-scope"), *((one, Act.KEEP_CONTACTS) for one in wrong_accounts)]:
        for response in (
            who.get(LIST),
            who.get(f"{LIST}/1"),
            keep(who),
            send(who, "DELETE", f"{LIST}/1", if_match=seen),
        ):
            assert refusal(response) == (403, code)
            assert b"Verzonnen" not in response.content
    assert refusal(Client().get(LIST)) == (401, "token.unknown")
    assert everything() == before


def test_with_no_scope_a_program_reads_who_asked_not_to_be_named() -> None:
    a_member()
    spoke(withheld=True, whom="D. Geheimzinnig")
    adviser = a_program(*TokenScope)
    for path in (HERE, f"{HERE}/gesprekken/G-2030-N1", LIST):
        response = adviser.get(path)
        assert response.status_code == 200
        assert b"Geheimzinnig" not in response.content
    (talk,) = told(adviser.get(HERE))["gesprekken"]
    assert (talk["metWie"], talk["namenAfgeschermd"]) == (None, True)


def test_of_a_member_that_may_not_be_seen_nobody_is_read_kept_or_taken_out() -> None:
    a_request("V-1", confidentiality=Confidentiality.SECRET)
    party = services.add_participant(
        ParticipantEntry(request="V-1", role=Role.COUNTERPART, kind=PartyKind.COMPANY, name="Kas"),
        **HAND,
    )
    network_house.joined(party)
    reached()
    seen = with_secret(a_program(CONTACTS, role=ADVISER, team="elders"))
    before = everything()
    for response in seen:
        assert refusal(response)[0] == 404
        assert b"Verzonnen" not in response.content
    assert everything() == before


def with_secret(client: Client) -> list[Any]:
    """What is answered to every way to ask for the people of a member."""
    return [
        client.get(LIST),
        client.get(f"{LIST}/1"),
        keep(client),
        send(client, "DELETE", f"{LIST}/1", if_match='"x"'),
        client.get(LIST.replace(MEMBER, "NW-99")),
    ]


def test_who_reads_the_people_of_a_member_of_a_confidential_case_stands_in_the_trail(
    assessor: Assessor,
) -> None:
    a_request("V-1", confidentiality=Confidentiality.CONFIDENTIAL)
    models.Request.objects.update(team="china")
    party = services.add_participant(
        ParticipantEntry(request="V-1", role=Role.COUNTERPART, kind=PartyKind.COMPANY, name="Kas"),
        **HAND,
    )
    network_house.joined(party)
    reached()
    client = a_program(CONTACTS)
    for path in (LIST, f"{LIST}/1"):
        assert client.get(path).status_code == 200
    assert done() == ["dossier.read"] * 2


def test_who_keeps_too_many_waits(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_LEFT", Limit("few", most=0, minutes=1))
    assert refusal(keep(client)) == (429, "interface.too-many")


def test_what_is_sent_where_nothing_is_asked_is_refused(client: Client) -> None:
    keep(client)
    mark = client.get(f"{LIST}/1")["ETag"]
    assert send(client, "DELETE", f"{LIST}/1", {"naam": "x"}, if_match=mark).status_code == 400
    assert client.get(f"{LIST}?zoek=x").status_code == 400
    assert models.ContactPoint.objects.count() == 1
