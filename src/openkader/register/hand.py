"""The hand that writes: one transaction, the records it enters, and the events of that."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeVar

from django.db import IntegrityError, models, transaction

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE, Act, Person, TokenHand
from openkader.register import audit
from openkader.register.batches import BATCH, few_at_a_time
from openkader.register.chain import fingerprint
from openkader.register.entries import Counted, Grounded
from openkader.register.models import Reference, Tombstone
from openkader.register.moments import day_of
from openkader.register.people import acting_as
from openkader.register.visibility import visible_parties

E = TypeVar("E", bound=Counted)
M = TypeVar("M", bound=models.Model)


class Beside(Protocol):
    """What follows from some dossiers, worked out and still to be stored."""

    def rests_on(self, dossiers: Collection[str]) -> bool:
        """Whether it might have come out otherwise by what was done in these dossiers."""

    def store(self) -> None:
        """Put it in the place of what stood there."""


# Stops a change that rests on what is so no more; asked once its record is held, so that nobody changes it after.
Still = Callable[[], None]
# Works out what follows from the changed dossiers, given the moment and the day.
Keeper = Callable[[Collection[str], datetime, date], Beside]
_BESIDE: list[Keeper] = []


@dataclass(slots=True, kw_only=True)
class Hand:
    """Who writes, when, what they may see, and from which source it is copied (None: it was made here)."""

    by: str
    now: datetime
    person: Person
    source_id: int | None = None
    is_closing: bool = False  # only reads, or destroys: nothing is added to a dossier that was destroyed
    tells_each: bool = True  # not where one event tells of all that belongs to a case
    keeps_lines: bool = True  # not where they are entered with the cases, or nothing of a case changes
    events: list[audit.Draft] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The day on which the organisation lives."""
        return day_of(self.now)

    def grounded(self, entry: Grounded) -> dict[str, object]:
        """The columns that every record has."""
        return {
            "passage": entry.passage,
            **both("remark", entry.remark),
            "source_id": self.source_id,
            "recorded_at": self.now,
            "recorded_by": self.by,
        }

    def counted(self, entry: Counted) -> dict[str, object]:
        """The columns of a record with a reference."""
        return {**self.grounded(entry), "reference": entry.reference, "number": entry.number}

    def enter(
        self, model: type[M], kind: str, entries: Sequence[E], columns: Callable[[E], dict[str, object]]
    ) -> list[M]:
        """Store records that stand on their own, each with its event."""
        claim_references([(entry.reference, entry.reference) for entry in entries], kind=kind)
        rows = [model(**self.counted(entry), **columns(entry)) for entry in entries]
        for entry in entries if self.tells_each else ():
            self.log(f"{kind}.recorded", kind, entry.reference, entry.reference, digest=digest(entry))
        return model._default_manager.bulk_create(rows, batch_size=BATCH)

    def log(self, action: str, kind: str, reference: str, dossier: str, **detail: object) -> None:
        """Note the event of a change; it is written when the hand is lifted."""
        through = {"token": self.by.token} if isinstance(self.by, TokenHand) else {}
        self.events.append(audit.Draft(action, kind, reference, dossier, detail | through))


def keep_beside(keeper: Keeper) -> None:
    """What is kept with every change from now on; said once, when the house opens, for it rests on all of the case."""
    _BESIDE.append(keeper)


@contextmanager
def writing(*, by: str, now: datetime, act: Act | None, source_id: int | None = None) -> Iterator[Hand]:
    """One change: everything that is entered and its events, in one transaction or not at all.

    `act` is what somebody wants to do, which their roles have to allow at this moment; None is work of
    the house itself, such as screening whoever waits.

    The events go into the chain at the end, so that writers queue for it as briefly as they can: what is
    kept beside a change is worked out before that, and again only where another was at the same dossier meanwhile.
    """
    with transaction.atomic():
        person = HOUSE if act is None else acting_as(by)
        require(None if act is None else person.refuses(act))
        hand = Hand(by=by, now=now, person=person, source_id=source_id)
        yield hand
        if hand.events:
            _keep_beside(hand)
        audit.append(hand.events, by=by, now=now)


