"""The pages of keeping and destroying: what is due, a list, its review, and its certificate."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import AccountRole
from openkader.cli.destroying import destroy_waiting
from openkader.cli.stopping import Stop
from openkader.kader import Assessor
from openkader.register import models
from openkader.register.destroying.fates import GONE_EN, GONE_NL
from openkader.web.acts import retention as acts
from tests.integration.destruction_house import made_up_closed
from tests.web_pages import colleague

pytestmark = pytest.mark.django_db


def said(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def a_list(assessor: Assessor, number: int = 2) -> tuple[Any, str, list[str]]:
    """The drafter, the address of the list, and what stands on it."""
    some = made_up_closed(assessor, 20)[:number]
    drafter = colleague("nora", AccountRole.ADVISER)
    form = {"act": "nominate", "chosen": [f"request {one}" for one in some]}
    response = drafter.post("/bewaren/", form)
    assert response.status_code == 302, said(response)
    return drafter, response.headers["Location"], some


def test_the_page_says_that_no_term_is_known_and_shows_what_is_made_up(assessor: Assessor) -> None:
    first, *_ = made_up_closed(assessor, 20)
    page = said(colleague("nora", AccountRole.ADVISER).get("/bewaren/"))
    assert "Van geen enkele soort is al een bewaartermijn met een bron bekend" in page
    assert first in page
    assert "een verzonnen termijn voor een verzonnen dossier" in page
    assert "Selectielijst archiefbescheiden voor de provinciale organen" in page


def test_an_empty_register_leads_on() -> None:
    page = said(colleague("nora", AccountRole.ADVISER).get("/bewaren/"))
    assert "Vandaag mag er niets weg" in page
    assert "Er is nog geen vernietigingslijst" in page


@pytest.mark.parametrize(
    "chosen", [[], ["request NERGENS"], ["paspoort V-1"], ["request"], ["request V-1' OR 1=1"], ["\x00"]]
)
def test_what_is_not_due_comes_on_no_list(assessor: Assessor, chosen: list[str]) -> None:
    drafter = colleague("nora", AccountRole.ADVISER)
    response = drafter.post("/bewaren/", {"act": "nominate", "chosen": chosen})
    assert response.status_code in (409, 422)
    assert not models.DestructionList.objects.exists()


def test_a_list_goes_past_two_others_and_ends_in_a_certificate(assessor: Assessor) -> None:
    drafter, place, (first, second) = a_list(assessor)
    archivist = colleague("aukje", AccountRole.ARCHIVIST)
    owner = colleague("dirk", AccountRole.DECIDER)
    assert drafter.post(place, {"act": "agree-archivist", "seen": "2"}).status_code == 403
    assert "Wacht op uw akkoord" in said(archivist.get("/bewaren/"))
    assert archivist.get(f"{place}verklaring/").status_code == 403
    assert archivist.post(place, {"act": "agree-archivist", "seen": "2"}).status_code == 302
    assert archivist.post(place, {"act": "destroy", "sure": "on"}).status_code == 409
    taken = {"act": "exempt", "number": "2", "reason": "Er loopt een bezwaar."}
    assert owner.post(place, taken).status_code == 302
    assert owner.post(place, taken).status_code == 422  # it is not on the list any more
    assert owner.post(place, {"act": "agree-owner", "seen": "2"}).status_code == 409
    assert owner.post(place, {"act": "agree-owner", "seen": "1"}).status_code == 302
    assert owner.post(place, {"act": "destroy", "sure": "on"}).status_code == 403
    assert archivist.post(place, {"act": "destroy"}).status_code == 422
    assert models.Request.objects.get(reference=first).title_nl != "Vernietigd dossier"
    assert archivist.post(place, {"act": "destroy", "sure": "on"}).status_code == 302
    assert archivist.post(place, {"act": "destroy", "sure": "on"}).status_code == 302  # a second click
    page = said(archivist.get(place))
    assert "Verklaring van vernietiging" in page
    assert "Er loopt een bezwaar." in page
    paper = archivist.get(f"{place}verklaring/")
    assert paper.headers["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    assert paper.content == archivist.get(f"{place}verklaring/").content
    dossier = archivist.get(f"/dossiers/{first}/")
    assert dossier.status_code == 200
    assert "Vernietigd dossier" in said(dossier)
    assert "Vernietigd dossier" not in said(archivist.get(f"/dossiers/{second}/"))


def test_a_long_list_is_left_to_a_worker_and_the_page_says_how_far_it_is(
    assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "MOST_AT_ONCE", 1)
    _drafter, place, some = a_list(assessor)
    archivist = colleague("aukje", AccountRole.ARCHIVIST)
    archivist.post(place, {"act": "agree-archivist", "seen": "2"})
    colleague("dirk", AccountRole.DECIDER).post(place, {"act": "agree-owner", "seen": "2"})
    assert "Een lijst van deze lengte wordt op de achtergrond uitgevoerd." in said(archivist.get(place))
    for _click in range(2):
        assert archivist.post(place, {"act": "destroy", "sure": "on"}).status_code == 302
    page = said(archivist.get(place))
    assert "De lijst wacht op de werker." in page
    assert "0 van 2 onderdelen vernietigd." in page
    assert 'value="destroy"' not in page
    assert "wordt uitgevoerd" in said(archivist.get("/bewaren/"))
    assert archivist.get(f"{place}verklaring/").status_code == 403
    models.DestructionRound.objects.update(at=timezone.now() - timedelta(minutes=2))
    assert "er lijkt geen werker te draaien" in said(archivist.get(place))
    models.DestructionRound.objects.update(attempts=99)
    assert destroy_waiting(HouseHand("cli:work"), Stop()) == 1
    page = said(archivist.get(place))
    assert "De lijst is niet helemaal uitgevoerd." in page
    assert "De werker is telkens gestopt" in page
    archivist.post(place, {"act": "destroy", "sure": "on"})
    assert destroy_waiting(HouseHand("cli:work"), Stop()) == 1
    page = said(archivist.get(place))
    assert "Verklaring van vernietiging" in page
    assert "data-refresh" not in page
    assert models.Request.objects.filter(reference__in=some, title_nl=GONE_NL).count() == 2


def test_a_reviewer_stops_a_long_list_and_takes_the_rest_off(
    assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "MOST_AT_ONCE", 1)
    _drafter, place, _some = a_list(assessor)
    archivist, owner = colleague("aukje", AccountRole.ARCHIVIST), colleague("dirk", AccountRole.DECIDER)
    archivist.post(place, {"act": "agree-archivist", "seen": "2"})
    owner.post(place, {"act": "agree-owner", "seen": "2"})
    archivist.post(place, {"act": "destroy", "sure": "on"})
    assert "Stop met uitvoeren" in said(owner.get(place))
    assert owner.post(place, {"act": "stop"}).status_code == 302
    assert owner.post(place, {"act": "stop"}).status_code == 409
    page = said(archivist.get(place))
    assert "Een beoordelaar heeft het uitvoeren gestopt." in page
    assert "Haal van de lijst en bewaar" in page
    assert "Stop met uitvoeren" not in page
    assert archivist.post(place, {"act": "exempt", "number": "1", "reason": "Blijft."}).status_code == 302
    assert "1. " not in said(archivist.get(place)).partition('name="number"')[2].partition("</select>")[0]


def test_a_list_is_withdrawn_with_a_reason(assessor: Assessor) -> None:
    drafter, place, _some = a_list(assessor)
    assert drafter.post(place, {"act": "withdraw", "why": " "}).status_code == 422
    assert drafter.post(place, {"act": "withdraw", "why": "Verkeerde dag."}).status_code == 302
    assert "Verkeerde dag." in said(drafter.get(place))
    assert drafter.post(place, {"act": "withdraw", "why": "Nog eens."}).status_code == 409


@pytest.mark.parametrize("role", [AccountRole.REVIEWER, AccountRole.EVALUATOR, AccountRole.ADMINISTRATOR])
def test_the_pages_are_for_those_whose_task_it_is(role: AccountRole) -> None:
    assert colleague("iemand", role).get("/bewaren/").status_code == 403


@pytest.mark.parametrize("path", ["/bewaren/VL-2030-9/", "/bewaren/VL-2030-9/verklaring/"])
def test_a_list_that_is_not_there_is_not_found(path: str) -> None:
    assert colleague("aukje", AccountRole.ARCHIVIST).get(path).status_code == 404
    assert colleague("aukje", AccountRole.ARCHIVIST).post("/bewaren/", {"act": "x"}).status_code == 404


def test_a_dossier_is_destroyed_by_its_tombstone_and_not_by_its_title(assessor: Assessor) -> None:
    first, *_ = made_up_closed(assessor, 20)
    models.Request.objects.filter(reference=first).update(title_nl=GONE_NL, title_en=GONE_EN)
    page = said(colleague("nora", AccountRole.ADVISER).get(f"/dossiers/{first}/"))
    assert "heeft zijn bewaartermijn gehad" not in page
    assert "<h2" in page, "a tombstone has no parts"
