"""Screenings, entered by hand or by a worker, and the queue of those that are still to be done."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from django.db.models import QuerySet

from openkader.base.errors import NotFound
from openkader.casework.screening import Cause, fingerprints
from openkader.register.audit import plain
from openkader.register.batches import BATCH, few_at_a_time
from openkader.register.found import asked_as_data
from openkader.register.hand import Hand, digest
from openkader.register.hits import settle_hits
from openkader.register.models import Party, Reference, Screening, ScreeningTask
from openkader.register.screening_entries import Answered
from openkader.register.visibility import visible_parties

NO_LISTS = "screening.no-list"


def parties_for_update(references: Iterable[str], hand: Hand) -> list[Party]:
    """The parties, held until the transaction ends; one that is not registered, or not to be seen, is not found."""
    wanted = sorted(set(references))
    known = {key: name for few in few_at_a_time(wanted) for name, key in _keys(few, hand)}
    for reference in sorted(set(wanted) - set(known.values())):
        raise NotFound("party", reference)
    # Always in the same order, so that no two changes wait for each other.
    query = Party.objects.select_for_update().order_by("id")
    return [party for few in few_at_a_time(sorted(known)) for party in query.filter(pk__in=few)]


def _keys(references: Sequence[str], hand: Hand) -> QuerySet[Party, tuple[str, int]]:
    return visible_parties(hand.person).filter(reference__in=references).values_list("reference", "pk")


def enter_tasks(parties: Iterable[Party], cause: Cause, hand: Hand) -> list[Party]:
    """Put parties that are held in the queue; who waits there already is not put twice."""
    rows = list(parties)
    waiting = ScreeningTask.objects.filter(finished_at=None, taken_by=None)
    present = {
        party
        for few in few_at_a_time(rows)
        for party in waiting.filter(party__in=few).values_list("party", flat=True)
    }
    new = [party for party in rows if party.pk not in present]
    ScreeningTask.objects.bulk_create(
        (
            ScreeningTask(
                party=party,
                cause=cause,
                requested_at=hand.now,
                requested_by=hand.by,
                not_before=hand.now,
            )
            for party in new
        ),
        batch_size=BATCH,
    )
    return new


def enter_screening(party: Party, answer: Answered, cause: Cause, hand: Hand) -> Screening:
    """Store what came of a comparison for a party that is held; a failure is kept as one."""
    failure = _failure(answer)
    row = Screening.objects.create(
        party=party,
        cause=cause,
        asked=asked_as_data(answer.asked),
        fingerprint=fingerprints.of_party(answer.asked),
        engine=answer.engine,
        at=hand.now,
        by=hand.by,
        **(_failed(failure, answer) if failure else _succeeded(answer)),
    )
    if row.failure is None:
        settle_hits(row, answer)
    _log(row, answer, hand)
    return row


def dossier_of(party: str) -> str:
    """The dossier in which a party is shown: that of its delegation, or its own."""
    return Reference.objects.values_list("dossier", flat=True).get(reference=party)


def _failure(answer: Answered) -> str | None:
    if answer.failure is not None or answer.result is None:
        return answer.failure.code if answer.failure else NO_LISTS
    return None if answer.result.lists else NO_LISTS


def _failed(code: str, answer: Answered) -> dict[str, object]:
    detail = dict(answer.failure.detail) if answer.failure else {}
    return {"failure": code, "failure_detail": detail}


def _succeeded(answer: Answered) -> dict[str, object]:
    result = answer.result
    assert result is not None  # noqa: S101 - seen by `_failure`
    return {
        "lists": [plain(asdict(used)) for used in result.lists],
        "band": result.band,
        "compared": plain(result.compared),
        "missing": plain(result.missing),
        "found": sum(hit.band != "clear" for hit in result.hits),
    }


def _log(row: Screening, answer: Answered, hand: Hand) -> None:
    reference = row.party.reference
    hand.log(
        "screening.failed" if row.failure else "screening.recorded",
        "screening",
        reference,
        dossier_of(reference),
        # What was found about a person is theirs; the trail can never be rewritten, so it keeps a mark only.
        digest=digest(answer.asked),
        result=digest(answer.result) if answer.result else None,
        lists={used["id"]: used["snapshot"] for used in row.lists},
        failure=row.failure,
    )
