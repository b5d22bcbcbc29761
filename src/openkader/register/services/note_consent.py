"""Consent is noted anew; what was withdrawn is struck out, and only that there was an interview stays."""

from datetime import datetime

from openkader.casework.interviews import Consent, may_consent, may_withdraw
from openkader.casework.permissions import Act
from openkader.register.hand import require, writing
from openkader.register.interview_entries import ConsentEntry, WithdrawalEntry
from openkader.register.interviews import (
    add_consent,
    consent_now,
    interview_for_update,
    quote_of,
    speaker_of,
)
from openkader.register.models import InterviewSpeaker, InterviewWords


def note_consent(entry: ConsentEntry, *, by: str, now: datetime) -> None:
    """Note for what somebody gave consent, and how; noted twice by the same hand, it is one."""
    draft = entry.draft
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        row = interview_for_update(entry.interview)
        quote = quote_of(row, entry.quote)
        consents = list(row.consents.order_by("number"))
        newest = consents[-1] if consents else None
        if newest is not None and (newest.quote_id, newest.consent, newest.how, newest.by) == (
            *(quote.pk if quote else None, draft.consent),
            *(draft.how.strip(), by),
        ):
            return
        given = consent_now(consents)
        if quote is not None and given is not Consent.WITHDRAWN:
            given = consent_now(consents, quote.pk)
        number = newest.number if newest else 0
        require(may_consent(draft, given, speaker_of(row), number))
        assert draft.consent is not None  # noqa: S101 - the rule saw to it
        add_consent(row, quote, (draft.consent, draft.how), hand)
        about = ("quote", quote.reference) if quote else ("interview", row.reference)
        hand.log("consent.noted", *about, row.reference, consent=draft.consent)


def withdraw_consent(entry: WithdrawalEntry, *, by: str, now: datetime) -> None:
    """Take the words out altogether, and of a whole interview who spoke as well. Nobody has to say why."""
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        row = interview_for_update(entry.interview)
        quote = quote_of(row, entry.quote)
        consents = list(row.consents.all())
        given = consent_now(consents)
        if quote is not None and given is not Consent.WITHDRAWN:
            given = consent_now(consents, quote.pk)
        require(may_withdraw(entry.how, given))
        if quote is not None:
            InterviewWords.objects.filter(quote=quote).delete()
        else:
            InterviewWords.objects.filter(quote__interview=row).delete()
            InterviewSpeaker.objects.filter(interview=row).delete()
        add_consent(row, quote, (Consent.WITHDRAWN, entry.how), hand)
        about = ("quote", quote.reference) if quote else ("interview", row.reference)
        hand.log("consent.withdrawn", *about, row.reference)
