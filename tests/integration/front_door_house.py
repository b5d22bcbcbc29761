"""Requests as they come in at the front door, for the tests."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from openkader.base.text import Text
from openkader.casework.intake import Channel
from openkader.casework.vocabulary import Kind
from openkader.register import selectors, services
from openkader.register.intake_entries import Contact, IntakeEntry, LinkEntry, MailEntry, SaidEntry
from tests.integration.register_house import HAND, NOW

TOKEN = "t" * 32
MAIL = MailEntry(
    purpose="confirmation", to="a@example.nl", subject="Uw verzoek {reference}", text="Kenmerk {reference}."
)
PLAIN = IntakeEntry(
    key=hashlib.sha256(b"one form").hexdigest(),
    prefix="FX",
    kind=Kind.INCOMING_DELEGATION,
    subject="Bezoek uit Baoding (fictief)",
    initiative="company",
    initiatives=("company", "province"),
    channel=Channel.FORM,
    received_on=date(2030, 5, 1),
    today=date(2030, 5, 1),
    language="nl",
    country="CN",
    programme="china",
    requester="Kas Voorbeeld (fictief)",
    contact=Contact(name="A. Verzonnen", email="a@example.nl", phone="010 000 00 00"),
    said=(SaidEntry("asked", Text(nl="Wat vraagt u?", en="What do you ask?"), "Een ontvangst."),),
    link=LinkEntry(selectors.link_digest(TOKEN), NOW + timedelta(days=30)),
    mail=MAIL,
)


def received(**changes: Any) -> str:
    return services.receive_request(replace(PLAIN, **changes), **HAND)
