"""Mail comes in once, at the dossier that it answers, and changes nothing by itself; what bounced is said there."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from openkader.base.errors import Invalid, NotFound, Refused, Unavailable
from openkader.casework.mail import Arrival, read_mail
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.cli import fetching, mailing
from openkader.cli.fetching import Fetching
from openkader.cli.mailing import send_waiting_mail
from openkader.cli.stopping import Stop
from openkader.conf.mailbox import MailboxSettings
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.mail_checks import documents_of
from openkader.register.mail_names import mail_named
from openkader.register.mailbox import Mailbox
from openkader.register.models import AuditEvent, OutgoingMail, ReceivedMail
from openkader.register.shelf import FileState, shelf
from openkader.register.virus_scanner import Clamd
from tests.clamd import one_that_says
from tests.dovecot import PASSWORD, USER, RealMailbox, real_mailbox
from tests.integration import advice_house
from tests.integration.front_door_house import received
from tests.integration.mail_house import (
    FINAL,
    LATE,
    QUESTION,
    a_mail,
    a_report,
    entry_of,
    kept,
    question_name,
)
from tests.integration.register_house import HAND, NOW, a_request, everything, with_role
from tests.unit.documents import PDF, PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _here(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.OPENKADER_DATA = tmp_path
    settings.OPENKADER_MAIL_FROM = "kader@province.example"
    monkeypatch.setattr(fetching, "now", lambda: NOW)
    monkeypatch.setattr(mailing, "now", lambda: NOW)


def on_the_shelf() -> list[Path]:
    return sorted((settings.OPENKADER_DATA / "documents").rglob("*"))


def asked(assessor: Assessor) -> str:
    return advice_house.asked(assessor, a_request(), mail=QUESTION)


def refusal_of(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as found:
        act()
    return found.value.refusal.code


def the_mail() -> ReceivedMail:
    return ReceivedMail.objects.get()


def actions() -> list[str]:
    return [one.action for one in selectors.events()]


def test_an_answer_waits_at_its_dossier_and_answers_nothing_by_itself(assessor: Assessor) -> None:
    advice = asked(assessor)
    reference = kept(a_mail(question_name(), brief=PDF, virus=PROGRAM), HAND)
    row = the_mail()
    assert (row.reference, row.request and row.request.reference) == (reference, "V-1")
    assert (row.advice and row.advice.reference, row.is_expected) == (advice, True)
    assert [(one["name"], one["code"]) for one in row.attachments] == [
        *(("brief.pdf", ""), ("virus.pdf", "attachment.not-taken")),
    ]
    assert not models.Advice.objects.exists()
    assert not models.Document.objects.exists()
    assert row.digest
    assert shelf().state(row.digest, row.size, whole=True) is FileState.HERE
    assert actions()[0] == "mail.received"


def test_the_same_mail_fetched_again_is_one(assessor: Assessor) -> None:
    asked(assessor)
    content = a_mail(question_name())
    before = (kept(content, HAND), everything())
    assert (kept(content, HAND), everything()) == before


def test_who_was_not_sent_the_question_cannot_write_to_its_dossier(assessor: Assessor) -> None:
    asked(assessor)
    name = question_name()
    forged = name.replace(name.split("-")[2][:4], "0000")
    kept(a_mail(forged), HAND)
    assert the_mail().request is None
    assert mail_named(["<openkader-1@province.example>", forged]) is None
    assert not services.note_arrival(forged, [FINAL], **HAND)


def test_a_mail_from_another_address_says_so(assessor: Assessor) -> None:
    asked(assessor)
    kept(a_mail(question_name(), sender="ander@kwaad.example"), HAND)
    assert the_mail().is_expected is False
    received()
    kept(a_mail(question_name(), sender="A@Example.nl"), HAND)
    assert ReceivedMail.objects.latest("pk").is_expected is True


def test_a_desk_that_answered_by_mail_is_entered_once_with_its_documents(assessor: Assessor) -> None:
    advice = asked(assessor)
    mail = kept(a_mail(question_name(), brief=PDF), HAND)
    documents = tuple(documents_of(the_mail(), [0, 5]))
    advice_house.answered(advice, documents=documents, received=mail)
    assert (the_mail().outcome, the_mail().handled_by) == ("advice", "cli:link")
    assert models.Document.objects.get().name == "brief.pdf"
    assert refusal_of(lambda: services.set_mail_aside(mail, "Toch niet.", **HAND)) == "mail.handled"


def test_a_mail_of_another_dossier_is_no_answer(assessor: Assessor) -> None:
    advice = asked(assessor)
    mail = kept(a_mail(), HAND)
    with pytest.raises(NotFound):
        advice_house.answered(advice, received=mail)
    with pytest.raises(NotFound):
        services.file_mail(mail, [], **HAND)
    assert not models.Advice.objects.exists()


def test_documents_of_a_mail_are_kept_with_its_dossier() -> None:
    received()
    mail = kept(a_mail(question_name(), brief=PDF), HAND)
    (reference,) = services.file_mail(mail, documents_of(the_mail(), [0]), **HAND)
    assert models.Document.objects.get().reference == reference
    assert actions()[:2] == ["mail.filed", "document.kept"]


def test_a_request_is_begun_from_a_mail_and_takes_it_along() -> None:
    mail = kept(a_mail(), HAND)
    reference = received(received=mail)
    row = the_mail()
    assert (row.outcome, row.request and row.request.reference) == ("request", reference)
    assert received(received=mail) == reference  # the second click


def test_who_may_not_see_the_dossier_does_not_touch_its_mail(assessor: Assessor) -> None:
    advice_house.asked(assessor, a_request(confidentiality=Confidentiality.TOP_SECRET), mail=QUESTION)
    mail = kept(a_mail(question_name()), HAND)
    other = with_role("other", AccountRole.ADVISER)
    with pytest.raises(NotFound):
        services.set_mail_aside(mail, "Weg ermee.", by=other, now=NOW)


def test_setting_aside_takes_a_reason_and_a_refused_mail_can_be_nothing_else() -> None:
    mail = kept(a_mail(), HAND)
    assert refusal_of(lambda: services.set_mail_aside(mail, " ", **HAND)) == "mail.no-reason"
    many: dict[str, Any] = {f"f{number}": PDF for number in range(30)}
    received()
    other = kept(a_mail(question_name(), **many), HAND)
    row = ReceivedMail.objects.get(reference=other)
    assert (row.refusal, row.digest, row.attachments) == ("mail.too-many", None, [])
    assert refusal_of(lambda: services.file_mail(other, [], **HAND)) == "mail.not-kept"
    assert documents_of(row, [0]) == []


def test_what_is_infected_is_not_on_the_shelf(settings: Any) -> None:
    with one_that_says(b"stream: Eicar FOUND\0") as (port, _heard):
        settings.CLAMD = Clamd(host="127.0.0.1", port=port)
        kept(a_mail(brief=PDF), HAND)
    assert the_mail().digest is None
    assert the_mail().attachments[0]["code"] == "upload.infected"
    settings.CLAMD = Clamd(host="127.0.0.1", port=1)
    with pytest.raises(Unavailable):
        entry_of(a_mail(brief=PDF))


def test_a_file_that_is_too_large_is_said_to_be(settings: Any) -> None:
    settings.OPENKADER_UPLOAD_BYTES = 10
    kept(a_mail(brief=PDF), HAND)
    assert the_mail().attachments[0]["code"] == "attachment.too-large"


def test_mail_of_nobody_is_forgotten_with_its_file_and_that_of_a_dossier_stays() -> None:
    services.set_mail_aside(kept(a_mail(), HAND), "Reclame.", **HAND)
    digest = the_mail().digest
    assert digest
    assert services.forget_mails(**{**HAND, "now": NOW + timedelta(days=29)}) == 0
    assert services.forget_mails(**{**HAND, "now": NOW + timedelta(days=30)}) == 1
    assert shelf().found(digest) is None
    received()
    services.set_mail_aside(kept(a_mail(question_name()), HAND), "Reclame.", **HAND)
    assert services.forget_mails(**{**HAND, "now": NOW + timedelta(days=90)}) == 0


def test_a_mail_that_bounced_is_said_so_counted_and_never_sent_again(assessor: Assessor) -> None:
    asked(assessor)
    send_waiting_mail("here:1", Stop())
    name = question_name()
    assert services.note_arrival(name, [LATE], **HAND)
    assert OutgoingMail.objects.get().arrival == Arrival.DELAYED
    assert services.note_arrival(name, [LATE, FINAL], **HAND)
    mail = OutgoingMail.objects.get()
    assert (mail.arrival, mail.status, mail.said) == (Arrival.BOUNCED, "5.1.1", "550 no such user")
    before = everything()
    assert services.note_arrival(name, [LATE], **HAND)  # late news changes nothing
    assert services.note_arrival(name, [], **HAND)
    assert everything() == before
    assert selectors.background(NOW).mails_bounced == 1
    assert selectors.background(NOW + timedelta(days=31)).mails_bounced == 0
    assert send_waiting_mail("here:1", Stop()) == 0
    event = AuditEvent.objects.get(action="mail.bounced")
    assert "voorbeeld.example" not in str(event.detail)


# --- the mailbox itself ----------------------------------------------------------------


@pytest.fixture(scope="module")
def real() -> Iterator[RealMailbox]:
    if not (shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin")):
        pytest.skip("no dovecot on this machine (Debian: apt-get install dovecot-imapd)")
    with real_mailbox() as found:
        yield found


@pytest.fixture
def box(real: RealMailbox, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RealMailbox:
    real.clear()
    monkeypatch.setenv("SSL_CERT_FILE", str(real.folder / "cert.pem"))
    (tmp_path / "password").write_text(f"{PASSWORD}\n")
    settings.MAILBOX = MailboxSettings(
        host="localhost", port=real.port, user=USER, password_file=tmp_path / "password"
    )
    return real


def fetch() -> int:
    return Fetching().fetch_mail("here:1", Stop())


def test_mail_is_fetched_once_and_put_away(box: RealMailbox) -> None:
    received()
    box.put(a_mail(question_name(), brief=PDF), a_report(question_name()), a_report("<other@x.example>"))
    assert fetch() == 3
    assert (box.held(), box.held("Open Kader")) == (0, 3)
    # What is reported of a mail of ours stands with that mail; another report is mail like any other.
    assert [row.subject for row in ReceivedMail.objects.order_by("pk")] == ["Ons antwoord", "Undelivered"]
    assert OutgoingMail.objects.get().arrival == Arrival.BOUNCED
    assert fetch() == 0


def test_who_dies_before_it_was_put_away_finds_it_again_and_knows_it(
    box: RealMailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise SystemExit

    box.put(a_mail())
    with monkeypatch.context() as patched:
        patched.setattr(Mailbox, "put_away", die)
        with pytest.raises(SystemExit):
            fetch()
    assert (box.held(), ReceivedMail.objects.count()) == (1, 1)
    assert fetch() == 1
    assert (box.held(), ReceivedMail.objects.count()) == (0, 1)


def without_what_it_can(self: Mailbox, line: object, _: object) -> None:
    object.__setattr__(self, "line", line)


def test_a_server_that_cannot_move_copies_and_takes_away(
    box: RealMailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for able in (frozenset({"UIDPLUS"}), frozenset[str]()):
        with monkeypatch.context() as patched:
            patched.setattr(Mailbox, "able", able)
            patched.setattr(Mailbox, "__init__", without_what_it_can)
            box.put(a_mail())
            assert fetch() == 1
    assert (box.held(), box.held("Open Kader")) == (0, 2)


def test_a_mail_that_is_too_large_is_not_fetched_whole_and_our_own_is_put_away(
    box: RealMailbox, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    received()
    before = on_the_shelf()
    own = a_mail().replace(b"<1@x.example>", question_name().encode())
    box.put(own, a_mail(brief=PDF + b"x" * 3_000_000))
    settings.OPENKADER_UPLOAD_BYTES = 1000
    assert fetch() == 2
    assert (the_mail().refusal, the_mail().subject) == ("mail.too-large", "Ons antwoord")
    assert the_mail().size > 3_000_000
    assert on_the_shelf() == before  # nothing of either


def test_what_cannot_be_looked_at_waits_and_keeps_the_next_from_nothing(
    box: RealMailbox, settings: Any
) -> None:
    settings.CLAMD = Clamd(host="127.0.0.1", port=1)
    received()
    box.put(*[a_mail()] * 2, a_report(question_name()), *[a_mail()] * 2)
    assert fetch() == 1
    assert box.held() == 4
    assert OutgoingMail.objects.get().arrival == Arrival.BOUNCED


def test_a_mail_that_the_register_cannot_take_keeps_the_next_from_nothing(
    box: RealMailbox, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def read(*args: Any) -> Any:
        found = read_mail(*args)
        return replace(found, address="a\x00@x.example") if found.subject == "Undelivered" else found

    monkeypatch.setattr(fetching, "read_mail", read)
    box.put(a_report("<other@x.example>"), a_mail())
    assert fetch() == 1
    assert (box.held(), box.held("Open Kader"), the_mail().subject) == (1, 1, "Ons antwoord")
    assert "a mail that cannot be kept waits in the mailbox" in caplog.text


def test_a_mailbox_that_cannot_be_had_stops_no_other_work(
    box: RealMailbox, settings: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MAILBOX.password_file.write_text("wrong")
    assert fetch() == 0
    settings.MAILBOX = MailboxSettings(**{**settings_of(settings.MAILBOX), "folder": "Nowhere"})
    settings.MAILBOX.password_file.write_text(PASSWORD)
    assert fetch() == 0
    monkeypatch.delenv("SSL_CERT_FILE")
    assert fetch() == 0
    assert caplog.text.count("no mail comes in: mail.away") == 3
    assert "SSLCertVerificationError" in caplog.text
    settings.MAILBOX = MailboxSettings()
    assert fetch() == 0


def settings_of(found: MailboxSettings) -> dict[str, Any]:
    return {
        name: getattr(found, name) for name in ("host", "port", "user", "password_file", "folder", "done")
    }


def test_half_a_mailbox_is_refused_at_the_start() -> None:
    with pytest.raises(Invalid) as found:
        MailboxSettings.read({"OPENKADER_IMAP_HOST": "imap.example", "OPENKADER_IMAP_DONE": "INBOX"})
    assert [one.where for one in found.value.problems] == [
        *("OPENKADER_IMAP_USER", "OPENKADER_IMAP_PASSWORD_FILE", "OPENKADER_IMAP_DONE"),
    ]
    assert MailboxSettings.read({}) == MailboxSettings()
