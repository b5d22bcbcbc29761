"""Agreements as they are stored: every deed whole, and how it stands kept with the agreement itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.agreements import (
    ClauseStated,
    DeedKind,
    PartyRole,
    PartyStated,
    Side,
    Stated,
    Term,
    TermKind,
    Whose,
)
from openkader.casework.vocabulary import AgreementStatus
from openkader.register.batches import BATCH
from openkader.register.columns import period_of
from openkader.register.documents import Recognised, shelf_columns
from openkader.register.entries import AgreementEntry, Grounded
from openkader.register.hand import Hand, both, dated, digest, parties, typed
from openkader.register.models import (
    Activity,
    Agreement,
    AgreementClause,
    AgreementDeed,
    AgreementParty,
)
from openkader.register.visibility import visible_or_alone

FORMS, VALUES = "agreement_forms", "agreement_values"
NOBODY: Mapping[str, int] = {}
# What leads from an agreement to the request whose visibility it follows.
CASE = "activity__request__"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A deed as it is written down: what is stated, and on what that rests."""

    agreement: Agreement
    number: int
    kind: DeedKind
    stated: Stated
    digest: str
    ground: Grounded
    evaluation: str | None = None
    reason: str | None = None
    url: str | None = None
    file: Recognised | None = None


def agreement_for_update(reference: str, hand: Hand) -> Agreement:
    """The agreement, held until the transaction ends; that of a case that the hand may not see is not there."""
    query = Agreement.objects.filter(visible_or_alone(hand.person, CASE))
    query = query.select_for_update(of=("self",)).select_related("activity")
    found = query.filter(reference=reference).first()
    if found is None:
        raise NotFound("agreement", reference[:80])
    return found


def newest_deed(agreement: Agreement) -> AgreementDeed:
    """The deed that counts."""
    found = agreement.deeds.prefetch_related("parties__party", "clauses").order_by("-number").first()
    if found is None:  # every agreement was noted
        raise NotFound("agreement", agreement.reference)
    return found


def stated_of(deed: AgreementDeed) -> Stated:
    """What a deed states, as the rules want to see it."""
    return stated_from(
        vars(deed),
        [{**vars(one), "reference": one.party and one.party.reference} for one in deed.parties.all()],
        [vars(one) for one in deed.clauses.all()],
    )


def stated_from(
    row: Mapping[str, Any], bound: Iterable[Mapping[str, Any]], clauses: Iterable[Mapping[str, Any]]
) -> Stated:
    """The same from what was read of a deed, of its parties in order and of its clauses."""
    return Stated(
        form=row["form"],
        status=AgreementStatus(row["status"]),
        title=_text(row, "title"),
        about=_text(row, "about"),
        whose=Whose(row["whose"]) if row["whose"] else None,
        country=row["country"],
        on=period_of(row),
        term=Term(
            starts_on=row["term_from"],
            kind=TermKind(row["term_kind"]) if row["term_kind"] else None,
            until=row["term_until"],
            years=row["term_years"],
        ),
        parties=tuple(_party(one) for one in sorted(bound, key=lambda one: one["place"])),
        clauses=tuple(
            ClauseStated(topic=one["topic"], is_in=one["is_in"], words=one["words"])
            for one in sorted(clauses, key=lambda one: str(one["topic"]))
        ),
    )


def _party(row: Mapping[str, Any]) -> PartyStated:
    return PartyStated(
        side=Side(row["side"]) if row["side"] else None,
        role=PartyRole(row["role"]),
        party=row["reference"],
        description=_text(row, "description"),
    )


def _text(row: Mapping[str, Any], name: str) -> Text | None:
    nl, en = row[f"{name}_nl"], row[f"{name}_en"]
    return Text(nl=nl, en=en) if nl is not None else None


def kept(stated: Stated) -> dict[str, object]:
    """How an agreement stands, as lists and figures find it."""
    return {
        **both("title", stated.title),
        "form": stated.form,
        "status": stated.status,
        "whose": stated.whose,
        "country": stated.country,
        "term_kind": stated.term.kind,
        "runs_until": stated.term.until,
        "ends_by": stated.ends_by,
    }


def write_deeds(written: Sequence[Written], hand: Hand, bound: Mapping[str, int] = NOBODY) -> None:
    """Store deeds with their parties and clauses; `bound` are the keys of those that stood in it already.

    Whom it bound before it goes on to bind, also where the hand may not see that party.
    """
    named = {one.party for deed in written for one in deed.stated.parties}
    keys = parties(named - set(bound), hand)
    keys.update(bound.items())
    rows = AgreementDeed.objects.bulk_create((_row(deed, hand) for deed in written), batch_size=BATCH)
    pairs = list(zip(rows, written, strict=True))
    AgreementParty.objects.bulk_create(
        (
            AgreementParty(
                **both("description", one.description),
                deed=row,
                place=place,
                side=one.side,
                role=one.role,
                party_id=keys[one.party],
            )
            for row, deed in pairs
            for place, one in enumerate(deed.stated.parties, start=1)
        ),
        batch_size=BATCH,
    )
    AgreementClause.objects.bulk_create(
        (
            AgreementClause(deed=row, topic=one.topic, is_in=one.is_in, words=one.words)
            for row, deed in pairs
            for one in deed.stated.clauses
        ),
        batch_size=BATCH,
    )


def _row(deed: Written, hand: Hand) -> AgreementDeed:
    stated, term = deed.stated, deed.stated.term
    return AgreementDeed(
        **hand.grounded(deed.ground),
        **dated(stated.on),
        **both("title", stated.title),
        **both("about", stated.about),
        **shelf_columns(deed.file),
        agreement=deed.agreement,
        number=deed.number,
        kind=deed.kind,
        digest=deed.digest,
        form=stated.form,
        status=stated.status,
        whose=stated.whose,
        country=stated.country,
        term_from=term.starts_on,
        term_kind=term.kind,
        term_until=term.until,
        term_years=term.years,
        evaluation=typed(deed.evaluation),
        reason=typed(deed.reason),
        url=deed.url,
    )


def enter_agreements(made: Sequence[tuple[Activity | None, AgreementEntry]], hand: Hand) -> None:
    """Store agreements that came in with a source, each with the deed that notes it."""
    rows = Agreement.objects.bulk_create(
        (
            Agreement(
                **hand.counted(entry),
                **kept(entry.stated),
                year=activity.year if activity else entry.year or hand.today.year,
                activity=activity,
            )
            for activity, entry in made
        ),
        batch_size=BATCH,
    )
    write_deeds(
        [
            Written(
                agreement=row,
                number=1,
                kind=DeedKind.NOTED,
                stated=entry.stated,
                digest=digest(entry),
                ground=entry,
            )
            for row, (_, entry) in zip(rows, made, strict=True)
        ],
        hand,
    )
