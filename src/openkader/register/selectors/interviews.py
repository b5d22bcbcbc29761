"""Interviews of a year: who, about what, and what may be used of each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from openkader.base.text import Text
from openkader.casework.interviews import Consent, narrowest
from openkader.casework.period import Period
from openkader.casework.permissions import Act, Person
from openkader.casework.vocabulary import PartyKind
from openkader.register.columns import period_of
from openkader.register.interviews import consent_now
from openkader.register.models import (
    Interview,
    InterviewConsent,
    InterviewQuote,
    InterviewSpeaker,
    InterviewTheme,
    Party,
)
from openkader.register.selectors.parties import party_name
from openkader.register.visibility import is_visible_party


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """Words of an interview; `words` is None where they were taken out. `consent` is the least of both."""

    reference: str
    theme: str
    words: str | None
    consent: Consent | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRow:
    """What was said of consent, and how."""

    consent: Consent
    quote: str | None
    how: str | None
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewRow:
    """An interview; `who` is None where that is withheld, taken out, or not for this reader."""

    reference: str
    period: Period | None
    by_whom: str
    who: Text | None
    party: str | None
    kind: PartyKind | None
    is_withheld: bool
    called: str | None
    themes: tuple[str, ...]
    consent: Consent | None
    consents: tuple[ConsentRow, ...]
    quotes: tuple[QuoteRow, ...]

    @property
    def may_count(self) -> bool:
        """Whether it counts in a text: nobody withdrew, and somebody said what may be used."""
        return self.consent is not None and self.consent.may_count


def interviews_of(year: int, *, reader: Person) -> tuple[InterviewRow, ...]:
    """The interviews of a year, for colleagues; a name is for who keeps them, and for whom it belongs to the task."""
    names = reader.may(Act.EVALUATE) or reader.may(Act.READ_CONTACTS)
    return tuple(_row(row, names=names) for row in _all(year, reader))


def interview_themes(year: int, *, reader: Person) -> Mapping[str, int]:
    """In how many interviews each theme came up, of those that may be used; the most first. No interview, no theme."""
    found = Counter(
        theme for row in interviews_of(year, reader=reader) if row.may_count for theme in row.themes
    )
    return dict(found.most_common())


def _all(year: int, reader: Person) -> QuerySet[Interview]:
    seen = Party.objects.filter(is_visible_party(reader))
    speakers = InterviewSpeaker.objects.prefetch_related(Prefetch("party", queryset=seen))
    quotes = InterviewQuote.objects.select_related("said").order_by("id")
    consents = InterviewConsent.objects.select_related("quote").order_by("number")
    return (
        Interview.objects.filter(year=year)
        .order_by("starts_on", "id")
        .prefetch_related(
            Prefetch("speaker", queryset=speakers),
            Prefetch("themes", queryset=InterviewTheme.objects.order_by("id")),
            Prefetch("quotes", queryset=quotes),
            Prefetch("consents", queryset=consents),
        )
    )


def _row(row: Interview, *, names: bool) -> InterviewRow:
    consents = list(row.consents.all())
    given = consent_now(consents)
    speaker = getattr(row, "speaker", None)
    party = speaker.party if speaker is not None and speaker.party_id else None
    name = speaker.name if speaker is not None and names else None
    who = party_name(party) if party is not None else (Text(nl=name, en=name) if name else None)
    return InterviewRow(
        reference=row.reference,
        period=period_of(vars(row)),
        by_whom=row.by_whom,
        who=who,
        party=party.reference if party is not None else None,
        kind=PartyKind(party.kind) if party is not None else None,
        is_withheld=row.is_withheld,
        called=speaker.called if speaker is not None else None,
        themes=tuple(one.theme for one in row.themes.all()),
        consent=given,
        consents=tuple(_consent(one) for one in consents),
        quotes=tuple(_quote(one, consents, given) for one in row.quotes.all()),
    )


def _consent(row: InterviewConsent) -> ConsentRow:
    return ConsentRow(
        consent=Consent(row.consent),
        quote=row.quote.reference if row.quote else None,
        how=row.how,
        at=row.at,
        by=row.by,
    )


def _quote(row: InterviewQuote, consents: list[InterviewConsent], given: Consent | None) -> QuoteRow:
    said = getattr(row, "said", None)
    return QuoteRow(
        reference=row.reference,
        theme=row.theme,
        words=said.words if said is not None else None,
        consent=narrowest(given, consent_now(consents, row.pk)),
    )
