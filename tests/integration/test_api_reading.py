"""What a program reads beside the requests: decisions, parties, activities, agreements and kaders, as the pages do."""

import base64
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.base.errors import Refused
from openkader.casework.permissions import HOUSE, Act, TokenHand
from openkader.casework.tokens import TokenScope, acts_of
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.kaders import assessor_of, texts_of
from openkader.register.selectors.activities import newest_activities
from tests.integration.agreement_house import agreed
from tests.integration.kader_house import BEGINS, adopted, begun, stricter
from tests.integration.program_house import PROBLEM, a_program, told
from tests.integration.register_house import (
    NOW,
    a_decision,
    assessed,
    decided,
    everything,
)
from tests.integration.test_parties_described import a_party
from tests.integration.test_web_permissions import MARK, the_case

pytestmark = pytest.mark.django_db
READ, HAND_IN = TokenScope.READ, TokenScope.HAND_IN
ROOT = "/api/v1"
OUTREACH = ("investeringen", "netwerkleden", "initiatieven", "aanbevelingen")
LISTS = ("besluiten", "relaties", "activiteiten", "overeenkomsten", *OUTREACH, "kaders")
PAGED = LISTS[:-1]
OF_NAMES = ("overeenkomsten", "netwerkleden", "aanbevelingen")


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)
    settings.OPENKADER_DATA = tmp_path


def get(client: Client, path: str, status: int = 200) -> Any:
    response = client.get(f"{ROOT}/{path}")
    assert response.status_code == status, response.content
    return told(response)


# --- what there is ---------------------------------------------------------------------------


@pytest.mark.usefixtures("year_2024")
def test_every_record_of_a_list_is_read_by_its_own_address() -> None:
    client = a_program(READ, role=AccountRole.AUDITOR)
    for name, key in zip(LISTS, ("verzoek", *("nummer",) * 7, "kader"), strict=True):
        rows = get(client, name)[name]
        for row in [one for one in rows if one[key]][:5]:
            place = "verzoeken" if name == "besluiten" else name
            assert get(client, f"{place}/{row[key]}")
    assert len(get(client, "besluiten?jaar=2024")["besluiten"]) > 0
    assert get(client, "besluiten?jaar=1999")["besluiten"] == []


def test_a_decision_says_who_decided_what_and_where_it_is_read(assessor: Assessor) -> None:
    decided(assessor)
    (row,) = get(a_program(READ), "besluiten")["besluiten"]
    assert (row["verzoek"], row["niveau"], row["uitkomst"]) == ("V-1", "delegatie", "oppakken")
    assert (row["beslotenDoor"], row["isReconstructie"], row["jaar"]) == ("cli:adviser", False, 2030)
    assert "motivering" not in row


def test_a_party_is_found_by_its_name_in_another_script() -> None:
    a_party("P-1", "山东虚构集团", country="CN", identifiers={"kvk": "12345678"})
    client = a_program(READ)
    found = get(client, "relaties?zoek=Shandong")
    assert ([one["nummer"] for one in found["relaties"]], found["isAfgekapt"]) == (["P-1"], False)
    whole = get(client, "relaties/P-1")
    assert whole["kenmerken"] == [{"stelsel": "kvk", "waarde": "12345678"}]
    assert (whole["naam"], whole["deelnames"], whole["staatOnder"]) == ("山东虚构集团", [], None)


def test_an_agreement_has_its_term_its_parties_and_its_deeds(assessor: Assessor) -> None:
    number = agreed(assessor)
    client = a_program(READ)
    (row,) = get(client, "overeenkomsten?stand=loopt_bijna_af&vanWie=eigen&land=CN&relatie=P-1")[
        "overeenkomsten"
    ]
    assert (row["nummer"], row["looptijd"]["tot"], row["status"]) == (number, "2030-09-30", "ondertekend")
    assert [one["relatie"] for one in row["partijen"]] == ["P-1", None]
    whole = get(client, f"overeenkomsten/{number}")
    assert [one["soort"] for one in whole["akten"]] == ["vastgelegd"]
    assert {one["onderwerp"]: one["staatErin"] for one in whole["waarden"]} == {
        "human_rights": True,
        "level_playing_field": False,
    }
    assert get(client, "overeenkomsten?land=KR")["overeenkomsten"] == []


def test_an_activity_has_its_measures(assessor: Assessor) -> None:
    the_case(assessor, Confidentiality.INTERNAL)
    client = a_program(READ)
    (row,) = [one for one in get(client, "activiteiten")["activiteiten"] if one["nummer"] == "V-1-A1"]
    assert (row["stand"], row["openMaatregelen"]) == ("gepland", 1)
    whole = get(client, "activiteiten/V-1-A1")
    assert (whole["verzoek"], [one["code"] for one in whole["maatregelen"]]) == ("V-1", ["M2.analysis"])
    assert get(client, "activiteiten?teLaat=true")["activiteiten"] == []


