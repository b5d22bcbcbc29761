"""What came of a recommendation is noted, with what shows it; nothing that was noted is changed."""

from datetime import datetime

from openkader.base.text import Text
from openkader.casework.permissions import Act
from openkader.casework.recommendations import FollowUpDraft, Known, may_follow_up
from openkader.register.documents import DocumentEntry, recognised, shelf_columns
from openkader.register.hand import both, dated, digest, require, typed, writing
from openkader.register.models import RecommendationFollowUp
from openkader.register.recommendation_entries import FollowUpEntry
from openkader.register.recommendations import recommendation_for_update, require_record


def follow_up_recommendation(
    entry: FollowUpEntry, *, known: Known, by: str, now: datetime, file: DocumentEntry | None = None
) -> int:
    """Note how it stands from now on; noted twice by the same hand, it is one."""
    draft, documents = entry.draft, recognised([file] if file else [])
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        row = recommendation_for_update(entry.recommendation)
        newest = row.follow_ups.order_by("-number").first()
        number, said = newest.number if newest else 0, digest(entry)
        if newest is not None and (newest.digest, newest.recorded_by) == (said, by):
            return int(number)
        require(may_follow_up(draft, number, known, hand.today))
        if draft.record:
            require_record(draft.record, hand)
        RecommendationFollowUp.objects.create(
            **hand.grounded(entry),
            **_columns(draft),
            **shelf_columns(documents[0] if documents else None),
            recommendation=row,
            number=number + 1,
            digest=said,
        )
        before, row.status = row.status, str(draft.status)
        row.save(update_fields=["status"])
        hand.log(
            "recommendation.followed-up",
            "recommendation",
            row.reference,
            row.reference,
            before=before,
            after=draft.status,
            digest=said,
            sha256=documents[0].digest if documents else None,
        )
    return int(number) + 1


def _columns(draft: FollowUpDraft) -> dict[str, object]:
    what, change = draft.what.strip(), typed(draft.change)
    return {
        **dated(draft.period),
        **both("what", Text(nl=what, en=what)),
        **both("change", Text(nl=change, en=change) if change else None),
        "status": draft.status,
        "url": typed(draft.url),
        "record": typed(draft.record),
        "kader": typed(draft.kader),
        "figure": typed(draft.figure),
    }
