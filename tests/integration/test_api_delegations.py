"""A program reads the delegation lists of a case and hands one in, as the page does. All names are made up."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.api import delegations_sent, pace
from openkader.casework.permissions import HOUSE
from openkader.casework.screening import Verdict
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.register import models, selectors, services
from openkader.register.documents import DocumentEntry
from openkader.register.limits import Limit
from openkader.register.virus_scanner import Clamd
from tests.integration.program_house import LIST, PROBLEM, a_program, told, with_token
from tests.integration.register_house import everything
from tests.integration.screening_house import (
    HAND,
    LI,
    NEAR_WANG,
    NOW,
    WANG,
    ZHAO,
    a_delegation,
    a_list,
    a_request,
    reviewed,
    the_hit,
    work,
)
from tests.web_pages import colleague

pytestmark = pytest.mark.django_db
READ, WORK, HAND_IN, SCREEN = TokenScope.READ, TokenScope.WORK, TokenScope.HAND_IN, TokenScope.SCREEN
HERE = f"{LIST}/V-1/delegatielijsten"
FILES = f"{HERE}/bestanden"
PAGE = "/dossiers/V-1/delegatie/"
CSV = "Naam;Organisatie;Geboortedatum\nWang Verzonnen;Verzonnen BV;1962\nLi Bedacht;;1970\n"
BROKEN = "Naam;Organisatie;Geboortedatum\nWang Verzonnen;Verzonnen BV;1962\n;Verzonnen BV;\nLi Bedacht;;31-31-1970\n"
HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "let-a-program-work-on-cases.md"
WANG_SENT = {
    "namen": ["Wang Verzonnen", "王虚构"],
    "organisatienamen": ["Verzonnen Tuinbouw BV"],
    "functie": "voorzitter",
    "geboortedatum": "1962",
    "land": "CN",
    "geslacht": None,
}
LI_SENT = {"namen": ["Li Bedacht"], "geslacht": "vrouw"}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def rows(client: Client, *delegates: object, mark: str | None = "", **more: object) -> Any:
    """What the interface answers to these people, with the newest mark if no other is said."""
    headers = {} if mark is None else {"if-match": mark or client.get(HERE)["ETag"]}
    body = json.dumps({"delegatieleden": list(delegates), **more})
    return client.post(HERE, body, content_type="application/json", headers=headers)


def file(client: Client, content: str | bytes = CSV, query: str = "", **more: str) -> Any:
    """What it answers to a file."""
    headers = {
        "if-match": more.get("mark") or client.get(HERE)["ETag"],
        "content-disposition": f'attachment; filename="{more.get("name", "lijst.csv")}"',
    }
    sent = content.encode() if isinstance(content, str) else content
    return client.post(FILES + query, sent, content_type=more.get("form", "text/csv"), headers=headers)


def refusal(response: Any) -> tuple[int, str]:
    assert response["Content-Type"] == PROBLEM, response.content
    return response.status_code, told(response)["code"]


def wrong(response: Any) -> list[tuple[str, str]]:
    assert refusal(response) == (400, "interface.invalid")
    return [(one["waarde"], one["code"]) for one in told(response)["ongeldigeWaarden"]]


def versions() -> list[int]:
    return [row.version for row in selectors.delegation("V-1", reader=HOUSE).versions]


# --- reading ---------------------------------------------------------------------------------


def test_a_list_is_read_with_its_versions_and_where_everybody_stands() -> None:
    a_delegation(WANG, LI)
    work(NEAR_WANG)
    reviewed(the_hit(), ("een", Verdict.TRUE), ("twee", Verdict.TRUE))
    client = a_program(READ)
    (line,) = told(client.get(HERE))["delegatielijsten"]
    assert (line["nummer"], line["versie"], line["binnengekomenAls"]) == ("V-1-L1", 1, "geplakt")
    assert (line["aantalDelegatieleden"], line["aantalNietOvergenomen"]) == (2, 0)
    one = told(client.get(f"{HERE}/1"))
    assert one == {**line, "isNieuwste": True, "nietOvergenomen": []}
    first, second = told(client.get(f"{HERE}/1/delegatieleden"))["delegatieleden"]
    assert (first["namen"], first["regel"], first["functie"]) == (list(WANG.names), 2, "voorzitter")
    assert (first["geboortedatum"], first["land"], first["geslacht"]) == ("1962", "CN", None)
    assert (first["persoon"]["relatie"], first["persoon"]["stand"]) == ("V-1-L1-2", "bevestigd")
    assert (second["functie"], second["geboortedatum"], second["land"]) == (None, None, None)
    assert second["persoon"]["stand"] == "niets_gevonden"
    assert first["organisatie"]["relatie"] == second["organisatie"]["relatie"] == "V-1-L1-O2"
    house = selectors.delegation("V-1", reader=HOUSE)
    assert [one["persoon"]["naam"] for one in (first, second)] == [row.party.name for row in house.delegates]


def test_a_hit_that_waits_for_somebody_is_counted_and_who_is_not_screened_is_not_clear() -> None:
    a_delegation(WANG, LI)
    client = a_program(READ)
    first, _second = told(client.get(f"{HERE}/1/delegatieleden"))["delegatieleden"]
    assert (first["persoon"]["stand"], first["persoon"]["gescreendOp"]) == ("wacht", None)
    work(NEAR_WANG)
    first, _second = told(client.get(f"{HERE}/1/delegatieleden"))["delegatieleden"]
    assert (first["persoon"]["stand"], first["persoon"]["aantalTeBeoordelen"]) == ("te_beoordelen", 1)


def test_of_a_former_version_the_people_are_read_and_not_their_screening() -> None:
    a_delegation(WANG, LI)
    a_list(ZHAO, seen=1)
    client = a_program(READ)
    assert [one["versie"] for one in told(client.get(HERE))["delegatielijsten"]] == [2, 1]
    assert told(client.get(f"{HERE}/1"))["isNieuwste"] is False
    found = told(client.get(f"{HERE}/1/delegatieleden"))["delegatieleden"]
    assert [(one["namen"], one["persoon"], one["organisatie"]) for one in found] == [
        (list(WANG.names), None, None),
        (list(LI.names), None, None),
    ]


def test_a_long_list_comes_fifty_at_a_time() -> None:
    a_request()
    client = a_program(WORK)
    people = [{"namen": [f"Lid {'abcdefghij'[n // 10] * 3}{'klmnopqrst'[n % 10] * 3}"]} for n in range(60)]
    assert rows(client, *people).status_code == 201
    page = told(client.get(f"{HERE}/1/delegatieleden"))
    rest = told(client.get(page["_links"]["volgende"]["href"]))
    assert (len(page["delegatieleden"]), len(rest["delegatieleden"])) == (50, 10)
    assert [one["regel"] for one in page["delegatieleden"] + rest["delegatieleden"]] == list(range(1, 61))
    assert "volgende" not in rest["_links"]
    for cursor in ("x", "cn5hYmM"):
        assert client.get(f"{HERE}/1/delegatieleden?cursor={cursor}").status_code == 400


def test_without_a_list_there_is_none_and_a_version_that_is_not_there_is_not_found() -> None:
    a_request()
    client = a_program(READ)
    assert told(client.get(HERE))["delegatielijsten"] == []
    for path in (f"{HERE}/1", f"{HERE}/1/delegatieleden", f"{HERE}/{9**40}", f"{LIST}/V-9/delegatielijsten"):
        assert client.get(path).status_code == 404
    assert client.get(f"{HERE}?x=1").status_code == 400


# --- handing in ------------------------------------------------------------------------------


def test_rows_become_a_version_and_only_who_is_new_or_changed_is_screened() -> None:
    a_request()
    client = a_program(WORK)
    response = rows(client, WANG_SENT, LI_SENT)
    found = told(response)
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{HERE}/1")
    assert (found["versie"], found["aantalDelegatieleden"], found["bestandsnaam"]) == (1, 2, None)
    assert (found["nietOvergenomen"], found["weggevallenWaarden"], found["weggelaten"]) == ([], [], [])
    assert (found["binnengekomenAls"], found["bewaardDoor"]) == ("bestand", "colleague")
    (first, second) = selectors.delegates_of("V-1", reader=HOUSE)
    assert (first.names, first.organisation_names, first.country) == (
        WANG.names,
        WANG.organisation_names,
        "cn",
    )
    assert (second.birth_date, second.country, second.gender) == ("", "", "female")
    shown = told(client.get(f"{HERE}/1/delegatieleden"))["delegatieleden"]
    assert [one["geslacht"] for one in shown] == [None, "vrouw"]
    work()
    changed = told(rows(client, WANG_SENT, LI_SENT | {"geboortedatum": "1970-05"}))
    assert (changed["versie"], changed["aantalGewijzigd"], changed["aantalNieuw"]) == (2, 1, 0)
    waiting = [p.name for p in selectors.delegation("V-1", reader=HOUSE).parties if p.standing.waits]
    assert waiting == ["Li Bedacht"]


def test_what_was_read_can_be_sent_back_and_changes_nobody() -> None:
    a_delegation(WANG, LI)
    client = a_program(WORK)
    known = told(client.get(f"{HERE}/1/delegatieleden"))["delegatieleden"]
    sent = [
        {key: value for key, value in one.items() if key not in ("regel", "persoon", "organisatie")}
        for one in known
    ]
    found = told(rows(client, *sent, LI_SENT | {"namen": ["Zhao Fictief"]}))
    assert (found["aantalNieuw"], found["aantalGewijzigd"], found["aantalNietMeerErbij"]) == (1, 0, 0)


def test_a_file_gives_what_the_page_makes_of_it() -> None:
    a_request()
    a_request("V-2")
    client, person = a_program(WORK), colleague()
    found = told(file(client))
    preview = person.post("/dossiers/V-2/delegatie/", {"text": CSV}).headers["Location"]
    assert person.post(preview).status_code == 302
    assert (found["bestandsnaam"], found["binnengekomenAls"]) == ("lijst.csv", "bestand")
    assert selectors.delegates_of("V-1", reader=HOUSE) == selectors.delegates_of("V-2", reader=HOUSE)
    mine, theirs = models.DelegationList.objects.order_by("id")
    assert (mine.content, mine.problems, mine.digest) == (theirs.content, theirs.problems, theirs.digest)
    shown = " ".join(person.get(PAGE).content.decode().split())
    assert "lijst.csv" in shown
    assert "2 deelnemers" in shown


def test_every_bad_row_and_every_value_that_would_fall_away_is_named_and_nothing_is_kept() -> None:
    a_request()
    client, before = a_program(WORK), everything()
    expected = [("lijst.csv:3", "delegation.no-name"), ("lijst.csv:4", "delegation.date-in-part")]
    assert wrong(file(client, BROKEN)) == expected
    bad = [{"namen": []}, {"namen": ["Wang Verzonnen"], "geboortedatum": "2999"}, {"namen": ["?"]}]
    assert wrong(rows(client, *bad)) == [
        ("delegatieleden:1", "delegation.no-name"),
        ("delegatieleden:3", "delegation.no-name"),
        ("delegatieleden:2", "delegation.date-left-out"),
    ]
    assert everything() == before


def test_who_says_so_keeps_the_good_rows_and_the_bad_ones_are_remembered() -> None:
    a_request()
    client = a_program(WORK)
    found = told(file(client, BROKEN, "?ondanksFouten=true"))
    assert (found["aantalDelegatieleden"], found["aantalNietOvergenomen"]) == (2, 1)
    (bad,) = found["nietOvergenomen"]
    assert (bad["plaats"], bad["code"]) == ("3", "delegation.no-name")
    assert bad["tekst"]["nl"] in " ".join(colleague().get(PAGE).content.decode().split())
    (doubt,) = found["weggevallenWaarden"]
    assert (doubt["plaats"], doubt["code"]) == ("4", "delegation.date-in-part")
    assert told(client.get(f"{HERE}/1"))["nietOvergenomen"] == found["nietOvergenomen"]
    again = told(rows(client, {"namen": [""]}, LI_SENT, ondanksFouten=True))
    assert [one["plaats"] for one in again["nietOvergenomen"]] == ["1"]


def test_a_list_of_nobody_is_none() -> None:
    a_request()
    client, before = a_program(WORK), everything()
    assert refusal(rows(client, {"namen": [""]}, ondanksFouten=True)) == (409, "delegation.empty")
    assert wrong(rows(client))[0][0] == "delegatieleden"
    assert wrong(file(client, " \n")) == [("lijst.csv", "document.empty")]
    assert wrong(file(client, b"%PDF-1.7")) == [("lijst.csv", "delegation.another-form")]
    assert wrong(file(client, "Wie;Waarvan\nWang Verzonnen;Verzonnen BV\nLi Bedacht;Bedacht BV\n"))[0][1] == (
        "delegation.no-name-column"
    )
    assert everything() == before


def test_a_sheet_of_a_workbook_is_chosen_by_its_name() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Naam"])
    book.active.append(["Wang Verzonnen"])
    second = book.create_sheet("Tweede")
    second.append(["Naam"])
    second.append(["Li Bedacht"])
    packed = io.BytesIO()
    book.save(packed)
    a_request()
    client = a_program(WORK)
    form = delegations_sent.FORMS[0]
    found = file(client, packed.getvalue(), "?blad=Tweede", name="lijst.xlsx", form=form)
    assert found.status_code == 201, found.content
    assert [one.name for one in selectors.delegates_of("V-1", reader=HOUSE)] == ["Li Bedacht"]
    missing = file(client, packed.getvalue(), "?blad=Derde", name="lijst.xlsx", form=form)
    assert wrong(missing) == [("lijst.xlsx", "delegation.no-such-sheet")]


def test_a_document_of_the_case_is_handed_in_as_it_came() -> None:
    a_request()
    entry = DocumentEntry(name="deelnemers.csv", content=CSV.encode())
    document = services.keep_document("V-1", entry, **HAND)
    client = a_program(WORK)
    mark = client.get(HERE)["ETag"]

    def hand_in(sent: object) -> Any:
        return client.post(
            HERE, json.dumps(sent), content_type="application/json", headers={"if-match": mark}
        )

    assert wrong(hand_in({"document": "V-1-D9"})) == [("document", "interface.unknown-word")]
    assert wrong(hand_in({})) == wrong(hand_in({"document": document, "delegatieleden": [LI_SENT]}))
    response = hand_in({"document": document})
    assert (response.status_code, told(response)["bestandsnaam"]) == (201, "deelnemers.csv")


def test_the_same_list_again_is_the_same_version_whatever_was_seen() -> None:
    a_request()
    client = a_program(WORK)
    mark = client.get(HERE)["ETag"]
    first, before = told(rows(client, WANG_SENT, LI_SENT, mark=mark)), everything()
    again = rows(client, WANG_SENT, LI_SENT, mark=mark)
    assert (again.status_code, told(again), again["Location"]) == (200, first, f"http://testserver{HERE}/1")
    assert everything() == before


def test_a_version_that_came_in_meanwhile_is_not_passed_over() -> None:
    a_request()
    client = a_program(WORK)
    mark = client.get(HERE)["ETag"]
    assert refusal(rows(client, LI_SENT, mark=None)) == (428, "interface.no-version")
    assert refusal(rows(client, LI_SENT, mark="*")) == (428, "interface.no-version")
    a_list(ZHAO)
    assert refusal(rows(client, LI_SENT, mark=mark)) == (412, "interface.overtaken")
    assert refusal(file(client, mark=mark)) == (412, "interface.overtaken")
    assert versions() == [1]


def test_of_two_at_once_one_is_kept_and_the_other_hears_so(monkeypatch: pytest.MonkeyPatch) -> None:
    a_request()
    first = a_program(WORK)
    second = with_token(WORK, name="ander systeem")
    mark, kept, answers = first.get(HERE)["ETag"], services.add_delegation_list, []

    def later(*given: Any, **hand: Any) -> str:
        """Between the look of the first and its writing, the second comes by."""
        monkeypatch.setattr(services, "add_delegation_list", kept)
        answers.append(rows(second, WANG_SENT, mark=mark).status_code)
        return kept(*given, **hand)

    monkeypatch.setattr(services, "add_delegation_list", later)
    assert refusal(rows(first, LI_SENT, mark=mark)) == (412, "delegation.meanwhile")
    assert answers == [201]
    assert versions() == [1]


def test_what_is_no_list_at_all_is_refused_unread(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    a_request()
    client = a_program(WORK)
    mark, before = client.get(HERE)["ETag"], everything()
    assert refusal(file(client, form="application/pdf")) == (415, "interface.no-document")
    for query in ("?x=1", "?blad=a&blad=b", "?metKoppen=misschien"):
        assert file(client, query=query).status_code == 400
    assert wrong(rows(client, {"namen": ["x"], "paspoort": "1"})) == [
        ("delegatieleden.0.paspoort", "interface.unknown-name")
    ]
    for bad in (
        {"namen": "Li"},
        {"namen": ["x" * 1001]},
        {"namen": ["Li B"], "land": "cn"},
        {"functie": "x"},
    ):
        assert rows(client, bad).status_code == 400
    assert client.post(FILES, b"x", content_type="text/csv", headers={"if-match": mark}).status_code == 400
    monkeypatch.setattr(delegations_sent, "MOST_HANDED_IN", 20)
    assert refusal(file(client)) == (413, "upload.too-large")
    settings.OPENKADER_UPLOAD_BYTES = 10
    assert refusal(file(client, CSV[:15])) == (413, "upload.too-large")
    assert everything() == before


def test_an_infected_list_is_noted_and_not_read(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    a_request()
    settings.CLAMD = Clamd()
    monkeypatch.setattr(Clamd, "scan", lambda *_: "Eicar")
    assert wrong(file(a_program(WORK))) == [("lijst.csv", "upload.infected")]
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor, event.detail["token"]) == (
        "upload.infected",
        "colleague",
        "zaaksysteem",
    )
    assert versions() == []


def test_who_hands_in_too_fast_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    a_request()
    client = a_program(WORK)
    monkeypatch.setattr(pace, "_LEFT", Limit("program", most=1, minutes=1))
    assert rows(client, LI_SENT).status_code == 201
    assert rows(client, WANG_SENT).status_code == 429
    assert file(client).status_code == 429


def test_what_the_how_to_sends_is_taken() -> None:
    a_request()
    client = a_program(WORK)
    (body,) = re.findall(r"-d '(\{\"delegatieleden.*\})'", HOW_TO.read_text("utf-8"))
    response = rows(client, *json.loads(body)["delegatieleden"])
    assert response.status_code == 201, response.content
    assert [one.names for one in selectors.delegates_of("V-1", reader=HOUSE)] == [WANG.names]


# --- rights ----------------------------------------------------------------------------------


def test_who_may_not_read_or_work_hears_why_and_writes_nothing() -> None:
    a_delegation()
    reader, reviewer = a_program(READ), a_program(WORK, role=AccountRole.REVIEWER, name="reviewer")
    evaluator = a_program(READ, role=AccountRole.EVALUATOR, name="evaluator")
    before = everything()
    assert refusal(rows(reader, LI_SENT)) == (403, "token.out-of-scope")
    assert refusal(file(reader)) == (403, "token.out-of-scope")
    assert refusal(rows(reviewer, LI_SENT)) == (403, "role.work")
    assert (
        evaluator.get(HERE).status_code == colleague("e", AccountRole.EVALUATOR).get(PAGE).status_code == 403
    )
    for client in (with_token(HAND_IN, name="indiener"), with_token(SCREEN, name="screener")):
        for path in (HERE, f"{HERE}/1", f"{HERE}/1/delegatieleden"):
            assert refusal(client.get(path)) == (403, "token.out-of-scope")
    assert Client().get(HERE).status_code == 401
    assert {k: v for k, v in everything().items() if "delegat" in k} == {
        k: v for k, v in before.items() if "delegat" in k
    }


def test_of_a_case_that_may_not_be_seen_there_is_no_list_and_who_may_is_noted() -> None:
    a_delegation()
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    stranger, before = a_program(WORK, team="elders"), everything()
    for path in (HERE, f"{HERE}/1", f"{HERE}/1/delegatieleden"):
        assert stranger.get(path).status_code == 404
    assert rows(stranger, LI_SENT, mark='"x"').status_code == 404
    assert file(stranger, mark='"x"').status_code == 404
    assert everything() == before
    auditor = a_program(READ, role=AccountRole.AUDITOR, name="auditor")
    for path in (HERE, f"{HERE}/1", f"{HERE}/1/delegatieleden"):
        assert auditor.get(path).status_code == 200
    assert models.AuditEvent.objects.filter(action="dossier.read", dossier="V-1").count() == 3
