"""What was said: lines to take in talks, items in public, and what will follow from either."""

from django.db import models
from django.db.models import Q

from openkader.casework.vocabulary import PublicKind, Setting
from openkader.register.models.activity import Activity
from openkader.register.models.record import Record, Sourced, one_of, prose, together, words


class MessageNote(Sourced):
    """Whether a line of the kader was raised with a counterpart, as noted afterwards; the newest on both counts.

    The words of the line are kept as the kader gave them then.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="message_notes")
    number = models.PositiveIntegerField()  # within the activity
    kader = models.CharField(max_length=120)
    line = models.CharField(max_length=60)
    topic = models.CharField(max_length=60)
    text_nl = models.TextField()
    text_en = models.TextField()
    party = models.ForeignKey(
        "register.Party", models.PROTECT, null=True, blank=True, related_name="message_notes"
    )
    raised = models.BooleanField()
    reason = prose()  # why it was not raised
    said_by = words(200)
    setting = words(10)
    reaction = prose()

    class Meta:
        constraints = [
            *Sourced.Meta.constraints,
            one_of("setting", Setting),
            models.UniqueConstraint(fields=["activity", "number"], name="register_messagenote_once"),
            models.CheckConstraint(
                condition=Q(raised=True)
                | Q(reason__isnull=False, setting__isnull=True, reaction__isnull=True),
                name="register_messagenote_raised",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.line} {self.number}"


class PublicItem(Record):
    """A post, blog, report or media item about an activity: where it stands, what it said, and of which topics."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="public_items")
    kind = models.CharField(max_length=10)
    title = models.CharField(max_length=300)
    url = words(500)
    published_on = models.DateField()
    text = prose()  # as it was typed or pasted
    sha256 = words(64)
    topics = models.JSONField(default=list)

    class Meta:
        constraints = [
            *Record.Meta.constraints,
            one_of("kind", PublicKind, optional=False),
            together("text", "sha256", name="archived"),
            models.CheckConstraint(
                condition=Q(url__isnull=False) | Q(text__isnull=False), name="register_publicitem_findable"
            ),
        ]


class FollowUp(Sourced):
    """What will follow from a note or a public item: what, by whom, before when; and what came of it."""

    reference = models.CharField(max_length=80, unique=True)
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="follow_ups")
    note = models.OneToOneField(MessageNote, models.PROTECT, null=True, blank=True, related_name="follow_up")
    item = models.ForeignKey(PublicItem, models.PROTECT, null=True, blank=True, related_name="follow_ups")
    what = models.TextField()
    who = models.CharField(max_length=200)
    due_on = models.DateField()
    outcome = prose()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = words(150)

    class Meta:
        constraints = [
            *Sourced.Meta.constraints,
            together("outcome", "done_at", "done_by", name="done_whole"),
            models.CheckConstraint(
                condition=Q(note__isnull=False, item__isnull=True) | Q(note__isnull=True, item__isnull=False),
                name="register_followup_of_one",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
