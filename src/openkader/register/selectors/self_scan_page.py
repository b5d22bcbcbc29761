"""A self-scan as the company sees it that was asked for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from openkader.base.text import Text
from openkader.casework.self_scan import Given, ScanForm, is_scan_reminder_due
from openkader.casework.self_scan.form import restored_form
from openkader.casework.vocabulary import ActivityStanding
from openkader.register.asking import leading
from openkader.register.cases import is_made_up
from openkader.register.models import SelfScan, SelfScanLink
from openkader.register.scanning import read, scan_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanPage:
    """The form as it was asked, with what was filled in so far; once handed in nothing of that is shown."""

    reference: str
    activity: Text
    company: str
    recipient: str
    form: ScanForm
    due_on: date
    saves: int
    said: Mapping[str, Given]
    given_by: str
    saved_at: datetime | None
    handed_in_on: date | None
    valid_until: date | None
    is_fictional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderRow:
    """A scan of which the company is reminded today, and at which address."""

    reference: str
    activity: Text
    email: str
    language: str
    due_on: date


def scan_by_link(digest: str, now: datetime) -> ScanPage:
    """The scan that a link leads to while it does; of one that ended, was taken back or never was, there is none."""
    of_open_ones = SelfScanLink.objects.filter(scan__withdrawal__isnull=True)
    link = leading(of_open_ones, digest, now, "self_scan")
    query = SelfScan.objects.select_related(
        "result", "party", "activity__request__source", "activity__source"
    )
    row = query.get(pk=link.scan_id)
    result = getattr(row, "result", None)
    last = None if result else row.saves.order_by("-number").first()
    activity = row.activity
    return ScanPage(
        reference=row.reference,
        activity=Text(nl=activity.title_nl, en=activity.title_en),
        company=row.party.name or row.party.function_nl or "",
        recipient=row.recipient,
        form=restored_form(row.form),
        due_on=row.due_on,
        saves=last.number if last else 0,
        said=read(last.said) if last else {},
        given_by=last.given_by if last else "",
        saved_at=last.at if last else None,
        handed_in_on=result.handed_in_on if result else None,
        valid_until=result.valid_until if result else None,
        is_fictional=is_made_up(activity),
    )


def said_before(scan: str, number: int) -> Mapping[str, Given]:
    """What was filled in when a form was opened that had seen so many times of saving."""
    row = SelfScan.objects.get(reference=scan).saves.filter(number=number).first()
    return read(row.said) if row else {}


def scans_to_remind(today: date) -> Sequence[ReminderRow]:
    """The scans that were asked by mail, are not handed in, and of which nobody reminded the company yet.

    Once a mission has left, or was called off, nobody is reminded by itself.
    """
    waiting = SelfScan.objects.filter(
        Q(activity__starts_on__isnull=True) | Q(activity__starts_on__gte=today),
        email__isnull=False,
        result__isnull=True,
        withdrawal__isnull=True,
        reminders__isnull=True,
    )
    planned = waiting.exclude(activity__standing=ActivityStanding.CANCELLED)
    return [
        ReminderRow(
            reference=row.reference,
            activity=Text(nl=row.activity.title_nl, en=row.activity.title_en),
            email=row.email or "",
            language=row.language,
            due_on=row.due_on,
        )
        for row in planned.select_related("activity").order_by("id")
        if is_scan_reminder_due(scan_of(row), [], today)
    ]
