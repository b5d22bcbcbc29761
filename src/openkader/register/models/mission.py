"""A mission or visit as it is prepared and looked back upon: its programme, its participants, what was learned.

A change is another version of the same number; a version is written once, and the newest counts.
"""

from django.db import models
from django.db.models import Q

from openkader.casework.mission import ParticipantRole, ParticipantStatus
from openkader.casework.vocabulary import Setting
from openkader.register.models.activity import Activity
from openkader.register.models.party import Party
from openkader.register.models.record import one_of, words


class Versioned(models.Model):
    """One version of something that may be changed or removed."""

    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField()
    is_removed = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        abstract = True


class ProgrammeSlot(Versioned):
    """One part of a programme, at the time of the clock at its place; without a time it lasts all day."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="slots")
    title = models.CharField(max_length=300)
    day = models.DateField()
    begins = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    zone = words(64)  # as the world writes it: Asia/Shanghai
    place = models.CharField(max_length=300, blank=True)
    setting = words(10)
    counterparts = models.JSONField(default=list)  # whom one meets, in words
    roles = models.JSONField(default=list)  # whom it is for; empty: everybody
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            one_of("setting", Setting),
            models.UniqueConstraint(
                fields=["activity", "number", "version"], name="register_programmeslot_version"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="register_programmeslot_title"),
            models.CheckConstraint(
                condition=Q(begins__isnull=True, ends__isnull=True)
                | Q(begins__isnull=False, zone__isnull=False)
                & (Q(ends__isnull=True) | Q(ends__gt=models.F("begins"))),
                name="register_programmeslot_times",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.number} {self.version}"


class SlotParty(models.Model):
    """A registered party that one meets at a part of a programme."""

    slot = models.ForeignKey(ProgrammeSlot, models.PROTECT, related_name="met")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["slot", "party"], name="register_slotparty_once")]

    def __str__(self) -> str:
        return f"{self.slot_id} {self.party_id}"


class Participant(Versioned):
    """A person on the list of an activity: as what, for whom, and whether they come.

    It is no Participation: that is a party in the figures of a year, and no figure reads this. Whoever took part
    stands here by name and there, if at all, as the party they came for; so nobody is counted twice. Nothing of a
    passport and no date of birth is kept.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="participants")
    name = models.CharField(max_length=300)
    function = models.CharField(max_length=300, blank=True)
    email = models.CharField(max_length=254, blank=True)
    organisation = models.CharField(max_length=300, blank=True)  # as it was typed
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="participants")
    role = words(20)
    status = models.CharField(max_length=20)
    reason = words(60)
    note = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=64)

    class Meta:
        constraints = [
            one_of("role", ParticipantRole),
            one_of("status", ParticipantStatus, optional=False),
            models.UniqueConstraint(
                fields=["activity", "number", "version"], name="register_participant_version"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="register_participant_name"),
            models.CheckConstraint(
                condition=Q(status="dropped_out", reason__isnull=False)
                | ~Q(status="dropped_out") & Q(reason__isnull=True),
                name="register_participant_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.number} {self.version}"


class ProgrammeTemplate(models.Model):
    """That a programme began as that of an earlier activity, of which the lessons are to be heeded."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="templates")
    template = models.ForeignKey(Activity, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return f"{self.activity_id} {self.template_id}"


class Lesson(models.Model):
    """What was learned of an activity, for whoever prepares the next one."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="lessons")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="register_lesson_text")]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.pk}"