@pytest.mark.usefixtures("year_2024")
@pytest.mark.parametrize("late_only", [False, True])
def test_the_activities_are_those_of_the_page(assessor: Assessor, late_only: bool) -> None:
    the_case(assessor, Confidentiality.INTERNAL)
    models.Measure.objects.filter(activity__reference="V-1-A1").update(due_on=NOW.date().replace(day=2))
    today = NOW.date().replace(day=2 + late_only)
    lines = selectors.activity_page(reader=HOUSE, today=today, late_only=late_only).rows
    found, last = newest_activities(None, reader=HOUSE, today=today, late_only=late_only)
    assert (len(found), last) == (len(lines), None)
    assert sorted(map(repr, found)) == sorted(map(repr, lines))


def test_a_kader_is_data_and_has_the_digest_that_an_assessment_names(assessor: Assessor) -> None:
    name = assessor.kader.id
    client = a_program(READ)
    row = next(one for one in get(client, "kaders")["kaders"] if one["kader"] == name)
    assert (row["digest"], row["vaststelling"]) == (assessor.kader.digest, None)
    whole = get(client, f"kaders/{name}")
    assert (whole["digest"], set(whole["onderdelen"])) == (row["digest"], set(texts_of(name)))
    rules = [one["id"] for part in whole["onderdelen"].values() for one in part.get("proposal", ())]
    assert rules == [one.id for one in assessor.kader.proposal]


def test_a_kader_that_was_adopted_here_says_by_which_decision() -> None:
    adopted(stricter(begun()))
    newest = get(a_program(READ), "kaders")["kaders"][0]
    assert (newest["vanKrachtOp"], newest["vaststelling"]["orgaan"]) == (
        BEGINS.isoformat(),
        "Gedeputeerde Staten",
    )
    assert newest["digest"] == assessor_of(newest["kader"]).kader.digest


def test_where_no_organisation_is_known_there_is_no_kader(settings: Any, tmp_path: Path) -> None:
    settings.OPENKADER_PACKS = tmp_path
    assert get(a_program(READ), "kaders") == {"kaders": []}


# --- paging ----------------------------------------------------------------------------------


@pytest.mark.usefixtures("year_2024")
@pytest.mark.parametrize("name", PAGED)
def test_the_pages_of_a_list_hold_every_record_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    client = a_program(READ, role=AccountRole.AUDITOR)
    whole = get(client, name)
    for place in (
        *("api.paging", "api.parties"),
        *("register.selectors.decision_lines", "register.selectors.activities"),
        *("register.selectors.investment_lines", "register.selectors.initiative_lines"),
    ):
        monkeypatch.setattr(f"openkader.{place}.PER_PAGE", 4)
    page, seen = get(client, name), list[dict[str, Any]]()
    while True:
        assert len(page[name]) <= 4
        seen += page[name]
        if "volgende" not in page["_links"]:
            break
        page = told(client.get(page["_links"]["volgende"]["href"]))
    assert seen[:50] == whole[name]
    assert len({one["nummer"] for one in seen}) == len(seen)


@pytest.mark.parametrize("name", PAGED)
@pytest.mark.parametrize("place", ["", "n~1", "r~", "r", "x~1", "r~-1", f"r~{1 << 63}", "r~1~2"])
def test_a_cursor_that_was_made_up_harms_nothing(name: str, place: str) -> None:
    cursor = base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")
    response = a_program(READ).get(f"{ROOT}/{name}", {"cursor": cursor})
    is_a_name = name in OF_NAMES and place.startswith("r~") and place != "r~"
    assert response.status_code == (200 if is_a_name else 400)
    assert is_a_name or told(response)["ongeldigeWaarden"][0]["code"] == "interface.bad-cursor"


@pytest.mark.parametrize(
    ("query", "place", "code"),
    [
        ("besluiten?jaar=0", "jaar", "interface.wrong-value"),
        ("besluiten?jaar=2024&jaar=2025", "jaar", "interface.unknown-name"),
        ("relaties?naam=x", "naam", "interface.unknown-name"),
        ("relaties?zoek=" + "x" * 201, "zoek", "interface.wrong-value"),
        ("relaties?zoek=x&cursor=cn4x", "cursor", "interface.bad-cursor"),
        ("activiteiten?teLaat=misschien", "teLaat", "interface.wrong-value"),
        ("overeenkomsten?stand=runs", "stand", "interface.unknown-word"),
        ("overeenkomsten?land=china", "land", "interface.wrong-value"),
        ("overeenkomsten?relatie=" + "x" * 81, "relatie", "interface.wrong-value"),
        ("kaders?versie=1", "versie", "interface.unknown-name"),
        ("relaties/P-1?x=1", "x", "interface.unknown-name"),
    ],
)
def test_a_question_that_is_not_understood_is_refused_and_named(query: str, place: str, code: str) -> None:
    (wrong,) = get(a_program(READ), query, 400)["ongeldigeWaarden"]
    assert (wrong["waarde"], wrong["code"]) == (place, code)


