"""A case was brought up to date in the case system, or could not be."""

from datetime import datetime

from openkader.register.case_system.filed import Filed
from openkader.register.hand import writing
from openkader.register.models import CaseFiling, Request


def note_filing(filed: Filed, *, by: str, now: datetime) -> bool:
    """Keep where its zaak is and what of it was made there, or why it was not; whether that is something new.

    An answer that says nothing new leaves no event. What was made before the system went away is kept too.
    """
    with writing(by=by, now=now, act=None) as hand:
        hand.keeps_lines = False  # nothing of the case changes
        request = Request.objects.filter(reference=filed.case).first()
        if request is None:
            return False
        row = CaseFiling.objects.select_for_update().filter(request=request).first()
        before = (row.made, row.told, row.refusal, row.detail) if row else ({}, None, None, {})
        row = row or CaseFiling(request=request)
        row.made, row.at = filed.made, now
        if filed.told is not None:
            row.told, row.told_at, row.refusal, row.detail = filed.told, now, None, {}
        elif filed.refusal is not None:
            row.refusal, row.detail = filed.refusal.code, dict(filed.refusal.detail)
        if before == (row.made, row.told, row.refusal, row.detail):
            return False
        row.save()
        said = {"refusal": row.refusal} if row.refusal else {}
        hand.log("request.filed", "request", filed.case, filed.case, made=sorted(row.made), **said)
    return True
