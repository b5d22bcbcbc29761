"""What of a thing of the register can be made public: its fields as they are now, each by a key.

A person is never among them, and neither is a party of which nobody recorded what it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.permissions import Person
from openkader.casework.publishing import ItemForm, Offered, Subject, may_name_party
from openkader.casework.vocabulary import Confidentiality, PartyKind
from openkader.register.agreements import CASE
from openkader.register.cases import level_of
from openkader.register.columns import pair
from openkader.register.models import Activity, Agreement, AgreementDeed, EvaluationAdoption, Party
from openkader.register.publishing.persons import persons_known
from openkader.register.visibility import visible_or_alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One field that can be chosen: `value` is what would be frozen, None where nobody knows it.

    `words` are those in it that may name somebody.
    """

    key: str
    form: ItemForm
    value: object
    words: str = ""

    @property
    def label(self) -> str:
        """The code under which a page has the words for it, such as ``title`` or ``party``."""
        return self.key.partition(":")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """All that can be chosen of a subject, and what a rule has to know of it."""

    kind: Subject
    subject: str
    dossier: str
    title: Text
    level: Confidentiality | None
    is_fictional: bool
    items: tuple[Item, ...]
    names: frozenset[str] = field(repr=False)

    @property
    def as_rule(self) -> Offered:
        """As the rules want to see it; what is not known cannot be chosen."""
        known = [item for item in self.items if item.value is not None]
        return Offered(
            subject=self.kind,
            keys=frozenset(item.key for item in known),
            level=self.level,
            texts={item.key: item.words for item in known if item.words},
            names=self.names,
        )


def offer_of(kind: Subject, subject: str, person: Person) -> Offer:
    """What can be chosen of this subject by somebody who may see it; of what they may not see, nothing."""
    match kind:
        case Subject.AGREEMENT:
            return _of_agreement(subject, person)
        case Subject.ACTIVITY:
            return _of_activity(subject, person)
        case Subject.EVALUATION:
            return _of_evaluation(subject)


def _of_agreement(subject: str, person: Person) -> Offer:
    rows = Agreement.objects.filter(visible_or_alone(person, CASE), reference=subject)
    row = rows.select_related("activity__request", "activity__source", "source").first()
    if row is None:
        raise NotFound("agreement", subject[:80])
    deed: Any = AgreementDeed.objects.filter(agreement=row).order_by("-number").first()
    activity = row.activity
    named = Party.objects.filter(agreement_parties__deed=deed).order_by("agreement_parties__place")
    items = (
        _text("title", deed.title_nl, deed.title_en),
        _text("about", deed.about_nl, deed.about_en),
        Item(key="status", form=ItemForm.STATUS, value=deed.status),
        Item(key="country", form=ItemForm.COUNTRY, value=deed.country),
        _period("signed", deed),
        _day("from", deed.term_from),
        _day("until", deed.term_until),
        Item(key="years", form=ItemForm.WHOLE, value=deed.term_years),
        *_parties(named),
    )
    persons = Party.objects.filter(agreement_parties__deed__agreement=row)
    return Offer(
        kind=Subject.AGREEMENT,
        subject=row.reference,
        dossier=activity.reference if activity else row.reference,
        title=pair(deed.title_nl, deed.title_en) or Text(nl=row.reference, en=row.reference),
        level=level_of(activity) if activity else None,
        is_fictional=_made_up(row) or (activity is not None and _made_up(activity)),
        items=items,
        names=persons_known(persons, [activity] if activity else []),
    )


def _of_activity(subject: str, person: Person) -> Offer:
    rows = Activity.objects.filter(visible_or_alone(person), reference=subject)
    row = rows.select_related("request", "source").first()
    if row is None:
        raise NotFound("activity", subject[:80])
    named = Party.objects.filter(participations__activity=row, participations__dropped_out=False)
    items = (
        _text("title", row.title_nl, row.title_en),
        _text("aim", row.aim_nl, row.aim_en),
        Item(key="kind", form=ItemForm.KIND, value=row.kind),
        Item(key="standing", form=ItemForm.STANDING, value=row.standing),
        Item(key="country", form=ItemForm.COUNTRY, value=row.country),
        Item(
            key="place",
            form=ItemForm.TEXT,
            value=row.place and _both(row.place, row.place),
            words=row.place or "",
        ),
        _period("period", row),
        *_parties(named.order_by("participations__pk")),
    )
    return Offer(
        kind=Subject.ACTIVITY,
        subject=row.reference,
        dossier=row.reference,
        title=Text(nl=row.title_nl, en=row.title_en),
        level=level_of(row),
        is_fictional=_made_up(row),
        items=items,
        names=persons_known(None, [row]),
    )


def _of_evaluation(subject: str) -> Offer:
    """Only an adopted one: that is for everybody already, so its level is known."""
    row = (
        EvaluationAdoption.objects.filter(evaluation__reference=subject).select_related("evaluation").first()
    )
    if row is None:
        raise NotFound("evaluation", subject[:80])
    year = row.evaluation.year
    items = (
        Item(key="year", form=ItemForm.WHOLE, value=year),
        _day("adopted", row.at.date()),
        Item(key="digest", form=ItemForm.TEXT, value=_both(row.sha256, row.sha256)),
    )
    return Offer(
        kind=Subject.EVALUATION,
        subject=row.evaluation.reference,
        dossier=row.evaluation.reference,
        title=Text(nl=f"Evaluatie {year}", en=f"Evaluation {year}"),
        level=Confidentiality.PUBLIC,
        is_fictional=Activity.objects.filter(year=year, source__fictional=True).exists(),
        items=items,
        names=frozenset(),
    )


def _both(nl: str, en: str) -> dict[str, str]:
    return {"nl": nl, "en": en}


def _text(key: str, nl: str | None, en: str | None) -> Item:
    value = None if nl is None or en is None else _both(nl, en)
    return Item(key=key, form=ItemForm.TEXT, value=value, words=" ".join((nl or "", en or "")).strip())


def _day(key: str, day: date | None) -> Item:
    return Item(key=key, form=ItemForm.DAY, value=day and day.isoformat())


def _period(key: str, row: Any) -> Item:
    known = row.precision is not None
    value = (
        {
            "from": row.starts_on.isoformat(),
            "to": row.ends_on.isoformat(),
            "precision": row.precision,
        }
        if known
        else None
    )
    return Item(key=key, form=ItemForm.PERIOD, value=value)


def _parties(rows: Iterable[Party]) -> list[Item]:
    """The organisations that take part, each on its own; a name that somebody also bears is caught by the rule."""
    found = {one.reference: one for one in rows if may_name_party(PartyKind(one.kind)) and one.name}
    return [
        Item(
            key=f"party:{reference}",
            form=ItemForm.PARTY,
            value=_both(one.name, one.name),
            words=one.name,
        )
        for reference, one in found.items()
    ]


def _made_up(row: Agreement | Activity) -> bool:
    return row.source is not None and row.source.fictional
