"""A program reads the mail that came in, as the page shows it; what becomes of it a person says. All is made up."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.selectors import received
from tests.integration.mail_desk import asked_by_mail, hand
from tests.integration.mail_house import a_mail, kept, question_name
from tests.integration.program_house import a_program, told
from tests.integration.register_house import everything
from tests.integration.test_api_activities_written import refusal, send
from tests.unit.documents import PDF, PROGRAM

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
INBOX = "/api/v1/postvak"
READ, HAND_IN = TokenScope.READ, TokenScope.HAND_IN
BOTH = (READ, HAND_IN)


@pytest.fixture(autouse=True)
def _here(settings: Any, tmp_path: Path) -> None:
    settings.OPENKADER_DATA = tmp_path
    settings.OPENKADER_MAIL_FROM = "kader@province.example"


@pytest.fixture
def question(assessor: Assessor) -> str:
    """A case of which a desk was asked for advice by mail."""
    return asked_by_mail(assessor)


def test_what_waits_is_read_with_what_asks_for_care(question: str) -> None:
    alone, placed = (
        kept(a_mail(brief=PDF), hand()),
        kept(a_mail(question_name(), sender="ander@kwaad.example"), hand()),
    )
    client = a_program(*BOTH)
    found = told(client.get(INBOX))
    first, second = found["mails"]
    assert (found["aantal"], first["nummer"], second["nummer"]) == (2, alone, placed)
    assert (first["dossier"], first["aantalBijlagen"], first["isVanGevraagdAdres"]) == (None, 1, None)
    assert (second["dossier"], second["isVanGevraagdAdres"]) == ("V-1", False)
    assert (second["afzenderadres"], second["afzendernaam"]) == ("ander@kwaad.example", "A. Fictief")
    services.set_mail_aside(alone, "Reclame.", **hand())
    assert [one["nummer"] for one in told(client.get(INBOX))["mails"]] == [placed]
    aside = told(client.get(f"{INBOX}/{alone}"))
    assert (aside["uitkomst"], aside["reden"], aside["afgehandeldDoor"]) == (
        "terzijde_gelegd",
        "Reclame.",
        "cli:work",
    )


def test_a_mail_is_read_with_its_words_and_as_it_came(question: str) -> None:
    content = a_mail(question_name(), brief=PDF, virus=PROGRAM)
    reference = kept(content, hand())
    client = a_program(READ)
    found = told(client.get(f"{INBOX}/{reference}"))
    assert (found["tekst"].strip(), found["advies"], found["uitkomst"]) == (
        "Wij hebben geen bezwaar.",
        question,
        None,
    )
    good, bad = found["bijlagen"]
    assert (good["naam"], good["kanNietOmdat"]) == ("brief.pdf", None)
    assert "programma" in bad["kanNietOmdat"]
    original = client.get(f"{INBOX}/{reference}/inhoud")
    assert original.content == content
    assert (original["Content-Type"], original["Content-Disposition"]) == (
        "application/octet-stream",
        f'attachment; filename="{reference}.eml"',
    )
    models.ReceivedMail.objects.update(digest=None)
    assert refusal(client.get(f"{INBOX}/{reference}/inhoud")) == (404, "mail.not-found")


@pytest.mark.parametrize("body", ["{}", "onzin", '{"reden": "Reclame."}', "[" * 100_000])
def test_no_program_says_what_becomes_of_a_mail_and_hears_why(question: str, body: str) -> None:
    reference = kept(a_mail(question_name(), brief=PDF), hand())
    client, before = a_program(*TokenScope), everything()
    response = client.post(f"{INBOX}/{reference}", body, content_type="application/json")
    assert refusal(response) == (403, "interface.person-reads-mail")
    for method in ("PUT", "PATCH", "DELETE"):
        other = send(client, method, f"{INBOX}/{reference}")
        assert (other.status_code, other["Allow"]) == (405, "GET")
    assert send(client, "POST", INBOX, {}).status_code == 405
    assert everything() == before


def test_mail_of_no_dossier_is_for_who_takes_requests_in_by_role_and_by_token(question: str) -> None:
    alone, placed = kept(a_mail(), hand()), kept(a_mail(question_name()), hand())
    reads, leaves = a_program(READ), a_program(HAND_IN, name="indiener")
    decider = a_program(*TokenScope, role=AccountRole.DECIDER, name="beslisser")
    nobody = a_program(*BOTH, role=AccountRole.ADMINISTRATOR, name="beheer")
    before = everything()
    assert refusal(reads.get(INBOX)) == (403, "token.out-of-scope")
    assert refusal(leaves.get(INBOX)) == (403, "token.out-of-scope")
    assert refusal(decider.get(INBOX)) == (403, "role.take-in")
    assert refusal(nobody.get(INBOX)) == (403, "role.take-in")
    for client in (reads, decider):
        assert refusal(client.get(f"{INBOX}/{alone}")) == (404, "mail.not-found")
        assert refusal(client.get(f"{INBOX}/{alone}/inhoud")) == (404, "mail.not-found")
        assert client.get(f"{INBOX}/{placed}").status_code == 200
    assert refusal(leaves.get(f"{INBOX}/{placed}")) == (403, "token.out-of-scope")
    assert refusal(nobody.get(f"{INBOX}/{placed}")) == (403, "role.read-cases")
    assert Client().get(INBOX).status_code == 401
    assert everything() == before


def test_mail_of_a_case_that_may_not_be_seen_is_not_there_and_who_may_is_noted(question: str) -> None:
    reference = kept(a_mail(question_name()), hand())
    models.Request.objects.update(confidentiality=Confidentiality.CONFIDENTIAL, team="china", assignee=None)
    mine, stranger = a_program(*BOTH), a_program(*BOTH, team="elders", name="vreemde")
    before = everything()
    assert told(stranger.get(INBOX)) == {"aantal": 0, "mails": []}
    for path in (
        f"{INBOX}/{reference}",
        f"{INBOX}/{reference}/inhoud",
        f"{INBOX}/NOPE",
        f"{INBOX}/{'x' * 3000}",
    ):
        assert refusal(stranger.get(path)) == (404, "mail.not-found")
    assert stranger.get(f"{INBOX}?x=1").status_code == 400
    assert everything() == before
    read = models.AuditEvent.objects.filter(action="dossier.read", dossier="V-1")
    for count, path in enumerate(("", f"/{reference}", f"/{reference}/inhoud"), start=1):
        assert mine.get(f"{INBOX}{path}").status_code == 200
        assert read.count() == count


def test_of_very_much_the_oldest_are_told_and_all_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(received, "MOST", 1)
    first = kept(a_mail(), hand())
    kept(a_mail(sender="ander@voorbeeld.example"), hand())
    found = told(a_program(*BOTH).get(INBOX))
    assert ([one["nummer"] for one in found["mails"]], found["aantal"]) == ([first], 2)
