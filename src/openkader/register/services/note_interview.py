"""An interview for the outlook is noted, with words worth quoting; what may be used of it follows from its consent."""

from datetime import datetime

from openkader.casework.interviews import InterviewPlan, may_interview, may_quote
from openkader.casework.permissions import Act
from openkader.register import audit
from openkader.register.hand import Hand, claim_references, dated, parties, require, typed, writing
from openkader.register.interview_entries import InterviewEntry, QuoteEntry
from openkader.register.interviews import add_consent, consent_now, interview_for_update
from openkader.register.models import (
    Interview,
    InterviewQuote,
    InterviewSpeaker,
    InterviewTheme,
    InterviewWords,
)
from openkader.register.numbering import next_reference


def note_interview(entry: InterviewEntry, *, plan: InterviewPlan, by: str, now: datetime) -> str:
    """Note with whom, when and about what; noted twice, it is one. The trail keeps nothing of who it was."""
    draft = entry.draft
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        audit.wait_for_turn()  # two clicks: the second finds the first
        require(may_interview(draft, plan.codes, hand.today))
        keys = parties([draft.speaker.party], hand)
        known = _same(entry, keys[draft.speaker.party], by)
        if known is not None:
            return known
        reference = next_reference(f"{plan.prefix}-{entry.year}-")
        claim_references([(reference, reference)], kind="interview")
        row = Interview.objects.create(
            **dated(draft.period),
            reference=reference,
            year=entry.year,
            by_whom=draft.by_whom.strip(),
            is_withheld=draft.speaker.is_withheld,
            recorded_at=hand.now,
            recorded_by=hand.by,
        )
        _add_beside(row, entry, keys[draft.speaker.party], hand)
        hand.log("interview.noted", "interview", reference, reference, consent=draft.consent)
    return reference


def note_quote(entry: QuoteEntry, *, plan: InterviewPlan, by: str, now: datetime) -> str:
    """Keep words of an interview with their theme; kept twice, they are one."""
    draft = entry.draft
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        row = interview_for_update(entry.interview)
        themes = set(row.themes.values_list("theme", flat=True))
        given = consent_now(row.consents.all())
        require(may_quote(draft, themes, plan.longest_quote, given))
        words = draft.words.strip()
        same = row.quotes.filter(theme=draft.theme, said__words=words).first()
        if same is not None:
            return str(same.reference)
        reference = next_reference(f"{row.reference}-C")
        claim_references([(reference, row.reference)], kind="quote")
        quote = InterviewQuote.objects.create(
            interview=row, reference=reference, theme=draft.theme, at=hand.now, by=hand.by
        )
        InterviewWords.objects.create(quote=quote, words=words)
        if draft.consent is not None:
            add_consent(row, quote, (draft.consent, ""), hand)
        hand.log("quote.noted", "quote", reference, row.reference, consent=draft.consent)
    return reference


def _add_beside(row: Interview, entry: InterviewEntry, party: int | None, hand: Hand) -> None:
    draft = entry.draft
    called, name = typed(draft.called), typed(draft.speaker.name)
    if party is not None or name or called:
        InterviewSpeaker.objects.create(interview=row, party_id=party, name=name, called=called)
    themes = dict.fromkeys(draft.themes)
    InterviewTheme.objects.bulk_create(InterviewTheme(interview=row, theme=theme) for theme in themes)
    if draft.consent is not None:
        add_consent(row, None, (draft.consent, draft.how), hand)


def _same(entry: InterviewEntry, party: int | None, by: str) -> str | None:
    """The interview that this hand noted just so already; where nobody is named no two can be told to be one."""
    draft = entry.draft
    name = typed(draft.speaker.name)
    if party is None and name is None:
        return None
    rows = Interview.objects.filter(
        **dated(draft.period), year=entry.year, by_whom=draft.by_whom.strip(), recorded_by=by
    )
    found = rows.filter(speaker__party=party, speaker__name=name)
    return found.values_list("reference", flat=True).first()
