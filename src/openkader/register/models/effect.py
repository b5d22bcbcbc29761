"""What came of an activity, asked of whoever took part: whom, in which wave, and what they answered.

Every row is written once; a better address is another row, and an answer that was given stays as it was.
"""

from django.db import models
from django.db.models import Q

from openkader.casework.effect import Consent
from openkader.register.models.activity import Activity, Participation
from openkader.register.models.asking import AskedOutside, Link, Reminder, TakenBack
from openkader.register.models.record import one_of, words


class EffectSurvey(AskedOutside):
    """That one who took part was asked in a wave, with the form as it was then; once in each wave.

    It is about a party of the activity, or about the person of that number on its list.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="surveys")
    participation = models.ForeignKey(
        Participation, models.PROTECT, null=True, blank=True, related_name="surveys"
    )
    participant = models.PositiveIntegerField(null=True, blank=True)
    wave = models.CharField(max_length=60)
    form = models.JSONField()
    form_digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "wave", "participation"], name="register_effectsurvey_once"
            ),
            models.UniqueConstraint(
                fields=["activity", "wave", "participant"], name="register_effectsurvey_person_once"
            ),
            models.CheckConstraint(
                condition=Q(participation__isnull=False, participant__isnull=True)
                | Q(participation__isnull=True, participant__isnull=False),
                name="register_effectsurvey_of_one",
            ),
            models.CheckConstraint(condition=~Q(recipient=""), name="register_effectsurvey_recipient"),
        ]


class SurveyLink(Link):
    """A link by which a participant answers."""

    survey = models.ForeignKey(EffectSurvey, models.PROTECT, related_name="links")


class SurveyReminder(Reminder):
    """That a participant was reminded; once."""

    survey = models.ForeignKey(EffectSurvey, models.PROTECT, related_name="reminders")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["survey"], name="register_surveyreminder_once")]


class SurveyAddress(models.Model):
    """A better address for a survey; the newest counts, and links from before it lead nowhere."""

    survey = models.ForeignKey(EffectSurvey, models.PROTECT, related_name="addresses")
    recipient = models.CharField(max_length=200)
    email = words(254)  # NULL: asked along another way
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(recipient=""), name="register_surveyaddress_recipient")
        ]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.pk}"


class SurveyWithdrawal(TakenBack):
    """That nobody waits for the answer of a participant any more."""

    survey = models.OneToOneField(EffectSurvey, models.PROTECT, related_name="withdrawal")


class SurveyAnswer(models.Model):
    """What a participant answered, once: the options of each question, own words, and whether those may be public."""

    survey = models.OneToOneField(EffectSurvey, models.PROTECT, related_name="answer")
    chosen = models.JSONField()
    own_words = models.TextField(blank=True)
    consent = models.CharField(max_length=10)
    answered_on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [one_of("consent", Consent, optional=False)]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.answered_on}"
