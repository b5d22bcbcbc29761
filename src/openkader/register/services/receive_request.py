"""A request comes in at the front door, whole or not at all."""

from dataclasses import replace
from datetime import datetime

from django.contrib.auth.models import User

from openkader.base.text import Text
from openkader.casework.intake import UNKNOWN, may_receive, may_repeat
from openkader.casework.investment import is_secret
from openkader.casework.mail import MailOutcome
from openkader.casework.period import Period
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Confidentiality, PartyKind, Role
from openkader.register import audit
from openkader.register.documents import enter_documents, recognised
from openkader.register.entries import ParticipationEntry, PartyEntry, RequestEntry
from openkader.register.hand import Hand, digest, require, writing
from openkader.register.intake_entries import IntakeEntry
from openkader.register.models import Intake, Reference, Request
from openkader.register.outgoing import enter_mail
from openkader.register.parties import store_parties
from openkader.register.received import Handling, handle, mail_for_update
from openkader.register.searching import keep_words
from openkader.register.services.record_request import enter_requests

_DIGITS = 5


def receive_request(entry: IntakeEntry, *, by: str, now: datetime) -> str:
    """Take in a request with who asks, what they said and sent along, and the mail that confirms it.

    The same form sent twice, or by two clicks at once, is one request and gives the same reference. A key under which
    a program handed in something else is refused.
    """
    require(may_receive(entry.initiative, entry.initiatives, entry.received_on, entry.today))
    documents = recognised(entry.documents)
    with writing(by=by, now=now, act=Act.TAKE_IN) as hand:
        # Also through a token that reads nothing: what was just entered has to be found.
        hand.person = replace(hand.person, within=None)
        audit.wait_for_turn()  # of two clicks the second finds the first; a number is given once
        known = _known(entry)
        if known is not None:
            return known
        reference = _next_reference(f"{entry.prefix}-{entry.received_on.year}-")
        request = _enter_request(entry, reference, hand)
        enter_documents(request, documents, hand)
        _enter_intake(entry, request, hand)
        if entry.received is not None:
            begun = Handling(mail=entry.received, becomes=MailOutcome.REQUEST)
            handle(mail_for_update(entry.received, hand), begun, hand, request)
        if entry.mail is not None:
            enter_mail(entry.mail, request, hand)
    return reference


def _known(entry: IntakeEntry) -> str | None:
    """The request that was taken in under this key before."""
    rows = Intake.objects.filter(key=entry.key).values_list("request__reference", "content")
    for reference, content in rows:
        require(may_repeat(content, entry.content))
        return str(reference)
    return None


def _next_reference(beginning: str) -> str:
    """The next number of the year; the ledger knows every one that was given."""
    given = Reference.objects.filter(object_kind="request", reference__startswith=beginning)
    numbers = given.order_by("-reference").values_list("reference", flat=True)
    last = next((name[len(beginning) :] for name in numbers[:50] if name[len(beginning) :].isdecimal()), "0")
    return f"{beginning}{int(last) + 1:0{_DIGITS}}"


def _enter_request(entry: IntakeEntry, reference: str, hand: Hand) -> Request:
    party = _party(entry, reference)
    if party is not None:
        keep_words(row.pk for row in store_parties([(party, reference)], hand))
    request = RequestEntry(
        reference=reference,
        year=entry.received_on.year,
        title=Text(nl=entry.subject, en=entry.subject),
        received=Period.day(entry.received_on),
        kind=entry.kind,
        country=entry.country,
        programme=entry.programme,
        initiative=None if entry.initiative == UNKNOWN else entry.initiative,
        participations=_requester(party, reference),
        confidentiality=Confidentiality.CASE_CONFIDENTIAL
        if is_secret(entry.kind)
        else Confidentiality.INTERNAL,
    )
    enter_requests([request], hand)
    return _kept_by(hand, Request.objects.get(reference=reference))


def _kept_by(hand: Hand, request: Request) -> Request:
    """A business secret belongs to the colleague who took it in; nobody else of their role sees it by that alone."""
    if is_secret(request.kind):
        request.assignee = User.objects.filter(username=hand.by).first()
        request.save(update_fields=["assignee"])
    return request


def _party(entry: IntakeEntry, reference: str) -> PartyEntry | None:
    """Who asks: an organisation, or a person who asks for nobody else; a name alone recognises nobody."""
    if entry.requester:
        return PartyEntry(reference=f"{reference}-P1", kind=PartyKind.ORGANISATION, name=entry.requester)
    if entry.contact.name:
        return PartyEntry(reference=f"{reference}-P1", kind=PartyKind.PERSON, name=entry.contact.name)
    return None


def _requester(party: PartyEntry | None, reference: str) -> tuple[ParticipationEntry, ...]:
    if party is None:
        return ()
    return (ParticipationEntry(reference=f"{reference}-V1", role=Role.REQUESTER, party=party.reference),)


def _enter_intake(entry: IntakeEntry, request: Request, hand: Hand) -> None:
    Intake.objects.create(
        request=request,
        key=entry.key,
        content=entry.content,
        channel=entry.channel,
        received_on=entry.received_on,
        initiative=entry.initiative,
        language=entry.language,
        contact_name=entry.contact.name,
        contact_email=entry.contact.email,
        contact_phone=entry.contact.phone,
        said=[
            {"question": x.question, "nl": x.label.nl, "en": x.label.en, "text": x.text} for x in entry.said
        ],
        link=entry.link.digest if entry.link else None,
        link_ends=entry.link.ends if entry.link else None,
        recorded_at=hand.now,
        recorded_by=hand.by,
    )
    hand.log(
        "request.received",
        "request",
        request.reference,
        request.reference,
        channel=entry.channel,
        initiative=entry.initiative,
        digest=digest(replace(entry, documents=(), mail=None, link=None)),
    )