@pytest.mark.parametrize(
    "name", ["relaties/x", "activiteiten/x", "overeenkomsten/x", "kaders/x/y", "kaders/../.."]
)
def test_what_is_not_there_is_not_found(name: str) -> None:
    response = a_program(READ).get(f"{ROOT}/{name}")
    assert (response.status_code, response["Content-Type"]) == (404, PROBLEM)


@pytest.mark.parametrize("name", ["kaders/%2e%2e/etc", "kaders/zuid-holland/..", "kaders/zuid-holland/%00"])
def test_a_kader_is_no_place_on_the_disk(name: str) -> None:
    assert a_program(READ).get(f"{ROOT}/{name}").status_code in (400, 404)


# --- who may ---------------------------------------------------------------------------------


def test_what_an_account_may_not_see_on_a_page_its_program_does_not_read(assessor: Assessor) -> None:
    the_case(assessor, Confidentiality.SECRET)
    decided(assessor, "V-2")
    models.Request.objects.filter(reference="V-2").update(confidentiality=Confidentiality.SECRET)
    mine, other = a_program(READ, role=AccountRole.AUDITOR), a_program(READ, name="other", team="elders")
    parties = [one["nummer"] for one in get(mine, "relaties")["relaties"] if one["verzoek"]]
    (agreement,) = [one["nummer"] for one in get(mine, "overeenkomsten")["overeenkomsten"]]
    hidden = [f"relaties/{one}" for one in parties]
    hidden += ["activiteiten/V-1-A1", f"overeenkomsten/{agreement}"]
    assert len(hidden) > 3
    for address in hidden:
        get(mine, address)
        get(other, address, 404)
    for name in PAGED:
        assert MARK not in str(get(other, name))
        assert "V-1" not in str(get(other, name))
    assert get(mine, "besluiten")["besluiten"] != []
    assert get(other, "besluiten")["besluiten"] == []
    assert get(other, "relaties?zoek=Wang")["relaties"] == []


def test_who_reads_something_of_a_confidential_case_stands_in_the_trail(assessor: Assessor) -> None:
    the_case(assessor, Confidentiality.CONFIDENTIAL)
    client = a_program(READ, role=AccountRole.AUDITOR)
    party = next(one["nummer"] for one in get(client, "relaties")["relaties"] if one["verzoek"])
    (agreement,) = [one["nummer"] for one in get(client, "overeenkomsten")["overeenkomsten"]]
    before = len(selectors.events(limit=999))
    for address in (f"relaties/{party}", "activiteiten/V-1-A1", f"overeenkomsten/{agreement}"):
        get(client, address)
    events = selectors.events(limit=999)
    assert len(events) == before + 3
    assert {(one.action, one.detail["token"]) for one in events[:3]} == {("dossier.read", "zaaksysteem")}


@pytest.mark.parametrize("name", LISTS)
def test_a_token_for_something_else_and_an_administrator_read_nothing(name: str) -> None:
    for client in (
        a_program(HAND_IN, TokenScope.SCREEN),
        a_program(READ, role=AccountRole.ADMINISTRATOR, name="other"),
    ):
        assert client.get(f"{ROOT}/{name}").status_code == 403
    stranger = Client(headers={"authorization": "Bearer okt_x"})
    assert stranger.get(f"{ROOT}/{name}").status_code == 401


def test_a_token_that_was_withdrawn_reads_no_list_any_more() -> None:
    client = a_program(READ)
    services.withdraw_token("colleague", "zaaksysteem", by="colleague", now=NOW)
    assert {client.get(f"{ROOT}/{name}").status_code for name in LISTS} == {401}


# --- nobody decides here ---------------------------------------------------------------------


@pytest.mark.parametrize("name", ["besluiten", "kaders"])
@pytest.mark.parametrize("body", ["{}", "onzin", "[" * 50_000])
def test_whoever_tries_to_decide_through_a_token_hears_why_not(name: str, body: str) -> None:
    client = a_program(*TokenScope, role=AccountRole.DECIDER)
    before = everything()
    response = client.post(f"{ROOT}/{name}", body, content_type="application/json")
    assert (response.status_code, response["Content-Type"]) == (403, PROBLEM)
    assert told(response)["code"] == "interface.person-decides"
    assert everything() == before


def test_no_scope_lets_a_program_do_what_a_person_answers_for() -> None:
    for act in (
        Act.DECIDE,
        Act.ADOPT_KADER,
        Act.REVIEW,
        Act.WAIVE_ADVICE,
        Act.WAIVE_MEASURE,
        Act.SIGN_OFF_PROTECTION,
    ):
        assert act not in acts_of(list(TokenScope))


def test_the_service_refuses_a_decision_by_a_token_too(assessor: Assessor) -> None:
    request = assessed(assessor)
    with_a_decider = a_program(*TokenScope, role=AccountRole.DECIDER)
    assert with_a_decider is not None
    hand = TokenHand("colleague", "zaaksysteem", acts_of(list(TokenScope)))
    with pytest.raises(Refused, match=r"token\.out-of-scope"):
        services.decide_request(a_decision(request), by=hand, now=NOW)
    assert selectors.dossier(request, reader=HOUSE).decisions == ()
