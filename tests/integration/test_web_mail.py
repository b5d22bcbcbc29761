"""Mail that came in, in the browser: what waits, what it says, and what a colleague makes of it."""

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from openkader.casework.vocabulary import Confidentiality
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.models import ReceivedMail
from tests.integration.mail_desk import asked_by_mail, hand
from tests.integration.mail_house import FINAL, a_mail, kept, question_name
from tests.unit.documents import PDF, PROGRAM
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
INBOX, DOSSIER = "/postvak/", "/dossiers/V-1/"


@pytest.fixture(autouse=True)
def _here(settings: Any, tmp_path: Path) -> None:
    settings.OPENKADER_DATA = tmp_path
    settings.OPENKADER_MAIL_FROM = "kader@province.example"


@pytest.fixture
def question(assessor: Assessor) -> str:
    """A case of which a desk was asked for advice by mail."""
    return asked_by_mail(assessor)


def came_in(answers: str = "", **more: Any) -> str:
    """Where the page of a mail that just came in is."""
    return f"{INBOX}{kept(a_mail(answers, **more), hand())}/"


def the_mail() -> ReceivedMail:
    return ReceivedMail.objects.get()


def test_the_inbox_says_what_waits_and_what_asks_for_care(question: str) -> None:
    anna = colleague()
    assert "Er wacht geen e-mail" in text(anna.get(INBOX))
    came_in(brief=PDF)
    came_in(question_name(), sender="ander@kwaad.example")
    said = text(anna.get(INBOX))
    assert "Er wachten 2 e-mails." in said
    assert "Niet van het adres dat is gevraagd" in said
    assert "A. Fictief &lt;ander@kwaad.example&gt;" in said
    assert queries_of(INBOX, anna) <= MOST_QUERIES


def test_the_dossier_shows_its_mail_and_what_did_not_arrive(question: str) -> None:
    anna = colleague()
    before = queries_of(DOSSIER, anna)
    place = came_in(question_name())
    services.note_arrival(question_name(), [FINAL], **hand())
    said = text(anna.get(DOSSIER))
    assert place in said
    assert f"Een e-mail over {question} kwam niet aan: dat adres bestaat niet." in said
    assert "550 no such user" in said
    assert queries_of(DOSSIER, anna) == before
    assert "kwam niet aan" not in text(colleague("niemand", "administrator").get(DOSSIER), 404)


def test_a_mail_is_plain_words_with_each_attachment_checked(question: str) -> None:
    content, anna = a_mail(question_name(), brief=PDF, virus=PROGRAM), colleague()
    place = f"{INBOX}{kept(content, hand())}/"
    said = text(anna.get(place))
    for words in ("Wij hebben geen bezwaar.", "hetzelfde", "Dit is een programma", "kan worden overgenomen"):
        assert words in said
    assert queries_of(place, anna) <= MOST_QUERIES
    original = anna.get(f"{place}origineel/")
    assert original.content == content
    assert original["Content-Disposition"].startswith("attachment")
    assert original["Content-Type"] == "application/octet-stream"


def test_an_answer_by_mail_becomes_the_advice_of_the_desk(question: str) -> None:
    place, anna = came_in(question_name(), brief=PDF), colleague()
    wrong = text(anna.post(place, {"act": "advice", "seen": "0"}), 422)
    assert "Niets is opgeslagen" in wrong or "Er is niets opgeslagen" in wrong
    said = {
        "act": "advice",
        "seen": "0",
        "verdict": "no_objection",
        "explanation": "Wij hebben geen bezwaar.",
        "given_by": "A. Fictief",
        "files": ["0"],
    }
    assert "vastgelegd" in text(anna.post(place, said, follow=True))
    assert models.AdviceDocument.objects.get().document.name == "brief.pdf"
    assert (the_mail().outcome, the_mail().handled_by) == ("advice", "anna")
    # The second click finds what the first one did.
    assert anna.post(place, said).status_code in (302, 409)
    assert models.Advice.objects.count() == 1


def test_files_of_a_mail_become_documents_and_no_others(question: str) -> None:
    place, anna = came_in(question_name(), brief=PDF, virus=PROGRAM), colleague()
    assert anna.post(place, {"act": "file", "files": ["1"]}).status_code == 422
    assert "bij het dossier bewaard" in text(anna.post(place, {"act": "file", "files": ["0"]}, follow=True))
    assert [one.name for one in models.Document.objects.all()] == ["brief.pdf"]
    assert anna.post(place, {"act": "file"}).status_code == 409


def test_a_request_is_begun_from_a_mail(year_2024: None) -> None:
    place, anna = came_in(brief=PDF), colleague()
    reference = place.split("/")[-2]
    form = text(anna.get(f"/dossiers/nieuw/?mail={reference}"))
    assert "Wij hebben geen bezwaar." in form
    assert "loket@voorbeeld.example" in form
    said = {
        "key": "k" * 32,
        "mail": reference,
        "said": "Wij komen graag.",
        "subject": "Bezoek",
        "kind": "incoming_delegation",
        "initiative": "unknown",
        "channel": "mail",
        "received_on": timezone.localdate().isoformat(),
        "files": ["0"],
    }
    assert anna.post("/dossiers/nieuw/", said).status_code == 302
    assert the_mail().request is not None
    assert models.Document.objects.get().name == "brief.pdf"
    assert anna.get(place).status_code == 200


def test_setting_aside_says_why(question: str) -> None:
    place, anna = came_in(), colleague()
    assert anna.post(place, {"act": "set_aside", "reason": ""}).status_code == 422
    said = text(anna.post(place, {"act": "set_aside", "reason": "Reclame."}, follow=True))
    assert "Reclame." in said
    assert "Er wacht geen e-mail" in text(anna.get(INBOX))
    assert anna.post(place, {"act": "set_aside", "reason": "Nog eens."}).status_code == 409
    assert anna.post(place, {"act": "advice"}).status_code == 404
    assert anna.post(place, {"act": "nothing"}).status_code == 404


def test_who_may_not_see_a_dossier_does_not_see_its_mail(question: str) -> None:
    place = came_in(question_name())
    models.Request.objects.update(confidentiality=Confidentiality.TOP_SECRET)
    other = colleague("other", "adviser")
    for path in (place, f"{place}origineel/"):
        assert other.get(path).status_code == 404
    assert other.post(place, {"act": "set_aside", "reason": "Weg."}).status_code == 404
    assert "Er wacht geen e-mail" in text(other.get(INBOX))


def test_mail_of_nobody_is_for_who_takes_requests_in() -> None:
    place = came_in()
    assert colleague("ed", "evaluator").get(place).status_code == 404
    assert colleague("ed").get(INBOX).status_code == 403


def test_a_refused_or_infected_mail_says_so_and_can_only_be_set_aside() -> None:
    anna = colleague()
    many: dict[str, Any] = {f"f{number}": PDF for number in range(30)}
    said = text(anna.get(came_in(**many)))
    assert "meer dan 25 bijlagen" in said
    assert "Weggelegd" not in said
    assert "Een verzoek beginnen" not in said
    place = came_in(brief=PDF)
    ReceivedMail.objects.filter(reference=place.split("/")[-2]).update(digest=None)
    assert "De virusscanner vond er iets in." in text(anna.get(place))
    assert anna.get(f"{place}origineel/").status_code == 404
