"""The quotes of a year, with what consent there is now; read anew each time, as it can be withdrawn."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, OuterRef, QuerySet, Subquery

from openkader.base.text import Text
from openkader.casework.interviews import Consent, narrowest, told_beside
from openkader.casework.permissions import Person
from openkader.register.models import EvaluationAdoption, InterviewConsent, InterviewQuote
from openkader.register.quoting import NamedQuotes, UsableQuote
from openkader.register.selectors.parties import party_name
from openkader.register.visibility import of_visible_party

SOMEBODY = Text(nl="een geïnterviewde", en="an interviewee")
_SPEAKER = "interview__speaker__party"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quote:
    """A quote with the least consent of it and its interview; `usable` is None where it may not be used."""

    reference: str
    consent: Consent | None
    usable: UsableQuote | None


def quotes_of(year: int, reader: Person) -> tuple[UsableQuote, ...]:
    """The quotes of a year that may be used, each with who said it as far as that may be told."""
    return tuple(one.usable for one in map(_quote, _all(year, reader)) if one.usable is not None)


def quotes_beside(year: int, reader: Person) -> tuple[UsableQuote, ...]:
    """The same for who reads those of one interview beside each other: with the name where each of them may have it."""
    rows = list(_all(year, reader))
    said: defaultdict[int, list[Consent | None]] = defaultdict(list)
    for row in rows:
        said[row.interview_id].append(_consent(row))
    found = (_quote(row, told_beside(said[row.interview_id])) for row in rows)
    return tuple(one.usable for one in found if one.usable is not None)


def quotes_named(year: int, references: Collection[str], reader: Person) -> NamedQuotes:
    """Those of the year that are named, as far as the register has them; without a name nothing is read."""
    if not references:
        return NamedQuotes()
    found = [_quote(row) for row in _all(year, reader).filter(reference__in=references)]
    return NamedQuotes(
        usable={one.reference: one.usable for one in found if one.usable is not None},
        withdrawn=frozenset(one.reference for one in found if one.consent is Consent.WITHDRAWN),
        not_allowed=frozenset(
            one.reference for one in found if one.usable is None and one.consent is not Consent.WITHDRAWN
        ),
    )


def frozen_salt(year: int) -> str:
    """The number with which the fingerprints of an adopted evaluation were taken; for the house."""
    rows = EvaluationAdoption.objects.filter(evaluation__year=year)
    return str(rows.values_list("inside__salt", flat=True).first() or "")


def _all(year: int, reader: Person) -> QuerySet[InterviewQuote]:
    """Every quote with its words, who spoke, and the newest consent of it and of its interview: one question."""
    of_all = InterviewConsent.objects.filter(interview=OuterRef("interview"), quote=None)
    of_this = InterviewConsent.objects.filter(quote=OuterRef("pk"))
    seen = ExpressionWrapper(of_visible_party(reader, _SPEAKER), output_field=BooleanField())
    return (
        InterviewQuote.objects.filter(interview__year=year)
        .annotate(of_all=_newest(of_all), of_this=_newest(of_this), is_seen=seen)
        .select_related("said", _SPEAKER)
        .order_by("interview__starts_on", "interview", "id")
    )


def _newest(consents: QuerySet[InterviewConsent]) -> Subquery:
    return Subquery(consents.order_by("-number").values("consent")[:1])


def _consent(row: Any) -> Consent | None:
    """The least of what may be done with a quote and with its interview."""
    return narrowest(*(Consent(one) if one else None for one in (row.of_all, row.of_this)))


def _quote(row: Any, most: Consent | None = None) -> _Quote:
    """A quote; who said it as its consent allows, or `most`, which is narrower."""
    consent = _consent(row)
    said = getattr(row, "said", None)
    usable = None
    if said is not None and consent is not None and consent.may_quote:
        usable = UsableQuote(
            reference=row.reference, words=said.words, said_of=_said_of(row, most or consent), theme=row.theme
        )
    return _Quote(reference=row.reference, consent=consent, usable=usable)


def _said_of(row: Any, consent: Consent) -> Text:
    """By whom it was said, as far as consent allows and whoever reads this may see."""
    speaker = getattr(row.interview, "speaker", None)
    if speaker is None:
        return SOMEBODY
    if consent is Consent.WITH_NAME and speaker.party_id and row.is_seen:
        return party_name(speaker.party)
    named = consent is Consent.WITH_NAME and not speaker.party_id and speaker.name
    said = named or speaker.called
    return Text(nl=said, en=said) if said else SOMEBODY
