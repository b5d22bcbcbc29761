"""Self-scans that were asked of companies, what they answered, who was let off, and sessions held beforehand.

Every row is written once: half-way saving adds a row, and what was handed in stays as it was.
"""

from django.db import models
from django.db.models import F, Q

from openkader.register.models.activity import Activity, Participation
from openkader.register.models.asking import AskedOutside, Link, Reminder, TakenBack
from openkader.register.models.party import Party
from openkader.register.models.waiving import Agreed, Waived


class SelfScan(AskedOutside):
    """A self-scan that was asked of a company because of an activity, with the form as it was then.

    It counts for every activity of the company, while it counts at all.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="self_scans")
    party = models.ForeignKey(Party, models.PROTECT, related_name="self_scans")
    form = models.JSONField()
    form_digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(recipient=""), name="register_selfscan_recipient")]


class SelfScanLink(Link):
    """A link by which a company answers."""

    scan = models.ForeignKey(SelfScan, models.PROTECT, related_name="links")


class SelfScanReminder(Reminder):
    """That a company was reminded."""

    scan = models.ForeignKey(SelfScan, models.PROTECT, related_name="reminders")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scan", "on"], name="register_selfscanreminder_daily")]


class SelfScanSave(models.Model):
    """What was filled in so far; the newest counts until it is handed in."""

    scan = models.ForeignKey(SelfScan, models.PROTECT, related_name="saves")
    number = models.PositiveIntegerField()
    said = models.JSONField()
    given_by = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scan", "number"], name="register_selfscansave_number")
        ]

    def __str__(self) -> str:
        return f"{self.scan_id} {self.number}"


class SelfScanResult(models.Model):
    """What a company handed in, once, counted for each step; `given_by` is who says it."""

    scan = models.OneToOneField(SelfScan, models.PROTECT, related_name="result")
    said = models.JSONField()
    counts = models.JSONField()
    given_by = models.CharField(max_length=200)
    handed_in_on = models.DateField()
    valid_until = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(given_by=""), name="register_selfscanresult_given"),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("handed_in_on")), name="register_selfscanresult_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scan_id} {self.valid_until}"


class SelfScanWithdrawal(TakenBack):
    """That nobody waits for a scan any more."""

    scan = models.OneToOneField(SelfScan, models.PROTECT, related_name="withdrawal")


class ScanWaiver(Waived):
    """Why a company may come along without a scan, and until when."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="scan_waivers")
    party = models.ForeignKey(Party, models.PROTECT, related_name="scan_waivers")


class ScanWaiverAgreement(Agreed):
    """That a second person agreed to let a company off."""

    waiver = models.OneToOneField(ScanWaiver, models.PROTECT, related_name="agreement")


class Briefing(models.Model):
    """A session in which those who take part were informed beforehand: of which kind, when and by whom."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="briefings")
    reference = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=60)
    held_on = models.DateField()
    by_whom = models.CharField(max_length=200)
    subject = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(by_whom=""), name="register_briefing_by_whom")]

    def __str__(self) -> str:
        return self.reference


class BriefingPresence(models.Model):
    """How many of one that takes part were at a session; without a row nobody noted it.

    It is about a party or group of the activity, or about the person of that number on its list.
    """

    briefing = models.ForeignKey(Briefing, models.PROTECT, related_name="presences")
    participation = models.ForeignKey(
        Participation, models.PROTECT, null=True, blank=True, related_name="presences"
    )
    participant = models.PositiveIntegerField(null=True, blank=True)
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["briefing", "participation"], name="register_briefingpresence_once"
            ),
            models.UniqueConstraint(
                fields=["briefing", "participant"], name="register_briefingpresence_person_once"
            ),
            models.CheckConstraint(
                condition=Q(participation__isnull=False, participant__isnull=True)
                | Q(participation__isnull=True, participant__isnull=False, number__lte=1),
                name="register_briefingpresence_of_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.briefing_id} {self.participation_id or self.participant} {self.number}"


class BriefingCorrection(models.Model):
    """That a session was struck out, and why; it counts for nothing from then on."""

    briefing = models.OneToOneField(Briefing, models.PROTECT, related_name="correction")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="register_briefingcorrection_reason")
        ]

    def __str__(self) -> str:
        return f"{self.briefing_id}"
