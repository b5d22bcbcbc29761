"""Interviews of a year as far as a text may use them: who spoke and what was said only by consent, whoever reads."""

from collections.abc import Collection
from dataclasses import dataclass

from openkader.casework.interviews import Consent
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import PartyKind
from openkader.register.models import Party
from openkader.register.quoting import UsableQuote
from openkader.register.selectors.hits import seen_dossier
from openkader.register.selectors.interviews import InterviewRow, interviews_of
from openkader.register.selectors.quotes import quotes_beside


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldInterview:
    """An interview without who it was; of one that does not count only that it was, when, and with which consent.

    `dossier` is where the party came in of which something is told, for whoever notes that it was read.
    """

    reference: str
    period: Period | None
    consent: Consent | None
    may_count: bool
    kind: PartyKind | None
    themes: tuple[str, ...]
    quotes: tuple[UsableQuote, ...]
    dossier: str | None


def interviews_told(year: int, *, reader: Person) -> tuple[ToldInterview, ...]:
    """The interviews of a year in their order, each with the quotes that may be used."""
    rows = interviews_of(year, reader=reader)
    usable = {one.reference: one for one in quotes_beside(year, reader)}
    dossiers = _dossiers({row.party for row in rows if row.party and row.may_count}, reader)
    return tuple(_told(row, usable, dossiers) for row in rows)


def _told(row: InterviewRow, usable: dict[str, UsableQuote], dossiers: dict[str, str]) -> ToldInterview:
    counts = row.may_count
    return ToldInterview(
        reference=row.reference,
        period=row.period,
        consent=row.consent,
        may_count=counts,
        kind=row.kind if counts else None,
        themes=row.themes if counts else (),
        quotes=tuple(usable[one.reference] for one in row.quotes if one.reference in usable),
        dossier=dossiers.get(row.party) if row.party and counts else None,
    )


def _dossiers(parties: Collection[str], reader: Person) -> dict[str, str]:
    """In which case each of these parties came in, as far as the reader may see that."""
    if not parties:
        return {}
    rows = Party.objects.filter(reference__in=parties)
    return dict(rows.values_list("reference", seen_dossier("reference", reader)))
