"""A closed dossier with all that goes to the archive: its rows, its documents, its kaders and its events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.base.text import Text
from openkader.casework.archiving import may_archive
from openkader.casework.life_cycle import State
from openkader.casework.permissions import Person
from openkader.casework.retention import (
    DossierFacts,
    Due,
    RecordKind,
    RetentionRule,
    RetentionSource,
    TermStatus,
    due_of,
)
from openkader.casework.vocabulary import Confidentiality
from openkader.kader import Assessment
from openkader.register import audit
from openkader.register.archiving.files import ShelvedFile, files_of
from openkader.register.archiving.held import Held, held_of
from openkader.register.batches import BATCH
from openkader.register.case_kaders import reassessed
from openkader.register.chain import Link
from openkader.register.destroying.dossiers import OVER, facts_of
from openkader.register.kaders import assessor_of, texts_of
from openkader.register.models import Activity, AuditEvent, Reference, Request, Tombstone
from openkader.register.models import Assessment as Stored
from openkader.register.retention import retention, retention_here
from openkader.register.selectors.trail import READ
from openkader.register.states import stand_of
from openkader.register.visibility import visible_requests

ARCHIVED = "dossier.archived"
_WEIGHED = ("reference", "kader", "kader_digest", "facts", "outcome", "settled", "recorded_at", "recorded_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderText:
    """A version of the kader as it lies here; without texts it is here no more, or in another form."""

    name: str
    digest: str
    texts: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """An assessment as it was stored, and made again by the very kader that made it; None where that is gone."""

    reference: str
    kader: str
    outcome: str
    settled: bool
    at: str
    by: str
    again: Assessment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How long the selection list has the dossier kept; without a rule that is unknown."""

    rule: RetentionRule | None
    source: RetentionSource | None
    due: Due | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedDossier:
    """All that goes, and what is named because it stays behind or is lost."""

    reference: str
    title: Text
    year: int
    state: State
    level: Confidentiality
    is_made_up: bool
    opened_on: date
    opened_by: str
    closed_on: date | None
    term: Term
    held: Held
    files: tuple[ShelvedFile, ...]
    lost: tuple[ShelvedFile, ...]
    kaders: tuple[KaderText, ...]
    assessments: tuple[Weighed, ...]
    events: tuple[Link, ...]


def archived_dossier(reference: str, *, reader: Person, today: date) -> ArchivedDossier:
    """The dossier to which a reference leads; refused while it is open, or when it was destroyed."""
    request = _request(reference, reader)
    state = stand_of(request, today).state
    gone = Tombstone.objects.filter(reference=request.reference).exists()
    if refusal := may_archive(request.reference, is_over=state in OVER, is_destroyed=gone):
        raise Refused(refusal)
    facts = facts_of([request])[request.pk]
    files, lost = files_of(request.pk)
    assessments = tuple(_weighed(request))
    return ArchivedDossier(
        reference=request.reference,
        title=Text(nl=request.title_nl, en=request.title_en),
        year=request.year,
        state=state,
        level=Confidentiality(request.confidentiality),
        is_made_up=facts.is_made_up,
        opened_on=request.starts_on or request.recorded_at.date(),
        opened_by=request.recorded_by,
        closed_on=facts.closed_on,
        term=_term(facts),
        held=held_of(request.pk),
        files=tuple(files),
        lost=tuple(lost),
        kaders=tuple(_kaders(request)),
        assessments=assessments,
        events=tuple(_events(request)),
    )


def kept_for_ever(*, reader: Person, today: date) -> list[str]:
    """The closed dossiers, where the term says that those stay for ever: they go to an archive one day.

    What was made up to practise with has no such term.
    """
    rule = retention().by_kind.get(RecordKind.REQUEST)
    if rule is None or rule.status is not TermStatus.KEPT:
        raise Refused(Refusal("archive.none-kept"))
    found = visible_requests(reader).filter(line__state__in=[str(one) for one in OVER])
    found = found.exclude(reference__in=Tombstone.objects.values("reference"))
    found = found.exclude(source__fictional=True).order_by("pk")
    return [one.reference for one in found.iterator(BATCH) if stand_of(one, today).state in OVER]


def _request(reference: str, reader: Person) -> Request:
    """By its own reference, or by that of something inside it."""
    known = Reference.objects.filter(reference=reference).values_list("dossier", flat=True).first()
    place = known or reference
    activity = Activity.objects.filter(reference=place).values_list("request__reference", flat=True).first()
    visible = visible_requests(reader).select_related("source", "line")
    found = visible.filter(reference=activity or place).first()
    if found is None:
        raise NotFound("request", reference[:80])
    return found


def _term(facts: DossierFacts) -> Term:
    terms = retention_here()
    rule = terms.by_kind.get(RecordKind.REQUEST) if terms else None
    if terms is None or rule is None:
        return Term(rule=None, source=None, due=None)
    return Term(rule=rule, source=terms.source_of(rule), due=due_of(terms, RecordKind.REQUEST, facts))


def _weighed(request: Request) -> Iterator[Weighed]:
    for row in Stored.objects.filter(request=request).order_by("pk").values(*_WEIGHED):
        yield Weighed(
            reference=row["reference"],
            kader=row["kader"],
            outcome=row["outcome"],
            settled=row["settled"],
            at=row["recorded_at"].isoformat(),
            by=row["recorded_by"],
            again=reassessed(row),
        )


def _kaders(request: Request) -> Iterator[KaderText]:
    """Every version by which it was weighed, as a whole, where it lies here with the same digest."""
    rows = Stored.objects.filter(request=request).order_by("kader", "kader_digest")
    for name, digest in rows.values_list("kader", "kader_digest").distinct():
        yield KaderText(name=name, digest=digest, texts=_texts(name, digest))


def _texts(name: str, digest: str) -> dict[str, str]:
    try:
        return texts_of(name) if assessor_of(name).kader.digest == digest else {}
    except NotFound:
        return {}


def _events(request: Request) -> Iterable[Link]:
    """What was done in it; that it was read or taken to an archive is for whoever checks the trail."""
    own = [request.reference, *request.activities.values_list("reference", flat=True)]
    rows = AuditEvent.objects.filter(dossier__in=own).exclude(action__in=(READ, ARCHIVED)).order_by("id")
    return (Link(**row) for row in rows.values(*audit.FIELDS))
