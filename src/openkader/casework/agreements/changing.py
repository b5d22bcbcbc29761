"""What may become of an agreement: it is signed, renewed, ended or corrected, with what has to be said of it then."""

from datetime import date

from openkader.base.errors import Refusal
from openkader.casework.agreements.stated import Stated
from openkader.casework.agreements.stating import LONGEST_TEXT
from openkader.casework.agreements.words import IN_FORCE, OVER, TermKind, Whose
from openkader.casework.vocabulary import AgreementStatus


def can_sign(status: AgreementStatus) -> Refusal | None:
    """Only what was intended is signed."""
    return None if status is AgreementStatus.INTENDED else Refusal("agreement.signed-already")


def can_renew(status: AgreementStatus) -> Refusal | None:
    """Only what is in force gets a longer term."""
    return None if status in IN_FORCE else Refusal("agreement.not-in-force")


def can_end(status: AgreementStatus) -> Refusal | None:
    """What is over does not end again."""
    return Refusal("agreement.over") if status in OVER else None


def ends_of(status: AgreementStatus) -> list[AgreementStatus]:
    """How it can end: what is only intended is given up, and nothing else is."""
    if status is AgreementStatus.INTENDED:
        return [AgreementStatus.ABANDONED]
    return [one for one in AgreementStatus if one in OVER - {AgreementStatus.ABANDONED}]


def may_sign(now: Stated, then: Stated) -> Refusal | None:
    """What was intended is signed on a day that is known."""
    return can_sign(now.status) or (Refusal("agreement.no-day") if then.on is None else None)


def may_renew(now: Stated, then: Stated, evaluation: str | None) -> Refusal | None:
    """What is in force gets a longer term, once it was said what was done with it and which values are still in it."""
    if refusal := can_renew(now.status):
        return refusal
    if then.on is None:
        return Refusal("agreement.no-day")
    if not _is_longer(now, then):
        return Refusal("agreement.no-longer")
    for one in now.clauses:
        if one.is_in and then.clause(one.topic) is None:
            return Refusal("agreement.value-unsaid", {"value": one.topic})
    return may_evaluate(now, evaluation)


def _is_longer(now: Stated, then: Stated) -> bool:
    """Whether the new term is known, and ends later than the former did."""
    if then.term.kind is TermKind.OPEN:
        return now.term.kind is not TermKind.OPEN
    if then.ends_by is None:
        return False
    return now.ends_by is None or then.ends_by > now.ends_by


def may_end(now: Stated, then: Stated, evaluation: str | None, today: date) -> Refusal | None:
    """What is in force runs out, is not renewed or is ended; what was intended is given up."""
    if refusal := can_end(now.status):
        return refusal
    if then.status not in ends_of(now.status):
        return Refusal("agreement.no-such-end")
    if then.on is None:
        return Refusal("agreement.no-day")
    if then.status is AgreementStatus.EXPIRED and now.ends_by is not None and now.ends_by >= today:
        return Refusal("agreement.still-runs")
    if now.on is not None and then.on.ends_on < now.on.starts_on:
        return Refusal("agreement.ends-before")
    return may_evaluate(now, evaluation)


def may_evaluate(now: Stated, evaluation: str | None) -> Refusal | None:
    """Before it is renewed or ended it is said what was done with it; of another authority we need not know."""
    said = (evaluation or "").strip()
    if len(said) > LONGEST_TEXT:
        return Refusal("agreement.too-long")
    return None if said or now.whose is Whose.OTHER_AUTHORITY else Refusal("agreement.no-evaluation")


def may_correct(now: Stated, then: Stated, reason: str | None, *, adds_file: bool = False) -> Refusal | None:
    """A correction says something else or adds the document, and says why."""
    if not (reason or "").strip():
        return Refusal("agreement.no-reason")
    return Refusal("agreement.nothing-changed") if now == then and not adds_file else None


def may_add(seen: int, there: int) -> Refusal | None:
    """Nobody adds to what they did not see."""
    return Refusal("agreement.meanwhile") if seen != there else None


def lost_values(now: Stated, then: Stated) -> tuple[str, ...]:
    """The values that were in it and are in it no longer."""
    still = {one.topic for one in then.clauses if one.is_in}
    return tuple(one.topic for one in now.clauses if one.is_in and one.topic not in still)
