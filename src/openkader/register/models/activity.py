"""What took place, who took part, what was spoken of and what was agreed."""

from django.db import models
from django.db.models import Q

from openkader.casework.vocabulary import ActivityStanding, Role, Setting, TopicSource
from openkader.register.models.party import Party
from openkader.register.models.record import (
    Dated,
    Record,
    Related,
    Sourced,
    one_of,
    prose,
    together,
    truth,
    words,
)
from openkader.register.models.request import Request


class Activity(Dated, Related, Record):
    """A visit, mission, talk or event that took place, or is planned to."""

    request = models.ForeignKey(Request, models.PROTECT, null=True, blank=True, related_name="activities")
    title_nl = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    aim_nl = prose()
    aim_en = prose()
    place = words(200)
    regions = models.JSONField(default=list)
    office_holder = truth()  # a member of the own executive took part
    foreign_delegation = truth()  # a delegation from abroad was there
    standing = models.CharField(max_length=10, default=ActivityStanding.HELD.value, db_index=True)
    cancelled_because = prose()
    # The source lists the topics, parties and agreements of this one; what it leaves out it does not state.
    itemised = models.BooleanField()

    class Meta:
        verbose_name_plural = "activities"
        constraints = [
            *Dated.Meta.constraints,
            *Related.Meta.constraints,
            *Record.Meta.constraints,
            together("aim_nl", "aim_en", name="aim_both"),
            one_of("standing", ActivityStanding, optional=False),
            models.CheckConstraint(
                condition=~Q(standing="cancelled") | Q(cancelled_because__isnull=False),
                name="register_activity_cancelled_because",
            ),
        ]
        # Every page asks for the newest that began here, and the newest that each source brought.
        indexes = [
            models.Index(
                fields=["source", "year", "id"],
                condition=Q(standing="held"),
                name="register_activity_brought",
            ),
            models.Index(
                fields=["year", "id"],
                condition=Q(source__isnull=True, standing="held"),
                name="register_activity_own",
            ),
        ]


class Participation(Record):
    """A party that took part or asked, or a group of parties of which only the number is known."""

    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="participations"
    )
    request = models.ForeignKey(Request, models.PROTECT, null=True, blank=True, related_name="participations")
    role = models.CharField(max_length=20)
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="participations")
    description_nl = words(300)
    description_en = words(300)
    dropped_out = models.BooleanField()

    class Meta:
        constraints = [
            *Record.Meta.constraints,
            one_of("role", Role, optional=False),
            together("description_nl", "description_en", name="description_both"),
            models.CheckConstraint(
                # NULL = 1 is unknown, and a check lets unknown pass: so both are asked.
                condition=Q(party__isnull=True) | Q(number__isnull=False, number=1),
                name="register_participation_named_is_one",
            ),
            models.CheckConstraint(
                condition=Q(party__isnull=False) | Q(description_nl__isnull=False),
                name="register_participation_described",
            ),
            models.CheckConstraint(
                condition=Q(activity__isnull=False, request__isnull=True)
                | Q(activity__isnull=True, request__isnull=False),
                name="register_participation_in_one",
            ),
            models.UniqueConstraint(fields=["activity", "party", "role"], name="register_participation_once"),
        ]
        indexes = [
            # Whoever is sought by name leads to requests without a look at the rows themselves.
            models.Index(fields=["party", "request", "activity"], name="register_participation_of"),
        ]


class Topic(Sourced):
    """A subject that was raised, where that is stated, and with whom."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="topics")
    code = models.CharField(max_length=60)
    stated_in = models.CharField(max_length=10)
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="topics")
    setting = words(10)
    reaction = prose()

    class Meta:
        constraints = [
            *Sourced.Meta.constraints,
            one_of("stated_in", TopicSource, optional=False),
            one_of("setting", Setting),
            models.UniqueConstraint(fields=["activity", "code", "stated_in"], name="register_topic_once"),
        ]

    def __str__(self) -> str:
        return self.code
