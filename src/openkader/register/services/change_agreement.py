"""What becomes of an agreement: it is signed, renewed, ended or corrected; each adds a deed, and nothing is edited."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.agreements import (
    DeedKind,
    Stated,
    fits,
    may_add,
    may_correct,
    may_end,
    may_renew,
    may_sign,
    may_state,
)
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import AgreementStatus
from openkader.kader import Kader
from openkader.register.agreement_entries import DeedEntry, EndEntry
from openkader.register.agreements import (
    FORMS,
    VALUES,
    Written,
    agreement_for_update,
    kept,
    newest_deed,
    stated_of,
    write_deeds,
)
from openkader.register.documents import DocumentEntry, recognised
from openkader.register.entries import Grounded
from openkader.register.hand import Hand, Still, digest, require, unseen, writing
from openkader.register.kaders import codes
from openkader.register.models import Agreement

# Given what is stated now: why what is to be stated may not be.
Rule = Callable[[Stated, Stated, Hand], Refusal | None]
_ACTIONS = {
    DeedKind.SIGNED: "agreement.signed",
    DeedKind.RENEWED: "agreement.renewed",
    DeedKind.ENDED: "agreement.ended",
    DeedKind.CORRECTED: "agreement.corrected",
}


@dataclass(frozen=True, slots=True)
class _Deed:
    """A deed on its way: what was handed in, what it will state given what is stated, and which rule it asks."""

    kind: DeedKind
    entry: DeedEntry | EndEntry
    then: Callable[[Stated], Stated]
    rule: Rule
    file: DocumentEntry | None = None


def sign_agreement(
    entry: DeedEntry, *, kader: Kader, by: str, now: datetime, file: DocumentEntry | None = None
) -> int:
    """Note that what was intended was signed, with what it says in the end; the number of the deed."""
    then = replace(entry.stated, status=AgreementStatus.SIGNED)

    def rule(before: Stated, after: Stated, hand: Hand) -> Refusal | None:
        return may_sign(before, after) or _states(after, kader, hand)

    return _add(_Deed(DeedKind.SIGNED, entry, lambda _: then, rule, file), by, now)


def renew_agreement(
    entry: DeedEntry, *, kader: Kader, by: str, now: datetime, file: DocumentEntry | None = None
) -> int:
    """Give it a longer term, once it was said what was done with it."""
    then = replace(entry.stated, status=AgreementStatus.RENEWED)

    def rule(before: Stated, after: Stated, hand: Hand) -> Refusal | None:
        return may_renew(before, after, entry.evaluation) or _states(after, kader, hand)

    return _add(_Deed(DeedKind.RENEWED, entry, lambda _: then, rule, file), by, now)


def correct_agreement(
    entry: DeedEntry, *, kader: Kader, by: str, now: datetime, file: DocumentEntry | None = None
) -> int:
    """State it otherwise, with the reason; what was stated before stays to be read."""

    def rule(before: Stated, after: Stated, hand: Hand) -> Refusal | None:
        refusal = may_correct(before, after, entry.reason, adds_file=file is not None)
        return refusal or _states(after, kader, hand)

    return _add(_Deed(DeedKind.CORRECTED, entry, lambda _: entry.stated, rule, file), by, now)


def end_agreement(entry: EndEntry, *, by: str, now: datetime, file: DocumentEntry | None = None) -> int:
    """Note that it ran out, is not renewed, was ended or will not be signed; and what was done with it."""

    def then(before: Stated) -> Stated:
        return replace(before, status=entry.status, on=entry.on)

    def rule(before: Stated, after: Stated, hand: Hand) -> Refusal | None:
        return may_end(before, after, entry.evaluation, hand.today) or fits(after)

    return _add(_Deed(DeedKind.ENDED, entry, then, rule, file), by, now)


def give_agreement(
    agreement: str, owner: str | None, *, by: str, now: datetime, still: Still = unseen
) -> None:
    """Name the account that sees to it; None is whoever works on the case, or else every adviser."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = agreement_for_update(agreement, hand)
        still()
        if row.owner == owner:
            return
        row.owner = owner
        row.save(update_fields=["owner"])
        hand.log("agreement.given", "agreement", agreement, _dossier(row))


def _states(stated: Stated, kader: Kader, hand: Hand) -> Refusal | None:
    return may_state(stated, codes(kader, VALUES), codes(kader, FORMS), hand.today)


def _add(deed: _Deed, by: str, now: datetime) -> int:
    documents = recognised([deed.file] if deed.file else [])
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = agreement_for_update(deed.entry.agreement, hand)
        newest, said = newest_deed(row), digest(deed.entry)
        if (newest.kind, newest.digest, newest.recorded_by) == (deed.kind, said, by):
            return int(newest.number)  # a second click
        require(may_add(deed.entry.seen, newest.number))
        before = stated_of(newest)
        after = deed.then(before)
        require(deed.rule(before, after, hand))
        written = Written(
            agreement=row,
            number=newest.number + 1,
            kind=deed.kind,
            stated=after,
            digest=said,
            ground=Grounded(passage=deed.entry.passage),
            evaluation=deed.entry.evaluation,
            reason=deed.entry.reason,
            url=deed.entry.url,
            file=documents[0] if documents else None,
        )
        bound = {one.party.reference: one.party.pk for one in newest.parties.all() if one.party}
        write_deeds([written], hand, bound)
        _keep(row, before, written, hand)
    return written.number


def _keep(row: Agreement, before: Stated, written: Written, hand: Hand) -> None:
    columns = kept(written.stated)
    for name, value in columns.items():
        setattr(row, name, value)
    row.save(update_fields=list(columns))
    hand.log(
        _ACTIONS[written.kind],
        "agreement",
        row.reference,
        _dossier(row),
        before=before.status,
        after=written.stated.status,
        digest=written.digest,
        sha256=written.file.digest if written.file else None,
    )


def _dossier(row: Agreement) -> str:
    return str(row.activity.reference if row.activity else row.reference)
