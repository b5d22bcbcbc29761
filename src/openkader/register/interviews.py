"""Interviews as their services and pages want to see them: what consent there is now."""

from collections.abc import Iterable

from openkader.base.errors import NotFound
from openkader.casework.interviews import FILE, Consent, InterviewPlan, Speaker, load_interviews
from openkader.register.hand import Hand
from openkader.register.models import Interview, InterviewConsent, InterviewQuote
from openkader.register.pack_files import loaded


def interviews_here() -> InterviewPlan | None:
    """Which themes this organisation interviews about; None where it has no list of them."""
    return loaded(FILE, load_interviews)


def interview_for_update(reference: str) -> Interview:
    """The interview, held until the transaction ends."""
    found = Interview.objects.select_for_update().filter(reference=reference).first()
    if found is None:
        raise NotFound("interview", reference[:80])
    return found


def quote_of(row: Interview, reference: str | None) -> InterviewQuote | None:
    """A quote of this interview; that of another is not there."""
    if reference is None:
        return None
    found = row.quotes.filter(reference=reference).first()
    if found is None:
        raise NotFound("quote", reference[:80])
    return found


def consent_now(consents: Iterable[InterviewConsent], quote: int | None = None) -> Consent | None:
    """The newest consent of an interview, or of one of its quotes; None where nobody said."""
    mine = [one for one in consents if one.quote_id == quote]
    return Consent(max(mine, key=lambda one: one.number).consent) if mine else None


def speaker_of(row: Interview) -> Speaker:
    """With whom it was, as the rules know it; who was taken out is as good as withheld."""
    speaker = getattr(row, "speaker", None)
    if speaker is None or row.is_withheld:
        return Speaker(is_withheld=True)
    party = speaker.party.reference if speaker.party_id else None
    return Speaker(party=party, name=speaker.name or "")


def add_consent(row: Interview, quote: InterviewQuote | None, said: tuple[Consent, str], hand: Hand) -> None:
    """Note what was said of consent, after all that was said before."""
    newest = row.consents.order_by("-number").values_list("number", flat=True).first() or 0
    consent, how = said
    InterviewConsent.objects.create(
        interview=row,
        quote=quote,
        number=newest + 1,
        consent=consent,
        how=how.strip() or None,
        at=hand.now,
        by=hand.by,
    )
