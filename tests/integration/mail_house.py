"""Mail that comes in, as an answer to mail of ours or out of nowhere, for the tests."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

from openkader.casework.mail import Delivery, read_mail
from openkader.register import services
from openkader.register.intake_entries import MailEntry
from openkader.register.mail_checks import looked_at, mail_bounds
from openkader.register.mail_names import mail_name
from openkader.register.mail_terms import HELD
from openkader.register.models import OutgoingMail, ReceivedMail
from openkader.register.received_entries import ReceivedEntry
from tests.unit.documents import PDF

FINAL = Delivery(is_final=True, status="5.1.1", said="550 no such user")
LATE = Delivery(is_final=False, status="4.4.7", said="")
QUESTION = MailEntry(purpose="advice", to="loket@voorbeeld.example", subject="Vraag", text="Wat vindt u?")


def a_mail(answers: str = "", *, sender: str = "loket@voorbeeld.example", **files: bytes) -> bytes:
    """A mail as it comes in; of each file the name without its ending."""
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = (
        f"A. Fictief <{sender}>",
        "Ons antwoord",
        "<1@x.example>",
    )
    if answers:
        made["In-Reply-To"] = answers
    made.set_content("Wij hebben geen bezwaar.")
    for name, content in files.items():
        made.add_attachment(content, maintype="application", subtype="pdf", filename=f"{name}.pdf")
    return made.as_bytes()


def a_report(name: str, action: str = "failed") -> bytes:
    """What a mail server reports of the mail of this name."""
    return (
        "From: MAILER-DAEMON@mx.example\nSubject: Undelivered\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=B\n\n"
        "--B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; loket@voorbeeld.example\nAction: {action}\nStatus: 5.1.1\n"
        "Diagnostic-Code: smtp; 550 <loket@voorbeeld.example> no such user\n\n"
        f"--B\nContent-Type: text/rfc822-headers\n\nMessage-ID: {name}\n\n--B--\n"
    ).encode()


def question_name() -> str:
    """The name of the mail that asks for advice, or of the newest other."""
    return mail_name(OutgoingMail.objects.latest("pk").pk)


def entry_of(content: bytes) -> ReceivedEntry:
    """A mail as it is looked at when it was fetched whole."""
    return looked_at(read_mail(content, mail_bounds()), content, len(content))


def kept(content: bytes, hand: dict[str, Any]) -> str:
    return services.keep_mail(entry_of(content), **hand)


def prepared(hand: dict[str, Any]) -> dict[str, Callable[..., Callable[[], object]]]:
    """What each service of mail needs, and the one call that is the change."""
    return {
        "keep_mail": lambda *_: _keeping(hand),
        "note_arrival": lambda *_: _noting(hand),
        "set_mail_aside": lambda *_: _setting(hand),
        "file_mail": lambda *_: _filing(hand),
        "forget_mails": lambda *_: _forgetting(hand),
    }


def _confirmed() -> None:
    """A request came in, and a mail says so."""
    from tests.integration.front_door_house import received

    received()


def _keeping(hand: dict[str, Any]) -> Callable[[], object]:
    entry = entry_of(a_mail(brief=PDF))
    return lambda: services.keep_mail(entry, **hand)


def _noting(hand: dict[str, Any]) -> Callable[[], object]:
    _confirmed()
    name = question_name()
    return lambda: services.note_arrival(name, [LATE, FINAL], **hand)


def _setting(hand: dict[str, Any]) -> Callable[[], object]:
    mail = kept(a_mail(), hand)
    return lambda: services.set_mail_aside(mail, "Reclame.", **hand)


def _filing(hand: dict[str, Any]) -> Callable[[], object]:
    _confirmed()
    mail = kept(a_mail(question_name()), hand)
    return lambda: services.file_mail(mail, [], **hand)


def _forgetting(hand: dict[str, Any]) -> Callable[[], object]:
    services.set_mail_aside(kept(a_mail(), hand), "Reclame.", **hand)
    ReceivedMail.objects.update(handled_at=hand["now"] - HELD - timedelta(hours=1))
    return lambda: services.forget_mails(**hand)
