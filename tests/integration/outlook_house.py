"""Recommendations, context figures and interviews, for the tests; everything is made up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings

from openkader.base.text import Text
from openkader.casework.context_figures import ContextDraft, Part
from openkader.casework.interviews import (
    Consent,
    ConsentDraft,
    InterviewDraft,
    QuoteDraft,
    Speaker,
    load_interviews,
)
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.casework.recommendations import FollowUpDraft, FollowUpStatus
from openkader.register import services
from openkader.register.adopted_kaders import note_how_many, one_look
from openkader.register.context_entries import ContextEntry
from openkader.register.documents import DocumentEntry
from openkader.register.entries import RecommendationEntry
from openkader.register.intake_entries import MailEntry
from openkader.register.interview_entries import ConsentEntry, InterviewEntry, QuoteEntry, WithdrawalEntry
from openkader.register.kaders import assessor_of
from openkader.register.recommendation_entries import AddressEntry, FollowUpEntry
from openkader.register.recommendations import known_to

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
KADER = assessor_of("zuid-holland/2024-01-01").kader
with one_look():
    note_how_many(0)  # kaders adopted here: no database is open yet
    KNOWN = known_to(KADER)
PLAN = load_interviews(Path(settings.OPENKADER_PACKS) / "zuid-holland")
LETTER = "https://example.nl/besluit"
FOLLOWED = FollowUpDraft(
    status=FollowUpStatus.TAKEN_UP, period=Period.year(2029), what="Ermee begonnen.", seen=0
)


def advised(reference: str = "A-1", year: int = 2028, **changes: Any) -> str:
    entry = RecommendationEntry(
        reference=reference, year=year, text=Text(nl="Ga zo door.", en="Carry on like this.")
    )
    return services.record_recommendation(replace(entry, **changes), **HAND)


def addressed(reference: str = "A-1", hand: dict[str, Any] = HAND, **changes: Any) -> int:
    entry = AddressEntry(
        recommendation=reference, to=Text(nl="Bedachte Staten", en="Made-up States"), due=Period.year(2029)
    )
    return services.address_recommendation(replace(entry, **changes), **hand)


def followed(
    reference: str = "A-1",
    status: FollowUpStatus = FollowUpStatus.TAKEN_UP,
    hand: dict[str, Any] = HAND,
    file: DocumentEntry | None = None,
    **changes: Any,
) -> int:
    draft = replace(FOLLOWED, status=status, **changes)
    entry = FollowUpEntry(recommendation=reference, draft=draft)
    return services.follow_up_recommendation(entry, known=KNOWN, file=file, **hand)


TRADE = ContextDraft(
    name=Text(nl="Bedachte handel", en="Made-up trade"),
    value=Decimal("95.2"),
    unit=Text(nl="miljard euro", en="billion euros"),
    about=2029,
    title="Bedachte brief",
    parts=(
        Part(Text(nl="invoer", en="imports"), Decimal("59.4")),
        Part(Text(nl="uitvoer", en="exports"), Decimal("35.8")),
    ),
)


def said_by_others(
    year: int = 2030, file: DocumentEntry | None = None, hand: dict[str, Any] = HAND, **changes: Any
) -> str:
    entry = ContextEntry(reference="", year=year, draft=replace(TRADE, **changes), dated=Period.year(2029))
    return services.record_context_figure(entry, file=file, **hand)


TALK = InterviewDraft(
    speaker=Speaker(name="B. Verzonnen"),
    period=Period.month(2030, 4),
    by_whom="Anna Bedacht",
    themes=("growth", "upkeep"),
    called="een bedachte kweker",
    consent=Consent.WITH_NAME,
    how="per mail",
)
SAID = QuoteDraft(words="De vraag blijft groeien.", theme="growth", consent=Consent.WITHOUT_NAME)
TALKED = "INT-2030-1"


def interviewed(hand: dict[str, Any] = HAND, year: int = 2030, **changes: Any) -> str:
    entry = InterviewEntry(year=year, draft=replace(TALK, **changes))
    return services.note_interview(entry, plan=PLAN, **hand)


def quoted(interview: str = TALKED, hand: dict[str, Any] = HAND, **changes: Any) -> str:
    entry = QuoteEntry(interview=interview, draft=replace(SAID, **changes))
    return services.note_quote(entry, plan=PLAN, **hand)


def consented(
    consent: Consent = Consent.NOT_QUOTED,
    seen: int = 1,
    quote: str | None = None,
    interview: str = TALKED,
    hand: dict[str, Any] = HAND,
) -> None:
    draft = ConsentDraft(consent=consent, how="per brief", seen=seen)
    services.note_consent(ConsentEntry(interview=interview, draft=draft, quote=quote), **hand)


def withdrawn(quote: str | None = None, interview: str = TALKED, hand: dict[str, Any] = HAND) -> None:
    entry = WithdrawalEntry(interview=interview, how="per telefoon", quote=quote)
    services.withdraw_consent(entry, **hand)


def reminded(account: str = "eva") -> bool:
    mail = MailEntry(purpose="recommendation", to="eva@example.nl", subject="A", text="A")
    return services.remind_of_recommendation("A-1", account, mail, by=HAND["by"], now=NOW)


def _after(*before: Callable[[], object], then: Callable[[], object]) -> Callable[..., Callable[[], object]]:
    def prepare(*_: object) -> Callable[[], object]:
        for one in before:
            one()
        return then

    return prepare


PREPARED: dict[str, Callable[..., Callable[[], object]]] = {
    "address_recommendation": _after(advised, then=addressed),
    "follow_up_recommendation": _after(advised, then=followed),
    "remind_of_recommendation": _after(advised, addressed, then=reminded),
    "note_interview": _after(then=interviewed),
    "note_quote": _after(interviewed, then=quoted),
    "note_consent": _after(interviewed, then=consented),
    "withdraw_consent": _after(interviewed, quoted, then=withdrawn),
    "record_context_figure": _after(then=said_by_others),
    "strike_out_context_figure": _after(
        said_by_others, then=lambda: services.strike_out_context_figure("CX-2030-1", "Verkeerd.", **HAND)
    ),
}
