"""A person within a member of the network is kept, or taken out when there is no need of them any more."""

from datetime import datetime

from django.db.models import Max

from openkader.casework.network import may_keep_contact_point
from openkader.casework.permissions import Act
from openkader.register.hand import Still, require, unseen, writing
from openkader.register.models import AuditEvent, ContactPoint, NetworkMember
from openkader.register.network import member_for_update
from openkader.register.network_entries import ContactPointEntry


def keep_contact_point(entry: ContactPointEntry, *, by: str, now: datetime) -> int:
    """Keep who can be reached and how; kept twice, it is one. The trail keeps nothing of the person."""
    draft = entry.draft
    with writing(by=by, now=now, act=Act.KEEP_CONTACTS) as hand:
        row = member_for_update(entry.member, hand)
        require(may_keep_contact_point(draft))
        said = {name: str(getattr(draft, name)).strip() for name in ("name", "function", "email", "phone")}
        known = row.contact_points.filter(**said).first()
        if known is not None:
            return int(known.number)
        number = _next(row)
        ContactPoint.objects.create(member=row, number=number, **said, at=now, by=by)
        hand.log("contact-point.kept", "member", row.reference, row.reference, number=number)
    return number


def remove_contact_point(member: str, number: int, *, by: str, now: datetime, still: Still = unseen) -> None:
    """Take a person out altogether: name and address are gone; that it was done stays in the trail.

    `still` stops who saw somebody who is gone by now.
    """
    with writing(by=by, now=now, act=Act.KEEP_CONTACTS) as hand:
        row = member_for_update(member, hand)
        still()
        gone, _ = ContactPoint.objects.filter(member=row, number=number).delete()
        if gone:
            hand.log("contact-point.removed", "member", row.reference, row.reference, number=number)


def _next(member: NetworkMember) -> int:
    """A number that nobody here had: who still has a former page or answer before them takes out nobody else."""
    given = AuditEvent.objects.filter(dossier=member.reference, action="contact-point.kept").count()
    last = member.contact_points.aggregate(last=Max("number"))["last"] or 0
    return max(given, last) + 1