def _keep_beside(hand: Hand) -> None:
    """Store what follows from a change, as it is when everybody who was before us has ended."""
    dossiers = {event.dossier for event in hand.events}
    keepers = _BESIDE if hand.keeps_lines else []
    seen = audit.newest() if keepers else 0
    ready = [keep(dossiers, hand.now, hand.today) for keep in keepers]
    # Nobody ends between here and our own end.
    others = audit.dossiers_since(seen) if keepers and audit.hold_end().sequence > seen else set()
    if not hand.is_closing:
        _require_undestroyed(dossiers)
    for keep, beside in zip(keepers, ready, strict=True):
        (keep(dossiers, hand.now, hand.today) if beside.rests_on(others) else beside).store()


def _require_undestroyed(dossiers: Collection[str]) -> None:
    """Nothing is written in a dossier of which only a tombstone is left."""
    for few in few_at_a_time(sorted(dossiers)):
        for reference in Tombstone.objects.filter(reference__in=few).values_list("reference", flat=True):
            raise Refused(Refusal("dossier.destroyed", {"reference": reference}))


def unseen() -> None:
    """Whoever changes it did not say what they saw."""


def both(name: str, text: Text | None) -> dict[str, object]:
    """The two columns of a bilingual text."""
    return {f"{name}_nl": text.nl if text else None, f"{name}_en": text.en if text else None}


def dated(period: Period | None) -> dict[str, object]:
    """The three columns of a period; unknown leaves all three empty."""
    if period is None:
        return {"starts_on": None, "ends_on": None, "precision": None}
    return {"starts_on": period.starts_on, "ends_on": period.ends_on, "precision": period.precision}


def typed(text: str | None) -> str | None:
    """What was typed, or unknown where nothing was."""
    return (text or "").strip() or None


def claim_references(pairs: Sequence[tuple[str, str]], *, kind: str) -> None:
    """Give references out, each with its dossier, once and for ever; one given before is refused."""
    for start in range(0, len(pairs), BATCH):
        batch = pairs[start : start + BATCH]
        query = Reference.objects.filter(reference__in=[reference for reference, _ in batch])
        for reference in query.order_by("reference").values_list("reference", flat=True):
            raise Refused(Refusal("reference.taken", {"reference": reference}))
        try:
            Reference.objects.bulk_create(
                Reference(reference=reference, object_kind=kind, dossier=dossier)
                for reference, dossier in batch
            )
        except IntegrityError as error:
            # Another writer took it since we looked, or it stands twice in what we were handed.
            raise Refused(Refusal("reference.taken", {"reference": batch[0][0]})) from error


def parties(references: Iterable[str | None], hand: Hand) -> dict[str | None, int | None]:
    """The key of each party that is named; one that is not registered, or not to be seen, is not found."""
    wanted = {reference for reference in references if reference}
    found: dict[str | None, int | None] = {None: None}
    if wanted:
        # All of them when many are asked for: a database takes only so many names in one question.
        query = visible_parties(hand.person)
        query = query.filter(reference__in=wanted) if len(wanted) < BATCH else query
        found |= dict(query.values_list("reference", "pk"))
    for reference in sorted(wanted - set(found)):
        raise NotFound("party", reference)
    return found


def require(refusal: Refusal | None) -> None:
    """Stop with the reason when a rule forbids it."""
    if refusal is not None:
        raise Refused(refusal)


def digest(entry: object) -> str:
    """The fingerprint of what was entered.

    The trail keeps this and not the words: it can never be rewritten, and names of
    people must be removable when the law says so.
    """
    return fingerprint(audit.plain(asdict(entry)))  # type: ignore[call-overload]
