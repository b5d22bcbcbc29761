"""A program reads the information protection of an activity and says how far its steps are. All is made up."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.casework.permissions import HOUSE
from openkader.casework.protection import StepSaid, StepState
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality, Kind
from openkader.register import models, selectors, services
from openkader.register.protection_lists import catalogue
from tests.integration.program_house import a_program, told, with_token
from tests.integration.protection_house import (
    DONE,
    LEFT,
    MISSION_KIND,
    NOW,
    TRIP,
    VISIT,
    a_conflict,
    a_trip,
    all_said,
    ruled,
    said,
    signed,
)
from tests.integration.register_house import a_request, everything
from tests.integration.test_api_activities_written import refusal, send, wrong
from tests.web_pages import colleague

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ, WORK, HAND_IN, KEEP = TokenScope.READ, TokenScope.WORK, TokenScope.HAND_IN, TokenScope.PROTECT
HERE = f"/api/v1/activiteiten/{TRIP}/informatiebeveiliging"
HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "let-a-program-work-on-cases.md"
PAGE = f"/activiteiten/{TRIP}/informatiebeveiliging/"


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def steps_of(client: Client, path: str = HERE) -> dict[str, Any]:
    return {one["stap"]: one for phase in told(client.get(path))["fasen"] for one in phase["stappen"]}


def keep(client: Client, *steps: object, mark: str | None = None, path: str = HERE) -> Any:
    return send(client, "PATCH", path, {"stappen": list(steps)}, if_match=mark or client.get(path)["ETag"])


def kept(step: str) -> list[tuple[str, str]]:
    rows = models.ProtectionStep.objects.filter(step=step).order_by("version")
    return list(rows.values_list("state", "note"))


# --- reading ---------------------------------------------------------------------------------


def test_every_step_is_read_and_of_what_nobody_said_anything_it_is_unknown() -> None:
    a_trip()
    said(IB01=StepSaid(StepState.DONE, "Bon 12"), IB02=LEFT)
    client = a_program(READ)
    found = told(client.get(HERE))
    assert [one["fase"] for one in found["fasen"]] == ["vooraf", "tijdens", "na_afloop"]
    steps = steps_of(client)
    assert list(steps) == [one.id for one in catalogue().steps_for(MISSION_KIND)]
    first, second, third = steps["IB01"], steps["IB02"], steps["IB03"]
    assert (first["stand"], first["toelichting"], first["aantalKerenGezegd"]) == ("gedaan", "Bon 12", 1)
    assert (first["gezegdDoor"], first["gezegdOp"][:10]) == ("cli:adviser", "2030-05-01")
    assert (second["stand"], second["toelichting"]) == ("weggelaten", LEFT.note)
    assert [third[name] for name in ("stand", "toelichting", "gezegdOp", "gezegdDoor")] == [None] * 4
    assert third["aantalKerenGezegd"] == 0
    shown = colleague().get(PAGE).content.decode()
    for one in (found["inleiding"]["nl"], found["onvolledig"]["nl"], 'value="Bon 12"'):
        assert one.split(". ")[0][:60] in " ".join(shown.split())


def test_a_conflict_is_read_with_what_comes_first_and_who_said_so() -> None:
    a_trip()
    a_conflict()
    client = a_program(READ)
    found = told(client.get(HERE))
    (one,) = found["botsingen"]
    assert (one["stap"], one["doel"], one["wat"], one["voorrang"]) == (
        "IB25",
        "communication",
        "Geen blog vanaf de beurs.",
        "veiligheid",
    )
    assert "communication" in {goal["code"] for goal in found["doelen"]}
    ruled()
    (one,) = told(client.get(HERE))["botsingen"]
    assert (one["voorrang"], one["uitspraken"][0]["reden"]) == ("het_andere_doel", "Al toegezegd.")


def test_a_sign_off_is_stale_as_soon_as_something_changed() -> None:
    a_trip()
    all_said()
    reference = signed(note="Gezien.")
    client = a_program(READ)
    (one,) = told(client.get(HERE))["akkoorden"]
    assert (one["nummer"], one["opmerking"], one["isVerouderd"]) == (reference, "Gezien.", False)
    said(seen=1, IB01=LEFT)
    assert told(client.get(HERE))["akkoorden"][0]["isVerouderd"] is True


def test_a_visit_has_other_steps_and_an_agreement_none() -> None:
    client = a_program(READ)
    a_trip(VISIT, Kind.INCOMING_DELEGATION)
    a_trip("R-4", Kind.AGREEMENT)
    (phase,) = told(client.get(HERE.replace(TRIP, VISIT)))["fasen"]
    assert phase["fase"] == "bezoekers"
    assert told(client.get(HERE.replace(TRIP, "R-4")))["fasen"] == []


# --- keeping ---------------------------------------------------------------------------------


def test_steps_are_kept_as_the_page_keeps_them() -> None:
    a_trip()
    a_trip("R-9")
    client = a_program(KEEP)
    response = keep(
        client,
        {"stap": "IB01", "stand": "gedaan", "toelichting": "Bon 12"},
        {"stap": "IB02", "stand": "weggelaten", "toelichting": "Geen telefoons mee."},
    )
    assert (response.status_code, response["ETag"]) == (200, client.get(HERE)["ETag"])
    form = {"act": "keep", "phase": "before", "state_IB01": "done", "note_IB01": "Bon 12"}
    more = {"state_IB02": "left_out", "note_IB02": "Geen telefoons mee."}
    assert colleague("anna").post(PAGE.replace(TRIP, "R-9"), form | more).status_code == 302
    mine, theirs = (
        models.ProtectionStep.objects.filter(activity__reference=name)
        .order_by("step")
        .values_list("step", "version", "state", "note", "evidence")
        for name in (TRIP, "R-9")
    )
    assert list(mine) == list(theirs)
    event = next(one for one in selectors.events(limit=9) if one.actor == "colleague")
    assert (event.action, event.detail["token"]) == ("protection.kept", "zaaksysteem")
    assert (event.detail["done"], event.detail["left_out"]) == (["IB01"], ["IB02"])


def test_what_is_said_again_is_another_version_and_what_was_so_already_is_none() -> None:
    a_trip()
    said(IB01=DONE, IB02=DONE)
    client = a_program(KEEP)
    before = everything()
    assert keep(client, {"stap": "IB01", "stand": "gedaan"}).status_code == 200
    assert everything() == before
    keep(client, {"stap": "IB01", "stand": "gepland", "toelichting": "Toch niet."})
    assert kept("IB01") == [("done", ""), ("planned", "Toch niet.")]
    assert steps_of(client)["IB01"]["aantalKerenGezegd"] == 2
    assert kept("IB02") == [("done", "")]  # not named, and so as it was


def test_evidence_of_the_activity_shows_a_step_and_that_of_another_does_not() -> None:
    a_trip()
    a_trip("R-9")
    measures = {place: f"{place}-E2.travel" for place in (TRIP, "R-9")}
    client = a_program(KEEP, WORK)
    proof = {"soort": "verslag", "titel": "Bon (fictief)", "adres": "https://example.nl/bon"}
    numbers = {
        place: told(
            send(client, "POST", f"/api/v1/activiteiten/{place}/maatregelen/{name}/bewijsstukken", proof)
        )
        for place, name in measures.items()
    }
    step = {"stap": "IB01", "stand": "gedaan"}
    own, other = numbers[TRIP]["nummer"], numbers["R-9"]["nummer"]
    assert wrong(keep(client, step | {"bewijsstuk": other})) == [
        ("stappen.0.bewijsstuk", "interface.unknown-word")
    ]
    assert keep(client, step | {"bewijsstuk": own}).status_code == 200
    assert steps_of(client)["IB01"]["bewijsstuk"] == own


def test_what_cannot_be_said_is_named_and_nothing_is_kept() -> None:
    a_trip()
    client, before = a_program(KEEP), everything()
    done = {"stap": "IB01", "stand": "gedaan"}
    assert wrong(keep(client, done, {"stap": "IB99", "stand": "gedaan"}, done)) == [
        ("stappen.1.stap", "interface.unknown-word"),
        ("stappen.2.stap", "interface.twice"),
    ]
    assert wrong(keep(client, {"stap": "IB01", "stand": "weggelaten"})) == [
        ("stappen.0.toelichting", "interface.missing")
    ]
    for bad in (
        {"stap": "IB01"},
        done | {"stand": "klaar"},
        done | {"toelichting": "x" * 2001},
        done | {"bewijsstuk": "1"},
        done | {"x": 1},
    ):
        assert keep(client, bad).status_code == 400
    assert keep(client).status_code == 400
    assert everything() == before


def test_who_did_not_see_the_newest_list_keeps_nothing() -> None:
    a_trip()
    client = a_program(KEEP)
    mark, step = client.get(HERE)["ETag"], {"stap": "IB01", "stand": "gedaan"}
    assert refusal(send(client, "PATCH", HERE, {"stappen": [step]})) == (428, "interface.no-version")
    said(IB02=DONE)
    assert refusal(keep(client, step, mark=mark)) == (412, "interface.overtaken")
    assert kept("IB01") == []


def test_of_two_at_once_one_is_kept_and_the_other_hears_so(monkeypatch: pytest.MonkeyPatch) -> None:
    a_trip()
    first = a_program(KEEP)
    second = with_token(KEEP, name="ander systeem")
    mark, keeps, answers = first.get(HERE)["ETag"], services.keep_protection, []

    def later(*given: Any, **hand: Any) -> int:
        """Between the look of the first and its writing, the second comes by."""
        monkeypatch.setattr(services, "keep_protection", keeps)
        answers.append(keep(second, {"stap": "IB01", "stand": "gepland"}, mark=mark).status_code)
        return keeps(*given, **hand)

    monkeypatch.setattr(services, "keep_protection", later)
    response = keep(first, {"stap": "IB01", "stand": "gedaan"}, mark=mark)
    assert refusal(response) == (412, "protection.meanwhile")
    assert (answers, kept("IB01")) == ([200], [("planned", "")])


def test_of_an_activity_that_was_called_off_nothing_is_kept() -> None:
    a_trip()
    models.Activity.objects.update(standing="cancelled", cancelled_because="Gaat niet door.")
    client, before = a_program(KEEP), everything()
    assert refusal(keep(client, {"stap": "IB01", "stand": "gedaan"})) == (409, "activity.cancelled")
    assert everything() == before


def test_what_the_how_to_sends_is_kept() -> None:
    a_trip()
    (body,) = re.findall(r"-d '(\{\"stappen.*\})'", HOW_TO.read_text("utf-8"))
    response = keep(a_program(KEEP), *json.loads(body)["stappen"])
    assert response.status_code == 200, response.content
    assert [kept(step)[0][0] for step in ("IB01", "IB02")] == ["done", "left_out"]


# --- what a step hampers ---------------------------------------------------------------------

CONFLICTS = f"{HERE}/botsingen"
CONFLICT = {"stap": "IB25", "doel": "communication", "wat": "Geen blog vanaf de beurs."}


def hampers(client: Client, path: str = CONFLICTS, **changes: object) -> Any:
    return send(client, "POST", path, CONFLICT | changes)


def test_a_conflict_is_noted_once_as_the_page_does_and_security_comes_first() -> None:
    a_trip()
    a_trip("R-9")
    client = a_program(KEEP)
    response = hampers(client)
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{CONFLICTS}/1")
    assert told(response) == told(client.get(f"{CONFLICTS}/1")) == told(client.get(HERE))["botsingen"][0]
    assert (told(response)["voorrang"], told(response)["uitspraken"]) == ("veiligheid", [])
    form = {"act": "conflict", "step": "IB25", "goal": "communication", "about": CONFLICT["wat"]}
    assert colleague("anna").post(PAGE.replace(TRIP, "R-9"), form).status_code == 302
    mine, theirs = (
        models.ProtectionConflict.objects.filter(activity__reference=name).values(
            "number", "step", "goal", "about"
        )
        for name in (TRIP, "R-9")
    )
    assert list(mine) == list(theirs)
    event = next(one for one in selectors.events(limit=9) if one.actor == "colleague")
    assert (event.action, event.detail["token"]) == ("conflict.noted", "zaaksysteem")
    before = everything()
    assert (hampers(client).status_code, everything() == before) == (200, True)
    assert told(hampers(client, wat="Iets anders."))["nummer"] == 2


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"stap": "IB99", "doel": "niets"}, ["stap", "doel"]),
        ({"wat": " "}, ["wat"]),
        ({"wat": "x" * 2001}, ["wat"]),
        ({"doel": None}, ["doel"]),
        ({"voorrang": "het_andere_doel"}, ["voorrang"]),
    ],
)
def test_what_is_no_conflict_is_named(changes: dict[str, Any], where: list[str]) -> None:
    a_trip()
    client, before = a_program(KEEP), everything()
    assert [place for place, _code in wrong(hampers(client, **changes))] == where
    assert everything() == before


@pytest.mark.parametrize(
    ("body", "status"), [(b"[" * 100_000, 400), (b'{"wat":"' + b"y" * 10_000_000 + b'"}', 413)]
)
def test_what_is_too_deep_or_too_much_is_refused(body: bytes, status: int) -> None:
    a_trip()
    client = a_program(KEEP)
    assert client.generic("POST", CONFLICTS, body, content_type="application/json").status_code == status


def test_a_conflict_is_noted_by_who_may_on_the_page_and_no_program_rules_on_it() -> None:
    a_trip()
    a_conflict()
    everybody = a_program(*TokenScope, role=AccountRole.DECIDER)
    other = a_program(*(one for one in TokenScope if one is not KEEP), name="andere")
    stranger = a_program(KEEP, team="elders", name="vreemde")
    before = everything()
    assert refusal(hampers(everybody)) == (403, "role.protect")
    assert refusal(hampers(other)) == (403, "token.out-of-scope")
    assert refusal(hampers(Client())) == (401, "token.unknown")
    ruling = {"voorrang": "het_andere_doel", "reden": "Al toegezegd."}
    assert refusal(send(everybody, "POST", f"{CONFLICTS}/1", ruling)) == (403, "interface.person-rules")
    assert everybody.put(f"{CONFLICTS}/1")["Allow"] == "GET"
    assert everything() == before
    assert hampers(stranger, path=CONFLICTS.replace(TRIP, "NOPE")).status_code == 404
    for number in ("9", "9" * 40):
        assert refusal(other.get(f"{CONFLICTS}/{number}")) == (404, "conflict.not-found")
    a_request("V-1")
    models.Activity.objects.update(request=models.Request.objects.get(reference="V-1"))
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    before = everything()
    assert hampers(stranger).status_code == 404
    assert stranger.get(f"{CONFLICTS}/1").status_code == 404
    assert everything() == before
    assert everybody.get(f"{CONFLICTS}/1").status_code == 200
    assert models.AuditEvent.objects.filter(action="dossier.read", dossier="V-1").count() == 1


def test_of_what_was_called_off_no_conflict_is_noted() -> None:
    a_trip()
    models.Activity.objects.update(standing="cancelled", cancelled_because="Gaat niet door.")
    assert refusal(hampers(a_program(KEEP))) == (409, "activity.cancelled")


# --- rights ----------------------------------------------------------------------------------


def test_who_may_keep_them_on_the_page_may_so_through_a_token_for_it_and_nobody_else() -> None:
    a_trip()
    step = {"stap": "IB01", "stand": "gedaan"}
    security = a_program(KEEP, role=AccountRole.INFORMATION_SECURITY, name="beveiliging")
    assert keep(security, step).status_code == 200
    reviewer = a_program(KEEP, role=AccountRole.REVIEWER, name="reviewer")
    before = everything()
    assert refusal(keep(reviewer, step)) == (403, "role.protect")
    for scope in (READ, WORK):
        client = a_program(scope, name=f"met-{scope}")
        before = everything()
        assert refusal(keep(client, step)) == (403, "token.out-of-scope")
    leaves = a_program(HAND_IN, name="indiener")
    before = everything()
    assert refusal(leaves.get(HERE)) == (403, "token.out-of-scope")
    assert Client().get(HERE).status_code == 401
    assert leaves.get(f"{HERE}?x=1").status_code in (400, 403)
    assert reviewer.get(f"{HERE}?x=1").status_code == 400
    assert everything() == before


@pytest.mark.parametrize("body", ["{}", "onzin", '{"opmerking": "Gezien."}'])
def test_no_program_signs_off_and_hears_why(body: str) -> None:
    a_trip()
    all_said()
    client = a_program(*TokenScope, role=AccountRole.INFORMATION_SECURITY)
    before = everything()
    response = client.post(HERE, body, content_type="application/json")
    assert refusal(response) == (403, "interface.person-signs-off")
    assert set(client.delete(HERE)["Allow"].split(", ")) == {"GET", "PATCH"}
    assert everything() == before


def test_of_a_case_that_may_not_be_seen_there_is_no_list_and_who_may_is_noted() -> None:
    a_request("V-1")
    a_trip()
    # Put there past the rules, which ask for a decision.
    models.Activity.objects.update(request=models.Request.objects.get(reference="V-1"))
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    stranger, before = a_program(KEEP, team="elders"), everything()
    assert stranger.get(HERE).status_code == 404
    assert keep(stranger, {"stap": "IB01", "stand": "gedaan"}, mark='"x"').status_code == 404
    assert everything() == before
    assert a_program(READ, role=AccountRole.AUDITOR, name="auditor").get(HERE).status_code == 200
    assert models.AuditEvent.objects.filter(action="dossier.read", dossier="V-1").count() == 1
    assert selectors.protection_file(TRIP, catalogue(), reader=HOUSE).kept == {}
