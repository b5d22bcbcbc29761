"""It is proposed not to wait for a desk."""

from datetime import datetime

from openkader.casework.advice import WaiverDraft, may_waive
from openkader.casework.permissions import Act
from openkader.kader import Assessor
from openkader.register.advice_entries import WaiverEntry
from openkader.register.advising import advised_of, assessed_now
from openkader.register.cases import request_for_update
from openkader.register.hand import claim_references, digest, require, writing
from openkader.register.models import Request, Waiver


def waive_advice(entry: WaiverEntry, *, assessor: Assessor, by: str, now: datetime) -> str:
    """Propose a waiver; it holds once a second person agreed. Proposed twice, it is one."""
    with writing(by=by, now=now, act=Act.ASK_ADVICE) as hand:
        request = request_for_update(entry.request, hand)
        same = _same(request, entry, by)
        if same is not None:
            return same.reference
        advised = advised_of(request, assessed_now(request, assessor), hand.today)
        draft = WaiverDraft(desk=entry.desk, reason=entry.reason, expires_on=entry.expires_on)
        require(may_waive(advised, draft))
        reference = f"{request.reference}-O{request.waivers.count() + 1}"
        claim_references([(reference, request.reference)], kind="waiver")
        Waiver.objects.create(
            request=request,
            reference=reference,
            desk=entry.desk,
            reason=entry.reason.strip(),
            expires_on=entry.expires_on,
            at=now,
            by=by,
        )
        hand.log(
            "waiver.proposed",
            "waiver",
            reference,
            request.reference,
            desk=entry.desk,
            expires_on=entry.expires_on,
            digest=digest(entry),
        )
    return reference


def _same(request: Request, entry: WaiverEntry, by: str) -> Waiver | None:
    return request.waivers.filter(
        desk=entry.desk, reason=entry.reason.strip(), expires_on=entry.expires_on, by=by
    ).first()
